"""Hidden checks and known wrong answers of momentum, AdaGrad, RMSProp and Adam.

AdaGrad, RMSProp and Adam hardly change when all slopes get smaller, so a mistake may show only beside small slopes or
in one step of several. A step function is therefore asked for a series of updates, with slopes of the sizes 1, 1e-4
and 1e-6 side by side and a learning rate that changes, and each update is compared on its own: every step begins at
p = 0, so that no update is lost beside a large p.

Where two numbers nearly cancel, a right answer in float32 is far off. So nothing cancels: the slopes of one entry keep
their sign, and no place on a path is near 0.
"""

import numpy as np

from autograder.checks import (
    Failure,
    as_numbers,
    as_parts,
    assert_agrees,
    assert_close,
    assert_equal,
    assert_steps_agree,
    check,
    choice,
    known_outputs,
    paths,
    picture,
    reference_of,
    values,
    wrong,
)

reference = reference_of(__file__)
known = known_outputs(__file__)

SIZES = np.array([1.0, 1e-4, 1e-6])


def slopes(draw, steps, *shape):
    """Slopes of some steps, (steps, *shape); each entry keeps its sign."""
    return draw.signs(*shape) * draw.uniform(steps, *shape, low=0.3, high=2.5)


def series(draw):
    """Slopes of some steps, (steps, rows, 3 sizes), and as many learning rates."""
    steps, rows = draw.sizes(2, low=4, high=7)
    return slopes(draw, steps, rows, 3) * draw.permutation(SIZES), draw.uniform(steps, low=0.05, high=0.9)


def valley(draw):
    """Starts and factors c of three parameters, in valleys of the sizes 1, 1e-4 and 1e-6, and a learning rate."""
    starts = -2 + draw.uniform(3, low=0.8, high=1.4) * draw.signs(3)
    return starts, draw.permutation(SIZES) * draw.uniform(3, low=0.5, high=1.5), draw.number(0.15, 0.4)


def updates(step, slots, gradients, rates, *settings, counted=False):
    """What a step function adds to p in each step, when it keeps its `slots` memories; (steps, rows, sizes)."""
    memory = [np.zeros_like(gradients[0])] * slots
    found = []
    for t, (g, lr) in enumerate(zip(gradients, rates, strict=True), start=1):
        number_of_step = [t] if counted else []
        p, *memory = step(np.zeros_like(g), *memory, *number_of_step, g, float(lr), *settings)
        found.append(p)
    return np.array(found)


def whole(function, count, of):
    """A student's step function whose values are arrays of the right shape before they are used again."""

    def step(p, *args):
        parts = [
            as_numbers(part, of=f"a value of {of}") for part in as_parts(as_list(function(p, *args)), count, of=of)
        ]
        for part in parts:
            if part.shape != np.shape(p):
                raise Failure(f"a value of {of} has shape {part.shape}, but p has shape {np.shape(p)}", part)
        return parts

    return step


def as_list(value):
    """The values of a function that returns them as the rows of one array."""
    return list(value) if isinstance(value, np.ndarray) and value.ndim > 0 else value


def check_step(student, name, parts, *args, visible=False):
    of = f"{name}{args}" if visible else name
    step = whole(getattr(student, name), len(parts), of)
    assert_agrees(step, getattr(reference, name), *args, of=of, parts=parts, visible=visible)


def check_updates(student, name, slots, gradients, rates, *settings, counted=False):
    step = whole(getattr(student, name), 1 + slots, name)
    assert_agrees(
        lambda *args: updates(step, slots, *args, counted=counted),
        lambda *args: updates(getattr(reference, name), slots, *args, counted=counted),
        gradients,
        rates,
        *settings,
        of=f"the series of updates by {name}",
    )


def check_path(student, name, *args, visible=False, expected=None):
    of = f"the path of {name}"
    assert_agrees(getattr(student, name), getattr(reference, name), *args, of=of, visible=visible, expected=expected)


def arrays(draw):
    """Four arrays of one shape: p, a memory of slopes and a slope of the same signs, and a memory of squares."""
    shape = draw.sizes(2)
    p = draw.signs(*shape) * draw.uniform(*shape, low=6.0, high=9.0)
    m, g = slopes(draw, 2, *shape)
    return p, m, g, draw.uniform(*shape, low=0.5, high=6.0)


def in_whole_numbers(g):
    """Slopes of the same signs."""
    return (np.sign(g) * np.ceil(np.abs(g))).astype(int)


def far_valley(draw):
    """Starts from which large steps stay on one side of the valley, whole factors c, and a learning rate above 1."""
    starts = -2 + draw.uniform(3, low=8.0, high=10.0) * draw.signs(3)
    return starts, draw.integers(3, low=1, high=5), draw.number(1.1, 1.6)


# --- momentum_step ----------------------------------------------------------------------------------------------------

MOMENTUM = ("p", "v")


@check("momentum_step", points=1)
def momentum_of_the_document(student):
    """momentum_step gives p and v of the first three steps from -5"""
    for p, v, g in ((-5, 0, -3), (-3.5, 1.5, -1.5), (-2.0, 1.5, 0.0)):
        check_step(student, "momentum_step", MOMENTUM, p, v, g, 0.5, 0.5, visible=True)


@check("momentum_step", points=2)
def momentum_of_any_arrays(student, draw):
    """momentum_step is right for any arrays, and for a series of steps with changing learning rates"""
    p, m, g, _ = arrays(draw)
    check_step(student, "momentum_step", MOMENTUM, p, -m, g, draw.number(0.05, 0.4), draw.number(0.6, 0.95))
    settings = draw.number(1.1, 3), draw.number(0.1, 0.5)
    check_step(student, "momentum_step", MOMENTUM, p, -m, in_whole_numbers(g), *settings)
    check_updates(student, "momentum_step", 1, *series(draw), draw.number(0.6, 0.95))


@wrong("momentum_step", "The push goes along the slope; v is m * v minus lr * g.")
def momentum_uphill(p, v, g, lr, m):
    v = m * v + lr * g
    return p + v, v


@wrong("momentum_step", "The learning rate multiplies the whole velocity; it belongs to the slope alone.")
def momentum_lr_around_all(p, v, g, lr, m):
    v = lr * (m * v - g)
    return p + v, v


@wrong("momentum_step", "The learning rate is used twice: it is already in the velocity.")
def momentum_lr_twice(p, v, g, lr, m):
    v = m * v - lr * g
    return p + lr * v, v


@wrong("momentum_step", "The velocity has no learning rate in it; the formula puts it beside the slope.")
def momentum_lr_outside(p, v, g, lr, m):
    v = m * v - g
    return p + lr * v, v


@wrong("momentum_step", "p moves by the old velocity; compute the new one first.")
def momentum_old_velocity(p, v, g, lr, m):
    return p + v, m * v - lr * g


@wrong("momentum_step", "m is missing: the whole old velocity is kept.")
def momentum_without_m(p, v, g, lr, m):
    v = v - lr * g
    return p + v, v


@wrong("momentum_step", "The old velocity is missing; this is plain gradient descent.")
def momentum_as_plain(p, v, g, lr, m):
    return p - lr * g, -lr * g


@wrong("momentum_step", "The slope is weighted with 1 - m; the formula has the learning rate alone.")
def momentum_as_average(p, v, g, lr, m):
    v = m * v - (1 - m) * lr * g
    return p + v, v


@wrong("momentum_step", "p looks one step ahead (Nesterov); the formula adds v itself.")
def momentum_of_nesterov(p, v, g, lr, m):
    v = m * v - lr * g
    return p + m * v - lr * g, v


@wrong("momentum_step", "The velocity is subtracted from p; it already points down.")
def momentum_subtracted(p, v, g, lr, m):
    v = m * v - lr * g
    return p - v, v


@wrong("momentum_step", "The two values are swapped: return p first, then v.")
def momentum_returned_swapped(p, v, g, lr, m):
    p, v = reference.momentum_step(p, v, g, lr, m)
    return v, p


@wrong("momentum_step", "The old velocity is returned; the next step needs the new one.")
def momentum_velocity_not_returned(p, v, g, lr, m):
    return reference.momentum_step(p, v, g, lr, m)[0], v + 0 * g


# --- momentum_script: a cell that is graded as it stands ---------------------------------------------------------------


def as_array(value, of):
    """One array where a path is a list of numbers."""
    if not isinstance(value, (list, tuple)):
        return value
    places = [as_numbers(each, of=f"{of}[{i}]") for i, each in enumerate(value)]
    if any(each.shape != places[0].shape for each in places):
        raise Failure(f"{of} has entries of different shapes", value)
    return np.array(places)


def check_script(student, name, right, visible=False, expected=None, **inputs):
    names = student.cell(name, **inputs)
    found = as_array(names.path, "path")
    args = list(inputs.values())
    assert_agrees(lambda *_: found, right, *args, of="path", visible=visible, expected=expected)


def momentum_path(p, lr, m, steps):
    path, v = [], 0
    for _ in range(steps):
        p, v = reference.momentum_step(p, v, reference.slope(p), lr, m)
        path.append(p)
    return np.array(path)


@check("momentum_script", points=1, uses=("momentum_step",))
def momentum_script_of_the_document(student):
    """the cell makes the 16 places from -5"""
    check_script(student, "momentum_script", momentum_path, visible=True, p=-5, lr=0.5, m=0.5, steps=16)


@check("momentum_script", points=1, uses=("momentum_step",))
def momentum_script_from_anywhere(student, draw):
    """the cell makes the right path from any start, with any learning rate, momentum and number of steps"""
    inputs = {"p": draw.number(-3.6, -2.8), "lr": draw.number(0.1, 0.4), "m": draw.number(0.7, 0.95)}
    check_script(student, "momentum_script", momentum_path, **inputs, steps=draw.integer(5, 9))


@check("momentum_script", points=1, uses=("momentum_step",))
def momentum_script_agrees_with_keras(student):
    """the cell arrives where SGD of Keras arrived with the same momentum"""
    case = known["document_momentum"]
    expected = np.array(case["path"])[:, 0]
    inputs = {"p": case["p"][0], "lr": case["lr"], "m": case["arguments"]["momentum"], "steps": case["steps"]}
    check_script(student, "momentum_script", momentum_path, expected=expected, **inputs)


def momentum_loop(step, p, lr, m, steps):
    """The path that `step` makes, of the start, p, v and the numbers of the cell."""
    path, v, start = [], 0, p
    for _ in range(steps):
        p, v = step(start, p, v, lr, m)
        path.append(p)
    return {"path": path}


@wrong("momentum_script", "v is 0 again in every step: set it once, before the loop.")
def script_velocity_reset(p, lr, m, steps):
    return momentum_loop(lambda start, p, v, lr, m: (p - lr * (p + 2), 0), p, lr, m, steps)


@wrong("momentum_script", "The slope is always that of the start; take it anew at every place.")
def script_slope_of_start(p, lr, m, steps):
    step = lambda start, p, v, lr, m: reference.momentum_step(p, v, start + 2, lr, m)  # noqa: E731
    return momentum_loop(step, p, lr, m, steps)


@wrong("momentum_script", "The push goes along the slope; v is m * v minus lr times the slope.")
def script_momentum_uphill(p, lr, m, steps):
    step = lambda start, p, v, lr, m: reference.momentum_step(p, v, -(p + 2), lr, m)  # noqa: E731
    return momentum_loop(step, p, lr, m, steps)


@wrong("momentum_script", "p moves by the old velocity; compute the new one first.")
def script_old_velocity(p, lr, m, steps):
    return momentum_loop(lambda start, p, v, lr, m: (p + v, m * v - lr * (p + 2)), p, lr, m, steps)


@wrong("momentum_script", "m and lr are exchanged.")
def script_m_and_lr_exchanged(p, lr, m, steps):
    return {"path": list(momentum_path(p, m, lr, steps))}


@wrong("momentum_script", "The path has only the last place: append p inside the loop.")
def script_last_place_only(p, lr, m, steps):
    return {"path": [momentum_path(p, lr, m, steps)[-1]]}


@wrong("momentum_script", "The start is in the path; its first entry is p after the first step.")
def script_with_start(p, lr, m, steps):
    return {"path": [p, *momentum_path(p, lr, m, steps)]}


@wrong("momentum_script", "The cell sets p, lr, m and steps again; take them from the cell above.")
def script_sets_numbers(p, lr, m, steps):
    return {"path": list(momentum_path(-5, 0.5, 0.5, 16))}


# --- adagrad_step, adagrad_path ---------------------------------------------------------------------------------------

ADAGRAD = ("p", "h")


@check("adagrad_step", points=1)
def adagrad_of_the_document(student):
    """adagrad_step gives p = -4.5 and h = 9 in the first step from -5, and then h = 15.25"""
    check_step(student, "adagrad_step", ADAGRAD, -5, 0, -3, 0.5, visible=True)
    check_step(student, "adagrad_step", ADAGRAD, -4.5, 9.0, -2.5, 0.5, visible=True)


@check("adagrad_step", points=2)
def adagrad_of_any_arrays(student, draw):
    """adagrad_step is right for any arrays, and for a series of steps with slopes of all sizes"""
    p, _, g, h = arrays(draw)
    check_step(student, "adagrad_step", ADAGRAD, p, h, g, draw.number(0.3, 0.9))
    check_step(student, "adagrad_step", ADAGRAD, p, h, in_whole_numbers(g), draw.number(1.1, 3))
    check_updates(student, "adagrad_step", 1, *series(draw))


@wrong("adagrad_step", "The squares are not added up: the new h is the old one plus g * g.")
def adagrad_not_accumulated(p, h, g, lr):
    h = g * g + 0 * h
    return p - lr / np.sqrt(h) * g, h


@wrong("adagrad_step", "p moves with the root of the old h; add the new square first.")
def adagrad_old_h(p, h, g, lr):
    with np.errstate(all="ignore"):
        return p - np.divide(lr, np.sqrt(h)) * g, h + g * g


@wrong("adagrad_step", "The root is missing: it is divided by h itself.")
def adagrad_without_root(p, h, g, lr):
    h = h + g * g
    return p - lr / h * g, h


@wrong("adagrad_step", "p moves along the slope; subtract the step.")
def adagrad_uphill(p, h, g, lr):
    h = h + g * g
    return p + lr / np.sqrt(h) * g, h


@wrong("adagrad_step", "A small number is under the root; the formula has none, and beside small slopes it counts.")
def adagrad_with_epsilon_inside(p, h, g, lr):
    h = h + g * g
    return p - lr / np.sqrt(h + 1e-7) * g, h


@wrong("adagrad_step", "A small number is added to the root; the formula has none, and beside small slopes it counts.")
def adagrad_with_epsilon(p, h, g, lr):
    h = h + g * g
    return p - lr / (np.sqrt(h) + 1e-7) * g, h


@wrong("adagrad_step", "A small number is added to the root; the formula has none. In part 5 it will get one.")
def adagrad_with_smaller_epsilon(p, h, g, lr):
    h = h + g * g
    return p - lr / (np.sqrt(h) + 1e-8) * g, h


@wrong("adagrad_step", "The slopes themselves are added up; their squares have to be.")
def adagrad_of_sizes(p, h, g, lr):
    h = h + abs(g)
    return p - lr / np.sqrt(h) * g, h


@wrong("adagrad_step", "The slope is missing in the step: lr / sqrt(h) multiplies g.")
def adagrad_along_the_root(p, h, g, lr):
    h = h + g * g
    return p - lr / np.sqrt(h), h


@wrong("adagrad_step", "The learning rate is missing.")
def adagrad_without_lr(p, h, g, lr):
    h = h + g * g
    return p - 1 / np.sqrt(h) * g, h


@wrong("adagrad_step", "It is multiplied by the root of h; it has to be divided by it.")
def adagrad_multiplied(p, h, g, lr):
    h = h + g * g
    return p - lr * np.sqrt(h) * g, h


@wrong("adagrad_step", "The root of h is returned; return h itself, the next step adds to it.")
def adagrad_root_returned(p, h, g, lr):
    p, h = reference.adagrad_step(p, h, g, lr)
    return p, np.sqrt(h)


@wrong("adagrad_step", "All slopes are added up in one number; every parameter has its own h.")
def adagrad_of_all_entries(p, h, g, lr):
    h = h + np.sum(np.square(g))
    return p - lr / np.sqrt(h) * g, h


@wrong("adagrad_step", "The two values are swapped: return p first, then h.")
def adagrad_returned_swapped(p, h, g, lr):
    p, h = reference.adagrad_step(p, h, g, lr)
    return h, p


@check("adagrad_path", points=1, uses=("adagrad_step",))
def adagrad_path_of_the_document(student):
    """adagrad_path makes the 16 places from -5"""
    check_path(student, "adagrad_path", np.array([-5.0]), np.array([1.0]), 0.5, 16, visible=True)


@check("adagrad_path", points=1, uses=("adagrad_step",))
def adagrad_path_from_anywhere(student, draw):
    """adagrad_path is right in every step for any starts, steep valleys and flat ones, and any learning rate"""
    p, c, lr = valley(draw)
    check_path(student, "adagrad_path", p, c, lr, draw.integer(4, 9))
    check_path(student, "adagrad_path", *far_valley(draw), 3)


@check("adagrad_path", points=1, uses=("adagrad_step",))
def adagrad_path_agrees_with_keras(student):
    """adagrad_path arrives where Adagrad of Keras arrived without epsilon"""
    args, expected = known_case("flat_adagrad")
    check_path(student, "adagrad_path", *args, expected=expected)


def known_case(name, *arguments):
    """The arguments and the path of a known case; `arguments` come between the learning rate and the steps."""
    case = known[name]
    between = [case["arguments"][argument] for argument in arguments]
    args = np.array(case["p"]), np.array(case["c"]), case["lr"], *between, case["steps"]
    return args, np.array(case["path"])


def path_with(step):
    """The path that `step` makes, of p, h, the slope, the start and the settings between c and the steps."""

    def run(p, c, *rest):
        *settings, steps = rest
        start, h, path = p, np.zeros_like(p), []
        for _ in range(steps):
            p, h = step(p, h, c, start, *settings)
            path.append(p)
        return np.array(path)

    return run


@wrong("adagrad_path", "h is 0 again in every step: set it once, before the loop.")
def adagrad_path_forgets(p, c, lr, steps):
    return path_with(lambda p, h, c, start, lr: reference.adagrad_step(p, 0 * h, c * (p + 2), lr))(p, c, lr, steps)


@wrong("adagrad_path", "The slope is always that of the start; take it anew at every place.")
def adagrad_path_slope_of_start(p, c, lr, steps):
    return path_with(lambda p, h, c, start, lr: reference.adagrad_step(p, h, c * (start + 2), lr))(p, c, lr, steps)


@wrong("adagrad_path", "h begins at 0.1, as in Keras; here it begins at 0.")
def adagrad_path_from_keras(p, c, lr, steps):
    def step(p, h, c, start, lr):
        p, h = reference.adagrad_step(p, h + 0.1, c * (p + 2), lr)
        return p, h - 0.1

    return path_with(step)(p, c, lr, steps)


@wrong("adagrad_path", "All parameters share one h: it has to be an array like p.")
def adagrad_path_shared(p, c, lr, steps):
    def step(p, h, c, start, lr):
        g = c * (p + 2)
        h = h + np.sum(g * g)
        return p - lr / np.sqrt(h) * g, h

    return path_with(step)(p, c, lr, steps)


@wrong("adagrad_path", "Each entry of h is that of the parameter before it as well: one array is kept for all steps.")
def adagrad_path_rolled(p, c, lr, steps):
    return path_with(lambda p, h, c, start, lr: reference.adagrad_step(p, np.roll(h, 1), c * (p + 2), lr))(
        p, c, lr, steps
    )


@wrong("adagrad_path", "The start is in the path too, and the last step is missing.")
def adagrad_path_one_behind(p, c, lr, steps):
    return np.array([p, *reference.adagrad_path(p, c, lr, steps)[:-1]])


@wrong("adagrad_path", "The start is in the path; its first row is p after the first step.")
def adagrad_path_with_start(p, c, lr, steps):
    return np.array([p, *reference.adagrad_path(p, c, lr, steps)])


@wrong("adagrad_path", "This is only the last place; return all of them.")
def adagrad_path_end(p, c, lr, steps):
    return reference.adagrad_path(p, c, lr, steps)[-1]


@wrong("adagrad_path", "The squares are not added up but averaged with 0.9, as in RMSProp.")
def adagrad_path_of_rmsprop(p, c, lr, steps):
    return reference.rmsprop_path(p, c, lr, 0.9, steps)


# --- adagrad_rates, why_slower ----------------------------------------------------------------------------------------


@check("adagrad_rates", points=2, uses=("adagrad_step",))
def rates_of_any_series(student, draw):
    """adagrad_rates is right in every step of any series of slopes, small and large, and for slopes all the same"""
    of, small = "adagrad_rates(gs, lr)", draw.uniform(4, low=0.01, high=0.05)
    gs = draw.normal(*draw.sizes(1), scale=3)
    for each, lr in ((gs, draw.number(0.1, 0.9)), (small, draw.number(1.1, 3)), (np.full(4, 2.0), 0.5)):
        assert_agrees(student.adagrad_rates, reference.adagrad_rates, each, lr, of=of)


@wrong("adagrad_rates", "Each slope is taken alone: h in a step has all squares up to it.")
def rates_of_single_slopes(gs, lr):
    return lr / np.sqrt(gs**2)


@wrong(
    "adagrad_rates", "h has the squares of all steps from the beginning on; in a step there are only those up to it."
)
def rates_of_the_whole_sum(gs, lr):
    return np.full_like(gs, lr / np.sqrt(np.sum(gs**2)))


@wrong("adagrad_rates", "The root is missing.")
def rates_without_root(gs, lr):
    return lr / np.cumsum(gs**2)


@wrong("adagrad_rates", "The sizes of the slopes are added up; their squares have to be.")
def rates_of_sizes(gs, lr):
    return lr / np.sqrt(np.cumsum(np.abs(gs)))


@wrong("adagrad_rates", "The learning rate is missing.")
def rates_without_lr(gs, lr):
    return 1 / np.sqrt(np.cumsum(gs**2))


@wrong("adagrad_rates", "These are the steps of p; give what multiplies the slopes.")
def rates_times_slopes(gs, lr):
    return lr / np.sqrt(np.cumsum(gs**2)) * gs


@wrong("adagrad_rates", "The squares are averaged over the steps; AdaGrad adds them up.")
def rates_of_means(gs, lr):
    return lr / np.sqrt(np.cumsum(gs**2) / np.arange(1, len(gs) + 1))


@wrong("adagrad_rates", "The sum lacks the slope of the step itself.")
def rates_one_behind(gs, lr):
    squares = np.cumsum(gs**2)
    return lr / np.sqrt(np.append(squares[0], squares[:-1]))


why_slower = choice(
    "why_slower",
    points=1,
    sentence="why_slower says why the steps of AdaGrad get smaller",
    answer="b",
    wrongs={
        "a": "The formula has no such factor: look at what lr is divided by.",
        "c": "h has squares in it: they cannot cancel.",
        "d": "h is a sum from the first step on; nothing in it is forgotten.",
    },
)

# --- rmsprop_step, rmsprop_path ---------------------------------------------------------------------------------------


@check("rmsprop_step", points=1)
def rmsprop_of_the_document(student):
    """rmsprop_step gives p and h of the first step from -5, and from any h"""
    check_step(student, "rmsprop_step", ADAGRAD, -5, 0, -3, 0.5, 0.9, visible=True)
    check_step(student, "rmsprop_step", ADAGRAD, 1.0, 8.0, 2.0, 0.5, 0.75, visible=True)


@check("rmsprop_step", points=2)
def rmsprop_of_any_arrays(student, draw):
    """rmsprop_step is right for any arrays, and for a series of steps with slopes of all sizes"""
    p, _, g, h = arrays(draw)
    check_step(student, "rmsprop_step", ADAGRAD, p, h, g, draw.number(0.3, 0.9), draw.number(0.6, 0.85))
    settings = draw.number(1.1, 3), draw.number(0.1, 0.5)
    check_step(student, "rmsprop_step", ADAGRAD, p, h, in_whole_numbers(g), *settings)
    check_updates(student, "rmsprop_step", 1, *series(draw), draw.number(0.6, 0.85))


@wrong("rmsprop_step", "The two weights are exchanged: rho belongs to the old h.")
def rmsprop_weights_exchanged(p, h, g, lr, rho):
    return reference.rmsprop_step(p, h, g, lr, 1 - rho)


@wrong("rmsprop_step", "The new square has no weight; it is multiplied by 1 - rho.")
def rmsprop_square_unweighted(p, h, g, lr, rho):
    h = rho * h + g * g
    return p - lr / np.sqrt(h) * g, h


@wrong("rmsprop_step", "The squares are added up, as in AdaGrad; here h is an average.")
def rmsprop_as_adagrad(p, h, g, lr, rho):
    return reference.adagrad_step(p, h, g, lr)


@wrong("rmsprop_step", "The slope is not squared in h.")
def rmsprop_of_sizes(p, h, g, lr, rho):
    h = rho * h + (1 - rho) * abs(g)
    return p - lr / np.sqrt(h) * g, h


@wrong("rmsprop_step", "The weight 1 - rho is squared together with the slope.")
def rmsprop_weight_squared(p, h, g, lr, rho):
    h = rho * h + ((1 - rho) * g) ** 2
    return p - lr / np.sqrt(h) * g, h


@wrong("rmsprop_step", "The root is missing: it is divided by h itself.")
def rmsprop_without_root(p, h, g, lr, rho):
    h = rho * h + (1 - rho) * g * g
    return p - lr / h * g, h


@wrong("rmsprop_step", "p moves along the slope; subtract the step.")
def rmsprop_uphill(p, h, g, lr, rho):
    h = rho * h + (1 - rho) * g * g
    return p + lr / np.sqrt(h) * g, h


@wrong("rmsprop_step", "A small number is under the root, as in Keras; the formula has none.")
def rmsprop_with_epsilon_inside(p, h, g, lr, rho):
    h = rho * h + (1 - rho) * g * g
    return p - lr / np.sqrt(h + 1e-7) * g, h


@wrong("rmsprop_step", "A small number is added to the root; the formula has none, and beside small slopes it counts.")
def rmsprop_with_epsilon(p, h, g, lr, rho):
    h = rho * h + (1 - rho) * g * g
    return p - lr / (np.sqrt(h) + 1e-7) * g, h


@wrong("rmsprop_step", "A small number is added to the root; the formula has none, even if it is as small as 1e-8.")
def rmsprop_with_smaller_epsilon(p, h, g, lr, rho):
    h = rho * h + (1 - rho) * g * g
    return p - lr / (np.sqrt(h) + 1e-8) * g, h


@wrong("rmsprop_step", "p moves with the root of the old h; compute the new one first.")
def rmsprop_old_h(p, h, g, lr, rho):
    with np.errstate(all="ignore"):
        return p - np.divide(lr, np.sqrt(h)) * g, rho * h + (1 - rho) * g * g


@wrong("rmsprop_step", "The learning rate is missing.")
def rmsprop_without_lr(p, h, g, lr, rho):
    h = rho * h + (1 - rho) * g * g
    return p - 1 / np.sqrt(h) * g, h


@wrong("rmsprop_step", "The two values are swapped: return p first, then h.")
def rmsprop_returned_swapped(p, h, g, lr, rho):
    p, h = reference.rmsprop_step(p, h, g, lr, rho)
    return h, p


@check("rmsprop_path", points=1, uses=("rmsprop_step",))
def rmsprop_path_of_the_document(student):
    """rmsprop_path makes the 16 places from -5"""
    check_path(student, "rmsprop_path", np.array([-5.0]), np.array([1.0]), 0.5, 0.9, 16, visible=True)


@check("rmsprop_path", points=1, uses=("rmsprop_step",))
def rmsprop_path_from_anywhere(student, draw):
    """rmsprop_path is right in every step for any starts, steep valleys and flat ones, any learning rate and rho"""
    p, c, lr = valley(draw)
    check_path(student, "rmsprop_path", p, c, lr, draw.number(0.5, 0.8), draw.integer(4, 6))
    check_path(student, "rmsprop_path", *far_valley(draw), draw.number(0.2, 0.4), 2)


@check("rmsprop_path", points=1, uses=("rmsprop_step",))
def rmsprop_path_agrees_with_keras(student):
    """rmsprop_path arrives where RMSprop of Keras arrived without epsilon"""
    args, expected = known_case("flat_rmsprop", "rho")
    check_path(student, "rmsprop_path", *args, expected=expected)


@wrong("rmsprop_path", "h is 0 again in every step: set it once, before the loop.")
def rmsprop_path_forgets(p, c, lr, rho, steps):
    step = lambda p, h, c, start, *s: reference.rmsprop_step(p, 0 * h, c * (p + 2), *s)  # noqa: E731
    return path_with(step)(p, c, lr, rho, steps)


@wrong("rmsprop_path", "The slope is always that of the start; take it anew at every place.")
def rmsprop_path_slope_of_start(p, c, lr, rho, steps):
    step = lambda p, h, c, start, *s: reference.rmsprop_step(p, h, c * (start + 2), *s)  # noqa: E731
    return path_with(step)(p, c, lr, rho, steps)


@wrong("rmsprop_path", "rho is always 0.9 here; use the argument.")
def rmsprop_path_with_usual_rho(p, c, lr, rho, steps):
    return reference.rmsprop_path(p, c, lr, 0.9, steps)


@wrong("rmsprop_path", "The squares are added up, as in AdaGrad; call your rmsprop_step.")
def rmsprop_path_of_adagrad(p, c, lr, rho, steps):
    return reference.adagrad_path(p, c, lr, steps)


@wrong("rmsprop_path", "lr and rho are exchanged in the call.")
def rmsprop_path_exchanged(p, c, lr, rho, steps):
    return reference.rmsprop_path(p, c, rho, lr, steps)


@wrong("rmsprop_path", "All parameters share one h: it has to be an array like p.")
def rmsprop_path_shared(p, c, lr, rho, steps):
    def step(p, h, c, start, lr, rho):
        g = c * (p + 2)
        h = rho * h + (1 - rho) * np.sum(g * g)
        return p - lr / np.sqrt(h) * g, h

    return path_with(step)(p, c, lr, rho, steps)


@wrong("rmsprop_path", "The start is in the path too, and the last step is missing.")
def rmsprop_path_one_behind(p, c, lr, rho, steps):
    return np.array([p, *reference.rmsprop_path(p, c, lr, rho, steps)[:-1]])


@wrong("rmsprop_path", "This is only the last place; return all of them.")
def rmsprop_path_end(p, c, lr, rho, steps):
    return reference.rmsprop_path(p, c, lr, rho, steps)[-1]


# --- rmsprop_weights --------------------------------------------------------------------------------------------------


@check("rmsprop_weights", points=2)
def weights_of_any_rho(student, draw):
    """rmsprop_weights is right for one step and for many, for small rho and for large ones"""
    of = "rmsprop_weights(steps, rho)"
    for steps, rho in ((draw.integer(3, 5), draw.number(0.1, 0.4)), (draw.integer(6, 9), 0.9), (1, 0.3)):
        assert_agrees(student.rmsprop_weights, reference.rmsprop_weights, steps, rho, of=of)


@wrong("rmsprop_weights", "The newest comes first; the order is from the oldest to the newest.")
def weights_newest_first(steps, rho):
    return reference.rmsprop_weights(steps, rho)[::-1]


@wrong("rmsprop_weights", "The factor 1 - rho is missing: the newest square has this weight.")
def weights_without_factor(steps, rho):
    return rho ** np.arange(steps - 1, -1, -1)


@wrong("rmsprop_weights", "The power is one too large: the newest square has not been multiplied by rho.")
def weights_power_too_large(steps, rho):
    return (1 - rho) * rho ** np.arange(steps, 0, -1)


@wrong("rmsprop_weights", "rho and 1 - rho are exchanged.")
def weights_exchanged(steps, rho):
    return rho * (1 - rho) ** np.arange(steps - 1, -1, -1)


@wrong("rmsprop_weights", "All squares have the same weight; an older one has been multiplied by rho more often.")
def weights_all_the_same(steps, rho):
    return np.full(steps, 1 - rho)


@wrong("rmsprop_weights", "The weights are made to add up to 1; those of h do not, as h begins at 0.")
def weights_that_add_up(steps, rho):
    weights = reference.rmsprop_weights(steps, rho)
    return weights / weights.sum()


@wrong("rmsprop_weights", "The older squares lose the same amount with each step; they lose the same factor.")
def weights_linear(steps, rho):
    return (1 - rho) * (1 - (1 - rho) * np.arange(steps - 1, -1, -1))


@wrong("rmsprop_weights", "The oldest square has no factor 1 - rho; h begins at 0, so every square has it.")
def weights_from_first_square(steps, rho):
    weights = reference.rmsprop_weights(steps, rho)
    weights[0] /= 1 - rho
    return weights


# --- corrected, adam_step ---------------------------------------------------------------------------------------------


@check("corrected", points=1)
def corrected_of_the_document(student):
    """at t = 1 the corrected averages are g = -3 and its square 9"""
    assert_close(student.corrected(-0.3, 0.9, 1), -3, of="corrected(-0.3, 0.9, 1)", visible=True)
    found = student.corrected(0.009, 0.999, 1)
    assert_close(found, 9, of="corrected(0.009, 0.999, 1)", conditioning=9000, visible=True)


@check("corrected", points=1)
def corrected_at_any_step(student, draw):
    """corrected(average, beta, t) is right for arrays, and for early steps and late ones"""
    for t in (1, 2, draw.integer(3, 6), draw.integer(20, 40)):
        average = draw.normal(*draw.sizes(2))
        assert_agrees(
            student.corrected, reference.corrected, average, draw.number(0.6, 0.95), t, of=f"corrected(…, t={t})"
        )


@wrong("corrected", "t is missing: beta has to be raised to the power t.")
def corrected_without_t(average, beta, t):
    return average / (1 - beta)


@wrong("corrected", "beta is multiplied by t; t is a power.")
def corrected_by_product(average, beta, t):
    return average / (1 - beta * t)


@wrong("corrected", "The power is one too large: in the first step t is 1.")
def corrected_one_too_late(average, beta, t):
    return average / (1 - beta ** (t + 1))


@wrong("corrected", "The power belongs to beta alone, not to 1 - beta.")
def corrected_power_outside(average, beta, t):
    return average / (1 - beta) ** t


@wrong("corrected", "It is multiplied by 1 - beta**t; that makes it smaller still. Divide.")
def corrected_multiplied(average, beta, t):
    return average * (1 - beta**t)


@wrong("corrected", "It is divided by beta**t; divide by what is missing from it to 1.")
def corrected_by_power(average, beta, t):
    return average / beta**t


@wrong("corrected", "Nothing is corrected: the average is returned as it is.")
def corrected_not(average, beta, t):
    return average + 0.0


@wrong("corrected", "The sign in the divisor is wrong: it is 1 minus beta**t.")
def corrected_with_plus(average, beta, t):
    return average / (1 + beta**t)


ADAM = ("p", "m", "v")


@check("adam_step", points=1, uses=("corrected",))
def adam_of_the_document(student):
    """adam_step gives p, m and v of the first two steps from -5"""
    usual = (0.5, 0.9, 0.999, 1e-8)
    check_step(student, "adam_step", ADAM, -5, 0, 0, 1, -3, *usual, visible=True)
    check_step(student, "adam_step", ADAM, -4.500000001666667, -0.3, 0.009, 2, -2.500000001666667, *usual, visible=True)


@check("adam_step", points=2, uses=("corrected",))
def adam_of_any_arrays(student, draw):
    """adam_step is right for any arrays and any step number"""
    for t in (1, 2, draw.integer(3, 9)):
        p, m, g, v = arrays(draw)
        betas = draw.number(0.6, 0.8), draw.number(0.85, 0.95)
        eps = draw.number(0.1, 0.3)
        check_step(student, "adam_step", ADAM, p, m, v, t, g, draw.number(0.5, 0.9), *betas, eps)
        check_step(student, "adam_step", ADAM, p, m, v, t, in_whole_numbers(g), draw.number(1.1, 3), *betas, eps)


@check("adam_step", points=2, uses=("corrected",))
def adam_updates(student, draw):
    """the updates of adam_step are right in a series of steps from m = v = 0, with slopes of all sizes"""
    betas = draw.number(0.6, 0.8), draw.number(0.9, 0.95)
    check_updates(student, "adam_step", 2, *series(draw), *betas, 1e-8, counted=True)


def adam_with(step, averages=None):
    """A step of Adam whose averages or whose last line are another."""

    def run(p, m, v, t, g, lr, beta_1, beta_2, eps):
        if averages:
            m, v = averages(m, v, g, beta_1, beta_2)
        else:
            m, v = beta_1 * m + (1 - beta_1) * g, beta_2 * v + (1 - beta_2) * g * g
        with np.errstate(all="ignore"):
            return p - step(m, v, m / (1 - beta_1**t), v / (1 - beta_2**t), t, lr, beta_1, beta_2, eps), m, v

    return run


def right_end(m, v, M, V, t, lr, beta_1, beta_2, eps):
    return lr * M / (np.sqrt(V) + eps)


def adam_mistake(name, advice, step=right_end, averages=None):
    """A known wrong answer of adam_step that is a right step but for one line."""
    run = adam_with(step, averages)
    run.__name__ = name
    return wrong("adam_step", advice)(run)


adam_without_correction = adam_mistake(
    "adam_without_correction",
    "m and v are used as they are; the first steps need the corrected M and V.",
    lambda m, v, M, V, t, lr, b1, b2, eps: lr * m / (np.sqrt(v) + eps),
)
adam_without_t = adam_mistake(
    "adam_without_t",
    "The power t is missing in the correction: it is 1 - beta**t.",
    lambda m, v, M, V, t, lr, b1, b2, eps: lr * m / (1 - b1) / (np.sqrt(v / (1 - b2)) + eps),
)
adam_t_too_large = adam_mistake(
    "adam_t_too_large",
    "The correction is that of the next step: in the first step t is 1, not 2.",
    lambda m, v, M, V, t, lr, b1, b2, eps: lr * m / (1 - b1 ** (t + 1)) / (np.sqrt(v / (1 - b2 ** (t + 1))) + eps),
)
adam_m_not_corrected = adam_mistake(
    "adam_m_not_corrected",
    "Only v is corrected; the step goes along M, the corrected m.",
    lambda m, v, M, V, t, lr, b1, b2, eps: lr * m / (np.sqrt(V) + eps),
)
adam_v_not_corrected = adam_mistake(
    "adam_v_not_corrected",
    "Only m is corrected; it is divided by the root of V, the corrected v.",
    lambda m, v, M, V, t, lr, b1, b2, eps: lr * M / (np.sqrt(v) + eps),
)
adam_epsilon_inside = adam_mistake(
    "adam_epsilon_inside",
    "eps is under the root; it is added to the root.",
    lambda m, v, M, V, t, lr, b1, b2, eps: lr * M / np.sqrt(V + eps),
)
adam_without_epsilon = adam_mistake(
    "adam_without_epsilon",
    "eps is missing: it is added to the root.",
    lambda m, v, M, V, t, lr, b1, b2, eps: lr * M / np.sqrt(V),
)
adam_epsilon_of_keras = adam_mistake(
    "adam_epsilon_of_keras",
    "eps is added before the correction, as in Keras; the formula adds it to the root of V.",
    lambda m, v, M, V, t, lr, b1, b2, eps: lr * np.sqrt(1 - b2**t) / (1 - b1**t) * m / (np.sqrt(v) + eps),
)
adam_epsilon_outside = adam_mistake(
    "adam_epsilon_outside",
    "eps is added to the whole fraction: brackets around the root and eps are missing.",
    lambda m, v, M, V, t, lr, b1, b2, eps: lr * M / np.sqrt(V) + eps,
)
adam_without_root = adam_mistake(
    "adam_without_root",
    "The root is missing: it is divided by V itself.",
    lambda m, v, M, V, t, lr, b1, b2, eps: lr * M / (V + eps),
)
adam_uphill = adam_mistake(
    "adam_uphill",
    "p moves along the slope; subtract the step.",
    lambda *args: -right_end(*args),
)
adam_without_lr = adam_mistake(
    "adam_without_lr",
    "The learning rate is missing.",
    lambda m, v, M, V, t, lr, b1, b2, eps: M / (np.sqrt(V) + eps),
)
adam_of_sizes = adam_mistake(
    "adam_of_sizes",
    "v is an average of the slopes' sizes; it has to be one of their squares.",
    averages=lambda m, v, g, b1, b2: (b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * abs(g)),
)
adam_betas_exchanged = adam_mistake(
    "adam_betas_exchanged",
    "The two betas are exchanged: beta_1 belongs to m, beta_2 to v.",
    averages=lambda m, v, g, b1, b2: (b2 * m + (1 - b2) * g, b1 * v + (1 - b1) * g * g),
)
adam_weights_exchanged = adam_mistake(
    "adam_weights_exchanged",
    "The weights are exchanged: beta belongs to the old average, 1 - beta to the new slope.",
    averages=lambda m, v, g, b1, b2: ((1 - b1) * m + b1 * g, (1 - b2) * v + b2 * g * g),
)
adam_unweighted = adam_mistake(
    "adam_unweighted",
    "The new slope and its square have no weight: multiply them by 1 - beta.",
    averages=lambda m, v, g, b1, b2: (b1 * m + g, b2 * v + g * g),
)
adam_added_up = adam_mistake(
    "adam_added_up",
    "v is a sum of squares, as in AdaGrad; it is an average with beta_2.",
    averages=lambda m, v, g, b1, b2: (b1 * m + (1 - b1) * g, v + g * g),
)


@wrong("adam_step", "The corrected M and V are returned and corrected again in the next step; return m and v.")
def adam_corrected_returned(p, m, v, t, g, lr, beta_1, beta_2, eps):
    p, m, v = reference.adam_step(p, m, v, t, g, lr, beta_1, beta_2, eps)
    return p, m / (1 - beta_1**t), v / (1 - beta_2**t)


@wrong("adam_step", "m and v are returned in the wrong order: p, m, v.")
def adam_returned_swapped(p, m, v, t, g, lr, beta_1, beta_2, eps):
    p, m, v = reference.adam_step(p, m, v, t, g, lr, beta_1, beta_2, eps)
    return p, v, m


@wrong("adam_step", "The step goes along the slope g itself; it goes along its corrected average M.")
def adam_without_m(p, m, v, t, g, lr, beta_1, beta_2, eps):
    _, m, v = reference.adam_step(p, m, v, t, g, lr, beta_1, beta_2, eps)
    return p - lr * g / (np.sqrt(v / (1 - beta_2**t)) + eps), m, v


# --- Adam -------------------------------------------------------------------------------------------------------------


def descent(lesson, params, slopes, *settings):
    """Each step of one optimizer, from the parameters on that it gave before. The slopes are (steps, *shape) by name."""
    optimizer = lesson.Adam(*settings)
    for t in range(len(slopes["W"])):
        params = optimizer.update(params, {name: slopes[name][t] for name in slopes})
        yield f"step {t + 1}: optimizer.update(params, grads)", params
    yield "optimizer.t after the steps", optimizer.t


def side_by_side(lesson, starts, slopes, *settings):
    """The steps of two optimizers, in turns; the second one goes twice as often."""
    one, other = (lesson.Adam(*each) for each in settings)
    first, second = starts
    for t in range(len(slopes)):
        first = one.update(first, {"W": slopes[t]})
        yield f"step {t + 1} of the first optimizer: update(params, grads)", first
        for number in (2 * t + 1, 2 * t + 2):
            second = other.update(second, {"W": -slopes[t], "U": slopes[t]})
            yield f"step {number} of the second optimizer: update(params, grads)", second
    yield "t of the first optimizer", one.t
    yield "t of the second optimizer", other.t


def start(draw, *shape):
    """Parameters so far from 0 that no path comes near it."""
    return draw.signs(*shape) * draw.uniform(*shape, low=8, high=12)


@check("Adam", points=1, uses=("corrected", "adam_step"))
def adam_steps_of_the_document(student):
    """an Adam(lr, beta_1, beta_2, eps) takes the first three steps from -5, and its t counts them"""
    params, slopes_of_W = {"W": np.array([-5.0])}, np.array([[-3.0], [-2.5], [-1.9955865]])
    assert_steps_agree(descent, student, reference, params, {"W": slopes_of_W}, 0.5, 0.9, 0.999, 1e-8, visible=True)


@check("Adam", points=2, uses=("corrected", "adam_step"))
def adam_steps_of_any_parameters(student, draw):
    """update is right in every step for all parameters, with slopes of all sizes and the settings of the constructor"""
    gradients, _ = series(draw)
    shape = gradients.shape[1:]
    params = {"U": start(draw, *shape), "W": start(draw, *shape)}
    slopes_of_all = {"W": gradients, "U": slopes(draw, *gradients.shape) * draw.permutation(SIZES)}
    settings = draw.number(0.2, 0.6), draw.number(0.6, 0.8), draw.number(0.9, 0.95)
    assert_steps_agree(descent, student, reference, params, slopes_of_all, *settings, 1e-8)
    large = {"W": slopes(draw, 3, *shape), "U": slopes(draw, 3, *shape)}
    assert_steps_agree(descent, student, reference, params, large, *settings, draw.number(0.3, 0.5))


@check("Adam", points=1, uses=("corrected", "adam_step"))
def adam_objects_side_by_side(student, draw):
    """two optimizers with other settings and other parameters know nothing of each other"""
    size, betas = draw.integer(2, 4), (draw.number(0.6, 0.8), draw.number(0.9, 0.95))
    starts = {"W": start(draw, size)}, {"W": start(draw, size), "U": start(draw, size)}
    settings = (draw.number(0.5, 0.8), *betas, 1e-8), (draw.number(0.1, 0.3), *betas[::-1], 1e-8)
    assert_steps_agree(side_by_side, student, reference, starts, slopes(draw, 3, size), *settings)


def update_with(step):
    """An update in which the step of a parameter is another, of the object, the name, p, g and what is remembered."""

    def update(self, params, grads):
        self.t += 1
        updated = {}
        for name, p in params.items():
            m, v = self.m.get(name, 0), self.v.get(name, 0)
            updated[name], self.m[name], self.v[name] = step(self, p, m, v, self.t, grads[name])
        return updated

    return update


def adam_settings(self):
    return self.lr, self.beta_1, self.beta_2, self.eps


def update_mistake(name, advice, step):
    """A known wrong answer for the method update alone."""
    update = update_with(step)
    update.__name__ = name
    return wrong("Adam.update", advice)(update)


update_uphill = update_mistake(
    "update_uphill",
    "The parameters go along their slopes; they have to go against them.",
    lambda self, p, m, v, t, g: (
        2 * p - reference.adam_step(p, m, v, t, g, *adam_settings(self))[0],
        *reference.adam_step(p, m, v, t, g, *adam_settings(self))[1:],
    ),
)
update_forgets = update_mistake(
    "update_forgets",
    "m and v are 0 again in every step: keep them in self after it.",
    lambda self, p, m, v, t, g: reference.adam_step(p, 0, 0, t, g, *adam_settings(self)),
)
update_without_count = update_mistake(
    "update_without_count",
    "The correction is always that of the first step: pass the object's own t.",
    lambda self, p, m, v, t, g: reference.adam_step(p, m, v, 1, g, *adam_settings(self)),
)
update_from_two = update_mistake(
    "update_from_two",
    "The first step is corrected with t = 2; it should be 1.",
    lambda self, p, m, v, t, g: reference.adam_step(p, m, v, t + 1, g, *adam_settings(self)),
)
update_without_correction = update_mistake(
    "update_without_correction",
    "m and v are used without the correction.",
    lambda self, p, m, v, t, g: adam_without_correction.answer(p, m, v, t, g, *adam_settings(self)),
)
update_keeps_corrected = update_mistake(
    "update_keeps_corrected",
    "The corrected averages are kept for the next step; keep m and v.",
    lambda self, p, m, v, t, g: adam_corrected_returned.answer(p, m, v, t, g, *adam_settings(self)),
)
update_betas_exchanged = update_mistake(
    "update_betas_exchanged",
    "The two betas are exchanged.",
    lambda self, p, m, v, t, g: reference.adam_step(p, m, v, t, g, self.lr, self.beta_2, self.beta_1, self.eps),
)


@wrong("Adam.update", "All parameters share one m and one v; each needs its own.")
def update_shares_averages(self, params, grads):
    self.t += 1
    updated, memory = {}, (self.m.get("", 0), self.v.get("", 0))
    for name, p in params.items():
        updated[name], *memory = reference.adam_step(p, *memory, self.t, grads[name], *adam_settings(self))
    self.m[""], self.v[""] = memory
    return updated


@wrong("Adam.update", "t is counted up for each parameter; it is counted up once in each step and is the same for all.")
def update_counts_parameters(self, params, grads):
    updated = {}
    for name, p in params.items():
        self.t += 1
        memory = self.m.get(name, 0), self.v.get(name, 0)
        updated[name], self.m[name], self.v[name] = reference.adam_step(
            p, *memory, self.t, grads[name], *adam_settings(self)
        )
    return updated


@wrong(
    "Adam.update", "t is counted up after the step, so the first one divides by 1 - beta**0 = 0: count it up before."
)
def update_counts_afterwards(self, params, grads):
    self.t -= 1
    with np.errstate(all="ignore"):
        updated = reference.Adam.update(self, params, grads)
    self.t += 1
    return updated


@wrong("Adam.update", "Nothing is returned: give back the dictionary with the new parameters.")
def update_returns_nothing(self, params, grads):
    reference.Adam.update(self, params, grads)


@wrong("Adam.update", "The parameters come back as they were: put each new p into the dictionary that is returned.")
def update_returns_the_old(self, params, grads):
    reference.Adam.update(self, params, grads)
    return dict(params)


@wrong("Adam.update", "Only the last parameter is returned: begin the new dictionary before the loop.")
def update_returns_the_last(self, params, grads):
    return dict([[*reference.Adam.update(self, params, grads).items()][-1]])


@wrong("Adam.__init__", "The settings are always 0.001, 0.9, 0.999 and 1e-8: use the arguments of the constructor.")
def init_with_usual_settings(self, lr, beta_1, beta_2, eps):
    reference.Adam.__init__(self, 0.001, 0.9, 0.999, 1e-8)


@wrong("Adam.__init__", "All optimizers share one m and one v: make them in __init__, as self.m and self.v.")
def init_with_averages_in_the_class(self, lr, beta_1, beta_2, eps):
    reference.Adam.__init__(self, lr, beta_1, beta_2, eps)
    kind = type(self)
    kind.m, kind.v = vars(kind).get("m", {}), vars(kind).get("v", {})
    del self.m, self.v


@wrong(
    "Adam.__init__", "m and v stand in the class, and a new optimizer empties those of all others: keep them in self."
)
def init_with_new_averages_in_the_class(self, lr, beta_1, beta_2, eps):
    reference.Adam.__init__(self, lr, beta_1, beta_2, eps)
    type(self).m, type(self).v = {}, {}
    del self.m, self.v


@wrong("Adam.__init__", "All optimizers have the settings of the last one that was made: keep them in self.")
def init_with_settings_in_the_class(self, lr, beta_1, beta_2, eps):
    reference.Adam.__init__(self, lr, beta_1, beta_2, eps)
    for name, value in {"lr": lr, "beta_1": beta_1, "beta_2": beta_2, "eps": eps}.items():
        delattr(self, name)
        setattr(type(self), name, value)


# --- ranking ----------------------------------------------------------------------------------------------------------

ORDER = ("rmsprop", "plain", "momentum", "adagrad", "adam")


def ranking_right(student):
    found = as_parts(student.ranking, 5, of="ranking")
    if not all(isinstance(word, str) for word in found) or {word.strip().casefold() for word in found} != set(ORDER):
        raise Failure(f"ranking should have each of the words {', '.join(map(repr, sorted(ORDER)))} once", found)
    for place, (word, right) in enumerate(zip(found, ORDER, strict=True), start=1):
        assert_equal(word, right, of=f"place {place} of ranking")


ranking = values(
    "ranking",
    points=2,
    sentence="ranking sorts the five rules by their distance to -2 after 16 steps",
    is_right=ranking_right,
    wrongs={
        "farthest-first": (ORDER[::-1], "The farthest comes first; begin with the nearest."),
        "momentum-before-plain": (
            ("rmsprop", "momentum", "plain", "adagrad", "adam"),
            "Momentum is about 0.01 away. Compute where plain gradient descent is: momentum_step with m = 0.",
        ),
        "adam-first": (
            ("adam", "rmsprop", "plain", "momentum", "adagrad"),
            "Adam is used most, but look at its last printed number: it is far past -2.",
        ),
        "as-in-the-text": (
            ("adam", "rmsprop", "adagrad", "momentum", "plain"),
            "This is the reverse of the order in which the rules are taught; compare the last numbers of the paths.",
        ),
        "adagrad-last": (
            ("rmsprop", "plain", "momentum", "adam", "adagrad"),
            "AdaGrad ends 0.6 before -2; how far past -2 does Adam end?",
        ),
        "plain-first": (
            ("plain", "rmsprop", "momentum", "adagrad", "adam"),
            "Plain gradient descent halves its distance 16 times; RMSProp is nearer still.",
        ),
        "plain-last": (
            ("rmsprop", "momentum", "adagrad", "adam", "plain"),
            "Plain gradient descent halves its distance in every step: it is not the last.",
        ),
    },
)

# --- start_at_minimum, safe_adagrad_step ------------------------------------------------------------------------------

start_at_minimum = choice(
    "start_at_minimum",
    points=1,
    sentence="start_at_minimum says what AdaGrad without eps gives at the minimum",
    answer="d",
    wrongs={
        "a": "The slope is 0, but so is the root of h that it is divided by.",
        "b": "p itself is not multiplied; something is subtracted from it.",
        "c": "A number other than 0 divided by 0 is infinite; here 0 is divided by 0.",
    },
)


@check("safe_adagrad_step", points=1)
def safe_at_the_minimum(student):
    """safe_adagrad_step leaves p where it is at the minimum, also one parameter of several"""
    check_step(student, "safe_adagrad_step", ADAGRAD, -2.0, 0.0, 0.0, 0.5, 1e-8, visible=True)
    p, h, g = np.array([-2.0, 3.0]), np.array([0.0, 0.0]), np.array([0.0, 5.0])
    of = "safe_adagrad_step([-2, 3], [0, 0], [0, 5], 0.5, 1e-08)"
    found = whole(student.safe_adagrad_step, 2, of)(p, h, g, 0.5, 1e-8)
    for name, value, expected in zip(ADAGRAD, found, ([-2.0, 2.5], [0.0, 25.0]), strict=True):
        assert_close(value, np.array(expected), of=f"{name} of {of}", visible=True)


@check("safe_adagrad_step", points=1)
def safe_with_large_eps(student, draw):
    """safe_adagrad_step has eps in the right place where eps is as large as the root"""
    p, _, g, h = arrays(draw)
    check_step(student, "safe_adagrad_step", ADAGRAD, p, h, g, draw.number(0.3, 0.9), draw.number(0.5, 1.5))
    check_step(student, "safe_adagrad_step", ADAGRAD, p, h, in_whole_numbers(g), draw.number(1.1, 3), 0.5)


@check("safe_adagrad_step", points=1)
def safe_updates(student, draw):
    """the updates of safe_adagrad_step are right in a series of steps from h = 0, with slopes of all sizes"""
    check_updates(student, "safe_adagrad_step", 1, *series(draw), draw.number(1e-7, 1e-6))


@wrong("safe_adagrad_step", "eps is under the root; add it to the root.")
def safe_inside_the_root(p, h, g, lr, eps):
    h = h + g * g
    return p - lr / np.sqrt(h + eps) * g, h


@wrong("safe_adagrad_step", "eps is added to h in every step, so h is no sum of squares any more; add it to the root.")
def safe_in_the_sum(p, h, g, lr, eps):
    h = h + g * g + eps
    return p - lr / np.sqrt(h) * g, h


@wrong("safe_adagrad_step", "eps is missing: at the minimum 0 is divided by 0.")
def safe_without_eps(p, h, g, lr, eps):
    with np.errstate(all="ignore"):
        h = h + g * g
        return p - lr * np.divide(g, np.sqrt(h)), h


@wrong("safe_adagrad_step", "eps is added to the whole fraction: brackets around the root and eps are missing.")
def safe_beside_the_fraction(p, h, g, lr, eps):
    with np.errstate(all="ignore"):
        h = h + g * g
        return p - (np.divide(lr, np.sqrt(h)) + eps) * g, h


@wrong("safe_adagrad_step", "eps is always 1e-8; use the argument.")
def safe_with_fixed_eps(p, h, g, lr, eps):
    h = h + g * g
    return p - lr / (np.sqrt(h) + 1e-8) * g, h


@wrong("safe_adagrad_step", "The root of h is replaced where it is smaller than eps; add eps to it everywhere.")
def safe_by_maximum(p, h, g, lr, eps):
    h = h + g * g
    return p - lr / np.maximum(np.sqrt(h), eps) * g, h


@wrong("safe_adagrad_step", "The step is left out where h is 0, and there is no eps elsewhere; add it to the root.")
def safe_by_condition(p, h, g, lr, eps):
    h = h + g * g
    return p - lr * g / np.where(h > 0, np.sqrt(h), 1.0), h


@wrong("safe_adagrad_step", "The squares are not added up: the new h is the old one plus g * g.")
def safe_not_accumulated(p, h, g, lr, eps):
    h = g * g + 0 * h
    return p - lr / (np.sqrt(h) + eps) * g, h


# --- Keras ------------------------------------------------------------------------------------------------------------


@check("keras_epsilon", points=2)
def epsilon_of_any_step(student, draw):
    """keras_epsilon(eps, beta_2, t) is right in early steps and late ones, and for any beta_2"""
    for t in (1, 2, draw.integer(3, 8)):
        eps, beta_2 = draw.number(1e-8, 1e-2), draw.number(0.5, 0.95)
        assert_agrees(student.keras_epsilon, reference.keras_epsilon, eps, beta_2, t, of=f"keras_epsilon(…, t={t})")


@wrong("keras_epsilon", "The epsilons are taken to be the same; the correction multiplies that of Keras.")
def epsilon_the_same(eps, beta_2, t):
    return eps


@wrong("keras_epsilon", "It is the other way round: this is the epsilon of part 4 for that of Keras.")
def epsilon_divided(eps, beta_2, t):
    return eps / np.sqrt(1 - beta_2**t)


@wrong("keras_epsilon", "The root is missing: eps stands beside the root of v.")
def epsilon_without_root(eps, beta_2, t):
    return eps * (1 - beta_2**t)


@wrong("keras_epsilon", "The power t is missing in the correction.")
def epsilon_without_t(eps, beta_2, t):
    return eps * np.sqrt(1 - beta_2)


@wrong("keras_epsilon", "eps is squared, as if it stood under the root; it stands beside it.")
def epsilon_squared(eps, beta_2, t):
    return eps**2 * (1 - beta_2**t)


@wrong("keras_epsilon", "The power is one too large: in the first step t is 1.")
def epsilon_of_next_step(eps, beta_2, t):
    return eps * np.sqrt(1 - beta_2 ** (t + 1))


@wrong("keras_epsilon", "This is the root of beta_2**t; the correction is 1 minus it.")
def epsilon_with_power(eps, beta_2, t):
    return eps * np.sqrt(beta_2**t)


def run_keras(rule):
    """A Keras optimizer in NumPy: `rule` gives the update from the slope, a dict of memories, t and the settings."""

    def path(p, c, *rest):
        *settings, steps = rest
        memory, places = {}, []
        for t in range(1, steps + 1):
            p = p - rule(c * (p + 2), memory, t, *settings)
            places.append(p)
        return np.array(places)

    return path


def sgd(g, memory, t, lr, m, nesterov=False):
    v = memory["v"] = m * memory.get("v", 0) - lr * g
    return lr * g - m * v if nesterov else -v


def adagrad(g, memory, t, lr, initial=0.0, eps=0.0):
    h = memory["h"] = memory.get("h", initial) + g * g
    return lr * g / np.sqrt(h + eps)


def rmsprop(g, memory, t, lr, rho, eps=0.0, centered=False):
    h = memory["h"] = rho * memory.get("h", 0) + (1 - rho) * g * g
    mean = memory["mean"] = rho * memory.get("mean", 0) + (1 - rho) * g
    return lr * g / np.sqrt(h - mean**2 + eps if centered else h + eps)


def adam(g, memory, t, lr, beta_1, beta_2, eps=0.0):
    m = memory["m"] = beta_1 * memory.get("m", 0) + (1 - beta_1) * g
    v = memory["v"] = beta_2 * memory.get("v", 0) + (1 - beta_2) * g * g
    return lr * np.sqrt(1 - beta_2**t) / (1 - beta_1**t) * m / (np.sqrt(v) + eps)


def check_keras(student, blank, rule, *args, expected=None):
    assert_agrees(getattr(student, blank), run_keras(rule), *args, of=f"the path of {blank}", expected=expected)


def keras_mistake(blank, name, advice, rule):
    """A known wrong answer of a Keras blank, as Keras computes it."""
    run = run_keras(rule)
    run.__name__ = name
    return wrong(blank, advice)(run)


@check("keras_momentum", points=1, library="tensorflow")
def keras_momentum_known(student):
    """keras_momentum arrives where Keras arrived from -5 and in flat valleys"""
    for name in ("document_momentum", "flat_momentum"):
        args, expected = known_case(name, "momentum")
        check_keras(student, "keras_momentum", sgd, *args, expected=expected)


@check("keras_momentum", points=1, library="tensorflow")
def keras_momentum_anywhere(student, draw):
    """the path of keras_momentum is that of part 1 for any starts, learning rate and momentum"""
    p, c, lr = valley(draw)
    check_keras(student, "keras_momentum", sgd, p, c, lr, draw.number(0.6, 0.95), draw.integer(4, 6))


MOMENTUM_ZERO = "Without the argument momentum this is plain gradient descent: its default is 0."
keras_momentum_zero = keras_mistake(
    "keras_momentum", "keras_momentum_zero", MOMENTUM_ZERO, lambda g, memory, t, lr, m: sgd(g, memory, t, lr, 0)
)
keras_momentum_nesterov = keras_mistake(
    "keras_momentum",
    "keras_momentum_nesterov",
    "With nesterov=True p looks one step ahead; the rule of part 1 does not.",
    lambda g, memory, t, lr, m: sgd(g, memory, t, lr, m, nesterov=True),
)
keras_momentum_default_lr = keras_mistake(
    "keras_momentum",
    "keras_momentum_default_lr",
    "The learning rate is the default of Keras, 0.01; give it lr.",
    lambda g, memory, t, lr, m: sgd(g, memory, t, 0.01, m),
)
keras_momentum_of_the_document = keras_mistake(
    "keras_momentum",
    "keras_momentum_of_the_document",
    "The learning rate and the momentum are always 0.5; use the arguments lr and m.",
    lambda g, memory, t, lr, m: sgd(g, memory, t, 0.5, 0.5),
)
keras_momentum_usual = keras_mistake(
    "keras_momentum",
    "keras_momentum_usual",
    "The momentum is always 0.9; use the argument m.",
    lambda g, memory, t, lr, m: sgd(g, memory, t, lr, 0.9),
)
keras_momentum_exchanged = keras_mistake(
    "keras_momentum",
    "keras_momentum_exchanged",
    "lr and m are exchanged.",
    lambda g, memory, t, lr, m: sgd(g, memory, t, m, lr),
)


@check("keras_adagrad", points=1, library="tensorflow")
def keras_adagrad_known(student):
    """keras_adagrad arrives where Keras arrived from -5 and in flat valleys"""
    for name in ("document_adagrad", "flat_adagrad"):
        args, expected = known_case(name)
        check_keras(student, "keras_adagrad", adagrad, *args, expected=expected)


@check("keras_adagrad", points=1, library="tensorflow")
def keras_adagrad_anywhere(student, draw):
    """the path of keras_adagrad is that of the formula for any starts, also in flat valleys"""
    p, c, lr = valley(draw)
    check_keras(student, "keras_adagrad", adagrad, p, c, lr, draw.integer(4, 6))


keras_adagrad_defaults = keras_mistake(
    "keras_adagrad",
    "keras_adagrad_defaults",
    "h begins at 0.1: set initial_accumulator_value to 0, and the epsilon too.",
    lambda g, memory, t, lr: adagrad(g, memory, t, lr, 0.1, 1e-7),
)
keras_adagrad_with_epsilon = keras_mistake(
    "keras_adagrad",
    "keras_adagrad_with_epsilon",
    "The epsilon of Keras stays at 1e-7, which counts where slopes are small; the formula has none.",
    lambda g, memory, t, lr: adagrad(g, memory, t, lr, 0.0, 1e-7),
)
keras_adagrad_with_adams_epsilon = keras_mistake(
    "keras_adagrad",
    "keras_adagrad_with_adams_epsilon",
    "1e-8 is the epsilon of Adam; the formula of AdaGrad has none.",
    lambda g, memory, t, lr: adagrad(g, memory, t, lr, 0.0, 1e-8),
)
keras_adagrad_default_lr = keras_mistake(
    "keras_adagrad",
    "keras_adagrad_default_lr",
    "The learning rate is the default of Keras, 0.001; give it lr.",
    lambda g, memory, t, lr: adagrad(g, memory, t, 0.001),
)
keras_adagrad_of_the_document = keras_mistake(
    "keras_adagrad",
    "keras_adagrad_of_the_document",
    "The learning rate is always 0.5; use the argument lr.",
    lambda g, memory, t, lr: adagrad(g, memory, t, 0.5),
)


@check("keras_rmsprop", points=1, library="tensorflow")
def keras_rmsprop_known(student):
    """keras_rmsprop arrives where Keras arrived from -5 and in flat valleys"""
    for name in ("document_rmsprop", "flat_rmsprop"):
        args, expected = known_case(name, "rho")
        check_keras(student, "keras_rmsprop", rmsprop, *args, expected=expected)


@check("keras_rmsprop", points=1, library="tensorflow")
def keras_rmsprop_anywhere(student, draw):
    """the path of keras_rmsprop is that of the formula for any rho, also in flat valleys"""
    p, c, lr = valley(draw)
    check_keras(student, "keras_rmsprop", rmsprop, p, c, lr, draw.number(0.5, 0.8), draw.integer(4, 6))


keras_rmsprop_with_epsilon = keras_mistake(
    "keras_rmsprop",
    "keras_rmsprop_with_epsilon",
    "The epsilon of Keras stays at 1e-7, which counts where slopes are small; the formula has none.",
    lambda g, memory, t, lr, rho: rmsprop(g, memory, t, lr, rho, 1e-7),
)
keras_rmsprop_with_adams_epsilon = keras_mistake(
    "keras_rmsprop",
    "keras_rmsprop_with_adams_epsilon",
    "1e-8 is the epsilon of Adam; the formula of RMSProp has none.",
    lambda g, memory, t, lr, rho: rmsprop(g, memory, t, lr, rho, 1e-8),
)
keras_rmsprop_usual_rho = keras_mistake(
    "keras_rmsprop",
    "keras_rmsprop_usual_rho",
    "rho is always 0.9; use the argument.",
    lambda g, memory, t, lr, rho: rmsprop(g, memory, t, lr, 0.9),
)
keras_rmsprop_defaults = keras_mistake(
    "keras_rmsprop",
    "keras_rmsprop_defaults",
    "rho and epsilon stay at their defaults; give rho its argument and set the epsilon to 0.",
    lambda g, memory, t, lr, rho: rmsprop(g, memory, t, lr, 0.9, 1e-7),
)
keras_rmsprop_default_lr = keras_mistake(
    "keras_rmsprop",
    "keras_rmsprop_default_lr",
    "The learning rate is the default of Keras, 0.001; give it lr.",
    lambda g, memory, t, lr, rho: rmsprop(g, memory, t, 0.001, rho),
)
keras_rmsprop_centered = keras_mistake(
    "keras_rmsprop",
    "keras_rmsprop_centered",
    "With centered=True the squared mean of the slopes is subtracted; the formula does not do that.",
    lambda g, memory, t, lr, rho: rmsprop(g, memory, t, lr, rho, centered=True),
)
keras_rmsprop_exchanged = keras_mistake(
    "keras_rmsprop",
    "keras_rmsprop_exchanged",
    "rho is given as 1 - rho: in Keras, too, it is the weight of the old h.",
    lambda g, memory, t, lr, rho: rmsprop(g, memory, t, lr, 1 - rho),
)


@check("keras_adam", points=1, library="tensorflow")
def keras_adam_known(student):
    """keras_adam arrives where Keras arrived from -5 and in flat valleys"""
    for name in ("document_adam", "flat_adam"):
        args, expected = known_case(name, "beta_1", "beta_2")
        check_keras(student, "keras_adam", adam, *args, expected=expected)


@check("keras_adam", points=1, library="tensorflow")
def keras_adam_anywhere(student, draw):
    """the path of keras_adam is that of the formula with eps = 0 for any betas, also in flat valleys"""
    p, c, lr = valley(draw)
    # Keras computes the powers of the betas in float32, so these are exact in it.
    betas = draw.integer(8, 13) / 16, 1 - 2.0 ** -draw.integer(5, 8)
    check_keras(student, "keras_adam", adam, p, c, lr, *betas, draw.integer(4, 6))


keras_adam_with_epsilon = keras_mistake(
    "keras_adam",
    "keras_adam_with_epsilon",
    "The epsilon of Keras stays at 1e-7, which counts where slopes are small; here eps is 0.",
    lambda g, memory, t, lr, b1, b2: adam(g, memory, t, lr, b1, b2, 1e-7),
)
keras_adam_with_epsilon_of_the_document = keras_mistake(
    "keras_adam",
    "keras_adam_with_epsilon_of_the_document",
    "1e-8 is the epsilon of part 4, but Keras puts it elsewhere; here both are 0.",
    lambda g, memory, t, lr, b1, b2: adam(g, memory, t, lr, b1, b2, 1e-8),
)
keras_adam_usual_betas = keras_mistake(
    "keras_adam",
    "keras_adam_usual_betas",
    "The betas are always 0.9 and 0.999; use the arguments.",
    lambda g, memory, t, lr, b1, b2: adam(g, memory, t, lr, 0.9, 0.999),
)
keras_adam_defaults = keras_mistake(
    "keras_adam",
    "keras_adam_defaults",
    "The betas and the epsilon stay at their defaults; give the betas and set the epsilon to 0.",
    lambda g, memory, t, lr, b1, b2: adam(g, memory, t, lr, 0.9, 0.999, 1e-7),
)
keras_adam_exchanged = keras_mistake(
    "keras_adam",
    "keras_adam_exchanged",
    "The two betas are exchanged.",
    lambda g, memory, t, lr, b1, b2: adam(g, memory, t, lr, b2, b1),
)
keras_adam_default_lr = keras_mistake(
    "keras_adam",
    "keras_adam_default_lr",
    "The learning rate is the default of Keras, 0.001; give it lr.",
    lambda g, memory, t, lr, b1, b2: adam(g, memory, t, 0.001, b1, b2),
)
keras_adam_of_the_document = keras_mistake(
    "keras_adam",
    "keras_adam_of_the_document",
    "The learning rate is always 0.5; use the argument lr.",
    lambda g, memory, t, lr, b1, b2: adam(g, memory, t, 0.5, b1, b2),
)


# --- pictures ----------------------------------------------------------------------------------------------------------


@picture("adagrad_path")
def way_of_adagrad(student):
    return way(student.adagrad_path, reference.adagrad_path, "AdaGrad", 0.5)


@picture("rmsprop_path")
def way_of_rmsprop(student):
    return way(student.rmsprop_path, reference.rmsprop_path, "RMSProp", 0.5, 0.9)


def way(yours, expected, name, *settings):
    """Sixteen steps from -5 on (p + 2)^2 / 2."""
    args = np.array([-5.0]), np.array([1.0]), *settings, 16
    found, right = (np.concatenate([[-5.0], np.ravel(path(*args))]) for path in (yours, expected))
    return paths(f"Sixteen steps of {name} from -5", found, right, lambda p: (p + 2) ** 2 / 2)

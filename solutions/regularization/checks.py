"""Hidden checks and known wrong answers of regularization.

Weights and slopes have both signs, and nothing cancels: a weight and its slope are of unlike sizes. Dictionaries have
their names in any order, and shapes of all kinds.
"""

import numpy as np

from autograder.checks import (
    assert_agrees,
    assert_close,
    assert_equal,
    check,
    choice,
    known_outputs,
    number,
    reference_of,
    wrong,
)

reference = reference_of(__file__)
known = known_outputs(__file__)


def signed(draw, *shape, low=0.5, high=3.0):
    return draw.signs(*shape) * draw.uniform(*shape, low=low, high=high)


def shapes_of(draw):
    """The shapes of a network's parameters by name, in any order; the last has several rows and one column."""
    a, b, c = draw.sizes(3, low=2, high=6)
    return dict(
        draw.sample([("W1", (a, b)), ("b1", (b,)), ("W2", (b, c)), ("b2", (c,)), ("W3", (c, 1)), ("b3", (1,))], 6)
    )


def named_otherwise(draw):
    """Shapes by name where only the name tells what is a weight: neither its length nor the number of axes does."""
    a, b = draw.sizes(2, low=2, high=5)
    shapes = [("W", (a,)), ("Wout", (a, b)), ("bW", (b,)), ("b1", (1, a)), ("w0", (a, b)), ("shift", (b,))]
    return dict(draw.sample(shapes, len(shapes)))


def parameters(draw, shapes, **size):
    return {name: signed(draw, *shape, **size) for name, shape in shapes.items()}


def whole(draw, shapes):
    """Whole numbers, none of them 0."""
    return {name: draw.integers(*shape, low=1, high=9) * (-1) ** draw.integer(0, 1) for name, shape in shapes.items()}


# --- l2_penalty -------------------------------------------------------------------------------------------------------


@check("l2_penalty", points=1)
def penalty_of_the_text(student):
    """l2_penalty is 7 for the weights 1, -2 and 3 with lambda 0.5, whatever the biases are"""
    params = {"W1": np.array([[1.0, -2.0]]), "b1": np.array([10.0, 20.0]), "W2": np.array([[3.0], [0.0]])}
    assert_close(student.l2_penalty(params, 0.5), 7, of="l2_penalty(params, 0.5)", visible=True)


@check("l2_penalty", points=2)
def penalty_of_any_network(student, draw):
    """l2_penalty is right for any weights of both signs, in any order, and as in Keras"""
    for high in (3, 60):
        shapes = shapes_of(draw)
        args = parameters(draw, shapes, high=high), draw.number(0.05, 0.9)
        assert_agrees(student.l2_penalty, reference.l2_penalty, *args, of="l2_penalty(params, lam)")
    assert_agrees(student.l2_penalty, reference.l2_penalty, whole(draw, shapes), 3, of="l2_penalty(params, lam)")
    alone = {"W": signed(draw, 3, 1), "b": signed(draw, 1)}
    assert_agrees(student.l2_penalty, reference.l2_penalty, alone, 1.5, of="l2_penalty(params, lam)")
    assert_agrees(student.l2_penalty, reference.l2_penalty, {"b1": signed(draw, 2)}, 0.5, of="l2_penalty of a bias")
    args = parameters(draw, named_otherwise(draw)), draw.number(0.05, 0.9)
    assert_agrees(student.l2_penalty, reference.l2_penalty, *args, of="l2_penalty of W, Wout, b1, bW, shift and w0")
    case = known["l2"]
    params = {"W1": np.array(case["W"])}
    assert_close(student.l2_penalty(params, case["lam"]), case["penalty"], of="l2_penalty(params, lam)")


def weights_of(params):
    return [p for name, p in params.items() if name.startswith("W")]


@wrong("l2_penalty", "The biases are punished, too; only names that begin with W count.")
def penalty_with_biases(params, lam):
    return lam * sum(np.sum(p**2) for p in params.values())


TOLD_BY_NAME = "What is a weight is told otherwise here: only by a name that begins with W, whatever its shape."


@wrong("l2_penalty", TOLD_BY_NAME)
def penalty_by_any_w(params, lam):
    return lam * sum(np.sum(p**2) for name, p in params.items() if "W" in name)


@wrong("l2_penalty", TOLD_BY_NAME)
def penalty_by_small_w(params, lam):
    return lam * sum(np.sum(p**2) for name, p in params.items() if name.lower().startswith("w"))


@wrong("l2_penalty", TOLD_BY_NAME)
def penalty_of_all_but_b(params, lam):
    return lam * sum(np.sum(p**2) for name, p in params.items() if not name.startswith("b"))


@wrong("l2_penalty", TOLD_BY_NAME)
def penalty_by_axes(params, lam):
    return lam * sum(np.sum(p**2) for p in params.values() if p.ndim > 1)


@wrong("l2_penalty", "The weights are not squared.")
def penalty_without_square(params, lam):
    return lam * sum(np.sum(p) for p in weights_of(params))


@wrong("l2_penalty", "This is the sum of the absolute values (L1); L2 has the squares.")
def penalty_of_absolute_values(params, lam):
    return lam * sum(np.sum(abs(p)) for p in weights_of(params))


@wrong("l2_penalty", "The sum is squared; square each weight first.")
def penalty_of_squared_sums(params, lam):
    return lam * sum(np.sum(p) ** 2 for p in weights_of(params))


@wrong("l2_penalty", "This is half of it: the formula of this notebook has no half.")
def penalty_halved(params, lam):
    return lam / 2 * sum(np.sum(p**2) for p in weights_of(params))


@wrong("l2_penalty", "This takes means; the squares of all weights are added.")
def penalty_of_means(params, lam):
    return lam * sum(np.mean(p**2) for p in weights_of(params))


@wrong("l2_penalty", "The root of the sum is taken; the sum of the squares itself is asked.")
def penalty_of_lengths(params, lam):
    return lam * np.sqrt(sum(np.sum(p**2) for p in weights_of(params)))


@wrong("l2_penalty", "lambda is left out.")
def penalty_without_lambda(params, lam):
    return sum(np.sum(p**2) for p in weights_of(params))


@wrong("l2_penalty", "lambda is squared, too.")
def penalty_with_squared_lambda(params, lam):
    return sum(np.sum((lam * p) ** 2) for p in weights_of(params))


@wrong("l2_penalty", "Only one of the arrays of weights counts; add up all of them.")
def penalty_of_first_weights(params, lam):
    weights = weights_of(params)
    return lam * np.sum(weights[0] ** 2) if weights else 0.0


# --- l2_gradients -----------------------------------------------------------------------------------------------------


def check_dictionary(function, right, first, second, *rest, of, visible=False, expected=None):
    told = {} if expected is None else {"expected": expected}
    assert_agrees(function, right, first, second, *rest, of=of, parts=[*first], visible=visible, **told)


GRADIENTS = "l2_gradients(grads, params, lam)"


@check("l2_gradients", points=1)
def slopes_of_the_text(student):
    """l2_gradients gives W2 the slopes 5 and 2, and leaves those of b1 as they are, in the example"""
    grads = {"W1": np.array([[0.5, 0.5]]), "b1": np.array([1.0, -1.0]), "W2": np.array([[2.0], [2.0]])}
    params = {"W1": np.array([[1.0, -2.0]]), "b1": np.array([10.0, 20.0]), "W2": np.array([[3.0], [0.0]])}
    args = grads, params, 0.5
    check_dictionary(student.l2_gradients, reference.l2_gradients, *args, of=GRADIENTS, visible=True)


@check("l2_gradients", points=2)
def slopes_of_any_network(student, draw):
    """l2_gradients is right for any network, with whole weights, with lambda 0, and as in Keras"""
    for size, lam in ((1, draw.number(0.05, 0.4)), (8, draw.number(1.2, 2.5)), (1, 0.0)):
        shapes = shapes_of(draw)
        args = parameters(draw, shapes, low=4 * size, high=9 * size), parameters(draw, shapes), lam
        check_dictionary(student.l2_gradients, reference.l2_gradients, *args, of=GRADIENTS)
    # Who adds to copies of the slopes in place is right, so that these are in no arrays of whole numbers.
    args = parameters(draw, shapes, low=40, high=90), whole(draw, shapes), 0.25
    check_dictionary(student.l2_gradients, reference.l2_gradients, *args, of=GRADIENTS)
    shapes = named_otherwise(draw)
    args = parameters(draw, shapes, low=4, high=9), parameters(draw, shapes), draw.number(0.05, 0.4)
    check_dictionary(student.l2_gradients, reference.l2_gradients, *args, of=GRADIENTS)
    case = known["l2"]
    W = np.array(case["W"])
    args, expected = ({"W1": 0 * W}, {"W1": W}, case["lam"]), {"W1": np.array(case["slopes"])}
    check_dictionary(student.l2_gradients, reference.l2_gradients, *args, of=GRADIENTS, expected=expected)


def with_weights(change):
    """A dictionary of slopes in which those of weights are changed, by the slope, the parameter and a number."""
    return lambda grads, params, lam: {
        name: change(g, params[name], lam) if name.startswith("W") else g for name, g in grads.items()
    }


def slopes_mistake(name, advice, change):
    def answer(grads, params, lam):
        return with_weights(change)(grads, params, lam)

    answer.__name__ = name
    return wrong("l2_gradients", advice)(answer)


slopes_without_2 = slopes_mistake(
    "slopes_without_2",
    "The factor 2 is missing: the derivative of a square is twice what is squared.",
    lambda g, p, lam: g + lam * p,
)
slopes_subtracted = slopes_mistake(
    "slopes_subtracted",
    "The penalty's slope is subtracted; it is added, since the penalty is added.",
    lambda g, p, lam: g - 2 * lam * p,
)
slopes_replaced = slopes_mistake(
    "slopes_replaced", "The slopes of the error are lost: add the penalty's to them.", lambda g, p, lam: 2 * lam * p
)
slopes_of_square = slopes_mistake(
    "slopes_of_square", "The penalty itself is added; its slope has no square.", lambda g, p, lam: g + lam * p**2
)
slopes_of_sign = slopes_mistake(
    "slopes_of_sign", "This is the slope of absolute values (L1).", lambda g, p, lam: g + lam * np.sign(p)
)
slopes_without_lambda = slopes_mistake("slopes_without_lambda", "lambda is left out.", lambda g, p, lam: g + 2 * p)
slopes_without_weight = slopes_mistake(
    "slopes_without_weight",
    "The weight is missing: the slope of its square has the weight in it.",
    lambda g, p, lam: g + 2 * lam,
)
slopes_of_absolute_weight = slopes_mistake(
    "slopes_of_absolute_weight",
    "A negative weight has a negative slope of its penalty; its sign is lost.",
    lambda g, p, lam: g + 2 * lam * abs(p),
)


@wrong("l2_gradients", "The biases get the penalty's slope, too; only names that begin with W do.")
def slopes_with_biases(grads, params, lam):
    return {name: g + 2 * lam * params[name] for name, g in grads.items()}


@wrong("l2_gradients", "The biases are left out of the dictionary; their slopes stay as they are.")
def slopes_of_weights_only(grads, params, lam):
    return {name: g + 2 * lam * params[name] for name, g in grads.items() if name.startswith("W")}


def slopes_told_by(name, is_weight):
    """The penalty's slopes for what is taken for a weight, by its name and its array."""

    def answer(grads, params, lam):
        return {each: g + 2 * lam * params[each] if is_weight(each, params[each]) else g for each, g in grads.items()}

    answer.__name__ = name
    return wrong("l2_gradients", TOLD_BY_NAME)(answer)


slopes_by_any_w = slopes_told_by("slopes_by_any_w", lambda name, p: "W" in name)
slopes_by_small_w = slopes_told_by("slopes_by_small_w", lambda name, p: name.lower().startswith("w"))
slopes_of_all_but_b = slopes_told_by("slopes_of_all_but_b", lambda name, p: not name.startswith("b"))
slopes_by_axes = slopes_told_by("slopes_by_axes", lambda name, p: p.ndim > 1)


# --- fit --------------------------------------------------------------------------------------------------------------

FIT = "fit(H, y, lam, lr, steps)"


def check_fit(student, H, y, lam, lr, steps, visible=False):
    args = H, y, lam, lr, steps
    assert_agrees(student.fit, reference.fit, *args, of=FIT, parts=("W", "b"), visible=visible)


@check("fit", points=1, uses=("l2_gradients",))
def fit_of_the_text(student):
    """fit is right after one step and after two, in the example"""
    H, y = np.array([[1.0, 0.0, 2.0], [0.0, -1.0, 1.0]]), np.array([[4.0], [2.0]])
    for steps in (1, 2):
        check_fit(student, H, y, 0.5, 0.1, steps, visible=True)


@check("fit", points=2, uses=("l2_gradients",))
def fit_of_any_data(student, draw):
    """fit is right for any data, with one input, one example, whole numbers, without a penalty, and after no step"""
    examples, inputs = draw.sizes(2)
    for shape, steps in (((examples, inputs), 1), ((examples, inputs), 5), ((examples, 1), 3), ((1, inputs), 2)):
        H, y = signed(draw, *shape, low=0.2, high=1), signed(draw, shape[0], 1, low=2, high=5)
        check_fit(student, H, y, draw.number(0.2, 0.6), draw.number(0.02, 0.05), steps)
    check_fit(student, H, y, draw.number(1.2, 2.5), draw.number(0.02, 0.05), 3)
    check_fit(student, H, y, draw.number(0.2, 0.6), draw.number(1.1, 1.6), 2)
    check_fit(student, H, y, 0.0, 0.03, 4)
    check_fit(student, H, y, 0.5, 0.03, 0)
    H, y = signed(draw, examples, inputs, low=3, high=12), signed(draw, examples, 1, low=300, high=900)
    check_fit(student, H, y, 1.5, 0.04, 1)
    H, y = draw.integers(examples, inputs, low=1, high=3), draw.integers(examples, 1, low=20, high=30)
    check_fit(student, H, y, 1, 0.01, 2)
    # So near to the end that the error is small from the start: all steps are made.
    check_fit(
        student,
        signed(draw, examples, inputs, low=0.2, high=1),
        signed(draw, examples, 1, low=0.1, high=0.2),
        0.5,
        0.05,
        5,
    )
    # Many steps, with slopes that are small from the start: all are made.
    H, y = signed(draw, examples, inputs, low=0.2, high=1), signed(draw, examples, 1, low=0.001, high=0.002)
    check_fit(student, H, y, 0.02, 0.004, 150)


def fitted(H, y, lam, lr, steps, step, start=0.0):
    """A fit whose step is another: of the parameters, what the slopes are, lam and lr."""
    params = {"W": np.full((H.shape[1], 1), start), "b": np.zeros(1)}
    for _ in range(steps):
        params = step(params, lam, lr)
    return params


def move(params, grads, lr):
    return {name: p - lr * grads[name] for name, p in params.items()}


@wrong("fit", "The penalty is left out: add its slopes to those of the error.")
def fit_without_penalty(H, y, lam, lr, steps):
    return reference.fit(H, y, 0.0, lr, steps)


@wrong("fit", "The parameters go along the slopes; they have to go against them.")
def fit_uphill(H, y, lam, lr, steps):
    return reference.fit(H, y, lam, -lr, steps)


@wrong("fit", "The learning rate is left out.")
def fit_without_rate(H, y, lam, lr, steps):
    return reference.fit(H, y, lam, 1.0, steps)


@wrong("fit", "Only one step is taken: the function returns inside its loop.")
def fit_of_one_step(H, y, lam, lr, steps):
    return reference.fit(H, y, lam, lr, min(steps, 1))


@wrong("fit", "It ends after 100 steps; take as many as asked.")
def fit_of_100_steps(H, y, lam, lr, steps):
    return reference.fit(H, y, lam, lr, min(steps, 100))


@wrong("fit", "It ends when the slopes are small; take as many steps as asked.")
def fit_until_level(H, y, lam, lr, steps):
    params = reference.fit(H, y, lam, lr, 0)
    for _ in range(steps):
        grads = reference.l2_gradients(reference.slopes(params, H, y), params, lam)
        if all(np.all(abs(g) < 0.01) for g in grads.values()):
            break
        params = move(params, grads, lr)
    return params


@wrong("fit", "One step too many is taken.")
def fit_with_one_more(H, y, lam, lr, steps):
    return reference.fit(H, y, lam, lr, steps + 1)


@wrong("fit", "All steps use the slopes at the beginning; take them anew in each step.")
def fit_with_first_slopes(H, y, lam, lr, steps):
    return reference.fit(H, y, lam, lr * steps, 1)


@wrong("fit", "W moves before the slope for b is taken: take both slopes first, and move then.")
def fit_one_after_the_other(H, y, lam, lr, steps):
    def step(params, lam, lr):
        for name in ("W", "b"):
            grads = reference.l2_gradients(reference.slopes(params, H, y), params, lam)
            params = params | {name: params[name] - lr * grads[name]}
        return params

    return fitted(H, y, lam, lr, steps, step)


@wrong("fit", "The factor 2 is missing in the slopes of the penalty: the slope of a square is twice what is squared.")
def fit_without_factor_2(H, y, lam, lr, steps):
    return reference.fit(H, y, lam / 2, lr, steps)


@wrong("fit", "b stays 0; it moves as well.")
def fit_without_bias(H, y, lam, lr, steps):
    def step(params, lam, lr):
        grads = reference.l2_gradients(reference.slopes(params, H, y), params, lam)
        return move(params, grads, lr) | {"b": np.zeros(1)}

    return fitted(H, y, lam, lr, steps, step)


@wrong("fit", "The bias is punished, too.")
def fit_with_punished_bias(H, y, lam, lr, steps):
    def step(params, lam, lr):
        grads = reference.slopes(params, H, y)
        return move(params, {name: g + 2 * lam * params[name] for name, g in grads.items()}, lr)

    return fitted(H, y, lam, lr, steps, step)


@wrong("fit", "W begins with ones; begin with zeros.")
def fit_from_ones(H, y, lam, lr, steps):
    def step(params, lam, lr):
        return move(params, reference.l2_gradients(reference.slopes(params, H, y), params, lam), lr)

    return fitted(H, y, lam, lr, steps, step, start=1.0)


# --- large_lambda, same_decay, why_divided ----------------------------------------------------------------------------

large_lambda = choice(
    "large_lambda",
    points=1,
    sentence="large_lambda tells which curve is left when the weights must be 0",
    answer="b",
    wrongs={
        "a": "The bias is not punished; it is free to go where the error is smallest.",
        "c": "A straight line that is not level needs weights that are not 0.",
        "d": "The penalty's slope grows with lambda, that of the error does not.",
    },
)

same_decay = number(
    "same_decay",
    points=1,
    sentence="same_decay makes the same step as lambda = 0.03",
    answer=0.06,
    wrongs={
        "lambda-itself": (0.03, "The slope of the penalty has a factor 2; the decay has none."),
        "half-of-lambda": (0.015, "The factor 2 belongs to lambda: look at the slope of the penalty again."),
        "lambda-squared": (0.0009, "In the step lambda stands once, not squared."),
    },
)

why_divided = choice(
    "why_divided",
    points=1,
    sentence="why_divided tells what the division by 1 - rate is for",
    answer="b",
    wrongs={
        "a": "Which outputs stay is chance, so the sum of one example changes from step to step.",
        "c": "Dividing by a number below 1 makes what stays larger, and its slopes, too.",
        "d": "All that stay are divided by the same number, wherever the others are.",
    },
)


# --- decay_step -------------------------------------------------------------------------------------------------------

DECAY = "decay_step(params, grads, lr, decay)"


@check("decay_step", points=1, uses=("l2_gradients",))
def decay_of_the_text(student):
    """decay_step moves the weight 3 to 2.65, and the biases 10 and 20 to 9.9 and 20.1, in the example"""
    params = {"W1": np.array([[1.0, -2.0]]), "b1": np.array([10.0, 20.0]), "W2": np.array([[3.0], [0.0]])}
    grads = {"W1": np.array([[0.5, 0.5]]), "b1": np.array([1.0, -1.0]), "W2": np.array([[2.0], [2.0]])}
    args = params, grads, 0.1, 0.5
    check_dictionary(student.decay_step, reference.decay_step, *args, of=DECAY, visible=True)


@check("decay_step", points=2, uses=("l2_gradients",))
def decay_of_any_network(student, draw):
    """decay_step is right for any network, large and small rates, whole slopes, no decay, and as in Keras"""
    rates = (draw.number(0.1, 0.4), draw.number(0.2, 0.7)), (draw.number(1.2, 1.6), 0.1), (0.25, 0.0)
    for size, (lr, decay) in zip((1, 15, 1), rates, strict=True):
        shapes = shapes_of(draw)
        args = (
            parameters(draw, shapes, low=7 * size, high=12 * size),
            parameters(draw, shapes, high=3 * size),
            lr,
            decay,
        )
        check_dictionary(student.decay_step, reference.decay_step, *args, of=DECAY)
    # Who moves copies of the parameters in place is right, so that these are in no arrays of whole numbers.
    args = parameters(draw, shapes, low=21, high=29), whole(draw, shapes), 0.25, draw.number(1.1, 1.9)
    check_dictionary(student.decay_step, reference.decay_step, *args, of=DECAY)
    shapes = named_otherwise(draw)
    args = parameters(draw, shapes, low=7, high=12), parameters(draw, shapes), 0.25, draw.number(0.2, 0.7)
    check_dictionary(student.decay_step, reference.decay_step, *args, of=DECAY)
    case = known["decay"]
    args = {"W1": np.array(case["W"])}, {"W1": np.array(case["g"])}, case["lr"], case["decay"]
    expected = {"W1": np.array(case["after"])}
    check_dictionary(student.decay_step, reference.decay_step, *args, of=DECAY, expected=expected)


def decay_mistake(name, advice, change):
    """Another rule for the weights, of w, g, lr and decay."""

    def answer(params, grads, lr, decay):
        right = reference.decay_step(params, grads, lr, decay)
        return {
            name: change(p, grads[name], lr, decay) if name.startswith("W") else right[name]
            for name, p in params.items()
        }

    answer.__name__ = name
    return wrong("decay_step", advice)(answer)


decay_left_out = decay_mistake("decay_left_out", "The weights do not decay.", lambda w, g, lr, d: w - lr * g)
decay_without_rate = decay_mistake(
    "decay_without_rate", "The decay is not multiplied by the learning rate.", lambda w, g, lr, d: w - lr * g - d * w
)
decay_added = decay_mistake(
    "decay_added", "The weights grow: the decay is subtracted.", lambda w, g, lr, d: w - lr * g + lr * d * w
)
decay_twice = decay_mistake(
    "decay_twice",
    "The decay has a factor 2; that is the penalty's slope.",
    lambda w, g, lr, d: w - lr * g - 2 * lr * d * w,
)
decay_of_moved = decay_mistake(
    "decay_of_moved",
    "The weight decays after it has moved: both parts use the weight before the step.",
    lambda w, g, lr, d: (w - lr * g) * (1 - lr * d),
)
decay_of_slopes = decay_mistake(
    "decay_of_slopes", "The slope decays in place of the weight.", lambda w, g, lr, d: w - lr * g - lr * d * g
)
decay_uphill = decay_mistake(
    "decay_uphill",
    "The weights go along the slope of the error; they have to go against it.",
    lambda w, g, lr, d: w + lr * g - lr * d * w,
)
decay_alone = decay_mistake(
    "decay_alone", "The slope of the error is left out for the weights.", lambda w, g, lr, d: w - lr * d * w
)
decay_rate_on_decay_only = decay_mistake(
    "decay_rate_on_decay_only",
    "The slope of the error is not multiplied by the learning rate.",
    lambda w, g, lr, d: w - g - lr * d * w,
)
decay_by_sign = decay_mistake(
    "decay_by_sign",
    "Each weight loses the same amount; it should lose a part of itself.",
    lambda w, g, lr, d: w - lr * g - lr * d * np.sign(w),
)


@wrong("decay_step", "The biases decay, too.")
def decay_of_biases(params, grads, lr, decay):
    return {name: p - lr * grads[name] - lr * decay * p for name, p in params.items()}


@wrong("decay_step", "The biases stay as they are; they move against their slopes, too.")
def biases_kept(params, grads, lr, decay):
    right = reference.decay_step(params, grads, lr, decay)
    return {name: right[name] if name.startswith("W") else p for name, p in params.items()}


@wrong("decay_step", "The biases are left out of the dictionary.")
def decay_of_weights_only(params, grads, lr, decay):
    right = reference.decay_step(params, grads, lr, decay)
    return {name: p for name, p in right.items() if name.startswith("W")}


def decay_told_by(name, is_weight):
    """The decay of what is taken for a weight, by its name and its array."""

    def answer(params, grads, lr, decay):
        return {
            each: p - lr * grads[each] - (lr * decay * p if is_weight(each, p) else 0) for each, p in params.items()
        }

    answer.__name__ = name
    return wrong("decay_step", TOLD_BY_NAME)(answer)


decay_by_any_w = decay_told_by("decay_by_any_w", lambda name, p: "W" in name)
decay_by_small_w = decay_told_by("decay_by_small_w", lambda name, p: name.lower().startswith("w"))
decay_of_all_but_b = decay_told_by("decay_of_all_but_b", lambda name, p: not name.startswith("b"))
decay_by_axes = decay_told_by("decay_by_axes", lambda name, p: p.ndim > 1)


# --- dropout ----------------------------------------------------------------------------------------------------------


def check_dropout(student, H, keep, rate, training, **more):
    def with_mask(function):
        return lambda H, rate: function(H, keep, rate, training)

    of = f"dropout(H, keep, rate, {training})"
    assert_agrees(with_mask(student.dropout), with_mask(reference.dropout), H, rate, of=of, **more)


def masks(draw, *shape):
    """What stays: a part of no special size, nothing, and all."""
    some = draw.uniform(*shape) > 0.45
    some[0, 0] = True
    return some, np.zeros(shape, dtype=bool), np.ones(shape, dtype=bool)


@check("dropout", points=1)
def dropout_of_the_text(student):
    """dropout makes 2.5, 0, -5 of 2, 5, -4 in training, and leaves them as they are after it"""
    H, keep = np.array([[2.0, 5.0, -4.0]]), np.array([[True, False, True]])
    for training in (True, False):
        check_dropout(student, H, keep, 0.2, training, visible=True)


@check("dropout", points=2)
def dropout_of_any_layer(student, draw):
    """dropout is right for any layer, any rate, whole numbers, and where all or none stay; and it is as in Keras"""
    examples, neurons = draw.sizes(2)
    for shape in ((examples, neurons), (1, neurons), (examples, 1)):
        for keep in masks(draw, *shape):
            for rate in (draw.number(0.1, 0.3), draw.number(0.6, 0.85)):
                check_dropout(student, signed(draw, *shape, high=40), keep, rate, True)
        check_dropout(student, signed(draw, *shape), masks(draw, *shape)[0], draw.number(0.2, 0.7), False)
    numbers = draw.integers(examples, neurons, low=-2, high=9)
    check_dropout(student, numbers, masks(draw, examples, neurons)[0], 0.3, True)
    check_dropout(student, numbers, masks(draw, examples, neurons)[0], 0, True)
    case = known["dropout"]
    args = np.array(case["H"]), np.array(case["keep"]), case["rate"]
    check_dropout(student, *args, True, expected=np.array(case["in_training"]))
    check_dropout(student, *args, False, expected=np.array(case["after_training"]))


@wrong("dropout", "What stays is not divided by 1 - rate.")
def not_divided(H, keep, rate, training):
    return H * keep if training else H


@wrong("dropout", "What stays is multiplied by 1 - rate; it has to be divided.")
def multiplied_by_the_rest(H, keep, rate, training):
    return H * keep * (1 - rate) if training else H


@wrong("dropout", "What stays is divided by the rate; divide by 1 - rate.")
def divided_by_the_rate(H, keep, rate, training):
    return H * keep / (rate or 1e-300) if training else H


@wrong("dropout", "keep is True where an output stays; here these are switched off.")
def the_others_stay(H, keep, rate, training):
    return H * ~keep / (1 - rate) if training else H


@wrong("dropout", "It is divided by the part that happens to stay; divide by 1 - rate.")
def divided_by_the_part_that_stays(H, keep, rate, training):
    return H * keep / (keep.mean() or 1.0) if training else H


@wrong("dropout", "Outputs are switched off after the training, too.")
def always_in_training(H, keep, rate, training):
    return H * keep / (1 - rate)


@wrong("dropout", "Nothing is switched off in training: the two cases are exchanged.")
def cases_turned(H, keep, rate, training):
    return H if training else H * keep / (1 - rate)


@wrong("dropout", "After the training the outputs stay as they are; here they are multiplied by 1 - rate.")
def multiplied_later(H, keep, rate, training):
    return H * keep / (1 - rate) if training else H * (1 - rate)


@wrong("dropout", "Whole examples are switched off, by their first neuron; keep has a value for each output.")
def whole_examples(H, keep, rate, training):
    return H * keep[:, :1] / (1 - rate) if training else H


@wrong("dropout", "The outputs that are switched off are taken out of the array; they become 0.")
def taken_out(H, keep, rate, training):
    return H[keep] / (1 - rate) if training else H


# --- dropout_gradient -------------------------------------------------------------------------------------------------


def check_gradient(student, dY, keep, rate, **more):
    def with_mask(function):
        return lambda dY, rate: function(dY, keep, rate)

    of = "dropout_gradient(dY, keep, rate)"
    assert_agrees(with_mask(student.dropout_gradient), with_mask(reference.dropout_gradient), dY, rate, of=of, **more)


@check("dropout_gradient", points=1, uses=("dropout",))
def gradient_of_the_text(student):
    """dropout_gradient makes 2, 0, -4 of the slopes 1, 3, -2 with the rate 0.5"""
    check_gradient(student, np.array([[1.0, 3.0, -2.0]]), np.array([[True, False, True]]), 0.5, visible=True)


@check("dropout_gradient", points=1, uses=("dropout",))
def gradient_of_any_layer(student, draw):
    """dropout_gradient is right for any slopes and any rate, and gives what TensorFlow gives"""
    examples, neurons = draw.sizes(2)
    for shape in ((examples, neurons), (1, neurons), (examples, 1)):
        for keep in masks(draw, *shape):
            check_gradient(student, signed(draw, *shape, high=40), keep, draw.number(0.1, 0.3))
            check_gradient(student, draw.integers(*shape, low=1, high=9), keep, draw.number(0.6, 0.85))
    case = known["dropout"]
    args = np.array(case["dY"]), np.array(case["keep"]), case["rate"]
    check_gradient(student, *args, expected=np.array(case["slopes"]))


@wrong("dropout_gradient", "The slopes are not divided by 1 - rate: what stays was divided on the way forward.")
def gradient_not_divided(dY, keep, rate):
    return dY * keep


@wrong("dropout_gradient", "The slopes pass everywhere; an output that was switched off moves nothing.")
def gradient_passes_everywhere(dY, keep, rate):
    return dY / (1 - rate)


@wrong("dropout_gradient", "The slopes are multiplied by 1 - rate; the derivative of a division by it is a division.")
def gradient_multiplied(dY, keep, rate):
    return dY * keep * (1 - rate)


@wrong("dropout_gradient", "The slopes come back as they are.")
def gradient_as_it_is(dY, keep, rate):
    return dY * 1.0


@wrong("dropout_gradient", "The slopes pass where the outputs were switched off.")
def gradient_of_the_others(dY, keep, rate):
    return dY * ~keep / (1 - rate)


@wrong("dropout_gradient", "The incoming slopes are missing.")
def gradient_without_incoming(dY, keep, rate):
    return keep / (1 - rate)


# --- early_stopping ---------------------------------------------------------------------------------------------------


def curve(draw, epochs):
    """Validation errors that fall and rise, with jumps, and with the same error several times."""
    turn = draw.number(0.2, 0.8) * epochs
    return [round(abs(epoch - turn) / 3 + draw.number(0, 2), 1) for epoch in range(epochs)]


def told(value):
    """A pair of numbers however it came."""
    return value.tolist() if isinstance(value, np.ndarray) else value


def check_stopping(student, errors, patience, visible=False):
    found, right = student.early_stopping(errors, patience), reference.early_stopping(errors, patience)
    of = f"early_stopping({errors}, {patience})"
    assert_equal(told(found), right, of=of, visible=visible)


@check("early_stopping", points=1)
def stopping_of_the_text(student):
    """early_stopping gives 3 and 5 for the errors 5, 3, 4, 2, 2, 6, 1 with the patience 2, and 6 and 6 with 3; where an
    error falls again without a new best one, it counts"""
    for errors, patience in (([5, 3, 4, 2, 2, 6, 1], 3), ([2, 3, 2.5, 2.4], 2), ([5, 3, 4, 2, 2, 6, 1], 2)):
        check_stopping(student, errors, patience, visible=True)


@check("early_stopping", points=3)
def stopping_of_any_curve(student, draw):
    """early_stopping is right for any curve: falling to the end, rising at once, level, with jumps, and as in Keras"""
    check_stopping(student, [2.0, 2.5, 2.6, 1.0, 3.0, 0.5, 6.0], 3)
    check_stopping(student, [2.0, 3.0, 2.6, 2.5, 2.4, 2.3, 2.2], 3)
    for patience in (3, 1, 2, 4, 6):
        for _ in range(3):
            check_stopping(student, curve(draw, draw.integer(8, 16)), patience)
    falling = sorted(curve(draw, 9), reverse=True)
    for patience in (1, 2, 4):
        check_stopping(student, [each - epoch for epoch, each in enumerate(falling)], patience)
        check_stopping(student, [each + epoch for epoch, each in enumerate(sorted(falling))], patience)
        check_stopping(student, [2.0] * 7, patience)
        check_stopping(student, [0.5], patience)
    check_stopping(student, [3.0, 1.0, 2.0, 1.5, 1.2, 0.9, 4.0], 4)
    check_stopping(student, [3.0, 1.0, 2.0, 1.5, 1.2, 0.9, 4.0], 3)
    check_stopping(student, [900.0, 250.5, 251.0, 250.25, 300.0, 251.0], 2)
    check_stopping(student, [1 + error / 9000 for error in curve(draw, 12)], 2)
    for case in known["early_stopping"]:
        check_stopping(student, case["errors"], case["patience"])


def stopping(errors, patience, is_better=lambda found, best, before: found < best, limit=lambda patience: patience):
    """Early stopping with another rule: what is better, of the error, the best so far and the one before; how long."""
    best, waited = 0, 0
    for epoch in range(1, len(errors)):
        waited += 1
        if is_better(errors[epoch], errors[best], errors[epoch - 1]):
            best, waited = epoch, 0
        if waited >= limit(patience):
            return best, epoch
    return best, len(errors) - 1


@wrong("early_stopping", "The same error as the best one counts as better here; it has to be smaller.")
def equal_is_better(errors, patience):
    return stopping(errors, patience, lambda found, best, before: found <= best)


@wrong("early_stopping", "Each error is compared with the one before it; compare it with the best so far.")
def compared_with_the_one_before(errors, patience):
    return stopping(errors, patience, lambda found, best, before: found < before)


@wrong(
    "early_stopping",
    "Only epochs that are worse than the one before are counted; count all that are no new best since the best one.",
)
def counts_rises(errors, patience):
    best, rises = 0, 0
    for epoch in range(1, len(errors)):
        rises += errors[epoch] > errors[epoch - 1]
        if errors[epoch] < errors[best]:
            best, rises = epoch, 0
        if rises == patience:
            return best, epoch
    return best, len(errors) - 1


@wrong("early_stopping", "Training stops one epoch too late.")
def one_epoch_too_late(errors, patience):
    return stopping(errors, patience, limit=lambda patience: patience + 1)


@wrong("early_stopping", "Training stops one epoch too early.")
def one_epoch_too_early(errors, patience):
    return stopping(errors, patience, limit=lambda patience: max(patience - 1, 1))


@wrong("early_stopping", "Training stops at the first epoch that is not better; use the patience.")
def without_patience(errors, patience):
    return stopping(errors, 1)


@wrong("early_stopping", "The best of all errors is taken, also of those after the training has stopped.")
def looks_ahead(errors, patience):
    return int(np.argmin(errors)), reference.early_stopping(errors, patience)[1]


@wrong("early_stopping", "The bad epochs are counted all together; begin to count anew after each new best one.")
def counts_all_bad_epochs(errors, patience):
    best, bad = 0, 0
    for epoch in range(1, len(errors)):
        if errors[epoch] < errors[best]:
            best = epoch
        else:
            bad += 1
        if bad == patience:
            return best, epoch
    return best, len(errors) - 1


@wrong("early_stopping", "The epochs are counted from 1; count from 0.")
def counted_from_one(errors, patience):
    best, stopped = reference.early_stopping(errors, patience)
    return best + 1, stopped + 1


@wrong("early_stopping", "The two are exchanged: the best epoch comes first.")
def stopped_first(errors, patience):
    return reference.early_stopping(errors, patience)[::-1]


@wrong("early_stopping", "This gives the smallest error; its epoch is asked.")
def error_for_epoch(errors, patience):
    best, stopped = reference.early_stopping(errors, patience)
    return errors[best], stopped


@wrong("early_stopping", "Where training never stops early, it stops with the last epoch, and epochs count from 0.")
def number_of_epochs(errors, patience):
    best, stopped = reference.early_stopping(errors, patience)
    return best, len(errors) if stopped - best < patience else stopped


@wrong("early_stopping", "This looks for the largest error; a small error is good.")
def largest_error(errors, patience):
    return stopping(errors, patience, lambda found, best, before: found > best)

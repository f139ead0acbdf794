"""Hidden checks and known wrong answers of automatic differentiation with tf.GradientTape.

The references of the TensorFlow blanks are NumPy functions written here: the grader itself never runs TensorFlow.
"""

import re

import numpy as np

from autograder.checks import (
    Failure,
    as_letters,
    as_numbers,
    as_parts,
    assert_agrees,
    assert_close,
    assert_drawn,
    assert_equal,
    assert_labels,
    assert_no_other,
    check,
    choice,
    describe,
    drawn,
    figure_of,
    figures,
    finite,
    known_outputs,
    lies_on,
    picture,
    reference_of,
    spans,
    values,
    wrong,
)

reference = reference_of(__file__)
known = known_outputs(__file__)


# --- dense ------------------------------------------------------------------------------------------------------------


@check("dense", points=2)
def dense_of_any_layer(student, draw):
    """dense(x, W, b) is relu(x @ W + b) for any batch and any sizes, also where the sum is exactly 0"""
    batch, inputs, units = draw.sizes(3)
    x, W, b = draw.normal(batch, inputs), draw.normal(inputs, units), draw.normal(units)
    for each in (x, 8 * x):
        assert_agrees(student.dense, reference.dense, each, W, b, of="dense(x, W, b)")
    still = student.dense(np.zeros((batch, inputs)), W, np.zeros(units))
    assert_close(still, np.zeros((batch, units)), of="dense(x, W, b) with x and b of zeros", visible=True)


@wrong("dense", "The ReLU is missing: where the sum is below 0 the output is 0.")
def dense_without_relu(x, W, b):
    return x @ W + b


@wrong("dense", "The bias b is missing; it is added to x @ W.")
def dense_without_bias(x, W, b):
    return np.maximum(0, x @ W)


@wrong("dense", "The bias is subtracted; it has to be added.")
def dense_bias_subtracted(x, W, b):
    return np.maximum(0, x @ W - b)


@wrong("dense", "The bias is added after the ReLU; it belongs inside.")
def dense_bias_outside(x, W, b):
    return np.maximum(0, x @ W) + b


@wrong("dense", "This is dot(W, x); the input stands on the left: x @ W.")
def dense_as_printed(x, W, b):
    return np.maximum(0, np.dot(W, x) + b)


@wrong("dense", "The result is transposed: it has to be (batch, units), one row for each example.")
def dense_transposed(x, W, b):
    return reference.dense(x, W, b).T


@wrong("dense", "This is 1 where the sum is above 0; the ReLU keeps the sum itself there.")
def dense_with_step(x, W, b):
    return (x @ W + b > 0) * 1.0


@wrong("dense", "This is the absolute value of the sum; the ReLU makes negative sums 0.")
def dense_with_abs(x, W, b):
    return np.abs(x @ W + b)


@wrong("dense", "The layer has a sigmoid; it should have a ReLU.")
def dense_with_sigmoid(x, W, b):
    return 1 / (1 + np.exp(-(x @ W + b)))


# --- order, why_not_try -----------------------------------------------------------------------------------------------


def order_right(student):
    found = as_letters(student.order, "abcd", of="order")
    if sorted(found) != list("abcd"):
        raise Failure("order does not have each of the letters a, b, c, d once", found)
    if found != "dbac":
        raise Failure(f"order is {found!r}, which is not the order of the steps", found)


order = values(
    "order",
    points=1,
    sentence="order has the four steps of training in their order",
    is_right=order_right,
    wrongs={
        "cost-before-forward": ("dabc", "The cost compares estimates with targets: what has to be there before it?"),
        "update-before-cost": ("dbca", "The slope of the cost is needed for the update: the cost comes before it."),
        "forward-before-model": ("bdac", "A forward pass needs layers and weights: what has to be there before it?"),
        "backward-first": ("cabd", "This is the reverse order: the backward pass ends a round, it does not begin one."),
        "backward-before-forward": ("dcba", "The model is first, but then it goes forward before it goes back."),
        "as-listed": ("abcd", "This is the order of the list, which is mixed up on purpose."),
    },
)

why_not_try = choice(
    "why_not_try",
    points=1,
    sentence="why_not_try names the reason",
    answer="b",
    wrongs={
        "a": "A loss can be computed for any weights, trained or not: it takes one forward pass.",
        "c": "A trial changes weights only; the losses of two trials can be compared.",
        "d": "The weights act together: every value of one goes with every value of the others. How many are these?",
    },
)


# --- secant_slope, plot_secants ---------------------------------------------------------------------------------------


@check("secant_slope", points=1)
def secant_of_any_points(student, draw):
    """secant_slope(x, h) is the slope between the points at x and x + h, also for negative x and h"""
    for x, h in (
        (draw.number(1.5, 3), draw.number(0.3, 0.9)),
        (draw.number(1.5, 3), draw.number(-0.9, -0.3)),
        (draw.number(-3, -1.5), draw.number(0.3, 0.9)),
        (draw.number(-3, -1.5), draw.number(6.5, 9)),
    ):
        assert_agrees(student.secant_slope, reference.secant_slope, x, h, of="secant_slope(x, h)")


@wrong("secant_slope", "The difference is not divided by h.")
def secant_rise_alone(x, h):
    return (x + h) ** 2 - x**2


@wrong("secant_slope", "This is 2x, the slope of the tangent; between two points it is (f(x + h) - f(x)) / h.")
def secant_as_tangent(x, h):
    return 2 * x


@wrong("secant_slope", "The sign is reversed: it is f(x + h) - f(x), in this order.")
def secant_reversed(x, h):
    return (x**2 - (x + h) ** 2) / h


@wrong("secant_slope", "The second point is at x - h; it has to be at x + h.")
def secant_backward(x, h):
    return (x**2 - (x - h) ** 2) / h


@wrong("secant_slope", "Brackets are missing: the whole difference is divided by h, not only its last term.")
def secant_without_brackets(x, h):
    return (x + h) ** 2 - x**2 / h


@wrong("secant_slope", "This is f(h) / h; the difference is f(x + h) - f(x).")
def secant_of_h(x, h):
    return h**2 / h


@wrong("secant_slope", "It is divided by x + h; the two points are h apart.")
def secant_over_x_and_h(x, h):
    return ((x + h) ** 2 - x**2) / (x + h)


NO_LABEL = "an axis has no label: add plt.xlabel and plt.ylabel"


def drawn_finite(student, name, *args):
    """The labels of each axes, and what is drawn in them: at least one curve."""
    labels, curves = drawn(student, name, *args)
    curves = finite(curves)
    assert_drawn(curves, of=name)
    return labels, curves


def is_graph(curve, f):
    """Whether all points of the curve are on the graph of f."""
    return lies_on(curve, f, near=1e-6 * (1 + np.abs(curve.y).max()))


def find_curve(curves, f, told, needed):
    """The curves that are the smooth graph of f over all the x that are needed, else Failure."""
    smooth = [curve for curve in curves if np.unique(curve.x).size >= 20 and is_graph(curve, f)]
    if not smooth:
        raise Failure(f"the figure has no curve {told} through 20 points or more")
    if not any(spans(curve, needed, near=1e-9) for curve in smooth):
        raise Failure(f"the curve {told} does not reach all that is drawn on it; make it wider")
    return smooth


def square(x):
    return x**2


@check("plot_secants", points=2)
def secants_are_drawn(student, draw):
    """the figure shows the curve, the secant of every h and the tangent"""
    for x in (draw.number(3, 6), -draw.number(3, 6)):
        hs = np.array([draw.number(2.0, 3.0), draw.number(0.8, 1.6), -draw.number(0.5, 1.5)])[: draw.integer(2, 3)]
        _, curves = drawn_finite(student, "plot_secants", x, hs)
        find_curve(curves, square, "y = x**2", [x, *(x + hs)])
        lines = [curve for curve in curves if np.ptp(curve.x) > 0]
        find_secants(lines, x, hs)
        graphs = [square, *(line_through(x, slope) for slope in (*(2 * x + hs), 2 * x))]
        right = [line for line in lines if any(is_graph(line, graph) for graph in graphs)]
        assert_no_other(lines, right, of="plot_secants")


def line_through(x, slope):
    return lambda t: x**2 + slope * (t - x)


def find_secants(lines, x, hs):
    """The secants of x**2 from x to each x + h and the tangent at x are among the lines, else Failure."""

    def has_line(slope):
        return any(is_graph(line, line_through(x, slope)) for line in lines)

    for h in hs:
        if not has_line(2 * x + h):
            raise Failure(f"for x = {x:.4g} and h = {h:.4g} no straight line passes the points at x and x + h")
    if not has_line(2 * x):
        raise Failure(f"for x = {x:.4g} the tangent is missing: it passes (x, x**2) with the slope 2x")


@check("plot_secants", points=1)
def secants_have_labels(student):
    """both axes have a label"""
    labels, _ = drawn_finite(student, "plot_secants", 5.0, np.array([4.0, 2.0, 1.0]))
    assert_labels(labels, missing=NO_LABEL)


def secant_figure(x, hs, *, curve=square, secant=lambda x, h: 2 * x + h, tangent=lambda x: 2 * x, labels=("x", "y")):
    """What plot_secants draws, or a figure with one part done differently; None leaves it out."""
    low, high = min(x, *(x + hs)) - 1, max(x, *(x + hs)) + 1
    wide, ends = np.linspace(low, high, 50), np.array([low, high])
    slopes = [secant(x, h) for h in hs] if secant else []
    slopes += [tangent(x)] if tangent else []
    lines = [(ends, x**2 + slope * (ends - x)) for slope in slopes]
    return figure_of(*([(wide, curve(wide))] if curve else []), *lines, labels=labels)


@wrong("plot_secants", "The tangent is missing.")
def figure_without_tangent(x, hs):
    return secant_figure(x, hs, tangent=None)


@wrong("plot_secants", "A line is drawn that is neither a secant nor the tangent.")
def figure_with_another_line(x, hs):
    figure = secant_figure(x, hs)
    ends = np.array([min(x, *(x + hs)), max(x, *(x + hs))])
    figure.axes[0].plot(ends, x**2 + 5 * x * (ends - x))
    return figure


@wrong("plot_secants", "The secants are missing.")
def figure_without_secants(x, hs):
    return secant_figure(x, hs, secant=None)


@wrong("plot_secants", "The curve y = x**2 is missing.")
def figure_without_curve(x, hs):
    return secant_figure(x, hs, curve=None)


@wrong("plot_secants", "The tangent has the slope x; the derivative of x**2 is 2x.")
def figure_with_flat_tangent(x, hs):
    return secant_figure(x, hs, tangent=lambda x: x)


@wrong("plot_secants", "The secants' rise is not divided by h.")
def figure_with_rises(x, hs):
    return secant_figure(x, hs, secant=lambda x, h: (2 * x + h) * h)


@wrong("plot_secants", "These are lines with the slope that the curve has at x + h, not lines through both points.")
def figure_with_slopes_at_the_other_point(x, hs):
    return secant_figure(x, hs, secant=lambda x, h: 2 * (x + h))


@wrong("plot_secants", "The secants go to x - h; they have to go to x + h.")
def figure_with_backward_secants(x, hs):
    return secant_figure(x, hs, secant=lambda x, h: 2 * x - h)


@wrong("plot_secants", "Only the secant of the first h is drawn; draw one for every entry of hs.")
def figure_with_one_secant(x, hs):
    return secant_figure(x, hs[:1])


@wrong("plot_secants", "The axes have no labels: add plt.xlabel and plt.ylabel.")
def figure_without_labels(x, hs):
    return secant_figure(x, hs, labels=("", ""))


# --- sign_and_size, one_sided_slopes, continuous_claim ----------------------------------------------------------------


@check("sign_and_size", points=1)
def sign_and_size_of_any_array(student, draw):
    """sign_and_size(x) gives direction and strength of the slope of x**2, also at the lowest point"""
    x = draw.normal(draw.integer(6, 9), scale=3)
    x[:4] = 0, -2, 3, 8
    x = draw.permutation(x)
    of = "sign_and_size(x)"
    for each in (x, x[:1], np.array([0.004, -0.003])):
        signs, sizes = as_parts(student.sign_and_size(each), 2, of=of)
        expected = reference.sign_and_size(each)
        assert_close(signs, expected[0], of=f"the signs of {of}")
        assert_close(sizes, expected[1], of=f"the sizes of {of}")


@wrong("sign_and_size", "The two arrays are swapped: return the signs first.")
def sizes_first(x):
    return np.abs(2 * x), np.sign(x)


@wrong("sign_and_size", "The signs are reversed: + is where the function rises.")
def signs_reversed(x):
    return np.sign(-x), np.abs(2 * x)


@wrong("sign_and_size", "The signs are those of x**2 itself, never negative; take those of the derivative 2x.")
def signs_of_the_square(x):
    return np.sign(x**2), np.abs(2 * x)


@wrong("sign_and_size", "The sizes still have a sign; take the absolute value.")
def sizes_with_sign(x):
    return np.sign(x), 2 * x


@wrong("sign_and_size", "The sizes are |x|; the derivative of x**2 is 2x.")
def sizes_without_factor(x):
    return np.sign(x), np.abs(x)


@wrong("sign_and_size", "The sizes are x**2, the height of the curve; its slope is asked for.")
def sizes_as_heights(x):
    return np.sign(x), x**2


@wrong("sign_and_size", "At the lowest point the slope is 0, so its sign is 0, not 1.")
def signs_one_at_zero(x):
    return np.where(x >= 0, 1, -1), np.abs(2 * x)


@wrong("sign_and_size", "At the lowest point the slope is 0, so its sign is 0, not -1.")
def signs_minus_one_at_zero(x):
    return np.where(x > 0, 1, -1), np.abs(2 * x)


@wrong("sign_and_size", "Where it falls the sign is 0; it has to be -1.")
def signs_as_step(x):
    return (x > 0) * 1.0, np.abs(2 * x)


def one_sided_slopes_right(student):
    of = "one_sided_slopes"
    found = student.one_sided_slopes
    if not isinstance(found, np.ndarray):
        parts = [as_numbers(each, of=of) for each in as_parts(found, 4, of=of)]
        if any(part.shape != () for part in parts):
            raise Failure(f"{of} is {describe(found)}, but should be four numbers", found)
        found = np.array(parts)
    assert_close(found, np.array([-1, 1, 0, 1]), of=of)


one_sided_slopes = values(
    "one_sided_slopes",
    points=1,
    sentence="one_sided_slopes has the slopes of |x| and of relu at 0 from both sides",
    is_right=one_sided_slopes_right,
    wrongs={
        "right-first": ((1, -1, 1, 0), "Left and right are swapped: the left side comes first."),
        "relu-like-abs": ((-1, 1, -1, 1), "Left of 0 the ReLU is flat: f(h) is 0 for every negative h."),
        "abs-like-relu": ((0, 1, 0, 1), "Left of 0 |x| is not flat: |h| / h for a negative h?"),
        "all-ones": ((1, 1, 1, 1), "Dividing by a negative h turns the sign; and what is relu(h) for h < 0?"),
        "zeros": ((0, 0, 0, 0), "Divide by h before h goes to 0: |h| / h does not become small."),
        "relu-first": ((0, 1, -1, 1), "The two functions are swapped: |x| comes first."),
        "in-the-middle": ((0, 0, 0.5, 0.5), "These are means of the two sides; give each side on its own."),
    },
)

continuous_claim = choice(
    "continuous_claim",
    points=1,
    sentence="continuous_claim says whether every continuous function is differentiable, and why",
    answer="d",
    wrongs={
        "a": "You have just found two slopes of |x| at 0, where its graph has no gap.",
        "b": "A slope of 0 is a slope: x**2 is differentiable at 0.",
        "c": "|x| does not jump at 0, and still its slope has no single limit there.",
    },
)


# --- descend, plot_descent --------------------------------------------------------------------------------------------


@check("descend", points=2)
def descend_step_by_step(student, draw):
    """descend(x, eta, steps) has the start and the place after every step, for any eta"""
    rates = (1, (0.1, 0.4)), (4, (0.1, 0.4)), (3, (0.6, 0.9)), (2, (1.1, 1.8))
    for steps, (low, high) in rates:
        x, eta = draw.number(-4, -2), draw.number(low, high)
        of = f"descend(x, eta, {steps})"
        assert_agrees(student.descend, reference.descend, x, eta, steps, of=of)
    # From a whole number; as many steps as asked, also where they are small; and more than 100.
    for x, eta, steps in ((-3, 0.3, 3), (draw.number(2, 4), 0.35, 30), (draw.number(-4, -2), 0.003, 130)):
        assert_agrees(student.descend, reference.descend, x, eta, steps, of=f"descend({x:.4g}, {eta}, {steps})")


def descent_with(slope):
    """A descent with another slope, a function of the place and the start."""

    def places(x, eta, steps):
        found = [x]
        for _ in range(steps):
            found.append(found[-1] - eta * slope(found[-1], x))
        return np.array(found)

    return places


@wrong("descend", "The factor 2 is missing: the derivative of (x - 1)**2 is 2 * (x - 1).")
def descent_without_factor(x, eta, steps):
    return descent_with(lambda place, _: place - 1)(x, eta, steps)


@wrong("descend", "The point goes up: subtract eta times the derivative.")
def descent_uphill(x, eta, steps):
    return descent_with(lambda place, _: -2 * (place - 1))(x, eta, steps)


@wrong("descend", "This is the derivative of x**2; that of (x - 1)**2 is 2 * (x - 1).")
def descent_to_zero(x, eta, steps):
    return descent_with(lambda place, _: 2 * place)(x, eta, steps)


@wrong("descend", "Every step uses the derivative at the start; take it anew at the place reached.")
def descent_with_one_slope(x, eta, steps):
    return descent_with(lambda _, start: 2 * (start - 1))(x, eta, steps)


@wrong("descend", "The learning rate eta is missing.")
def descent_without_eta(x, eta, steps):
    return reference.descend(x, 1.0, steps)


@wrong("descend", "The step is eta times the height of the curve; it has to be eta times its derivative.")
def descent_by_height(x, eta, steps):
    return descent_with(lambda place, _: (place - 1) ** 2)(x, eta, steps)


@wrong("descend", "The start is missing: it is the first of the steps + 1 places.")
def descent_without_start(x, eta, steps):
    return reference.descend(x, eta, steps)[1:]


@wrong("descend", "The last place is missing: there are steps + 1 places, the start included.")
def descent_without_end(x, eta, steps):
    return reference.descend(x, eta, steps)[:-1]


@wrong("descend", "This is the last place alone; return all of them.")
def descent_end_alone(x, eta, steps):
    return reference.descend(x, eta, steps)[-1]


@wrong("descend", "These are the heights; return the places x.")
def descent_heights(x, eta, steps):
    return (reference.descend(x, eta, steps) - 1) ** 2


def parabola(x):
    return (x - 1) ** 2


@check("plot_descent", points=2, uses=("descend",))
def descent_is_drawn(student, draw):
    """the figure shows the curve and the point's places on it, the start and one for every step, and no others"""
    for eta in (draw.number(0.1, 0.3), draw.number(0.6, 0.9)):
        x, steps = draw.number(2, 4) * (2 * draw.integer(0, 1) - 1), draw.integer(3, 5)
        places = reference.descend(x, eta, steps)
        _, curves = drawn_finite(student, "plot_descent", x, eta, steps)
        smooth = find_curve(curves, parabola, "y = (x - 1)**2", places)
        marked = [each for each in curves if all(each is not curve for curve in smooth)]
        xs, ys = (np.concatenate([each[i] for each in marked] or [np.array([])]) for i in (0, 1))
        near = 1e-6 * (1 + np.abs(places).max())
        for number, place in enumerate(places):
            if not ((np.abs(xs - place) <= near) & (np.abs(ys - parabola(place)) <= near * 10)).any():
                told = f"after {number} steps" if number else "at the start"
                raise Failure(f"for x = {x:.4g}, eta = {eta:.4g} the place {told} is not marked on the curve")
        on_curve = np.abs(ys - parabola(xs)) <= near * 10
        assert_no_other(marked, [curve for curve in marked if is_graph(curve, parabola)], of="plot_descent")
        extra = on_curve & (np.abs(xs[:, None] - np.array([*places, 1.0])) > near).all(axis=1)
        if extra.any():
            raise Failure(f"the place {xs[extra][0]:.4g} is marked, but the point never is there in {steps} steps")


@check("plot_descent", points=1, uses=("descend",))
def descent_has_labels(student):
    """both axes have a label"""
    labels, _ = drawn_finite(student, "plot_descent", 3.0, 0.25, 4)
    assert_labels(labels, missing=NO_LABEL)


def descent_figure(x, eta, steps, *, places=reference.descend, curve=parabola, height=parabola, labels=("x", "y")):
    """What plot_descent draws, or a figure with one part done differently; None leaves it out."""
    right = reference.descend(x, eta, steps)
    wide = np.linspace(min(*right, 1) - 1, max(*right, 1) + 1, 50)
    found = places(x, eta, steps) if places else None
    parts = [(wide, curve(wide))] if curve else []
    return figure_of(*parts, *([(found, height(found))] if places else []), labels=labels)


@wrong("plot_descent", "Another curve is drawn beside y = (x - 1)**2.")
def figure_beside_another_curve(x, eta, steps):
    figure = descent_figure(x, eta, steps)
    wide = np.linspace(-4, 4, 50)
    figure.axes[0].plot(wide, wide**2)
    return figure


@wrong("plot_descent", "The places are missing; mark each of them on the curve.")
def figure_without_places(x, eta, steps):
    return descent_figure(x, eta, steps, places=None)


@wrong("plot_descent", "The curve y = (x - 1)**2 is missing.")
def figure_without_parabola(x, eta, steps):
    return descent_figure(x, eta, steps, curve=None)


@wrong("plot_descent", "The curve and the heights are those of x**2; here f(x) is (x - 1)**2.")
def figure_of_the_square(x, eta, steps):
    return descent_figure(x, eta, steps, curve=square, height=square)


@wrong("plot_descent", "The places are marked on the axis; they belong on the curve, at the height f(x).")
def figure_with_places_below(x, eta, steps):
    return descent_figure(x, eta, steps, height=lambda places: 0 * places)


@wrong("plot_descent", "The start is not marked.")
def figure_without_start(x, eta, steps):
    return descent_figure(x, eta, steps, places=descent_without_start.answer)


@wrong("plot_descent", "The last place is not marked: there are steps + 1 places.")
def figure_without_end(x, eta, steps):
    return descent_figure(x, eta, steps, places=descent_without_end.answer)


@wrong("plot_descent", "There is one step too many.")
def figure_with_a_further_step(x, eta, steps):
    return descent_figure(x, eta, steps + 1)


@wrong("plot_descent", "The marked point goes up: subtract eta times the derivative.")
def figure_uphill(x, eta, steps):
    return descent_figure(x, eta, steps, places=descent_uphill.answer)


@wrong("plot_descent", "The axes have no labels: add plt.xlabel and plt.ylabel.")
def descent_figure_without_labels(x, eta, steps):
    return descent_figure(x, eta, steps, labels=("", ""))


# --- cost, update, fates ----------------------------------------------------------------------------------------------


def samples(draw):
    """Inputs and targets of some samples, or of one, and first values of W and b that are far from right."""
    (count,) = draw.sizes(1)
    return draw.normal(count), draw.normal(count), draw.signed(1.5, 3.0), draw.signed(1.0, 2.0)


@check("cost", points=1)
def cost_of_the_lesson(student):
    """cost gives 0.3333 for the three samples of the text"""
    args = (np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0, 7.0]), 2.0, 0.0)
    assert_close(student.cost(*args), 1 / 3, of="cost(x, y, 2.0, 0.0)", visible=True)


@check("cost", points=1)
def cost_of_any_samples(student, draw):
    """cost(x, y, W, b) is the mean of the squared differences for any number of samples"""
    assert_agrees(student.cost, reference.cost, *samples(draw), of="cost(x, y, W, b)")


@wrong("cost", "This is the sum of the squares; divide by the number of samples.")
def cost_as_sum(x, y, W, b):
    return np.sum((x * W + b - y) ** 2)


@wrong("cost", "This is half the mean; the formula has no 1/2.")
def cost_halved(x, y, W, b):
    return np.mean((x * W + b - y) ** 2) / 2


@wrong("cost", "The square is missing, so differences of opposite sign cancel.")
def cost_without_square(x, y, W, b):
    return np.mean(x * W + b - y)


@wrong("cost", "This is the mean of the absolute differences; they have to be squared.")
def cost_absolute(x, y, W, b):
    return np.mean(np.abs(x * W + b - y))


@wrong("cost", "The root is taken; the cost is the mean of the squares itself.")
def cost_root(x, y, W, b):
    return np.sqrt(np.mean((x * W + b - y) ** 2))


@wrong("cost", "This compares the targets with their own mean; compare the estimates with the targets.")
def cost_as_printed(x, y, W, b):
    return np.mean((y - y.mean()) ** 2)


@wrong("cost", "The bias b is missing in the estimates.")
def cost_without_b(x, y, W, b):
    return np.mean((x * W - y) ** 2)


@wrong("cost", "The targets are added to the estimates; take the difference.")
def cost_added(x, y, W, b):
    return np.mean((x * W + b + y) ** 2)


@wrong("cost", "The mean is squared; square each difference first, then take the mean.")
def cost_square_of_mean(x, y, W, b):
    return np.mean(x * W + b - y) ** 2


@check("update", points=1)
def update_of_any_weights(student, draw):
    """update(W, slope, eta) is one step down the slope, for numbers and arrays"""
    shape, eta = draw.sizes(2), draw.number(0.05, 0.6)
    assert_agrees(
        student.update, reference.update, draw.normal(*shape, whole=False), draw.normal(*shape), eta, of="update(…)"
    )
    for rate in (draw.number(0.05, 0.6), draw.number(1.1, 2.5)):
        args = draw.number(1, 4), draw.number(-5, -1), rate
        assert_agrees(student.update, reference.update, *args, of="update(…)")
    args = draw.number(1, 4), draw.signed(2000, 5000), draw.number(0.05, 0.6)
    assert_agrees(student.update, reference.update, *args, of="update(…)")


@wrong("update", "The weights go up the slope: subtract eta times it.")
def update_uphill(W, slope, eta):
    return W + eta * slope


@wrong("update", "The learning rate eta is missing.")
def update_without_eta(W, slope, eta):
    return W - slope


@wrong("update", "eta is subtracted; it multiplies the slope.")
def update_eta_subtracted(W, slope, eta):
    return W - eta - slope


@wrong("update", "This is the step alone; subtract it from W.")
def update_step_alone(W, slope, eta):
    return -eta * slope


@wrong("update", "Only the sign of the slope is used; its size belongs to the step too.")
def update_by_sign(W, slope, eta):
    return W - eta * np.sign(slope)


@wrong("update", "The slope is taken as 2W; use the argument slope.")
def update_with_own_slope(W, slope, eta):
    return W - eta * 2 * W


@wrong("update", "The roles are swapped: eta times the slope is subtracted from W, not eta times W from the slope.")
def update_swapped(W, slope, eta):
    return slope - eta * W


@wrong("update", "The slope is divided by eta; it has to be multiplied.")
def update_divided(W, slope, eta):
    return W - slope / eta


def fates_right(student):
    found = as_letters(student.fates, "abcde", of="fates")
    if len(found) != 5:
        raise Failure(f"fates has {len(found)} letters, but should have five", found)
    wrong_at = [number + 1 for number in range(5) if found[number] != "daebc"[number]]
    if wrong_at:
        told = ", ".join(f"eta_{number}" for number in wrong_at)
        raise Failure(f"fates is not right for {told}: look at (1 - 2 eta) and its powers", found)


fates = values(
    "fates",
    points=2,
    sentence="fates says for each eta what happens to W",
    is_right=fates_right,
    wrongs={
        "by-size-of-eta": ("cabdd", "Compute 1 - 2 eta for each: its sign tells of jumps, its size of nearing."),
        "one-like-half": ("baebc", "With eta = 1 the factor is -1: W goes from 1 to -1 and back."),
        "one-falls-apart": ("eaebc", "With eta = 1 the factor is -1, whose powers keep their size."),
        "never-diverges": ("dacbc", "With eta = 1.1 the factor is -1.2: is |W| smaller or larger after a step?"),
        "half-is-slow": ("daeac", "With eta = 0.5 the factor is 0."),
        "half-jumps": ("daecc", "With eta = 0.5 the factor is 0: does W still jump after the first step?"),
        "six-tenths-falls-apart": ("daebe", "With eta = 0.6 the factor is -0.2: it jumps, but how far?"),
        "six-tenths-is-slow": ("daeba", "With eta = 0.6 the factor is -0.2: the sign changes in every step."),
        "factor-2-missing": ("bacaa", "The derivative of W**2 is 2W: the factor of a step is 1 - 2 eta, not 1 - eta."),
        "small-eta-jumps": ("dcebc", "With eta = 0.1 the factor is 0.8: the sign stays."),
    },
)


# --- back_through_sum, power_derivatives ------------------------------------------------------------------------------


@check("back_through_sum", points=1)
def back_through_the_document(student):
    """back_through_sum gives 8 and a matrix of 8 for the 2x2 matrix of ones"""
    dzdy, dzdx = as_parts(student.back_through_sum(np.ones((2, 2))), 2, of="back_through_sum(x)")
    assert_close(dzdy, 8, of="dz/dy", visible=True)
    assert_close(dzdx, np.full((2, 2), 8), of="dz/dx", visible=True)


@check("back_through_sum", points=2)
def back_through_any_matrix(student, draw):
    """back_through_sum(x) is right for a matrix of any shape and any entries, also where the sum is negative"""
    shape = draw.sizes(2)
    positive = draw.uniform(*shape, low=0.2, high=2.0) * draw.integer(1, 3)
    mixed = draw.normal(*shape)
    below = mixed - mixed.mean() - draw.number(0.3, 0.8)  # entries of both signs and a sum below 0
    with_zeros = draw.uniform(2, 3, low=0.2, high=2.0)
    with_zeros[draw.integer(0, 1)] = 0
    for x in (positive, below, with_zeros):
        of = "back_through_sum(x)"
        assert_agrees(student.back_through_sum, reference.back_through_sum, x, of=of, parts=("dz/dy", "dz/dx"))


@wrong("back_through_sum", "dz/dy is y; the derivative of y**2 is 2y.")
def sum_without_factor(x):
    return x.sum(), x.sum() * np.ones_like(x)


@wrong("back_through_sum", "These are z and its entries: the derivative of y**2 is 2y.")
def sum_with_z(x):
    return x.sum() ** 2, x.sum() ** 2 * np.ones_like(x)


@wrong("back_through_sum", "dz/dx is one number; every entry of x has its own derivative.")
def sum_with_a_number(x):
    return 2 * x.sum(), 2 * x.sum()


@wrong("back_through_sum", "dz/dx is dz/dy times x; the derivative of a sum is 1 for every entry.")
def sum_times_x(x):
    return 2 * x.sum(), 2 * x.sum() * x


@wrong("back_through_sum", "dz/dx is 2x, as if every entry were squared by itself; the sum is squared.")
def sum_of_squares(x):
    return 2 * x.sum(), 2 * x


@wrong("back_through_sum", "y is the mean of the entries here; it has to be their sum.")
def sum_as_mean(x):
    return 2 * x.mean(), 2 * x.mean() * np.ones_like(x)


@wrong("back_through_sum", "dz/dx is dy/dx alone; multiply it with dz/dy.")
def sum_without_upstream(x):
    return 2 * x.sum(), np.ones_like(x)


@wrong("back_through_sum", "The two values are swapped: return dz/dy first.")
def sum_swapped(x):
    return reference.back_through_sum(x)[::-1]


@wrong("back_through_sum", "Where x is 0, dz/dx is 0 here; the sum moves with every entry, also with one that is 0.")
def sum_without_zeros(x):
    dzdy, dzdx = reference.back_through_sum(x)
    return dzdy, np.where(x != 0, dzdx, 0.0)


@wrong("back_through_sum", "dz/dx is transposed: it has the shape of x.")
def sum_transposed(x):
    return 2 * x.sum(), 2 * x.sum() * np.ones_like(x.T)


@wrong("back_through_sum", "The sign is lost: where the sum is negative, so are the derivatives.")
def sum_without_sign(x):
    return 2 * abs(x.sum()), 2 * abs(x.sum()) * np.ones_like(x)


@wrong("back_through_sum", "The absolute values are added up; y is the sum of the entries as they are.")
def sum_of_sizes(x):
    return 2 * np.abs(x).sum(), 2 * np.abs(x).sum() * np.ones_like(x)


@wrong("back_through_sum", "The size is fixed to 2x2; take the shape of x.")
def sum_two_by_two(x):
    return 2 * x.sum(), 2 * x.sum() * np.ones((2, 2))


POWER_PARTS = ("the first derivative", "the second derivative")


def around_zero(draw):
    """A few points on both sides of 0, far enough from it for high powers, and 0 itself."""
    x = draw.uniform(draw.integer(5, 8), low=1.1, high=2.0)
    x[0] *= -1
    x[1] = 0
    return draw.permutation(x)


@check("power_derivatives", points=1)
def power_derivatives_of_the_document(student):
    """power_derivatives gives 10 and 2 for x**2 at 5, and 3125 and 2500 for x**5"""
    for n, expected in ((2, (10, 2)), (5, (3125, 2500))):
        of = f"power_derivatives(5.0, {n})"
        for part, found, right in zip(
            POWER_PARTS, as_parts(student.power_derivatives(5.0, n), 2, of=of), expected, strict=True
        ):
            assert_close(found, right, of=f"{part} of {of}", visible=True)


@check("power_derivatives", points=1)
def power_derivatives_of_any_power(student, draw):
    """power_derivatives(x, n) is right for any power and any numbers x, also negative ones and 0"""
    for n in (2, draw.integer(3, 4), draw.integer(5, 7)):
        of = f"power_derivatives(x, {n})"
        x = around_zero(draw)
        for each in (x, x[:1]):
            assert_agrees(student.power_derivatives, reference.power_derivatives, each, n, of=of, parts=POWER_PARTS)


@wrong("power_derivatives", "These are the derivatives of x**2 whatever n is.")
def power_always_square(x, n):
    return 2 * x, 2 * np.ones_like(x)


@wrong("power_derivatives", "The second derivative lacks the factor n - 1: the exponent n - 1 comes down too.")
def power_second_without_factor(x, n):
    return n * x ** (n - 1), n * x ** (n - 2)


@wrong("power_derivatives", "The factor n is missing: the exponent comes down as a factor.")
def power_without_factor(x, n):
    return x ** (n - 1), x ** (n - 2)


@wrong("power_derivatives", "The exponents are not lowered: they become n - 1 and n - 2.")
def power_not_lowered(x, n):
    return n * x**n, n * (n - 1) * x**n


@wrong("power_derivatives", "The second value is the first one squared; derive once more.")
def power_squared(x, n):
    return n * x ** (n - 1), (n * x ** (n - 1)) ** 2


@wrong("power_derivatives", "The second exponent is n - 1; deriving twice lowers it to n - 2.")
def power_second_not_lowered(x, n):
    return n * x ** (n - 1), n * (n - 1) * x ** (n - 1)


@wrong("power_derivatives", "The two values are swapped: return the first derivative first.")
def power_swapped(x, n):
    return reference.power_derivatives(x, n)[::-1]


@wrong("power_derivatives", "This divides by x, and x may be 0; lower the power in place of it.")
def power_divided(x, n):
    return n * x**n / x, n * (n - 1) * x**n / x**2


@wrong("power_derivatives", "The second derivative has the sign of its size: it is negative where x is and n is odd.")
def power_second_without_sign(x, n):
    return n * x ** (n - 1), n * (n - 1) * np.abs(x) ** (n - 2)


@wrong(
    "power_derivatives", "The function itself and its first derivative are returned; return the first and the second."
)
def power_with_itself(x, n):
    return x**n, n * x ** (n - 1)


# --- tape_names, without_gradient -------------------------------------------------------------------------------------

NAMES = ("persistent", "watch_accessed_variables", "watch", "gradient")


def tape_names_right(student):
    found = as_parts(student.tape_names, 4, of="tape_names")
    for number, (name, expected) in enumerate(zip(found, NAMES, strict=True), start=1):
        if not isinstance(name, str):
            raise Failure(f"name {number} is {describe(name)}, but should be a text", name)
        # An answer such as "tape.watch()" or "persistent=True" says the same.
        bare = re.sub(r"=.*|\(.*", "", name.strip()).split(".")[-1].strip().casefold()
        if bare != expected:
            raise Failure(f"name {number} of tape_names is {name!r}, which is not the right one", name)


tape_names = values(
    "tape_names",
    points=1,
    sentence="tape_names has the right names of two arguments and two methods",
    is_right=tape_names_right,
    wrongs={
        "first-misspelling": (
            ("persistent", "watch_acessed_variables", "watch", "gradient"),
            "The second name is misspelt: 'accessed' has two c.",
        ),
        "second-misspelling": (
            ("persistent", "watch_accessed_varaibles", "watch", "gradient"),
            "The second name is misspelt: look at 'variables'.",
        ),
        "arguments-swapped": (
            ("watch_accessed_variables", "persistent", "watch", "gradient"),
            "The two arguments are swapped: which one keeps the recording?",
        ),
        "methods-swapped": (
            ("persistent", "watch_accessed_variables", "gradient", "watch"),
            "The two methods are swapped: which one goes back through the recording?",
        ),
        "plural": (
            ("persistent", "watch_accessed_variables", "watch", "gradients"),
            "The method's name is in the singular; tf.gradients is something else.",
        ),
        "shortened": (
            ("persistent", "watch_variables", "watch", "gradient"),
            "A part of the second name is missing: the variables that are accessed.",
        ),
        "watch-for-the-argument": (
            ("persistent", "watch", "watch_accessed_variables", "gradient"),
            "Names 2 and 3 are swapped: 2 is an argument of tf.GradientTape, 3 a method.",
        ),
    },
)


def without_gradient_right(student):
    found = as_letters(student.without_gradient, "abcdef", of="without_gradient", in_order=False)
    if set(found) == set("ace"):
        return
    missing, extra = len(set("ace") - set(found)), len(set(found) - set("ace"))
    told = [f"{missing} missing"] if missing else []
    told += [f"{extra} too many"] if extra else []
    raise Failure(f"without_gradient is {found!r}: {' and '.join(told)}", found)


without_gradient = values(
    "without_gradient",
    points=2,
    sentence="without_gradient has all cases in which the result is None",
    is_right=without_gradient_right,
    wrongs={
        "whole-number-missing": ("ae", "What is derived needs a type with decimals: is 5 such a number?"),
        "constant-missing": ("ce", "A constant is followed only after watch."),
        "variable-missing": ("ac", "watch_accessed_variables=False: then no Variable is followed on its own."),
        "watch-forgotten": ("acef", "watch works for a Variable too, and in spite of watch_accessed_variables=False."),
        "constants-only": ("abc", "A constant is followed after watch; and look at the arguments of the tape."),
        "variables-need-watch": ("acde", "By default a Variable is followed without watch."),
        "reversed": ("bdf", "These are the cases with a derivative; those with None are asked for."),
        "watched-constant": ("abce", "The watched 5.0 is followed: watch works for a constant with decimals."),
        "constant-alone": ("a", "There are further cases: look at the type of 5 and at the arguments of the tape."),
    },
)


# --- TensorFlow: nested_tapes, chain ----------------------------------------------------------------------------------


def watched(function, of, parts=()):
    """The function, but a None in its answer is Failure with the usual reason: nothing was recorded."""

    def call(*args):
        found = function(*args)
        for name, value in zip(parts or [""], as_parts(found, len(parts), of=of) if parts else [found], strict=True):
            if value is None:
                told = f"{name} of {of}" if name else of
                raise Failure(f"{told} is None: is a return missing, or does a tape not watch its source?", found)
        return found

    return call


def nested(student, of):
    """The student's nested_tapes, but a None in its answer is Failure, named where only the outer tape does not watch."""

    def call(*args):
        found = student.nested_tapes(*args)
        first, second = as_parts(found, 2, of=of)
        if first is not None and second is None:
            raise Failure(f"the second derivative of {of} is None", found, name="nested-outer-unwatched")
        return watched(lambda *_: found, of, POWER_PARTS)(*args)

    return call


def powers(x):
    """y = x**2, z = y**2, w = z**2."""
    return x**2, x**4, x**8


def chain_of(x):
    return 8 * x**7


def three_of(x):
    return 8 * x**7, 4 * x**3, 2 * x


def document_and_others(draw):
    """Inputs of the chain: the number 5 of the document, another number, several points, one far from 0."""
    return 5.0, draw.number(1.2, 2.5), around_zero(draw), draw.signed(11.0, 19.0)


@check("nested_tapes", points=1, library="tensorflow")
def nested_tapes_of_the_document(student):
    """nested_tapes gives 10 and 2 for x**2 at 5"""
    of = "nested_tapes(5.0, 2)"
    right = reference.power_derivatives
    assert_agrees(nested(student, of), right, 5.0, 2, of=of, parts=POWER_PARTS, visible=True)


@check("nested_tapes", points=2, library="tensorflow")
def nested_tapes_of_any_power(student, draw):
    """nested_tapes(x, n) gives both derivatives for any power, for one number and for several, 0 among them"""
    for x, n in ((draw.number(1.2, 2.5), draw.integer(3, 4)), (around_zero(draw), draw.integer(3, 5))):
        of = f"nested_tapes(x, {n})"
        assert_agrees(nested(student, of), reference.power_derivatives, x, n, of=of, parts=POWER_PARTS)


@check("nested_tapes", points=1, library="tensorflow")
def nested_tapes_as_known(student):
    """nested_tapes gives what TensorFlow gave before"""
    for name in ("nested", "document_nested"):
        x, n = np.array(known[name]["inputs"]["x"]), known[name]["inputs"]["n"]
        expected = [np.array(each) for each in known[name]["outputs"]]
        right, of = reference.power_derivatives, f"nested_tapes(x, {n})"
        assert_agrees(nested(student, of), right, x, n, of=of, parts=POWER_PARTS, expected=expected)


@wrong("nested_tapes", "The outer tape derives y, so both values are the first derivative; it has to derive the first.")
def nested_first_twice(x, n):
    return n * x ** (n - 1), n * x ** (n - 1)


@wrong("nested_tapes", "The two values are swapped: return the first derivative first.")
def nested_swapped(x, n):
    return power_swapped.answer(x, n)


@wrong("nested_tapes", "The function itself and its first derivative are returned; return the first and the second.")
def nested_with_itself(x, n):
    return power_with_itself.answer(x, n)


@wrong("nested_tapes", "This is x**2 whatever n is; compute x**n.")
def nested_always_square(x, n):
    return power_always_square.answer(np.asarray(x), n)


@wrong("nested_tapes", "The values are summed over the points; each point has its own derivatives.")
def nested_summed(x, n):
    return tuple(np.sum(each) for each in reference.power_derivatives(x, n))


@wrong("nested_tapes", "The outer tape does not watch x: its gradient is None.")
def nested_outer_unwatched(x, n):
    return n * x ** (n - 1), None


@wrong("nested_tapes", "The second derivative alone is returned; return both.")
def nested_second_alone(x, n):
    return reference.power_derivatives(x, n)[1]


@check("chain", points=2, library="tensorflow")
def chain_of_any_points(student, draw):
    """chain(x) is dw/dx: 625000 at 5, and right at any other points"""
    for x in document_and_others(draw):
        assert_agrees(watched(student.chain, "chain(x)"), chain_of, x, of="chain(x)")


@wrong("chain", "This is dz/dx; go back from w.")
def chain_of_z(x):
    return 4 * x**3


@wrong("chain", "This is dw/dz, one link only; the source is x.")
def chain_last_link(x):
    return 2 * x**4


@wrong("chain", "This is dw/dy; the source is x.")
def chain_to_y(x):
    return 4 * x**6


@wrong("chain", "This is w itself; its derivative is asked for.")
def chain_value(x):
    return powers(x)[2]


@wrong("chain", "The slopes of the three links are added; the chain rule multiplies them.")
def chain_added(x):
    y, z, _ = powers(x)
    return 2 * x + 2 * y + 2 * z


@wrong("chain", "Here w is z times y; it has to be z squared.")
def chain_of_six(x):
    return 6 * x**5


@wrong("chain", "The derivatives are summed over the points; return one for each.")
def chain_summed(x):
    return np.sum(chain_of(x))


# --- TensorFlow: second_gradient, three_gradients ---------------------------------------------------------------------


@check("second_gradient", points=2, library="tensorflow")
def second_gradient_with_both_tapes(student, draw):
    """second_gradient gives dw/dx always, and then dz/dx or the name of the error"""
    for x in (5.0, draw.number(1.2, 2.5), draw.number(-19.0, -11.0)):
        of = "second_gradient(x, {})".format
        kept, lost = (as_parts(student.second_gradient(x, each), 2, of=of(each)) for each in (True, False))
        for found, persistent in ((kept, True), (lost, False)):
            assert_close(
                found[0], chain_of(x), of=f"the first value of {of(persistent)}", conditioning=8 * abs(chain_of(x))
            )
        assert_close(kept[1], 4 * x**3, of=f"the second value of {of(True)}", conditioning=12 * abs(x) ** 3)
        if lost[1] is None:
            raise Failure(f"the second value of {of(False)} is None; catch the error and return its name")
        assert_equal(lost[1], "RuntimeError", of=f"the second value of {of(False)}")


@wrong("second_gradient", "The argument persistent is not passed on: the tape is never persistent.")
def second_never_persistent(x, persistent):
    return chain_of(x), "RuntimeError"


@wrong("second_gradient", "The tape is always persistent; pass the argument on to it.")
def second_always_persistent(x, persistent):
    return chain_of(x), 4 * x**3


@wrong("second_gradient", "The error's message is returned; its name is type(error).__name__.")
def second_with_message(x, persistent):
    message = "A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)"
    return chain_of(x), 4 * x**3 if persistent else message


@wrong("second_gradient", "The error is not caught: the second call needs try and except.")
def second_not_caught(x, persistent):
    if not persistent:
        raise RuntimeError("A non-persistent GradientTape can only be used to compute one set of gradients")
    return chain_of(x), 4 * x**3


@wrong("second_gradient", "The gradients are taken in the other order: first that of w.")
def second_other_order(x, persistent):
    return 4 * x**3, chain_of(x) if persistent else "RuntimeError"


@wrong("second_gradient", "The condition is reversed: a tape is kept with persistent=True.")
def second_reversed(x, persistent):
    return chain_of(x), "RuntimeError" if persistent else 4 * x**3


@wrong("second_gradient", "The second gradient is that of y; it has to be that of z.")
def second_of_y(x, persistent):
    return chain_of(x), 2 * x if persistent else "RuntimeError"


THREE = ("dw/dx", "dz/dx", "dy/dx")


@check("three_gradients", points=1, library="tensorflow")
def three_gradients_of_any_points(student, draw):
    """three_gradients(x) is dw/dx, dz/dx and dy/dx: 625000, 500 and 10 at 5, and right at any other points"""
    for x in document_and_others(draw):
        of = "three_gradients(x)"
        assert_agrees(watched(student.three_gradients, of, THREE), three_of, x, of=of, parts=THREE)


@check("three_gradients", points=1, library="tensorflow")
def three_gradients_as_known(student):
    """three_gradients gives what TensorFlow gave before"""
    for name in ("chain", "document_chain"):
        x, expected = np.array(known[name]["inputs"]["x"]), [np.array(each) for each in known[name]["outputs"]]
        of = "three_gradients(x)"
        assert_agrees(watched(student.three_gradients, of, THREE), three_of, x, of=of, parts=THREE, expected=expected)


@wrong("three_gradients", "The order is reversed: dw/dx comes first.")
def three_reversed(x):
    return three_of(x)[::-1]


@wrong("three_gradients", "The tape is not persistent: its second gradient is an error.")
def three_not_persistent(x):
    raise RuntimeError("A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)")


@wrong("three_gradients", "These are the slopes of the single links; the source of each derivative is x.")
def three_links(x):
    y, z, _ = powers(x)
    return 2 * z, 2 * y, 2 * x


@wrong("three_gradients", "These are w, z and y themselves; their derivatives are asked for.")
def three_values(x):
    return powers(x)[::-1]


@wrong("three_gradients", "All three derivatives are dw/dx; the targets are w, z and y.")
def three_of_w(x):
    return (chain_of(x),) * 3


@wrong("three_gradients", "The derivatives are those of w, w's own derivatives: derive w, z and y once each.")
def three_orders(x):
    return 8 * x**7, 56 * x**6, 336 * x**5


# --- TensorFlow: watch_one, variable_gradient -------------------------------------------------------------------------


NONE = "None"  # what a function returns in place of None; None itself is accepted too


def judge_none(value, of):
    if value is not None:
        assert_equal(value, NONE, of=of)


def judge_number(value, expected, of, conditioning):
    if value is None or (isinstance(value, str) and value.strip().casefold() == NONE.casefold()):
        raise Failure(f"{of} is None: nothing is recorded for it", value)
    assert_close(value, expected, of=of, conditioning=conditioning)


@check("watch_one", points=2, library="tensorflow")
def watch_one_of_two(student, draw):
    """watch_one gives the derivative of what is watched, dy/dx = 75 at 5, and None for the other"""
    for x, w in (
        (5.0, 2.0),
        (draw.number(1.2, 3), draw.number(-3, -1.2)),
        (around_zero(draw), around_zero(draw)),
        (0.0, draw.number(40, 90)),
        (draw.number(40, 90), 0.0),
    ):
        of = "watch_one(x, w, {!r})".format
        with_x, with_w = (as_parts(student.watch_one(x, w, each), 2, of=of(each)) for each in "xw")
        judge_number(with_x[0], 3 * x**2, f"dy/dx of {of('x')}", conditioning=6 * x**2)
        judge_none(with_x[1], f"dz/dw of {of('x')}")
        judge_none(with_w[0], f"dy/dx of {of('w')}")
        judge_number(with_w[1], 3 * w**2, f"dz/dw of {of('w')}", conditioning=6 * w**2)


def one_of_two(dydx, dzdw, watched):
    return (dydx, NONE) if watched == "x" else (NONE, dzdw)


@wrong("watch_one", "Both constants are watched; watch only the one that is named.")
def watch_both(x, w, watched):
    return 3 * x**2, 3 * w**2


@wrong("watch_one", "The tape watches the other constant.")
def watch_the_other(x, w, watched):
    return one_of_two(3 * x**2, 3 * w**2, "w" if watched == "x" else "x")


@wrong("watch_one", "The tape watches x in both cases; look at the argument watched.")
def watch_always_x(x, w, watched):
    return 3 * x**2, NONE


@wrong("watch_one", "The tape watches nothing: both values are None.")
def watch_none(x, w, watched):
    return NONE, NONE


@wrong("watch_one", "A derivative is 0 in place of None: return what gradient tells, as the text None.")
def watch_with_zero(x, w, watched):
    return (3 * x**2, np.zeros_like(w)) if watched == "x" else (np.zeros_like(x), 3 * w**2)


@wrong("watch_one", "y and z are squares here; they have to be x**3 and w**3.")
def watch_square(x, w, watched):
    return one_of_two(2 * x, 2 * w, watched)


@wrong("watch_one", "These are y and z themselves; their derivatives are asked for.")
def watch_value(x, w, watched):
    return one_of_two(x**3, w**3, watched)


@wrong("watch_one", "The two values are swapped: return dy/dx first.")
def watch_swapped(x, w, watched):
    return one_of_two(3 * x**2, 3 * w**2, watched)[::-1]


@check("variable_gradient", points=2, library="tensorflow")
def variable_gradient_on_and_off(student, draw):
    """variable_gradient gives dz/dw with watch_accessed_variables=True, 12 at 2, and None with False"""
    for w in (2.0, draw.number(-3, -1.2), around_zero(draw), 0.0, draw.number(40, 90)):
        on, off = (student.variable_gradient(w, each) for each in (True, False))
        judge_number(on, 3 * w**2, "variable_gradient(w, True)", conditioning=6 * w**2)
        judge_none(off, "variable_gradient(w, False)")


@wrong("variable_gradient", "The Variable is watched in both cases: pass the argument on, and do not call watch.")
def variable_always_watched(w, watch_accessed_variables):
    return 3 * w**2


@wrong("variable_gradient", "The result is always None: w has to be a tf.Variable, not a constant.")
def variable_as_constant(w, watch_accessed_variables):
    return NONE


@wrong("variable_gradient", "The argument is reversed: True means that a Variable is followed.")
def variable_reversed(w, watch_accessed_variables):
    return NONE if watch_accessed_variables else 3 * w**2


@wrong("variable_gradient", "Without watching the result is 0 here, but gradient gives None: 0 would be a derivative.")
def variable_with_zero(w, watch_accessed_variables):
    return 3 * w**2 if watch_accessed_variables else np.zeros_like(w)


@wrong("variable_gradient", "z is w**2 here; it has to be w**3.")
def variable_square(w, watch_accessed_variables):
    return 2 * w if watch_accessed_variables else NONE


@wrong("variable_gradient", "This is z itself; its derivative is asked for.")
def variable_value(w, watch_accessed_variables):
    return w**3 if watch_accessed_variables else NONE


@wrong("variable_gradient", "This is the second derivative, 6w; derive once.")
def variable_second(w, watch_accessed_variables):
    return 6 * w if watch_accessed_variables else NONE


# --- TensorFlow: fit --------------------------------------------------------------------------------------------------

FITTED = ("W", "b")


def fitted(student):
    """The student's `fit`, whose W and b may have the shape (1,) of their variables."""

    def fit(*args):
        parts = as_parts(student.fit(*args), len(FITTED), of="fit(…)")
        return [np.reshape(part, ()) if np.shape(part) == (1,) else part for part in parts]

    return fit


def slopes_of(x, y, W, b):
    """The derivatives of the mean squared error with respect to W and b."""
    difference = x * W + b - y
    return 2 * np.mean(difference * x), 2 * np.mean(difference)


def fit_with(step):
    """A training whose every step is `step`: the old W and b, and where training began, to the new W and b."""

    def train(x, y, W, b, eta, steps):
        start = W, b
        for _ in range(steps):
            W, b = step(x, y, W, b, eta, start)
        return W, b

    return train


def right_step(x, y, W, b, eta, start):
    dW, db = slopes_of(x, y, W, b)
    return W - eta * dW, b - eta * db


right_fit = fit_with(right_step)


@check("fit", points=2, library="tensorflow")
def fit_step_by_step(student, draw):
    """fit is right after one, two and four steps, for any samples and any learning rate"""
    for steps in (1, 2, 4):
        eta = draw.number(1.1, 1.6) if steps == 1 else draw.number(0.05, 0.2)
        args = (*samples(draw), eta, steps)
        assert_agrees(fitted(student), right_fit, *args, of=f"fit(…, steps={steps})", parts=FITTED)

    x, _, W, b = samples(draw)
    near = (x, W * x + b + 0.1, W, b, draw.number(0.05, 0.2), 3)  # an error of 0.01 is no end
    assert_agrees(fitted(student), right_fit, *near, of="fit(…, steps=3)", parts=FITTED)


@check("fit", points=1, library="tensorflow")
def fit_as_known(student):
    """fit arrives where TensorFlow arrived before"""
    inputs = known["fit"]["inputs"]
    args = (np.array(inputs["x"]), np.array(inputs["y"]), *(inputs[name] for name in ("W", "b", "eta", "steps")))
    expected = [np.array(each) for each in known["fit"]["outputs"]]
    assert_agrees(fitted(student), right_fit, *args, of="fit(…)", parts=FITTED, expected=expected)
    slowly = (*args[:4], 0.002, 130)  # after 100 steps it is not at the end
    assert_agrees(fitted(student), right_fit, *slowly, of="fit(…, steps=130)", parts=FITTED)


@wrong("fit", "W and b go up the slope: subtract eta times it.")
def fit_uphill(x, y, W, b, eta, steps):
    return right_fit(x, y, W, b, -eta, steps)


@wrong("fit", "The learning rate eta is missing.")
def fit_without_eta(x, y, W, b, eta, steps):
    return right_fit(x, y, W, b, 1.0, steps)


@wrong("fit", "The error is the sum of the squares; it has to be their mean.")
def fit_with_sum(x, y, W, b, eta, steps):
    return right_fit(x, y, W, b, eta * len(x), steps)


@wrong("fit", "The error is half the mean of the squares; the formula has no 1/2.")
def fit_with_half(x, y, W, b, eta, steps):
    return right_fit(x, y, W, b, eta / 2, steps)


@wrong("fit", "b is never updated.")
def fit_without_b(*args):
    return fit_with(lambda x, y, W, b, eta, start: (right_step(x, y, W, b, eta, start)[0], b))(*args)


@wrong("fit", "W is never updated.")
def fit_without_W(*args):
    return fit_with(lambda x, y, W, b, eta, start: (W, right_step(x, y, W, b, eta, start)[1]))(*args)


@wrong("fit", "The slope of b is taken after W has changed; take both from one tape, then update.")
def fit_one_after_the_other(*args):
    def step(x, y, W, b, eta, start):
        W = W - eta * slopes_of(x, y, W, b)[0]
        return W, b - eta * slopes_of(x, y, W, b)[1]

    return fit_with(step)(*args)


@wrong("fit", "There is one step only; the loop has to make them all.")
def fit_one_step(x, y, W, b, eta, steps):
    return right_fit(x, y, W, b, eta, 1)


@wrong("fit", "Every step uses the slopes at the first values; record anew in every step.")
def fit_with_one_recording(*args):
    def step(x, y, W, b, eta, start):
        dW, db = slopes_of(x, y, *start)
        return W - eta * dW, b - eta * db

    return fit_with(step)(*args)


@wrong("fit", "The two values are swapped: return W, then b.")
def fit_swapped(*args):
    return right_fit(*args)[::-1]


@wrong("fit", "There is one step too many.")
def fit_a_further_step(x, y, W, b, eta, steps):
    return right_fit(x, y, W, b, eta, steps + 1)


# --- pictures ----------------------------------------------------------------------------------------------------------


@picture("plot_secants")
def secants_drawn(student):
    return figures("The secants", student, reference, "plot_secants", 5.0, np.array([4.0, 2.0, 1.0]))


@picture("plot_descent")
def descent_drawn(student):
    return figures("The descent", student, reference, "plot_descent", 3.0, 0.25, 4)

"""Hidden checks and known wrong answers of the way from one weight to a layer, and of the surface of an error.

Samples are drawn so that the outputs and the truths are far apart, as a difference of two near numbers says little in
float32.
"""

import numpy as np

from autograder.checks import (
    Failure,
    as_array,
    assert_agrees,
    assert_close,
    assert_contours,
    assert_labels,
    assert_no_other,
    assert_not_swapped,
    check,
    choice,
    contours_of,
    drawn,
    figure_of,
    figures,
    finite,
    in_parts,
    lies_on,
    picture,
    reached,
    reference_of,
    values,
    wrong,
)

reference = reference_of(__file__)


# --- plot_error ---------------------------------------------------------------------------------------------------------


def follows(curve, height, weights):
    """Whether a curve follows `height` and reaches every one of the weights."""
    with np.errstate(all="ignore"):
        return lies_on(curve, height, near=1e-5 * (1 + curve.x**2)) and reached(weights, curve).all()


def check_labels(labels, name, horizontal, vertical):
    assert_labels(labels, missing=f"the {{axis}} axis of {name} has no label")
    swapped = f"the labels of {name} are swapped: the horizontal axis shows {{horizontal}}"
    plain = lambda label: label.casefold().replace("$", "").replace("_", "")  # noqa: E731
    assert_not_swapped(labels, horizontal, vertical, swapped, plain)


def weights_to_draw(draw):
    """Weights in order, close together and to both sides of 1, which is not among them."""
    low, high = draw.number(-3.5, -2.1), draw.number(3.6, 5.2)
    return np.linspace(low, high, draw.integer(40, 60))


def parabola_of(w):
    return (w - 1) ** 2


@check("plot_error", points=1)
def parabola_is_drawn(student, draw):
    """the curve in the figure is E = (w - 1)^2 over the weights that are given"""
    for ws in (np.linspace(-3, 5, 81), weights_to_draw(draw)):
        curves = finite(drawn(student, "plot_error", ws).curves)
        if not any(curve.x.size > 1 for curve in curves):
            raise Failure("plot_error draws no curve")
        if not any(c.x.size >= ws.size and follows(c, parabola_of, ws) for c in curves):
            raise Failure("no curve of plot_error is E = (w * 1 - 1)^2 over all the weights ws")
        right = [c for c in curves if lies_on(c, parabola_of, near=1e-5 * (1 + c.x**2))]
        assert_no_other(curves, right, of="plot_error")


@check("plot_error", points=1)
def minimum_is_marked(student, draw):
    """one point of the figure marks the lowest point of the parabola, and both axes have a label"""
    labels, curves = drawn(student, "plot_error", weights_to_draw(draw))
    marks = [(float(c.x[0]), float(c.y[0])) for c in finite(curves) if np.ptp(c.x) == 0 and np.ptp(c.y) == 0]
    if not marks:
        raise Failure("plot_error marks no single point; draw the lowest one on its own")
    if not any(abs(w - 1) <= 1e-5 and abs(error) <= 1e-5 for w, error in marks):
        w, error = marks[0]
        raise Failure(f"the point that plot_error marks is ({w:.4g}, {error:.4g}), which is not the lowest point")
    for w, error in marks:
        if abs(w - 1) > 1e-5 or abs(error) > 1e-5:
            raise Failure(f"plot_error marks the point ({w:.4g}, {error:.4g}) too; mark the lowest point only")
    check_labels(labels, "plot_error", "w", "e")


def parabola(ws, ys=None, mark=(1, 0), labels=("w", "E")):
    """A figure with a curve and a marked point."""
    marks = [] if mark is None else [([mark[0]], [mark[1]], "o")]
    return figure_of((ws, (ws - 1) ** 2 if ys is None else ys), *marks, labels=labels)


@wrong("plot_error", "The parabola is w^2, with its lowest point at 0; subtract the 1.")
def parabola_at_0(ws):
    return parabola(ws, ws**2, (0, 0))


@wrong("plot_error", "The square is missing: the curve is a straight line.")
def parabola_without_square(ws):
    return parabola(ws, ws - 1)


@wrong("plot_error", "The slope is drawn; draw E itself.")
def parabola_slope(ws):
    return parabola(ws, 2 * (ws - 1))


@wrong("plot_error", "The slope is drawn beside the parabola; draw the parabola only.")
def parabola_beside_the_slope(ws):
    return figure_of((ws, (ws - 1) ** 2), (ws, 2 * (ws - 1)), ([1], [0], "o"), labels=("w", "E"))


@wrong("plot_error", "There is a half in the error; E is the whole square.")
def parabola_half(ws):
    return parabola(ws, 0.5 * (ws - 1) ** 2)


@wrong("plot_error", "The lowest point is not marked; draw it with a point of its own.")
def parabola_without_mark(ws):
    return parabola(ws, mark=None)


@wrong("plot_error", "The mark is at w = 0, E = 1: at the lowest point it is the other way round.")
def parabola_marked_at_0(ws):
    return parabola(ws, mark=(0, 1))


@wrong("plot_error", "The mark is at the start w = 4; mark the lowest point.")
def parabola_marked_at_start(ws):
    return parabola(ws, mark=(4, 9))


@wrong("plot_error", "A second point is marked beside the lowest one; mark that one only.")
def parabola_marked_twice(ws):
    return figure_of((ws, (ws - 1) ** 2), ([1], [0], "o"), ([4], [9], "o"), labels=("w", "E"))


@wrong(
    "plot_error", "The mark is at the lowest of the given weights' points; the lowest point of the curve lies between."
)
def parabola_marked_at_a_weight(ws):
    near = ws[np.argmin((ws - 1) ** 2)]
    return parabola(ws, mark=(near, (near - 1) ** 2))


@wrong("plot_error", "The axes have no labels: add plt.xlabel and plt.ylabel.")
def parabola_without_labels(ws):
    return parabola(ws, labels=("", ""))


@wrong("plot_error", "The labels are swapped: the horizontal axis shows w, the vertical one E.")
def parabola_with_swapped_labels(ws):
    return parabola(ws, labels=("E", "w"))


@wrong("plot_error", "E is drawn over the positions 0, 1, 2; give the call ws as well as E.")
def parabola_over_positions(ws):
    return parabola(np.arange(len(ws)), (ws - 1) ** 2)


@wrong("plot_error", "The curve is drawn over fixed weights; use the argument ws.")
def parabola_over_fixed_weights(ws):
    return parabola(np.linspace(-1, 3, 41))


# --- what_remains, by_update ----------------------------------------------------------------------------------------------


what_remains = choice(
    "what_remains",
    points=1,
    sentence="what_remains says what training leaves behind",
    answer="c",
    wrongs={
        "a": "The errors can be drawn, but no answer is computed with them.",
        "b": "A slope is used for one step and then found anew; nothing sums it up.",
        "d": "The sample was there before training; what has training changed?",
    },
)


@check("by_update", points=2)
def moves_and_order_of_any_weights(student, draw):
    """by_update(ws, lr) gives the moves and the order for any weights on both sides of 1, and any learning rate"""
    # The distances from 1 are well apart, so the order does not hang on rounding.
    count = draw.integer(5, 8)
    distances = 0.4 * np.arange(count) + draw.uniform(count, low=0.05, high=0.25)
    distances[0] = 0.0
    sides = np.where(np.arange(count) % 2, -1, 1) * (2 * draw.integer(0, 1) - 1)
    ws = draw.permutation(1 + sides * distances)
    names = ("moves", "order")
    # Moving the inputs would not exchange two weights, but the sorted ones are the given numbers anyway.
    rates = draw.number(0.02, 0.08), draw.number(0.2, 0.4), draw.number(1.1, 1.6)
    twice = draw.permutation(np.append(ws, ws[1:3]))
    for some, lr in zip((ws, twice, ws[:1]), rates, strict=True):
        of = "by_update(ws, lr)"
        assert_agrees(in_parts(student.by_update, *names, of=of), reference.by_update, some, lr, of=of, parts=names)


def moves_of(ws, lr):
    return -lr * 2 * (ws - 1)


@wrong("by_update", "The order is that of the moves with their signs; a large move down is a large move too.")
def ordered_with_signs(ws, lr):
    return moves_of(ws, lr), ws[np.argsort(moves_of(ws, lr))]


@wrong("by_update", "The order is reversed: the largest move comes first.")
def ordered_upwards(ws, lr):
    return moves_of(ws, lr), ws[np.argsort(np.abs(moves_of(ws, lr)))]


@wrong("by_update", "The weights are ordered by their own size; order them by that of their moves.")
def ordered_by_weight(ws, lr):
    return moves_of(ws, lr), ws[np.argsort(-np.abs(ws))]


@wrong("by_update", "The second array has the positions; return the weights at these positions.")
def ordered_positions(ws, lr):
    return moves_of(ws, lr), np.argsort(-np.abs(moves_of(ws, lr)))


@wrong("by_update", "The second array has the moves in order; return the weights.")
def ordered_moves(ws, lr):
    moves = moves_of(ws, lr)
    return moves, moves[np.argsort(-np.abs(moves))]


@wrong("by_update", "A weight that stands in ws several times is there only once; return all weights of ws.")
def ordered_without_equals(ws, lr):
    once = np.unique(ws)
    return moves_of(ws, lr), once[np.argsort(-np.abs(moves_of(once, lr)))]


@wrong("by_update", "The moves have the wrong sign: a step goes down the slope.")
def moves_upwards(ws, lr):
    return -moves_of(ws, lr), ws[np.argsort(-np.abs(moves_of(ws, lr)))]


@wrong("by_update", "The learning rate is missing in the moves: these are the slopes with a minus.")
def moves_without_lr(ws, lr):
    return moves_of(ws, 1), ws[np.argsort(-np.abs(moves_of(ws, 1)))]


@wrong("by_update", "The factor 2 of the slope is missing in the moves.")
def moves_without_2(ws, lr):
    return 0.5 * moves_of(ws, lr), ws[np.argsort(-np.abs(moves_of(ws, lr)))]


@wrong("by_update", "The first array has the new weights; return new minus old.")
def moves_as_new_weights(ws, lr):
    return ws + moves_of(ws, lr), ws[np.argsort(-np.abs(moves_of(ws, lr)))]


@wrong("by_update", "The moves are sorted too; leave them in the order of ws.")
def moves_in_order(ws, lr):
    order = np.argsort(-np.abs(moves_of(ws, lr)))
    return moves_of(ws, lr)[order], ws[order]


# --- many_inputs, many_neurons, count_parameters --------------------------------------------------------------------------

OF_INPUTS = ("E", "effects of the weights", "effect of b")


def check_inputs(student, *args, of, visible=False):
    parted = in_parts(student.many_inputs, *OF_INPUTS, of=of)
    assert_agrees(parted, reference.many_inputs, *args, of=of, parts=OF_INPUTS, visible=visible)


@check("many_inputs", points=1)
def three_inputs_of_the_example(student):
    """many_inputs with x = (4, 5, 6), y = 30, w = (1, 2, 3), b = 1 is 9, (24, 30, 36), 6"""
    args = np.array([4.0, 5.0, 6.0]), 30.0, np.array([1.0, 2.0, 3.0]), 1.0
    check_inputs(student, *args, of="many_inputs([4, 5, 6], 30, [1, 2, 3], 1)", visible=True)


@check("many_inputs", points=1)
def one_input_of_the_example(student):
    """many_inputs with one input x = 2, y = 5, w = 3, b = 1 is 4, 8, 4"""
    args = np.array([2.0]), 5.0, np.array([3.0]), 1.0
    check_inputs(student, *args, of="many_inputs([2], 5, [3], 1)", visible=True)


@check("many_inputs", points=2)
def many_inputs_of_any_number(student, draw):
    """many_inputs(x, y, w, b) is right for any number of inputs, one or many"""
    for inputs in (1, *draw.sizes(2, low=2, high=7)):
        x, w = draw.normal(inputs), draw.normal(inputs)
        h = float(np.sum(x * w))
        y, b = -np.copysign(draw.number(1, 3), h), np.copysign(draw.number(1.1, 1.9), h)
        check_inputs(student, x, float(y), w, float(b), of="many_inputs(x, y, w, b)")


@wrong("many_inputs", "The bias is missing in the forward pass.")
def inputs_without_bias(x, y, w, b):
    d = np.sum(w * x) - y
    return d**2, 2 * d * x, 2 * d


@wrong("many_inputs", "The effect of a weight is the other factor x, not the weight itself.")
def inputs_effects_of_x(x, y, w, b):
    d = np.sum(w * x) + b - y
    return d**2, 2 * d * w, 2 * d


@wrong("many_inputs", "The bias is added once for each input; add it once.")
def inputs_with_bias_each(x, y, w, b):
    d = np.sum(w * x + b) - y
    return d**2, 2 * d * x, 2 * d


@wrong("many_inputs", "The products are averaged; the + gate adds them up.")
def inputs_averaged(x, y, w, b):
    d = np.mean(w * x) + b - y
    return d**2, 2 * d * x, 2 * d


@wrong("many_inputs", "The 2 of the square is missing in the effects.")
def inputs_without_2(x, y, w, b):
    d = np.sum(w * x) + b - y
    return d**2, d * x, d


@wrong("many_inputs", "The effects of the weights are added up; return one for each weight.")
def inputs_effects_summed(x, y, w, b):
    d = np.sum(w * x) + b - y
    return d**2, np.sum(2 * d * x), 2 * d


@wrong("many_inputs", "Only the first three inputs are used; take as many as there are.")
def inputs_three_only(x, y, w, b):
    d = np.sum(w[:3] * x[:3]) + b - y
    return d**2, 2 * d * x[:3], 2 * d


@wrong("many_inputs", "The effect of b is multiplied by b; the + gate hands on what comes back, unchanged.")
def inputs_bias_effect_times_b(x, y, w, b):
    d = np.sum(w * x) + b - y
    return d**2, 2 * d * x, 2 * d * b


@wrong("many_inputs", "The effect of b is multiplied by x; b does not pass a product.")
def inputs_bias_effect_times_x(x, y, w, b):
    d = np.sum(w * x) + b - y
    return d**2, 2 * d * x, 2 * d * np.sum(x)


@wrong("many_inputs", "The effect of b is the local one, 1; multiply it by what comes back.")
def inputs_bias_effect_local(x, y, w, b):
    d = np.sum(w * x) + b - y
    return d**2, 2 * d * x, 1.0


@wrong("many_inputs", "b is subtracted in the forward pass; it has to be added.")
def inputs_bias_subtracted(x, y, w, b):
    d = np.sum(w * x) - b - y
    return d**2, 2 * d * x, 2 * d


@wrong("many_inputs", "The effects of the weights have lost their factor x.")
def inputs_without_x(x, y, w, b):
    d = np.sum(w * x) + b - y
    return d**2, np.full(len(x), 2 * d), 2 * d


@wrong("many_inputs", "The first value is d; return its square E.")
def inputs_without_square(x, y, w, b):
    d = np.sum(w * x) + b - y
    return d, 2 * d * x, 2 * d


@wrong("many_inputs", "Each input is compared with y on its own; add up the products first.")
def inputs_each_compared(x, y, w, b):
    d = w * x + b - y
    return np.sum(d**2), 2 * d * x, np.sum(2 * d)


OF_NEURONS = ("E", "effect of W", "effect of b", "effect of x")


def check_neurons(student, *args, of, visible=False):
    parted = in_parts(student.many_neurons, *OF_NEURONS, of=of)
    assert_agrees(parted, reference.many_neurons, *args, of=of, parts=OF_NEURONS, visible=visible)


@check("many_neurons", points=1)
def two_neurons_of_the_example(student):
    """many_neurons with x = 1, y = (1, 1), W = (4, 3), b = (0, 0) is 13, (6, 4), (6, 4), 36"""
    args = np.array([1.0]), np.array([1.0, 1.0]), np.array([[4.0, 3.0]]), np.array([0.0, 0.0])
    check_neurons(student, *args, of="many_neurons([1], [1, 1], [[4, 3]], [0, 0])", visible=True)


@check("many_neurons", points=2)
def neurons_of_any_number(student, draw):
    """many_neurons(x, y, W, b) is right for any number of inputs and of neurons"""
    for inputs, neurons in (draw.sizes(2, low=2, high=6), draw.sizes(2, high=6)):
        x, W, b = draw.normal(inputs), draw.normal(inputs, neurons), draw.normal(neurons)
        away = draw.normal(neurons, scale=1.5)
        away[0] = draw.integer(9, 12)
        y = x @ W + b + away
        for each in (y, np.rint(y).astype(int)):
            check_neurons(student, x, each, W, b, of="many_neurons(x, y, W, b)")


def through_neurons(x, y, W, b, effects=None, scale=2, total=np.sum):
    """The four parts, with another way to the effects, factor or total where a mistake needs one."""
    d = x @ W + b - y
    back = scale * d
    parts = {"W": np.outer(x, back), "b": back, "x": W @ back, **(effects(back) if effects else {})}
    return total(d**2), parts["W"], parts["b"], parts["x"]


@wrong("many_neurons", "The effect of W is transposed: its rows are the inputs, its columns the neurons.")
def neurons_transposed(x, y, W, b):
    return through_neurons(x, y, W, b, lambda back: {"W": np.outer(back, x)})


@wrong("many_neurons", "The errors of the neurons are averaged in E; add them up.")
def neurons_averaged(x, y, W, b):
    return through_neurons(x, y, W, b, total=np.mean)


@wrong("many_neurons", "E and all effects are averaged over the neurons; the errors are added up.")
def neurons_all_averaged(x, y, W, b):
    return through_neurons(x, y, W, b, scale=2 / len(y), total=np.mean)


@wrong("many_neurons", "The 2 of the square is missing in the effects.")
def neurons_without_2(x, y, W, b):
    return through_neurons(x, y, W, b, scale=1)


@wrong("many_neurons", "The effect of x sums the weights alone; each is multiplied by what its neuron sends back.")
def neurons_x_without_back(x, y, W, b):
    return through_neurons(x, y, W, b, lambda back: {"x": W.sum(axis=1)})


@wrong("many_neurons", "Only the first neuron reaches x; add up what comes back by way of each.")
def neurons_x_from_first(x, y, W, b):
    return through_neurons(x, y, W, b, lambda back: {"x": W[:, 0] * back[0]})


@wrong("many_neurons", "The effects of x by way of each neuron are not added up.")
def neurons_x_not_summed(x, y, W, b):
    return through_neurons(x, y, W, b, lambda back: {"x": W * back})


@wrong("many_neurons", "The effect of b is multiplied by b; the + gate hands on what comes back, unchanged.")
def neurons_b_times_b(x, y, W, b):
    return through_neurons(x, y, W, b, lambda back: {"b": b * back})


@wrong("many_neurons", "The bias is missing in the forward pass.")
def neurons_without_bias(x, y, W, b):
    return through_neurons(x, y, W, 0 * b)


@wrong("many_neurons", "The summed difference is squared; square each neuron's difference and add up then.")
def neurons_squared_last(x, y, W, b):
    return through_neurons(x, y, W, b, total=lambda squares: np.sum(x @ W + b - y) ** 2)


@check("count_parameters", points=1)
def parameters_of_small_graphs(student):
    """count_parameters is right for one and three inputs, one and two neurons"""
    count = student.count_parameters
    for case in ((1, 1, False), (1, 1, True), (3, 1, True), (1, 2, True), (3, 2, True)):
        of = f"count_parameters({case[0]}, {case[1]}, {case[2]})"
        assert_close(count(*case), reference.count_parameters(*case), of=of)


@check("count_parameters", points=1)
def parameters_of_any_layer(student, draw):
    """count_parameters is right for any number of inputs and neurons, with and without biases"""
    count = student.count_parameters
    for bias in (True, False):
        inputs, neurons = draw.sizes(2, low=4, high=20)
        found = count(inputs, neurons, bias)
        assert_close(
            found, reference.count_parameters(inputs, neurons, bias), of="count_parameters(inputs, neurons, bias)"
        )


@wrong("count_parameters", "The biases are missing: one for each neuron.")
def count_without_biases(inputs, neurons, bias):
    return inputs * neurons


@wrong("count_parameters", "There is one bias for all neurons; each has its own.")
def count_with_one_bias(inputs, neurons, bias):
    return inputs * neurons + bias


@wrong("count_parameters", "The biases are counted even where bias is False.")
def count_always_with_biases(inputs, neurons, bias):
    return (inputs + 1) * neurons


@wrong("count_parameters", "There is a bias for each input; it belongs to a neuron.")
def count_with_bias_of_inputs(inputs, neurons, bias):
    return inputs * neurons + inputs * bias


@wrong("count_parameters", "Inputs and neurons are added; each neuron has a weight for each input.")
def count_added(inputs, neurons, bias):
    return inputs + neurons + bias


@wrong("count_parameters", "This is one neuron; multiply by the number of neurons.")
def count_of_one_neuron(inputs, neurons, bias):
    return inputs + bias


@wrong("count_parameters", "Both the inputs and the neurons get one more; only the inputs do, for the bias.")
def count_with_one_more_neuron(inputs, neurons, bias):
    return (inputs + bias) * (neurons + bias)


@wrong("count_parameters", "It is the other way round: biases are counted where bias is False.")
def count_reversed(inputs, neurons, bias):
    return (inputs + (not bias)) * neurons


# --- error_grid, plot_valley, curvatures ---------------------------------------------------------------------------------


@check("error_grid", points=2)
def grid_of_any_weights(student, draw):
    """error_grid(w1, w2, x, y) has a row for each w2 and a column for each w1, for any sample"""
    columns, rows = draw.sizes(2)
    for x, y in (
        (np.array([1.0, 1.0]), 1.0),
        (draw.uniform(2, low=0.5, high=1) * np.array([1, 3]), -draw.number(2, 4)),
    ):
        w1, w2 = draw.uniform(columns, low=1.5, high=4), draw.uniform(rows, low=1.5, high=4)
        assert_agrees(student.error_grid, reference.error_grid, w1, w2, x, y, of="error_grid(w1, w2, x, y)")
    args = (draw.normal(columns, scale=2), draw.normal(rows, scale=2), draw.normal(2, scale=2), draw.number(20, 30))
    assert_agrees(student.error_grid, reference.error_grid, *args, of="error_grid(w1, w2, x, y)")


@wrong("error_grid", "The grid is transposed: rows belong to w2, columns to w1.")
def grid_transposed(w1, w2, x, y):
    return reference.error_grid(w1, w2, x, y).T


@wrong("error_grid", "The two inputs are exchanged: w1 is multiplied with x[0], w2 with x[1].")
def grid_with_inputs_exchanged(w1, w2, x, y):
    return reference.error_grid(w1, w2, x[::-1], y)


@wrong("error_grid", "The square is missing.")
def grid_without_square(w1, w2, x, y):
    return w1 * x[0] + w2[:, None] * x[1] - y


@wrong("error_grid", "y is missing: subtract it before the square.")
def grid_without_y(w1, w2, x, y):
    return reference.error_grid(w1, w2, x, 0)


@wrong("error_grid", "The inputs are missing: each weight is multiplied with its own input.")
def grid_without_x(w1, w2, x, y):
    return (w1 + w2[:, None] - y) ** 2


@wrong("error_grid", "Each product is compared with y on its own; add up the products first.")
def grid_of_two_errors(w1, w2, x, y):
    return (w1 * x[0] - y) ** 2 + (w2[:, None] * x[1] - y) ** 2


@wrong("error_grid", "There is a half too many.")
def grid_with_half(w1, w2, x, y):
    return 0.5 * reference.error_grid(w1, w2, x, y)


@wrong("error_grid", "It is always the sample x = (1, 1), y = 1; use the arguments.")
def grid_of_one_sample(w1, w2, x, y):
    return reference.error_grid(w1, w2, np.array([1, 1]), 1)


def valley_grid(w1, w2):
    return (w1 + w2[:, None] - 1) ** 2


def bottom(w1):
    return 1 - w1


def beyond(weights, places):
    """Whether places are outside of the weights."""
    return places.min() < weights[0] - 1e-5 or places.max() > weights[-1] + 1e-5


@check("plot_valley", points=1)
def valley_is_drawn(student, draw):
    """the figure has contours, and a line over all of w1 on which the error is 0"""
    # In the second figure the valley leaves w2 before it has gone over all of w1.
    for low, top in ((-2, 3), (draw.number(-4, -2.5), draw.number(2.2, 2.8))):
        w1, w2 = np.linspace(low, 3, draw.integer(20, 30)), np.linspace(1 - top, top, draw.integer(31, 40))
        grid = valley_grid(w1, w2)
        near = 2 * max(w1[1] - w1[0], w2[1] - w2[0]) ** 2
        contours = contours_of(student, "plot_valley", w1, w2, grid)
        assert_contours(contours, lambda a, b: (a + b - 1) ** 2, near, of="plot_valley")
        if any(beyond(w1, each.x) or beyond(w2, each.y) for each in contours):
            raise Failure("the contours of plot_valley run beyond the weights: w1 is horizontal, w2 is vertical")
        curves = finite(drawn(student, "plot_valley", w1, w2, grid).curves)
        if not any(follows(curve, bottom, w1) for curve in curves if curve.x.size > 1):
            raise Failure("no line of plot_valley is the bottom of the valley over all of w1")
        right = [curve for curve in curves if lies_on(curve, bottom, near=1e-5 * (1 + np.abs(curve.x)))]
        assert_no_other(curves, right, of="plot_valley")


@check("plot_valley", points=1)
def valley_has_labels(student):
    """both axes of the figure have a label"""
    w1, w2 = np.linspace(-2, 3, 21), np.linspace(-2, 3, 31)
    labels, _ = drawn(student, "plot_valley", w1, w2, valley_grid(w1, w2))
    check_labels(labels, "plot_valley", "w1", "w2")


def valley(w1, w2, grid, line=None, labels=("w1", "w2"), contoured=lambda axes, *args: axes.contour(*args)):
    """A figure with contours, drawn by `contoured`, and a line."""
    figure = figure_of(labels=labels)
    axes = figure.axes[0]
    contoured(axes, w1, w2, grid)
    axes.plot(*(line or (w1, 1 - w1)))
    return figure


@wrong("plot_valley", "The line is w2 = w1; on the bottom the two weights add up to 1.")
def valley_on_the_diagonal(w1, w2, grid):
    return valley(w1, w2, grid, (w1, w1))


@wrong("plot_valley", "The line is w1 + w2 = 0; the bottom is where the sum is 1.")
def valley_through_the_origin(w1, w2, grid):
    return valley(w1, w2, grid, (w1, -w1))


@wrong("plot_valley", "The line is w2 = w1 - 1: a sign is reversed.")
def valley_with_reversed_sign(w1, w2, grid):
    return valley(w1, w2, grid, (w1, w1 - 1))


@wrong("plot_valley", "The line is the lowest point of a bowl, repeated; the error is 0 along a whole line.")
def valley_as_a_point(w1, w2, grid):
    return valley(w1, w2, grid, ([0.5], [0.5]))


@wrong("plot_valley", "The line reaches only from 0 to 1; draw it over all of w1.")
def valley_too_short(w1, w2, grid):
    return valley(w1, w2, grid, ([0, 1], [1, 0]))


@wrong("plot_valley", "The line covers only a part of w1: where it is outside of w2 it has to go on.")
def valley_within_w2(w1, w2, grid):
    return valley(w1, w2, grid, (1 - w2, w2))


@wrong("plot_valley", "The contours have w2 on the horizontal axis: w1 is horizontal.")
def valley_turned(w1, w2, grid):
    return valley(w1, w2, grid, contoured=lambda axes, first, second, heights: axes.contour(second, first, heights.T))


@wrong("plot_valley", "There are no contours; draw them with plt.contour.")
def valley_without_contours(w1, w2, grid):
    return valley(w1, w2, grid, contoured=lambda *args: None)


@wrong("plot_valley", "The contours are those of nothing but zeros; draw those of the grid.")
def valley_of_zeros(w1, w2, grid):
    return valley(w1, w2, grid, contoured=lambda axes, *args: axes.contour(np.zeros((2, 2))))


@wrong("plot_valley", "The contours are drawn over the positions 0, 1, 2; give plt.contour w1 and w2 as well.")
def valley_over_positions(w1, w2, grid):
    return valley(w1, w2, grid, contoured=lambda axes, w1, w2, grid: axes.contour(grid))


@wrong("plot_valley", "Another line is drawn beside the bottom of the valley; draw that one only.")
def valley_beside_the_diagonal(w1, w2, grid):
    figure = valley(w1, w2, grid)
    figure.axes[0].plot(w1, w1)
    return figure


@wrong("plot_valley", "A short line is drawn beside the bottom of the valley; draw that one only.")
def valley_beside_a_short_line(w1, w2, grid):
    figure = valley(w1, w2, grid)
    figure.axes[0].plot([0, 1], [0, 1])
    return figure


@wrong("plot_valley", "The contours are not those of the errors in grid.")
def valley_of_nothing(w1, w2, grid):
    return valley(w1, w2, 0 * grid + w1)


@wrong("plot_valley", "The axes have no labels: add plt.xlabel and plt.ylabel.")
def valley_without_labels(w1, w2, grid):
    return valley(w1, w2, grid, labels=("", ""))


@wrong("plot_valley", "The labels are swapped: w1 is horizontal.")
def valley_with_swapped_labels(w1, w2, grid):
    return valley(w1, w2, grid, labels=("w2", "w1"))


def curvatures_right(student):
    found = as_array(student.curvatures, of="curvatures")
    assert_close(found, np.array(reference.curvatures), of="curvatures")


curvatures = values(
    "curvatures",
    points=2,
    sentence="curvatures has the second derivative along the valley and that across it",
    is_right=curvatures_right,
    wrongs={
        "exchanged": ((4, 0), "The two are exchanged: along the valley the error stays 0."),
        "without-root": ((0, 8), "The walk has length t, so each weight changes by t over the root of 2."),
        "coefficient": ((0, 2), "2 is the factor before t^2; its second derivative is twice that."),
        "bowl": ((4, 4), "Along the valley the error stays 0; then how strongly is it bent?"),
        "one-weight-at-a-time": (
            (2, 2),
            "These are the curvatures when one weight changes; here both change together.",
        ),
        "first-derivative": ((0, 0), "At t = 0 both slopes are 0; the second derivative is asked for."),
        "minus": ((0, -4), "Across the valley the error grows in both directions, so the curvature is positive."),
    },
)


# --- pictures ----------------------------------------------------------------------------------------------------------


@picture("plot_error")
def error_drawn(student):
    return figures("The error of the weights", student, reference, "plot_error", np.linspace(-3, 5, 81))

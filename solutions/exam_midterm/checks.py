"""Hidden checks of the midterm.

The choices that a student is given (which gate, function, convention) are those of the reference: the right answers and
the known mistakes go by them. A mistake that only some choices allow has a twin for the others, so that every student's
exam has the same number.
"""

import itertools

import numpy as np

from autograder.checks import (
    Failure,
    as_numbers,
    as_parts,
    assert_agrees,
    assert_close,
    by_hand,
    check,
    choice,
    reference_of,
    values,
    word,
    wrong,
)

reference = reference_of(__file__)


def part(function, index, count, of):
    """One of the values that a function returns."""
    return lambda *args: as_parts(function(*args), count, of=of)[index]


def check_parts(student, name, args, of, names, which):
    """Compare those values of a student's function that a check is about; `names` are those of all."""
    for index in which:
        pair = (part(getattr(one, name), index, len(names), of) for one in (student, reference))
        assert_agrees(*pair, *args, of=f"{names[index]} of {of}")


def squashed(z, kind):
    """The sigmoid or the hyperbolic tangent, and its derivative."""
    s = np.tanh(z) if kind == "tanh" else 1 / (1 + np.exp(-z))
    return s, 1 - s**2 if kind == "tanh" else s * (1 - s)


# --- gate -------------------------------------------------------------------------------------------------------------

ROWS = list(itertools.product([0, 1], repeat=3))
LONE = reference.lone  # the input that stands outside the brackets
IS_AND = "and (" in reference.gate_rule


def wanted(row):
    return int(eval(reference.gate_rule, {f"x{i}": bit for i, bit in enumerate(row, start=1)}))


def weights_of(alone, others, bias, lone=LONE):
    found = [others] * 3
    found[lone] = alone
    return [*found, bias]


def gate_is_right(student):
    found = as_numbers(student.gate, of="gate")
    if found.shape != (4,):
        raise Failure(f"gate has shape {found.shape}, but should be the four numbers w1, w2, w3, b", found)
    found = found.astype(float)
    for row in ROWS:
        terms = found * [*row, 1]
        total, size = terms.sum(), np.abs(terms).sum()
        if abs(total) <= 1e-9 * size:
            raise Failure(
                f"for the row {row} the sum is exactly 0, so it is not said what your perceptron gives", found
            )
        if int(total > 0) != wanted(row):
            raise Failure(
                f"for the row {row} the sum is {total:.6g}, so your perceptron gives {int(total > 0)}, "
                f"but the gate {reference.gate_rule} gives {wanted(row)}",
                found,
            )


BIAS = -2.5 if IS_AND else -1.5
gate = values(
    "gate",
    points=6,
    sentence="gate has weights and a bias with which a perceptron computes the gate for all eight rows",
    is_right=gate_is_right,
    wrongs={
        "and-or-exchanged": (
            weights_of(2, 1, -1.5 if IS_AND else -2.5),
            "This is the gate with `and` and `or` exchanged: look again how large the sum must get.",
        ),
        "all-inputs-alike": (
            weights_of(1, 1, -1.5),
            "The three inputs count alike, so any two of them are enough; one of them has to count for more.",
        ),
        "weights-of-another-input": (
            weights_of(2, 1, BIAS, (LONE + 1) % 3),
            "The larger weight is at the wrong input: it belongs to the one outside the brackets.",
        ),
        "turned-around": (
            weights_of(-2, -1, -BIAS),
            "All signs are turned around: it gives 0 where it should give 1, and 1 where it should give 0.",
        ),
        "bias-first": ([BIAS, *weights_of(2, 1, BIAS)[:3]], "The bias stands first; it comes after the three weights."),
        "on-the-border": (
            weights_of(2, 1, -2),
            "With this bias a sum is exactly 0 in some rows: put it between what must be enough and what must not.",
        ),
        "no-bias": (weights_of(2, 1, 0), "The bias is 0, so a single input is enough for a 1."),
        "all-three-needed": (
            weights_of(1, 1, -2.5),
            "This perceptron gives 1 only where all three inputs are 1.",
        ),
    },
)


# --- step_layer -------------------------------------------------------------------------------------------------------


def parts_of_32(draw, *shape):
    """Multiples of 1/32, none of them 0: their sums are exact, in any order and in float32 too."""
    values = draw.normal(*shape)
    return values if values.dtype == int else np.sign(values) * np.ceil(32 * np.abs(values)) / 32


def layer(draw):
    """A batch and a layer: each neuron but the first has a row in which its sum is exactly 0."""
    batch, inputs, neurons = draw.sizes(3)
    X, W, b = parts_of_32(draw, batch, inputs), parts_of_32(draw, neurons, inputs), parts_of_32(draw, neurons)
    for neuron in range(1, neurons):
        b[neuron] = -(X[draw.integer(0, batch - 1)] @ W[neuron])
    return X, W, b


@check("step_layer", points=5)
def layer_away_from_0(student, draw):
    """step_layer(X, W, b) is right for any batch and any sizes, where no sum is exactly 0"""
    X, W, b = layer(draw)
    args = X, W, b + draw.choice([-1, 1]) / 2048  # sums are multiples of 1/1024 otherwise
    assert_close(student.step_layer(*args), reference.step_layer(*args), of="step_layer(X, W, b)")


@check("step_layer", points=2)
def layer_at_0(student, draw):
    """step_layer(X, W, b) is what was said for you where a sum is exactly 0"""
    args = layer(draw)
    assert_close(student.step_layer(*args), reference.step_layer(*args), of="step_layer(X, W, b)")


@wrong("step_layer", "At a sum of exactly 0 it is the other of 0 and 1: look again what is printed for you.")
def other_at_zero(X, W, b):
    sums = X @ W.T + b
    return np.array(sums > 0 if reference.at_zero else sums >= 0, dtype=int)


@wrong("step_layer", "The bias is missing.")
def layer_without_bias(X, W, b):
    return reference.step_layer(X, W, 0 * b)


@wrong("step_layer", "The bias is subtracted; it is added to the weighted sum.")
def bias_subtracted(X, W, b):
    return reference.step_layer(X, W, -b)


@wrong("step_layer", "The step is missing: these are the sums.")
def layer_without_step(X, W, b):
    return X @ W.T + b


@wrong("step_layer", "W is not transposed: its rows belong to the neurons, so the product needs W.T.")
def layer_not_transposed(X, W, b):
    return reference.step_layer(X, W.T, b)


@wrong("step_layer", "The outputs are True and False; make them numbers.")
def layer_of_booleans(X, W, b):
    return reference.step_layer(X, W, b) == 1


@wrong("step_layer", "It is the wrong way round: 1 belongs where the sum is above 0.")
def layer_reversed(X, W, b):
    return 1 - reference.step_layer(X, W, b)


@wrong("step_layer", "Below 0 the output is 0, not -1: this is the sign.")
def layer_of_signs(X, W, b):
    return 2 * reference.step_layer(X, W, b) - 1


@wrong("step_layer", "The sums lose their decimals before the step: those between -1 and 1 count as 0.")
def layer_of_whole_sums(X, W, b):
    S = np.trunc(X @ W.T + b)
    return np.where(S == 0, reference.at_zero, S > 0)


@wrong("step_layer", "The result is transposed: it has one row for each row of X.")
def layer_transposed(X, W, b):
    return reference.step_layer(X, W, b).T


# --- the graph, by hand -----------------------------------------------------------------------------------------------

w, x, v, y = (reference.of_graph[name] for name in "wxvy")
h = w * x

d_value = by_hand(
    "d_value",
    points=3,
    sentence="d_value is d, computed forward through the graph",
    decimals=4,
    answer=lambda: v * h + h - y,
    wrongs={
        "second-way-forgotten": (lambda: v * h - y, "h goes in twice: it is also added to p."),
        "turned-around": (lambda: y - v * h - h, "The sign is turned around: d is o - y."),
        "x-added-for-h": (lambda: v * h + x - y, "What is added to p is h, not x."),
        "y-added": (lambda: v * h + h + y, "y is subtracted, not added."),
        "v-added": (lambda: v + h + h - y, "p is the product of v and h, not their sum."),
    },
)
dE_dd = by_hand(
    "dE_dd",
    points=2,
    sentence="dE_dd is the local gradient of the square at d",
    decimals=4,
    uses={"d_value": reference.d_value},
    answer=lambda d: 2 * d,
    wrongs={
        "two-forgotten": (lambda d: d, "The derivative of a square has a factor 2."),
        "the-square-itself": (lambda d: d * d, "This is E itself; its derivative with respect to d is asked for."),
        "minus-too-many": (lambda d: -2 * d, "The sign is turned around: E grows with d where d is above 0."),
        "square-doubled": (lambda d: 2 * d * d, "The power goes down by one: the derivative of a square is no square."),
    },
)
dE_dw = by_hand(
    "dE_dw",
    points=4,
    sentence="dE_dw adds up both ways from E back to h, and goes on to w",
    decimals=4,
    uses={"dE_dd": reference.dE_dd},
    answer=lambda g: g * (v + 1) * x,
    wrongs={
        "only-through-the-product": (lambda g: g * v * x, "One way back is missing: h also goes straight into o."),
        "only-straight": (lambda g: g * x, "One way back is missing: h also goes through the product with v."),
        "x-forgotten": (lambda g: g * (v + 1), "This is the gradient at h; one gate more lies before w."),
        "weight-for-input": (
            lambda g: g * (v + 1) * w,
            "At a product the gradient is multiplied with the other factor, which is x, not w.",
        ),
        "ways-subtracted": (lambda g: g * (v - 1) * x, "The two ways are added, not subtracted."),
        "h-for-x": (lambda g: g * (v + 1) * h, "The gate of w is a product with x; h is what comes out of it."),
    },
)


# --- the line, by hand ------------------------------------------------------------------------------------------------

a, b, eta = (reference.of_line[name] for name in ("a", "b", "eta"))
xs, ys = np.array(reference.of_line["points"]).T
gaps = a * xs + b - ys

slope_a = by_hand(
    "slope_a",
    points=5,
    sentence="slope_a is the derivative of the mean of the squares with respect to a",
    decimals=4,
    answer=lambda: 2 * np.mean(gaps * xs),
    wrongs={
        "sum-for-mean": (lambda: 2 * np.sum(gaps * xs), "The mean over the three points is missing."),
        "two-forgotten": (lambda: np.mean(gaps * xs), "The factor 2 of the square is missing."),
        "two-and-mean-forgotten": (lambda: np.sum(gaps * xs), "The factor 2 and the mean are missing."),
        "turned-around": (lambda: -2 * np.mean(gaps * xs), "The sign is turned around: the gap is a x + b - y."),
        "x-forgotten": (lambda: 2 * np.mean(gaps), "This is the derivative with respect to b; that of a has the x."),
        "b-forgotten": (lambda: 2 * np.mean((a * xs - ys) * xs), "b is missing in the predictions of the line."),
        "loss-itself": (lambda: np.mean(gaps**2), "This is the loss itself; its derivative is asked for."),
    },
)
new_a = by_hand(
    "new_a",
    points=3,
    sentence="new_a is a after one step down the slope",
    decimals=4,
    uses={"slope_a": reference.slope_a},
    answer=lambda slope: a - eta * slope,
    wrongs={
        "uphill": (lambda slope: a + eta * slope, "The step goes down the slope: it is subtracted."),
        "rate-forgotten": (lambda slope: a - slope, "The learning rate is missing."),
        "step-alone": (lambda slope: eta * slope, "This is the step; it still has to be subtracted from a."),
        "a-scaled-too": (lambda slope: eta * (a - slope), "The learning rate multiplies the slope alone, not a."),
        "from-b": (lambda slope: b - eta * slope, "The step starts at a, not at b."),
    },
)


# --- line_gradient, descend -------------------------------------------------------------------------------------------

FACTOR = {"the sum": lambda n: 2, "half the sum": lambda n: 1, "half the mean": lambda n: 1 / n}[reference.convention]
GRADIENTS = "the gradient of w", "the gradient of b"


def table(draw, b):
    rows, inputs = draw.sizes(2)
    return draw.normal(rows, inputs), draw.normal(rows, scale=2.0), draw.normal(inputs), b


def sums(X, y, w, b):
    """What every convention multiplies with a factor of its own."""
    gap = X @ w + b - y
    return X.T @ gap, gap.sum()


def times(factor, pair):
    return factor * pair[0], factor * pair[1]


@check("line_gradient", points=4)
def gradient_of_weights(student, draw):
    """line_gradient gives the gradient of your loss with respect to w, for any number of rows and inputs"""
    args = table(draw, draw.number(1.2, 2.5))
    check_parts(student, "line_gradient", args, "line_gradient(X, y, w, b)", GRADIENTS, [0])


@check("line_gradient", points=2)
def gradient_of_bias(student, draw):
    """line_gradient gives the gradient of your loss with respect to b"""
    args = table(draw, -draw.number(1.2, 2.5))
    check_parts(student, "line_gradient", args, "line_gradient(X, y, w, b)", GRADIENTS, [1])


@wrong("line_gradient", "This is the gradient of the mean of the squares; your loss is another: it is printed for you.")
def gradient_of_the_mean(X, y, w, b):
    return times(2 / len(y), sums(X, y, w, b))


@wrong("line_gradient", "The factor is twice what it has to be for the loss that is printed for you.")
def gradient_doubled(X, y, w, b):
    # Twice half the mean is the mean, which has a sentence of its own.
    return times({"half the mean": 4 / len(y)}.get(reference.convention, 2 * FACTOR(len(y))), sums(X, y, w, b))


@wrong("line_gradient", "The factor is that of another convention: sum or mean, with a half or without, is printed.")
def gradient_of_another_convention(X, y, w, b):
    return times(2 if reference.convention == "half the mean" else 1 / len(y), sums(X, y, w, b))


@wrong("line_gradient", "The sign is turned around: the gap is the prediction minus y.")
def gradient_turned_around(X, y, w, b):
    return times(-FACTOR(len(y)), sums(X, y, w, b))


@wrong("line_gradient", "The bias is missing in the predictions.")
def gradient_without_bias(X, y, w, b):
    return times(FACTOR(len(y)), sums(X, y, w, 0.0))


@wrong("line_gradient", "The two gradients are in the other order: that of w comes first.")
def gradients_exchanged(X, y, w, b):
    return reference.line_gradient(X, y, w, b)[::-1]


@wrong("line_gradient", "The gradient of w needs the inputs: each gap is multiplied with the row's X.")
def gradient_without_inputs(X, y, w, b):
    _, of_b = reference.line_gradient(X, y, w, b)
    return of_b * np.ones(len(w)), of_b


@wrong("line_gradient", "The gradient of b is not summed over the rows: it is one number.")
def gradient_of_b_not_summed(X, y, w, b):
    return reference.line_gradient(X, y, w, b)[0], FACTOR(len(y)) * (X @ w + b - y)


@wrong(
    "line_gradient",
    "Something is divided by the number of inputs, which is in none of the losses: rows are added or averaged.",
)
def gradient_divided_by_inputs(X, y, w, b):
    return times(FACTOR(X.shape[1]) / (X.shape[1] if reference.convention != "half the mean" else 1), sums(X, y, w, b))


def descent(draw, b, rate, steps):
    """Rows for so many steps; what a step moves holds no whole numbers, since a copy of it may be moved in place."""
    rows, inputs = draw.sizes(2)
    X, y = draw.normal(rows, inputs, scale=0.5), draw.normal(rows, scale=2.0)
    return X, y, draw.normal(inputs, whole=False), b, rate, steps


MOVED = "w", "b"


@check("descend", points=2, uses=("line_gradient",))
def one_step(student, draw):
    """descend(X, y, w, b, rate, 1) moves w and b by one step"""
    args = descent(draw, draw.number(1.2, 2.5), draw.number(0.5, 2.5), 1)
    assert_agrees(student.descend, reference.descend, *args, of="descend(X, y, w, b, rate, 1)", parts=MOVED)


@check("descend", points=3, uses=("line_gradient",))
def several_steps(student, draw):
    """descend(X, y, w, b, rate, steps) makes so many steps, each from where the last one ended"""
    args = descent(draw, -draw.number(1.2, 2.5), draw.number(0.03, 0.08), draw.integer(3, 5))
    assert_agrees(student.descend, reference.descend, *args, of="descend(X, y, w, b, rate, steps)", parts=MOVED)
    X, _, w, b, rate, steps = args
    near = X.astype(float), X @ w + b + 0.1, w, b, rate, steps  # the error is 0.01 from the start
    assert_agrees(student.descend, reference.descend, *near, of="descend(X, y, w, b, rate, steps)", parts=MOVED)


def moved(X, y, w, b, rate, steps, step):
    for _ in range(steps):
        w, b = step(X, y, w, b, rate)
    return w, b


@wrong("descend", "It stops as soon as the error is small; make all the steps.")
def descent_stops_when_small(X, y, w, b, rate, steps):
    for _ in range(steps):
        if np.mean((X @ w + b - y) ** 2) < 0.1:
            break
        w, b = reference.descend(X, y, w, b, rate, 1)
    return w, b


@wrong("descend", "The step goes up the slope: the gradient is subtracted.")
def descent_uphill(X, y, w, b, rate, steps):
    return reference.descend(X, y, w, b, -rate, steps)


@wrong("descend", "b is moved by the gradient at the new w; both gradients have to be from before the step.")
def descent_one_after_the_other(X, y, w, b, rate, steps):
    def step(X, y, w, b, rate):
        w = w - rate * reference.line_gradient(X, y, w, b)[0]
        return w, b - rate * reference.line_gradient(X, y, w, b)[1]

    return moved(X, y, w, b, rate, steps, step)


@wrong("descend", "There is only one step, whatever `steps` is.")
def descent_of_one_step(X, y, w, b, rate, steps):
    return reference.descend(X, y, w, b, rate, 1)


@wrong("descend", "The gradient is computed only once; each step needs that of the place where it starts.")
def descent_with_the_first_gradient(X, y, w, b, rate, steps):
    return reference.descend(X, y, w, b, rate * steps, 1)


@wrong("descend", "The learning rate is missing.")
def descent_without_rate(X, y, w, b, rate, steps):
    return reference.descend(X, y, w, b, 1.0, steps)


@wrong("descend", "Only w is moved; b is trained as well.")
def descent_of_w_alone(X, y, w, b, rate, steps):
    return moved(X, y, w, b, rate, steps, lambda X, y, w, b, rate: (reference.descend(X, y, w, b, rate, 1)[0], b))


@wrong("descend", "There is one step too many.")
def descent_one_step_too_far(X, y, w, b, rate, steps):
    return reference.descend(X, y, w, b, rate, steps + 1)


@wrong("descend", "These are the last gradients; the new w and b are asked for.")
def descent_returns_gradients(X, y, w, b, rate, steps):
    return reference.line_gradient(X, y, *reference.descend(X, y, w, b, rate, steps - 1))


# --- activate ---------------------------------------------------------------------------------------------------------

OTHER = reference.f_part5  # everybody has the one here and the other in the hidden layer
VALUES = "the value", "the derivative"


def check_activation(student, draw, which):
    for shape in (draw.sizes(1), draw.sizes(2), draw.sizes(3, low=2, high=4)):
        check_parts(student, "activate", [draw.normal(*shape, scale=1.5)], "activate(z)", VALUES, which)


@check("activate", points=3)
def activation_itself(student, draw):
    """the first value of activate(z) is your function, entry by entry"""
    check_activation(student, draw, [0])


@check("activate", points=5)
def activation_derived(student, draw):
    """the second value of activate(z) is the derivative of your function, entry by entry"""
    check_activation(student, draw, [1])


def activation(z, kind, derivative):
    s, slope = squashed(z, kind)
    return z * s, derivative(z, s, slope)


@wrong("activate", "The derivative is 0 where z is below 0, as with a ReLU; this function has a slope there, too.")
def derivative_of_positive_inputs_alone(z):
    value, slope = reference.activate(z)
    return value, np.where(z > 0, slope, 0)


@wrong("activate", "A product has two terms in its derivative: the one in which the factor z is kept is missing.")
def derivative_of_z_alone(z):
    return activation(z, reference.f_part4, lambda z, s, slope: s)


@wrong("activate", "A product has two terms in its derivative: the one in which the factor z is derived is missing.")
def derivative_with_z_kept(z):
    return activation(z, reference.f_part4, lambda z, s, slope: z * slope)


@wrong("activate", "The derivatives of the two factors are multiplied; a product is derived by the product rule.")
def derivative_of_factors_multiplied(z):
    return activation(z, reference.f_part4, lambda z, s, slope: slope)


@wrong("activate", "The function is that with the other of sigmoid and tanh: look again at what is printed for you.")
def activation_with_the_other(z):
    return activation(z, OTHER, lambda z, s, slope: s + z * slope)


@wrong("activate", "The derivative belongs to the other of sigmoid and tanh.")
def derivative_of_the_other(z):
    s, _ = squashed(z, reference.f_part4)
    return z * s, s + z * (s * (1 - s) if reference.f_part4 == "tanh" else 1 - s**2)


@wrong("activate", "The derivative is taken of the whole output; sigmoid and tanh are only one factor of it.")
def derivative_from_the_output(z):
    f = z * squashed(z, reference.f_part4)[0]
    return f, 1 - f**2 if reference.f_part4 == "tanh" else f * (1 - f)


@wrong("activate", "The derivative of sigmoid or tanh is computed from z; it needs what comes out.")
def derivative_from_the_input(z):
    return activation(
        z, reference.f_part4, lambda z, s, _: s + z * (1 - z**2 if reference.f_part4 == "tanh" else z - z**2)
    )


@wrong("activate", "The factor z is missing in the function.")
def activation_without_z(z):
    s, slope = squashed(z, reference.f_part4)
    return s, slope


@wrong("activate", "The two values are in the other order: the function comes first.")
def activation_exchanged(z):
    return reference.activate(z)[::-1]


@wrong("activate", "It is for an array of any shape; where there are more than two axes, they are lost.")
def activation_of_a_table(z):
    f, slope = reference.activate(z)
    return (f, slope) if z.ndim < 3 else (f.reshape(len(z), -1), slope.reshape(len(z), -1))


@wrong("activate", "The two terms of the product rule are added, not subtracted.")
def derivative_subtracted(z):
    return activation(z, reference.f_part4, lambda z, s, slope: s - z * slope)


# --- which_loss -------------------------------------------------------------------------------------------------------

MEAN, BINARY, CLASSES, SHARE = (
    "the mean squared error",
    "the binary cross-entropy, on the sigmoid of one output",
    "the cross-entropy, on a softmax over the outputs",
    "the share of wrong answers",
)
HAS_CLASSES = "which of" in reference.to_predict
FITTING = CLASSES if HAS_CLASSES else BINARY if "whether" in reference.to_predict else MEAN
WHY_NOT = {
    MEAN: "It is for a number that one can come near to; here an answer is one thing or another.",
    BINARY: "It is for an answer that is yes or no; here there are more than two.",
    CLASSES: "With a single output there is nothing to choose between: a softmax over one output is always 1.",
    SHARE: "It does not change when a weight changes a little: its gradient is 0, and nothing is learned from it.",
}
which_loss = choice(
    "which_loss",
    points=6,
    sentence="the loss that is made for what is predicted is chosen",
    options=reference.loss_options,
    answer=FITTING,
    wrongs={text: why for text, why in WHY_NOT.items() if text != FITTING},
)


# --- loss_and_gradient ------------------------------------------------------------------------------------------------

IS_BINARY = reference.loss_part4 == "binary cross-entropy"
LOSS_PARTS = "the loss", "the gradient"


def predictions(draw):
    """Predictions and targets between 0 and 1, none near its target, where the gradient hangs on rounding. One
    prediction is near an end."""
    batch, outputs = draw.sizes(2)
    p, apart = draw.uniform(batch, outputs, low=0.1, high=0.9), draw.uniform(batch, outputs, low=0.1, high=0.45)
    near = draw.number(0.005, 0.009)
    p[-1, -1] = draw.choice([near, 1 - near])
    return p, np.where(p > 0.5, p - apart, p + apart)


@check("loss_and_gradient", points=3)
def loss_itself(student, draw):
    """the first value of loss_and_gradient(p, t) is your loss, the mean over all entries"""
    check_parts(student, "loss_and_gradient", predictions(draw), "loss_and_gradient(p, t)", LOSS_PARTS, [0])


@check("loss_and_gradient", points=5)
def loss_derived(student, draw):
    """the second value of loss_and_gradient(p, t) is the gradient of that mean with respect to p"""
    check_parts(student, "loss_and_gradient", predictions(draw), "loss_and_gradient(p, t)", LOSS_PARTS, [1])


def each_loss(p, t):
    """The loss of each entry and its derivative."""
    if IS_BINARY:
        return -t * np.log(p) - (1 - t) * np.log(1 - p), (p - t) / (p * (1 - p))
    apart = np.log(1 + p) - np.log(1 + t)
    return apart**2, 2 * apart / (1 + p)


@wrong("loss_and_gradient", "The gradient lacks the mean: it belongs to the sum of all entries.")
def gradient_without_mean(p, t):
    each, slope = each_loss(p, t)
    return np.mean(each), slope


@wrong("loss_and_gradient", "The gradient is divided by the number of rows; the mean is over all entries.")
def gradient_over_rows(p, t):
    each, slope = each_loss(p, t)
    return np.mean(each), slope / len(p)


@wrong("loss_and_gradient", "Loss and gradient belong to the sum; the mean over all entries is asked for.")
def sum_of_all(p, t):
    each, slope = each_loss(p, t)
    return np.sum(each), slope


@wrong("loss_and_gradient", "The sum over the outputs of a row is taken; the mean is over all entries.")
def mean_over_rows(p, t):
    each, slope = each_loss(p, t)
    return np.sum(each) / len(p), slope / len(p)


@wrong("loss_and_gradient", "The sign of the gradient is turned around: where p is too large, it is above 0.")
def loss_gradient_turned_around(p, t):
    loss, gradient = reference.loss_and_gradient(p, t)
    return loss, -gradient


@wrong(
    "loss_and_gradient",
    "p - t is the gradient with respect to what goes into a sigmoid; here it is with respect to p itself."
    if IS_BINARY
    else "The inner derivative is missing in the gradient: the logarithm has a derivative, too.",
)
def inner_derivative_missing(p, t):
    each, _ = each_loss(p, t)
    outer = p - t if IS_BINARY else 2 * (np.log(1 + p) - np.log(1 + t))
    return np.mean(each), outer / p.size


@wrong(
    "loss_and_gradient",
    "The term of the gradient with 1 - t is missing."
    if IS_BINARY
    else "The factor 2 of the square is missing in the gradient.",
)
def piece_of_the_gradient_missing(p, t):
    each, slope = each_loss(p, t)
    return np.mean(each), (-t / p if IS_BINARY else slope / 2) / p.size


@wrong("loss_and_gradient", "The two arguments are exchanged: the predictions come first.")
def arguments_exchanged(p, t):
    return reference.loss_and_gradient(t, p)


@wrong(
    "loss_and_gradient",
    "The term with 1 - t is missing in the loss, and in its gradient."
    if IS_BINARY
    else "The square is missing in the loss, and in its gradient.",
)
def half_a_loss(p, t):
    if IS_BINARY:
        return -np.mean(t * np.log(p)), -t / p / p.size
    return np.mean(np.log(1 + p) - np.log(1 + t)), 1 / (1 + p) / p.size


@wrong("loss_and_gradient", "The predictions are cut off at 0.01 and 0.99; the formula holds for all between 0 and 1.")
def predictions_cut_off(p, t):
    return reference.loss_and_gradient(np.clip(p, 0.01, 0.99), t)


@wrong("loss_and_gradient", "The loss is not averaged: it is one number for all entries.")
def loss_of_each_entry(p, t):
    return each_loss(p, t)[0], reference.loss_and_gradient(p, t)[1]


# --- one step on the network, by hand ---------------------------------------------------------------------------------

x_1, x_2, w_11, w_12, b_1 = (reference.of_net[name] for name in ("x1", "x2", "w11", "w12", "b1"))
h_2, v_1, v_2, c, t, rate = (reference.of_net[name] for name in ("h2", "v1", "v2", "c", "t", "eta"))
z_1 = w_11 * x_1 + w_12 * x_2 + b_1


def slope_at(h):
    return 1 - h**2 if reference.f_part5 == "tanh" else h * (1 - h)


def output(h):
    return v_1 * h + v_2 * h_2 + c


h_1 = by_hand(
    "h_1",
    points=4,
    sentence="h_1 is the output of the first hidden neuron",
    decimals=4,
    answer=lambda: squashed(z_1, reference.f_part5)[0],
    wrongs={
        "activation-forgotten": (lambda: z_1, "This is the sum; the activation is missing."),
        "other-activation": (
            lambda: squashed(z_1, reference.f_part4)[0],
            "This is the other of sigmoid and tanh: look again what f is in this part.",
        ),
        "bias-forgotten": (lambda: squashed(z_1 - b_1, reference.f_part5)[0], "The bias is missing."),
        "weights-exchanged": (
            lambda: squashed(w_12 * x_1 + w_11 * x_2 + b_1, reference.f_part5)[0],
            "The two weights are exchanged: w11 belongs to x1.",
        ),
        "exponent-turned-around": (
            lambda: squashed(-z_1, reference.f_part5)[0],
            "The sign of the sum is turned around in the activation.",
        ),
    },
)
delta_1 = by_hand(
    "delta_1",
    points=5,
    sentence="delta_1 is the derivative of E with respect to the sum of the first hidden neuron",
    decimals=4,
    uses={"h_1": float(reference.h_1)},
    answer=lambda h: (output(h) - t) * v_1 * slope_at(h),
    wrongs={
        "derivative-forgotten": (lambda h: (output(h) - t) * v_1, "The derivative of the activation is missing."),
        "derivative-of-the-sum": (
            lambda h: (output(h) - t) * v_1 * slope_at(z_1),
            "The derivative of the activation is computed from the sum z1; it needs what comes out, h1.",
        ),
        "derivative-of-the-other": (
            lambda h: (output(h) - t) * v_1 * (h * (1 - h) if reference.f_part5 == "tanh" else 1 - h**2),
            "The derivative is that of the other of sigmoid and tanh.",
        ),
        "weight-forgotten": (
            lambda h: (output(h) - t) * slope_at(h),
            "On the way back the error passes the weight v1, as h1 did on the way forward.",
        ),
        "other-weight": (
            lambda h: (output(h) - t) * v_2 * slope_at(h),
            "The first hidden neuron is joined to the output by v1, not v2.",
        ),
        "turned-around": (lambda h: (t - output(h)) * v_1 * slope_at(h), "The sign is turned around: it is o - t."),
        "output-derived-too": (
            lambda h: (output(h) - t) * output(h) * (1 - output(h)) * v_1 * slope_at(h),
            "The output neuron has no activation, so it has no derivative of one either.",
        ),
        "c-forgotten": (
            lambda h: (output(h) - c - t) * v_1 * slope_at(h),
            "The bias c of the output neuron is missing.",
        ),
        "second-neuron-forgotten": (
            lambda h: (v_1 * h + c - t) * v_1 * slope_at(h),
            "The output also gets h2, with the weight v2.",
        ),
    },
)
new_w = by_hand(
    "new_w",
    points=4,
    sentence="new_w is w11 after one step down its gradient",
    decimals=4,
    uses={"delta_1": float(reference.delta_1)},
    answer=lambda delta: w_11 - rate * delta * x_1,
    wrongs={
        "uphill": (lambda delta: w_11 + rate * delta * x_1, "The step goes down the slope: it is subtracted."),
        "input-forgotten": (lambda delta: w_11 - rate * delta, "The gradient is the error term times the input x1."),
        "other-input": (lambda delta: w_11 - rate * delta * x_2, "The input of w11 is x1, not x2."),
        "rate-forgotten": (lambda delta: w_11 - delta * x_1, "The learning rate is missing."),
        "output-for-input": (
            lambda delta: w_11 - rate * delta * float(reference.h_1),
            "What goes in at w11 is x1; h1 is what comes out of that neuron.",
        ),
    },
)


# --- backward ---------------------------------------------------------------------------------------------------------

OF_NET = "the gradient of W1", "the gradient of b1", "the gradient of W2", "the gradient of b2"


def net(draw):
    batch, inputs, neurons, outputs = draw.sizes(4)
    X, W1, b1 = draw.normal(batch, inputs), draw.normal(inputs, neurons, whole=False), draw.normal(neurons, whole=False)
    # Where an activation is nearly at its end, its slope has few digits in float32.
    shrink = max(1.0, np.abs(X @ W1 + b1).max() / 2.5)
    W2, b2 = draw.normal(neurons, outputs), draw.normal(outputs)
    return X, W1 / shrink, b1 / shrink, W2, b2, draw.normal(batch, outputs)


@check("backward", points=3)
def gradients_of_the_output_layer(student, draw):
    """backward gives the gradients of W2 and b2 for any batch and any sizes"""
    check_parts(student, "backward", net(draw), "backward(X, W1, b1, W2, b2, T)", OF_NET, [2, 3])


@check("backward", points=7)
def gradients_of_the_hidden_layer(student, draw):
    """backward gives the gradients of W1 and b1 for any batch and any sizes"""
    check_parts(student, "backward", net(draw), "backward(X, W1, b1, W2, b2, T)", OF_NET, [0, 1])


def back(X, W1, b1, W2, b2, T, error=None, through=None, kind=None):
    """The backward pass with another error term at the output, or another way through the hidden layer."""
    Z = X @ W1 + b1
    H, slope = squashed(Z, kind or reference.f_part5)
    O = H @ W2 + b2
    D2 = (O - T) / len(X) if error is None else error(O, T)
    D1 = (D2 @ W2.T) * slope if through is None else through(D2, W2, Z, H, slope)
    return X.T @ D1, D1.sum(axis=0), H.T @ D2, D2.sum(axis=0)


@wrong("backward", "The mean over the rows is missing: divide by the number of rows.")
def backward_of_the_sum(X, W1, b1, W2, b2, T):
    return back(X, W1, b1, W2, b2, T, error=lambda O, T: O - T)


@wrong("backward", "The mean is over the rows alone; the squares of the outputs are added.")
def backward_of_the_mean_of_all(X, W1, b1, W2, b2, T):
    return back(X, W1, b1, W2, b2, T, error=lambda O, T: (O - T) / T.size)


@wrong("backward", "It is twice too large: the half of E cancels the 2 of the square.")
def backward_without_the_half(X, W1, b1, W2, b2, T):
    return back(X, W1, b1, W2, b2, T, error=lambda O, T: 2 * (O - T) / len(T))


@wrong("backward", "The sign is turned around: the gradient has O - T in it.")
def backward_turned_around(X, W1, b1, W2, b2, T):
    return back(X, W1, b1, W2, b2, T, error=lambda O, T: (T - O) / len(T))


@wrong("backward", "The output layer has no activation, so its error term has no derivative of one.")
def backward_with_output_derivative(X, W1, b1, W2, b2, T):
    if reference.f_part5 == "tanh":
        return back(X, W1, b1, W2, b2, T, error=lambda O, T: (O - T) * (1 - O**2) / len(T))
    return back(X, W1, b1, W2, b2, T, error=lambda O, T: (O - T) * O * (1 - O) / len(T))


@wrong("backward", "The derivative of the hidden activation is missing.")
def backward_without_derivative(X, W1, b1, W2, b2, T):
    return back(X, W1, b1, W2, b2, T, through=lambda D2, W2, Z, H, slope: D2 @ W2.T)


@wrong("backward", "The derivative of the hidden activation is computed from what goes in; it needs what comes out.")
def backward_with_derivative_of_the_sum(X, W1, b1, W2, b2, T):
    return back(X, W1, b1, W2, b2, T, through=lambda D2, W2, Z, H, slope: (D2 @ W2.T) * slope_at(Z))


@wrong("backward", "The derivative is that of the other of sigmoid and tanh.")
def backward_with_the_other_derivative(X, W1, b1, W2, b2, T):
    def through(D2, W2, Z, H, slope):
        return (D2 @ W2.T) * (H * (1 - H) if reference.f_part5 == "tanh" else 1 - H**2)

    return back(X, W1, b1, W2, b2, T, through=through)


@wrong("backward", "The hidden layer has the other of sigmoid and tanh: yours is that of part 5.")
def backward_with_the_other_activation(X, W1, b1, W2, b2, T):
    return back(X, W1, b1, W2, b2, T, kind=reference.f_part4)


@wrong("backward", "The error does not come back through W2: each hidden neuron gets it through its own weights.")
def backward_without_weights(X, W1, b1, W2, b2, T):
    def through(D2, W2, Z, H, slope):
        return D2.sum(axis=1, keepdims=True) * slope

    return back(X, W1, b1, W2, b2, T, through=through)


@wrong(
    "backward", "The gradients of the biases are averaged over the rows; the mean is in E already, so they are added."
)
def backward_with_biases_averaged(X, W1, b1, W2, b2, T):
    dW1, db1, dW2, db2 = reference.backward(X, W1, b1, W2, b2, T)
    return dW1, db1 / len(X), dW2, db2 / len(X)


@wrong("backward", "The bias b1 is missing in the forward pass.")
def backward_without_b1(X, W1, b1, W2, b2, T):
    return back(X, W1, 0 * b1, W2, b2, T)


@wrong("backward", "The bias b2 is missing in the forward pass.")
def backward_without_b2(X, W1, b1, W2, b2, T):
    return back(X, W1, b1, W2, 0 * b2, T)


@wrong("backward", "The gradients of the two layers are exchanged: W1 and b1 come first.")
def backward_layers_exchanged(X, W1, b1, W2, b2, T):
    dW1, db1, dW2, db2 = reference.backward(X, W1, b1, W2, b2, T)
    return dW2, db2, dW1, db1


# --- bug, word_answer -------------------------------------------------------------------------------------------------

LACKS, GOES_IN, TOO_EARLY, UPHILL = (
    "the error term of the output layer lacks the derivative of the sigmoid",
    "the derivative of a sigmoid is computed from what goes into it, not from what comes out",
    "the output weights are changed before the error term of the hidden layer uses them",
    "one of the two weight matrices is moved up the slope",
)
SOUND = {
    LACKS: "e2 = (o - T) * o * (1 - o)",
    GOES_IN: "e1 = (e2 @ W2.T) * h * (1 - h)",
    UPHILL: "W1 = W1 - rate * X.T @ e1",
}  # the line of each mistake as it should be
MISTAKE = next((text for text, line in SOUND.items() if line not in reference.bug_program), TOO_EARLY)
NOT_IT = {
    LACKS: "e2 has the factor o * (1 - o), which is this derivative.",
    GOES_IN: "No derivative in your program is computed from z, which is used for h alone.",
    TOO_EARLY: "e1 is computed before W2 is changed, so it uses the weights of the forward pass.",
    UPHILL: "Both error terms have o - T in them, and both steps are subtracted: that is down the slope.",
}
bug = choice(
    "bug",
    points=8,
    sentence="the mistake in the program is found",
    options=reference.bug_options,
    answer=MISTAKE,
    wrongs={text: why for text, why in NOT_IT.items() if text != MISTAKE},
)

WORDS = {
    "rule": (
        ["chain rule", "the chain rule", "연쇄 법칙", "연쇄 규칙", "연쇄율", "체인 룰"],
        {
            "product rule": "The product rule is for the derivative of a product of two functions.",
            "sum rule": "Sums are what comes of several paths; along one path it is another rule.",
            "backpropagation": "Backpropagation uses the rule; the rule has a name of its own.",
        },
    ),
    "multiplied with": (
        [
            "learning rate",
            "the learning rate",
            "step size",
            "lr",
            "alpha",
            "α",
            "eta",
            "η",
            "학습률",
            "학습 속도",
            "러닝 레이트",
        ],
        {
            "momentum": "Momentum keeps a part of the last step; plain gradient descent has none.",
            "slope": "The slope is the gradient itself.",
            "weight": "A weight is what is changed by the step.",
        },
    ),
    "added to": (
        ["bias", "the bias", "b", "intercept", "편향", "편향값", "바이어스", "절편"],
        {
            "weight": "A weight multiplies an input.",
            "threshold": "A threshold is compared with the sum; what is added is its negative, and has another name.",
            "activation": "The activation is computed from the sum.",
        },
    ),
    "pass": (
        ["epoch", "an epoch", "one epoch", "에폭", "에포크", "이포크", "세대"],
        {
            "iteration": "An iteration is one step, which may use a part of the data only.",
            "batch": "A batch is the rows that are used in one step.",
            "forward pass": "The forward pass computes the outputs; the training passes over all data many times.",
        },
    ),
}
answers, mistaken = next(entry for clue, entry in WORDS.items() if clue in reference.question)
word_answer = word(
    "word_answer",
    points=6,
    sentence="the word that is asked for is found",
    answers=answers,
    wrongs=mistaken,
)

"""Hidden checks and known wrong answers of the losses, the activation functions and the neuron."""

import numpy as np

from autograder.checks import (
    Failure,
    as_numbers,
    as_parts,
    assert_agrees,
    assert_close,
    assert_drawn,
    assert_no_other,
    check,
    choice,
    describe,
    drawn,
    figure_of,
    figures,
    finite,
    lies_on,
    named,
    number,
    picture,
    reference_of,
    spans,
    values,
    wrong,
)

reference = reference_of(__file__)


def one_hot(draw, batch, classes):
    """Labels of random classes, as floats."""
    return np.eye(classes)[draw.integers(batch, low=0, high=classes - 1)]


def yes_or_no(draw, count):
    """Labels 0 and 1 as floats, both among the first two."""
    labels = draw.integers(count, low=0, high=1).astype(float)
    labels[:2] = np.arange(2.0)[:count]
    return labels


# --- loss_is, losses_of_cases -----------------------------------------------------------------------------------------

loss_is = choice(
    "loss_is",
    points=1,
    sentence="loss_is says what a loss is",
    answer="a",
    wrongs={
        "b": "The loss says how wrong the predictions are now; how long the training takes is not known.",
        "c": "How far the weights move follows from the slope of the loss and the learning rate.",
        "d": "The loss compares two values of y, the predicted and the true one.",
    },
)

LOSSES = ("mse", "binary", "classes")


def losses_of_cases_right(student):
    found = as_parts(student.losses_of_cases, 6, of="losses_of_cases")
    for place, (name, right) in enumerate(zip(found, reference.losses_of_cases, strict=True), start=1):
        if not isinstance(name, str) or name.strip().casefold() not in LOSSES:
            said = f"answer {place} of losses_of_cases is {describe(name)}"
            raise Failure(f"{said}, but should be one of {', '.join(map(repr, LOSSES))}", name, name="wrong-kind")
        if name.strip().casefold() != right:
            raise Failure(f"answer {place} of losses_of_cases is {name.strip()!r}: what form has y there?", found)


def cases_with(place, name):
    """The right losses, but for the one at `place`."""
    answers = list(reference.losses_of_cases)
    answers[place] = name
    return tuple(answers)


losses_of_cases = values(
    "losses_of_cases",
    points=2,
    sentence="losses_of_cases names the loss that fits the form of y in each of the six cases",
    is_right=losses_of_cases_right,
    wrongs={
        "house-as-classes": (cases_with(0, "classes"), "A price is a number, and a little off is better than far off."),
        "spam-as-classes": (cases_with(1, "classes"), "Spam or not is 0 or 1: one output, binary cross-entropy."),
        "spam-as-number": (
            cases_with(1, "mse"),
            "Spam or not is 0 or 1, not a number to be met as nearly as possible.",
        ),
        "digit-as-number": (cases_with(2, "mse"), "The digits are names of ten classes: an 8 is no nearer to a 9."),
        "digit-as-binary": (cases_with(2, "binary"), "A picture shows one digit of ten; binary is for two answers."),
        "degrees-as-classes": (cases_with(3, "classes"), "A temperature in degrees is a number."),
        "customer-as-classes": (
            cases_with(4, "classes"),
            "Leaves or stays is 0 or 1: one output, binary cross-entropy.",
        ),
        "language-as-number": (cases_with(5, "mse"), "Languages are classes; they have no order and no distance."),
        "language-as-binary": (
            cases_with(5, "binary"),
            "The text is in one of five languages; binary is for two answers.",
        ),
        "turned": (("classes", "binary", "mse") * 2, "Numbers and classes are swapped: MSE is for a number."),
        "always-mse": (("mse",) * 6, "MSE is for numbers; the form of y differs from case to case."),
    },
)


# --- squared_cost, mean_square ----------------------------------------------------------------------------------------


@check("squared_cost", points=1)
def squared_cost_by_hand(student):
    """squared_cost gives 5 / 6 for the three numbers worked by hand"""
    pred, Y = np.array([1.0, 2.0, 4.0]), np.array([1.0, 3.0, 2.0])
    assert_close(student.squared_cost(pred, Y), 5 / 6, of="squared_cost([1, 2, 4], [1, 3, 2])", visible=True)


@check("squared_cost", points=1)
def squared_cost_of_any_numbers(student, draw):
    """squared_cost(pred, Y) is right for any count of numbers"""
    for count in (1, *draw.sizes(2)):
        pred, Y = draw.normal(count), draw.normal(count, scale=3)
        Y[0] = draw.integer(7, 12)
        assert_agrees(student.squared_cost, reference.squared_cost, pred, Y, of="squared_cost(pred, Y)")


@wrong("squared_cost", "This is the mean of the squares; the document's cost is half of it, so divide by 2n.")
def cost_is_the_mean(pred, Y):
    return np.mean((pred - Y) ** 2)


@wrong("squared_cost", "This is half the sum; it has to be divided by n as well.")
def cost_is_half_the_sum(pred, Y):
    return np.sum((pred - Y) ** 2) / 2


@wrong("squared_cost", "This is the sum; divide it by 2n.")
def cost_is_the_sum(pred, Y):
    return np.sum((pred - Y) ** 2)


@wrong("squared_cost", "Brackets are missing: / (2 * n), not / 2 * n.")
def cost_times_n(pred, Y):
    return np.sum((pred - Y) ** 2) / 2 * len(Y)


@wrong("squared_cost", "The differences are not squared; their sizes alone are another cost.")
def cost_of_sizes(pred, Y):
    return np.sum(np.abs(pred - Y)) / (2 * len(Y))


@wrong("squared_cost", "The sum is squared; square each difference first, then add up.")
def cost_of_squared_sum(pred, Y):
    return np.sum(pred - Y) ** 2 / (2 * len(Y))


@wrong("squared_cost", "The sum is missing: there is a number for each difference here.")
def cost_without_sum(pred, Y):
    return (pred - Y) ** 2 / (2 * len(Y))


mean_square = number(
    "mean_square",
    points=1,
    sentence="mean_square is the mean of the three squares",
    answer=5 / 3,
    wrongs={
        "the-cost": (5 / 6, "This is the cost with the 2; the mean itself is twice as large."),
        "the-sum": (5, "This is the sum of the squares; divide it by their number."),
        "half-the-sum": (5 / 2, "This is half the sum; the mean divides by the number of squares, 3."),
        "not-squared": (1, "These are the sizes of the differences, 0, 1, 2; square them first."),
        "divided-by-two": (5 / 12, "The mean is twice the cost, not half of it."),
    },
)


# --- binary_cross_entropy ---------------------------------------------------------------------------------------------


@check("binary_cross_entropy", points=1)
def binary_of_the_text(student):
    """binary_cross_entropy is right for the logits (0, 2, -1) and the labels (1, 1, 0)"""
    args = np.array([0.0, 2.0, -1.0]), np.array([1.0, 1.0, 0.0])
    of = "binary_cross_entropy([0, 2, -1], [1, 1, 0])"
    assert_close(student.binary_cross_entropy(*args), reference.binary_cross_entropy(*args), of=of, visible=True)


@check("binary_cross_entropy", points=1)
def binary_of_any_logits(student, draw):
    """binary_cross_entropy(logits, labels) is right for each pair of any logits and labels"""
    for count, kind in ((draw.integer(5, 9), float), (draw.integer(5, 9), int), (1, float)):
        logits, labels = draw.normal(count, scale=2), yes_or_no(draw, count).astype(kind)
        # log(1 + …) is rounded like its argument, which is between 1 and 2, also where the loss is small.
        expected = reference.binary_cross_entropy(logits, labels)
        found = student.binary_cross_entropy(logits, labels)
        assert_close(found, expected, of="binary_cross_entropy(logits, labels)", conditioning=1 + np.abs(logits))


@check("binary_cross_entropy", points=1)
def binary_of_large_logits(student):
    """binary_cross_entropy is finite and right for the logits 1000 and -1000"""
    logits, labels = np.array([1000.0, 1000.0, -1000.0, -1000.0]), np.array([0.0, 1.0, 0.0, 1.0])
    found, expected = student.binary_cross_entropy(logits, labels), np.array([1000.0, 0.0, 0.0, 1000.0])
    of = "binary_cross_entropy of 1000, 1000, -1000, -1000"
    try:
        assert_close(found, expected, of=of, conditioning=np.abs(logits))
    except Failure as failure:
        if np.shape(found) == (4,) and np.all(np.less(found, 100)) and found[0] > 10:
            failure.name = "binary-clipped"  # wherever it is cut off
        raise


def sure(z):
    with np.errstate(all="ignore"):
        return 1 / (1 + np.exp(-z))


@wrong(
    "binary_cross_entropy", "The left side is computed, which takes log(0) for large logits; compute the right side."
)
def binary_by_the_left_side(logits, labels):
    s = sure(logits)
    with np.errstate(all="ignore"):
        return -labels * np.log(s) - (1 - labels) * np.log(1 - s)


@wrong(
    "binary_cross_entropy",
    "The share is cut off before its logarithm, so a large loss stays near 16; use the right side.",
)
def binary_clipped(logits, labels):
    share = np.clip(sure(logits), 1e-7, 1 - 1e-7)
    return -labels * np.log(share) - (1 - labels) * np.log(1 - share)


@wrong("binary_cross_entropy", "The two arguments are swapped: the logits come first here.")
def binary_swapped(logits, labels):
    return reference.binary_cross_entropy(labels, logits)


@wrong("binary_cross_entropy", "The sign of z t is reversed: a large logit makes the loss of a 1 small.")
def binary_sign_reversed(logits, labels):
    return reference.binary_cross_entropy(logits, -labels)


@wrong("binary_cross_entropy", "The bars are missing: the exponent is -|z|, not -z.")
def binary_without_bars(logits, labels):
    with np.errstate(all="ignore"):
        return np.maximum(logits, 0) - logits * labels + np.log(1 + np.exp(-logits))


@wrong("binary_cross_entropy", "The term max(z, 0) is missing.")
def binary_without_maximum(logits, labels):
    return -logits * labels + np.log(1 + np.exp(-np.abs(logits)))


@wrong("binary_cross_entropy", "The mean is taken; return one number for each logit.")
def binary_mean(logits, labels):
    return np.mean(reference.binary_cross_entropy(logits, labels))


@wrong("binary_cross_entropy", "The 1 in the logarithm is missing: it is log(1 + e^-|z|).")
def binary_without_one(logits, labels):
    return np.maximum(logits, 0) - logits * labels - np.abs(logits)


@wrong("binary_cross_entropy", "This is -t log(s) alone; a label 0 has the loss -log(1 - s).")
def binary_of_ones_only(logits, labels):
    return labels * np.logaddexp(0, -logits)


@wrong("binary_cross_entropy", "The result is the loss times -1; a loss is not below 0.")
def binary_negative(logits, labels):
    return -reference.binary_cross_entropy(logits, labels)


@wrong("binary_cross_entropy", "The logarithm has the base 2; it is the natural one, np.log.")
def binary_in_bits(logits, labels):
    return np.maximum(logits, 0) - logits * labels + np.log2(1 + np.exp(-np.abs(logits)))


# --- cross_entropy ----------------------------------------------------------------------------------------------------


@check("cross_entropy", points=1)
def cross_entropy_of_the_text(student):
    """cross_entropy is right for the logits (1, 2) and the label (0, 1)"""
    args = np.array([[1.0, 2.0]]), np.array([[0.0, 1.0]])
    of = "cross_entropy([[1, 2]], [[0, 1]])"
    assert_close(student.cross_entropy(*args), reference.cross_entropy(*args), of=of, visible=True)


@check("cross_entropy", points=2)
def cross_entropy_of_any_batch(student, draw):
    """cross_entropy(logits, labels) is right in every row of any batch"""
    batch, classes = draw.sizes(2)
    square = np.roll(np.eye(3, dtype=int), 1, axis=1)  # no label is right if rows and columns are exchanged
    for labels in (one_hot(draw, batch, classes), square):
        logits = draw.normal(*labels.shape, scale=1.5)
        # A sure and right row has a small loss, rounded like the logits that it is the difference of.
        rounding = 1 + np.abs(logits).max(axis=1)
        expected = reference.cross_entropy(logits, labels)
        assert_close(student.cross_entropy(logits, labels), expected, of="cross_entropy", conditioning=rounding)


@check("cross_entropy", points=1)
def cross_entropy_of_large_logits(student, draw):
    """cross_entropy is finite and right where the logits of a row are near 1000, near -1000 or far apart"""
    classes = draw.integer(3, 6)
    near = np.array([[1000], [-1000]]) + draw.integers(2, classes, low=0, high=4)
    labels = one_hot(draw, 2, classes)
    expected = reference.cross_entropy(near, labels)
    found = student.cross_entropy(near.astype(float), labels)
    assert_close(found, expected, of="cross_entropy of rows near 1000 and -1000", conditioning=np.abs(near).max(axis=1))
    apart, second = np.array([[0.0, 1000.0], [2000.0, 0.0]]), np.array([[0.0, 1.0], [0.0, 1.0]])
    found, expected = student.cross_entropy(apart, second), np.array([0.0, 2000.0])
    of = "cross_entropy([[0, 1000], [2000, 0]], [[0, 1], [0, 1]])"
    assert_close(found, expected, of=of, conditioning=apart.max(axis=1))


def shares_of(logits, axis=1):
    with np.errstate(all="ignore"):
        exponentials = np.exp(logits)
        return exponentials / exponentials.sum(axis=axis, keepdims=True)


@wrong("cross_entropy", "The maximum of the row is not subtracted, so the exponential overflows for large logits.")
def xent_without_maximum(logits, labels):
    with np.errstate(all="ignore"):
        return -np.sum(labels * np.log(shares_of(logits)), axis=1)


@wrong("cross_entropy", "The logarithm is taken of a share that has become 0; take it of the sum of exponentials.")
def xent_of_vanished_shares(logits, labels):
    with np.errstate(all="ignore"):
        shares = shares_of(logits - logits.max(axis=1, keepdims=True))
        return -np.sum(labels * np.log(shares), axis=1)


@wrong("cross_entropy", "The two arguments are swapped: the logits come first here.")
def xent_swapped(logits, labels):
    return reference.cross_entropy(labels, logits)


@wrong("cross_entropy", "The sign is missing: logarithms of shares are below 0, the loss is above.")
def xent_negative(logits, labels):
    return -reference.cross_entropy(logits, labels)


@wrong("cross_entropy", "The mean over the rows is taken; return one number for each row.")
def xent_mean(logits, labels):
    return np.mean(reference.cross_entropy(logits, labels))


@wrong("cross_entropy", "The sum of exponentials goes over the whole array; each row has its own, with axis=1.")
def xent_over_the_whole_array(logits, labels):
    below = logits - logits.max()
    return -np.sum(labels * (below - np.log(np.exp(below).sum())), axis=1)


@wrong("cross_entropy", "The largest logit of the whole batch is subtracted; each row has its own, with axis=1.")
def xent_maximum_of_the_batch(logits, labels):
    with np.errstate(all="ignore"):
        below = logits - logits.max()
        return -np.sum(labels * (below - np.log(np.exp(below).sum(axis=1, keepdims=True))), axis=1)


@wrong("cross_entropy", "The sums of exponentials go down the columns; a row is one example, so axis=1.")
def xent_over_the_columns(logits, labels):
    below = logits - logits.max(axis=0, keepdims=True)
    return -np.sum(labels * (below - np.log(np.exp(below).sum(axis=0, keepdims=True))), axis=1)


@wrong("cross_entropy", "The logarithm is missing: this is 1 minus the share of the true class.")
def xent_without_logarithm(logits, labels):
    return 1 - np.sum(labels * shares_of(logits - logits.max(axis=1, keepdims=True)), axis=1)


@wrong(
    "cross_entropy", "The logits have to pass the softmax; here they are taken for probabilities or left as they are."
)
def xent_without_softmax(logits, labels):
    return -np.sum(labels * logits, axis=1)


@wrong("cross_entropy", "Every class has its own yes-or-no loss here; the classes of a row share one softmax.")
def xent_of_sigmoids(logits, labels):
    return np.sum(reference.binary_cross_entropy(logits, labels), axis=1)


@wrong("cross_entropy", "The labels are not used: the loss is that of the true class alone.")
def xent_of_all_classes(logits, labels):
    return reference.cross_entropy(logits, np.ones(labels.shape))


# --- swapped_losses, impossible_loss ----------------------------------------------------------------------------------


def swapped_losses_right(student):
    found = student.swapped_losses
    if isinstance(found, (tuple, list)):
        parts = [as_numbers(part, of=f"entry {i} of swapped_losses") for i, part in enumerate(found)]
        if any(part.shape for part in parts):
            raise Failure("swapped_losses has entries that are no single numbers", found, name="wrong-kind")
        found = np.array(parts)
    expected = reference.binary_cross_entropy(np.array([1.0, 1.0, 0.0]), np.array([0.0, 2.0, -1.0]))
    # Four decimals, as in the text, are enough.
    assert_close(found, expected, of="swapped_losses", conditioning=np.full(3, 20.0))


swapped_losses = values(
    "swapped_losses",
    points=1,
    sentence="swapped_losses has the three numbers of the swapped call",
    is_right=swapped_losses_right,
    wrongs={
        "not-swapped": (
            np.array([0.69314718, 0.126928, 0.31326169]),
            "These are the right losses; swap the two arrays in the call.",
        ),
        "size-only": (
            np.array([1.31326169, 0.68673831, 0.69314718]),
            "The minus of the second is lost; a wrong call may give a number below 0.",
        ),
        "in-reverse": (
            np.array([0.69314718, -0.68673831, 1.31326169]),
            "The numbers stand in reverse order; the first belongs to the first pair.",
        ),
        "mean": (0.43989, "This is their mean; give the three numbers."),
    },
)

impossible_loss = choice(
    "impossible_loss",
    points=1,
    sentence="impossible_loss names what cannot come out of a right call",
    answer="d",
    wrongs={
        "a": "A right call can give any loss above 0: a sure and wrong prediction costs much more than 1.",
        "b": "Equal losses only mean that two examples have the same logits and labels, or happen to agree.",
        "c": "0.6931 is log 2, the loss of a logit 0, right for both labels.",
    },
)


# --- sigmoid, tanh, relu ----------------------------------------------------------------------------------------------


@check("sigmoid", points=1)
def sigmoid_of_any_array(student, draw):
    """sigmoid(x) is 1 / (1 + exp(-x)) for every entry, also far from 0"""
    x = np.clip(draw.normal(*draw.sizes(2), scale=3), -5, 5)  # beyond, tanh has few digits of how far it is from -1
    assert_agrees(student.sigmoid, reference.sigmoid, x, of="sigmoid(x)")
    with np.errstate(all="ignore"):
        saturated = student.sigmoid(np.array([-800.0, 0.0, 800.0]))
    of = "sigmoid([-800, 0, 800])"  # whoever cuts x off far out has nearly 0
    assert_close(saturated, np.array([0.0, 0.5, 1.0]), of=of, conditioning=np.ones(3), visible=True)


@wrong("sigmoid", "The sign in the exponent is reversed: it is exp(-x).")
def exponent_positive(x):
    return 1 / (1 + np.exp(x))


@wrong("sigmoid", "Brackets are missing: 1 / (1 + exp(-x)), not 1 / 1 + exp(-x).")
def sigmoid_brackets_missing(x):
    return 1 / 1 + np.exp(-x)


@wrong("sigmoid", "This is tanh; the sigmoid goes from 0 to 1.")
def tanh_for_sigmoid(x):
    return np.tanh(x)


@wrong("sigmoid", "This is the derivative of the sigmoid, not the sigmoid.")
def sigmoid_derivative(x):
    return sure(x) * (1 - sure(x))


@wrong("sigmoid", "The 1 under the line is missing: this is 1 / exp(-x).")
def sigmoid_one_missing(x):
    return 1 / np.exp(-x)


@wrong("sigmoid", "The base is 2 here; it is e, so np.exp.")
def sigmoid_of_base_two(x):
    return 1 / (1 + 2.0**-x)


@check("tanh", points=1)
def tanh_of_any_array(student, draw):
    """tanh(x) is 2 / (1 + exp(-2x)) - 1 for every entry, also far from 0"""
    # At least 0.3 from 0: nearer, the subtraction of 1 loses digits in float32.
    x = draw.normal(*draw.sizes(2), whole=False)
    for each in (x + 0.3 * np.sign(x), draw.integers(*draw.sizes(2), low=-3, high=3)):
        assert_agrees(student.tanh, reference.tanh, each, of="tanh(x)")
    saturated = student.tanh(np.array([-20.0, 0.0, 20.0]))
    assert_close(saturated, np.array([-1.0, 0.0, 1.0]), of="tanh([-20, 0, 20])", visible=True)


@wrong("tanh", "The exponent is -2x, not -x.")
def tanh_without_two(x):
    return 2 * sure(x) - 1


@wrong("tanh", "The 1 is not subtracted: tanh goes from -1 to 1.")
def tanh_without_minus_one(x):
    return 2 * sure(2 * x)


@wrong("tanh", "The 2 above the line is missing.")
def tanh_without_factor(x):
    return sure(2 * x) - 1


@wrong("tanh", "This is the sigmoid; tanh goes from -1 to 1.")
def sigmoid_for_tanh(x):
    return sure(x)


@wrong("tanh", "The sign of the exponent is reversed: it is exp(-2x).")
def tanh_reversed(x):
    return np.tanh(-x)


@wrong("tanh", "This is the derivative of tanh, not tanh.")
def tanh_derivative(x):
    return 1 - np.tanh(x) ** 2


@wrong("tanh", "This is the tangent; the hyperbolic tangent is made of exponentials.")
def tangent(x):
    return np.tan(x)


@check("relu", points=1)
def relu_of_any_array(student, draw):
    """relu(x) is 0 below 0 and x elsewhere, for every entry"""
    x = draw.normal(*draw.sizes(2), scale=2)
    x.flat[:4] = 0.0, 0.004, -0.004, draw.number(700, 1200)
    for each in (x, np.abs(x) + 1):
        assert_agrees(student.relu, reference.relu, each, of="relu(x)")


@wrong("relu", "This is 1 where x > 0; the ReLU keeps x itself there.")
def step_for_relu(x):
    return (x > 0) * 1.0


@wrong("relu", "This is the absolute value; the ReLU makes negative entries 0.")
def absolute_value(x):
    return np.abs(x)


@wrong("relu", "This keeps the negative entries; the ReLU keeps the positive ones.")
def keeps_negative(x):
    return np.minimum(0, x)


@wrong("relu", "The negative entries leak through with a small slope; the ReLU makes them 0.")
def leaky(x):
    return np.where(x > 0, x, 0.01 * x)


@wrong("relu", "It ends at 6, which is another function; the ReLU goes on without end.")
def relu_up_to_6(x):
    return np.clip(x, 0, 6)


@wrong("relu", "This is the largest entry alone; the ReLU compares every entry with 0.")
def largest_entry(x):
    return np.maximum(0, x.max())


@wrong("relu", "This is log(1 + exp(x)), a smooth relative; the ReLU has a kink.")
def softplus(x):
    return np.logaddexp(0, x)


# --- plot_activations: a figure, judged by what is drawn in it --------------------------------------------------------

CURVES = {"sigmoid": sure, "tanh": np.tanh, "relu": lambda x: np.maximum(0, x)}


def shows(curve, function, x):
    """Whether a curve is the function, over as many points as x and from end to end."""
    whole = curve.x.size >= x.size and spans(curve, x, near=1e-5 * (1 + np.abs(x).max()))
    return whole and lies_on(curve, function, near=1e-5 * (1 + np.abs(curve.y)))


@check("plot_activations", points=1, uses=("sigmoid", "tanh", "relu"))
def curves_are_drawn(student, draw):
    """the figure has the curves of sigmoid, tanh and relu over the x that is given"""
    for x in (np.linspace(-3, 3, 61), np.sort(draw.normal(draw.integer(20, 30), scale=2))):
        curves = finite(drawn(student, "plot_activations", x).curves)
        assert_drawn(curves, of="plot_activations")
        missing = [name for name, function in CURVES.items() if not any(shows(c, function, x) for c in curves)]
        if missing:
            raise Failure(f"no curve in the figure is {missing[0]} over the whole x that is given")
        right = [c for c in curves if any(lies_on(c, f, near=1e-5 * (1 + np.abs(c.y))) for f in CURVES.values())]
        assert_no_other(curves, right, of="plot_activations")


@check("plot_activations", points=1, uses=("sigmoid", "tanh", "relu"))
def curves_are_named(student):
    """each of the three curves has its name, as its label or in the title of its plot"""
    x = np.linspace(-3, 3, 61)
    curves = finite(drawn(student, "plot_activations", x).curves)
    for curve in curves:
        if sum(name in curve.label.casefold() for name in CURVES) > 1:
            raise Failure(f"one curve has several names: {curve.label!r}")
    for name, function in CURVES.items():
        found = named(curves, name, in_title=True)
        if not found:
            raise Failure(f"no curve of the figure is named {name}")
        if not all(shows(curve, function, x) for curve in found if curve.label) or not any(
            shows(curve, function, x) for curve in found
        ):
            raise Failure(f"the curve that is named {name} is another function")


def figure_with(functions, x, names=tuple(CURVES)):
    return figure_of(*((x, function(x)) for function in functions), names=names)


SIGMOID, TANH, RELU = CURVES.values()


@wrong("plot_activations", "The curves have no names: give each plt.plot its label=….")
def plot_without_names(x):
    return figure_with(CURVES.values(), x, ("", "", ""))


@wrong("plot_activations", "The names of sigmoid and tanh are swapped.")
def plot_names_swapped(x):
    return figure_with(CURVES.values(), x, ("tanh", "sigmoid", "relu"))


@wrong("plot_activations", "A second curve has the name sigmoid; each name belongs to one function.")
def plot_with_a_name_twice(x):
    return figure_with([*CURVES.values(), TANH], x, (*CURVES, "sigmoid"))


@wrong("plot_activations", "Each curve has all three names; give each its own.")
def plot_with_all_names(x):
    return figure_with(CURVES.values(), x, ["sigmoid, tanh, relu"] * 3)


@wrong("plot_activations", "Only the sigmoid is drawn; draw all three.")
def plot_of_one(x):
    return figure_with([SIGMOID], x, ["sigmoid"])


@wrong("plot_activations", "The ReLU is missing.")
def plot_of_two(x):
    return figure_with([SIGMOID, TANH], x, ["sigmoid", "tanh"])


@wrong("plot_activations", "There is a fourth curve, the derivative of tanh; draw the three functions only.")
def plot_of_four(x):
    return figure_with([*CURVES.values(), tanh_derivative.answer], x, [*CURVES, "slope"])


@wrong("plot_activations", "The values are drawn over their positions 0, 1, 2 …; give plt.plot x as well.")
def plot_over_positions(x):
    return figure_of(*((function(x),) for function in CURVES.values()), names=CURVES)


@wrong("plot_activations", "The x is one of your own; draw over the argument x.")
def plot_over_its_own_x(x):
    return figure_with(CURVES.values(), np.linspace(-1, 1, 100))


@wrong("plot_activations", "The derivatives are drawn; draw the functions themselves.")
def plot_of_derivatives(x):
    slope_of_relu = lambda x: (x > 0) * 1.0  # noqa: E731
    return figure_with([sigmoid_derivative.answer, tanh_derivative.answer, slope_of_relu], x)


# --- slopes, why_not_step ---------------------------------------------------------------------------------------------

OF_SLOPES = ("of_step", "of_sigmoid")


def check_slopes(student, x, h, of, visible=False):
    found = as_parts(student.slopes(x, h), 2, of=of)
    for name, part, expected in zip(OF_SLOPES, found, reference.slopes(x, h), strict=True):
        # A difference of numbers up to 1 is rounded like these, and then divided by h.
        rounding = np.full(x.shape, 1 / h)
        assert_close(part, expected, of=f"{name} of {of}", conditioning=rounding, visible=visible)


@check("slopes", points=1, uses=("sigmoid",))
def slopes_of_the_text(student):
    """slopes gives 0 for the step and 0.1966 for the sigmoid at -1 and 1"""
    check_slopes(student, np.array([-1.0, 1.0]), 0.001, "slopes([-1, 1], 0.001)", visible=True)


@check("slopes", points=2, uses=("sigmoid",))
def slopes_anywhere(student, draw):
    """slopes(x, h) is right for any x and h, also where the step lies between x - h and x + h"""
    x = draw.integers(draw.integer(7, 10), low=-16, high=16) / 8
    x[:4] = 0.0, 0.25, -0.25, draw.choice([-1.125, 1.125])
    h = draw.number(0.27, 0.36)  # x + h and x - h are never at the jump itself
    check_slopes(student, draw.permutation(x), h, "slopes(x, h)")
    x = draw.integers(*draw.sizes(1), low=-3, high=3)
    x[0] = 0
    check_slopes(student, x, draw.number(0.01, 0.05), "slopes(x, h)")


@wrong("slopes", "The slopes are cut off; where the step jumps they are as large as 1 / (2h).")
def slopes_cut_off(x, h):
    return tuple(np.minimum(part, 6) for part in reference.slopes(x, h))


@wrong("slopes", "From x - h to x + h is 2h: divide by that.")
def slopes_divided_by_h(x, h):
    return tuple(2 * part for part in reference.slopes(x, h))


@wrong("slopes", "Brackets are missing: (…) / (2 * h), not (…) / 2 * h.")
def slopes_times_h(x, h):
    return tuple(part * h * h for part in reference.slopes(x, h))


@wrong("slopes", "The differences go to the right only; take f(x + h) - f(x - h) and divide by 2h.")
def slopes_to_the_right(x, h):
    return tuple((f(x + h) - f(x)) / h for f in (reference.step, sure))


@wrong("slopes", "The differences go to the left only; take f(x + h) - f(x - h) and divide by 2h.")
def slopes_to_the_left(x, h):
    return tuple((f(x) - f(x - h)) / h for f in (reference.step, sure))


@wrong("slopes", "The two arrays are swapped: the slopes of step come first.")
def slopes_swapped(x, h):
    return reference.slopes(x, h)[::-1]


@wrong("slopes", "The sign is reversed: f(x + h) minus f(x - h).")
def slopes_reversed(x, h):
    return tuple(-part for part in reference.slopes(x, h))


@wrong("slopes", "The step's slopes are typed in as 0; between x - h and x + h there may be the jump.")
def slopes_of_step_typed_in(x, h):
    return np.zeros(x.shape), reference.slopes(x, h)[1]


@wrong("slopes", "The sigmoid's slope is the derivative s (1 - s); take the formula with the argument h.")
def slopes_by_derivative(x, h):
    return reference.slopes(x, h)[0], sure(x) * (1 - sure(x))


@wrong("slopes", "h is a number of your own; use the argument h.")
def slopes_with_own_h(x, h):
    return reference.slopes(x, 1e-4)


why_not_step = choice(
    "why_not_step",
    points=1,
    sentence="why_not_step names the reason",
    answer="c",
    wrongs={
        "a": "The labels of a yes-or-no question are 0 and 1 too; the trouble is the slope.",
        "b": "A sum is hardly ever exactly 0; everywhere else the slope is 0, and nothing moves.",
        "d": "The values of the step are computed exactly; its slopes are what learning needs.",
    },
)


# --- neuron -----------------------------------------------------------------------------------------------------------


@check("neuron", points=1, uses=("sigmoid",))
def neuron_of_the_text(student):
    """neuron gives sigmoid(1) for w = 2, b = -1 and x = 1"""
    args = np.array([[1.0]]), np.array([2.0]), -1.0
    assert_agrees(student.neuron, reference.neuron, *args, of="neuron([[1]], [2], -1)", visible=True)


@check("neuron", points=2, uses=("sigmoid",))
def neuron_of_any_size(student, draw):
    """neuron(X, w, b) is right for any batch and any number of inputs"""
    batch, inputs = draw.sizes(2)
    args = draw.normal(batch, inputs), draw.normal(inputs), draw.signed(1.1, 2)
    assert_agrees(student.neuron, reference.neuron, *args, of="neuron(X, w, b)")


@wrong("neuron", "The activation is missing: this is the linear regression alone.")
def neuron_linear(X, w, b):
    return b + X @ w


@wrong("neuron", "The bias b is missing.")
def neuron_without_bias(X, w, b):
    return sure(X @ w)


@wrong("neuron", "The bias is added after the activation; it belongs inside.")
def neuron_with_bias_outside(X, w, b):
    return b + sure(X @ w)


@wrong("neuron", "The bias is subtracted; it has to be added.")
def neuron_with_bias_subtracted(X, w, b):
    return sure(X @ w - b)


@wrong("neuron", "The activation is tanh; it has to be the sigmoid.")
def neuron_with_tanh(X, w, b):
    return np.tanh(b + X @ w)


@wrong("neuron", "The activation is the step; it has to be the sigmoid.")
def neuron_with_step(X, w, b):
    return (b + X @ w > 0) * 1.0


@wrong("neuron", "The bias is added once for each input; it is added once to the whole sum.")
def neuron_with_bias_in_every_term(X, w, b):
    return sure((X * w + b).sum(axis=1))


@wrong("neuron", "The weighted inputs are not added up: a neuron gives one number for each row.")
def neuron_not_summed(X, w, b):
    return sure(X * w + b)


# --- one_layer, ten_layers --------------------------------------------------------------------------------------------


@check("one_layer", points=2)
def one_layer_of_any_two(student, draw):
    """one_layer gives the W and the b of the one layer, for any two layers"""
    inputs, hidden, outputs = draw.sizes(3)
    args = draw.normal(inputs, hidden), draw.normal(hidden), draw.normal(hidden, outputs), draw.normal(outputs)
    assert_agrees(student.one_layer, reference.one_layer, *args, of="one_layer(W1, b1, W2, b2)", parts=("W", "b"))


@wrong("one_layer", "b1 is lost: it goes through the second layer, so b1 @ W2 is part of b.")
def first_bias_lost(W1, b1, W2, b2):
    return W1 @ W2, 1 * b2


@wrong("one_layer", "b1 is added to b2 as it is; it goes through the second layer, so b1 @ W2.")
def first_bias_not_passed_on(W1, b1, W2, b2):
    return W1 @ W2, b1 + b2


@wrong("one_layer", "b2 is lost: it is added at the end.")
def second_bias_lost(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2


@wrong("one_layer", "b1 does not pass W2: its sum is added to b2; multiply out (X W1 + b1) W2 + b2.")
def first_bias_summed(W1, b1, W2, b2):
    return W1 @ W2, b1.sum() + b2


@wrong("one_layer", "b2 is subtracted; it has to be added.")
def second_bias_subtracted(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2 - b2


@wrong("one_layer", "The two values are swapped: return W first, then b.")
def layer_swapped(W1, b1, W2, b2):
    return b1 @ W2 + b2, W1 @ W2


@wrong("one_layer", "W is transposed: its rows belong to the inputs, its columns to the outputs.")
def layer_transposed(W1, b1, W2, b2):
    return (W1 @ W2).T.copy(), b1 @ W2 + b2


@wrong("one_layer", "There is an activation between the layers here; the two layers are linear.")
def layer_with_sigmoid(W1, b1, W2, b2):
    return sure(W1) @ W2, sure(b1) @ W2 + b2


ten_layers = choice(
    "ten_layers",
    points=1,
    sentence="ten_layers says what ten linear layers can compute",
    answer="b",
    wrongs={
        "a": "The layers multiply weights with weights, never an input with itself: x stays at the first degree.",
        "c": "XOR needs two layers with an activation between them; without it two are one.",
        "d": "That takes an activation between the layers; without it any width gives a linear function.",
    },
)


# --- hidden_outputs, fit_output, universal_claim ----------------------------------------------------------------------


@check("hidden_outputs", points=2, uses=("sigmoid",))
def hidden_outputs_of_any_size(student, draw):
    """hidden_outputs(x, w, b) has a row for each x and a column for each hidden neuron, with any weights"""
    points, hidden = draw.sizes(2)
    x, w, b = draw.normal(points), draw.normal(hidden, scale=2), draw.normal(hidden)
    x[0] = 2
    assert_agrees(student.hidden_outputs, reference.hidden_outputs, x, w, b, of="hidden_outputs(x, w, b)")


@wrong("hidden_outputs", "The result is transposed: a row for each x, a column for each hidden neuron.")
def hidden_transposed(x, w, b):
    return reference.hidden_outputs(x, w, b).T.copy()


@wrong("hidden_outputs", "The sigmoid is missing.")
def hidden_linear(x, w, b):
    return np.outer(x, w) + b


@wrong("hidden_outputs", "The biases are missing.")
def hidden_without_biases(x, w, b):
    return sure(np.outer(x, w))


@wrong("hidden_outputs", "The bias is subtracted from x before the weight multiplies: it is w x + b.")
def hidden_with_centers(x, w, b):
    return sure(w * (x[:, None] - b))


@wrong("hidden_outputs", "The bias is subtracted; it has to be added.")
def hidden_biases_subtracted(x, w, b):
    return sure(np.outer(x, w) - b)


@wrong("hidden_outputs", "The hidden outputs are added up already; keep a column for each neuron.")
def hidden_summed(x, w, b):
    return reference.hidden_outputs(x, w, b).sum(axis=1)


def curve(draw, x):
    """A random curve on [0, 1], about as large and as bent as sin(2 pi x), and not 0 at the ends."""
    height, shift, slope = draw.number(0.8, 1.2), draw.number(0.5, 2.5), draw.number(-1, 1)
    return height * np.sin(2 * np.pi * x + shift) + slope * x + draw.number(1.5, 2.5)


def check_fit(student, x, y, w, b, of, between):
    """Check that the network comes near to y at x; `between` has other x and the right y there."""
    v, c = as_parts(student.fit_output(x, y, w, b), 2, of=of)
    v, c = as_numbers(v, of=f"v of {of}"), as_numbers(c, of=f"c of {of}")
    if v.shape != w.shape:
        raise Failure(f"v of {of} has shape {v.shape}, but should have {w.shape}", v, name="wrong-shape")
    if c.size != 1:
        raise Failure(f"c of {of} has shape {c.shape}, but should be one number", c, name="wrong-shape")
    for xs, ys in ((x, y), between):
        with np.errstate(all="ignore"):
            distance = np.abs(reference.hidden_outputs(xs, w, b) @ v.astype(float) + float(c.ravel()[0]) - ys)
        if not distance.max() < 0.01:
            raise Failure(
                f"the network with v and c of {of} is up to {distance.max():.3g} away from the curve; it can be nearer "
                "than 0.01",
                [v, c],
            )


@check("fit_output", points=1, uses=("sigmoid", "hidden_outputs"))
def fit_of_the_sine(student):
    """fit_output makes 20 sigmoids follow sin(2 pi x), nowhere 0.01 away"""
    r = reference
    finer = np.linspace(0, 1, 301)
    of = "fit_output for the sine"
    arguments = r.x_points, r.y_points, r.w_hidden, r.b_hidden
    check_fit(student, *arguments, of, (finer, np.sin(2 * np.pi * finer)))


@check("fit_output", points=2, uses=("sigmoid", "hidden_outputs"))
def fit_of_any_curve(student, draw):
    """fit_output makes sigmoids of another number and steepness follow other curves"""
    hidden, steepness, count = draw.integer(20, 26), draw.integer(28, 36), 2 * draw.integer(90, 120)
    middles, way = np.linspace(0, 1, hidden), np.where(np.arange(hidden) % 3, 1, -1)  # steps up and steps down
    w = way * steepness
    narrow = np.linspace(0, 1, count + 1), w, -np.rint(w * middles).astype(int)
    wide = np.arange(count + 1) - count // 2, w / count, -w * (middles - 0.5)
    for x, weights, biases in (narrow, wide):
        y = curve(draw, np.linspace(0, 1, count + 1))
        check_fit(student, x[::2], y[::2], weights, biases, "fit_output(x, y, w, b)", (x[1::2], y[1::2]))


def fitted(x, y, w, b):
    return reference.fit_output(x, y, w, b)


@wrong("fit_output", "The column of ones is missing, and c is 0: without it the curve cannot be lifted.")
def fit_without_c(x, y, w, b):
    return np.linalg.lstsq(reference.hidden_outputs(x, w, b), y, rcond=None)[0], 0.0


@wrong("fit_output", "c is set to the mean of y; it has to be looked for together with v.")
def fit_with_mean(x, y, w, b):
    return np.linalg.lstsq(reference.hidden_outputs(x, w, b), y, rcond=None)[0], float(np.mean(y))


@wrong("fit_output", "The mean of y is taken off first and put back as c; c has to be looked for together with v.")
def fit_around_the_mean(x, y, w, b):
    mean = float(np.mean(y))
    return np.linalg.lstsq(reference.hidden_outputs(x, w, b), y - mean, rcond=None)[0], mean


@wrong("fit_output", "The two values are swapped in the solution: c belongs to the column of ones.")
def fit_order_mixed(x, y, w, b):
    v, c = fitted(x, y, w, b)
    return np.concatenate([[c], v[:-1]]), v[-1]


@wrong("fit_output", "The signs of the heights are reversed.")
def fit_reversed(x, y, w, b):
    v, c = fitted(x, y, w, b)
    return -v, c


@wrong("fit_output", "The heights are the values of the curve at the steps; they have to be what each step adds.")
def fit_with_values(x, y, w, b):
    return np.interp(-b / w, x, y), 0.0


@wrong("fit_output", "The sigmoid is missing in the columns of A: sums of straight lines are a straight line.")
def fit_of_lines(x, y, w, b):
    A = np.column_stack([np.outer(x, w) + b, np.ones(len(x))])
    solution = np.linalg.lstsq(A, y, rcond=None)[0]
    return solution[:-1], solution[-1]


@wrong("fit_output", "Both are 0; let np.linalg.lstsq find them.")
def fit_of_zeros(x, y, w, b):
    return np.zeros(len(w)), 0.0


universal_claim = choice(
    "universal_claim",
    points=1,
    sentence="universal_claim names what the papers prove",
    answer="c",
    wrongs={
        "a": "The theorem says that such weights exist; it says nothing about finding them by training.",
        "b": "One sigmoid is one soft step; following a curve closely may take very many.",
        "d": "A network with sigmoids has no jumps, and it comes near to a function, it need not equal it.",
    },
)


# --- pictures ----------------------------------------------------------------------------------------------------------


@picture("plot_activations")
def activations_drawn(student):
    return figures("The activations", student, reference, "plot_activations", np.linspace(-3, 3, 61))

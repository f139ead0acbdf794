"""Hidden checks and known wrong answers of the network with a softmax output and the cross-entropy."""

import numpy as np

from autograder.checks import (
    as_parts,
    assert_agrees,
    assert_close,
    check,
    choice,
    known_outputs,
    number,
    reference_of,
    wrong,
)

reference = reference_of(__file__)
known = known_outputs(__file__)

ACTIVATIONS = ("sigmoid", "tanh", "relu")
TRAINED = ("O", "WH", "BH", "WO", "BO")


def targets(draw, batch, classes):
    """One-hot targets of random classes, as floats."""
    return np.eye(classes)[draw.integers(batch, low=0, high=classes - 1)]


def sizes_of_a_batch(draw):
    """How many rows and classes; a softmax over one class would always be 1."""
    batch, classes = draw.sizes(2)
    return batch, max(2, classes)


def net(draw, batch=None):
    """Inputs, targets and parameters of a random net whose batch and three layers all differ in size."""
    rows, inputs, hidden, classes = draw.sizes(4)
    rows, classes = batch or rows, max(2, classes)
    I = draw.normal(rows, inputs)
    return (
        I,
        targets(draw, rows, classes).astype(I.dtype),
        draw.parameter(inputs, hidden),
        draw.parameter(1, hidden),
        draw.parameter(hidden, classes),
        draw.parameter(1, classes),
    )


def book(lr=0.01, epochs=200):
    """The numbers of the lesson's small network, as the arguments of a training."""
    r = reference
    return r.I, r.T, r.WH0, r.BH0, r.WO0, r.BO0, lr, epochs


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


# --- one_hot ---------------------------------------------------------------------------------------------------------


@check("one_hot", points=1)
def one_hot_of_any_labels(student, draw):
    """one_hot(labels, classes) has a row for each label, also where some class does not occur"""
    batch, classes = sizes_of_a_batch(draw)
    labels = draw.integers(batch, low=0, high=classes - 2)
    labels[0] = 0
    assert_close(student.one_hot(labels, classes), reference.one_hot(labels, classes), of="one_hot(labels, classes)")


@wrong("one_hot", "The classes are counted from 1; here they are counted from 0.")
def classes_from_one(labels, classes):
    return np.eye(classes, dtype=int)[labels - 1]


@wrong("one_hot", "The result is transposed: it has one row for each example, (batch, classes).")
def one_hot_transposed(labels, classes):
    return np.eye(classes, dtype=int)[labels].T.copy()


@wrong("one_hot", "The number of columns is taken from the largest label; it has to be the argument classes.")
def columns_from_the_labels(labels, classes):
    return np.eye(labels.max() + 1, dtype=int)[labels]


@wrong("one_hot", "The label itself stands at its class; it has to be 1 there.")
def label_in_place_of_one(labels, classes):
    return np.eye(classes, dtype=int)[labels] * labels[:, None]


@wrong("one_hot", "0 and 1 are swapped: the 1 belongs at the class of the example.")
def one_hot_inverted(labels, classes):
    return 1 - np.eye(classes, dtype=int)[labels]


@wrong("one_hot", "The entries are True and False; make them the numbers 1 and 0.")
def one_hot_of_booleans(labels, classes):
    return labels[:, None] == np.arange(classes)


@wrong("one_hot", "Every entry up to the class is 1; only the entry at the class is.")
def ones_up_to_the_class(labels, classes):
    return 1 * (labels[:, None] >= np.arange(classes))


# --- softmax, row_sum, why_same ---------------------------------------------------------------------------------------


@check("softmax", points=1)
def softmax_by_hand(student):
    """softmax gives three shares for (1, 2, 3)"""
    Z = np.array([[1.0, 2.0, 3.0]])
    assert_agrees(student.softmax, reference.softmax, Z, of="softmax([[1, 2, 3]])", visible=True)


@check("softmax", points=2)
def softmax_of_any_batch(student, draw):
    """softmax(Z) is right in every row, for any batch and any number of classes"""
    Z = draw.normal(*sizes_of_a_batch(draw), scale=1.5)
    assert_agrees(student.softmax, reference.softmax, Z, of="softmax(Z)")


@check("softmax", points=1)
def softmax_of_large_logits(student, draw):
    """softmax(Z) is right where the logits of a row are near 1000, near -1000, or far from each other"""
    classes = draw.integer(3, 6)
    # Whole numbers: their differences are exact in float32 too.
    for start in (1000, -1000):
        Z = start + draw.integers(1, classes, low=0, high=4)
        assert_close(student.softmax(Z), reference.softmax(Z), of=f"softmax of one row near {start}")
    spread = np.array([[0, 1000], [2000, 0]])
    assert_close(student.softmax(spread), np.array([[0, 1], [1, 0]]), of="softmax([[0, 1000], [2000, 0]])")
    both = np.array([[1000], [-1000]]) + draw.integers(2, classes, low=0, high=4)
    assert_close(student.softmax(both), reference.softmax(both), of="softmax of a row near 1000 and one near -1000")


@wrong("softmax", "The maximum and the sum go over the whole array; each row has its own, with axis=1, keepdims=True.")
def over_the_whole_array(Z):
    exponentials = np.exp(Z - np.max(Z))
    return exponentials / np.sum(exponentials)


@wrong("softmax", "The sum goes over the whole array; each row has its own sum.")
def sum_over_the_whole_array(Z):
    exponentials = np.exp(Z - Z.max(axis=1, keepdims=True))
    return exponentials / np.sum(exponentials)


@wrong("softmax", "The maximum is that of the whole array, so a row far below it becomes 0 / 0; each row has its own.")
def maximum_of_the_whole_array(Z):
    with np.errstate(all="ignore"):
        exponentials = np.exp(Z - np.max(Z))
        return exponentials / exponentials.sum(axis=1, keepdims=True)


@wrong("softmax", "The sums go down the columns; each row is one example and sums to 1, so axis=1.")
def over_the_columns(Z):
    exponentials = np.exp(Z - Z.max(axis=0, keepdims=True))
    return exponentials / exponentials.sum(axis=0, keepdims=True)


@wrong("softmax", "The maximum is not subtracted, so the exponential overflows for large logits.")
def maximum_not_subtracted(Z):
    with np.errstate(all="ignore"):
        return np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)


@wrong("softmax", "The smallest entry is subtracted; subtract the largest, so that no exponent is above 0.")
def minimum_subtracted(Z):
    with np.errstate(all="ignore"):
        exponentials = np.exp(Z - Z.min(axis=1, keepdims=True))
        return exponentials / exponentials.sum(axis=1, keepdims=True)


@wrong("softmax", "The exponential is missing: these are the logits divided by their sum.")
def shares_without_exponential(Z):
    with np.errstate(all="ignore"):
        return Z / Z.sum(axis=1, keepdims=True)


@wrong("softmax", "This is a sigmoid of every entry; the entries of a row have to share one sum.")
def sigmoid_of_every_entry(Z):
    with np.errstate(all="ignore"):
        return sigmoid(Z)


@wrong("softmax", "The sign of the exponent is reversed: the largest logit gets the largest share.")
def softmax_exponent_negative(Z):
    return reference.softmax(-Z)


@wrong("softmax", "The exponentials are not divided by their sum.")
def sum_missing(Z):
    return np.exp(Z - Z.max(axis=1, keepdims=True))


@wrong("softmax", "This is the logarithm of the softmax; the shares themselves are asked for.")
def log_softmax(Z):
    return Z - Z.max(axis=1, keepdims=True) - np.log(sum_missing.answer(Z).sum(axis=1, keepdims=True))


row_sum = number(
    "row_sum",
    points=1,
    sentence="row_sum is the sum of one row when the whole array shares one sum",
    answer=0.5,
    wrongs={
        "one": (1.0, "1 is the sum of a row when each row has its own sum; here the two rows share one."),
        "two": (2.0, "A share of a sum cannot exceed it: all entries of both rows together sum to 1."),
        "one-entry": (1 / 6, "This is a sixth, the mean of an entry; add up the three entries of a row."),
        "a-third": (1 / 3, "The number of columns does not matter here: two equal rows share one sum."),
    },
)

why_same = choice(
    "why_same",
    points=1,
    sentence="why_same names the reason",
    answer="b",
    wrongs={
        "a": "That says nothing about the other entries: their exponentials change as well.",
        "c": "The result is exactly the same; in numbers that do not overflow both forms agree.",
        "d": "The shares themselves are the same, before any logarithm is taken.",
    },
)


# --- cross_entropy ----------------------------------------------------------------------------------------------------


@check("cross_entropy", points=1)
def cross_entropy_by_hand(student):
    """cross_entropy is -log(0.8) for the row worked by hand"""
    O, T = np.array([[0.2, 0.8]]), np.array([[0, 1]])
    of = "cross_entropy([[0.2, 0.8]], [[0, 1]])"
    assert_agrees(student.cross_entropy, reference.cross_entropy, O, T, of=of, visible=True)


@check("cross_entropy", points=2)
def cross_entropy_of_any_batch(student, draw):
    """cross_entropy(O, T) is the mean over the rows of any batch"""
    batch, classes = sizes_of_a_batch(draw)
    O, T = reference.softmax(draw.normal(batch, classes)), targets(draw, batch, classes)
    assert_agrees(student.cross_entropy, reference.cross_entropy, O, T, of="cross_entropy(O, T)")


@check("cross_entropy", points=1)
def cross_entropy_of_the_sure_and_wrong(student, draw):
    """cross_entropy(O, T) grows without end where the true class has next to no share"""
    share = draw.number(1e-20, 9e-20)
    O, T = np.array([[share, 0.25, 0.75], [0.5, 0.25, 0.25]]), np.array([[1, 0, 0], [0, 0, 1]])
    of = "cross_entropy of a row that is sure and wrong and one that is not"
    assert_agrees(student.cross_entropy, reference.cross_entropy, O, T, of=of)


@wrong(
    "cross_entropy", "The shares are limited from below; where the network is sure and wrong the error has no limit."
)
def entropy_of_clipped_shares(O, T):
    return -np.sum(T * np.log(np.clip(O, 1e-7, 1))) / len(O)


@wrong(
    "cross_entropy", "A small number is added to the shares; where the network is sure and wrong it hides the error."
)
def entropy_with_an_epsilon(O, T):
    return -np.sum(T * np.log(O + 1e-8)) / len(O)


@wrong("cross_entropy", "The sign is missing: logarithms of shares are below 0, the error is above.")
def entropy_sign_missing(O, T):
    return np.sum(T * np.log(O)) / len(O)


@wrong("cross_entropy", "This is the sum over the rows, which for one row is the mean; take the mean.")
def entropy_summed(O, T):
    return -np.sum(T * np.log(O))


@wrong("cross_entropy", "The mean is over all entries; sum over the classes, then take the mean over the rows.")
def entropy_of_all_entries(O, T):
    return -np.mean(T * np.log(O))


@wrong(
    "cross_entropy", "The sum of squares is another error; here it is minus the logarithm of the true class's share."
)
def squares_in_place(O, T):
    return np.sum((O - T) ** 2) / len(O)


@wrong("cross_entropy", "The logarithm is the natural one, np.log.")
def entropy_in_bits(O, T):
    return -np.sum(T * np.log2(O)) / len(O)


@wrong("cross_entropy", "The logarithm has the base 10; it is the natural one, np.log.")
def entropy_of_base_ten(O, T):
    return -np.sum(T * np.log10(O)) / len(O)


@wrong(
    "cross_entropy", "The other classes count too, as in the error of single yes-no outputs; only t log o is summed."
)
def binary_entropy(O, T):
    return -np.sum(T * np.log(O) + (1 - T) * np.log(1 - O)) / len(O)


@wrong("cross_entropy", "T is not used: only the share of the true class counts.")
def entropy_without_targets(O, T):
    return -np.sum(np.log(O)) / len(O)


@wrong("cross_entropy", "The logarithm is missing: this is one minus the true class's share, on average.")
def entropy_without_logarithm(O, T):
    return 1 - np.sum(T * O) / len(O)


@wrong("cross_entropy", "Each row has its own error here; take their mean, one number.")
def entropy_of_each_row(O, T):
    return -np.sum(T * np.log(O), axis=1)


@wrong("cross_entropy", "The roles are swapped: the outputs are under the logarithm, the targets in front of it.")
def entropy_swapped(O, T):
    with np.errstate(all="ignore"):
        return -np.sum(O * np.log(T)) / len(O)


@wrong("cross_entropy", "The error is multiplied by the number of the class; one-hot targets have a 1 there.")
def entropy_times_the_class(O, T):
    return -np.sum(T * np.log(O) * np.arange(T.shape[1])) / len(O)


# --- output_delta, numeric_delta --------------------------------------------------------------------------------------


@check("output_delta", points=1)
def output_delta_by_hand(student):
    """output_delta(O, T) is O - T for the single row worked by hand"""
    O, T = reference.softmax(np.array([[1.0, 2.0]])), np.array([[0, 1]])
    of = "output_delta([[0.2689, 0.7311]], [[0, 1]])"
    assert_agrees(student.output_delta, reference.output_delta, O, T, of=of, visible=True)


@check("output_delta", points=2)
def output_delta_of_any_batch(student, draw):
    """output_delta(O, T) is the derivative of the mean over the rows of any batch"""
    batch, classes = sizes_of_a_batch(draw)
    O, T = reference.softmax(draw.normal(batch, classes)), targets(draw, batch, classes)
    assert_agrees(student.output_delta, reference.output_delta, O, T, of="output_delta(O, T)")


@wrong("output_delta", "The mean over the rows is missing: divide O - T by the number of rows.")
def delta_not_averaged(O, T):
    return O - T


@wrong("output_delta", "The mean is over all entries; the cross-entropy takes it over the rows only.")
def delta_of_all_entries(O, T):
    return (O - T) / O.size


@wrong("output_delta", "The mean is over the classes; the cross-entropy takes it over the rows.")
def delta_of_the_classes(O, T):
    return (O - T) / O.shape[1]


@wrong("output_delta", "The sign is reversed: it is O - T.")
def delta_reversed(O, T):
    return (T - O) / len(O)


@wrong("output_delta", "The factor 2 belongs to the squared error; the cross-entropy has none.")
def delta_with_factor_two(O, T):
    return 2 * (O - T) / len(O)


@wrong("output_delta", "The slope of a sigmoid is multiplied in; O - T contains the slope of the softmax already.")
def delta_with_a_slope(O, T):
    return (O - T) / len(O) * O * (1 - O)


@wrong(
    "output_delta", "This is the derivative with respect to the outputs, -T / O; the one for the logits is asked for."
)
def delta_of_the_outputs(O, T):
    return -T / O / len(O)


@wrong("output_delta", "Only the true class gets an error here; the others have one too, their share.")
def delta_of_the_true_class(O, T):
    return T * (O - T) / len(O)


@check("numeric_delta", points=2, uses=("softmax", "cross_entropy"))
def numeric_delta_of_any_batch(student, draw):
    """numeric_delta(Z, T, h) moves one entry at a time up and down by h, for any batch and any h"""
    batch, classes = sizes_of_a_batch(draw)
    for h, kind in ((draw.number(0.3, 0.6), float), (draw.number(1.1, 1.5), int)):
        Z, T = draw.normal(batch, classes, whole=False), targets(draw, batch, classes).astype(kind)
        # The two errors nearly cancel: what each was rounded by stays, divided by h.
        rounding = np.full(Z.shape, reference.cross_entropy(reference.softmax(Z), T) / h)
        expected = reference.numeric_delta(Z, T, h)
        assert_close(student.numeric_delta(Z, T, h), expected, of="numeric_delta(Z, T, h)", conditioning=rounding)


def quotients(difference):
    """Difference quotients where `difference(error, move, h)` says what stands for one entry."""

    def numeric_delta(Z, T, h):
        error = lambda move: reference.cross_entropy(reference.softmax(Z + move), T)  # noqa: E731
        found = np.zeros(Z.shape)
        for index in np.ndindex(*Z.shape):
            move = np.zeros(Z.shape)
            move[index] = h
            found[index] = difference(error, move, h)
        return found

    return numeric_delta


@wrong("numeric_delta", "The entry is moved up only; move it up and down and divide by 2h.")
def moved_up_only(Z, T, h):
    return quotients(lambda error, move, h: (error(move) - error(0 * move)) / h)(Z, T, h)


@wrong("numeric_delta", "The entry is moved down only; move it up and down and divide by 2h.")
def moved_down_only(Z, T, h):
    return quotients(lambda error, move, h: (error(0 * move) - error(-move)) / h)(Z, T, h)


@wrong("numeric_delta", "From h below to h above is 2h: divide by that.")
def divided_by_h(Z, T, h):
    return quotients(lambda error, move, h: (error(move) - error(-move)) / h)(Z, T, h)


@wrong("numeric_delta", "Brackets are missing: (…) / (2 * h), not (…) / 2 * h.")
def multiplied_by_h(Z, T, h):
    return quotients(lambda error, move, h: (error(move) - error(-move)) / 2 * h)(Z, T, h)


@wrong("numeric_delta", "The sign is reversed: the error above minus the error below.")
def below_minus_above(Z, T, h):
    return quotients(lambda error, move, h: (error(-move) - error(move)) / (2 * h))(Z, T, h)


@wrong(
    "numeric_delta",
    "This is the derivative itself, or h is a tiny number of your own; move the entries by the argument h.",
)
def h_of_its_own(Z, T, h):
    return reference.numeric_delta(Z, T, 1e-4)


@wrong("numeric_delta", "Each row has its own error here; the mean over the rows is missing.")
def quotients_of_the_sum(Z, T, h):
    return reference.numeric_delta(Z, T, h) * len(Z)


# --- activate, activate_backward --------------------------------------------------------------------------------------


@check("activate", points=2)
def activate_any_array(student, draw):
    """activate(X, activation) is right for each of the three names, below 0, at 0 and above"""
    X = draw.normal(*draw.sizes(2), scale=2)
    X.flat[:3] = 0, -1.5, draw.number(7, 12)
    for activation in reversed(ACTIVATIONS):  # so that one formula for all is told from a wrong tanh
        of = f"activate(X, {activation!r})"
        assert_agrees(student.activate, reference.activate, X, activation, of=of)
    near = np.array([[0.004, -0.003, 0.0], [-0.02, draw.number(7, 12), 0.02]])
    assert_agrees(student.activate, reference.activate, near, "relu", of="activate(X, 'relu')")


@wrong("activate", "The sign in the exponent of the sigmoid is reversed: it is exp(-X).")
def activate_exponent_positive(X, activation):
    return reference.activate(-X if activation == "sigmoid" else X, activation)


@wrong("activate", "The argument activation is not used: this is always a sigmoid.")
def activate_always_sigmoid(X, activation):
    return sigmoid(X)


@wrong("activate", "tanh is the sigmoid here; tanh goes from -1 to 1.")
def activate_tanh_is_sigmoid(X, activation):
    return sigmoid(X) if activation == "tanh" else reference.activate(X, activation)


@wrong("activate", "The ReLU is 1 where X > 0; it keeps X itself there.")
def activate_relu_is_step(X, activation):
    return (X > 0) * 1.0 if activation == "relu" else reference.activate(X, activation)


@wrong("activate", "The ReLU is the absolute value here; it makes negative entries 0.")
def activate_relu_is_absolute(X, activation):
    return np.abs(X) if activation == "relu" else reference.activate(X, activation)


@wrong("activate", "The ReLU leaks where X is negative; it has to be 0 there.")
def activate_relu_leaks(X, activation):
    return np.where(X > 0, X, 0.01 * X) if activation == "relu" else reference.activate(X, activation)


@check("activate_backward", points=2)
def activate_backward_any_array(student, draw):
    """activate_backward(Hb, H, activation) is Hb times the slope at the output H, for each of the three names"""
    shape = draw.sizes(2)
    relu = np.maximum(0, draw.normal(*shape))
    relu.flat[:2] = 0, 2
    for activation, H in zip(
        ACTIVATIONS,
        (draw.uniform(*shape, low=0.1, high=0.9), draw.uniform(*shape, low=-0.9, high=0.9), relu),
        strict=True,
    ):
        of = f"activate_backward(Hb, H, {activation!r})"
        assert_agrees(student.activate_backward, reference.activate_backward, draw.normal(*shape), H, activation, of=of)
    Hb, H = draw.normal(2, 3), np.array([[0.0, 0.003, draw.number(7, 12)], [0.02, 0.0, draw.number(700, 1200)]])
    of = "activate_backward(Hb, H, 'relu')"
    assert_agrees(student.activate_backward, reference.activate_backward, Hb, H, "relu", of=of)


@wrong("activate_backward", "Hb is not used; it multiplies the slope.")
def slope_alone(Hb, H, activation):
    return reference.activate_backward(np.ones(H.shape), H, activation)


@wrong("activate_backward", "The slope is missing: Hb goes through unchanged.")
def slope_left_out(Hb, H, activation):
    return Hb.copy()


@wrong("activate_backward", "The slopes of sigmoid and tanh are swapped.")
def slopes_swapped(Hb, H, activation):
    return reference.activate_backward(Hb, H, {"sigmoid": "tanh", "tanh": "sigmoid", "relu": "relu"}[activation])


@wrong("activate_backward", "The argument activation is not used: this is always the slope of the sigmoid.")
def slope_always_of_sigmoid(Hb, H, activation):
    return Hb * H * (1 - H)


@wrong("activate_backward", "The slope is taken as if H were the input; H is already the output of the activation.")
def slope_at_the_input(Hb, H, activation):
    return reference.activate_backward(Hb, reference.activate(H, activation), activation)


@wrong("activate_backward", "Brackets are missing in the slope of tanh: Hb * (1 - H**2), not Hb * 1 - H**2.")
def tanh_brackets_missing(Hb, H, activation):
    return Hb * 1 - H**2 if activation == "tanh" else reference.activate_backward(Hb, H, activation)


@wrong("activate_backward", "The ReLU lets the error through where H is 0; it passes only where H > 0 (not >=).")
def relu_passes_at_zero(Hb, H, activation):
    return Hb * (H >= 0) if activation == "relu" else reference.activate_backward(Hb, H, activation)


@wrong("activate_backward", "The ReLU multiplies the error by its output; its slope is 1 where H > 0.")
def relu_times_its_output(Hb, H, activation):
    return Hb * H if activation == "relu" else reference.activate_backward(Hb, H, activation)


@wrong("activate_backward", "The ReLU looks at the error; whether it passes depends on the output H.")
def relu_of_the_error(Hb, H, activation):
    return np.maximum(0, Hb) if activation == "relu" else reference.activate_backward(Hb, H, activation)


# --- forward ----------------------------------------------------------------------------------------------------------


@check("forward", points=1, uses=("softmax", "activate"))
def forward_by_hand(student):
    """forward gives H and O for the numbers worked by hand, with a sigmoid"""
    r = reference
    args = (r.I, r.WH0, r.BH0, r.WO0, r.BO0, "sigmoid")
    of = "forward(I, WH, BH, WO, BO, 'sigmoid')"
    assert_agrees(student.forward, r.forward, *args, of=of, parts=("H", "O"), visible=True)


@check("forward", points=2, uses=("softmax", "activate"))
def forward_of_any_net(student, draw):
    """forward gives H and O for any batch, any sizes and each of the three activations"""
    for activation in ACTIVATIONS:
        I, _, *parameters = net(draw)
        of = f"forward(I, WH, BH, WO, BO, {activation!r})"
        assert_agrees(student.forward, reference.forward, I, *parameters, activation, of=of, parts=("H", "O"))


def wrong_forward(hidden=None, output=None, swapped=False):
    """A forward pass with another activation of the hidden or of the output layer."""

    def forward(I, WH, BH, WO, BO, activation):
        H = (hidden or reference.activate)(I @ WH + BH, activation)
        O = (output or reference.softmax)(H @ WO + BO)
        return (O, H) if swapped else (H, O)

    return forward


@wrong("forward", "The output layer has the hidden activation too; it has to be the softmax.")
def activation_in_both_layers(*args):
    return wrong_forward(output=lambda Z: reference.activate(Z, args[-1]))(*args)


@wrong("forward", "The softmax is taken of an activation; it takes the weighted sums themselves.")
def softmax_of_an_activation(*args):
    return wrong_forward(output=lambda Z: reference.softmax(reference.activate(Z, args[-1])))(*args)


@wrong("forward", "The hidden layer has a softmax too; it has to have the argument activation.")
def softmax_in_both_layers(*args):
    return wrong_forward(hidden=lambda Z, _: reference.softmax(Z))(*args)


@wrong("forward", "The hidden layer always has a sigmoid; it has to have the argument activation.")
def forward_always_sigmoid(*args):
    return wrong_forward(hidden=lambda Z, _: sigmoid(Z))(*args)


@wrong("forward", "The activation is missing in the hidden layer.")
def hidden_layer_linear(*args):
    return wrong_forward(hidden=lambda Z, _: Z)(*args)


@wrong("forward", "The softmax is missing: these are the logits.")
def logits_returned(*args):
    return wrong_forward(output=lambda Z: Z)(*args)


@wrong("forward", "The biases BH and BO are missing.")
def forward_without_biases(I, WH, BH, WO, BO, activation):
    return reference.forward(I, WH, 0 * BH, WO, 0 * BO, activation)


@wrong("forward", "The output layer's bias BO is missing.")
def forward_without_output_bias(I, WH, BH, WO, BO, activation):
    return reference.forward(I, WH, BH, WO, 0 * BO, activation)


@wrong("forward", "The two values are swapped: return H first, then O.")
def forward_swapped(*args):
    return wrong_forward(swapped=True)(*args)


@wrong("forward", "The softmax goes over the whole array; each row of the batch sums to 1.")
def forward_over_the_whole_array(*args):
    return wrong_forward(output=over_the_whole_array.answer)(*args)


# --- train ------------------------------------------------------------------------------------------------------------

BLANKS_OF_TRAINING = ("softmax", "output_delta", "activate", "activate_backward", "forward")


def wrong_epoch(
    I, T, WH, BH, WO, BO, lr, activation, *, delta=None, back=None, early=False, rows=np.sum, direction=-1, keep=()
):
    """One epoch of training, right unless a mistake is switched on: O, then the new parameters."""
    r = reference
    H = r.activate(I @ WH + BH, activation)
    O = r.softmax(H @ WO + BO)
    Ob = (delta or r.output_delta)(O, T)
    back_through = WO - lr * H.T @ Ob if early else WO
    Hb = (back or r.activate_backward)(Ob @ back_through.T, H, activation)
    slopes = I.T @ Hb, rows(Hb, axis=0, keepdims=True), H.T @ Ob, rows(Ob, axis=0, keepdims=True)
    moved = [p + direction * lr * g for p, g in zip((WH, BH, WO, BO), slopes, strict=True)]
    return O, tuple(old if i in keep else new for i, (old, new) in enumerate(zip((WH, BH, WO, BO), moved, strict=True)))


def train_wrongly(*args, **mistake):
    """A training whose epochs have this mistake; the arguments are those of train."""
    I, T, WH, BH, WO, BO, lr, epochs, activation = args
    parameters = WH, BH, WO, BO
    for _ in range(epochs):
        O, parameters = wrong_epoch(I, T, *parameters, lr, activation, **mistake)
    return O, *parameters


def slope_missing(Hb, H, activation):
    return Hb


def with_output_slope(O, T):
    return reference.output_delta(O, T) * O * (1 - O)


def of_squared_error(O, T):
    return 2 * (O - T) / O.size


@check("train", points=1, uses=BLANKS_OF_TRAINING)
def train_of_the_table(student):
    """train gives the three lines of the table after 200 epochs"""
    for activation in ACTIVATIONS:
        of = f"train(…, epochs=200, activation={activation!r})"
        assert_agrees(student.train, reference.train, *book(), activation, of=of, parts=TRAINED, visible=True)


@check("train", points=2, uses=BLANKS_OF_TRAINING)
def train_step_by_step(student, draw):
    """train is right after one, two and three epochs for any net, learning rate and activation"""
    for activation in ACTIVATIONS:
        arrays = net(draw)
        lr = draw.number(0.3, 1.5)
        for epochs in (1, 2, 3):
            of = f"train(…, epochs={epochs}, activation={activation!r})"
            assert_agrees(student.train, reference.train, *arrays, lr, epochs, activation, of=of, parts=TRAINED)


def check_known(function, reference_function, biases):
    """Compare with what TensorFlow made, its biases turned to the shape that `function` gives them."""
    for activation in ACTIVATIONS:
        case = known[activation]
        arrays = [np.array(array) for array in case["inputs"].values()]
        args = (*arrays, case["lr"], case["epochs"], activation)
        expected = [np.array(case["outputs"][name]) for name in TRAINED]
        expected[2], expected[4] = expected[2].reshape(biases), expected[4].reshape(biases)
        of = f"the training with {activation!r}"
        assert_agrees(function, reference_function, *args, of=of, parts=TRAINED, expected=expected)


@check("train", points=1, uses=BLANKS_OF_TRAINING)
def train_agrees_with_tensorflow(student):
    """train arrives where TensorFlow arrived with the same nets"""
    check_known(student.train, reference.train, biases=(1, -1))


@wrong("train", "The slope of the hidden activation is missing: Ob @ WO.T has to pass activate_backward with H.")
def hidden_slope_missing(*args):
    return train_wrongly(*args, back=slope_missing)


@wrong("train", "The hidden error always has the slope of the sigmoid; it depends on the activation.")
def hidden_slope_of_sigmoid(*args):
    return train_wrongly(*args, back=slope_always_of_sigmoid.answer)


@wrong("train", "Ob is multiplied by O * (1 - O); O - T contains the slope of the softmax already.")
def output_slope_added(*args):
    return train_wrongly(*args, delta=with_output_slope)


@wrong("train", "The output error is that of the mean squared error; the cross-entropy has (O - T) / rows.")
def trained_on_squares(*args):
    return train_wrongly(*args, delta=of_squared_error)


@wrong("train", "The mean over the rows is missing in the gradients; take output_delta, which divides by the rows.")
def trained_on_the_sum(*args):
    return train_wrongly(*args, delta=delta_not_averaged.answer)


@wrong("train", "WO is updated before the hidden error is computed with it; compute all gradients first.")
def updated_too_early(*args):
    return train_wrongly(*args, early=True)


@wrong("train", "The biases' gradients are means over the rows; the mean is in Ob already, so sum.")
def biases_averaged(*args):
    return train_wrongly(*args, rows=np.mean)


@wrong("train", "The parameters move along the gradient; to make the error smaller subtract lr times it.")
def uphill(*args):
    return train_wrongly(*args, direction=1)


@wrong("train", "The learning rate is missing in the updates.")
def learning_rate_missing(*args):
    return train_wrongly(*args[:6], 1.0, *args[7:])


@wrong("train", "Only the output layer is trained; WH and BH are never updated.")
def hidden_layer_kept(*args):
    return train_wrongly(*args, keep=(0, 1))


@wrong("train", "The loop runs once; every epoch has to start from the weights of the epoch before.")
def one_epoch_only(*args):
    return reference.train(*args[:7], 1, args[8])


@wrong("train", "The biases are never updated.")
def biases_kept(*args):
    return train_wrongly(*args, keep=(1, 3))


@wrong("train", "O is computed once more after the last update; return the outputs before it.")
def outputs_after_the_update(I, T, WH, BH, WO, BO, lr, epochs, activation):
    _, *parameters = reference.train(I, T, WH, BH, WO, BO, lr, epochs, activation)
    return reference.train(I, T, *parameters, lr, 1, activation)[0], *parameters


# --- why_bias_sum -----------------------------------------------------------------------------------------------------

why_bias_sum = choice(
    "why_bias_sum",
    points=1,
    sentence="why_bias_sum names the reason",
    answer="d",
    wrongs={
        "a": "They began alike and yet ended at 0.1 and 1.1; where they began says nothing about their sum.",
        "b": "The softmax changes no bias; the biases move along their gradient, the sum of Ob over the rows.",
        "c": "One learning rate for all is not enough: with the squared error the sum of the biases does change.",
    },
)


# --- evaluate ---------------------------------------------------------------------------------------------------------


@check("evaluate", points=2)
def evaluate_any_batch(student, draw):
    """evaluate(O, labels) gives the accuracy and the wrong rows of any batch, also where some are right by a small share"""
    batch, classes = draw.choice([7, 9]), draw.integer(4, 5)  # the accuracy has many decimals
    labels = draw.integers(batch, low=0, high=classes - 1)
    logits = draw.uniform(batch, classes, low=0.0, high=0.5)
    answers = labels.copy()
    wrong_rows = np.array([1, 2, batch - 1])
    answers[wrong_rows] = (labels[wrong_rows] + draw.integers(3, low=1, high=classes - 1)) % classes
    # The largest share is below a half, and the next one is near it; one row is sure and right.
    rows = np.arange(batch)
    logits[rows, (answers + 1) % classes], logits[rows, answers] = 0.7, draw.uniform(batch, low=0.702, high=0.705)
    logits[3, labels[3]] = 4.0
    assert_evaluated(student, reference.softmax(logits), labels)


@check("evaluate", points=1)
def evaluate_all_right_and_all_wrong(student, draw):
    """evaluate(O, labels) is right where no row is wrong, where all are, and for one row"""
    batch = draw.integer(3, 5)
    labels = (np.arange(batch) + 1) % batch
    O = reference.softmax(3 * np.eye(batch)[labels] + draw.uniform(batch, batch, low=0.0, high=0.5))
    assert_evaluated(student, O, labels)
    assert_evaluated(student, O, (labels + 1) % batch)
    assert_evaluated(student, O[-1:], labels[-1:])


def assert_evaluated(student, O, labels):
    rate, rows = as_parts(student.evaluate(O, labels), 2, of="evaluate(O, labels)")
    expected_rate, expected_rows = reference.evaluate(O, labels)
    assert_close(rate, expected_rate, of="the accuracy of evaluate(O, labels)")
    assert_close(rows, expected_rows, of="the wrong rows of evaluate(O, labels)")


@wrong("evaluate", "This is the number of right rows; the accuracy is their share of all rows.")
def rows_counted(O, labels):
    rate, rows = reference.evaluate(O, labels)
    return rate * len(O), rows


@wrong("evaluate", "The accuracy is in percent; a number from 0 to 1 is asked for.")
def accuracy_in_percent(O, labels):
    rate, rows = reference.evaluate(O, labels)
    return 100 * rate, rows


@wrong("evaluate", "This is the share of the wrong rows; the accuracy is that of the right ones.")
def share_of_the_wrong(O, labels):
    rate, rows = reference.evaluate(O, labels)
    return 1 - rate, rows


@wrong("evaluate", "These are the rows that are right; those that are wrong are asked for.")
def right_rows(O, labels):
    rate, rows = reference.evaluate(O, labels)
    return rate, np.setdiff1d(np.arange(len(O)), rows)


@wrong("evaluate", "There is True or False for each row; the numbers of the wrong rows are asked for.")
def wrong_rows_as_booleans(O, labels):
    rate, _ = reference.evaluate(O, labels)
    return rate, (O.argmax(axis=1) != labels).astype(int)


@wrong("evaluate", "A row counts as right only if the share is above a half; the largest share is the answer.")
def above_a_half(O, labels):
    right = O[np.arange(len(O)), labels] > 0.5
    return right.mean(), np.flatnonzero(~right)


@wrong(
    "evaluate", "This is the mean share of the true class; count the rows whose largest output is at the true class."
)
def mean_share(O, labels):
    return O[np.arange(len(O)), labels].mean(), reference.evaluate(O, labels)[1]


@wrong("evaluate", "The two values are swapped: return the accuracy first, then the wrong rows.")
def evaluate_swapped(O, labels):
    return reference.evaluate(O, labels)[::-1]


@wrong("evaluate", "The rows are counted from 1; here they are counted from 0.")
def rows_from_one(O, labels):
    rate, rows = reference.evaluate(O, labels)
    return rate, rows + 1


# --- TensorFlow -------------------------------------------------------------------------------------------------------


def forward_reference(*args):
    return reference.forward(*args)[1]


@check("keras_forward", points=2, library="tensorflow", draws=1)
def keras_forward_of_any_net(student, draw):
    """keras_forward gives the outputs of any net with any of the three activations"""
    for activation in ACTIVATIONS:
        I, _, *parameters = net(draw)
        of = f"keras_forward(…, activation={activation!r})"
        assert_agrees(student.keras_forward, forward_reference, I, *parameters, activation, of=of)


@wrong("keras_forward", "The output layer has the hidden activation; it has to be the softmax.")
def keras_hidden_activation_twice(I, WH, BH, WO, BO, activation):
    return reference.activate(reference.activate(I @ WH + BH, activation) @ WO + BO, activation)


@wrong("keras_forward", "The output layer has no activation: these are the logits.")
def keras_logits(I, WH, BH, WO, BO, activation):
    return reference.activate(I @ WH + BH, activation) @ WO + BO


@wrong("keras_forward", "The hidden layer has no activation.")
def keras_hidden_linear(I, WH, BH, WO, BO, activation):
    return reference.softmax((I @ WH + BH) @ WO + BO)


@wrong("keras_forward", "The biases were not set: a new layer's biases are 0.")
def keras_biases_not_set(I, WH, BH, WO, BO, activation):
    return forward_reference(I, WH, 0 * BH, WO, 0 * BO, activation)


@wrong("keras_forward", "The hidden layer has a sigmoid, whatever the argument activation says.")
def keras_always_sigmoid(I, WH, BH, WO, BO, activation):
    return forward_reference(I, WH, BH, WO, BO, "sigmoid")


@wrong("keras_forward", "The hidden layer has a softmax too; it has to have the argument activation.")
def keras_softmax_twice(I, WH, BH, WO, BO, activation):
    return reference.softmax(reference.softmax(I @ WH + BH) @ WO + BO)


def keras_biases(trained):
    """What NumPy's train returns, with the biases as Keras keeps them."""
    O, WH, BH, WO, BO = trained
    return O, WH, BH[0], WO, BO[0]


def train_reference(*args):
    return keras_biases(reference.train(*args))


@check("keras_train", points=2, library="tensorflow", draws=1)
def keras_train_step_by_step(student, draw):
    """keras_train is right after one, two and three epochs for any net, learning rate and activation"""
    for activation, epochs in zip(ACTIVATIONS, (1, 2, 3), strict=True):
        # fit takes 32 rows at a time unless it is told the size of a batch
        args = (*net(draw, batch=40 if epochs == 1 else None), draw.number(0.3, 0.9), epochs, activation)
        of = f"keras_train(…, epochs={epochs}, activation={activation!r})"
        assert_agrees(student.keras_train, train_reference, *args, of=of, parts=TRAINED)


@check("keras_train", points=2, library="tensorflow")
def keras_train_as_known(student):
    """keras_train arrives where TensorFlow arrived before with the same nets"""
    check_known(student.keras_train, train_reference, biases=-1)


@wrong("keras_train", "The learning rate is not passed on: SGD() alone takes 0.01.")
def keras_default_learning_rate(*args):
    return train_reference(*args[:6], 0.01, *args[7:])


@wrong("keras_train", "The loss is the mean of the squares; compile with CategoricalCrossentropy.")
def keras_squared_loss(*args):
    def through_softmax(O, T):
        slope = 2 * (O - T) / O.size
        return O * (slope - (slope * O).sum(axis=1, keepdims=True))

    return keras_biases(train_wrongly(*args, delta=through_softmax))


@wrong("keras_train", "O is computed after the last update; return the outputs before it.")
def keras_outputs_after_the_update(*args):
    return keras_biases(outputs_after_the_update.answer(*args))


@wrong("keras_train", "The model is not trained: these are the weights it began with.")
def keras_not_trained(*args):
    return train_reference(*args[:6], 0.0, *args[7:])


@wrong("keras_train", "The model is trained for one epoch too few.")
def keras_one_epoch_less(*args):
    I, T, WH, BH, WO, BO, lr, epochs, activation = args
    parameters = WH, BH, WO, BO
    if epochs > 1:
        _, *parameters = reference.train(I, T, *parameters, lr, epochs - 1, activation)
    return keras_biases((reference.train(*args)[0], *parameters))


@wrong("keras_train", "The hidden layer has a sigmoid, whatever the argument activation says.")
def keras_trained_with_sigmoid(*args):
    return train_reference(*args[:8], "sigmoid")


def keras_in_batches(size, I, T, WH, BH, WO, BO, lr, epochs, activation):
    parameters = WH, BH, WO, BO
    for _ in range(epochs):
        O = forward_reference(I, *parameters, activation)
        for start in range(0, len(I), size):
            rows = slice(start, start + size)
            _, parameters = wrong_epoch(I[rows], T[rows], *parameters, lr, activation)
    return keras_biases((O, *parameters))


@wrong("keras_train", "Each row takes a step of its own; one step is made on the whole batch (batch_size).")
def keras_row_by_row(*args):
    return keras_in_batches(1, *args)


@wrong("keras_train", "fit makes a step for each 32 rows; train on the whole batch: say the batch_size.")
def keras_batches_of_32(*args):
    return keras_in_batches(32, *args)

"""Hidden checks and known wrong answers of the dense layer."""

import numpy as np

from autograder.checks import (
    Failure,
    as_numbers,
    as_parts,
    assert_agrees,
    assert_equal,
    check,
    choice,
    known_outputs,
    reference_of,
    wrong,
)

reference = reference_of(__file__)
known = known_outputs(__file__)

TRAINED = ("Y", "W", "B")


def layer(draw):
    """Inputs, targets and parameters of a random layer; batch, inputs and outputs all differ."""
    batch, inputs, outputs = draw.sizes(3)
    return (
        draw.normal(batch, inputs),
        draw.normal(batch, outputs),
        draw.normal(inputs, outputs, whole=False),
        draw.normal(1, outputs, whole=False),
    )


def nearly_trained(draw):
    """A layer whose error is small from the start."""
    X, T, W, B = layer(draw)
    return X, X @ W + B + draw.normal(*T.shape, scale=0.01, whole=False), W, B


def far_from_trained(draw):
    """A layer with targets far away, and a learning rate that takes hundreds of epochs. So many roundings add up."""
    X, T, W, B = layer(draw)
    return X, 30 * T, W, B, draw.number(0.002, 0.004)


def far_apart(draw):
    """Outputs and targets with differences of some thousands."""
    batch, outputs = draw.sizes(2)
    return draw.signed(4000, 9000) + draw.normal(batch, outputs, whole=False), draw.normal(batch, outputs, whole=False)


def outputs_and_targets(draw):
    """Outputs and targets of any batch; where they are whole numbers, what is computed of them is not."""
    batch, outputs = draw.sizes(2)
    Y, T = draw.normal(batch, outputs, scale=3, whole=False), draw.normal(batch, outputs, scale=4)
    if T.dtype.kind == "i":  # both are, so that who takes T off a copy of Y is right
        Y = np.rint(Y).astype(int)
        while (total := ((Y - T) ** 2).sum()) % 2 == 0 or total % Y.size == 0 or not (2 * (Y - T) % Y.size).any():
            T[0, 0] += 1
    return Y, T


# --- forward ----------------------------------------------------------------------------------------------------------


@check("forward", points=1)
def forward_of_the_book(student):
    """forward(X, W, B) is [[19, 30]] for the numbers of the book"""
    r = reference
    assert_agrees(student.forward, r.forward, r.X, r.W0, r.B0, of="forward(X, W, B)", visible=True)


@check("forward", points=1)
def forward_of_any_layer(student, draw):
    """forward(X, W, B) is right for any batch and any sizes"""
    X, _, W, B = layer(draw)
    for args in ((X, W, B), (0.5 * X, np.rint(3 * W).astype(int), B), (0.5 * X, W, np.rint(3 * B).astype(int))):
        assert_agrees(student.forward, reference.forward, *args, of="forward(X, W, B)")


@wrong("forward", "The bias is missing: add B.")
def without_bias(X, W, B):
    return X @ W


@wrong("forward", "The bias is subtracted; it has to be added.")
def bias_subtracted(X, W, B):
    return X @ W - B


@wrong("forward", "The weights are transposed: each column of W belongs to one output, so it is X @ W.")
def weights_transposed(X, W, B):
    return X @ W.T + B


@wrong("forward", "The bias goes through the weights too: multiply X alone with W, then add B.")
def bias_inside(X, W, B):
    return (X + np.resize(B, X.shape)) @ W


@wrong("forward", "There is a sigmoid around it; this layer is linear.")
def with_sigmoid(X, W, B):
    return 1 / (1 + np.exp(-(X @ W + B)))


# --- as_text ----------------------------------------------------------------------------------------------------------


@check("as_text", points=1)
def text_of_any_number(student, draw):
    """as_text(x) has three decimals and at least six characters, for any number"""
    numbers = [-12.34567, 3.16, 0.0, 1234.5, draw.number(-9.0, 9.0), draw.number(100.0, 900.0)]
    for x in numbers:
        found, expected = student.as_text(x), reference.as_text(x)
        if not isinstance(found, str):
            assert_equal(found, expected, of=f"as_text({x:g})")
        if found.strip() != expected.strip():
            raise Failure(f"as_text({x:g}) is {found!r}, which is not the right text", found, expected)
        if found != expected:
            cause = f"as_text({x:g}) is {found!r}: it has to be at least six characters wide, the number at the right"
            raise Failure(cause, found, expected, name="wrong-width")


@wrong("as_text", "It is six characters wide, but without a fixed number of decimals.")
def without_decimals(x):
    return f"{x:6}"


@wrong("as_text", "These are three digits in all; three decimals are asked for, with an f.")
def three_digits(x):
    return f"{x:6.3g}"


@wrong("as_text", "These are two decimals; three are asked for.")
def two_decimals(x):
    return f"{x:6.2f}"


@wrong("as_text", "The number is rounded, but as a number it has no fixed width; return a text.")
def rounded_number(x):
    return round(x, 3)


why_no_decimals = choice(
    "why_no_decimals",
    points=1,
    sentence="why_no_decimals names the reason",
    answer="b",
    wrongs={
        "a": "Nothing is rounded: 2 * 3 + 3 * 4 + 1 is exactly 19.",
        "c": "The formatter is set before the loop, and the weights of that epoch are printed with decimals.",
        "d": "NumPy would print such floats with decimals here: Keras's are printed as 19.000 and 30.000.",
    },
)


# --- half_sum, mean_square --------------------------------------------------------------------------------------------


@check("half_sum", points=1)
def half_sum_of_any_batch(student, draw):
    """half_sum(Y, T) is half the sum of the squared differences"""
    for args in (outputs_and_targets(draw), far_apart(draw)):
        assert_agrees(student.half_sum, reference.half_sum, *args, of="half_sum(Y, T)")


@wrong("half_sum", "The half is missing.")
def half_missing(Y, T):
    return np.sum((Y - T) ** 2)


@wrong("half_sum", "This is the mean of the squares; half their sum is asked for.")
def mean_for_half_sum(Y, T):
    return np.mean((Y - T) ** 2)


@wrong("half_sum", "This is half the mean; half the sum is asked for.")
def half_the_mean(Y, T):
    return np.mean((Y - T) ** 2) / 2


@wrong("half_sum", "The squares are missing.")
def squares_missing(Y, T):
    return np.sum(Y - T) / 2


@wrong("half_sum", "It is summed over the rows only; sum over all entries, to one number.")
def summed_over_rows_only(Y, T):
    return np.sum((Y - T) ** 2, axis=0) / 2


@check("mean_square", points=2, uses=("half_sum",))
def mean_square_of_any_batch(student, draw):
    """mean_square(Y, T) is the mean over the whole batch"""
    for args in (outputs_and_targets(draw), far_apart(draw)):
        assert_agrees(student.mean_square, reference.mean_square, *args, of="mean_square(Y, T)")


@wrong("mean_square", "The mean over the batch is missing: divide by rows times outputs, not by outputs alone.")
def mean_over_outputs_only(Y, T):
    return np.sum((Y - T) ** 2) / Y.shape[1]


@wrong("mean_square", "It is divided by the rows only: divide by rows times outputs.")
def mean_over_rows_only(Y, T):
    return np.sum((Y - T) ** 2) / len(Y)


@wrong("mean_square", "This is half the sum; the mean is asked for.")
def half_sum_for_mean(Y, T):
    return np.sum((Y - T) ** 2) / 2


@wrong("mean_square", "The mean is missing: this is the sum.")
def sum_for_mean(Y, T):
    return np.sum((Y - T) ** 2)


@wrong("mean_square", "The root is taken; the mean square itself is asked for.")
def root_of_the_mean(Y, T):
    return np.sqrt(np.mean((Y - T) ** 2))


@wrong("mean_square", "These are absolute differences; square them.")
def absolute_differences(Y, T):
    return np.mean(np.abs(Y - T))


# --- half_delta, output_delta -----------------------------------------------------------------------------------------


@check("half_delta", points=1)
def half_delta_of_any_batch(student, draw):
    """half_delta(Y, T) is the derivative of half_sum"""
    Y, T = outputs_and_targets(draw)
    for args in ((Y, T), (0.3 * Y, np.rint(T).astype(int)), far_apart(draw)):
        assert_agrees(student.half_delta, reference.half_delta, *args, of="half_delta(Y, T)")


@wrong("half_delta", "The sign is reversed: it is Y - T.")
def half_delta_reversed(Y, T):
    return T - Y


@wrong("half_delta", "The 2 of the square and the half cancel; there is a factor 2 too many.")
def half_delta_doubled(Y, T):
    return 2 * (Y - T)


@wrong("half_delta", "The half is kept although the square has brought a 2 down.")
def half_delta_halved(Y, T):
    return (Y - T) / 2


@wrong("half_delta", "This is the error, squared; its derivative is asked for.")
def half_delta_squared(Y, T):
    return (Y - T) ** 2 / 2


@check("output_delta", points=1, uses=("half_delta",))
def output_delta_of_the_book(student):
    """output_delta(Y, T) is [[-8, 60]] for the numbers of the book"""
    Y = np.array([[19.0, 30.0]])
    assert_agrees(student.output_delta, reference.output_delta, Y, reference.T, of="output_delta(Y, T)", visible=True)


@check("output_delta", points=2, uses=("half_delta",))
def output_delta_of_any_batch(student, draw):
    """output_delta(Y, T) is the derivative of the mean over the whole batch"""
    for args in (outputs_and_targets(draw), far_apart(draw)):
        assert_agrees(student.output_delta, reference.output_delta, *args, of="output_delta(Y, T)")


@wrong("output_delta", "The mean is over all entries of the batch: divide by rows times outputs, not by outputs alone.")
def mean_over_the_batch_missing(Y, T):
    return 2 * (Y - T) / Y.shape[1]


@wrong("output_delta", "Divide by rows times outputs, not by rows alone.")
def mean_over_the_outputs_missing(Y, T):
    return 2 * (Y - T) / len(Y)


@wrong("output_delta", "The factor 2 is missing: the derivative of a square is twice what is squared.")
def factor_2_missing(Y, T):
    return (Y - T) / Y.size


@wrong("output_delta", "This is the derivative of half the sum; here the error is the mean of the squares.")
def derivative_of_half_the_sum(Y, T):
    return Y - T


@wrong("output_delta", "The mean is missing: divide by the number of entries.")
def mean_missing(Y, T):
    return 2 * (Y - T)


@wrong("output_delta", "The sign is reversed: the derivative is taken with respect to Y, so it is Y - T.")
def output_delta_reversed(Y, T):
    return 2 * (T - Y) / Y.size


# --- step_ratio -------------------------------------------------------------------------------------------------------


@check("step_ratio", points=1, uses=("half_delta", "output_delta"))
def ratio_of_any_layer(student, draw):
    """step_ratio(n) is right for any number of outputs"""
    for n in (draw.integer(4, 30), 3, 1):
        assert_agrees(student.step_ratio, reference.step_ratio, n, of=f"step_ratio({n})")


@wrong("step_ratio", "This is how many times as large half_delta is; the reverse is asked for.")
def ratio_reversed(n):
    return n / 2


@wrong("step_ratio", "The factor 2 is missing.")
def ratio_without_2(n):
    return 1 / n


@wrong("step_ratio", "They are the same for n = 2 only.")
def ratio_always_1(n):
    return 1.0


@wrong("step_ratio", "The mean is missing: 2 has to be divided by n.")
def ratio_always_2(n):
    return 2.0


# --- gradients, input_delta -------------------------------------------------------------------------------------------

GRADIENTS = ("Wb", "Bb")


@check("gradients", points=1)
def gradients_of_the_book(student):
    """gradients(X, Yb) gives Wb and Bb for the numbers of the book"""
    of = "gradients(X, Yb)"
    Yb = np.array([[-8.0, 60.0]])
    assert_agrees(student.gradients, reference.gradients, reference.X, Yb, of=of, parts=GRADIENTS, visible=True)


@check("gradients", points=2)
def gradients_of_any_batch(student, draw):
    """gradients(X, Yb) gives Wb and Bb for any batch and any sizes, summed over the rows"""
    X, Yb, _, _ = layer(draw)
    for args in ((X, Yb), (X, 900.5 * Yb)):
        assert_agrees(student.gradients, reference.gradients, *args, of="gradients(X, Yb)", parts=GRADIENTS)


@wrong("gradients", "The biases' gradient is not summed over the rows of the batch; it is right only for one row.")
def bias_gradient_not_summed(X, Yb):
    return X.T @ Yb, 1 * Yb


@wrong("gradients", "The biases' gradient is a mean over the rows; output_delta has already taken it, so sum.")
def bias_gradient_averaged(X, Yb):
    return X.T @ Yb, Yb.mean(axis=0, keepdims=True)


@wrong("gradients", "The biases' gradient lost an axis: it has to be (1, outputs) like B; use keepdims=True.")
def bias_gradient_without_row(X, Yb):
    return X.T @ Yb, Yb.sum(axis=0)


@wrong("gradients", "The biases' gradient is summed over the outputs; sum over the rows, axis=0.")
def bias_gradient_over_outputs(X, Yb):
    return X.T @ Yb, Yb.sum(axis=1, keepdims=True)


@wrong("gradients", "The weights' gradient is transposed: it needs the shape of W, so it is X.T @ Yb.")
def weight_gradient_transposed(X, Yb):
    return Yb.T @ X, Yb.sum(axis=0, keepdims=True)


@wrong("gradients", "The weights' gradient is divided by the rows once more; output_delta has already done that.")
def weight_gradient_averaged(X, Yb):
    return X.T @ Yb / len(X), Yb.sum(axis=0, keepdims=True)


@wrong("gradients", "The two gradients are in another order; return Wb, then Bb.")
def bias_first(X, Yb):
    return Yb.sum(axis=0, keepdims=True), X.T @ Yb


@check("input_delta", points=2)
def input_delta_of_any_layer(student, draw):
    """input_delta(Yb, W) carries any error back through any weights"""
    batch, inputs, outputs = draw.sizes(3)
    Yb, W = draw.normal(batch, outputs), draw.normal(inputs, outputs)
    for args in ((Yb, W), (9000.5 * Yb, W)):
        assert_agrees(student.input_delta, reference.input_delta, *args, of="input_delta(Yb, W)")


@wrong("input_delta", "W is not transposed: to go back through the layer it has to be Yb @ W.T.")
def not_transposed(Yb, W):
    return Yb @ W


@wrong("input_delta", "The result is transposed: it has to be (batch, inputs), one row for each example.")
def result_transposed(Yb, W):
    return W @ Yb.T


@wrong("input_delta", "The sign is reversed: going back through a layer does not change it.")
def back_with_the_sign_reversed(Yb, W):
    return -Yb @ W.T


@wrong("input_delta", "There is a mean too many: output_delta has already divided by the number of entries.")
def divided_once_more(Yb, W):
    return Yb @ W.T / W.shape[1]


# --- twin_shapes ------------------------------------------------------------------------------------------------------


@check("twin_shapes", points=2)
def twins_of_any_layer(student, draw):
    """twin_shapes gives the shape of each backward matrix"""
    (batch, inputs), outputs = draw.sizes(2, low=2, high=6), draw.integer(7, 12)
    of = f"twin_shapes({batch}, {inputs}, {outputs})"
    found = student.twin_shapes(batch, inputs, outputs)
    if isinstance(found, np.ndarray):
        found = list(found)
    expected = reference.twin_shapes(batch, inputs, outputs)
    for name, one, right in zip(("Yb", "Xb", "Wb", "Bb"), as_parts(found, 4, of=of), expected, strict=True):
        shape = as_numbers(np.array(one) if _is_pair(one) else one, of=f"{name} of {of}")
        if shape.shape != (2,) or tuple(shape) != right:
            raise Failure(f"{name} of {of} is not the shape of its forward matrix", found, expected)


def _is_pair(value):
    return isinstance(value, (list, tuple)) and len(value) == 2 and all(type(each) is int for each in value)


@wrong("twin_shapes", "Wb is turned round: like W it has one row for each input.")
def weight_twin_turned(batch, inputs, outputs):
    return (batch, outputs), (batch, inputs), (outputs, inputs), (1, outputs)


@wrong("twin_shapes", "Bb has one row only, like B, whatever the batch: the rows are added up.")
def bias_twin_with_batch(batch, inputs, outputs):
    return (batch, outputs), (batch, inputs), (inputs, outputs), (batch, outputs)


@wrong("twin_shapes", "Yb and Xb are exchanged: Yb has the shape of Y.")
def twins_exchanged(batch, inputs, outputs):
    return (batch, inputs), (batch, outputs), (inputs, outputs), (1, outputs)


@wrong("twin_shapes", "Every twin has a row for each example here; Wb and Bb belong to the layer, not to the batch.")
def all_with_batch(batch, inputs, outputs):
    return (batch, outputs), (batch, inputs), (batch, outputs), (batch, outputs)


# --- update -----------------------------------------------------------------------------------------------------------


@check("update", points=2)
def update_of_any_layer(student, draw):
    """update moves W and B against their gradients, with any learning rate"""
    _, _, W, B = layer(draw)
    for lr, size in ((draw.number(0.1, 0.5), 1), (draw.number(1.1, 2.5), 1), (draw.number(0.1, 0.5), 900.5)):
        args = W, B, size * draw.normal(*W.shape), size * draw.normal(*B.shape), lr
        assert_agrees(student.update, reference.update, *args, of="update(W, B, Wb, Bb, lr)", parts=("W", "B"))


@wrong("update", "The parameters move along the gradient; to make the error smaller subtract lr times it.")
def uphill(W, B, Wb, Bb, lr):
    return W + lr * Wb, B + lr * Bb


@wrong("update", "The learning rate is missing.")
def learning_rate_missing(W, B, Wb, Bb, lr):
    return W - Wb, B - Bb


@wrong("update", "The biases stay as they were; they are updated too.")
def biases_not_updated(W, B, Wb, Bb, lr):
    return W - lr * Wb, B


@wrong("update", "The learning rate is missing in the update of the biases.")
def biases_without_learning_rate(W, B, Wb, Bb, lr):
    return W - lr * Wb, B - Bb


@wrong("update", "The learning rate is always 0.01 here; use the argument lr.")
def learning_rate_of_the_book(W, B, Wb, Bb, lr):
    return W - 0.01 * Wb, B - 0.01 * Bb


# --- training_script: a cell that is graded as it stands --------------------------------------------------------------


def check_script(student, inputs, visible=False, **more):
    X, T, W, B, lr, epochs = inputs
    names = student.cell("training_script", X=X, T=T, W0=W, B0=B, lr=lr, epochs=epochs)
    found = tuple(getattr(names, name) for name in TRAINED)
    of = f"the cell after {epochs} epoch{'s' if epochs > 1 else ''}"
    assert_agrees(lambda *_: found, reference.train, *inputs, of=of, parts=TRAINED, visible=visible, **more)


FUNCTIONS = ("forward", "half_delta", "output_delta", "gradients", "update")


@check("training_script", points=1, uses=FUNCTIONS)
def script_of_the_book(student):
    """the cell gives the book's numbers after one and two epochs"""
    r = reference
    for epochs in (1, 2):
        check_script(student, (r.X, r.T, r.W0, r.B0, 0.01, epochs), visible=True)


@check("training_script", points=2, uses=FUNCTIONS)
def script_of_any_layer(student, draw):
    """the cell trains any layer, with any learning rate, right after one, two, three and many epochs"""
    for epochs in (1, 2, 3):
        check_script(student, (*layer(draw), draw.number(0.1, 0.4), epochs))
    check_script(student, (*nearly_trained(draw), draw.number(0.1, 0.4), 2))
    check_script(student, (*far_from_trained(draw), 230), precision="float16")


def epoch(X, T, W, B, lr, delta=None, direction=-1):
    Y = X @ W + B
    Yb = (delta or reference.output_delta)(Y, T)
    return Y, W + direction * lr * X.T @ Yb, B + direction * lr * Yb.sum(axis=0, keepdims=True)


def trained(step, X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y, W, B = step(X, T, W, B, lr)
    return Y, W, B


def script_with(step):
    def run(X, T, W0, B0, lr, epochs):
        return dict(zip(TRAINED, trained(step, X, T, W0, B0, lr, epochs), strict=True))

    return run


def divided_by_outputs(Y, T):
    return 2 * (Y - T) / Y.shape[1]


def bias_not_summed(X, T, W, B, lr):
    Y = X @ W + B
    Yb = reference.output_delta(Y, T)
    return Y, W - lr * X.T @ Yb, B - lr * Yb


def bias_left(X, T, W, B, lr):
    Y, W, _ = epoch(X, T, W, B, lr)
    return Y, W, B


def outputs_after(X, T, W, B, lr):
    _, W, B = epoch(X, T, W, B, lr)
    return X @ W + B, W, B


@wrong("training_script", "The parameters move along the gradient; subtract lr times it.")
def script_uphill(**values):
    return script_with(lambda *args: epoch(*args, direction=1))(**values)


@wrong("training_script", "The mean over the batch is missing in Yb: divide by rows times outputs.")
def script_divided_by_outputs(**values):
    return script_with(lambda *args: epoch(*args, delta=divided_by_outputs))(**values)


@wrong("training_script", "Yb is the derivative of half the sum, Y - T; the error is the mean of the squares.")
def script_with_half_sum(**values):
    return script_with(lambda *args: epoch(*args, delta=lambda Y, T: Y - T))(**values)


@wrong("training_script", "B is not updated.")
def script_without_bias_update(**values):
    return script_with(bias_left)(**values)


@wrong("training_script", "Y is computed once more after the update; it has to hold the outputs before it.")
def script_with_outputs_after(**values):
    return script_with(outputs_after)(**values)


@wrong("training_script", "Bb is not summed over the rows of the batch; it is right only for one row.")
def script_bias_not_summed(**values):
    return script_with(bias_not_summed)(**values)


# --- train ------------------------------------------------------------------------------------------------------------


@check("train", points=1, uses=FUNCTIONS)
def train_prints_the_book(student):
    """train gives what the book prints for its four layers after 20 and 200 epochs"""
    for name, arrays in reference_layers().items():
        for epochs in (20, 200):
            of = f"train(…) of the layer {name} after {epochs} epochs"
            assert_agrees(student.train, reference.train, *arrays, 0.01, epochs, of=of, parts=TRAINED, visible=True)


@check("train", points=2, uses=FUNCTIONS)
def train_step_by_step(student, draw):
    """train is right after one, two, three and many epochs for any layer and learning rate"""
    for epochs, lr in ((1, draw.number(0.1, 0.4)), (2, draw.number(0.1, 0.4)), (3, draw.number(0.1, 0.4)), (1, 1.5)):
        args = *layer(draw), lr, epochs
        assert_agrees(student.train, reference.train, *args, of=f"train(…, epochs={epochs})", parts=TRAINED)
    # As many as asked, where the error is small from the start, and where 200 epochs are too few to settle.
    args = *nearly_trained(draw), draw.number(0.1, 0.4), 2
    assert_agrees(student.train, reference.train, *args, of="train(…, epochs=2)", parts=TRAINED)
    args, of = (*far_from_trained(draw), 230), "train(…, epochs=230)"
    assert_agrees(student.train, reference.train, *args, of=of, parts=TRAINED, precision="float16")


@check("train", points=1, uses=FUNCTIONS)
def train_agrees_with_tensorflow(student):
    """train arrives where TensorFlow arrived with the same layers"""
    for case in known.values():
        args, expected = known_case(case)
        expected[2] = expected[2].reshape(1, -1)
        assert_agrees(student.train, reference.train, *args, of="train(…)", parts=TRAINED, expected=expected)


def reference_layers():
    return {
        name.removeprefix("book_"): [np.array(array) for array in case["inputs"].values()]
        for name, case in known.items()
        if name.startswith("book_")
    }


def known_case(case):
    arrays = [np.array(array) for array in case["inputs"].values()]
    return (*arrays, case["lr"], case["epochs"]), [np.array(case["outputs"][name]) for name in TRAINED]


@wrong("train", "The parameters move along the gradient; subtract lr times it.")
def train_uphill(*args):
    return trained(lambda *a: epoch(*a, direction=1), *args)


@wrong("train", "The mean over the batch is missing in Yb: divide by rows times outputs.")
def train_divided_by_outputs(*args):
    return trained(lambda *a: epoch(*a, delta=divided_by_outputs), *args)


@wrong("train", "Yb is the derivative of half the sum, Y - T; the error is the mean of the squares.")
def train_with_half_sum(*args):
    return trained(lambda *a: epoch(*a, delta=lambda Y, T: Y - T), *args)


@wrong("train", "B is not updated.")
def train_without_bias_update(*args):
    return trained(bias_left, *args)


@wrong("train", "Y is computed once more after the update; return the outputs before it.")
def train_with_outputs_after(*args):
    return trained(outputs_after, *args)


@wrong("train", "The layer is trained for one epoch only, whatever the argument epochs says.")
def train_one_epoch(X, T, W, B, lr, epochs):
    return trained(epoch, X, T, W, B, lr, 1)


# --- TensorFlow -------------------------------------------------------------------------------------------------------


def keras_reference(*args):
    """What NumPy's train returns, with the biases as Keras keeps them."""
    Y, W, B = reference.train(*args)
    return Y, W, B[0]


@check("keras_forward", points=2, library="tensorflow")
def keras_forward_of_any_layer(student, draw):
    """keras_forward gives the outputs of any layer"""
    X, _, W, B = layer(draw)
    assert_agrees(student.keras_forward, reference.forward, X, W, B, of="keras_forward(X, W, B)")


@wrong("keras_forward", "The weights were set, but not the bias: a new layer's bias is 0.")
def keras_bias_not_set(X, W, B):
    return X @ W


@wrong("keras_forward", "The layer has an activation; this one is linear.")
def keras_with_relu(X, W, B):
    return np.maximum(X @ W + B, 0)


@wrong("keras_forward", "The layer has a sigmoid; this one is linear.")
def keras_with_sigmoid(X, W, B):
    return 1 / (1 + np.exp(-(X @ W + B)))


@wrong("keras_forward", "Only the first row of the batch is answered.")
def keras_first_row(X, W, B):
    return X[:1] @ W + B


@check("keras_train", points=2, library="tensorflow", draws=1)
def keras_train_step_by_step(student, draw):
    """keras_train is right after one and three epochs for any layer and learning rate"""
    sizes = layer(draw)
    for epochs in (1, 3):
        # Twice the same sizes: who keeps the model of the first call goes on with its weights.
        X, T, W, B = (draw.normal(*each.shape, whole=False) for each in sizes)
        # fit takes 32 rows at a time unless it is told the size of a batch
        if epochs == 1:
            X, T = draw.normal(40, len(W), whole=False), draw.normal(40, W.shape[1], whole=False)
        args = (X, T, W, B, draw.number(1.1, 1.6) if epochs == 1 else draw.number(0.1, 0.4), epochs)
        assert_agrees(student.keras_train, keras_reference, *args, of=f"keras_train(…, epochs={epochs})", parts=TRAINED)
    args = *nearly_trained(draw), draw.number(0.1, 0.4), 2
    assert_agrees(student.keras_train, keras_reference, *args, of="keras_train(…, epochs=2)", parts=TRAINED)


@check("keras_train", points=2, library="tensorflow")
def keras_train_as_known(student):
    """keras_train arrives where TensorFlow arrived before, with the book's layers and others"""
    for case in known.values():
        args, expected = known_case(case)
        assert_agrees(
            student.keras_train, keras_reference, *args, of="keras_train(…)", parts=TRAINED, expected=expected
        )


def as_keras(answer):
    Y, W, B = answer
    return Y, W, B[0]


@wrong("keras_train", "The learning rate is not passed on: SGD() alone takes 0.01.")
def keras_default_learning_rate(X, T, W, B, lr, epochs):
    return keras_reference(X, T, W, B, 0.01, epochs)


@wrong("keras_train", "Y is computed after the last update; return the outputs before it.")
def keras_outputs_after(*args):
    return as_keras(trained(outputs_after, *args))


@wrong("keras_train", "The model is trained for one epoch only, whatever the argument epochs says.")
def keras_one_epoch(X, T, W, B, lr, epochs):
    return keras_reference(X, T, W, B, lr, 1)


@wrong("keras_train", "The model is not trained: these are the weights that it began with.")
def keras_not_trained(X, T, W, B, lr, epochs):
    return keras_reference(X, T, W, B, 0.0, epochs)


@wrong("keras_train", "The loss is half the sum of the squares; MeanSquaredError is the mean.")
def keras_half_sum(*args):
    return as_keras(trained(lambda *a: epoch(*a, delta=lambda Y, T: Y - T), *args))


@wrong("keras_train", "fit takes the rows one after another: its batch_size has to be the whole batch.")
def keras_row_by_row(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = X @ W + B
        for row, target in zip(X, T, strict=True):
            _, W, B = epoch(row[None], target[None], W, B, lr)
    return Y, W, B[0]

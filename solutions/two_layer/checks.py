"""Hidden checks and known wrong answers of the two-layer network."""

import numpy as np

from autograder.checks import (
    assert_agrees,
    assert_close,
    check,
    choice,
    curves,
    known_outputs,
    number,
    picture,
    reference_of,
    wrong,
)

reference = reference_of(__file__)
known = known_outputs(__file__)

ACTIVATIONS = ("linear", "sigmoid", "tanh", "relu")
TRAINED = ("O", "WH", "BH", "WO", "BO")
BLANKS_OF_TRAINING = (
    "output_delta",
    "hidden_delta",
    "gradients",
    "sigmoid",
    "sigmoid_backward",
    "tanh_backward",
    "relu",
    "relu_backward",
)


def net(draw, batch=None, least_outputs=1):
    """Inputs, targets and parameters of a random net whose batch and three layers all differ in size."""
    rows, inputs, hidden, outputs = draw.sizes(4)
    rows, outputs = batch or rows, max(least_outputs, outputs)
    return (
        draw.normal(rows, inputs),
        draw.normal(rows, outputs),
        draw.parameter(inputs, hidden),
        draw.parameter(1, hidden),
        draw.parameter(hidden, outputs),
        draw.parameter(1, outputs),
    )


# --- forward ----------------------------------------------------------------------------------------------------------


@check("forward", points=1)
def forward_of_the_book(student):
    """forward gives H and O for the numbers of the book"""
    r = reference
    args = (r.I, r.WH0, r.BH0, r.WO0, r.BO0)
    assert_agrees(student.forward, r.forward, *args, of="forward(I, WH, BH, WO, BO)", parts=("H", "O"), visible=True)


@check("forward", points=1)
def forward_of_any_net(student, draw):
    """forward gives H and O for any batch and any sizes"""
    I, _, *parameters = net(draw)
    of = "forward(I, WH, BH, WO, BO)"
    assert_agrees(student.forward, reference.forward, I, *parameters, of=of, parts=("H", "O"))


@wrong("forward", "The biases are missing: H is I @ WH + BH and O is H @ WO + BO.")
def no_biases(I, WH, BH, WO, BO):
    H = I @ WH
    return H, H @ WO


@wrong("forward", "The hidden layer's bias BH is missing.")
def no_hidden_bias(I, WH, BH, WO, BO):
    H = I @ WH
    return H, H @ WO + BO


@wrong("forward", "The output layer's bias BO is missing.")
def no_output_bias(I, WH, BH, WO, BO):
    H = I @ WH + BH
    return H, H @ WO


@wrong("forward", "The biases are subtracted; they have to be added.")
def biases_subtracted(I, WH, BH, WO, BO):
    H = I @ WH - BH
    return H, H @ WO - BO


@wrong("forward", "The weights are transposed: each column of WH belongs to one hidden node, so it is I @ WH.")
def weights_transposed(I, WH, BH, WO, BO):
    H = I @ WH.T + BH
    return H, H @ WO.T + BO


@wrong("forward", "The two values are swapped: return H first, then O.")
def returned_swapped(I, WH, BH, WO, BO):
    H = I @ WH + BH
    return H @ WO + BO, H


@wrong("forward", "Both layers have a sigmoid here; these two layers are linear.")
def with_sigmoid(I, WH, BH, WO, BO):
    H = 1 / (1 + np.exp(-(I @ WH + BH)))
    return H, 1 / (1 + np.exp(-(H @ WO + BO)))


@wrong("forward", "The output layer takes the inputs I here; it takes H, what comes out of the hidden layer.")
def outputs_from_the_inputs(I, WH, BH, WO, BO):
    return I @ WH + BH, I @ WO + BO


# --- wo11 -------------------------------------------------------------------------------------------------------------

wo11 = number(
    "wo11",
    points=1,
    sentence="wo11 is the weight that gives the printed output",
    answer=0.55,
    wrongs={"as-in-the-picture": (0.66, "With 0.66 the second output is 1.048, but 1.005 is printed.")},
)


# --- output_delta -----------------------------------------------------------------------------------------------------


@check("output_delta", points=1)
def output_delta_of_the_book(student):
    """output_delta(O, T) is 2 * (O - T) / n for a batch of one"""
    O = np.array([[0.927625, 1.004625]])
    assert_agrees(student.output_delta, reference.output_delta, O, reference.T, of="output_delta(O, T)", visible=True)


@check("output_delta", points=2)
def output_delta_of_any_batch(student, draw):
    """output_delta(O, T) is the derivative of the mean over the whole batch"""
    batch, outputs = draw.sizes(2)
    O, T = draw.normal(batch, outputs, whole=False), draw.normal(batch, outputs, scale=2.0)
    assert_agrees(student.output_delta, reference.output_delta, O, T, of="output_delta(O, T)")


@wrong(
    "output_delta",
    "The mean is over all entries of the batch: divide by rows times outputs, not by outputs alone.",
)
def mean_over_the_batch_missing(O, T):
    return 2 * (O - T) / O.shape[1]


@wrong("output_delta", "The mean is over all entries: divide by rows times outputs, not by rows alone.")
def mean_over_the_outputs_missing(O, T):
    return 2 * (O - T) / O.shape[0]


@wrong("output_delta", "The mean is missing: divide by the number of entries.")
def mean_missing(O, T):
    return 2 * (O - T)


@wrong("output_delta", "The factor 2 is missing: the derivative of a square is twice what is squared.")
def factor_2_missing(O, T):
    return (O - T) / O.size


@wrong(
    "output_delta",
    "This is the derivative of half the sum of squares; here the error is the mean of the squares.",
)
def half_the_sum(O, T):
    return O - T


@wrong("output_delta", "The sign is reversed: the derivative is taken with respect to O, so it is O - T.")
def sign_reversed(O, T):
    return 2 * (T - O) / O.size


@wrong("output_delta", "This is the error itself, squared; its derivative is asked for.")
def squared(O, T):
    return (O - T) ** 2 / O.size


@wrong("output_delta", "This is the size of the difference; the sign of O - T has to stay.")
def absolute(O, T):
    return 2 * np.abs(O - T) / O.size


# --- hidden_delta -----------------------------------------------------------------------------------------------------


@check("hidden_delta", points=1)
def hidden_delta_of_the_book(student):
    """hidden_delta(Ob, WO) carries the error of the book back to the hidden nodes"""
    Ob = np.array([[0.917625, 0.014625]])
    assert_agrees(
        student.hidden_delta,
        reference.hidden_delta,
        Ob,
        reference.WO0,
        of="hidden_delta(Ob, WO)",
        visible=True,
    )


@check("hidden_delta", points=2)
def hidden_delta_of_any_net(student, draw):
    """hidden_delta(Ob, WO) carries any error back through any weights"""
    batch, hidden, outputs = draw.sizes(3)
    Ob, WO = draw.normal(batch, outputs), draw.normal(hidden, outputs)
    assert_agrees(student.hidden_delta, reference.hidden_delta, Ob, WO, of="hidden_delta(Ob, WO)")


@wrong("hidden_delta", "WO is not transposed: to go back through the layer it has to be Ob @ WO.T.")
def not_transposed(Ob, WO):
    return Ob @ WO


@wrong("hidden_delta", "The result is transposed: it has to be (batch, hidden), one row for each example.")
def result_transposed(Ob, WO):
    return WO @ Ob.T


@wrong("hidden_delta", "The derivative of an activation is multiplied in; these two layers are linear.")
def with_a_sigmoid_derivative(Ob, WO):
    Hb = Ob @ WO.T
    return Hb * (1 - Hb)


@wrong(
    "hidden_delta",
    "The error reaches a hidden node through its own weights, not through their sum over the layer.",
)
def through_summed_weights(Ob, WO):
    return Ob.sum(axis=1, keepdims=True) * WO.sum(axis=1)


@wrong("hidden_delta", "The sign is reversed: going back through a layer does not change it.")
def back_with_the_sign_reversed(Ob, WO):
    return -Ob @ WO.T


@wrong("hidden_delta", "There is a mean too many: output_delta has already divided by the number of entries.")
def divided_once_more(Ob, WO):
    return Ob @ WO.T / Ob.shape[1]


# --- gradients --------------------------------------------------------------------------------------------------------

GRADIENTS = ("WHb", "BHb", "WOb", "BOb")


@check("gradients", points=1)
def gradients_of_the_book(student):
    """gradients gives WHb, BHb, WOb, BOb for the numbers of the book"""
    H, Ob, Hb = (
        np.array([[0.3775, 0.3925]]),
        np.array([[0.917625, 0.014625]]),
        np.array([[0.3743625, 0.420975]]),
    )
    of = "gradients(I, H, Ob, Hb)"
    assert_agrees(student.gradients, reference.gradients, reference.I, H, Ob, Hb, of=of, parts=GRADIENTS, visible=True)


@check("gradients", points=3)
def gradients_of_any_batch(student, draw):
    """gradients gives WHb, BHb, WOb, BOb for any batch and any sizes, summed over the rows"""
    batch, inputs, hidden, outputs = draw.sizes(4)
    args = (
        draw.normal(batch, inputs),
        draw.normal(batch, hidden),
        draw.normal(batch, outputs),
        draw.normal(batch, hidden),
    )
    assert_agrees(student.gradients, reference.gradients, *args, of="gradients(I, H, Ob, Hb)", parts=GRADIENTS)


@wrong(
    "gradients",
    "The biases' gradients are not summed over the rows of the batch; they are right only for one row.",
)
def biases_not_summed(I, H, Ob, Hb):
    return I.T @ Hb, 1 * Hb, H.T @ Ob, 1 * Ob


@wrong("gradients", "The biases' gradients are summed over the nodes; sum over the rows, axis=0.")
def biases_summed_over_nodes(I, H, Ob, Hb):
    return I.T @ Hb, Hb.sum(axis=1, keepdims=True), H.T @ Ob, Ob.sum(axis=1, keepdims=True)


@wrong(
    "gradients",
    "The biases' gradients lost an axis: they have to be (1, nodes) like the biases; use keepdims=True.",
)
def biases_without_row(I, H, Ob, Hb):
    return I.T @ Hb, Hb.sum(axis=0), H.T @ Ob, Ob.sum(axis=0)


@wrong(
    "gradients",
    "The biases' gradients are means over the rows; output_delta has already taken the mean, so sum.",
)
def biases_averaged(I, H, Ob, Hb):
    return I.T @ Hb, Hb.mean(axis=0, keepdims=True), H.T @ Ob, Ob.mean(axis=0, keepdims=True)


@wrong(
    "gradients",
    "The weights' gradients are transposed: they need the shape of the weights, so it is I.T @ Hb.",
)
def weight_gradients_transposed(I, H, Ob, Hb):
    _, BHb, _, BOb = reference.gradients(I, H, Ob, Hb)
    return Hb.T @ I, BHb, Ob.T @ H, BOb


@wrong(
    "gradients",
    "The output weights' gradient uses Hb; it is H.T @ Ob, what went in times the error that came back.",
)
def output_weights_from_hidden_errors(I, H, Ob, Hb):
    WHb, BHb, _, BOb = reference.gradients(I, H, Ob, Hb)
    return WHb, BHb, Hb.T @ Ob, BOb


@wrong(
    "gradients",
    "The weights' gradients are divided by the batch once more; output_delta has already done that.",
)
def weights_averaged_again(I, H, Ob, Hb):
    WHb, BHb, WOb, BOb = reference.gradients(I, H, Ob, Hb)
    return WHb / len(I), BHb, WOb / len(I), BOb


@wrong("gradients", "The four gradients are in another order; return WHb, BHb, WOb, BOb.")
def output_layer_first(I, H, Ob, Hb):
    WHb, BHb, WOb, BOb = reference.gradients(I, H, Ob, Hb)
    return WOb, BOb, WHb, BHb


# --- linear_training: a cell that is graded as it stands --------------------------------------------------------------


def trained_by_cell(student, values):
    names = student.cell("linear_training", **values)
    return tuple(getattr(names, name) for name in TRAINED)


def script_inputs(I, T, WH, BH, WO, BO, lr, epochs):
    return {"I": I, "T": T, "WH0": WH, "BH0": BH, "WO0": WO, "BO0": BO, "lr": lr, "epochs": epochs}


def check_cell(student, inputs, visible=False):
    found = trained_by_cell(student, script_inputs(*inputs))
    assert_agrees(
        lambda *_: found,
        lambda *args: reference.train(*args, "linear"),
        *inputs,
        of=f"the cell after {inputs[-1]} epoch{'s' if inputs[-1] > 1 else ''}",
        parts=TRAINED,
        visible=visible,
    )


BEFORE_THE_LOOP = ("forward", "output_delta", "hidden_delta", "gradients")


@check("linear_training", points=1, uses=BEFORE_THE_LOOP)
def script_of_the_book(student):
    """the cell prints the book's numbers after two epochs"""
    r = reference
    check_cell(student, (r.I, r.T, r.WH0, r.BH0, r.WO0, r.BO0, 0.01, 2), visible=True)


@check("linear_training", points=2, uses=BEFORE_THE_LOOP)
def script_step_by_step(student, draw):
    """the cell trains any net, with any learning rate, right after one, two and three epochs"""
    for epochs in (1, 2, 3):
        check_cell(student, (*net(draw), learning_rate(draw, epochs), epochs))


def learning_rate(draw, epochs):
    """A rate with which so many epochs do not run away."""
    return draw.number(1.1, 1.6) if epochs == 1 else draw.number(0.1, 0.4)


def script_with(step):
    """A script that makes one epoch with `step`, which returns the outputs and the new parameters."""

    def run(I, T, WH0, BH0, WO0, BO0, lr, epochs):
        parameters = (WH0, BH0, WO0, BO0)
        for _ in range(epochs):
            O, parameters = step(I, T, *parameters, lr)
        return dict(zip(TRAINED, (O, *parameters), strict=True))

    return run


def epoch(I, T, WH, BH, WO, BO, lr, direction=-1):
    H, O = reference.forward(I, WH, BH, WO, BO)
    Ob = reference.output_delta(O, T)
    slopes = reference.gradients(I, H, Ob, reference.hidden_delta(Ob, WO))
    return O, tuple(p + direction * lr * g for p, g in zip((WH, BH, WO, BO), slopes, strict=True))


@wrong(
    "linear_training",
    "The parameters move along the gradient; to make the error smaller subtract lr times it.",
)
def script_uphill(**values):
    return script_with(lambda *args: epoch(*args, direction=1))(**values)


@wrong("linear_training", "The learning rate is missing in the updates.")
def script_without_learning_rate(**values):
    return script_with(lambda I, T, WH, BH, WO, BO, lr: epoch(I, T, WH, BH, WO, BO, 1.0))(**values)


@wrong(
    "linear_training",
    "WO is updated before the hidden error is computed with it; compute all gradients first.",
)
def script_updates_too_early(**values):
    def step(I, T, WH, BH, WO, BO, lr):
        H, O = reference.forward(I, WH, BH, WO, BO)
        Ob = reference.output_delta(O, T)
        _, _, WOb, BOb = reference.gradients(I, H, Ob, H)
        WO, BO = WO - lr * WOb, BO - lr * BOb
        WHb, BHb, _, _ = reference.gradients(I, H, Ob, reference.hidden_delta(Ob, WO))
        return O, (WH - lr * WHb, BH - lr * BHb, WO, BO)

    return script_with(step)(**values)


@wrong("linear_training", "The biases are never updated.")
def script_keeps_biases(**values):
    def step(I, T, WH, BH, WO, BO, lr):
        O, (new_WH, _, new_WO, _) = epoch(I, T, WH, BH, WO, BO, lr)
        return O, (new_WH, BH, new_WO, BO)

    return script_with(step)(**values)


@wrong("linear_training", "Only the output layer is trained; the hidden layer's WH and BH are never updated.")
def script_keeps_the_hidden_layer(**values):
    def step(I, T, WH, BH, WO, BO, lr):
        O, (_, _, new_WO, new_BO) = epoch(I, T, WH, BH, WO, BO, lr)
        return O, (WH, BH, new_WO, new_BO)

    return script_with(step)(**values)


@wrong("linear_training", "The loop runs once; every epoch has to start from the weights of the epoch before.")
def script_trains_one_epoch(**values):
    return script_with(epoch)(**{**values, "epochs": 1})


# --- activations ------------------------------------------------------------------------------------------------------


@check("sigmoid", points=1)
def sigmoid_of_any_array(student, draw):
    """sigmoid(x) is 1 / (1 + exp(-x)) for every entry, also far from 0"""
    # Further out float32 loses what is small in (1 + tanh(x / 2)) / 2, which is as right.
    x = np.clip(draw.normal(*draw.sizes(2), scale=3), -5, 5)
    assert_agrees(student.sigmoid, reference.sigmoid, x, of="sigmoid(x)")
    saturated = student.sigmoid(np.array([-800.0, 0.0, 800.0]))
    of = "sigmoid([-800, 0, 800])"  # whoever cuts x off far out has nearly 0
    assert_close(saturated, np.array([0.0, 0.5, 1.0]), of=of, conditioning=np.ones(3), visible=True)


@wrong("sigmoid", "The sign in the exponent is reversed: it is exp(-x).")
def exponent_positive(x):
    return 1 / (1 + np.exp(x))


@wrong("sigmoid", "This is tanh; the sigmoid goes from 0 to 1.")
def tanh_instead(x):
    return np.tanh(x)


@wrong("sigmoid", "Brackets are missing: 1 / (1 + exp(-x)), not 1 / 1 + exp(-x).")
def brackets_missing(x):
    return 1 / 1 + np.exp(-x)


@wrong("sigmoid", "The sum 1 + exp(-x) is not under the fraction's line: this is exp(-x) alone.")
def one_missing(x):
    return 1 / np.exp(-x)


@wrong("sigmoid", "The sign below the line is reversed: it is 1 + exp(-x), with a plus.")
def one_minus_exp(x):
    return 1 / (1 - np.exp(-x))


@wrong("sigmoid", "This is the derivative of the sigmoid, not the sigmoid.")
def derivative_instead(x):
    s = 1 / (1 + np.exp(-x))
    return s * (1 - s)


@check("sigmoid_backward", points=2)
def sigmoid_backward_of_any_array(student, draw):
    """sigmoid_backward(Ob, O) is Ob times the slope O * (1 - O)"""
    shape = draw.sizes(2)
    Ob, O = draw.normal(*shape), draw.uniform(*shape, low=0.02, high=0.98)
    ends = np.array([[0.003, 0.5, 0.997], [0.998, 0.002, 0.9]])  # near them the slope is nearly 0
    for args in ((Ob, O), (draw.normal(*ends.shape), ends)):
        assert_agrees(student.sigmoid_backward, reference.sigmoid_backward, *args, of="sigmoid_backward(Ob, O)")


@wrong("sigmoid_backward", "The incoming error Ob is not used; it multiplies the slope.")
def sigmoid_slope_alone(Ob, O):
    return O * (1 - O)


@wrong("sigmoid_backward", "This multiplies by the output; the slope is O * (1 - O).")
def times_the_output(Ob, O):
    return Ob * O


@wrong("sigmoid_backward", "The slope is taken as if O were the input; O is already the sigmoid's output.")
def sigmoid_taken_twice(Ob, O):
    s = 1 / (1 + np.exp(-O))
    return Ob * s * (1 - s)


@wrong("sigmoid_backward", "This is the slope of tanh; the sigmoid's is O * (1 - O).")
def slope_of_tanh(Ob, O):
    return Ob * (1 + O) * (1 - O)


@wrong("sigmoid_backward", "The slope uses the error Ob in place of the output O.")
def slope_at_the_error(Ob, O):
    return Ob * (1 - Ob) * O


@wrong("sigmoid_backward", "The slope is missing: Ob goes through unchanged.")
def sigmoid_slope_missing(Ob, O):
    return Ob.copy()


@check("tanh_backward", points=2)
def tanh_backward_of_any_array(student, draw):
    """tanh_backward(Ob, O) is Ob times the slope (1 + O) * (1 - O)"""
    shape = draw.sizes(2)
    Ob, O = draw.normal(*shape), draw.uniform(*shape, low=-0.95, high=0.95)
    ends = np.array([[0.998, 0.5, -0.997], [-0.9, 0.001, -0.998]])  # near them the slope is nearly 0
    for args in ((Ob, O), (draw.normal(*ends.shape), ends)):
        assert_agrees(student.tanh_backward, reference.tanh_backward, *args, of="tanh_backward(Ob, O)")


@wrong("tanh_backward", "Brackets are missing: Ob * (1 - O**2), not Ob * 1 - O**2.")
def tanh_brackets_missing(Ob, O):
    return Ob * 1 - O**2


@wrong("tanh_backward", "The incoming error Ob is not used; it multiplies the slope.")
def tanh_slope_alone(Ob, O):
    return (1 + O) * (1 - O)


@wrong("tanh_backward", "This is the slope of the sigmoid; that of tanh is (1 + O) * (1 - O).")
def slope_of_sigmoid(Ob, O):
    return Ob * O * (1 - O)


@wrong("tanh_backward", "The slope is taken as if O were the input; O is already the output of tanh.")
def tanh_taken_twice(Ob, O):
    return Ob * (1 - np.tanh(O) ** 2)


@wrong("tanh_backward", "The slope is 1 - O**2; this is 1 - O.")
def not_squared(Ob, O):
    return Ob * (1 - O)


@wrong("tanh_backward", "The slope is missing: Ob goes through unchanged.")
def tanh_slope_missing(Ob, O):
    return Ob.copy()


@check("relu", points=1)
def relu_of_any_array(student, draw):
    """relu(x) keeps what is above 0 and makes the rest 0"""
    x = draw.normal(*draw.sizes(2), scale=2)
    x.flat[:2] = 0, draw.number(7, 12)
    for each in (x, np.abs(x) + 1, np.array([[-0.003, 0.004, -0.02]])):
        assert_agrees(student.relu, reference.relu, each, of="relu(x)")


@wrong("relu", "This is 1 where x > 0; the ReLU keeps x itself there.")
def step_instead(x):
    return (x > 0) * 1.0


@wrong("relu", "This is the absolute value; the ReLU makes negative entries 0.")
def absolute_value(x):
    return np.abs(x)


@wrong("relu", "This keeps the negative entries; the ReLU keeps the positive ones.")
def keeps_negative(x):
    return np.minimum(x, 0)


@wrong("relu", "The negative entries leak through with a small slope; the ReLU makes them 0.")
def leaky(x):
    return np.where(x > 0, x, 0.01 * x)


@wrong("relu", "It ends at 6, which is another function; the ReLU goes on without end.")
def relu_up_to_6(x):
    return np.clip(x, 0, 6)


@wrong("relu", "Small entries are made 0 as well; the kink is at 0.")
def relu_from_a_hundredth(x):
    return np.where(x > 0.01, x, 0)


@wrong("relu", "This is the largest entry alone; the ReLU compares every entry with 0.")
def largest_entry(x):
    return np.maximum(0, x.max())


@check("relu_backward", points=2)
def relu_backward_of_any_array(student, draw):
    """relu_backward(Ob, O) lets Ob through where O > 0, also when O is exactly 0 somewhere"""
    shape = draw.sizes(2)
    Ob, O = draw.normal(*shape), np.maximum(0, draw.normal(*shape))
    O.flat[:2] = 0, 2
    assert_agrees(student.relu_backward, reference.relu_backward, Ob, O, of="relu_backward(Ob, O)")
    Ob, O = draw.normal(2, 3), np.array([[0.0, 0.003, draw.number(7, 12)], [0.02, 0.0, draw.number(700, 1200)]])
    assert_agrees(student.relu_backward, reference.relu_backward, Ob, O, of="relu_backward(Ob, O)")


@wrong("relu_backward", "Ob goes through everywhere, also where O is 0; it passes only where O > 0 (not >=).")
def passes_at_zero(Ob, O):
    return Ob * (O >= 0)


@wrong("relu_backward", "The incoming error Ob is not used; it passes where O > 0.")
def relu_slope_alone(Ob, O):
    return (O > 0) * 1.0


@wrong("relu_backward", "Ob is multiplied by the output; the slope of the ReLU is 1 where O > 0.")
def times_the_relu_output(Ob, O):
    return Ob * O


@wrong("relu_backward", "The ReLU is applied to the error Ob; whether it passes depends on the output O.")
def relu_of_the_error(Ob, O):
    return np.maximum(0, Ob)


@wrong("relu_backward", "Half of the error passes where O is 0; like TensorFlow take 0 there.")
def half_passes_at_zero(Ob, O):
    return np.where(O > 0, Ob, 0.5 * Ob)


@wrong("relu_backward", "A small part of the error leaks through where O is 0; like TensorFlow take 0 there.")
def leaks_at_zero(Ob, O):
    return np.where(O > 0, Ob, 0.01 * Ob)


@wrong(
    "relu_backward",
    "It lets the error through where O is 0 and stops it elsewhere: the condition is reversed.",
)
def condition_reversed(Ob, O):
    return Ob * (O <= 0)


# --- train ------------------------------------------------------------------------------------------------------------


@check("train", points=1, uses=BLANKS_OF_TRAINING)
def train_prints_the_book(student):
    """train gives the book's tables after 20 and 200 epochs"""
    r = reference
    for activation, epochs in (
        ("linear", 20),
        ("linear", 200),
        ("sigmoid", 200),
        ("tanh", 200),
        ("relu", 200),
    ):
        args = (r.I, r.T, r.WH0, r.BH0, r.WO0, r.BO0, 0.01, epochs, activation)
        of = f"train(…, epochs={epochs}, activation={activation!r})"
        assert_agrees(student.train, r.train, *args, of=of, parts=TRAINED, visible=True)


@check("train", points=2, uses=BLANKS_OF_TRAINING)
def train_step_by_step(student, draw):
    """train is right after one, two and three epochs for any net, learning rate and activation"""
    for activation in ACTIVATIONS:
        arrays = net(draw)
        for epochs in (1, 2, 3):
            lr = learning_rate(draw, epochs)
            of = f"train(…, epochs={epochs}, activation={activation!r})"
            assert_agrees(student.train, reference.train, *arrays, lr, epochs, activation, of=of, parts=TRAINED)


@check("train", points=1, uses=BLANKS_OF_TRAINING)
def train_agrees_with_tensorflow(student):
    """train arrives where TensorFlow arrived with the same net"""
    for activation in ACTIVATIONS:
        case = known[activation]
        arrays = [np.array(array) for array in case["inputs"].values()]
        args = (*arrays, case["lr"], case["epochs"], activation)
        expected = [np.array(case["outputs"][name]) for name in TRAINED]
        expected[2], expected[4] = (
            expected[2][None, :],
            expected[4][None, :],
        )  # Keras keeps a bias as a vector
        of = f"train(…, activation={activation!r})"
        assert_agrees(student.train, reference.train, *args, of=of, parts=TRAINED, expected=expected)


def train_with(step):
    """A wrong train that makes one epoch with `step`: outputs, then the new parameters."""

    def train(I, T, WH, BH, WO, BO, lr, epochs, activation):
        parameters = (WH, BH, WO, BO)
        for _ in range(epochs):
            O, parameters = step(I, T, *parameters, lr, activation)
        return O, *parameters

    return train


def activated_epoch(
    I,
    T,
    WH,
    BH,
    WO,
    BO,
    lr,
    activation,
    *,
    hidden=None,
    output=None,
    hidden_slope=True,
    output_slope=True,
    early=False,
    direction=-1,
):
    """One right epoch, or one with a mistake switched on; `hidden` and `output` stand in place of the activation in the
    layer's forward pass."""
    r = reference
    H = r.activate(I @ WH + BH, hidden or activation)
    O = r.activate(H @ WO + BO, output or activation)
    Ob = r.output_delta(O, T)
    if output_slope:
        Ob = r.activate_backward(Ob, O, activation)
    back_through = WO
    if early:
        back_through = WO - lr * (H.T @ Ob)
    Hb = r.hidden_delta(Ob, back_through)
    if hidden_slope:
        Hb = r.activate_backward(Hb, H, activation)
    slopes = r.gradients(I, H, Ob, Hb)
    return O, tuple(p + direction * lr * g for p, g in zip((WH, BH, WO, BO), slopes, strict=True))


@wrong("train", "The slope of the hidden layer's activation is missing: Hb has to pass activate_backward with H.")
def hidden_slope_missing(*args):
    return train_with(lambda *a: activated_epoch(*a, hidden_slope=False))(*args)


@wrong("train", "The slope of the output's activation is missing: Ob has to pass activate_backward with O.")
def output_slope_missing(*args):
    return train_with(lambda *a: activated_epoch(*a, output_slope=False))(*args)


@wrong("train", "WO is updated before the hidden error is computed with it; compute all gradients first.")
def updated_too_early(*args):
    return train_with(lambda *a: activated_epoch(*a, early=True))(*args)


@wrong("train", "The parameters move along the gradient; to make the error smaller subtract lr times it.")
def uphill(*args):
    return train_with(lambda *a: activated_epoch(*a, direction=1))(*args)


@wrong("train", "The learning rate is missing in the updates.")
def learning_rate_missing(I, T, WH, BH, WO, BO, lr, epochs, activation):
    return train_with(activated_epoch)(I, T, WH, BH, WO, BO, 1.0, epochs, activation)


@wrong("train", "The hidden layer's activation is missing in the forward pass: H is activate(I @ WH + BH, activation).")
def hidden_activation_missing(*args):
    return train_with(lambda *a: activated_epoch(*a, hidden="linear"))(*args)


@wrong("train", "The output layer's activation is missing in the forward pass: O is activate(H @ WO + BO, activation).")
def output_activation_missing(*args):
    return train_with(lambda *a: activated_epoch(*a, output="linear"))(*args)


@wrong("train", "The activation is used in the hidden layer only; the output layer has it too.")
def output_layer_linear(*args):
    def step(I, T, WH, BH, WO, BO, lr, activation):
        r = reference
        H = r.activate(I @ WH + BH, activation)
        O = H @ WO + BO
        Ob = r.output_delta(O, T)
        slopes = r.gradients(I, H, Ob, r.activate_backward(r.hidden_delta(Ob, WO), H, activation))
        return O, tuple(p - lr * g for p, g in zip((WH, BH, WO, BO), slopes, strict=True))

    return train_with(step)(*args)


@wrong(
    "train",
    "O is computed once more after the last update; return the outputs before it, as the book prints them.",
)
def outputs_after_the_update(I, T, WH, BH, WO, BO, lr, epochs, activation):
    _, WH, BH, WO, BO = reference.train(I, T, WH, BH, WO, BO, lr, epochs, activation)
    return reference.train(I, T, WH, BH, WO, BO, lr, 1, activation)[0], WH, BH, WO, BO


# --- why_relu_is_linear -----------------------------------------------------------------------------------------------

why_relu_is_linear = choice(
    "why_relu_is_linear",
    points=1,
    sentence="why_relu_is_linear names the reason",
    answer="c",
    wrongs={
        "a": "The slopes are the same only above 0; below 0 the ReLU's slope is 0.",
        "b": "A small learning rate makes all changes small, but it does not make two networks equal.",
        "d": "The error is computed from the outputs, and those do depend on the activation.",
    },
)


# --- numeric_gradient -------------------------------------------------------------------------------------------------


@check("numeric_gradient", points=2, uses=("sigmoid", "relu"))
def numeric_gradient_of_any_net(student, draw):
    """numeric_gradient moves one hidden weight at a time up and down by h, for any net, activation and h"""
    for activation in ACTIVATIONS:
        args = (*net(draw), activation, draw.number(0.3, 1.5))
        expected = reference.numeric_gradient(*args)
        # The two errors nearly cancel: what each was rounded by stays, divided by h.
        rounding = np.full(expected.shape, error_of(*args[:-1]) / args[-1])
        of = f"numeric_gradient(…, activation={activation!r}, h={args[-1]:.3g})"
        assert_close(student.numeric_gradient(*args), expected, of=of, conditioning=rounding)


def error_of(I, T, WH, BH, WO, BO, activation):
    """The mean squared error of a net."""
    H = reference.activate(I @ WH + BH, activation)
    return ((reference.activate(H @ WO + BO, activation) - T) ** 2).mean()


def measured(difference, error=error_of):
    """Slopes where `difference(error of a move, move, h)` stands for one entry of WH."""

    def numeric_gradient(I, T, WH, BH, WO, BO, activation, h):
        found = np.zeros(WH.shape)
        for index in np.ndindex(*WH.shape):
            move = np.zeros(WH.shape)
            move[index] = h
            found[index] = difference(lambda by: error(I, T, WH + by, BH, WO, BO, activation), move, h)
        return found

    return numeric_gradient


def central(error, move, h):
    return (error(move) - error(-move)) / (2 * h)


@wrong("numeric_gradient", "The weight is moved up only; move it up and down and divide by 2h.")
def moved_up_only(*args):
    return measured(lambda error, move, h: (error(move) - error(0 * move)) / h)(*args)


@wrong("numeric_gradient", "The weight is moved down only; move it up and down and divide by 2h.")
def moved_down_only(*args):
    return measured(lambda error, move, h: (error(0 * move) - error(-move)) / h)(*args)


@wrong("numeric_gradient", "From h below to h above is 2h: divide by that.")
def divided_by_h(*args):
    return measured(lambda error, move, h: (error(move) - error(-move)) / h)(*args)


@wrong("numeric_gradient", "Brackets are missing: (…) / (2 * h), not (…) / 2 * h.")
def multiplied_by_h(*args):
    return measured(lambda error, move, h: (error(move) - error(-move)) / 2 * h)(*args)


@wrong("numeric_gradient", "The sign is reversed: the error above minus the error below.")
def below_minus_above(*args):
    return measured(lambda error, move, h: (error(-move) - error(move)) / (2 * h))(*args)


@wrong("numeric_gradient", "It is not divided: the difference of the errors has to be divided by 2h.")
def not_divided(*args):
    return measured(lambda error, move, h: error(move) - error(-move))(*args)


@wrong("numeric_gradient", "The error is a sum here; take the mean over all entries.")
def slopes_of_the_sum(*args):
    return measured(central)(*args) * args[1].size


@wrong("numeric_gradient", "The error is half the sum of the squares here; take the mean over all entries.")
def slopes_of_half_the_sum(*args):
    return measured(central)(*args) * args[1].size / 2


@wrong("numeric_gradient", "The mean is over the rows only; take it over all entries, rows times outputs.")
def slopes_of_the_mean_over_rows(*args):
    return measured(central)(*args) * args[1].shape[1]


@wrong("numeric_gradient", "The activations are missing: the error is that of a linear net.")
def measured_without_activations(I, T, WH, BH, WO, BO, activation, h):
    return measured(central)(I, T, WH, BH, WO, BO, "linear", h)


@wrong("numeric_gradient", "The output layer has no activation here; both layers have it.")
def measured_with_linear_outputs(*args):
    def error(I, T, WH, BH, WO, BO, activation):
        return ((reference.activate(I @ WH + BH, activation) @ WO + BO - T) ** 2).mean()

    return measured(central, error)(*args)


@wrong("numeric_gradient", "The hidden layer has no activation here; both layers have it.")
def measured_with_a_linear_hidden_layer(*args):
    def error(I, T, WH, BH, WO, BO, activation):
        return ((reference.activate((I @ WH + BH) @ WO + BO, activation) - T) ** 2).mean()

    return measured(central, error)(*args)


@wrong("numeric_gradient", "The step is a number of your own; move the weights by the argument h.")
def h_of_its_own(I, T, WH, BH, WO, BO, activation, h):
    return reference.numeric_gradient(I, T, WH, BH, WO, BO, activation, 1e-4)


@wrong("numeric_gradient", "A weight stays moved while the next one is measured: start from WH for each entry.")
def stays_moved(I, T, WH, BH, WO, BO, activation, h):
    found, WH = np.zeros(WH.shape), WH.copy()
    for index in np.ndindex(*WH.shape):
        WH[index] += h
        above = error_of(I, T, WH, BH, WO, BO, activation)
        WH[index] -= 2 * h
        found[index] = (above - error_of(I, T, WH, BH, WO, BO, activation)) / (2 * h)
    return found


@wrong("numeric_gradient", "All weights are moved at once; move one and leave the others where they are.")
def all_moved_at_once(I, T, WH, BH, WO, BO, activation, h):
    above, below = (error_of(I, T, WH + by, BH, WO, BO, activation) for by in (h, -h))
    return np.full(WH.shape, (above - below) / (2 * h))


@wrong("numeric_gradient", "This is the transpose: return (inputs, hidden), like WH.")
def slopes_transposed(*args):
    return reference.numeric_gradient(*args).T


# --- predict ----------------------------------------------------------------------------------------------------------


@check("predict", points=2, uses=("sigmoid", "relu"))
def predict_of_any_net(student, draw):
    """predict gives the number of the largest output in each row, for any batch, sizes and activation"""
    for activation in ACTIVATIONS:
        # also more outputs than there are digits
        I, _, WH, BH, WO, BO = net(draw, batch=24, least_outputs=14 if activation == "linear" else 2)
        sums = (reference.activate(I[:1] @ WH + BH, activation) @ WO + BO)[0]
        second, first = np.argsort(sums)[-2:]
        BO[0, second] += sums[first] - sums[second] - 0.002  # two outputs of the first row are near each other
        if activation == "relu":
            BO = BO + 9.0  # else all outputs of a row may be 0, and none is the largest
        of = f"predict(…, activation={activation!r})"
        for rows in (I, I[:1]):
            assert_agrees(student.predict, reference.predict, rows, WH, BH, WO, BO, activation, of=of)


def outputs_of(I, WH, BH, WO, BO, activation):
    return reference.activate(reference.activate(I @ WH + BH, activation) @ WO + BO, activation)


@wrong("predict", "This looks for the row with the largest value in each column; use axis=1, one answer for each row.")
def largest_in_each_column(*args):
    return np.argmax(outputs_of(*args), axis=0)


@wrong("predict", "This is one number for the whole batch; use axis=1, one answer for each row.")
def largest_of_the_batch(*args):
    return np.argmax(outputs_of(*args))


@wrong("predict", "This is the largest output itself; the digit is its number in the row.")
def largest_output(*args):
    return np.max(outputs_of(*args), axis=1)


@wrong("predict", "This is the smallest output of each row; take the largest.")
def smallest_output(*args):
    return np.argmin(outputs_of(*args), axis=1)


@wrong("predict", "The digits are counted from 0: the first output stands for 0.")
def counted_from_one(*args):
    return np.argmax(outputs_of(*args), axis=1) + 1


@wrong("predict", "This is the largest hidden node; go on through the output layer.")
def largest_hidden_node(I, WH, BH, WO, BO, activation):
    return np.argmax(reference.activate(I @ WH + BH, activation), axis=1)


@wrong("predict", "The biases of both layers are missing.")
def read_without_biases(I, WH, BH, WO, BO, activation):
    return np.argmax(outputs_of(I, WH, 0 * BH, WO, 0 * BO, activation), axis=1)


@wrong("predict", "The output layer's bias BO is missing.")
def read_without_output_bias(I, WH, BH, WO, BO, activation):
    return np.argmax(outputs_of(I, WH, BH, WO, 0, activation), axis=1)


@wrong("predict", "The hidden layer has no activation here; both layers have it.")
def read_with_a_linear_hidden_layer(I, WH, BH, WO, BO, activation):
    return np.argmax((I @ WH + BH) @ WO + BO, axis=1)


@wrong("predict", "The answers stand in a column; return one axis, (batch,).")
def column_of_answers(*args):
    return np.argmax(outputs_of(*args), axis=1)[:, None]


@wrong("predict", "The answer is one-hot, 1 at the digit; return the digits themselves, (batch,).")
def one_hot_answer(*args):
    O = outputs_of(*args)
    return np.eye(O.shape[1])[np.argmax(O, axis=1)]


# --- TensorFlow -------------------------------------------------------------------------------------------------------


def keras_biases(trained):
    """What NumPy's train returns, with the biases as Keras keeps them."""
    O, WH, BH, WO, BO = trained
    return O, WH, BH[0], WO, BO[0]


def forward_reference(I, WH, BH, WO, BO, activation):
    return reference.train(I, np.zeros((len(I), WO.shape[1])), WH, BH, WO, BO, 0.0, 1, activation)[0]


def train_reference(*args):
    return keras_biases(reference.train(*args))


@check("keras_forward", points=1, library="tensorflow")
def keras_forward_of_the_book(student):
    """keras_forward gives the outputs of the book"""
    r = reference
    args = (r.I, r.WH0, r.BH0, r.WO0, r.BO0, "linear")
    assert_agrees(student.keras_forward, forward_reference, *args, of="keras_forward(…)", visible=True)


@check("keras_forward", points=2, library="tensorflow", draws=1)
def keras_forward_of_any_net(student, draw):
    """keras_forward gives the outputs of any net with any of the four activations"""
    for activation in ACTIVATIONS:
        I, _, *parameters = net(draw)
        of = f"keras_forward(…, activation={activation!r})"
        assert_agrees(student.keras_forward, forward_reference, I, *parameters, activation, of=of)


@wrong("keras_forward", "The activation is missing in the output layer.")
def keras_output_linear(I, WH, BH, WO, BO, activation):
    return reference.activate(I @ WH + BH, activation) @ WO + BO


@wrong("keras_forward", "The activation is missing in the hidden layer.")
def keras_hidden_linear(I, WH, BH, WO, BO, activation):
    return reference.activate((I @ WH + BH) @ WO + BO, activation)


@wrong("keras_forward", "The activation is missing in both layers.")
def keras_all_linear(I, WH, BH, WO, BO, activation):
    return (I @ WH + BH) @ WO + BO


@wrong("keras_forward", "The biases were not set: a new layer's biases are 0.")
def keras_biases_not_set(I, WH, BH, WO, BO, activation):
    return forward_reference(I, WH, 0 * BH, WO, 0 * BO, activation)


@wrong("keras_forward", "Both layers have a sigmoid, whatever the argument activation says.")
def keras_always_sigmoid(I, WH, BH, WO, BO, activation):
    return forward_reference(I, WH, BH, WO, BO, "sigmoid")


@check("keras_train", points=2, library="tensorflow", draws=1)
def keras_train_step_by_step(student, draw):
    """keras_train is right after one, three and 80 epochs for any net, learning rate and activation"""
    for activation, epochs in zip(ACTIVATIONS, (1, 3, 1, 3), strict=True):
        # fit takes 32 rows at a time unless it is told the size of a batch
        args = (*net(draw, batch=40 if epochs == 1 else None), learning_rate(draw, epochs), epochs, activation)
        of = f"keras_train(…, epochs={epochs}, activation={activation!r})"
        assert_agrees(student.keras_train, train_reference, *args, of=of, parts=TRAINED)
    r = reference
    args = (r.I, r.T, r.WH0, r.BH0, r.WO0, r.BO0, 0.01, 80, "tanh")
    of = "keras_train(…, epochs=80, activation='tanh')"
    assert_agrees(student.keras_train, train_reference, *args, of=of, parts=TRAINED, visible=True)


@check("keras_train", points=2, library="tensorflow", draws=1)
def keras_train_as_known(student, draw):
    """keras_train arrives where TensorFlow arrived before with the same net"""
    activation = ACTIVATIONS[draw.integer(0, len(ACTIVATIONS) - 1)]
    case = known[activation]
    arrays = [np.array(array) for array in case["inputs"].values()]
    args = (*arrays, case["lr"], case["epochs"], activation)
    expected = [np.array(case["outputs"][name]) for name in TRAINED]
    of = f"keras_train(…, activation={activation!r})"
    assert_agrees(student.keras_train, train_reference, *args, of=of, parts=TRAINED, expected=expected)


@wrong("keras_train", "The learning rate is not passed on: SGD() alone takes 0.01.")
def keras_default_learning_rate(I, T, WH, BH, WO, BO, lr, epochs, activation):
    return train_reference(I, T, WH, BH, WO, BO, 0.01, epochs, activation)


@wrong("keras_train", "O is computed after the last update; return the outputs before it.")
def keras_outputs_after_the_update(*args):
    return keras_biases(outputs_after_the_update.answer(*args))


@wrong("keras_train", "The model is trained for one epoch only, whatever the argument epochs says.")
def keras_one_epoch(I, T, WH, BH, WO, BO, lr, epochs, activation):
    return train_reference(I, T, WH, BH, WO, BO, lr, 1, activation)


@wrong("keras_train", "The activation is missing in the output layer.")
def keras_train_output_linear(*args):
    return keras_biases(output_layer_linear.answer(*args))


@wrong("keras_train", "The model is not trained: these are the weights it began with.")
def keras_not_trained(I, T, WH, BH, WO, BO, lr, epochs, activation):
    return train_reference(I, T, WH, BH, WO, BO, 0.0, epochs, activation)


@wrong("keras_train", "fit makes a step for each 32 rows; train on the whole batch: say the batch_size.")
def keras_batches_of_32(I, T, WH, BH, WO, BO, lr, epochs, activation):
    for _ in range(epochs):
        O = forward_reference(I, WH, BH, WO, BO, activation)
        for start in range(0, len(I), 32):
            rows = slice(start, start + 32)
            _, WH, BH, WO, BO = reference.train(I[rows], T[rows], WH, BH, WO, BO, lr, 1, activation)
    return keras_biases((O, WH, BH, WO, BO))


@wrong("keras_train", "The biases are rows, (1, nodes); return them as Keras keeps them, (nodes,).")
def keras_biases_as_rows(*args):
    return reference.train(*args)


@wrong("keras_train", "The loss is half the sum of squares for each row; MeanSquaredError is the mean.")
def keras_sum_of_squares(I, T, WH, BH, WO, BO, lr, epochs, activation):
    return train_reference(I, T, WH, BH, WO, BO, lr * T.shape[1] / 2, epochs, activation)


# --- pictures ----------------------------------------------------------------------------------------------------------


@picture("train")
def errors_of_the_book(student):
    r, epochs = reference, (1, 2, 5, 10, 20, 50, 100, 200)
    nets = [(r.I, r.T, r.WH0, r.BH0, r.WO0, r.BO0, r.lr, count, "sigmoid") for count in epochs]
    yours, expected = ([((train(*net)[0] - r.T) ** 2).mean() for net in nets] for train in (student.train, r.train))
    return curves("The error of the book's net with the sigmoid", "epochs", "error", yours, expected, epochs)

"""Hidden checks and known wrong answers of the training with tf.GradientTape.

The references of the TensorFlow blanks are NumPy functions written here: the grader itself never runs TensorFlow.
"""

import numpy as np

from autograder.checks import (
    Failure,
    as_numbers,
    as_parts,
    assert_agrees,
    assert_close,
    assert_labels,
    check,
    choice,
    drawn,
    figure_of,
    figures,
    known_outputs,
    named,
    picture,
    reference_of,
    wrong,
)

reference = reference_of(__file__)
known = known_outputs(__file__)

GRADIENTS = ("WHb", "BHb", "WOb", "BOb")
TRAINED = ("O", "WH", "BH", "WO", "BO")


# --- the network in NumPy ---------------------------------------------------------------------------------------------


def softmax(Z):
    powers = np.exp(Z - Z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def forward(I, WH, BH, WO, BO, bend=lambda x: np.maximum(0, x)):
    H = bend(I @ WH + BH)  # (batch, hidden)
    return H, softmax(H @ WO + BO)  # (batch, classes)


def mean_cross_entropy(O, T):
    """The derivative of the mean cross-entropy with respect to the sums of the output layer."""
    return (O - T) / len(O)


def outputs_of(*arguments):
    return forward(arguments[0], *arguments[2:])[1]


def gradients_of(I, T, WH, BH, WO, BO, *, delta=mean_cross_entropy, bend=None, slope=lambda H: H > 0):
    """The gradients, or those of a network with another error or another hidden activation."""
    H, O = forward(I, WH, BH, WO, BO, *([bend] if bend else []))
    Ob = delta(O, T)
    Hb = Ob @ WO.T * slope(H)
    return I.T @ Hb, Hb.sum(axis=0), H.T @ Ob, Ob.sum(axis=0)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def with_sigmoid(*arguments):
    return gradients_of(*arguments, bend=sigmoid, slope=lambda H: H * (1 - H))


def through_softmax(O, slopes):
    """The derivative with respect to the sums, from that with respect to the outputs of a softmax."""
    return O * (slopes - (slopes * O).sum(axis=1, keepdims=True))


def mean_square(O, T):
    return through_softmax(O, 2 * (O - T) / O.size)


def exchanged_cross_entropy(O, T):
    """The slope of loss(O, T), the targets last; Keras keeps the logarithm of a target of 0 finite."""
    return through_softmax(O, -np.log(np.clip(T, 1e-7, 1 - 1e-7)) / len(O))


def trained_with(gradients, outputs=outputs_of, direction=-1):
    """A training with these functions in place of the right ones: O, the parameters, the gradients of all epochs."""

    def run(I, T, WH, BH, WO, BO, lr, epochs):
        parameters, history = (WH, BH, WO, BO), []
        for _ in range(epochs):
            O = outputs(I, T, *parameters)
            history.append(gradients(I, T, *parameters))
            parameters = tuple(p + direction * lr * g for p, g in zip(parameters, history[-1], strict=True))
        return O, parameters, tuple(np.array(each) for each in zip(*history, strict=True))

    return run


right_training = trained_with(gradients_of)


def right_train(*arguments):
    O, parameters, _ = right_training(*arguments)
    return O, *parameters


def right_look(*arguments):
    return right_training(*arguments)[2]


def net(draw):
    """Examples and weights of a random net; its batch and layers differ in size, and no ReLU is near its kink."""
    batch, inputs, hidden, classes = draw.sizes(4)
    while True:
        I, WH, BH = draw.normal(batch, inputs), draw.normal(inputs, hidden, scale=0.5), draw.normal(hidden, scale=0.5)
        if np.abs(I @ WH + BH).min() > 1e-3:
            break
    T = np.eye(classes)[draw.integers(batch, low=0, high=classes - 1)]
    return I, T, WH, BH, draw.normal(hidden, classes, scale=0.5), draw.normal(classes, scale=0.5)


def book():
    r = reference
    return r.I, r.T, r.WH, r.BH, r.WO, r.BO


def known_arguments(case, training=True):
    arrays = [np.array(each) for each in case["inputs"].values()]
    return (*arrays, case["lr"], case["epochs"]) if training else tuple(arrays)


# --- tape_gradients ---------------------------------------------------------------------------------------------------


@check("tape_gradients", points=1, library="tensorflow")
def tape_gradients_of_the_document(student):
    """tape_gradients gives the gradients of the document's network before any training"""
    of = "tape_gradients(I, T, WH, BH, WO, BO)"
    assert_agrees(student.tape_gradients, gradients_of, *book(), of=of, parts=GRADIENTS, visible=True)


@check("tape_gradients", points=2, library="tensorflow")
def tape_gradients_of_any_net(student, draw):
    """tape_gradients gives the four gradients of any net and any batch"""
    of = "tape_gradients(I, T, WH, BH, WO, BO)"
    assert_agrees(student.tape_gradients, gradients_of, *net(draw), of=of, parts=GRADIENTS)


@check("tape_gradients", points=1, library="tensorflow")
def tape_gradients_as_known(student):
    """tape_gradients gives what TensorFlow gave before"""
    case = known["random"]
    expected = [np.array(case["gradients"][name][0]) for name in GRADIENTS]
    args, of = known_arguments(case, training=False), "tape_gradients(I, T, WH, BH, WO, BO)"
    assert_agrees(student.tape_gradients, gradients_of, *args, of=of, parts=GRADIENTS, expected=expected)


@wrong("tape_gradients", "The weights of the model were set without the biases: a new layer's biases are 0.")
def gradients_without_biases(I, T, WH, BH, WO, BO):
    return gradients_of(I, T, WH, 0 * BH, WO, 0 * BO)


@wrong("tape_gradients", "The error is the sum over the rows; CategoricalCrossentropy takes their mean.")
def gradients_of_the_sum(*arguments):
    return tuple(len(arguments[0]) * each for each in gradients_of(*arguments))


@wrong("tape_gradients", "The error is the mean of the squares; it has to be CategoricalCrossentropy.")
def gradients_of_the_square(*arguments):
    return gradients_of(*arguments, delta=mean_square)


@wrong("tape_gradients", "The arguments of the loss are exchanged: it is loss(T, O), the targets first.")
def gradients_with_exchanged_loss(*arguments):
    return gradients_of(*arguments, delta=exchanged_cross_entropy)


@wrong("tape_gradients", "The hidden layer has a sigmoid; it has to have relu.")
def gradients_with_sigmoid(*arguments):
    return with_sigmoid(*arguments)


@wrong("tape_gradients", "The activation of the hidden layer is missing: give its Dense layer relu.")
def gradients_without_relu(*arguments):
    return gradients_of(*arguments, bend=lambda x: x, slope=lambda H: 1)


@wrong("tape_gradients", "The sources are in another order: first both kernels, then both biases.")
def gradients_weights_first(*arguments):
    WHb, BHb, WOb, BOb = gradients_of(*arguments)
    return WHb, WOb, BHb, BOb


@wrong("tape_gradients", "The output layer comes first here; the order is WHb, BHb, WOb, BOb.")
def gradients_output_first(*arguments):
    WHb, BHb, WOb, BOb = gradients_of(*arguments)
    return WOb, BOb, WHb, BHb


@wrong("tape_gradients", "The sign is reversed: return the gradients as the tape gives them.")
def gradients_negative(*arguments):
    return tuple(-each for each in gradients_of(*arguments))


@wrong("tape_gradients", "The biases' gradients have a row too many: Keras keeps a bias as a vector.")
def gradients_with_rows(*arguments):
    return tuple(np.atleast_2d(each) for each in gradients_of(*arguments))


# --- apply_step -------------------------------------------------------------------------------------------------------


@check("apply_step", points=2, library="tensorflow")
def step_of_any_variables(student, draw):
    """apply_step moves each of several variables against its own gradient, for any learning rate"""
    for count in (1, 3):
        shapes = [draw.sizes(draw.integer(1, 2)) for _ in range(count)]
        values, gradients = ([draw.normal(*shape) for shape in shapes] for _ in range(2))
        lr = draw.number(0.05, 0.8)
        of = f"apply_step of {count} variable{'s' if count > 1 else ''}"
        found = as_parts(student.apply_step(values, gradients, lr), count, of=of)
        for number, (new, value, gradient) in enumerate(zip(found, values, gradients, strict=True)):
            sizes = np.abs(value) + np.abs(lr * gradient)  # where the two cancel, rounding is as large as they are
            assert_close(new, value - lr * gradient, of=f"variable {number} of {of}", conditioning=sizes)


def stepped(values, gradients, lr):
    return [value - lr * gradient for value, gradient in zip(values, gradients, strict=True)]


@wrong("apply_step", "The learning rate is not passed on: SGD() alone takes 0.01.")
def step_with_default_rate(values, gradients, lr):
    return stepped(values, gradients, 0.01)


@wrong("apply_step", "The learning rate is missing.")
def step_without_rate(values, gradients, lr):
    return stepped(values, gradients, 1.0)


@wrong("apply_step", "The variables move along their gradients; SGD moves them against.")
def step_uphill(values, gradients, lr):
    return stepped(values, gradients, -lr)


@wrong("apply_step", "The pairs are the wrong way round: zip(gradients, variables). These are gradients that moved.")
def step_exchanged(values, gradients, lr):
    return stepped(gradients, values, lr)


@wrong("apply_step", "These are the values before the step; return those of the variables after it.")
def step_not_made(values, gradients, lr):
    return [value.copy() for value in values]


@wrong("apply_step", "The step is made twice.")
def step_made_twice(values, gradients, lr):
    return stepped(values, gradients, 2 * lr)


@wrong("apply_step", "This is Adam; the optimizer has to be SGD.")
def step_of_adam(values, gradients, lr):
    return stepped(values, [gradient / (np.abs(gradient) + 1e-7) for gradient in gradients], lr)


@wrong("apply_step", "These are the changes alone; return the new values.")
def step_changes(values, gradients, lr):
    return [-lr * gradient for gradient in gradients]


# --- train ------------------------------------------------------------------------------------------------------------


@check("train", points=1, library="tensorflow")
def train_prints_the_document(student):
    """train gives the document's numbers after 200 epochs"""
    of = "train(…, epochs=200)"
    assert_agrees(student.train, right_train, *book(), 0.01, 200, of=of, parts=TRAINED, visible=True)


@check("train", points=2, library="tensorflow")
def train_step_by_step(student, draw):
    """train is right after one, two and three epochs for any net and any learning rate"""
    for epochs in (1, 2, 3):
        args = (*net(draw), draw.number(0.1, 0.4), epochs)
        assert_agrees(student.train, right_train, *args, of=f"train(…, epochs={epochs})", parts=TRAINED)


@check("train", points=1, library="tensorflow")
def train_as_known(student):
    """train arrives where TensorFlow arrived before"""
    for case in known.values():
        expected = [np.array(case["outputs"][name]) for name in TRAINED]
        of = f"train(…, epochs={case['epochs']})"
        assert_agrees(student.train, right_train, *known_arguments(case), of=of, parts=TRAINED, expected=expected)


def train_by(*arguments, **changes):
    O, parameters, _ = trained_with(changes.pop("gradients", gradients_of), **changes)(*arguments)
    return O, *parameters


@wrong("train", "The learning rate is not passed on; here it is always 0.001.")
def train_with_other_rate(*arguments):
    return train_by(*arguments[:6], 0.001, arguments[7])


@wrong("train", "O is computed after the last update; return the outputs before it.")
def train_outputs_after(*arguments):
    _, *parameters = right_train(*arguments)
    return outputs_of(*arguments[:2], *parameters), *parameters


@wrong("train", "The model is trained for one epoch, whatever the argument epochs says.")
def train_one_epoch(*arguments):
    return right_train(*arguments[:7], 1)


@wrong("train", "The model is not trained: these are the weights it began with. Is apply_gradients missing?")
def train_not_trained(*arguments):
    return outputs_of(*arguments[:6]), *arguments[2:6]


@wrong("train", "The weights move along the gradients; to make the error smaller they move against them.")
def train_uphill(*arguments):
    return train_by(*arguments, direction=1)


@wrong("train", "The error is the mean of the squares; it has to be CategoricalCrossentropy.")
def train_with_squares(*arguments):
    return train_by(*arguments, gradients=lambda *a: gradients_of(*a, delta=mean_square))


@wrong("train", "The biases are never updated: give the tape all trainable_variables as sources.")
def train_keeps_biases(*arguments):
    def kernels_only(*a):
        WHb, BHb, WOb, BOb = gradients_of(*a)
        return WHb, 0 * BHb, WOb, 0 * BOb

    return train_by(*arguments, gradients=kernels_only)


@wrong("train", "Only the output layer is trained: give the tape all trainable_variables as sources.")
def train_keeps_the_hidden_layer(*arguments):
    def output_only(*a):
        WHb, BHb, WOb, BOb = gradients_of(*a)
        return 0 * WHb, 0 * BHb, WOb, BOb

    return train_by(*arguments, gradients=output_only)


@wrong("train", "The hidden layer has a sigmoid; it has to have relu.")
def train_with_sigmoid(*arguments):
    outputs = lambda I, T, *parameters: forward(I, *parameters, sigmoid)[1]  # noqa: E731
    return train_by(*arguments, gradients=with_sigmoid, outputs=outputs)


@wrong("train", "Every epoch applies the gradients of the first one; open a new tape in every epoch.")
def train_with_first_gradients(*arguments):
    return train_by(*arguments, gradients=lambda *_: gradients_of(*arguments[:6]))


# --- look -------------------------------------------------------------------------------------------------------------


def stacked(function, of):
    """The function; where a history comes as a list of arrays, one for each epoch, it is made an array."""

    def call(*arguments):
        parts = list(as_parts(function(*arguments), 4, of=of))
        for position, part in enumerate(parts):
            if isinstance(part, (list, tuple)) and part:
                arrays = [as_numbers(each, of=f"{GRADIENTS[position]} of {of}") for each in part]
                if len({array.shape for array in arrays}) > 1:
                    raise Failure(f"{GRADIENTS[position]} of {of} has epochs of different shapes", part)
                parts[position] = np.array(arrays)
        return parts

    return call


def check_look(student, arguments, visible=False, expected=None):
    of = f"look(…, epochs={arguments[-1]})"
    look = stacked(student.look, of)
    assert_agrees(look, right_look, *arguments, of=of, parts=GRADIENTS, visible=visible, expected=expected)


@check("look", points=1, library="tensorflow")
def look_at_the_document(student):
    """look gives the gradients of the document's 200 epochs, the last of which it prints"""
    check_look(student, (*book(), 0.01, 200), visible=True)


@check("look", points=2, library="tensorflow")
def look_at_any_net(student, draw):
    """look gives the gradients of every epoch for any net and any learning rate"""
    for epochs in (1, 3):
        check_look(student, (*net(draw), draw.number(0.1, 0.4), epochs))


@check("look", points=1, library="tensorflow")
def look_as_known(student):
    """look gives what TensorFlow gave before"""
    case = known["random"]
    check_look(student, known_arguments(case), expected=[np.array(case["gradients"][name]) for name in GRADIENTS])


@wrong("look", "The gradients are taken after the update of their epoch; keep them as they were before it.")
def look_after_the_update(*arguments):
    return tuple(each[1:] for each in right_look(*arguments[:7], arguments[7] + 1))


@wrong("look", "All epochs show the gradients of the first: apply them, so that the weights change.")
def look_without_training(*arguments):
    return right_look(*arguments[:6], 0.0, arguments[7])


@wrong("look", "These are the gradients of the last epoch only; keep those of every epoch.")
def look_at_the_last(*arguments):
    return tuple(each[-1] for each in right_look(*arguments))


@wrong("look", "The gradients are added up over the epochs; keep each epoch's own.")
def look_added_up(*arguments):
    return tuple(np.cumsum(each, axis=0) for each in right_look(*arguments))


@wrong("look", "These are the weights, not their gradients.")
def look_at_the_weights(*arguments):
    every = [right_train(*arguments[:7], epochs + 1)[1:] for epochs in range(arguments[7])]
    return tuple(np.array(each) for each in zip(*every, strict=True))


@wrong("look", "These are the steps, the gradients times -lr; keep the gradients themselves.")
def look_at_the_steps(*arguments):
    return tuple(-arguments[6] * each for each in right_look(*arguments))


@wrong("look", "Here are the gradients epoch by epoch; return four arrays whose first axis is the epoch.")
def look_epoch_by_epoch(*arguments):
    return [list(epoch) for epoch in zip(*right_look(*arguments), strict=True)]


@wrong("look", "The order is another: return WHb, BHb, WOb, BOb.")
def look_output_first(*arguments):
    WHb, BHb, WOb, BOb = right_look(*arguments)
    return WOb, BOb, WHb, BHb


@wrong("look", "The weights move along the gradients; to make the error smaller they move against them.")
def look_uphill(*arguments):
    return trained_with(gradients_of, direction=1)(*arguments)[2]


# --- plot_sizes -------------------------------------------------------------------------------------------------------


def histories(draw):
    """Gradients over some epochs that shrink, of either sign; their sizes never have the same largest entry."""
    epochs, inputs, hidden, classes = draw.integer(9, 12), *draw.sizes(3)
    shapes = ((inputs, hidden), (hidden,), (hidden, classes), (classes,))
    shrinking = 0.8 ** np.arange(epochs)
    return [draw.normal(epochs, *shape) * shrinking.reshape(-1, *[1] * len(shape)) for shape in shapes]


def drawn_sizes(student, arguments):
    """The labels of each axes, and what is drawn in them: at least one curve."""
    labels, curves = drawn(student, "plot_sizes", *arguments)
    if not curves:
        raise Failure("plot_sizes draws nothing")
    return labels, curves


@check("plot_sizes", points=2)
def sizes_are_drawn(student, draw):
    """the figure has a line for each gradient: its largest entry without the sign, over the epochs, with its name"""
    arguments = histories(draw)
    _, curves = drawn_sizes(student, arguments)
    for name, gradients in zip(GRADIENTS, arguments, strict=True):
        found = named(curves, name)
        if len(found) != 1:
            raise Failure(f"{len(found)} lines have the label {name}, but it should be one")
        x, y = found[0].x, found[0].y
        epochs = np.arange(len(gradients))
        sizes = np.array([np.abs(each).max() for each in gradients])
        if x.shape != epochs.shape or not np.array_equal(x - x[0], epochs) or x[0] not in (0, 1):
            raise Failure(f"the line {name} does not go over the epochs 0, 1, … {len(epochs) - 1}")
        assert_close(y, sizes, of=f"the heights of the line {name}")


@check("plot_sizes", points=1)
def sizes_have_labels(student, draw):
    """both axes have a label"""
    labels, _ = drawn_sizes(student, histories(draw))
    assert_labels(labels, missing="an axis has no label: add plt.xlabel and plt.ylabel")


def largest(gradients):
    return np.abs(gradients.reshape(len(gradients), -1)).max(axis=1)


def sizes_figure(arguments, size=largest, names=GRADIENTS, labels=("epoch", "size")):
    """What plot_sizes draws, or a figure with one part done differently."""
    return figure_of(*((size(gradients),) for gradients in arguments), names=names, labels=labels)


@wrong("plot_sizes", "The largest entry is taken with its sign; take absolute values first.")
def sizes_with_sign(*arguments):
    return sizes_figure(arguments, lambda each: each.reshape(len(each), -1).max(axis=1))


@wrong("plot_sizes", "This is the mean of the absolute values; the size here is the largest of them.")
def sizes_as_mean(*arguments):
    return sizes_figure(arguments, lambda each: np.abs(each.reshape(len(each), -1)).mean(axis=1))


@wrong("plot_sizes", "This is the root of the sum of the squares; the size here is the largest entry.")
def sizes_as_norm(*arguments):
    return sizes_figure(arguments, lambda each: np.sqrt((each.reshape(len(each), -1) ** 2).sum(axis=1)))


@wrong("plot_sizes", "The first entry of each gradient is drawn; take the largest, without its sign.")
def sizes_of_first_entries(*arguments):
    return sizes_figure(arguments, lambda each: np.abs(each.reshape(len(each), -1)[:, 0]))


@wrong("plot_sizes", "The largest entry of all epochs is drawn; take that of each epoch.")
def sizes_over_all_epochs(*arguments):
    return sizes_figure(arguments, lambda each: np.full(len(each), np.abs(each).max()))


@wrong("plot_sizes", "The labels of kernels and biases are swapped.")
def sizes_with_swapped_names(*arguments):
    return sizes_figure(arguments, names=("BHb", "WHb", "BOb", "WOb"))


@wrong("plot_sizes", 'The lines have no labels: label="WHb" and so on.')
def sizes_without_names(*arguments):
    return sizes_figure(arguments, names=("", "", "", ""))


@wrong("plot_sizes", "The axes have no labels: add plt.xlabel and plt.ylabel.")
def sizes_without_axes_labels(*arguments):
    return sizes_figure(arguments, labels=("", ""))


# --- why_small --------------------------------------------------------------------------------------------------------

why_small = choice(
    "why_small",
    points=1,
    sentence="why_small names the reason",
    answer="c",
    wrongs={
        "a": "What comes back passes the ReLU once, for weights and bias alike, and its slope is 1 here.",
        "b": "With one row the mean divides by 1, and no gradient shares with another.",
        "d": "The gradients are printed before the optimizer has them, and its learning rate is one number.",
    },
)


# --- pictures ----------------------------------------------------------------------------------------------------------


@picture("plot_sizes")
def sizes_drawn(student):
    return figures(
        "The sizes of the gradients",
        student,
        reference,
        "plot_sizes",
        *[k * 0.7 ** np.arange(8.0)[:, None] for k in (4, 3, 2, 1)],
    )

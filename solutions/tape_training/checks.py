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
    assert_no_other,
    check,
    choice,
    curves,
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
WEIGHTS = ("WH", "BH", "WO", "BO")


# --- the network in NumPy ---------------------------------------------------------------------------------------------


def softmax(Z):
    powers = np.exp(Z - Z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def forward(I, weights):
    WH, BH, WO, BO = weights
    H = np.maximum(0, I @ WH + BH)  # (batch, hidden)
    return H, softmax(H @ WO + BO)  # (batch, classes)


def error_of(I, T, weights):
    return -np.sum(T * np.log(forward(I, weights)[1])) / len(I)


def mean_cross_entropy(O, T):
    """The derivative of the mean cross-entropy with respect to the sums of the output layer."""
    return (O - T) / len(O)


def through_softmax(O, slopes):
    """The derivative with respect to the sums, from that with respect to the outputs of a softmax."""
    return O * (slopes - (slopes * O).sum(axis=1, keepdims=True))


def mean_square(O, T):
    return through_softmax(O, 2 * (O - T) / O.size)


def exchanged_cross_entropy(O, T):
    """The slope of loss(O, T), the targets last; Keras keeps the logarithm of a target of 0 finite."""
    return through_softmax(O, -np.log(np.clip(T, 1e-7, 1 - 1e-7)) / len(O))


def cross_entropy_of_logits(O, T):
    """The slope where the loss takes the outputs for logits, and puts a second softmax on them."""
    return through_softmax(O, (softmax(O) - T) / len(O))


def gradients_of(I, T, weights, delta=mean_cross_entropy):
    """The gradients, or those of a network with another error."""
    H, O = forward(I, weights)
    Ob = delta(O, T)
    Hb = Ob @ weights[2].T * (H > 0)
    return [I.T @ Hb, Hb.sum(axis=0), H.T @ Ob, Ob.sum(axis=0)]


def stepped(weights, gradients, lr):
    return [W - lr * gradient for W, gradient in zip(weights, gradients, strict=True)]


def net(draw):
    """Rows and weights of a random net; its sizes differ, and no ReLU is near its kink."""
    rows, inputs, hidden = draw.sizes(3)
    classes = draw.choice([size for size in range(2, 6) if size not in (rows, inputs, hidden)])
    return random_net(draw, rows, inputs, hidden, classes)


def random_net(draw, rows, inputs, hidden, classes):
    while True:
        I, WH, BH = floats(draw, rows, inputs, scale=1.0), floats(draw, inputs, hidden), floats(draw, hidden)
        sums = I @ WH + BH
        if np.abs(sums).min() > 1e-3 and (sums > 0).any():
            break
    T = np.eye(classes)[draw.integers(rows, low=0, high=classes - 1)]
    return I, T, [WH, BH, floats(draw, hidden, classes), floats(draw, classes)]


def floats(draw, *shape, scale=0.5):
    return draw.normal(*shape, scale=scale, whole=False)


def book():
    return reference.I, reference.T, reference.weights


def known_net(case):
    I, T, *weights = (np.array(each) for each in case["inputs"].values())
    return I, T, weights


# --- tape_gradients ---------------------------------------------------------------------------------------------------

CALL = "tape_gradients(I, T, weights)"


@check("tape_gradients", points=1, library="tensorflow")
def tape_gradients_of_one_row(student):
    """tape_gradients gives the gradients of the small network before any training"""
    assert_agrees(student.tape_gradients, gradients_of, *book(), of=CALL, parts=GRADIENTS, visible=True)


@check("tape_gradients", points=2, library="tensorflow")
def tape_gradients_of_any_net(student, draw):
    """tape_gradients gives the four gradients of any net and any batch"""
    assert_agrees(student.tape_gradients, gradients_of, *net(draw), of=CALL, parts=GRADIENTS)


@check("tape_gradients", points=1, library="tensorflow")
def tape_gradients_as_known(student):
    """tape_gradients gives what TensorFlow gave before"""
    case = known["training"]
    expected = [np.array(case["gradients"][name][0]) for name in GRADIENTS]
    assert_agrees(student.tape_gradients, gradients_of, *known_net(case), of=CALL, parts=GRADIENTS, expected=expected)


@wrong("tape_gradients", "The error is the sum over the rows; CategoricalCrossentropy takes their mean.")
def gradients_of_the_sum(I, T, weights):
    return [len(I) * each for each in gradients_of(I, T, weights)]


@wrong("tape_gradients", "The error is the mean of the squares; it has to be CategoricalCrossentropy.")
def gradients_of_the_square(I, T, weights):
    return gradients_of(I, T, weights, mean_square)


@wrong("tape_gradients", "The arguments of the loss are exchanged: it is loss(T, O), the targets first.")
def gradients_with_exchanged_loss(I, T, weights):
    return gradients_of(I, T, weights, exchanged_cross_entropy)


@wrong(
    "tape_gradients", "The loss makes a second softmax: leave out from_logits=True, the model has a softmax already."
)
def gradients_with_two_softmaxes(I, T, weights):
    return gradients_of(I, T, weights, cross_entropy_of_logits)


@wrong("tape_gradients", "The sources are in another order: first both kernels, then both biases.")
def gradients_kernels_first(I, T, weights):
    WHb, BHb, WOb, BOb = gradients_of(I, T, weights)
    return WHb, WOb, BHb, BOb


@wrong("tape_gradients", "The output layer comes first here; the order is WHb, BHb, WOb, BOb.")
def gradients_output_first(I, T, weights):
    WHb, BHb, WOb, BOb = gradients_of(I, T, weights)
    return WOb, BOb, WHb, BHb


@wrong("tape_gradients", "The sign is reversed: return the gradients as the tape gives them.")
def gradients_negative(I, T, weights):
    return [-each for each in gradients_of(I, T, weights)]


@wrong("tape_gradients", "These are the weights after a step with the gradients; return the gradients themselves.")
def gradients_applied(I, T, weights):
    return stepped(weights, gradients_of(I, T, weights), 1.0)


# --- two_slopes -------------------------------------------------------------------------------------------------------

SLOPES = ("the measured slope", "the promised slope")


def moved(weights, V, h):
    return [W + h * v for W, v in zip(weights, V, strict=True)]


def measured_slope(I, T, weights, V, h):
    return (error_of(I, T, moved(weights, V, h)) - error_of(I, T, moved(weights, V, -h))) / (2 * h)


def promised_slope(gradients, V):
    return sum(np.sum(gradient * v) for gradient, v in zip(gradients, V, strict=True))


def terms_of_promised(gradients, V):
    """The sizes of all that `promised_slope` adds, together: they nearly cancel, and what each was rounded by stays."""
    return sum(np.abs(gradient * v).sum() for gradient, v in zip(gradients, V, strict=True))


def right_slopes(I, T, weights, gradients, V, h):
    return measured_slope(I, T, weights, V, h), promised_slope(gradients, V)


def slopes_and_nets(draw):
    """The arguments; the gradients that are promised need not be the net's. No row is read right: where the error is
    small, float32 has few digits of how it changes."""
    I, T, weights = net(draw)
    T = np.eye(T.shape[1])[forward(I, weights)[1].argmin(axis=1)]
    shapes = [W.shape for W in weights]
    gradients, V = ([floats(draw, *shape) for shape in shapes] for _ in range(2))
    return I, T, weights, gradients, V, draw.number(0.2, 0.4)


@check("two_slopes", points=2, library="tensorflow")
def slopes_along_any_direction(student, draw):
    """two_slopes gives the measured and the promised slope, for any net, any gradients and any direction"""
    args, of = slopes_and_nets(draw), "two_slopes(I, T, weights, gradients, V, h)"
    I, T, weights, gradients, V, h = args
    found = as_parts(student.two_slopes(*args), 2, of=of)
    # The two errors nearly cancel, too, and are divided by 2 h.
    errors = sum(error_of(I, T, moved(weights, V, step)) for step in (h, -h))
    sizes = errors / (2 * h), terms_of_promised(gradients, V)
    for name, value, right, size in zip(SLOPES, found, right_slopes(*args), sizes, strict=True):
        assert_close(value, right, of=f"{name} of {of}", conditioning=size)


@check("two_slopes", points=1, library="tensorflow")
def promised_along_any_direction(student, draw):
    """the second number of two_slopes is what the gradients promise, for any gradients and any direction"""
    args, of = slopes_and_nets(draw), "two_slopes(I, T, weights, gradients, V, h)"
    _, promised = as_parts(student.two_slopes(*args), 2, of=of)
    sizes = terms_of_promised(*args[3:5])
    assert_close(promised, promised_slope(*args[3:5]), of=f"{SLOPES[1]} of {of}", conditioning=sizes)


@wrong("two_slopes", "Measured is with a step forth only: take the error at W + h V and at W - h V.")
def slopes_forth_only(I, T, weights, gradients, V, h):
    difference = error_of(I, T, moved(weights, V, h)) - error_of(I, T, weights)
    return difference / h, promised_slope(gradients, V)


@wrong("two_slopes", "The step back begins where the step forth ended, and leads to the start: both begin at W.")
def slopes_back_to_the_start(I, T, weights, gradients, V, h):
    difference = error_of(I, T, moved(weights, V, h)) - error_of(I, T, weights)
    return difference / (2 * h), promised_slope(gradients, V)


@wrong("two_slopes", "Measured is computed from gradients; measure it, with two errors.")
def slopes_without_measuring(I, T, weights, gradients, V, h):
    return promised_slope(gradients_of(I, T, weights), V), promised_slope(gradients, V)


@wrong("two_slopes", "Both numbers are the promised slope; the first one is measured, with two errors.")
def slopes_promised_twice(I, T, weights, gradients, V, h):
    return promised_slope(gradients, V), promised_slope(gradients, V)


@wrong("two_slopes", "Measured is divided by h; from W - h V to W + h V it is 2 h.")
def slopes_by_one_step(I, T, weights, gradients, V, h):
    return 2 * measured_slope(I, T, weights, V, h), promised_slope(gradients, V)


@wrong("two_slopes", "Measured is not divided by 2 h: this is the difference of the errors alone.")
def slopes_not_divided(I, T, weights, gradients, V, h):
    return 2 * h * measured_slope(I, T, weights, V, h), promised_slope(gradients, V)


@wrong("two_slopes", "Measured has the wrong sign: subtract the error of the step back.")
def slopes_back_minus_forth(I, T, weights, gradients, V, h):
    return -measured_slope(I, T, weights, V, h), promised_slope(gradients, V)


@wrong("two_slopes", "The error is measured as a sum over the rows; it is their mean.")
def slopes_of_the_sum(I, T, weights, gradients, V, h):
    return len(I) * measured_slope(I, T, weights, V, h), promised_slope(gradients, V)


@wrong("two_slopes", "The weights move along the gradients; they have to move along V.")
def slopes_along_the_gradients(I, T, weights, gradients, V, h):
    return measured_slope(I, T, weights, gradients, h), promised_slope(gradients, V)


@wrong("two_slopes", "The weights move, but the biases stay: move all four arrays.")
def slopes_of_kernels_moved(I, T, weights, gradients, V, h):
    WH, BH, WO, BO = V
    return measured_slope(I, T, weights, [WH, 0 * BH, WO, 0 * BO], h), promised_slope(gradients, V)


@wrong("two_slopes", "Promised is the mean of the products; it is their sum.")
def slopes_with_a_mean(I, T, weights, gradients, V, h):
    mean = promised_slope(gradients, V) / sum(v.size for v in V)
    return measured_slope(I, T, weights, V, h), mean


@wrong("two_slopes", "Promised has the products of the kernels only: add those of the biases.")
def slopes_promised_by_kernels(I, T, weights, gradients, V, h):
    return measured_slope(I, T, weights, V, h), promised_slope(gradients[::2], V[::2])


@wrong("two_slopes", "Promised is the sum of the gradients: multiply each entry by its entry of V first.")
def slopes_without_direction(I, T, weights, gradients, V, h):
    return measured_slope(I, T, weights, V, h), sum(np.sum(gradient) for gradient in gradients)


@wrong("two_slopes", "Promised is multiplied by h; a slope has no step in it.")
def slopes_times_h(I, T, weights, gradients, V, h):
    return measured_slope(I, T, weights, V, h), h * promised_slope(gradients, V)


@wrong("two_slopes", "The two numbers are swapped: return the measured one first.")
def slopes_swapped(*arguments):
    return right_slopes(*arguments)[::-1]


# --- train ------------------------------------------------------------------------------------------------------------


def trained_with(gradients, step=stepped):
    """A training with these functions in place of the right ones: the weights, and the gradients of all epochs."""

    def run(I, T, weights, lr, epochs):
        history = []
        for _ in range(epochs):
            history.append(gradients(I, T, weights))
            weights = step(weights, history[-1], lr)
        return weights, [np.array(each) for each in zip(*history, strict=True)]

    return run


right_train = trained_with(gradients_of)


def weights_of(train):
    """The weights that a training returns, alone."""

    def call(*arguments):
        of = name_of(arguments)
        return as_parts(as_parts(train(*arguments), 2, of=of)[0], 4, of=f"the first list of {of}")

    return call


def history_of(train):
    """The gradients of all epochs alone; where a history is a list of arrays, one for each epoch, it is made an array."""

    def call(*arguments):
        of = name_of(arguments)
        parts = as_parts(as_parts(train(*arguments), 2, of=of)[1], 4, of=f"the second list of {of}")
        return [stacked(part, f"{name} of {of}") for name, part in zip(GRADIENTS, parts, strict=True)]

    return call


def stacked(part, of):
    if not isinstance(part, (list, tuple)) or not part:
        return part
    arrays = [as_numbers(each, of=of) for each in part]
    if len({array.shape for array in arrays}) > 1:
        raise Failure(f"{of} has epochs of different shapes", part)
    return np.array(arrays)


def name_of(arguments):
    return f"train(…, epochs={arguments[-1]})"


def check_weights(student, *args, expected=None, visible=False):
    function, right, of = weights_of(student.train), weights_of(right_train), name_of(args)
    assert_agrees(function, right, *args, of=of, parts=WEIGHTS, expected=expected, visible=visible)


def check_history(student, *args, expected=None):
    function, right, of = history_of(student.train), history_of(right_train), name_of(args)
    assert_agrees(function, right, *args, of=of, parts=GRADIENTS, expected=expected)


@check("train", points=1, library="tensorflow")
def train_prints_the_table(student):
    """train gives the table's weights after 200 epochs"""
    expected = [np.array(known["book"]["weights"][name]) for name in WEIGHTS]
    check_weights(student, *book(), 0.01, 200, expected=expected, visible=True)


@check("train", points=2, library="tensorflow")
def weights_step_by_step(student, draw):
    """the weights of train are right after one and three epochs for any net and any learning rate"""
    for epochs in (1, 3):
        check_weights(student, *net(draw), draw.number(1.1, 1.6) if epochs == 1 else draw.number(0.1, 0.4), epochs)


@check("train", points=2, library="tensorflow")
def gradients_of_every_epoch(student, draw):
    """train gives the gradients of every epoch for any net and any learning rate"""
    for epochs in (1, 3):
        check_history(student, *net(draw), draw.number(0.1, 0.4), epochs)


@check("train", points=1, library="tensorflow")
def train_as_known(student):
    """train arrives where TensorFlow arrived before, and its gradients are what TensorFlow gave"""
    case = known["training"]
    args = *known_net(case), case["lr"], case["epochs"]
    check_weights(student, *args, expected=[np.array(case["weights"][name]) for name in WEIGHTS])
    check_history(student, *args, expected=[np.array(case["gradients"][name]) for name in GRADIENTS])


@wrong("train", "The learning rate is not passed on: SGD() alone takes 0.01.")
def train_with_default_rate(I, T, weights, lr, epochs):
    return right_train(I, T, weights, 0.01, epochs)


@wrong("train", "The model is trained for one epoch, whatever the argument epochs says.")
def train_one_epoch(I, T, weights, lr, epochs):
    return right_train(I, T, weights, lr, 1)


@wrong("train", "The model is not trained: these are the weights it began with. Is apply_gradients missing?")
def train_without_steps(I, T, weights, lr, epochs):
    return right_train(I, T, weights, 0.0, epochs)


@wrong("train", "Each epoch begins with the first weights again: make the model before the loop.")
def train_from_the_start(I, T, weights, lr, epochs):
    trained, first = right_train(I, T, weights, lr, 1)
    return trained, [np.repeat(each, epochs, axis=0) for each in first]


@wrong("train", "The weights move along the gradients; to make the error smaller they move against them.")
def train_uphill(I, T, weights, lr, epochs):
    return right_train(I, T, weights, -lr, epochs)


@wrong("train", "The error is the mean of the squares; it has to be CategoricalCrossentropy.")
def train_with_squares(*arguments):
    return trained_with(lambda *args: gradients_of(*args, mean_square))(*arguments)


@wrong("train", "The arguments of the loss are exchanged: it is loss(T, O), the targets first.")
def train_with_exchanged_loss(*arguments):
    return trained_with(lambda *args: gradients_of(*args, exchanged_cross_entropy))(*arguments)


@wrong("train", "The biases are never updated: apply the gradients of all trainable_variables.")
def train_keeps_biases(*arguments):
    def kernels_only(weights, gradients, lr):
        WHb, BHb, WOb, BOb = gradients
        return stepped(weights, (WHb, 0 * BHb, WOb, 0 * BOb), lr)

    return trained_with(gradients_of, kernels_only)(*arguments)


@wrong("train", "Only the output layer is trained: apply the gradients of all trainable_variables.")
def train_keeps_the_hidden_layer(*arguments):
    def output_only(weights, gradients, lr):
        WHb, BHb, WOb, BOb = gradients
        return stepped(weights, (0 * WHb, 0 * BHb, WOb, BOb), lr)

    return trained_with(gradients_of, output_only)(*arguments)


@wrong("train", "This is Adam; the optimizer has to be SGD.")
def train_with_adam(*arguments):
    moments = [[0.0, 0.0] for _ in WEIGHTS]
    count = 0

    def adam(weights, gradients, lr):
        nonlocal count
        count += 1
        new = []
        for moment, W, gradient in zip(moments, weights, gradients, strict=True):
            moment[0] = 0.9 * moment[0] + 0.1 * gradient
            moment[1] = 0.999 * moment[1] + 0.001 * gradient**2
            rate = lr * np.sqrt(1 - 0.999**count) / (1 - 0.9**count)
            new.append(W - rate * moment[0] / (np.sqrt(moment[1]) + 1e-7))
        return new

    return trained_with(gradients_of, adam)(*arguments)


@wrong("train", "Every epoch applies the gradients of the first one; open a new tape in every epoch.")
def train_with_first_gradients(I, T, weights, lr, epochs):
    return trained_with(lambda *_: gradients_of(I, T, weights))(I, T, weights, lr, epochs)


@wrong("train", "The gradients are taken after the update of their epoch; keep them as they were before it.")
def history_after_the_update(I, T, weights, lr, epochs):
    trained, _ = right_train(I, T, weights, lr, epochs)
    return trained, [each[1:] for each in right_train(I, T, weights, lr, epochs + 1)[1]]


@wrong("train", "These are the gradients of the last epoch only; keep those of every epoch.")
def history_of_the_last(*arguments):
    trained, history = right_train(*arguments)
    return trained, [each[-1] for each in history]


@wrong("train", "The gradients are added up over the epochs; keep each epoch's own.")
def history_added_up(*arguments):
    trained, history = right_train(*arguments)
    return trained, [np.cumsum(each, axis=0) for each in history]


@wrong("train", "The second list has the weights of the epochs; keep their gradients.")
def history_of_weights(I, T, weights, lr, epochs):
    every = [right_train(I, T, weights, lr, count + 1)[0] for count in range(epochs)]
    return every[-1], [np.array(each) for each in zip(*every, strict=True)]


@wrong("train", "These are the steps, the gradients times lr; keep the gradients themselves.")
def history_of_steps(I, T, weights, lr, epochs):
    trained, history = right_train(I, T, weights, lr, epochs)
    return trained, [lr * each for each in history]


@wrong("train", "Here are the gradients epoch by epoch; return four arrays whose first axis is the epoch.")
def history_epoch_by_epoch(*arguments):
    trained, history = right_train(*arguments)
    return trained, [list(epoch) for epoch in zip(*history, strict=True)]


@wrong("train", "The order is another: the gradients are WHb, BHb, WOb, BOb.")
def history_output_first(*arguments):
    trained, (WHb, BHb, WOb, BOb) = right_train(*arguments)
    return trained, [WOb, BOb, WHb, BHb]


@wrong("train", "The two lists are swapped: return the weights, then the gradients.")
def train_swapped(*arguments):
    return right_train(*arguments)[::-1]


# --- plot_sizes -------------------------------------------------------------------------------------------------------


def histories(draw):
    """Gradients over some epochs that shrink, of either sign; their sizes never have the same largest entry."""
    epochs, inputs, hidden, classes = draw.integer(9, 12), *draw.sizes(3)
    shapes = ((inputs, hidden), (hidden,), (hidden, classes), (classes,))
    shrinking = 0.8 ** np.arange(epochs)
    return [floats(draw, epochs, *shape) * shrinking.reshape(-1, *[1] * len(shape)) for shape in shapes]


def drawn_sizes(student, history):
    """The labels of each axes, and what is drawn in them: at least one curve."""
    labels, lines = drawn(student, "plot_sizes", history)
    if not lines:
        raise Failure("plot_sizes draws nothing")
    return labels, lines


@check("plot_sizes", points=2)
def sizes_are_drawn(student, draw):
    """the figure has a line for each gradient: its largest entry without the sign, over the epochs, with its name"""
    history = histories(draw)
    _, lines = drawn_sizes(student, history)
    assert_no_other(lines, [line for name in GRADIENTS for line in named(lines, name)], of="plot_sizes")
    for name, gradients in zip(GRADIENTS, history, strict=True):
        found = named(lines, name)
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


def sizes_figure(history, size=largest, names=GRADIENTS, labels=("epoch", "size")):
    """What plot_sizes draws, or a figure with one part done differently."""
    return figure_of(*((size(gradients),) for gradients in history), names=names, labels=labels)


@wrong("plot_sizes", "The largest entry is taken with its sign; take absolute values first.")
def sizes_with_sign(history):
    return sizes_figure(history, lambda each: each.reshape(len(each), -1).max(axis=1))


@wrong("plot_sizes", "This is the mean of the absolute values; the size here is the largest of them.")
def sizes_as_mean(history):
    return sizes_figure(history, lambda each: np.abs(each.reshape(len(each), -1)).mean(axis=1))


@wrong("plot_sizes", "This is the root of the sum of the squares; the size here is the largest entry.")
def sizes_as_norm(history):
    return sizes_figure(history, lambda each: np.sqrt((each.reshape(len(each), -1) ** 2).sum(axis=1)))


@wrong("plot_sizes", "The first entry of each gradient is drawn; take the largest, without its sign.")
def sizes_of_first_entries(history):
    return sizes_figure(history, lambda each: np.abs(each.reshape(len(each), -1)[:, 0]))


@wrong("plot_sizes", "The largest entry of all epochs is drawn; take that of each epoch.")
def sizes_over_all_epochs(history):
    return sizes_figure(history, lambda each: np.full(len(each), np.abs(each).max()))


@wrong("plot_sizes", "There is a fifth line; draw one for each gradient.")
def sizes_with_a_fifth_line(history):
    return sizes_figure([*history, 2 * history[0]], names=(*GRADIENTS, ""))


@wrong("plot_sizes", "The labels of kernels and biases are swapped.")
def sizes_with_swapped_names(history):
    return sizes_figure(history, names=("BHb", "WHb", "BOb", "WOb"))


@wrong("plot_sizes", 'The lines have no labels: label="WHb" and so on.')
def sizes_without_names(history):
    return sizes_figure(history, names=("", "", "", ""))


@wrong("plot_sizes", "The axes have no labels: add plt.xlabel and plt.ylabel.")
def sizes_without_axes_labels(history):
    return sizes_figure(history, labels=("", ""))


# --- why_small --------------------------------------------------------------------------------------------------------

why_small = choice(
    "why_small",
    points=1,
    sentence="why_small names the reason",
    answer="c",
    wrongs={
        "a": "What comes back passes the ReLU once, for weights and bias alike, and its slope is 1 here.",
        "b": "With one row the mean divides by 1, and no gradient shares with another.",
        "d": "The gradients are kept before the optimizer has them, and its learning rate is one number.",
    },
)


# --- fit --------------------------------------------------------------------------------------------------------------


def fit_with(batches, gradients=gradients_of, error=error_of):
    """A fit over these batches of each epoch, pairs of rows and targets."""

    def run(I, T, weights, lr, epochs, batch):
        errors = []
        for _ in range(epochs):
            for rows, their_targets in batches(I, T, batch):
                errors.append(error(rows, their_targets, weights))
                weights = stepped(weights, gradients(rows, their_targets, weights), lr)
        return weights, np.array(errors)

    return run


def in_batches(I, T, batch):
    return [(I[start : start + batch], T[start : start + batch]) for start in range(0, len(I), batch)]


right_fit = fit_with(in_batches)


def flat_fit(fit):
    """The four weights and the errors in one list."""

    def call(*arguments):
        of = fit_name(arguments)
        weights, errors = as_parts(fit(*arguments), 2, of=of)
        return [*as_parts(weights, 4, of=f"the weights of {of}"), errors]

    return call


def fit_name(arguments):
    return f"fit(…, epochs={arguments[4]}, batch={arguments[5]})"


def check_fit(student, *args):
    parts = (*WEIGHTS, "the errors")
    assert_agrees(flat_fit(student.fit), flat_fit(right_fit), *args, of=fit_name(args), parts=parts)


@check("fit", points=2, library="tensorflow")
def fit_with_a_smaller_batch_at_the_end(student, draw):
    """fit is right for any net where the rows do not divide evenly: the last batch of an epoch is smaller"""
    rows, inputs, hidden, classes = draw.integer(5, 7), *draw.sizes(2, low=3, high=5), 2
    batch = draw.choice([size for size in (2, 3, 4) if rows % size])
    for epochs in (1, 2):
        check_fit(student, *random_net(draw, rows, inputs, hidden, classes), draw.number(0.1, 0.4), epochs, batch)


@check("fit", points=1, library="tensorflow")
def fit_with_other_batches(student, draw):
    """fit is right for batches of one row, for batches that divide evenly, and for one batch that has room for more"""
    for batch in (1, 2, 9):
        check_fit(student, *random_net(draw, 4, 3, 5, 2), draw.number(0.1, 0.4), 2, batch)
    check_fit(student, *random_net(draw, 4, 3, 5, 2), draw.number(1.1, 1.6), 1, 2)


@check("fit", points=1, library="tensorflow")
def fit_as_keras(student):
    """the weights of fit are those that Keras' own fit arrived at before"""
    case = known["fit"]
    args = *known_net(case), case["lr"], case["epochs"], case["batch"]
    function, right = (lambda *each, of=fit: flat_fit(of)(*each)[:4] for fit in (student.fit, right_fit))
    expected = [np.array(case["weights"][name]) for name in WEIGHTS]
    assert_agrees(function, right, *args, of=fit_name(args), parts=WEIGHTS, expected=expected)


@wrong("fit", "Each epoch is one step on all rows: take `batch` rows for each step.")
def fit_on_all_rows(*arguments):
    return fit_with(lambda I, T, batch: [(I, T)])(*arguments)


@wrong("fit", "The rows that do not fill a batch are left out: the last batch may be smaller.")
def fit_whole_batches_only(*arguments):
    return fit_with(lambda I, T, batch: in_batches(I[: len(I) // batch * batch], T[: len(I) // batch * batch], batch))(
        *arguments
    )


@wrong("fit", "The last batch is filled up with the last rows again; it may be smaller.")
def fit_with_a_full_last_batch(*arguments):
    def batches(I, T, batch):
        starts = [max(0, min(start, len(I) - batch)) for start in range(0, len(I), batch)]
        return [(I[start : start + batch], T[start : start + batch]) for start in starts]

    return fit_with(batches)(*arguments)


@wrong("fit", "Every step takes the first batch: the rows of a step begin where those of the last one ended.")
def fit_on_the_first_batch(*arguments):
    return fit_with(lambda I, T, batch: [(I[:batch], T[:batch])] * -(-len(I) // batch))(*arguments)


@wrong("fit", "Every step takes a single row: the argument batch tells how many.")
def fit_row_by_row(*arguments):
    return fit_with(lambda I, T, batch: in_batches(I, T, 1))(*arguments)


@wrong("fit", "The argument batch counts the rows of a batch, not the batches of an epoch.")
def fit_in_so_many_batches(*arguments):
    def batches(I, T, batch):
        return list(zip(np.array_split(I, min(batch, len(I))), np.array_split(T, min(batch, len(I))), strict=True))

    return fit_with(batches)(*arguments)


@wrong("fit", "The batches are taken from the last row to the first; they come in the order of the rows.")
def fit_in_reverse(*arguments):
    return fit_with(lambda I, T, batch: in_batches(I, T, batch)[::-1])(*arguments)


@wrong("fit", "There is one epoch, whatever the argument epochs says.")
def fit_one_epoch(I, T, weights, lr, epochs, batch):
    return right_fit(I, T, weights, lr, 1, batch)


@wrong("fit", "The learning rate is not passed on: SGD() alone takes 0.01.")
def fit_with_default_rate(I, T, weights, lr, epochs, batch):
    return right_fit(I, T, weights, 0.01, epochs, batch)


@wrong("fit", "The weights are those at the start: no step is made. Is apply_gradients missing?")
def fit_without_steps(I, T, weights, lr, epochs, batch):
    return right_fit(I, T, weights, 0.0, epochs, batch)


@wrong("fit", "The weights move along the gradients; to make the error smaller they move against them.")
def fit_uphill(I, T, weights, lr, epochs, batch):
    return right_fit(I, T, weights, -lr, epochs, batch)


@wrong("fit", "All steps of an epoch use the gradients at its first weights: open a new tape for every step.")
def fit_with_one_tape_an_epoch(I, T, weights, lr, epochs, batch):
    errors = []
    for _ in range(epochs):
        pairs, at = in_batches(I, T, batch), weights
        errors += [error_of(*pair, at) for pair in pairs]
        for pair in pairs:
            weights = stepped(weights, gradients_of(*pair, at), lr)
    return weights, np.array(errors)


@wrong("fit", "The errors are means over an epoch; keep that of every step.")
def fit_with_errors_of_epochs(I, T, weights, lr, epochs, batch):
    trained, errors = right_fit(I, T, weights, lr, epochs, batch)
    return trained, errors.reshape(epochs, -1).mean(axis=1)


@wrong("fit", "One error is kept for each epoch, that of its last step; keep that of every step.")
def fit_with_last_errors(I, T, weights, lr, epochs, batch):
    trained, errors = right_fit(I, T, weights, lr, epochs, batch)
    return trained, errors.reshape(epochs, -1)[:, -1]


@wrong("fit", "The errors of each epoch stand in a row of their own; return them in one row, (steps,).")
def fit_with_rows_of_errors(I, T, weights, lr, epochs, batch):
    trained, errors = right_fit(I, T, weights, lr, epochs, batch)
    return trained, errors.reshape(epochs, -1)


@wrong("fit", "The errors are those of all rows; keep the error of the step's own batch.")
def fit_with_errors_of_all_rows(I, T, *arguments):
    return fit_with(in_batches, error=lambda rows, targets, weights: error_of(I, T, weights))(I, T, *arguments)


@wrong("fit", "The errors are taken after the update; keep each as it is before the update of its step.")
def fit_with_errors_after(I, T, weights, lr, epochs, batch):
    errors = []
    for _ in range(epochs):
        for pair in in_batches(I, T, batch):
            weights = stepped(weights, gradients_of(*pair, weights), lr)
            errors.append(error_of(*pair, weights))
    return weights, np.array(errors)


@wrong("fit", "The error is the sum over the rows of a batch; it is their mean.")
def fit_with_sums(*arguments):
    return fit_with(
        in_batches,
        gradients=lambda rows, *others: [len(rows) * each for each in gradients_of(rows, *others)],
        error=lambda rows, *others: len(rows) * error_of(rows, *others),
    )(*arguments)


@wrong("fit", "The two values are swapped: return the weights, then the errors.")
def fit_swapped(*arguments):
    return right_fit(*arguments)[::-1]


# --- input_gradients --------------------------------------------------------------------------------------------------

ASKED = "input_gradients(I, T, weights)"


def right_input_gradients(I, T, weights, delta=mean_cross_entropy, slope=lambda H: H > 0):
    H, O = forward(I, weights)
    return delta(O, T) @ weights[2].T * slope(H) @ weights[0].T


@check("input_gradients", points=2, library="tensorflow")
def input_gradients_of_any_net(student, draw):
    """input_gradients gives the gradient for every input of every row, for any net"""
    assert_agrees(student.input_gradients, right_input_gradients, *net(draw), of=ASKED)


@check("input_gradients", points=1, library="tensorflow")
def input_gradients_as_known(student):
    """input_gradients gives what TensorFlow gave before"""
    case = known["training"]
    expected = np.array(case["input_gradients"])
    assert_agrees(student.input_gradients, right_input_gradients, *known_net(case), of=ASKED, expected=expected)


@wrong("input_gradients", "The error is the sum over the rows; it is their mean.")
def input_gradients_of_the_sum(I, T, weights):
    return len(I) * right_input_gradients(I, T, weights)


@wrong("input_gradients", "The sign is reversed: return the gradients as the tape gives them.")
def input_gradients_negative(I, T, weights):
    return -right_input_gradients(I, T, weights)


@wrong("input_gradients", "These are the signs of the gradients; return the gradients themselves.")
def input_gradients_as_signs(I, T, weights):
    return np.sign(right_input_gradients(I, T, weights))


@wrong("input_gradients", "These are the sizes without the sign; return the gradients themselves.")
def input_gradients_as_sizes(I, T, weights):
    return np.abs(right_input_gradients(I, T, weights))


@wrong("input_gradients", "The rows are added up: each row has gradients of its own, (batch, inputs).")
def input_gradients_of_all_rows(I, T, weights):
    return right_input_gradients(I, T, weights).sum(axis=0)


@wrong("input_gradients", "The slope of the ReLU is missing: where a hidden sum is below 0 nothing comes through.")
def input_gradients_without_relu(I, T, weights):
    return right_input_gradients(I, T, weights, slope=np.ones_like)


@wrong("input_gradients", "This is the gradient of the true class's output; ask for that of the error.")
def input_gradients_of_the_output(I, T, weights):
    return right_input_gradients(I, T, weights, through_softmax)


@wrong("input_gradients", "The arguments of the loss are exchanged: it is loss(T, O), the targets first.")
def input_gradients_with_exchanged_loss(I, T, weights):
    return right_input_gradients(I, T, weights, exchanged_cross_entropy)


@wrong("input_gradients", "These are the inputs, moved by the gradients; return the gradients alone.")
def input_gradients_added(I, T, weights):
    return I + right_input_gradients(I, T, weights)


@wrong("input_gradients", "This is the gradient of the kernel WH; ask the tape for that of I.")
def input_gradients_of_the_kernel(I, T, weights):
    return gradients_of(I, T, weights)[0]


# --- pictures ----------------------------------------------------------------------------------------------------------


@picture("plot_sizes")
def sizes_drawn(student):
    history = [k * 0.7 ** np.arange(8.0)[:, None] for k in (4, 3, 2, 1)]
    return figures("The sizes of the gradients", student, reference, "plot_sizes", history)


@picture("fit", library="tensorflow")
def errors_of_fit(student):
    generator = np.random.default_rng(3)
    I, T = generator.normal(size=(7, 2)), np.eye(2)[[0, 1, 0, 1, 0, 1, 1]]
    args = I, T, reference.weights, 0.3, 3, 3
    _, found = as_parts(student.fit(*args), 2, of="fit(…)")
    return curves("The error of each step", "step", "error E", found, right_fit(*args)[1])

"""Hidden checks and known wrong answers of mini-batches.

Nothing is random in an answer: keys and orders are given. The sizes of the batches leave a smaller last one, divide the
examples, are 1, and are larger than all of them, since each of these has a mistake of its own.
"""

import numpy as np

from autograder.checks import (
    assert_agrees,
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


def data(draw, rows=None):
    """Examples, their labels, and weights of a classifier, two classes or more; the first example is read wrong. Who
    moves copies of the weights in place is right, so that they are no whole numbers. Without `rows` X is square."""
    inputs, classes = draw.sizes(2, high=6)
    rows, classes = rows or inputs, max(2, classes)
    X = draw.normal(rows, inputs)
    W, b = (draw.normal(rows_of, classes, scale=0.5, whole=False) for rows_of in (inputs, 1))
    W[0, 0], b[0, 1] = draw.number(1.1, 1.6), draw.number(1.1, 1.6)
    labels = np.r_[draw.permutation(np.arange(classes)), draw.integers(rows, low=0, high=classes - 1)][:rows]
    labels[0] = np.argmin(X[0] @ W + b)
    return X, labels, W, b


def some_order(draw, rows):
    return draw.permutation(np.arange(rows))


# --- shuffle_rows -----------------------------------------------------------------------------------------------------


@check("shuffle_rows", points=2)
def rows_in_any_order(student, draw):
    """shuffle_rows puts the rows and their labels into the order of the keys, for any number of rows"""
    (columns,) = draw.sizes(1, high=5)
    for rows in (draw.integer(6, 9), 1, 2):
        X, labels = draw.normal(rows, columns), draw.permutation(np.arange(10, 10 + rows))
        pairs = np.cumsum(np.where(np.arange(rows) % 2, 0.002, 1.3)) - 1.4  # two by two they are near each other
        keys = draw.permutation(pairs if rows > 2 else 3 * np.arange(rows) - 2)
        parts = "the rows", "the labels"
        of = "shuffle_rows(X, labels, keys)"
        assert_agrees(student.shuffle_rows, reference.shuffle_rows, X, labels, keys, of=of, parts=parts)


@wrong("shuffle_rows", "Only X is shuffled: each image has lost its label.")
def labels_left(X, labels, keys):
    return X[np.argsort(keys)], labels


@wrong("shuffle_rows", "Only the labels are shuffled: each image has lost its label.")
def rows_left(X, labels, keys):
    return X, labels[np.argsort(keys)]


@wrong("shuffle_rows", "The labels are sorted for themselves; put them into the order of the keys.")
def labels_sorted(X, labels, keys):
    return X[np.argsort(keys)], np.sort(labels)


@wrong("shuffle_rows", "The largest key comes first; begin with the smallest.")
def largest_first(X, labels, keys):
    order = np.argsort(-keys)
    return X[order], labels[order]


@wrong("shuffle_rows", "The ranks of the keys are used as the order: this is the way back, not the way there.")
def ranks_as_order(X, labels, keys):
    ranks = np.argsort(np.argsort(keys))
    return X[ranks], labels[ranks]


@wrong("shuffle_rows", "The two are returned the other way round: X first.")
def labels_first(X, labels, keys):
    order = np.argsort(keys)
    return labels[order], X[order]


@wrong("shuffle_rows", "The columns of X are sorted, each for itself: no row is left as it was.")
def columns_sorted(X, labels, keys):
    return np.sort(X, axis=0), labels[np.argsort(keys)]


@wrong("shuffle_rows", "The keys are not used: nothing is moved.")
def nothing_moved(X, labels, keys):
    return X, labels


# --- batch_indices, count_steps ---------------------------------------------------------------------------------------


def assert_batches(student, order, size, told):
    parts = [f"batch {i}" for i in range(1, len(reference.batch_indices(order, size)) + 1)]
    of = f"batch_indices(order, size) where {told}"
    assert_agrees(student.batch_indices, reference.batch_indices, order, size, of=of, parts=parts)


@check("batch_indices", points=2)
def batches_of_any_order(student, draw):
    """batch_indices cuts any order into batches, with a smaller one at the end where something is left"""
    size = draw.integer(3, 5)
    full = draw.integer(2, 4)
    for left in (1, size - 1):
        assert_batches(student, some_order(draw, full * size + left), size, "some numbers are left over")


@check("batch_indices", points=1)
def batches_of_special_sizes(student, draw):
    """batch_indices has no empty batch where nothing is left, one batch where size is too large, and batches of one"""
    size, count = draw.sizes(2, low=2, high=5)
    assert_batches(student, some_order(draw, size * count), size, "nothing is left over")
    assert_batches(student, some_order(draw, size), size + draw.integer(1, 3), "size is larger than the order")
    assert_batches(student, some_order(draw, size), size, "size is the length of the order")
    assert_batches(student, some_order(draw, count), 1, "size is 1")


def cut(order, starts, size):
    return [order[start : start + size] for start in starts]


@wrong("batch_indices", "The last, smaller batch is left out: its examples would never be seen.")
def last_left_out(order, size):
    return cut(order, range(0, len(order) - size + 1, size), size)


@wrong("batch_indices", "There is an empty batch at the end where nothing is left over.")
def empty_at_the_end(order, size):
    return cut(order, range(0, len(order) + 1, size), size)


@wrong("batch_indices", "The last batch is filled up from the beginning; it has to be smaller.")
def filled_up(order, size):
    return cut(np.concatenate([order, np.resize(order, size)]), range(0, len(order), size), size)


@wrong("batch_indices", "The rest is added to the batch before; it is a batch of its own.")
def rest_added(order, size):
    batches = reference.batch_indices(order, size)
    if len(batches) > 1 and len(batches[-1]) < size:
        batches[-2:] = [np.concatenate(batches[-2:])]
    return batches


@wrong("batch_indices", "The order is not used: these are the numbers 0, 1, 2, ...")
def order_unused(order, size):
    return reference.batch_indices(np.arange(len(order)), size)


@wrong("batch_indices", "The rest is spread over the batches; each has size numbers, and the last one what is left.")
def spread_evenly(order, size):
    return np.array_split(order, -(-len(order) // size))


@wrong("batch_indices", "size is taken for the number of batches; it is how many numbers each has.")
def size_as_count(order, size):
    return [each for each in np.array_split(order, size) if len(each)]


@wrong("batch_indices", "The batches overlap: the next one starts where the last one ended.")
def overlapping(order, size):
    return cut(order, range(len(order)), size)


@wrong("batch_indices", "The numbers of a batch are taken with gaps; they have to follow each other in the order.")
def strided(order, size):
    count = -(-len(order) // size)
    return [order[start::count] for start in range(count)]


@check("count_steps", points=2)
def steps_of_any_training(student, draw):
    """count_steps counts the smaller batch too, whether or not something is left over"""
    size, full = draw.sizes(2, low=3, high=6)
    epochs = draw.integer(2, 20)
    for examples in (full * size + draw.integer(1, size - 1), full * size, full * size + 1, full * size - 1):
        assert_steps(student, examples, size, epochs)
    assert_steps(student, size, size + draw.integer(1, 9), epochs)
    assert_steps(student, full, 1, 1)
    assert_steps(student, 1000 + draw.integer(1, 30), 32, epochs)


def assert_steps(student, *args):
    of = "count_steps({}, {}, {})".format(*args)
    parts = "the number of steps", "the last batch"
    assert_agrees(student.count_steps, reference.count_steps, *args, of=of, parts=parts)


@wrong("count_steps", "The smaller last batch is not counted: it makes a step as well.")
def rest_not_counted(examples, size, epochs):
    return epochs * (examples // size), reference.count_steps(examples, size, epochs)[1]


@wrong("count_steps", "Where nothing is left over there is one step too many.")
def one_too_many(examples, size, epochs):
    return epochs * (examples // size + 1), reference.count_steps(examples, size, epochs)[1]


@wrong("count_steps", "Where nothing is left over the last batch is a full one, not an empty one.")
def rest_of_zero(examples, size, epochs):
    return reference.count_steps(examples, size, epochs)[0], examples % size


@wrong("count_steps", "These are the steps of one epoch; multiply by the epochs.")
def steps_of_one_epoch(examples, size, epochs):
    steps, last = reference.count_steps(examples, size, epochs)
    return steps // epochs, last


@wrong("count_steps", "Examples are carried over into the next epoch; each epoch ends with its own last batch.")
def carried_over(examples, size, epochs):
    return -(-examples * epochs // size), reference.count_steps(examples, size, epochs)[1]


@wrong("count_steps", "The two are the other way round: the steps first.")
def last_batch_first(examples, size, epochs):
    return reference.count_steps(examples, size, epochs)[::-1]


@wrong("count_steps", "The steps are a broken number; a smaller batch makes a whole step.")
def broken_steps(examples, size, epochs):
    return epochs * examples / size, reference.count_steps(examples, size, epochs)[1]


# --- batch_gradient ---------------------------------------------------------------------------------------------------

GRADIENT = ("E", "Wb", "bb")


@check("batch_gradient", points=3)
def gradients_of_any_batch(student, draw):
    """batch_gradient is the mean error of any batch and its gradients, also for one row and for repeated labels"""
    of = "batch_gradient(X, labels, W, b)"
    for rows in (draw.integer(7, 9), 1, 2):
        args = data(draw, rows)
        assert_agrees(student.batch_gradient, reference.batch_gradient, *args, of=of, parts=GRADIENT)
    X, labels, W, b = data(draw, 4)
    X = np.concatenate([7 * np.abs(X[:1]), X[1:]])
    labels[0] = np.argmin(X[0] @ W + b)  # surely wrong
    assert_agrees(student.batch_gradient, reference.batch_gradient, X, labels, W, b, of=of, parts=GRADIENT)


@check("batch_gradient", points=1)
def gradients_of_tensorflow(student):
    """batch_gradient gives what TensorFlow gives for two batches"""
    for case in (known["batch_of_5"], known["batch_of_1"]):
        args = [np.array(each) for each in case["inputs"].values()]
        expected = [np.array(case["outputs"][name]) for name in GRADIENT]
        of = "batch_gradient(X, labels, W, b)"
        assert_agrees(student.batch_gradient, reference.batch_gradient, *args, of=of, parts=GRADIENT, expected=expected)


def gradient_with(times=1.0, error=1.0, bias=1.0):
    """The right answer with its parts multiplied; each factor may be a function of the rows."""

    def run(X, labels, W, b):
        E, Wb, bb = reference.batch_gradient(X, labels, W, b)
        factor, of_error, of_bias = (each(X) if callable(each) else each for each in (times, error, bias))
        return of_error * E, factor * Wb, factor * of_bias * bb

    return run


def delta_with(make):
    """The gradients from a derivative with respect to the sums: make(P, one-hot targets, rows)."""

    def run(X, labels, W, b):
        P = reference.softmax(X @ W + b)
        Ob = make(P, np.eye(W.shape[1])[labels], len(X))
        return reference.batch_gradient(X, labels, W, b)[0], X.T @ Ob, Ob.sum(axis=0, keepdims=True)

    return run


@wrong("batch_gradient", "The gradients are sums over the batch; take the mean: divide by its rows.")
def gradients_summed(X, labels, W, b):
    return gradient_with(times=len)(X, labels, W, b)


@wrong("batch_gradient", "The error is a sum over the batch; take the mean.")
def error_summed(X, labels, W, b):
    return gradient_with(error=len)(X, labels, W, b)


@wrong("batch_gradient", "Error and gradients are sums over the batch; take the mean of each.")
def all_summed(X, labels, W, b):
    return gradient_with(times=len, error=len)(X, labels, W, b)


@wrong("batch_gradient", "The biases' gradient is divided by the rows twice: sum what is divided already.")
def biases_divided_twice(X, labels, W, b):
    return gradient_with(bias=lambda X: 1 / len(X))(X, labels, W, b)


@wrong("batch_gradient", "The gradients are divided by the number of classes; divide by the rows.")
def divided_by_classes(X, labels, W, b):
    return delta_with(lambda P, T, n: (P - T) / P.shape[1])(X, labels, W, b)


@wrong("batch_gradient", "The sign of the gradients is reversed: P, minus 1 at the right class.")
def gradients_reversed(X, labels, W, b):
    return gradient_with(times=-1.0)(X, labels, W, b)


@wrong("batch_gradient", "The sign of the error is missing.")
def error_negative(X, labels, W, b):
    return gradient_with(error=-1.0)(X, labels, W, b)


@wrong("batch_gradient", "The 1 at the right class is not subtracted.")
def targets_missing(X, labels, W, b):
    return delta_with(lambda P, T, n: P / n)(X, labels, W, b)


@wrong("batch_gradient", "The slope of a sigmoid is multiplied in; the short derivative has everything in it.")
def slope_multiplied_in(X, labels, W, b):
    return delta_with(lambda P, T, n: (P - T) * P * (1 - P) / n)(X, labels, W, b)


@wrong("batch_gradient", "The number of the class is subtracted; subtract 1 at its place.")
def labels_subtracted(X, labels, W, b):
    return delta_with(lambda P, T, n: (P - T.argmax(axis=1)[:, None]) / n)(X, labels, W, b)


@wrong("batch_gradient", "1 is subtracted in whole columns: P[:, labels] means these columns in every row.")
def whole_columns(X, labels, W, b):
    return delta_with(lambda P, T, n: (P - T.any(axis=0)) / n)(X, labels, W, b)


@wrong("batch_gradient", "The biases are missing in the sums.")
def sums_without_b(X, labels, W, b):
    return reference.batch_gradient(X, labels, W, 0 * b)


@wrong("batch_gradient", "This is the squared error of the outputs; the error is the cross-entropy.")
def squared_error(X, labels, W, b):
    P = reference.softmax(X @ W + b)
    _, Wb, bb = reference.batch_gradient(X, labels, W, b)
    return np.mean(np.sum((P - np.eye(W.shape[1])[labels]) ** 2, axis=1)), Wb, bb


@wrong("batch_gradient", "The gradient of b lacks the axis of the rows: its shape is that of b.")
def bias_without_rows(X, labels, W, b):
    E, Wb, bb = reference.batch_gradient(X, labels, W, b)
    return E, Wb, bb[0]


@wrong(
    "batch_gradient", "The probabilities are cut off before the logarithm: a row that is surely wrong counts in full."
)
def probabilities_cut_off(X, labels, W, b):
    P = reference.softmax(X @ W + b)[np.arange(len(X)), labels]
    return -np.mean(np.log(np.maximum(P, 0.01))), *reference.batch_gradient(X, labels, W, b)[1:]


@wrong("batch_gradient", "The error counts all classes, not only the right one.")
def error_of_all_classes(X, labels, W, b):
    P = reference.softmax(X @ W + b)
    _, Wb, bb = reference.batch_gradient(X, labels, W, b)
    return -np.mean(np.log(P)), Wb, bb


# --- gradient_noise, half_the_noise -----------------------------------------------------------------------------------


@check("gradient_noise", points=2)
def noise_of_any_gradients(student, draw):
    """gradient_noise is the root of the mean squared distance from the mean, for gradients of any shape"""
    batches, rows, columns = draw.sizes(3)
    for shape in ((rows,), (batches,), (rows, columns), (1, columns), (2, rows, columns), (1,)):
        gradients = draw.normal(batches, *shape, scale=4.0) + 5 * draw.normal(*shape)
        for each in (gradients, np.rint(gradients).astype(int)):
            assert_agrees(student.gradient_noise, reference.gradient_noise, each, of="gradient_noise(gradients)")


@check("gradient_noise", points=1)
def noise_of_plain_gradients(student):
    """gradient_noise is the root of 5 for (1, 5) and (3, 1), and 0 for a single gradient and for equal ones"""
    for gradients in ([[1.0, 5.0], [3.0, 1.0]], [[2.0, 7.0, 4.0]], [[3.0, -1.0]] * 4):
        of = f"gradient_noise({gradients})"
        assert_agrees(student.gradient_noise, reference.gradient_noise, np.array(gradients), of=of, visible=True)


def squared(gradients):
    """The squared distance of each gradient from their mean."""
    distances = gradients - gradients.mean(axis=0)
    return np.sum(distances.reshape(len(gradients), -1) ** 2, axis=1)


@wrong("gradient_noise", "The root is missing.")
def noise_without_root(gradients):
    return np.mean(squared(gradients))


@wrong(
    "gradient_noise", "This is the spread of a single entry: the squares are averaged over the entries; add them up."
)
def noise_of_an_entry(gradients):
    return np.sqrt(np.mean((gradients - gradients.mean(axis=0)) ** 2))


@wrong("gradient_noise", "The squared distances are added up over the batches; take their mean.")
def noise_summed(gradients):
    return np.sqrt(np.sum(squared(gradients)))


@wrong("gradient_noise", "These are distances from 0; take them from the mean gradient.")
def noise_from_zero(gradients):
    return np.sqrt(np.sum(gradients**2) / len(gradients))


@wrong("gradient_noise", "The mean is one number over all entries; each entry has its own mean over the batches.")
def noise_from_one_number(gradients):
    return np.sqrt(np.sum((gradients - gradients.mean()) ** 2) / len(gradients))


@wrong("gradient_noise", "This is the mean of the distances; take the root of the mean of their squares.")
def mean_distance(gradients):
    return np.mean(np.sqrt(squared(gradients)))


@wrong("gradient_noise", "The sum is divided by one less than the number of batches.")
def noise_by_one_less(gradients):
    return np.sqrt(np.sum(squared(gradients)) / max(len(gradients) - 1, 1))


@wrong("gradient_noise", "There is one number for each entry; the noise is one number for all of them.")
def noise_of_each_entry(gradients):
    return gradients.std(axis=0)


@wrong("gradient_noise", "The roots of the entries are added up; add the squares first and take one root.")
def noise_of_added_roots(gradients):
    return np.sum(gradients.std(axis=0))


half_the_noise = number(
    "half_the_noise",
    points=1,
    sentence="half_the_noise is the batch size with half the noise of a batch of 16",
    answer=64,
    wrongs={
        "twice": (32, "Twice as many examples divide the noise by the root of 2 only."),
        "half": (8, "A smaller batch has more noise."),
        "square": (256, "This divides the noise by 4: the root of 16 times as many is 4."),
        "tenfold": (160, "Ten times as many divide the noise by the root of 10, which is more than 2."),
        "all": (800, "The rule gives a much smaller batch than all examples."),
        "plus-two": (18, "Two more examples hardly change the noise."),
    },
)


# --- train_epoch, epoch_error, train ----------------------------------------------------------------------------------

EPOCH = ("W", "b", "errors")


def cases_of_an_epoch(draw):
    """Data, an order and a size: something left over, also of a batch that is larger than usual, nothing left over,
    single rows, one batch, a part of the data, one example."""
    for rows, size, used in (
        (10, 4, 10),
        (36, 33, 36),
        (8, 4, 8),
        (5, 1, 5),
        (7, 9, 7),
        (9, 3, 7),
        (1, 2, 1),
        (0, 2, 9),
    ):
        X, *others = data(draw, rows)
        yield X, *others, draw.number(0.3, 1.4), some_order(draw, len(X))[:used], size


@check("train_epoch", points=3, uses=("batch_indices", "batch_gradient"))
def epochs_of_any_kind(student, draw):
    """train_epoch makes one step for each batch, for any order, size and learning rate, also on a part of the data"""
    for args in cases_of_an_epoch(draw):
        of = f"train_epoch(X, labels, W, b, lr, order, size) with {len(args[5])} examples and size {args[6]}"
        assert_agrees(student.train_epoch, reference.train_epoch, *args, of=of, parts=EPOCH)


@check("train_epoch", points=1, uses=("batch_indices", "batch_gradient"))
def epochs_of_keras(student):
    """train_epoch ends at the weights of a Keras model after one epoch of fit"""
    for case in (known["epoch_by_4"], known["epoch_by_3"]):
        arrays = [np.array(each) for each in case["inputs"].values()]
        lr, order, size = case["settings"].values()
        args = *arrays, lr, np.array(order), size
        expected = np.array(case["outputs"]["W"]), np.array(case["outputs"]["b"])[None]
        assert_agrees(
            lambda *args: without_errors(student.train_epoch(*args)),
            lambda *args: without_errors(reference.train_epoch(*args)),
            *args,
            of="train_epoch(X, labels, W, b, lr, order, size)",
            parts=EPOCH[:2],
            expected=expected,
        )


def without_errors(values):
    return values[:2] if isinstance(values, (tuple, list)) and len(values) == 3 else values


def epoch_with(step=None, batches=None, fixed=False):
    """An epoch with another step(W, b, Wb, bb, lr, rows), other batches, or gradients at the first weights."""

    def run(X, labels, W, b, lr, order, size):
        first, errors = (W, b), []
        for batch in (batches or reference.batch_indices)(order, size):
            E, Wb, bb = reference.batch_gradient(X[batch], labels[batch], *(first if fixed else (W, b)))
            W, b = step(W, b, Wb, bb, lr, len(batch)) if step else (W - lr * Wb, b - lr * bb)
            errors.append(E)
        return W, b, np.array(errors)

    return run


@wrong("train_epoch", "All gradients are taken at the first weights; each batch sees the weights of its time.")
def gradients_at_the_start(X, labels, W, b, lr, order, size):
    return epoch_with(fixed=True)(X, labels, W, b, lr, order, size)


@wrong("train_epoch", "The weights move along the gradient; subtract it.")
def epoch_uphill(X, labels, W, b, lr, order, size):
    return epoch_with(lambda W, b, Wb, bb, lr, n: (W + lr * Wb, b + lr * bb))(X, labels, W, b, lr, order, size)


@wrong("train_epoch", "The biases are not trained.")
def biases_not_trained(X, labels, W, b, lr, order, size):
    return epoch_with(lambda W, b, Wb, bb, lr, n: (W - lr * Wb, b))(X, labels, W, b, lr, order, size)


@wrong("train_epoch", "The step is multiplied by the rows of the batch: the gradient is a mean already.")
def step_of_sums(X, labels, W, b, lr, order, size):
    return epoch_with(lambda W, b, Wb, bb, lr, n: (W - lr * n * Wb, b - lr * n * bb))(X, labels, W, b, lr, order, size)


@wrong("train_epoch", "The step is divided by the rows once more: the gradient is a mean already.")
def step_divided_again(X, labels, W, b, lr, order, size):
    return epoch_with(lambda W, b, Wb, bb, lr, n: (W - lr / n * Wb, b - lr / n * bb))(X, labels, W, b, lr, order, size)


@wrong("train_epoch", "The step of the smaller batch is shortened; its gradient is a mean over its own rows.")
def small_step_for_the_rest(X, labels, W, b, lr, order, size):
    size_of = min(size, len(order))
    return epoch_with(lambda W, b, Wb, bb, lr, n: (W - lr * n / size_of * Wb, b - lr * n / size_of * bb))(
        X, labels, W, b, lr, order, size
    )


@wrong("train_epoch", "The order is not used: the examples come as they lie in X.")
def epoch_without_order(X, labels, W, b, lr, order, size):
    return reference.train_epoch(X, labels, W, b, lr, np.arange(len(order)), size)


@wrong("train_epoch", "All of X makes every step; take the rows of the batch.")
def whole_data_each_step(X, labels, W, b, lr, order, size):
    everything = np.arange(len(X))
    return epoch_with(batches=lambda order, size: [everything for _ in reference.batch_indices(order, size)])(
        X, labels, W, b, lr, order, size
    )


@wrong("train_epoch", "The smaller batch at the end makes no step.")
def rest_makes_no_step(X, labels, W, b, lr, order, size):
    return epoch_with(batches=lambda order, size: last_left_out.answer(order, size))(X, labels, W, b, lr, order, size)


@wrong("train_epoch", "The learning rate is missing.")
def epoch_without_lr(X, labels, W, b, lr, order, size):
    return reference.train_epoch(X, labels, W, b, 1.0, order, size)


@wrong("train_epoch", "The errors are those after the steps; store each batch's error before its step.")
def errors_after_the_steps(X, labels, W, b, lr, order, size):
    errors = []
    for batch in reference.batch_indices(order, size):
        _, Wb, bb = reference.batch_gradient(X[batch], labels[batch], W, b)
        W, b = W - lr * Wb, b - lr * bb
        errors.append(reference.batch_gradient(X[batch], labels[batch], W, b)[0])
    return W, b, np.array(errors)


@wrong("train_epoch", "This is the mean of the errors; return the error of each batch.")
def mean_of_the_errors(X, labels, W, b, lr, order, size):
    W, b, errors = reference.train_epoch(X, labels, W, b, lr, order, size)
    return W, b, np.mean(errors)


@wrong("train_epoch", "Only the first batch makes a step: is the return inside the loop?")
def first_batch_only(X, labels, W, b, lr, order, size):
    return reference.train_epoch(X, labels, W, b, lr, order[:size], size)


@wrong("train_epoch", "The images are shuffled, their labels are not: labels need the batch's numbers, too.")
def epoch_labels_left(X, labels, W, b, lr, order, size):
    moved = labels.copy()
    moved[order] = labels[: len(order)]
    return reference.train_epoch(X, moved, W, b, lr, order, size)


def an_epoch_of_errors(draw, size, full, left):
    """Errors of the batches of an epoch."""
    return np.abs(draw.normal(full + (left > 0), scale=1.5)), size, full * size + left


@check("epoch_error", points=2)
def errors_of_any_epoch(student, draw):
    """epoch_error weighs every example the same, whether or not something is left over"""
    size, full = draw.sizes(2, low=3, high=7)
    for left in (draw.integer(1, size - 1), 0, 1):
        args = an_epoch_of_errors(draw, size, full, left)
        assert_agrees(student.epoch_error, reference.epoch_error, *args, of="epoch_error(errors, size, examples)")
    for size, full, left in ((9, 0, 4), (1, 5, 0), (33, 2, draw.integer(1, 32))):
        args = an_epoch_of_errors(draw, size, full, left)
        assert_agrees(student.epoch_error, reference.epoch_error, *args, of="epoch_error(errors, size, examples)")


@wrong("epoch_error", "This is the mean over the batches; the examples of a smaller batch count for too much.")
def mean_over_batches(errors, size, examples):
    return np.mean(errors)


@wrong("epoch_error", "The last batch is counted as a full one.")
def last_as_full(errors, size, examples):
    return np.sum(errors * size) / examples


@wrong("epoch_error", "The smaller batch is left out.")
def rest_left_out(errors, size, examples):
    full = examples // size
    return np.mean(errors[:full]) if full else errors[0]


@wrong("epoch_error", "The sum is not divided by the number of examples.")
def not_divided_by_examples(errors, size, examples):
    return reference.epoch_error(errors, size, examples) * examples


@wrong("epoch_error", "Where nothing is left over, the last batch has size rows, not 0.")
def last_counts_nothing(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples % size
    return np.sum(rows * errors) / examples


@wrong("epoch_error", "The smaller batch is the last one; here the first is counted as smaller.")
def first_as_rest(errors, size, examples):
    return reference.epoch_error(errors[::-1], size, examples)


@wrong("epoch_error", "Where size is larger than the examples, the only batch has as many rows as there are examples.")
def single_batch_as_full(errors, size, examples):
    return reference.epoch_error(errors, size, examples) if len(errors) > 1 else errors[0] * size / examples


@wrong("epoch_error", "This is only the error of the last batch.")
def last_error_only(errors, size, examples):
    return errors[-1]


@wrong("epoch_error", "The sum is divided by the batches; divide it by the examples.")
def divided_by_batches(errors, size, examples):
    return reference.epoch_error(errors, size, examples) * examples / len(errors)


TRAINED = ("W", "b", "the errors")


def cases_of_a_training(draw):
    for rows, size, epochs in ((7, 3, 4), (6, 3, 2), (5, 1, 2), (6, 8, 3), (1, 2, 2), (None, 2, 2)):
        X, *others = data(draw, rows)
        orders = np.array([some_order(draw, len(X)) for _ in range(epochs)])
        # One example alone is soon read with hardly an error, of which float32 has few digits.
        yield X, *others, draw.number(0.3, 1.2) if len(X) > 1 else draw.number(0.01, 0.05), orders, size
    # A part of the data in each epoch.
    X, *others = data(draw, 9)
    yield X, *others, draw.number(0.3, 1.2), np.array([some_order(draw, 9)[:7] for _ in range(3)]), 3
    # The same input with two labels, always in the same order: the error grows, and training goes on all the same.
    X = np.tile(draw.normal(1, 3), (2, 1))
    orders = np.array([[0, 1]] * 4)
    yield X, np.array([0, 1]), np.zeros((3, 2)), np.zeros((1, 2)), draw.number(0.1, 0.2), orders, 1
    # Examples that are read nearly without an error: training goes on all the same.
    labels = draw.permutation(np.array([0, 1, 2, 0, 1, 2]))
    X = np.eye(3)[labels] + draw.uniform(6, 3, low=-0.1, high=0.1)
    orders = np.array([some_order(draw, 6) for _ in range(4)])
    yield (
        X,
        labels,
        3.5 * np.eye(3) + draw.uniform(3, 3, low=-0.2, high=0.2),
        np.zeros((1, 3)),
        draw.number(0.3, 1.2),
        orders,
        3,
    )


@check("train", points=3, uses=("train_epoch", "epoch_error", "batch_indices", "batch_gradient"))
def trainings_of_any_kind(student, draw):
    """train goes on from epoch to epoch, each in its own order, for any size and learning rate"""
    for args in cases_of_a_training(draw):
        of = f"train(X, labels, W, b, lr, orders, size) with {len(args[1])} examples and size {args[6]}"
        assert_agrees(student.train, reference.train, *args, of=of, parts=TRAINED)


@wrong("train", "It stops as soon as the error is small; go through all epochs.")
def training_stops_when_small(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = reference.train_epoch(X, labels, W, b, lr, order, size)
        history.append(reference.epoch_error(errors, size, len(order)))
        if history[-1] < 0.1:
            break
    return W, b, np.array(history)


@wrong("train", "It stops as soon as the error grows; go through all epochs.")
def training_stops_when_growing(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = reference.train_epoch(X, labels, W, b, lr, order, size)
        history.append(reference.epoch_error(errors, size, len(order)))
        if len(history) > 1 and history[-1] > history[-2]:
            break
    return W, b, np.array(history)


@wrong("train", "The errors are weighed for all of X; an epoch has the examples of its order.")
def errors_over_all_of_X(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = reference.train_epoch(X, labels, W, b, lr, order, size)
        history.append(reference.epoch_error(errors, size, len(X)))
    return W, b, np.array(history)


@wrong("train", "Every epoch begins with the first weights; go on with those of the epoch before.")
def every_epoch_anew(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        new_W, new_b, errors = reference.train_epoch(X, labels, W, b, lr, order, size)
        history.append(reference.epoch_error(errors, size, len(order)))
    return new_W, new_b, np.array(history)


@wrong("train", "Every epoch has the first order; take the next row of orders.")
def first_order_again(X, labels, W, b, lr, orders, size):
    return reference.train(X, labels, W, b, lr, np.array([orders[0]] * len(orders)), size)


@wrong("train", "The errors are means over the batches; weigh every example the same.")
def errors_over_batches(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = reference.train_epoch(X, labels, W, b, lr, order, size)
        history.append(np.mean(errors))
    return W, b, np.array(history)


@wrong("train", "These are the errors of all batches; give one for each epoch.")
def errors_of_all_batches(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = reference.train_epoch(X, labels, W, b, lr, order, size)
        history.extend(errors)
    return W, b, np.array(history)


@wrong("train", "One epoch is missing.")
def one_epoch_missing(X, labels, W, b, lr, orders, size):
    return reference.train(X, labels, W, b, lr, orders[:-1], size)


@wrong("train", "Only the first epoch is trained: is the return inside the loop?")
def first_epoch_only(X, labels, W, b, lr, orders, size):
    return reference.train(X, labels, W, b, lr, orders[:1], size)


@wrong("train", "This is the error of the last epoch; give the error of each.")
def last_epoch_error(X, labels, W, b, lr, orders, size):
    W, b, history = reference.train(X, labels, W, b, lr, orders, size)
    return W, b, history[-1]


@wrong("train", "The errors are taken over all examples after each epoch; they are the errors before the steps.")
def errors_after_the_epoch(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, _ = reference.train_epoch(X, labels, W, b, lr, order, size)
        history.append(reference.batch_gradient(X, labels, W, b)[0])
    return W, b, np.array(history)


@wrong("train", "The learning rate is divided by the epoch; it stays the same.")
def rate_shrinks(X, labels, W, b, lr, orders, size):
    history = []
    for epoch, order in enumerate(orders, start=1):
        W, b, errors = reference.train_epoch(X, labels, W, b, lr / epoch, order, size)
        history.append(reference.epoch_error(errors, size, len(order)))
    return W, b, np.array(history)


why_behind = choice(
    "why_behind",
    points=1,
    sentence="why_behind names why one step in an epoch is not enough",
    answer="c",
    wrongs={
        "a": "It has no noise at all: it is the gradient over all images.",
        "b": "A mean is as large as the gradients that it is the mean of; it is their sum that would be 800 times as large.",
        "d": "In each epoch all three see every image once.",
    },
)


@picture("train")
def errors_drawn(student):
    X, labels = reference.X3, reference.labels3
    args = X, labels, np.zeros((2, 2)), np.zeros((1, 2)), 1.0, np.array([[2, 0, 1], [1, 2, 0]] * 4), 2
    yours, expected = (train(*args)[2] for train in (student.train, reference.train))
    return curves("The error by epoch", "epoch", "error", yours, expected)

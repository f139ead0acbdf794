# %% shuffle_rows [labels-left]: The labels keep their old order.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    return X[order], labels

# %% shuffle_rows [rows-left]: X keeps its old order, only the labels are sorted.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    return X, labels[order]

# %% shuffle_rows [largest-first]: The largest key comes first.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)[::-1]
    return X[order], labels[order]

# %% shuffle_rows [ranks-as-order]: The ranks are used as the order (argsort of argsort): the inverse permutation.
def shuffle_rows(X, labels, keys):
    order = np.argsort(np.argsort(keys))
    return X[order], labels[order]

# %% shuffle_rows: The columns of X are sorted by the keys, not the rows: right for no shape but square ones.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    return X[:, order[: X.shape[1]]], labels[order]

# %% shuffle_rows [labels-first]: The order of the results is swapped: labels first.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    return labels[order], X[order]

# %% shuffle_rows [labels-sorted]: The labels are sorted by their own size.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    return X[order], np.sort(labels)

# %% shuffle_rows [columns-sorted]: X is sorted by its values in each column.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    return np.sort(X, axis=0), labels[order]

# %% shuffle_rows [only-one-row]: The keys are ignored: a random order of NumPy.
def shuffle_rows(X, labels, keys):
    order = np.random.permutation(len(keys))
    return X[order], labels[order]

# %% shuffle_rows [only-one-row]: The labels are reversed in the order: another one than that of the images.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    return X[order], labels[order[::-1]]

# %% shuffle_rows [only-one-row]: The keys are rounded to whole numbers before sorting: those between 0 and 1 lose their order.
def shuffle_rows(X, labels, keys):
    order = np.argsort(np.asarray(keys).astype(int), kind="stable")
    return X[order], labels[order]

# %% shuffle_rows [only-one-row]: The keys are rounded to one decimal before sorting.
def shuffle_rows(X, labels, keys):
    order = np.argsort(np.round(keys, 1), kind="stable")
    return X[order], labels[order]

# %% shuffle_rows [sign-lost]: The absolute keys are sorted: wrong for negative keys.
def shuffle_rows(X, labels, keys):
    order = np.argsort(np.abs(keys))
    return X[order], labels[order]

# %% shuffle_rows: The first example stays out: order[1:].
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)[1:]
    return X[order], labels[order]

# %% shuffle_rows: The labels get an axis more, (rows, 1).
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    return X[order], labels[order].reshape(-1, 1)

# %% shuffle_rows [axis-squeezed]: X is squeezed: with one column or one row it loses an axis.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    return np.squeeze(X[order]), labels[order]

# %% shuffle_rows [rounded]: The rows of X are converted to whole numbers.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    return X[order].astype(int), labels[order]

# %% shuffle_rows [only-one-row]: The keys are the order itself: X[keys] with whole keys.
def shuffle_rows(X, labels, keys):
    order = np.asarray(keys).astype(int) % len(keys)
    return X[order], labels[order]

# %% shuffle_rows [only-one-row]: The inverse order for the labels.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    return X[order], labels[np.argsort(order)]

# %% shuffle_rows [only-one-row]: The inverse order for the images.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    return X[np.argsort(order)], labels[order]

# %% shuffle_rows [names-exchanged]: The sorted keys are returned as labels.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    return X[order], keys[order]

# %% shuffle_rows [only-one-row]: Only three rows: order[:3] from the example.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)[:3]
    return X[order], labels[order]

# %% shuffle_rows [transposed]: X is transposed in the result.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    return X[order].T, labels[order]

# %% shuffle_rows: X and labels are shuffled in place: the arrays that come in are changed.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    X[:] = X[order]
    labels[:] = labels[order]
    return X, labels

# %% shuffle_rows: The keys are sorted in place after the order is found: the argument keys is changed.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    keys.sort()
    return X[order], labels[order]

# %% shuffle_rows [ranks-as-order]: Row i is moved to the place order[i]: new[order] = X is the inverse.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    new_X, new_labels = np.empty_like(X), np.empty_like(labels)
    new_X[order] = X
    new_labels[order] = labels
    return new_X, new_labels

# %% shuffle_rows [rounded]: The buffer for the images has the dtype of the labels: whole numbers where X has decimals.
def shuffle_rows(X, labels, keys):
    order = np.argsort(keys)
    new_X = np.zeros(X.shape, dtype=labels.dtype)
    for i, k in enumerate(order):
        new_X[i] = X[k]
    return new_X, labels[order]

# %% batch_indices [last-left-out]: The smaller last batch is dropped.
def batch_indices(order, size):
    return [order[i : i + size] for i in range(0, len(order) - size + 1, size)]

# %% batch_indices [overlapping]: The step of the range is 1: overlapping batches.
def batch_indices(order, size):
    return [order[i : i + size] for i in range(0, len(order))]

# %% batch_indices: The slice is one too short: size - 1.
def batch_indices(order, size):
    return [order[i : i + size - 1] for i in range(0, len(order), size)]

# %% batch_indices: The slice is one too long: size + 1, so that batches overlap.
def batch_indices(order, size):
    return [order[i : i + size + 1] for i in range(0, len(order), size)]

# %% batch_indices [order-unused]: order is ignored: the batches are of 0, 1, 2, ...
def batch_indices(order, size):
    return [np.arange(len(order))[i : i + size] for i in range(0, len(order), size)]

# %% batch_indices [order-unused]: The order is sorted first.
def batch_indices(order, size):
    return [np.sort(order)[i : i + size] for i in range(0, len(order), size)]

# %% batch_indices: The order is shuffled anew inside.
def batch_indices(order, size):
    order = np.random.permutation(order)
    return [order[i : i + size] for i in range(0, len(order), size)]

# %% batch_indices [number-off]: Starts at 1: the first number is missing.
def batch_indices(order, size):
    return [order[i : i + size] for i in range(1, len(order), size)]

# %% batch_indices [size-as-count]: size batches in place of batches of size: np.array_split.
def batch_indices(order, size):
    return np.array_split(order, size)

# %% batch_indices [spread-evenly]: As many batches as are needed, but all of nearly equal size: np.array_split.
def batch_indices(order, size):
    return np.array_split(order, -(-len(order) // size))

# %% batch_indices: An upper limit of len(order) - 1: a last batch of one number is lost.
def batch_indices(order, size):
    return [order[i : i + size] for i in range(0, len(order) - 1, size)]

# %% batch_indices [filled-up]: The last batch is filled up with numbers from the start of the order.
def batch_indices(order, size):
    return [np.concatenate([order, order])[i : i + size] for i in range(0, len(order), size)]

# %% batch_indices: The last batch is the last size numbers: it overlaps the one before.
def batch_indices(order, size):
    return [order[min(i, max(len(order) - size, 0)) :][:size] for i in range(0, len(order), size)]

# %% batch_indices [strided]: Every k-th number is in a batch: order[i::n], not neighbours.
def batch_indices(order, size):
    return [order[i :: -(-len(order) // size)] for i in range(-(-len(order) // size))]

# %% batch_indices: The batches come in the reversed order, the small one first.
def batch_indices(order, size):
    return [order[i : i + size] for i in range(0, len(order), size)][::-1]

# %% batch_indices: Each batch is sorted.
def batch_indices(order, size):
    return [np.sort(order[i : i + size]) for i in range(0, len(order), size)]

# %% batch_indices: Each batch is reversed.
def batch_indices(order, size):
    return [order[i : i + size][::-1] for i in range(0, len(order), size)]

# %% batch_indices: The small batch comes first: cut from the end.
def batch_indices(order, size):
    return [order[max(i - size, 0) : i] for i in range(len(order), 0, -size)][::-1]

# %% batch_indices [empty-at-the-end]: An empty batch at the end where the order is a multiple of size.
def batch_indices(order, size):
    return [order[i : i + size] for i in range(0, len(order) + 1, size)]

# %% batch_indices [last-left-out]: Fails where size is larger than the order: then no batch at all is returned.
def batch_indices(order, size):
    if size > len(order):
        return []
    return [order[i : i + size] for i in range(0, len(order), size)]

# %% batch_indices: Size is fixed at 2.
def batch_indices(order, size):
    size = 2
    return [order[i : i + size] for i in range(0, len(order), size)]

# %% batch_indices: At most three batches.
def batch_indices(order, size):
    return [order[i : i + size] for i in range(0, len(order), size)][:3]

# %% batch_indices [order-unused]: The positions are returned, not the numbers of the order.
def batch_indices(order, size):
    return [np.arange(i, min(i + size, len(order))) for i in range(0, len(order), size)]

# %% batch_indices: Single-number batches lose their axis: they are numbers, not arrays.
def batch_indices(order, size):
    return [np.squeeze(order[i : i + size]) for i in range(0, len(order), size)]

# %% batch_indices: The batches have an axis more, (1, size).
def batch_indices(order, size):
    return [order[np.newaxis, i : i + size] for i in range(0, len(order), size)]

# %% batch_indices [last-left-out]: reshape to (-1, size): what is left over is dropped, a list of full batches.
def batch_indices(order, size):
    full = len(order) // size
    return list(order[: full * size].reshape(full, size))

# %% batch_indices [rest-added]: A remainder is added to the last full batch: it is larger than size.
def batch_indices(order, size):
    full = max(len(order) // size, 1)
    batches = [order[i * size : (i + 1) * size] for i in range(full)]
    batches[-1] = order[(full - 1) * size :]
    return batches

# %% batch_indices [empty-at-the-end]: The last batch is appended also if nothing is left over: an empty array.
def batch_indices(order, size):
    full = len(order) // size
    batches = [order[i * size : (i + 1) * size] for i in range(full)]
    batches.append(order[full * size :])
    return batches

# %% count_steps [rest-not-counted]: The smaller last batch is not counted: examples // size.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return examples // size * epochs, last

# %% count_steps [one-too-many]: One batch too many where size divides the examples: examples // size + 1.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return (examples // size + 1) * epochs, last

# %% count_steps [rest-of-zero]: The last batch is examples % size: 0 where size divides the examples.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples % size
    return steps * epochs, last

# %% count_steps [steps-of-one-epoch]: The epochs are missing: the steps of one epoch.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return steps, last

# %% count_steps [added]: Steps plus epochs.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return steps + epochs, last

# %% count_steps [carried-over]: All epochs are cut as one long row: ceil(examples * epochs / size).
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return -(-examples * epochs // size), last

# %% count_steps: The last batch of the long row of all epochs.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = (examples * epochs - 1) % size + 1
    return steps * epochs, last

# %% count_steps [last-batch-first]: The order of the results is swapped.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return last, steps * epochs

# %% count_steps: The last batch always has size examples.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = size
    return steps * epochs, last

# %% count_steps: The last batch is what is missing to a full one.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = steps * size - examples
    return steps * epochs, last

# %% count_steps: round in place of rounding up.
def count_steps(examples, size, epochs):
    steps = max(round(examples / size), 1)
    last = examples - (steps - 1) * size
    return steps * epochs, last

# %% count_steps [broken-steps]: Not rounded at all: a fraction of steps.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return examples / size * epochs, last

# %% count_steps [names-exchanged]: Each example is a step: examples * epochs.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return examples * epochs, last

# %% count_steps: size is fixed at 2.
def count_steps(examples, size, epochs):
    size = 2
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return steps * epochs, last

# %% count_steps: epochs is fixed at 10.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return steps * 10, last

# %% count_steps: epochs - 1: the first does not count.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return steps * (epochs - 1), last

# %% count_steps: Where size is larger than the examples, the last batch has size examples, not what is there.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = size if size > examples else examples - (steps - 1) * size
    return steps * epochs, last

# %% count_steps [zeros]: Where size is larger than the examples there is no step.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return (0 if size > examples else steps * epochs), last

# %% count_steps: Size and examples are swapped.
def count_steps(size, examples, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return steps * epochs, last

# %% count_steps: The last batch is one too large.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size - 1
    return steps * epochs, last

# %% count_steps [term-missing]: The last batch: examples minus all steps times size (0 or negative).
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - steps * size
    return steps * epochs, last

# %% count_steps: The examples of all last batches together: times epochs.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return steps * epochs, last * epochs

# %% count_steps: The number of batches in one epoch is given as the second number.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return steps * epochs, steps

# %% count_steps: Only one number is returned.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = examples - (steps - 1) * size
    return steps * epochs

# %% count_steps: The last batch is 1 always where something is left.
def count_steps(examples, size, epochs):
    steps = -(-examples // size)
    last = 1 if examples % size else size
    return steps * epochs, last

# %% count_steps: Python's round up by adding 0.5: wrong where the rest is below half a batch.
def count_steps(examples, size, epochs):
    steps = max(int(examples / size + 0.5), 1)
    last = examples - (steps - 1) * size
    return steps * epochs, last

# %% batch_gradient [error-summed]: The error is a sum over the rows, not a mean.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.sum(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [gradients-summed]: The derivative is not divided by the number of rows.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D * 1
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [error-negative]: The sign of the error is missing.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [sums-without-b]: The bias is missing in the sums.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [targets-missing]: The 1 at the right class is not subtracted.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 0
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [sign-exchanged]: The 1 is added in place of subtracted.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] += 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [divided-by-classes]: Divided by the number of classes in place of the rows.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / D.shape[1]
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [mean-twice]: Divided by all entries, rows times classes.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / D.size
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [bias-without-rows]: keepdims is missing: bb is (classes,).
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0)

# %% batch_gradient [biases-divided-twice]: bb is a mean over the rows once more.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.mean(axis=0, keepdims=True)

# %% batch_gradient [wrong-axis]: bb is summed over the classes, (rows, 1).
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=1, keepdims=True)

# %% batch_gradient [transposed]: Wb is transposed: (classes, inputs).
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, D.T @ X, D.sum(axis=0, keepdims=True)

# %% batch_gradient: Wb and bb are swapped in the result.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, D.sum(axis=0, keepdims=True), X.T @ D

# %% batch_gradient [gradients-reversed]: The sign of the gradients is wrong: target minus P.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = -D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [factor]: The logarithm to base 10.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log10(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [factor]: The logarithm to base 2.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log2(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [mean-twice]: The mean goes over all classes: -mean(T log P), divided by the classes too.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.sum(np.log(P[np.arange(rows), labels])) / P.size
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [squared-error]: The squared error in place of the cross-entropy.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = np.mean(np.sum((P - np.eye(W.shape[1])[labels]) ** 2, axis=1))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient: P is clipped to 0.01 ... 0.99 before the logarithm: the error of sure mistakes is too small.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(np.clip(P[np.arange(rows), labels], 0.01, 0.99)))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient: 0.01 is added in the logarithm.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels] + 0.01))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient: Sigmoid in place of the softmax.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = 1 / (1 + np.exp(-(X @ W + b)))
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient: Softmax over the columns: each column sums to 1.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax((X @ W + b).T).T
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [slope-multiplied-in]: The slope of a sigmoid is multiplied in: P (1 - P).
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D * P * (1 - P) / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [only-one-row]: The labels are taken as the first row's label for all rows: right only for one row.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels[0]] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [whole-columns]: The 1 is subtracted in whole columns: D[:, labels].
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[:, labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [only-one-row]: The error of the first row only.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels])[0])
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient: The one-hot targets have as many classes as the largest label + 1: the derivatives of higher classes are 0 where they are not in the batch.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[:, : labels.max() + 1] -= np.eye(labels.max() + 1)[labels]
    D[:, labels.max() + 1 :] = 0
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [mean-twice]: The gradient of W is divided by the rows twice.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D / rows, D.sum(axis=0, keepdims=True)

# %% batch_gradient: The error is that with log(1 - P) of the right class.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(1 - P[np.arange(rows), labels] + 1e-12))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient: Divided by a fixed batch size 16 in place of the rows.
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / 16
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient: exp without the softmax's division (labels' exponentials only).
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = np.exp(X @ W + b)
    E = -np.mean(np.log(P[np.arange(rows), labels]))
    D = P.copy()
    D[np.arange(rows), labels] -= 1
    D = D / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient: D and P are one array: the error is worked out after the 1 was subtracted, from P - 1 (log of a negative number).
def batch_gradient(X, labels, W, b):
    rows = len(X)
    P = softmax(X @ W + b)
    P[np.arange(rows), labels] -= 1
    E = -np.mean(np.log(np.abs(P[np.arange(rows), labels])))
    D = P / rows
    return E, X.T @ D, D.sum(axis=0, keepdims=True)

# %% batch_gradient [zeros]: The buffer of Wb has the dtype of X: whole numbers where X is whole.
def batch_gradient(X, labels, W, b):
    D = (softmax(X @ W + b) - np.eye(W.shape[1])[labels]) / len(X)
    Wb = np.zeros((X.shape[1], W.shape[1]), dtype=X.dtype)
    Wb[...] = X.T @ D
    E = -np.mean(np.log(softmax(X @ W + b)[np.arange(len(X)), labels]))
    return E, Wb, D.sum(axis=0, keepdims=True)

# %% gradient_noise [noise-without-root]: The root is missing.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.mean(squares)

# %% gradient_noise [noise-summed]: The sum of the squared distances in place of the mean.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.sum(squares))

# %% gradient_noise: Divided by m - 1.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt((np.sum(squares) / (len(squares) - 1)))

# %% gradient_noise [mean-distance]: The mean distance (the mean of the roots), not the root of the mean.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.mean(np.sqrt(squares))

# %% gradient_noise [noise-of-an-entry]: The mean over the entries of a gradient in place of the sum: divided by their number.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.mean(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.mean(squares))

# %% gradient_noise: np.std of everything: one mean for all entries and batches.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.std(gradients)

# %% gradient_noise [noise-from-zero]: The mean gradient is not subtracted.
def gradient_noise(gradients):
    distances = gradients
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.mean(squares))

# %% gradient_noise [noise-from-one-number]: One mean of all entries in place of one for each entry.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.mean(squares))

# %% gradient_noise: The mean over the entries of each gradient is subtracted, not that over the batches.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=tuple(range(1, np.ndim(gradients))), keepdims=True)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.mean(squares))

# %% gradient_noise: The distance to the first gradient, not to the mean.
def gradient_noise(gradients):
    distances = gradients - gradients[0]
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.mean(squares))

# %% gradient_noise: The median in place of the mean.
def gradient_noise(gradients):
    distances = gradients - np.median(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.mean(squares))

# %% gradient_noise: Absolute distances without squares.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(np.abs(distances), axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.mean(squares))

# %% gradient_noise: The sum over axis 1 only: for gradients that are matrices the mean is taken over too many entries.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=min(1, np.ndim(gradients) - 1))
    return np.sqrt(np.mean(squares))

# %% gradient_noise [noise-of-each-entry]: One noise for each entry is returned, not one number.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.mean(distances**2, axis=0))

# %% gradient_noise [noise-of-added-roots]: The noises of the entries are added.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sum(np.sqrt(np.mean(distances**2, axis=0)))

# %% gradient_noise: The noises of the entries are averaged.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.mean(np.sqrt(np.mean(distances**2, axis=0)))

# %% gradient_noise: The distance of each batch is returned, (batches,).
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(squares)

# %% gradient_noise: The largest distance is returned.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.max(squares))

# %% gradient_noise: The mean gradient is cut to whole numbers.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0).astype(int)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.mean(squares))

# %% gradient_noise: The root of the mean is divided by the root of m once more (standard error).
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.mean(squares) / len(squares))

# %% gradient_noise: The result is rounded to three decimals.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.round(np.sqrt(np.mean(squares)), 3)

# %% gradient_noise: Only the first two batches are used.
def gradient_noise(gradients):
    gradients = gradients[:2]
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.mean(squares))

# %% gradient_noise: The result has the shape (1, 1).
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.mean(squares)).reshape(1, 1)

# %% gradient_noise: The noise relative to the length of the mean gradient.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.mean(squares)) / np.sqrt(np.sum(np.mean(gradients, axis=0) ** 2))

# %% gradient_noise: Mean of squares minus square of the mean with the mean over all: wrong centre.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    squares = np.sum(distances**2, axis=tuple(range(1, np.ndim(gradients))))
    return np.sqrt(np.mean(gradients**2) - np.mean(gradients) ** 2)

# %% gradient_noise: The mean is subtracted in place: the array that comes in is changed.
def gradient_noise(gradients):
    mean = np.mean(gradients, axis=0)
    gradients -= mean
    noise = np.sqrt(np.sum(gradients**2) / len(gradients))
    return noise

# %% gradient_noise: The squared mean of the distances: the distances are summed before squaring, so they cancel within a gradient.
def gradient_noise(gradients):
    distances = gradients - np.mean(gradients, axis=0)
    sums = np.sum(distances.reshape(len(gradients), -1), axis=1)
    return np.sqrt(np.mean(sums**2))

# %% half_the_noise [twice]: Half the noise is taken to need twice the batch: 32.
half_the_noise = 32

# %% half_the_noise: The root is applied to the 16: 16 * sqrt(2), rounded up.
half_the_noise = 23

# %% half_the_noise [square]: 16 squared.
half_the_noise = 256

# %% half_the_noise: A factor of 8 in place of 4.
half_the_noise = 128

# %% half_the_noise: 16 * 3: a factor of 3.
half_the_noise = 48

# %% half_the_noise: 16 + 4.
half_the_noise = 20

# %% half_the_noise: The 16 examples are added to the 64: 80.
half_the_noise = 80

# %% half_the_noise [plus-two]: 16 plus 2: the factor is added.
half_the_noise = 18

# %% train_epoch [epoch-uphill]: The step goes up the slope: plus.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W + lr * Wb
        b = b + lr * bb
    return W, b, np.array(errors)

# %% train_epoch [biases-not-trained]: The biases are not trained.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b * 1
    return W, b, np.array(errors)

# %% train_epoch [sign-exchanged]: The biases go up: plus.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b + lr * bb
    return W, b, np.array(errors)

# %% train_epoch [term-missing]: The weights are not trained.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W * 1
        b = b - lr * bb
    return W, b, np.array(errors)

# %% train_epoch [factor-missing]: The learning rate is missing for the biases.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - bb
    return W, b, np.array(errors)

# %% train_epoch [factor-missing]: The learning rate is missing for the weights.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - Wb
        b = b - lr * bb
    return W, b, np.array(errors)

# %% train_epoch: W and b are changed in place with -=: the arrays that come in are changed.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W -= lr * Wb
        b -= lr * bb
    return W, b, np.array(errors)

# %% train_epoch: b is changed in place with -=.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b -= lr * bb
    return W, b, np.array(errors)

# %% train_epoch [errors-after-the-steps]: The error is that after the step.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        W = W - lr * Wb
        b = b - lr * bb
        errors.append(batch_gradient(X[batch], labels[batch], W, b)[0])
    return W, b, np.array(errors)

# %% train_epoch [gradients-at-the-start]: All gradients are worked out with the first weights, not with the present ones.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    W0, b0 = W, b
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W0, b0)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
    return W, b, np.array(errors)

# %% train_epoch: The order is ignored: the examples come as they stand.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(np.arange(len(X)), size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
    return W, b, np.array(errors)

# %% train_epoch: The order is sorted.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(np.sort(order), size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
    return W, b, np.array(errors)

# %% train_epoch: The labels are not taken by the order: they lose their images.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[: len(batch)], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
    return W, b, np.array(errors)

# %% train_epoch [rest-makes-no-step]: The smaller last batch is left out.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        if len(batch) < size:
            continue
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
    return W, b, np.array(errors)

# %% train_epoch [mean-of-the-errors]: The mean of the errors is returned, one number.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
    return W, b, np.mean(errors)

# %% train_epoch: The errors of examples: each error is multiplied by the batch's rows.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E * len(batch))
        W = W - lr * Wb
        b = b - lr * bb
    return W, b, np.array(errors)

# %% train_epoch [step-divided-again]: The gradient is divided by the batch's rows once more.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb / len(batch)
        b = b - lr * bb / len(batch)
    return W, b, np.array(errors)

# %% train_epoch [step-of-sums]: The gradient is multiplied by the rows: a sum.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb * len(batch)
        b = b - lr * bb * len(batch)
    return W, b, np.array(errors)

# %% train_epoch: The last batch's step is scaled by its rows over size.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * len(batch) / size * Wb
        b = b - lr * len(batch) / size * bb
    return W, b, np.array(errors)

# %% train_epoch [bounded]: The learning rate is at most 1.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    lr = min(lr, 1)
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
    return W, b, np.array(errors)

# %% train_epoch: lr is fixed at 0.1.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    lr = 0.1
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
    return W, b, np.array(errors)

# %% train_epoch: size is ignored: all in one batch.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in [order]:
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
    return W, b, np.array(errors)

# %% train_epoch: size is fixed at 2.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, 2):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
    return W, b, np.array(errors)

# %% train_epoch [first-batch-only]: The return stands in the loop: only the first batch is trained.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
        return W, b, np.array(errors)

# %% train_epoch: The errors are added up while training: running sums.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
    return W, b, np.cumsum(errors)

# %% train_epoch: The results are in another order: errors first.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
    return np.array(errors), W, b

# %% train_epoch: Only the last error is returned.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
    return W, b, errors[-1]

# %% train_epoch: The shape of the errors is (batches, 1).
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
    return W, b, np.array(errors)[:, np.newaxis]

# %% train_epoch: The slopes are clipped to -0.1 to 0.1.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * np.clip(Wb, -0.1, 0.1)
        b = b - lr * bb
    return W, b, np.array(errors)

# %% train_epoch: The old weights come back: the new ones stay in the loop (W2 from W every time).
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W2 = W - lr * Wb
        b = b - lr * bb
    return W2, b, np.array(errors)

# %% train_epoch: The errors are cut to whole numbers by a buffer of labels' dtype.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
    return W, b, np.array(errors).astype(labels.dtype)

# %% train_epoch: The learning rate is halved after each batch.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * bb
        lr = lr / 2
    return W, b, np.array(errors)

# %% train_epoch: The weights are updated before the bias gradient is found: bb is that with the new W.
def train_epoch(X, labels, W, b, lr, order, size):
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W = W - lr * Wb
        b = b - lr * batch_gradient(X[batch], labels[batch], W, b)[2]
    return W, b, np.array(errors)

# %% train_epoch: batch_indices over the rows of X, and X is put in order twice: X[order][order].
def train_epoch(X, labels, W, b, lr, order, size):
    X, labels = X[order], labels[order]
    errors = []
    for batch in batch_indices(order, size):
        batch = batch % len(X)
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        errors.append(E)
        W, b = W - lr * Wb, b - lr * bb
    return W, b, np.array(errors)

# %% epoch_error [mean-over-batches]: The mean of the batches' errors: the small last one counts too much.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.mean(errors)

# %% epoch_error [last-as-full]: The last batch is counted with size rows, divided by the examples.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sum(size * np.asarray(errors)) / examples

# %% epoch_error [not-divided-by-examples]: The sum is not divided by the examples.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sum(rows * errors)

# %% epoch_error [divided-by-batches]: Divided by the number of batches in place of the examples.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sum(rows * errors) / len(errors)

# %% epoch_error: Divided by size times batches.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sum(rows * errors) / (size * len(errors))

# %% epoch_error [last-counts-nothing]: The last batch has examples % size rows: 0 where size divides them.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples % size
    return np.sum(rows * errors) / examples

# %% epoch_error [factor-missing]: The sum of the errors divided by the examples: weights are missing.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sum(errors) / examples

# %% epoch_error [first-as-rest]: The small batch is taken to be the first.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[0] = examples - (len(errors) - 1) * size
    return np.sum(rows * errors) / examples

# %% epoch_error: The last batch is left out.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sum((rows * errors)[:-1]) / np.sum(rows[:-1]) if len(errors) > 1 else errors[0]

# %% epoch_error: The last batch is counted with one row too many.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size - 1
    return np.sum(rows * errors) / examples

# %% epoch_error: The last batch has what is missing to a full one.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = len(errors) * size - examples
    return np.sum(rows * errors) / examples

# %% epoch_error: The root of the sum.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sqrt(np.sum(rows * errors) / examples)

# %% epoch_error: The errors are divided by the rows, not multiplied.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sum(errors / rows) / examples

# %% epoch_error: The squares of the errors.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sum(rows * np.asarray(errors) ** 2) / examples

# %% epoch_error: The error of each batch is returned, weighted, not one number.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return rows * errors / examples

# %% epoch_error: size is fixed at 4.
def epoch_error(errors, size, examples):
    size = 4
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sum(rows * errors) / examples

# %% epoch_error: The median in place of the mean.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.median(np.repeat(errors, np.maximum(rows, 0)))

# %% epoch_error [last-error-only]: The error of the last batch is returned.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return errors[-1]

# %% epoch_error [rounded]: Whole division by the examples.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sum(rows * errors) // examples

# %% epoch_error [rounded]: The errors are cut to whole numbers.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sum(rows * np.asarray(errors).astype(int)) / examples

# %% epoch_error: The rows are squared as weights.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sum(rows**2 * errors) / examples

# %% epoch_error [single-batch-as-full]: Where size is larger than the examples, the error is weighted with size.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = min(size, examples - (len(errors) - 1) * size) if len(errors) > 1 else size
    return np.sum(rows * errors) / examples

# %% epoch_error: Examples and size are swapped.
def epoch_error(errors, examples, size):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sum(rows * errors) / examples

# %% epoch_error: The result has the shape (1, 1).
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.array([[np.sum(rows * errors) / examples]])

# %% epoch_error: Three batches only: right for the example.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sum((rows * errors)[:3]) / examples

# %% epoch_error: The minimum error is subtracted.
def epoch_error(errors, size, examples):
    rows = np.full(len(errors), size)
    rows[-1] = examples - (len(errors) - 1) * size
    return np.sum(rows * (errors - np.min(errors))) / examples

# %% epoch_error: The rows are multiplied into errors in place: the array that comes in is changed.
def epoch_error(errors, size, examples):
    errors *= size
    errors[-1] *= (examples - (len(errors) - 1) * size) / size
    return np.sum(errors) / examples

# %% epoch_error [only-decimals]: The buffer np.zeros_like(errors) holds weighted means: whole numbers where errors are whole.
def epoch_error(errors, size, examples):
    weighted = np.zeros_like(errors)
    weighted[:] = size * errors / examples
    weighted[-1] = (examples - (len(errors) - 1) * size) * errors[-1] / examples
    return np.sum(weighted)

# %% epoch_error: The last batch gets half the weight whenever it is smaller, not its share of rows.
def epoch_error(errors, size, examples):
    weights = np.ones(len(errors))
    if examples % size:
        weights[-1] = 0.5
    return np.sum(weights * errors) / np.sum(weights)

# %% train [errors-over-batches]: The mean of the batches' errors is the epoch's error.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(np.mean(errors))
    return W, b, np.array(history)

# %% train: The error of the last batch is the epoch's error.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(errors[-1])
    return W, b, np.array(history)

# %% train [first-order-again]: The first order is used in all epochs.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, orders[0], size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history)

# %% train [every-epoch-anew]: Each epoch starts from the first weights again.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W2, b2, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return W2, b2, np.array(history)

# %% train [one-epoch-missing]: One epoch too few.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders[:-1]:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history)

# %% train [first-epoch-only]: Only the first epoch: the return stands in the loop.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
        return W, b, np.array(history)

# %% train: size - 1 in the training.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, max(size - 1, 1))
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history)

# %% train [errors-of-all-batches]: All errors of the batches are in the history, not one for each epoch.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.extend(errors)
    return W, b, np.array(history)

# %% train: The running mean of the epochs' errors.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.cumsum(history) / np.arange(1, len(history) + 1)

# %% train [last-epoch-error]: Only the last error is returned.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b, history[-1]

# %% train [errors-after-the-epoch]: The error of all data after each epoch with the new weights, in place of that of its batches.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(batch_gradient(X, labels, W, b)[0])
    return W, b, np.array(history)

# %% train [errors-over-all-of-X]: len(X) in place of the order's length: wrong where an order has fewer rows than X.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(X)))
    return W, b, np.array(history)

# %% train [names-exchanged]: len(errors) in the place of the examples.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(errors)))
    return W, b, np.array(history)

# %% train: The learning rate halves after each epoch.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        lr = lr / 2
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history)

# %% train [order-reversed]: The orders run backwards: the last epoch first.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders[::-1]:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history)

# %% train: The columns of orders are used as epochs (transposed).
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders.T:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history)

# %% train: The orders are ignored: 0, 1, 2, ...
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, np.arange(len(order)), size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history)

# %% train: The order is shuffled again at random.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, np.random.permutation(order), size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history)

# %% train [bounded]: The learning rate is at most 1.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, min(lr, 1), order, size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history)

# %% train [unchanged]: The weights from before the training are returned.
def train(X, labels, W, b, lr, orders, size):
    history = []
    first = W, b
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return *first, np.array(history)

# %% train: The biases are not carried on: each epoch starts from the first ones.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b_new, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b_new, np.array(history)

# %% train: The results are in another order: the history first.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return np.array(history), W, b

# %% train [mean-too-many]: The history is one number: the mean of the epochs.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.mean(history)

# %% train: Whole numbers: the history is cut by astype(int).
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history).astype(int)

# %% train: At most two epochs.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders[:2]:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history)

# %% train [training-stops-when-growing]: The training stops when the error gets larger than in the epoch before.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
        if len(history) > 1 and history[-1] > history[-2]:
            break
    return W, b, np.array(history)

# %% train: Full batches: size is the number of examples.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, len(order))
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history)

# %% train: The sum of the batches' errors over the epoch.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(np.sum(errors))
    return W, b, np.array(history)

# %% train: The history has the shape (epochs, 1).
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history).reshape(-1, 1)

# %% train [values-exchanged]: The order of the weights and the biases in the result is swapped.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return b, W, np.array(history)

# %% train: The arrays that come in are changed: the trained values are written back into W and b.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        new_W, new_b, errors = train_epoch(X, labels, W, b, lr, order, size)
        W[:], b[:] = new_W, new_b
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history)

# %% train: Every epoch is trained twice: once for the weights and once for the errors.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        W, b, _ = train_epoch(X, labels, W, b, lr, order, size)
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history)

# %% train: X and labels are reordered for good in each epoch, so the second order is applied on top of the first.
def train(X, labels, W, b, lr, orders, size):
    history = []
    for order in orders:
        X, labels = X[order], labels[order]
        W, b, errors = train_epoch(X, labels, W, b, lr, np.arange(len(X)), size)
        history.append(epoch_error(errors, size, len(X)))
    return W, b, np.array(history)

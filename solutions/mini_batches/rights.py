"""Right answers of mini-batches in other styles than the reference: each of them has to be accepted."""

import numpy as np

from autograder.checks import right


@right("shuffle_rows")
def with_sorted(X, labels, keys):
    order = sorted(range(len(keys)), key=lambda i: keys[i])
    return [X[order], labels[order]]


@right("shuffle_rows")
def with_take(X, labels, keys):
    order = keys.argsort(kind="stable")
    return np.take(X, order, axis=0), np.take(labels, order)


@right("shuffle_rows")
def by_ranks(X, labels, keys):
    ranks = [sum(other < key for other in keys) for key in keys]
    new_X, new_labels = np.empty_like(X), np.empty_like(labels)
    new_X[ranks], new_labels[ranks] = X, labels
    return new_X, new_labels


@right("batch_indices")
def with_while(order, size):
    batches, rest = [], list(order)
    while rest:
        batches.append(np.array(rest[:size]))
        rest = rest[size:]
    return batches


@right("batch_indices")
def with_split(order, size):
    return np.split(order, range(size, len(order), size))


@right("batch_indices")
def as_lists(order, size):
    batches = []
    for position, number in enumerate(order.tolist()):
        if position % size == 0:
            batches.append([])
        batches[-1].append(number)
    return batches


@right("count_steps")
def with_branches(examples, size, epochs):
    if examples % size == 0:
        return examples // size * epochs, size
    return (examples // size + 1) * epochs, examples % size


@right("count_steps")
def with_ceil(examples, size, epochs):
    steps = int(np.ceil(examples / size))
    return [steps * epochs, (examples - 1) % size + 1]


@right("count_steps")
def by_counting(examples, size, epochs):
    starts = range(0, examples, size)
    return len(starts) * epochs, examples - starts[-1]


@right("batch_gradient")
def with_one_hot(X, labels, W, b):
    T = np.eye(W.shape[1])[labels]
    Z = X @ W + b
    P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    D = P - T
    return -(T * np.log(P)).sum() / len(X), np.dot(X.T, D) / len(X), np.mean(D, axis=0, keepdims=True)


@right("batch_gradient")
def row_by_row(X, labels, W, b):
    E, Wb, bb = 0.0, np.zeros(W.shape), np.zeros(b.shape)
    for x, label in zip(X, labels):
        z = x @ W + b[0]
        p = np.exp(z - z.max())
        p = p / p.sum()
        E -= np.log(p[label]) / len(X)
        p[label] -= 1
        Wb += np.outer(x, p) / len(X)
        bb += p[None] / len(X)
    return E, Wb, bb


@right("batch_gradient")
def in_float32(X, labels, W, b):
    X, W, b = X.astype("float32"), W.astype("float32"), b.astype("float32")
    Z = X @ W + b
    log_P = Z - np.log(np.sum(np.exp(Z), axis=1, keepdims=True))
    D = (np.exp(log_P) - (np.arange(W.shape[1]) == labels[:, None])) / len(labels)
    return [-log_P[range(len(X)), labels].mean(), X.T @ D, np.ones((1, len(X))) @ D]


@right("gradient_noise")
def from_std(gradients):
    return np.sqrt(np.sum(np.std(gradients, axis=0) ** 2))


@right("gradient_noise")
def with_norms(gradients):
    mean = sum(gradients) / len(gradients)
    return np.sqrt(np.mean([np.linalg.norm((each - mean).ravel()) ** 2 for each in gradients]))


@right("gradient_noise")
def with_a_loop(gradients):
    m = len(gradients)
    flat = np.reshape(gradients, (m, -1))
    total = 0.0
    for row in flat:
        for value, middle in zip(row, flat.mean(axis=0)):
            total += (value - middle) ** 2
    return (total / m) ** 0.5


@right("train_epoch")
def with_slices(X, labels, W, b, lr, order, size):
    X, labels = X[order], labels[order]
    W, b, errors = W.copy(), b.copy(), []
    for start in range(0, len(X), size):
        x, t = X[start : start + size], labels[start : start + size]
        Z = x @ W + b
        P = np.exp(Z - Z.max(axis=1, keepdims=True))
        P /= P.sum(axis=1, keepdims=True)
        errors.append(-np.log(P[np.arange(len(x)), t]).mean())
        P[np.arange(len(x)), t] -= 1
        W -= lr * x.T @ P / len(x)
        b -= lr * P.mean(axis=0, keepdims=True)
    return W, b, errors


@right("train_epoch")
def with_a_list_of_numbers(X, labels, W, b, lr, order, size):
    errors, rest = np.array([]), order.tolist()
    while rest:
        batch, rest = rest[:size], rest[size:]
        Z = X[batch] @ W + b
        log_P = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
        T = np.eye(W.shape[1])[labels[batch]]
        D = (np.exp(log_P) - T) / len(batch)
        W, b = W - lr * (X[batch].T @ D), b - lr * D.sum(axis=0)
        errors = np.append(errors, -(T * log_P).sum() / len(batch))
    return [W, b, errors]


@right("train_epoch")
def row_after_row(X, labels, W, b, lr, order, size):
    errors = []
    for start in range(0, len(order), size):
        batch = order[start : start + size]
        sum_W, sum_b, sum_E = 0 * W, 0 * b, 0.0
        for i in batch:
            z = X[i] @ W + b[0]
            p = np.exp(z) / np.exp(z).sum()
            sum_E -= np.log(p[labels[i]])
            p[labels[i]] -= 1
            sum_W, sum_b = sum_W + np.outer(X[i], p), sum_b + p
        W, b = W - lr * sum_W / len(batch), b - lr * sum_b / len(batch)
        errors += [sum_E / len(batch)]
    return W, b, np.array(errors)


@right("epoch_error")
def with_average(errors, size, examples):
    rows = [min(size, examples - start) for start in range(0, examples, size)]
    return np.average(errors, weights=rows)


@right("epoch_error")
def full_and_last(errors, size, examples):
    last = (examples - 1) % size + 1
    return (size * sum(errors[:-1]) + last * errors[-1]) / examples


@right("epoch_error")
def example_by_example(errors, size, examples):
    return np.mean([errors[i // size] for i in range(examples)])


@right("epoch_error")
def with_repeat(errors, size, examples):
    return np.repeat(np.asarray(errors, dtype=np.float32), size)[:examples].mean()


@right("train")
def all_errors_kept(X, labels, W, b, lr, orders, size):
    def step(rows, W, b):
        Z = X[rows] @ W + b
        P = np.exp(Z - Z.max(axis=1, keepdims=True))
        P = P / P.sum(axis=1, keepdims=True)
        numbers = np.arange(len(rows))
        of_rows = -np.log(P[numbers, labels[rows]])
        P[numbers, labels[rows]] -= 1
        return of_rows, W - lr * X[rows].T @ P / len(rows), b - lr * P.sum(axis=0, keepdims=True) / len(rows)

    history = np.zeros(len(orders))
    for epoch in range(orders.shape[0]):
        found = []
        for start in range(0, orders.shape[1], size):
            of_rows, W, b = step(orders[epoch, start : start + size], W, b)
            found.extend(of_rows)
        history[epoch] = np.mean(found)
    return W, b, history


@right("train")
def one_loop_over_all(X, labels, W, b, lr, orders, size):
    W, b = W.copy(), b.copy()
    sums = [0.0] * len(orders)
    work = [(e, order[i : i + size]) for e, order in enumerate(orders) for i in range(0, len(order), size)]
    for e, rows in work:
        T = np.eye(W.shape[1])[labels[rows]]
        P = np.exp(X[rows] @ W + b)
        P = P / P.sum(axis=1)[:, None]
        sums[e] -= np.sum(np.log(P[T == 1]))
        D = (P - T) / len(rows)
        W -= lr * X[rows].T @ D
        b -= lr * D.sum(axis=0)
    return [W, b, [each / orders.shape[1] for each in sums]]


@right("train")
def by_recursion(X, labels, W, b, lr, orders, size):
    def go(W, b, orders):
        if not len(orders):
            return W, b, []
        total = 0.0
        for i in range(0, len(orders[0]), size):
            rows = orders[0][i : i + size]
            Z = X[rows] @ W + b
            logs = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
            D = np.exp(logs)
            for number, label in enumerate(labels[rows]):
                total -= logs[number, label]
                D[number, label] -= 1
            W, b = W - lr / len(rows) * X[rows].T @ D, b - lr / len(rows) * D.sum(axis=0, keepdims=True)
        W, b, later = go(W, b, orders[1:])
        return W, b, [total / len(orders[0])] + later

    W, b, history = go(W, b, orders)
    return W, b, np.array(history)

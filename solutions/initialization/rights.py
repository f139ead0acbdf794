"""Right answers of initialization in other styles than the reference: each of them has to be accepted."""

import numpy as np

from autograder.checks import right


@right("distinct_units")
def with_unique(W, b):
    return np.unique(np.concatenate([W, b], axis=0), axis=1).shape[1]


@right("distinct_units")
def one_by_one(W, b):
    seen = []
    for j in range(W.shape[1]):
        if not any(np.array_equal(W[:, j], W[:, i]) and b[0, j] == b[0, i] for i in seen):
            seen.append(j)
    return len(seen)


@right("distinct_units")
def without_earlier_twins(W, b):
    nodes = [[*w, *c] for w, c in zip(W.T.tolist(), b.T.tolist())]
    return np.sum([node not in nodes[:i] for i, node in enumerate(nodes)])


@right("predicted_spread")
def layer_by_layer(start, fan_ins, stds, k):
    spread, found = start, []
    for fan_in, std in zip(fan_ins, stds):
        spread = spread * (k * fan_in) ** 0.5 * std
        found.append(spread)
    return found


@right("predicted_spread")
def through_the_squares(start, fan_ins, stds, k):
    square, found = start**2, np.empty(len(stds))
    for i in range(len(stds)):
        square *= k * int(fan_ins[i]) * stds[i] ** 2
        found[i] = np.sqrt(square)
    return found


@right("predicted_spread")
def in_float32(start, fan_ins, stds, k):
    factors = np.sqrt(np.float32(k) * fan_ins.astype(np.float32)) * stds.astype(np.float32)
    return np.float32(start) * np.multiply.accumulate(factors)


@right("steady_std")
def as_a_power(fan_in, k):
    return (fan_in * k) ** -0.5


@right("steady_std")
def with_division_first(fan_in, k):
    return np.sqrt(1 / k / fan_in)


@right("steady_std")
def as_the_inverse(fan_in, k):
    import math

    return 1 / math.sqrt(fan_in) / math.sqrt(k)


@right("initial_weights")
def with_branches(kind, fan_in, fan_out, numbers):
    if kind == "zeros":
        return np.zeros((fan_in, fan_out))
    if kind == "small":
        return numbers / 100
    if kind == "large":
        return numbers.copy()
    if kind == "xavier":
        return numbers * np.sqrt(1 / ((fan_in + fan_out) / 2))
    return numbers / np.sqrt(fan_in / 2)


@right("initial_weights")
def with_match(kind, fan_in, fan_out, numbers):
    match kind:
        case "xavier":
            variance = 2 / (fan_in + fan_out)
        case "he":
            variance = 2 / fan_in
        case "small":
            variance = 1e-4
        case _:
            variance = float(kind == "large")
    return [[variance**0.5 * each for each in row] for row in numbers]


@right("initial_weights")
def weights_in_float32(kind, fan_in, fan_out, numbers):
    n, m = numbers.shape
    std = dict(zeros=0.0, small=0.01, large=1.0, xavier=(2 / (n + m)) ** 0.5, he=(2 / n) ** 0.5)[kind]
    return np.float32(std) * numbers.astype("float32")


@right("xavier_uniform")
def shifted_first(fan_in, fan_out, numbers):
    L = (6 / (fan_in + fan_out)) ** 0.5
    return (numbers - 0.5) * 2 * L


@right("xavier_uniform")
def from_the_left_end(fan_in, fan_out, numbers):
    L = np.sqrt(6) / np.sqrt(fan_in + fan_out)
    return -L + numbers * (L - -L)


@right("xavier_uniform")
def with_interp(fan_in, fan_out, numbers):
    L = np.sqrt(6 / sum(numbers.shape))
    return np.interp(numbers, [0, 1], [-L, L])


@right("forward_all")
def with_a_dictionary(X, weights, activation):
    act = {"tanh": np.tanh, "relu": lambda Z: Z * (Z > 0)}[activation]
    outputs = [X]
    for W in weights:
        outputs += [act(np.dot(outputs[-1], W))]
    return outputs[1:]


@right("forward_all")
def by_recursion(X, weights, activation):
    def go(A, rest):
        if not rest:
            return []
        Z = A @ rest[0]
        A = np.where(Z > 0, Z, 0)
        if activation == "tanh":
            A = (np.exp(Z) - np.exp(-Z)) / (np.exp(Z) + np.exp(-Z))
        return [A] + go(A, rest[1:])

    return go(X, weights)


@right("forward_all")
def outputs_in_float32(X, weights, activation):
    A, found = X.astype(np.float32), ()
    for W in weights:
        A = A @ W.astype(np.float32)
        A = np.tanh(A) if activation == "tanh" else A.clip(0)
        found += (A,)
    return found


@right("spreads")
def with_norms(arrays):
    return [np.linalg.norm(each) / np.sqrt(np.size(each)) for each in arrays]


@right("spreads")
def with_a_loop(arrays):
    found = np.zeros(len(arrays))
    for i, each in enumerate(arrays):
        total = 0.0
        for value in np.ravel(each):
            total += float(value) ** 2
        found[i] = (total / each.size) ** 0.5
    return found


@right("spreads")
def from_mean_and_std(arrays):
    return np.array([np.sqrt(np.var(each) + np.mean(each) ** 2) for each in arrays])


@right("backward_all")
def from_the_last_index(G, outputs, weights, activation):
    n = len(outputs)
    deltas = [None] * n
    for i in range(n - 1, -1, -1):
        A = outputs[i]
        if activation == "tanh":
            slope = (1 - A) * (1 + A)
        else:
            slope = np.sign(A)
        before = G if i == n - 1 else np.dot(deltas[i + 1], weights[i + 1].T)
        deltas[i] = before * slope
    return deltas


@right("backward_all")
def collected_and_turned(G, outputs, weights, activation):
    slopes = [np.where(A > 0, 1.0, 0.0) if activation == "relu" else 1 - np.square(A) for A in outputs]
    D = G * slopes[-1]
    found = [D]
    for W, slope in list(zip(weights[1:], slopes[:-1]))[::-1]:
        D = (W @ D.T).T * slope
        found.append(D)
    return tuple(found[::-1])


@right("backward_all")
def deltas_in_float32(G, outputs, weights, activation):
    back, found = G.astype(np.float32), []
    while len(found) < len(outputs):
        A = outputs[-1 - len(found)].astype(np.float32)
        W = weights[-1 - len(found)].astype(np.float32)
        D = back * (1 - A * A) if activation == "tanh" else back * (A != 0)
        found = [D] + found
        back = np.einsum("nj,ij->ni", D, W)
    return found

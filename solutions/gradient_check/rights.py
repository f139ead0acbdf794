"""Right answers of the gradient check in other styles than the reference: each of them has to be accepted."""

import numpy as np

from autograder.checks import right


@right("numerical_gradient")
def put_back_each_time(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros_like(W)
    it = np.nditer(W, flags=["multi_index"])
    while not it.finished:
        i = it.multi_index
        old = W[i]
        W[i] = old + h
        plus = f(W)
        W[i] = old - h
        minus = f(W)
        W[i] = old
        grad[i] = (plus - minus) / h / 2
        it.iternext()
    return grad


@right("numerical_gradient")
def with_flat_moves(f, W, h):
    slopes = []
    for unit in np.eye(W.size):
        move = h * unit.reshape(W.shape)
        slopes.append((f(W + move) - f(W - move)) / (2 * h))
    return np.array(slopes).reshape(W.shape)


@right("numerical_gradient")
def gradient_in_float32(f, W, h):
    W = W.astype(np.float32)
    grad = np.empty(W.shape, dtype=np.float32)
    for k in range(W.size):
        up, down = W.copy(), W.copy()
        up.flat[k] += h
        down.flat[k] -= h
        grad.flat[k] = (f(up) - f(down)) / (up.flat[k] - down.flat[k])
    return grad


@right("error_sources")
def sources_as_a_list(h, size, third, eps):
    rounding = np.divide(size * eps, h)
    return [third * np.square(h) / 6, rounding]


@right("error_sources")
def sources_with_a_loop(h, size, third, eps):
    if np.ndim(h) == 0:
        return h * h * third / 6, size / h * eps
    return [one * one / 6 * third for one in h], [eps / one * size for one in h]


@right("error_sources")
def sources_in_float32(h, size, third, eps):
    h = np.float32(h)
    return h**2 / 6 * np.float32(third), np.float32(eps) * np.float32(size) / h


@right("best_step")
def with_cbrt(size, third, eps):
    return np.cbrt(3 * size * eps / third)


@right("best_step")
def with_exp_and_log(size, third, eps):
    return np.exp((np.log(3) + np.log(size) + np.log(eps) - np.log(third)) / 3)


@right("best_step")
def by_halving(size, third, eps):
    low, high = 1e-12, 1e6
    for _ in range(200):
        middle = (low * high) ** 0.5
        if middle * third / 3 > eps * size / middle**2:
            high = middle
        else:
            low = middle
    return low


@right("relative_error")
def with_a_loop(a, b, c):
    worst = 0.0
    for one, other in zip(np.ravel(a).tolist(), np.ravel(b).tolist()):
        worst = max(worst, abs(one - other) / max(abs(one), abs(other), c))
    return worst


@right("relative_error")
def with_stacked_sizes(a, b, c):
    size = np.stack([np.abs(a), np.abs(b), np.full(np.shape(a), c)]).max(axis=0)
    return float((np.abs(b - a) / size).max())


@right("relative_error")
def with_clip(a, b, c):
    return np.amax(abs((a - b) / np.clip(np.where(abs(a) > abs(b), abs(a), abs(b)), c, None)))


@right("backward")
def with_the_mean_last(X, T, params):
    Z = X @ params["W1"] + params["b1"]
    Y = np.tanh(Z) @ params["W2"] + params["b2"]
    n = len(X)
    D = Y - T
    G = (D @ params["W2"].T) / np.cosh(Z) ** 2
    return dict(
        b2=D.mean(axis=0, keepdims=True),
        W2=np.tanh(Z).T @ D / n,
        b1=np.mean(G, axis=0)[None],
        W1=np.einsum("ni,nh->ih", X, G) / n,
    )


@right("backward")
def row_by_row(X, T, params):
    grads = {name: np.zeros(each.shape) for name, each in params.items()}
    for x, t in zip(X, T):
        h = np.tanh(x @ params["W1"] + params["b1"][0])
        delta = (h @ params["W2"] + params["b2"][0] - t) / len(X)
        back = (params["W2"] @ delta) * (1 - h) * (1 + h)
        grads["W2"] += np.outer(h, delta)
        grads["b2"] += delta
        grads["W1"] += np.outer(x, back)
        grads["b1"] += back
    return grads


@right("backward")
def with_ones_for_the_biases(X, T, params):
    H = np.tanh(X @ params["W1"] + params["b1"])
    Ob = (H @ params["W2"] + params["b2"] - T) / X.shape[0]
    Hb = (params["W2"] @ Ob.T).T
    Hb = Hb - Hb * H**2
    ones = np.ones((1, X.shape[0]))
    return {"W1": (Hb.T @ X).T, "W2": (Ob.T @ H).T, "b1": ones @ Hb, "b2": ones @ Ob}


@right("check_gradients")
def with_loops_over_entries(measured, grads, c):
    result = {}
    for name in grads:
        a, b = np.asarray(grads[name]), measured[name]
        result[name] = 2.0
        if a.shape == b.shape:
            pairs = zip(a.ravel().tolist(), b.ravel().tolist())
            result[name] = max(abs(x - y) / max(abs(x), abs(y), c) for x, y in pairs)
    return result


@right("check_gradients")
def as_one_expression(measured, grads, c):
    def error(a, b):
        if np.shape(a) != np.shape(b):
            return 2
        return np.max(abs(a - b) / np.maximum.reduce([abs(a), abs(b), np.full(b.shape, c)]))

    return {name: error(grads[name], measured[name]) for name in sorted(measured)}


@right("check_gradients")
def filled_with_2_first(measured, grads, c):
    errors = dict.fromkeys(measured, 2)
    for name, each in grads.items():
        right = measured[name]
        if not np.isscalar(each) and each.shape == right.shape:
            size = np.clip(np.where(abs(each) > abs(right), abs(each), abs(right)), c, None)
            errors[name] = (abs(right - each) / size).max()
    return errors


@right("place_of_bug")
def with_a_table(errors, limit):
    table = {
        "": "none",
        "W1": "W1",
        "b1": "b1",
        "W2": "W2",
        "b2": "b2",
        "W1 b1": "hidden delta",
        "W1 b1 W2 b2": "output delta",
    }
    return table.get(" ".join(n for n in ("W1", "b1", "W2", "b2") if errors[n] > limit), "several")


@right("place_of_bug")
def with_flags(errors, limit):
    w1, b1, w2, b2 = (errors[name] > limit for name in ("W1", "b1", "W2", "b2"))
    if w1 and b1 and w2 and b2:
        return "output delta"
    if w1 and b1 and not w2 and not b2:
        return "hidden delta"
    if w1 + b1 + w2 + b2 > 1:
        return "several"
    for flag, name in ((w1, "W1"), (b1, "b1"), (w2, "W2"), (b2, "b2")):
        if flag:
            return name
    return "none"


@right("place_of_bug")
def by_counting(errors, limit):
    bad = sorted(k for k in errors if not errors[k] <= limit)
    match bad:
        case []:
            return "none"
        case [one]:
            return one
        case ["W1", "b1"]:
            return "hidden delta"
        case [_, _, _, _]:
            return "output delta"
        case _:
            return "several"


@right("untrusted")
def untrusted_with_loops(X, W1, b1, h):
    marked = np.zeros(W1.shape, dtype=int)
    for n in range(len(X)):
        for i in range(W1.shape[0]):
            for j in range(W1.shape[1]):
                z = X[n] @ W1[:, j] + b1[0, j]
                if abs(z) < h * abs(X[n, i]):
                    marked[i, j] = 1
    return marked


@right("untrusted")
def by_both_ends(X, W1, b1, h):
    Z = X @ W1 + b1
    marked = np.zeros(W1.shape, dtype=bool)
    for i in range(X.shape[1]):
        move = h * X[:, [i]]
        marked[i] = np.any((Z + move) * (Z - move) < 0, axis=0)
    return marked


@right("untrusted")
def row_after_row(X, W1, b1, h):
    result = [[False] * W1.shape[1] for _ in range(W1.shape[0])]
    for x in X:
        z = x @ W1 + b1.ravel()
        result = [[r or abs(x[i]) * h > abs(z[j]) for j, r in enumerate(row)] for i, row in enumerate(result)]
    return np.array(result)

"""Right answers in other styles than the reference's: the checks must accept each, whatever the numbers."""

import math

import numpy as np

from autograder.checks import reference_of, right

reference = reference_of(__file__)


def shortened(blank, way):
    """The right number as students write it."""
    number = {
        "rounded": lambda exact: round(exact, 4),
        "cut_off": lambda exact: math.trunc(round(exact * 1e4, 6)) / 1e4,
    }[way]

    def answer():
        return number(float(getattr(reference, blank)))

    answer.__name__ = f"{blank}_{way}"
    return right(blank)(answer)


d_value_rounded, d_value_cut_off = (shortened("d_value", way) for way in ("rounded", "cut_off"))
dE_dd_rounded, dE_dd_cut_off = (shortened("dE_dd", way) for way in ("rounded", "cut_off"))
dE_dw_rounded, dE_dw_cut_off = (shortened("dE_dw", way) for way in ("rounded", "cut_off"))
slope_a_rounded, slope_a_cut_off = (shortened("slope_a", way) for way in ("rounded", "cut_off"))
new_a_rounded, new_a_cut_off = (shortened("new_a", way) for way in ("rounded", "cut_off"))
h_1_rounded, h_1_cut_off = (shortened("h_1", way) for way in ("rounded", "cut_off"))
delta_1_rounded, delta_1_cut_off = (shortened("delta_1", way) for way in ("rounded", "cut_off"))
new_w_rounded, new_w_cut_off = (shortened("new_w", way) for way in ("rounded", "cut_off"))


def squash(z, kind):
    """The sigmoid by way of the hyperbolic tangent, or the hyperbolic tangent by its formula."""
    return 2 / (1 + np.exp(-2 * z)) - 1 if kind == "tanh" else 0.5 + np.tanh(z / 2) / 2


IS_AND = "and (" in reference.gate_rule


@right("gate")
def gate_of_large_weights():
    weights = [20, 20, 20]
    weights[reference.lone] = 41
    return np.array([*weights, -50 if IS_AND else -30])


@right("gate")
def gate_of_fractions():
    weights = [0.1, 0.15, 0.12]
    weights[reference.lone] = 0.3
    return (*weights, -0.35 if IS_AND else -0.2)


@right("step_layer")
def layer_with_loops(X, W, b):
    out = np.zeros((len(X), len(W)))
    for i in range(len(X)):
        for j in range(len(W)):
            total = b[j]
            for k in range(len(W[j])):
                total += W[j][k] * X[i][k]
            out[i, j] = 1 if total > 0 or (total == 0 and reference.at_zero == 1) else 0
    return out


@right("step_layer")
def layer_with_heaviside(X, W, b):
    return np.heaviside(np.einsum("bi,ni->bn", X, W) + b[None, :], reference.at_zero)


@right("step_layer")
def layer_in_float32(X, weights, biases):
    z = np.dot(weights.astype(np.float32), X.T.astype(np.float32)).T + biases.astype(np.float32)
    return np.where(z == 0, reference.at_zero, np.where(z > 0, 1, 0))


@right("line_gradient")
def gradient_row_by_row(X, y, w, b):
    n = len(y)
    dw, db = [0.0] * len(w), 0.0
    for i in range(n):
        gap = sum(X[i, j] * w[j] for j in range(len(w))) + b - y[i]
        outer = {"the sum": 2 * gap, "half the sum": gap, "half the mean": gap / n}[reference.convention]
        db += outer
        for j in range(len(w)):
            dw[j] += outer * X[i, j]
    return dw, db


@right("line_gradient")
def gradient_with_a_column_of_ones(X, y, w, b):
    design = np.c_[X, np.ones(len(X))]
    gradient = design.T @ (design @ np.append(w, b) - y)
    if reference.convention == "the sum":
        gradient = 2 * gradient
    if reference.convention == "half the mean":
        gradient = gradient / X.shape[0]
    return [gradient[:-1], gradient[-1]]


@right("line_gradient")
def gradient_in_float32(X, y, w, b):
    X, y, w = X.astype(np.float32), y.astype(np.float32), w.astype(np.float32)
    error = y - (X @ w + np.float32(b))
    scale = -2 if reference.convention == "the sum" else -1
    dw, db = scale * (error[:, None] * X).sum(axis=0), scale * np.sum(error)
    return (dw / len(y), db / len(y)) if reference.convention == "half the mean" else (dw, db)


@right("descend")
def descent_with_temporary_names(X, y, w, b, rate, steps):
    w = w.copy()
    for _ in range(steps):
        dw, db = gradient_with_a_column_of_ones.answer(X, y, w, b)
        w -= rate * dw
        b -= rate * db
    return [w, b]


@right("descend")
def descent_by_recursion(X, y, w, b, rate, steps):
    if steps == 0:
        return w, b
    dw, db = gradient_row_by_row.answer(X, y, w, b)
    return descent_by_recursion.answer(X, y, w - rate * np.array(dw), b - rate * db, rate, steps - 1)


@right("descend")
def descent_in_float32(X, y, w, b, lr, n):
    w, b, i = w.astype(np.float32), np.float32(b), 0
    while i < n:
        dw, db = gradient_in_float32.answer(X, y, w, b)
        w, b, i = w - np.float32(lr) * dw, b - np.float32(lr) * db, i + 1
    return w, b


@right("activate")
def activation_by_other_formulas(z):
    s = squash(z, reference.f_part4)
    f = z * s
    if reference.f_part4 == "tanh":
        return f, s + z / np.cosh(z) ** 2
    return [f, f + s * (1 - f)]


@right("activate")
def activation_entry_by_entry(z):
    values, slopes = [], []
    for number in z.ravel().tolist():
        if reference.f_part4 == "tanh":
            s = math.tanh(number)
            slope = 1 - s * s
        else:
            s = 1 / (1 + math.exp(-number))
            slope = s - s * s
        values.append(number * s)
        slopes.append(s + number * slope)
    return np.array(values).reshape(z.shape), np.array(slopes).reshape(z.shape)


@right("activate")
def activation_in_float32(z):
    z = np.asarray(z, dtype=np.float32)
    s = np.tanh(z) if reference.f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if reference.f_part4 == "tanh" else s * (1 - s)
    return np.stack([z * s, s + z * slope])


@right("loss_and_gradient")
def loss_entry_by_entry(p, t):
    loss, gradient = 0.0, np.zeros(p.shape)
    for i in range(p.shape[0]):
        for j in range(p.shape[1]):
            one, other = p[i, j], t[i, j]
            if reference.loss_part4 == "binary cross-entropy":
                loss -= other * math.log(one) + (1 - other) * math.log(1 - one)
                gradient[i, j] = -other / one + (1 - other) / (1 - one)
            else:
                loss += (math.log(1 + one) - math.log(1 + other)) ** 2
                gradient[i, j] = 2 * (math.log(1 + one) - math.log(1 + other)) / (1 + one)
    return loss / p.size, gradient / p.size


@right("loss_and_gradient")
def loss_with_means_of_rows(p, t):
    if reference.loss_part4 == "binary cross-entropy":
        rows = -(t * np.log(p) + (1 - t) * np.log1p(-p)).mean(axis=1)
        gradient = (1 - t) / (1 - p) - t / p
    else:
        rows = np.square(np.log1p(p) - np.log1p(t)).mean(axis=1)
        gradient = 2 / (1 + p) * (np.log1p(p) - np.log1p(t))
    return [rows.mean(), gradient / (p.shape[0] * p.shape[1])]


@right("loss_and_gradient")
def loss_in_float32(p, t):
    p, t = p.astype(np.float32), t.astype(np.float32)
    if reference.loss_part4 == "binary cross-entropy":
        return np.mean(-t * np.log(p) - (1 - t) * np.log(1 - p)), (p - t) / p / (1 - p) / p.size
    apart = np.log(1 + p) - np.log(1 + t)
    return np.mean(apart**2), 2 * apart / (1 + p) / p.size


@right("backward")
def backward_row_by_row(X, W1, b1, W2, b2, T):
    dW1, db1, dW2, db2 = np.zeros(W1.shape), np.zeros(b1.shape), np.zeros(W2.shape), np.zeros(b2.shape)
    for x, t in zip(X, T):
        h = squash(x @ W1 + b1, reference.f_part5)
        d2 = h @ W2 + b2 - t
        d1 = (W2 @ d2) * (1 - h**2 if reference.f_part5 == "tanh" else h - h**2)
        dW1, db1 = dW1 + np.outer(x, d1), db1 + d1
        dW2, db2 = dW2 + np.outer(h, d2), db2 + d2
    n = X.shape[0]
    return dW1 / n, db1 / n, dW2 / n, db2 / n


@right("backward")
def backward_with_einsum(X, W1, b1, W2, b2, T):
    H = squash(np.einsum("bi,ih->bh", X, W1) + b1, reference.f_part5)
    back = np.einsum("bh,ho->bo", H, W2) + b2 - T
    slopes = (1 - H) * (1 + H) if reference.f_part5 == "tanh" else H * (1 - H)
    hidden = np.einsum("bo,ho,bh->bh", back, W2, slopes)
    return [
        np.einsum("bi,bh->ih", X, hidden) / len(X),
        hidden.mean(axis=0),
        np.einsum("bh,bo->ho", H, back) / len(X),
        back.mean(axis=0),
    ]


@right("backward")
def backward_in_float32(X, W1, b1, W2, b2, T):
    X, W1, b1, W2, b2, T = (np.asarray(each, dtype=np.float32) for each in (X, W1, b1, W2, b2, T))
    H = squash(X @ W1 + b1, reference.f_part5)
    D2 = -(T - (H @ W2 + b2)) / np.float32(len(X))
    D1 = np.dot(D2, W2.T) * (1 - H * H if reference.f_part5 == "tanh" else H * (1 - H))
    return np.dot(X.T, D1), np.sum(D1, 0), np.dot(H.T, D2), np.sum(D2, 0)


KOREAN = {"rule": "연쇄법칙", "multiplied with": "학습률", "added to": "편향", "pass": "에포크"}


@right("word_answer")
def word_in_korean():
    return next(word for clue, word in KOREAN.items() if clue in reference.question)


@right("word_answer")
def word_in_capitals():
    return f" {reference.word_answer.title()} "

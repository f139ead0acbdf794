"""Other right answers of the final exam, in the styles that people write."""

import math

import numpy as np

from autograder.checks import reference_of, right

reference = reference_of(__file__)
r = reference


def rounded(name):
    def answer():
        return round(getattr(r, name), 4)

    return right(name)(answer)


def cut(name):
    def answer_cut_off():
        return math.trunc(round(getattr(r, name) * 1e4, 6)) / 1e4

    return right(name)(answer_cut_off)


@right("gate_weights")
def as_a_list_of_floats():
    return [float(number) for number in r.gate_weights]


@right("gate_weights")
def as_an_array():
    return np.array(r.gate_weights)


graph_slope_rounded, graph_slope_cut = rounded("graph_slope"), cut("graph_slope")
w_after_1_rounded, w_after_1_cut = rounded("w_after_1"), cut("w_after_1")
w_after_2_rounded, w_after_2_cut = rounded("w_after_2"), cut("w_after_2")
p_true_rounded, p_true_cut = rounded("p_true"), cut("p_true")
v_slope_rounded, v_slope_cut = rounded("v_slope"), cut("v_slope")
adam_m_rounded, adam_m_cut = rounded("adam_m"), cut("adam_m")
adam_v_rounded, adam_v_cut = rounded("adam_v"), cut("adam_v")
adam_w_rounded, adam_w_cut = rounded("adam_w"), cut("adam_w")


@right("learning_rate")
def letter_as_a_capital():
    return f" {r.learning_rate.upper()}"


@right("graph_word")
def word_in_korean():
    return {"placeholder": "플레이스홀더", "variable": "변수", "session": "세션", "feed_dict": "피드 딕셔너리"}[
        r.graph_word
    ]


@right("graph_word")
def word_as_in_the_program():
    return {
        "placeholder": "tf.placeholder",
        "variable": "tf.Variable",
        "session": "tf.Session()",
        "feed_dict": "feed_dict=",
    }[r.graph_word].rstrip("()=")


# --- softmax_loss -----------------------------------------------------------------------------------------------------


@right("softmax_loss")
def with_logaddexp(Z, T):
    log_P = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    rows = Z.shape[0] if r.batch_rule == "mean" else 1.0
    return float(-(T * log_P).sum() / rows), (np.exp(log_P) - T) / rows


@right("softmax_loss")
def row_by_row(Z, T):
    losses, slopes = [], []
    for z, target in zip(Z.tolist(), T.tolist(), strict=True):
        shifted = [each - max(z) for each in z]
        total = sum(math.exp(each) for each in shifted)
        losses.append(math.log(total) - shifted[target.index(1.0)])
        slopes.append([math.exp(each) / total - goal for each, goal in zip(shifted, target, strict=True)])
    share = 1 / len(losses) if r.batch_rule == "mean" else 1
    return sum(losses) * share, np.array(slopes) * share


@right("softmax_loss")
def in_single_precision(Z, T):
    Z, T = Z.astype(np.float32), T.astype(np.float32)
    logits = Z - np.amax(Z, 1)[:, None]
    log_sums = np.log(np.sum(np.exp(logits), 1))
    picked = logits[np.arange(len(Z)), T.argmax(1)]
    slopes = np.exp(logits - log_sums[:, None]) - T
    if r.batch_rule == "mean":
        return np.mean(log_sums - picked), slopes / len(Z)
    return np.sum(log_sums - picked), slopes


# --- backward ---------------------------------------------------------------------------------------------------------


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


@right("backward")
def in_columns(X, T, W1, b1, W2, b2):
    """The convention with one example in each column."""
    A, Y, V, c, U, d = X.T, T.T, W1.T, b1[:, None], W2.T, b2[:, None]
    Z = V @ A + c
    if r.activation == "tanh":
        H, slope = np.tanh(Z), 1 / np.cosh(Z) ** 2
    elif r.activation == "sigmoid":
        H, slope = sigmoid(Z), sigmoid(Z) * sigmoid(-Z)
    else:
        H, slope = Z * (Z > 0), np.heaviside(Z, 0.0)
    dO = (U @ H + d - Y) / Y.shape[1]
    dZ = np.multiply(U.T @ dO, slope)
    return (dZ @ A.T).T, dZ.sum(axis=1), (dO @ H.T).T, dO.sum(axis=1)


@right("backward")
def example_by_example(X, T, W1, b1, W2, b2):
    totals = [np.zeros_like(each) for each in (W1, b1, W2, b2)]
    for x, target in zip(X, T, strict=True):
        z = x @ W1 + b1
        if r.activation == "tanh":
            h = np.tanh(z)
            slope = (1 + h) * (1 - h)
        elif r.activation == "sigmoid":
            h = sigmoid(z)
            slope = h - h**2
        else:
            h, slope = np.where(z > 0, z, 0), np.where(z > 0, 1.0, 0.0)
        error = h @ W2 + b2 - target
        back = W2 @ error * slope
        for total, one in zip(totals, (np.outer(x, back), back, np.outer(h, error), error), strict=True):
            total += one / len(X)
    return tuple(totals)


@right("backward")
def slopes_as_a_list(X, T, W1, b1, W2, b2):
    W1, b1, W2, b2 = (each.astype("float32") for each in (W1, b1, W2, b2))
    return list(reference.backward(X.astype("float32"), T.astype("float32"), W1, b1, W2, b2))


# --- run_dense, run_optimizer -----------------------------------------------------------------------------------------


class EinsumLayer:
    """The layer with the indices of each product written out."""

    def __init__(self, W, b):
        self.W, self.b, self.weights = W, b, "io" if r.weights_as == "(inputs, outputs)" else "oi"

    def forward(self, X):
        self.cache = X.copy()
        return np.einsum(f"bi,{self.weights}->bo", X, self.W) + self.b

    def backward(self, dY):
        self.dW = np.einsum(f"bi,bo->{self.weights}", self.cache, dY)
        self.db = np.ones(len(dY)) @ dY
        return np.einsum(f"bo,{self.weights}->bi", dY, self.W)


@right("run_dense")
def with_einsum(W, b, X, dY):
    layer, other = EinsumLayer(W, b), EinsumLayer(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db


@right("run_dense")
def turned_once(W, b, X, dY):
    first = r.weights_as == "(inputs, outputs)"
    matrix = W if first else W.T
    slopes = np.dot(X.T, dY)
    return [np.dot(X, matrix) + b, np.dot(dY, matrix.T), slopes if first else slopes.T, np.sum(dY, axis=0)]


class InPlace:
    """The optimizer that changes the arrays of the dict in place."""

    def __init__(self, lr, rho):
        self.lr, self.rho, self.state = lr, rho, None

    def update(self, params, slopes):
        if self.state is None:
            self.state = {key: np.zeros_like(value) for key, value in params.items()}
        for key in params:
            state, slope = self.state[key], slopes[key]
            if r.rule == "momentum":
                state *= self.rho
                state += slope  # the learning rate comes last: it never changes here
                params[key] -= self.lr * state
                continue
            if r.rule == "RMSProp":
                state *= self.rho
                slope = slope * math.sqrt(1 - self.rho)
            state += slope * slope
            params[key] -= self.lr * slopes[key] / (np.sqrt(state) + 1e-12)


@right("run_optimizer")
def changed_in_place(lr, rho, W, b, W_slopes, b_slopes):
    optimizer, params = InPlace(lr, rho), {"W": W.copy(), "b": b.copy()}
    path = []
    for W_slope, b_slope in zip(W_slopes, b_slopes, strict=True):
        optimizer.update(params, {"W": W_slope, "b": b_slope})
        path.append((params["W"].copy(), params["b"].copy()))
    return np.array([W for W, _ in path]), np.array([b for _, b in path])


@right("run_optimizer")
def with_a_small_number_below(lr, rho, W, b, W_slopes, b_slopes):
    """The 1e-7 that Keras adds to the root."""
    paths = []
    for p, slopes in ((W, W_slopes), (b, b_slopes)):
        weights = [rho ** (len(slopes) - 1 - np.arange(len(slopes)))[-n:] for n in range(1, len(slopes) + 1)]
        steps = []
        for n, shares in enumerate(weights, start=1):
            shares = shares.reshape(-1, *[1] * p.ndim)
            past = slopes[:n]
            if r.rule == "momentum":
                steps.append(-lr * (shares * past).sum(axis=0))
            else:
                squares = (past**2).sum(axis=0) if r.rule == "AdaGrad" else (1 - rho) * (shares * past**2).sum(axis=0)
                steps.append(-lr * past[-1] / (np.sqrt(squares) + 1e-7))
        paths.append(p + np.cumsum(steps, axis=0))
    return paths


@right("run_optimizer")
def optimizer_in_single_precision(lr, rho, *arrays):
    return reference.run_optimizer(np.float32(lr), np.float32(rho), *(each.astype(np.float32) for each in arrays))


# --- loss_slopes: written out, as a tape in float32 gives them --------------------------------------------------------


def derivatives(d):
    if r.loss_name == "log-cosh":
        return np.tanh(d), 1 / np.cosh(d) ** 2
    if r.loss_name == "pseudo-Huber":
        root = np.sqrt(1 + d * d)
        return d / root, 1 / root**3
    if r.loss_name == "Cauchy":
        below = 1 + d * d
        return 2 * d / below, 2 / below - (2 * d / below) ** 2
    return 4 * d**3, 12 * d**2


@right("loss_slopes")
def derived_by_hand(h, y):
    return derivatives(h - y)


@right("loss_slopes")
def slopes_in_single_precision(h, y):
    return np.array(derivatives(h.astype(np.float32) - y.astype(np.float32)))

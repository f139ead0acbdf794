"""Right answers of regularization in other styles than the reference: each of them has to be accepted."""

import numpy as np

from autograder.checks import right


@right("l2_penalty")
def penalty_in_a_loop(params, lam):
    total = 0.0
    for name in params:
        if name[0] == "W":
            for weight in params[name].ravel():
                total += lam * weight * weight
    return total


@right("l2_penalty")
def penalty_by_products(params, lam):
    flat = np.concatenate([[0.0], *(params[name].flatten() for name in sorted(params) if name[:1] == "W")])
    return lam * flat @ flat


@right("l2_penalty")
def penalty_in_float32(params, lam):
    squares = [np.square(p.astype(np.float32)).sum() for name, p in params.items() if name.find("W") == 0]
    return np.float32(lam) * np.sum(squares, dtype=np.float32)


@right("l2_gradients")
def gradients_in_a_loop(grads, params, lam):
    found = {}
    for name in sorted(grads):
        found[name] = np.array(grads[name], dtype=float)
        if name[0] == "W":
            found[name] += lam * params[name] + params[name] * lam
    return found


@right("l2_gradients")
def gradients_with_a_factor(grads, params, lam):
    return {name: g + (2 * lam if name.startswith("W") else 0) * params[name] for name, g in grads.items()}


@right("l2_gradients")
def gradients_in_float32(grads, params, lam):
    found = dict(grads)
    for name in [name for name in params if name.startswith("W")]:
        found[name] = grads[name].astype(np.float32) + np.float32(2 * lam) * params[name].astype(np.float32)
    return found


@right("l2_gradients")
def gradients_added_to_copies(grads, params, lam):
    found = {name: g.copy() for name, g in grads.items()}
    for name in found:
        if name.startswith("W"):
            found[name] += 2 * lam * params[name]
    return found


@right("fit")
def fit_with_two_variables(H, y, lam, lr, steps):
    W, b = np.zeros((H.shape[1], 1)), np.zeros(1)
    for _ in range(steps):
        d = 2 * (H @ W + b - y) / len(y)
        W, b = W - lr * (H.T @ d + 2 * lam * W), b - lr * d.sum(axis=0)
    return {"b": b, "W": W}


@right("fit")
def fit_with_a_column_of_ones(H, y, lam, lr, steps):
    A = np.hstack([H, np.ones((len(H), 1))])
    p, punished = np.zeros((A.shape[1], 1)), np.vstack([np.ones((H.shape[1], 1)), [[0.0]]])
    while steps > 0:
        p = p - lr * (2 * A.T @ (A @ p - y) / len(A) + 2 * lam * punished * p)
        steps -= 1
    return {"W": p[:-1], "b": p[-1]}


@right("fit")
def fit_in_float32(H, y, lam, lr, steps):
    H, y, lam, lr = H.astype(np.float32), y.astype(np.float32), np.float32(lam), np.float32(lr)
    W, b = np.zeros((H.shape[1], 1), np.float32), np.zeros(1, np.float32)
    for _ in range(steps):
        d = (H @ W + b - y) * np.float32(2 / len(y))
        W, b = (1 - 2 * lr * lam) * W - lr * (H.T @ d), b - lr * d.sum(axis=0)
    return {"W": W, "b": b}


@right("decay_step")
def decay_by_a_factor(params, grads, lr, decay):
    return {name: p * (1 - lr * decay * (name[0] == "W")) - lr * grads[name] for name, p in params.items()}


@right("decay_step")
def decay_in_two_rounds(params, grads, lr, decay):
    found = {name: p - lr * decay * p if name.startswith("W") else p for name, p in params.items()}
    for name in found:
        found[name] = found[name] - lr * grads[name]
    return found


@right("decay_step")
def decay_of_copies(params, grads, lr, decay):
    found = {name: p.copy() for name, p in params.items()}
    for name, p in found.items():
        if name.startswith("W"):
            p *= 1 - lr * decay
        p -= lr * grads[name]
    return found


@right("decay_step")
def decay_in_float32(params, grads, lr, decay):
    found = {}
    for name in reversed(list(params)):
        p, g = np.float32(params[name]), np.float32(grads[name])
        found[name] = p - np.float32(lr) * (g + np.float32(decay) * p if name.startswith("W") else g)
    return found


@right("dropout")
def dropout_with_where(H, keep, rate, training):
    return np.where(keep, H / (1 - rate), 0) if training else H.copy()


@right("dropout")
def dropout_entry_by_entry(H, keep, rate, training):
    found = np.array(H, dtype=float)
    if training:
        found /= 1 - rate
        found[np.logical_not(keep)] = 0
    return found


@right("dropout")
def dropout_in_float32(H, keep, rate, training):
    mask = keep.astype(np.float32) / np.float32(1 - rate) if training else np.ones_like(H, dtype=np.float32)
    return H.astype(np.float32) * mask


@right("dropout_gradient")
def gradient_with_where(dY, keep, rate):
    return np.where(keep, dY, 0.0) / (1 - rate)


@right("dropout_gradient")
def gradient_row_by_row(dY, keep, rate):
    return [[d / (1 - rate) if k else 0.0 for d, k in zip(*rows, strict=True)] for rows in zip(dY, keep, strict=True)]


@right("dropout_gradient")
def gradient_in_float32(dY, keep, rate):
    return keep * dY.astype(np.float32) * np.float32(1 / (1 - rate))


@right("early_stopping")
def stopping_by_looking_back(errors, patience):
    for epoch in range(len(errors)):
        best = errors.index(min(errors[: epoch + 1]))
        if epoch - best == patience:
            return best, epoch
    return best, epoch


@right("early_stopping")
def stopping_with_a_while(errors, patience):
    best_error, best, epoch = float("inf"), -1, 0
    while epoch < len(errors) and not (epoch and epoch - 1 - best >= patience):
        if errors[epoch] < best_error:
            best_error, best = errors[epoch], epoch
        epoch += 1
    return [best, epoch - 1]


@right("early_stopping")
def stopping_with_numpy(errors, patience):
    errors = np.asarray(errors)
    best = np.array([np.argmin(errors[: n + 1]) for n in range(len(errors))])
    late = np.flatnonzero(np.arange(len(errors)) - best >= patience)
    stopped = late[0] if len(late) else len(errors) - 1
    return np.array([best[stopped], stopped])

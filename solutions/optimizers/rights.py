"""Right answers of the optimizers in other styles than the reference: each of them has to be accepted."""

import math
from dataclasses import dataclass, field

import numpy as np

from autograder.checks import reference_of, right

reference = reference_of(__file__)


@right("momentum_step")
def velocity_uphill(p, v, g, lr, m):
    uphill = -m * np.asarray(v) + lr * np.asarray(g)
    return p - uphill, -uphill


@right("momentum_step")
def momentum_in_float32(p, v, g, lr, m):
    p, v, g = (np.array(each, dtype=np.float32) for each in (p, v, g))
    v *= m
    v -= lr * g
    p += v
    return [p, v]


@right("momentum_step")
def momentum_as_one_array(p, v, g, lr, m):
    v = m * v - g * lr
    return np.array([p + v, v])


@right("momentum_script")
def momentum_without_functions(p, lr, m, steps):
    v, path = 0, []
    for _ in range(steps):
        DpE = p + 2
        v = m * v - lr * DpE
        p = p + v
        path.append(p)
    return {"path": path, "p": p, "DpE": DpE}


@right("momentum_script")
def momentum_by_differences(p, lr, m, steps):
    places = [p, p]
    for _ in range(steps):
        places.append(places[-1] + m * (places[-1] - places[-2]) - lr * (places[-1] + 2))
    return {"path": np.array(places[2:], dtype=np.float32)}


@right("adagrad_step")
def adagrad_with_power(p, h, g, lr):
    total = h + np.square(g)
    return p - lr * g * total**-0.5, total


@right("adagrad_step")
def adagrad_in_float32(p, h, g, lr):
    p, h, g = (np.asarray(each, dtype=np.float32) for each in (p, h, g))
    h = h + g**2
    return p - np.float32(lr) * (g / np.sqrt(h)), h


@right("adagrad_step")
def adagrad_as_the_document(p, h, DpE, lr):
    h = h + DpE * DpE
    return p - lr * 1 / np.sqrt(h) * DpE, h


@right("adagrad_path")
def adagrad_rows(p, c, lr, steps):
    places, squares = np.zeros((steps, len(p))), np.zeros(len(p))
    for i in range(steps):
        g = c * (p + 2)
        squares += g**2
        p = p - lr * g / np.sqrt(squares)
        places[i] = p
    return places


@right("adagrad_path")
def adagrad_one_by_one(p, c, lr, steps):
    columns = []
    for start, factor in zip(p, c, strict=True):
        place, h, column = float(start), 0.0, []
        for _ in range(steps):
            g = factor * (place + 2)
            h += g * g
            place -= lr / math.sqrt(h) * g
            column.append(place)
        columns.append(column)
    return np.array(columns).T


@right("adagrad_path")
def adagrad_path_in_float32(p, c, lr, steps):
    p, c = p.astype(np.float32), c.astype(np.float32)
    h, path = np.zeros_like(p), []
    for _ in range(steps):
        p, h = reference.adagrad_step(p, h, c * (p + 2), np.float32(lr))
        path.append(p)
    return np.stack(path)


@right("adagrad_rates")
def rates_by_loop(gs, lr):
    return np.array([lr / math.sqrt(sum(g * g for g in gs[: i + 1])) for i in range(len(gs))])


@right("adagrad_rates")
def rates_by_norms(gs, lr):
    return lr / np.array([np.linalg.norm(gs[:i]) for i in range(1, gs.size + 1)], dtype=np.float32)


@right("adagrad_rates")
def rates_by_matrix(gs, lr):
    return lr / (np.tril(np.ones((len(gs), len(gs)))) @ gs**2) ** 0.5


@right("rmsprop_step")
def rmsprop_by_difference(p, h, g, lr, rho):
    h = h + (1 - rho) * (np.square(g) - h)
    return p - lr * g / h**0.5, h


@right("rmsprop_step")
def rmsprop_in_float32(p, h, g, lr, rho):
    p, h, g = (np.asarray(each, dtype=np.float32) for each in (p, h, g))
    h = np.float32(rho) * h + np.float32(1 - rho) * g**2
    return p - np.float32(lr) * g / np.sqrt(h), h


@right("rmsprop_step")
def rmsprop_as_list(p, h, DpE, lr, lo):
    h = lo * h + (1 - lo) * DpE * DpE
    return [p - lr * 1 / np.sqrt(h) * DpE, h]


@right("rmsprop_path")
def rmsprop_rows(p, c, lr, rho, steps):
    places, h = np.empty((steps, *p.shape)), np.zeros(p.shape)
    for row in places:
        g = c * (p + 2)
        h = rho * h + (1 - rho) * g**2
        p = row[:] = p - lr * g / np.sqrt(h)
    return places


@right("rmsprop_path")
def rmsprop_path_in_float32(p, c, lr, rho, steps):
    p, c = p.astype(np.float32), c.astype(np.float32)
    h, path = np.zeros_like(p), []
    for _ in range(steps):
        p, h = reference.rmsprop_step(p, h, c * (p + 2), np.float32(lr), np.float32(rho))
        path.append(p)
    return np.stack(path)


@right("rmsprop_path")
def rmsprop_from_first_step(p, c, lr, rho, steps):
    h, path = None, []
    for _ in range(steps):
        g = c * (p + 2)
        h = (1 - rho) * g * g if h is None else rho * h + (1 - rho) * g * g
        p = p - lr / np.sqrt(h) * g
        path = [*path, p]
    return np.vstack(path)


@right("rmsprop_weights")
def weights_by_loop(steps, rho):
    weights = np.zeros(steps)
    for i in range(steps):
        weights *= rho
        weights[i] = 1 - rho
    return weights


@right("rmsprop_weights")
def weights_reversed(steps, rho):
    return np.array([(1 - rho) * rho**k for k in range(steps)])[::-1]


@right("rmsprop_weights")
def weights_in_float32(steps, rho):
    return np.float32(1 - rho) * np.power(np.float32(rho), np.arange(steps)[::-1])


@right("corrected")
def corrected_by_sum(average, beta, t):
    return average / ((1 - beta) * sum(beta**k for k in range(t)))


@right("corrected")
def corrected_in_float32(average, beta, t):
    return np.asarray(average, dtype=np.float32) * (1 / (1 - np.power(beta, t)))


@right("corrected")
def corrected_by_exponential(average, beta, t):
    return average / -np.expm1(t * np.log(beta))


@right("adam_step")
def adam_as_the_document(p, m, v, t, DpE, lr, beta_1, beta_2, eps):
    m = beta_1 * m + (1 - beta_1) * DpE
    v = beta_2 * v + (1 - beta_2) * DpE * DpE
    M = m / (1 - beta_1**t)
    V = v / (1 - beta_2**t)
    return p - lr * M / (np.sqrt(V) + eps), m, v


@right("adam_step")
def adam_in_float32(p, m, v, t, g, lr, beta_1, beta_2, eps):
    p, m, v, g = (np.asarray(each, dtype=np.float32) for each in (p, m, v, g))
    m = m + (1 - beta_1) * (g - m)
    v = v + (1 - beta_2) * (g**2 - v)
    rate = lr * np.sqrt(1 - beta_2**t) / (1 - beta_1**t)
    return p - rate * m / (np.sqrt(v) + eps * np.sqrt(1 - beta_2**t)), m, v


@right("adam_step")
def adam_as_list(p, m, v, t, g, lr, b1, b2, eps):
    m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * np.power(g, 2)
    return [p - lr / ((v / (1 - b2**t)) ** 0.5 + eps) * (m / (1 - b1**t)), m, v]


@right("Adam")
@dataclass
class AdamAsDataclass:
    lr: float
    beta_1: float
    beta_2: float
    eps: float
    t: int = 0
    memory: dict = field(default_factory=dict)

    def update(self, params, grads):
        self.t += 1
        new = {}
        for name in params:
            m, v = self.memory.get(name, (0, 0))
            new[name], *self.memory[name] = reference.adam_step(
                params[name], m, v, self.t, grads[name], self.lr, self.beta_1, self.beta_2, self.eps
            )
        return new


@right("Adam")
class AdamWithSlots:
    __slots__ = ("_averages", "_settings", "t")

    def __init__(self, *settings):
        self._settings, self._averages, self.t = settings, None, 0

    def update(self, params, grads):
        if self._averages is None:
            self._averages = {name: (np.zeros_like(p), np.zeros_like(p)) for name, p in params.items()}
        self.t += 1
        steps = {
            name: reference.adam_step(p, *self._averages[name], self.t, grads[name], *self._settings)
            for name, p in params.items()
        }
        self._averages = {name: step[1:] for name, step in steps.items()}
        return {name: step[0] for name, step in steps.items()}


@right("Adam")
class AdamWithProperties:
    def __init__(self, lr, beta_1, beta_2, eps):
        self.rate = lambda t: lr * math.sqrt(1 - beta_2**t) / (1 - beta_1**t)
        self.beta_1, self.beta_2, self.eps, self.history = beta_1, beta_2, eps, []

    @property
    def t(self):
        return len(self.history)

    def update(self, params, grads):
        """Everything anew from all slopes so far."""
        self.history.append(grads)
        return {name: p - self.step(name) for name, p in params.items()}

    def step(self, name):
        weights = [(self.beta_1**k, self.beta_2**k) for k in range(self.t)][::-1]
        slopes = [grads[name] for grads in self.history]
        m = (1 - self.beta_1) * sum(w * g for (w, _), g in zip(weights, slopes, strict=True))
        v = (1 - self.beta_2) * sum(w * g**2 for (_, w), g in zip(weights, slopes, strict=True))
        return self.rate(self.t) * m / (np.sqrt(v) + self.eps * math.sqrt(1 - self.beta_2**self.t))


class Optimizer:
    """What all rules have in common: a class from which another is derived."""

    def __init__(self, lr):
        self.lr, self.t = lr, 0

    def update(self, params, grads):
        self.t += 1
        return {name: p - self.lr * self.direction(name, grads[name]) for name, p in params.items()}


@right("Adam")
class AdamDerived(Optimizer):
    def __init__(self, lr, beta_1, beta_2, eps):
        super().__init__(lr)
        self.betas, self.eps, self.averages = (beta_1, beta_2), eps, {}

    def direction(self, name, g):
        averages = self.averages.setdefault(name, [0, 0])
        for i, (beta, new) in enumerate(zip(self.betas, (g, g**2), strict=True)):
            averages[i] = beta * averages[i] + (1 - beta) * new
        M, V = (average / (1 - beta**self.t) for average, beta in zip(averages, self.betas, strict=True))
        return M / (np.sqrt(V) + self.eps)


@right("Adam")
class AdamInFloat32:
    def __init__(self, lr, beta_1, beta_2, eps):
        self.settings, self.t, self.m, self.v = (lr, beta_1, beta_2, eps), np.int32(0), {}, {}

    def update(self, params, grads):
        self.t += np.int32(1)
        lr, beta_1, beta_2, eps = map(np.float32, self.settings)
        new = {}
        for name, p in params.items():
            p, g = np.asarray(p, np.float32), np.asarray(grads[name], np.float32)
            self.m[name] = beta_1 * self.m.get(name, np.float32(0)) + (1 - beta_1) * g
            self.v[name] = beta_2 * self.v.get(name, np.float32(0)) + (1 - beta_2) * g * g
            M, V = self.m[name] / (1 - beta_1**self.t), self.v[name] / (1 - beta_2**self.t)
            new[name] = p - lr * M / (np.sqrt(V) + eps)
        return new


@right("Adam.update")
def update_of_a_copy(self, params, grads):
    params = {name: p.copy() for name, p in params.items()}
    self.t += 1
    for name, p in params.items():
        memory = self.m.setdefault(name, 0 * p), self.v.setdefault(name, 0 * p)
        p[...], self.m[name], self.v[name] = reference.adam_step(
            p, *memory, self.t, grads[name], self.lr, self.beta_1, self.beta_2, self.eps
        )
    return params


@right("safe_adagrad_step")
def safe_by_division(p, h, g, lr, eps):
    h = h + np.square(g)
    return p - np.divide(lr * g, eps + h**0.5), h


@right("safe_adagrad_step")
def safe_in_float32(p, h, g, lr, eps):
    p, h, g = (np.asarray(each, dtype=np.float32) for each in (p, h, g))
    h = h + g * g
    return p - np.float32(lr) / (np.sqrt(h) + np.float32(eps)) * g, h


@right("safe_adagrad_step")
def safe_as_list(p, h, g, lr, eps):
    return [p - g * lr / (np.sqrt(h + g**2) + eps), h + g**2]


@right("keras_epsilon")
def epsilon_under_the_root(eps, beta_2, t):
    return math.sqrt(eps**2 * (1 - beta_2**t))


@right("keras_epsilon")
def epsilon_as_power(eps, beta_2, t):
    return eps * (1 - np.float64(beta_2) ** t) ** 0.5


@right("keras_epsilon")
def epsilon_in_float32(eps, beta_2, t):
    return np.float32(eps) * np.sqrt(np.float32(1 - beta_2**t))


def with_optimizer(make):
    """A Keras blank with another way to make its optimizer."""

    def path(p, c, *rest):
        *settings, steps = rest
        return reference.keras_path(make(reference.tf.keras.optimizers, *settings), p, c, steps)

    return path


@right("keras_momentum")
def keras_momentum_by_position(*args):
    return with_optimizer(lambda optimizers, lr, m: optimizers.SGD(lr, m))(*args)


@right("keras_momentum")
def keras_momentum_from_settings(*args):
    return with_optimizer(
        lambda optimizers, lr, m: optimizers.get({"class_name": "SGD", "config": {"learning_rate": lr, "momentum": m}})
    )(*args)


@right("keras_adagrad")
def keras_adagrad_by_position(*args):
    return with_optimizer(lambda optimizers, lr: optimizers.Adagrad(lr, 0, 0))(*args)


@right("keras_adagrad")
def keras_adagrad_with_tiny_epsilon(*args):
    return with_optimizer(lambda optimizers, lr: optimizers.Adagrad(lr, 0.0, epsilon=1e-30))(*args)


@right("keras_rmsprop")
def keras_rmsprop_by_name(*args):
    return with_optimizer(lambda optimizers, lr, rho: optimizers.RMSprop(epsilon=0, rho=rho, learning_rate=lr))(*args)


@right("keras_rmsprop")
def keras_rmsprop_with_everything_said(*args):
    return with_optimizer(lambda optimizers, lr, rho: optimizers.RMSprop(lr, rho, 0.0, 1e-30, False))(*args)


@right("keras_adam")
def keras_adam_by_position(*args):
    return with_optimizer(lambda optimizers, lr, b1, b2: optimizers.Adam(lr, b1, b2, 0.0))(*args)


@right("keras_adam")
def keras_adam_with_tiny_epsilon(*args):
    return with_optimizer(
        lambda optimizers, lr, b1, b2: optimizers.Adam(lr, beta_2=b2, beta_1=b1, epsilon=1e-30, amsgrad=False)
    )(*args)

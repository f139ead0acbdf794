"""Right answers in other styles than the reference's: the checks must accept each."""

import numpy as np

from autograder.checks import reference_of, right

reference = reference_of(__file__)


@right("forward_difference")
def difference_by_an_inner_function(w, dw, x, y):
    def error(weight):
        return np.square(y - weight * x)

    return (error(w) - error(w + dw)) / -dw


@right("forward_difference")
def difference_multiplied_out(w, dw, x, y):
    return 2 * x * (w * x - y) + dw * x * x


@right("forward_difference")
def difference_of_arrays(weight, change, inp, out):
    errors = (np.array([weight, weight + change]) * inp - out) ** 2
    return np.diff(errors)[0] / change


@right("trace")
def trace_into_arrays(w, lr, steps):
    table = np.zeros((3, steps))
    for step in range(steps):
        slope = 2 * w - 2
        table[:, step] = w, slope, w - lr * slope
        w = table[2, step]
    return table


@right("trace")
def trace_by_formula(w, lr, steps):
    weights = 1 + (w - 1) * (1 - 2 * lr) ** np.arange(steps + 1)
    return weights[:-1], 2 * (weights[:-1] - 1), weights[1:]


@right("trace")
def trace_as_lists(w, lr, steps):
    before, slopes, after = [], [], []
    while len(after) < steps:
        before, slopes = [*before, w], [*slopes, (w - 1) + (w - 1)]
        w = w - lr * slopes[-1]
        after += [w]
    return [before, slopes, after]


@right("trace")
def trace_in_float32(w, lr, steps):
    w, lr, rows = np.float32(w), np.float32(lr), []
    for _ in range(steps):
        slope = np.float32(2) * (w - np.float32(1))
        rows.append((w, slope, w - lr * slope))
        w = rows[-1][2]
    return tuple(np.array(rows, dtype=np.float32).T)


@right("quiz")
def quiz_in_capitals():
    return {name: f" {letter.upper()}" for name, letter in reference.quiz.items()}


@right("errors")
def errors_with_where(w, x, y):
    h = np.multiply(w, x)
    squares = np.square(y - h)
    return np.where(h > y, h - y, y - h), squares, squares.mean()


@right("errors")
def errors_by_dot(weight, inputs, targets):
    d = targets - weight * inputs
    return [np.sqrt(d**2), d**2, d @ d / d.size]


@right("errors")
def errors_sample_by_sample(w, x, y):
    absolute, squared = [], []
    for a, b in zip(x, y, strict=True):
        absolute.append(abs(w * a - b))
        squared.append((b - w * a) ** 2)
    return absolute, squared, sum(squared) / len(squared)


@right("errors")
def errors_in_float32(w, x, y):
    d = np.float32(w) * x.astype(np.float32) - y.astype(np.float32)
    return np.abs(d), d * d, np.average(d * d)


@right("graph")
def graph_in_lists():
    return {"E": ["**2", "d"], "d": ["-", "h", "y"], "h": ["*", "x", "w"]}


@right("forward_pass")
def forward_through_arrays(x, y, w):
    h = np.array([w]) @ np.array([x])
    return {"h": h, "d": np.subtract(h, y), "E": np.square(h - y)}


@right("forward_pass")
def forward_with_other_names(x, y, w):
    hypo = x * w
    return {"hypo": hypo, "h": hypo, "d": -y + hypo, "E": (y - hypo) * (y - hypo)}


@right("forward_pass")
def forward_in_float32(x, y, w):
    h = np.float32(w) * np.float32(x)
    d = h - np.float32(y)
    return {"h": np.array(h), "d": np.array(d), "E": np.array(d**2)}


@right("stress_slope")
def stress_in_a_list():
    return ["B", "D"]


@right("local_effects")
def effects_as_array(x, y, w):
    return np.array([x, w, 1.0, -1.0, 2 * (w * x - y)])


@right("local_effects")
def effects_by_difference(x, y, w):
    h = w * x
    d = h - y
    return [(w + 1) * x - h, w * (x + 1) - h, (h + 1 - y) - d, (h - (y + 1)) - d, d + d]


@right("local_effects")
def effects_in_float32(x, y, w):
    x, y, w = (np.float32(each) for each in (x, y, w))
    return x, w, np.float32(1), -np.float32(1), np.float32(2) * (w * x - y)


@right("chain_rule")
def chain_multiplied_out(x, y, w):
    return 2 * w * x**2 - 2 * x * y


@right("chain_rule")
def chain_as_product(x, y, w):
    return np.prod([x, 1, 2 * (w * x - y)])


@right("chain_rule")
def chain_in_float32(x, y, w):
    x, y, w = (np.float32(each) for each in (x, y, w))
    return (w * x - y) * x * 2


@right("backward_pass")
def backward_without_forward_values(x, y, w, h, d, E):
    h = w * x
    d = h - y
    return {"h": h, "d": d, "dEdd": d + d, "dEdh": 2 * d, "dEdy": -2 * d, "dEdw": 2 * d * x, "dEdx": 2 * d * w}


@right("backward_pass")
def backward_from_h(x, y, w, h, d, E):
    dEdd = (h - y) * 2
    return {"dEdd": dEdd, "dEdh": dEdd, "dEdy": 0 - dEdd, "dEdw": dEdd * x, "dEdx": dEdd * w, "upstream": dEdd}


@right("backward_pass")
def backward_in_float32(x, y, w, h, d, E):
    dEdd = np.float32(2) * np.float32(d)
    found = {"dEdd": dEdd, "dEdh": dEdd, "dEdy": -dEdd, "dEdw": np.float32(x) * dEdd, "dEdx": np.float32(w) * dEdd}
    return {name: np.array(effect) for name, effect in found.items()}


@right("mse_slope")
def slope_by_dot(w, x, y):
    return 2 / len(x) * x.dot(w * x - y)


@right("mse_slope")
def slope_by_chain_rule(w, x, y):
    return sum(reference.chain_rule(a, b, w) for a, b in zip(x, y, strict=True)) / x.shape[0]


@right("mse_slope")
def slope_in_float32(w, x, y):
    x, y = x.astype(np.float32), y.astype(np.float32)
    return np.average(2 * (np.float32(w) * x - y) * x)


@right("central_differences")
def differences_by_the_identity(f, p, step):
    return np.array([(f(p + move) - f(p - move)) / step / 2 for move in step * np.eye(p.size)])


@right("central_differences")
def differences_put_back(f, p, step):
    p = p.astype(float)
    slopes = np.zeros(p.shape)
    for i, old in enumerate(p.copy()):
        p[i] = old + step
        above = f(p)
        p[i] = old - step
        slopes[i] = 0.5 * (above - f(p)) / step
        p[i] = old
    return slopes


@right("central_differences")
def differences_as_a_list(function, place, eps):
    found = []
    for i in range(len(place)):
        up, down = [*place], [*place]
        up[i], down[i] = up[i] + eps, down[i] - eps
        found.append((function(np.array(up)) - function(np.array(down))) / (2 * eps))
    return found

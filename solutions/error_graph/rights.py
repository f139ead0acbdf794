"""Right answers in other styles than the reference's: the checks must accept each."""

import math

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


@right("update")
def update_by_adding_a_negative_step(weight, gradient, alpha):
    weight += -alpha * gradient
    return weight


@right("update")
def update_in_float32(w, slope, lr):
    return np.float32(w) - np.float32(lr) * np.float32(slope)


@right("update")
def update_as_array_of_no_axes(w, slope, lr):
    return np.subtract(np.array(w), np.multiply(lr, slope))


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
        w = reference.update(w, slopes[-1], lr)
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


@right("trace_cut")
def cut_with_floor(w, lr, steps):
    table = []
    for _ in range(steps):
        new = math.floor(round(100 * (w - lr * 2 * (w - 1)), 6)) / 100
        table.append([w, 2 * (w - 1), new])
        w = new
    return tuple(np.array(table).T)


@right("trace_cut")
def cut_in_whole_hundredths(w, lr, steps):
    hundredths, rows = round(100 * w), []
    for _ in range(steps):
        new = int(round(hundredths - lr * 2 * (hundredths - 100), 6))
        rows.append((hundredths / 100, 2 * (hundredths - 100) / 100, new / 100))
        hundredths = new
    return [list(column) for column in zip(*rows, strict=True)]


@right("trace_cut")
def cut_with_weights_first(w, lr, steps):
    weights = [w]
    for _ in range(steps):
        weights.append(float(reference.cut(weights[-1] - 2 * lr * (weights[-1] - 1))))
    weights = np.array(weights)
    return weights[:-1], 2 * weights[:-1] - 2, weights[1:]


@right("quiz")
def quiz_in_capitals():
    return {name: f" {letter.upper()}" for name, letter in reference.quiz.items()}


@right("errors")
def errors_with_where(w, x, y):
    h = np.multiply(w, x)
    return np.where(h > y, h - y, y - h), np.square(y - h)


@right("errors")
def errors_by_root(weight, inputs, targets):
    squared = (targets - weight * inputs) ** 2
    return [np.sqrt(squared), squared]


@right("errors")
def errors_sample_by_sample(w, x, y):
    if np.ndim(x) == 0:
        return abs(w * x - y), pow(w * x - y, 2)
    pairs = list(zip(x, y, strict=True))
    return [abs(w * a - b) for a, b in pairs], [(w * a - b) ** 2 for a, b in pairs]


@right("errors")
def errors_in_float32(w, x, y):
    d = np.float32(w) * np.asarray(x, dtype=np.float32) - np.asarray(y, dtype=np.float32)
    return np.abs(d), d * d


@right("mean_squared_error")
def mean_by_dot(w, x, y):
    d = w * x - y
    return d @ d / d.size


@right("mean_squared_error")
def mean_in_a_loop(w, x, y):
    total = 0
    for a, b in zip(x, y, strict=True):
        total += (b - w * a) ** 2
    return total / len(x)


@right("mean_squared_error")
def mean_in_float32(w, x, y):
    return np.square(np.float32(w) * x.astype(np.float32) - y.astype(np.float32)).mean()


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


@right("multiply_effects")
def effects_as_array(w, x):
    return np.array([x, w])


@right("multiply_effects")
def effects_as_list(a, b):
    return [b, a]


@right("multiply_effects")
def effects_by_difference(w, x):
    return (w + 1) * x - w * x, w * (x + 1) - w * x


@right("difference_effects")
def difference_effects_as_array(h, y):
    return np.array([1.0, -1.0, 2 * h - 2 * y])


@right("difference_effects")
def difference_effects_as_list(h, y):
    d = h - y
    return [1, -1, d + d]


@right("difference_effects")
def difference_effects_in_float32(h, y):
    return np.float32(1), -np.float32(1), np.float32(2) * (np.float32(h) - np.float32(y))


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


@right("by_update")
def ordered_by_sorted(ws, lr):
    moves = [(w - lr * 2 * (w - 1)) - w for w in ws]
    return moves, sorted(ws, key=lambda w: abs(w - 1), reverse=True)


@right("by_update")
def ordered_by_distance(weights, alpha):
    moves = 2 * alpha * (1 - weights)
    return moves, weights[np.argsort(np.abs(weights - 1))[::-1]]


@right("by_update")
def ordered_in_float32(ws, lr):
    ws = ws.astype(np.float32)
    moves = -np.float32(lr) * (2 * ws - 2)
    return np.stack([moves, ws[np.argsort(-np.abs(moves))]])


@right("bias_graph")
def bias_gate_by_gate(x, y, w, b):
    m = w * x
    h = m + b
    d = h - y
    dEdm = dEdb = 1 * 1 * 2 * d
    return [d * d, dEdm * x, dEdb]


@right("bias_graph")
def bias_as_second_input(x, y, w, b):
    inputs = np.array([x, 1.0])
    d = inputs @ np.array([w, b]) - y
    return np.array([d**2, *(2 * d * inputs)])


@right("bias_graph")
def bias_in_float32(x, y, w, b):
    x, y, w, b = (np.float32(each) for each in (x, y, w, b))
    d = (w * x + b) - y
    return d**2, x * (2 * d), 2 * d


@right("many_inputs")
def inputs_by_dot(x, y, w, b):
    d = np.dot(x, w) + (b - y)
    return np.square(d), np.multiply(2 * d, x), d + d


@right("many_inputs")
def inputs_in_a_loop(x, y, w, b):
    h = b
    for i in range(len(x)):
        h = h + w[i] * x[i]
    return [(h - y) ** 2, [2 * (h - y) * each for each in x], 2 * (h - y)]


@right("many_inputs")
def inputs_in_float32(x, y, w, b):
    x, w = x.astype(np.float32), w.astype(np.float32)
    d = np.einsum("i,i->", x, w) + np.float32(b) - np.float32(y)
    return d**2, 2 * d * x, 2 * d


@right("many_neurons")
def neurons_one_by_one(x, y, W, b):
    error, of_W, of_b, of_x = 0.0, np.zeros(W.shape), np.zeros(len(b)), np.zeros(len(x))
    for k in range(W.shape[1]):
        one, of_W[:, k], of_b[k] = reference.many_inputs(x, y[k], W[:, k], b[k])
        error += one
        of_x += W[:, k] * of_b[k]
    return error, of_W, of_b, of_x


@right("many_neurons")
def neurons_by_einsum(x, y, W, b):
    d = np.einsum("i,ik->k", x, W) + b - y
    return d @ d, np.einsum("i,k->ik", x, 2 * d), 2 * d, np.einsum("ik,k->i", W, 2 * d)


@right("many_neurons")
def neurons_in_float32(x, y, W, b):
    x, y, W, b = (each.astype(np.float32) for each in (x, y, W, b))
    d = np.dot(W.T, x) + b - y
    return (d**2).sum(), x[:, None] * (2 * d), 2 * d, 2 * d @ W.T


@right("count_parameters")
def count_in_two_terms(inputs, neurons, bias):
    count = inputs * neurons
    if bias:
        count += neurons
    return count


@right("count_parameters")
def count_as_float(n_in, n_out, with_bias):
    return float((n_in + int(with_bias)) * n_out)


@right("count_parameters")
def count_by_sizes(inputs, neurons, bias):
    return np.zeros((inputs, neurons)).size + (np.zeros(neurons).size if bias else 0)


@right("plot_error")
def parabola_on_axes(ws):
    import matplotlib.pyplot as plt

    fig, ax = plt.subplots()
    ax.scatter(ws, [(w * 1 - 1) ** 2 for w in ws])
    ax.scatter(1, 0, marker="*", label="minimum")
    ax.set(xlabel="$w$", ylabel="error", title="convex")
    ax.legend()
    return fig


@right("plot_error")
def parabola_with_lines(weights):
    import matplotlib.pyplot as plt

    plt.axhline(0, color="gray")
    plt.axvline(1, color="gray")
    plt.plot(weights, np.square(weights - 1), "b.", 1.0, 0.0, "kx")
    plt.xlabel("weight")
    plt.ylabel("E(w)")


@right("plot_error")
def parabola_finer(ws):
    import matplotlib.pyplot as plt

    fine = np.linspace(ws.min(), ws.max(), 500)
    plt.plot(fine, (fine - 1) ** 2)
    plt.plot(1, 0, "o")
    plt.xlabel("w")
    plt.ylabel("Square Error")
    return None


@right("error_grid")
def grid_with_meshgrid(w1, w2, x, y):
    first, second = np.meshgrid(w1, w2)
    return (first * x[0] + second * x[1] - y) ** 2


@right("error_grid")
def grid_in_loops(w1, w2, x, y):
    grid = np.empty((len(w2), len(w1)))
    for i, second in enumerate(w2):
        for j, first in enumerate(w1):
            grid[i, j] = np.square(np.dot(x, [first, second]) - y)
    return grid


@right("error_grid")
def grid_in_float32(w1, w2, x, y):
    w1, w2, x = (each.astype(np.float32) for each in (w1, w2, x))
    return np.add.outer(w2 * x[1], w1 * x[0] - np.float32(y)) ** 2


@right("plot_valley")
def valley_on_axes(w1, w2, grid):
    import matplotlib.pyplot as plt

    fig, ax = plt.subplots()
    first, second = np.meshgrid(w1, w2)
    shown = ax.contourf(first, second, grid, levels=30)
    fig.colorbar(shown)
    ax.plot([w1.min(), w1.max()], [1 - w1.min(), 1 - w1.max()], "w--", label="bottom")
    ax.set_xlabel("$w_1$")
    ax.set_ylabel("$w_2$")
    ax.legend()


@right("plot_valley")
def valley_as_points(w1, w2, grid):
    import matplotlib.pyplot as plt

    plt.scatter(w1, 1 - w1)
    plt.contour(w1, w2, grid, levels=[0.1, 0.5, 1, 4])
    plt.xlabel("first weight")
    plt.ylabel("second weight")
    plt.axis("equal")


@right("plot_valley")
def valley_in_colours(w1, w2, grid):
    import matplotlib.pyplot as plt

    plt.contour(w1, w2, grid)
    wide = np.array([-10.0, 10.0])
    plt.plot(wide, 1 - wide)
    plt.xlabel("w1")
    plt.ylabel("w2")


@right("curvatures")
def curvatures_of_the_matrix():
    return np.array([0.0, 4.0])


@right("curvatures")
def curvatures_as_list():
    return [0.0, 4]

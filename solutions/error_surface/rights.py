"""Right answers in other styles than the reference's: the checks must accept each."""

import numpy as np

from autograder.checks import reference_of, right

reference = reference_of(__file__)


@right("by_update")
def ordered_by_sorted(ws, lr):
    moves = [(w - lr * 2 * (w - 1)) - w for w in ws]
    return moves, sorted(ws, key=lambda w: abs(w - 1), reverse=True)


@right("by_update")
def ordered_by_distance(weights, alpha):
    moves = 2 * alpha * (1 - weights)
    return moves, weights[np.argsort(np.abs(weights - 1))[::-1]]


@right("by_update")
def moved_in_a_copy(ws, lr):
    moved = ws.copy()
    moved -= lr * 2 * (ws - 1)
    return moved - ws, ws[np.argsort(np.abs(moved - ws))[::-1]]


@right("by_update")
def ordered_in_float32(ws, lr):
    ws = ws.astype(np.float32)
    moves = -np.float32(lr) * (2 * ws - 2)
    return np.stack([moves, ws[np.argsort(-np.abs(moves))]])


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

"""Right answers in other styles than the reference's: the checks must accept each."""

import itertools

import numpy as np

from autograder.checks import right


@right("line")
def line_entry_by_entry(x, a, b):
    made = np.empty(x.shape)
    for index in np.ndindex(x.shape):
        made[index] = b + x[index] * a
    return made


@right("line")
def line_as_polynomial(x, a, b):
    return np.polyval([a, b], x)


@right("line")
def line_in_float32(x, a, b):
    return np.float32(a) * x.astype(np.float32) + np.float32(b)


@right("line_parameters")
def parameters_as_lists():
    return [[1, 0], [2, 3], [100, 1000]]


@right("line_parameters")
def parameters_as_array():
    return np.array([[1.0, 0.0], [2.0, 3.0], [100.0, 1000.0]])


@right("plot_line")
def plot_as_points(x):
    import matplotlib.pyplot as plt

    plt.plot(x, [2 * value + 3 for value in x], "ro")
    plt.xlabel("input")
    plt.ylabel("output")


@right("plot_line")
def plot_on_axes(x):
    import matplotlib.pyplot as plt

    _, axes = plt.subplots()
    axes.plot(x, 3 + x * 2, color="green", linestyle="--", marker="x")
    axes.set(xlabel="x", ylabel="2x + 3", title="a line")
    axes.grid()


@right("plot_line")
def plot_scattered(x):
    import matplotlib.pyplot as plt

    plt.scatter(x, 2 * np.asarray(x) + 3)
    plt.gca().set_xlabel("x")
    plt.gca().set_ylabel("y")


@right("step")
def step_with_where(x):
    return np.where(x > 0, 1, 0)


@right("step")
def step_with_astype(x):
    return (x > 0).astype(float)


@right("step")
def step_with_heaviside(x):
    return np.heaviside(x, 0)


@right("step")
def step_of_the_sign(x):
    return np.maximum(np.sign(x), 0)


@right("classify")
def classify_directly(x, a, b):
    return (a * x + b > 0) * 1


@right("classify")
def classify_one_by_one(x, a, b):
    return np.array([1 if a * value + b > 0 else 0 for value in x.ravel()]).reshape(x.shape)


@right("classify")
def classify_with_where(x, a, b):
    return np.where(a * x <= -b, 0.0, 1.0)


@right("linear")
def linear_with_dot(x, w, b):
    return np.dot(x, w) + b


@right("linear")
def linear_with_sum(x, w, b):
    return (x * w).sum() + b


@right("linear")
def linear_with_a_loop(x, w, b):
    total = b
    for value, weight in zip(x, w):
        total = total + value * weight
    return float(total)


@right("weighted_sum")
def sums_with_einsum(X, w):
    return np.einsum("bi,i->b", X, w)


@right("weighted_sum")
def sums_row_by_row(X, w):
    return np.array([sum(x * weight for x, weight in zip(row, w)) for row in X])


@right("weighted_sum")
def sums_of_products(X, w):
    return (X * w).sum(axis=1)


@right("weighted_sum")
def sums_as_a_column(X, w):
    return (X @ w.reshape(-1, 1))[:, 0]


@right("perceptron")
def perceptron_directly(X, w, b):
    return (X @ w + b > 0).astype(int)


@right("perceptron")
def perceptron_row_by_row(X, w, b):
    return np.array([1.0 if np.dot(row, w) > -b else 0.0 for row in X])


@right("perceptron")
def perceptron_with_an_input_of_one(X, w, b):
    return np.heaviside(np.c_[X, np.ones(len(X))] @ np.append(w, b), 0)


@right("and_gate")
def and_with_unequal_weights():
    return (0.5, 0.7, -1.0)


@right("and_gate")
def and_as_array():
    return np.array([2, 2, -3])


@right("or_gate")
def or_without_margin():
    return [1, 1, 0]


@right("nand_gate")
def nand_as_list():
    return [-0.5, -0.5, 0.7]


@right("count_settings")
def settings_with_loops(targets, values):
    count = 0
    for w1 in values:
        for w2 in values:
            for b in values:
                outputs = [int(w1 * x1 + w2 * x2 + b > 0) for x1 in (0, 1) for x2 in (0, 1)]
                count += outputs == list(targets)
    return count


@right("count_settings")
def settings_with_product(targets, values):
    settings = np.array(list(itertools.product(values, repeat=3)))
    inputs = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
    return np.all((settings @ inputs.T > 0) == np.asarray(targets, dtype=bool), axis=1).sum()


@right("count_settings")
def settings_with_broadcasting(targets, values):
    v = np.asarray(values, dtype=float)
    w1, w2, b = v[:, None, None], v[None, :, None], v[None, None, :]
    sums = np.stack(np.broadcast_arrays(b + 0 * w1 + 0 * w2, w2 + b + 0 * w1, w1 + b + 0 * w2, w1 + w2 + b))
    return float(((sums > 0) == np.reshape(targets, (4, 1, 1, 1)).astype(bool)).all(axis=0).sum())


@right("xor_output")
def xor_with_other_weights():
    return (3.0, 2.0, -4.0)


@right("matmul")
def product_with_at(A, B):
    return A @ B


@right("matmul")
def product_with_loops(A, B):
    made = np.zeros((len(A), B.shape[1]))
    for i in range(len(A)):
        for j in range(B.shape[1]):
            for k in range(len(B)):
                made[i, j] += A[i, k] * B[k, j]
    return made


@right("matmul")
def product_as_outer_products(A, B):
    return sum(np.outer(A[:, k], B[k]) for k in range(len(B)))


@right("lab1_or")
def or_with_unlike_weights(X):
    first, second = np.array([[0.5, 0.0, 2.0], [0.0, 0.5, 2.0]], dtype=np.float32), np.array([[0.1], [0.1], [0.0]])
    hidden = np.where(np.dot(X, first) > 0, 1.0, 0.0)
    return {
        "W_layer_1": first,
        "W_layer_2": second,
        "layer_1_output": hidden,
        "layer_2_output": np.heaviside(np.dot(hidden, second), 0),
    }


@right("lab1_or")
def or_in_whole_numbers(X):
    first, second = np.array([[2, 1, 3], [1, 2, 3]]), np.array([[1], [2], [1]])
    hidden = (X @ first > 0) * 1
    return {
        "W_layer_1": first,
        "W_layer_2": second,
        "layer_1_output": hidden,
        "layer_2_output": (hidden @ second > 0) * 1,
    }


@right("and_weights")
def and_of_lists():
    return [np.array([[1.0, 2.0, -1.0], [1.0, -1.0, 2.0]]), np.array([[-0.5], [0.4], [0.4]])]


@right("shapes")
def shapes_of_arrays(samples, inputs, hidden, outputs):
    X, W1, W2 = np.zeros((samples, inputs)), np.zeros((inputs, hidden)), np.zeros((hidden, outputs))
    return [X.shape, W1.shape, (X @ W1).shape, W2.shape, (X @ W1 @ W2).shape]


@right("shapes")
def shapes_as_lists(samples, inputs, hidden, outputs):
    sizes = [inputs, hidden, outputs]
    made = [[samples, inputs]]
    for before, after in zip(sizes, sizes[1:]):
        made += [[before, after], [samples, after]]
    return made


@right("shapes")
def shapes_as_an_array(samples, inputs, hidden, outputs):
    return np.array(shapes_as_lists.answer(samples, inputs, hidden, outputs))


@right("step_network")
def network_in_one_line(X, W1, W2):
    return ((X @ W1 > 0).astype(int) @ W2 > 0).astype(int)


@right("step_network")
def network_with_where(X, W1, W2):
    out = X
    for W in (W1, W2):
        out = np.where(np.dot(out, W) > 0, 1.0, 0.0)
    return out


@right("step_network")
def network_row_by_row(X, W1, W2):
    rows = []
    for row in X:
        hidden = np.array([float(row @ column > 0) for column in W1.T])
        rows.append([float(hidden @ column > 0) for column in W2.T])
    return np.array(rows)


@right("count_parameters")
def parameters_with_zip(sizes):
    return sum(before * after for before, after in zip(sizes, sizes[1:]))


@right("count_parameters")
def parameters_with_dot(sizes):
    return np.dot(sizes[:-1], sizes[1:])


@right("count_parameters")
def parameters_of_matrices(sizes):
    total = 0
    for number in range(1, len(sizes)):
        total += np.zeros((sizes[number - 1], sizes[number])).size
    return total

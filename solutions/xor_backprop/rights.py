"""Right answers in other styles than the reference's: the checks must accept each."""

import numpy as np

from autograder.checks import right


def squash(f):
    """The sigmoid by way of the hyperbolic tangent."""
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(f)))


@right("loss")
def loss_with_a_loop(y, t):
    total = 0.0
    for one, other in zip(np.ravel(y), np.ravel(t)):
        total += (one - other) ** 2 / 2
    return total


@right("loss")
def loss_as_dot_product(output, target):
    difference = (target - output).ravel()
    return difference @ difference / 2


@right("loss")
def loss_in_float32(y, t):
    return np.square(y.astype(np.float32) - t.astype(np.float32)).sum() / 2


@right("dz_dx")
def dz_dx_expanded(x, y):
    return 2 * x + 2 * y


@right("dz_dx")
def dz_dx_of_two_links(x, y):
    dz_dt, dt_dx = 2 * (x + y), np.ones_like(x)
    return dz_dt * dt_dx


@right("dz_dx")
def dz_dx_in_float32(x, y):
    return np.float32(2) * (np.asarray(x, dtype=np.float32) + np.asarray(y, dtype=np.float32))


@right("chain_g")
def links_with_ones(h, t):
    g = h - t
    return [g, np.ones_like(g), g]


@right("chain_g")
def links_as_one_array(h, t):
    return np.array([h - t, 0 * h + 1, h - t])


@right("chain_g")
def links_with_floats(h, t):
    dE_dg, dg_dh = -(t - h), 1.0
    return dE_dg, dg_dh, dE_dg * dg_dh


@right("sigmoid_derivative")
def derivative_expanded(x):
    return x - x**2


@right("sigmoid_derivative")
def derivative_one_by_one(h):
    return np.array([value * (1.0 - value) for value in h.ravel()]).reshape(h.shape)


@right("sigmoid_derivative")
def derivative_in_float32(x):
    return np.multiply(x, 1 - x, dtype=np.float32)


@right("dh_df")
def dh_df_of_exponentials(f):
    return np.exp(-f) / (1 + np.exp(-f)) ** 2


@right("dh_df")
def dh_df_of_tanh(f):
    return (1 - np.tanh(f / 2) ** 2) / 4


@right("dh_df")
def dh_df_in_float32(f):
    h = 1 / (1 + np.exp(-np.asarray(f, dtype=np.float32)))
    return h * (1 - h)


@right("neuron_factors")
def factors_as_a_list(X, W, t):
    h = squash(np.dot(X, W))
    return [h - t, h - h**2, np.transpose(X)]


@right("neuron_factors")
def factors_in_float32(X, W, t):
    h = squash(X.astype(np.float32) @ W.astype(np.float32))
    return h - t.astype(np.float32), h * (1 - h), X.astype(np.float32).T


@right("neuron_factors")
def factors_with_einsum(inputs, weights, targets):
    h = 1 / (1 + np.exp(-np.einsum("bi,io->bo", inputs, weights)))
    return -(targets - h), h * (1 - h), np.swapaxes(inputs, 0, 1)


@right("neuron_gradient")
def gradient_sample_by_sample(X, W, t):
    total = np.zeros(W.shape)
    for x, target in zip(X, t):
        h = squash(x @ W)
        total += np.outer(x, (h - target) * h * (1 - h))
    return total


@right("neuron_gradient")
def gradient_with_einsum(X, W, t):
    h = squash(X @ W)
    return np.einsum("bi,bo->io", X, (h - t) * (h - h * h))


@right("neuron_gradient")
def gradient_in_float32(X, W, t):
    X, W, t = (each.astype(np.float32) for each in (X, W, t))
    h = squash(X @ W)
    return (((h - t) * h * (1 - h)).T @ X).T


@right("gd_step")
def descent_as_a_list(X, W, t, lr):
    h = squash(X @ W)
    gradient = X.T @ ((h - t) * h * (1 - h))
    W = W.copy()
    W -= lr * gradient
    return [np.square(h - t).sum() / 2, gradient, W]


@right("gd_step")
def descent_with_einsum(X, W, t, alpha):
    h = squash(X @ W)
    g = h - t
    gradient = np.einsum("bi,bo,bo->io", X, g, h * (1 - h))
    return 0.5 * np.einsum("bo,bo->", g, g), gradient, W + alpha * -gradient


@right("gd_step")
def descent_in_float32(X, W, t, alpha):
    X, W, t = (each.astype(np.float32) for each in (X, W, t))
    h = squash(X @ W)
    gradient = X.T @ ((h - t) * h * (1 - h))
    return np.sum((h - t) ** 2) / 2, gradient, W - np.float32(alpha) * gradient


def outputs_of(X, W1, W2):
    h = squash(X @ W1)
    return h, squash(h @ W2)


@right("forward")
def forward_with_a_loop(X, W1, W2):
    outputs = [X]
    for W in (W1, W2):
        outputs.append(1 / (1 + np.exp(-np.dot(outputs[-1], W))))
    return outputs[1:]


@right("forward")
def forward_in_float32(X, W1, W2):
    return outputs_of(X.astype(np.float32), W1.astype(np.float32), W2.astype(np.float32))


@right("forward")
def forward_sample_by_sample(X, W1, W2):
    rows = [outputs_of(x, W1, W2) for x in X]
    return np.array([h for h, _ in rows]), np.array([o for _, o in rows])


@right("hidden_delta")
def hidden_delta_with_einsum(delta2, W2, h):
    return np.einsum("bo,ho,bh,bh->bh", delta2, W2, h, 1 - h)


@right("hidden_delta")
def hidden_delta_with_loops(delta2, W2, h):
    made = np.zeros(h.shape)
    for b in range(len(h)):
        for j in range(len(W2)):
            made[b, j] = sum(delta2[b, k] * W2[j, k] for k in range(W2.shape[1])) * h[b, j] * (1 - h[b, j])
    return made


@right("hidden_delta")
def hidden_delta_in_float32(delta, weights, outputs):
    delta, weights, outputs = (each.astype(np.float32) for each in (delta, weights, outputs))
    return (weights @ delta.T).T * (outputs - outputs**2)


@right("gradients")
def gradients_sample_by_sample(X, W1, W2, t):
    first, second = np.zeros_like(W1), np.zeros_like(W2)
    for x, target in zip(X, t):
        h, o = outputs_of(x, W1, W2)
        delta2 = (o - target) * o * (1 - o)
        second += np.outer(h, delta2)
        first += np.outer(x, W2 @ delta2 * h * (1 - h))
    return first, second


@right("gradients")
def gradients_by_the_sign_of_the_lab(X, W1, W2, t):
    h, o = outputs_of(X, W1, W2)
    delta2 = (t - o) * o * (1 - o)
    delta1 = np.dot(delta2, W2.T) * h * (1 - h)
    return [-np.dot(X.T, delta1), -np.dot(h.T, delta2)]


@right("gradients")
def gradients_in_float32(X, W1, W2, t):
    X, W1, W2, t = (each.astype(np.float32) for each in (X, W1, W2, t))
    h, o = outputs_of(X, W1, W2)
    delta2 = (o - t) * (o - o**2)
    return np.einsum("bi,bh->ih", X, delta2 @ W2.T * (h - h**2)), np.einsum("bh,bo->ho", h, delta2)


@right("node_deltas")
def deltas_as_array():
    return np.array([-0.125, -0.03125, 0.125, -0.09375])


@right("node_deltas")
def deltas_as_list():
    return [-1 / 8, -1 / 32, 1 / 8, -3 / 32]


@right("node_weights")
def weights_as_list():
    return [1.05, -3.95, 3.05, -0.95, 0.8, -1.85]


@right("node_weights")
def weights_as_array():
    return np.array([1.05, -3.95, 3.05, -0.95, 0.8, -1.85], dtype=np.float32)


@right("changes")
def changes_as_tuple():
    return ("h", "g", "f", "e", "c", "a")


@right("changes")
def changes_with_commas():
    return "A, C, E, F, G, H"


@right("init_weights")
def weights_of_a_generator(inputs, hidden, outputs):
    generator = np.random.default_rng()
    return generator.uniform(0, 1, (inputs, hidden)), generator.uniform(0, 1, (hidden, outputs))


@right("init_weights")
def weights_of_rand(inputs, hidden, outputs):
    return [np.random.rand(inputs, hidden), np.random.rand(hidden, outputs)]


@right("init_weights")
def weights_in_one_loop(*sizes):
    return tuple(np.random.random((rows, columns)) for rows, columns in zip(sizes, sizes[1:]))


@right("output_delta")
def output_delta_expanded(o, t):
    return (t - o) * (o - o**2)


@right("output_delta")
def output_delta_with_minus(o, t):
    error = o - t
    return -error * o * (1 - o)


@right("output_delta")
def output_delta_in_float32(output, target):
    output = output.astype(np.float32)
    return (target.astype(np.float32) - output) * output * (1 - output)


@right("lab2_step")
def script_by_way_of_the_gradient(X, t, W_layer_1, W_layer_2, learning_rate):
    h, o = outputs_of(X, W_layer_1, W_layer_2)
    delta2 = -(o - t) * o * (1 - o)
    delta1 = np.einsum("bo,ho->bh", delta2, W_layer_2) * h * (1 - h)
    return {
        "layer_1_output": h,
        "layer_2_output": o,
        "E": np.sum((o - t) ** 2) / 2,
        "layer_2_W_grad": delta2,
        "layer_1_W_grad": delta1,
        "W_layer_1": W_layer_1 - learning_rate * (X.T @ -delta1),
        "W_layer_2": W_layer_2 - learning_rate * (h.T @ -delta2),
        "delta2": delta2,
    }


@right("lab2_step")
def script_in_float32(X, t, W_layer_1, W_layer_2, learning_rate):
    given = (np.asarray(each, dtype=np.float32) for each in (X, t, W_layer_1, W_layer_2, learning_rate))
    return script_by_way_of_the_gradient.answer(*given)


def epochs_of(X, t, W1, W2, learning_rate, epochs):
    W1, W2, losses = W1.copy(), W2.copy(), []
    for _ in range(epochs):
        h, o = outputs_of(X, W1, W2)
        losses.append(((t - o) ** 2).sum() / 2)
        delta2 = (t - o) * o * (1 - o)
        delta1 = delta2 @ W2.T * h * (1 - h)
        W2 += learning_rate * h.T @ delta2
        W1 += learning_rate * X.T @ delta1
    return W1, W2, o, losses


@right("train")
def training_in_place(X, t, W1, W2, lr, n):
    return epochs_of(X, t, W1, W2, lr, n)


@right("train")
def training_layer_1_first(X, t, W1, W2, learning_rate, epochs):
    losses = np.zeros(epochs)
    for i in range(epochs):
        h, o = outputs_of(X, W1, W2)
        losses[i] = 0.5 * np.sum((o - t) ** 2)
        back = (o - t) * o * (1 - o)
        W1 = W1 - learning_rate * np.einsum("bi,bh->ih", X, back @ W2.T * h * (1 - h))
        W2 = W2 - learning_rate * np.einsum("bh,bo->ho", h, back)
    return [W1, W2, o, losses]


@right("train")
def training_in_float32(X, t, W1, W2, learning_rate, epochs):
    X, t, W1, W2 = (each.astype(np.float32) for each in (X, t, W1, W2))
    return epochs_of(X, t, W1, W2, np.float32(learning_rate), epochs)


@right("xor_weights")
def weights_of_the_document():
    first = [[5.43873189, -3.11375556, 5.29522101], [-3.07384198, 5.53159189, 5.30037098]]
    return first, [[-8.35124937], [-8.33291174], [11.69026761]]


@right("xor_weights")
def weights_trained_slowly():
    X, t = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([[0], [1], [1], [0]])
    generator = np.random.default_rng(3)
    return list(epochs_of(X, t, generator.uniform(size=(2, 3)), generator.uniform(size=(3, 1)), 0.3, 7000)[:2])


@right("plot_errors")
def curve_from_one(errors):
    import matplotlib.pyplot as plt

    _, axes = plt.subplots()
    axes.plot(range(1, len(errors) + 1), errors, "r--", label="E")
    axes.set(xlabel="epoch", ylabel="loss", title="learning curve")
    axes.legend()


@right("plot_errors")
def curve_of_points(Error_list):
    import matplotlib.pyplot as plt

    plt.scatter(np.arange(len(Error_list)), Error_list, s=2)
    plt.gca().set_xlabel("number of the epoch")
    plt.gca().set_ylabel("E of the epoch")


@right("plot_errors")
def curve_on_a_logarithmic_axis(errors):
    import matplotlib.pyplot as plt

    plt.semilogy(errors)
    plt.ylabel("loss")
    plt.xlabel("epochs")

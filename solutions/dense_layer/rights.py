"""Right answers in other styles than the reference's: the checks must accept each."""

import numpy as np

from autograder.checks import right


@right("forward")
def forward_with_einsum(X, W, B):
    return np.einsum("bi,io->bo", X, W) + np.ravel(B)


@right("forward")
def forward_with_a_loop(X, W, B):
    return np.array([[sum(x * w for x, w in zip(row, column)) + b for column, b in zip(W.T, B[0])] for row in X])


@right("forward")
def forward_in_float32(X, W, B):
    return B.astype("float32") + np.dot(X.astype("float32"), W.astype("float32"))


@right("as_text")
def text_with_format(x):
    return "{0:6.3f}".format(x)


@right("as_text")
def text_with_percent(x):
    return "%6.3f" % x


@right("as_text")
def text_by_hand(x):
    return f"{x:.3f}".rjust(6)


@right("half_sum")
def half_sum_with_a_loop(Y, T):
    total = 0.0
    for index in np.ndindex(Y.shape):
        total += 0.5 * (Y[index] - T[index]) ** 2
    return total


@right("half_sum")
def half_sum_with_norm(Y, T):
    return np.linalg.norm(T - Y) ** 2 / 2


@right("half_sum")
def half_sum_in_float32(Y, T):
    return 0.5 * np.square(Y.astype("float32") - T.astype("float32")).sum()


@right("mean_square")
def mean_square_of_sums(Y, T):
    rows, outputs = Y.shape
    return np.sum((Y - T) ** 2) / rows / outputs


@right("mean_square")
def mean_square_with_dot(Y, T):
    d = (Y - T).ravel()
    return d @ d / d.size


@right("mean_square")
def mean_square_of_means(Y, T):
    return np.mean([np.mean([(y - t) ** 2 for y, t in zip(row, target)]) for row, target in zip(Y, T)])


@right("half_delta")
def half_delta_subtracted(Y, T):
    return np.subtract(Y, T)


@right("half_delta")
def half_delta_on_a_copy(Y, T):
    made = Y.copy()
    made -= T
    return made


@right("half_delta")
def half_delta_added(Y, T):
    return -1.0 * (T + -Y)


@right("output_delta")
def delta_with_shape(Y, T):
    rows, outputs = Y.shape
    return (Y - T) * (2 / (rows * outputs))


@right("output_delta")
def delta_entry_by_entry(Y, T):
    made = np.zeros(Y.shape)
    for index in np.ndindex(Y.shape):
        made[index] = 2 * (Y[index] - T[index]) / made.size
    return made


@right("output_delta")
def delta_in_float32(Y, T):
    return np.float32(2) * (Y.astype("float32") - T.astype("float32")) / np.float32(Y.size)


@right("step_ratio")
def ratio_of_two_deltas(n):
    return np.float64(2.0) / np.float64(n)


@right("step_ratio")
def ratio_as_an_inverse(n):
    return (n / 2) ** -1


@right("step_ratio")
def ratio_in_float32(n):
    return np.float32(2) / np.float32(n)


@right("gradients")
def gradients_with_ones(X, Yb):
    return X.T.dot(Yb), np.ones((1, len(Yb))) @ Yb


@right("gradients")
def gradients_summed_over_examples(X, Yb):
    return [sum(np.outer(x, y) for x, y in zip(X, Yb)), np.sum(Yb, 0)[None, :]]


@right("gradients")
def gradients_with_einsum(X, Yb):
    return np.einsum("bi,bo->io", X, Yb), Yb.sum(0).reshape(1, -1)


@right("input_delta")
def back_with_einsum(Yb, W):
    return np.einsum("bo,io->bi", Yb, W)


@right("input_delta")
def back_transposed_twice(Yb, W):
    return np.transpose(W @ Yb.T)


@right("input_delta")
def back_input_by_input(Yb, W):
    return np.stack([(Yb * weights).sum(axis=1) for weights in W], axis=1)


@right("twin_shapes")
def shapes_of_arrays(batch, inputs, outputs):
    return [np.zeros(size).shape for size in ((batch, outputs), (batch, inputs), (inputs, outputs), (1, outputs))]


@right("twin_shapes")
def shapes_as_lists(batch, inputs, outputs):
    return [[batch, outputs], [batch, inputs], [inputs, outputs], [1, outputs]]


@right("twin_shapes")
def shapes_as_an_array(batch, inputs, outputs):
    return np.array([(batch, outputs), (batch, inputs), (inputs, outputs), (1, outputs)])


@right("update")
def update_on_copies(W, B, Wb, Bb, lr):
    W, B = W.copy(), B.copy()
    W -= lr * Wb
    B -= lr * Bb
    return W, B


@right("update")
def update_with_a_map(W, B, Wb, Bb, lr):
    return [parameter + -lr * slope for parameter, slope in ((W, Wb), (B, Bb))]


@right("update")
def update_in_float32(W, B, Wb, Bb, lr):
    return W.astype("float32") - np.float32(lr) * Wb.astype("float32"), (B - lr * Bb).astype("float32")


class Dense:
    """The layer as an object that keeps its state."""

    def __init__(self, W, B):
        self.W, self.B = np.array(W, dtype=float), np.array(B, dtype=float)

    def step(self, X, T, lr):
        Y = X @ self.W + self.B
        back = 2 * (Y - T) / Y.size
        self.W -= lr * X.T @ back
        self.B -= lr * back.sum(axis=0, keepdims=True)
        return Y


@right("train")
def train_with_an_object(X, T, W, B, lr, epochs):
    layer = Dense(W, B)
    for _ in range(epochs):
        Y = layer.step(X, T, lr)
    return Y, layer.W, layer.B


@right("train")
def train_with_a_bias_row(X, T, W, B, lr, epochs):
    """The bias as a further row of the weights, for a constant input of 1."""
    X1, W1 = np.hstack([X, np.ones((len(X), 1))]), np.vstack([W, B])
    for _ in range(epochs):
        Y = X1 @ W1
        W1 = W1 - lr * 2 / Y.size * X1.T @ (Y - T)
    return Y, W1[:-1], W1[-1:]


@right("train")
def train_in_float32(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(array, dtype=np.float32) for array in (X, T, W, B))
    for _ in range(epochs):
        Y = X @ W + B
        back = np.float32(2 / Y.size) * (Y - T)
        W, B = W - np.float32(lr) * X.T @ back, B - np.float32(lr) * back.sum(axis=0, keepdims=True)
    return Y, W, B


@right("training_script")
def script_with_an_object(X, T, W0, B0, lr, epochs):
    Y, W, B = train_with_an_object.answer(X, T, W0, B0, lr, epochs)
    return {"Y": Y, "W": W, "B": B}


@right("training_script")
def script_with_a_bias_row(X, T, W0, B0, lr, epochs):
    Y, W, B = train_with_a_bias_row.answer(X, T, W0, B0, lr, epochs)
    return {"Y": Y, "W": W, "B": B, "X1": 0}


@right("training_script")
def script_in_float32(X, T, W0, B0, lr, epochs):
    return dict(zip("YWB", train_in_float32.answer(X, T, W0, B0, lr, epochs)))


def keras_layer(W, B):
    import tensorflow as tf

    layer = tf.keras.layers.Dense(W.shape[1])
    layer.build((None, W.shape[0]))
    layer.set_weights([W, B.ravel()])
    return layer


@right("keras_forward")
def layer_called(X, W, B):
    return keras_layer(W, B)(X.astype("float32")).numpy()


@right("keras_forward")
def functional_model(X, W, B):
    import tensorflow as tf

    inputs = tf.keras.Input(shape=(X.shape[1],))
    return tf.keras.Model(inputs, keras_layer(W, B)(inputs)).predict(X, verbose=0)


@right("keras_forward")
def tensorflow_without_keras(X, W, B):
    import tensorflow as tf

    return (tf.matmul(tf.constant(X), tf.constant(W)) + B).numpy()


@right("keras_train")
def fitted(X, T, W, B, lr, epochs):
    import tensorflow as tf

    model = tf.keras.Sequential([tf.keras.Input(shape=(X.shape[1],)), keras_layer(W, B)])
    model.compile(optimizer=tf.keras.optimizers.SGD(lr), loss="mse")
    for _ in range(epochs):
        Y = model(X).numpy()
        model.fit(X, T, epochs=1, batch_size=len(X), verbose=0)
    return Y, *model.get_weights()


@right("keras_train")
def with_a_tape(X, T, W, B, lr, epochs):
    import tensorflow as tf

    layer = keras_layer(W, B)
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            Y = layer(tf.constant(X, tf.float32))
            loss = tf.reduce_mean((Y - T) ** 2)
        for weight, slope in zip(layer.trainable_weights, tape.gradient(loss, layer.trainable_weights)):
            weight.assign_sub(lr * slope)
    return Y.numpy(), layer.kernel.numpy(), layer.bias.numpy()


@right("keras_train")
def with_an_optimizer(X, T, W, B, lr, epochs):
    import tensorflow as tf

    layer, optimizer = keras_layer(W, B), tf.keras.optimizers.SGD(learning_rate=lr)
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            Y = layer(X.astype("float32"))
            loss = tf.keras.losses.MeanSquaredError()(T, Y)
        optimizer.apply_gradients(zip(tape.gradient(loss, layer.trainable_weights), layer.trainable_weights))
    return Y.numpy(), *(weight.numpy() for weight in layer.trainable_weights)

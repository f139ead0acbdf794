"""Right answers in other styles than the reference's: the checks must accept each."""

import numpy as np

from autograder.checks import reference_of, right

reference = reference_of(__file__)


@right("forward")
def forward_with_dot(I, WH, BH, WO, BO):
    hidden = np.dot(I, WH) + BH
    return hidden, np.dot(hidden, WO) + BO


@right("forward")
def forward_with_einsum(I, WH, BH, WO, BO):
    H = np.einsum("bi,ih->bh", I, WH) + np.ravel(BH)
    return [H, np.einsum("bh,ho->bo", H, WO) + np.ravel(BO)]


@right("forward")
def forward_row_by_row(I, WH, BH, WO, BO):
    H = np.array([[sum(x * w for x, w in zip(row, column)) for column in WH.T] for row in I]) + BH
    O = np.array([[sum(x * w for x, w in zip(row, column)) for column in WO.T] for row in H]) + BO
    return H, O


@right("forward")
def forward_in_float32(I, WH, BH, WO, BO):
    I, WH, BH, WO, BO = (array.astype(np.float32) for array in (I, WH, BH, WO, BO))
    H = BH + I @ WH
    return H, BO + H @ WO


@right("output_delta")
def delta_with_shape(O, T):
    rows, outputs = O.shape
    return (O - T) * 2 / rows / outputs


@right("output_delta")
def delta_entry_by_entry(O, T):
    made = np.zeros_like(O)
    for index in np.ndindex(O.shape):
        made[index] = 2 * (O[index] - T[index]) / np.prod(O.shape)
    return made


@right("output_delta")
def delta_on_a_copy(O, T):
    O = O.copy()
    O -= T
    O *= 2 / O.size
    return O


@right("output_delta")
def delta_in_float32(O, T):
    return np.float32(2) * (O.astype(np.float32) - T.astype(np.float32)) / np.float32(O.size)


@right("hidden_delta")
def back_with_einsum(Ob, WO):
    return np.einsum("bo,ho->bh", Ob, WO)


@right("hidden_delta")
def back_transposed_twice(Ob, WO):
    return (WO @ Ob.T).T


@right("hidden_delta")
def back_node_by_node(Ob, WO):
    return np.stack([(Ob * weights).sum(axis=1) for weights in WO], axis=1)


@right("gradients")
def gradients_with_ones(I, H, Ob, Hb):
    ones = np.ones((1, len(I)))
    return I.T.dot(Hb), ones @ Hb, H.T.dot(Ob), ones @ Ob


@right("gradients")
def gradients_summed_over_examples(I, H, Ob, Hb):
    WHb = sum(np.outer(i, hb) for i, hb in zip(I, Hb))
    WOb = sum(np.outer(h, ob) for h, ob in zip(H, Ob))
    return [WHb, np.sum(Hb, 0)[None, :], WOb, np.sum(Ob, 0)[None, :]]


@right("gradients")
def gradients_with_einsum(I, H, Ob, Hb):
    return (
        np.einsum("bi,bh->ih", I, Hb),
        Hb.sum(0).reshape(1, -1),
        np.einsum("bh,bo->ho", H, Ob),
        Ob.sum(0).reshape(1, -1),
    )


@right("linear_training")
def script_in_place(I, T, WH0, BH0, WO0, BO0, lr, epochs):
    WH, BH, WO, BO = (np.array(array) for array in (WH0, BH0, WO0, BO0))
    for _ in range(epochs):
        H = I @ WH + BH
        O = H @ WO + BO
        Ob = 2 * (O - T) / O.size
        Hb = Ob @ WO.T
        WO -= lr * H.T @ Ob
        BO -= lr * Ob.sum(axis=0)
        WH -= lr * I.T @ Hb
        BH -= lr * Hb.sum(axis=0)
    return {"O": O, "WH": WH, "BH": BH, "WO": WO, "BO": BO}


@right("linear_training")
def script_with_a_dictionary(I, T, WH0, BH0, WO0, BO0, lr, epochs):
    p = {"WH": WH0, "BH": BH0, "WO": WO0, "BO": BO0}
    for _ in range(epochs):
        H, O = reference.forward(I, **p)
        slopes = reference.gradients(I, H, reference.output_delta(O, T), reference.output_delta(O, T) @ p["WO"].T)
        p = {name: p[name] - lr * slope for name, slope in zip(p, slopes)}
    return {"O": O, **p}


@right("linear_training")
def script_in_float32(I, T, WH0, BH0, WO0, BO0, lr, epochs):
    return script_in_place.answer(
        *(array.astype(np.float32) for array in (I, T, WH0, BH0, WO0, BO0)), np.float32(lr), epochs
    )


@right("sigmoid")
def sigmoid_cut_off_far_out(x):
    return 1 / (1 + np.exp(-np.clip(x, -500, 500)))


@right("sigmoid")
def sigmoid_with_tanh(x):
    return 0.5 * (1 + np.tanh(x / 2))


@right("sigmoid")
def sigmoid_without_overflow(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


@right("sigmoid")
def sigmoid_in_float32(x):
    return 1 / (1 + np.exp(-x.astype(np.float32)))


@right("sigmoid_backward")
def sigmoid_slope_spread_out(Ob, O):
    return Ob * (O - O**2)


@right("sigmoid_backward")
def sigmoid_slope_multiplied(Ob, O):
    return np.multiply(Ob, np.multiply(O, 1.0 - O))


@right("sigmoid_backward")
def sigmoid_slope_entry_by_entry(Ob, O):
    return np.vectorize(lambda back, out: back * out * (1 - out))(Ob, O)


@right("tanh_backward")
def tanh_slope_squared(Ob, O):
    return Ob * (1 - O**2)


@right("tanh_backward")
def tanh_slope_spread_out(Ob, O):
    return Ob - Ob * np.square(O)


@right("tanh_backward")
def tanh_slope_in_float32(Ob, O):
    O = O.astype(np.float32)
    return (1 - O * O) * Ob.astype(np.float32)


@right("relu")
def relu_with_maximum(x):
    return np.maximum(0, x)


@right("relu")
def relu_with_where(x):
    return np.where(x > 0, x, 0.0)


@right("relu")
def relu_on_a_copy(x):
    x = np.array(x)
    x[x < 0] = 0
    return x


@right("relu_backward")
def relu_slope_with_where(Ob, O):
    return np.where(O > 0, Ob, 0)


@right("relu_backward")
def relu_slope_on_a_copy(Ob, O):
    back = Ob.copy()
    back[O <= 0] = 0
    return back


@right("relu_backward")
def relu_slope_with_heaviside(Ob, O):
    return np.heaviside(O, 0) * Ob


class Layer:
    """A dense layer with an activation, as an object."""

    def __init__(self, W, B, activation):
        self.W, self.B, self.activation = W.copy(), B.copy(), activation

    def forward(self, x):
        self.x, self.out = x, reference.activate(x @ self.W + self.B, self.activation)
        return self.out

    def backward(self, back):
        self.back = reference.activate_backward(back, self.out, self.activation)
        return self.back @ self.W.T

    def update(self, lr):
        self.W -= lr * self.x.T @ self.back
        self.B -= lr * self.back.sum(axis=0, keepdims=True)


@right("train")
def train_with_objects(I, T, WH, BH, WO, BO, lr, epochs, activation):
    layers = [Layer(WH, BH, activation), Layer(WO, BO, activation)]
    for _ in range(epochs):
        O = layers[1].forward(layers[0].forward(I))
        layers[0].backward(layers[1].backward(2 * (O - T) / O.size))
        for layer in layers:
            layer.update(lr)
    return O, layers[0].W, layers[0].B, layers[1].W, layers[1].B


@right("train")
def train_with_a_bias_column(I, T, WH, BH, WO, BO, lr, epochs, activation):
    """The biases as a further row of the weights, for a constant input of 1."""
    one = np.ones((len(I), 1))
    W1, W2 = np.vstack([WH, BH]), np.vstack([WO, BO])
    for _ in range(epochs):
        X1 = np.hstack([I, one])
        H = reference.activate(X1 @ W1, activation)
        X2 = np.hstack([H, one])
        O = reference.activate(X2 @ W2, activation)
        d2 = reference.activate_backward(2 * (O - T) / O.size, O, activation)
        d1 = reference.activate_backward(d2 @ W2[:-1].T, H, activation)
        W1, W2 = W1 - lr * X1.T @ d1, W2 - lr * X2.T @ d2
    return O, W1[:-1], W1[-1:], W2[:-1], W2[-1:]


@right("train")
def train_in_float32(I, T, WH, BH, WO, BO, lr, epochs, activation):
    arrays = [array.astype(np.float32) for array in (I, T, WH, BH, WO, BO)]
    return train_with_objects.answer(*arrays, np.float32(lr), epochs, activation)


def error_of(I, T, WH, BH, WO, BO, activation):
    H = reference.activate(I @ WH + BH, activation)
    return ((reference.activate(H @ WO + BO, activation) - T) ** 2).mean()


@right("numeric_gradient")
def slopes_with_two_loops(I, T, WH, BH, WO, BO, activation, h):
    made = np.empty_like(WH)
    for i in range(len(WH)):
        for j in range(WH.shape[1]):
            above, below = WH.copy(), WH.copy()
            above[i, j] += h
            below[i, j] -= h
            rise = error_of(I, T, above, BH, WO, BO, activation) - error_of(I, T, below, BH, WO, BO, activation)
            made[i, j] = rise / h / 2
    return made


@right("numeric_gradient")
def slopes_on_one_copy_that_is_put_back(I, T, WH, BH, WO, BO, activation, h):
    W, rows = WH.copy(), []
    for i in range(W.shape[0]):
        row = []
        for j in range(W.shape[1]):
            kept = W[i, j]
            W[i, j] = kept + h
            above = error_of(I, T, W, BH, WO, BO, activation)
            W[i, j] = kept - h
            row.append((above - error_of(I, T, W, BH, WO, BO, activation)) / (2 * h))
            W[i, j] = kept
        rows.append(row)
    return rows


@right("numeric_gradient")
def slopes_of_all_moved_nets_at_once(I, T, WH, BH, WO, BO, activation, h):
    moves = h * np.eye(WH.size).reshape(-1, *WH.shape)
    above, below = (
        ((reference.activate(reference.activate(I @ W + BH, activation) @ WO + BO, activation) - T) ** 2).mean((1, 2))
        for W in (WH + moves, WH - moves)
    )
    return ((above - below) / (2 * h)).reshape(WH.shape)


@right("predict")
def read_row_by_row(I, WH, BH, WO, BO, activation):
    answers = []
    for row in I:
        H = reference.activate(row @ WH + BH, activation)
        answers.append(list((H @ WO + BO)[0]).index(max((H @ WO + BO)[0])))
    return answers


@right("predict")
def read_by_sorting(I, WH, BH, WO, BO, activation):
    H = reference.activate(I @ WH + BH, activation)
    return np.argsort(reference.activate(H @ WO + BO, activation), axis=-1)[:, -1]


@right("predict")
def read_in_float32(I, WH, BH, WO, BO, activation):
    I, WH, BH, WO, BO = (array.astype(np.float32) for array in (I, WH, BH, WO, BO))
    return reference.activate(reference.activate(I @ WH + BH, activation) @ WO + BO, activation).argmax(1)


def keras_layers(WH, BH, WO, BO, activation):
    import tensorflow as tf

    made = []
    for W, B in ((WH, BH), (WO, BO)):
        layer = tf.keras.layers.Dense(W.shape[1], activation=activation)
        layer.build((None, W.shape[0]))
        layer.set_weights([W, B.ravel()])
        made.append(layer)
    return made


@right("keras_forward")
def keras_layers_called(I, WH, BH, WO, BO, activation):
    hidden, output = keras_layers(WH, BH, WO, BO, activation)
    return output(hidden(I.astype("float32"))).numpy()


@right("keras_forward")
def keras_functional(I, WH, BH, WO, BO, activation):
    import tensorflow as tf

    hidden, output = keras_layers(WH, BH, WO, BO, activation)
    inputs = tf.keras.Input(shape=(I.shape[1],))
    return tf.keras.Model(inputs, output(hidden(inputs))).predict(I, verbose=0)


@right("keras_forward")
def tensorflow_without_keras(I, WH, BH, WO, BO, activation):
    import tensorflow as tf

    bend = {"linear": tf.identity, "sigmoid": tf.sigmoid, "tanh": tf.tanh, "relu": tf.nn.relu}[activation]
    H = bend(tf.matmul(I, WH) + BH)
    return bend(tf.matmul(H, WO) + BO).numpy()


@right("keras_train")
def keras_fitted(I, T, WH, BH, WO, BO, lr, epochs, activation):
    import tensorflow as tf

    model = tf.keras.Sequential([tf.keras.Input(shape=(I.shape[1],)), *keras_layers(WH, BH, WO, BO, activation)])
    model.compile(optimizer=tf.keras.optimizers.SGD(lr), loss="mse")
    for _ in range(epochs):
        O = model.predict(I, verbose=0)
        model.fit(I, T, epochs=1, batch_size=len(I), verbose=0)
    return O, *model.get_weights()


@right("keras_train")
def keras_with_a_tape(I, T, WH, BH, WO, BO, lr, epochs, activation):
    import tensorflow as tf

    hidden, output = layers = keras_layers(WH, BH, WO, BO, activation)
    weights = [weight for layer in layers for weight in layer.trainable_weights]
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            O = output(hidden(tf.constant(I, tf.float32)))
            loss = tf.reduce_mean((O - T) ** 2)
        for weight, slope in zip(weights, tape.gradient(loss, weights)):
            weight.assign_sub(lr * slope)
    return O.numpy(), *(weight.numpy() for weight in weights)


@right("keras_train")
def keras_with_an_optimizer(I, T, WH, BH, WO, BO, lr, epochs, activation):
    import tensorflow as tf

    model = tf.keras.Sequential(keras_layers(WH, BH, WO, BO, activation))
    optimizer = tf.keras.optimizers.SGD(learning_rate=lr)
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            O = model(I, training=True)
            loss = tf.keras.losses.MeanSquaredError()(T, O)
        slopes = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(slopes, model.trainable_variables))
    return O.numpy(), *(variable.numpy() for variable in model.trainable_variables)

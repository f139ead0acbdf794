"""Right answers of the softmax lesson in other styles than the reference: each of them has to be accepted."""

import math

import numpy as np

from autograder.checks import reference_of, right

reference = reference_of(__file__)


@right("one_hot")
def row_of_the_identity(labels, classes):
    return np.eye(classes)[labels]


@right("one_hot")
def compared_with_the_classes(labels, classes):
    return (np.asarray(labels).reshape(-1, 1) == np.arange(classes)).astype(np.float32)


@right("one_hot")
def lists_of_numbers(labels, classes):
    return [[1 if label == k else 0 for k in range(classes)] for label in labels]


@right("softmax")
def softmax_row_by_row(Z):
    rows = []
    for row in Z:
        powers = [math.exp(z - max(row)) for z in row]
        rows.append([power / sum(powers) for power in powers])
    return np.array(rows)


@right("softmax")
def softmax_in_place_on_a_copy(Z):
    O = np.array(Z, dtype=float)
    O -= O.max(1)[:, np.newaxis]
    np.exp(O, out=O)
    O /= O.sum(1)[:, np.newaxis]
    return O


@right("softmax")
def softmax_through_its_logarithm(Z):
    return np.exp(Z - np.logaddexp.reduce(Z, axis=1, keepdims=True))


@right("softmax")
def softmax_in_float32(Z):
    return reference.softmax(np.asarray(Z, dtype=np.float32))


@right("cross_entropy")
def share_of_the_true_class(O, T):
    true = np.argmax(T, axis=1)
    return -np.mean(np.log(O[np.arange(len(O)), true]))


@right("cross_entropy")
def entry_by_entry(O, T):
    total = 0.0
    for o, t in zip(O, T):
        for share, target in zip(o, t):
            total -= target * math.log(share)
    return total / len(O)


@right("cross_entropy")
def entropy_with_einsum(O, T):
    return np.einsum("bk,bk->", T, np.log(O)) / -O.shape[0]


@right("output_delta")
def mean_of_differences(O, T):
    return np.subtract(O, T) / O.shape[0]


@right("output_delta")
def delta_row_by_row(O, T):
    return [[(o - t) / len(O) for o, t in zip(outputs, targets)] for outputs, targets in zip(O, T)]


@right("output_delta")
def through_the_slopes_of_the_softmax(O, T):
    """The chain rule in full: the derivative of the logarithm, then the matrix of the softmax's slopes."""
    dO = -T / O / len(O)
    slopes = np.einsum("bk,kj->bkj", O, np.eye(O.shape[1])) - np.einsum("bk,bj->bkj", O, O)
    return np.einsum("bk,bkj->bj", dO, slopes)


@right("numeric_delta")
def entries_of_a_copy(Z, T, h):
    result = np.empty_like(Z)
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1]):
            up, down = Z.copy(), Z.copy()
            up[i, j] += h
            down[i, j] -= h
            difference = reference.cross_entropy(reference.softmax(up), T)
            difference -= reference.cross_entropy(reference.softmax(down), T)
            result[i, j] = difference / (2 * h)
    return result


@right("numeric_delta")
def moved_there_and_back(Z, T, h):
    """One copy, whose entries are moved and put back."""
    Z = Z.astype(float)
    error = lambda: reference.cross_entropy(reference.softmax(Z), T)  # noqa: E731
    result = np.zeros_like(Z)
    for index, z in np.ndenumerate(Z.copy()):
        Z[index] = z + h
        above = error()
        Z[index] = z - h
        result[index] = (above - error()) / h / 2
        Z[index] = z
    return result


@right("numeric_delta")
def only_the_row_that_moves(Z, T, h):
    """The errors of the other rows cancel in the difference."""
    rows = []
    for z, t in zip(Z, T):
        moves = h * np.eye(len(z))
        above = np.log(reference.softmax(z + moves)) @ t
        below = np.log(reference.softmax(z - moves)) @ t
        rows.append((below - above) / (2 * h * len(Z)))
    return np.stack(rows)


@right("forward")
def forward_with_einsum(I, WH, BH, WO, BO, activation):
    H = reference.activate(np.einsum("bi,ih->bh", I, WH) + BH, activation)
    return H, reference.softmax(np.einsum("bh,hk->bk", H, WO) + BO)


@right("forward")
def forward_in_columns(I, WH, BH, WO, BO, activation):
    H = reference.activate(WH.T @ I.T + BH.T, activation)
    Z = WO.T @ H + BO.T
    O = np.exp(Z - Z.max(axis=0))
    return H.T, (O / O.sum(axis=0)).T


@right("forward")
def forward_row_by_row(I, WH, BH, WO, BO, activation):
    f = {"sigmoid": lambda x: 1 / (1 + math.exp(-x)), "tanh": math.tanh, "relu": lambda x: max(x, 0.0)}[activation]
    H = [[f(row @ column + b) for column, b in zip(WH.T, BH[0])] for row in I]
    return [np.array(H), reference.softmax(np.dot(H, WO) + BO[0])]


@right("evaluate")
def evaluated_row_by_row(O, labels):
    wrong = [row for row in range(len(O)) if list(O[row]).index(max(O[row])) != labels[row]]
    return 1 - len(wrong) / len(O), wrong


@right("evaluate")
def evaluated_with_where(O, labels):
    answers = np.argmax(O, axis=1)
    return float(np.sum(answers == labels) / len(labels)), np.where(answers != labels)[0]


@right("evaluate")
def evaluated_by_the_true_share(O, labels):
    """Right is whoever gives the true class the largest share."""
    right = np.array([o[label] == o.max() for o, label in zip(O, labels)])
    return np.mean(right), np.array([row for row, fine in enumerate(right) if not fine])


@right("activate")
def activate_by_a_table(X, activation):
    return {
        "sigmoid": lambda x: 0.5 * (1 + np.tanh(x / 2)),
        "tanh": lambda x: 2 / (1 + np.exp(-2 * x)) - 1,
        "relu": lambda x: np.maximum(x, 0),
    }[activation](X)


@right("activate")
def activate_with_masks(X, activation):
    match activation:
        case "relu":
            Y = X.copy()
            Y[Y < 0] = 0
        case "tanh":
            Y = (np.exp(X) - np.exp(-X)) / (np.exp(X) + np.exp(-X))
        case _:
            Y = np.exp(X) / (1 + np.exp(X))
    return Y


@right("activate")
def activate_number_by_number(X, activation):
    def f(x):
        if activation == "relu":
            return max(0.0, x)
        return math.tanh(x) if activation == "tanh" else 1 / (1 + math.exp(-x))

    return np.vectorize(f, otypes=[float])(X)


@right("activate_backward")
def slope_by_a_table(Hb, H, activation):
    slope = {"sigmoid": H - H * H, "tanh": 1 - H * H, "relu": np.sign(H)}[activation]
    return np.multiply(slope, Hb)


@right("activate_backward")
def slope_with_where(Hb, H, activation):
    if activation == "relu":
        return np.where(H > 0, Hb, 0)
    return Hb * (1 - H**2) if activation == "tanh" else H * (Hb - Hb * H)


@right("activate_backward")
def masked_in_a_copy(Hb, H, activation):
    result = np.array(Hb, dtype=float)
    if activation == "relu":
        result[H <= 0] = 0
    else:
        result *= (1 - H) * (H if activation == "sigmoid" else 1 + H)
    return result


@right("train")
def train_in_place_on_copies(I, T, WH, BH, WO, BO, lr, epochs, activation):
    WH, BH, WO, BO = WH.copy(), BH.copy(), WO.copy(), BO.copy()
    for _ in range(epochs):
        H = reference.activate(I @ WH + BH, activation)
        O = reference.softmax(H @ WO + BO)
        Ob = (O - T) / len(O)
        Hb = reference.activate_backward(Ob @ WO.T, H, activation)
        for weights, slope in ((WH, I.T @ Hb), (BH, Hb.sum(0)), (WO, H.T @ Ob), (BO, Ob.sum(0))):
            weights -= lr * slope
    return O, WH, BH, WO, BO


@right("train")
def train_with_a_bias_column(I, T, WH, BH, WO, BO, lr, epochs, activation):
    """The biases as a further row of the weights, for a constant input of 1."""
    one = np.ones((len(I), 1))
    W1, W2 = np.vstack([WH, BH]), np.vstack([WO, BO])
    for _ in range(epochs):
        X1 = np.hstack([I, one])
        H = reference.activate(X1 @ W1, activation)
        X2 = np.hstack([H, one])
        O = reference.softmax(X2 @ W2)
        Ob = reference.output_delta(O, T)
        Hb = reference.activate_backward(Ob @ W2[:-1].T, H, activation)
        W1, W2 = W1 - lr * X1.T @ Hb, W2 - lr * X2.T @ Ob
    return [O, W1[:-1], W1[-1:], W2[:-1], W2[-1:]]


@right("train")
def train_in_float32(I, T, WH, BH, WO, BO, lr, epochs, activation):
    arrays = (np.asarray(array, dtype=np.float32) for array in (I, T, WH, BH, WO, BO))
    return reference.train(*arrays, np.float32(lr), epochs, activation)


def keras_model(WH, BH, WO, BO, activation):
    import tensorflow as tf

    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Input((len(WH),)))
    model.add(tf.keras.layers.Dense(len(WO), activation=activation))
    model.add(tf.keras.layers.Dense(WO.shape[1]))
    model.add(tf.keras.layers.Softmax())
    model.set_weights([WH, BH.reshape(-1), WO, BO.reshape(-1)])
    return model


@right("keras_forward")
def softmax_as_a_layer(I, WH, BH, WO, BO, activation):
    return keras_model(WH, BH, WO, BO, activation).predict(I, verbose=0)


@right("keras_forward")
def functional_model(I, WH, BH, WO, BO, activation):
    import tensorflow as tf

    inputs = tf.keras.Input(shape=(I.shape[1],))
    hidden = tf.keras.layers.Dense(WH.shape[1], activation=activation)
    outputs = tf.keras.layers.Dense(WO.shape[1], activation="softmax")
    model = tf.keras.Model(inputs, outputs(hidden(inputs)))
    hidden.set_weights([WH, BH[0]])
    outputs.set_weights([WO, BO[0]])
    return model(tf.constant(I, tf.float32))


@right("keras_forward")
def tensorflow_without_keras(I, WH, BH, WO, BO, activation):
    import tensorflow as tf

    H = getattr(tf.nn, activation)(tf.constant(I) @ tf.constant(WH) + BH)
    return tf.nn.softmax(H @ tf.constant(WO) + BO).numpy()


@right("keras_train")
def fitted(I, T, WH, BH, WO, BO, lr, epochs, activation):
    import tensorflow as tf

    model = keras_model(WH, BH, WO, BO, activation)
    model.compile(optimizer=tf.keras.optimizers.SGD(lr), loss="categorical_crossentropy")
    for _ in range(epochs):
        O = model(I).numpy()
        model.fit(I, T, epochs=1, batch_size=len(I), verbose=0)
    return O, *model.get_weights()


@right("keras_train")
def with_a_tape(I, T, WH, BH, WO, BO, lr, epochs, activation):
    import tensorflow as tf

    model = keras_model(WH, BH, WO, BO, activation)
    loss = tf.keras.losses.CategoricalCrossentropy()
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            O = model(I)
            E = loss(T, O)
        for weight, slope in zip(model.trainable_weights, tape.gradient(E, model.trainable_weights)):
            weight.assign_sub(lr * slope)
    return O.numpy(), *(weight.numpy() for weight in model.trainable_weights)


@right("keras_train")
def with_an_optimizer(I, T, WH, BH, WO, BO, lr, epochs, activation):
    import tensorflow as tf

    model, optimizer = keras_model(WH, BH, WO, BO, activation), tf.keras.optimizers.SGD(learning_rate=lr)
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            O = model(I.astype("float32"))
            E = tf.reduce_mean(-tf.reduce_sum(T * tf.math.log(O), axis=1))
        optimizer.apply_gradients(zip(tape.gradient(E, model.trainable_weights), model.trainable_weights))
    return [O.numpy(), *model.get_weights()]

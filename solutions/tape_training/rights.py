"""Right answers in other styles than the reference's: the checks must accept each."""

import numpy as np

from autograder.checks import reference_of, right

reference = reference_of(__file__)


def layers(weights):
    """The two layers of the model, built by themselves."""
    import tensorflow as tf

    made = []
    for W, B, activation in ((*weights[:2], "relu"), (*weights[2:], "softmax")):
        layer = tf.keras.layers.Dense(W.shape[1], activation=activation)
        layer.build((None, W.shape[0]))
        layer.set_weights([W, B])
        made.append(layer)
    return made


def error_of(I, T, WH, BH, WO, BO):
    """The error without Keras, of tensors or variables."""
    import tensorflow as tf

    O = tf.nn.softmax(tf.nn.relu(tf.matmul(I, WH) + BH) @ WO + BO)
    return -tf.reduce_mean(tf.reduce_sum(T * tf.math.log(O), axis=1))


def error_by_hand(I, T, WH, BH, WO, BO):
    Z = np.exp(np.maximum(0, I @ WH + BH) @ WO + BO)
    return -np.mean(np.log((T * Z).sum(axis=1) / Z.sum(axis=1)))


def slopes_by_hand(I, T, WH, BH, WO, BO):
    H = np.maximum(0, I @ WH + BH)
    Z = np.exp(H @ WO + BO)
    Ob = (Z / Z.sum(1, keepdims=True) - T) / len(T)
    Hb = (Ob @ WO.T) * (H > 0)
    return [I.T @ Hb, Hb.sum(0), H.T @ Ob, Ob.sum(0)], Hb @ WH.T


@right("tape_gradients")
def gradients_of_variables(I, T, weights):
    import tensorflow as tf

    variables = [tf.Variable(each) for each in weights]
    with tf.GradientTape() as tape:
        E = error_of(I, T, *variables)
    return [each.numpy() for each in tape.gradient(E, variables)]


@right("tape_gradients")
def gradients_of_watched_constants(I, T, weights):
    import tensorflow as tf

    constants = [tf.constant(each, tf.float32) for each in weights]
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(constants)
        E = error_of(I.astype(np.float32), T.astype(np.float32), *constants)
    return tuple(tape.gradient(E, each) for each in constants)


@right("tape_gradients")
def gradients_of_layers(I, T, weights):
    import tensorflow as tf

    hidden, output = layers(weights)
    with tf.GradientTape() as tape:
        O = output(hidden(tf.constant(I)))
        E = tf.reduce_mean(tf.keras.losses.categorical_crossentropy(T, O))
    return tape.gradient(E, hidden.trainable_variables + output.trainable_variables)


@right("tape_gradients")
def gradients_by_hand(I, T, weights):
    return slopes_by_hand(I, T, *weights)[0]


@right("two_slopes")
def slopes_in_numpy(I, T, weights, gradients, V, h):
    forth, back = (error_by_hand(I, T, *[W + k * h * v for W, v in zip(weights, V)]) for k in (1, -1))
    promised = 0.0
    for gradient, v in zip(gradients, V):
        promised += np.vdot(gradient, v)
    return (forth - back) / 2 / h, promised


@right("two_slopes")
def slopes_of_one_model(I, T, weights, gradients, V, h):
    model = reference.network(weights)
    errors = []
    for sign in (1, -1):
        model.set_weights([weights[k] + sign * h * V[k] for k in range(4)])
        O = model(I).numpy()
        errors.append(-np.sum(T * np.log(O)) / len(I))
    return [(errors[0] - errors[1]) / (2 * h), sum((gradients[k] * V[k]).sum() for k in range(4))]


@right("two_slopes")
def slopes_as_tensors(I, T, weights, gradients, V, h):
    import tensorflow as tf

    forth = error_of(I, T, *[W + h * v for W, v in zip(weights, V)])
    back = error_of(I, T, *[W - h * v for W, v in zip(weights, V)])
    return (forth - back) / (2 * h), tf.add_n([tf.reduce_sum(g * v) for g, v in zip(gradients, V)])


@right("train")
def train_without_keras(I, T, weights, lr, epochs):
    import tensorflow as tf

    variables = [tf.Variable(each) for each in weights]
    history = [[] for _ in variables]
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            E = error_of(I, T, *variables)
        for kept, variable, slope in zip(history, variables, tape.gradient(E, variables)):
            kept.append(slope.numpy())
            variable.assign_sub(lr * slope)
    return variables, history


@right("train")
def train_with_stacks(I, T, weights, lr, epochs):
    import tensorflow as tf

    model = tf.keras.Sequential(layers(weights))
    optimizer = tf.keras.optimizers.SGD(lr)
    every = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            E = tf.reduce_mean(tf.keras.losses.categorical_crossentropy(T, model(I, training=True)))
        every.append(tape.gradient(E, model.trainable_weights))
        optimizer.apply(every[-1], model.trainable_weights)
    return [each.numpy() for each in model.trainable_variables], [tf.stack(each) for each in zip(*every)]


@right("train")
def train_in_arrays(I, T, weights, lr, epochs):
    weights = list(weights)
    history = tuple(np.zeros((epochs, *each.shape)) for each in weights)
    for epoch in range(epochs):
        slopes, _ = slopes_by_hand(I, T, *weights)
        for k in range(4):
            history[k][epoch] = slopes[k]
            weights[k] = weights[k] - lr * slopes[k]
    return tuple(weights), history


@right("plot_sizes")
def sizes_on_axes(history):
    import matplotlib.pyplot as plt

    WHb, BHb, WOb, BOb = history
    figure, ax = plt.subplots()
    for name, each in {"WOb": WOb, "WHb": WHb, "BOb": BOb, "BHb": BHb}.items():
        ax.plot(range(len(each)), [np.max(np.abs(one)) for one in each], "o-", label=f"size of {name}")
    ax.set(xlabel="epoch", ylabel="size", yscale="log")
    ax.legend()
    return figure


@right("plot_sizes")
def sizes_as_points(history):
    import matplotlib.pyplot as plt

    for name, each in zip(("WHb", "BHb", "WOb", "BOb"), history):
        axes = tuple(range(1, each.ndim))
        plt.scatter(np.arange(len(each)), np.maximum(each.max(axis=axes), -each.min(axis=axes)), label=name)
    plt.xlabel("epochs")
    plt.ylabel("gradient")


@right("plot_sizes")
def sizes_one_by_one(history):
    import matplotlib.pyplot as plt

    epochs = list(range(len(history[0])))
    plt.plot(epochs, np.abs(history[0]).max(axis=(1, 2)), label="WHb")
    plt.plot(epochs, np.abs(history[1]).max(axis=1), "--", label="BHb")
    plt.plot(epochs, np.abs(history[2]).max(axis=(1, 2)), label="WOb")
    plt.plot(epochs, np.abs(history[3]).max(axis=1), ":", label="BOb")
    plt.axhline(0, color="gray")
    plt.legend()
    plt.gca().set_xlabel("epoch")
    plt.gca().set_ylabel("largest")


@right("fit")
def fit_with_a_data_set(I, T, weights, lr, epochs, batch):
    import tensorflow as tf

    model = reference.network(weights)
    optimizer, loss = tf.keras.optimizers.SGD(learning_rate=lr), tf.keras.losses.CategoricalCrossentropy()
    errors = []
    for _ in range(epochs):
        for rows, targets in tf.data.Dataset.from_tensor_slices((I, T)).batch(batch):
            with tf.GradientTape() as tape:
                E = loss(targets, model(rows))
            slopes = tape.gradient(E, model.trainable_variables)
            optimizer.apply_gradients(zip(slopes, model.trainable_variables))
            errors.append(E)
    return [each.numpy() for each in model.trainable_variables], errors


@right("fit")
def fit_step_by_step(I, T, weights, lr, epochs, batch):
    import tensorflow as tf

    variables = [tf.Variable(each) for each in weights]
    steps = -(-len(I) // batch)
    errors = np.zeros(epochs * steps)
    for step in range(epochs * steps):
        first = step % steps * batch
        with tf.GradientTape() as tape:
            E = error_of(I[first : first + batch], T[first : first + batch], *variables)
        errors[step] = E.numpy()
        for variable, slope in zip(variables, tape.gradient(E, variables)):
            variable.assign_sub(lr * slope)
    return tuple(variables), errors


@right("fit")
def fit_by_hand(I, T, weights, lr, epochs, batch):
    errors = []
    for _ in range(epochs):
        cuts = range(batch, len(I), batch)
        for rows, targets in zip(np.split(I, cuts), np.split(T, cuts)):
            errors.append(error_by_hand(rows, targets, *weights))
            weights = [W - lr * slope for W, slope in zip(weights, slopes_by_hand(rows, targets, *weights)[0])]
    return weights, errors


@right("input_gradients")
def input_gradients_of_a_variable(I, T, weights):
    import tensorflow as tf

    pixels = tf.Variable(I)
    with tf.GradientTape() as tape:
        E = error_of(pixels, T, *weights)
    return tape.gradient(E, pixels).numpy()


@right("input_gradients")
def input_gradients_in_float32(I, T, weights):
    import tensorflow as tf

    pixels = tf.convert_to_tensor(I, dtype=tf.float32)
    hidden, output = layers(weights)
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        tape.watch(pixels)
        E = tf.reduce_mean(tf.keras.losses.categorical_crossentropy(T, output(hidden(pixels))))
    return tape.gradient(E, pixels)


@right("input_gradients")
def input_gradients_by_hand(I, T, weights):
    return slopes_by_hand(I, T, *weights)[1]

"""Right answers in other styles than the reference's: the checks must accept each."""

import numpy as np

from autograder.checks import reference_of, right

reference = reference_of(__file__)


def layers(WH, BH, WO, BO):
    """The two layers of the model, built by themselves."""
    import tensorflow as tf

    made = []
    for W, B, activation in ((WH, BH, "relu"), (WO, BO, "softmax")):
        layer = tf.keras.layers.Dense(W.shape[1], activation=activation)
        layer.build((None, W.shape[0]))
        layer.set_weights([W, B])
        made.append(layer)
    return made


def error_of(I, T, WH, BH, WO, BO):
    """The error without Keras, of tensors or variables, and the outputs."""
    import tensorflow as tf

    O = tf.nn.softmax(tf.nn.relu(tf.matmul(I, WH) + BH) @ WO + BO)
    return -tf.reduce_mean(tf.reduce_sum(T * tf.math.log(O), axis=1)), O


@right("tape_gradients")
def gradients_of_variables(I, T, WH, BH, WO, BO):
    import tensorflow as tf

    variables = [tf.Variable(each) for each in (WH, BH, WO, BO)]
    with tf.GradientTape() as tape:
        E, _ = error_of(I, T, *variables)
    return [each.numpy() for each in tape.gradient(E, variables)]


@right("tape_gradients")
def gradients_of_watched_constants(I, T, *parameters):
    import tensorflow as tf

    constants = [tf.constant(each, tf.float32) for each in parameters]
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(constants)
        E, _ = error_of(I.astype(np.float32), T.astype(np.float32), *constants)
    return tuple(tape.gradient(E, each) for each in constants)


@right("tape_gradients")
def gradients_of_layers(I, T, WH, BH, WO, BO):
    import tensorflow as tf

    hidden, output = layers(WH, BH, WO, BO)
    with tf.GradientTape() as tape:
        O = output(hidden(tf.constant(I)))
        E = tf.reduce_mean(tf.keras.losses.categorical_crossentropy(T, O))
    return tape.gradient(E, hidden.trainable_variables + output.trainable_variables)


@right("tape_gradients")
def gradients_by_hand(I, T, WH, BH, WO, BO):
    H = np.maximum(0, I @ WH + BH)
    Z = np.exp(H @ WO + BO)
    Ob = (Z / Z.sum(1, keepdims=True) - T) / len(T)
    Hb = (Ob @ WO.T) * (H > 0)
    return I.T @ Hb, Hb.sum(0), H.T @ Ob, Ob.sum(0)


@right("apply_step")
def step_with_assign_sub(values, gradients, lr):
    import tensorflow as tf

    variables = []
    for value, gradient in zip(values, gradients):
        variables.append(tf.Variable(value))
        variables[-1].assign_sub(lr * gradient)
    return variables


@right("apply_step")
def step_in_float32(values, gradients, lr):
    import tensorflow as tf

    variables = [tf.Variable(value, dtype=tf.float32) for value in values]
    tf.keras.optimizers.SGD(lr).apply_gradients(zip([tf.constant(g, tf.float32) for g in gradients], variables))
    return tuple(variables)


@right("apply_step")
def step_with_apply(values, gradients, lr):
    import tensorflow as tf

    variables = list(map(tf.Variable, values))
    optimizer = tf.keras.optimizers.SGD(learning_rate=lr, momentum=0.0)
    optimizer.apply([tf.convert_to_tensor(gradient) for gradient in gradients], variables)
    return [np.array(variable) for variable in variables]


@right("apply_step")
def step_one_by_one(values, gradients, lr):
    import tensorflow as tf

    moved = []
    for value, gradient in zip(values, gradients):
        variable = tf.Variable(value)
        tf.keras.optimizers.SGD(learning_rate=lr).apply_gradients([(tf.constant(gradient), variable)])
        moved.append(variable.numpy())
    return moved


@right("train")
def train_without_keras(I, T, WH, BH, WO, BO, lr, epochs):
    import tensorflow as tf

    variables = [tf.Variable(each) for each in (WH, BH, WO, BO)]
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            E, O = error_of(I, T, *variables)
        for variable, slope in zip(variables, tape.gradient(E, variables)):
            variable.assign_sub(lr * slope)
    return O, *variables


@right("train")
def train_with_layers(I, T, WH, BH, WO, BO, lr, epochs):
    import tensorflow as tf

    model = tf.keras.Sequential(layers(WH, BH, WO, BO))
    optimizer = tf.keras.optimizers.SGD(lr)
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            O = model(I, training=True)
            E = tf.reduce_mean(tf.keras.losses.categorical_crossentropy(T, O))
        slopes = tape.gradient(E, model.trainable_weights)
        optimizer.apply_gradients(zip(slopes, model.trainable_weights))
    return [O.numpy(), *model.layers[0].get_weights(), *model.layers[1].get_weights()]


@right("train")
def train_functional(I, T, WH, BH, WO, BO, lr, epochs):
    import tensorflow as tf

    inputs = tf.keras.Input(shape=(I.shape[1],))
    hidden, output = layers(WH, BH, WO, BO)
    model = tf.keras.Model(inputs, output(hidden(inputs)))
    optimizer, loss = tf.keras.optimizers.SGD(learning_rate=lr), tf.keras.losses.CategoricalCrossentropy()

    @tf.function
    def step(I, T):
        with tf.GradientTape() as tape:
            O = model(I)
            E = loss(T, O)
        optimizer.apply_gradients(zip(tape.gradient(E, model.trainable_variables), model.trainable_variables))
        return O

    for _ in range(epochs):
        O = step(tf.constant(I, tf.float32), tf.constant(T, tf.float32))
    return O.numpy(), *(variable.numpy() for variable in model.trainable_variables)


@right("look")
def look_as_lists(I, T, WH, BH, WO, BO, lr, epochs):
    import tensorflow as tf

    variables = [tf.Variable(each) for each in (WH, BH, WO, BO)]
    history = [[] for _ in variables]
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            E, _ = error_of(I, T, *variables)
        for kept, variable, slope in zip(history, variables, tape.gradient(E, variables)):
            kept.append(slope.numpy())
            variable.assign_sub(lr * slope)
    return history


@right("look")
def look_stacked(I, T, WH, BH, WO, BO, lr, epochs):
    import tensorflow as tf

    model = tf.keras.Sequential(layers(WH, BH, WO, BO))
    optimizer = tf.keras.optimizers.SGD(lr)
    every = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            E = tf.keras.losses.CategoricalCrossentropy()(T, model(I))
        every.append(tape.gradient(E, model.trainable_variables))
        optimizer.apply_gradients(zip(every[-1], model.trainable_variables))
    return [tf.stack(each) for each in zip(*every)]


@right("look")
def look_in_arrays(I, T, WH, BH, WO, BO, lr, epochs):
    parameters = [WH, BH, WO, BO]
    history = tuple(np.zeros((epochs, *each.shape)) for each in parameters)
    for epoch in range(epochs):
        slopes = gradients_of_variables.answer(I, T, *parameters)
        for k in range(4):
            history[k][epoch] = slopes[k]
            parameters[k] = parameters[k] - lr * slopes[k]
    return history


@right("plot_sizes")
def sizes_on_axes(WHb, BHb, WOb, BOb):
    import matplotlib.pyplot as plt

    figure, ax = plt.subplots()
    for name, each in {"WOb": WOb, "WHb": WHb, "BOb": BOb, "BHb": BHb}.items():
        ax.plot(range(len(each)), [np.max(np.abs(one)) for one in each], "o-", label=f"size of {name}")
    ax.set(xlabel="epoch", ylabel="size", yscale="log")
    ax.legend()
    return figure


@right("plot_sizes")
def sizes_as_points(*history):
    import matplotlib.pyplot as plt

    for name, each in zip(("WHb", "BHb", "WOb", "BOb"), history):
        axes = tuple(range(1, each.ndim))
        plt.scatter(np.arange(len(each)), np.maximum(each.max(axis=axes), -each.min(axis=axes)), label=name)
    plt.xlabel("epochs")
    plt.ylabel("gradient")


@right("plot_sizes")
def sizes_one_by_one(WHb, BHb, WOb, BOb):
    import matplotlib.pyplot as plt

    epochs = list(range(len(WHb)))
    plt.plot(epochs, np.abs(WHb).max(axis=(1, 2)), label="WHb")
    plt.plot(epochs, np.abs(BHb).max(axis=1), "--", label="BHb")
    plt.plot(epochs, np.abs(WOb).max(axis=(1, 2)), label="WOb")
    plt.plot(epochs, np.abs(BOb).max(axis=1), ":", label="BOb")
    plt.axhline(0, color="gray")
    plt.legend()
    plt.gca().set_xlabel("epoch")
    plt.gca().set_ylabel("largest")

"""Make the known TensorFlow outputs of this assignment: `autograder known tape_training` writes what this returns."""

import numpy as np
import tensorflow as tf

HOW = (
    "tf.keras.Sequential of a Dense layer with ReLU and a Dense layer with softmax, CategoricalCrossentropy, SGD with the "
    "given learning rate. 'training' and 'book': tf.GradientTape in every epoch; the weights after the last update, the "
    "gradients of all epochs ('book': of the last), and the gradients of the inputs before the first update. 'fit': "
    "Keras' own model.fit without shuffling, the weights after it. Inputs are drawn by numpy.random.default_rng(418) and "
    "rounded to 3 decimals, targets are one-hot, except in the case 'book' (the document's own numbers)."
)

BOOK = {
    "I": np.array([[0.05, 0.10]]),
    "T": np.array([[0.0, 1.0]]),
    "WH": np.array([[0.15, 0.25], [0.20, 0.30]]),
    "BH": np.array([0.35, 0.35]),
    "WO": np.array([[0.40, 0.50], [0.45, 0.55]]),
    "BO": np.array([0.60, 0.60]),
}


def cases():
    """Two cases on random numbers with rows and layers of unequal sizes, and the document's program."""
    generator = np.random.default_rng(418)
    return {
        "training": _training(_drawn(generator, 4, 6, 5, 3), lr=0.3, epochs=5),
        "book": _training(BOOK, lr=0.01, epochs=200, kept=1),
        "fit": _fit(_drawn(generator, 7, 4, 5, 3), lr=0.3, epochs=2, batch=3),
    }


def _drawn(generator, rows, inputs, hidden, classes):
    shapes = {"WH": (inputs, hidden), "BH": (hidden,), "WO": (hidden, classes), "BO": (classes,)}
    return {
        "I": np.round(generator.normal(size=(rows, inputs)), 3),
        "T": np.eye(classes)[generator.integers(0, classes, size=rows)],
        **{name: np.round(generator.normal(size=shape), 3) for name, shape in shapes.items()},
    }


def _network(arrays):
    _, _, WH, BH, WO, BO = arrays.values()
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(WH.shape[0],)),
            tf.keras.layers.Dense(WH.shape[1], activation="relu"),
            tf.keras.layers.Dense(WO.shape[1], activation="softmax"),
        ]
    )
    model.set_weights([WH, BH, WO, BO])
    return model


def _training(arrays, lr, epochs, kept=0):
    """`kept` is the number of epochs, counted from the last, whose gradients are kept; 0 keeps all."""
    model, history, first = _network(arrays), [], None
    I, T = tf.constant(arrays["I"]), arrays["T"]
    optimizer = tf.keras.optimizers.SGD(learning_rate=lr)
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            tape.watch(I)
            error = tf.keras.losses.CategoricalCrossentropy()(T, model(I))
        *gradients, of_inputs = tape.gradient(error, [*model.trainable_variables, I])
        history.append([gradient.numpy() for gradient in gradients])
        first = of_inputs.numpy() if first is None else first
        optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
    looked = zip(*history[-kept:], strict=True)
    return {
        "lr": lr,
        "epochs": epochs,
        "inputs": _plain(arrays.keys(), arrays.values()),
        "weights": _plain(("WH", "BH", "WO", "BO"), model.get_weights()),
        "gradients": _plain(("WHb", "BHb", "WOb", "BOb"), looked),
        "input_gradients": first.tolist(),
    }


def _fit(arrays, lr, epochs, batch):
    model = _network(arrays)
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.CategoricalCrossentropy())
    model.fit(arrays["I"], arrays["T"], epochs=epochs, batch_size=batch, shuffle=False, verbose=0)
    return {
        "lr": lr,
        "epochs": epochs,
        "batch": batch,
        "inputs": _plain(arrays.keys(), arrays.values()),
        "weights": _plain(("WH", "BH", "WO", "BO"), model.get_weights()),
    }


def _plain(names, arrays):
    return {name: np.array(array).tolist() for name, array in zip(names, arrays, strict=True)}

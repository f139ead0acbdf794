"""Make the known TensorFlow outputs of this assignment: `autograder known tape_training` writes what this returns."""

import numpy as np
import tensorflow as tf

HOW = (
    "tf.keras.Sequential of a Dense layer with ReLU and a Dense layer with softmax, CategoricalCrossentropy, SGD with the "
    "given learning rate, tf.GradientTape in every epoch; the outputs before the last update, the weights after it, and "
    "the gradients of all epochs. Inputs are drawn by numpy.random.default_rng(418) and rounded to 3 decimals, targets "
    "are one-hot, except in the case 'book' (the document's own numbers, the gradients of its last epoch)."
)


def cases():
    """One case on random numbers with a batch and layers of unequal sizes, and the document's program."""
    generator = np.random.default_rng(418)
    batch, inputs, hidden, classes = 4, 6, 5, 3
    shapes = {"WH": (inputs, hidden), "BH": (hidden,), "WO": (hidden, classes), "BO": (classes,)}
    book = {
        "I": np.array([[0.05, 0.10]]),
        "T": np.array([[0.0, 1.0]]),
        "WH": np.array([[0.15, 0.25], [0.20, 0.30]]),
        "BH": np.array([0.35, 0.35]),
        "WO": np.array([[0.40, 0.50], [0.45, 0.55]]),
        "BO": np.array([0.60, 0.60]),
    }
    return {
        "random": _case(
            lr=0.3,
            epochs=5,
            I=np.round(generator.normal(size=(batch, inputs)), 3),
            T=np.eye(classes)[generator.integers(0, classes, size=batch)],
            **{name: np.round(generator.normal(size=shape), 3) for name, shape in shapes.items()},
        ),
        "book": _case(lr=0.01, epochs=200, kept=1, **book),
    }


def _case(lr, epochs, I, T, WH, BH, WO, BO, kept=0):
    """`kept` is the number of epochs, counted from the last, whose gradients are kept; 0 keeps all."""
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(WH.shape[0],)),
            tf.keras.layers.Dense(WH.shape[1], activation="relu"),
            tf.keras.layers.Dense(WO.shape[1], activation="softmax"),
        ]
    )
    model.set_weights([WH, BH, WO, BO])
    optimizer = tf.keras.optimizers.SGD(learning_rate=lr)
    history = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            outputs = model(I)
            error = tf.keras.losses.CategoricalCrossentropy()(T, outputs)
        gradients = tape.gradient(error, model.trainable_variables)
        history.append([gradient.numpy() for gradient in gradients])
        optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
    arrays = {"I": I, "T": T, "WH": WH, "BH": BH, "WO": WO, "BO": BO}
    trained = dict(zip(["O", "WH", "BH", "WO", "BO"], [outputs.numpy(), *model.get_weights()], strict=True))
    looked = dict(zip(["WHb", "BHb", "WOb", "BOb"], zip(*history[-kept:], strict=True), strict=True))
    return {
        "lr": lr,
        "epochs": epochs,
        "inputs": {name: array.tolist() for name, array in arrays.items()},
        "outputs": {name: array.tolist() for name, array in trained.items()},
        "gradients": {name: np.array(each).tolist() for name, each in looked.items()},
    }

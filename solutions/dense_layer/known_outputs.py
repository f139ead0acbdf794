"""Make the known TensorFlow outputs of this assignment: `autograder known dense_layer` writes what this returns."""

import numpy as np
import tensorflow as tf

HOW = (
    "tf.keras.Sequential of one linear Dense layer with the given weights, SGD with the given learning rate, "
    "MeanSquaredError; the outputs before the last update and the weights after it. Inputs are drawn by "
    "numpy.random.default_rng(411) and rounded to 3 decimals, except in the cases 'book_…' (the book's own numbers)."
)
BOOK = {
    "411": ([[2, 3]], [[27, -30]], [[3, 5], [4, 6]], [[1, 2]]),
    "412": ([[2, 3, 4]], [[27, -30, 179]], [[3, 5, 8], [4, 6, 9], [5, 7, 10]], [[1, 2, 3]]),
    "413": ([[2, 3]], [[27]], [[3], [4]], [[1]]),
    "414": ([[2]], [[10]], [[3]], [[1]]),
}


def cases():
    generator = np.random.default_rng(411)
    made = {}
    for name, (batch, inputs, outputs) in {"tall": (5, 3, 2), "wide": (3, 2, 4)}.items():
        shapes = ((batch, inputs), (batch, outputs), (inputs, outputs), (1, outputs))
        made[name] = _case(*(np.round(generator.normal(size=shape), 3) for shape in shapes), lr=0.2, epochs=5)
    for name, layer in BOOK.items():
        made[f"book_{name}"] = _case(*(np.array(array, dtype=float) for array in layer), lr=0.01, epochs=200)
    return made


def _case(X, T, W, B, lr, epochs):
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        outputs = model(X).numpy()
        model.train_on_batch(X, T)
    trained = dict(zip(["Y", "W", "B"], [outputs, *model.get_weights()], strict=True))
    return {
        "lr": lr,
        "epochs": epochs,
        "inputs": {name: array.tolist() for name, array in zip("XTWB", (X, T, W, B), strict=True)},
        "outputs": {name: array.tolist() for name, array in trained.items()},
    }

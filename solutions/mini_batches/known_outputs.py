"""Make the known TensorFlow outputs of this assignment: `autograder known mini_batches` writes what this returns."""

import numpy as np
import tensorflow as tf

HOW = (
    "A tf.keras Dense layer without activation with the given weights, SparseCategoricalCrossentropy(from_logits=True). "
    "The cases 'batch_…': the error and the gradients of one batch by tf.GradientTape in float64. The cases 'epoch_…': the "
    "weights after one fit(epochs=1, shuffle=False, batch_size=size) with SGD on the examples in the given order. Inputs "
    "are drawn by numpy.random.default_rng(16) and rounded to 3 decimals."
)


def cases():
    """Gradients of two batches, and two epochs whose last batch is smaller."""
    generator = np.random.default_rng(16)
    return {
        "batch_of_5": _gradient(*_drawn(generator, 5, 3, 4)),
        "batch_of_1": _gradient(*_drawn(generator, 1, 4, 3)),
        "epoch_by_4": _epoch(*_drawn(generator, 10, 3, 4), 0.5, generator.permutation(10), 4),
        "epoch_by_3": _epoch(*_drawn(generator, 8, 4, 5), 0.25, generator.permutation(8), 3),
    }


def _drawn(generator, rows, inputs, classes):
    X, W = (np.round(generator.normal(size=shape), 3) for shape in ((rows, inputs), (inputs, classes)))
    return X, generator.integers(0, classes, size=rows), W, np.round(generator.normal(size=(1, classes)), 3)


def _gradient(X, labels, W, b):
    params = [tf.Variable(W), tf.Variable(b)]
    with tf.GradientTape() as tape:
        error = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)(labels, X @ params[0] + params[1])
    Wb, bb = (each.numpy().tolist() for each in tape.gradient(error, params))
    return {"inputs": _plain(X, labels, W, b), "outputs": {"E": float(error), "Wb": Wb, "bb": bb}}


def _epoch(X, labels, W, b, lr, order, size):
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, b[0]])
    loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=loss)
    model.fit(X[order], labels[order], batch_size=size, epochs=1, shuffle=False, verbose=0)
    trained = dict(zip(("W", "b"), (each.tolist() for each in model.get_weights()), strict=True))
    settings = {"lr": lr, "order": order.tolist(), "size": size}
    return {"inputs": _plain(X, labels, W, b), "settings": settings, "outputs": trained}


def _plain(X, labels, W, b):
    return {"X": X.tolist(), "labels": labels.tolist(), "W": W.tolist(), "b": b.tolist()}

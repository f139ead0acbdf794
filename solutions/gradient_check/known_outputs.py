"""Make the known TensorFlow outputs of this assignment: `autograder known gradient_check` writes what this returns."""

import numpy as np
import tensorflow as tf

HOW = (
    "tf.GradientTape in float64: the gradients of sum((Y - T) ** 2) / (2 * rows) with Y = tanh(X W1 + b1) W2 + b2. "
    "Inputs are drawn by numpy.random.default_rng(618) and rounded to 3 decimals."
)
SIZES = {"batch_of_5": (5, 3, 4, 2), "batch_of_2": (2, 5, 3, 4), "batch_of_1": (1, 2, 5, 3)}


def cases():
    """Three networks of unequal sizes: inputs, targets, parameters and the gradient of each parameter."""
    generator = np.random.default_rng(618)
    return {name: _case(generator, *sizes) for name, sizes in SIZES.items()}


def _case(generator, batch, inputs, hidden, outputs):
    shapes = {
        "X": (batch, inputs),
        "T": (batch, outputs),
        "W1": (inputs, hidden),
        "b1": (1, hidden),
        "W2": (hidden, outputs),
        "b2": (1, outputs),
    }
    arrays = {name: np.round(generator.normal(size=shape), 3) for name, shape in shapes.items()}
    params = {name: tf.Variable(arrays[name]) for name in ("W1", "b1", "W2", "b2")}
    with tf.GradientTape() as tape:
        H = tf.tanh(arrays["X"] @ params["W1"] + params["b1"])
        loss = tf.reduce_sum((H @ params["W2"] + params["b2"] - arrays["T"]) ** 2) / (2 * batch)
    gradients = tape.gradient(loss, params)
    return {
        "inputs": {name: array.tolist() for name, array in arrays.items()},
        "outputs": {name: gradient.numpy().tolist() for name, gradient in gradients.items()},
    }

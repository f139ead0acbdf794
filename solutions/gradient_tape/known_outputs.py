"""Make the known TensorFlow outputs of this assignment: `autograder known gradient_tape` writes what this returns."""

import numpy as np
import tensorflow as tf

HOW = (
    "tf.GradientTape on tf.constant and tf.Variable in float32: two tapes for x**4, one persistent tape for y = x**2, "
    "z = y**2, w = z**2, and steps down the mean squared error of x * W + b. Inputs are drawn by "
    "numpy.random.default_rng(3) and rounded to 3 decimals, except in the cases 'document_…' (the document's own)."
)


def cases():
    """One case a kind of program on random numbers, and the document's own."""
    generator = np.random.default_rng(3)
    points = np.round(generator.uniform(0.8, 2.0, size=5), 3) * [1, -1, 1, 1, -1]
    x, y = np.round(generator.normal(size=(2, 6)), 3)
    return {
        "nested": _nested(points, 4),
        "chain": _chain(points),
        "fit": _fit(x, y, W=-0.7, b=1.3, eta=0.15, steps=5),
        "document_nested": _nested(np.array([5.0]), 2),
        "document_chain": _chain(np.array([5.0])),
    }


def _nested(x, n):
    tensor = tf.constant(x, dtype=tf.float32)
    with tf.GradientTape() as outer:
        outer.watch(tensor)
        with tf.GradientTape() as inner:
            inner.watch(tensor)
            y = tensor**n
        first = inner.gradient(y, tensor)
    return _case([first, outer.gradient(first, tensor)], x=x.tolist(), n=n)


def _chain(x):
    tensor = tf.constant(x, dtype=tf.float32)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(tensor)
        y = tensor**2
        z = y**2
        w = z**2
    return _case([tape.gradient(target, tensor) for target in (w, z, y)], x=x.tolist())


def _fit(x, y, W, b, eta, steps):
    variables = tf.Variable(W), tf.Variable(b)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            error = tf.reduce_mean((variables[0] * x + variables[1] - y) ** 2)
        for variable, slope in zip(variables, tape.gradient(error, variables), strict=True):
            variable.assign_sub(eta * slope)
    return _case(variables, x=x.tolist(), y=y.tolist(), W=W, b=b, eta=eta, steps=steps)


def _case(outputs, **inputs):
    return {"inputs": inputs, "outputs": [each.numpy().tolist() for each in outputs]}

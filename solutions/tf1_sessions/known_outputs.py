"""Make the known TensorFlow outputs of this assignment: `autograder known tf1_sessions` writes what this returns."""

import numpy as np
import tensorflow as tf

v1 = tf.compat.v1

HOW = (
    "Graphs and sessions of tf.compat.v1 with GradientDescentOptimizer, float32. Inputs are drawn by "
    "numpy.random.default_rng(1967) and rounded to 3 decimals, except in 'deck' (x = y = 1, w = 4)."
)


def cases():
    """What TensorFlow gives: the smallest program, and a matrix product."""
    generator = np.random.default_rng(1967)

    def numbers(*shape):
        return np.round(generator.normal(size=shape), 3)

    return {
        "deck": _line(np.array([1.0]), np.array([1.0]), 4.0, 0.1, 101),
        "matmul": _matmul(numbers(5, 3), numbers(5, 1), numbers(3, 1), 0.8, 0.1, 7, numbers(4, 3)),
    }


def _step(loss, lr):
    return v1.train.GradientDescentOptimizer(lr).minimize(loss)


def _line(x, y, w0, lr, steps):
    """w and the squared error before each update."""
    with tf.Graph().as_default(), v1.Session() as session:
        w = v1.Variable(w0, dtype=tf.float32)
        loss = tf.reduce_mean((w * x.astype(np.float32) - y.astype(np.float32)) ** 2)
        step = _step(loss, lr)
        session.run(v1.global_variables_initializer())
        seen = []
        for _ in range(steps):
            seen.append([float(value) for value in session.run([w, loss])])
            session.run(step)
    inputs = {"x": x.tolist(), "y": y.tolist(), "w0": w0, "lr": lr, "steps": steps}
    return {"inputs": inputs, "outputs": dict(zip(("w", "cost"), np.transpose(seen).tolist(), strict=True))}


def _matmul(X, y, w0, b0, lr, steps, query):
    """w and b after the updates, and the answers for query."""
    with tf.Graph().as_default(), v1.Session() as session:
        w, b = v1.Variable(w0, dtype=tf.float32), v1.Variable([b0], dtype=tf.float32)
        loss = tf.reduce_mean((tf.matmul(X.astype(np.float32), w) + b - y.astype(np.float32)) ** 2)
        step = _step(loss, lr)
        session.run(v1.global_variables_initializer())
        for _ in range(steps):
            session.run(step)
        found = session.run([w, b, tf.matmul(query.astype(np.float32), w) + b])
    arrays = {"X": X, "y": y, "w0": w0, "query": query}
    inputs = {**{name: array.tolist() for name, array in arrays.items()}, "b0": b0, "lr": lr, "steps": steps}
    return {"inputs": inputs, "outputs": dict(zip(("w", "b", "answers"), (a.tolist() for a in found), strict=True))}

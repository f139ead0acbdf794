"""Make the known TensorFlow outputs of this assignment: `autograder known tf1_training` writes what this returns."""

import numpy as np
import tensorflow as tf

v1 = tf.compat.v1

HOW = (
    "Graphs and sessions of tf.compat.v1 with GradientDescentOptimizer, float32, and for 'keras' a Dense(1) with SGD. "
    "Inputs are drawn by numpy.random.default_rng(1967) and rounded to 3 decimals."
)


def cases():
    """What TensorFlow gives: a line, one sample at a time, a Keras layer."""
    generator = np.random.default_rng(1967)

    def numbers(*shape):
        return np.round(generator.normal(size=shape), 3)

    return {
        "line": _line(numbers(6), numbers(6), 1.5, -0.5, 0.2, 12),
        "samples": _samples(numbers(5), numbers(5), -1.2, 0.7, 0.3, 6),
        "keras": _keras(numbers(5, 1), numbers(5, 1), 1.4, -0.6, 0.15, 6, numbers(3, 1)),
    }


def _step(loss, lr):
    return v1.train.GradientDescentOptimizer(lr).minimize(loss)


def _line(x, y, w0, b0, lr, steps):
    """w, b and the mean of the squares before each update."""
    with tf.Graph().as_default(), v1.Session() as session:
        w, b = v1.Variable(w0, dtype=tf.float32), v1.Variable(b0, dtype=tf.float32)
        loss = tf.reduce_mean((w * x.astype(np.float32) + b - y.astype(np.float32)) ** 2)
        step = _step(loss, lr)
        session.run(v1.global_variables_initializer())
        seen = []
        for _ in range(steps):
            seen.append([float(value) for value in session.run([w, b, loss])])
            session.run(step)
    inputs = {"x": x.tolist(), "y": y.tolist(), "w0": w0, "b0": b0, "lr": lr, "steps": steps}
    return {"inputs": inputs, "outputs": dict(zip(("w", "b", "cost"), np.transpose(seen).tolist(), strict=True))}


def _samples(x, y, w0, b0, lr, epochs):
    """w, b and half the mean of the squares after each epoch, one update for each sample."""
    with tf.Graph().as_default(), v1.Session() as session:
        X, Y = v1.placeholder(tf.float32), v1.placeholder(tf.float32)
        w, b = v1.Variable(w0, dtype=tf.float32), v1.Variable(b0, dtype=tf.float32)
        loss = tf.reduce_sum(tf.pow(w * X + b - Y, 2)) / (2 * len(x))
        step = _step(loss, lr)
        session.run(v1.global_variables_initializer())
        seen = []
        for _ in range(epochs):
            for one_x, one_y in zip(x, y, strict=True):
                session.run(step, {X: one_x, Y: one_y})
            seen.append([float(value) for value in session.run([w, b, loss], {X: x, Y: y})])
    inputs = {"x": x.tolist(), "y": y.tolist(), "w0": w0, "b0": b0, "lr": lr, "epochs": epochs}
    return {"inputs": inputs, "outputs": dict(zip(("w", "b", "cost"), np.transpose(seen).tolist(), strict=True))}


def _keras(x, y, w0, b0, lr, epochs, query):
    """The answers for query."""
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
    model.layers[0].set_weights([np.array([[w0]]), np.array([b0])])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss="mse")
    for _ in range(epochs):
        model.train_on_batch(x, y)
    arrays = {"x": x, "y": y, "query": query}
    inputs = {**{name: array.tolist() for name, array in arrays.items()}, "w0": w0, "b0": b0, "lr": lr}
    return {"inputs": {**inputs, "epochs": epochs}, "outputs": {"answers": model(query).numpy().tolist()}}

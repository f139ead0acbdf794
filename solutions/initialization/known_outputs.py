"""Make the known TensorFlow outputs of this assignment: `autograder known initialization` writes what this returns."""

import numpy as np
import tensorflow as tf

HOW = (
    "What tf.keras.initializers draw for layers of some sizes, in float32: the standard deviation and the largest size of "
    "GlorotUniform, GlorotNormal and HeNormal over `draws` matrices with the seeds 0, 1, 2 and so on; and the outputs and "
    "gradients of tf.keras-style layers (tf.matmul, tf.tanh, tf.nn.relu) without biases by tf.GradientTape in float64, "
    "for inputs of numpy.random.default_rng(2010), rounded to 3 decimals."
)
SIZES = {"wide": (300, 100), "narrow": (60, 240), "square": (150, 150)}
DRAWS = 20


def cases():
    """Statistics of three initializers for three sizes, and one network for each activation."""
    made = {name: _statistics(*size) for name, size in SIZES.items()}
    generator = np.random.default_rng(2010)
    return made | {"tanh": _network(generator, tf.tanh), "relu": _network(generator, tf.nn.relu)}


def _statistics(fan_in, fan_out):
    case = {"fan_in": fan_in, "fan_out": fan_out, "draws": DRAWS}
    for kind in ("GlorotUniform", "GlorotNormal", "HeNormal"):
        initializer = getattr(tf.keras.initializers, kind)
        drawn = np.array([initializer(seed=seed)((fan_in, fan_out)).numpy() for seed in range(DRAWS)])
        case[kind] = {"std": float(drawn.std()), "largest": float(np.abs(drawn).max())}
    return case


def _network(generator, activation):
    sizes = (5, 4, 6, 3)
    X = np.round(generator.normal(size=(7, sizes[0])), 3)
    G = np.round(generator.normal(size=(7, sizes[-1])), 3)
    weights = [np.round(generator.normal(size=sizes[i : i + 2]), 3) for i in range(3)]
    with tf.GradientTape() as tape:
        A, sums, outputs = tf.constant(X), [], []
        for W in weights:
            Z = A @ W
            tape.watch(Z)
            A = activation(Z)
            sums.append(Z)
            outputs.append(A)
        error = tf.reduce_sum(G * A)
    deltas = tape.gradient(error, sums)
    return {
        "inputs": {"X": X.tolist(), "G": G.tolist()},
        "weights": _by_layer(weights),
        "outputs": _by_layer(each.numpy() for each in outputs),
        "deltas": _by_layer(each.numpy() for each in deltas),
    }


def _by_layer(arrays):
    return {f"layer {number}": each.tolist() for number, each in enumerate(arrays, start=1)}

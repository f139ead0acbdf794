"""Make the known TensorFlow outputs of this assignment: `autograder known batch_norm` writes what this returns."""

import numpy as np
import tensorflow as tf

HOW = (
    "tf.keras.layers.BatchNormalization in float64, with gamma and beta set. Each case has some batches: the outputs of "
    "the layer in training, batch after batch; moving_mean and moving_variance after all of them; the outputs for the "
    "last batch when not in training; and the slopes of the sum of dY times the output of the last batch in training, "
    "by tf.GradientTape. Inputs are drawn by numpy.random.default_rng(17) and rounded to 3 decimals."
)


def cases():
    """Batches of unequal sizes, with a large and a small epsilon; one with a feature that is always the same."""
    rng = np.random.default_rng(17)
    small = _case(rng, sizes=(6, 4, 5), features=3, eps=0.001, momentum=0.99)
    large = _case(rng, sizes=(4, 7), features=5, eps=0.5, momentum=0.75)
    return {"small_epsilon": small, "large_epsilon": large}


def _case(rng, sizes, features, eps, momentum):
    def drawn(*shape, middle=0.0):
        return np.round(rng.normal(middle, 1.5, shape), 3)

    batches = [drawn(size, features, middle=1.0) for size in sizes]
    gamma, beta, dY = drawn(features, middle=2.0), drawn(features), drawn(sizes[-1], features)
    layer = tf.keras.layers.BatchNormalization(epsilon=eps, momentum=momentum, dtype="float64")
    layer.build((None, features))
    layer.gamma.assign(gamma)
    layer.beta.assign(beta)
    outputs = []
    for X in batches:
        X = tf.Variable(X)
        with tf.GradientTape() as tape:
            Y = layer(X, training=True)
            total = tf.reduce_sum(dY * Y) if len(Y) == len(dY) else tf.constant(0.0)
        outputs.append(Y.numpy().tolist())
    slopes = tape.gradient(total, [X, layer.gamma, layer.beta])
    numbers = {"batches": batches, "gamma": gamma, "beta": beta, "dY": dY}
    after = {
        "moving_mean": layer.moving_mean,
        "moving_variance": layer.moving_variance,
        "when_not_in_training": layer(batches[-1], training=False),
        **dict(zip(("dX", "dgamma", "dbeta"), slopes, strict=True)),
    }
    return {
        "eps": eps,
        "momentum": momentum,
        **{name: [each.tolist() for each in value] for name, value in numbers.items()},
        "in_training": outputs,
        **{name: value.numpy().tolist() for name, value in after.items()},
    }

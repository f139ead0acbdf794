"""Make the known TensorFlow outputs of this assignment: `autograder known regularization` writes what this returns."""

import numpy as np
import tensorflow as tf

HOW = (
    "Penalty and slopes of tf.keras.regularizers.L2 by tf.GradientTape, in float64; one step of tf.keras.optimizers.SGD "
    "with weight_decay on a float32 variable; tf.keras.layers.Dropout in training (what it kept is read off an input of "
    "ones with the same seed) with the slopes for its input; tf.keras.callbacks.EarlyStopping on given errors. Inputs are "
    "drawn by numpy.random.default_rng(23) and rounded to 3 decimals."
)


def cases():
    """One part of the lesson each."""
    rng = np.random.default_rng(23)
    return {"l2": _l2(rng), "decay": _decay(rng), "dropout": _dropout(rng), "early_stopping": _early_stopping(rng)}


def _drawn(rng, *shape):
    return np.round(rng.normal(0, 2, shape), 3)


def _l2(rng):
    W, lam = tf.Variable(_drawn(rng, 4, 3)), 0.03
    with tf.GradientTape() as tape:
        penalty = tf.keras.regularizers.L2(lam)(W)
    slopes = tape.gradient(penalty, W)
    return {"W": W.numpy().tolist(), "lam": lam, "penalty": float(penalty), "slopes": slopes.numpy().tolist()}


def _decay(rng):
    W, g = _drawn(rng, 3, 2), _drawn(rng, 3, 2)
    variable = tf.Variable(W, dtype=tf.float32)
    optimizer = tf.keras.optimizers.SGD(learning_rate=0.25, weight_decay=0.5)
    optimizer.apply_gradients([(tf.constant(g, dtype=tf.float32), variable)])
    return {"W": W.tolist(), "g": g.tolist(), "lr": 0.25, "decay": 0.5, "after": variable.numpy().tolist()}


def _dropout(rng):
    H, dY, rate = _drawn(rng, 5, 4), _drawn(rng, 5, 4), 0.375
    keep = tf.keras.layers.Dropout(rate, seed=3)(np.ones((5, 4), dtype=np.float32), training=True).numpy() > 0
    layer = tf.keras.layers.Dropout(rate, seed=3)
    X = tf.Variable(H, dtype=tf.float32)
    with tf.GradientTape() as tape:
        Y = layer(X, training=True)
        total = tf.reduce_sum(tf.constant(dY, dtype=tf.float32) * Y)
    after = layer(X, training=False)
    return {
        "H": H.tolist(),
        "dY": dY.tolist(),
        "rate": rate,
        "keep": keep.tolist(),
        "in_training": Y.numpy().tolist(),
        "after_training": after.numpy().tolist(),
        "slopes": tape.gradient(total, X).numpy().tolist(),
    }


def _early_stopping(rng):
    found = []
    for patience in (1, 2, 3, 4, 3, 2):
        errors = np.round(np.abs(np.linspace(-2, 2, 14)) + rng.uniform(0, 1.5, 14), 1).tolist()
        callback = tf.keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience)
        callback.set_model(tf.keras.Sequential([tf.keras.layers.Dense(1)]))
        callback.on_train_begin()
        callback.model.stop_training = False
        for epoch, error in enumerate(errors):
            callback.on_epoch_end(epoch, {"val_loss": error})
            if callback.model.stop_training:
                break
        found.append({"errors": errors, "patience": patience, "best": callback.best_epoch, "stopped": epoch})
    return found

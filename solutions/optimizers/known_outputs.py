"""Make the known TensorFlow outputs of this assignment: `autograder known optimizers` writes what this returns."""

import numpy as np
import tensorflow as tf

HOW = (
    "Keras optimizers on the error c/2 (p + 2)^2: apply_gradients with the slope c * (p + 2) on a float32 variable, "
    "the variable after each step. Cases 'document_…' have the document's start, -5, learning rate, 0.5, and 16 steps; "
    "the others have three parameters with c of the sizes 1, 1e-4 and 1e-6. Epsilon and the initial accumulator are 0, "
    "and the betas of Adam are exact in float32."
)


def cases():
    """For each optimizer the document's problem and one of three parameters."""
    return {
        f"{problem}_{name}": _case(kind, arguments, **numbers)
        for problem, numbers in {
            "document": {"p": [-5.0], "c": [1.0], "lr": 0.5, "steps": 16},
            "flat": {"p": [-0.75, -3.1, -3.3], "c": [0.8, 1.5e-4, 0.6e-6], "lr": 0.3, "steps": 7},
        }.items()
        for name, kind, arguments in (
            ("momentum", "SGD", {"momentum": 0.5}),
            ("adagrad", "Adagrad", {"initial_accumulator_value": 0.0, "epsilon": 0.0}),
            ("rmsprop", "RMSprop", {"rho": 0.9, "epsilon": 0.0}),
            ("adam", "Adam", {"beta_1": 0.875, "beta_2": 1 - 2**-10, "epsilon": 0.0}),
        )
    }


def _case(kind, arguments, p, c, lr, steps):
    optimizer = getattr(tf.keras.optimizers, kind)(learning_rate=lr, **arguments)
    variable = tf.Variable(p, dtype=tf.float32)
    path = []
    for _ in range(steps):
        optimizer.apply_gradients([(tf.constant(c, dtype=tf.float32) * (variable + 2), variable)])
        path.append(variable.numpy())
    numbers = {"p": p, "c": c, "lr": lr, "steps": steps}
    return {"optimizer": kind, "arguments": arguments, **numbers, "path": np.array(path).tolist()}

"""Make the known TensorFlow outputs of this assignment: `autograder known two_layer` writes what this returns."""

import numpy as np
import tensorflow as tf

HOW = (
    "tf.keras.Sequential of two Dense layers with the given weights and activation, SGD with the given learning rate, "
    "MeanSquaredError; the outputs before the last update and the weights after it. Inputs are drawn by "
    "numpy.random.default_rng(415) and rounded to 3 decimals, except in the cases 'book_…' (the book's own numbers)."
)


def cases():
    """One case an activation on random numbers (a batch of 3, sizes 4-5-2 and others), and the book's programs."""
    generator = np.random.default_rng(415)
    sizes = {"linear": (3, 4, 5, 6), "sigmoid": (4, 3, 6, 5), "tanh": (5, 6, 3, 4), "relu": (6, 5, 4, 3)}
    made = {}
    for activation, (batch, inputs, hidden, outputs) in sizes.items():
        made[activation] = _case(
            activation,
            lr=0.3,
            epochs=5,
            **{
                name: np.round(generator.normal(size=shape), 3)
                for name, shape in [
                    ("I", (batch, inputs)),
                    ("T", (batch, outputs)),
                    ("WH", (inputs, hidden)),
                    ("BH", (1, hidden)),
                    ("WO", (hidden, outputs)),
                    ("BO", (1, outputs)),
                ]
            },
        )
    book = {
        "I": np.array([[0.05, 0.10]]),
        "T": np.array([[0.01, 0.99]]),
        "WH": np.array([[0.15, 0.25], [0.20, 0.30]]),
        "BH": np.array([[0.35, 0.35]]),
        "WO": np.array([[0.40, 0.50], [0.45, 0.55]]),
        "BO": np.array([[0.60, 0.60]]),
    }
    for activation in sizes:
        made[f"book_{activation}"] = _case(activation, lr=0.01, epochs=200, **book)
    return made


def _case(activation, lr, epochs, I, T, WH, BH, WO, BO):
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(WH.shape[0],)),
            tf.keras.layers.Dense(WH.shape[1], activation=activation),
            tf.keras.layers.Dense(WO.shape[1], activation=activation),
        ]
    )
    model.layers[0].set_weights([WH, BH[0]])
    model.layers[1].set_weights([WO, BO[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        outputs = model(I).numpy()
        model.train_on_batch(I, T)
    arrays = {"I": I, "T": T, "WH": WH, "BH": BH, "WO": WO, "BO": BO}
    trained = dict(zip(["O", "WH", "BH", "WO", "BO"], [outputs, *model.get_weights()], strict=True))
    return {
        "activation": activation,
        "lr": lr,
        "epochs": epochs,
        "inputs": {name: array.tolist() for name, array in arrays.items()},
        "outputs": {name: array.tolist() for name, array in trained.items()},
    }

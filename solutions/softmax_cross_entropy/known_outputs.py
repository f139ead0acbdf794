"""Make the known TensorFlow outputs of this assignment: `autograder known softmax_cross_entropy` writes them."""

import numpy as np
import tensorflow as tf

HOW = (
    "tf.keras.Sequential of a Dense layer with the given activation and a Dense layer with softmax, with the given "
    "weights, SGD with the given learning rate, CategoricalCrossentropy; the outputs before the last update and the "
    "weights after it. Inputs are drawn by numpy.random.default_rng(417) and rounded to 3 decimals, targets are "
    "one-hot, except in the cases 'book_…' (the document's own numbers)."
)


def cases():
    """One case an activation on random numbers, with batches and layers of unequal sizes, and the three programs."""
    generator = np.random.default_rng(417)
    sizes = {"sigmoid": (3, 4, 5, 6), "tanh": (5, 3, 4, 7), "relu": (4, 6, 7, 3)}
    book = {
        "I": np.array([[0.05, 0.10]]),
        "T": np.array([[0.0, 1.0]]),
        "WH": np.array([[0.15, 0.25], [0.20, 0.30]]),
        "BH": np.array([[0.35, 0.35]]),
        "WO": np.array([[0.40, 0.50], [0.45, 0.55]]),
        "BO": np.array([[0.60, 0.60]]),
    }
    made = {}
    for activation, (batch, inputs, hidden, classes) in sizes.items():
        shapes = {
            "WH": (inputs, hidden),
            "BH": (1, hidden),
            "WO": (hidden, classes),
            "BO": (1, classes),
        }
        made[activation] = _case(
            activation,
            lr=0.3,
            epochs=5,
            I=np.round(generator.normal(size=(batch, inputs)), 3),
            T=np.eye(classes)[generator.integers(0, classes, size=batch)],
            **{name: np.round(generator.normal(size=shape), 3) for name, shape in shapes.items()},
        )
        made[f"book_{activation}"] = _case(activation, lr=0.01, epochs=200, **book)
    return made


def _case(activation, lr, epochs, I, T, WH, BH, WO, BO):
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(WH.shape[0],)),
            tf.keras.layers.Dense(WH.shape[1], activation=activation),
            tf.keras.layers.Dense(WO.shape[1], activation="softmax"),
        ]
    )
    model.set_weights([WH, BH[0], WO, BO[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.CategoricalCrossentropy())
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

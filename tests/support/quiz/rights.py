"""Other right answers of a small exam."""

import math

from autograder.checks import reference_of, right

reference = reference_of(__file__)


@right("y")
def rounded():
    return round(reference.y, 4)


@right("y", call="y")
def cut_off():
    return math.trunc(round(reference.y * 1e4, 6)) / 1e4


@right("neuron")
def row_by_row(X, w):
    import numpy as np

    outputs = []
    for row in X:
        z = sum(a * b for a, b in zip(row, w, strict=True))
        outputs.append(math.tanh(z) if reference.activation == "tanh" else 1 / (1 + math.exp(-z)))
    return np.array(outputs)

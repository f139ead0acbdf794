"""Make the known TensorFlow outputs of this assignment: `autograder known autograd` writes what this returns."""

import tensorflow as tf

HOW = (
    "Formulas of the letters a and b, computed with tf.Variable of float64; the slopes are those of tf.GradientTape. "
    "The functions of a case compute what its formula says."
)

FORMULAS = {
    "reuse": ("a * b + a * a", {"a": 1.5, "b": -0.75}, lambda a, b: a * b + a * a),
    "quotient": ("(a - b) / (a * b + 4)", {"a": -1.25, "b": 0.5}, lambda a, b: (a - b) / (a * b + 4)),
    "powers": ("(a + 2) ** 3 - 5 / b ** 2", {"a": 0.5, "b": -1.5}, lambda a, b: (a + 2) ** 3 - 5 / b**2),
    "functions": (
        "(a * b).tanh().exp() - (a - b).relu()",
        {"a": 0.75, "b": -0.5},
        lambda a, b: tf.exp(tf.tanh(a * b)) - tf.nn.relu(a - b),
    ),
    "relu_at_zero": ("(a - b).relu() + a * b", {"a": 2.0, "b": 2.0}, lambda a, b: tf.nn.relu(a - b) + a * b),
    "neuron": (
        "((a * 0.75 - b * 2 + 0.25).tanh() - 1) ** 2",
        {"a": -0.5, "b": 0.25},
        lambda a, b: (tf.tanh(a * 0.75 - b * 2 + 0.25) - 1) ** 2,
    ),
}


def cases():
    """For each formula its value and its slopes."""
    return {name: _case(*each) for name, each in FORMULAS.items()}


def _case(formula, numbers, function):
    letters = {name: tf.Variable(number, dtype=tf.float64) for name, number in numbers.items()}
    with tf.GradientTape() as tape:
        value = function(**letters)
    slopes = tape.gradient(value, letters)
    return {
        "formula": formula,
        "numbers": numbers,
        "value": float(value),
        "slopes": {name: float(slope) for name, slope in slopes.items()},
    }

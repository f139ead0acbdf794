"""Checks of a small exam."""

import numpy as np

from autograder.checks import assert_agrees, by_hand, check, choice, reference_of, word, wrong

reference = reference_of(__file__)
x, w, t, eta = reference.x, reference.w, reference.t, reference.eta

y = by_hand(
    "y",
    points=10,
    sentence="y is the weighted sum of the inputs",
    decimals=4,
    answer=lambda: w[0] * x[0] + w[1] * x[1],
    wrongs={
        "weights-swapped": (lambda: w[1] * x[0] + w[0] * x[1], "Each weight goes with its own input."),
        "one-product": (lambda: w[0] * x[0], "The second product is missing."),
    },
)
gradient = by_hand(
    "gradient",
    points=20,
    sentence="gradient is the error times the input",
    decimals=4,
    uses={"y": reference.y},
    answer=lambda y: (y - t) * x[0],
    wrongs={
        "sign": (lambda y: (t - y) * x[0], "The error is y - t, not t - y."),
        "other-input": (lambda y: (y - t) * x[1], "The input of this weight is x_0."),
        "no-input": (lambda y: y - t, "The input is missing."),
    },
)
new_weight = by_hand(
    "new_weight",
    points=20,
    sentence="new_weight is one step down the gradient",
    decimals=4,
    uses={"gradient": reference.gradient},
    answer=lambda gradient: w[0] - eta * gradient,
    wrongs={
        "uphill": (lambda gradient: w[0] + eta * gradient, "The step goes down: subtract it."),
        "no-rate": (lambda gradient: w[0] - gradient, "The learning rate is missing."),
    },
)
rule_answer = choice(
    "rule_answer",
    points=10,
    sentence="the gradient with respect to a weight is chosen",
    options=reference.rule,
    answer="error times input",
    wrongs={
        "error times weight": "That is the gradient with respect to the input.",
        "input times weight": "The error is missing.",
    },
)
TOPICS = {
    "momentum": (
        ["momentum", "momentum coefficient"],
        {"inertia": "That is the picture; the number has another name."},
    ),
    "epoch": (["epoch", "one epoch"], {"iteration": "An iteration is one batch."}),
}
word_answer = word(
    "word_answer",
    points=10,
    sentence="the word is found",
    answers=TOPICS[reference.topic["name"]][0],
    wrongs=TOPICS[reference.topic["name"]][1],
)


@check("neuron", points=30)
def neuron_is_right(student, draw):
    """neuron(X, w) is your activation of the weighted sum of each row"""
    batch, inputs = draw.sizes(2)
    assert_agrees(student.neuron, reference.neuron, draw.normal(batch, inputs), draw.normal(inputs), of="neuron(X, w)")


@wrong("neuron", "The activation is missing.")
def linear(X, w):
    return X @ w


@wrong("neuron", "That is another activation than yours.")
def other_activation(X, w):
    return 1 / (1 + np.exp(-(X @ w))) if reference.activation == "tanh" else np.tanh(X @ w)

"""Ten hidden checks of the small assignment."""

import numpy as np

from autograder.checks import assert_agrees, check, reference_of, wrong

reference = reference_of(__file__)


def layer(draw):
    batch, inputs, nodes = draw.sizes(3)
    return draw.normal(batch, inputs), draw.normal(inputs, nodes), draw.normal(nodes)


@check("linear", points=1)
def linear_of_the_example(student):
    """linear gives the sums of the example"""
    assert_agrees(student.linear, reference.linear, reference.X, reference.W, reference.b, of="linear(X, W, b)")


@check("linear", points=1)
def linear_of_any_batch(student, draw):
    """linear gives the sums of any batch"""
    assert_agrees(student.linear, reference.linear, *layer(draw), of="linear(X, W, b)")


@check("sigmoid", points=1)
def sigmoid_of_an_array(student, draw):
    """sigmoid is right for an array"""
    assert_agrees(student.sigmoid, reference.sigmoid, draw.normal(5), of="sigmoid(z)")


@check("sigmoid", points=1)
def sigmoid_of_a_batch(student, draw):
    """sigmoid is right for a batch"""
    assert_agrees(student.sigmoid, reference.sigmoid, draw.normal(*draw.sizes(2)), of="sigmoid(z)")


@check("error", points=1)
def error_of_one_row(student, draw):
    """error is right for one row"""
    O = draw.normal(1, 4)
    assert_agrees(student.error, reference.error, O, O + 1.5 + draw.uniform(1, 4), of="error(O, T)")


@check("error", points=1)
def error_of_any_batch(student, draw):
    """error is the mean over all entries of any batch"""
    O = draw.normal(*draw.sizes(2))
    assert_agrees(student.error, reference.error, O, O + 1.5 + draw.uniform(*O.shape), of="error(O, T)")


@check("step", points=1)
def step_of_the_example(student):
    """step is right for the example"""
    args = reference.X, reference.W, reference.b, reference.T, 0.5
    assert_agrees(student.step, reference.step, *args, of="step(…)", parts=("W", "b"))


@check("step", points=1, uses=("linear", "sigmoid"))
def step_of_any_batch(student, draw):
    """step is right for any batch"""
    X, W, b = layer(draw)
    args = X, W, b, draw.uniform(len(X), len(b)), draw.number(0.5, 2)
    assert_agrees(student.step, reference.step, *args, of="step(…)", parts=("W", "b"))


@check("step", points=1, uses=("linear", "sigmoid"))
def step_of_one_row(student, draw):
    """step is right for one row"""
    X, W, b = layer(draw)
    args = X[:1], W, b, draw.uniform(1, len(b)), draw.number(0.5, 2)
    assert_agrees(student.step, reference.step, *args, of="step(…)", parts=("W", "b"))


@check("step", points=1, uses=("linear", "sigmoid"))
def two_steps(student, draw):
    """two steps, one after the other, are right"""
    X, W, b = layer(draw)
    T, lr = draw.uniform(len(X), len(b)), draw.number(0.5, 2)
    for _ in range(2):
        assert_agrees(student.step, reference.step, X, W, b, T, lr, of="step(…)", parts=("W", "b"))
        W, b = reference.step(X, W, b, T, lr)


@wrong("linear", "The bias is missing.")
def bias_missing(X, W, b):
    return X @ W


@wrong("error", "The squares are summed; they have to be averaged.")
def summed(O, T):
    return ((O - T) ** 2).sum()


@wrong("step", "The step goes uphill: the gradient has to be subtracted.")
def uphill(X, W, b, T, lr):
    new_W, new_b = reference.step(X, W, b, T, -lr)
    return new_W, new_b


@wrong("sigmoid", "The minus sign in the exponent is missing.")
def sign_missing(z):
    return 1 / (1 + np.exp(z))

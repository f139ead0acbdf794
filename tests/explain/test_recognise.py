"""Mistakes that are recognised from the numbers alone."""

from typing import Any

import numpy as np
import pytest

from autograder.asserts.compare import Failure
from autograder.explain.recognise import Pair, recognise

GENERATOR = np.random.default_rng(7)


def gradient(X: np.ndarray, delta: np.ndarray, lr: float) -> np.ndarray:
    return X.T @ delta / len(X)


CALLS = [
    (GENERATOR.normal(size=(batch, 3)), GENERATOR.normal(size=(batch, 4)), rate) for batch, rate in ((5, 0.3), (7, 0.2))
]


def recognised(wrong: Any) -> str:
    pairs = [Pair(wrong(*args), gradient(*args), gradient, list(args)) for args in CALLS]
    found = recognise(Failure("wrong"), pairs)
    return found.name if found else ""


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (lambda X, delta, lr: gradient(X, delta, lr).T, "transposed"),
        (lambda X, delta, lr: -gradient(X, delta, lr), "sign"),
        (lambda X, delta, lr: 2 * gradient(X, delta, lr), "twice"),
        (lambda X, delta, lr: gradient(X, delta, lr) / 2, "half"),
        (lambda X, delta, lr: X.T @ delta, "mean-missing"),
        (lambda X, delta, lr: X.T @ delta / len(X) ** 2, "mean-twice"),
        (lambda X, delta, lr: X.T @ delta / 2, "half-for-mean"),
        (lambda X, delta, lr: lr * gradient(X, delta, lr), "factor-too-many"),
        (lambda X, delta, lr: gradient(X, delta, lr) / lr, "factor-missing"),
        (lambda X, delta, lr: 3.5 * gradient(X, delta, lr), "factor"),
        (lambda X, delta, lr: gradient(X, delta, lr).sum(axis=0), "sum-too-many"),
        (lambda X, delta, lr: gradient(X, delta, lr) + 1, ""),
        (lambda X, delta, lr: gradient(X, delta, lr)[:, 0], ""),
        (lambda X, delta, lr: 1.001 * gradient(X, delta, lr), ""),
        (lambda X, delta, lr: -0.998 * gradient(X, delta, lr), ""),
        (lambda X, delta, lr: gradient(X, delta, lr)[None], ""),
        (lambda X, delta, lr: None, ""),
        (lambda X, delta, lr: "text", ""),
    ],
)
def test_what_explains_every_call_is_named(wrong: Any, name: str) -> None:
    assert recognised(wrong) == name


def test_the_sentence_says_how_much_and_why() -> None:
    pairs = [Pair(X.T @ delta, gradient(X, delta, lr), gradient, [X, delta, lr]) for X, delta, lr in CALLS]
    found = recognise(Failure("wrong"), pairs)
    assert found is not None
    assert found.advice == "Every entry is 5 times too large, and X has 5 rows: the mean over the rows is missing."


def test_a_mistake_that_explains_one_call_only_is_not_named() -> None:
    right = gradient(*CALLS[0])
    assert recognise(Failure("wrong"), [Pair(-right, right), Pair(right + 1, right)]) is None


@pytest.mark.parametrize(
    ("found", "expected", "name"),
    [
        (np.array([9.0, 1, 2, 3]), np.array([1.0, 2, 3, 4]), "one-step-late"),
        (np.array([2.0, 3, 4, 5]), np.array([1.0, 2, 3, 4]), "one-step-early"),
        (np.full(4, 4.0), np.array([1.0, 2, 3, 4]), "same-every-time"),
        (np.array([[1.0, 3], [2, 4]]), np.array([4.0, 6]), "sum-missing"),
        (np.arange(9.0).reshape(3, 3), np.array([7.0, 8, 1]), "broadcast"),
    ],
)
def test_what_the_failure_alone_tells(found: Any, expected: Any, name: str) -> None:
    assert recognise(Failure("wrong", found, expected), [])[:1] == (name,)


def test_an_axis_of_one_that_was_kept_is_no_missing_sum() -> None:
    row = np.array([[4.0, 6.0]])
    assert recognise(Failure("wrong", row, row[0]), []) is None
    assert recognise(Failure("wrong", row.T, row[0]), []) is None


def test_an_overflow_is_recognised_by_large_inputs() -> None:
    x = np.array([1000.0, 1001.0])
    pair = Pair(np.array([np.nan, np.nan]), np.array([0.27, 0.73]), np.exp, [x])
    assert recognise(Failure("wrong"), [pair])[:1] == ("overflow",)
    assert recognise(Failure("wrong"), [Pair(pair.found, pair.expected, np.exp, [x / 1000])]) is None


def test_one_entry_that_is_not_zero_tells_no_factor() -> None:
    right = np.array([0.0, 0.0, 3.0, 0.0])
    assert recognise(Failure("wrong"), [Pair(7 * right, right)]) is None


def test_several_numbers_tell_a_factor_and_one_does_not() -> None:
    right = [np.array(2.5), np.array(-7.0)]
    assert recognise(Failure("wrong"), [Pair(each / 2, each) for each in right])[:1] == ("half",)
    assert recognise(Failure("wrong"), [Pair(right[0] / 2, right[0])]) is None
    assert recognise(Failure("wrong"), [Pair(1e-15 * each, each) for each in right]) is None
    table = np.array([[1.0, 3.0]])
    assert recognise(Failure("wrong"), [Pair(3 * table, table), Pair(3 * right[0], right[0])])[:1] == ("factor",)


def test_a_mean_of_one_axis_is_not_said_to_be_over_the_rows() -> None:
    D = GENERATOR.normal(size=(4, 3))
    pairs = [Pair(D.mean(axis=axis), np.asarray(D.mean())) for axis in (0, 1)]
    for pair in pairs:
        found = recognise(Failure("wrong"), [pair])
        assert found is not None
        assert found == ("mean-missing", "There is a number for each of several yet: the mean of these is missing.")


def test_two_items_for_one_are_no_missing_sum() -> None:
    assert recognise(Failure("wrong"), [Pair(np.array([2.5, 0.0]), np.array([2.5]))]) is None


def moved(W: np.ndarray, G: np.ndarray, lr: float) -> np.ndarray:
    return W - lr * G


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (lambda W, G, lr: W, "unchanged"),
        (lambda W, G, lr: W + lr * G, "step-reversed"),
        (lambda W, G, lr: W - 3 * lr * G, "step-factor"),
        (lambda W, G, lr: G - lr * G, ""),
        (lambda W, G, lr: W - 0.998 * lr * G, ""),
    ],
)
def test_a_step_is_looked_at(wrong: Any, name: str) -> None:
    calls = [(X, X + 1, lr) for X, _, lr in CALLS]
    pairs = [Pair(wrong(*args), moved(*args), moved, list(args)) for args in calls]
    found = recognise(Failure("wrong"), pairs)
    assert (found.name if found else "") == name
    if found:
        assert "`W`" in found.advice


def test_an_axis_of_one_is_no_missing_sum() -> None:
    right = np.array([1.0, 2.0, 4.0])
    assert recognise(Failure("wrong"), [Pair(right[None], right)]) is None

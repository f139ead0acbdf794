"""Answers beside each other: when two exceptions are the same."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.explain.answers import answer_of, same_answer, same_but_for_ones
from autograder.sandbox.inside.protocol import Raised
from autograder.sandbox.messages import NOT_SHOWN
from autograder.sandbox.student import Logged


@pytest.mark.parametrize(
    ("found", "answer", "is_same"),
    [
        ("operands could not be broadcast together with shapes (3,5) (5,2)", "", True),
        ("operands could not be broadcast together with shapes … …", "", True),
        ("matmul: Input operand 1 has a mismatch", "", False),
        ("not done yet", "", False),
        ("", "", False),
        (NOT_SHOWN, "", False),
        ("operands could not be broadcast together with shapes (3,5) (5,2)", "index 3 is out of bounds", False),
    ],
)
def test_two_exceptions_are_the_same_with_the_same_message(found: str, answer: str, is_same: bool) -> None:
    answer = answer or "operands could not be broadcast together with shapes (3,5) (5,2)"
    assert same_answer(Raised("ValueError", found), Raised("ValueError", answer)) is is_same
    assert not same_answer(Raised("TypeError", found), Raised("ValueError", answer))


def test_an_exception_of_ours_keeps_its_message() -> None:
    def stops(x: float) -> float:
        raise ValueError(f"no  root\nof {x}")

    assert answer_of(stops, Logged("root", [-1.0], {}, None)) == Raised("ValueError", "no root of -1.0")


def test_axes_of_one_make_no_difference() -> None:
    found, answer = ([np.array([2.5])], [np.array(7.0)]), (np.array([2.5]), np.array([7.0]))
    assert same_but_for_ones(found, answer)
    assert not same_but_for_ones(found, (np.array([2.5]), np.array([7.5])))
    assert not same_but_for_ones(found, (np.array([2.5, 2.5]), np.array([7.0])))

"""Answers in several forms, as the arrays that are compared."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.checks import Failure, as_array, as_row, in_parts

ROW = np.array([1.0, 2.0, 3.0])


@pytest.mark.parametrize("value", [ROW, [1, 2, 3], (1.0, 2, np.float32(3)), [np.array(1), 2, 3]])
def test_an_array_of_any_form(value: Any) -> None:
    assert as_array(value, of="x", shape=(3,)).tolist() == [1, 2, 3]


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        ([[1, 2], [3]], "x has parts of different shapes"),
        ([[1, True]], "x is True, but should be a number or an array: return numbers, for instance with dtype=int"),
        (["a"], "x is 'a', but should be a number or an array"),
        ([1, 2], "x has shape (2,), but should have (3,)"),
    ],
)
def test_what_is_no_such_array(value: Any, cause: str) -> None:
    with pytest.raises(Failure) as caught:
        as_array(value, of="x", shape=(3,))
    assert caught.value.cause == cause


@pytest.mark.parametrize("value", [ROW, ROW[:, None], ROW[None], [1, np.array([2]), np.array([[3]])]])
def test_a_row_of_any_form(value: Any) -> None:
    assert as_row(value, 3, of="w").tolist() == [1, 2, 3]


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        (np.ones((2, 3)), "w has shape (2, 3), but should be 6 numbers in a row"),
        ([1, [2, 3]], "w has 2 entries, but should have 1"),
        ([1, 2], "w has 2 entries, but should have 6"),
    ],
)
def test_what_is_no_such_row(value: Any, cause: str) -> None:
    with pytest.raises(Failure) as caught:
        as_row(value, 6, of="w")
    assert caught.value.cause == cause


@pytest.mark.parametrize("returned", [(ROW, [4, 5]), [[1, 2, 3], np.array([4, 5])]])
def test_parts_become_arrays(returned: Any) -> None:
    first, second = in_parts(lambda: returned, "moves", "order", of="f()")()
    assert (first.tolist(), second.tolist()) == ([1, 2, 3], [4, 5])


def test_a_missing_part_is_told() -> None:
    with pytest.raises(Failure) as caught:
        in_parts(lambda: np.ones((3, 2)), "moves", "order", of="f()")()
    assert caught.value.cause.endswith("of 3 values, but should be 2 values")

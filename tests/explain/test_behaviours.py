"""Mutants of behaviour: each is wrong in the way that its name says, and right elsewhere."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.explain.behaviours import behaviours_of


def line(a: float, x: Any, times: int = 2) -> Any:
    return a * np.asarray(x) + times


ALL = {each.change: each for each in behaviours_of(line, {"a": 0.5, "x": np.array([1.0])})}


def test_each_argument_and_the_result_are_spoiled() -> None:
    assert {"a: its absolute value", "x: its first row only", "times: its default", "a: the example's"} <= ALL.keys()
    assert {"result: squeezed", "result: of the dtype of x", "result: right in the first call only"} <= ALL.keys()
    assert "times: the example's" not in ALL


@pytest.mark.parametrize(
    ("change", "args", "found"),
    [
        ("a: its absolute value", (-1.5, [2.0]), [5.0]),
        ("a: its absolute value", (1.5, [2.0]), [5.0]),
        ("a: at most 1", (1.5, [2.0]), [4.0]),
        ("a: the example's", (7.0, [2.0]), [3.0]),
        ("x: cut to whole numbers", (1.0, [2.7, -2.7]), [4.0, 0.0]),
        ("x: rounded to 2 decimals", (1.0, [0.126]), [2.13]),
        ("x: its first row only", (1.0, [1.0, 2.0]), [3.0]),
        ("x: its order reversed", (1.0, [1.0, 2.0]), [4.0, 3.0]),
        ("times: at most 100", (1.0, [1.0], 1000), [101.0]),
        ("times: its default", (1.0, [1.0], 1000), [3.0]),
        ("result: squeezed", (1.0, [[1.0, 2.0]]), [3.0, 4.0]),
        ("result: from 0 to 6", (1.0, [-9.0, 1.0, 9.0]), [0.0, 3.0, 6.0]),
        ("result: rounded to 3 decimals", (1.0, [0.1266]), [2.127]),
        ("result: its largest entry 0", (1.0, [1.0, 5.0]), [3.0, 0.0]),
        ("result: with one axis more", (1.0, [1.0]), [[3.0]]),
    ],
)
def test_what_it_gives(change: str, args: tuple[Any, ...], found: list[Any]) -> None:
    np.testing.assert_allclose(ALL[change].make()(*args), found)
    given = ALL[change].make()(*args)
    assert np.shape(given) == np.shape(found)


def test_whole_numbers_cut_the_result() -> None:
    answer = ALL["result: of the dtype of x"].make()
    np.testing.assert_allclose(answer(0.5, np.array([1, 2, 3])), [2.0, 3.0, 3.0])
    np.testing.assert_allclose(answer(0.5, np.array([1.0, 2.0, 3.0])), [2.5, 3.0, 3.5])


def test_what_is_right_once_is_made_anew_each_time() -> None:
    behaviour = ALL["result: right in the first call only"]
    for _ in range(2):
        answer = behaviour.make()
        assert [answer(1.0, [1.0])[0], answer(1.0, [1.0])[0]] == [3.0, 0.0]

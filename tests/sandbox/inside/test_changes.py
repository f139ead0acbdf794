"""What a call changes in its arguments is seen, and written into others."""

from typing import Any

import numpy as np
import pytest

from autograder.sandbox.inside.changes import changed, copies, write_into


@pytest.mark.parametrize(
    ("arg", "change"),
    [
        (np.ones(2), "arg[0] = 2"),
        ([np.ones(2)], "arg[0][0] = 2"),
        ([1, 2], "arg.append(3)"),
        ([1, 2], "arg.pop()"),
        ({"W": np.ones(2)}, "arg['W'] -= 1"),
        ({"W": np.ones(2)}, "arg['W'] = arg['W'][:1]"),
        ({"W": np.ones(2)}, "arg['W'] = arg['W'].astype(int) * 2"),
        ({"W": np.ones(2)}, "arg['b'] = np.zeros(2)"),
        ({"W": np.ones(2), "b": np.ones(1)}, "del arg['b']"),
        ({"layer": {"W": [np.ones(2)]}}, "arg['layer']['W'][0][1] = 3"),
    ],
)
def test_a_change_is_seen_and_written(arg: Any, change: str) -> None:
    before, own = copies([arg, arg])
    exec(change, {"arg": arg, "np": np})
    assert changed([before], [arg]) == [0]
    write_into(own, arg)
    assert changed([own], [arg]) == []


def test_an_array_stays_the_same_array() -> None:
    own = {"W": np.ones(2)}
    W = own["W"]
    write_into(own, {"W": np.zeros(2)})
    assert own["W"] is W
    assert W.tolist() == [0, 0]


def test_nothing_is_changed() -> None:
    args = [np.ones(2), {"W": [1, (2, np.ones(1))]}, "text", None]
    assert changed(copies(args), args) == []

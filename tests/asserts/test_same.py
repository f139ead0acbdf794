"""Which values are the same: up to rounding, in whatever form."""

import numpy as np

from autograder.asserts.same import are_zeros, same_values
from autograder.sandbox.inside.values import Opaque

EXPECTED = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])


def test_same_values() -> None:
    assert same_values((EXPECTED, [1]), [EXPECTED * (1 + 1e-7), (1,)])
    assert not same_values(EXPECTED, EXPECTED.T)
    assert not same_values(EXPECTED, EXPECTED + 0.01)
    assert same_values(np.array([1, 1, -2]), (1.0, 1, -2))
    assert same_values(" A", "a")
    assert not same_values("a", "b")
    assert not same_values(np.array([True]), np.array([1]))
    assert not same_values([1, [2]], np.ones(2))
    assert not same_values(Opaque("f"), 1)
    assert not same_values({"a": 1}, {"b": 1})
    assert not same_values(Opaque("f"), Opaque("f"))
    assert not same_values((1, Opaque("f")), (1, Opaque("f")))
    assert not same_values(frozenset({Opaque("f")}), frozenset({Opaque("f")}))
    assert same_values(frozenset({1, 2.0}), frozenset({2, 1 + 1e-9}))
    assert not same_values(frozenset({1, 2}), frozenset({1, 3}))
    assert not same_values(frozenset({1, 2}), (1, 2))
    assert not same_values(frozenset({"a"}), frozenset({1}))


def test_what_is_nothing_but_zeros() -> None:
    assert are_zeros(np.zeros((2, 3)))
    assert are_zeros([0, 0.0])
    assert not any(map(are_zeros, (EXPECTED, [0, 1e-9], np.empty(0), np.zeros(2, bool), "0", None)))

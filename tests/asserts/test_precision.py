"""Where the tolerance lies: an honest computation is accepted in any precision and in any form of its inputs."""

from __future__ import annotations

import collections
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.asserts.compare import Failure, assert_agrees, assert_close
from autograder.asserts.precision import conditioning_of, copied, tolerance
from autograder.errors import Unclear

Point = collections.namedtuple("Point", "W b")


def affine(p: Any, x: np.ndarray) -> np.ndarray:
    return p["W"] @ x + p["b"]


def in_float32(p: Any, x: np.ndarray) -> np.ndarray:
    return p["W"].astype(np.float32) @ x.astype(np.float32) + p["b"].astype(np.float32)


@pytest.mark.parametrize("seed", range(40))
def test_an_honest_float32_answer_from_parameters_in_a_dictionary_is_accepted(seed: int) -> None:
    """For a row of whole numbers 7 of 40 were refused: no input stood where it was moved."""
    draw = np.random.default_rng(seed)
    p, x = {"W": draw.normal(size=(30, 20)), "b": draw.normal(size=30)}, draw.integers(-5, 6, size=20)
    assert_agrees(in_float32, affine, p, x, of="affine(p, x)")
    with pytest.raises(Failure):
        assert_agrees(lambda p, x: affine(p, x) + 1e-3, affine, p, x, of="affine(p, x)")


FORMS: dict[str, Callable[[Any, Any], Any]] = {
    "dictionary": lambda W, b: {"W": W, "b": b},
    "ordered dictionary": lambda W, b: collections.OrderedDict(W=W, b=b),
    "list": lambda W, b: [W, b],
    "tuple": lambda W, b: (W, b),
    "named tuple": lambda W, b: Point(W, b),
    "layers": lambda W, b: [{"layer": (W, b)}],
}


@pytest.mark.parametrize("form", FORMS)
def test_the_conditioning_is_the_same_in_whatever_form_parameters_come(form: str) -> None:
    W, b, x = np.array([[1.0, 2.0]]), np.array([-3.0]), np.array([1.0, 1.0])
    seen: list[type] = []

    def parts(p: Any) -> Any:
        seen.append(type(p))
        if isinstance(p, dict):
            return p["W"], p["b"]
        return p if len(p) == 2 else p[0]["layer"]

    def of_parts(p: Any, x: Any) -> Any:
        W, b = parts(p)
        return W @ x + b

    plain = conditioning_of(lambda W, b, x: W @ x + b, [W, b, x], [])
    nested = conditioning_of(of_parts, [FORMS[form](W, b), x], [])
    np.testing.assert_array_equal(plain, nested)
    assert {*seen} == {type(FORMS[form](W, b))}
    assert plain[0] > 1


def test_moving_the_inputs_leaves_them_as_they_are() -> None:
    def spoils(p: dict[str, Any], n: int) -> Any:
        assert n == 3
        p["W"] += 1
        p["counts"] += 1
        return p["W"].sum()

    p = {"W": np.ones(3), "counts": np.ones(2, int), "name": "adam", "flag": True, "none": None}
    before = copied([p])[0]
    conditioning_of(spoils, [p, 3], [])
    assert_agrees(lambda p, n: 6.0, spoils, p, 3, of="spoils(p)")
    assert all(np.array_equal(p[key], before[key]) for key in p)


@pytest.mark.parametrize("given", ["float64", "float32", "float16", "int64", "list", "nested tuple", "longdouble"])
@pytest.mark.parametrize("shape", [(), (1,), (4,), (1, 3), (3, 1), (2, 3), (2, 1, 3), (0,), (0, 3)])
def test_right_answers_of_any_form_are_accepted(given: str, shape: tuple[int, ...]) -> None:
    whole = np.arange(1, 1 + int(np.prod(shape))).reshape(shape)
    forms: dict[str, Any] = {"list": whole.tolist(), "nested tuple": as_tuple(whole.tolist())}
    found = forms[given] if given in forms else whole.astype(given)
    if given == "longdouble":
        found = found.astype(float)  # as it crosses
    if whole.size or given not in forms:  # a list of nothing has no second axis
        assert_close(found, whole.astype(float), of="f(x)")
        assert_agrees(lambda _: found, lambda _: whole.astype(float), 1.0, of="f(x)")


def as_tuple(value: Any) -> Any:
    return tuple(map(as_tuple, value)) if isinstance(value, list) else value


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_the_tolerance_does_not_go_by_the_dtype_of_the_answer(dtype: str) -> None:
    """In float16 `W` passed as `W - 0.01 * g`: the tolerance was 3 %, and no entry here moves by as much."""
    draw = np.random.default_rng(0)
    W, g = draw.uniform(1, 2, size=(4, 3)), draw.uniform(1, 2, size=(4, 3))

    def step(W: np.ndarray, g: np.ndarray) -> np.ndarray:
        return W - 0.01 * g

    with pytest.raises(Failure):
        assert_agrees(lambda W, g: W.astype(dtype), step, W, g, of="step(W, g)")
    with pytest.raises(Failure):
        assert_close(W.astype(dtype), step(W, g), of="step(W, g)")


def test_a_check_may_ask_for_float16() -> None:
    draw = np.random.default_rng(0)
    x, y = draw.normal(size=20), draw.normal(size=20)

    def product(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        return x * y

    def halved(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        return x.astype(np.float16) * y.astype(np.float16)

    assert_agrees(halved, product, x, y, of="product(x, y)", precision="float16")
    assert_close(halved(x, y), product(x, y), of="product(x, y)", precision="float16")
    with pytest.raises(Failure):
        assert_agrees(halved, product, x, y, of="product(x, y)")
    with pytest.raises(Failure):
        assert_agrees(lambda x, y: 1.1 * x * y, product, x, y, of="product(x, y)", precision="float16")


def test_in_float16_a_tolerance_of_more_than_a_tenth_of_the_largest_entry_tells_nothing() -> None:
    """That of x - 1 is 32 roundings of x: 14 percent of 0.3, and 8 percent of 0.6."""

    def less_one(x: np.ndarray) -> np.ndarray:
        return x - 1.0

    def compare(*x: float) -> None:
        given = np.array(x)
        assert_agrees(lambda x: less_one(x) + 0.02, less_one, given, of="less_one(x)", precision="float16")

    with pytest.raises(Unclear, match=r"^the inputs of less_one\(x\) are too ill-conditioned to tell right from"):
        compare(1.3)
    compare(1.6)
    compare(1.3, 1.6)


def test_the_tolerance_is_32_roundings() -> None:
    assert tolerance(np.array(2.0), 0.0) == 64 * np.finfo(np.float32).eps
    assert tolerance(np.array(2.0), 8.0) == 256 * np.finfo(np.float32).eps
    assert tolerance(np.array(-2.0), 0.0, "float16") == 64 * np.finfo(np.float16).eps


@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan])
def test_a_reference_that_is_not_finite_is_unclear(value: float) -> None:
    """Nobody could be right: other inputs are drawn."""
    expected = np.array([1.0, value])
    with pytest.raises(Unclear, match=r"the right value of f\(x\) is not finite"):
        assert_close(np.ones(2), expected, of="f(x)")
    for found in (np.ones(2), expected, None, "x"):
        with pytest.raises(Unclear):
            assert_agrees(lambda _, found=found: found, lambda _: expected, 1.0, of="f(x)")
        with pytest.raises(Unclear):
            assert_agrees(lambda _, f=found: f, lambda _: (1.0, expected), 1.0, of="f(x)", parts=("a", "b"))


def test_a_reference_that_is_not_finite_nearby_is_unclear() -> None:
    def near_the_edge(x: float) -> float:
        return float(np.sqrt(1 - x)) if x <= 1 else float("nan")

    with pytest.raises(Unclear, match="too ill-conditioned"):
        assert_agrees(lambda x: 1e-3, near_the_edge, 1.0 - 1e-9, of="f(x)")


def test_several_values_may_come_under_names() -> None:
    def gradients(W: np.ndarray) -> dict[str, Any]:
        return {"dW": 2 * W, "db": W.sum()}

    W = np.array([1.0, 2.0])
    case: dict[str, Any] = {"of": "gradients(W)", "parts": ("dW", "db")}
    assert_agrees(lambda W: {"db": W.sum(), "dW": 2 * W}, gradients, W, **case)
    for found, cause in (
        ({"dW": 2 * W, "db": 4.0}, "db of gradients(W) = 4, which is not the right value"),
        ({"dW": 2 * W}, "gradients(W) has the keys 'dW', but should have 'dW', 'db'"),
        ({}, "gradients(W) has no keys, but should have 'dW', 'db'"),
        (
            [2 * W, 3.0],
            "gradients(W) is the list [array([2.0, 4.0]), 3.0], but should be a dictionary with the keys 'dW', 'db'",
        ),
    ):
        with pytest.raises(Failure) as caught:
            assert_agrees(lambda W, found=found: found, gradients, W, **case)
        assert caught.value.cause == cause


def test_whole_numbers_are_moved_too_unless_they_may_be_labels() -> None:
    """A sum that cancels is not 0 in another order of its terms."""

    def cancels(x: np.ndarray) -> np.ndarray:
        return 0.1 * x[:1] + 0.2 * x[1:2] - 0.3 * x[2:]

    (moved,) = conditioning_of(cancels, [np.array([-1, -1, -1])], [])
    assert moved[0] > 0.1
    (still,) = conditioning_of(cancels, [np.array([1, 1, 1])], [])
    assert still[0] == 0

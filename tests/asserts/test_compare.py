"""Comparisons: the texts that students read, the order kind-shape-dtype-value, and where the tolerance lies."""

import contextlib
import tracemalloc
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.asserts.compare import (
    Failure,
    as_letters,
    as_numbers,
    as_parts,
    asking_on,
    assert_agrees,
    assert_close,
    assert_equal,
)
from autograder.asserts.describe import describe
from autograder.asserts.same import numbers_of, same_values
from autograder.errors import GraderFault
from autograder.explain.recognise import Pair, recognise
from autograder.sandbox.inside.values import Exact, Opaque

EXPECTED = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])


@pytest.mark.parametrize(
    ("found", "cause"),
    [
        (None, "f(x) is None (is a return missing?), but should be a number or an array"),
        ([1.0, 2.0], "f(x) has shape (2,), but should have (2, 3)"),
        ([1.0, "two"], "f(x) is the list [1.0, 'two'], but should be an array of numbers"),
        ([[1.0, 2.0], [3.0]], "f(x) is the list [[1.0, 2.0], [3.0]], but should be an array of numbers"),
        ([True, False], "f(x) is the list [True, False], but should be an array of numbers"),
        ("1", "f(x) is '1', but should be a number or an array"),
        (
            EXPECTED > 2,
            "f(x) is an array of dtype bool with shape (2, 3), but should be an array of numbers: "
            "return numbers, for instance with dtype=int",
        ),
        (Opaque("Sequential"), "f(x) is a Sequential, but should be an array of numbers"),
        (
            Opaque("array", "an array of dtype object"),
            "f(x) is an array of dtype object, but should be an array of numbers",
        ),
        (EXPECTED.T, "f(x) has shape (3, 2), but should have (2, 3)"),
        (7.0, "f(x) has shape (), but should have (2, 3)"),
        (np.where(EXPECTED == 4, np.nan, EXPECTED), "f(x)[1, 0] is not a number (nan)"),
        (np.where(EXPECTED == 2, np.inf, EXPECTED), "f(x)[0, 1] is infinite"),
        (2 * EXPECTED, "f(x)[0, 0] = 2, which is not the right value (6 of 6 entries are wrong)"),
    ],
)
def test_what_a_student_reads(found: Any, cause: str) -> None:
    with pytest.raises(Failure) as caught:
        assert_close(found, EXPECTED, of="f(x)")
    assert caught.value.cause == cause


def test_the_expected_number_is_told_only_where_it_is_visible() -> None:
    with pytest.raises(Failure) as caught:
        assert_close(3, 5, of="n", visible=True)
    assert caught.value.cause == "n = 3, but should be 5"


def test_what_is_visible_is_told_by_every_comparison() -> None:
    def told(compare: Callable[..., Any], *args: Any, **more: Any) -> list[str]:
        causes = []
        for visible in (True, False):
            with pytest.raises(Failure) as caught:
                compare(*args, of="f(x)", visible=visible, **more)
            causes.append(caught.value.cause)
        return causes

    assert told(assert_equal, "b", "c") == ["f(x) is 'b', but should be 'c'", "f(x) is 'b'"]
    assert told(assert_agrees, lambda x: 3 * x, lambda x: 2 * x, 2.0) == [
        "f(x) = 6, but should be 4",
        "f(x) = 6, which is not the right value",
    ]
    assert told(assert_agrees, lambda x: (x, 3 * x), lambda x: (x, 2 * x), 2.0, parts=("a", "b")) == [
        "b of f(x) = 6, but should be 4",
        "b of f(x) = 6, which is not the right value",
    ]


@pytest.mark.parametrize("found", [EXPECTED, EXPECTED.astype(np.float32), EXPECTED.astype(int), EXPECTED * (1 + 1e-7)])
def test_right_numbers_of_any_dtype_are_accepted(found: np.ndarray) -> None:
    assert_close(found, EXPECTED, of="f(x)")


@pytest.mark.parametrize("found", [EXPECTED.tolist(), [*EXPECTED], tuple(map(tuple, EXPECTED))])
def test_lists_of_the_right_numbers_are_accepted(found: Any) -> None:
    assert_close(found, EXPECTED, of="f(x)")
    assert_agrees(lambda _: found, lambda _: EXPECTED, 1, of="f(x)")


def test_several_values_may_come_stacked() -> None:
    both = [np.array([1.0, 2.0]), np.array([3.0, 4.0])]
    assert_agrees(lambda _: np.stack(both), lambda _: both, 1, of="f(x)", parts=("a", "b"))
    with pytest.raises(Failure, match="should be 3 values"):
        assert_agrees(lambda _: np.stack(both), lambda _: [*both, 5.0], 1, of="f(x)", parts=("a", "b", "c"))


def test_a_small_entry_borrows_no_tolerance_from_a_large_one() -> None:
    expected = np.array([1e6, 1e-6])
    with pytest.raises(Failure):
        assert_close(np.array([1e6, 1.001e-6]), expected, of="f(x)")
    with pytest.raises(Failure):
        assert_close(np.array([1e6, 0.0]), expected, of="f(x)")


def test_whole_numbers_do_not_come_round_to_the_right_one() -> None:
    """In int64, the smallest number less the largest is 1."""
    smallest, largest = np.iinfo(np.int64).min, np.iinfo(np.int64).max
    with pytest.raises(Failure):
        assert_close(np.array([smallest]), np.array([largest]), of="f(x)")


def test_the_tolerance_follows_the_conditioning() -> None:
    """Where terms cancel, an honest float32 computation is far off relatively, and is accepted."""
    a, b = np.array([1000.0003, 2.0]), np.array([1000.0, 1.0])

    def difference(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        return a - b

    def in_float32(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        return a.astype(np.float32) - b.astype(np.float32)

    assert abs(in_float32(a, b)[0] / difference(a, b)[0] - 1) > 0.01
    assert_agrees(in_float32, difference, a, b, of="difference(a, b)")
    with pytest.raises(Failure):
        assert_agrees(lambda a, b: difference(a, b) + 1e-3, difference, a, b, of="difference(a, b)")


def test_inputs_that_cannot_tell_right_from_wrong_are_a_fault_of_the_check() -> None:
    """At a jump, a rounding error in the inputs changes everything: who differs there may be right."""

    def step(x: np.ndarray) -> np.ndarray:
        return (x - 1.0 > 0) * 1.0

    with pytest.raises(GraderFault, match=r"the inputs of step\(x\) are too ill-conditioned to tell right from wrong"):
        assert_agrees(lambda x: step(x + 1e-12), step, np.array([1.0, 3.0]), of="step(x)")


def test_a_tolerance_of_more_than_a_hundredth_of_the_largest_entry_tells_nothing() -> None:
    """The tolerance of x - 1 near 1 is 3.8e-6: 1.3 percent of 0.0003, and 0.8 percent of 0.0005."""

    def less_one(x: np.ndarray) -> np.ndarray:
        return x - 1.0

    def compare(*x: float) -> None:
        assert_agrees(lambda x: less_one(x) + 2e-6, less_one, np.array(x), of="less_one(x)")

    with pytest.raises(GraderFault, match=r"^the inputs of less_one\(x\) are too ill-conditioned to tell right from"):
        compare(1.0003)
    compare(1.0005)
    compare(1.0003, 1.0005)


def test_several_values_are_named_one_by_one() -> None:
    def pair(x: float) -> tuple[float, float]:
        return x, 2 * x

    with pytest.raises(Failure) as caught:
        assert_agrees(lambda x: (x, 3 * x), pair, 2.0, of="pair(x)", parts=("first", "second"))
    assert caught.value.cause == "second of pair(x) = 6, which is not the right value"
    with pytest.raises(Failure) as caught:
        assert_agrees(lambda x: (x,), pair, 2.0, of="pair(x)", parts=("first", "second"))
    assert caught.value.cause == "pair(x) is (2.0,) of 1 values, but should be 2 values"


@pytest.mark.parametrize(("found", "expected"), [(" C ", "c"), (3, 3), (np.array(3), 3), ([2, 3], (2, 3))])
def test_words_and_whole_numbers(found: Any, expected: Any) -> None:
    assert_equal(found, expected, of="answer")


@pytest.mark.parametrize(("found", "expected"), [("b", "c"), (True, 1), ((2, 4), (2, 3)), (None, 3), (np.ones(2), 3)])
def test_wrong_words_and_numbers(found: Any, expected: Any) -> None:
    with pytest.raises(Failure):
        assert_equal(found, expected, of="answer")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (np.array([2, 3]), (2, 3)),
        ((np.array(2), 3), [2, 3]),
        (["a", " B"], ("a", "b")),
        (np.array(True), True),
        (Exact(Fraction(5, 3)), Fraction(5, 3)),
        (1, Fraction(1)),
        (frozenset({"b", "d"}), {"B", "d"}),
        ([3, np.array(1)], {1, 3}),
        ({"a": (1, 2)}, {"a": [1, 2]}),
        (None, None),
    ],
)
def test_equal_in_whatever_form(found: Any, expected: Any) -> None:
    assert_equal(found, expected, of="answer")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((np.ones(2), 3), (1, 3)),  # this one stopped with an exception
        (np.ones((2, 2)), (1, 3)),
        (np.array(True), 1),
        (True, 1),
        (1, True),
        (Exact(Fraction(1, 3)), Fraction(1, 2)),
        (1 / 3, Fraction(1, 3)),
        (frozenset({"b", "d"}), ("b", "d")),
        ([1, 1], {1}),
        ([[1], 2], {1, 2}),
        ({"a": 1}, {"b": 1}),
        ({1: 2}, (1,)),
        ("ab", ("a", "b")),
        (Opaque("f"), "f"),
        ((Opaque("f"),), (1,)),
        (np.ones(2, complex), (1, 1)),
    ],
)
def test_what_is_not_equal_is_a_failure(found: Any, expected: Any) -> None:
    with pytest.raises(Failure):
        assert_equal(found, expected, of="answer", visible=True)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (frozenset({"d", "b", "c"}), "the set {'b', 'c', 'd'}"),
        (frozenset(range(100)), "a set"),
        (Exact(Fraction(5, 3)), "5/3"),
        ((Opaque("function", "callable"), np.array(2.0)), "(<function>, 2.0)"),
        ({"a": [1, (2,)]}, "{'a': [1, (2,)]}"),
        ({"a": [0] * 30}, "a dict"),
        (["x" * 10_000], "a list"),
        ([np.empty((2**20, 0))], "a list"),
        ([np.empty((0, 3))], "the list [array([])]"),
        ((), "()"),
        ({}, "{}"),
    ],
)
def test_describe(value: Any, text: str) -> None:
    assert describe(value) == text


def test_asking_on_a_check_asks_all_that_it_has_to_ask() -> None:
    with asking_on():
        assert np.array_equal(assert_close([1.0, 7.0], EXPECTED[0], of="f(x)"), EXPECTED[0])
        assert_agrees(lambda x: -x, lambda x: x, 2.0, of="f(x)")
        assert_equal("a", "b", of="answer")
        with pytest.raises(Failure):
            as_parts(1.0, 2, of="f(x)")
    with pytest.raises(Failure):
        assert_equal("a", "b", of="answer")


def test_a_set_has_no_order() -> None:
    with pytest.raises(Failure) as caught:
        as_parts(frozenset({"b", "d"}), 2, of="answer")
    assert caught.value.cause == "answer is the set {'b', 'd'}, but should be 2 values: a set has no order"


def test_a_long_text_among_many_short_ones_costs_no_memory() -> None:
    """NumPy makes a gigabyte of it, ten thousand characters for each."""
    texts = ["a" * 10_000] + [""] * 25_000
    deep = [[texts, 1.0], 2.0]
    tracemalloc.start()
    try:
        for value in (texts, deep):
            assert numbers_of(value) is None
            with pytest.raises(Failure):
                assert_close(value, 1.0, of="f(x)")
            with pytest.raises(Failure):
                assert_equal(value, (1, 2), of="f(x)")
            assert not same_values(value, [1.0])
            assert recognise(Failure("", value, np.ones(2)), [Pair(value, np.ones(2))]) is None
        assert tracemalloc.get_traced_memory()[1] < 10 * 2**20
    finally:
        tracemalloc.stop()


students = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text(max_size=3)
    | st.fractions(max_denominator=99).map(Exact)
    | st.just(Opaque("f"))
    | hnp.arrays(st.sampled_from(["f8", "f2", "i8", "u8", "?", "c16"]), hnp.array_shapes(min_dims=0, min_side=0)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.text(max_size=2) | st.integers(), inner, max_size=3),
        st.frozensets(st.integers() | st.text(max_size=2) | st.just(Opaque("f")), max_size=3),
    ),
    max_leaves=8,
)
EXPECTED_KINDS: list[Any] = [1, 0.5, "a", None, True, (1, 3), [1, "b"], {1, 3}, {"a": 1}, Fraction(1, 2), np.ones(2)]


@given(students, st.sampled_from(EXPECTED_KINDS))
def test_whatever_is_compared_nothing_but_a_failure_is_raised(found: Any, expected: Any) -> None:
    tries: list[Any] = [
        lambda: assert_equal(found, expected, of="x"),
        lambda: as_numbers(found, of="x"),
        lambda: as_parts(found, 2, of="x"),
        lambda: assert_close(found, 1.0, of="x"),
        lambda: assert_close(found, np.ones((2, 3)), of="x"),
        lambda: assert_agrees(lambda _: found, lambda x: 2 * x, 0.5, of="x"),
        lambda: assert_agrees(lambda _: found, lambda x: (x, 2 * x), 0.5, of="x", parts=("a", "b")),
        lambda: assert_agrees(lambda _: found, lambda x: {"a": x, "b": 2 * x}, 0.5, of="x", parts=("a", "b")),
        lambda: same_values(found, expected),
        lambda: same_values(found, found),
        lambda: recognise(Failure("", found, np.ones(2)), []),
        lambda: describe(found),
    ]
    for each in tries:
        with contextlib.suppress(Failure), np.errstate(all="ignore"):
            each()


@pytest.mark.parametrize("value", ["bd", " B, D", "b -> d", ("b", "d"), ["B ", "d"]])
def test_letters_in_whatever_form(value: Any) -> None:
    assert as_letters(value, "abcd", of="answer") == "bd"


def test_letters_in_a_set_have_no_order() -> None:
    assert as_letters(frozenset({"d", "b"}), "abcd", of="answer", in_order=False) == "bd"


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        ("be", "answer is 'be', but should be letters from a to d"),
        ("", "answer is '', but should be letters from a to d"),
        (7, "answer is 7, but should be letters from a to d"),
        (("a", 1), "answer is ('a', 1), but should be letters from a to d"),
        (frozenset({"a"}), "answer is the set {'a'}, but should be letters from a to d: a set has no order"),
    ],
)
def test_what_is_no_letters(value: Any, cause: str) -> None:
    with pytest.raises(Failure) as raised:
        as_letters(value, "abcd", of="answer")
    assert (raised.value.cause, raised.value.name) == (cause, "wrong-kind")

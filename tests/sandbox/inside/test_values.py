"""What is like a plain value crosses as one; what is not stays inside; whatever comes is read in bounded time."""

from __future__ import annotations

import array
import collections
import copy
import io
import itertools
import types
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Any, NamedTuple

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.sandbox.inside.values import (
    DEFAULT_SIZE,
    Exact,
    Opaque,
    Packed,
    ProtocolError,
    Size,
    drained,
    pack,
    plain,
    unpack,
)


def there_and_back(value: Any) -> Any:
    return unpack(plain(pack(value)))


class Pair(NamedTuple):
    a: float
    b: float


class Numbers(list):
    pass


class Text(str):
    __slots__ = ()


class Kind(IntEnum):
    TWO = 2


class Own(Sequence):
    """A sequence of a student's."""

    def __len__(self) -> int:
        return 2

    def __getitem__(self, index: Any) -> Any:
        return [1, 2][index]


def counting() -> Iterator[int]:
    yield from range(3)


LIKE = {
    "namedtuple": (Pair(1.0, 2.0), (1.0, 2.0)),
    "list subclass": (Numbers([1, 2]), [1, 2]),
    "own sequence": (Own(), [1, 2]),
    "text subclass": (Text("a"), "a"),
    "text of NumPy": (np.str_("a"), "a"),
    "whole number of an enumeration": (Kind.TWO, 2),
    "generator": (counting(), [0, 1, 2]),
    "map": (map(abs, [-1, 1]), [1, 1]),
    "zip": (zip([1], [2], strict=True), [(1, 2)]),
    "range": (range(3), [0, 1, 2]),
    "keys": ({"a": 1}.keys(), ["a"]),
    "values": ({"a": 1}.values(), [1]),
    "items": ({"a": 1}.items(), [("a", 1)]),
    "deque": (collections.deque([1, 2]), [1, 2]),
    "defaultdict": (collections.defaultdict(int, a=1), {"a": 1}),
    "counter": (collections.Counter("aab"), {"a": 2, "b": 1}),
    "view of a dictionary": (types.MappingProxyType({"a": 1}), {"a": 1}),
    "keys of NumPy": ({np.int64(1): 2, (np.int64(3), 4): 5}, {1: 2, (3, 4): 5}),
    "set": ({1, 2}, frozenset({1, 2})),
    "frozenset of NumPy's numbers": (frozenset({np.float64(0.5)}), frozenset({0.5})),
    "fraction": (Fraction(1, 4), 0.25),
    "decimal": (Decimal("0.1"), 0.1),
    "a fraction too long": (Fraction(3**50, 2**80), float(Fraction(3**50, 2**80))),
}
ARRAYS = {
    "longdouble": (np.longdouble(0.5), np.array(0.5)),
    "array of longdouble": (np.ones(2, np.longdouble), np.ones(2)),
    "matrix": (np.array([[1.0, 2.0]]).view(np.matrix), np.array([[1.0, 2.0]])),
    "masked array": (np.ma.masked_array([1.0, 2.0], [False, False]), np.array([1.0, 2.0])),
    "memoryview": (memoryview(np.ones(2)), np.ones(2)),
    "array.array": (array.array("d", [1.0, 2.0]), np.array([1.0, 2.0])),
    "flags": (np.array([True, False]), np.array([True, False])),
}


@pytest.mark.parametrize("kind", LIKE)
def test_what_is_like_a_plain_value_crosses_as_one(kind: str) -> None:
    value, as_plain = LIKE[kind]
    found = there_and_back(value)
    assert found == as_plain
    assert type(found) in (type(as_plain), Exact)


@pytest.mark.parametrize("kind", ARRAYS)
def test_what_is_like_an_array_crosses_as_one(kind: str) -> None:
    value, as_array = ARRAYS[kind]
    found = there_and_back(value)
    assert type(found) is np.ndarray
    assert found.dtype == as_array.dtype
    np.testing.assert_array_equal(found, as_array)


def test_an_array_of_texts_or_objects_crosses_as_a_list() -> None:
    assert there_and_back(np.array([["a", "bc"]])) == [["a", "bc"]]
    assert there_and_back(np.array([1, 2.5, None], dtype=object)) == [1, 2.5, None]
    loop = np.empty(1, dtype=object)
    loop[0] = loop
    assert there_and_back(loop) == Opaque("array", "an array of dtype object")
    assert there_and_back(np.ma.masked_array([1, 2], [True, False])) == Opaque("array", "an array with masked entries")


def test_a_fraction_is_a_float_that_remembers_it() -> None:
    found = there_and_back(Fraction(5, 3))
    assert (found.exact, repr(found), copy.deepcopy(found).exact) == (Fraction(5, 3), "5/3", Fraction(5, 3))
    assert np.asarray([found, 1]).dtype == np.float64
    assert there_and_back(found).exact == Fraction(5, 3)


def test_tables_of_pandas_are_arrays() -> None:
    pandas = pytest.importorskip("pandas")
    np.testing.assert_array_equal(there_and_back(pandas.Series([1.0, 2.0])), [1.0, 2.0])
    np.testing.assert_array_equal(there_and_back(pandas.DataFrame({"a": [1, 2], "b": [3, 4]})), [[1, 3], [2, 4]])
    np.testing.assert_array_equal(there_and_back(pandas.Index([1, 2])), [1, 2])
    assert there_and_back(pandas.Series(["a", "b"])) == ["a", "b"]


def test_what_a_library_of_tables_makes_is_its_numbers() -> None:
    """As pandas' are, whose classes are known by where they come from: it need not be imported."""

    class Series:
        def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
            return np.array([1.0, 2.0])

    assert there_and_back(Series()) == Opaque("Series")
    Series.__module__ = "pandas.core.series"
    np.testing.assert_array_equal(there_and_back(Series()), [1.0, 2.0])


@pytest.mark.parametrize(
    "value", [itertools.count(), itertools.repeat(0), (0 for _ in itertools.count()), range(10**9)]
)
def test_what_has_no_end_stays_inside(value: Any) -> None:
    kind = type(value).__name__
    assert there_and_back(value) == Opaque(kind, f"longer than {DEFAULT_SIZE.values}")


def test_what_has_many_keys_stays_inside() -> None:
    """They can be chosen so that finding the place of one takes as long as that of all before it."""
    assert there_and_back(set(range(20_001))) == Opaque("set", "longer than 20000")
    assert there_and_back(dict.fromkeys(range(20_001))) == Opaque("dict", "longer than 20000")
    assert there_and_back([set(range(20_000))] * 2) == [frozenset(range(20_000))] * 2


@pytest.mark.parametrize("value", [open, b"ab", bytearray(b"ab"), io.StringIO("a"), 1j, object, iter])
def test_what_only_looks_like_values_stays_inside(value: Any) -> None:
    assert isinstance(there_and_back(value), Opaque)


def test_an_iterator_is_drained_once_and_stays() -> None:
    values = drained(counting())
    assert values == [0, 1, 2]
    assert drained((counting(), 1)) == ([0, 1, 2], 1)
    assert len(drained(itertools.count(), Size(values=3))) == 4
    kept = [1]
    assert drained(kept) is kept


@pytest.mark.parametrize(
    ("message", "complaint"),
    [
        ({"is": "fraction", "numerator": 1, "denominator": 0}, "a fraction whose denominator is not positive"),
        ({"is": "set", "items": [{"is": "list", "items": []}]}, "a set whose items are not plain"),
        ({"is": "set", "items": [{"is": "dict", "items": []}]}, "a set whose items are not plain"),
        ({"is": "list", "items": [{"is": "plain", "value": 0}] * 500_001}, "too many values"),
        ({"is": "set", "items": [{"is": "plain", "value": 0}] * 20_001}, "too many keys"),
        ({"is": "dict", "items": [[{"is": "plain", "value": 0}] * 2] * 20_001}, "too many keys"),
    ],
)
def test_a_malformed_value_is_refused(message: Any, complaint: str) -> None:
    with pytest.raises(ProtocolError, match=complaint):
        unpack(msgspec.convert(message, Packed))


leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=5)
    | st.fractions()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.complex_numbers()
    | st.binary(max_size=3)
    | hnp.arrays(st.sampled_from(["f4", "f8", "i8", "?", "f2", "U3", "M8[s]", "g"]), hnp.array_shapes(min_dims=0))
    | st.just(len)
)
keys = st.text(max_size=3) | st.integers(-5, 5) | st.tuples(st.integers(-5, 5))
nested = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(Numbers),
        st.builds(Pair, inner, inner),
        st.dictionaries(keys, inner, max_size=3),
        st.dictionaries(keys, inner, max_size=3).map(collections.OrderedDict),
        st.lists(inner, max_size=3).map(collections.deque),
        st.frozensets(keys, max_size=3),
    ),
    max_leaves=8,
)


def as_expected(value: Any) -> Any:
    """What a value is on the other side; `...` where it stays inside."""
    if isinstance(value, (bool, str)) or value is None:
        return value
    if isinstance(value, int):
        return value if -(2**63) <= value < 2**63 else ...
    if isinstance(value, (float, Fraction, Decimal)):
        return float(value)
    if isinstance(value, np.ndarray):
        if value.dtype.kind == "U":
            return value.tolist()
        return value.astype(float) if value.dtype.char == "g" else value if value.dtype.kind in "biuf" else ...
    if isinstance(value, dict):
        return {key: as_expected(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(as_expected(each) for each in value)
    if isinstance(value, (list, collections.deque)):
        return [as_expected(each) for each in value]
    return value if isinstance(value, frozenset) else ...


def is_as_expected(found: Any, expected: Any) -> bool:
    if expected is ...:
        return isinstance(found, Opaque)
    if isinstance(expected, np.ndarray):
        return type(found) is np.ndarray and found.dtype == expected.dtype and found.tobytes() == expected.tobytes()
    if isinstance(expected, dict):
        return found.keys() == expected.keys() and all(is_as_expected(found[k], expected[k]) for k in expected)
    if isinstance(expected, (list, tuple)):
        return (
            type(found) is type(expected) and len(found) == len(expected) and all(map(is_as_expected, found, expected))
        )
    return found == expected


@given(nested)
def test_any_value_comes_back_or_stays_inside(value: Any) -> None:
    with np.errstate(all="ignore"):
        assert is_as_expected(there_and_back(value), as_expected(value))

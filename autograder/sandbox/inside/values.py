"""The values that may go from student code to the grader and back: plain ones, never objects.

A value is packed on one side and unpacked on the other. What is like a plain value crosses as that: a named tuple as a
tuple, an iterator as the list of what it gives, a table of pandas as an array, a fraction as its float (which
remembers the fraction). Anything else stays inside and crosses as its name only.
"""

from __future__ import annotations

import array
import io
import itertools
import math
import sys
from collections.abc import Hashable, Iterable, Iterator, Mapping, MappingView, Sequence
from decimal import Decimal
from fractions import Fraction
from types import ModuleType
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import numpy as np
from msgspec import Meta

_SIZES = {"int": (8, 16, 32, 64), "uint": (8, 16, 32, 64), "float": (16, 32, 64), "complex": (64, 128)}
DTYPES = frozenset({"bool"} | {f"{kind}{bits}" for kind, sizes in _SIZES.items() for bits in sizes})
_DTYPES = {name: np.dtype(name) for name in DTYPES}
_NAMES = {dtype: name for name, dtype in _DTYPES.items()}  # NumPy takes longer to name one than to copy an array
_IS_LITTLE = sys.byteorder == "little"
_NUMERIC = ("tensorflow", "keras", "pandas")  # whose tensors, variables and tables are their numbers
MAX_TEXT = 10_000  # characters of one string; more is cut off
_MOST_AXES = 8
_MOST_OF_NOTHING = 2**20  # rows, or whatever an empty array has
_MOST_KEYS = 20_000  # of one dictionary or set: keys can be chosen so that each takes as long as all before it


class ProtocolError(Exception):
    """The other side sent what no honest program sends, or nothing at all."""


class Size(msgspec.Struct, frozen=True):
    """How much one value may hold; beyond that it stays inside."""

    depth: int = 16  # lists in lists
    values: int = 500_000  # all lists in lists together


DEFAULT_SIZE = Size()


class Exact(float):
    """The float of a fraction, which remembers the fraction: `exact`."""

    exact: Fraction

    def __new__(cls, exact: Fraction) -> Exact:
        self = super().__new__(cls, exact)
        self.exact = exact
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return Exact, (self.exact,)

    def __repr__(self) -> str:
        return str(self.exact)


class Opaque(msgspec.Struct, tag="opaque", tag_field="is", frozen=True):
    """Something that stays inside: a function, a model, any object. `text` says what it is."""

    type: str
    text: str = ""


class _Array(msgspec.Struct, tag="array", tag_field="is"):
    dtype: str
    shape: Annotated[list[int], Meta(max_length=_MOST_AXES)]
    data: bytes


class _List(msgspec.Struct, tag="list", tag_field="is"):
    items: list[Packed]


class _Tuple(msgspec.Struct, tag="tuple", tag_field="is"):
    items: list[Packed]


class _Set(msgspec.Struct, tag="set", tag_field="is"):
    items: list[Packed]


class _Dict(msgspec.Struct, tag="dict", tag_field="is"):
    items: list[tuple[Packed, Packed]]


class _Fraction(msgspec.Struct, tag="fraction", tag_field="is"):
    numerator: int
    denominator: int


class _Plain(msgspec.Struct, tag="plain", tag_field="is"):
    value: bool | int | float | str | None


# What a decoder builds of a value: these kinds and nothing else, so that a message grows little when it is decoded.
if TYPE_CHECKING:
    Packed = Any  # before it is packed, a message holds the value itself
else:
    Packed = _Array | _List | _Tuple | _Set | _Dict | _Fraction | _Plain | Opaque
_decoder = msgspec.msgpack.Decoder(Packed)


def pack(value: Any, size: Size = DEFAULT_SIZE) -> Any:
    """A value as one of the few kinds that may cross; whatever else it is becomes Opaque."""
    return _pack(value, 0, _Count(size))


def unpack(message: Any, size: Size = DEFAULT_SIZE) -> Any:
    """The value of a decoded message. Raises ProtocolError where the message is malformed."""
    return _unpack(message, 0, _Count(size))


def plain(packed: Any) -> Any:
    """A packed value as it looks after the journey, for a program that runs in this process."""
    return _decoder.decode(msgspec.msgpack.encode(packed))


def drained(value: Any, size: Size = DEFAULT_SIZE) -> Any:
    """What an iterator gives, as a list that can be read again, also in a list or tuple; other values as they are."""
    if _is_iterator(value):
        return list(itertools.islice(value, size.values + 1))
    if type(value) in (list, tuple) and any(map(_is_iterator, value)):
        return type(value)(drained(each, size) for each in value)
    return value


class _Count:
    """How many values have been seen: a list that holds itself has no end."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.values = 0

    def is_full(self) -> bool:
        self.values += 1
        return self.values > self.size.values


# --- To the other side: student code may run here, such as an iterator's, but in the child and within its limits ------


def _pack(value: Any, depth: int, count: _Count) -> Any:
    kind = type(value)
    if count.is_full():
        return Opaque(kind.__name__[:80], f"part of more than {count.size.values} values")
    if value is None or kind is bool or kind is float:
        return _Plain(value)
    if isinstance(value, str):
        return _Plain(str.__str__(value)[:MAX_TEXT].encode("utf-8", "replace").decode())
    if isinstance(value, (np.ndarray, np.generic)):
        return _pack_array(value, depth, count)
    if isinstance(value, (int, float, Fraction, Decimal)):
        return _pack_number(value)
    several = None if isinstance(value, (memoryview, array.array)) else _several(value)
    if several is None:
        return _pack_other(value, depth, count)
    if depth >= count.size.depth:
        return Opaque(kind.__name__[:80], f"nested deeper than {count.size.depth}")
    struct, values = several
    most = min(_MOST_KEYS, count.size.values) if struct in (_Dict, _Set) else count.size.values
    items = list(itertools.islice(values, most + 1))  # it may have no end
    if len(items) > most:
        return Opaque(kind.__name__[:80], f"longer than {most}")
    if struct is _Dict:
        return _Dict([(_pack(key, depth + 1, count), _pack(item, depth + 1, count)) for key, item in items])
    return struct([_pack(item, depth + 1, count) for item in items])


def _several(value: Any) -> tuple[Any, Iterable[Any]] | None:
    """As what a value that holds others crosses, and those that it holds."""
    if isinstance(value, list):
        return _List, list.__iter__(value)
    if isinstance(value, tuple):
        return _Tuple, tuple.__iter__(value)
    if isinstance(value, dict):
        return _Dict, dict.items(value)
    if isinstance(value, (set, frozenset)):
        return _Set, value
    if isinstance(value, Mapping):
        return _Dict, value.items()
    is_sequence = isinstance(value, (Sequence, MappingView)) and not isinstance(value, (bytes, bytearray))
    if is_sequence or _is_iterator(value):
        held: Any = value
        return _List, held
    return None


def _is_iterator(value: Any) -> bool:
    return isinstance(value, Iterator) and not isinstance(value, (io.IOBase, ModuleType))  # a stand-in is a module


def _is_numeric(value: Any) -> bool:
    """Whether it is an object of a library whose objects are their numbers, also of a class made from one of its."""
    return any(str(base.__module__).split(".")[0] in _NUMERIC for base in type(value).__mro__) and hasattr(
        value, "__array__"
    )


def _pack_other(value: Any, depth: int, count: _Count) -> Any:
    name = type(value).__name__[:80]
    if isinstance(value, (memoryview, array.array)) or _is_numeric(value):
        try:
            return _pack_array(np.asarray(value), depth, count)
        except (TypeError, ValueError):
            return Opaque(name)
    return Opaque(name, "callable" if callable(value) else "")


def _pack_number(value: int | float | Fraction | Decimal) -> Any:
    if isinstance(value, Exact):
        value = value.exact
    if isinstance(value, int):
        whole = int.__int__(value)
        return _Plain(whole) if -(2**63) <= whole < 2**63 else Opaque("int", "too large")
    if isinstance(value, Fraction) and -(2**63) <= value.numerator < 2**63 and value.denominator < 2**63:
        return _Fraction(value.numerator, value.denominator)
    try:
        return _Plain(float(value))
    except (OverflowError, ValueError):
        return Opaque(type(value).__name__[:80], "too large")


def _pack_array(value: np.ndarray | np.generic, depth: int, count: _Count) -> Any:
    masked = sys.modules.get("numpy.ma")
    if masked and isinstance(value, masked.MaskedArray) and masked.getmaskarray(value).any():
        return Opaque("array", "an array with masked entries")
    numbers = np.asarray(value)
    if numbers.ndim > _MOST_AXES:
        return Opaque("array", f"an array with {numbers.ndim} axes")
    if numbers.dtype.char in "gG":  # longdouble
        with np.errstate(all="ignore"):
            numbers = numbers.astype(np.float64 if numbers.dtype.char == "g" else np.complex128)
    name = _NAMES.get(numbers.dtype)
    if name is None or not _IS_LITTLE:
        name = numbers.dtype.name
        if numbers.dtype.kind in "OU":
            return _pack_objects(numbers, depth, count)
        if name not in DTYPES:
            return Opaque("array", f"an array of dtype {name}")
        numbers = numbers.astype(numbers.dtype.newbyteorder("<"))
    return _Array(name, list(numbers.shape), numbers.tobytes())


def _pack_objects(values: np.ndarray, depth: int, count: _Count) -> Any:
    """An array of texts or of objects as the list of them, where all of them may cross."""
    if depth < count.size.depth and values.size <= count.size.values:
        packed = _pack(values.tolist(), depth + 1, count)
        if not _holds_opaque(packed):
            return packed
    return Opaque("array", f"an array of dtype {values.dtype.name}")


def _holds_opaque(packed: Any) -> bool:
    if isinstance(packed, _Dict):
        return any(_holds_opaque(part) for pair in packed.items for part in pair)
    if isinstance(packed, (_List, _Tuple, _Set)):
        return any(map(_holds_opaque, packed.items))
    return isinstance(packed, Opaque)


# --- From the other side: whatever comes ------------------------------------------------------------------------------


def _unpack(part: Any, depth: int, count: _Count) -> Any:
    if count.is_full():
        raise ProtocolError("too many values")
    if isinstance(part, _Plain):
        if isinstance(part.value, str) and len(part.value) > MAX_TEXT:
            part.value = part.value[:MAX_TEXT]  # the whole text is let go at once, as there may be many
        return part.value
    if isinstance(part, _Array):
        return _unpack_array(part)
    if isinstance(part, Opaque):
        return Opaque(part.type[:80], part.text[:200])
    if isinstance(part, _Fraction):
        if part.denominator <= 0:
            raise ProtocolError("a fraction whose denominator is not positive")
        return Exact(Fraction(part.numerator, part.denominator))
    if depth > count.size.depth:
        raise ProtocolError("a value that is nested too deep")
    if len(part.items) > count.size.values:
        raise ProtocolError("too many values")
    if isinstance(part, (_Dict, _Set)) and len(part.items) > _MOST_KEYS:
        raise ProtocolError("too many keys")
    if isinstance(part, _Dict):
        pairs = [(_unpack(key, depth + 1, count), _unpack(item, depth + 1, count)) for key, item in part.items]
        return {_hashable(key, "a dict whose keys"): item for key, item in pairs}
    items = [_unpack(item, depth + 1, count) for item in part.items]
    if isinstance(part, _Set):
        return frozenset(_hashable(item, "a set whose items") for item in items)
    return items if isinstance(part, _List) else tuple(items)


def _hashable(value: Any, what: str) -> Hashable:
    """A key or an item of a set; NumPy's numbers, which cross as arrays, are plain numbers there."""
    if isinstance(value, np.ndarray) and value.shape == ():
        return value.item()
    if isinstance(value, tuple):
        return tuple(_hashable(each, what) for each in value)
    if isinstance(value, (list, dict, np.ndarray)):
        raise ProtocolError(f"{what} are not plain")
    return value


def _unpack_array(part: _Array) -> np.ndarray:
    dtype = _DTYPES.get(part.dtype)
    if dtype is None:
        raise ProtocolError("an array of an unknown dtype")
    if any(size < 0 for size in part.shape):
        raise ProtocolError("an array of an impossible shape")
    # An empty one weighs nothing, however many rows of nothing it has; whoever goes through them would never end.
    if 0 in part.shape and math.prod(filter(None, part.shape)) > _MOST_OF_NOTHING:
        raise ProtocolError("an array of an impossible shape")
    if math.prod(part.shape) * dtype.itemsize != len(part.data):
        raise ProtocolError("an array whose shape and data disagree")
    # A copy, so that the array is writable, aligned and owns its memory.
    values = np.frombuffer(part.data, dtype if _IS_LITTLE else dtype.newbyteorder("<"))
    return values.reshape(part.shape).astype(dtype)

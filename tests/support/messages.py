"""Messages that no honest program sends: how to make them, and what the grader does with each."""

from __future__ import annotations

import copy
import inspect
import random
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import msgspec
import numpy as np

from autograder import stages
from autograder.asserts.compare import Failure, as_letters, as_parts, assert_close, assert_equal
from autograder.asserts.describe import describe, written
from autograder.asserts.same import same_values
from autograder.course.settings import Limits
from autograder.sandbox.called_back import CalledBack
from autograder.sandbox.inside import protocol
from autograder.sandbox.kept import kept
from autograder.sandbox.student import Student
from autograder.wording import clean

SECONDS = 5.0  # of processor time for one message; the slowest of them take half a second
LONGEST = 1_500  # characters of a report that one message may cause
_RIGHT = np.arange(6.0).reshape(2, 3) + 0.5
_LOOKS: tuple[Callable[[Any], Any], ...] = (
    lambda value: assert_close(value, _RIGHT, of="f(x)"),
    lambda value: assert_close(value, 0.5, of="f(x)"),
    lambda value: assert_equal(value, {1, 2}, of="f(x)"),
    lambda value: assert_equal(value, [[1, 2], [3, "a"]], of="f(x)"),
    lambda value: assert_equal(value, {"a": 1, "b": np.ones(2)}, of="f(x)"),
    lambda value: as_parts(value, 3, of="f(x)"),
    lambda value: as_letters(value, "abcd", of="f(x)"),
)


def look_at(frame: bytes, reference: Any) -> str:
    """What comes of a message: "malformed", or what it is. Raises whatever should not be. `reference` is what it may
    call back."""
    with stages.part("a message takes too long", SECONDS):
        try:
            return _looked_at(protocol.reply_of(frame), reference)
        except protocol.ProtocolError as error:
            told = str(error)
    assert len(told) < LONGEST
    return "malformed"


def _looked_at(reply: protocol.Reply, reference: Any) -> str:
    match reply:
        case protocol.Returned():
            value = protocol.unpack(reply.value)
            told = [describe(value), written(value)]
            for look in _LOOKS:
                try:
                    look(value)
                except Failure as failure:
                    told.append(failure.cause)
            same_values(kept(value), value)
        case protocol.Raised():
            student = Student(SimpleNamespace(errors={}), "f", {}, reference, [])  # type: ignore[arg-type]
            failure = student._failure(reply, "f")
            assert failure.name.replace("-", "").isidentifier()
            told = [failure.cause, failure.name]
        case protocol.CallBack():
            with np.errstate(all="ignore"):
                answer = _called_back(reference).answer(reply)
            told = [answer.message] if isinstance(answer, protocol.Raised) else []
            protocol.encoded(answer)
        case _:
            return type(reply).__name__
    assert all(len(text) < LONGEST and clean(text).isprintable() for text in told)
    return type(reply).__name__


def _called_back(reference: Any) -> CalledBack:
    """What stands in for all of a lesson's functions and classes; an object of each class was made."""
    names = [name for name, each in vars(reference).items() if callable(each) and each.__module__ == reference.__name__]
    back = CalledBack(reference, tuple(names), protocol.DEFAULT_SIZE, Limits(call_seconds=0.05))
    classes = [name for name in names if isinstance(getattr(reference, name), type)]
    for name in classes:
        takes = len(inspect.signature(getattr(reference, name)).parameters)
        back.answer(protocol.CallBack(name, [protocol.plain(protocol.pack(0.5))] * takes))
    return back


# --- Changed messages -------------------------------------------------------------------------------------------------

# First bytes of msgpack: small and large lists, dictionaries, texts, bytes, numbers, extensions, what is no kind.
_HEADS = [b"\x90", b"\x9f", b"\x80", b"\x8f", b"\xa0", b"\xbf", b"\xc0", b"\xc1", b"\xc2", b"\xc4\x01", b"\xc7\x01\x05"]
_HEADS += [b"\xc6\xff\xff\xff\xff", b"\xdd\xff\xff\xff\xff", b"\xdf\x7f\xff\xff\xff", b"\xdb\x00\x01\x00\x00"]
_HEADS += [b"\xcb\x7f\xf8" + bytes(6), b"\xcb\x7f\xf0" + bytes(6), b"\xcf" + b"\xff" * 8, b"\xd3\x80" + bytes(7)]
_NODES: list[Any] = [
    None,
    True,
    -1,
    0,
    2**31,
    2**63,
    -(2**63),
    0.5,
    float("nan"),
    float("inf"),
    "",
    "a" * 600,
    b"",
    b"1" * 8,
]
_NODES += [
    [],
    {},
    [[]],
    "is",
    "\0",
    "\x1b[2J",
    "Returned",
    "Raised",
    "CallBack",
    "Shown",
    "Made",
    "array",
    "list",
    "set",
]
_NODES += [
    "dict",
    "tuple",
    "fraction",
    "plain",
    "opaque",
    "float64",
    "int8",
    "complex128",
    "no such attribute",
    "Ended",
]
_PLAIN = [
    None,
    True,
    -3,
    2**63 - 1,
    1.5,
    float("nan"),
    float("-inf"),
    1e308,
    "",
    "a",
    "B, d",
    "x" * 10_001,
    "\x1b[31m\n",
]
_VALUES: list[Any] = [{"is": "plain", "value": each} for each in _PLAIN]
_VALUES += [{"is": kind, "items": items} for kind in ("list", "tuple", "set") for items in ([], _VALUES[:3], _VALUES)]
_VALUES += [{"is": "dict", "items": [[key, key] for key in _VALUES[:9]]}, {"is": "dict", "items": []}]
_VALUES += [{"is": "array", "dtype": "int8", "shape": shape, "data": b"abcdef"} for shape in ([6], [2, 3], [3, 2, 1])]
_VALUES += [
    {"is": "array", "dtype": kind, "shape": [], "data": b"\xff" * 8} for kind in ("float64", "int64", "complex64")
]
_VALUES += [{"is": "array", "dtype": "float64", "shape": [0, 2**31], "data": b""}]
_VALUES += [{"is": "array", "dtype": "float16", "shape": [3, 2], "data": b"\x7c\x00" * 6}]
_VALUES += [{"is": "fraction", "numerator": n, "denominator": d} for n, d in ((1, 3), (2**63, 1), (0, 1), (1, 0))]
_VALUES += [{"is": "opaque", "type": kind, "text": "y" * 900} for kind in ("x" * 900, "array", "torch", "")]
_NODES += _VALUES


def changed(frames: list[bytes], chance: random.Random) -> bytes:
    """One of these messages, changed in its bytes or in what it says."""
    frame = chance.choice(frames)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        frame = _changed_nodes(frame, chance) if chance.random() < 0.4 else _changed_bytes(frame, frames, chance)
    return frame


def _changed_bytes(frame: bytes, frames: list[bytes], chance: random.Random) -> bytes:
    here = chance.randrange(len(frame) + 1)
    there = min(len(frame), here + chance.choice((1, 1, 2, 4, 9, 30)))
    match chance.randrange(7):
        case 0:
            return frame[:here] + chance.randbytes(1) + frame[here + 1 :]
        case 1:
            return frame[:here] + chance.choice(_HEADS) + frame[here + 1 :]
        case 2:
            return frame[:here]
        case 3:
            return frame[:here] + frame[there:]
        case 4:
            return frame[:there] + frame[here:there] * chance.choice((1, 2, 50)) + frame[there:]
        case 5:
            return frame[:here] + chance.randbytes(there - here) + frame[here:]
        case _:
            other = chance.choice(frames)
            return frame[:here] + other[chance.randrange(len(other) + 1) :]


def _changed_nodes(frame: bytes, chance: random.Random) -> bytes:
    """The message with one of its values replaced, doubled, left out or wrapped, whatever kind it has."""
    try:
        message = msgspec.msgpack.decode(frame)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        return frame
    places = [*_places(message)][:200]
    if not places:
        return _encoded(_one_of(_NODES, chance), frame)
    values = [(holder, key) for holder, key in places if isinstance(holder[key], dict) and "is" in holder[key]]
    holder, key = chance.choice(places)
    match chance.randrange(8):
        case 0 | 1:
            holder[key] = _one_of(_NODES, chance)
        case 5 | 6 | 7 if values:
            holder, key = chance.choice(values)
            holder[key] = _one_of(_VALUES, chance)
        case 2:
            other, place = chance.choice(places)
            holder[key] = copy.deepcopy(other[place])
        case 3:
            holder[key] = _wrapped(holder[key], chance.choice((1, 3, 16, 40)), chance.choice(("list", "tuple", "set")))
        case _:
            if isinstance(holder, list):
                holder *= chance.choice((0, 2, 30))
            else:
                del holder[key]
    return _encoded(message, frame)


def _encoded(message: Any, instead: bytes) -> bytes:
    try:
        return msgspec.msgpack.encode(message)
    except RecursionError:  # it was wrapped too often
        return instead


def _one_of(values: list[Any], chance: random.Random) -> Any:
    return copy.deepcopy(chance.choice(values))


def _places(value: Any) -> Any:
    for key, each in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield value, key
        yield from _places(each)


def _wrapped(value: Any, times: int, kind: str) -> Any:
    for _ in range(times):
        value = {"is": kind, "items": [value]}
    return value

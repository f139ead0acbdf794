"""What crosses the border: plain values come back as they were, everything else is refused or stays opaque."""

import struct
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.sandbox.inside import protocol

plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
arrays = hnp.arrays(st.sampled_from(["f4", "f8", "i8", "u1", "b1", "c16", "f2"]), hnp.array_shapes(min_dims=0))


def there_and_back(value: Any) -> Any:
    return protocol.unpack(protocol.plain(protocol.pack(value)))


def arrived(message: Any) -> Any:
    """The value of a message of the other side's."""
    reply = protocol.reply_of(msgspec.msgpack.encode({"is": "Returned", "value": message}))
    assert isinstance(reply, protocol.Returned)
    return protocol.unpack(reply.value)


@given(plain)
def test_plain_values_come_back_as_they_were(value: Any) -> None:
    text_only = protocol.MAX_TEXT
    back = there_and_back(value)
    assert type(back) is type(value)
    if not isinstance(value, str) or len(value) <= text_only:
        assert back == value


@given(arrays)
def test_arrays_come_back_bit_for_bit(array: np.ndarray) -> None:
    back = there_and_back(array)
    assert (back.dtype, back.shape, back.tobytes()) == (array.dtype, array.shape, array.tobytes())
    assert back.flags.writeable


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (np.array([object()]), "array", "an array of dtype object"),
        (lambda: 0, "function", "callable"),
        (2**70, "int", "too large"),
        (2**63, "int", "too large"),
        (-(2**63) - 1, "int", "too large"),
        (object(), "object", ""),
        (1j, "complex", ""),
    ],
)
def test_what_is_not_plain_stays_opaque(value: Any, kind: str, text: str) -> None:
    assert there_and_back(value) == protocol.Opaque(kind, text)


def test_a_long_text_is_cut_on_both_sides() -> None:
    long = "x" * (protocol.MAX_TEXT + 1)
    packed = msgspec.to_builtins(protocol.pack(long))
    assert packed == {"is": "plain", "value": "x" * protocol.MAX_TEXT}
    assert arrived({"is": "plain", "value": long}) == "x" * protocol.MAX_TEXT
    assert arrived({"is": "opaque", "type": long, "text": long}) == protocol.Opaque("x" * 80, "x" * 200)


def test_a_list_in_itself_and_one_that_is_too_long_stay_opaque() -> None:
    loop: list[Any] = []
    loop.append(loop)
    value = there_and_back(loop)
    for _ in range(protocol.DEFAULT_SIZE.depth):
        (value,) = value
    assert value == protocol.Opaque("list", "nested deeper than 16")
    assert there_and_back([0] * 500_001) == protocol.Opaque("list", "longer than 500000")


def test_how_much_a_value_may_hold_can_be_set() -> None:
    size = protocol.Size(depth=1, values=3)
    assert protocol.unpack(protocol.plain(protocol.pack([[1], 2], size)), size) == [
        protocol.Opaque("list", "nested deeper than 1"),
        2,
    ]
    assert protocol.pack([1, 2, 3, 4], size) == protocol.Opaque("list", "longer than 3")
    with pytest.raises(protocol.ProtocolError, match="nested too deep"):
        protocol.unpack(protocol.plain(protocol.pack([[[1]]])), size)
    with pytest.raises(protocol.ProtocolError, match="too many values"):
        protocol.unpack(protocol.plain(protocol.pack([1, 2, 3])), size)


@pytest.mark.parametrize(
    ("message", "complaint"),
    [
        (7, "a message that is malformed"),
        ({"is": "pickle", "data": b"cos\nsystem"}, "a message that is malformed"),
        ({"is": "array", "dtype": "O", "shape": [1], "data": b"12345678"}, "an array of an unknown dtype"),
        (
            {"is": "array", "dtype": "float64", "shape": [2], "data": b"1234"},
            "an array whose shape and data disagree",
        ),
        (
            {"is": "array", "dtype": "float64", "shape": [1], "data": b"0123456789abcdef"},
            "an array whose shape and data disagree",
        ),
        ({"is": "array", "dtype": "uint8", "shape": [0], "data": b"1"}, "an array whose shape and data disagree"),
        ({"is": "array", "dtype": "float64", "shape": [-1], "data": b""}, "an array of an impossible shape"),
        (
            {"is": "array", "dtype": "float64", "shape": [2**20 + 1, 0], "data": b""},
            "an array of an impossible shape",
        ),
        (
            {"is": "array", "dtype": "float64", "shape": [0, 2**10, 0, 2**11], "data": b""},
            "an array of an impossible shape",
        ),
        (
            {"is": "array", "dtype": "float64", "shape": [0] * 9, "data": b""},
            "a message that is malformed",
        ),
        (
            {"is": "dict", "items": [[{"is": "list", "items": []}, {"is": "plain", "value": 1}]]},
            "a dict whose keys are not plain",
        ),
        ({"is": "array", "dtype": 5, "shape": [], "data": b""}, "a message that is malformed"),
    ],
)
def test_a_malformed_value_is_refused(message: Any, complaint: str) -> None:
    with pytest.raises(protocol.ProtocolError, match=complaint):
        arrived(message)


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_fail_otherwise(data: bytes) -> None:
    ours, theirs = protocol.channel_pair()
    with ours, theirs:
        theirs.sendall(struct.pack(">I", len(data)) + data)
        try:
            reply = protocol.receive_reply(ours, 10_000, protocol.NEVER)
            if isinstance(reply, protocol.Returned):
                protocol.unpack(reply.value)
        except protocol.ProtocolError:
            pass


def test_a_length_that_is_not_allowed_is_refused_before_anything_is_read() -> None:
    ours, theirs = protocol.channel_pair()
    with ours, theirs:
        theirs.sendall(struct.pack(">I", 2**31))
        with pytest.raises(protocol.ProtocolError, match="an answer of 2048 MB, more than the 32 MB allowed"):
            protocol.receive_reply(ours, 32 * 2**20, protocol.NEVER)


def test_the_largest_answer_that_is_allowed_is_read() -> None:
    ours, theirs = protocol.channel_pair()
    with ours, theirs:
        answer = protocol.Returned(protocol.pack(1))
        size = protocol.send(theirs, answer)
        assert protocol.receive_reply(ours, size, protocol.NEVER) == answer
        protocol.send(theirs, answer)
        with pytest.raises(protocol.ProtocolError, match="an answer of 0 MB, more than the 0 MB allowed"):
            protocol.receive_reply(ours, size - 1, protocol.NEVER)


def test_a_deep_message_is_refused() -> None:
    deep: Any = {"is": "plain", "value": 1}
    for _ in range(40):
        deep = {"is": "list", "items": [deep]}
    with pytest.raises(protocol.ProtocolError, match="nested too deep"):
        arrived(deep)

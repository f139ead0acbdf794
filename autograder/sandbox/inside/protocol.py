"""What may cross the border between grader and student code: plain values in typed messages, never objects.

Both sides send msgpack in frames. The grader decodes a frame only after its length is known to be allowed, msgspec
checks every field's type, and arrays are rebuilt from a short list of dtypes.
"""

from __future__ import annotations

import math
import socket
import sys
from typing import Any

import msgspec
import numpy as np

from .frames import NEVER, Deadline, TooLarge, receive_frame, send_frame

_SIZES = {"int": (8, 16, 32, 64), "uint": (8, 16, 32, 64), "float": (16, 32, 64), "complex": (64, 128)}
DTYPES = frozenset({"bool"} | {f"{kind}{bits}" for kind, sizes in _SIZES.items() for bits in sizes})
_DTYPES = {name: np.dtype(name) for name in DTYPES}
_NAMES = {dtype: name for name, dtype in _DTYPES.items()}  # NumPy takes longer to name one than to copy an array
_IS_LITTLE = sys.byteorder == "little"
MAX_TEXT = 10_000  # characters of one string; more is cut off
NOT_CALLABLE = "not callable"  # in place of an exception's name: what was called is no function


class ProtocolError(Exception):
    """The other side sent what no honest program sends, or nothing at all."""


class Size(msgspec.Struct, frozen=True):
    """How much one value may hold; beyond that it stays inside."""

    depth: int = 16  # lists in lists
    values: int = 500_000  # all lists in lists together


DEFAULT_SIZE = Size()


class Opaque(msgspec.Struct, tag="opaque", tag_field="is", frozen=True):
    """Something that stays inside: a function, a model, any object. `text` says what it is."""

    type: str
    text: str = ""


class _Array(msgspec.Struct, tag="array", tag_field="is"):
    dtype: str
    shape: list[int]
    data: bytes


class _List(msgspec.Struct, tag="list", tag_field="is"):
    items: list[Any]


class _Tuple(msgspec.Struct, tag="tuple", tag_field="is"):
    items: list[Any]


class _Dict(msgspec.Struct, tag="dict", tag_field="is"):
    items: list[tuple[Any, Any]]


class _Plain(msgspec.Struct, tag="plain", tag_field="is"):
    value: bool | int | float | str | None


_STRUCTS = {"array": _Array, "list": _List, "tuple": _Tuple, "dict": _Dict, "plain": _Plain, "opaque": Opaque}


# --- Messages: the grader asks, the sandbox answers -------------------------------------------------------------------


class Cell(msgspec.Struct):
    """One cell to run: where it came from, its source, and the seconds that it may take."""

    name: str
    source: str
    seconds: float = 0.0


class Load(msgspec.Struct, tag=True, tag_field="is"):
    """Run one cell of the student's program in the namespace of the submission."""

    cell: Cell


class Call(msgspec.Struct, tag=True, tag_field="is"):
    """Call a function that the program defined. `figure`: bring back what it drew instead of what it returned."""

    name: str
    args: list[Any]
    kwargs: list[tuple[str, Any]] = []
    figure: bool = False


class Read(msgspec.Struct, tag=True, tag_field="is"):
    """Read a name that the program assigned."""

    name: str


class RunCell(msgspec.Struct, tag=True, tag_field="is"):
    """Run a cell with other inputs: `inputs` are given to its names, all names that it assigned are read back."""

    cell: Cell
    inputs: list[tuple[str, Any]]


class StandIn(msgspec.Struct, tag=True, tag_field="is"):
    """Replace these functions by the reference, which stays outside and is called back."""

    names: list[str]


class Execute(msgspec.Struct, tag=True, tag_field="is"):
    """Run a notebook cell as a kernel would and bring back what it printed and showed."""

    cell: Cell


class Files(msgspec.Struct, tag=True, tag_field="is"):
    """Bring back the files that the program made in its folder."""


class Returned(msgspec.Struct, tag=True, tag_field="is"):
    """The answer. `changed`: positions of arguments that the call changed in place."""

    value: Any
    changed: list[int] = []


class Raised(msgspec.Struct, tag=True, tag_field="is"):
    """The student's code raised the exception `error`, at `line` of the cell `cell`."""

    error: str
    message: str
    cell: str = ""
    line: int = 0


class Output(msgspec.Struct):
    """One message of a cell to its notebook, as a kernel sends it.

    `kind` is stream, display_data, update_display_data, execute_result, error or clear_output.
    """

    kind: str
    name: str = ""  # of a stream, of an exception's class, or the id of a display
    text: str = ""  # of a stream, or an exception's message
    data: dict[str, str] = {}  # by MIME type: text, base64 of pictures, JSON
    metadata: str = "{}"  # JSON
    traceback: list[str] = []
    wait: bool = False  # clear only when the next output comes


class Shown(msgspec.Struct, tag=True, tag_field="is"):
    """What an executed cell showed, in order; its exception if any; and the number that the notebook gives it."""

    outputs: list[Output]
    error: Raised | None
    number: int = 0


class Made(msgspec.Struct, tag=True, tag_field="is"):
    """The files that the program made, by name."""

    files: dict[str, bytes]


class CallBack(msgspec.Struct, tag=True, tag_field="is"):
    """Student code called a function for which the reference stands in."""

    name: str
    args: list[Any]
    kwargs: list[tuple[str, Any]] = []


Request = Load | Call | Read | RunCell | StandIn | Execute | Files | Returned | Raised
Reply = Returned | Raised | Shown | Made | CallBack

_encoder = msgspec.msgpack.Encoder()
_requests = msgspec.msgpack.Decoder(Request)
_replies = msgspec.msgpack.Decoder(Reply)


# --- Values -----------------------------------------------------------------------------------------------------------


def pack(value: Any, size: Size = DEFAULT_SIZE) -> Any:
    """A value as one of the few kinds that may cross; whatever else it is becomes Opaque."""
    return _pack(value, 0, _Count(size))


def unpack(message: Any, size: Size = DEFAULT_SIZE) -> Any:
    """The value of a decoded message. Raises ProtocolError where the message is malformed."""
    return _unpack(message, 0, _Count(size))


class _Count:
    """How many values have been seen: a list that holds itself has no end."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.values = 0

    def is_full(self) -> bool:
        self.values += 1
        return self.values > self.size.values


def _pack(value: Any, depth: int, count: _Count) -> Any:
    kind = type(value)
    if count.is_full():
        return Opaque(kind.__name__[:80], f"part of more than {count.size.values} values")
    if value is None or kind is bool or kind is float:
        return _Plain(value)
    if kind is int:
        return _Plain(value) if -(2**63) <= value < 2**63 else Opaque("int", "too large")
    if kind is str:
        return _Plain(value[:MAX_TEXT].encode("utf-8", "replace").decode())
    if isinstance(value, np.generic):
        value = np.asarray(value)
    elif kind.__module__.startswith(("tensorflow.", "keras.")) and hasattr(value, "__array__"):
        value = np.asarray(value)  # an eager tensor or a variable is its numbers
    if isinstance(value, np.ndarray):
        name = _NAMES.get(value.dtype)
        if name is None or not _IS_LITTLE:
            name = value.dtype.name
            if name not in DTYPES:
                return Opaque("array", f"an array of dtype {name}")
            value = value.astype(value.dtype.newbyteorder("<"))
        return _Array(name, list(value.shape), np.asarray(value).tobytes())
    if kind in (list, tuple, dict):
        if depth >= count.size.depth:
            return Opaque(kind.__name__, f"nested deeper than {count.size.depth}")
        if len(value) > count.size.values:
            return Opaque(kind.__name__, f"longer than {count.size.values}")
        if kind is dict:
            items = value.items()
            return _Dict([(_pack(key, depth + 1, count), _pack(item, depth + 1, count)) for key, item in items])
        return (_List if kind is list else _Tuple)([_pack(item, depth + 1, count) for item in value])
    return Opaque(kind.__name__[:80], "callable" if callable(value) else "")


def _unpack(message: Any, depth: int, count: _Count) -> Any:
    tag = message.get("is") if isinstance(message, dict) else None
    kind = _STRUCTS.get(tag) if isinstance(tag, str) else None
    if kind is None:
        raise ProtocolError("a value of an unknown kind")
    if depth > count.size.depth:
        raise ProtocolError("a value that is nested too deep")
    if count.is_full():
        raise ProtocolError("too many values")
    try:
        part: Any = msgspec.convert(message, kind)
    except msgspec.ValidationError as error:
        raise ProtocolError(str(error)) from None
    if isinstance(part, _Plain):
        return part.value[:MAX_TEXT] if isinstance(part.value, str) else part.value
    if isinstance(part, Opaque):
        return Opaque(part.type[:80], part.text[:200])
    if isinstance(part, _Array):
        return _unpack_array(part)
    if isinstance(part, _Dict):
        try:
            return {_unpack(key, depth + 1, count): _unpack(item, depth + 1, count) for key, item in part.items}
        except TypeError:
            raise ProtocolError("a dict whose keys are not plain") from None
    items = [_unpack(item, depth + 1, count) for item in part.items]
    return items if isinstance(part, _List) else tuple(items)


def _unpack_array(part: _Array) -> np.ndarray:
    dtype = _DTYPES.get(part.dtype)
    if dtype is None:
        raise ProtocolError(f"an array of dtype {part.dtype[:20]!r}")
    if len(part.shape) > 8 or any(size < 0 or size > 2**31 for size in part.shape):
        raise ProtocolError("an array of an impossible shape")
    if math.prod(part.shape) * dtype.itemsize != len(part.data):
        raise ProtocolError("an array whose shape and data disagree")
    # A copy, so that the array is writable, aligned and owns its memory.
    array = np.frombuffer(part.data, dtype if _IS_LITTLE else dtype.newbyteorder("<"))
    return array.reshape(part.shape).astype(dtype)


# --- Messages on their way --------------------------------------------------------------------------------------------


def encoded(message: Request | Reply) -> bytes:
    return _encoder.encode(message)


def send(channel: socket.socket, message: Request | Reply, deadline: Deadline = NEVER) -> int:
    """Send a message; returns its size in bytes. Raises what the deadline raises: TimeoutError."""
    return send_frame(channel, _encoder.encode(message), deadline)


def receive_request(channel: socket.socket) -> Request:
    return _requests.decode(receive_frame(channel, 2**31, NEVER))


def receive_reply(channel: socket.socket, max_bytes: int, deadline: Deadline) -> Reply:
    """The sandbox's next message. Raises ProtocolError for nonsense, EOFError where there is no more, and what the
    deadline raises: TimeoutError."""
    try:
        return _replies.decode(receive_frame(channel, max_bytes, deadline))
    except TooLarge as error:
        raise ProtocolError(f"an answer of {error}") from None
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise ProtocolError(f"a message that is malformed ({str(error)[:100]})") from None


def plain(packed: Any) -> Any:
    """A packed value as it looks after the journey, for a program that runs in this process."""
    return msgspec.msgpack.decode(_encoder.encode(packed))

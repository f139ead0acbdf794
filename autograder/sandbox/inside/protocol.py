"""The protocol between grader and student code: plain values in typed messages, never objects.

Both sides send msgpack in frames. The grader decodes a frame only after its length is known to be allowed, and msgspec
checks every field's type. The values in the messages are those of `values`.
"""

from __future__ import annotations

import socket
from typing import Any

import msgspec

from .frames import NEVER, Deadline, TooLarge, receive_frame, send_frame
from .values import DEFAULT_SIZE as DEFAULT_SIZE
from .values import DTYPES as DTYPES
from .values import MAX_TEXT as MAX_TEXT
from .values import Opaque as Opaque
from .values import ProtocolError as ProtocolError
from .values import Size as Size
from .values import drained as drained
from .values import pack as pack
from .values import plain as plain
from .values import unpack as unpack

NESTED = "nested"  # in place of a display's id: a result that a function of the cell had shown, not the cell itself
NOT_CALLABLE = "not callable"  # in place of an exception's name: what was called is no function


# --- Messages: the grader asks, the sandbox answers -------------------------------------------------------------------


class Cell(msgspec.Struct):
    """One cell to run: where it came from, and its source."""

    name: str
    source: str


class Load(msgspec.Struct, tag=True, tag_field="is"):
    """Run one cell of the student's program in the namespace of the submission."""

    cell: Cell


class Call(msgspec.Struct, tag=True, tag_field="is"):
    """Call a function that the program defined. `figure`: bring back what it drew instead of what it returned;
    `in_place`: bring back a tuple of what it returned and of its arguments as they are after the call."""

    name: str
    args: list[Any]
    kwargs: list[tuple[str, Any]] = []
    figure: bool = False
    in_place: bool = False


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

    `kind` is stream, display_data, update_display_data, execute_result, error, clear_output, or for a widget comm_open,
    comm_msg or comm_close.
    """

    kind: str
    name: str = ""  # of a stream, of an exception's class, or the id of a display or of a widget's comm
    text: str = ""  # of a stream, an exception's message, or JSON for a widget
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

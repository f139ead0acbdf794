"""The protocol between grader and student code: plain values in typed messages, never objects.

An object of a student's class stays inside, where it has a number; so does one of the reference's outside. Only
requests name one by its number: an answer is values alone.

Both sides send msgpack in frames. The grader decodes a frame only after its length is known to be allowed, and msgspec
checks every field's type. The values in the messages are those of `values`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from . import memory
from .frames import NEVER as NEVER
from .frames import Channel as Channel
from .frames import Deadline as Deadline
from .frames import TooLarge, receive_frame, send_frame
from .frames import channel_pair as channel_pair
from .values import DEFAULT_SIZE as DEFAULT_SIZE
from .values import DTYPES as DTYPES
from .values import MAX_TEXT as MAX_TEXT
from .values import Opaque as Opaque
from .values import Packed as Packed
from .values import ProtocolError as ProtocolError
from .values import Size as Size
from .values import drained as drained
from .values import pack as pack
from .values import plain as plain
from .values import unpack as unpack

NESTED = "nested"  # in place of a display's id: a result that a function of the cell had shown, not the cell itself

# In place of an exception's name, and such as no class of Python's syntax can have:
NOT_CALLABLE = "not callable"  # what was called is no function
NOT_A_CLASS = "not a class"  # what an object was asked of is none
MISSING = "no such attribute"  # of an object
# What the grader calls an answer that did not come; no word of the other side's.
NO_ANSWER = ("TimeoutError", "Ended", "Malformed")


# Which arguments are objects: position or name, and the object's number. Its place among the arguments holds None.
Objects = list[tuple[int | str, int]]


# --- Messages: the grader asks, the sandbox answers -------------------------------------------------------------------


class Cell(msgspec.Struct):
    """One cell to run: where it came from, and its source."""

    name: str
    source: str


class Load(msgspec.Struct, tag=True, tag_field="is"):
    """Run one cell of the student's program in the namespace of the submission."""

    cell: Cell


class Make(msgspec.Struct, tag=True, tag_field="is"):
    """Make an object of a class that the program defined, and keep it inside under this number.

    Number 0 is a new beginning: all objects before it are forgotten.
    """

    name: str
    args: list[Packed]
    kwargs: list[tuple[str, Packed]] = []
    number: int = 0
    objects: Objects = []


class Call(msgspec.Struct, tag=True, tag_field="is"):
    """Call a function that the program defined, or "Class.method" `of` an object. `figure`: bring back what it drew
    instead of what it returned; `in_place`: bring back a tuple of what it returned and of its arguments as they are
    after the call."""

    name: str
    args: list[Packed]
    kwargs: list[tuple[str, Packed]] = []
    figure: bool = False
    in_place: bool = False
    of: int | None = None
    objects: Objects = []


class Read(msgspec.Struct, tag=True, tag_field="is"):
    """Read a name that the program assigned, or "Class.attribute" `of` an object."""

    name: str
    of: int | None = None


class RunCell(msgspec.Struct, tag=True, tag_field="is"):
    """Run a cell with other inputs: `inputs` are given to its names, all names that it assigned are read back."""

    cell: Cell
    inputs: list[tuple[str, Packed]]


class StandIn(msgspec.Struct, tag=True, tag_field="is"):
    """Replace these functions and classes by the reference, which stays outside and is called back. `classes` has the
    names of their methods."""

    names: list[str]
    classes: dict[str, list[str]] = {}


class Execute(msgspec.Struct, tag=True, tag_field="is"):
    """Run a notebook cell as a kernel would and bring back what it printed and showed."""

    cell: Cell


class Files(msgspec.Struct, tag=True, tag_field="is"):
    """Bring back the files that the program made in its folder."""


class Returned(msgspec.Struct, tag=True, tag_field="is"):
    """The answer. `changed`: positions of arguments that the call changed in place."""

    value: Packed
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
    """Student code called a function or a class for which the reference stands in. It gets a value, or the number of
    the object that was made; `of` that object it calls a method, or it reads or writes an attribute."""

    name: str
    args: list[Packed]
    kwargs: list[tuple[str, Packed]] = []
    of: int | None = None
    how: Literal["call", "read", "write"] = "call"


Request = Load | Make | Call | Read | RunCell | StandIn | Execute | Files | Returned | Raised
Reply = Returned | Raised | Shown | Made | CallBack

MAX_MESSAGE = 500  # characters of an exception's text
_SMALL_BYTES = 2**18  # of a frame that takes little memory, whatever it is decoded to
_DECODED_MB = 112  # that a longer one may take
_encoder = msgspec.msgpack.Encoder()
_requests = msgspec.msgpack.Decoder(Request)
_replies = msgspec.msgpack.Decoder(Reply)


# --- Messages on their way --------------------------------------------------------------------------------------------


def encoded(message: Request | Reply) -> bytes:
    return _encoder.encode(message)


def send(channel: Channel, message: Request | Reply, deadline: Deadline = NEVER) -> int:
    """Send a message; returns its size in bytes. Raises what the deadline raises: TimeoutError."""
    return send_frame(channel, _encoder.encode(message), deadline)


def receive_request(channel: Channel) -> Request:
    return _requests.decode(receive_frame(channel, 2**31, NEVER))


def receive_reply(channel: Channel, max_bytes: int, deadline: Deadline) -> Reply:
    """The sandbox's next message. Raises ProtocolError for nonsense, EOFError where there is no more, and what the
    deadline raises: TimeoutError."""
    try:
        frame = receive_frame(channel, max_bytes, deadline)
    except TooLarge as error:
        raise ProtocolError(f"an answer of {error}") from None
    return reply_of(frame)


def reply_of(frame: bytes | bytearray) -> Reply:
    """The message in a frame of the sandbox's. Raises ProtocolError for nonsense."""
    try:
        if len(frame) <= _SMALL_BYTES:
            reply = _replies.decode(frame)
        else:
            with memory.at_most(_DECODED_MB):
                reply = _replies.decode(frame)
    except MemoryError:
        raise ProtocolError(f"an answer that takes more than {_DECODED_MB} MB of memory") from None
    except (msgspec.MsgspecError, RecursionError, ValueError):  # its text may hold what was sent
        raise ProtocolError("a message that is malformed") from None
    return _in_short(reply) if isinstance(reply, Raised) else reply


def _in_short(raised: Raised) -> Raised:
    """An exception as it may be told: its texts are short, and a class that is called like a word of the grader's is
    not taken for it."""
    error = raised.error[:80]
    if not error.isidentifier() and (raised.line or error not in (NOT_CALLABLE, NOT_A_CLASS, MISSING)):
        error = "Exception"
    elif error in NO_ANSWER and not raised.line:
        error = f"an exception called {error}"
    return Raised(error, raised.message[:MAX_MESSAGE], raised.cell[:MAX_MESSAGE], raised.line)

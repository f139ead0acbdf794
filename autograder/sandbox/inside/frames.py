"""Frames on a socket: bytes with their length in front, sent and received whole, until a deadline."""

from __future__ import annotations

import math
import socket
import struct
import time
from collections.abc import Callable
from typing import TypeVar

_HEADER = struct.Struct(">I")
_AT_LEAST = 4096  # bytes that are asked for at once: most frames come whole with their length
_Argument = TypeVar("_Argument")
_Result = TypeVar("_Result")


class TooLarge(Exception):
    """A frame is longer than allowed: nothing of it was read but its length."""


class Deadline:
    """Until when the other side is waited for, as a moment of `time.monotonic()`."""

    def __init__(self, at: float) -> None:
        self.at = at

    def prolong(self) -> None:
        """Asked once the moment has passed and nothing was there to be read: set a later one, or raise TimeoutError."""
        raise TimeoutError


NEVER = Deadline(math.inf)


class Channel(socket.socket):
    """A socket on which frames come. What has arrived behind the frame that is asked for is kept for the next."""

    def __init__(self, descriptor: int) -> None:
        super().__init__(fileno=descriptor)
        self.arrived = bytearray()


def channel_pair() -> tuple[Channel, Channel]:
    """The two ends of a line."""
    one, other = socket.socketpair()
    return Channel(one.detach()), Channel(other.detach())


def send_frame(channel: Channel, data: bytes, deadline: Deadline) -> int:
    """Send bytes; returns how many. Raises what the deadline raises."""
    left = memoryview(_HEADER.pack(len(data)) + data)
    while left:
        left = left[_in_time(channel, deadline, channel.send, left) :]
    return len(data)


def receive_frame(channel: Channel, max_bytes: int, deadline: Deadline) -> bytearray:
    """The next bytes. Raises TooLarge, EOFError where there is no more, and what the deadline raises."""
    (length,) = _HEADER.unpack(_exactly(channel, _HEADER.size, deadline))
    if length > max_bytes:
        raise TooLarge(f"{length / 2**20:.0f} MB, more than the {max_bytes / 2**20:.0f} MB allowed")
    return _exactly(channel, length, deadline)


def _exactly(channel: Channel, count: int, deadline: Deadline) -> bytearray:
    data = channel.arrived
    while len(data) < count:
        chunk = _in_time(channel, deadline, channel.recv, min(max(count - len(data), _AT_LEAST), 2**20))
        if not chunk:
            raise EOFError
        data += chunk
    channel.arrived = data[count:]
    del data[count:]
    return data


def _in_time(channel: Channel, deadline: Deadline, act: Callable[[_Argument], _Result], argument: _Argument) -> _Result:
    """Send or receive, also once the deadline has passed: what can be done then without waiting is done."""
    while True:
        if deadline.at != math.inf:
            channel.settimeout(max(0.0, deadline.at - time.monotonic()))
        elif channel.gettimeout() is not None:
            channel.settimeout(None)
        try:
            return act(argument)
        except (TimeoutError, BlockingIOError):
            deadline.prolong()

"""The grader's end of a child: what is asked and answered, what it has used, and how it ended."""

from __future__ import annotations

import contextlib
import socket
import time

from autograder.errors import MachineFault
from autograder.sandbox.cgroup import ControlGroup
from autograder.sandbox.inside import protocol, usage
from autograder.sandbox.inside.usage import Usage

_SUPERVISOR_SECONDS = 60.0  # the supervisor answers at once, unless the machine stands still
# How a child ends that somebody else has killed: it is the first process of its namespace, and cannot kill itself.
FROM_OUTSIDE = ("", "signal 9")


class Ended(Exception):
    """The child is gone. `how` is "memory", "processes", "time" or "closed" (its channel) when the supervisor ended it,
    else "signal N", "exit N" or "" when nothing is known."""

    def __init__(self, how: str) -> None:
        super().__init__(how)
        self.how = how


class Child:
    """One forked child: the process in which one submission's code runs."""

    def __init__(
        self, channel: protocol.Channel, supervisor: socket.socket, answer_mb: int, group: ControlGroup | None = None
    ) -> None:
        self._channel, self._supervisor, self._max_bytes = channel, supervisor, answer_mb * 2**20
        self._group, self._out_of_memory = group, group.out_of_memory() if group else 0
        self._lines: list[str] = []  # of the supervisor's, which are not read yet
        self._ended: Ended | None = None

    def send(self, message: protocol.Request, deadline: protocol.Deadline) -> int:
        """Send a request; returns its size in bytes. Raises TimeoutError, or Ended."""
        try:
            return protocol.send(self._channel, message, deadline)
        except OSError as error:
            if isinstance(error, TimeoutError):
                raise
            raise self._end() from None

    def receive(self, deadline: protocol.Deadline) -> protocol.Reply:
        """The next answer. Raises TimeoutError, Ended, or ProtocolError for an answer that is none."""
        try:
            return protocol.receive_reply(self._channel, self._max_bytes, deadline)
        except TimeoutError:
            raise
        except (EOFError, OSError):
            raise self._end() from None

    def usage(self, since: float) -> Usage:
        """What the child and all that it started have used since a moment of `time.monotonic()`. Raises Ended."""
        self._say(usage.asked(since))
        return usage.usage_of(self._answer())

    def interrupt(self) -> None:
        """Interrupt what the child and all that it started do, as Jupyter's button does."""
        self._say(f"{usage.INTERRUPT}\n".encode())

    def close(self) -> None:
        """Close both sockets: the supervisor kills what is left."""
        self._channel.close()
        self._supervisor.close()

    def _end(self) -> Ended:
        """How the child ended whose channel is closed, which it may have done itself and live on."""
        try:
            self._say(f"{usage.END}\n".encode())
            while True:
                self._answer()
        except Ended as ended:
            return ended

    def _say(self, line: bytes) -> None:
        with contextlib.suppress(OSError):  # a supervisor that has gone has said how the child ended
            self._supervisor.settimeout(_SUPERVISOR_SECONDS)
            self._supervisor.sendall(line)

    def _answer(self) -> str:
        """The supervisor's next line. Raises Ended where that is the last."""
        while not self._ended and not self._lines:
            try:
                said = self._supervisor.recv(4096).decode("ascii", "replace")
            except TimeoutError:
                raise MachineFault(
                    f"the machine {socket.gethostname()} stood still for {_SUPERVISOR_SECONDS:g} s"
                ) from None
            except OSError:
                said = ""
            self._lines = said.splitlines() or ["ended "]
        if not self._ended and (how := usage.how_of(self._lines[0])) is not None:
            if how in FROM_OUTSIDE and self._group and self._group.out_of_memory() > self._out_of_memory:
                how = "memory"  # in a burst between two looks
            self._ended = Ended(how)
        if self._ended:
            raise self._ended
        return self._lines.pop(0)


def deadline_in(seconds: float) -> protocol.Deadline:
    return protocol.Deadline(time.monotonic() + seconds)

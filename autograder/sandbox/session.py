"""A submission's code, running in a sandbox or (for an author's own code) in this process."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from autograder.course.settings import Limits
from autograder.sandbox.inside import protocol
from autograder.sandbox.sandbox import Child, Ended, Sandbox

# The reference, called back for a function for which it stands in: name, args, kwargs -> value.
Reference = Callable[[str, list[Any], list[tuple[str, Any]]], Any]

# How a child ends that somebody else has killed: it is the first process of its namespace, and cannot kill itself.
_FROM_OUTSIDE = ("", "signal 9")
_TRIES = 5
# What is sent ahead is less than a socket holds, in either direction: neither side waits for the other to read.
_AHEAD_BYTES = 32_768
_AHEAD_MESSAGES = 32  # the kernel counts almost a kilobyte for the smallest

# Each answer is what the program did: a value, or how it went wrong.
Answer = protocol.Returned | protocol.Raised


class OutOfTime(Exception):
    """The submission has used all the time that it may use."""


class Session(Protocol):
    """What a check may ask of a program. `errors` tells which cells stopped when they were loaded, and how."""

    errors: dict[str, protocol.Raised]

    def ask(self, request: protocol.Request) -> Answer: ...

    def stand_in(self, names: tuple[str, ...]) -> None:
        """From now on ask a second run of the program, with the reference in place of these; without names the first.

        Both runs are kept while they are of use.
        """

    def restart(self) -> None:
        """Start the run that is asked again from its cells."""


class SandboxSession:
    """A program in a child of the sandbox. A call that ends or hangs the child costs that call only."""

    def __init__(
        self,
        sandbox: Sandbox,
        cells: list[protocol.Cell],
        limits: Limits,
        reference: Reference,
        clock: Clock,
    ) -> None:
        self._sandbox, self._cells, self._limits, self._reference = sandbox, cells, limits, reference
        self._clock, self._size = clock, protocol.Size(limits.answer_depth, limits.answer_values)
        self._children: dict[tuple[str, ...], Child] = {}  # by the functions for which the reference stands in
        self._stand_ins: tuple[str, ...] = ()
        self._skipped: dict[str, protocol.Raised] = {}  # cells that would end the child again
        self._hung: dict[tuple[str, tuple[str, ...]], protocol.Raised] = {}  # what need not be waited for twice
        self._killed = False  # whether the last exchange ended by no doing of the student's
        self.errors: dict[str, protocol.Raised] = {}

    def ask(self, request: protocol.Request) -> Answer:
        what = (_name(request), self._stand_ins)
        if what in self._hung:
            return self._hung[what]
        for _ in range(_TRIES):
            if self._child is None:
                self._load()
            # It may have ended while the reference was put in place.
            answer = self._exchange(request) if self._child else protocol.Raised("Ended", "ended the program")
            if not self._killed:
                break
        if isinstance(answer, protocol.Raised) and answer.error == "TimeoutError" and self._child is None:
            self._hung[what] = answer
        return answer

    def stand_in(self, names: tuple[str, ...]) -> None:
        for other in [each for each in self._children if names and each not in ((), names)]:
            self._children.pop(other).close()
        self._stand_ins = names

    def restart(self) -> None:
        if self._child:
            self._children.pop(self._stand_ins).close()

    def close(self) -> None:
        for child in self._children.values():
            child.close()
        self._children.clear()

    @property
    def _child(self) -> Child | None:
        return self._children.get(self._stand_ins)

    def missing_layers(self) -> list[str]:
        return self._sandbox.missing

    def _load(self) -> None:
        killed: Counter[str] = Counter()
        while self._child is None:
            self._children[self._stand_ins] = self._sandbox.child(self._limits)
            self.errors = dict(self._skipped)
            cells = [cell for cell in self._cells if cell.name not in self._skipped]
            for cell, answer in zip(cells, self._exchange_all([protocol.Load(cell) for cell in cells]), strict=False):
                if isinstance(answer, protocol.Raised):
                    self.errors[cell.name] = answer
                if self._child is None:  # this cell ended it: once more without
                    killed[cell.name] += self._killed
                    if not self._killed or killed[cell.name] == _TRIES:
                        self._skipped[cell.name] = self.errors[cell.name]
                    break
        if self._stand_ins:
            self._exchange(protocol.StandIn(list(self._stand_ins)))

    def _exchange(self, request: protocol.Request) -> Answer:
        return next(self._exchange_all([request]))

    def _exchange_all(self, requests: list[protocol.Request]) -> Iterator[Answer]:
        """The answers, in order, until one of them is the child's end. Some requests are sent ahead: a child that has
        its next one need not be waited for between two."""
        assert self._child is not None
        self._killed = False
        waiting, ahead = deque(requests), deque[int]()
        while waiting or ahead:
            seconds = min(self._limits.call_seconds, self._clock.left())
            started = time.monotonic()
            try:
                self._send_ahead(waiting, ahead, started + seconds)
                answer = self._receive(started + seconds)
                ahead.popleft()
            except TimeoutError:
                self.restart()
                if seconds < self._limits.call_seconds:
                    raise OutOfTime from None
                answer = protocol.Raised("TimeoutError", f"did not finish within {seconds:g} s")
            except Ended as ended:
                self.restart()
                self._killed = ended.how in _FROM_OUTSIDE
                answer = protocol.Raised("Ended", _how_it_ended(ended.how, self._limits))
            except protocol.ProtocolError as error:
                self.restart()
                answer = protocol.Raised("Malformed", f"sent back {error}")
            finally:
                self._clock.use(time.monotonic() - started)
            yield answer
            if self._child is None:
                return

    def _send_ahead(self, waiting: deque[protocol.Request], ahead: deque[int], deadline: float) -> None:
        assert self._child is not None
        while waiting and (not ahead or (len(ahead) < _AHEAD_MESSAGES and sum(ahead) < _AHEAD_BYTES)):
            try:
                ahead.append(self._child.send(waiting[0], deadline))
            except Ended:
                if not ahead:
                    raise
                return  # what ended it was asked before: its answer tells
            waiting.popleft()

    def _receive(self, deadline: float) -> Answer:
        assert self._child is not None
        while True:
            reply = self._child.receive(deadline)
            if not isinstance(reply, protocol.CallBack):
                break
            self._child.send(self._call_reference(reply), deadline)
        if isinstance(reply, protocol.Returned):
            reply.value = protocol.unpack(reply.value, self._size)
        elif not isinstance(reply, protocol.Raised):
            raise protocol.ProtocolError("an answer to another question")
        return reply

    def _call_reference(self, call: protocol.CallBack) -> protocol.Request:
        if call.name not in self._stand_ins:
            raise protocol.ProtocolError("a call to a function that does not stand in")
        args = [protocol.unpack(arg, self._size) for arg in call.args]
        kwargs = [(name, protocol.unpack(arg, self._size)) for name, arg in call.kwargs]
        try:
            return protocol.Returned(protocol.pack(self._reference(call.name, args, kwargs)))
        except Exception as error:  # the student's own call with impossible arguments
            return protocol.Raised(type(error).__name__, str(error)[:200])


class Clock:
    """The seconds that one submission may still use, over all its children."""

    def __init__(self, seconds: float) -> None:
        self._left = seconds

    def left(self) -> float:
        if self._left <= 0:
            raise OutOfTime
        return self._left

    def use(self, seconds: float) -> None:
        self._left -= seconds


def _name(request: protocol.Request) -> str:
    """The function or cell that is asked for."""
    match request:
        case protocol.Call():
            return request.name
        case protocol.RunCell():
            return request.cell.name
        case _:
            return ""


def _how_it_ended(how: str, limits: Limits) -> str:
    if how == "memory":
        return f"used more than {limits.memory_mb} MB of memory"
    if how == "processes":
        return f"started more than {limits.processes} processes and threads"
    if how.startswith("exit"):
        return f"ended the program ({how.replace('exit', 'exit status')})"
    if how == "signal 24":
        return f"used more than {limits.submission_seconds:g} s of processor time"
    return "ended the program" + (f" (killed by {how})" if how else "")

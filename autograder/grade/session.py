"""A submission's code, running in a sandbox or (for an author's own code) in this process."""

from __future__ import annotations

import copy
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from typing import Any, Protocol

import numpy as np

from autograder.author.lesson import lazy_builtins
from autograder.course import Limits
from autograder.errors import GraderFault
from autograder.grade.inside import border
from autograder.grade.inside.program import Program
from autograder.grade.sandbox import Child, Ended, Sandbox

# The reference, called back for a function for which it stands in: name, args, kwargs -> value.
Reference = Callable[[str, list[Any], list[tuple[str, Any]]], Any]

# How a child ends that somebody else has killed: it is the first process of its namespace, and cannot kill itself.
_FROM_OUTSIDE = ("", "signal 9")
_TRIES = 5
# What is sent ahead is less than a socket holds, in either direction: neither side waits for the other to read.
_AHEAD_BYTES = 32_768
_AHEAD_MESSAGES = 32  # the kernel counts almost a kilobyte for the smallest

# Each answer is what the program did: a value, or how it went wrong.
Answer = border.Returned | border.Raised


class OutOfTime(Exception):
    """The submission has used all the time that it may use."""


class Session(Protocol):
    """What a check may ask of a program. `errors` tells which cells stopped when they were loaded, and how."""

    errors: dict[str, border.Raised]

    def ask(self, request: border.Request) -> Answer: ...

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
        cells: list[border.Cell],
        limits: Limits,
        reference: Reference,
        clock: Clock,
    ) -> None:
        self._sandbox, self._cells, self._limits, self._reference = sandbox, cells, limits, reference
        self._clock, self._size = clock, border.Size(limits.answer_depth, limits.answer_values)
        self._children: dict[tuple[str, ...], Child] = {}  # by the functions for which the reference stands in
        self._stand_ins: tuple[str, ...] = ()
        self._skipped: dict[str, border.Raised] = {}  # cells that would end the child again
        self._hung: dict[tuple[str, tuple[str, ...]], border.Raised] = {}  # what need not be waited for twice
        self._killed = False  # whether the last exchange ended by no doing of the student's
        self.errors: dict[str, border.Raised] = {}

    def ask(self, request: border.Request) -> Answer:
        what = (_name(request), self._stand_ins)
        if what in self._hung:
            return self._hung[what]
        for _ in range(_TRIES):
            if self._child is None:
                self._load()
            # It may have ended while the reference was put in place.
            answer = self._exchange(request) if self._child else border.Raised("Ended", "ended the program")
            if not self._killed:
                break
        if isinstance(answer, border.Raised) and answer.error == "TimeoutError" and self._child is None:
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
            for cell, answer in zip(cells, self._exchange_all([border.Load(cell) for cell in cells]), strict=False):
                if isinstance(answer, border.Raised):
                    self.errors[cell.name] = answer
                if self._child is None:  # this cell ended it: once more without
                    killed[cell.name] += self._killed
                    if not self._killed or killed[cell.name] == _TRIES:
                        self._skipped[cell.name] = self.errors[cell.name]
                    break
        if self._stand_ins:
            self._exchange(border.StandIn(list(self._stand_ins)))

    def _exchange(self, request: border.Request) -> Answer:
        return next(self._exchange_all([request]))

    def _exchange_all(self, requests: list[border.Request]) -> Iterator[Answer]:
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
                answer = border.Raised("TimeoutError", f"did not finish within {seconds:g} s")
            except Ended as ended:
                self.restart()
                self._killed = ended.how in _FROM_OUTSIDE
                answer = border.Raised("Ended", _how_it_ended(ended.how, self._limits))
            except border.BorderError as error:
                self.restart()
                answer = border.Raised("Malformed", f"sent back {error}")
            finally:
                self._clock.use(time.monotonic() - started)
            yield answer
            if self._child is None:
                return

    def _send_ahead(self, waiting: deque[border.Request], ahead: deque[int], deadline: float) -> None:
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
            if not isinstance(reply, border.CallBack):
                break
            self._child.send(self._call_reference(reply), deadline)
        if isinstance(reply, border.Returned):
            reply.value = border.unpack(reply.value, self._size)
        elif not isinstance(reply, border.Raised):
            raise border.BorderError("an answer to another question")
        return reply

    def _call_reference(self, call: border.CallBack) -> border.Request:
        if call.name not in self._stand_ins:
            raise border.BorderError("a call to a function that does not stand in")
        args = [border.unpack(arg, self._size) for arg in call.args]
        kwargs = [(name, border.unpack(arg, self._size)) for name, arg in call.kwargs]
        try:
            return border.Returned(border.pack(self._reference(call.name, args, kwargs)))
        except Exception as error:  # the student's own call with impossible arguments
            return border.Raised(type(error).__name__, str(error)[:200])


class LocalSession:
    """A program of the author's, run in this process: known wrong answers are tried this way. Never a student's."""

    def __init__(self, cells: list[border.Cell], replaced: dict[str, Any], reference: Reference) -> None:
        self._cells, self._replaced, self._reference = cells, replaced, reference
        self._programs: dict[tuple[str, ...], Program] = {}
        self._stand_ins: tuple[str, ...] = ()
        self.errors: dict[str, border.Raised] = {}
        self.restart()

    def stand_in(self, names: tuple[str, ...]) -> None:
        self._stand_ins = names
        if names not in self._programs:
            self.restart()

    def restart(self) -> None:
        self._programs[self._stand_ins] = program = Program()
        program.namespace["__builtins__"] = lazy_builtins()
        for cell in self._cells:
            with np.errstate(all="ignore"):
                answer = program.load(cell)
            if isinstance(answer, border.Raised):
                self.errors[cell.name] = answer
        program.namespace.update(self._replaced)
        program.stand_in(list(self._stand_ins), self._reference)

    def ask(self, request: border.Request) -> Answer:
        with np.errstate(all="ignore"):
            return self._ask(copy.deepcopy(request))

    def _ask(self, request: border.Request) -> Answer:
        program = self._programs[self._stand_ins]
        match request:
            case border.Read():
                answer = program.read(request.name)
            case border.Call():
                request.args = [border.unpack(border.plain(arg)) for arg in request.args]
                request.kwargs = [(name, border.unpack(border.plain(arg))) for name, arg in request.kwargs]
                answer = program.call(request)
            case border.RunCell():
                request.inputs = [(name, border.unpack(border.plain(value))) for name, value in request.inputs]
                replaced = self._replaced.get(request.cell.name)
                if replaced is not None:
                    answer = border.Returned(replaced(**dict(request.inputs)))
                else:
                    answer = program.run_cell(request)
            case _:
                raise GraderFault(f"a local session does not know {type(request).__name__}")
        if isinstance(answer, border.Returned):
            answer.value = border.unpack(border.plain(border.pack(answer.value)))
        return answer


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


def _name(request: border.Request) -> str:
    """The function or cell that is asked for."""
    match request:
        case border.Call():
            return request.name
        case border.RunCell():
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

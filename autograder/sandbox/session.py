"""A submission's code, running in a sandbox or (for an author's own code) in this process."""

from __future__ import annotations

import socket
import time
from collections import Counter, deque
from collections.abc import Iterator
from typing import Any, Protocol

from autograder import stages
from autograder.course.settings import Limits
from autograder.errors import MachineFault
from autograder.sandbox.called_back import CalledBack
from autograder.sandbox.child import FROM_OUTSIDE, Child, Ended
from autograder.sandbox.inside import protocol
from autograder.sandbox.messages import shown
from autograder.sandbox.own_time import OwnTime, grader_waited, name_of
from autograder.sandbox.sandbox import Sandbox
from autograder.sandbox.story import Story

_TRIES = 5  # where the child is killed from outside
_PATIENCE = 1  # calls of one function that are waited for until their limit
_MARGIN = 5  # how much longer than an honest call takes a limit is
_START_SECONDS = 0.1  # that a child costs, after the first: as much on every machine
# What is sent ahead is less than a socket holds, in either direction: neither side waits for the other to read.
_AHEAD_BYTES = 32_768
_AHEAD_MESSAGES = 32  # the kernel counts almost a kilobyte for the smallest

# Each answer is what the program did: a value, or how it went wrong.
Answer = protocol.Returned | protocol.Raised


class OutOfTime(Exception):
    """The submission has used all the time that it may use."""


class Session(Protocol):
    """What a check may ask of a program. `errors` tells which cells stopped when they were loaded, and how, and
    `forbidden` which libraries no answer may use.

    An object that was asked for is there until object 0 is asked for again.
    """

    errors: dict[str, protocol.Raised]
    forbidden: tuple[str, ...]

    def ask(self, request: protocol.Request) -> Answer: ...

    def stand_in(self, names: tuple[str, ...]) -> None:
        """From now on ask a second run of the program, with the reference in place of these; without names the first.

        Both runs are kept while they are of use.
        """

    def restart(self) -> None:
        """Start the run that is asked again from its cells."""


class SandboxSession:
    """A program in a child of the sandbox. A call that ends or hangs the child costs that call only: in the next child
    the objects are made again, by what was asked of them before.

    `reference` is the module whose functions and classes stand in. Every method that runs the program raises OutOfTime,
    or MachineFault where it was the machine that failed.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        cells: list[protocol.Cell],
        limits: Limits,
        reference: Any,
        clock: Clock,
    ) -> None:
        self._sandbox, self._cells, self._limits, self._reference = sandbox, cells, limits, reference
        self.forbidden = sandbox.forbidden
        self._clock, self._size = clock, protocol.Size(limits.answer_depth, limits.answer_values)
        self._children: dict[tuple[str, ...], Child] = {}  # by the functions for which the reference stands in
        self._stand_ins: tuple[str, ...] = ()
        self._called_back: dict[tuple[str, ...], CalledBack] = {}
        self._story = Story()
        self._skipped: dict[str, protocol.Raised] = {}  # cells that would end the child again
        self._timed_out: dict[tuple[bytes, tuple[str, ...]], protocol.Raised] = {}  # requests not to wait for twice
        self._killed = False  # whether the last exchange ended by no doing of the student's
        self._has_begun = False
        self.errors: dict[str, protocol.Raised] = {}

    def ask(self, request: protocol.Request) -> Answer:
        self._story.begin(request)
        if self._timed_out and (known := self._timed_out.get(self._key(request))):
            return known
        for _ in range(_TRIES):
            if self._child is None:
                self.load()
            # It may have ended while the reference was put in place.
            answer = self._told(request) if self._child else protocol.Raised("Ended", "ended the program")
            if not self._killed:
                break
        else:
            raise _killed_from_outside(name_of(request))
        if isinstance(answer, protocol.Raised) and answer.error == "TimeoutError" and self._child is None:
            self._timed_out[self._key(request)] = answer
        return answer

    def stand_in(self, names: tuple[str, ...]) -> None:
        for other in [each for each in self._children if names and each not in ((), names)]:
            self._drop(other)
        self._stand_ins = names

    def restart(self) -> None:
        if self._child:
            self._drop(self._stand_ins)

    def close(self) -> None:
        for child in self._children.values():
            child.close()
        self._children.clear()

    def load(self) -> None:
        """Run the program's cells in a fresh child. `errors` says which of them stopped."""
        killed: Counter[str] = Counter()
        while self._child is None:
            self._begin()
            cells = [cell for cell in self._cells if cell.name not in self._skipped]
            for cell, answer in zip(cells, self._exchange_all([protocol.Load(cell) for cell in cells]), strict=False):
                if isinstance(answer, protocol.Raised):
                    self.errors[cell.name] = answer
                if self._child is None:  # this cell ended it: once more without
                    killed[cell.name] += self._killed
                    if killed[cell.name] == _TRIES:
                        raise _killed_from_outside(name_of(protocol.Load(cell)))
                    if not self._killed:
                        self._skipped[cell.name] = self.errors[cell.name]
                    break
        if self._stand_ins:
            back = CalledBack(self._reference, self._stand_ins, self._size, self._limits)
            self._called_back[self._stand_ins] = back
            self._exchange(protocol.StandIn(list(self._stand_ins), back.methods()))

    def missing_layers(self) -> list[str]:
        return self._sandbox.missing

    @property
    def _child(self) -> Child | None:
        return self._children.get(self._stand_ins)

    def _key(self, request: protocol.Request) -> tuple[bytes, tuple[str, ...]]:
        return self._story.key(request), self._stand_ins

    def _told(self, request: protocol.Request) -> Answer:
        """The answer to a request, or to what has to be told again before it where the child ends there."""
        answers = [*self._exchange_all([*self._story.untold(request, self._stand_ins), request])]
        if self._child:
            self._story.add(request, self._stand_ins)
        return answers[-1]

    def _begin(self) -> None:
        """A fresh child. What starting it takes depends on the machine, so the student's clock knows a fixed amount."""
        if self._has_begun:
            self._clock.charge(_START_SECONDS)
        self._children[self._stand_ins] = child = self._sandbox.child(self._limits)
        self._story.is_untold(self._stand_ins)
        self._clock.add(child)
        self._has_begun = True
        self.errors = dict(self._skipped)

    def _end(self, own_time: OwnTime) -> None:
        self._clock.use(own_time.elapsed())
        self.restart()

    def _drop(self, stand_ins: tuple[str, ...]) -> None:
        child = self._children.pop(stand_ins)
        self._called_back.pop(stand_ins, None)
        try:
            self._clock.settle(child)
        finally:
            child.close()

    def _exchange(self, request: protocol.Request) -> Answer:
        return next(self._exchange_all([request]))

    def _exchange_all(self, requests: list[protocol.Request]) -> Iterator[Answer]:
        """The answers, in order, until one of them is the child's end. Some requests are sent ahead: a child that has
        its next one need not be waited for between two."""
        self._killed = False
        self._clock.has_asked |= not all(isinstance(request, protocol.Load) for request in requests)
        waiting, ahead = deque(requests), deque[tuple[protocol.Request, int]]()
        while waiting or ahead:
            child = self._child
            assert child is not None
            next_one = ahead[0][0] if ahead else waiting[0]
            most = self._clock.for_one_call(name_of(next_one), self._seconds_for(next_one))
            seconds = min(most, self._clock.left(most))
            own_time = OwnTime(child, seconds, next_one, bool(self._stand_ins))
            try:
                self._send_ahead(waiting, ahead, own_time)
                answer = self._receive(own_time)
                own_time.hold_against()
                asked, _ = ahead.popleft()
                if isinstance(answer, protocol.Raised) and self._clock.has_asked:
                    answer = shown(answer, asked, self._cells)
            except TimeoutError:
                self._end(own_time)
                if seconds < most:
                    raise OutOfTime from None
                self._clock.stopped[name_of(next_one)] += 1
                answer = protocol.Raised("TimeoutError", f"did not finish within {seconds:g} s")
            except Ended as ended:
                self._end(own_time)
                self._killed = ended.how in FROM_OUTSIDE
                answer = protocol.Raised("Ended", _how_it_ended(ended.how, self._limits))
            except protocol.ProtocolError as error:
                self._end(own_time)
                answer = protocol.Raised("Malformed", f"sent back {error}")
            except MachineFault:
                self._end(own_time)
                raise
            else:
                self._clock.use(own_time.elapsed())
            yield answer
            if self._child is None:
                return

    def _seconds_for(self, request: protocol.Request) -> float:
        if isinstance(request, protocol.Make | protocol.Call | protocol.Read):
            return self._limits.seconds_for(request.name)
        return self._limits.cell_seconds

    def _send_ahead(
        self, waiting: deque[protocol.Request], ahead: deque[tuple[protocol.Request, int]], own_time: OwnTime
    ) -> None:
        assert self._child is not None
        while waiting and (
            not ahead or (len(ahead) < _AHEAD_MESSAGES and sum(size for _, size in ahead) < _AHEAD_BYTES)
        ):
            try:
                ahead.append((waiting[0], self._child.send(waiting[0], own_time)))
            except Ended:
                if not ahead:
                    raise
                return  # what ended it was asked before: its answer tells
            waiting.popleft()

    def _receive(self, own_time: OwnTime) -> Answer:
        assert self._child is not None
        while True:
            reply = self._child.receive(own_time)
            if not isinstance(reply, protocol.CallBack):
                break
            if self._stand_ins not in self._called_back:
                raise protocol.ProtocolError("a call of what does not stand in")
            with own_time.ours():
                answer = self._called_back[self._stand_ins].answer(reply)
            self._child.send(answer, own_time)
        if isinstance(reply, protocol.Returned):
            reply.value = protocol.unpack(reply.value, self._size)
        elif not isinstance(reply, protocol.Raised):
            raise protocol.ProtocolError("an answer to another question")
        return reply


class Clock:
    """The seconds that one submission may still use, over all its children: those that passed while they were asked,
    less those in which they waited for a processor. That is looked at only when the time seems to be running out."""

    def __init__(self, seconds: float) -> None:
        self._left, self._passed = seconds, 0.0
        self._children: dict[Child, float] = {}  # since when each was not asked how long it has waited
        self._grader_waited = grader_waited()
        self.has_asked = False  # more than to load cells: before that, no child can know a hidden input
        self.stopped = Counter[str]()  # calls that took too long, by what was asked

    def for_one_call(self, asked: str, seconds: float) -> float:
        """What a call may take whose limit is so many seconds: all of it, until some of the same were stopped."""
        return seconds if self.stopped[asked] < _PATIENCE else seconds / _MARGIN

    def allow(self, seconds: float) -> None:
        """From now on so much may be used, whatever was left."""
        self._settle_all()
        self._left, self._passed = seconds, 0.0

    def left(self, at_least: float) -> float:
        """What may still be used. Raises OutOfTime where that is nothing."""
        if self._left < at_least:
            self._settle_all()
        if self._left <= 0:
            raise OutOfTime
        return self._left

    def use(self, seconds: float) -> None:
        """Count what has passed; what of it was waiting is given back later."""
        self._left -= seconds
        self._passed += seconds
        stages.count_student(seconds)

    def charge(self, seconds: float) -> None:
        """Count what costs as much however long it took."""
        self._left -= seconds

    def add(self, child: Child) -> None:
        self._children[child] = time.monotonic()

    def settle(self, child: Child) -> None:
        """Give back what a child has waited for a processor, before it is closed."""
        self._give_back(self._waited(child))
        del self._children[child]

    def _settle_all(self) -> None:
        before, self._grader_waited = self._grader_waited, grader_waited()
        self._give_back(sum(map(self._waited, self._children)) + self._grader_waited - before)

    def _waited(self, child: Child) -> float:
        since, self._children[child] = self._children[child], time.monotonic()
        try:
            return child.usage(since).waited
        except Ended:
            return 0.0

    def _give_back(self, waited: float) -> None:
        back = min(waited, self._passed)
        self._left += back
        self._passed -= back


def _killed_from_outside(what: str) -> MachineFault:
    where = socket.gethostname()
    return MachineFault(f"the machine {where} killed {what} {_TRIES} times from outside: has it enough memory?")


def _how_it_ended(how: str, limits: Limits) -> str:
    if how == "memory":
        return f"used more than {limits.memory_mb} MB of memory"
    if how == "processes":
        return f"started more than {limits.processes} processes and threads"
    if how == "time":
        return f"used more than {limits.submission_seconds:g} s of processor time"
    if how == "closed":
        return "closed the line to the grader"
    if how.startswith("exit"):
        return f"ended the program ({how.replace('exit', 'exit status')})"
    return "ended the program" + (f" (killed by {how})" if how else "")

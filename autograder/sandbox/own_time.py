"""Time as a student's own: what a program ran or slept, not what it waited for a processor or for the grader."""

from __future__ import annotations

import contextlib
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

from autograder.errors import MachineFault
from autograder.sandbox.child import Child, Ended
from autograder.sandbox.inside import protocol

# Times the seconds of a call, on a clock on the wall: who had too little processor until then has a machine that
# stands still.
_FENCE = 60
_CALLED_BACK = 3  # times the seconds of a call: what one call may have the reference compute
_SHORTEST = 0.05  # seconds until the supervisor is asked again, which looks no more often
_LAST_WORDS = 1.0  # seconds to read what a child has sent that has ended
_PROCESSORS = os.cpu_count() or 1


class OwnTime(protocol.Deadline):
    """The seconds that a child may take for one answer.

    They are over once it has used them: as processor time of all its threads (unless `side_by_side`: what runs at one
    time is counted once), or as time that passed without waiting for a processor. The supervisor is asked only where
    the clock on the wall says that they may be.
    """

    def __init__(
        self,
        child: Child,
        seconds: float,
        asked: protocol.Request,
        calls_back: bool = False,
        side_by_side: bool = False,
    ) -> None:
        self._child, self._seconds, self._asked, self._side_by_side = child, seconds, asked, side_by_side
        self._calls_back, self._grader_waited = calls_back, grader_waited() if calls_back else 0.0
        self._ours = self._ours_computing = 0.0  # what the grader took, and its processor time
        self._has_ended = False
        self._began = time.monotonic()
        super().__init__(self._began + seconds)

    def elapsed(self) -> float:
        """Seconds since the child was asked, without the grader's own."""
        return time.monotonic() - self._began - self._ours

    @contextlib.contextmanager
    def ours(self) -> Iterator[None]:
        """What happens in here is not the child's time. Raises TimeoutError where it asks that too much of us."""
        began, computing = time.monotonic(), time.thread_time()
        try:
            yield
        finally:
            took = time.monotonic() - began
            self._ours += took
            self._ours_computing += time.thread_time() - computing
            self.at += took
        if self._ours_computing > _CALLED_BACK * self._seconds:
            raise TimeoutError

    def prolong(self) -> None:
        """Wait for as long as the child has time left. Raises TimeoutError, Ended, or MachineFault at the fence."""
        try:
            used = self._child.usage(self._began)
        except Ended:
            if self._has_ended:
                raise
            self._has_ended, self.at = True, time.monotonic() + _LAST_WORDS
            return
        elapsed = self.elapsed()
        waited = used.waited + (grader_waited() - self._grader_waited if self._calls_back else 0.0)
        left = self._seconds - max(elapsed - waited, 0.0 if self._side_by_side else used.processor)
        if left <= 0:
            raise TimeoutError
        if elapsed >= _FENCE * self._seconds:
            raise MachineFault(
                f"the machine {socket.gethostname()} was too slow: {name_of(self._asked)} had the processor for "
                f"{used.processor:.1f} s of {elapsed:.0f} s"
            )
        self.at = time.monotonic() + max(left, _SHORTEST)

    def hold_against(self) -> None:
        """Once the answer is there: raises TimeoutError where it took too much processor time on several at once."""
        if self.elapsed() * _PROCESSORS < self._seconds:
            return
        with contextlib.suppress(Ended):  # after its answer
            if self._child.usage(self._began).processor >= self._seconds:
                raise TimeoutError


def name_of(request: protocol.Request) -> str:
    """What is asked for, in words."""
    match request:
        case protocol.Make() | protocol.Call() | protocol.Read():
            return f"student.{request.name}"
        case protocol.Load() | protocol.RunCell() | protocol.Execute():
            return f"the cell '{request.cell.name}'"
        case _:
            return "the student's program"


def grader_waited() -> float:
    """Seconds that this thread has waited for a processor since it began; 0 where the kernel does not count that."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0

"""Time is the student's own: what is stopped, what is not, and whose fault it is."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from busy import busy

from autograder.course.settings import Limits
from autograder.errors import MachineFault
from autograder.sandbox.child import Child, Ended
from autograder.sandbox.inside import protocol
from autograder.sandbox.inside.usage import Usage
from autograder.sandbox.own_time import OwnTime
from autograder.sandbox.sandbox import Sandbox
from autograder.sandbox.session import Answer, Clock, OutOfTime, SandboxSession

ENDED = protocol.Raised("TimeoutError", "did not finish within 0.5 s")
Begin = Callable[..., SandboxSession]


@pytest.fixture
def begin(warm: Sandbox) -> Iterator[Begin]:
    """A session of a program, with a limit of half a second for a call."""
    with contextlib.ExitStack() as stack:

        def begin(source: str, reference: Any = None, seconds: float = 60, **limits: Any) -> SandboxSession:
            limits = {"call_seconds": 0.5, **limits}
            cells = [protocol.Cell("own", source)]
            session = SandboxSession(warm, cells, Limits(**limits), SimpleNamespace(slow=reference), Clock(seconds))
            stack.callback(session.close)
            return session

        yield begin


def call(session: SandboxSession, name: str, *args: Any) -> Answer:
    answer = session.ask(protocol.Call(name, [protocol.pack(arg) for arg in args]))
    if isinstance(answer, protocol.Returned):
        return answer.value
    return answer


USES = """
import os, time
def spin(seconds):
    begin = time.process_time()
    while time.process_time() - begin < seconds: pass
    return "done"
def sleep(seconds):
    time.sleep(seconds)
    return "done"
def fork(many, seconds):
    for _ in range(many):
        if os.fork() == 0:
            spin(seconds)
            os._exit(0)
    for _ in range(many): os.wait()
    return "done"
def hide(seconds):
    import signal
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for _ in range(8):
        if os.fork() == 0:
            while True:
                spin(0.006)
                if os.fork(): os._exit(0)
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    spin(seconds)
def hang(size):
    while size == 1: pass
    return size
def call_back(times):
    for _ in range(times): slow()
    return "done"
def slow(): ...
def kill(): ...
"""


def test_a_call_that_sleeps_is_stopped(begin: Begin) -> None:
    assert call(begin(USES), "sleep", 600.0) == ENDED


def test_a_call_that_spins_is_stopped(begin: Begin) -> None:
    assert call(begin(USES), "spin", 600.0) == ENDED


def test_who_hangs_again_and_again_is_waited_for_less(begin: Begin) -> None:
    session = begin(USES)
    answers = [call(session, "sleep", 600.0 + number) for number in range(3)]
    assert answers[0] == ENDED
    assert answers[1:] == [protocol.Raised("TimeoutError", "did not finish within 0.1 s")] * 2
    assert call(session, "hang", 1) == ENDED  # another function has all its time


def test_one_function_may_have_more_time_than_others(begin: Begin) -> None:
    session = begin(USES, seconds_of={"spin": 1.5})
    assert call(session, "spin", 1.0) == "done"
    assert call(session, "sleep", 600.0) == ENDED


@pytest.mark.slow
def test_a_call_that_waits_for_a_processor_is_not_stopped(begin: Begin) -> None:
    session = begin(USES, call_seconds=1.5)
    with busy():
        assert call(session, "spin", 0.5) == "done"
        assert call(session, "spin", 600.0) == protocol.Raised("TimeoutError", "did not finish within 1.5 s")


def test_many_processes_have_no_more_time_than_one(begin: Begin) -> None:
    assert call(begin(USES, call_seconds=1.0), "fork", 8, 0.5) == protocol.Raised(
        "TimeoutError", "did not finish within 1 s"
    )


def test_what_nobody_waited_for_counts(begin: Begin) -> None:
    """Processes too short to be seen, and the one that is asked at the end of the queue behind them: it would seem to
    wait for a machine that stands still."""
    answer = call(begin(USES), "hide", 600.0)
    assert answer == ENDED


def test_what_a_program_starts_counts_for_the_submission(begin: Begin) -> None:
    answer = call(begin(USES, call_seconds=30.0, submission_seconds=1.0), "fork", 8, 600.0)
    assert answer == protocol.Raised("Ended", "used more than 1 s of processor time")


def test_a_limit_that_a_program_sets_itself_is_its_own(begin: Begin) -> None:
    source = "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass"
    session = begin(source, call_seconds=30.0)
    session.load()
    assert session.errors["own"].message == "used more than 120 s of processor time"


def test_a_program_that_closes_the_line_is_not_killed_from_outside(
    begin: Begin,
) -> None:
    session = begin("import os, time\nos.closerange(3, 99)\ntime.sleep(600)", call_seconds=30.0)
    session.load()
    assert session.errors["own"].message == "closed the line to the grader"


def test_a_timeout_is_remembered_for_the_call_that_was_asked(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    session = begin(USES)
    assert call(session, "hang", 1) == ENDED
    assert call(session, "hang", 2) == 2
    monkeypatch.setattr(session, "_exchange", None)
    assert call(session, "hang", 1) == ENDED


def test_what_the_reference_takes_is_not_the_students(begin: Begin) -> None:
    session = begin(USES, reference=lambda *_: time.sleep(0.3))
    session.stand_in(("slow",))
    assert call(session, "call_back", 4) == "done"


@pytest.mark.parametrize(
    ("seconds", "error", "told"),
    [
        (0.05, "TimeoutError", "did not finish within 0.1 s"),
        (5.0, "RuntimeError", "the right slow does not finish in the time that one call may take"),
    ],
)
def test_the_reference_does_not_compute_without_end(seconds: float, error: str, told: str, begin: Begin) -> None:
    """Neither in a million calls nor in one."""

    def reference(*_: Any) -> None:
        began = time.thread_time()
        while time.thread_time() - began < seconds:
            pass

    session = begin(USES, reference=reference, call_seconds=0.1)
    session.stand_in(("slow",))
    answer = call(session, "call_back", 10**6)
    assert isinstance(answer, protocol.Raised)
    assert (answer.error, answer.message) == (error, told)


def test_starting_again_costs_the_same_everywhere(begin: Begin) -> None:
    session = begin(USES, seconds=0.9)
    session.load()
    for _ in range(7):
        session.restart()
        session.load()
    session._clock.charge(0.15)
    session.restart()
    with pytest.raises(OutOfTime):
        session.load()


def test_who_is_killed_from_outside_lost_nothing(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    session = begin(USES)
    session.load()

    def killed(self: Child, deadline: protocol.Deadline) -> protocol.Reply:
        if isinstance(deadline, OwnTime):
            raise Ended("signal 9")
        return receive(self, deadline)

    receive = Child.receive
    monkeypatch.setattr(Child, "receive", killed)
    monkeypatch.setattr(session, "load", session._begin)
    with pytest.raises(MachineFault) as fault:
        call(session, "kill")
    assert str(fault.value) == (
        f"the machine {socket.gethostname()} killed student.kill 5 times from outside: has it enough memory?"
    )


class Still:
    """A child on a machine that stands still: it gets the processor for a hundredth of the time."""

    def usage(self, since: float) -> Usage:
        passed = time.monotonic() - since
        return Usage(passed / 100, passed * 99 / 100)


def test_a_machine_that_is_too_slow_is_not_the_students_fault() -> None:
    child: Any = Still()
    waiting = OwnTime(child, 0.01, protocol.Call("f", []))
    waiting._began -= 0.3
    waiting.prolong()
    waiting._began -= 0.4
    with pytest.raises(MachineFault) as fault:
        waiting.prolong()
    assert str(fault.value) == (
        f"the machine {socket.gethostname()} was too slow: student.f had the processor for 0.0 s of 1 s"
    )


def test_an_answer_that_lies_there_is_read_after_the_deadline() -> None:
    ours, theirs = protocol.channel_pair()
    with ours, theirs:
        protocol.send(theirs, protocol.Returned(protocol.pack(np.ones(3))))
        reply = protocol.receive_reply(ours, 10_000, protocol.Deadline(time.monotonic() - 1))
        assert isinstance(reply, protocol.Returned)
        with pytest.raises(TimeoutError):
            protocol.receive_reply(ours, 10_000, protocol.Deadline(time.monotonic() - 1))


def test_a_message_that_a_deadline_interrupts_goes_on() -> None:
    class Later(protocol.Deadline):
        def prolong(self) -> None:
            theirs.sendall(data[3:])
            self.at = time.monotonic() + 5

    ours, theirs = protocol.channel_pair()
    with ours, theirs:
        message = protocol.encoded(protocol.Returned(protocol.pack("whole")))
        data = len(message).to_bytes(4, "big") + message
        theirs.sendall(data[:3])
        reply = protocol.receive_reply(ours, 10_000, Later(time.monotonic() - 1))
        assert isinstance(reply, protocol.Returned)
        assert protocol.unpack(reply.value) == "whole"


def test_a_clock_gives_back_what_was_waited_and_no_more() -> None:
    class Waits:
        def usage(self, since: float) -> Usage:
            return Usage(0.0, 100.0)

    child: Any = Waits()
    clock = Clock(10)
    clock.add(child)
    clock.use(8)
    assert clock.left(1) == 2
    assert clock.left(5) == 10
    clock.use(10)
    clock.settle(child)
    assert clock.left(1) == 10
    clock.use(10)
    with pytest.raises(OutOfTime):
        clock.left(1)

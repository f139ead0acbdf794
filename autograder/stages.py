"""The stages of grading one submission, and how much processor time each may take.

What a student answers can make our own code endless or large: the reference that is called back with the student's
arguments, a comparison, an explanation. A part that takes too long is interrupted. What cannot be interrupted ends the
process, where that was made for it (`grade.forked`), and the submission is graded again without that stage.
"""

from __future__ import annotations

import contextlib
import math
import mmap
import resource
import signal
import struct
import threading
import time
from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

from autograder.sandbox.inside import memory

_NOTE_BYTES = 1024
_USED = struct.Struct("d")
_GRACE = 1.0  # seconds after which what could not be interrupted ends the process
# What a stage, and a part of one, may take at most once something took too much: a submission does not hold the grader
# for long again and again.
_STAGE_AFTER, _PART_AFTER = 10.0, 1.0
MEMORY_MB = 160  # that a stage may take beyond what is held when it begins


class TooMuch(Exception):
    """It takes too much; the text says what it was. A stage for which it was raised once is not entered again."""


class TooLarge(TooMuch):
    """It takes too much memory."""


class Ended(NamedTuple):
    """The stage in which a process ended, and what is said of it."""

    name: str
    told: str


class Note:
    """Where a process writes the stage that it is in, for the one that has forked it."""

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, _NOTE_BYTES + _USED.size)

    def write(self, stage: Ended) -> None:
        text = "\0".join(stage).encode("utf-8", "replace")[: _NOTE_BYTES - 1]
        self._shared[: len(text) + 1] = text + b"\n"

    def read(self) -> Ended:
        name, _, told = self._shared[:].split(b"\n", 1)[0].decode("utf-8", "replace").partition("\0")
        return Ended(name, told)

    def write_used(self, seconds: float) -> None:
        """Write what the student's program has used since this process began with it."""
        _USED.pack_into(self._shared, _NOTE_BYTES, seconds)

    def used(self) -> float:
        return _USED.unpack_from(self._shared, _NOTE_BYTES)[0]


class _Here:
    """What holds in this process."""

    note: Note | None = None  # None where nothing ends this process
    ended: ClassVar[dict[str, str]] = {}  # what is said of the stages that took too much before
    is_wary = False  # whether something took too much
    is_last = False  # no stage is entered that comes after those
    is_over = False
    spent = 0.0  # processor seconds of the processes before this one
    used_before, used = 0.0, 0.0  # seconds of the student's program, in the processes before this one and in this
    began = 0.0
    until = math.inf  # seconds of processor time after which the kernel ends this process
    stage = Ended("", "")


def begin(note: Note, ended: list[Ended], spent: float, used: float, is_last: bool) -> None:
    """From now on the kernel ends this process where a stage takes too long. Those that have `ended` one are not
    entered, and where this `is_last` no stage that comes after them. The processes before this one have `spent` so much
    of ours, and `used` so much of the student's."""
    _Here.note, _Here.ended, _Here.spent = note, dict(ended), spent
    _Here.used_before, _Here.used = used, 0.0
    note.write_used(0.0)
    _Here.is_last, _Here.is_over, _Here.is_wary = is_last, False, bool(ended)
    _Here.began, _Here.until, _Here.stage = time.process_time(), math.inf, Ended("", "")


def spent() -> float:
    """Processor seconds that grading this submission has taken in processes that were made for it."""
    return _Here.spent + time.process_time() - _Here.began if _Here.note else 0.0


def count_student(seconds: float) -> None:
    """Count what the student's program has used."""
    if _Here.note:
        _Here.used += seconds
        _Here.note.write_used(_Here.used)


def left_of(seconds: float) -> float:
    """What the student's program may use in this process: all of it where it is the first; but all processes together
    as much again, since the program runs once more in each."""
    return min(seconds, 2 * seconds - _Here.used_before)


@contextlib.contextmanager
def stage(name: str, seconds: float, memory_mb: int = MEMORY_MB) -> Iterator[None]:
    """Do this within so many seconds of processor time; in a process that was made for it, within a limit of memory,
    too. Raises TooMuch."""
    if name in _Here.ended:
        _Here.is_over = _Here.is_last and name == [*_Here.ended][-1]
        raise TooMuch(_Here.ended[name])
    if _Here.is_over:
        raise TooMuch("what comes before this has taken the grader too long")
    if _Here.is_wary:
        seconds = min(seconds, _STAGE_AFTER)
    with _within(Ended(name, f"to look at it takes more than {seconds:g} s"), seconds), _in_memory(memory_mb):
        yield


@contextlib.contextmanager
def _in_memory(megabytes: int) -> Iterator[None]:
    """Raises TooLarge where a stage takes too much memory; in a process that was not made for it, it may."""
    if not _Here.note:
        yield
        return
    try:
        with memory.at_most(megabytes):
            yield
    except MemoryError:
        raise TooLarge("to look at it takes too much memory") from None


def part_seconds(seconds: float) -> float:
    """What a part of a stage may take that has so many seconds by itself."""
    return min(seconds, _PART_AFTER) if _Here.is_wary else seconds


@contextlib.contextmanager
def part(told: str, seconds: float) -> Iterator[None]:
    """Do a part of a stage within a limit of its own; `told` is said where that is not enough. Raises TooMuch."""
    with _within(Ended(_Here.stage.name, told), seconds):
        yield


@contextlib.contextmanager
def _within(stage: Ended, seconds: float) -> Iterator[None]:
    outer, until = _Here.stage, _Here.until
    if time.process_time() > until - _GRACE:  # somebody has caught that the stage around this one is over
        raise TooMuch(outer.told)
    _enter(stage, min(until, time.process_time() + seconds + _GRACE))
    try:
        with _interrupted(stage.told, seconds):
            yield
    finally:
        _enter(outer, until)


def _enter(stage: Ended, until: float) -> None:
    """Have the kernel end this process (SIGXCPU) at so many seconds of its processor time."""
    _Here.stage, _Here.until = stage, until
    if _Here.note:
        _Here.note.write(stage)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (most if until == math.inf else math.ceil(until), most))


@contextlib.contextmanager
def _interrupted(told: str, seconds: float) -> Iterator[None]:
    """Raise TooMuch after so many seconds of processor time, and again after half as many until the block ends."""
    is_sooner = 0 < signal.getitimer(signal.ITIMER_PROF)[0] < seconds  # the end of the stage around this one
    if is_sooner or threading.current_thread() is not threading.main_thread():  # only that one can be interrupted
        yield
        return

    def interrupt(*_: Any) -> None:
        _Here.is_wary = _Here.note is not None
        raise TooMuch(told)

    began, outer = time.process_time(), signal.signal(signal.SIGPROF, interrupt)
    left, again = signal.setitimer(signal.ITIMER_PROF, seconds, seconds / 2)
    try:
        yield
    finally:
        left_now = left - (time.process_time() - began)
        signal.setitimer(signal.ITIMER_PROF, (left_now if left_now > 0 else again) if left else 0, again)
        signal.signal(signal.SIGPROF, outer)
        if left and left_now <= 0:  # the stage around this one has had its time, too
            signal.raise_signal(signal.SIGPROF)

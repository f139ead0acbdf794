"""Who does the work of a class run: processes of this machine, or any executor."""

from __future__ import annotations

import contextlib
import functools
import gc
import json
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from pathlib import Path
from typing import Any

import msgspec

from autograder.course.course import Assignment, Course
from autograder.errors import CourseError, MachineFault
from autograder.grade.autograded import autograded_notebook, untouched
from autograder.grade.bundle import as_released, pack, unpack
from autograder.grade.engine import grade_nothing, grade_submission, prepare
from autograder.processes import work_for
from autograder.records import Report
from autograder.sandbox.sandbox import Mode
from autograder.submit.handed_in import HandedIn, handed_in
from autograder.submit.notebook import Unreadable, read_notebook, read_submission
from autograder.wording import clean

_TRIES = 3  # where the process that grades is killed
# What is under way at one time: enough for hundreds of workers, and no more memory for a larger class.
_WINDOW = 512
_WINDOW_BYTES = 64 * 2**20


class Graded(msgspec.Struct):
    """What came of one submission: all that is written about it."""

    student: str
    report: Report
    notebook: bytes  # for formgrader
    timestamp: str  # what the file of that name says
    untouched: set[str]
    seconds: float


class Workers:
    """Whoever does the work: as many submissions under way as the window allows, again where a process was killed."""

    def __init__(self, assignment: Assignment, mode: Mode, start: Callable[[], Executor], course: Path | bytes) -> None:
        self._assignment, self._mode, self._start = assignment, mode, start
        self._task = functools.partial(grade_somewhere, course, assignment.name, mode)
        self._executor = start()

    def grade(self, students: list[str]) -> Iterator[tuple[HandedIn, Graded]]:
        """The results in the order in which they come.

        A process that is killed takes with it whatever was under way: these are graded again at the end, one at a
        time, so that who kills it once more is known. So is whoever had too little processor beside the others.
        """
        waiting = deque((student, 1) for student in students)
        running: dict[Future[Graded], tuple[HandedIn, int]] = {}
        while waiting or running:
            while waiting and (not running or self._has_room(running, again=waiting[0][1] > 1)):
                student, attempt = waiting.popleft()
                found = handed_in(self._assignment, student)
                running[self._submit(found, is_alone=attempt > 1)] = found, attempt
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                found, attempt = running.pop(future)
                if future.cancelled():
                    raise CourseError("the workers", "they went away", "Run the same command again: nothing is lost")
                error = future.exception()
                if error is None:
                    yield found, future.result()
                elif attempt < _TRIES:
                    waiting.append((found.student, attempt + 1))
                else:
                    found.fault = f"the worker process died {_TRIES} times ({type(error).__name__}: {error})"
                    yield found, grade_handed_in(self._assignment, found, self._mode)

    def _has_room(self, running: dict[Future[Graded], tuple[HandedIn, int]], again: bool) -> bool:
        """Whether one more may be under way beside these."""
        size = sum(len(found.notebook) for found, _ in running.values())
        return not again and len(running) < _WINDOW and size < _WINDOW_BYTES

    def _submit(self, found: HandedIn, is_alone: bool) -> Future[Graded]:
        try:
            return self._executor.submit(self._task, found, is_alone)
        except BrokenExecutor:
            self._executor = self._start()
            return self._executor.submit(self._task, found, is_alone)


@contextlib.contextmanager
def workers_for(assignment: Assignment, mode: Mode, executor: Executor | None, count: int) -> Iterator[Workers]:
    """The given executor, which needs the course as a bundle, or processes of this machine's, which see its folder."""
    if executor:
        yield Workers(assignment, mode, lambda: executor, pack(assignment))
        return
    pools: list[ProcessPoolExecutor] = []

    def start() -> Executor:
        os.environ["OPENBLAS_NUM_THREADS"] = "1"  # each has one processor; the arrays are small
        workers = max(1, min(len(os.sched_getaffinity(0)), count))
        pools.append(ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), work_for, (os.getpid(),)))
        for _ in range(workers if count else 0):  # a process is started for each task, up to as many as allowed
            pools[-1].submit(_get_warm, assignment.course.root, assignment.name, mode)
        return pools[-1]

    others = {*multiprocessing.active_children()}
    try:
        yield Workers(assignment, mode, start, assignment.course.root)
    except BaseException:  # what is under way would be waited for
        for process in {*multiprocessing.active_children()} - others:
            process.kill()
        raise
    finally:
        for pool in pools:
            pool.shutdown(cancel_futures=True)


def grade_somewhere(course: Path | bytes, name: str, mode: Mode, found: HandedIn, is_alone: bool = True) -> Graded:
    """Grade one submission in whatever process this is; the course is a folder here, or a bundle."""
    return grade_handed_in(_assignment(course, name, mode), found, mode, is_alone)


@functools.lru_cache(maxsize=8)
def _assignment(course: Path | bytes, name: str, mode: Mode) -> Assignment:
    assignment = (unpack(course) if isinstance(course, bytes) else Course(course)).assignment(name)
    prepare(assignment, mode)
    gc.freeze()  # what is here stays: looking for garbage among it takes longer than grading
    return assignment


def _get_warm(course: Path, name: str, mode: Mode) -> None:
    _assignment(course, name, mode)


def grade_handed_in(assignment: Assignment, found: HandedIn, mode: Mode, is_alone: bool = True) -> Graded:
    """Grade one submission, and make all that is written about it. Raises MachineFault, unless it `is_alone`."""
    began = time.monotonic()
    report, notebook = report_on_handed_in(assignment, found, mode, is_alone), read_notebook(found.notebook)
    released = as_released(assignment, found.release).released
    master = _master(released, released.stat().st_mtime_ns)
    return Graded(
        found.student,
        report,
        autograded_notebook(notebook, master, report),
        found.timestamp,
        untouched(notebook, master),
        round(time.monotonic() - began, 3),
    )


def report_on_handed_in(assignment: Assignment, found: HandedIn, mode: Mode, is_alone: bool = True) -> Report:
    """Grade one submission; whatever happens, there is a report. Raises MachineFault, unless it `is_alone`."""
    assignment = as_released(assignment, found.release).with_numbers(found.numbers)
    who = assignment, found.student, found.seed, mode
    try:
        if found.fault:
            report = grade_nothing(*who, found.fault, "grader error")
        elif found.problem:
            report = grade_nothing(*who, found.problem)
        else:
            submission = read_submission(found.notebook, assignment)
            report = grade_submission(assignment, submission, found.student, found.seed, mode, is_alone)
    except Unreadable as unreadable:
        report = grade_nothing(*who, str(unreadable))
    except MachineFault:
        raise
    except Exception as error:  # a fault of ours; the others go on
        report = grade_nothing(*who, f"grading stopped: {type(error).__name__}: {error}", "grader error")
    report.submitted = found.submitted
    report.problems += [clean(notice) for notice in found.notices]
    return report


@functools.lru_cache(maxsize=8)
def _master(path: Path, changed_ns: int) -> dict[str, Any]:
    """The released notebook, parsed once for each change of the file."""
    return json.loads(path.read_bytes())

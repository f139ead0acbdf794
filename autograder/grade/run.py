"""Grade a class: submissions side by side on all processors, one writer of the gradebook, a journal of what is done."""

from __future__ import annotations

import contextlib
import ctypes
import functools
import json
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from autograder import __version__
from autograder.course import Assignment, Course
from autograder.errors import CourseError
from autograder.grade.autograded import autograded_notebook, untouched
from autograder.grade.engine import grade_file, grade_nothing
from autograder.grade.sandbox import Mode, find_bubblewrap
from autograder.nbgrader_api import nbgrader
from autograder.records import Change, Report, decode, encode
from autograder.submit.collect import submitted_notebook, submitted_students
from autograder.submit.plain import keep_plain

Progress = Callable[[str, int, int], None]

_BATCH = 32  # results that are written at once
_TRIES = 3  # a process that is killed is started again


class Graded(msgspec.Struct):
    """What came of one submission: all that is written about it."""

    student: str
    report: Report
    notebook: bytes  # for formgrader
    timestamp: str  # what the file of that name says
    untouched: set[str]


class ClassRun(msgspec.Struct):
    """What came of grading a class. `changes` were not written."""

    reports: list[Report]
    changes: list[Change]


class Done(msgspec.Struct):
    """A line of the journal: what was graded, and by what."""

    student: str
    submission: str
    grader: str


def grade_class(
    assignment: Assignment,
    students: list[str],
    mode: Mode,
    progress: Progress,
    force: bool = False,
    apply: bool = True,
    executor: Executor | None = None,
) -> ClassRun:
    """Grade these students' submissions into the gradebook, all that are there if none is named.

    What has not changed since it was graded, nor the checks, is not graded again unless `force`d. Without `apply`, no
    score of a submission that is still the same is changed: who would gain or lose is told. `progress` hears who was
    graded last, how many are done and how many there are. One student's trouble never stops the others.
    """
    from autograder.grade.gradebook import Gradebook

    if mode == "bubblewrap":
        find_bubblewrap()
    chosen = _chosen(assignment, students)
    book = Gradebook(nbgrader(assignment.course), assignment)
    try:
        if not book.is_released:
            raise CourseError(assignment.name, "is not in the gradebook", f"Run: autograder release {assignment.name}")
        journal = Journal(assignment, mode)
        there = book.students()
        todo = [student for student in chosen if force or student not in there or not journal.is_current(student)]
        batch: list[Graded] = []
        changes: list[Change] = []
        done = len(chosen) - len(todo)
        with _executor(executor, len(todo)) as pool:
            for graded in _all(assignment, todo, mode, pool):
                done += 1
                progress(graded.student, done, len(chosen))
                change = None if apply else journal.change(graded)
                if change:
                    changes.append(change)
                    continue
                batch.append(graded)
                if len(batch) == _BATCH:
                    _write(assignment, batch, book, journal)
                    batch = []
        _write(assignment, batch, book, journal)
    finally:
        book.close()
    progress("done", len(chosen), len(chosen))
    reports = [decode(report_path(assignment, student).read_bytes()) for student in chosen]
    return ClassRun(reports, sorted(changes, key=lambda change: change.student))


def load_reports(assignment: Assignment) -> list[Report]:
    """The reports of everybody who has been graded, by student."""
    folder = assignment.course.gradebook / "reports" / assignment.name
    return [decode(path.read_bytes()) for path in sorted(folder.glob("*.json"))]


def report_path(assignment: Assignment, student: str) -> Path:
    return assignment.course.gradebook / "reports" / assignment.name / f"{student}.json"


class Journal:
    """Which submissions are graded, each line written once all else is: a run that was killed goes on from here."""

    def __init__(self, assignment: Assignment, mode: Mode) -> None:
        self._assignment = assignment
        self._path = assignment.course.gradebook / "reports" / assignment.name / "journal.jsonl"
        self._grader = _fingerprint_of_grader(assignment, mode)
        self._done: dict[str, Done] = {}
        if self._path.exists():
            for line in self._path.read_bytes().splitlines():
                with contextlib.suppress(msgspec.MsgspecError):  # a line that was cut off: that student once more
                    done = msgspec.json.decode(line, type=Done)
                    self._done[done.student] = done

    def is_current(self, student: str) -> bool:
        files = report_path(self._assignment, student), _autograded_path(self._assignment, student)
        return self._done.get(student) == self._now(student) and all(path.is_file() for path in files)

    def change(self, graded: Graded) -> Change | None:
        """How a new result of the same submission differs from the one that is written."""
        before, path = self._done.get(graded.student), report_path(self._assignment, graded.student)
        if before is None or before.submission != self._now(graded.student).submission or not path.is_file():
            return None
        written, new = decode(path.read_bytes()).points, graded.report.points
        return Change(graded.student, written, new) if written != new else None

    def note(self, students: list[str]) -> None:
        with self._path.open("ab") as file:
            file.write(b"".join(msgspec.json.encode(self._now(student)) + b"\n" for student in students))
            file.flush()
            os.fsync(file.fileno())

    def _now(self, student: str) -> Done:
        notebook = submitted_notebook(self._assignment, student)
        content = notebook.read_bytes() if notebook.is_file() and not notebook.is_symlink() else b""
        seed = self._assignment.course.seed(self._assignment.name, student)
        return Done(student, sha256(content + seed.encode()).hexdigest(), self._grader)


def _fingerprint_of_grader(assignment: Assignment, mode: Mode) -> str:
    """The checks, the lesson, the data, the limits, the engine's version and the kind of sandbox."""
    data = [assignment.course.root / "source_data" / name for name in assignment.settings.data]
    known = assignment.course.root / "source_data" / "tensorflow" / f"{assignment.name}.json"
    files = [*sorted(assignment.folder.glob("*.*")), *data, known, assignment.released]
    hashes = [sha256(path.read_bytes()).hexdigest() for path in files if path.is_file()]
    return sha256(json.dumps([hashes, __version__, mode]).encode()).hexdigest()


def _chosen(assignment: Assignment, students: list[str]) -> list[str]:
    there = submitted_students(assignment)
    for student in students:
        if student not in there:
            raise CourseError(student, f"has handed in nothing for {assignment.name}", "Collect first")
    if not there:
        raise CourseError(
            assignment.course.gradebook / "submitted",
            f"there is no submission of {assignment.name}",
            f"Run: autograder collect {assignment.name}",
        )
    return students or there


@contextlib.contextmanager
def _executor(given: Executor | None, count: int) -> Iterator[Callable[[], Executor]]:
    """How to get an executor, once more where its processes were killed."""
    if given:
        yield lambda: given
        return
    pools: list[ProcessPoolExecutor] = []

    def start() -> Executor:
        workers = max(1, min(os.cpu_count() or 1, count))
        pools.append(ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _begin))
        return pools[-1]

    try:
        yield start
    finally:
        for pool in pools:
            pool.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    """A process of the pool: Ctrl-C is the parent's to handle, and whoever kills the parent kills it too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def _all(assignment: Assignment, students: list[str], mode: Mode, start: Callable[[], Executor]) -> Iterator[Graded]:
    """The results in the order in which they come."""
    left = list(students)
    for attempt in range(_TRIES):
        if not left:
            return
        pool = start()
        futures: dict[Future[Graded], str] = {
            pool.submit(_grade, assignment.course.root, assignment.name, student, mode): student for student in left
        }
        left = []
        for future in as_completed(futures):
            try:
                yield future.result()
            except BrokenProcessPool:
                left.append(futures[future])
        if left and attempt == _TRIES - 1:
            fault = "the grader's own processes were killed, again and again: is there enough memory?"
            for student in left:
                yield _graded(assignment, student, grade_nothing(assignment, student, mode, fault, "grader error"))


@functools.cache
def _assignment(root: Path, name: str) -> Assignment:
    return Course(root).assignment(name)


def _grade(root: Path, name: str, student: str, mode: Mode) -> Graded:
    """Grade one submission, in a process of the pool."""
    assignment = _assignment(root, name)
    path = submitted_notebook(assignment, student)
    try:
        left_out = keep_plain(path.parent)
        if path.is_file():
            report = grade_file(assignment, path, student, mode)
        else:
            report = grade_nothing(assignment, student, mode, _what_is_there(assignment, path, left_out))
    except Exception as error:  # ours to mend; the others go on
        fault = f"grading stopped: {type(error).__name__}: {error}"
        report = grade_nothing(assignment, student, mode, fault, "grader error")
    return _graded(assignment, student, report)


def _graded(assignment: Assignment, student: str, report: Report) -> Graded:
    path = submitted_notebook(assignment, student)
    stamp = path.parent / "timestamp.txt"
    return Graded(
        student,
        report,
        autograded_notebook(path, assignment.released, report),
        stamp.read_text("utf-8", "replace") if stamp.is_file() else "",
        untouched(path, assignment.released),
    )


def _what_is_there(assignment: Assignment, path: Path, left_out: list[str]) -> str:
    names = sorted(each.name for each in path.parent.iterdir() if each.suffix == ".ipynb" and each.is_file())
    found = f"it holds {', '.join(names[:3])}" if names else "it holds no notebook"
    why = next((f"; {line}" for line in left_out if line.startswith(f"{path.name}:")), "")
    return (
        f"the notebook {assignment.name}.ipynb is not in the submission ({found}{why}); "
        "hand it in again under its own name"
    )


def _autograded_path(assignment: Assignment, student: str) -> Path:
    name = assignment.name
    return assignment.course.gradebook / "autograded" / student / name / f"{name}.ipynb"


def _write(assignment: Assignment, batch: list[Graded], book: Any, journal: Journal) -> None:
    """Files first, then the gradebook, at last the journal."""
    from sqlalchemy.exc import OperationalError

    if not batch:
        return
    try:
        for graded in batch:
            path = _autograded_path(assignment, graded.student)
            _replace(path, graded.notebook)
            if graded.timestamp:
                _replace(path.parent / "timestamp.txt", graded.timestamp.encode())
            _replace(report_path(assignment, graded.student), encode(graded.report))
        book.write(batch)
        journal.note([graded.student for graded in batch])
    except (OSError, OperationalError) as error:
        raise CourseError(
            assignment.course.gradebook,
            f"the results cannot be written ({getattr(error, 'strerror', None) or str(error).splitlines()[0]})",
            "Make room, then run the same command again: what was written is kept",
        ) from error


def _replace(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")  # two graders may be at work
    part.write_bytes(content)
    part.replace(path)

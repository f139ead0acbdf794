"""Grade a class: submissions side by side on all processors, one writer of the gradebook, a journal of what is done."""

from __future__ import annotations

import contextlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import Protocol

from autograder.course.course import Assignment
from autograder.errors import CourseError, disk_error
from autograder.files import write_all_whole
from autograder.grade.journal import Entry, Journal
from autograder.grade.workers import Graded, workers_for
from autograder.progress import Progress, silent
from autograder.records import Change, Report, encode, read_report
from autograder.sandbox.sandbox import Mode, find_bubblewrap
from autograder.submit.handed_in import submitted_students

_BATCH = 32  # results that are written at once
_BATCH_SECONDS = 2.0  # and how long the first of them waits for the others


class Gradebook(Protocol):
    """Where scores are kept. Whatever is wrong with it is a CourseError."""

    def students(self) -> set[str]: ...

    def known(self) -> set[str]: ...

    def write(self, graded: Sequence[Graded]) -> None: ...

    def moderate(self, reports: Iterable[Report]) -> None: ...

    def close(self) -> None: ...


class ClassRun:
    """What came of grading a class: who was graded now, and the `changes`, which were not written."""

    def __init__(self, assignment: Assignment, students: list[str]) -> None:
        self._assignment, self._students = assignment, students
        self.graded: list[str] = []
        self.changes: list[Change] = []
        self.removed: list[str] = []  # were graded, then taken out of the gradebook: left alone

    @property
    def reports(self) -> Iterator[Report]:
        """Everybody's report, by student, read one after another."""
        there = [student for student in self._students if student not in self.removed]
        return (read_report(self._assignment.report_path(student)) for student in there)


def grade_class(
    assignment: Assignment,
    mode: Mode,
    open_gradebook: Callable[[Assignment], Gradebook],
    students: Sequence[str] = (),
    progress: Progress = silent,
    force: bool = False,
    apply: bool = True,
    executor: Executor | None = None,
) -> ClassRun:
    """Grade these students' submissions into the gradebook, all that are there if none is named.

    What has not changed since it was graded, nor the checks, is not graded again unless `force`d. Without `apply`, no
    score of a submission that is still the same is changed: who would gain or lose is told. `open_gradebook` is called
    once the workers have begun to get warm. `progress` hears how the
    scores are so far, how many are done and how many there are. One student's trouble never stops the others.

    The work is done by processes of this machine's or by an `executor`, which may be anywhere: it gets all that it
    needs with each task.
    """
    if mode == "bubblewrap" and not executor:
        find_bubblewrap()
    chosen = _chosen(assignment, students)
    journal = Journal(assignment, mode)
    changed = {student for student in chosen if force or not journal.is_current(student)}
    run = ClassRun(assignment, chosen)
    with contextlib.ExitStack() as stack:
        # The workers get warm while nbgrader is loaded, which takes as long.
        workers = stack.enter_context(workers_for(assignment, mode, executor, len(changed)))
        book = stack.enter_context(contextlib.closing(open_gradebook(assignment)))
        there, known = book.students(), book.known()
        run.removed = [student for student in chosen if known and student not in known and journal.has(student)]
        _refuse(students, run.removed)
        chosen = [student for student in chosen if student not in run.removed]
        todo = [student for student in chosen if student in changed or student not in there]
        writer = _Writer(assignment, book, journal)
        stack.callback(writer.flush)  # also what was graded before somebody interrupts
        standings: Counter[str] = Counter()
        unchanged = len(chosen) - len(todo)
        progress("", unchanged, len(chosen))
        for found, graded in workers.grade(todo):
            run.graded.append(graded.student)
            standings[_standing(graded.report)] += 1
            told = ", ".join(f"{count} {standing}" for standing, count in sorted(standings.items()))
            progress(told, unchanged + len(run.graded), len(chosen))
            entry = journal.entry(found)
            entry.seconds = graded.seconds
            change = None if apply else journal.change(entry, graded.report)
            if change:
                run.changes.append(change)
            else:
                writer.add(entry, graded)
        writer.flush()
        book.moderate(run.reports)  # where moderating was interrupted, those who are not graded again, too
    run.changes.sort(key=lambda change: change.student)
    return run


def load_reports(assignment: Assignment) -> list[Report]:
    """The reports of everybody who has been graded, by student."""
    folder = assignment.course.gradebook / "reports" / assignment.name
    return [read_report(path) for path in sorted(folder.glob("*.json"))]


def _refuse(named: Sequence[str], removed: Sequence[str]) -> None:
    for student in removed:
        if student in named:
            raise CourseError(
                student, "was taken out of the gradebook", f"To have them again: nbgrader db student add {student}"
            )


def _chosen(assignment: Assignment, students: Sequence[str]) -> list[str]:
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
    return sorted({*students}) or there


class _Writer:
    """The one that writes: batches of results, each whole."""

    def __init__(self, assignment: Assignment, book: Gradebook, journal: Journal) -> None:
        self._assignment, self._book, self._journal = assignment, book, journal
        self._batch: list[tuple[Entry, Graded]] = []
        self._since = 0.0

    def add(self, entry: Entry, graded: Graded) -> None:
        if not self._batch:
            self._since = time.monotonic()
        self._batch.append((entry, graded))
        if len(self._batch) == _BATCH or time.monotonic() - self._since > _BATCH_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Files first, then the gradebook, at last the journal."""
        batch, self._batch = self._batch, []
        if not batch:
            return
        try:
            write_all_whole(dict(self._files(graded for _, graded in batch)))
            self._book.write([graded for _, graded in batch])
            self._journal.note([entry for entry, graded in batch if graded.report.points is not None])
        except OSError as error:
            raise disk_error(error, self._assignment.course.gradebook, "the results cannot be written") from error

    def _files(self, batch: Iterable[Graded]) -> Iterator[tuple[Path, bytes]]:
        for graded in batch:
            path = self._assignment.autograded_path(graded.student)
            yield path, graded.notebook
            if graded.timestamp:
                yield path.parent / "timestamp.txt", graded.timestamp.encode()
            yield self._assignment.report_path(graded.student), encode(graded.report)


def _standing(report: Report) -> str:
    """How a submission has come out, in two words."""
    if report.points is None:
        return "without a score"
    if all(check.outcome == "not run" for cell in report.cells for check in cell.checks):
        return "not run"
    if report.points == report.max_points:
        return "all points"
    return "some points" if report.points else "no points"

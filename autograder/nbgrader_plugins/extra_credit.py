"""Moderation in nbgrader's gradebook: the difference that it makes stands as extra credit on one graded cell.

nbgrader's score of a cell is the manual score or the automatic one, with the extra credit. Those two stay as they are,
and so does what a person gave as extra credit: a journal says how much of it is moderation's.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from nbgrader import api as tables
from sqlalchemy import select, update

from autograder.course.course import Assignment
from autograder.course.lesson import EXAMPLES
from autograder.files import append, read_lines
from autograder.moderate.log import asks_who_was_late, read_log
from autograder.moderate.moderation import in_force, moderated, sum_in_the_gradebook, with_points
from autograder.nbgrader_host.database import late_in
from autograder.records import Report


class Put(msgspec.Struct, frozen=True):
    """A line of the journal, written before the gradebook: a person's extra credit, moderation's now and `before`.

    Where the gradebook was not written after all, `before` is what stands there.
    """

    student: str
    cell: str
    persons: float | None
    ours: float
    before: float

    def left(self, ours: float) -> float | None:
        """The extra credit in the gradebook, with so much of moderation's."""
        return self.persons if ours == 0 else (self.persons or 0.0) + ours


class ExtraCredit:
    """Moderation's part of the extra credit in one assignment; whoever calls commits. Without decisions it does
    nothing."""

    def __init__(self, assignment: Assignment, db: Any) -> None:
        self._assignment, self._db = assignment, db
        self._path = _journal(assignment)
        self._puts: list[Put] = []

    def put(self, reports: Iterable[Report]) -> None:
        """Bring moderation's part up to date for these students. Whoever commits `note`s it just before."""
        self._puts = []
        if not is_moderated(self._assignment):
            return
        log, there = read_log(self._assignment), self._read()
        graded = self._with_manual_scores(list(reports))
        late = late_in(self._db, self._assignment) if asks_who_was_late(log) else set()
        wanted = {}
        for report in graded:
            after = moderated(report, log, report.student in late).points
            ours = 0.0 if after is None else round(after - sum_in_the_gradebook(report), 6)
            if report.cells and (ours or report.student in there):
                wanted[report.student] = (report.cells[0].grade_id + EXAMPLES, ours)
        self._write(wanted, there)

    def _write(self, wanted: dict[str, tuple[str, float]], noted: dict[str, Put]) -> None:
        """For each student a graded cell, and how much of its extra credit is to be moderation's.

        Where the journal names another cell for a student, it stays with that one.
        """
        if not wanted:
            return
        grade = tables.Grade
        cells = sorted({name for name, _ in wanted.values()} | {put.cell for put in noted.values()})
        rows = self._rows(wanted, [grade.id, grade.extra_credit], tables.GradeCell.name.in_(cells))
        there = {(student, name): (row, credit) for student, name, row, credit in rows}
        puts, changed = [], []
        for student, (first, ours) in wanted.items():
            old = noted.get(student)
            name = old.cell if old and (student, old.cell) in there else first
            if (student, name) not in there:
                continue
            row, credit = there[student, name]
            persons, before = _parts(credit, old)
            put = Put(student, name, persons, ours, before)
            if put.left(ours) != credit or (old and old.ours != ours):
                puts.append(put)
                changed.append({"id": row, "extra_credit": put.left(ours)})
        if puts:
            self._puts = puts
            self._db.execute(update(grade), changed)

    def _with_manual_scores(self, reports: list[Report]) -> list[Report]:
        """The reports with the points that a person gave in the place of ours: these count in the gradebook."""
        manual_score = tables.Grade.manual_score
        rows = self._rows([report.student for report in reports], [manual_score], manual_score.is_not(None))
        manual: dict[str, dict[str, float]] = {}
        for student, name, points in rows:
            manual.setdefault(student, {})[name.removesuffix(EXAMPLES)] = points
        return [with_points(report, manual.get(report.student, {})) for report in reports]

    def _rows(self, students: Iterable[str], columns: list[Any], where: Any) -> Sequence[Any]:
        """These columns of the students' graded cells; the student and the cell's name stand first."""
        submission, notebook, cell = tables.SubmittedAssignment, tables.SubmittedNotebook, tables.GradeCell
        query = (
            select(submission.student_id, cell.name, *columns)
            .select_from(tables.Grade)
            .join(cell, cell.id == tables.Grade.cell_id)
            .join(notebook, notebook.id == tables.Grade.notebook_id)
            .join(submission, submission.id == notebook.assignment_id)
            .join(tables.Assignment, tables.Assignment.id == submission.assignment_id)
            .where(tables.Assignment.name == self._assignment.name, submission.student_id.in_(list(students)), where)
        )
        return self._db.execute(query).all()

    def _read(self) -> dict[str, Put]:
        """The last line of each student."""
        found = {}
        for line in read_lines(self._path):
            with contextlib.suppress(msgspec.MsgspecError):  # an older journal has empty lines, and what was cut off
                put = msgspec.json.decode(line, type=Put)
                found[put.student] = put
        return found

    def note(self) -> None:
        """Write into the journal what the gradebook is to hold: where it is not committed, the journal knows."""
        if self._puts:
            self._assignment.private_folder()
            append(self._path, *map(msgspec.json.encode, self._puts))


def is_moderated(assignment: Assignment) -> bool:
    """Whether anything is, or ever was."""
    return _journal(assignment).exists() or bool(in_force(read_log(assignment)))


def _journal(assignment: Assignment) -> Path:
    return assignment.exam_folder / "extra_credit.jsonl"


def _parts(credit: float | None, old: Put | None) -> tuple[float | None, float]:
    """The extra credit in the gradebook: a person's part and moderation's.

    What a person has changed since is theirs less what moderation had put there; an emptied field is empty.
    """
    if old is None:
        return credit, 0.0
    for ours in (old.ours, old.before):
        if credit == old.left(ours):
            return old.persons, ours
    return (None, 0.0) if credit is None else (round(credit - old.ours, 6), old.ours)

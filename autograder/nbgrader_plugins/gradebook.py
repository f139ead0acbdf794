"""Write many students' results into nbgrader's gradebook at once: the rows that nbgrader itself would write one by one.

What a person wrote in formgrader stays: manual scores, comments, extra credit, flags, extensions. Moderation's part of
the extra credit is put there again, and late penalties are of the score that comes of all that.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from nbgrader import api as tables
from nbgrader.apps.api import NbGraderAPI
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import parse_utc
from sqlalchemy import insert, or_, select, update
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from autograder.course.course import Assignment
from autograder.course.lesson import EXAMPLES
from autograder.errors import CourseError
from autograder.grade.workers import Graded
from autograder.nbgrader_host.api import nbgrader
from autograder.nbgrader_host.database import note_unknown
from autograder.nbgrader_host.trouble import told, trouble
from autograder.nbgrader_plugins.extra_credit import ExtraCredit, is_moderated
from autograder.records import Report

_TRIES = 5


class Gradebook:
    """The gradebook of one assignment, open for a whole class run."""

    def __init__(self, api: NbGraderAPI, assignment: Assignment) -> None:
        self._api, self._config = api, api.config
        self._book = api.gradebook
        self._db: Any = self._book.db
        found = self._db.execute(select(tables.Assignment).where(tables.Assignment.name == assignment.name)).scalar()
        self.is_released = found is not None
        if found is None:
            return
        self._name, self._assignment, self._duedate = found.name, found.id, found.duedate
        self._notebook = next(each.id for each in found.notebooks if each.name == assignment.name)
        self._ours, self._moderation = assignment, ExtraCredit(assignment, self._db)
        self._graded, self._solutions = self._cells(tables.GradeCell), self._cells(tables.SolutionCell)

    def _cells(self, table: Any) -> dict[str, str]:
        of_notebook = tables.BaseCell.notebook_id == self._notebook
        return dict(self._db.execute(select(table.name, table.id).where(of_notebook)).all())

    def students(self) -> set[str]:
        """Who has a result."""
        submission = tables.SubmittedAssignment
        found = select(submission.student_id).where(submission.assignment_id == self._assignment)
        with told(self._api):
            return set(self._db.execute(found).scalars())

    def known(self) -> set[str]:
        """Everybody who is in the gradebook, with a result or without."""
        with told(self._api):
            return set(self._db.execute(select(tables.Student.id)).scalars())

    def close(self) -> None:
        self._book.close()

    def write(self, entries: Sequence[Graded]) -> None:
        """Write all of them or, where that fails, none. Raises CourseError where the database cannot be written."""
        self._try(lambda: self._write(entries))

    def moderate(self, reports: Iterable[Report]) -> None:
        """Bring the moderation of these students up to date, and everybody's late penalties; the scores stay."""
        listed = list(reports) if is_moderated(self._ours) else []

        def bring_up_to_date() -> None:
            self._moderation.put(listed)
            self._take_late_penalties()

        self._try(bring_up_to_date)

    def _try(self, write: Callable[[], None]) -> None:
        """Write and commit; what fails leaves nothing behind."""
        for attempt in range(_TRIES):
            try:
                write()
                self._moderation.note()
                self._db.commit()
                return
            except (IntegrityError, OperationalError) as error:  # another grader has the same rows, or the lock
                self._db.rollback()
                if attempt == _TRIES - 1:
                    raise trouble(self._api, error) from error
                time.sleep(0.1 * attempt)
            except DatabaseError as error:
                self._db.rollback()
                raise trouble(self._api, error) from error
            except BaseException:
                self._db.rollback()
                raise

    def _write(self, entries: Sequence[Graded]) -> None:
        students = [entry.student for entry in entries]
        notebooks = self._rows_of([(entry.student, entry.timestamp) for entry in entries])
        self._write_scores(entries, notebooks)
        self._write_comments(entries, notebooks)
        self._moderation.put(entry.report for entry in entries)
        self._take_late_penalties(students)

    def _rows_of(self, handed_in: list[tuple[str, str]]) -> dict[str, str]:
        """The row of each student's notebook, made where it is missing."""
        students = [student for student, _ in handed_in]
        known = set(self._db.execute(select(tables.Student.id).where(tables.Student.id.in_(students))).scalars())
        note_unknown(self._ours.course, [student for student in students if student not in known])
        self._insert(tables.Student, ({"id": student} for student in students if student not in known))
        submission = tables.SubmittedAssignment
        there = dict(
            self._db.execute(
                select(submission.student_id, submission.id).where(
                    submission.assignment_id == self._assignment, submission.student_id.in_(students)
                )
            ).all()
        )
        timestamps = {student: _time(timestamp) for student, timestamp in handed_in}
        new = {student: uuid4().hex for student in students if student not in there}
        self._insert(
            submission,
            (
                {"id": row, "assignment_id": self._assignment, "student_id": student, "timestamp": timestamps[student]}
                for student, row in new.items()
            ),
        )
        told = {row: timestamps[student] for student, row in there.items() if timestamps[student]}
        self._update(submission, ({"id": row, "timestamp": timestamp} for row, timestamp in told.items()))
        return self._notebooks_of({**there, **new}, new)

    def _notebooks_of(self, submissions: dict[str, str], new: dict[str, str]) -> dict[str, str]:
        made = {student: uuid4().hex for student in new}
        self._insert(
            tables.SubmittedNotebook,
            (
                {"id": made[student], "notebook_id": self._notebook, "assignment_id": row, "flagged": False}
                for student, row in new.items()
            ),
        )
        cells = [(tables.Grade, {"needs_manual_grade": True}, self._graded), (tables.Comment, {}, self._solutions)]
        for table, more, ids in cells:
            self._insert(
                table,
                (
                    {"id": uuid4().hex, "notebook_id": row, "cell_id": cell, **more}
                    for row in made.values()
                    for cell in ids.values()
                ),
            )
        notebook = tables.SubmittedNotebook
        students = {row: student for student, row in submissions.items()}
        found = self._db.execute(
            select(notebook.assignment_id, notebook.id).where(
                notebook.notebook_id == self._notebook, notebook.assignment_id.in_(list(students))
            )
        ).all()
        return {students[submission]: row for submission, row in found}

    def _write_scores(self, entries: Sequence[Graded], notebooks: dict[str, str]) -> None:
        grade = tables.Grade
        rows = self._db.execute(
            select(grade.id, grade.notebook_id, grade.cell_id, grade.manual_score).where(
                grade.notebook_id.in_(list(notebooks.values()))
            )
        ).all()
        names = {row: name.removesuffix(EXAMPLES) for name, row in self._graded.items()}
        students = {row: student for student, row in notebooks.items()}
        scores = {entry.student: {cell.grade_id: cell.points for cell in entry.report.cells} for entry in entries}
        changed = []
        for row, notebook, cell, manual in rows:
            points = scores[students[notebook]].get(names.get(cell, ""))
            needs = manual is not None or points is None
            changed.append({"id": row, "auto_score": points, "needs_manual_grade": needs})
        self._update(grade, changed)

    def _write_comments(self, entries: Sequence[Graded], notebooks: dict[str, str]) -> None:
        comment = tables.Comment
        rows = self._db.execute(
            select(comment.id, comment.notebook_id, comment.cell_id).where(
                comment.notebook_id.in_(list(notebooks.values()))
            )
        ).all()
        names = {row: name for name, row in self._solutions.items()}
        students = {row: student for student, row in notebooks.items()}
        untouched = {entry.student: entry.untouched for entry in entries}
        changed = []
        for row, notebook, cell in rows:
            said = "No response." if names.get(cell) in untouched[students[notebook]] else None
            changed.append({"id": row, "auto_comment": said})
        self._update(comment, changed)

    def _take_late_penalties(self, students: Sequence[str] = ()) -> None:
        """What nbgrader's step of that name does, with the course's own rule; for everybody if nobody is named."""
        if self._duedate is None:
            return
        step = AssignLatePenalties(config=self._config)
        step.assignment_id, step.notebook_id, step.gradebook = self._name, self._name, self._book
        step.init_plugin()
        self._db.expire_all()  # what was written went past the objects
        for submission in self._db.execute(self._perhaps_late(students)).scalars():
            step.student_id = submission.student_id
            for notebook in submission.notebooks:
                notebook.late_submission_penalty = None
                if submission.total_seconds_late > 0:
                    penalty = step.plugin_inst.late_submission_penalty(
                        submission.student_id, notebook.score, submission.total_seconds_late
                    )
                    if penalty is not None:
                        notebook.late_submission_penalty = step._check_late_penalty(notebook, penalty)

    def _perhaps_late(self, students: Sequence[str]) -> Any:
        """The submissions that came after the due date, whatever extension they had, or that have a penalty."""
        submission, notebook = tables.SubmittedAssignment, tables.SubmittedNotebook
        paid = select(notebook.assignment_id).where(notebook.late_submission_penalty.is_not(None))
        return select(submission).where(
            submission.assignment_id == self._assignment,
            or_(submission.timestamp > self._duedate, submission.id.in_(paid)),
            *([submission.student_id.in_(list(students))] if students else []),
        )

    def _insert(self, table: Any, rows: Iterable[dict[str, Any]]) -> None:
        if listed := list(rows):
            self._db.execute(insert(table), listed)

    def _update(self, table: Any, rows: Iterable[dict[str, Any]]) -> None:
        if listed := list(rows):
            self._db.execute(update(table), listed)


def open_gradebook(assignment: Assignment) -> Gradebook:
    """nbgrader's gradebook, to be closed. Raises CourseError if the assignment is not in it."""
    api = nbgrader(assignment.course)
    with told(api):
        book = Gradebook(api, assignment)
    if not book.is_released:
        book.close()
        raise CourseError(assignment.name, "is not in the gradebook", f"Run: autograder release {assignment.name}")
    gc.freeze()  # what is loaded stays: looking for garbage among it takes longer than writing
    return book


def _time(text: str) -> datetime | None:
    """The time in a student's timestamp.txt; None for a text that is no time."""
    try:
        return parse_utc(text.strip()) if text.strip() else None
    except (ValueError, OverflowError):
        return None

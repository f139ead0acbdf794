"""What nbgrader's database knows of a class: who is enrolled, who was late and what that costs, and the due date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from autograder.course.course import Assignment, Course
from autograder.course.lesson import EXAMPLES
from autograder.course.rules import Rules
from autograder.files import append, read_lines
from autograder.nbgrader_host.api import is_configured, nbgrader
from autograder.nbgrader_host.trouble import told


class Booked(NamedTuple):
    """A student's score in nbgrader's gradebook: with extra credit, before what being late costs. `manual` are the
    points that a person gave, by blank."""

    score: float
    late_cost: float
    manual: dict[str, float]


def lateness(assignment: Assignment) -> dict[str, float]:
    """The seconds by which each student was late, by nbgrader's gradebook; nobody who was in time."""
    with _gradebook(assignment.course) as gradebook:
        return late_in(gradebook.db, assignment)


def late_in(db: Any, assignment: Assignment) -> dict[str, float]:
    """The same from an open gradebook. For an exam each student's own deadline counts, and the grace.

    It goes by nbgrader's own number, so that an extension that was given in formgrader counts.
    """
    from nbgrader import api as tables  # it takes a second to load

    found = {}
    for given in db.query(tables.Assignment).filter_by(name=assignment.name):
        for each in given.submissions:
            seconds = each.total_seconds_late
            if assignment.rules and given.duedate and seconds > 0:
                received = given.duedate.replace(tzinfo=UTC) + timedelta(seconds=seconds)
                standing = assignment.rules.standing(each.student_id, received)
                seconds = standing.late_seconds if standing.name in ("late", "too late") else 0.0
            if seconds > 0:
                found[each.student_id] = seconds
    return found


def booked(assignment: Assignment) -> dict[str, Booked]:
    """Everybody's score in nbgrader's gradebook; a course that nbgrader is not configured for has none."""
    if not is_configured(assignment.course):
        return {}
    from nbgrader import api as tables  # it takes a second to load

    notebook, submission, cell = tables.SubmittedNotebook, tables.SubmittedAssignment, tables.GradeCell
    with _gradebook(assignment.course) as gradebook:
        scores = (
            gradebook.db.query(submission.student_id, notebook.score, notebook.late_submission_penalty)
            .join(submission, submission.id == notebook.assignment_id)
            .join(tables.Assignment, tables.Assignment.id == submission.assignment_id)
            .filter(tables.Assignment.name == assignment.name)
        )
        found = {student: Booked(score or 0.0, cost or 0.0, {}) for student, score, cost in scores}
        given = (
            gradebook.db.query(submission.student_id, cell.name, tables.Grade.manual_score)
            .join(notebook, notebook.assignment_id == submission.id)
            .join(tables.Grade, tables.Grade.notebook_id == notebook.id)
            .join(cell, cell.id == tables.Grade.cell_id)
            .join(tables.Assignment, tables.Assignment.id == submission.assignment_id)
            .filter(tables.Assignment.name == assignment.name, tables.Grade.manual_score.is_not(None))
        )
        for student, name, points in given:
            found[student].manual[name.removesuffix(EXAMPLES)] = points
    return found


def enrolled_students(course: Course) -> list[str]:
    """All students of nbgrader's gradebook, sorted."""
    with _gradebook(course) as gradebook:
        return sorted(student.id for student in gradebook.students)


def known_students(course: Course) -> set[str]:
    """The same, where nbgrader is configured."""
    return set(enrolled_students(course)) if is_configured(course) else set()


def removed_students(course: Course, graded: Iterable[str]) -> list[str]:
    """Who of these is in nbgrader's gradebook no more. One with nobody in it has lost nobody: it is new."""
    known = known_students(course)
    return sorted({*graded} - known) if known else []


def unknown_students(course: Course) -> set[str]:
    """Who is in the gradebook since a submission of theirs was graded, and by nobody's hand: such a row has no name."""
    from nbgrader import api as tables  # it takes a second to load

    noted = {msgspec.json.decode(line)["student"] for line in read_lines(_unknown(course))}
    if not noted:
        return set()
    with _gradebook(course) as gradebook:
        facts = (tables.Student.first_name, tables.Student.last_name, tables.Student.email, tables.Student.lms_user_id)
        return {student for student, *told in gradebook.db.query(tables.Student.id, *facts) if not any(told)} & noted


def note_unknown(course: Course, students: Iterable[str]) -> None:
    """Note whom grading is about to put into the gradebook."""
    if students := list(students):
        append(_unknown(course), *(msgspec.json.encode({"student": student}) for student in students))


def _unknown(course: Course) -> Path:
    return course.gradebook / "unknown_students.jsonl"


def set_duedate(assignment: Assignment, rules: Rules) -> None:
    """Let nbgrader's gradebook hold an exam's deadline: it asks for penalties only after it."""
    from nbgrader import api as tables  # it takes a second to load

    with _gradebook(assignment.course) as gradebook:
        for found in gradebook.db.query(tables.Assignment).filter_by(name=assignment.name):
            found.duedate = rules.common_deadline.astimezone(UTC).replace(tzinfo=None)
        gradebook.db.commit()


@contextmanager
def _gradebook(course: Course) -> Iterator[Any]:
    """nbgrader's gradebook, open. Raises CourseError where it cannot be read or written."""
    api = nbgrader(course)
    with told(api), api.gradebook as gradebook:
        yield gradebook

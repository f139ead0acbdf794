"""Collect what students handed in through nbgrader's exchange, and find what lies in the course's folders."""

from __future__ import annotations

from pathlib import Path

import msgspec

from autograder.author.numbers import Numbers
from autograder.course import Assignment, Course
from autograder.nbgrader_api import done, nbgrader
from autograder.submit.notebook import Unreadable, read_file
from autograder.submit.plain import keep_plain


class HandedIn(msgspec.Struct):
    """What one student handed in, the seed of the student's hidden inputs, and the student's own numbers where each has
    others: with the course, all that grading needs.

    Without a notebook, `problem` says what is there instead; where the fault is ours, `fault` says what it is.
    """

    student: str
    seed: str
    notebook: bytes = b""
    timestamp: str = ""  # what the file of that name says
    problem: str = ""
    fault: str = ""
    numbers: Numbers | None = None


def collect(assignment: Assignment) -> list[str]:
    """Fetch each student's newest submission from the exchange, an exam's from its ledger.

    Returns the students who have handed in.
    """
    if assignment.rules:
        from autograder.exam.nbgrader_exam import before_collecting

        before_collecting(assignment, assignment.rules)
    done(
        f"nbgrader collect {assignment.name}",
        nbgrader(assignment.course).collect(assignment.name, update=True),
    )
    return submitted_students(assignment)


def submitted_students(assignment: Assignment) -> list[str]:
    """The students with a folder for this assignment under gradebook/submitted/, sorted."""
    folders = (assignment.course.gradebook / "submitted").glob(f"*/{assignment.name}")
    return sorted(folder.parent.name for folder in folders if folder.is_dir() and not folder.is_symlink())


def lateness(assignment: Assignment) -> dict[str, float]:
    """The seconds by which each student was late, by nbgrader's gradebook; nobody who was in time."""
    from nbgrader import api as tables

    with nbgrader(assignment.course).gradebook as gradebook:
        if not gradebook.db.query(tables.Assignment).filter_by(name=assignment.name).count():
            return {}
        submissions = gradebook.assignment_submissions(assignment.name)
        return {each.student_id: each.total_seconds_late for each in submissions if each.total_seconds_late > 0}


def late_costs(assignment: Assignment) -> dict[str, float]:
    """The points that an exam's rules took from each late student, by nbgrader's gradebook."""
    if assignment.rules is None:
        return {}
    from nbgrader import api as tables

    with nbgrader(assignment.course).gradebook as gradebook:
        found = (
            gradebook.db.query(tables.SubmittedAssignment.student_id, tables.SubmittedNotebook.late_submission_penalty)
            .join(tables.SubmittedNotebook, tables.SubmittedNotebook.assignment_id == tables.SubmittedAssignment.id)
            .join(tables.Assignment, tables.Assignment.id == tables.SubmittedAssignment.assignment_id)
            .filter(tables.Assignment.name == assignment.name)
        )
        return {student: cost for student, cost in found if cost}


def enrolled_students(course: Course) -> list[str]:
    """All students of nbgrader's gradebook, sorted."""
    with nbgrader(course).gradebook as gradebook:
        return sorted(student.id for student in gradebook.students)


def handed_in(assignment: Assignment, student: str) -> HandedIn:
    """Read a student's folder; what is not plain in it is taken away."""
    found = HandedIn(student, assignment.course.seed(assignment.name, student), numbers=assignment.numbers_of(student))
    path = assignment.submitted_path(student)
    try:
        left_out = keep_plain(path.parent)
        stamp = path.parent / "timestamp.txt"
        found.timestamp = stamp.read_bytes()[:100].decode("utf-8", "replace") if stamp.is_file() else ""
        if path.is_file():
            found.notebook = read_file(path)
        else:
            found.problem = _instead(path, left_out)
    except Unreadable as unreadable:
        found.problem = str(unreadable)
    except OSError as error:
        found.fault = f"the submission cannot be read ({error.strerror}: {error.filename})"
    return found


def _instead(path: Path, left_out: list[str]) -> str:
    names = sorted(each.name for each in path.parent.iterdir() if each.suffix == ".ipynb" and each.is_file())
    found = f"it holds {', '.join(names[:3])}" if names else "it holds no notebook"
    why = next((f"; {line}" for line in left_out if line.startswith(f"{path.name}:")), "")
    return f"the notebook {path.name} is not in the submission ({found}{why}); hand it in again under its own name"

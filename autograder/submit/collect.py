"""Collect what students handed in through nbgrader's exchange, and find what lies in the course's folders."""

from __future__ import annotations

from pathlib import Path

from autograder.course import Assignment, Course
from autograder.nbgrader_api import done, nbgrader


def collect(assignment: Assignment) -> list[str]:
    """Fetch each student's newest submission from the exchange. Returns the students who have handed in."""
    done(
        f"nbgrader collect {assignment.name}",
        nbgrader(assignment.course).collect(assignment.name, update=True),
    )
    return submitted_students(assignment)


def submitted_students(assignment: Assignment) -> list[str]:
    """The students with a folder for this assignment under gradebook/submitted/, sorted."""
    folders = (assignment.course.gradebook / "submitted").glob(f"*/{assignment.name}")
    return sorted(folder.parent.name for folder in folders if folder.is_dir() and not folder.is_symlink())


def submitted_notebook(assignment: Assignment, student: str) -> Path:
    return assignment.course.gradebook / "submitted" / student / assignment.name / f"{assignment.name}.ipynb"


def enrolled_students(course: Course) -> list[str]:
    """All students of nbgrader's gradebook, sorted."""
    with nbgrader(course).gradebook as gradebook:
        return sorted(student.id for student in gradebook.students)

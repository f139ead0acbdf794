"""What nbgrader's database knows of a class: who is enrolled, who was late and what that costs, and the due date."""

from __future__ import annotations

from datetime import UTC

from autograder.course.course import Assignment, Course
from autograder.course.rules import Rules
from autograder.nbgrader_host.api import nbgrader


def lateness(assignment: Assignment) -> dict[str, float]:
    """The seconds by which each student was late, by nbgrader's gradebook; nobody who was in time."""
    from nbgrader import api as tables  # it takes a second to load

    with nbgrader(assignment.course).gradebook as gradebook:
        if not gradebook.db.query(tables.Assignment).filter_by(name=assignment.name).count():
            return {}
        submissions = gradebook.assignment_submissions(assignment.name)
        return {each.student_id: each.total_seconds_late for each in submissions if each.total_seconds_late > 0}


def late_costs(assignment: Assignment) -> dict[str, float]:
    """The points that an exam's rules took from each late student, by nbgrader's gradebook."""
    if assignment.rules is None:
        return {}
    from nbgrader import api as tables  # it takes a second to load

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


def set_duedate(assignment: Assignment, rules: Rules) -> None:
    """Let nbgrader's gradebook hold an exam's deadline: it asks for penalties only after it."""
    from nbgrader import api as tables  # it takes a second to load

    with nbgrader(assignment.course).gradebook as gradebook:
        for found in gradebook.db.query(tables.Assignment).filter_by(name=assignment.name):
            found.duedate = rules.common_deadline.astimezone(UTC).replace(tzinfo=None)
        gradebook.db.commit()

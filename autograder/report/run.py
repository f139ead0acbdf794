"""Report on an assignment: who has a report, who has none, and all the pages."""

from __future__ import annotations

from pathlib import Path

from autograder.course.course import Assignment
from autograder.errors import CourseError
from autograder.grade.journal import entries
from autograder.grade.run import load_reports
from autograder.moderate.log import class_moderation, read_log
from autograder.moderate.moderation import in_force
from autograder.nbgrader_host.database import enrolled_students, lateness
from autograder.records import Circumstances, Report
from autograder.report.course_page import write_course_page
from autograder.report.pages import Absent, write_reports
from autograder.submit.handed_in import submitted_students


def report_on(assignment: Assignment) -> Path:
    """Write all pages of an assignment, and the course's; returns the class's. Raises CourseError for nobody graded."""
    reports = graded_reports(assignment)
    absent = absent_from(assignment, reports)
    folder = assignment.course.gradebook / "reports" / assignment.name
    page = write_reports(
        reports,
        assignment.settings.title,
        absent,
        folder,
        circumstances(assignment),
        True,
        class_moderation(assignment, reports),
        in_force(read_log(assignment)),
    )
    write_course_page(assignment.course)
    return page


def graded_reports(assignment: Assignment) -> list[Report]:
    """Everybody's report. Raises CourseError where there is none."""
    reports = load_reports(assignment)
    if not reports:
        raise CourseError(assignment.name, "nobody has been graded yet", f"Run: autograder grade {assignment.name}")
    return reports


def absent_from(assignment: Assignment, reports: list[Report]) -> Absent:
    """The students who have none of these reports."""
    graded = {report.student for report in reports}
    ungraded = [student for student in submitted_students(assignment) if student not in graded]
    there = {*graded, *ungraded}
    return Absent([student for student in enrolled_students(assignment.course) if student not in there], ungraded)


def circumstances(assignment: Assignment) -> dict[str, Circumstances]:
    """How late each student was, and how long grading took."""
    late = lateness(assignment)
    seconds = {student: entry.seconds for student, entry in entries(assignment).items()}
    return {
        student: Circumstances(late.get(student, 0.0), seconds.get(student)) for student in late.keys() | seconds.keys()
    }

"""Report on an assignment: who has a report, who has none, and all the pages."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path

from autograder.course.course import Assignment
from autograder.errors import CourseError
from autograder.grade.journal import entries
from autograder.grade.run import load_reports
from autograder.moderate.log import class_moderation, read_log
from autograder.moderate.moderation import in_force
from autograder.nbgrader_host.database import enrolled_students, lateness, removed_students
from autograder.records import Circumstances, Report
from autograder.report.course_page import write_course_page
from autograder.report.pages import Absent, write_reports
from autograder.report.unnamed import groups_of
from autograder.submit.handed_in import handed_in, submitted_students
from autograder.submit.notebook import Unreadable, read_submission
from autograder.wording import one_line

_MOST = 10  # names in a sentence


def report_on(assignment: Assignment, say: Callable[[str], None] = lambda line: None) -> Path:
    """Write all pages of an assignment, and the course's; returns the class's. Raises CourseError for nobody graded."""
    reports = graded_reports(assignment, say)
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
        groups_of(reports, functools.partial(_written, assignment)),
    )
    write_course_page(assignment.course)
    return page


def _written(assignment: Assignment, student: str, blank: str) -> str:
    """What a student has written into a blank; nothing where that cannot be read."""
    try:
        notebook = handed_in(assignment, student).notebook
        return read_submission(notebook, assignment).sources.get(blank, "") if notebook else ""
    except (Unreadable, OSError):
        return ""


def graded_reports(assignment: Assignment, say: Callable[[str], None] = lambda line: None) -> list[Report]:
    """Everybody's report; who was taken out of the gradebook is left out, which is said. Raises CourseError where there
    is none."""
    reports = load_reports(assignment)
    removed = removed_students(assignment.course, (report.student for report in reports))
    if removed:
        say(told_removed(removed))
        reports = [report for report in reports if report.student not in removed]
    if not reports:
        raise CourseError(assignment.name, "nobody has been graded yet", f"Run: autograder grade {assignment.name}")
    return reports


def told_removed(students: Sequence[str]) -> str:
    who = ", ".join(one_line(student) for student in students[:_MOST])
    more = f" and {len(students) - _MOST} more" if len(students) > _MOST else ""
    return f"{who}{more}: not in the gradebook any more, and left out; to have one again: nbgrader db student add ID"


def absent_from(assignment: Assignment, reports: list[Report]) -> Absent:
    """The students who have none of these reports."""
    graded = {report.student for report in reports}
    there = submitted_students(assignment)
    reported = {student for student in there if assignment.report_path(student).is_file()}
    ungraded = [student for student in there if student not in graded | reported]
    present = {*graded, *ungraded}
    return Absent([student for student in enrolled_students(assignment.course) if student not in present], ungraded)


def circumstances(assignment: Assignment) -> dict[str, Circumstances]:
    """How late each student was, and how long grading took."""
    late = lateness(assignment)
    seconds = {student: entry.seconds for student, entry in entries(assignment).items()}
    return {
        student: Circumstances(late.get(student, 0.0), seconds.get(student)) for student in late.keys() | seconds.keys()
    }

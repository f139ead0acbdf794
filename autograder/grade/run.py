"""Grade a class: every submission through nbgrader's own autograde, with our step in place of its execution."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from autograder.course import Assignment
from autograder.errors import CourseError
from autograder.grade.engine import grade_nothing
from autograder.grade.sandbox import Mode, find_bubblewrap
from autograder.nbgrader_api import first_error, nbgrader
from autograder.records import Report, decode
from autograder.submit.collect import submitted_notebook, submitted_students

if TYPE_CHECKING:
    from nbgrader.apps.api import NbGraderAPI


def grade_class(
    assignment: Assignment, students: list[str], mode: Mode, progress: Callable[[str, int, int], None]
) -> list[Report]:
    """Grade these students' submissions into the gradebook, all that are there if none is named.

    `progress` is told the student, how many are done and how many there are. One student's trouble never stops the
    others: whoever nbgrader cannot take gets a report that says so.
    """
    if mode == "bubblewrap":
        find_bubblewrap()
    there = submitted_students(assignment)
    for student in students:
        if student not in there:
            raise CourseError(student, f"has handed in nothing for {assignment.name}", "Collect first")
    chosen = students or there
    if not chosen:
        raise CourseError(
            assignment.course.gradebook / "submitted",
            f"there is no submission of {assignment.name}",
            f"Run: autograder collect {assignment.name}",
        )
    api = nbgrader(assignment.course, Grade={"sandbox": mode})
    with api.gradebook as gradebook:
        if assignment.name not in [each.name for each in gradebook.assignments]:
            raise CourseError(assignment.name, "is not in the gradebook", f"Run: autograder release {assignment.name}")
    reports = []
    for number, student in enumerate(chosen):
        progress(student, number, len(chosen))
        reports.append(_grade_student(api, assignment, student, mode))
    progress("done", len(chosen), len(chosen))
    return reports


def load_reports(assignment: Assignment) -> list[Report]:
    """The reports of everybody who has been graded, by student."""
    folder = assignment.course.gradebook / "reports" / assignment.name
    return [decode(path.read_bytes()) for path in sorted(folder.glob("*.json"))]


def _grade_student(api: NbGraderAPI, assignment: Assignment, student: str, mode: Mode) -> Report:
    from autograder.grade.nbgrader_step import save_report

    path = submitted_notebook(assignment, student)
    report_path = assignment.course.gradebook / "reports" / assignment.name / f"{student}.json"
    if not path.is_file() or path.is_symlink():
        report = grade_nothing(assignment, student, mode, _what_is_there(assignment, student))
        _score_zero(api, assignment, student)
        save_report(assignment.course, report)
        return report
    report_path.unlink(missing_ok=True)
    result = api.autograde(assignment.name, student, force=True, create=True)
    if result["success"] and report_path.exists():
        return decode(report_path.read_bytes())
    fault = f"nbgrader could not take this submission: {first_error(result)}"
    report = grade_nothing(assignment, student, mode, fault, "grader error")
    save_report(assignment.course, report)
    return report


def _what_is_there(assignment: Assignment, student: str) -> str:
    folder = submitted_notebook(assignment, student).parent
    names = sorted(path.name for path in folder.iterdir() if path.suffix == ".ipynb")
    found = f"it holds {', '.join(names[:3])}" if names else "it holds no notebook"
    return (
        f"the notebook {assignment.name}.ipynb is not in the submission ({found}); hand it in again under its own name"
    )


def _score_zero(api: NbGraderAPI, assignment: Assignment, student: str) -> None:
    """What nbgrader itself does for a missing notebook, where it has another one to go on."""
    with api.gradebook as gradebook:
        gradebook.update_or_create_student(student)
        submission = gradebook.update_or_create_submission(assignment.name, student)
        for notebook in submission.notebooks:
            for grade in notebook.grades:
                grade.auto_score, grade.needs_manual_grade = 0, False
        gradebook.db.commit()

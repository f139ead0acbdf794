"""A course of one assignment that a test writes itself, and what its students get."""

from __future__ import annotations

from pathlib import Path

from autograder.course.course import Assignment, Course
from autograder.grade.engine import grade_submission
from autograder.records import CheckReport, Report
from autograder.submit.notebook import read_submission


def written_assignment(root: Path, lesson: str, checks: str, limits: str = "") -> Assignment:
    """The assignment "tiny" with this lesson, these checks and lines of [limits]."""
    folder = root / "solutions" / "tiny"
    folder.mkdir(parents=True)
    (folder / "tiny.py").write_text(lesson.lstrip())
    (folder / "checks.py").write_text(checks)
    (folder / "assignment.toml").write_text(f'title = "Tiny"\n[limits]\n{limits}\n')
    return Course(root).assignment("tiny")


def graded(assignment: Assignment, own: str = "", **answers: str) -> Report:
    """The report of who answers like the reference, but in these cells; `own` is a cell before all others."""
    cells = [
        f'# %% nbgrader={{"grade_id": "{cell.grade_id}"}}\n{answers.get(cell.grade_id, cell.source)}\n'
        for cell in assignment.lesson.program()
    ]
    script = "".join([f"# %%\n{own}\n" if own else "", *cells])
    submission = read_submission(script.encode(), assignment, is_script=True)
    return grade_submission(assignment, submission, "s01", "seed", "bubblewrap")


def checks(report: Report) -> list[CheckReport]:
    return [check for cell in report.cells for check in cell.checks]


def outcomes(report: Report) -> list[str]:
    return [check.outcome for check in checks(report)]

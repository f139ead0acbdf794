"""A class of three that was graded by hand: the worked example of docs/moderation.md, and decisions on it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from autograder.course.course import Assignment, Course
from autograder.moderate.moderation import Decision, What
from autograder.records import CellReport, CheckReport, Report, encode, total

MAXIMA = {"gate": 2.0, "train": 5.0, "why": 3.0}
NOON = datetime(2026, 6, 12, 12, tzinfo=UTC)


def report(student: str, points: dict[str, float | None], answers: dict[str, Any] | None = None) -> Report:
    """One check a blank; a blank that lost all is called `<blank>-b`."""
    cells = []
    for name, highest in MAXIMA.items():
        got = points[name]
        outcome = "grader error" if got is None else "passed" if got == highest else "failed"
        lost = {"diagnosis": f"{name}-b", "advice": f"Read on {name}.", "cause": f"{name} is wrong"}
        check = CheckReport(f"{name}_is_right", f"{name} is right", outcome, got, highest, **(lost if got == 0 else {}))
        check.answer = (answers or {}).get(name)
        cells.append(CellReport(name, f"the {name}", got, highest, [check]))
    score = total([cell.points for cell in cells])
    return Report("midterm", student, score, 10.0, "5eed", "1.0.0", "bubblewrap", [], cells)


def three() -> list[Report]:
    return [
        report("ann", {"gate": 2.0, "train": 5.0, "why": 0.0}, {"why": "B"}),
        report("bo", {"gate": 1.0, "train": 3.0, "why": 3.0}, {"why": "a"}),
        report("cy", {"gate": 0.0, "train": 2.0, "why": 0.0}, {"why": "c"}),
    ]


def log_of(*decisions: What) -> list[Decision]:
    return [Decision(number, NOON, "kim", "so it is fair", what) for number, what in enumerate(decisions, start=1)]


def course_with(folder: Path, reports: list[Report]) -> Assignment:
    """A course in which these reports were written, without nbgrader."""
    (folder / "solutions" / "midterm").mkdir(parents=True)
    (folder / "solutions" / "midterm" / "assignment.toml").write_text('title = "Midterm"\n')
    assignment = Course(folder).assignment("midterm")
    for each in reports:
        assignment.report_path(each.student).parent.mkdir(parents=True, exist_ok=True)
        assignment.report_path(each.student).write_bytes(encode(each))
    return assignment

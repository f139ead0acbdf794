"""Reports for a terminal: one submission, or the scores of a class. Aligned, without colour or control characters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from autograder.records import Change, Report
from autograder.report.statistics import grader_errors
from autograder.table import WIDTH, checks_table_text
from autograder.wording import NO_SANDBOX, columns_of, graded_bytes, number, one_line, score, weakened


def as_text(report: Report) -> str:
    """One report for whoever sits at the terminal: an instructor, so it also has the causes of grader errors."""
    head = [
        f"{one_line(report.assignment)}: {one_line(report.student)}",
        f"score: {score(report.points, report.max_points)}",
        *([graded_bytes(report)] if report.submitted else []),
        *([f"notice: {NO_SANDBOX}"] if report.sandbox == "none" else []),
        *([f"notice: {weakened(report.unprotected)}"] if report.unprotected else []),
        *(f"problem: {one_line(problem)}" for problem in report.problems),
        *(
            f"grader error: {one_line(check)}: {one_line(error.cause)}"
            for error in grader_errors([report])
            for check in error.checks
        ),
    ]
    return "\n\n".join(["\n".join(head), *(checks_table_text(cell) for cell in report.cells)])


def scores_table(reports: Iterable[Report]) -> str:
    """One line a student: score, and what went wrong where."""
    rows = [("student", "score", "what went wrong")]
    rows += [(one_line(each.student), score(each.points, each.max_points), _went_wrong(each)) for each in reports]
    names = max(columns_of(name) for name, _, _ in rows)
    scores = max(len(points) for _, points, _ in rows)
    lines = []
    for name, points, wrong in rows:
        start = f"{name}{' ' * (names - columns_of(name))}  {points:{scores}}  "
        indent = " " * (names + scores + 4)
        lines += textwrap.wrap(
            wrong, WIDTH, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False
        ) or [start]
    return "\n".join(line.rstrip() for line in lines)


def changes_table(changes: list[Change]) -> str:
    """Who would gain and who would lose since the checks have changed."""
    gain = sum((change.after or 0) > (change.before or 0) for change in changes)
    width = max(len("student"), *(columns_of(one_line(change.student)) for change in changes))
    lines = [
        f"The checks have changed: {gain} would gain, {len(changes) - gain} would lose. "
        "Nothing was written for them; to write, run again with --apply.",
        f"{'student':{width}}  score",
    ]
    for change in changes:
        name = one_line(change.student)
        lines.append(f"{name}{' ' * (width - columns_of(name))}  {number(change.before)} -> {number(change.after)}")
    return "\n".join(lines)


def _went_wrong(report: Report) -> str:
    """What was odd, the mistakes by name, and the blanks in which none was recognised."""
    parts = [NO_SANDBOX] if report.sandbox == "none" else []
    parts += [one_line(problem) for problem in report.problems]
    lost: dict[str, list[str]] = {}
    for cell in report.cells:
        failed = [check for check in cell.checks if check.outcome != "passed"]
        names = dict.fromkeys(one_line(check.diagnosis) for check in failed if check.diagnosis)
        for name in names or dict.fromkeys(check.outcome for check in failed):
            lost.setdefault(name, []).append(one_line(cell.grade_id))
    for name, blanks in lost.items():
        everywhere = len(blanks) == len(report.cells) > 1
        parts.append(f"{name} in {'every blank' if everywhere else ', '.join(blanks)}")
    return "; ".join(parts)

"""The class's scores for a spreadsheet or another program."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from types import MappingProxyType

from autograder.moderate.moderation import Moderated, note
from autograder.records import Report, blanks
from autograder.report.statistics import max_points
from autograder.wording import number

# What makes a spreadsheet take a text for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def scores_csv(
    reports: list[Report], missing: list[str], moderation: Mapping[str, Moderated] = MappingProxyType({})
) -> str:
    """One row a student, sorted by id; an unknown score and a missing student have empty fields, never 0.

    Where scores are moderated, `points` are those that count in the end, and two columns say what they were and why
    they changed; the points of blanks are as graded.
    """
    columns = list(blanks(reports))
    more = ["points_before_moderation", "moderation"] if moderation else []
    rows = {student: ["", points_field(max_points(reports))] for student in missing}
    for report in reports:
        found = moderation.get(report.student)
        points = {cell.grade_id: cell.points for cell in report.cells}
        rows[report.student] = [
            points_field((found or report).points),
            points_field(report.max_points),
            *([points_field(report.points), text_field(note(found))] if more else []),
            *(points_field(points.get(name)) for name in columns),
        ]
    head = ["student", "points", "max_points", *more, *(text_field(name) for name in columns)]
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(head)
    for student, row in sorted(rows.items()):
        writer.writerow([text_field(student), *row, *[""] * (len(head) - 1 - len(row))])
    return file.getvalue()


def text_field(text: str) -> str:
    """A text as a spreadsheet shows it, whatever it begins with."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def points_field(points: float | None) -> str:
    """Points, or nothing where they are unknown."""
    return "" if points is None else number(points)

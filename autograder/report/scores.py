"""The class's scores for a spreadsheet or another program."""

from __future__ import annotations

import csv
import io

from autograder.records import Report
from autograder.report.statistics import blanks, max_points
from autograder.report.wording import number

# What makes a spreadsheet take a text for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def scores_csv(reports: list[Report], missing: list[str]) -> str:
    """One row a student, sorted by id; an unknown score and a missing student have empty fields, never 0."""
    columns = list(blanks(reports))
    numbers: dict[str, list[float | None]] = {student: [None, max_points(reports)] for student in missing}
    for report in reports:
        points = {cell.grade_id: cell.points for cell in report.cells}
        numbers[report.student] = [report.points, report.max_points, *(points.get(name) for name in columns)]
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["student", "points", "max_points", *(text_field(name) for name in columns)])
    for student, row in sorted(numbers.items()):
        empty = [""] * (len(columns) + 2 - len(row))
        writer.writerow([text_field(student), *(points_field(each) for each in row), *empty])
    return file.getvalue()


def text_field(text: str) -> str:
    """A text as a spreadsheet shows it, whatever it begins with."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def points_field(points: float | None) -> str:
    """Points, or nothing where they are unknown."""
    return "" if points is None else number(points)

"""The course's table of contents (source_data/rows.json) and where each of its rows is taught."""

from __future__ import annotations

from typing import Any

import msgspec

from autograder.course.course import Assignment, Course
from autograder.course.lesson import EXAMPLES, Cell, Lesson
from autograder.errors import CourseError


class Row(msgspec.Struct):
    """One program, formula, exercise, figure or table of the source documents, with the numbers it prints, by name."""

    id: str
    assignment: str
    kind: str
    what: str
    printed: dict[str, Any]


class _Contents(msgspec.Struct):
    origin: str
    rows: list[Row]


def read_rows(course: Course) -> list[Row]:
    path = course.root / "source_data" / "rows.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Contents).rows
    except FileNotFoundError:
        raise CourseError(path, "does not exist", "This course has no table of contents") from None
    except msgspec.DecodeError as error:
        raise CourseError(path, str(error), "Fix that row") from None


def places(lesson: Lesson, row: str) -> list[Cell]:
    """The cells that teach a row."""
    return [cell for cell in lesson.cells if row in cell.rows]


def rows_page(course: Course) -> str:
    """The table of rows and places as a page of the documentation, in Markdown."""
    rows = read_rows(course)
    names = [name for name in dict.fromkeys(row.assignment for row in rows) if name in course.names()]
    taught = sum(row.assignment in names for row in rows)
    text = [
        "# What the course teaches, and where",
        "",
        f"Made by `autograder rows`. {taught} rows in {len(names)} assignments: each program, formula, exercise,",
        "figure and table of the source documents, and the cells that teach it. A cell with points is a blank with",
        "hidden checks; the others are given code, figures and visible examples.",
    ]
    for name in names:
        text += _section(course.assignment(name), [row for row in rows if row.assignment == name])
    text += _beyond([each for each in map(course.assignment, course.names()) if not _teaches(each, names)])
    return "\n".join(text) + "\n"


def _teaches(assignment: Assignment, names: list[str]) -> bool:
    """Whether its rows stand in the documents, or it is an exam, which asks what other assignments teach."""
    return assignment.name in names or assignment.has_variants


def _beyond(assignments: list[Assignment]) -> list[str]:
    """The lessons that teach more than the documents."""
    if not assignments:
        return []
    text = ["", "## Beyond the documents", "", "| assignment | title | cells |", "|---|---|---|"]
    for assignment in assignments:
        link = f"[{assignment.name}](../assignments/{assignment.name}/{assignment.name}.ipynb)"
        cells = ", ".join(_place(assignment, cell) for cell in assignment.lesson.blanks())
        text.append(f"| {link} | {assignment.settings.title} | {cells} |")
    return text


def _section(assignment: Assignment, rows: list[Row]) -> list[str]:
    text = ["", f"## [{assignment.name}](../assignments/{assignment.name}/{assignment.name}.ipynb)", ""]
    text += ["| row | kind | what | cells |", "|---|---|---|---|"]
    for row in rows:
        cells = ", ".join(_place(assignment, cell) for cell in places(assignment.lesson, row.id))
        what = row.what.replace("|", "\\|")
        text.append(f"| {row.id} | {row.kind} | {what} | {cells} |")
    return text


def _place(assignment: Assignment, cell: Cell) -> str:
    points = sum(check.points for check in assignment.checks.of(cell.grade_id.removesuffix(EXAMPLES)))
    return f"`{cell.grade_id}` ({points:g})" if cell.role == "blank" else f"`{cell.grade_id}`"

"""The report of one graded submission: what every page, table and exporter is made from."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from autograder.errors import CourseError

_Part = TypeVar("_Part")
Outcome = Literal["passed", "failed", "not run", "grader error"]


class Line(msgspec.Struct):
    """A line of a picture, or where `dots` is set points: x and y, of the same length."""

    label: str
    x: list[float]
    y: list[float]
    dots: bool = False


class Panel(msgspec.Struct):
    """One pair of axes. `regions` are values of 0 to 1 on an even grid over `extent`, rows from the lowest y."""

    title: str
    xlabel: str
    ylabel: str
    lines: list[Line]
    regions: list[list[float]] = []
    extent: tuple[float, float, float, float] = (0.0, 1.0, 0.0, 1.0)  # x from, to, y from, to


class Picture(msgspec.Struct):
    """What a student's answer does with the visible inputs, beside what it should do. `alt` says the same in words."""

    title: str
    alt: str
    panels: list[Panel]


class CheckReport(msgspec.Struct):
    """How one hidden check ended.

    `points` is None when the check ended as a grader error: unknown is not zero.
    `cause` is what the check saw, `diagnosis` the name of the mistake, `advice` the sentence that says what it means;
    `wrong_entries` tells for each row and column whether the answer was wrong there, if it was not wrong everywhere;
    `answer` is the number or word that was judged, where the answer is one.
    """

    name: str
    sentence: str
    outcome: Outcome
    points: float | None
    max_points: float
    cause: str = ""
    diagnosis: str = ""
    advice: str = ""
    followed_through: bool = False
    wrong_entries: list[list[bool]] = []
    answer: float | str | None = None


class CellReport(msgspec.Struct):
    """One blank, with the checks that grade it; `section` is the heading of the lesson under which it stands."""

    grade_id: str
    title: str
    points: float | None
    max_points: float
    checks: list[CheckReport]
    section: str = ""
    pictures: list[Picture] = []


class Report(msgspec.Struct):
    """One submission of one student, graded.

    `problems` tells what was odd about the file itself, `unprotected` which layers of the sandbox were missing,
    `submitted` is the SHA-256 of the file's bytes, empty where there was no file that could be read.
    """

    assignment: str
    student: str
    points: float | None
    max_points: float
    seed: str
    grader: str
    sandbox: str
    problems: list[str]
    cells: list[CellReport]
    unprotected: list[str] = []
    submitted: str = ""


def total(parts: list[float | None]) -> float | None:
    """Sum of points, unknown as soon as one part is unknown."""
    known = [part for part in parts if part is not None]
    return None if len(known) < len(parts) else round(sum(known), 6)


def blanks(reports: list[Report]) -> dict[str, CellReport]:
    """The blanks of the assignment by grade_id, in the order of the notebook."""
    found: dict[str, CellReport] = {}
    for report in reports:
        for cell in report.cells:
            found.setdefault(cell.grade_id, cell)
    return found


class Circumstances(msgspec.Struct):
    """How a submission came in and was graded: not the student's answers, so not in the report."""

    late_seconds: float = 0.0
    seconds: float | None = None  # that grading took


class Change(msgspec.Struct):
    """Somebody who would get another score for the same submission, since the checks have changed."""

    student: str
    before: float | None
    after: float | None


def encode(report: Report) -> bytes:
    """The report as indented JSON, the same bytes for the same report."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"


def read_report(path: Path) -> Report:
    """The report in a file. Raises CourseError where it is damaged."""
    return read_part_of_report(path, Report)


def read_part_of_report(path: Path, part: type[_Part]) -> _Part:
    """Those fields of the report in a file that `part` has. Raises CourseError where it is damaged."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=part)
    except ValueError as error:  # of msgspec, too
        remedy = f"Delete it, then run: autograder grade {path.parent.name}"
        raise CourseError(path, f"it is no report: it is damaged ({error})", remedy) from error

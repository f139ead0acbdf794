"""The page of the whole course: every assignment that was reported on, and each student's way through them."""

from __future__ import annotations

from pathlib import Path
from statistics import mean, median

import msgspec

from autograder.course.course import Assignment, Course
from autograder.grade.run import load_reports
from autograder.moderate.log import class_moderation, read_log
from autograder.moderate.moderation import in_force
from autograder.nbgrader_host.database import Booked, booked, removed_students
from autograder.records import read_part_of_report
from autograder.report.pages import page_templates, scores_drawn, write_page

_PERCENT = "% of the points of what is graded"
_WIDTH, _HEIGHT = 100.0, 16.0  # of the drawing of a student's way


class Score(msgspec.Struct):
    """What the page needs of a report; `raw_points` are those before moderation, where there is one."""

    student: str
    points: float | None
    max_points: float
    raw_points: float | None = None


class Column(msgspec.Struct):
    """One assignment; scores by student, and those before moderation of whom it changed."""

    name: str
    title: str
    scores: dict[str, float | None]
    raw: dict[str, float | None]
    max_points: float
    mean: float | None
    median: float | None


class Row(msgspec.Struct):
    """One student: the share of all graded points, and a dot for each assignment at the height of its share."""

    name: str
    share: float | None
    way: list[tuple[float, float]]


def write_course_page(course: Course) -> Path:
    """Write gradebook/reports/index.html from the reports of all assignments."""
    columns = [column for name in course.names() if (column := _column(course, name))]
    students = sorted({student for column in columns for student in column.scores})
    rows = [_row(student, columns) for student in students]
    shares = [100 * row.share for row in rows if row.share is not None]
    template = page_templates().get_template("course.html.j2")
    page = template.render(columns=columns, students=rows, **scores_drawn(shares, 100.0, _PERCENT))
    path = course.gradebook / "reports" / "index.html"
    write_page(path, page)
    return path


def _column(course: Course, name: str) -> Column | None:
    folder = course.gradebook / "reports" / name
    if not (folder / "index.html").exists():
        return None
    reports = _scores(course.assignment(name), folder)
    known = [report.points for report in reports if report.points is not None]
    return Column(
        name,
        course.assignment(name).settings.title,
        {report.student: report.points for report in reports},
        {report.student: report.raw_points for report in reports if report.raw_points is not None},
        max((report.max_points for report in reports), default=0.0),
        round(mean(known), 2) if known else None,
        round(median(known), 2) if known else None,
    )


def _scores(assignment: Assignment, folder: Path) -> list[Score]:
    """Everybody's score; the whole reports are read only where they are moderated."""
    removed = removed_students(assignment.course, (path.stem for path in folder.glob("*.json")))
    if not in_force(read_log(assignment)):
        books = booked(assignment)
        scores = [read_part_of_report(path, Score) for path in sorted(folder.glob("*.json"))]
        scores = [score for score in scores if score.student not in removed]
        return [_as_booked(score, books.get(score.student)) for score in scores]
    reports = [report for report in load_reports(assignment) if report.student not in removed]
    return [
        Score(student, each.points, each.max_points, each.raw_points if each.is_changed else None)
        for student, each in class_moderation(assignment, reports).items()
    ]


def _as_booked(score: Score, book: Booked | None) -> Score:
    """Where a question could not be graded, the whole report says whether a person has."""
    if book is None or score.points is None:
        return score
    points = max(0.0, round(book.score - book.late_cost, 6))
    return Score(score.student, points, score.max_points, score.points if points != score.points else None)


def _row(student: str, columns: list[Column]) -> Row:
    known = [
        (number, points, column.max_points)
        for number, column in enumerate(columns)
        if (points := column.scores.get(student)) is not None and column.max_points
    ]
    step = _WIDTH / max(len(columns) - 1, 1)
    way = [(round(number * step, 1), round(_HEIGHT * (1 - points / most), 1)) for number, points, most in known]
    total = sum(most for _, _, most in known)
    return Row(student, sum(points for _, points, _ in known) / total if total else None, way)

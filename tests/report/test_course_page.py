from __future__ import annotations

from pathlib import Path

import pytest
from by_hand import cell, check, report

from autograder.course.course import Course
from autograder.errors import CourseError
from autograder.records import encode
from autograder.report.course_page import write_course_page
from autograder.report.pages import Absent, write_reports


def course_in(folder: Path) -> Course:
    for name in ("losses", "tapes", "unused"):
        (folder / "solutions" / name).mkdir(parents=True)
        (folder / "solutions" / name / "assignment.toml").write_text(f'title = "The {name}"\n')
    return Course(folder)


def graded(course: Course, name: str, points: dict[str, float | None]) -> None:
    folder = course.gradebook / "reports" / name
    outcomes = {None: "grader error", 0.0: "failed", 2.0: "passed"}
    reports = [report(student, cell(check(outcomes[each]))) for student, each in points.items()]
    write_reports(reports, f"The {name}", Absent(), folder, in_course=True)
    for each in reports:
        (folder / f"{each.student}.json").write_bytes(encode(each))


def test_every_student_and_every_assignment_that_was_reported_on(tmp_path: Path) -> None:
    course = course_in(tmp_path)
    graded(course, "losses", {"s01": 2.0, "s02": 0.0})
    graded(course, "tapes", {"s01": 0.0, "s03": None})
    html = write_course_page(course).read_text("utf-8")
    assert "3 students, 2 assignments graded" in html
    assert '<a href="losses/index.html">The losses</a></th><td class="number">2</td><td class="number">1</td>' in html
    assert "unused" not in html
    rows = [row for row in html.split("<tr>") if 'scope="row" class="student">' in row]
    assert [row.count("<circle") for row in rows] == [2, 1, 0]
    assert "50 %" in rows[0]
    assert '<a href="losses/s01.html">2</a>' in rows[0]
    assert '<a href="tapes/s03.html">unknown</a>' in rows[2]
    assert '<polyline points="0.0,0.0 100.0,16.0 "/>' in rows[0]


def test_a_damaged_report_of_whatever_assignment_is_named(tmp_path: Path) -> None:
    course = course_in(tmp_path)
    graded(course, "losses", {"s01": 2.0})
    path = course.assignment("losses").report_path("s01")
    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(CourseError) as error:
        write_course_page(course)
    assert str(error.value).startswith(f"{path}: it is no report: it is damaged (")
    assert str(error.value).endswith("Delete it, then run: autograder grade losses.")


def test_the_class_page_leads_to_it(tmp_path: Path) -> None:
    course = course_in(tmp_path)
    graded(course, "losses", {"s01": 2.0})
    assert '<a href="../index.html">' in (course.gradebook / "reports" / "losses" / "index.html").read_text("utf-8")


def test_no_reports_is_an_empty_page(tmp_path: Path) -> None:
    course = course_in(tmp_path)
    (course.gradebook / "reports").mkdir(parents=True)
    assert "0 students, 0 assignments graded" in write_course_page(course).read_text("utf-8")

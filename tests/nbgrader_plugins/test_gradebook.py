"""A class run writes what nbgrader's own commands would have written, and leaves alone what a person wrote."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader import api as tables

from autograder.course.course import Course
from autograder.demo.story import CLASS
from autograder.grade.run import grade_class
from autograder.nbgrader_host.api import done, nbgrader
from autograder.nbgrader_plugins.gradebook import open_gradebook
from autograder.report.text import changes_table

NAME = "logic_gates"
STUDENTS = {student: sample for student, sample in CLASS[NAME].items() if sample != "endless_loop.py"}


@pytest.fixture(scope="module")
def handed_in(class_of: Callable[..., Course], tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The class of the demonstration, some of them late, before anybody is graded."""
    course = class_of(tmp_path_factory.mktemp("gradebook") / "class", STUDENTS)
    assignment = course.assignment(NAME)
    for student in STUDENTS:
        (assignment.submitted_path(student).parent / "timestamp.txt").write_text(
            f"2026-03-{int(student[1:]):02} 10:00:00.000000 UTC"
        )
    with nbgrader(course).gradebook as book:
        book.update_or_create_assignment(NAME, duedate="2026-03-10 12:00:00 UTC")
    return course


@pytest.fixture
def course(handed_in: Course, tmp_path: Path) -> Course:
    return Course(shutil.copytree(handed_in.root, tmp_path / "class", symlinks=True))


def rows(course: Course) -> dict[str, Any]:
    """All that nbgrader keeps of each student."""
    fields = ("auto_score", "manual_score", "extra_credit", "needs_manual_grade")
    with nbgrader(course).gradebook as book:
        return {
            submission.student_id: {
                "timestamp": submission.timestamp,
                "late": [notebook.late_submission_penalty for notebook in submission.notebooks],
                "grades": {
                    grade.cell.name: tuple(getattr(grade, field) for field in fields)
                    for notebook in submission.notebooks
                    for grade in notebook.grades
                },
                "comments": {
                    comment.cell.name: (comment.auto_comment, comment.manual_comment)
                    for notebook in submission.notebooks
                    for comment in notebook.comments
                },
            }
            for submission in book.assignment_submissions(NAME)
        }


def notebooks(course: Course) -> dict[str, list[tuple[Any, ...]]]:
    """What formgrader shows of each student's cells."""
    found = {}
    for path in sorted((course.gradebook / "autograded").glob(f"*/{NAME}/{NAME}.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        found[path.parent.parent.name] = [
            (
                cell.cell_type,
                cell.source.replace("\n\n\n", "\n\n"),
                {
                    key: cell.metadata.get("nbgrader", {}).get(key)
                    for key in ("grade_id", "grade", "solution", "locked", "points", "checksum")
                },
                [json.dumps(output.get("data"), sort_keys=True) for output in cell.get("outputs", [])],
            )
            for cell in notebook.cells
        ]
    return found


def test_everything_is_as_nbgrader_writes_it(course: Course, handed_in: Course, tmp_path: Path) -> None:
    theirs = Course(shutil.copytree(handed_in.root, tmp_path / "theirs", symlinks=True))
    api = nbgrader(theirs)
    for student in STUDENTS:
        done(f"autograde {student}", api.autograde(NAME, student, force=True, create=True))
    grade_class(course.assignment(NAME), "bubblewrap", open_gradebook)
    ours, expected = rows(course), rows(theirs)
    for unreadable in ("s10", "s11"):  # for nbgrader, which takes the released notebook and finds it untouched
        assert ours[unreadable]["grades"] == expected[unreadable]["grades"]
        assert ours.pop(unreadable)["comments"] != expected.pop(unreadable)["comments"]
    assert ours == expected
    found, wanted = notebooks(course), notebooks(theirs)
    assert found.keys() == wanted.keys()
    assert {student: cells for student, cells in found.items() if student in ours} == {
        student: cells for student, cells in wanted.items() if student in ours
    }


def test_what_a_person_wrote_survives(course: Course) -> None:
    assignment = course.assignment(NAME)
    grade_class(assignment, "bubblewrap", open_gradebook)
    with nbgrader(course).gradebook as book:
        grade = book.find_grade("step_examples", NAME, NAME, "s03")
        grade.manual_score, grade.extra_credit = 1.5, 0.5
        book.find_comment("step", NAME, NAME, "s03").manual_comment = "Look at zero once more."
        book.db.commit()
    before = rows(course)
    assert before["s03"]["grades"]["step_examples"] == (0.0, 1.5, 0.5, False)
    grade_class(assignment, "bubblewrap", open_gradebook, ["s03"], force=True)
    after = rows(course)
    assert after["s03"]["grades"]["step_examples"] == (0.0, 1.5, 0.5, True)  # nbgrader asks for another look
    assert after["s03"]["comments"]["step"] == (None, "Look at zero once more.")
    assert {student: row for student, row in after.items() if student != "s03"} == {
        student: row for student, row in before.items() if student != "s03"
    }


def test_late_penalties_are_the_courses_own(course: Course) -> None:
    config = course.root / "nbgrader_config.py"
    rule = """
from nbgrader.plugins import LateSubmissionPlugin

class Half(LateSubmissionPlugin):
    def late_submission_penalty(self, student, score, seconds_late):
        return score / 2

c.AssignLatePenalties.plugin_class = Half
"""
    config.write_text(config.read_text("utf-8") + rule, "utf-8")
    grade_class(course.assignment(NAME), "bubblewrap", open_gradebook)
    found = {student: row["late"] for student, row in rows(course).items()}
    assert found["s01"] == [None]
    assert found["s11"] == [37 / 2]


def test_only_what_has_changed_is_graded_again(course: Course) -> None:
    assignment = course.assignment(NAME)

    def graded() -> list[str]:
        return sorted(grade_class(assignment, "bubblewrap", open_gradebook).graded)

    everybody = sorted(STUDENTS)
    assert graded() == everybody
    assert graded() == []
    notebook = course.gradebook / "submitted" / "s02" / NAME / f"{NAME}.ipynb"
    notebook.write_bytes((course.gradebook / "submitted" / "s01" / NAME / f"{NAME}.ipynb").read_bytes())
    (course.gradebook / "autograded" / "s04" / NAME / f"{NAME}.ipynb").unlink()
    assert graded() == ["s02", "s04"]
    checks = course.root / "solutions" / NAME / "checks.py"
    checks.write_text(checks.read_text("utf-8") + "\n# changed\n", "utf-8")
    assert sorted(student for student in grade_again(course)) == everybody
    with nbgrader(course).gradebook as book:
        book.db.query(tables.Comment).delete()
        book.db.query(tables.Grade).delete()
        book.db.query(tables.SubmittedNotebook).delete()
        book.db.query(tables.SubmittedAssignment).delete()
        book.db.commit()
    assert grade_again(course) == everybody


def test_what_was_taken_away_is_told_once_and_stays_told(course: Course) -> None:
    """The link is gone after the first look; that is no other submission."""
    assignment = course.assignment(NAME)
    path = assignment.submitted_path("s02")
    path.unlink()
    path.symlink_to(assignment.released)
    assert "s02" in grade_class(assignment, "bubblewrap", open_gradebook).graded
    before = assignment.report_path("s02").read_bytes()
    assert b"a link, or not to be opened" in before
    assert grade_again(course) == []
    assert assignment.report_path("s02").read_bytes() == before


def test_a_changed_check_is_told_before_it_changes_scores(course: Course) -> None:
    assignment = course.assignment(NAME)
    before = {report.student: report.points for report in grade_class(assignment, "bubblewrap", open_gradebook).reports}
    checks = course.root / "solutions" / NAME / "checks.py"
    text = checks.read_text("utf-8")
    assert '@check("step", points=1)' in text
    checks.write_text(text.replace('@check("step", points=1)', '@check("step", points=3)', 1), "utf-8")
    written = rows(course)

    told = grade_class(Course(course.root).assignment(NAME), "bubblewrap", open_gradebook, apply=False)
    expected = {change.student: (change.before, change.after) for change in told.changes}
    assert expected["s01"] == (38.0, 40.0)
    assert "s02" not in expected  # nothing, before and after
    assert {student: row for student, row in rows(course).items() if student in expected} == {
        student: row for student, row in written.items() if student in expected
    }
    assert changes_table(told.changes).splitlines()[2] == "s01      38 -> 40"

    done = grade_class(Course(course.root).assignment(NAME), "bubblewrap", open_gradebook, apply=True)
    after = {report.student: report.points for report in done.reports}
    assert done.changes == []
    assert after == {**before, **{student: new for student, (_, new) in expected.items()}}


def grade_again(course: Course) -> list[str]:
    """Who is graded by a grader that starts anew."""
    return sorted(grade_class(Course(course.root).assignment(NAME), "bubblewrap", open_gradebook).graded)

"""Moderation in nbgrader's gradebook: reversible, beside what a person gave, and the same after grading again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from nbgrader.api import Gradebook
from typer.testing import CliRunner, Result

from autograder.cli import app
from autograder.course.course import Assignment, Course
from autograder.course.rules import Rules, Shows
from autograder.errors import CourseError
from autograder.grade.run import grade_class
from autograder.moderate.log import read_log
from autograder.nbgrader_host.api import nbgrader
from autograder.nbgrader_plugins import extra_credit
from autograder.nbgrader_plugins.extra_credit import ExtraCredit
from autograder.nbgrader_plugins.gradebook import open_gradebook
from autograder.records import Report, encode, read_report

NAME = "logic_gates"
STUDENTS = {
    "s01": "right_in_another_style.py",
    "s03": "step_is_one_at_zero.py",
    "s07": "booleans_and_wrong_reasons.py",
}
HALF = """
from nbgrader.plugins import LateSubmissionPlugin

class Half(LateSubmissionPlugin):
    def late_submission_penalty(self, student, score, seconds_late):
        return score / 2

c.AssignLatePenalties.plugin_class = Half
"""


@pytest.fixture(scope="module")
def graded(class_of: Callable[..., Course], tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Three students, of whom s07 is late and loses half; s03 got extra credit from a person."""
    course = class_of(tmp_path_factory.mktemp("moderated") / "class", STUDENTS)
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text("utf-8") + HALF, "utf-8")
    assignment = course.assignment(NAME)
    for student, day in (("s01", 1), ("s03", 1), ("s07", 20)):
        (assignment.submitted_path(student).parent / "timestamp.txt").write_text(f"2026-03-{day:02} 10:00:00.0 UTC")
    with nbgrader(course).gradebook as book:
        book.update_or_create_assignment(NAME, duedate="2026-03-10 12:00:00 UTC")
    grade_class(assignment, "bubblewrap", open_gradebook)
    with nbgrader(course).gradebook as book:
        book.find_grade(first_cell(course), NAME, NAME, "s03").extra_credit = 0.5
        book.db.commit()
    return course


@pytest.fixture
def course(graded: Course, tmp_path: Path) -> Course:
    return Course(shutil.copytree(graded.root, tmp_path / "class", symlinks=True))


def first_cell(course: Course) -> str:
    return f"{course.assignment(NAME).lesson.blanks()[0].grade_id}_examples"


def moderate(course: Course, *words: str) -> str:
    command = ["moderate", NAME, *words, "--reason", "so it is fair", "--apply", "--course", str(course.root)]
    result = CliRunner().invoke(app, command, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def export(course: Course, target: str) -> Result:
    command = ["export", NAME, "--to", target, "--course", str(course.root)]
    return CliRunner().invoke(app, command, catch_exceptions=False)


def scores(book: Gradebook) -> dict[str, tuple[float, float | None, list[float | None]]]:
    """Each student's score before the late penalty, the penalty, and all extra credits that are there."""
    return {
        each.student_id: (
            round(each.score, 6),
            each.notebooks[0].late_submission_penalty,
            [grade.extra_credit for grade in each.notebooks[0].grades if grade.extra_credit is not None],
        )
        for each in book.assignment_submissions(NAME)
    }


def gradebook(course: Course) -> dict[str, tuple[float, float | None, list[float | None]]]:
    with nbgrader(course).gradebook as book:
        return scores(book)


def reports(course: Course) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (course.gradebook / "reports" / NAME).glob("*.json")}


RAW = {"s01": (38.0, None, []), "s03": (36.5, None, [0.5]), "s07": (33.0, 16.5, [])}


def test_a_decision_is_in_the_gradebook_and_is_undone(course: Course) -> None:
    raw = reports(course)
    assert gradebook(course) == RAW
    told = moderate(course, "accept", "why_not_xor", "--mistake", "why-not-xor-a")
    assert "s07      16.5 -> 17 (+0.5)\n" in told
    assert told.endswith(f"decision 1 is in the log, the gradebook and {course.gradebook}/reports/{NAME}/index.html\n")
    moderate(course, "curve", "--add", "2")
    assert gradebook(course) == {"s01": RAW["s01"], "s03": (38.5, None, [2.5]), "s07": (36.0, 18.0, [3.0])}
    assert [each.who != "" for each in read_log(course.assignment(NAME))] == [True, True]
    moderate(course, "undo", "1")
    moderate(course, "undo", "2")
    assert gradebook(course) == RAW
    moderate(course, "undo", "4")
    assert gradebook(course) == {"s01": RAW["s01"], "s03": (38.5, None, [2.5]), "s07": (35.0, 17.5, [2.0])}
    assert reports(course) == raw


def test_the_pages_are_brought_up_to_date(course: Course) -> None:
    moderate(course, "accept", "why_not_xor", "--mistake", "why-not-xor-a")
    folder = course.gradebook / "reports" / NAME
    said = "in &#39;why_not_xor&#39;, what was called why-not-xor-a is right, too (so it is fair)"
    for page in ("s07.html", "index.html"):
        assert said in (folder / page).read_text("utf-8")
    assert said not in (folder / "s03.html").read_text("utf-8")
    assert "(33 before moderation)" in (folder.parent / "index.html").read_text("utf-8")
    assert "\r\ns07,17,38,33," in (folder / "scores.csv").read_bytes().decode()


def test_grading_again_applies_the_log_again(course: Course) -> None:
    raw = reports(course)
    moderate(course, "curve", "--add", "2")
    before = gradebook(course)
    assert before["s07"] == (35.0, 17.5, [2.0])
    grade_class(Course(course.root).assignment(NAME), "bubblewrap", open_gradebook, force=True)
    assert gradebook(course) == before  # the penalty is of what counts
    assert reports(course) == raw
    api = nbgrader(course)
    assert api.autograde(NAME, "s07", force=True)["success"]
    assert gradebook(course) == before


def test_what_was_interrupted_is_caught_up_with(course: Course) -> None:
    """The journal was written, the gradebook was not."""
    moderate(course, "curve", "--add", "1")
    before = gradebook(course)
    moderate(course, "curve", "--add", "1")
    after = gradebook(course)
    with nbgrader(course).gradebook as book:
        for student, (_, _, credits) in before.items():
            book.find_grade(first_cell(course), NAME, NAME, student).extra_credit = credits[0] if credits else None
        book.db.commit()
    assert {student: credits for student, (_, _, credits) in gradebook(course).items()} == {
        student: credits for student, (_, _, credits) in before.items()
    }
    assert before != after
    grade_class(course.assignment(NAME), "bubblewrap", open_gradebook)
    assert gradebook(course) == after


def test_what_a_person_gives_later_survives(course: Course) -> None:
    moderate(course, "curve", "--add", "1")
    cell = first_cell(course)
    with nbgrader(course).gradebook as book:
        book.find_grade(cell, NAME, NAME, "s03").extra_credit = 3.5  # two more than the 1.5 that stood there
        book.find_grade(cell, NAME, NAME, "s07").extra_credit = None
        book.find_grade("step_examples", NAME, NAME, "s03").manual_score = 1.0
        book.db.commit()
    moderate(course, "cap", "36")
    found = gradebook(course)
    assert found["s01"] == (36.0, None, [-2.0])
    assert found["s03"] == (38.5, None, [1.5])  # 37 by checks and by hand, capped at 36, and 2.5 on top
    assert found["s07"] == (34.0, 17.0, [1.0])
    moderate(course, "undo", "1")
    moderate(course, "undo", "2")
    assert gradebook(course) == {"s01": RAW["s01"], "s03": (39.5, None, [2.5]), "s07": RAW["s07"]}


def test_a_cap_for_late_ones(course: Course) -> None:
    assert "0 gain, 1 lose, 2 keep" in moderate(course, "cap", "30", "--late")
    assert gradebook(course) == {**RAW, "s07": (30.0, 15.0, [-3.0])}


def test_without_decisions_nothing_is_asked(course: Course) -> None:
    untouched = ExtraCredit(course.assignment(NAME), None)
    untouched.put([msgspec.json.decode(data, type=Report) for data in reports(course).values()])
    untouched.note()


def test_a_line_that_was_cut_off(course: Course) -> None:
    assignment = course.assignment(NAME)
    moderate(course, "curve", "--add", "1")
    journal = course.gradebook / "exams" / NAME / "extra_credit.jsonl"
    with journal.open("ab") as file:
        file.write(b'\n{"student":"s0')
    moderate(course, "undo", "1")
    assert gradebook(course) == RAW
    last = msgspec.json.decode(journal.read_bytes().splitlines()[-1], type=extra_credit.Put)
    assert (last.ours, last.before) == (0.0, 1.0)
    assert ExtraCredit(assignment, None)


CLOSED = Rules(
    opens=datetime(2020, 3, 1, 9, tzinfo=UTC),
    closes=datetime(2020, 3, 1, 11, tzinfo=UTC),
    minutes=120,
    shows=Shows(score="after the close", checks="after publication"),
)


def test_feedback_waits_for_the_publication(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Assignment, "rules", CLOSED)
    feedback = course.gradebook / "feedback" / "s03" / NAME / f"{NAME}.html"
    refused = nbgrader(course).generate_feedback(NAME, "s03", force=True)
    assert not refused["success"]
    assert (
        f"feedback on {NAME}: it tells how each check ended, and the exam's rules do not show that to students now. "
        f"What they may see is written by: autograder publish {NAME}." in refused["log"]
    )
    assert not feedback.exists()
    for target in ("moodle", "gradescope"):
        with pytest.raises(CourseError, match=f"^export to {target}: it tells how each check ended"):
            export(course, target)
    assert export(course, "canvas").exit_code == 0
    result = CliRunner().invoke(app, ["publish", NAME, "--course", str(course.root)], catch_exceptions=False)
    assert result.output == (
        f"{NAME}: 3 pages; they show: score, checks; never shown: solution\n{course.gradebook}/published/{NAME}\n"
    )
    assert nbgrader(course).generate_feedback(NAME, "s03", force=True)["success"]
    assert feedback.exists()
    assert export(course, "moodle").exit_code == 0
    assert "The published pages are as before; to write them again" in moderate(course, "curve", "--add", "1")


def test_feedback_on_what_is_no_exam(course: Course) -> None:
    assert nbgrader(course).generate_feedback(NAME, "s03", force=True)["success"]


def test_a_dropped_question_without_a_score_leaves_a_sum_in_the_gradebook(course: Course) -> None:
    assignment = course.assignment(NAME)
    report = read_report(assignment.report_path("s01"))
    (step,) = (cell for cell in report.cells if cell.grade_id == "step")
    whole, lost = report.points or 0.0, step.points or 0.0
    for check in step.checks:
        check.outcome, check.points = "grader error", None
    report.points = step.points = None
    assignment.report_path("s01").write_bytes(encode(report))
    with nbgrader(course).gradebook as book:
        grade = book.find_grade("step_examples", NAME, NAME, "s01")
        grade.auto_score, grade.needs_manual_grade = None, True
        book.db.commit()
    moderate(course, "drop", "step")
    assert gradebook(course)["s01"] == (38.0, None, [lost])
    moderate(course, "undo", "1")
    assert gradebook(course)["s01"] == (whole - lost, None, [])

"""Collected and graded by nbgrader's commands as by ours, whatever the notebook's name, outputs and timestamp."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from autograder.course.course import Course
from autograder.grade.run import grade_class, load_reports
from autograder.nbgrader_host.api import done, nbgrader
from autograder.nbgrader_plugins import grade_step
from autograder.nbgrader_plugins.collect import PlainCollect
from autograder.nbgrader_plugins.gradebook import open_gradebook
from autograder.records import encode, read_report

NAME = "logic_gates"
NOTEBOOK = f"{NAME}.ipynb"
STUDENTS = ("s01", "s02", "s03", "s04", "s05", "s06")
SAID = {
    "s01": [f"graded from 'logic_gates (1).ipynb', the only notebook in the submission; its name should be {NOTEBOOK}"],
    "s02": [f"graded from 'ps1/{NOTEBOOK}'; its name should be {NOTEBOOK}"],
    "s03": ["timestamp.txt is no time; when this was handed in is not known"],
    "s04": [],
    "s05": [f"graded from 'LOGIC_GATES.IPYNB', the only notebook in the submission; its name should be {NOTEBOOK}"],
    "s06": ["link: a link, or not to be opened"],
}


@pytest.fixture(scope="module")
def handed_in(class_of: Callable[..., Course], tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Six students with the same right answers, each of whom has handed them in differently."""
    root = tmp_path_factory.mktemp("odd") / "class"
    course = class_of(root, dict.fromkeys(STUDENTS, "right_in_another_style.py"))
    path = {student: course.assignment(NAME).submitted_path(student) for student in STUDENTS}
    path["s01"].rename(path["s01"].with_name("logic_gates (1).ipynb"))
    (path["s02"].parent / "ps1").mkdir()
    path["s02"].rename(path["s02"].parent / "ps1" / NOTEBOOK)
    (path["s03"].parent / "timestamp.txt").write_text("yesterday")
    notebook = json.loads(path["s04"].read_bytes())
    code = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    code["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "0.123456\n" * 2_500_000}]
    path["s04"].write_text(json.dumps(notebook))
    path["s05"].rename(path["s05"].with_name("LOGIC_GATES.IPYNB"))
    (path["s06"].parent / "link").symlink_to("/etc/passwd")
    return course


@pytest.fixture
def course(handed_in: Course, tmp_path: Path) -> Course:
    return Course(shutil.copytree(handed_in.root, tmp_path / "class", symlinks=True))


def test_autograde_comes_to_what_grade_comes_to(course: Course, handed_in: Course, tmp_path: Path) -> None:
    theirs = Course(shutil.copytree(handed_in.root, tmp_path / "theirs", symlinks=True))
    for student in STUDENTS:
        done(f"autograde {student}", nbgrader(theirs).autograde(NAME, student, create=True))
    grade_class(course.assignment(NAME), "bubblewrap", open_gradebook)
    ours = load_reports(course.assignment(NAME))
    assert {report.student: (report.points, report.problems) for report in ours} == {
        student: (38.0, SAID[student]) for student in STUDENTS
    }
    assert [encode(report) for report in ours] == [encode(each) for each in load_reports(theirs.assignment(NAME))]
    with nbgrader(theirs).gradebook as book:
        assert {each["student"]: each["score"] for each in book.submission_dicts(NAME)} == dict.fromkeys(STUDENTS, 38.0)


def test_nothing_changes_when_it_is_graded_again(course: Course) -> None:
    assignment = course.assignment(NAME)
    grade_class(assignment, "bubblewrap", open_gradebook)
    before = [encode(report) for report in load_reports(assignment)]
    again = grade_class(Course(course.root).assignment(NAME), "bubblewrap", open_gradebook)
    assert (again.graded, [encode(report) for report in load_reports(assignment)]) == ([], before)


def test_what_collect_leaves_out_stands_in_the_report(course: Course, tmp_path: Path) -> None:
    assignment = course.assignment(NAME)
    inbound, folder = tmp_path / "inbound", assignment.submitted_path("s04").parent
    shutil.copytree(folder, inbound)
    shutil.rmtree(folder)
    (inbound / "data.csv").symlink_to("/etc/passwd")
    collecting = PlainCollect.__new__(PlainCollect)
    collecting.__dict__["log"] = logging.getLogger("collect")
    collecting.__init__(coursedir=nbgrader(course).coursedir, config=nbgrader(course).config)  # type: ignore[misc]
    collecting.coursedir.assignment_id = NAME
    collecting.do_copy(str(inbound), str(folder))
    grade_class(assignment, "bubblewrap", open_gradebook, ["s04"])
    (report,) = load_reports(assignment)
    assert report.problems == ["left out when it was collected: data.csv: a link, or not to be opened"]


def test_formgrader_reads_changed_checks_anew(course: Course) -> None:
    checks = course.assignment(NAME).folder / "checks.py"
    first = grade_step._assignment(str(course.root), NAME)
    assert first is not None
    before = sum(check.points for check in first.checks.checks)
    assert grade_step._assignment(str(course.root), NAME) is first
    text = checks.read_text("utf-8")
    assert "points=1" in text
    checks.write_text(text.replace("points=1", "points=2", 1), "utf-8")
    again = grade_step._assignment(str(course.root), NAME)
    assert again is not None
    assert sum(check.points for check in again.checks.checks) == before + 1


def test_a_report_of_nbgrader_s_has_the_hash_of_all_bytes(course: Course) -> None:
    done("autograde s04", nbgrader(course).autograde(NAME, "s04", create=True))
    assignment = course.assignment(NAME)
    report = read_report(assignment.report_path("s04"))
    assert report.submitted == sha256(assignment.submitted_path("s04").read_bytes()).hexdigest()

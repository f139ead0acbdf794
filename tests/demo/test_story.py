"""The whole story on the sample class: what everybody gets is what they deserve, whichever command grades."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course.course import Course
from autograder.demo.sample import read_deserved
from autograder.demo.story import CLASS, make_course
from autograder.errors import CourseError
from autograder.grade.run import load_reports
from autograder.nbgrader_host.api import nbgrader

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "submissions"

pytestmark = pytest.mark.slow


def gradebook_scores(course: Course, name: str) -> dict[str, float]:
    with nbgrader(course).gradebook as gradebook:
        return {each.student.id: each.score for each in gradebook.assignment_submissions(name)}


@pytest.mark.parametrize("name", sorted(CLASS))
def test_everybody_gets_what_they_deserve(told: tuple[Course, str], name: str) -> None:
    deserved = {student: read_deserved(SAMPLES / name / file).points for student, file in CLASS[name].items()}
    assert {report.student: report.points for report in load_reports(told[0].assignment(name))} == deserved
    assert gradebook_scores(told[0], name) == deserved


@pytest.mark.parametrize("name", sorted(CLASS))
def test_the_pages_are_there(told: tuple[Course, str], name: str) -> None:
    folder = told[0].gradebook / "reports" / name
    assert f"{folder / 'index.html'}" in told[1]
    pages = {path.name for path in folder.iterdir()}
    assert {"index.html", "scores.csv", *(f"{student}.html" for student in CLASS[name])} <= pages


def run_nbgrader(course: Course, *words: str) -> None:
    """nbgrader's own command line, in the course's folder."""
    environment = {**os.environ, "USER": "instructor"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    environment["JUPYTER_PATH"] = str(Path(sys.prefix, "share", "jupyter"))
    command = [sys.executable, "-m", "nbgrader", *words]
    result = subprocess.run(command, cwd=course.root, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_nbgrader_autograde_and_the_button_give_the_same_scores(told: tuple[Course, str]) -> None:
    course = told[0]
    before = gradebook_scores(course, "two_layer")
    with nbgrader(course).gradebook as gradebook:
        for student in ("s03", "s10", "s11", "s12"):
            for notebook in gradebook.find_submission("two_layer", student).notebooks:
                for grade in notebook.grades:
                    grade.auto_score = 99
        gradebook.db.commit()
    for student in ("s03", "s10", "s11"):
        run_nbgrader(course, "autograde", "two_layer", "--student", student, "--force")
    assert nbgrader(course).autograde("two_layer", "s12")["success"]  # what formgrader's button calls
    assert gradebook_scores(course, "two_layer") == before


def test_feedback_shows_the_checks_with_causes_and_diagnoses(told: tuple[Course, str]) -> None:
    course = told[0]
    run_nbgrader(course, "generate_feedback", "two_layer", "--student", "s03")
    page = (course.gradebook / "feedback" / "s03" / "two_layer" / "two_layer.html").read_text("utf-8")
    assert "output_delta(O, T) is the derivative of the mean over the whole batch" in page
    assert "mean-over-the-batch-missing" in page
    assert "divide by rows times outputs, not by outputs alone" in page
    assert "BEGIN SOLUTION" not in page


def test_the_exchange_holds_the_release_and_nothing_else(told: tuple[Course, str]) -> None:
    outbound = told[0].gradebook / "exchange" / "neural_networks" / "outbound"
    assert sorted(str(path.relative_to(outbound)) for path in outbound.rglob("*") if path.is_file()) == [
        "logic_gates/logic_gates.ipynb",
        "two_layer/digits.csv",
        "two_layer/two_layer.ipynb",
    ]


def test_it_does_not_replace_a_folder_that_is_no_demonstration(project: Course, tmp_path: Path) -> None:
    with pytest.raises(CourseError) as caught:
        make_course(project, tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}: is there already and is no demonstration. Choose another folder with --into DIR."
    )

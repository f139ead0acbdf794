"""The command line's contract: what `check --json` prints, exit statuses, one-line errors."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course.course import Course
from autograder.demo.sample import fill_in

ROOT = Path(__file__).resolve().parents[2]
NAMES = ", ".join(sorted(path.parent.name for path in ROOT.glob("solutions/*/assignment.toml")))
SUBMISSIONS = ROOT / "tests" / "submissions" / "two_layer"


def autograder(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "autograder", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def notebook(project: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("submission") / "two_layer.ipynb"
    path.write_bytes(fill_in(project.assignment("two_layer"), SUBMISSIONS / "mean_over_the_batch_missing.py"))
    return path


def test_check_prints_the_report_as_json(notebook: Path) -> None:
    result = autograder("check", "two_layer", str(notebook), "--student", "s01", "--json")
    assert (result.returncode, result.stderr) == (0, "")
    report = json.loads(result.stdout)
    assert {"assignment", "student", "points", "max_points", "seed", "grader", "cells"} <= report.keys()
    assert (report["assignment"], report["student"], report["points"], report["max_points"]) == (
        "two_layer",
        "s01",
        38,
        40,
    )
    cell = next(cell for cell in report["cells"] if cell["grade_id"] == "output_delta")
    assert (cell["points"], cell["max_points"]) == (1, 3)
    failed = cell["checks"][1]
    assert failed["outcome"] == "failed"
    assert failed["diagnosis"] == "mean-over-the-batch-missing"
    assert failed["followed_through"] is False
    train = next(cell for cell in report["cells"] if cell["grade_id"] == "train")
    assert any(check["followed_through"] for check in train["checks"])


def test_the_same_file_gives_the_same_bytes_and_another_student_other_inputs(notebook: Path) -> None:
    first, again, other = (
        autograder("check", "two_layer", str(notebook), "--student", student, "--json").stdout
        for student in ("s01", "s01", "s02")
    )
    assert first == again
    assert json.loads(first)["seed"] != json.loads(other)["seed"]


def test_without_a_sandbox_every_report_says_so(notebook: Path) -> None:
    words = ["check", "two_layer", str(notebook), "--sandbox", "none"]
    assert json.loads(autograder(*words, "--json").stdout)["sandbox"] == "none"
    assert "notice: graded without a sandbox" in autograder(*words).stdout


def test_without_bubblewrap_nothing_is_graded(notebook: Path) -> None:
    command = [sys.executable, "-m", "autograder", "check", "two_layer", str(notebook)]
    environment = {**os.environ, "PATH": "/nowhere"}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.strip() == (
        "autograder: sandbox: bubblewrap is not installed. Install it, for instance: sudo apt-get install bubblewrap."
    )


def test_a_percent_script_is_graded_like_a_notebook() -> None:
    """The lesson itself is a percent script with all answers."""
    result = autograder("check", "two_layer", "solutions/two_layer/two_layer.py", "--json")
    assert json.loads(result.stdout)["points"] == 40


@pytest.mark.parametrize(
    ("words", "status", "complaint"),
    [
        (
            ["check", "nope", "x.ipynb"],
            1,
            f"autograder: nope: there is no such assignment. The assignments are: {NAMES}.",
        ),
        (
            ["check", "two_layer", "gone.ipynb"],
            1,
            "autograder: gone.ipynb: does not exist. Name a notebook or a percent script.",
        ),
        (
            ["check", "two_layer", "x.ipynb", "--course", "/usr"],
            1,
            "autograder: /usr: this is not a course folder: it has no solutions/. "
            "Go to the course's folder or name it with --course DIR.",
        ),
    ],
)
def test_bad_input_is_one_line_and_status_1(words: list[str], status: int, complaint: str) -> None:
    result = autograder(*words)
    assert (result.returncode, result.stdout, result.stderr.strip()) == (status, "", complaint)


def test_wrong_usage_is_status_2() -> None:
    assert autograder("check").returncode == 2
    assert autograder("grade", "two_layer", "--sandbox", "docker").returncode == 2


@pytest.mark.parametrize(
    "command",
    [
        *("rehearse", "release", "collect", "grade", "report", "moderate", "publish", "export", "similar", "check"),
        *("known", "demo"),
    ],
)
def test_help_has_an_example(command: str) -> None:
    result = autograder(command, "--help")
    assert result.returncode == 0
    assert f"Example: autograder {command}" in result.stdout

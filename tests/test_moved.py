"""Who names something by its old dotted name reads the new one, wherever the name is looked up."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.course.course import Course
from autograder.errors import CourseError
from autograder.moved import GONE, MOVED, MovedError
from autograder.nbgrader_host.api import nbgrader

ROOT = Path(__file__).resolve().parents[1]
CONFIG = (ROOT / "nbgrader_config.py").read_text("utf-8")
GRADE = "autograder.grade.nbgrader_step.Grade"


def in_old_names(config: str, *names: str) -> str:
    for old in names or MOVED:
        config = config.replace(f'"{MOVED[old]}"', f'"{old}"')
    return config


@pytest.mark.parametrize("old", MOVED)
def test_importing_what_has_moved_says_where_to(old: str) -> None:
    module, _, name = old.rpartition(".")
    with pytest.raises(MovedError) as caught:
        importlib.import_module(module)
    new_module, _, new_name = MOVED[old].rpartition(".")
    assert str(caught.value).startswith(f"{module} is now ")
    assert f"{new_module} (" in str(caught.value)
    assert new_name == name
    assert hasattr(importlib.import_module(new_module), new_name)


def test_what_never_was_is_not_found_as_always() -> None:
    with pytest.raises(ModuleNotFoundError, match=r"No module named 'autograder\.grade\.nothing'"):
        importlib.import_module("autograder.grade.nothing")


def test_our_configuration_names_all_that_was_in_the_old_one() -> None:
    plugins = [new for new in MOVED.values() if ".nbgrader_plugins." in new]
    assert [new for new in plugins if f'"{new}"' not in CONFIG] == ["autograder.nbgrader_plugins.collect.PlainCollect"]


@pytest.mark.parametrize(
    ("config", "complaint"),
    [
        (
            in_old_names(CONFIG, GRADE),
            "it names autograder.grade.nbgrader_step.Grade, which is now autograder.nbgrader_plugins.grade_step.Grade. "
            "Write the new name; CHANGELOG.md has a table of all.",
        ),
        (
            in_old_names(CONFIG),
            "it names autograder.grade.nbgrader_step.ForgivingExporter, which is now "
            "autograder.nbgrader_plugins.grade_step.ForgivingExporter (and 11 other old names). "
            "Write the new name; CHANGELOG.md has a table of all.",
        ),
        (
            f'{CONFIG}\nc.GenerateFeedback.postprocessors.append("{GRADE}")\n',
            "it names autograder.grade.nbgrader_step.Grade, which is now autograder.nbgrader_plugins.grade_step.Grade. "
            "Write the new name; CHANGELOG.md has a table of all.",
        ),
        (
            f"{CONFIG}\nfrom autograder.report.harmless import markdown2html\n",
            "autograder.report.harmless is now autograder.nbgrader_plugins.harmless (markdown2html). "
            "Write the new name where the old one stands.",
        ),
    ],
)
def test_our_commands_name_the_file_and_both_names(tmp_path: Path, config: str, complaint: str) -> None:
    (tmp_path / "solutions").mkdir()
    path = tmp_path / "nbgrader_config.py"
    path.write_text(config, "utf-8")
    with pytest.raises(CourseError) as caught:
        nbgrader(Course(tmp_path))
    assert str(caught.value) == f"{path}: {complaint}"
    assert not (tmp_path / "gradebook").exists()


def run_nbgrader(folder: Path, config: str, *words: str) -> subprocess.CompletedProcess[str]:
    """nbgrader's own command line, in a course that has of ours only the lines that put our steps into nbgrader's."""
    steps = config[config.index("c.Autograde.exporter_class") :]
    (folder / "nbgrader_config.py").write_text(f"c = get_config()\n{steps}", "utf-8")
    environment = {
        **os.environ,
        "USER": "tester",
        "JUPYTER_CONFIG_DIR": str(folder),
        "JUPYTER_PATH": str(Path(sys.prefix, "share", "jupyter")),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "nbgrader", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """A course of nbgrader's in which s01 has handed in ps1."""
    marker = {"schema_version": 3, "grade_id": "x", "grade": True, "solution": False, "locked": True, "points": 1}
    cells = [new_code_cell("assert 1 + 1 == 2", metadata={"nbgrader": marker})]
    notebook = new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})
    for folder in ("source/ps1", "submitted/s01/ps1"):
        (tmp_path / folder).mkdir(parents=True)
        nbformat.write(notebook, tmp_path / folder / "ps1.ipynb")
    made = run_nbgrader(tmp_path, CONFIG, "generate_assignment", "ps1")
    assert made.returncode == 0, made.stderr
    return tmp_path


@pytest.mark.slow
def test_nbgrader_autograde_says_the_new_name_in_the_log_of_a_submission(handed_in: Path) -> None:
    refused = run_nbgrader(handed_in, in_old_names(CONFIG, GRADE), "autograde", "ps1")
    assert refused.returncode == 1
    assert [line.strip() for line in refused.stderr.splitlines() if "MovedError:" in line] == [
        "autograder.moved.MovedError: autograder.grade.nbgrader_step is now autograder.nbgrader_plugins.grade_step "
        "(ForgivingExporter, OneOfEach, CheckMetadata, Grade, UnknownScores). "
        "Write the new name where the old one stands."
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "last_line"),
    [
        (
            "autograde",
            "autograder.exam.nbgrader_exam is now autograder.nbgrader_plugins.collect (ExamCollect) and "
            "autograder.nbgrader_plugins.penalty (ExamPenalty). Write the new name where the old one stands.",
        ),
        (
            "zip_collect",
            "autograder.submit.nbgrader_collect is now autograder.nbgrader_plugins.collect "
            "(PlainCollect, PlainExtractor, keep_submission_plain). Write the new name where the old one stands.",
        ),
    ],
)
def test_nbgrader_with_the_old_configuration_ends_with_a_new_name(tmp_path: Path, command: str, last_line: str) -> None:
    """An ImportError would end with "could not be imported", and say why further up or nowhere."""
    refused = run_nbgrader(tmp_path, in_old_names(CONFIG), command, "ps1")
    assert refused.returncode == 1
    assert refused.stderr.splitlines()[-1] == f"autograder.moved.MovedError: {last_line}"


@pytest.mark.parametrize("name", sorted(GONE))
def test_what_is_gone_is_told_with_what_to_do(name: str, tmp_path: Path) -> None:
    (tmp_path / "solutions").mkdir()
    path = tmp_path / "nbgrader_config.py"
    path.write_text(f'{CONFIG}\nc.Autograde.autograde_preprocessors.append("{name}")\n', "utf-8")
    with pytest.raises(CourseError) as caught:
        nbgrader(Course(tmp_path))
    assert str(caught.value) == (
        f"{path}: it names {name}, which is gone. Take out that line and nbgrader.preprocessors.AssignLatePenalties: "
        "WithModeration does both."
    )


def test_nbgrader_itself_is_told_too() -> None:
    from autograder.nbgrader_plugins import moderation_steps

    with pytest.raises(MovedError, match=r"WithoutModeration is gone\. Take out that line"):
        _ = moderation_steps.WithoutModeration
    with pytest.raises(AttributeError):
        _ = moderation_steps.Another

"""A small exam with every kind of question, and an exam without a lesson: rules, exchange and ledger need none."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from exam_times import RULES

from autograder.course.course import Assignment, Course

ROOT = Path(__file__).resolve().parents[2]
QUIZ = Path(__file__).parent / "quiz"


def in_its_own_course(source: Path, folder: Path) -> Assignment:
    """An exam in a new course, whose secret, and so whose numbers, are the same at every test."""
    shutil.copytree(source, folder / "solutions" / source.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "nbgrader_config.py", folder / "nbgrader_config.py")
    known = ROOT / "source_data" / "tensorflow" / f"{source.name}.json"
    if known.exists():
        (folder / "source_data" / "tensorflow").mkdir(parents=True)
        shutil.copy(known, folder / "source_data" / "tensorflow")
    (folder / "gradebook").mkdir()
    (folder / "gradebook" / "secret").write_text("the same secret at every test of an exam")
    return Course(folder).assignment(source.name)


@pytest.fixture
def quiz(tmp_path: Path) -> Assignment:
    """The small exam."""
    return in_its_own_course(QUIZ, tmp_path / "course")


@pytest.fixture(scope="module")
def own_course(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Assignment]:
    """How to put one of the project's exams into a course of its own."""
    return lambda name: in_its_own_course(ROOT / "solutions" / name, tmp_path_factory.mktemp("course") / "course")


@pytest.fixture
def enrol() -> Callable[..., None]:
    """How to enter students into a course's gradebook."""

    def enrol_in(course: Course, *students: str) -> None:
        from autograder.nbgrader_host.api import nbgrader

        course.gradebook.mkdir(exist_ok=True)
        with nbgrader(course).gradebook as gradebook:
            for student in students:
                gradebook.update_or_create_student(student)

    return enrol_in


@pytest.fixture
def exam(tmp_path: Path) -> Callable[..., Assignment]:
    """How to make the exam `final` with these rules besides the times."""

    def make(more: str = "", rules: str = RULES) -> Assignment:
        folder = tmp_path / "course" / "solutions" / "final"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "assignment.toml").write_text('title = "Final exam"\n')
        (folder / "exam.toml").write_text(rules + more)
        config = folder.parents[1] / "nbgrader_config.py"
        config.write_bytes((ROOT / "nbgrader_config.py").read_bytes())
        return Course(folder.parents[1]).assignment("final")

    return make


@pytest.fixture
def inbound(tmp_path: Path) -> Path:
    """The folder of the exchange into which students submit."""
    folder = tmp_path / "course" / "gradebook" / "exchange" / "neural_networks" / "inbound"
    folder.mkdir(parents=True)
    return folder

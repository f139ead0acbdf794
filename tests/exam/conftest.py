"""A small exam with every kind of question, and a class that takes it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.course import Assignment, Course

QUIZ = Path(__file__).parent / "quiz"


@pytest.fixture
def quiz(tmp_path: Path) -> Assignment:
    """The small exam in a course of its own."""
    return quiz_in(tmp_path / "course")


def quiz_in(folder: Path) -> Assignment:
    shutil.copytree(QUIZ, folder / "solutions" / "quiz", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(Path(__file__).parents[2] / "nbgrader_config.py", folder / "nbgrader_config.py")
    return Course(folder).assignment("quiz")


@pytest.fixture
def enrol() -> Callable[..., None]:
    def enrol_in(course: Course, *students: str) -> None:
        from autograder.nbgrader_api import nbgrader

        course.gradebook.mkdir(exist_ok=True)
        with nbgrader(course).gradebook as gradebook:
            for student in students:
                gradebook.update_or_create_student(student)

    return enrol_in

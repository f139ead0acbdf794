"""The pictures of a notebook take the right answers that the checks take: a list is as good as an array."""

from __future__ import annotations

import functools
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest

from autograder.course.course import Course
from autograder.course.lesson import Lesson
from autograder.course.reference import beside_data

SOLUTIONS = Path(__file__).parents[1] / "solutions"
# Still to be mended, as the others were.
TAKE_ARRAYS_ONLY = {"dense_layer", "gradient_tape", "regularization", "tf1_sessions", "tf1_training"}
NAMES = sorted({path.parent.name for path in SOLUTIONS.glob("*/assignment.toml")} - TAKE_ARRAYS_ONLY)
GIVEN = "<given>"


def in_lists(value: Any) -> Any:
    """What a student has who works without NumPy: numbers and lists of them; what is neither stays."""
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    if isinstance(value, tuple | list):
        return type(value)(in_lists(each) for each in value)
    return value


def in_lists_where_given(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, with lists for a given cell that asks it, and what it has for the answers that build on it."""

    @functools.wraps(function)
    def asked(*args: Any, **kwargs: Any) -> Any:
        value = function(*args, **kwargs)
        return in_lists(value) if sys._getframe(1).f_code.co_filename == GIVEN else value

    return asked


def troubles(lesson: Lesson) -> list[str]:
    """What stops in the given cells of a notebook whose blanks answer with lists."""
    found: list[str] = []

    def picture(draw: Callable[[], Any]) -> None:
        try:
            draw()
        except Exception as error:
            line = traceback.extract_tb(error.__traceback__)[-1]
            found.append(f"{draw.__name__}: {type(error).__name__}: {error} at {line.filename} {line.lineno}")
        plt.close("all")

    namespace: dict[str, Any] = {"__name__": "__main__", "display": lambda figure, metadata: None}
    with beside_data(lesson), np.errstate(all="ignore"):
        for cell in lesson.cells:
            if cell.role == "text":
                continue
            exec(compile(cell.source, GIVEN if cell.role != "blank" else "<blank>", "exec"), namespace)
            if "picture" in namespace:
                namespace["picture"] = picture
            answer = namespace.get(cell.grade_id)
            if cell.role == "blank" and callable(answer) and not isinstance(answer, type):
                namespace[cell.grade_id] = in_lists_where_given(answer)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_drawn_from_lists_too(project: Course, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = troubles(project.assignment(name).lesson)
    assert not found
    assert "waits for" not in capsys.readouterr().out

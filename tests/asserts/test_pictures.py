"""The pictures of the lessons: something to see for wrong answers, nothing that breaks a report."""

from __future__ import annotations

import contextlib
import math
from types import SimpleNamespace
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.asserts.compare import Failure
from autograder.asserts.pictures import curves, paths, regions
from autograder.course.course import Course
from autograder.grade.engine import grade_submission
from autograder.records import Picture
from autograder.report.drawing import picture_svg
from autograder.sandbox.inside.program import drawn_by
from autograder.sandbox.inside.protocol import Cell
from autograder.submit.notebook import Submission

COURSE = Course(__file__.rpartition("/tests/")[0])
PICTURES = [
    (name, each)
    for name in COURSE.names()
    if "picture" in (COURSE.root / "solutions" / name / "checks.py").read_text("utf-8")
    for each in COURSE.assignment(name).checks.pictures
]


def student_with(answer: Any, call: str) -> SimpleNamespace:
    return SimpleNamespace(**{call: answer}, figure=lambda _, *args: drawn_by(lambda: answer(*args)))


def is_drawable(picture: Picture) -> bool:
    numbers = [value for panel in picture.panels for line in panel.lines for value in (*line.x, *line.y)]
    return all(map(math.isfinite, numbers)) and len(msgspec.json.encode(picture)) < 60_000 and picture.alt != ""


@pytest.mark.parametrize(("name", "picture"), PICTURES, ids=[f"{n}-{p.function.__name__}" for n, p in PICTURES])
def test_wrong_answers_have_a_picture(name: str, picture: Any) -> None:
    drawn = []
    for wrong in COURSE.assignment(name).checks.wrongs_of(picture.blank):
        drawn.append(None)
        with np.errstate(all="ignore"), contextlib.suppress(TypeError, Failure):  # of another kind, as in the engine
            drawn[-1] = picture.function(student_with(wrong.answer, wrong.call))
    seen = [each for each in drawn if each is not None]
    assert len(seen) >= len(drawn) / 2
    assert all(is_drawable(each) for each in seen)
    assert picture_svg(seen[0]).startswith("<svg")


@pytest.mark.parametrize(
    ("answer", "pictures"),
    [((1, 1, -0.5), 1), ((1e300, 1e300, 0), 1), ((math.nan, 1, 1), 0), ("three", 0), ([[1, 2], [3, 4]], 0), (None, 0)],
)
def test_whatever_the_answer_is_the_report_is_whole(answer: Any, pictures: int) -> None:
    assignment = COURSE.assignment("logic_gates")
    cells = {cell.grade_id: cell.source for cell in assignment.lesson.program()}
    cells["and_gate"] = f"nan = float('nan')\nand_gate = {answer!r}"
    blanks = {cell.grade_id: cells[cell.grade_id] for cell in assignment.lesson.blanks()}
    submission = Submission([Cell(*each) for each in cells.items()], blanks, [])
    report = grade_submission(assignment, submission, "s01", "seed", "bubblewrap")
    cell = next(cell for cell in report.cells if cell.grade_id == "and_gate")
    assert cell.points == 0
    assert len(cell.pictures) == pictures
    assert report.points == 37


def test_a_right_answer_has_no_picture() -> None:
    assert curves("t", "x", "y", [1.0, 2.0], [1, 2]) is None
    assert paths("t", [1.0, 0.5], [1, 0.5], np.square) is None
    assert regions("t", lambda points: points[:, 0] > 0.5, lambda points: points[:, 0] > 0.4) is None


def test_what_runs_away_and_what_is_no_number() -> None:
    picture = curves("The error", "epoch", "error", [1.0, 1e200, 1e300], [1, 0.5])
    assert picture is not None
    assert [(line.x, line.y) for line in picture.panels[0].lines] == [([0.0], [1.0]), ([0.0, 1.0], [1.0, 0.5])]
    assert picture.alt == "The error: yours goes from 1 to 1e+300 in 3 steps; expected goes from 1 to 0.5 in 2 steps."
    with pytest.raises(Failure):
        curves("t", "x", "y", "text", [1])
    assert len(curves("t", "x", "y", np.arange(10_000.0), [1]).panels[0].lines[0].x) == 300  # type: ignore[union-attr]

"""What is read of a student's figure, in whatever style it was drawn."""

from collections.abc import Callable
from typing import Any

import pytest
from matplotlib import pyplot as plt

from autograder.grade.inside.program import drawn_by


def labelled() -> None:
    plt.plot([0, 1], [0, 1], label="up")
    plt.plot([0, 1], [1, 0], label="down")


def named_in_the_legend() -> None:
    plt.plot([0, 1], [0, 1])
    plt.plot([0, 1], [1, 0])
    plt.legend(["up", "down"])


def named_in_the_legend_in_another_order() -> None:
    up, down = plt.plot([0, 1], [[0, 1], [1, 0]])
    plt.legend([down, up], ["down", "up"])


def points_that_are_named_in_the_legend() -> None:
    axes = plt.figure().add_subplot()
    axes.scatter([0, 1], [0, 1])
    axes.plot([0, 1], [1, 0], label="down")
    axes.legend(axes.collections, ["up"])


@pytest.mark.parametrize(
    "draw",
    [labelled, named_in_the_legend, named_in_the_legend_in_another_order, points_that_are_named_in_the_legend],
    ids=lambda draw: draw.__name__,
)
def test_names_of_lines_and_points(draw: Callable[[], Any]) -> None:
    (axes,) = drawn_by(draw)["axes"]
    drawn = {each["label"]: [*map(float, each["y"])] for each in (*axes["lines"], *axes["points"])}
    assert drawn == {"up": [0, 1], "down": [1, 0]}

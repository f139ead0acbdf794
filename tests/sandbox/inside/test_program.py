"""What is read of a student's figure, in whatever style it was drawn; and what a cell may import."""

import builtins
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from matplotlib import pyplot as plt

from autograder.sandbox.inside.program import Program, drawn_by
from autograder.sandbox.inside.protocol import Cell, Raised, Returned, RunCell


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


@pytest.mark.parametrize("kind", ["contour", "contourf"])
def test_contours_are_read_with_their_values(kind: str) -> None:
    x, y = np.linspace(0, 2, 9), np.linspace(0, 1, 7)
    (axes,) = drawn_by(lambda: getattr(plt, kind)(x, y, x + 2 * y[:, None]))["axes"]
    assert axes["points"] == []
    assert len(axes["contours"]) > 3
    for each in axes["contours"]:
        values = each["x"] + 2 * each["y"]
        assert ((values >= each["low"] - 1e-9) & (values <= each["high"] + 1e-9)).all()
        assert (each["low"] == each["high"]) is (kind == "contour")


@pytest.mark.parametrize(
    "source",
    [
        "import json",
        "import json.decoder as j",
        "from json import loads",
        "import numpy, json",
        "json = __import__('json')",
        "def f():\n    import json\nf()",
        "eval('__import__(\"json\")')",
        "exec('import json')",
        "from importlib import import_module",
    ],
)
def test_other_modules_than_allowed_may_not_be_imported(source: str) -> None:
    raised = Program(imports=["numpy", "math"]).load(Cell("own", source))
    assert isinstance(raised, Raised)
    assert raised.error == "ImportError"
    assert raised.message.endswith(" may not be imported here, only numpy, math")


@pytest.mark.parametrize(
    "source",
    [
        "import numpy as np",
        "from numpy.linalg import norm",
        "from math import pi",
        "from __future__ import annotations",
    ],
)
def test_allowed_modules_may_be_imported(source: str) -> None:
    assert isinstance(Program(imports=["numpy", "math"]).load(Cell("own", source)), Returned)


def test_any_module_may_be_imported_where_none_is_named() -> None:
    assert isinstance(Program().load(Cell("own", "import json, fractions")), Returned)


def test_an_authors_program_leaves_this_process_as_it_is() -> None:
    """Known wrong answers run in the grader's own process: there is no shell, and no magic."""
    before = (sys.modules["__main__"], sys.displayhook, dict(vars(builtins)))
    program = Program()
    assert isinstance(program.load(Cell("own", "x = 1\nx")), Returned)
    assert program.run_cell(RunCell(Cell("own", "y = 2 * x"), [("x", 3)])).value == {"y": 6}
    assert isinstance(program.load(Cell("own", "%time y = 1")), Raised)
    assert (sys.modules["__main__"], sys.displayhook, dict(vars(builtins))) == before


def test_what_this_file_imports_from_the_future_is_not_in_a_cell() -> None:
    raised = Program().load(Cell("own", "def f(O: 1/0):\n    pass"))
    assert raised == Raised("ZeroDivisionError", "division by zero", "own", 1)

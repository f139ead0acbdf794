"""Pictures that authors give a blank: what the student's answer does with the visible inputs, beside the right one.

    @picture("train")
    def errors(student):
        yours = student.train(X, T, W0, b0, 0.5, 100)[2]
        return curves("The error while it trains", "epoch", "error", yours, reference.train(X, T, W0, b0, 0.5, 100)[2])

A picture is drawn for a student who lost points in the blank. Everybody sees what it shows of the right answer, so its
inputs are the visible ones.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np

from autograder.asserts.compare import Failure
from autograder.records import Line, Panel, Picture
from autograder.sandbox.inside.program import drawn_by

_MOST_POINTS = 300  # of one line
_MOST_LINES = 12
_LONGEST_LABEL = 60
YOURS, EXPECTED = "yours", "expected"


class PictureOf(msgspec.Struct):
    """How to draw a picture of the blank; the function gets `student` and may find that there is nothing to show."""

    blank: str
    library: str
    function: Callable[[Any], Picture | None]


def picture(blank: str, *, library: str = "numpy") -> Callable[[Callable[[Any], Picture | None]], PictureOf]:
    """A picture of the blank `blank`; `library` as for a check."""
    return lambda function: PictureOf(blank, library, function)


def curves(title: str, xlabel: str, ylabel: str, yours: Any, expected: Any, x: Any = None) -> Picture | None:
    """Two sequences of numbers over their number, or over `x`: a trajectory beside the right one."""
    found, right = _numbers(yours), _numbers(expected)
    if found.shape == right.shape and np.allclose(found, right):
        return None
    lines = [
        _line(name, np.arange(len(values)) if x is None else np.asarray(x, dtype=float), values)
        for name, values in ((YOURS, found), (EXPECTED, right))
    ]
    alt = f"{title}: yours {_course(found)}; expected {_course(right)}."
    return Picture(title, alt, [Panel("", xlabel, ylabel, lines)])


def paths(title: str, yours: Any, expected: Any, error: Callable[[np.ndarray], np.ndarray]) -> Picture | None:
    """Steps of an optimizer on the curve of its error, a function of one parameter."""
    found, right = _numbers(yours), _numbers(expected)
    if found.shape == right.shape and np.allclose(found, right):
        return None
    end, reach = right[-1], 1.2 * np.abs(right - right[-1]).max() + 0.1
    curve = np.linspace(end - reach, end + reach, 101)
    inside = found[np.abs(found - end) <= reach]  # whoever runs away leaves the picture
    lines = [
        _line("error", curve, error(curve)),
        _line(YOURS, inside, error(inside)),
        _line(EXPECTED, right, error(right)),
    ]
    alt = f"{title}: your parameter {_course(found)}; expected: it {_course(right)}."
    return Picture(title, alt, [Panel("", "parameter", "error", lines)])


def regions(
    title: str,
    yours: Callable[[np.ndarray], Any],
    expected: Callable[[np.ndarray], Any],
    extent: tuple[float, float, float, float] = (-0.5, 1.5, -0.5, 1.5),
) -> Picture | None:
    """Where in the plane of two inputs the output is 1. The functions take inputs (points, 2)."""
    count = 41
    x, y = np.meshgrid(np.linspace(*extent[:2], count), np.linspace(*extent[2:], count))
    points = np.column_stack([x.ravel(), y.ravel()])
    grids = [np.clip(_numbers(answer(points)), 0, 1).reshape(count, count) for answer in (yours, expected)]
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    outputs = [_numbers(answer(corners)).round(3).tolist() for answer in (yours, expected)]
    if outputs[0] == outputs[1]:
        return None
    dots = [Line("inputs", corners[:, 0].tolist(), corners[:, 1].tolist(), dots=True)]
    panels = [
        Panel(name, "x1", "x2", dots, grid.round(2).tolist(), extent)
        for name, grid in zip((YOURS, "a right one"), grids, strict=True)
    ]
    told = f"{outputs[0]}, but should be {outputs[1]}"
    return Picture(title, f"{title}: for the inputs 00, 01, 10, 11 your outputs are {told}.", panels)


def figures(title: str, student: Any, reference: Any, name: str, *args: Any) -> Picture | None:
    """What the student's function `name` draws of `args`, beside what the reference draws."""
    found, right = student.figure(name, *args), drawn_by(lambda: getattr(reference, name)(*args))
    panels = [_panel(*each) for each in ((YOURS, found), (EXPECTED, right))]
    yours, expected = (f"{len(panel.lines)} lines" for panel in panels)
    alt = f"{title}: your figure has {yours}, the expected one {expected}; they are drawn side by side."
    return Picture(title, alt, panels)


def _panel(title: str, figure: Any) -> Panel:
    axes = figure["axes"][0]
    parts = [(line, False) for line in axes["lines"]] + [(points, True) for points in axes["points"]]
    lines = [_line(str(part["label"]), part["x"], part["y"], dots) for part, dots in parts[:_MOST_LINES]]
    return Panel(title, _label(axes["xlabel"]), _label(axes["ylabel"]), lines)


def _line(label: str, x: Any, y: Any, dots: bool = False) -> Line:
    """At most so many points, finite ones only."""
    x, y = _numbers(x), _numbers(y)
    size = min(len(x), len(y))
    kept = np.unique(np.linspace(0, max(size - 1, 0), min(size, _MOST_POINTS)).astype(int))
    x, y = x[kept], y[kept]
    finite = np.isfinite(x) & np.isfinite(y) & (np.abs(x) < 1e12) & (np.abs(y) < 1e12)
    shown = "" if label.startswith("_") else _label(label)  # matplotlib's own names for lines without a label
    return Line(shown, _rounded(x[finite]), _rounded(y[finite]), dots)


def _rounded(values: np.ndarray) -> list[float]:
    return [float(f"{value:.4g}") for value in values]


def _numbers(values: Any) -> np.ndarray:
    """Any numbers in a row, as floats, finite or not. Raises Failure for what is none."""
    try:
        array = np.ravel(np.asarray(values))
    except ValueError:  # rows of different lengths
        array = np.array([None])
    if array.dtype.kind not in "biuf":
        raise Failure("these are no numbers")
    return array.astype(float)


def _label(text: Any) -> str:
    return str(text)[:_LONGEST_LABEL]


def _course(values: np.ndarray) -> str:
    finite = values[np.isfinite(values)]
    return f"goes from {finite[0]:.4g} to {finite[-1]:.4g} in {len(values)} steps" if len(finite) else "has no numbers"

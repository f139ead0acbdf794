"""What checks of figures are written with: what was drawn, where a curve runs, whether the axes have labels.

    labels, curves = drawn(student, "plot_line", x)
    curves = finite(curves)
    assert_drawn(curves, of="plot_line")
    right = [curve for curve in curves if lies_on(curve, line, near=1e-5)]
    if not np.any([reached(x, curve) for curve in right], axis=0).all():
        raise Failure("the curve does not reach every x that is given; draw it over the argument x")
    assert_labels(labels)

How far off a point may be, and what is said of a curve that is not the right one, is the check's to say.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from autograder.asserts.compare import Failure

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class Curve(NamedTuple):
    """A line of a figure, or a group of points: x and y as they were given to matplotlib, as a rule (points,) each.

    `label` is its own or its name in the legend, `title` that of its axes.
    """

    x: np.ndarray
    y: np.ndarray
    label: str = ""
    title: str = ""
    is_line: bool = True


class Contour(NamedTuple):
    """A contour of a figure, or an area between two: the values that it has from `low` to `high`, and the x and y, of
    (points,), where it runs."""

    low: float
    high: float
    x: np.ndarray
    y: np.ndarray


class Drawn(NamedTuple):
    """What stands in a figure: the labels of each pair of axes, horizontal and vertical, and all curves."""

    labels: list[tuple[str, str]]
    curves: list[Curve]


def drawn(student: Any, name: str, *args: Any) -> Drawn:
    """What the student's function `name` draws of `args`, in any plotting style. Raises Failure."""
    figure = student.figure(name, *args)
    try:
        labels = [(str(axes["xlabel"]).strip(), str(axes["ylabel"]).strip()) for axes in figure["axes"]]
        curves = [
            Curve(each["x"].astype(float), each["y"].astype(float), str(each["label"]), str(axes["title"]), is_line)
            for axes in figure["axes"]
            for key, is_line in (("lines", True), ("points", False))
            for each in axes[key]
            if _are_numbers(each["x"]) and _are_numbers(each["y"])
        ]
    except (TypeError, KeyError, IndexError):
        raise Failure(f"{name} brings back no figure that can be read") from None
    return Drawn(labels, curves)


def contours_of(student: Any, name: str, *args: Any) -> list[Contour]:
    """The contours that the student's function `name` draws of `args`, those that run anywhere. Raises Failure."""
    figure = student.figure(name, *args)
    try:
        return [
            Contour(float(each["low"]), float(each["high"]), each["x"].astype(float), each["y"].astype(float))
            for axes in figure["axes"]
            for each in axes["contours"]
            if _are_numbers(each["x"]) and each["x"].shape == each["y"].shape and each["x"].size
        ]
    except (TypeError, KeyError, IndexError, ValueError, AttributeError):
        raise Failure(f"{name} brings back no figure that can be read") from None


def assert_contours(
    contours: Collection[Contour], function: Callable[[np.ndarray, np.ndarray], np.ndarray], near: float, *, of: str
) -> None:
    """Raise Failure unless there are contours of three values, all where `function` has these; `near` is how far its
    value may be off there, since contours are straight between the points of a grid."""
    if len({(each.low, each.high) for each in contours}) < _FEW:
        raise Failure(f"{of} draws no contours; use plt.contour")
    for each in contours:
        with np.errstate(all="ignore"):
            values = function(each.x, each.y)
        if not ((values >= each.low - near) & (values <= each.high + near)).all():
            raise Failure(f"the contours of {of} are not where the values are: draw them of its own arguments")


def with_points(curves: Iterable[Curve]) -> list[Curve]:
    """The curves whose x and y are (points,), at least one point."""
    return [curve for curve in curves if curve.x.ndim == 1 and curve.x.shape == curve.y.shape and curve.x.size]


def finite(curves: Iterable[Curve]) -> list[Curve]:
    """The curves without the points that are infinite or not a number; x and y are (points,), at least one point."""
    kept = []
    for curve in with_points(curves):
        shown = np.isfinite(curve.x) & np.isfinite(curve.y)
        kept.append(curve._replace(x=curve.x[shown], y=curve.y[shown]))
    return with_points(kept)


def named(curves: Iterable[Curve], name: str, *, in_title: bool = False) -> list[Curve]:
    """The curves that have `name`, in any case, in their label or, with `in_title`, in the title of their axes."""
    texts = [(curve, f"{curve.label} {curve.title}" if in_title else curve.label) for curve in curves]
    return [curve for curve, text in texts if name.casefold() in text.casefold()]


def assert_drawn(curves: Collection[Curve], *, of: str) -> None:
    """Raise Failure where the function `of` has drawn no curve."""
    if not curves:
        raise Failure(f"{of} draws no line and no points")


def assert_no_other(curves: Iterable[Curve], right: Iterable[Curve], *, of: str) -> None:
    """Raise Failure where the function `of` has drawn a line that is none of the `right` curves. A level or an upright
    line, as through 0, is no curve."""
    theirs = {id(curve) for curve in right}
    for curve in curves:
        runs = curve.is_line and curve.x.size > 1 and np.ptp(curve.x) > 0 and np.ptp(curve.y) > 0
        if runs and id(curve) not in theirs:
            raise Failure(f"beside what is asked {of} draws another line; leave that out")


# --- where a curve with points runs -----------------------------------------------------------------------------------


def lies_on(curve: Curve, function: Callable[[np.ndarray], np.ndarray], near: Any) -> bool:
    """Whether all points of the curve are on the graph of the function; `near`, a number or (points,), is how far a
    point may be above or below it."""
    with np.errstate(all="ignore"):  # of what a student draws anything may overflow
        return bool((np.abs(curve.y - function(curve.x)) <= near).all())


def spans(curve: Curve, x: Any, near: float) -> bool:
    """Whether the curve goes from the lowest to the highest x, up to `near`."""
    return bool(curve.x.min() <= np.min(x) + near and curve.x.max() >= np.max(x) - near)


def marked(x: np.ndarray, curve: Curve) -> np.ndarray:
    """Which of the x, a boolean for each, the curve has a point over."""
    return (np.abs(x[:, None] - curve.x) <= _near(x)[:, None]).any(axis=1)


def reached(x: np.ndarray, curve: Curve) -> np.ndarray:
    """Which of the x, a boolean for each, the curve runs over: a line between its ends, else where a point is."""
    if not curve.is_line or curve.x.size == 1:
        return marked(x, curve)
    return (x >= curve.x.min() - _near(x)) & (x <= curve.x.max() + _near(x))


# --- the labels of axes -----------------------------------------------------------------------------------------------


def assert_labels(labels: Sequence[tuple[str, str]], missing: str = "the {axis} axis has no label") -> None:
    """Raise Failure unless a pair of axes has both labels; in `missing`, {axis} is the one that has none."""
    if not any(horizontal and vertical for horizontal, vertical in labels):
        without = [axis for i, axis in enumerate(("horizontal", "vertical")) if not any(pair[i] for pair in labels)]
        raise Failure(missing.format(axis=without[0] if without else "vertical"))


def assert_not_swapped(
    labels: Sequence[tuple[str, str]],
    horizontal: str,
    vertical: str,
    swapped: str = "the labels are swapped: the horizontal axis shows {horizontal}",
    plain: Callable[[str], str] = str.casefold,
) -> None:
    """Raise Failure where all axes that have both labels have them the wrong way round.

    Labels are compared as `plain` gives them; in `swapped`, {horizontal} is what the horizontal axis shows.
    """
    found = [(plain(h), plain(v)) for h, v in labels if h and v]
    if found and all(pair == (plain(vertical), plain(horizontal)) for pair in found):
        raise Failure(swapped.format(horizontal=horizontal))


# --- what known wrong answers draw ------------------------------------------------------------------------------------


def figure_of(*lines: Sequence[Any], names: Iterable[str] = (), labels: tuple[str, str] = ("", "")) -> Figure:
    """A figure with one pair of axes. Each of the `lines` holds what `plt.plot` is given for it, and has one of the
    `names` where there are any; `labels` are those of the horizontal and the vertical axis."""
    from matplotlib.figure import Figure

    figure = Figure()
    axes = figure.subplots()
    name_of_each: list[str | None] = [*names] or [None] * len(lines)
    for line, name in zip(lines, name_of_each, strict=True):
        axes.plot(*line, label=name)
    axes.set(xlabel=labels[0], ylabel=labels[1])
    return figure


_FEW = 3  # contours that a picture of a surface has at least


def _are_numbers(values: Any) -> bool:
    return isinstance(values, np.ndarray) and values.dtype.kind in "iuf"


def _near(x: np.ndarray) -> np.ndarray:
    return 1e-5 * (1 + np.abs(x))

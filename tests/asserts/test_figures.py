"""What checks of figures are written with: right in any style, and wrong in one exact sentence."""

from __future__ import annotations

import functools
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from autograder.asserts.compare import Failure
from autograder.asserts.figures import (
    Curve,
    Drawn,
    assert_contours,
    assert_drawn,
    assert_labels,
    assert_no_other,
    assert_not_swapped,
    contours_of,
    drawn,
    figure_of,
    finite,
    lies_on,
    marked,
    named,
    reached,
    spans,
    with_points,
)
from autograder.sandbox.inside.program import drawn_by

X = np.array([-1.0, 0.0, 0.5, 2.0])
UNREADABLE = "plot brings back no figure that can be read"
NOTHING = np.array([])


def line(x: Any) -> Any:
    return 2 * x + 3


def with_pyplot(x: Any) -> None:
    plt.plot(x, line(x), label="line")
    plt.xlabel("x")
    plt.ylabel(" y ")
    plt.title("one")


def as_points(x: Any) -> Any:
    _, axes = plt.subplots()
    axes.set(xlabel="x", ylabel="y", title="one")
    return axes.scatter(x, line(x), label="line")


def with_a_legend(x: Any) -> Figure:
    """The second pair of axes is the one with the line, which has its name in the legend alone."""
    figure = Figure()
    _, axes = figure.subplots(1, 2)
    handles = axes.plot(x, line(x), "--", color="red")
    axes.legend(handles, ["line"])
    axes.set(xlabel="x", ylabel="y", title="one")
    return figure


STYLES = [with_pyplot, as_points, with_a_legend]
in_any_style = pytest.mark.parametrize("plot", STYLES)


def whose_figure_is(figure: Any) -> SimpleNamespace:
    return SimpleNamespace(figure=lambda name, *args: figure)


def drawn_with(plot: Callable[..., Any], *args: Any) -> Drawn:
    return drawn(whose_figure_is(drawn_by(lambda: plot(*args))), "plot", *args)


def sentence(function: Callable[..., Any], *args: Any, **kwargs: Any) -> str:
    with pytest.raises(Failure) as failure:
        function(*args, **kwargs)
    return failure.value.cause


# --- what is drawn ----------------------------------------------------------------------------------------------------


@in_any_style
def test_what_is_drawn_is_read_in_any_style(plot: Any) -> None:
    labels, curves = drawn_with(plot, X)
    assert labels[-1] == ("x", "y")
    assert [(each.x.tolist(), each.y.tolist()) for each in curves] == [(X.tolist(), line(X).tolist())]
    assert (curves[0].label, curves[0].title, curves[0].is_line) == ("line", "one", plot is not as_points)


def test_stairs_are_no_line() -> None:
    (curve,) = drawn_with(lambda x: plt.step(x, line(x)), X).curves
    assert not lies_on(curve, line, near=1e-5)
    (curve,) = drawn_with(lambda x: plt.plot(x, line(x), drawstyle="steps-mid"), X).curves
    assert not lies_on(curve, line, near=1e-5)


def test_the_function_is_asked_by_its_name() -> None:
    asked = []
    student = SimpleNamespace(figure=lambda *args: asked.append(args) or {"axes": []})
    assert drawn(student, "plot_line", 1, 2) == Drawn([], [])
    assert asked == [("plot_line", 1, 2)]


AXES = {"title": "", "xlabel": "", "ylabel": "", "lines": [], "points": []}


@pytest.mark.parametrize(
    "figure",
    [None, "figure", 3, [1], np.zeros(2), {}, {"axes": 3}, {"axes": ["a"]}, {"axes": [{}]}]
    + [{"axes": [{**AXES, "lines": lines}]} for lines in (None, 3, ["a"], [[1, 2]], [{}], [{"x": X, "y": X}])],
    ids=repr,
)
def test_what_is_no_figure_is_refused(figure: Any) -> None:
    assert sentence(drawn, whose_figure_is(figure), "plot") == UNREADABLE


@pytest.mark.parametrize(
    "x", [None, "a", [1, 2], 3.0, np.array(["a", "b"]), np.array([1j]), np.array([True])], ids=repr
)
def test_what_has_no_numbers_is_no_curve(x: Any) -> None:
    series = [{"x": x, "y": X, "label": ""}, {"x": X, "y": x, "label": ""}, {"x": X, "y": X.astype(int), "label": ""}]
    _, curves = drawn(whose_figure_is({"axes": [{**AXES, "points": series}]}), "plot")
    assert [(each.x.dtype, each.y.dtype, each.is_line) for each in curves] == [(float, float, False)]


ODD = [
    Curve(NOTHING, NOTHING),
    Curve(X, X[:2]),
    Curve(X[None], X[None]),
    Curve(np.array(1.0), np.array(1.0)),
]
GAPS = Curve(np.array([0.0, np.nan, 2.0, 3.0]), np.array([1.0, 1.0, np.inf, 4.0]), "gaps", "title", is_line=False)


@in_any_style
def test_a_curve_with_points_is_kept(plot: Any) -> None:
    _, curves = drawn_with(plot, X)
    assert with_points(curves) == curves
    assert [each.x.tolist() for each in finite(curves)] == [X.tolist()]


def test_curves_that_have_no_points_are_left_out() -> None:
    assert with_points([*ODD, GAPS]) == [GAPS]
    assert finite(ODD) == []
    assert finite([Curve(X, np.full(4, np.nan))]) == []


def test_points_that_are_not_finite_are_left_out() -> None:
    (kept,) = finite([GAPS])
    assert (kept.x.tolist(), kept.y.tolist(), *kept[2:]) == ([0.0, 3.0], [1.0, 4.0], "gaps", "title", False)


@in_any_style
def test_a_curve_has_a_name(plot: Any) -> None:
    _, curves = drawn_with(plot, X)
    assert named(curves, "LINE") == curves
    assert named(curves, "one") == []
    assert named(curves, "One", in_title=True) == named(curves, "line", in_title=True) == curves
    assert named(curves, "other", in_title=True) == []


@in_any_style
def test_something_is_drawn(plot: Any) -> None:
    assert_drawn(drawn_with(plot, X).curves, of="plot")


def test_nothing_is_drawn() -> None:
    assert sentence(assert_drawn, [], of="plot_line") == "plot_line draws no line and no points"


# --- where a curve runs -----------------------------------------------------------------------------------------------


@in_any_style
def test_a_curve_lies_on_the_graph_of_a_function(plot: Any) -> None:
    (curve,) = drawn_with(plot, X).curves
    assert lies_on(curve, line, near=1e-9)
    assert not lies_on(curve, lambda x: 3 * x + 2, near=1e-5)


def test_how_far_off_a_point_may_be() -> None:
    curve = Curve(X, line(X) + np.array([0, 0, 0.5, -0.25]))
    assert lies_on(curve, line, near=0.5)
    assert lies_on(curve, line, near=np.array([0, 0, 0.5, 0.25]))
    assert not lies_on(curve, line, near=np.array([0, 0, 0.5, 0.2]))


def test_a_point_may_overflow_or_be_no_number() -> None:
    assert not lies_on(Curve(np.array([1e300]), np.array([1.0])), np.square, near=1e-5)
    assert not lies_on(Curve(X, np.full(4, np.nan)), line, near=1e-5)


def test_a_line_beside_what_is_asked_is_refused() -> None:
    asked, short = Curve(X, line(X)), Curve(X[:2], line(X[:2]) + 1)
    assert_no_other([asked, short], [asked, short], of="plot")
    guides = [
        Curve(X, np.zeros(4)),
        Curve(np.zeros(2), np.array([0.0, 5.0])),
        Curve(X, X, is_line=False),
        Curve(X[:1], X[:1]),
    ]
    assert_no_other([asked, *guides], [asked], of="plot")
    with pytest.raises(Failure, match=r"^beside what is asked plot draws another line; leave that out$"):
        assert_no_other([asked, short], [asked], of="plot")


@in_any_style
def test_a_curve_spans_from_end_to_end(plot: Any) -> None:
    (curve,) = drawn_with(plot, X).curves
    assert spans(curve, X, near=1e-9)
    assert spans(curve, [-1.005, 2.005], near=0.01)
    assert not spans(curve, [-1.1, 0], near=0.01)
    assert not spans(curve, [0, 2.1], near=0.01)


@in_any_style
def test_which_x_a_curve_reaches(plot: Any) -> None:
    (curve,) = drawn_with(plot, X).curves
    x = np.array([-2, -1, 0.000001, 1, 2.1])
    assert marked(x, curve).tolist() == [False, True, True, False, False]
    assert reached(x, curve).tolist() == [False, True, True, curve.is_line, False]


def test_a_line_through_one_point_reaches_that_point() -> None:
    assert reached(X, Curve(X[1:2], X[1:2])).tolist() == [False, True, False, False]


# --- the labels of axes -----------------------------------------------------------------------------------------------


@in_any_style
def test_axes_have_labels(plot: Any) -> None:
    labels = drawn_with(plot, X).labels
    assert_labels(labels)
    assert_not_swapped(labels, "x", "y")
    assert sentence(assert_not_swapped, labels, "Y", "X") == "the labels are swapped: the horizontal axis shows Y"


@pytest.mark.parametrize(
    ("labels", "axis"),
    [
        ([], "horizontal"),
        ([("", "")], "horizontal"),
        ([("", "y")], "horizontal"),
        ([("x", "")], "vertical"),
        ([("x", ""), ("", "y")], "vertical"),
    ],
)
def test_an_axis_has_no_label(labels: Any, axis: str) -> None:
    assert sentence(assert_labels, labels) == f"the {axis} axis has no label"
    assert sentence(assert_labels, labels, missing="{axis}: add plt.xlabel") == f"{axis}: add plt.xlabel"
    assert sentence(assert_labels, labels, missing="an axis has no label") == "an axis has no label"
    assert_not_swapped(labels, "x", "y")


def test_labels_are_swapped_where_all_axes_have_the_others() -> None:
    assert_not_swapped([("y", "x"), ("x", "y")], "x", "y")
    assert_not_swapped([("y", "x of all")], "x", "y")
    assert sentence(assert_not_swapped, [("y", "x"), ("", "")], "x", "y", swapped="swapped") == "swapped"


def test_which_labels_are_the_same() -> None:
    labels = [("$E$", "$W_1$")]
    assert_not_swapped(labels, "w1", "e")
    plain = lambda label: label.casefold().strip("$").replace("_", "")  # noqa: E731
    assert sentence(assert_not_swapped, labels, "w1", "E", "w1 is {horizontal}", plain) == "w1 is w1"


# --- what known wrong answers draw ------------------------------------------------------------------------------------


def test_a_figure_of_lines() -> None:
    labels, curves = drawn_with(lambda: figure_of((X, line(X)), ([1], [5], "o"), (X,), labels=("x", "y")))
    assert labels == [("x", "y")]
    assert [(each.x.tolist(), each.y.tolist()) for each in curves] == [
        (X.tolist(), line(X).tolist()),
        ([1.0], [5.0]),
        ([0.0, 1.0, 2.0, 3.0], X.tolist()),
    ]


def test_a_figure_of_named_lines() -> None:
    labels, curves = drawn_with(lambda: figure_of((X,), (X,), names=("one", "two")))
    assert labels == [("", "")]
    assert [each.label for each in curves] == ["one", "two"]
    with pytest.raises(ValueError, match="shorter"):
        figure_of((X,), (X,), names=("one",))


def test_a_figure_to_draw_in() -> None:
    figure = figure_of()
    assert len(figure.axes) == 1
    assert drawn_with(lambda: figure) == Drawn([("", "")], [])


def contours(*lines: tuple[float, Any, Any]) -> SimpleNamespace:
    groups = [{"low": low, "high": low, "x": np.asarray(x, float), "y": np.asarray(y, float)} for low, x, y in lines]
    return whose_figure_is({"axes": [{**AXES, "contours": groups}]})


LINES = [(float(level), [0.0, level], [level, 0.0]) for level in range(4)]  # of x + y


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (LINES, ""),
        ([], "plot draws no contours; use plt.contour"),
        (LINES[:2], "plot draws no contours; use plt.contour"),
        ([*LINES[:3], (3.0, [0.0, 3.0], [1.0, 0.0])], "the contours of plot are not where the values are"),
        ([(level, y, x) for level, x, y in LINES], ""),
        ([(2 * level, x, y) for level, x, y in LINES], "the contours of plot are not where the values are"),
    ],
)
def test_contours_are_where_the_values_are(lines: Any, told: str) -> None:
    found = contours_of(contours(*lines), "plot")
    if told:
        assert sentence(assert_contours, found, lambda x, y: x + y, 0.01, of="plot").startswith(told)
    else:
        assert_contours(found, lambda x, y: x + y, 0.01, of="plot")


def test_what_is_no_contour_is_refused() -> None:
    for odd in (None, [1], [{}], [{"low": "a", "high": 1, "x": X, "y": X}]):
        student = whose_figure_is({"axes": [{**AXES, "contours": odd}]})
        assert sentence(contours_of, student, "plot") == UNREADABLE


@pytest.mark.parametrize("extend", ["neither", "min", "max", "both"])
@pytest.mark.parametrize("by", ["contour", "contourf"])
def test_contours_have_their_values_whichever_way_they_are_drawn(by: str, extend: str) -> None:
    x, y = np.linspace(-2, 3, 51), np.linspace(-1, 3, 41)

    def of_heights(heights: Any) -> Any:
        drawing = functools.partial(getattr(plt, by), x, y, heights, levels=[0.5, 1, 4, 9], extend=extend)
        return contours_of(whose_figure_is(drawn_by(drawing)), "plot")

    def height(x: Any, y: Any) -> Any:
        return (x + y - 1) ** 2

    assert_contours(of_heights(height(x, y[:, None])), height, 0.05, of="plot")
    others = of_heights((x - y[:, None]) ** 2)
    assert sentence(assert_contours, others, height, 0.05, of="plot").startswith("the contours of plot are not where")

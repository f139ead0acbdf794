from __future__ import annotations

from xml.etree import ElementTree

import pytest

from autograder.records import Line, Panel, Picture
from autograder.report.drawing import histogram_alt, histogram_svg, picture_svg
from autograder.report.statistics import score_bins

SCORES = [0.0, 2.5, 3.0, 3.0]
BINS = score_bins(SCORES, 3.0)
CURVES = Picture(
    "The error",
    "yours goes up",
    [Panel("", "epoch", "error", [Line("yours", [0, 1], [1, 2]), Line("expected", [0, 1], [1, 0])])],
)
REGIONS = Picture(
    "AND",
    "yours is OR",
    [
        Panel(name, "x1", "x2", [Line("inputs", [0, 1], [0, 1], dots=True)], [[0.0, 1.0], [1.0, 1.0]], (0, 1, 0, 1))
        for name in ("yours", "expected")
    ],
)


def test_the_histogram_is_one_svg_element_in_the_colours_of_the_page() -> None:
    svg = histogram_svg(BINS, SCORES, "points")
    assert ElementTree.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert svg.count("fill: var(--accent)") == len(BINS)
    assert "currentColor" in svg
    assert "#010203" not in svg


@pytest.mark.parametrize("picture", [CURVES, REGIONS])
def test_a_picture_is_one_svg_element_in_the_colours_of_the_page(picture: Picture) -> None:
    svg = picture_svg(picture)
    assert ElementTree.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert "var(--" in svg
    assert '<g id="' not in svg
    assert picture_svg(picture) == svg


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "$x_{$", "$\\frac{1}{0}$", "\\", "철수", "a" * 60])
def test_any_label_is_shown_as_text(text: str) -> None:
    picture = Picture("t", "a", [Panel(text, text, text, [Line(text, [0, 1], [0, 1]), Line("b", [0, 1], [1, 0])])])
    root = ElementTree.fromstring(picture_svg(picture))
    told = ["".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert told.count(text) == 4


def test_a_line_without_points_and_one_point_are_drawn() -> None:
    picture_svg(Picture("t", "a", [Panel("", "", "", [Line("yours", [], []), Line("expected", [1], [1])])]))


def test_the_same_bins_give_the_same_bytes_whatever_the_settings() -> None:
    import matplotlib

    before = histogram_svg(BINS, SCORES, "points")
    with matplotlib.rc_context({"axes.facecolor": "red", "font.size": 30}):
        assert histogram_svg(BINS, SCORES, "points") == before
        assert matplotlib.rcParams["font.size"] == 30


def test_in_words() -> None:
    assert histogram_alt(BINS, "points") == "Histogram of scores. Students with 0 to 0.5 points: 1; 2.5 to 3 points: 3."

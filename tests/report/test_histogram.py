from __future__ import annotations

from xml.etree import ElementTree

from autograder.report.histogram import histogram_alt, histogram_svg
from autograder.report.statistics import score_bins

BINS = score_bins([0.0, 2.5, 3.0, 3.0], 3.0)


def test_it_is_one_svg_element_in_the_colours_of_the_page():
    svg = histogram_svg(BINS)
    assert ElementTree.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert svg.count("fill: var(--accent)") == len(BINS)
    assert "currentColor" in svg
    assert "#010203" not in svg


def test_the_same_bins_give_the_same_bytes():
    assert histogram_svg(BINS) == histogram_svg(BINS)


def test_the_settings_of_whoever_runs_it_change_nothing():
    import matplotlib

    before = histogram_svg(BINS)
    with matplotlib.rc_context({"axes.facecolor": "red", "font.size": 30}):
        assert histogram_svg(BINS) == before
        assert matplotlib.rcParams["font.size"] == 30


def test_in_words():
    assert histogram_alt(BINS) == "Histogram of scores. Students with 0 to 0.5 points: 1; 2.5 to 3 points: 3."

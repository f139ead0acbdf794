from __future__ import annotations

import pytest
from by_hand import check

from autograder import wording


@pytest.mark.parametrize(
    ("points", "text"), [(2.0, "2"), (0.5, "0.5"), (1 / 3, "0.333333"), (1200.0, "1200"), (0.0, "0"), (None, "unknown")]
)
def test_points_as_people_write_them(points, text):
    assert wording.number(points) == text


def test_an_unknown_score_is_not_zero():
    assert wording.score(None, 4.0) == "unknown of 4"


def test_one_line_obeys_nothing():
    assert wording.one_line("a\x1b[31m\x00b\r\n\u202e  c\ud800") == "a [31m b c"


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (check(), "passed"),
        (check(followed_through=True), "passed: right, given your own earlier answer"),
        (check("failed"), "failed"),
        (check("not run"), "not run"),
        (check("grader error"), "grader error"),
    ],
)
def test_outcomes(made, text):
    assert wording.outcome(made) == text


def test_the_cause_of_a_grader_error_is_not_for_the_student():
    fault = check("grader error", cause="KeyError: 'hidden input'")
    assert wording.remark(fault) == "could not be graded, your teacher will look at it"


@pytest.mark.parametrize(
    ("diagnosis", "advice", "text"),
    [("sign", "Turn it.", "sign: Turn it."), ("", "Turn it.", "Turn it."), ("sign", "", "sign"), ("", "", "")],
)
def test_mistake_has_its_name_and_what_it_means(diagnosis, advice, text):
    assert wording.mistake(check("failed", diagnosis=diagnosis, advice=advice)) == text

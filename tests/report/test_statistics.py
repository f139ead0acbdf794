from __future__ import annotations

import pytest
from by_hand import MISSING_MEAN, cell, check, report

from autograder.records import blanks
from autograder.report.statistics import (
    Bin,
    GraderError,
    Mistake,
    grader_errors,
    known_scores,
    max_points,
    mistakes,
    score_bins,
    share_followed_through,
)


def test_an_empty_class_has_nothing_to_count():
    assert known_scores([]) == mistakes([]) == grader_errors([]) == []
    assert blanks([]) == {}
    assert max_points([]) is None


def test_unknown_scores_are_left_out(right, wrong, unknown):
    assert known_scores([right, wrong, unknown]) == [3.0, 1.0]


def test_the_share_of_points_saved_by_follow_through(right, wrong, unknown):
    assert share_followed_through([]) == 0
    assert share_followed_through([right, unknown]) == 0
    assert share_followed_through([right, wrong]) == 1 / 4


def test_blanks_stand_in_the_order_of_the_notebook(right):
    shorter = report("s00", cell(check(name="newer")))
    assert list(blanks([right, shorter])) == ["backward", "train"]


def test_one_mistake_in_two_checks_of_a_blank_is_one_mistake():
    twice = report("s02", cell(check("failed", **MISSING_MEAN), check("failed", name="batch", **MISSING_MEAN)))
    assert mistakes([twice]) == [Mistake("backward", "missing-mean", "The mean over the batch is missing.", ["s02"])]


def test_frequent_mistakes_first_and_unrecognised_last():
    def student(name, diagnosis):
        return report(name, cell(check("failed", diagnosis=diagnosis)))

    reports = [student("s1", ""), student("s2", ""), student("s3", "sign"), student("s5", "a"), student("s4", "a")]
    assert mistakes(reports) == [
        Mistake("backward", "a", "", ["s4", "s5"]),
        Mistake("backward", "sign", "", ["s3"]),
        Mistake("backward", "", "", ["s1", "s2"]),
    ]


def test_all_named_mistakes_stand_before_those_without_a_name():
    both = report("s1", cell(check("failed")), cell(check("failed", diagnosis="sign"), grade_id="train"))
    assert [(each.grade_id, each.name) for each in mistakes([both])] == [("train", "sign"), ("backward", "")]


def test_the_usual_advice_stands_for_all():
    def student(name, advice):
        return report(name, cell(check("failed", diagnosis="factor", advice=advice)))

    reports = [student("s1", "9 times"), student("s2", "5 times"), student("s3", "5 times")]
    assert mistakes(reports) == [Mistake("backward", "factor", "5 times", ["s1", "s2", "s3"])]


def test_what_was_not_run_is_no_mistake():
    assert mistakes([report("s1", cell(check("not run"), check("grader error")))]) == []


def test_grader_errors_tell_where(unknown):
    assert grader_errors([unknown]) == [
        GraderError("s03", ["backward, check 'agrees'"], "check 'agrees' stops: KeyError: 'X'")
    ]


@pytest.mark.parametrize(
    ("highest", "edges"),
    [
        (1.0, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]),
        (3.0, [0, 0.5, 1, 1.5, 2, 2.5, 3]),
        (12.0, list(range(13))),
        (13.0, [0, 2, 4, 6, 8, 10, 12, 14]),
        (100.0, list(range(0, 101, 10))),
        (120.0, list(range(0, 121, 10))),
    ],
)
def test_bins_have_round_edges(highest, edges):
    bins = score_bins([], highest)
    assert [each.low for each in bins] + [bins[-1].high] == edges


def test_every_score_is_in_one_bin():
    scores = [k * 0.1 for k in range(11)]
    assert [each.count for each in score_bins(scores, 1.0)] == [1] * 9 + [2]
    assert score_bins([2.0, 5.0], 4.0)[-1] == Bin(4.5, 5.0, 1)  # more than the maximum


def test_an_assignment_without_points_has_no_bins():
    assert score_bins([0.0], 0.0) == []

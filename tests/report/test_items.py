"""The item analysis agrees with an independent computation, and says nothing where the class is too small."""

from __future__ import annotations

import numpy as np
import pytest
from by_hand import cell, check, report
from scipy import stats

from autograder.records import Report
from autograder.report.items import ENOUGH, EVERYBODY, NEGATIVE, NOBODY, analyse, cronbach_alpha


def class_of(count: int, seed: int = 1) -> list[Report]:
    """Students of different strength; the last check of the second blank is the wrong way round."""
    random = np.random.default_rng(seed)
    reports = []
    for number in range(count):
        strength = random.normal()

        def ended(hardness: float, strength: float = strength) -> str:
            return "passed" if strength + random.normal() > hardness else "failed"

        reports.append(
            report(
                f"s{number:03}",
                cell(check(ended(-1)), check(ended(0), name="batch", points=3.0)),
                cell(
                    check(ended(1), name="step"),
                    check("failed" if ended(-0.5) == "passed" else "passed", name="reversed", points=1.0),
                    grade_id="train",
                ),
                cell(check(name="easy"), grade_id="easy"),
                cell(check("failed", name="hard"), grade_id="hard"),
            )
        )
    return reports


def points_of(reports: list[Report]) -> np.ndarray:
    return np.array([[check.points for cell in each.cells for check in cell.checks] for each in reports])


@pytest.mark.parametrize("count", [ENOUGH, 57, 400])
def test_difficulty_and_discrimination_agree_with_scipy(count: int) -> None:
    reports = class_of(count)
    points = points_of(reports)
    analysis = analyse(reports)
    for number, item in enumerate(analysis.checks[:4]):
        rest = np.delete(points, number, axis=1).sum(axis=1)
        passed = points[:, number] > 0
        assert item.difficulty == pytest.approx(passed.mean())
        assert item.discrimination == pytest.approx(stats.pointbiserialr(passed, rest).statistic)
        assert item.judged == count
    for item, columns in zip(analysis.blanks[:2], ([0, 1], [2, 3]), strict=True):
        blank, rest = points[:, columns].sum(axis=1), np.delete(points, columns, axis=1).sum(axis=1)
        assert item.discrimination == pytest.approx(stats.pearsonr(blank, rest).statistic)
    assert [item.sentence for item in analysis.blanks] == [""] * 4


def test_alpha_agrees_with_the_covariances() -> None:
    points = points_of(class_of(100))
    covariances = np.cov(points, rowvar=False)
    k = len(covariances)
    assert analyse(class_of(100)).alpha == pytest.approx(k / (k - 1) * (1 - np.trace(covariances) / covariances.sum()))


def test_alpha_of_parallel_and_of_independent_items() -> None:
    """Parallel items measure one thing: alpha is 1; independent ones measure nothing in common: about 0."""
    strength = np.random.default_rng(2).normal(size=(500, 1))
    assert cronbach_alpha(np.repeat(strength, 4, axis=1)) == pytest.approx(1)
    assert abs(cronbach_alpha(np.random.default_rng(3).normal(size=(5000, 4))) or 1) < 0.1


def test_bad_items_are_flagged() -> None:
    flags = {item.sentence: item.flags for item in analyse(class_of(200)).checks}
    assert flags == {
        "agrees is right": [],
        "batch is right": [],
        "step is right": [],
        "reversed is right": [NEGATIVE],
        "easy is right": [EVERYBODY],
        "hard is right": [NOBODY],
    }


def test_a_small_class_has_difficulties_and_no_verdict() -> None:
    analysis = analyse(class_of(ENOUGH - 1))
    assert analysis.alpha is None
    assert all(item.discrimination is None and item.flags == [] for item in analysis.checks + analysis.blanks)
    assert all(item.difficulty is not None for item in analysis.checks)


def test_unknown_scores_are_left_out_and_nobody_is_an_empty_analysis() -> None:
    reports = class_of(ENOUGH)
    unknown = report("s999", cell(check("grader error")))
    assert analyse([*reports, unknown]) == analyse(reports)
    assert analyse([]).checks == analyse([unknown]).checks == []
    assert analyse([]).alpha is None


def test_submissions_graded_by_other_checks_give_no_discrimination() -> None:
    analysis = analyse([*class_of(30), report("s999", cell(check(name="agrees")))])
    assert all(item.discrimination is None for item in analysis.checks)
    assert [item.judged for item in analysis.checks[:2]] == [31, 30]

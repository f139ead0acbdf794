"""Questions of an exam: numbers by hand, choices in any order, words; right ones accepted, wrong ones named."""

from __future__ import annotations

import math
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from small_exam import CLEAR

from autograder.asserts.compare import Failure
from autograder.author.rehearse import rehearse
from autograder.course.course import Assignment
from autograder.course.questions import by_hand, entries
from autograder.grade.engine import grade_locally
from autograder.records import CheckReport

ORDER = ("y", "gradient", "new_weight", "rule_answer", "word_answer", "neuron")


IMPORTS = "from decimal import Decimal\nfrom fractions import Fraction\n"


@pytest.fixture
def mine(quiz: Assignment) -> Assignment:
    return quiz.with_numbers(CLEAR)


def judged(assignment: Assignment, **answers: object) -> dict[str, CheckReport]:
    """What comes of these answers; the others are right."""
    changed = {blank: f"{blank} = {answer!r}" for blank, answer in answers.items()}
    cells = grade_locally(assignment, {}, "seed", list(ORDER), changed)
    return {cell.grade_id: cell.checks[0] for cell in cells}


@pytest.mark.parametrize("answer", [-0.4581, -0.45810001, -0.45801, -0.45819])
def test_a_number_is_right_to_its_decimals(mine: Assignment, answer: object) -> None:
    report = judged(mine, y=answer)
    assert all(check.outcome == "passed" and not check.followed_through for check in report.values())


@pytest.mark.parametrize(
    ("source", "diagnosis", "cause"),
    [
        ("-0.4583", "", "y is -0.4583, which is not the answer"),
        ("-0.458", "", "y is -0.458, which is not the answer"),  # one unit away
        ("-0.4582", "", "y is -0.4582, which is not the answer"),
        ("-0.0667", "weights-swapped", "y is -0.0667, which is not the answer"),
        ("0.1395", "one-product", "y is 0.1395, which is not the answer"),
        ("0.31 * 0.45", "one-product", "y is 0.1395, which is not the answer"),
        ("'-0.4581'", "wrong-kind", "y is '-0.4581', but should be one number"),
        ("[1.0, 2.0]", "wrong-shape", "y has shape (2,), but should be one number"),
        ("True", "wrong-kind", "y is True, but should be one number"),
        ("float('inf')", "not-finite", "y is infinite"),
    ],
)
def test_a_wrong_number_is_named(mine: Assignment, source: str, diagnosis: str, cause: str) -> None:
    check = grade_locally(mine, {}, "seed", ["y"], {"y": f"y = {source}"})[0].checks[0]
    assert (check.outcome, check.points, check.diagnosis, check.cause) == ("failed", 0.0, diagnosis, cause)


ONE_NUMBER = [
    "[-0.4581]",
    "np.float32(-0.4581)",
    "np.array([[-0.4581]])",
    "Fraction(-4581, 10**4)",
    "Decimal('-0.4581')",
]


@pytest.mark.parametrize("source", ONE_NUMBER)
def test_one_number_may_come_in_any_form(mine: Assignment, source: str) -> None:
    assert grade_locally(mine, {}, "seed", ["y"], {"y": f"{IMPORTS}y = {source}"})[0].points == 10


class _One:
    """A student with one number."""

    def __init__(self, x: object) -> None:
        self.x = x


def is_right(right: float, found: object, decimals: int) -> bool:
    question = by_hand("x", points=1, sentence="x", decimals=decimals, answer=lambda: right, wrongs={})
    student: Any = _One(found)
    try:
        question.check.function(student)
    except Failure:
        return False
    return True


@pytest.mark.parametrize("decimals", [1, 2, 4])
def test_one_unit_away_is_wrong_and_less_is_right_whatever_floats_make_of_it(decimals: int) -> None:
    """0.35 for 0.34 and 0.13 for 0.12: a difference of floats says less for the one, more for the other."""
    unit = Decimal(1).scaleb(-decimals)
    for number in [*range(-300, 301, 7), 34, 12, 4581]:
        right = number * unit
        for sign in (-1, 1):
            assert not is_right(float(right), float(right + sign * unit), decimals), right
            assert not is_right(float(right), np.float32(right + sign * unit), decimals) or decimals == 4, right
            for near in ("0.99", "0.999999", "0.5", "0"):
                assert is_right(float(right), float(right + sign * unit * Decimal(near)), decimals), (right, near)
            assert not is_right(float(right), float(right + sign * unit * Decimal("1.000001")), decimals), right


def test_the_noise_of_the_formula_does_not_matter() -> None:
    """0.1 + 0.24 is 0.33999999999999997: 0.33 is one unit away, whatever that says."""
    assert not is_right(0.1 + 0.24, 0.33, 2)
    assert not is_right(0.1 + 0.24, 0.35, 2)
    assert is_right(0.1 + 0.24, 0.34, 2)


def test_a_right_number_may_be_one_of_numpy() -> None:
    question = by_hand(
        "y",
        points=1,
        sentence="y",
        decimals=2,
        uses={"x": np.float64(2.0)},
        answer=lambda x: x / np.float64(4),
        wrongs={},
    )
    student: Any = _One(np.array(2.5))
    student.y = np.array(0.63)
    assert question.check.function(student).cause == "right from your own x = 2.5"


def test_an_own_number_that_stops_the_formula_is_a_wrong_answer() -> None:
    """From one's own 0 nothing can be divided: the question is lost, and no fault of the grader."""
    question = by_hand(
        "y",
        points=1,
        sentence="y",
        decimals=2,
        uses={"x": 2.0},
        answer=lambda x: 1 / x,
        wrongs={"root": (lambda x: math.sqrt(x - 1), "No root.")},
    )
    student: Any = _One(0)
    student.y = 3.0
    with pytest.raises(Failure, match="y is 3, which is not the answer"):
        question.check.function(student)


def test_one_slip_is_paid_once(mine: Assignment) -> None:
    """Who slips at first and goes on rightly, by hand and rounded at each step, loses the first points only."""
    report = judged(mine, y=0.46, gradient=0.0279, new_weight=0.4441)
    assert [report[blank].points for blank in ORDER[:3]] == [0.0, 20.0, 20.0]
    assert report["gradient"].followed_through
    assert report["gradient"].cause == "right from your own y = 0.46"
    assert report["new_weight"].cause == "right from your own gradient = 0.0279"


def test_a_second_slip_is_paid_and_named(mine: Assignment) -> None:
    report = judged(mine, y=0.46, gradient=-0.0279, new_weight=0.4559)
    assert [report[blank].points for blank in ORDER[:3]] == [0.0, 0.0, 20.0]
    assert report["gradient"].diagnosis == "sign"


def test_more_digits_than_were_written_may_have_gone_on(mine: Assignment) -> None:
    """From y = 0.46 the gradient is 0.0279; a y that is written so may have been a little larger."""
    report = judged(mine, y=0.4600, gradient=0.02802, new_weight=0.4441)
    assert [report[blank].points for blank in ORDER[:3]] == [0.0, 20.0, 20.0]


def test_what_was_written_may_have_gone_on(mine: Assignment) -> None:
    """With y cut to three decimals and a bit, which is right, the gradient is 0.00003 off."""
    report = judged(mine, y=-0.45801, gradient=-0.25668 + 0.00009)
    assert [report[blank].points for blank in ORDER[:2]] == [10.0, 20.0]
    assert report["gradient"].followed_through


def test_nobody_who_has_not_slipped_is_judged_more_loosely(mine: Assignment) -> None:
    assert judged(mine, gradient=-0.25671 + 0.00012)["gradient"].outcome == "failed"


@pytest.mark.parametrize(
    ("y", "gradient"),
    [
        (0.0, -0.1147),  # nothing is computed from 0
        (float("nan"), -0.1147),
        ("0.46", 0.0279),  # no number
        (0.46, 0.0284),  # five units away
    ],
)
def test_what_does_not_follow_is_not_accepted(mine: Assignment, y: object, gradient: float) -> None:
    source = "y = float('nan')" if y != y else f"y = {y!r}"  # only nan is not itself
    cells = grade_locally(mine, {}, "seed", list(ORDER), {"y": source, "gradient": f"gradient = {gradient}"})
    assert [cell.points for cell in cells][:2] == [0.0, 0.0]


@pytest.mark.parametrize("answer", ["b", "B", " b "])
def test_a_letter_is_right_where_its_text_stands(mine: Assignment, answer: str) -> None:
    assert judged(mine, rule_answer=answer)["rule_answer"].outcome == "passed"


@pytest.mark.parametrize(
    ("answer", "diagnosis"),
    [
        ("a", "rule-answer-input-times-weight"),
        ("c", "rule-answer-error-times-weight"),
        ("d", "wrong-kind"),
        ("error times input", "wrong-kind"),
        (2, "wrong-kind"),
    ],
)
def test_a_wrong_letter_is_named_by_its_text(mine: Assignment, answer: object, diagnosis: str) -> None:
    check = judged(mine, rule_answer=answer)["rule_answer"]
    assert (check.outcome, check.diagnosis) == ("failed", diagnosis)


@pytest.mark.parametrize("answer", ["epoch", "Epoch", "one epoch", "One-Epoch", " epoch. "])
def test_a_word_is_right_however_it_is_written(mine: Assignment, answer: str) -> None:
    assert judged(mine, word_answer=answer)["word_answer"].outcome == "passed"


@pytest.mark.parametrize(
    ("answer", "diagnosis"),
    [("iteration", "word-answer-iteration"), ("epochs of life", ""), (3, "wrong-kind"), ("", "")],
)
def test_a_wrong_word_is_refused(mine: Assignment, answer: object, diagnosis: str) -> None:
    check = judged(mine, word_answer=answer)["word_answer"]
    assert (check.outcome, check.diagnosis) == ("failed", diagnosis)


def test_the_report_keeps_what_was_answered(mine: Assignment) -> None:
    report = judged(mine, y=0.5, word_answer="iteration")
    assert [report[blank].answer for blank in ("y", "rule_answer", "word_answer", "neuron")] == [
        0.5,
        "b",
        "iteration",
        None,
    ]


def test_rehearsed_with_many_numbers(quiz: Assignment) -> None:
    done = rehearse(quiz, "bubblewrap", variants=8)
    assert done.faults == []
    assert len(done.variants) == 8
    assert (done.points, done.mutants, done.refused) == (100, 48, 48)


def test_uneven_variants_are_a_fault(quiz: Assignment) -> None:
    source = quiz.folder / "variants.py"
    text = source.read_text("utf-8").replace("else 12.5", "else 14").replace("draw.decimal(0.11, 0.49, 2)", "0.5")
    source.write_text(text.replace('"eta": 0.5', '"eta": draw.choice([0.5, 0.5123])'), "utf-8")
    assert rehearse(quiz, "bubblewrap", variants=16).faults == [
        "one variant asks for 12 minutes, another for 14: draw them more alike",
        "one variant asks for 11 digits, another for 14: draw them more alike",
    ]


def test_a_formula_that_is_right_by_luck_is_a_fault(quiz: Assignment) -> None:
    """With two decimals, and numbers of one, wrong formulas give nearly the right numbers."""
    source = quiz.folder / "variants.py"
    source.write_text(source.read_text("utf-8").replace("0.11, 0.99, 2)", "0.1, 0.9, 1)"), "utf-8")
    checks = quiz.folder / "checks.py"
    checks.write_text(checks.read_text("utf-8").replace("decimals=4", "decimals=2"), "utf-8")
    faults = rehearse(quiz, "bubblewrap", variants=8).faults
    assert any("which is accepted for" in fault for fault in faults), faults


NAMES = entries(
    "names",
    points=1,
    sentence="each has its name",
    right={"a": "node", "b": "value"},
    wrongs={"all-nodes": ({"b": "node"}, "A value comes out of a session.")},
)


@pytest.mark.parametrize(
    ("found", "cause"),
    [
        ({"a": "node", "b": "node"}, "names['b'] is 'node', which is not the right answer"),
        ({"a": "node"}, "the names in names have to stay as they are given"),
        ("node", "names is 'node', but should be a dict"),
    ],
)
def test_a_table_that_is_wrong(found: Any, cause: str) -> None:
    with pytest.raises(Failure) as caught:
        NAMES.check.function(SimpleNamespace(names=found))
    assert caught.value.cause == cause


def test_a_table_of_words() -> None:
    NAMES.check.function(SimpleNamespace(names={"a": "Node", "b": " value "}))
    assert [each.answer for each in NAMES.wrongs] == [{"a": "node", "b": "node"}]

"""The midterm: as much work for everybody, numbers of one's own, questions that every cell of it can ask."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from contextlib import redirect_stdout
from itertools import combinations

import pytest

from autograder.author.rehearse import UNEVEN, rehearse
from autograder.course.course import Assignment
from autograder.course.numbers import as_literals
from autograder.course.variants import Variant
from autograder.grade.engine import grade_locally
from autograder.release.build import source_notebook

CLASS = [f"s{number:03}" for number in range(60)]
DECIMALS = 4
# What is drawn from a pool: every one of these has to be somebody's.
POOLS = {
    "gate_rule": 6,
    "at_zero": 2,
    "convention": 3,
    "f_part4": 2,
    "f_part5": 2,
    "to_predict": 6,
    "loss_part4": 2,
    "bug_program": 4,
    "question": 4,
}


@pytest.fixture(scope="module")
def exam(own_course: Callable[[str], Assignment]) -> Assignment:
    return own_course("exam_midterm")


@pytest.fixture(scope="module")
def variants(exam: Assignment) -> list[Variant]:
    return list(exam.variants.of_all(CLASS).values())


def test_it_gives_100_points_as_the_text_says(exam: Assignment) -> None:
    checks = exam.checks.checks
    assert sum(check.points for check in checks) == 100
    by_hand = sum(check.points for check in checks if check.by_hand)
    programs = sum(check.points for check in checks if callable(getattr(exam.checks.reference, check.blank)))
    gate = sum(check.points for check in exam.checks.of("gate"))
    assert (programs + gate, by_hand) == (50, 30)
    text = " ".join(exam.lesson.cells[0].source.split())
    assert f"{len(exam.lesson.blanks())} answers, 100 points, 75 minutes" in text
    assert "50 for programs, 30 for numbers, 20 for letters and a word" in text


def test_the_points_stand_beside_each_question(exam: Assignment) -> None:
    text = ""
    for cell in exam.lesson.cells:
        if cell.role == "text":
            text = cell.source
        if cell.role == "blank":
            points = sum(check.points for check in exam.checks.of(cell.grade_id))
            assert f"**({points:g} points)**" in text, cell.grade_id


def test_it_is_as_much_work_for_everybody(exam: Assignment, variants: list[Variant]) -> None:
    work = [exam.variants.work(variant.numbers) for variant in variants]
    for amounts in ([each.minutes for each in work], [each.digits for each in work]):
        assert max(amounts) - min(amounts) <= UNEVEN * min(amounts)
    assert all(70 <= each.minutes <= 76 for each in work)


def test_no_answer_by_hand_is_two_students_answer(variants: list[Variant]) -> None:
    for one, other in combinations(variants, 2):
        assert one.numbers != other.numbers
        for blank, answer in one.answers.items():
            assert round(answer, DECIMALS) != round(other.answers[blank], DECIMALS), blank
    assert len(variants[0].answers) == 8


@pytest.mark.parametrize("name", POOLS)
def test_every_alternative_is_somebodys(name: str, variants: list[Variant]) -> None:
    assert len({json.dumps(variant.numbers[name]) for variant in variants}) == POOLS[name]


def test_each_letter_is_right_for_somebody(exam: Assignment, variants: list[Variant]) -> None:
    for question in ("which_loss", "bug"):
        right = {getattr(exam.with_numbers(each.numbers).checks.reference, question) for each in variants}
        assert right == {"a", "b", "c", "d"}


def test_the_questions_are_printed_in_plain_python(exam: Assignment, variants: list[Variant]) -> None:
    """With the cells of the released notebook alone: its imports, the student's numbers, what prints the questions."""
    asking = [cell.grade_id for cell in exam.lesson.cells if cell.role == "demo"]
    cells = {cell["id"]: cell["source"] for cell in source_notebook(exam)["cells"]}
    printed = []
    for variant in variants[:8]:
        names: dict[str, object] = {}
        exec(cells["imports"], names)
        exec(as_literals(variant.numbers), names)
        told = {}
        for name in asking:
            with redirect_stdout(io.StringIO()) as out:
                exec(cells[name.replace("_", "-")], names)
            told[name] = out.getvalue()
        printed.append(told)
        assert all(told.values())
        assert str(variant.numbers["gate_rule"]) in told["ask_gate"]
        assert str(variant.numbers["convention"]) in told["ask_convention"]
        assert str(variant.numbers["question"]) in told["ask_word"]
        assert all(line in told["ask_bug"] for line in variant.numbers["bug_program"])
    for name in ("ask_graph", "ask_points", "ask_network"):
        assert len({told[name] for told in printed}) == len(printed)


def test_what_is_given_does_not_tell_the_answers(exam: Assignment, variants: list[Variant]) -> None:
    for variant in variants:
        given = json.dumps(variant.numbers, ensure_ascii=False).casefold()
        reference = exam.with_numbers(variant.numbers).checks.reference
        assert reference.word_answer not in given
    for options in ("loss_options", "bug_options"):  # of 24 orders
        assert len({tuple(variant.numbers[options].values()) for variant in variants}) > 15


def test_who_goes_on_rightly_from_a_wrong_number_loses_it_once(exam: Assignment, variants: list[Variant]) -> None:
    mine = exam.with_numbers(variants[0].numbers)
    n, tanh = variants[0].numbers["of_net"], variants[0].numbers["f_part5"] == "tanh"
    h = 0.5432
    delta = (n["v1"] * h + n["v2"] * n["h2"] + n["c"] - n["t"]) * n["v1"] * (1 - h**2 if tanh else h * (1 - h))
    new_w = n["w11"] - n["eta"] * round(delta, 4) * n["x1"]
    answers = {"h_1": h, "delta_1": round(delta, 4), "new_w": round(new_w, 4)}
    reports = grade_locally(mine, answers, "seed", list(answers))
    assert [report.points for report in reports] == [0, 5, 4]
    assert reports[1].checks[0].cause == "right from your own h_1 = 0.5432"


@pytest.mark.slow
def test_eight_variants_have_no_faults(exam: Assignment) -> None:
    done = rehearse(exam, "bubblewrap", variants=8)
    assert (done.survivors, done.faults) == ([], [])
    assert len(done.variants) == 8

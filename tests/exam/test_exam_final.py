"""The final exam: as much work for everybody, with other numbers for each, and none that give an answer away."""

from __future__ import annotations

import itertools
import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from autograder.author.rehearse import rehearse
from autograder.course.course import Assignment
from autograder.course.lesson import Cell
from autograder.course.variants import Variant, by_hand_of

CLASS = [f"s{number:02}" for number in range(60)]
DRAWN = {  # the tasks of the same kind among which each student has one
    "gate": 4,
    "step_at_zero": 2,
    "batch_rule": 2,
    "activation": 3,
    "weights_as": 2,
    "rule": 3,
    "loss_name": 4,
    "tape_question": 4,
    "loop_program": 4,
    "graph_question": 4,
}


@pytest.fixture(scope="module")
def exam(own_course: Callable[[str], Assignment]) -> Assignment:
    return own_course("exam_final")


@pytest.fixture(scope="module")
def drawn(exam: Assignment) -> dict[str, Variant]:
    return exam.variants.of_all(CLASS)


def test_it_gives_100_points(exam: Assignment) -> None:
    assert sum(check.points for check in exam.checks.checks) == 100
    of_numbers = sum(check.points for check in exam.checks.checks if check.by_hand)
    of_programs = sum(
        check.points for check in exam.checks.checks if callable(getattr(exam.checks.reference, check.blank))
    )
    assert (of_numbers, of_programs) == (31, 49)


def test_it_is_90_minutes_of_work_for_everybody(exam: Assignment, drawn: dict[str, Variant]) -> None:
    work = [exam.variants.work(variant.numbers) for variant in drawn.values()]
    assert all(80 <= each.minutes <= 90 for each in work)
    for amounts in ([each.minutes for each in work], [each.digits for each in work]):
        assert max(amounts) <= 1.05 * min(amounts)
    settings = tomllib.loads((exam.folder / "exam.toml").read_text("utf-8"))
    assert settings["minutes"] == 90
    assert (settings["closes"] - settings["opens"]).total_seconds() >= 90 * 60


def test_no_two_students_have_an_answer_by_hand_in_common(exam: Assignment, drawn: dict[str, Variant]) -> None:
    blanks = by_hand_of(exam.checks)
    for blank, question in blanks.items():
        answers = sorted(variant.answers[blank] for variant in drawn.values())
        assert min(b - a for a, b in itertools.pairwise(answers)) >= question.unit, blank
        assert len({round(answer, 4) for answer in answers}) == len(CLASS)
    assert len(blanks) == 8
    assert len({json.dumps(variant.numbers) for variant in drawn.values()}) == len(CLASS)


@pytest.mark.parametrize("name", DRAWN)
def test_every_task_of_a_kind_occurs(name: str, drawn: dict[str, Variant]) -> None:
    seen = Counter(json.dumps(variant.numbers[name]) for variant in drawn.values())
    assert len(seen) == DRAWN[name]
    assert min(seen.values()) >= 4


def test_every_choice_has_each_letter_as_its_answer_for_somebody(exam: Assignment, drawn: dict[str, Variant]) -> None:
    for blank in ("learning_rate", "tape_reason", "loop_fault"):
        letters = {
            getattr(exam.with_numbers(variant.numbers).checks.reference, blank) for variant in [*drawn.values()][:30]
        }
        assert letters == set("abcd"), blank


def questions(exam: Assignment) -> list[Cell]:
    return [cell for cell in exam.lesson.cells if cell.role == "demo"]


def test_what_is_asked_is_printed_by_plain_python(
    exam: Assignment, drawn: dict[str, Variant], capsys: pytest.CaptureFixture[str]
) -> None:
    given = next(cell for cell in exam.lesson.cells if cell.grade_id == "imports")
    for variant in [*drawn.values()][:10]:
        for cell in questions(exam):
            names: dict[str, Any] = {}
            exec(given.source, names)
            exec(exam.lesson.with_numbers(variant.numbers).numbers_cell().source, names)
            exec(cell.source, names)
            assert len(capsys.readouterr().out) > 8, cell.grade_id


def test_every_number_and_task_is_printed_or_used(exam: Assignment) -> None:
    asked = "\n".join(cell.source for cell in questions(exam))
    assert [name for name in exam.variants.names if not re.search(rf"\b{name}\b", asked)] == []


def test_no_text_and_no_example_has_an_answer(exam: Assignment, drawn: dict[str, Variant]) -> None:
    shown = "\n".join(cell.source for cell in exam.lesson.cells if cell.role in ("text", "examples"))
    for variant in [*drawn.values()][:10]:
        for answer in variant.answers.values():
            assert f"{answer:.2f}" not in shown
    assert not re.search(r"placeholder|session|feed_dict|1 - h|h \* \(1", shown, flags=re.IGNORECASE)


@pytest.mark.long
def test_four_variants_are_rehearsed_without_a_fault(exam: Assignment) -> None:
    done = rehearse(exam, "bubblewrap", variants=4)
    assert [fault for fault in done.faults if not fault.startswith("survives in ")] == []
    # A change in what none of four students is asked can only be seen with more of them.
    asked_of_some = {"gate_weights", "learning_rate", "softmax_loss", "backward", "run_dense", "run_optimizer"}
    asked_of_some |= {"loss_slopes", "tape_reason", "loop_fault", "graph_word"}
    assert {survivor.split(":")[0] for survivor in done.survivors} <= asked_of_some

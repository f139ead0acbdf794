"""exam.toml: what cannot be is told by key, and every student has a deadline of his own."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from exam_times import OPENS, RULES, at

from autograder.course.course import Assignment
from autograder.course.rules import Rules, Standing
from autograder.errors import CourseError
from autograder.grade.bundle import pack, unpack

ROOT = Path(__file__).resolve().parents[2]
MakeExam = Callable[..., Assignment]
LATE = "late = { percent = 10, per_minutes = 5, until_minutes = 30 }\n"


def rules_of(assignment: Assignment) -> Rules:
    assert assignment.rules is not None
    return assignment.rules


WRONG = {
    'minutes = "long"': "'minutes': found a text, expected a number. Write for instance: minutes = 90.",
    "minutes = true": "'minutes': found true or false, expected a number. Write for instance: minutes = 90.",
    "minutes = 0": "'minutes': found 0, expected more. Write for instance: minutes = 90.",
    "minutes = -5": "'minutes': found -5, expected a number that is not negative. Write for instance: minutes = 90.",
    "minutes = nan": "'minutes': found nan, expected a number that is not negative. Write for instance: minutes = 90.",
    "minutes = 121": (
        "'minutes': found 121, but from opens to closes there are 120. Write for instance: minutes = 90."
    ),
    "minutes = 1e300": "'minutes': found 1e+300, which is too much. Write for instance: minutes = 90.",
    "grace_minutes = -1": (
        "'grace_minutes': found -1, expected a number that is not negative. Write for instance: grace_minutes = 2."
    ),
    "attempts = 2.5": "'attempts': found a number, expected a whole number. Write for instance: attempts = 3.",
    "attempts = -1": (
        "'attempts': found -1, expected a number that is not negative. Write for instance: attempts = 3."
    ),
    "extra_minutes = 30": (
        "'extra_minutes': found a whole number, expected a table. Write for instance: extra_minutes = { s04 = 30 }."
    ),
    'extra_minutes = { s04 = "30" }': (
        "'extra_minutes': found a text, expected a number. Write for instance: extra_minutes = { s04 = 30 }."
    ),
    "extra_minutes = { s04 = -30 }": (
        "'extra_minutes.s04': found -30, expected a number that is not negative. "
        "Write for instance: extra_minutes = { s04 = 30 }."
    ),
    "extra_minutes = { s04 = inf }": (
        "'extra_minutes.s04': found inf, expected a number that is not negative. "
        "Write for instance: extra_minutes = { s04 = 30 }."
    ),
    'extra_minutes = { "" = 30 }': (
        "'extra_minutes': found an empty name. Write for instance: extra_minutes = { s04 = 30 }."
    ),
    "begins = { s05 = 2090-12-01T09:30:00 }": (
        "'begins.s05': found 2090-12-01 09:30:00 without a zone, expected one behind it. "
        "Write for instance: begins = { s05 = 2026-12-01T09:30:00+09:00 }."
    ),
    "begins = { s05 = 2090-12-01T11:00:00+09:00 }": (
        "'begins.s05': found 2090-12-01T11:00:00+09:00, which is not between opens and closes. "
        "Write for instance: begins = { s05 = 2026-12-01T09:30:00+09:00 }."
    ),
    "late = 5": (
        "'late': found a whole number, expected a table. "
        "Write for instance: late = { percent = 1, per_minutes = 1, until_minutes = 30 }."
    ),
    "late = { percent = 5 }": (
        "'late.until_minutes': is missing. "
        "Write for instance: late = { percent = 1, per_minutes = 1, until_minutes = 30 }."
    ),
    "late = { percent = 101, until_minutes = 30 }": (
        "'late.percent': found 101, expected at most 100. "
        "Write for instance: late = { percent = 1, per_minutes = 1, until_minutes = 30 }."
    ),
    "late = { percent = 1, until_minutes = 30, per_minutes = 0 }": (
        "'late.per_minutes': found 0, expected more. "
        "Write for instance: late = { percent = 1, per_minutes = 1, until_minutes = 30 }."
    ),
    "grace_minutes = 30\nlate = { percent = 1, until_minutes = 30 }": (
        "'late.until_minutes': found 30, but the grace is 30: nobody would be late. "
        "Write for instance: late = { percent = 1, per_minutes = 1, until_minutes = 30 }."
    ),
    "late = { percent = 1, until = 30 }": (
        "'late.until': is unknown. The keys here are: percent, until_minutes, per_minutes."
    ),
    "minuets = 90": (
        "'minuets': is unknown. The keys here are: opens, closes, minutes, grace_minutes, extra_minutes, begins, "
        "attempts, late, allowed_imports, shows, owners."
    ),
    'allowed_imports = "numpy"': (
        '\'allowed_imports\': found a text, expected a list. Write for instance: allowed_imports = ["math", "numpy"].'
    ),
    'allowed_imports = ["numpy.linalg"]': (
        "'allowed_imports': found 'numpy.linalg', expected the name of a module, without a dot. "
        'Write for instance: allowed_imports = ["math", "numpy"].'
    ),
    'shows = { score = "never" }': (
        "'shows.score': found 'never', expected 'nothing' or 'after the close' or 'after publication'. Write for "
        'instance: shows = { score = "after the close", checks = "after publication", solution = "nothing" }.'
    ),
    'owners = "nobody"': (
        "'owners': found 'nobody', expected 'unchecked'. "
        'Write for instance: owners = { kim = "s04" }, or owners = "unchecked" where all share one Unix user.'
    ),
    "owners = { kim = 4 }": (
        "'owners': found a whole number, expected a text. "
        'Write for instance: owners = { kim = "s04" }, or owners = "unchecked" where all share one Unix user.'
    ),
    'owners = { kim = "" }': (
        "'owners': found an empty name. "
        'Write for instance: owners = { kim = "s04" }, or owners = "unchecked" where all share one Unix user.'
    ),
}


@pytest.mark.parametrize(("wrong", "sentence"), WRONG.items())
def test_a_wrong_key_is_named(exam: MakeExam, wrong: str, sentence: str) -> None:
    times = RULES.replace("minutes = 90\n", "") if wrong.startswith("minutes") else RULES
    assignment = exam(wrong, times)
    with pytest.raises(CourseError) as error:
        _ = assignment.rules
    assert str(error.value) == f"{assignment.folder / 'exam.toml'}, key {sentence}"


@pytest.mark.parametrize(
    ("opens", "told"),
    [
        ("2090-12-01T09:00:00", "found 2090-12-01 09:00:00 without a zone, expected one behind it"),
        ("2090-12-01", "found a date without time and zone, expected a date with time and zone"),
        ("09:00:00", "found a time without date and zone, expected a date with time and zone"),
        ("9999-12-31T23:59:59-12:00", "found the year 9999, in which there are no exams"),
    ],
)
def test_every_time_has_a_zone(exam: MakeExam, opens: str, told: str) -> None:
    assignment = exam("", RULES.replace("2090-12-01T09:00:00+09:00", opens))
    with pytest.raises(CourseError) as error:
        _ = assignment.rules
    assert str(error.value) == (
        f"{assignment.folder / 'exam.toml'}, key 'opens': {told}. "
        "Write for instance: opens = 2026-12-01T09:00:00+09:00."
    )


def test_what_closes_before_it_opens_and_what_is_missing(exam: MakeExam) -> None:
    assignment = exam("", RULES.replace("T11:00:00+09:00", "T01:00:00+01:00"))
    with pytest.raises(CourseError) as error:
        _ = assignment.rules
    assert str(error.value) == (
        f"{assignment.folder / 'exam.toml'}, key 'closes': found 2090-12-01T01:00:00+01:00, which is not after opens, "
        "2090-12-01T09:00:00+09:00. Write for instance: closes = 2026-12-01T11:00:00+09:00."
    )
    with pytest.raises(CourseError, match=r"key 'closes': is missing. Write for instance: closes = 2026"):
        _ = exam("", "opens = 2090-12-01T09:00:00+09:00").rules


def test_a_file_that_is_no_toml(exam: MakeExam) -> None:
    assignment = exam("minutes 90")
    with pytest.raises(CourseError) as error:
        _ = assignment.rules
    assert str(error.value) == (
        f"{assignment.folder / 'exam.toml'}: Expected '=' after a key in a key/value pair (at line 5, column 9). "
        "Fix that line."
    )
    (assignment.folder / "exam.toml").write_bytes(b"\xff")
    with pytest.raises(CourseError, match="codec can't decode byte 0xff in position 0"):
        _ = exam_again(assignment).rules


def exam_again(assignment: Assignment) -> Assignment:
    return Assignment(assignment.course, assignment.name)


def test_an_assignment_without_the_file_is_no_exam(exam: MakeExam) -> None:
    assignment = exam()
    (assignment.folder / "exam.toml").unlink()
    assert assignment.rules is None


def test_everybody_has_a_deadline_of_his_own(exam: MakeExam) -> None:
    rules = rules_of(
        exam(
            "extra_minutes = { s04 = 30, s06 = 10 }\n"
            "begins = { s05 = 2090-12-01T00:20:00Z, s06 = 2090-12-01T10:00:00+09:00 }\n"
        )
    )
    assert rules.common_deadline == rules.deadline("s01") == at(10, 30)
    assert (rules.deadline("s04"), rules.closes_for("s04")) == (at(11), at(11, 30))
    assert (rules.deadline("s05"), rules.closes_for("s05")) == (at(10, 50), at(11))
    assert (rules.deadline("s06"), rules.closes_for("s06")) == (at(11, 10), at(11, 10))  # the close ends it
    assert rules.over == at(11, 30)


def test_how_a_submission_stands(exam: MakeExam) -> None:
    rules = rules_of(exam(f"grace_minutes = 2\n{LATE}"))
    stands = {
        at(8, 59, 59): Standing("early"),
        OPENS: Standing("in time"),
        at(10, 30): Standing("in time"),
        at(10, 30, 1): Standing("in grace", 1.0),
        at(10, 32): Standing("in grace", 120.0),
        at(10, 32, 1): Standing("late", 121.0),
        at(11): Standing("late", 1800.0),
        at(11, 0, 1): Standing("too late", 1801.0),
    }
    assert {moment: rules.standing("s01", moment) for moment in stands} == stands
    assert rules.over == at(11, 30)


def test_nothing_is_accepted_after_the_grace_where_being_late_is_not_ruled(exam: MakeExam) -> None:
    rules = rules_of(exam())
    assert rules.standing("s01", at(10, 30, 0.5)) == Standing("too late", 0.5)


def test_being_late_costs_for_each_begun_part(exam: MakeExam) -> None:
    rules = rules_of(exam(LATE))
    stands = [Standing("in grace", 100.0), *(Standing("late", seconds) for seconds in (1, 300, 301, 1800))]
    assert [rules.percent_lost(standing) for standing in stands] == [0, 10, 10, 20, 60]
    assert rules.percent_lost(Standing("too late", 1801.0)) == 100
    dear = rules_of(exam("late = { percent = 60, until_minutes = 30 }"))
    assert dear.percent_lost(Standing("late", 61.0)) == 100


def test_whose_files_may_be_whose(exam: MakeExam) -> None:
    rules = rules_of(exam('owners = { kim = "s01", lee = "s02" }'))
    assert rules.belongs("s01", "kim")
    assert rules.belongs("s03", "s03")
    assert not rules.belongs("s01", "s01")  # somebody else whose name is like kim's id
    assert not rules.belongs("s02", "kim")
    assert not rules.belongs("kim", "kim")
    assert not rules_of(exam()).belongs("s01", "kim")
    assert rules_of(exam('owners = "unchecked"')).belongs("s01", "kim")


def test_what_is_shown_and_when(exam: MakeExam) -> None:
    rules = rules_of(exam('extra_minutes = { s04 = 30 }\nshows = { score = "after the close" }'))
    assert not rules.is_shown("score", at(11, 30), False)  # s04 may still work
    assert rules.is_shown("score", at(11, 30, 1), False)
    assert not rules.is_shown("checks", at(12), False)
    assert rules.is_shown("checks", at(12), True)
    assert not rules.is_shown("solution", at(12), True)


def test_the_example_of_the_documentation(exam: MakeExam) -> None:
    text = (ROOT / "docs" / "exams.md").read_text("utf-8")
    example = text.split("```toml\n")[1].split("```")[0]
    assert rules_of(exam("", example)).attempts == 3
    assert tomllib.loads(example).keys() == set(Rules.__struct_fields__)


def test_a_bundle_names_no_student(exam: MakeExam) -> None:
    assignment = exam(
        'allowed_imports = ["math", "numpy"]\nextra_minutes = { s04 = 30 }\nbegins = { s05 = 2090-12-01T00:20:00Z }\n'
        'owners = { kim = "s04" }\n'
    )
    (assignment.folder / "final.py").write_text("")
    there = unpack(pack(assignment)).assignment("final")
    rules, own = rules_of(there), rules_of(assignment)
    assert rules == Rules(own.opens, own.closes, own.minutes, allowed_imports=("math", "numpy"))
    assert "s04" not in (there.folder / "exam.toml").read_text()

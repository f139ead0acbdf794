"""Every assignment is rehearsed: what is right is accepted, what is wrong is refused and named."""

from collections import Counter
from pathlib import Path

import pytest

from autograder.author.rehearse import SEEDS, _wrong_faults, faults_in_the_sandbox, rehearsals_page, rehearse
from autograder.course.check_list import load_rights
from autograder.course.course import Course
from autograder.course.declarations import Wrong

NAMES = sorted(path.parent.name for path in (Path(__file__).parents[2] / "solutions").glob("*/assignment.toml"))


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_reference_gets_everything_and_the_template_nothing(name: str, project: Course) -> None:
    assert list(faults_in_the_sandbox(project.assignment(name), "bubblewrap")) == []


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_right_answers_are_accepted_and_wrong_ones_refused_and_named(name: str, project: Course) -> None:
    done = rehearse(project.assignment(name), "bubblewrap")
    assert (done.survivors, done.faults) == ([], [])
    page = (project.root / "docs" / "rehearsal.md").read_text("utf-8")
    assert rehearsals_page([done]).splitlines()[-2] in page, "docs/rehearsal.md is old: make docs"


@pytest.mark.parametrize("name", NAMES)
def test_a_blank_that_computes_has_known_wrong_answers(name: str, project: Course) -> None:
    assignment = project.assignment(name)
    for cell in assignment.lesson.blanks():
        wrongs = assignment.checks.wrongs_of(cell.grade_id)
        computes = any(callable(wrong.answer) for wrong in wrongs)
        assert len(wrongs) >= (4 if computes else 1), cell.grade_id


@pytest.mark.parametrize("name", NAMES)
def test_a_blank_that_computes_has_three_right_answers_with_the_reference(name: str, project: Course) -> None:
    assignment = project.assignment(name)
    others = Counter(right.blank for right in load_rights(assignment.lesson))
    computing = {wrong.blank for wrong in assignment.checks.wrongs if callable(wrong.answer)}
    assert {blank: others[blank] for blank in computing if others[blank] < 2} == {}


def test_a_known_wrong_answer_that_is_right(project: Course) -> None:
    assignment = project.assignment("two_layer")
    right = assignment.checks.reference.relu
    wrong = Wrong("not-so-wrong", "relu", "relu", "It is right.", right)
    faults = list(_wrong_faults(assignment, wrong))
    told = "loses nothing: if it is right, take it out; else write a check that refuses it"
    assert faults == [f"checks.py, known wrong answer 'not-so-wrong' of 'relu' {told}"] * len(SEEDS)


def test_a_known_wrong_answer_that_another_explains(project: Course) -> None:
    assignment = project.assignment("two_layer")
    first = assignment.checks.wrongs_of("relu")[0]
    wrong = Wrong("a-second-name", "relu", "relu", "The same mistake.", first.answer)
    faults = list(_wrong_faults(assignment, wrong))
    assert faults
    assert all(f"is taken for '{first.name}' by check" in fault for fault in faults)

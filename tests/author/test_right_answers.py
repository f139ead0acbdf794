"""What is right gets everything: the reference in the sandbox, and the author's other right answers."""

from collections import Counter
from pathlib import Path

import pytest

from autograder.author.right_answers import faults_in_the_sandbox, right_faults
from autograder.course.check_list import load_rights
from autograder.course.course import Course
from autograder.course.declarations import Right

NAMES = sorted(path.parent.name for path in (Path(__file__).parents[2] / "solutions").glob("*/assignment.toml"))


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_reference_gets_everything_and_the_template_nothing(name: str, project: Course) -> None:
    assert list(faults_in_the_sandbox(project.assignment(name), "bubblewrap")) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_blank_that_computes_has_three_right_answers_with_the_reference(name: str, project: Course) -> None:
    assignment = project.assignment(name)
    others = Counter(right.blank for right in load_rights(assignment.lesson))
    computing = {wrong.blank for wrong in assignment.checks.wrongs if callable(wrong.answer)}
    assert {blank: others[blank] for blank in computing if others[blank] < 2} == {}


def test_another_right_answer_that_is_wrong(project: Course) -> None:
    assignment = project.assignment("two_layer")
    right = Right("the-input", "relu", "relu", lambda x: x)
    [fault] = right_faults(assignment, right, ["one student"])
    assert fault.startswith("check 'relu_of_any_array' refuses the right answer 'the-input': failed, relu(x)")

"""What is wrong is refused: a known mistake by its name and in its own blank only, and what computes nothing."""

from pathlib import Path

import msgspec
import pytest

from autograder.author.trial import SEEDS
from autograder.author.wrong_answers import function_blanks, trivial_faults, wrong_faults
from autograder.course.course import Assignment, Course
from autograder.course.declarations import Wrong

NAMES = sorted(path.parent.name for path in (Path(__file__).parents[2] / "solutions").glob("*/assignment.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_a_blank_that_computes_has_known_wrong_answers(name: str, project: Course) -> None:
    assignment = project.assignment(name)
    for cell in assignment.lesson.blanks():
        wrongs = assignment.checks.wrongs_of(cell.grade_id)
        computes = any(callable(wrong.answer) for wrong in wrongs)
        assert len(wrongs) >= (4 if computes else 1), cell.grade_id


def test_a_known_wrong_answer_that_is_right(project: Course) -> None:
    assignment = project.assignment("two_layer")
    right = assignment.checks.reference.relu
    wrong = Wrong("not-so-wrong", "relu", "relu", "It is right.", right)
    faults = list(wrong_faults(assignment, wrong))
    told = "loses nothing: if it is right, take it out; else write a check that refuses it"
    assert faults == [f"checks.py, known wrong answer 'not-so-wrong' of 'relu' {told}"] * len(SEEDS)


def test_a_known_wrong_answer_that_another_explains(project: Course) -> None:
    assignment = project.assignment("two_layer")
    first = assignment.checks.wrongs_of("relu")[0]
    wrong = Wrong("a-second-name", "relu", "relu", "The same mistake.", first.answer)
    faults = list(wrong_faults(assignment, wrong))
    assert faults
    assert all(f"is taken for '{first.name}' by check" in fault for fault in faults)


def test_a_known_wrong_answer_that_loses_another_blank(project: Course) -> None:
    assignment = project.assignment("two_layer")
    wrong = assignment.checks.wrongs_of("relu")[0]
    misplaced = msgspec.structs.replace(wrong, blank="relu_backward")
    first, *others = wrong_faults(assignment, misplaced, SEEDS[:1])
    name = f"checks.py, known wrong answer '{wrong.name}' of 'relu_backward'"
    assert first == f"{name} loses nothing: if it is right, take it out; else write a check that refuses it"
    assert others[0].startswith(f"{name} also loses check 'relu_of_any_array' of 'relu': relu(x)")


def test_a_check_that_a_trivial_answer_passes(quiz: Assignment) -> None:
    path = quiz.folder / "checks.py"
    text = path.read_text("utf-8").replace(
        "assert_agrees(student.neuron, reference.neuron, draw", "student.neuron(draw"
    )
    path.write_text(text.replace(', of="neuron(X, w)")', ")"), "utf-8")
    assert function_blanks(quiz) == ["neuron"]
    assert list(trivial_faults(quiz, "neuron")) == [
        f"check 'neuron_is_right' of 'neuron' ends as passed on {answer}"
        for answer in ("zeros", "ones", "its own input", "the first right answer every time")
    ]

"""A right answer in another form: the visible examples and the hidden checks say the same, or an author is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.author.form_faults import form_faults, right_answers
from autograder.author.forms import FORMS, differs
from autograder.course.course import Assignment, Course
from autograder.course.declarations import Right

SEED = "rehearsal 1"


def faults(assignment: Assignment, blank: str) -> list[str]:
    rights = [right for right in right_answers(assignment) if right.blank == blank]
    return [fault for right in rights for fault in form_faults(assignment, right, SEED)]


def changed(quiz: Assignment, name: str, *changes: tuple[str, str]) -> Assignment:
    """The small exam with other texts in one of its files."""
    path = quiz.folder / name
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return numbered(Course(quiz.course.root).assignment(quiz.name))


def numbered(assignment: Assignment) -> Assignment:
    return assignment.with_numbers(assignment.variants.samples(1)[0]) if assignment.has_variants else assignment


def test_the_small_exam_takes_every_form(quiz: Assignment) -> None:
    quiz = numbered(quiz)
    blanks = [cell.grade_id for cell in quiz.lesson.blanks()]
    assert [fault for blank in blanks for fault in faults(quiz, blank)] == []


def test_examples_that_refuse_a_right_form(quiz: Assignment) -> None:
    strict = ('assert str(rule_answer).strip().lower() in ("a", "b", "c"), ', 'assert rule_answer in ("a", "b", "c"), ')
    told = "refuse it (AssertionError: the answer is one of the letters a, b, c). Let both say the same"
    assert faults(changed(quiz, "quiz.py", strict), "rule_answer") == [
        f"the right answer 'reference' of 'rule_answer' {form}: the checks accept it, but the visible examples {told}"
        for form in ("in capital letters", "between blanks")
    ]
    exact = (
        "assert np.shape(neuron(np.ones((3, 2)), np.zeros(2))) == (3,), ",
        "assert neuron(np.ones((3, 2)), np.zeros(2)).shape == (3,), ",
    )
    told = "refuse it (AttributeError: 'list' object has no attribute 'shape'). It is right: let both accept it"
    assert faults(changed(quiz, "quiz.py", exact), "neuron") == [
        f"the right answer '{name}' of 'neuron' as lists: the checks accept it, but the visible examples {told}"
        for name in ("reference", "row-by-row")
    ]


def test_a_check_that_refuses_what_the_examples_accept(quiz: Assignment) -> None:
    picky = ("    batch, inputs = draw.sizes(2)\n", "    assert_no_list(student)\n    batch, inputs = draw.sizes(2)\n")
    helper = (
        '@check("neuron", points=30)',
        "def assert_no_list(student):\n    if isinstance(student.neuron(np.ones((3, 2)), np.zeros(2)), list):\n"
        '        raise Failure("a list")\n\n\n@check("neuron", points=30)',
    )
    imported = ("import assert_agrees,", "import Failure, assert_agrees,")
    told = "the visible examples accept it, but check 'neuron_is_right' refuses it (a list). "
    told += "It is right: let both accept it"
    assert faults(changed(quiz, "checks.py", picky, helper, imported), "neuron") == [
        f"the right answer '{name}' of 'neuron' as lists: {told}" for name in ("reference", "row-by-row")
    ]


def stays(self: Any, params: dict[str, Any], grads: dict[str, Any]) -> dict[str, Any]:
    return params


class Stays:
    t = 0

    def __init__(self, *settings: float) -> None: ...

    update = stays


def test_a_class_and_a_method_are_tried_as_they_are(project: Course) -> None:
    for name, answer in (("Adam", Stays), ("Adam.update", stays)):
        told = [*form_faults(project.assignment("optimizers"), Right("stays", "Adam", name, answer), SEED)]
        assert len(told) == 1, told
        assert "check 'adam_steps_of_the_document' refuses it (W of step 1: " in told[0]
        assert "the visible examples refuse it (AssertionError: Not equal to tolerance" in told[0]


@pytest.mark.parametrize(
    ("assignment", "blank"),
    [
        ("dense_layer", "update"),  # on copies of whole numbers
        ("error_graph", "forward_difference"),  # in float32 with a small step
        ("error_graph", "stress_slope"),  # "bd"
        ("error_graph", "errors"),
        ("exam_final", "softmax_loss"),
        ("exam_final", "graph_slope"),
        ("exam_midterm", "d_value"),
        ("gradient_descent", "ratio"),
        ("gradient_descent", "direction"),
        ("gradient_descent", "slope"),  # an array of one for a number
        ("gradient_tape", "order"),  # "d -> b -> a -> c"
        ("linear_regression", "tasks"),
        ("linear_regression", "plot_fit"),  # a figure that is returned
        ("logic_gates", "step"),
        ("optimizers", "momentum_step"),  # lists that the next step begins with
        ("optimizers", "adagrad_path"),
        ("optimizers", "adam_step"),  # 1 - 0.999 in float32
        ("optimizers", "Adam"),
        ("optimizers", "ranking"),
        ("optimizers", "safe_adagrad_step"),  # numbers, not arrays
        ("losses_and_activations", "tanh"),
        ("losses_and_activations", "swapped_losses"),
        ("softmax_cross_entropy", "cross_entropy"),
        ("xor_backprop", "forward"),  # lists
    ],
)
def test_a_blank_whose_examples_and_checks_said_different_things(assignment: str, blank: str, project: Course) -> None:
    assert faults(numbered(project.assignment(assignment)), blank) == []


def one_row(x: np.ndarray, a: float, b: float) -> np.ndarray:
    assert x.ndim == 1
    return (a * x + b > 0) * 1


def overflowing(x: np.ndarray) -> np.ndarray:
    return np.exp(x) / (1 + np.exp(x))


@pytest.mark.parametrize(
    ("assignment", "blank", "answer"),
    [
        ("logic_gates", "classify", one_row),
        ("losses_and_activations", "sigmoid", overflowing),
        ("two_layer", "sigmoid", overflowing),
    ],
)
def test_what_a_hidden_check_asks_for_is_asked_for_by_the_examples(
    assignment: str, blank: str, answer: Callable[..., Any], project: Course
) -> None:
    told = [*form_faults(project.assignment(assignment), Right("narrow", blank, blank, answer), SEED)]
    assert " refuses it (" in told[0]
    assert ", and the visible examples refuse it (AssertionError" in told[0]


@pytest.mark.parametrize(
    ("form", "value", "wanted"),
    [
        ("in float32", (np.ones(2), 0.5, 3), (np.ones(2, np.float32), np.float32(0.5), 3)),
        ("as lists", {"a": np.eye(2)}, {"a": [[1.0, 0.0], [0.0, 1.0]]}),
        ("as an array", [1, 2.5], np.array([1, 2.5])),
        ("as whole numbers", np.array([2.0, -3.0]), np.array([2, -3])),
        ("as whole numbers", np.array([2.0, 0.5]), np.array([2.0, 0.5])),
        ("as plain numbers", [np.float32(2)], [2.0]),
        ("as one text", ("b", "d"), "bd"),
        ("as a set", ["a", "b"], {"a", "b"}),
        ("in an array of one", (0.5, np.ones(1)), (np.array([0.5]), np.ones(1))),
    ],
)
def test_a_form(form: str, value: Any, wanted: Any) -> None:
    (change,) = [each.change for each in FORMS if each.name == form]
    found = change(value)
    assert not differs(found, wanted)
    np.testing.assert_equal(found, wanted)

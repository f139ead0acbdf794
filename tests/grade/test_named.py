"""What wrong answers to lessons are called: by a name that is true for all that was asked, or by none."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.course.course import Course
from autograder.course.declarations import Wrong
from autograder.explain.evidence import Evidence
from autograder.grade.engine import grade_locally
from autograder.sandbox.student import Logged

Change = Callable[[Any], dict[str, Any]]


def names(project: Course, lesson: str, blank: str, replaced: dict[str, Any], changed: dict[str, str]) -> list[str]:
    """The names of the checks of a blank that fail, in order."""
    blanks = list(dict.fromkeys([*replaced, *changed, blank]))
    cells = grade_locally(project.assignment(lesson), replaced, "seed", blanks, changed)
    failed = [check for cell in cells if cell.grade_id == blank for check in cell.checks if check.outcome == "failed"]
    assert failed
    return [check.diagnosis for check in failed]


def wrong_once_written(project: Course, lesson: str, blank: str, pattern: str, instead: str) -> list[str]:
    """The same for the reference's source with a part of it written otherwise."""
    source = next(cell.source for cell in project.assignment(lesson).lesson.blanks() if cell.grade_id == blank)
    changed, count = re.subn(pattern, instead, source)
    assert count
    return names(project, lesson, blank, {}, {blank: changed})


FUNCTIONS: list[tuple[str, str, str, Change, set[str]]] = [
    # zeros
    ("two_layer", "output_delta", "2 // n", lambda r: lambda Y, T: 2 // Y.size * (Y - T), {"zeros"}),
    ("gradient_descent", "update", "always 0", lambda r: lambda p, t, lr: 0.0, {"zeros"}),
    ("xor_backprop", "loss", "of what is right", lambda r: lambda Y, T: 0.5 * np.sum((T - T) ** 2), {"zeros"}),
    ("batch_norm", "input_gradient", "zeros", lambda r: lambda *a: 0 * r.input_gradient(*a), {"zeros"}),
    # no numbers
    ("two_layer", "hidden_delta", "a function", lambda r: lambda Ob, WO: len, {"wrong-kind"}),
    # what the visible numbers alone would bear out
    ("optimizers", "adagrad_step", "p + lr h", lambda r: lambda p, h, g, lr: (p + lr * (h + g * g), h + g * g), {""}),
    # axes of length 1
    (
        "linear_regression",
        "mse_of_line",
        "half of it, (1,)",
        lambda r: lambda *a: np.array([0.5 * r.mse_of_line(*a)]),
        {"line-half"},
    ),
    ("xor_backprop", "loss", "right, (1,)", lambda r: lambda Y, T: np.array([r.loss(Y, T)]), {"wrong-shape"}),
    (
        "losses_and_activations",
        "squared_cost",
        "right, (1,)",
        lambda r: lambda *a: [r.squared_cost(*a)],
        {"wrong-shape"},
    ),
    # the right function, spoiled
    ("logic_gates", "step", "a sigmoid", lambda r: lambda x: 1 / (1 + np.exp(-x)), {"another-function"}),
    ("logic_gates", "linear", "cut", lambda r: lambda *a: float(np.trunc(r.linear(*a))), {"rounded"}),
    ("logic_gates", "linear", "no sign", lambda r: lambda *a: abs(r.linear(*a)), {"sign-lost"}),
    ("logic_gates", "linear", "b fixed", lambda r: lambda x, w, b: r.linear(x, w, 1), {"argument-ignored"}),
    (
        "linear_regression",
        "simultaneous_step",
        "no alpha",
        lambda r: lambda a, b, x, t, alpha: r.simultaneous_step(a, b, x, t, 1.0),
        {"argument-ignored"},
    ),
    ("logic_gates", "perceptron", "bias to each", lambda r: lambda X, w, b: r.step((X + b) @ w - 9), {""}),
    ("gradient_descent", "direction", "nothing", lambda r: lambda *a: None, {""}),
    ("logic_gates", "weighted_sum", "a step", lambda r: lambda *a: r.step(r.weighted_sum(*a)), {"function-too-many"}),
    ("logic_gates", "weighted_sum", "X stepped", lambda r: lambda X, w: r.step(X) @ w, {"function-too-many"}),
    (
        "xor_backprop",
        "hidden_delta",
        "h of h",
        lambda r: lambda delta, W2, h: delta @ W2.T * (1 - h**2),
        {"another-function"},
    ),
    (
        "losses_and_activations",
        "neuron",
        "a ReLU in it",
        lambda r: lambda X, w, b: np.maximum(X @ w + b, 0),
        {"another-function"},
    ),
    # steps
    (
        "xor_backprop",
        "gd_step",
        "three times as long",
        lambda r: (
            lambda X, W, t, alpha: (lambda found: (*found[:2], W + 3 * (found[2] - W)))(r.gd_step(X, W, t, alpha))
        ),
        {"step-factor"},
    ),
]


@pytest.mark.parametrize(
    ("lesson", "blank", "make", "named"),
    [pytest.param(lesson, blank, make, named, id=f"{blank}: {what}") for lesson, blank, what, make, named in FUNCTIONS],
)
def test_a_function_is_named(lesson: str, blank: str, make: Change, named: set[str], project: Course) -> None:
    function = make(project.assignment(lesson).checks.reference)
    assert {*names(project, lesson, blank, {blank: function}, {})} == named


@pytest.mark.parametrize(
    ("lesson", "blank", "pattern", "instead", "named"),
    [
        ("xor_backprop", "lab2_step", r"W_layer_2 \+= ", "W_layer_2 = ", {"written-over"}),
        ("xor_backprop", "lab2_step", r"W_layer_1 \+= learning_rate", "W_layer_1 += 7 * learning_rate", {""}),
        ("two_layer", "linear_training", r"WO - lr", "WO + lr", {"sign-exchanged"}),
    ],
)
def test_a_script_is_named(
    lesson: str, blank: str, pattern: str, instead: str, named: set[str], project: Course
) -> None:
    assert {*wrong_once_written(project, lesson, blank, pattern, instead)} == named


def test_a_script_may_have_names_of_its_own(project: Course) -> None:
    source = next(
        cell.source for cell in project.assignment("two_layer").lesson.blanks() if cell.grade_id == "linear_training"
    )
    for name in ("Ob", "Hb", "WOb", "BOb", "WHb", "BHb"):
        source = re.sub(rf"\b{name}\b", f"my_{name}", source)
    changed = {"linear_training": source.replace("WO - lr", "WO + lr")}
    assert {*names(project, "two_layer", "linear_training", {}, changed)} == {"sign-exchanged"}


def test_a_check_that_stops_at_its_first_question_names_nothing_by_that_alone(project: Course) -> None:
    """The hidden slope is missing as well, which the first activation, linear, does not show."""
    source = next(cell.source for cell in project.assignment("two_layer").lesson.blanks() if cell.grade_id == "train")
    uphill = re.sub(r"(\w+) - lr \*", r"\1 + lr *", source)
    both, count = re.subn(r"activate_backward\((.+?), H, activation\)", r"\1", uphill)
    assert {*names(project, "two_layer", "train", {}, {"train": uphill})} == {"uphill"}
    assert count
    assert "uphill" not in names(project, "two_layer", "train", {}, {"train": both})


def test_who_changes_an_argument_is_told_that_and_nothing_else(project: Course) -> None:
    def hidden_delta(Ob: np.ndarray, WO: np.ndarray) -> np.ndarray:
        found = Ob @ WO.T
        Ob *= 2
        return found

    assert {*names(project, "two_layer", "hidden_delta", {"hidden_delta": hidden_delta}, {})} == {"changes-its-input"}


def test_what_assigns_nothing_explains_nothing(project: Course) -> None:
    wrong = Wrong("nothing", "linear_training", "linear_training", "", lambda **_: {})
    log = [Logged("linear_training", [], {"WO": np.ones((2, 2))}, {"WO": np.zeros((2, 2))}, how="cell")]
    evidence = Evidence("linear_training", log, project.assignment("two_layer").checks)
    assert not evidence._explains(wrong, log)

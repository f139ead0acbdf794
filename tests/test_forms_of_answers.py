"""What a text does not say is not asked, what it says holds, and the same slip costs the same in all lessons."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.course.course import Course
from autograder.demo.sample import fill_in
from autograder.grade.engine import grade_file, grade_locally
from autograder.records import CheckReport

SOLUTIONS = Path(__file__).parents[1] / "solutions"
NAMES = sorted(path.parent.name for path in SOLUTIONS.glob("*/assignment.toml"))


def checks_of(project: Course, name: str, blank: str, answer: Any, call: str = "") -> dict[str, CheckReport]:
    (cell,) = grade_locally(project.assignment(name), {call or blank: answer}, "seed", [blank])
    return {check.name: check for check in cell.checks}


def lost(checks: dict[str, CheckReport]) -> float:
    return sum(check.max_points - (check.points or 0) for check in checks.values())


@pytest.mark.parametrize("answer", ["bd", "B, D", "b -> d", ["b", "d"], np.array(["b", "d"])])
def test_letters_in_any_form(project: Course, answer: Any) -> None:
    assert lost(checks_of(project, "error_graph", "stress_slope", answer)) == 0


@pytest.mark.parametrize(
    ("name", "blank", "answer", "is_accepted"),
    [
        ("error_graph", "stress_slope", {"b", "d"}, False),  # the letters have an order
        ("linear_regression", "tasks", {"b", "c", "a", "d"}, False),
        ("linear_regression", "statistics", {"a", "c"}, True),
        ("linear_regression", "supervised", {1, 3}, True),
        ("xor_backprop", "changes", set("acefgh"), True),
        ("gradient_tape", "without_gradient", set("ace"), True),
    ],
)
def test_a_set_is_taken_where_there_is_no_order(
    project: Course, name: str, blank: str, answer: Any, is_accepted: bool
) -> None:
    assert (lost(checks_of(project, name, blank, answer)) == 0) is is_accepted


FIGURES = [
    (name, blank)
    for name in NAMES
    for blank in re.findall(
        r'"grade_id": "(plot_\w+)", "solution"', (SOLUTIONS / name / f"{name}.py").read_text("utf-8")
    )
]


@pytest.mark.parametrize(("name", "figure"), FIGURES)
def test_missing_labels_cost_one_point_where_the_axes_are_to_have_some(project: Course, name: str, figure: str) -> None:
    right = getattr(project.assignment(name).checks.reference, figure)
    had: set[str] = set()

    def without_labels(*args: Any) -> None:
        from matplotlib import pyplot as plt

        right(*args)
        for axes in plt.gcf().axes:
            had.update((axes.get_xlabel(), axes.get_ylabel()))
            axes.set(xlabel="", ylabel="")

    checks = checks_of(project, name, figure, without_labels)
    assert lost(checks) == (1 if any(had) else 0)
    assert sum(check.max_points for check in checks.values()) > 1


def test_the_lowest_point_is_that_of_the_curve_as_the_text_says(project: Course) -> None:
    def marks_a_weight(ws: np.ndarray) -> None:
        from matplotlib import pyplot as plt

        plt.plot(ws, (ws - 1) ** 2)
        lowest = ws[np.argmin((ws - 1) ** 2)]
        plt.plot([lowest], [(lowest - 1) ** 2], "ro")
        plt.xlabel("w")
        plt.ylabel("E")

    checks = checks_of(project, "error_surface", "plot_error", marks_a_weight)
    assert [check.outcome for check in checks.values()] == ["passed", "failed"]
    cell = project.assignment("error_surface").lesson.cell("plot_error")
    assert cell
    assert "it may lie between two of the weights" in cell.source


def test_a_single_parameter_may_have_the_shape_of_its_variable(project: Course) -> None:
    def fit(x: Any, y: Any, W: float, b: float, eta: float, steps: int) -> Any:
        for _ in range(steps):
            difference = x * W + b - y
            W, b = W - eta * 2 * np.mean(difference * x), b - eta * 2 * np.mean(difference)
        return np.array([W]), np.array([b])

    assert lost(checks_of(project, "gradient_tape", "fit", fit)) == 0
    wrong = checks_of(project, "gradient_tape", "fit", lambda *args: np.array(fit(*args))[:, None])
    assert {check.outcome for check in wrong.values()} == {"failed"}


def test_who_spoils_the_list_that_has_to_stay_is_told(project: Course) -> None:
    assignment = project.assignment("tf1_sessions")
    source = (
        'xxx = start\nxxx[1] = "hi"\nxxx.append("Jeju")\nerr_list = []\nfor err in errors:\n    err_list.append(err)'
    )
    (cell,) = grade_locally(assignment, {}, "seed", ["list_basics"], {"list_basics": source})
    assert [check.outcome for check in cell.checks] == ["failed", "passed"]
    assert "start, which has to stay as it is," in cell.checks[0].cause


@pytest.mark.parametrize("name", NAMES)
def test_every_notebook_says_what_holds_of_forms_shapes_and_changes_in_place(name: str, project: Course) -> None:
    notebook = json.loads(project.assignment(name).released.read_text("utf-8"))
    text = "".join("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    assert "a function that changes its inputs in place loses the check in which it does" in text
    assert "in float32 or float64, in a list or an array" in text
    assert "one number has no axes unless the text allows the shape (1,)" in text


@pytest.mark.parametrize(("name", "blank"), [("losses_and_activations", "sigmoid"), ("two_layer", "sigmoid")])
def test_numbers_far_from_0_are_asked_where_the_text_says_so(name: str, blank: str, project: Course) -> None:
    lesson = project.assignment(name).lesson
    cell, examples = lesson.cell(blank), lesson.cell(f"{blank}_examples")
    assert cell
    assert examples
    assert "for x = 800 it is 1" in cell.source
    assert "-800.0" in examples.source
    overflows = checks_of(project, name, blank, lambda x: np.exp(x) / (1 + np.exp(x)))
    assert lost(overflows) == sum(check.max_points for check in overflows.values())


TENSORFLOW = """
# %% nbgrader={"grade_id": "p_true", "solution": true}
p_true = float(tf.reduce_sum(tf.nn.softmax(tf.constant(logits)) * one_hot))

# %% nbgrader={"grade_id": "softmax_loss", "solution": true}
def softmax_loss(Z, T):
    Z = tf.constant(Z)
    with tf.GradientTape() as tape:
        tape.watch(Z)
        E = -tf.reduce_sum(T * tf.nn.log_softmax(Z, axis=1))
        if batch_rule == "mean":
            E = E / Z.shape[0]
    return E, tape.gradient(E, Z)

# %% nbgrader={"grade_id": "backward", "solution": true}
def backward(X, T, W1, b1, W2, b2):
    params = [tf.Variable(each) for each in (W1, b1, W2, b2)]
    bend = {"relu": tf.nn.relu, "tanh": tf.tanh, "sigmoid": tf.sigmoid}[activation]
    with tf.GradientTape() as tape:
        O = bend(X @ params[0] + params[1]) @ params[2] + params[3]
        E = tf.reduce_sum((O - T) ** 2) / (2 * len(X))
    return tape.gradient(E, params)
"""


@pytest.mark.slow
def test_the_final_exam_allows_the_libraries_that_it_names(project: Course, tmp_path: Path) -> None:
    assignment = project.assignment("exam_final")
    assignment = assignment.with_numbers(assignment.numbers_of("s01"))
    sample, path = tmp_path / "sample.py", tmp_path / "exam_final.ipynb"
    sample.write_text(TENSORFLOW, "utf-8")
    path.write_bytes(fill_in(assignment, sample))
    report = grade_file(assignment, path, "s01", "bubblewrap")
    assert [(c.name, c.cause) for cell in report.cells for c in cell.checks if c.outcome != "passed"] == []


@pytest.mark.parametrize(
    ("name", "imports"), [("exam_final", "`math`, `numpy`, `tensorflow`"), ("exam_midterm", "`numpy`, `math`")]
)
def test_each_program_of_an_exam_says_what_may_be_imported(name: str, imports: str, project: Course) -> None:
    assignment = project.assignment(name)
    assignment = assignment.with_numbers(assignment.variants.samples(1)[0])
    reference, said = assignment.checks.reference, ""
    for cell in assignment.lesson.cells:
        if cell.role == "text":
            said = cell.source
        if cell.role == "blank" and callable(getattr(reference, cell.grade_id, None)):
            assert f"**May be imported:** {imports}." in said, cell.grade_id

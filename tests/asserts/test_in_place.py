"""Contracts that change what they get: checked, explained, rehearsed and told to students."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from autograder.asserts.in_place import after
from autograder.author.wrong_answers import trivial_faults, wrong_faults
from autograder.course.course import Assignment, Course
from autograder.errors import CourseError
from autograder.grade.engine import grade_file, grade_locally
from autograder.records import CheckReport
from autograder.release.build import HOW_GRADED, source_notebook

LESSON = '''# %% [markdown]
# # In place

# %% nbgrader={"grade_id": "imports", "locked": true}
import numpy as np


# %% nbgrader={"grade_id": "update", "solution": true}
def update(params, grads, lr):
    """Take each parameter a step down its gradient, in place."""
    ### BEGIN SOLUTION
    for name in params:
        params[name] -= lr * grads[name]
    ### END SOLUTION


# %% nbgrader={"grade_id": "update_examples", "grade": true}
update({}, {}, 0.1)


# %% nbgrader={"grade_id": "relu_back", "solution": true}
def relu_back(dout, x):
    """The gradient behind a relu."""
    ### BEGIN SOLUTION
    return dout * (x > 0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "relu_back_examples", "grade": true}
relu_back(np.ones(1), np.ones(1))
'''
CHECKS = '''import numpy as np

from autograder.checks import after, assert_agrees, check, reference_of, wrong

reference = reference_of(__file__)


@check("update", points=2, in_place=True)
def update_changes_its_parameters(student, draw):
    """update(params, grads, lr) takes each parameter a step down its gradient"""
    params, grads = ({"W": draw.normal(4, 3, whole=False), "b": draw.normal(3, whole=False)} for _ in range(2))
    case = {"of": "params after update(params, grads, lr)", "parts": ("W", "b")}
    assert_agrees(after(student.update), after(reference.update), params, grads, draw.number(0.1, 0.9), **case)


@wrong("update", "The step goes down the gradient: subtract it.")
def uphill(params, grads, lr):
    for name in params:
        params[name] += lr * grads[name]


@wrong("update", "The learning rate is missing.")
def no_rate(params, grads, lr):
    for name in params:
        params[name] -= grads[name]


@check("relu_back", points=1, in_place=True)
def relu_back_is_right(student, draw):
    """relu_back(dout, x) is the gradient behind a relu"""
    of = "relu_back(dout, x)"
    dout, x = draw.normal(3, 4, whole=False), draw.normal(3, 4, whole=False)
    assert_agrees(student.relu_back, reference.relu_back, dout, x, of=of)


@wrong("relu_back", "Where x is negative the gradient is 0.")
def not_cut(dout, x):
    return dout
'''
IN_PLACE = """
def update(params, grads, lr):
    for name, value in params.items():
        value -= lr * grads[name]
def relu_back(dout, x):
    dx = dout
    dx[x <= 0] = 0
    return dx
"""


def assignment_in(folder: Path, checks: str = CHECKS) -> Assignment:
    lesson = folder / "solutions" / "stepping"
    lesson.mkdir(parents=True)
    (lesson / "stepping.py").write_text(LESSON, "utf-8")
    (lesson / "checks.py").write_text(checks, "utf-8")
    (lesson / "assignment.toml").write_text('title = "In place"\n', "utf-8")
    return Course(folder).assignment("stepping")


@pytest.fixture(scope="module")
def stepping(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    return assignment_in(tmp_path_factory.mktemp("course"))


def judged(assignment: Assignment, source: str, blank: str = "update") -> list[CheckReport]:
    return grade_locally(assignment, {}, "seed", [blank], {blank: source})[0].checks


def test_a_function_may_change_what_it_gets(stepping: Assignment, tmp_path: Path) -> None:
    for blank in ("update", "relu_back"):
        assert [check.outcome for check in judged(stepping, IN_PLACE, blank)] == ["passed"]
    path = tmp_path / "stepping.py"
    cells = f"# %%\nimport numpy as np\n\n# %% nbgrader={{'grade_id': 'update', 'solution': true}}\n{IN_PLACE}"
    path.write_text(cells.replace("'", '"'), "utf-8")
    report = grade_file(stepping, path, "s01", "bubblewrap")
    assert [(check.outcome, check.cause) for cell in report.cells for check in cell.checks] == [("passed", "")] * 2


@pytest.mark.parametrize(
    ("body", "diagnosis", "cause"),
    [
        ("params[name] += lr * grads[name]", "uphill", ""),
        ("params[name] -= grads[name]", "no-rate", ""),
        ("params[name] = -lr * grads[name]", "", ""),
        ("params = {}", "wrong-kind", ""),
        ("del grads['W']", "KeyError", ""),
    ],
)
def test_what_it_changes_is_compared(stepping: Assignment, body: str, diagnosis: str, cause: str) -> None:
    source = f"def update(params, grads, lr):\n    for name in list(params):\n        {body}\n"
    (check,) = judged(stepping, source)
    assert check.outcome == "failed"
    if diagnosis in ("uphill", "no-rate"):
        assert check.diagnosis == diagnosis
        assert check.cause.startswith("W of params after update(params, grads, lr)[0, 0] = ")


def test_who_returns_new_parameters_has_not_changed_the_old_ones(stepping: Assignment) -> None:
    source = "def update(params, grads, lr):\n    return {name: params[name] - lr * grads[name] for name in params}\n"
    (check,) = judged(stepping, source)
    assert check.outcome == "failed"


def test_known_and_trivial_answers_are_refused(stepping: Assignment) -> None:
    for wrong in stepping.checks.wrongs:
        assert list(wrong_faults(stepping, wrong)) == []
    for blank in ("update", "relu_back"):
        assert list(trivial_faults(stepping, blank)) == []


def test_the_notebook_says_which_blanks_may(stepping: Assignment, project: Course) -> None:
    texts = ["".join(cell["source"]) for cell in source_notebook(stepping)["cells"]]
    assert any("- Only `update`, `relu_back` may change their inputs in place.\n" in text for text in texts)
    others = source_notebook(project.assignment("two_layer"))["cells"]
    assert any(cell["source"] == HOW_GRADED for cell in others)


def test_all_checks_of_a_blank_say_the_same(tmp_path: Path) -> None:
    more = '@check("update", points=1)\ndef another(student):\n    """update is there"""\n'
    with pytest.raises(CourseError, match="some checks of 'update' let it change its arguments, others do not"):
        _ = assignment_in(tmp_path, f"{CHECKS}\n\n{more}").checks


def test_to_look_at_what_changes_has_to_be_allowed(tmp_path: Path) -> None:
    assignment = assignment_in(tmp_path, CHECKS.replace(", in_place=True", ""))
    (check,) = judged(assignment, IN_PLACE)
    assert (check.outcome, check.points) == ("grader error", None)
    assert check.cause == "a check looks at what update changes, but has no in_place=True"
    (check,) = judged(assignment, IN_PLACE, "relu_back")
    assert check.diagnosis == "changes-its-input"


def test_what_is_passed_to_our_own_function_stays() -> None:
    def add(values: list[np.ndarray], by: float) -> None:
        for value in values:
            value += by

    values = [np.zeros(2)]
    assert after(add)(values, 1.0)[0].tolist() == [1.0, 1.0]
    assert values[0].tolist() == [0.0, 0.0]
    assert after(add, 1)(values, 1.0) == 1.0

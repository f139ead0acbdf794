"""The rehearsal tries wrong behaviours and tells the kinds of values that no check asks for."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from written_course import written_assignment

from autograder.author.behaviour import (
    behaviour_blanks,
    faults_of_kinds,
    kinds_never_asked,
    never_asked,
    told_of_kinds,
    try_behaviours,
)
from autograder.author.trial import SEEDS, Tried
from autograder.course.course import Assignment
from autograder.errors import CourseError

LESSON = '''
# %% nbgrader={"grade_id": "setup", "locked": true}
import numpy as np

# %% nbgrader={"grade_id": "line", "solution": true}
def line(a, x):
    """a x + 1"""
    ### BEGIN SOLUTION
    return a * x + 1
    ### END SOLUTION

# %% nbgrader={"grade_id": "line_examples", "grade": true}
line(2.0, np.array([1.0]))
'''
CHECKS = '''
from autograder.checks import assert_agrees, check, reference_of
reference = reference_of(__file__)

@check("line", points=1)
def line_of_any(student, draw):
    """line(a, x) is right"""
    assert_agrees(student.line, reference.line, draw.number({bounds}), {x}, of="line(a, x)")
'''


def written(tmp_path: Path, bounds: str = "-3, 3", x: str = "draw.normal(*draw.sizes(1))") -> Assignment:
    checks = CHECKS.replace("{bounds}", bounds).replace("{x}", x)
    return written_assignment(tmp_path, LESSON, checks)


def tried(assignment: Assignment) -> Tried:
    assert behaviour_blanks(assignment) == ["line"]
    return try_behaviours(assignment, "line", SEEDS)


def test_who_draws_every_kind_refuses_every_behaviour(tmp_path: Path) -> None:
    found = tried(written(tmp_path, "-9, 9"))
    assert found.never == []
    assert all("at most" in change for change in found.surviving), "which depends on what happens to be drawn"
    assert found.refused > 20


@pytest.mark.parametrize(
    ("bounds", "x", "never"),
    [
        ("0.5, 3", "draw.normal(*draw.sizes(1))", ("a", "negative")),
        ("-0.9, 0.9", "draw.normal(*draw.sizes(1))", ("a", "above 1")),
        ("-3, 3", "draw.normal(*draw.sizes(1), whole=False)", ("x", "whole numbers")),
        ("-3, 3", "draw.normal(*draw.sizes(1, low=2))", ("x", "one row")),
        ("-3, 3", "draw.normal(3, *draw.sizes(1, low=2))", ("x", "one column")),
        ("-3, 3", "draw.uniform(3)", ("x", "negative")),
    ],
)
def test_a_kind_that_no_check_asks_for_is_told(bounds: str, x: str, never: tuple[str, str], tmp_path: Path) -> None:
    assignment = written(tmp_path, bounds, x)
    found = tried(assignment)
    assert never in found.never
    name, kind = never
    said = re.compile(rf"{name} of line is .*never {kind}\b.*: let a check ask it, or say in kinds.toml why none does")
    assert any(said.fullmatch(fault) for fault in faults_of_kinds(assignment, {"line": found}))
    (assignment.folder / "kinds.toml").write_text(
        f'[[kind]]\nargument = "{name}"\nnever = ["{kind}"]\nreason = "So it is."\n'
    )
    assert told_of_kinds(assignment) == [f"{name} is never {kind}: So it is."]
    assert not any(said.fullmatch(fault) for fault in faults_of_kinds(assignment, {"line": found}))


def test_a_behaviour_that_the_checks_let_pass_is_told(tmp_path: Path) -> None:
    found = tried(written(tmp_path, x="draw.normal(5).round(2)"))
    assert "x: rounded to 2 decimals" in found.surviving
    assert "x: rounded" not in found.surviving


SCALED = """
# %% nbgrader={"grade_id": "setup", "locked": true}
import numpy as np

# %% nbgrader={"grade_id": "scaled", "solution": true}
def scaled(x, w):
    ### BEGIN SOLUTION
    return x * w
    ### END SOLUTION

# %% nbgrader={"grade_id": "scaled_examples", "grade": true}
scaled(np.array([1.0]), np.array([1.0]))
"""
SCALED_CHECKS = '''
import numpy as np
from autograder.checks import assert_agrees, check, reference_of
reference = reference_of(__file__)

@check("scaled", points=1)
def scaled_of_any(student, draw):
    """scaled(x, w) is right"""
    x, w = {inputs}
    assert_agrees(student.scaled, reference.scaled, x, w, of="scaled(x, w)")
'''


@pytest.mark.parametrize(
    ("inputs", "is_told"),
    [
        ("draw.normal(4), draw.normal(4)", False),
        (
            "draw.integers(2, 4, low=2, high=9) if draw.normal(1).dtype == int else draw.uniform(2, 4, low=-3, high=3)",
            True,
        ),
    ],
)
def test_who_asks_for_whole_numbers_in_all_arguments_at_once_is_told(
    inputs: str, is_told: bool, tmp_path: Path
) -> None:
    assignment = written_assignment(tmp_path, SCALED, SCALED_CHECKS.replace("{inputs}", inputs))
    surviving = try_behaviours(assignment, "scaled", SEEDS).surviving
    assert ({"result: of the dtype of x", "result: of the dtype of w"} <= {*surviving}) is is_told


def test_what_is_listed_and_asked_is_told(tmp_path: Path) -> None:
    assignment = written(tmp_path, "-9, 9")
    entry = '[[kind]]\nargument = "x"\nnever = ["negative"]\nblanks = ["line"]\nreason = "None."\n'
    (assignment.folder / "kinds.toml").write_text(entry)
    assert list(faults_of_kinds(assignment, {"line": tried(assignment)})) == [
        "kinds.toml lists that `x` is never negative, which is asked everywhere"
    ]
    (assignment.folder / "kinds.toml").write_text(entry.replace("reason", "because"))
    with pytest.raises(CourseError, match=r"kinds.toml: Object contains unknown field `because`"):
        never_asked(assignment)


def test_counts_and_labels_have_no_kinds() -> None:
    calls = [{"labels": np.array([0, 2]), "steps": 3, "name": "relu", "x": np.array([[0.5]])}]
    assert {name for name, _ in kinds_never_asked(calls)} == {"x"}

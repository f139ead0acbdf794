"""No attempt teaches the next: each has hidden inputs of its own, and a regrade has the same again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from written_course import written_assignment

from autograder.course.course import Assignment
from autograder.grade.engine import grade_file
from autograder.records import Report, encode

LESSON = '''
# %% nbgrader={"grade_id": "square", "solution": true}
def square(x):
    """The square of a number."""
    ### BEGIN SOLUTION
    return x * x
    ### END SOLUTION

# %% nbgrader={"grade_id": "square_examples", "grade": true}
assert square(2) == 4
'''
CHECKS = '''
from autograder.checks import assert_agrees, check, reference_of

reference = reference_of(__file__)

@check("square", points=1, draws=2)
def squares(student, draw):
    """square(x) is x times x"""
    assert_agrees(student.square, reference.square, draw.number(-3, 3), of="square(x)")
'''
HAND_INS = 50


@pytest.fixture
def assignment(tmp_path: Path) -> Assignment:
    return written_assignment(tmp_path, LESSON, CHECKS)


def graded(assignment: Assignment, source: str, student: str = "s01") -> Report:
    path = assignment.course.root / "answer.py"
    path.write_text(f'# %% nbgrader={{"grade_id": "square"}}\n{source}\n')
    return grade_file(assignment, path, student, "bubblewrap")


def test_a_table_of_what_was_asked_before_earns_nothing(assignment: Assignment) -> None:
    """Who answers with the input reads it in the report, as the value that was found; the next table knows it."""
    table: dict[float, float] = {}
    for _ in range(HAND_INS):
        report = graded(assignment, f"def square(x): return {table}.get(float(f'{{x:.6g}}'), x)")
        (told,) = report.cells[0].checks
        assert (report.points, told.outcome) == (0.0, "failed")
        x = float(re.findall(r"square\(x\) = (\S+), which is not the right value", told.cause)[0])
        assert x not in table
        table[x] = x * x
    assert len(table) == HAND_INS


def test_a_report_shows_no_input_in_an_error(assignment: Assignment) -> None:
    """Neither as its text, nor as the name of its class, nor anywhere else."""
    for raising in ("ValueError(x)", "type('E' + repr(x)[-9:], (Exception,), {})(x)", "KeyError(repr(x))"):
        report = graded(assignment, f"asked = []\ndef square(x):\n    asked.append(x)\n    raise {raising}")
        (told,) = report.cells[0].checks
        error = raising.partition("(")[0].replace("type", "Exception")
        text = "'…'" if error == "KeyError" else "its text is not shown, since it could tell hidden inputs"
        assert told.cause == f"line 4 of the cell 'square' stops: {error}: {text}"
        assert not re.search(r"\d\.\d{3}", encode(report).decode())


def test_a_regrade_of_the_same_bytes_is_the_same(assignment: Assignment) -> None:
    source = "def square(x): return x + x"
    assert encode(graded(assignment, source)) == encode(graded(assignment, source))


def test_students_and_attempts_have_seeds_of_their_own(assignment: Assignment) -> None:
    reports = [
        graded(assignment, source, student)
        for source in ("def square(x): return x * x", "def square(x): return x ** 2")
        for student in ("s01", "s02")
    ]
    assert len({report.seed for report in reports}) == 4
    assert {report.points for report in reports} == {1.0}

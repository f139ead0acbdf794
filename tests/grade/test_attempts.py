"""No attempt teaches the next: each has hidden inputs of its own, and a regrade has the same again."""

from __future__ import annotations

import ast
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
    """Who is asked tells the input in an error, and reads it in the report; the next table knows it."""
    table: dict[float, float] = {}
    for _ in range(HAND_INS):
        report = graded(
            assignment, f"def square(x):\n    if x in {table}: return {table}[x]\n    raise ValueError([x])"
        )
        (told,) = report.cells[0].checks
        assert (report.points, told.outcome) == (0.0, "failed")
        (x,) = ast.literal_eval(re.findall(r"ValueError: (\[.*\])", told.cause)[0])
        assert x not in table
        table[x] = x * x
    assert len(table) == HAND_INS


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

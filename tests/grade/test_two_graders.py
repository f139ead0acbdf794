"""Two graders of one course at once: nobody's result is lost or written twice."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from nbgrader import api as tables

from autograder.course.course import Course
from autograder.grade.run import load_reports
from autograder.nbgrader_host.api import nbgrader

NAME = "logic_gates"
SCORES = {"right_in_another_style": 38.0, "step_is_one_at_zero": 36.0, "crash": 32.0}


@pytest.mark.slow
def test_both_end_and_the_gradebook_is_right(class_of: Callable[..., Course], tmp_path: Path) -> None:
    deserved = {f"s{number:02}": [*SCORES][number % 3] for number in range(24)}
    course = class_of(tmp_path / "class", {student: f"{name}.py" for student, name in deserved.items()})
    assignment = course.assignment(NAME)
    command = [sys.executable, "-m", "autograder", "grade", NAME, "--course", str(course.root)]
    graders = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    told = [grader.communicate() for grader in graders]
    assert [grader.returncode for grader in graders] == [0, 0], told
    assert told[0][0] == told[1][0]
    expected = {student: SCORES[name] for student, name in deserved.items()}
    assert {report.student: report.points for report in load_reports(assignment)} == expected
    with nbgrader(course).gradebook as book:
        assert {each["student"]: each["score"] for each in book.submission_dicts(NAME)} == expected
        blanks = len(assignment.lesson.blanks())
        assert book.db.query(tables.SubmittedAssignment).count() == 24
        assert book.db.query(tables.Grade).count() == book.db.query(tables.Comment).count() == 24 * blanks
    left = [path.name for path in course.gradebook.rglob("*.part")]
    assert left == []

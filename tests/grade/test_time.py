"""Neither a busy machine nor a slow one decides marks, and what is the grader's fault costs nobody a point."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from busy import busy
from written_course import checks, graded, outcomes, written_assignment

from autograder.course.course import Assignment, Course
from autograder.errors import MachineFault
from autograder.grade import workers
from autograder.grade.engine import grade_here, grade_submission
from autograder.grade.judge import Attempt, Judge
from autograder.grade.workers import workers_for
from autograder.records import encode
from autograder.release.build import build, publish
from autograder.sandbox.child import Child, Ended
from autograder.sandbox.inside import protocol
from autograder.sandbox.own_time import OwnTime
from autograder.submit.notebook import Submission

ROOT = Path(__file__).resolve().parents[2]
LESSON = '''
# %% nbgrader={"grade_id": "setup", "locked": true}
import numpy as np
{setup}

# %% nbgrader={"grade_id": "first", "solution": true}
def first(x):
    """What is asked first."""
    ### BEGIN SOLUTION
    return base + x
    ### END SOLUTION

# %% nbgrader={"grade_id": "first_examples", "grade": true}
assert first(1) == 2

# %% nbgrader={"grade_id": "later", "locked": true}
{later}

# %% nbgrader={"grade_id": "second", "solution": true}
def second(x):
    """What is asked next."""
    ### BEGIN SOLUTION
    return 2 * x + first(x) - first(x)
    ### END SOLUTION

# %% nbgrader={"grade_id": "second_examples", "grade": true}
assert second(1) == 2
'''
CHECKS = '''
from autograder.checks import assert_equal, check

@check("first", points=1)
def one(student):
    """first(1) is 2"""
    assert_equal(student.first(1), 2, of="first(1)")

@check("first", points=1)
def two(student):
    """first(2) is 3"""
    assert_equal(student.first(2), 3, of="first(2)")

@check("second", points=1, uses=("first",))
def three(student):
    """second(3) is 6"""
    assert_equal(student.second(3), 6, of="second(3)")

@check("second", points=1, uses=("first",))
def four(student):
    """second(4) is 8"""
    assert_equal(student.second(4), 8, of="second(4)")
'''
Make = Callable[..., Assignment]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """An assignment of two blanks, with these given cells and limits."""

    def make(setup: str = "base = 1", later: str = "pass", limits: str = "call_seconds = 1.0") -> Assignment:
        lesson = LESSON.replace("{setup}", setup).replace("{later}", later)
        return written_assignment(tmp_path, lesson, CHECKS, limits)

    return make


@pytest.mark.parametrize(
    ("setup", "how"),
    [
        ("import time; time.sleep(600); base = 1", "did not finish within 1 s"),
        ("raise RuntimeError('no data'); base = 1", "stops: RuntimeError: no data"),
        ("import os; os._exit(3); base = 1", "ended the program (exit status 3)"),
    ],
)
def test_a_given_cell_that_fails_is_a_grader_error(setup: str, how: str, make: Make) -> None:
    assignment = make(f"if __name__ == '__main__':\n    {setup}\nelse:\n    base = 1")
    report = graded(assignment)
    assert (report.points, report.problems) == (None, [])
    assert set(outcomes(report)) == {"grader error"}
    assert {check.cause for check in checks(report)} == {f"the given cell 'setup' {how}"}


def test_what_does_not_miss_a_given_cell_is_judged(make: Make) -> None:
    assignment = make("if __name__ == '__main__':\n    raise RuntimeError('no data')\nbase = 1")
    report = graded(assignment, first="def first(x): return x + 2", second="def second(x): raise NotImplementedError")
    assert outcomes(report) == ["failed"] * 4


LATER = "given = first(1) if __name__ == '__main__' else 2"


def test_a_given_cell_that_fails_for_what_the_student_did_is_the_students(make: Make) -> None:
    assignment = make(later=LATER)
    wrong = "def first(x): raise ValueError('mine')"
    report = graded(assignment, first=wrong, second="def second(x): return given * x")
    assert outcomes(report) == ["failed"] * 4
    assert checks(report)[2].cause.endswith("NameError: name 'given' is not defined")
    report = graded(assignment, own="import builtins; del builtins.int", second="def second(x): return int(given) * x")
    assert set(outcomes(report)) <= {"passed", "failed"}


HANGS_FOR_ONE = "def first(x):\n    while x == 1: pass\n    return base + x"


def test_a_call_that_hangs_costs_the_check_that_asked_it(make: Make) -> None:
    report = graded(make(), first=HANGS_FOR_ONE)
    assert outcomes(report) == ["failed", "passed", "passed", "passed"]
    assert checks(report)[0].cause == "first did not finish within 1 s"


def test_a_follow_through_that_hangs_for_one_input_does_not_cost_the_next_check(make: Make) -> None:
    second = "def second(x):\n    while x == 3: pass\n    return 2 * x + first(x) - first(x)"
    report = graded(make(), first=HANGS_FOR_ONE, second=second)
    assert outcomes(report) == ["failed", "passed", "failed", "passed"]
    assert checks(report)[2].cause == "second did not finish within 1 s"
    assert checks(report)[3].followed_through


def test_explaining_spends_no_time_of_the_submission(make: Make) -> None:
    """Each fresh start for an explanation takes as long as the student's own cell."""
    assignment = make(limits="call_seconds = 2.0\nsubmission_seconds = 3.0")
    first = "def first(x): return 8 * x * x + 5 * base"  # which nothing explains: it is asked again in a fresh start
    report = graded(assignment, own="import time; time.sleep(1.5)", first=first)
    assert outcomes(report) == ["failed", "failed", "passed", "passed"]
    assert {check.diagnosis for check in checks(report)} == {""}


def test_a_program_that_is_killed_from_outside_loses_nothing(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    receive = Child.receive

    def killed(self: Child, deadline: protocol.Deadline) -> protocol.Reply:
        if isinstance(deadline, OwnTime):
            raise Ended("signal 9")
        return receive(self, deadline)

    monkeypatch.setattr(Child, "receive", killed)
    report = graded(make())
    assert report.points is None
    assert {check.cause.partition(" killed ")[2] for check in checks(report)} == {
        "the cell 'setup' 5 times from outside: has it enough memory?"
    }


@pytest.mark.parametrize("alone", ["is enough", "does not help"])
def test_who_had_too_little_processor_is_graded_again_alone(
    alone: str, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    assignment = make()
    shutil.copy(ROOT / "nbgrader_config.py", assignment.course.root)
    build(assignment)
    publish(assignment)
    for student in ("s01", "s02"):
        assignment.submitted_path(student).parent.mkdir(parents=True)
        shutil.copy(assignment.released, assignment.submitted_path(student))
    tried: list[tuple[str, bool]] = []
    receive = Child.receive

    def judge(self: Judge, blank: str) -> list[Attempt]:
        tried.append((self._seed, self.is_alone))
        return judge_blank(self, blank)

    def slow(self: Child, deadline: protocol.Deadline) -> protocol.Reply:
        is_slow = isinstance(deadline, OwnTime) and tried[-1][0] == tried[0][0]
        if is_slow and (alone == "does not help" or not tried[-1][1]):
            raise MachineFault("the machine m was too slow")
        return receive(self, deadline)

    judge_blank = Judge.judge
    monkeypatch.setattr(workers, "grade_submission", grade_here)  # what is noted here is to be seen here
    monkeypatch.setattr(Judge, "judge", judge)
    monkeypatch.setattr(Child, "receive", slow)
    with ThreadPoolExecutor(1) as here, workers_for(assignment, "bubblewrap", here, 2) as pool:
        reports = {found.student: result.report for found, result in pool.grade(["s01", "s02"])}
    assert [is_alone for _, is_alone in tried] == [False, False, False, True, True]
    assert {check.outcome for check in checks(reports["s02"])} == {"failed"}
    if alone == "is enough":
        assert {check.outcome for check in checks(reports["s01"])} == {"failed"}
    else:
        assert {check.cause for check in checks(reports["s01"])} == {"the machine m was too slow"}


def the_same_beside_loops(assignment: Assignment, wrong: int, times: int) -> None:
    quiet = class_run(assignment, wrong)
    with busy():
        for _ in range(times):
            assert class_run(assignment, wrong) == quiet


def class_run(assignment: Assignment, size: int) -> list[bytes]:
    """The reports of the reference, and of some who double what one of the functions returns."""
    cells = {cell.grade_id: cell.source for cell in assignment.lesson.program()}
    blanks = [cell.grade_id for cell in assignment.lesson.blanks()]
    wrong = [name for name in blanks if "return " in cells[name]][:size]
    doubled = [{name: re.sub(r"return (.+)", r"return 2 * (\1)", cells[name])} for name in wrong]
    reports = []
    for changed in ({}, *doubled):
        theirs = cells | changed
        program = [protocol.Cell(*cell) for cell in theirs.items()]
        submission = Submission(program, {name: theirs[name] for name in blanks}, [])
        reports.append(grade_submission(assignment, submission, "s01", "seed", "bubblewrap"))
    assert reports[0].points == reports[0].max_points
    return [encode(report) for report in reports]


@pytest.mark.slow
def test_the_same_bytes_have_the_same_points_on_a_busy_machine(project: Course) -> None:
    the_same_beside_loops(project.assignment("linear_regression"), wrong=1, times=1)


@pytest.mark.long
@pytest.mark.parametrize(("name", "wrong"), [("linear_regression", 5), ("two_layer", 2), ("tape_training", 0)])
def test_ten_times_out_of_ten(name: str, wrong: int, project: Course) -> None:
    the_same_beside_loops(project.assignment(name), wrong, times=10)

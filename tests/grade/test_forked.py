"""What a student answers ends at most the process that was made for it, and costs the check that asked."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from written_course import checks, graded, outcomes, written_assignment

from autograder import stages
from autograder.course.course import Assignment
from autograder.errors import CourseError, MachineFault
from autograder.grade import engine
from autograder.grade.forked import GradingProcess
from autograder.grade.judge import Attempt, Judge

LESSON = '''
# %% nbgrader={"grade_id": "imports", "locked": true}
import numpy as np

# %% nbgrader={"grade_id": "first", "solution": true}
def first(x, times=1):
    """What is asked first."""
    ### BEGIN SOLUTION
    total = 0
    for _ in range(times):
        total = total + x
    return total + 0 * len(str(7 ** int(x)))
    ### END SOLUTION

# %% nbgrader={"grade_id": "first_examples", "grade": true}
assert first(1) == 1

# %% nbgrader={"grade_id": "second", "solution": true}
def second(x):
    """What is asked next."""
    ### BEGIN SOLUTION
    return 2 * x + first(x) - first(x)
    ### END SOLUTION

# %% nbgrader={"grade_id": "second_examples", "grade": true}
assert second(1) == 2

# %% nbgrader={"grade_id": "root", "solution": true}
def root(x):
    """The square root, by Newton's steps."""
    ### BEGIN SOLUTION
    guess, step = x + 1.0, 1.0
    while abs(step) > 1e-12:
        step = (guess * guess - x) / (2 * guess)
        guess = guess - step
    return guess
    ### END SOLUTION

# %% nbgrader={"grade_id": "root_examples", "grade": true}
assert abs(root(4.0) - 2) < 1e-6
'''
CHECKS = '''
import numpy as np
from autograder.checks import assert_agrees, assert_equal, check, reference_of

reference = reference_of(__file__)

@check("first", points=1)
def one(student):
    """first(3) is 3"""
    assert_equal(student.first(3), 3, of="first(3)")

@check("second", points=1, uses=("first",))
def two(student):
    """second(3) is 6"""
    assert_equal(student.second(3), 6, of="second(3)")

@check("second", points=1, uses=("first",))
def three(student):
    """second(4) is 8"""
    assert_equal(student.second(4), 8, of="second(4)")

@check("root", points=1)
def four(student):
    """root(x) is the square root"""
    assert_agrees(student.root, reference.root, 9.0, of="root(9)")

@check("root", points=1)
def five(student):
    """root(4) is 2"""
    found = student.root(4.0)
    assert {2.0: True}[round(found, 6)], "nothing else is thought of"
'''
KNOWN = """

@wrong("root", "It never comes to an end.")
def endless(x):
    while True: pass

@wrong("root", "It is the half of it.")
def halved(x):
    return x / 2
"""


@pytest.fixture
def assignment(tmp_path: Path) -> Assignment:
    return written_assignment(tmp_path, LESSON, CHECKS, "call_seconds = 1.0")


LATE = "the right first does not finish in the time that one call may take"
HANGS = "def first(x, times=1):\n    while True: pass"


def test_the_right_answers_pass(assignment: Assignment) -> None:
    assert outcomes(graded(assignment)) == ["passed"] * 5


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("first(2, 10 ** 12)", LATE),  # in Python
        ("first(300_000_000)", LATE),  # where nothing interrupts
        ("first(np.ones(2), 'a')", "'str' object cannot be interpreted as an integer"),
        ("first(np.ones(2) * 1j)", "only 0-dimensional arrays can be converted to Python scalars"),
    ],
)
def test_what_a_student_asks_of_the_reference_costs_the_check_that_asked(
    asked: str, told: str, assignment: Assignment
) -> None:
    second = f"def second(x):\n    if x == 3: {asked}\n    return 2 * x"
    report = graded(assignment, first=HANGS, second=second)
    assert outcomes(report) == ["failed", "failed", "passed", "passed", "passed"]
    assert told in checks(report)[1].cause


def test_a_mistake_that_never_ends_is_no_explanation(assignment: Assignment) -> None:
    """Some mutants of the reference of `root` have no end, one of them nothing that can be interrupted."""
    report = graded(assignment, root="def root(x): return x / 3 + 0.5")
    assert outcomes(report) == ["passed"] * 3 + ["failed"] * 2
    assert checks(report)[3].cause == "root(9) = 3.5, which is not the right value"


def test_a_mistake_that_never_ends_hides_no_other(assignment: Assignment) -> None:
    path = assignment.folder / "checks.py"
    path.write_text(path.read_text().replace("import assert_agrees", "import wrong, assert_agrees") + KNOWN)
    report = graded(assignment, root="def root(x): return x / 2")
    assert checks(report)[3].diagnosis == "halved"


def test_an_explanation_that_stops_is_none_and_costs_no_other(
    assignment: Assignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = assignment.folder / "checks.py"
    path.write_text(path.read_text().replace("import assert_agrees", "import wrong, assert_agrees") + KNOWN)
    explain = engine._explain

    def stops_at_first(judge: Judge, blank: str, attempts: list[Attempt]) -> None:
        if blank == "first":
            raise IndexError("a fault of ours")
        explain(judge, blank, attempts)

    monkeypatch.setattr(engine, "_explain", stops_at_first)
    report = graded(assignment, first="def first(x, times=1): return x - 1", root="def root(x): return x / 2")
    assert (outcomes(report)[0], checks(report)[0].diagnosis) == ("failed", "")
    assert checks(report)[3].diagnosis == "halved"


def test_what_no_check_can_look_at_is_the_answers_fault(assignment: Assignment) -> None:
    report = graded(assignment, root="def root(x): return x ** 0.5 if x == 9 else 'two'")
    assert outcomes(report) == ["passed"] * 4 + ["failed"]
    assert checks(report)[4].cause == "root gives 'two', which cannot be compared with what is right"


def test_a_check_that_stops_at_the_right_answer_is_our_fault(assignment: Assignment) -> None:
    path = assignment.folder / "checks.py"
    path.write_text(path.read_text().replace("{2.0: True}", "{2.5: True}"))
    report = graded(assignment)
    assert outcomes(report) == ["passed"] * 4 + ["grader error"]
    assert checks(report)[4].cause == "check 'five' stops: KeyError: 2.0"


# --- The process itself ----------------------------------------------------------------------------------------------


def endless(seconds: float = 0.2) -> None:
    with stages.part("it counts without end", seconds):
        sum(range(10**12))


def staged(*what: str) -> list[str]:
    """Enter a stage for each of these, and do there what it says; what came of each."""
    done = []
    for number, each in enumerate(what):
        try:
            with stages.stage(f"stage {number}", 60.0):
                if each == "count":
                    endless()
                elif each == "die":
                    os.kill(os.getpid(), signal.SIGUSR1)
                elif each == "killed":
                    os.kill(os.getpid(), signal.SIGKILL)
            done.append("done")
        except stages.TooMuch as error:
            done.append(str(error))
    return done


@pytest.fixture
def process() -> GradingProcess:
    return GradingProcess(staged)


def test_a_stage_that_ends_the_process_is_left_out_the_next_time(process: GradingProcess) -> None:
    died = "to look at it ends the process that does"
    assert process.ask("", "count", "", "die", "") == ["done", "it counts without end", "done", died, "done"]
    assert process.ask("", "") == ["done", "done"]


def test_after_a_few_there_is_no_more(process: GradingProcess) -> None:
    done = process.ask("", *["count"] * 9)
    assert done[:4] == ["done"] + ["it counts without end"] * 3
    assert {*done[4:]} == {"what comes before this has taken the grader too long"}


def test_a_process_that_others_kill_is_tried_again_and_at_last_told(process: GradingProcess) -> None:
    with pytest.raises(MachineFault, match=r"the process that grades died 5 times on "):
        process.ask("", "killed")
    assert process.ask("") == ["done"]


def test_what_the_work_raises_is_raised_here() -> None:
    def work(error: Exception) -> None:
        raise error

    process = GradingProcess(work)
    with pytest.raises(CourseError, match=r"^here: something is missing. Put it there.$"):
        process.ask(CourseError("here", "something is missing", "Put it there"))
    with pytest.raises(MachineFault, match="too slow"):
        process.ask(MachineFault("too slow"))


def test_memory_has_a_limit(process: GradingProcess) -> None:
    with pytest.raises(MemoryError):
        GradingProcess(lambda: bytearray(3 * 2**30)).ask()


def test_it_ends_with_whoever_asks() -> None:
    process = GradingProcess(os.getpid)
    pid = process.ask()
    assert pid != os.getpid()
    del process
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)

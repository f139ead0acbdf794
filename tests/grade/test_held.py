"""How much memory and time one submission may hold the grader for, whatever it answers."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from written_course import checks, graded, outcomes, written_assignment

from autograder import stages
from autograder.course.course import Assignment
from autograder.course.settings import Limits
from autograder.grade import engine
from autograder.grade.forked import GradingProcess
from autograder.sandbox.called_back import CalledBack
from autograder.sandbox.inside import protocol

MEMORY_MB = 200
NAMES = ("first", "second", "third", "fourth")
CELL = '''
# %% nbgrader={{"grade_id": "{name}", "solution": true}}
def {name}(x):
    """Twice as much."""
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION

# %% nbgrader={{"grade_id": "{name}_examples", "grade": true}}
assert {name}(1) == 2
'''
LESSON = '# %% nbgrader={"grade_id": "imports", "locked": true}\nimport numpy as np\n' + "".join(
    CELL.format(name=name) for name in NAMES
)
HEAD = """
import numpy as np
from autograder.checks import assert_close, check, reference_of

reference = reference_of(__file__)
"""
CHECK = '''
@check("{name}", points=1, draws=5)
def {name}_of_any_array(student, draw):
    """{name} is twice as much"""
    x = draw.normal(3, 2)
    assert_close(student.{name}(x), 2 * x, of="{name}(x)")
'''
COUNTS = '''
@check("first", points=1)
def as_many(student):
    """as many zeros are none"""
    assert_close(np.zeros(int(student.first(1))).sum(), 0.0, of="the sum")
'''


@pytest.fixture
def assignment(tmp_path: Path) -> Assignment:
    return written_assignment(tmp_path, LESSON, HEAD + "".join(CHECK.format(name=name) for name in NAMES) + COUNTS)


def megabytes(assignment: Assignment, what: str) -> float:
    """Of the process that grades, as the kernel calls it."""
    life = engine._process(assignment.base, "bubblewrap")._life
    assert life
    lines = Path(f"/proc/{life._process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{what}:"))


@pytest.mark.parametrize(
    "answer", ["np.ones(33_000_000, np.int8)", "np.ones(4_000_000, np.complex64)", "[[1.5] * 9] * 40_000"]
)
def test_large_answers_hold_no_memory_however_many(answer: str, assignment: Assignment) -> None:
    assert outcomes(graded(assignment)) == ["passed"] * 5
    idle = megabytes(assignment, "VmRSS")
    report = graded(assignment, **{name: f"def {name}(x):\n    return {answer}" for name in NAMES})
    assert outcomes(report) == ["failed"] * 5
    assert megabytes(assignment, "VmHWM") < idle + MEMORY_MB
    assert megabytes(assignment, "RssAnon") < idle + MEMORY_MB / 4  # nothing is kept


def test_a_large_answer_is_asked_for_once(assignment: Assignment) -> None:
    counted = (
        "def first(x):\n    first.times = getattr(first, 'times', 0) + 1\n    return np.ones((first.times, 99_999))"
    )
    report = graded(assignment, first=counted)
    assert checks(report)[0].cause == "first(x) has shape (1, 99999), but should have (3, 2)"
    assert checks(report)[0].diagnosis == "wrong-shape"


def test_what_makes_a_check_large_is_the_answers_fault(assignment: Assignment) -> None:
    report = graded(assignment, first="def first(x):\n    return 2 * x if isinstance(x, np.ndarray) else 10**9")
    assert outcomes(report) == ["passed", "failed", *["passed"] * 3]
    assert checks(report)[1].cause == "first: to look at it takes too much memory"
    assert checks(report)[1].diagnosis == "wrong-kind"


def test_what_is_large_with_the_right_answer_too_is_no_failure(tmp_path: Path) -> None:
    large = COUNTS.replace("student.first(1))", "student.first(1)) * 10**8")
    others = "".join(CHECK.format(name=name) for name in NAMES[1:])
    report = graded(written_assignment(tmp_path, LESSON, HEAD + large + others))
    assert outcomes(report) == ["grader error", *["passed"] * 3]
    cause = "check 'as_many' takes more than 160 MB of memory, with the right answer too"
    assert checks(report)[0].cause == cause
    assert report.points is None


def called_back() -> protocol.Request:
    """What the reference of a step of gradient descent answers to a word and a large number."""
    step = SimpleNamespace(update=lambda w, g, lr: w - lr * g)
    back = CalledBack(step, ("update",), protocol.DEFAULT_SIZE, Limits())
    args = [protocol.plain(protocol.pack(each)) for each in (1.0, "a", 1_500_000_000)]
    with stages.stage("check", 60.0):
        return back.answer(protocol.CallBack("update", args))


def test_small_arguments_make_nothing_large_of_the_reference() -> None:
    assert GradingProcess(called_back).ask() == protocol.Raised("MemoryError", "")


def asked_of_stages(*what: str) -> list[float]:
    """What a part may take in each stage, where some stages take too long."""
    seconds = []
    for number, each in enumerate(what):
        seconds.append(stages.part_seconds(35.0))
        try:
            with stages.stage(f"stage {number}", 60.0):
                stages.count_student(3.0)
                if each == "interrupted":
                    with stages.part("it takes long", 0.1):
                        while True:
                            pass
                elif each == "endless":
                    with stages.part("it takes long", 0.1):
                        sum(range(10**12))
        except stages.TooMuch:
            pass
    return [*seconds, stages.left_of(5.0)]


def test_what_takes_too_long_once_has_less_time_from_then_on() -> None:
    process = GradingProcess(asked_of_stages)
    assert process.ask("", "", "") == [35.0, 35.0, 35.0, 5.0]
    assert process.ask("", "interrupted", "") == [35.0, 35.0, 1.0, 5.0]
    # In the process after that one, from the start; and the program, which runs once more, has what is left of twice.
    assert process.ask("", "endless", "") == [1.0, 1.0, 1.0, 4.0]
    assert process.ask("") == [35.0, 5.0]

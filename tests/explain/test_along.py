"""A class as an answer, graded: docs/authoring.md's Momentum, and a blank that uses it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import ClassVar

import msgspec
import pytest

from autograder.author.right_answers import faults_in_the_sandbox
from autograder.author.wrong_answers import function_blanks, trivial_faults
from autograder.course.course import Assignment, Course
from autograder.course.declarations import Wrong
from autograder.explain.evidence import Evidence
from autograder.grade.engine import grade_locally, grade_submission
from autograder.records import CheckReport
from autograder.sandbox.inside.protocol import Cell
from autograder.sandbox.student import Logged
from autograder.submit.notebook import Submission

ROOT = Path(__file__).resolve().parents[2]
FILE = re.compile(r"^`(solutions/momentum/[\w.]+)`\n\n```\w+\n([\s\S]*?)^```$", re.MULTILINE)

TRAIN = '''

# %% nbgrader={"grade_id": "train", "solution": true}
def train(p, slopes, lr, m):
    """The last p."""
    ### BEGIN SOLUTION
    optimizer = Momentum(lr, m)
    for g in slopes:
        p = optimizer.update(p, g)
    return p + 0 * optimizer.velocity
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_examples", "grade": true}
'''
CHECK = '''

@check("train", points=2, uses=("Momentum",))
def trains(student, draw):
    """train is right"""
    p, slopes = draw.uniform(3, low=5, high=9), draw.uniform(3, 3, low=0.5, high=1.0)
    assert_agrees(student.train, reference.train, p, slopes, draw.number(0.1, 0.4), draw.number(0.6, 0.9), of="train")


@wrong("train", "The last slope is left out.")
def one_step_less(p, slopes, lr, m):
    return reference.train(p, slopes[:-1], lr, m)
'''


@pytest.fixture
def momentum(tmp_path: Path) -> Assignment:
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    for name, text in FILE.findall((ROOT / "docs" / "authoring.md").read_text("utf-8")):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    folder = tmp_path / "solutions" / "momentum"
    with (folder / "momentum.py").open("a") as lesson, (folder / "checks.py").open("a") as checks:
        lesson.write(TRAIN)
        checks.write(CHECK)
    text = (folder / "checks.py").read_text("utf-8")
    text = text.replace("import assert_steps", "import assert_agrees, assert_steps")
    (folder / "checks.py").write_text(text, "utf-8")
    return Course(tmp_path).assignment("momentum")


def graded(momentum: Assignment, source: str, train: str = "") -> list[CheckReport]:
    """What an answer to the class gets in the sandbox: the checks of the class, and the one of `train`."""
    lesson = momentum.lesson
    given = {cell.grade_id: cell.source for cell in lesson.program()}
    sources = given | {"Momentum": source} | ({"train": train} if train else {})
    submission = Submission([Cell(name, text) for name, text in sources.items()], sources, [])
    report = grade_submission(momentum, submission, "s01", "seed", "bubblewrap")
    return [check for cell in report.cells for check in cell.checks]


def momentum_class(update: str, init: str = "self.lr, self.m, self.velocity = lr, m, 0.0", more: str = "") -> str:
    lines = update.replace("\n", "\n        ")
    begin = f"class Momentum:\n    def __init__(self, lr, m):\n        {init}\n"
    return f"{begin}    def update(self, p, g):\n        {lines}{more}"


RIGHT = "self.velocity = self.m * self.velocity - self.lr * g\nreturn p + self.velocity"


def test_a_right_class(momentum: Assignment) -> None:
    assert [check.outcome for check in graded(momentum, momentum_class(RIGHT))] == ["passed"] * 3


@pytest.mark.parametrize(
    ("source", "diagnosis"),
    [
        (momentum_class(RIGHT.replace("- self", "+ self")), "uphill"),
        (momentum_class(RIGHT.replace("return p + self.velocity", "pass")), "returns-nothing"),
        (momentum_class("return p - self.lr * g"), "velocity-not-kept"),
        (
            momentum_class(RIGHT.replace("self.velocity", "Momentum.velocity"), more="\n    velocity = 0"),
            "one-velocity",
        ),
        (momentum_class(RIGHT, "self.lr, self.m, self.velocity = .01, .9, 0"), "settings-ignored"),
        (momentum_class(RIGHT.replace("- self", "- 2 * self")), "step-factor"),
        (momentum_class(RIGHT.replace("self.m *", "")), "factor-missing"),
        (momentum_class(RIGHT, "Momentum.velocity = 0.0; self.lr, self.m = m, lr"), "names-exchanged"),
        (momentum_class("return np.ones(1)"), "constant"),
        (momentum_class("p += 1\nreturn p"), "changes-its-input"),
        (momentum_class("return self"), "wrong-kind"),
        (momentum_class("raise NotImplementedError"), "empty"),
        (momentum_class(RIGHT).replace("update", "step"), "not-defined"),
        ("def Momentum(lr, m): pass", "wrong-kind"),
        ("from types import SimpleNamespace as Momentum", "TypeError"),
    ],
)
def test_a_wrong_class_is_named_and_train_is_not_lost(source: str, diagnosis: str, momentum: Assignment) -> None:
    """What uses it is judged with the reference's class, which is called back."""
    _, any_steps, trains = graded(momentum, source)
    assert (any_steps.outcome, any_steps.diagnosis) == ("failed", diagnosis), any_steps.cause
    assert trains.outcome == "passed"


def test_one_answer_to_everything(momentum: Assignment) -> None:
    _, any_steps, _ = graded(momentum, momentum_class("return 0.0"))
    assert any_steps.cause == "step 1 of optimizer 1: update(p, g) has shape (), but should have (2,)"


ONE_LESS = """
def train(p, slopes, lr, m):
    optimizer = Momentum(lr, m)
    for g in slopes[:-1]:
        p = optimizer.update(p, g)
    return p
"""


@pytest.mark.parametrize("update", [RIGHT, "return p"])
def test_a_wrong_train_is_lost_also_with_the_right_class(update: str, momentum: Assignment) -> None:
    assert graded(momentum, momentum_class(update), ONE_LESS)[2].outcome == "failed"


def test_its_mistake_is_named_with_a_class_of_ones_own(momentum: Assignment) -> None:
    assert graded(momentum, momentum_class(RIGHT), ONE_LESS)[2].diagnosis == "one-step-less"


def test_the_rehearsal_of_a_class(momentum: Assignment) -> None:
    assert [*faults_in_the_sandbox(momentum, "bubblewrap")] == []


def test_a_whole_class_in_place_of_the_references(momentum: Assignment) -> None:
    class Momentum:
        velocities: ClassVar[list[float]] = []

        def __init__(self, lr: float, m: float) -> None:
            self.lr, self.m, self.velocity = lr, m, 0.0

        def update(self, p: float, g: float) -> float:
            self.velocities.append(g)
            return p

    for _ in range(2):  # what its objects share is not kept for the next
        grade_locally(momentum, {"Momentum": Momentum}, "seed", ["Momentum"])
    assert Momentum.velocities == []


def test_a_check_that_a_trivial_class_passes(momentum: Assignment) -> None:
    path = momentum.folder / "checks.py"
    first = '"""Momentum(0.5, 0.5) is right in a step with the slope -3 and in one with -2 after it"""'
    path.write_text(path.read_text("utf-8").replace(first, first + "\n    return"), "utf-8")
    assert function_blanks(momentum) == ["Momentum", "train"]
    assert [*trivial_faults(Course(momentum.course.root).assignment("momentum"), "Momentum")] == [
        f"check 'first_steps' of 'Momentum' ends as passed on {name}"
        for name in ("zeros", "ones", "its own input", "the first right answer every time")
    ]
    assert [*trivial_faults(momentum, "train")] == []


def test_a_known_wrong_answer_without_all_values_is_none(momentum: Assignment) -> None:
    """It answers otherwise, though what it answers is the same: only a cell may assign more than it tells."""
    whole, part = Logged("f", [1.0], {}, {"W": 1.0, "b": 2.0}), {"W": 1.0}
    wrong = Wrong("part", "f", "f", "", lambda x: part)
    assert not Evidence("train", [whole], momentum.checks)._explains(wrong, [whole])
    cell = msgspec.structs.replace(whole, how="cell")
    assert Evidence("train", [cell], momentum.checks)._explains(wrong, [cell])

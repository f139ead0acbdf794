"""A class of sixty in which every third student attacks the grader, each in a way of their own; and the same class
without them."""

from __future__ import annotations

from pathlib import Path

from autograder.course.course import Assignment
from autograder.demo.sample import fill_in

HOSTILE = sorted((Path(__file__).parents[1] / "submissions" / "hostile" / "small").glob("*.py"))
STUDENTS = [f"s{number:02}" for number in range(60)]
ATTACKERS = STUDENTS[2::3]
# What the honest ones differ in from the reference, in turn.
ANSWERS = (
    {},
    {"linear": "def linear(X, W, b):\n    return X @ W"},
    {},
    {"error": "def error(O, T):\n    return ((O - T) ** 2).sum()"},
    {"sigmoid": "def sigmoid(z):\n    return 1 / (1 + np.exp(z))", "error": "!echo hello\ndef error(O, T): pass"},
)


def hand_in(assignment: Assignment, with_attackers: bool) -> None:
    """Lay there what the sixty have handed in for the small assignment."""
    sample = assignment.course.root / "sample.py"
    for number, student in enumerate(STUDENTS):
        if with_attackers and student in ATTACKERS:
            content = fill_in(assignment, HOSTILE[attack_of(student)])
        else:
            cells = ANSWERS[number % len(ANSWERS)].items()
            text = "".join(f'# %% nbgrader={{"grade_id": "{name}"}}\n{source}\n\n' for name, source in cells)
            sample.write_text(text or "# Nothing differs.\n")
            content = fill_in(assignment, sample)
        path = assignment.submitted_path(student)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def attack_of(student: str) -> int:
    """The number of the attack: they are spread over all that there are."""
    return ATTACKERS.index(student) * len(HOSTILE) // len(ATTACKERS)

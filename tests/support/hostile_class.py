"""A class of sixty in which every third student attacks the grader, each in a way of their own; and the same class
without them."""

from __future__ import annotations

import re
from pathlib import Path

from autograder.course.course import Assignment
from autograder.demo.sample import fill_in

HOSTILE = sorted((Path(__file__).parents[1] / "submissions" / "hostile" / "small").glob("*.py"))
STUDENTS = [f"s{number:02}" for number in range(60)]
ATTACKERS = STUDENTS[2::3]
# What the honest ones differ in from the reference, in turn.
ANSWERS = {
    "small": (
        {},
        {"linear": "def linear(X, W, b):\n    return X @ W"},
        {},
        {"error": "def error(O, T):\n    return ((O - T) ** 2).sum()"},
        {"sigmoid": "def sigmoid(z):\n    return 1 / (1 + np.exp(z))", "error": "!echo hello\ndef error(O, T): pass"},
    ),
    "dense_layer": (
        {},
        {"forward": "def forward(X, W, B):\n    return X @ W"},
        {},
        {"half_sum": "def half_sum(Y, T):\n    return ((Y - T) ** 2).sum()"},
        {
            "output_delta": "def output_delta(Y, T):\n    return T - Y",
            "half_sum": "!echo hello\ndef half_sum(Y, T): pass",
        },
    ),
}
# The attackers wrote for the small assignment. What they call a function there is called otherwise in another one.
RENAMED = {
    "small": {},
    "dense_layer": {"linear": "forward", "sigmoid(z)": "mean_square(z, *_)", "error": "half_sum", "step": "update"},
}


def hand_in(assignment: Assignment, with_attackers: bool) -> None:
    """Lay there what the sixty have handed in for `small` or for `dense_layer`."""
    sample = assignment.course.root / "sample.py"
    answers = ANSWERS[assignment.name]
    for number, student in enumerate(STUDENTS):
        if with_attackers and student in ATTACKERS:
            text = HOSTILE[attack_of(student)].read_text("utf-8")
            for name, theirs in RENAMED[assignment.name].items():
                text = re.sub(rf"\b{re.escape(name)}(?!\w)", theirs, text)
        else:
            cells = answers[number % len(answers)].items()
            text = "".join(f'# %% nbgrader={{"grade_id": "{name}"}}\n{source}\n\n' for name, source in cells)
        sample.write_text(text or "# Nothing differs.\n")
        path = assignment.submitted_path(student)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(fill_in(assignment, sample))


def attack_of(student: str) -> int:
    """The number of the attack: they are spread over all that there are."""
    return ATTACKERS.index(student) * len(HOSTILE) // len(ATTACKERS)

"""Whatever a student's function returns or variable holds, a check fails with a sentence, never as a grader error."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.course.course import Course
from autograder.explain import evidence
from autograder.grade.engine import grade_locally
from autograder.sandbox.inside.program import assigned_names
from autograder.sandbox.inside.protocol import Cell, pack
from autograder.sandbox.student import Logged

NAMES = sorted(path.parent.name for path in (Path(__file__).parents[1] / "solutions").glob("*/assignment.toml"))

BAD: dict[str, Any] = {
    "none": None,
    "true": True,
    "text": "x",
    "list": [1.0, 2.0],
    "nested": [[1.0], [2.0, [3.0]]],
    "dict": {"a": 1},
    "tuple": (1, 2, 3, 4, 5),
    "nones": (None,) * 5,
    "nan": np.full((3, 4), np.nan),
    "not a number": float("nan"),
    "infinite": float("inf"),
    "objects": np.array([None, object()]),
    "texts": np.array(["a", "b"]),
    "booleans": np.ones((3, 4), dtype=bool),
    "complex": np.ones((3, 4), dtype=complex),
    "empty": np.array([]),
    "deep": np.ones((1,) * 8),
    "huge": 10**40,
    "set": {1, 2},
    "set of texts": {"a", "b"},
    "fraction": Fraction(1_000_003, 3),
    "range": range(7),
    "text of a thousand": "x" * 1_000,
    "function": len,
    "type": float,
}


@pytest.fixture
def wrong_answers_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """All bad answers to a blank are asked the same, and compared with the same known and made wrong answers: these are
    computed once for all, as a training takes long."""
    answers: dict[tuple[Callable[..., Any], bytes], Any] = {}

    def answer_of(function: Callable[..., Any], logged: Logged) -> Any:
        asked = [logged.name, logged.how, logged.figure, logged.in_place, logged.args, logged.kwargs]
        key = function, msgspec.msgpack.encode(pack(asked))
        if key not in answers:
            answers[key] = compute(function, logged)
        return answers[key]

    compute = evidence.answer_of
    monkeypatch.setattr(evidence, "answer_of", answer_of)


@pytest.mark.usefixtures("wrong_answers_once")
@pytest.mark.parametrize("name", NAMES)
def test_a_bad_answer_fails_and_is_no_fault_of_ours(name: str, project: Course) -> None:
    assignment = project.assignment(name)
    for cell in assignment.lesson.blanks():
        blank = cell.grade_id
        right = getattr(assignment.checks.reference, blank, None)
        for kind, value in BAD.items():
            if isinstance(right, type):
                replaced: dict[str, Any] = {blank: class_that_answers(value, right)}
            elif callable(right):
                replaced = {blank: lambda *args, _value=value, **kwargs: _value}
            else:  # a cell that assigns names, read one by one or after it has run with other inputs
                names = dict.fromkeys(assigned_names(Cell(blank, cell.source)), value)
                replaced = names if right is not None else {**names, blank: lambda _names=names, **inputs: _names}
            (report,) = grade_locally(assignment, replaced, "seed", [blank])
            for check in report.checks:
                assert check.outcome == "failed", f"{blank} with {kind}: {check.outcome}, {check.cause}"
                assert check.cause


def class_that_answers(value: Any, right: type) -> type:
    """A class each of whose methods returns the value, and whose attributes are it."""
    methods = [name for name in vars(right) if not name.startswith("_") and callable(getattr(right, name))]
    answers = {name: lambda self, *args, **kwargs: value for name in methods}
    own = {"__init__": lambda self, *args, **kwargs: None, "__getattr__": lambda self, name: value}
    return type(right.__name__, (), answers | own)

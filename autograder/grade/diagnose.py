"""Name the mistake: a known wrong answer of the lesson first, then what can be recognised without one."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks import CheckList, Wrong
from autograder.grade.compare import Failure, same_values
from autograder.grade.inside.border import Raised
from autograder.grade.inside.program import drawn_by
from autograder.grade.student import Logged


def diagnose(
    blank: str, failure: Failure, log: list[Logged], answers: list[Logged], checks: CheckList
) -> tuple[str, str]:
    """The name of the mistake and the sentence that explains it; empty where there is nothing more to say.

    `log` is what the failed check saw, `answers` what all checks of the blank saw: a mistake that explains all of
    it is preferred to one that explains this check alone, as a missing mean can look like another in a small case.
    """
    # A reference in TensorFlow is not run here: that would cost the grader seconds.
    derived = all(check.library == "numpy" for check in checks.of(blank))
    for evidence in (answers, log):
        for wrong in checks.wrongs_of(blank):
            right = getattr(checks.reference, wrong.call, None) if derived else None
            if _explains(wrong, evidence, right):
                return wrong.name, wrong.advice
    if isinstance(failure.found, np.ndarray) and isinstance(failure.expected, np.ndarray):
        name, advice = _recognise(failure.found, failure.expected)
        if name:
            return name, advice
    return failure.name, ""


def _explains(wrong: Wrong, log: list[Logged], right: Any) -> bool:
    """Whether a student who makes this mistake answers everything as this one did, and something not like `right`."""
    asked = [logged for logged in log if logged.name == wrong.call]
    if not callable(wrong.answer):
        return bool(asked) and all(same_values(logged.value, wrong.answer) for logged in asked)
    tells = False
    for logged in asked:
        answer = _answer(wrong.answer, logged)
        if not _same_answer(logged.value, answer):
            return False
        tells = tells or not callable(right) or not _same_answer(answer, _answer(right, logged))
    return tells


def _answer(function: Callable[..., Any], logged: Logged) -> Any:
    """What a function of ours answers to what the student was asked."""
    try:
        args, kwargs = copy.deepcopy(logged.args), copy.deepcopy(logged.kwargs)
        with np.errstate(all="ignore"):
            return drawn_by(lambda: function(*args, **kwargs)) if logged.figure else function(*args, **kwargs)
    except Exception as error:
        return Raised(type(error).__name__, "")


def _same_answer(found: Any, answer: Any) -> bool:
    if isinstance(found, Raised) or isinstance(answer, Raised):
        return isinstance(found, Raised) and isinstance(answer, Raised) and found.error == answer.error
    if isinstance(found, dict) and isinstance(answer, dict):  # a cell assigns more than a known wrong answer tells
        found = {name: found.get(name) for name in answer}
    return same_values(found, answer)


def _recognise(found: np.ndarray, expected: np.ndarray) -> tuple[str, str]:
    if expected.ndim == 2 and found.shape != expected.shape and same_values(found, expected.T):
        return "transposed", "It is the transpose of the right answer."
    if found.shape != expected.shape or found.size == 0 or not np.isfinite(found).all():
        return "", ""
    if expected.ndim == 2 and found.size > 1 and same_values(found, expected.T):
        return "transposed", "It is the transpose of the right answer."
    if same_values(found, -expected) and np.any(expected):
        return "sign", "Every entry has the wrong sign."
    factor = _common_factor(found, expected)
    if factor is not None:
        return "factor", f"Every entry is {_times(factor)}: is a factor or a mean missing, or one too many?"
    return "", ""


def _common_factor(found: np.ndarray, expected: np.ndarray) -> float | None:
    """The constant c with found = c * expected, where there are at least two different entries to tell."""
    if len(np.unique(np.round(expected.astype(float), 6))) < 2:
        return None
    largest = np.unravel_index(np.abs(expected).argmax(), expected.shape)
    factor = float(found[largest] / expected[largest])
    if factor == 0 or not same_values(found, factor * expected):
        return None
    return factor


def _times(factor: float) -> str:
    """ "5 times too large", "3 times too small", with the sign where it is wrong too."""
    size = abs(factor)
    text = f"{size:.4g} times too large" if size >= 1 else f"{1 / size:.4g} times too small"
    return text if factor > 0 else f"{text} and has the wrong sign"

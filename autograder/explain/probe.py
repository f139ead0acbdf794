"""Find out when an answer is right: ask a function that failed again, with inputs that are simpler in one respect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.asserts.compare import Failure
from autograder.asserts.precision import copied
from autograder.asserts.same import are_zeros, same_values
from autograder.course.check_list import CheckList
from autograder.explain.along import is_of_objects
from autograder.explain.names import Mistake, mistake
from autograder.sandbox.student import Logged, Student

STATE_KEPT = mistake("state-kept", "It is right when asked first, but not later: something is kept between the calls.")
_ONLY_ONE_ROW = mistake("only-one-row", "It is right for a single row, but not for a batch of several.")
_ONLY_SEVERAL = mistake(
    "only-several", "It is right for several rows and columns, but not where there is only one: is an axis lost there?"
)
_ONLY_DECIMALS = mistake("only-decimals", "It is right for decimal numbers, but not for whole ones (dtype int).")
_MOST_ASKED = 12  # calls, for one explanation


def probe(student: Student, log: list[Logged], everything: list[Logged], checks: CheckList) -> Mistake | None:
    """Right when asked alone, for each row but not for a batch, for decimals but not for whole numbers, for several
    rows and columns but not for one; else nothing. `log` is what a check saw, `everything` what all checks of the blank
    did; what is said has to hold for every call."""
    wrong = [logged for logged in log if _is_of_a_function(logged, checks) and not _is_asked_right(logged, checks)]
    if not wrong:
        return None
    first = wrong[0]  # only one can be asked first
    if _is_right(student, first.name, getattr(checks.reference, first.name), first.args):
        return STATE_KEPT
    for seen, simplify in ((_ONLY_DECIMALS, _decimals), (_ONLY_ONE_ROW, _each_row)):
        simpler = [(logged.name, simplify(logged.args)) for logged in wrong]
        asked = [(name, args) for name, each in simpler for args in each]
        if (
            all(each for _, each in simpler)
            and any(_tells(getattr(checks.reference, name), args) for name, args in asked)
            and all(
                _is_right(student, name, getattr(checks.reference, name), args) for name, args in asked[:_MOST_ASKED]
            )
        ):
            return seen
    several = [logged for logged in everything if _is_of_a_function(logged, checks) and not _has_one(logged)]
    if several and all(map(_has_one, wrong)) and all(_is_asked_right(logged, checks) for logged in several):
        return _ONLY_SEVERAL
    return None


def _is_of_a_function(logged: Logged, checks: CheckList) -> bool:
    """Whether a call can be asked again by itself."""
    is_plain = not (is_of_objects(logged) or logged.in_place or logged.figure or logged.kwargs)
    return is_plain and callable(getattr(checks.reference, logged.name, None))


def _is_asked_right(logged: Logged, checks: CheckList) -> bool:
    return _agrees(logged.value, getattr(checks.reference, logged.name), logged.args)


def _tells(right: Callable[..., Any], args: list[Any]) -> bool:
    """Whether the right answer is one that nobody gives by chance: not 0."""
    try:
        with np.errstate(all="ignore"):
            value = right(*copied(args))
    except Exception:
        return False
    return any(not are_zeros(each) for each in (value if isinstance(value, tuple) else (value,)))


def _has_one(logged: Logged) -> bool:
    """Whether an argument has a single row, column or entry."""
    return any(isinstance(arg, np.ndarray) and 1 in arg.shape for arg in logged.args)


def _is_right(student: Student, name: str, right: Callable[..., Any], args: list[Any]) -> bool:
    try:
        return _agrees(getattr(student, name)(*args), right, args)
    except Failure:
        return False


def _agrees(found: Any, right: Callable[..., Any], args: list[Any]) -> bool:
    try:
        with np.errstate(all="ignore"):
            return same_values(found, right(*args))
    except Exception:  # the reference does not take such inputs
        return False


def _each_row(args: list[Any]) -> list[list[Any]]:
    """Each row alone, of every array that has a row for each example, as the first table does; nothing where there is
    no table of several."""
    tables = [arg for arg in args if isinstance(arg, np.ndarray) and arg.ndim == 2]
    if not tables or len(tables[0]) < 2:
        return []
    rows = len(tables[0])
    return [
        [arg[row : row + 1] if isinstance(arg, np.ndarray) and arg.ndim and len(arg) == rows else arg for arg in args]
        for row in range(rows)
    ]


def _decimals(args: list[Any]) -> list[list[Any]]:
    """The same numbers as decimals; nothing where they are."""
    whole = [isinstance(arg, np.ndarray) and arg.dtype.kind in "iu" for arg in args]
    if not any(whole):
        return []
    return [[arg.astype(float) if is_whole else arg for arg, is_whole in zip(args, whole, strict=True)]]

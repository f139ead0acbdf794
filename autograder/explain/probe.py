"""Find out when an answer is right: ask a function that failed again, with inputs that are simpler in one respect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.asserts.compare import Failure, same_values
from autograder.course.check_list import CheckList
from autograder.explain.along import is_of_objects
from autograder.explain.names import Mistake, mistake
from autograder.sandbox.student import Logged, Student

STATE_KEPT = mistake("state-kept", "It is right when asked first, but not later: something is kept between the calls.")
_ONLY_ONE_ROW = mistake("only-one-row", "It is right for a single row, but not for a batch of several.")
_ONLY_DECIMALS = mistake("only-decimals", "It is right for decimal numbers, but not for whole ones (dtype int).")


def probe(student: Student, log: list[Logged], checks: CheckList) -> Mistake | None:
    """Right when asked alone, for one row but not for a batch, for decimals but not for whole numbers; else nothing."""
    for logged in log:
        right = getattr(checks.reference, logged.name, None)
        if (
            is_of_objects(logged)
            or logged.in_place
            or not callable(right)
            or logged.figure
            or logged.kwargs
            or _agrees(logged.value, right, logged.args)
        ):
            continue
        for seen, simplify in ((STATE_KEPT, list), (_ONLY_ONE_ROW, _first_row), (_ONLY_DECIMALS, _decimals)):
            args = simplify(logged.args)
            if args is not None and _is_right(student, logged.name, right, args):
                return seen
        return None
    return None


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


def _first_row(args: list[Any]) -> list[Any] | None:
    """The first row of every array that has a row for each example, as the first array does."""
    tables = [arg for arg in args if isinstance(arg, np.ndarray) and arg.ndim == 2]
    if not tables or len(tables[0]) < 2:
        return None
    rows = len(tables[0])
    return [arg[:1] if isinstance(arg, np.ndarray) and arg.ndim and len(arg) == rows else arg for arg in args]


def _decimals(args: list[Any]) -> list[Any] | None:
    whole = [isinstance(arg, np.ndarray) and arg.dtype.kind in "iu" for arg in args]
    if not any(whole):
        return None
    return [arg.astype(float) if is_whole else arg for arg, is_whole in zip(args, whole, strict=True)]

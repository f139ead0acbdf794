"""Functions that change what they get: what their arguments are after the call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.asserts.precision import copied


def after(function: Callable[..., Any], position: int = 0) -> Callable[..., Any]:
    """`function` as one that returns its argument at `position` as it is after the call.

    For a student's function in a check with `in_place=True`, and for the reference beside it:
    `assert_agrees(after(student.update), after(reference.update), params, grads, of=…)`. What is passed stays as it is.
    """

    def changed(*args: Any) -> Any:
        of_student = getattr(function, "arguments_after", None)
        if of_student:
            return of_student(*args)[position]
        copies = copied(args)
        function(*copies)
        return copies[position]

    changed.__wrapped__ = function  # type: ignore[attr-defined]
    return changed

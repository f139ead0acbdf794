"""Answers beside each other: whether two are the same, and whether everything got one and the same."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from autograder.asserts.same import same_values
from autograder.explain.names import mistake
from autograder.sandbox.inside.program import drawn_by
from autograder.sandbox.inside.protocol import MAX_MESSAGE, Raised
from autograder.sandbox.inside.values import pack, plain, unpack
from autograder.sandbox.messages import LEFT_OUT, NOT_SHOWN
from autograder.sandbox.student import Logged, told_in_place
from autograder.stages import TooMuch

NO_OBJECTS: Mapping[int, Any] = MappingProxyType({})
CONSTANT = mistake(
    "constant", "It gives the same answer whatever it is asked: compute it from the function's own arguments."
)


ZEROS = mistake(
    "zeros", "All that is wrong is 0: is something subtracted from itself, or are decimals cut off, as by //?"
)


def answer_of(function: Callable[..., Any], logged: Logged, objects: Mapping[int, Any] = NO_OBJECTS) -> Any:
    """What a function of ours answers to what the student was asked, as it would arrive from the sandbox."""
    try:
        values, kwargs = copy.deepcopy(logged.args), copy.deepcopy(logged.kwargs)
        args = values.copy()
        for where, number in logged.objects:
            if isinstance(where, int):
                args[where] = objects[number]
            else:
                kwargs[where] = objects[number]
        with np.errstate(all="ignore"):
            if logged.figure:
                return drawn_by(lambda: function(*args, **kwargs))
            value = crossed(function(*args, **kwargs))
            return told_in_place(value, values) if logged.in_place else value
    except TooMuch:
        raise
    except Exception as error:
        return Raised(type(error).__name__, " ".join(str(error)[:MAX_MESSAGE].split()))


def crossed(value: Any) -> Any:
    """A value of ours as if it had come from the sandbox."""
    if value is None or type(value) in (bool, int, float):
        return value
    return unpack(plain(pack(value)))


def same_answer(found: Any, answer: Any) -> bool:
    if isinstance(found, Raised) or isinstance(answer, Raised):
        return isinstance(found, Raised) and isinstance(answer, Raised) and _same_exception(found, answer)
    if found is None or answer is None:
        return found is answer
    return same_values(found, answer)


def _same_exception(found: Raised, answer: Raised) -> bool:
    """Whether two stop in the same way: with the same message, as far as it is shown. The kind alone says nothing."""
    if found.error != answer.error or found.error == "RecursionError":  # whose text tells no more
        return found.error == answer.error
    if found.message in ("", NOT_SHOWN):
        return False
    said = ".*".join(map(re.escape, " ".join(found.message.split()).split(LEFT_OUT)))
    return re.fullmatch(said, answer.message) is not None


def same_but_for_ones(found: Any, answer: Any) -> bool:
    """Whether two answers are the same once the axes of length 1 of their arrays and lists are left out."""
    return same_answer(_without_ones(found), _without_ones(answer))


def _without_ones(value: Any) -> Any:
    if isinstance(value, (tuple, list)):
        parts = [_without_ones(each) for each in value]
        return parts[0] if len(parts) == 1 else parts
    return np.squeeze(value) if isinstance(value, np.ndarray) else value


def is_one_answer(log: list[Logged]) -> bool:
    """Whether one and the same was answered to unlike questions, by a function, a method or a cell."""
    asked = questions(log)
    first = asked[0] if asked else None
    return first is not None and (
        all(logged.name == first.name and same_answer(logged.value, first.value) for logged in asked)
        and not all(same_values(inputs(logged), inputs(first)) for logged in asked)
    )


def questions(log: list[Logged]) -> list[Logged]:
    """What was asked with inputs, and answered with something.

    A figure is none of these: its labels may be asked for whatever is drawn. Nor is an object that is made.
    """
    return [
        logged
        for logged in log
        if inputs(logged) and not logged.figure and logged.how != "make" and not isinstance(logged.value, Raised | None)
    ]


def inputs(logged: Logged) -> list[Any]:
    return [*logged.args, *logged.kwargs.values()]

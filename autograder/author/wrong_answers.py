"""Wrong answers in a rehearsal: those that the author knows are refused and named, trivial ones are refused."""

from __future__ import annotations

import ast
import copy
import functools
import inspect
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from types import CodeType
from typing import Any

import numpy as np

from autograder.author.trial import SEEDS
from autograder.course.course import Assignment
from autograder.course.declarations import Wrong
from autograder.grade.engine import grade_locally
from autograder.records import CellReport

_FIRST = "the first right answer every time"


def wrong_faults(assignment: Assignment, wrong: Wrong, seeds: Sequence[str] = SEEDS) -> Iterator[str]:
    """A known wrong answer has to lose its own blank, as the mistake that it is, and nothing else."""
    name = f"checks.py, known wrong answer '{wrong.name}' of '{wrong.blank}'"
    blanks = _blanks_in_reach(assignment, wrong)
    for seed in seeds:
        cells = grade_locally(assignment, {wrong.call: wrong.answer}, seed, blanks)
        own = next(cell for cell in cells if cell.grade_id == wrong.blank)
        failed = [check for check in own.checks if check.outcome == "failed"]
        if not failed:
            yield f"{name} loses nothing: if it is right, take it out; else write a check that refuses it"
        for check in failed:
            if check.diagnosis != wrong.name:
                yield f"{name} is taken for '{check.diagnosis}' by check '{check.name}': {check.cause}"
        yield from _lost_elsewhere(name, wrong.blank, cells)


def _blanks_in_reach(assignment: Assignment, wrong: Wrong) -> list[str]:
    """The blanks that this mistake could touch: its own, those whose cells or checks build on its name, and theirs.

    TensorFlow's are tried only where they are its own or use it.
    """
    reached = _names_built_on(assignment, wrong.call.partition(".")[0])
    blanks = []
    for cell in assignment.lesson.blanks():
        checks = assignment.checks.of(cell.grade_id)
        near = cell.grade_id == wrong.blank or any(wrong.blank in check.uses for check in checks)
        asked = {name for check in checks for name in _names_in_function(check.function.__code__)}
        builds_on = bool(reached & (asked | _names_in(cell.source)))
        if near or (builds_on and all(check.library == "numpy" for check in checks)):
            blanks.append(cell.grade_id)
    return blanks


def _names_built_on(assignment: Assignment, name: str) -> set[str]:
    """A name of the lesson, and all that is computed with it or with what was, cell by cell."""
    reached = {name}
    grown = True
    while grown:
        grown = False
        for cell in assignment.lesson.program():
            made = _names_made_in(cell.source)
            if reached & _names_in(cell.source) and not made <= reached:
                reached |= made
                grown = True
    return reached


@functools.lru_cache(maxsize=1024)
def _names_in(source: str) -> set[str]:
    """Every word of a source: names, attributes and what stands in texts."""
    return set(re.findall(r"\w+", source))


@functools.lru_cache(maxsize=1024)
def _names_in_function(code: CodeType) -> set[str]:
    return _names_in(inspect.getsource(code))


@functools.lru_cache(maxsize=1024)
def _names_made_in(source: str) -> set[str]:
    """The functions, classes and variables that a source makes."""
    nodes = list(ast.walk(ast.parse(source)))
    made = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    return made | {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def _lost_elsewhere(name: str, blank: str, cells: list[CellReport]) -> Iterator[str]:
    for cell in cells:
        if cell.grade_id == blank:
            yield from (f"{name}: {check.cause}" for check in cell.checks if check.outcome == "grader error")
            continue
        for check in cell.checks:
            if check.outcome != "passed":
                yield f"{name} also loses check '{check.name}' of '{cell.grade_id}': {check.cause}"


def function_blanks(assignment: Assignment) -> list[str]:
    """The blanks that are functions or classes."""
    reference = assignment.checks.reference
    return [cell.grade_id for cell in assignment.lesson.blanks() if callable(getattr(reference, cell.grade_id, None))]


def trivial_faults(assignment: Assignment, blank: str) -> Iterator[str]:
    """The checks that a function which computes nothing passes, in place of a blank; or a class whose methods do."""
    right = getattr(assignment.checks.reference, blank)
    for name, instead in _trivial_answers():
        answer: Any
        if isinstance(right, type):
            answer = _with_methods(right, instead)
        elif name == _FIRST and not inspect.signature(right).parameters:
            continue
        else:
            answer = instead(right)
        for check in grade_locally(assignment, {blank: answer}, SEEDS[0], [blank])[0].checks:
            if check.outcome != "failed":
                yield f"check '{check.name}' of '{blank}' ends as {check.outcome} on {name}"


def _trivial_answers() -> list[tuple[str, Callable[[Callable[..., Any]], Callable[..., Any]]]]:
    """What computes nothing, each made from what is right."""

    def filled(fill: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        def instead(right: Callable[..., Any]) -> Callable[..., Any]:
            def answer(*args: Any, **kwargs: Any) -> Any:
                value = _filled(right(*copy.deepcopy(args), **copy.deepcopy(kwargs)), fill)  # it may change them
                if "matplotlib.pyplot" in sys.modules:  # what the reference drew must not be taken for this answer's
                    sys.modules["matplotlib.pyplot"].close("all")
                return value

            return answer

        return instead

    def own_input(right: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *args, **kwargs: [*args, *kwargs.values(), None][0]

    def first_time(right: Callable[..., Any]) -> Callable[..., Any]:
        first: list[Any] = []

        def answer(*args: Any, **kwargs: Any) -> Any:
            if not first:
                first.append(right(*copy.deepcopy(args), **copy.deepcopy(kwargs)))
            return copy.deepcopy(first[0])

        return answer

    return [("zeros", filled(0)), ("ones", filled(1)), ("its own input", own_input), (_FIRST, first_time)]


def _with_methods(right: type, instead: Callable[[Callable[..., Any]], Callable[..., Any]]) -> type:
    """A class each of whose methods is another in place of the right one, and so is what its attributes hold."""

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        self._right, self._first = right(*args, **kwargs), [*args, *kwargs.values(), None][0]

    def __getattr__(self: Any, name: str) -> Any:
        value = getattr(self._right, name)
        if not callable(value):
            return instead(lambda _: value)(self._first)
        return self.__dict__.setdefault(name, instead(value))

    def __call__(self: Any, *args: Any, **kwargs: Any) -> Any:
        return self.__getattr__("__call__")(*args, **kwargs)

    own = {"__init__": __init__, "__getattr__": __getattr__}
    return type(right.__name__, (), own | ({"__call__": __call__} if "__call__" in dir(right) else {}))


def _filled(value: Any, fill: int) -> Any:
    """Something of the same form, with nothing in it."""
    if isinstance(value, (tuple, list)):
        return type(value)(_filled(each, fill) for each in value)
    if isinstance(value, dict):
        return {key: _filled(each, fill) for key, each in value.items()}
    if isinstance(value, (np.ndarray, np.number, int, float)):
        return np.full_like(np.asarray(value), fill)
    return None

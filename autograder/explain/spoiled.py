"""Wrong answers that are made of the right function: with an argument or its result spoiled, with another function."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from autograder.course.check_list import CheckList
from autograder.course.declarations import Wrong
from autograder.explain.behaviours import behaviours_of, with_argument, with_result
from autograder.explain.names import Mistake, mistake

Function = Callable[..., Any]


def spoiled_wrongs(blank: str, checks: CheckList, example: dict[str, Any]) -> list[Wrong]:
    """Those to a blank that is a function in NumPy; made once. `example` has the arguments of its visible example."""
    key = f"{blank}, spoiled"
    if key not in checks.made:
        right = getattr(checks.reference, blank, None)
        wrongs: list[Wrong] = []
        if inspect.isfunction(right):
            made = [*_behaviours(right, example), *_other_functions(blank, right, checks)]
            wrongs = [Wrong(told.name, blank, blank, told.advice, answer) for told, answer in made]
        checks.made[key] = wrongs
    return checks.made[key]


# --- a behaviour ------------------------------------------------------------------------------------------------------

_OF_ARGUMENTS = {
    "its absolute value": ("sign-lost", "The sign of `{}` is lost: negative values count as positive ones."),
    "its negative": ("sign-of-argument", "`{}` has the wrong sign."),
    "rounded": ("rounded", "`{}` is rounded to whole numbers."),
    "rounded to 2 decimals": ("rounded", "`{}` is rounded to 2 decimals."),
    "cut to whole numbers": ("rounded", "The decimals of `{}` are cut off."),
    "at most 1": ("bounded", "`{}` is cut off at 1."),
    "at most 6": ("bounded", "`{}` is cut off at 6."),
    "at most 100": ("bounded", "`{}` is cut off at 100."),
    "its first row only": ("only-first-row", "Only the first row of `{}` is used."),
    "its last row left out": ("last-row-left-out", "The last row of `{}` is left out."),
    "its order reversed": ("order-reversed", "`{}` is taken in reverse order."),
    "its default": ("argument-ignored", "`{}` is not used: its default stands in its place."),
    "the example's": ("argument-ignored", "`{}` is not used: the value of the example stands in its place."),
}
_OF_RESULTS = {
    "squeezed": ("axis-squeezed", "An axis of length 1 is taken away: the shape has to stay."),
    "from -1 to 1": ("bounded", "The result is cut off at -1 and 1."),
    "from 0 to 6": ("bounded", "The result is cut off at 0 and 6."),
    "at least 0": ("bounded", "Results below 0 are made 0."),
    "rounded to 2 decimals": ("rounded", "The result is rounded to 2 decimals."),
    "rounded to 3 decimals": ("rounded", "The result is rounded to 3 decimals."),
    "with one axis more": ("axis-too-many", "The result has an axis of length 1 too many."),
}
_LIKE = "The result stands in an array like `{}`: where that has whole numbers, decimals are cut off."
_MORE_OF_RESULTS: list[tuple[Function, str, str]] = [
    (np.abs, "sign-lost", "The sign of the result is lost."),
    (np.trunc, "rounded", "The decimals of the result are cut off."),
    (np.round, "rounded", "The result is rounded to whole numbers."),
]


def _behaviours(right: Function, example: dict[str, Any]) -> Iterator[tuple[Mistake, Function]]:
    for name in inspect.signature(right).parameters:
        told = mistake("argument-ignored", f"`{name}` is not used: it counts as 1.")
        yield told, with_argument(right, name, lambda value: type(value)(1) if type(value) in (int, float) else value)
    for each in behaviours_of(right, example):
        where, _, what = each.change.partition(": ")
        if where != "result" and what in _OF_ARGUMENTS:
            name, advice = _OF_ARGUMENTS[what]
            yield mistake(name, advice.format(where)), each.make()
        elif what in _OF_RESULTS:
            yield mistake(*_OF_RESULTS[what]), each.make()
        elif what.startswith("of the dtype of "):
            yield mistake("cut-like-an-argument", _LIKE.format(what.split()[-1])), each.make()
    for function, name, advice in _MORE_OF_RESULTS:
        yield mistake(name, advice), with_result(right, _in_each(function))


def _in_each(function: Function) -> Function:
    """The function of a value, or of each of several."""
    return lambda value: tuple(map(function, value)) if isinstance(value, tuple) else function(value)


# --- another function -------------------------------------------------------------------------------------------------

_WIDELY_KNOWN: dict[str, Function] = {
    "sigmoid": lambda x: 1 / (1 + np.exp(-np.asarray(x))),
    "tanh": np.tanh,
    "relu": lambda x: np.maximum(0, x),
    "step": lambda x: (np.asarray(x) > 0) * 1,
    "exp": np.exp,
    "x * (1 - x)": lambda x: np.asarray(x) * (1 - np.asarray(x)),
    "1 - x ** 2": lambda x: 1 - np.square(x),
}


def _other_functions(blank: str, right: Function, checks: CheckList) -> Iterator[tuple[Mistake, Function]]:
    lesson = {name: function for name, function in _functions(checks) if name != blank}
    parameters = [*inspect.signature(right).parameters]
    for name, function in lesson.items():
        if len(parameters) > 1 and [*inspect.signature(function).parameters] == parameters:
            yield mistake("another-function", f"This is what `{name}` gives."), function
    unary = _WIDELY_KNOWN | {
        name: each for name, each in lesson.items() if len(inspect.signature(each).parameters) == 1
    }
    unary.pop(blank, None)
    called_ones = {*right.__code__.co_names} & lesson.keys() & unary.keys()
    for name, function in unary.items():
        if len(parameters) == 1:
            yield mistake("another-function", f"This is what `{name}` gives."), function
        told = mistake("function-too-many", f"`{name}` is taken of the result, which is not asked for.")
        yield told, with_result(right, _in_each(function))
        for parameter in parameters:
            told = mistake("function-too-many", f"`{name}` is taken of `{parameter}`, which is not asked for.")
            yield told, with_argument(right, parameter, function)
        for called in sorted(called_ones - {name}):
            told = mistake("another-function", f"`{name}` stands where `{called}` belongs.")
            yield told, _with_another(right, called, function)


def _functions(checks: CheckList) -> Iterator[tuple[str, Function]]:
    """The functions in NumPy that the lesson asks for."""
    for cell in checks.lesson.blanks():
        function = getattr(checks.reference, cell.grade_id, None)
        if inspect.isfunction(function) and all(check.library == "numpy" for check in checks.of(cell.grade_id)):
            yield cell.grade_id, function


def _with_another(right: Function, called: str, function: Function) -> Function:
    """The right function with another in place of one that it calls."""

    def answer(*args: Any, **kwargs: Any) -> Any:
        given = right.__globals__
        kept = given[called]
        given[called] = function
        try:
            return right(*args, **kwargs)
        finally:
            given[called] = kept

    return answer

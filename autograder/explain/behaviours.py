"""Mutants of behaviour: wrong answers made from what the reference gives, whatever its source looks like.

Each is the right function with one of its arguments, or its result, a little spoiled: the sign is lost, decimals are
cut, an axis is squeezed away, a case is not thought of. `autograder rehearse` sees that the checks refuse them.
"""

from __future__ import annotations

import copy
import functools
import inspect
import itertools
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

Change = Callable[[Any], Any]
Answer = Callable[..., Any]


class Behaviour(NamedTuple):
    """A wrong answer in place of a function."""

    change: str  # what an author reads and may list: "lr: at most 1", "result: squeezed"
    make: Callable[[], Answer]  # one that has not been called yet: some remember


def behaviours_of(right: Answer, examples: dict[str, Any]) -> list[Behaviour]:
    """All of a function; `examples` are the values of its parameters in a visible example."""
    found: dict[str, Callable[[], Answer]] = {}
    for name, parameter in inspect.signature(right).parameters.items():
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            continue
        changes = dict(_OF_ARGUMENTS)
        if parameter.default is not parameter.empty:
            changes["its default"] = _always(parameter.default)
        elif name in examples:
            changes["the example's"] = _always(examples[name])
        for what, change in changes.items():
            found[f"{name}: {what}"] = functools.partial(with_argument, right, name, change)
        found[f"result: of the dtype of {name}"] = functools.partial(_in_dtype_of, right, name)
    for what, change in _OF_RESULTS.items():
        found[f"result: {what}"] = functools.partial(with_result, right, change)
    found["result: right in the first call only"] = functools.partial(_once, right)
    return [Behaviour(change, make) for change, make in found.items()]


# --- What is done to a value ------------------------------------------------------------------------------------------


def _floats(change: Callable[[np.ndarray], Any]) -> Change:
    """A change of each number and each array of floats in a value, also those in lists, tuples and dictionaries."""

    def changed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: changed(each) for key, each in value.items()}
        if type(value) in (list, tuple):
            return type(value)(changed(each) for each in value)
        if type(value) is float or (isinstance(value, (np.ndarray, np.generic)) and value.dtype.kind == "f"):
            spoiled = change(np.asarray(value))
            return float(spoiled) if type(value) is float else spoiled[()] if isinstance(value, np.generic) else spoiled
        return value

    return changed


def _numbers(change: Callable[[Any], Any]) -> Change:
    """A change of whole numbers too."""

    def changed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: changed(each) for key, each in value.items()}
        if type(value) in (list, tuple):
            return type(value)(changed(each) for each in value)
        if type(value) in (int, float):
            return type(value)(change(value))
        if isinstance(value, (np.ndarray, np.generic)) and value.dtype.kind in "iuf":
            return np.asarray(change(value), value.dtype)
        return value

    return changed


def _rows(change: Callable[[Any], Any]) -> Change:
    """A change of the rows of an array, or of the items of a list, of which there are several."""
    return lambda value: (
        change(value)
        if (isinstance(value, np.ndarray) and value.ndim and len(value) > 1)
        or (type(value) in (list, tuple) and len(value) > 1)
        else value
    )


def _transposed(value: Any) -> Any:
    is_square = isinstance(value, np.ndarray) and value.ndim == 2 and value.shape[0] == value.shape[1]
    return value.T if is_square else value


def _without_extreme(which: Callable[[np.ndarray], Any], to: float) -> Callable[[np.ndarray], np.ndarray]:
    """The smallest or the largest entry of an array of several is another."""

    def changed(array: np.ndarray) -> np.ndarray:
        if array.size < 2:
            return array
        spoiled = array.copy()
        spoiled.flat[int(which(array))] = to
        return spoiled

    return changed


_OF_ARGUMENTS: dict[str, Change] = {
    "its absolute value": _numbers(np.abs),
    "its negative": _numbers(np.negative),
    "rounded": _floats(np.round),
    "rounded to 2 decimals": _floats(lambda array: np.round(array, 2)),
    "cut to whole numbers": _floats(np.trunc),
    "at most 1": _numbers(lambda value: np.minimum(value, 1)),
    "at most 6": _numbers(lambda value: np.minimum(value, 6)),
    "at most 100": lambda value: min(value, 100) if type(value) is int else value,
    "its first row only": _rows(lambda rows: rows[:1]),
    "its last row left out": _rows(lambda rows: rows[:-1]),
    "its order reversed": _rows(lambda rows: rows[::-1]),
    "transposed where square": _transposed,
}
_OF_RESULTS: dict[str, Change] = {
    "squeezed": _floats(np.squeeze),
    "from -1 to 1": _floats(lambda array: np.clip(array, -1, 1)),
    "from 0 to 6": _floats(lambda array: np.clip(array, 0, 6)),
    "at least 0": _floats(lambda array: np.maximum(array, 0)),
    "rounded to 2 decimals": _floats(lambda array: np.round(array, 2)),
    "rounded to 3 decimals": _floats(lambda array: np.round(array, 3)),
    "its smallest entry 0": _floats(_without_extreme(np.argmin, 0.0)),
    "its largest entry 0": _floats(_without_extreme(np.argmax, 0.0)),
    "with one axis more": _floats(lambda array: array[None] if array.ndim else array),
}


# --- What is done to a function ---------------------------------------------------------------------------------------


def _always(value: Any) -> Change:
    return lambda _: copy.deepcopy(value)


def with_argument(right: Answer, name: str, change: Change) -> Answer:
    """The right function of another argument in place of the one of that name."""
    signature = inspect.signature(right)

    @functools.wraps(right)
    def answer(*args: Any, **kwargs: Any) -> Any:
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        bound.arguments[name] = change(bound.arguments[name])
        return right(*bound.args, **bound.kwargs)

    return answer


def with_result(right: Answer, change: Change) -> Answer:
    """The right function with another result."""

    @functools.wraps(right)
    def answer(*args: Any, **kwargs: Any) -> Any:
        return change(right(*args, **kwargs))

    return answer


def _in_dtype_of(right: Answer, name: str) -> Answer:
    """As numbers are that were written into an array like the argument: whole ones lose their decimals."""
    signature = inspect.signature(right)

    @functools.wraps(right)
    def answer(*args: Any, **kwargs: Any) -> Any:
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        like = bound.arguments[name]
        is_whole = isinstance(like, np.ndarray) and like.dtype.kind in "iu"
        value = right(*args, **kwargs)
        return _floats(np.trunc)(value) if is_whole else value

    return answer


def _once(right: Answer) -> Answer:
    calls = itertools.count()

    @functools.wraps(right)
    def answer(*args: Any, **kwargs: Any) -> Any:
        value = right(*args, **kwargs)
        return value if next(calls) == 0 else _floats(lambda array: 0 * array)(value)

    return answer

"""Recognise a mistake from the numbers alone: what was answered beside what is right."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import numpy as np

from autograder.asserts.compare import Failure
from autograder.asserts.same import numbers_of, same_values
from autograder.explain.names import Mistake, mistake

OF_ALL_VALUES = {"sign", "twice", "half", "factor"}  # what a call that was answered right contradicts
_NEAR_ONE = (0.995, 1.005)
_ROUNDED_TO_ZERO = 1e-6  # of the right answer


class Pair(msgspec.Struct):
    """One wrong value and the right one, of a call of `function` with `args` where that is known."""

    found: Any  # once recognised as numbers: an array of floats
    expected: Any
    function: Callable[..., Any] | None = None
    args: list[Any] = []


def recognise(failure: Failure, pairs: list[Pair]) -> Mistake | None:
    """The one mistake that explains every wrong value, or nothing; without `pairs` that of the failure is judged."""
    if not pairs and failure.expected is not None:
        pairs = [Pair(failure.found, failure.expected)]
    arrays: list[Pair] = []
    for pair in pairs:
        found, expected = _array(pair.found), _array(pair.expected)
        if found is None or expected is None:
            return None
        arrays.append(Pair(found, expected, pair.function, pair.args))
    if not arrays:
        return None
    if any(not np.isfinite(pair.found).all() for pair in arrays):
        return _overflow(arrays)
    for look in (_transposed, _sign, _factor, _moved, _summed, _broadcast, _shifted, _same_every_time):
        seen = look(arrays)
        if seen:
            return seen
    return None


def _transposed(pairs: list[Pair]) -> Mistake | None:
    if all(
        pair.expected.ndim == 2 and pair.found.size > 1 and same_values(pair.found, pair.expected.T) for pair in pairs
    ):
        return mistake("transposed", "It is the transpose of the right answer.")
    return None


def _sign(pairs: list[Pair]) -> Mistake | None:
    if all(same_values(pair.found, -pair.expected) for pair in pairs):
        return mistake("sign", "Every entry has the wrong sign.")
    return None


def _factor(pairs: list[Pair]) -> Mistake | None:
    """Which factor every entry is off by: a fixed one, a size of an argument, an argument."""
    factors: list[float] = []
    if not _are_several([pair.expected for pair in pairs]):
        return None
    for pair in pairs:
        factor = _common_factor(pair.found, pair.expected)
        if factor is None:
            return None
        factors.append(factor)
    first = factors[0]
    if any(_NEAR_ONE[0] < abs(factor) < _NEAR_ONE[1] for factor in factors):
        return None  # rounded, or computed in another way: no factor is missing
    if all(np.isclose(factor, 2, rtol=1e-4) for factor in factors):
        return mistake("twice", "Every entry is 2 times too large: there is a factor 2 too many, or a half is missing.")
    if all(np.isclose(factor, 0.5, rtol=1e-4) for factor in factors):
        return mistake("half", "Every entry is 2 times too small: a factor 2 is missing, or there is a half too many.")
    for name, advice, values in _candidates(pairs):
        if np.allclose(factors, values, rtol=1e-4):
            return mistake(name, f"Every entry is {_times(first)}{advice}")
    if all(np.isclose(factor, first, rtol=1e-4) for factor in factors):
        return mistake("factor", f"Every entry is {_times(first)}: is a factor or a mean missing, or one too many?")
    return None


def _candidates(pairs: list[Pair]) -> Iterator[tuple[str, str, list[float]]]:
    """Factors that the arguments suggest, with the sentence's second half, and their value in each call."""
    if any(pair.function is None for pair in pairs):
        return
    names = list(inspect.signature(pairs[0].function).parameters)  # type: ignore[arg-type]
    for position, name in enumerate(names):
        values: list[Any] = [pair.args[position] if position < len(pair.args) else None for pair in pairs]
        if all(isinstance(value, np.ndarray) and value.ndim for value in values):
            yield from _sizes(name, values)
        elif all(isinstance(value, float) and value for value in values):
            yield "factor-too-many", f": `{name}` is multiplied in once too often.", values
            yield "factor-missing", f": the factor `{name}` is missing.", [1 / value for value in values]


def _sizes(name: str, arrays: list[np.ndarray]) -> Iterator[tuple[str, str, list[float]]]:
    counted = {"rows": [len(array) for array in arrays]}
    if all(array.ndim == 2 for array in arrays):
        counted["columns"] = [array.shape[1] for array in arrays]
        counted["entries"] = [array.size for array in arrays]
    for what, counts in counted.items():
        if any(count < 2 for count in counts):
            continue
        told = f", and {name} has {counts[0]} {what}"
        over = "all entries" if what == "entries" else f"the {what}"
        yield "mean-missing", f"{told}: the mean over {over} is missing.", [float(n) for n in counts]
        yield "mean-twice", f"{told}: the mean over {over} is taken once too often.", [1 / n for n in counts]
        yield "half-for-mean", f"{told}: there is a half where a mean over {over} belongs.", [n / 2 for n in counts]


def _moved(pairs: list[Pair]) -> Mistake | None:
    """Where new values of arguments are right but for the size or the direction of the step from the old ones."""
    names, factors = set[str](), list[float]()
    for pair in pairs:
        if pair.function is None:
            return None
        parameters = list(inspect.signature(pair.function).parameters)
        steps = [
            (name, _step_factor(pair, arg))
            for name, arg in zip(parameters, pair.args, strict=False)
            if isinstance(arg, np.ndarray) and arg.ndim and arg.shape == pair.expected.shape == pair.found.shape
        ]
        told = [(name, factor) for name, factor in steps if factor is not None]
        if len(told) != 1:
            return None
        names.add(told[0][0])
        factors.append(told[0][1])
    first = factors[0]
    if not np.allclose(factors, first, rtol=1e-3, atol=1e-6):
        return None
    which = ", ".join(f"`{name}`" for name in sorted(names))
    if first == 0:
        return mistake("unchanged", f"What is returned is {which} as it came in: nothing is changed.")
    if np.isclose(first, -1, rtol=1e-3):
        return mistake("step-reversed", f"The step from {which} goes in the opposite direction.")
    return mistake("step-factor", f"The step from {which} is {_times(first)}.")


def _step_factor(pair: Pair, start: np.ndarray) -> float | None:
    """By what the step from an argument is off; 0 where it was not made."""
    if same_values(pair.found, start):
        return 0.0
    step = pair.expected - start
    factor = _common_factor(pair.found - start, step) if _are_several([step]) else None
    return None if factor is not None and _NEAR_ONE[0] < factor < _NEAR_ONE[1] else factor


def _summed(pairs: list[Pair]) -> Mistake | None:
    """A sum or mean over an axis that is missing, or one too many."""
    for axis, over in ((0, "rows"), (1, "columns")):
        for function, what in ((np.sum, "sum"), (np.mean, "mean")):
            if all(_reduces(pair.found, pair.expected, axis, function) for pair in pairs):
                if all(pair.found.ndim == 1 for pair in pairs):  # an axis was summed already: which, nobody knows here
                    if any(pair.expected.ndim for pair in pairs):  # a list of several in the place of one item
                        return None
                    return mistake(
                        f"{what}-missing", f"There is a number for each of several yet: the {what} of these is missing."
                    )
                return mistake(f"{what}-missing", f"The {what} over the {over} (axis={axis}) is missing.")
            if all(_reduces(pair.expected, pair.found, axis, function) for pair in pairs):
                return mistake(f"{what}-too-many", f"There is a {what} over the {over} (axis={axis}) too many.")
    return None


def _reduces(whole: np.ndarray, part: np.ndarray, axis: int, function: Callable[..., Any]) -> bool:
    if whole.ndim <= axis or whole.shape[axis] < 2 or whole.shape == part.shape:
        return False
    reduced = function(whole, axis=axis)
    return reduced.size == part.size and same_values(reduced.ravel(), part.ravel())


def _broadcast(pairs: list[Pair]) -> Mistake | None:
    for pair in pairs:
        count = pair.expected.size
        if (
            count < 2
            or pair.found.shape != (count, count)
            or pair.expected.shape not in ((count,), (count, 1), (1, count))
        ):
            return None
    return mistake("broadcast", "A column and a row were combined into a table: bring both to the same shape first.")


def _shifted(pairs: list[Pair]) -> Mistake | None:
    if not all(_is_a_run(pair) for pair in pairs):
        return None
    if all(same_values(pair.found[1:], pair.expected[:-1]) for pair in pairs):
        return mistake(
            "one-step-late", "Every value stands one step too late: is the start noted, where it should not be?"
        )
    if all(same_values(pair.found[:-1], pair.expected[1:]) for pair in pairs):
        return mistake(
            "one-step-early", "Every value stands one step too early: is it noted after the update, not before?"
        )
    return None


def _same_every_time(pairs: list[Pair]) -> Mistake | None:
    for pair in pairs:
        if not _is_a_run(pair):
            return None
        if not all(same_values(entry, pair.expected[-1]) for entry in pair.found):
            return None
    return mistake("same-every-time", "Every entry is the last one: the same array was stored each time; store a copy.")


def _is_a_run(pair: Pair) -> bool:
    """Whether values follow each other that differ enough to tell: a row of zeros and ones is like any other."""
    if pair.found.shape != pair.expected.shape or pair.expected.ndim == 0:
        return False
    return len(pair.expected) >= 3 and len(np.unique(pair.expected)) >= 4


def _overflow(pairs: list[Pair]) -> Mistake | None:
    large = any(np.abs(arg).max(initial=0) > 80 for pair in pairs for arg in pair.args if isinstance(arg, np.ndarray))
    if large:
        return mistake(
            "overflow",
            "Large inputs overflow: exp of a large number is infinite. Subtract the largest of each row: with the "
            "largest of all, other rows come to 0.",
        )
    return None


def _common_factor(found: np.ndarray, expected: np.ndarray) -> float | None:
    """The constant c with found = c * expected, which an entry tells that is not 0. What rounding leaves is no
    factor."""
    if found.shape != expected.shape or not (np.abs(expected) > 1e-6).any():
        return None
    largest = np.unravel_index(np.abs(expected).argmax(), expected.shape)
    factor = float(found[largest] / expected[largest])
    if abs(factor) < _ROUNDED_TO_ZERO or not same_values(found, factor * expected):
        return None
    return factor


def _are_several(arrays: list[np.ndarray]) -> bool:
    """Whether at least two different entries that are not 0 are among them."""
    entries = np.concatenate([array.ravel() for array in arrays])
    return len(np.unique(np.round(entries[np.abs(entries) > 1e-6], 6))) > 1


def _times(factor: float) -> str:
    """ "5 times too large", "3 times too small", with the sign where it is wrong too."""
    size = abs(factor)
    text = f"{size:.4g} times too large" if size >= 1 else f"{1 / size:.4g} times too small"
    return text if factor > 0 else f"{text} and has the wrong sign"


def _array(value: Any) -> np.ndarray | None:
    array = numbers_of(value)
    return array.astype(float) if array is not None and array.dtype.kind in "iuf" else None

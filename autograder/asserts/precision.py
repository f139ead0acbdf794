"""How far an honest answer may be off: the tolerance of each entry, and the conditioning that it comes from.

The tolerance of an entry comes from two things only. One is the precision of the arithmetic: float32's, whatever dtype
an answer is stored in, since a student may compute in float32; float16's only where the check asks for it. The other is
the conditioning of that entry: how far the expected value moves when the inputs move by one rounding error, measured
by moving them. It is never a constant, and no entry borrows tolerance from another.
"""

from __future__ import annotations

import copy
import functools
import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal

import numpy as np

Precision = Literal["float32", "float16"]

_EPSILON = {each: float(np.finfo(each).eps) for each in ("float32", "float16")}
ROUNDINGS = 32  # an honest computation may be off by this many rounding errors, each amplified by the conditioning
_NUDGE = 1e-6  # relative size of the moves that measure the conditioning
_MOVES = 6  # in random directions; an entry in which all of them happen to cancel would be held too tight
_WIDEST = {"float32": 0.01, "float16": 0.1}  # of the largest entry: a tolerance wider than that tells nothing


def tolerance(expected: np.ndarray, conditioning: Any, precision: Precision = "float32") -> np.ndarray:
    """The absolute tolerance of each entry."""
    return ROUNDINGS * _EPSILON[precision] * np.maximum(np.abs(expected), conditioning)


def tells_too_little(expected: Any, conditioning: Any, precision: Precision) -> bool:
    """Whether the tolerance of an entry is so wide, or unknown, that a wrong answer could pass."""
    numbers = np.asarray(expected, dtype=float)
    widest = _WIDEST[precision] * np.abs(numbers).max(initial=0.0)
    return not np.all(tolerance(numbers, conditioning, precision) <= widest)


def conditioning_of(reference: Callable[..., Any], args: Sequence[Any], parts: Sequence[Any]) -> list[np.ndarray]:
    """How far each entry of each part of the expected value moves, per relative move of the inputs.

    `parts` are the keys of a reference that returns several values: positions, or names; none where it returns one.
    """
    signs = _signs(tuple(np.shape(leaf) for arg in args for leaf in _leaves(arg) if _is_moved(leaf)))
    expected = reference(*copied(args))
    moved = [reference(*_nudged(args, each)) for each in signs]
    if not parts:
        return [_largest(moved, expected)]
    return [_largest([each[part] for each in moved], expected[part]) for part in parts]


def copied(args: Sequence[Any]) -> list[Any]:
    """Arguments that a function may change in place: every array, list and dictionary is a new one."""
    return [_rebuilt(arg, lambda leaf: leaf.copy() if isinstance(leaf, np.ndarray) else leaf) for arg in args]


def _largest(moved: list[Any], expected: Any) -> np.ndarray:
    base = np.asarray(expected, dtype=float)
    if any(np.shape(each) != base.shape for each in moved):
        return np.full(base.shape, np.inf)
    return np.max([np.abs(np.asarray(each, dtype=float) - base) for each in moved], axis=0) / _NUDGE


@functools.lru_cache(maxsize=256)
def _signs(shapes: tuple[tuple[int, ...], ...]) -> list[list[np.ndarray]]:
    """The directions into which inputs of these shapes are moved: always the same.

    Any two entries that are near each other are moved apart in one of them: else a sum that cancels would not move.
    """
    generator = np.random.default_rng(0)
    sizes = [math.prod(shape) for shape in shapes]
    blocks = [generator.permutation(2**_MOVES) for _ in range(0, sum(sizes), 2**_MOVES)]
    codes = np.concatenate(blocks) if blocks else np.empty(0, int)
    found = []
    for move in range(_MOVES):
        signs = np.split(np.where(codes >> move & 1, 1.0, -1.0)[: sum(sizes)], np.cumsum(sizes)[:-1])
        found.append([each.reshape(shape) for each, shape in zip(signs, shapes, strict=True)] if shapes else [])
    return found


def _is_moved(leaf: Any) -> bool:
    """Floats are; so are whole numbers among which is a negative one, for those are no labels and no counts."""
    if not isinstance(leaf, np.ndarray):
        return isinstance(leaf, float)
    return leaf.dtype.kind == "f" or (leaf.dtype.kind == "i" and bool((leaf < 0).any()))


def _nudged(args: Sequence[Any], signs: list[np.ndarray]) -> list[Any]:
    sign = iter(signs)

    def moved(leaf: Any) -> Any:
        if not _is_moved(leaf):
            return leaf.copy() if isinstance(leaf, np.ndarray) else leaf
        value = leaf * (1 + _NUDGE * next(sign))
        return float(value) if isinstance(leaf, float) else value

    return [_rebuilt(arg, moved) for arg in args]


def _leaves(value: Any) -> Iterator[Any]:
    """What stands in lists, tuples and dictionaries, in the order in which `_rebuilt` comes to it."""
    if isinstance(value, (list, tuple, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _leaves(each)
    else:
        yield value


def _rebuilt(value: Any, change: Callable[[Any], Any]) -> Any:
    """The same with every leaf changed; lists, tuples and dictionaries keep their kind."""
    new: Any
    if isinstance(value, dict):
        new = copy.copy(value)
        new.update({key: _rebuilt(each, change) for key, each in value.items()})
        return new
    if isinstance(value, list):
        new = copy.copy(value)
        new[:] = [_rebuilt(each, change) for each in value]
        return new
    if isinstance(value, tuple):
        items = [_rebuilt(each, change) for each in value]
        return value._make(items) if hasattr(value, "_make") else tuple(items)
    return change(value)

"""Whether two values are the same, whatever they are; and which values are numbers.

It ends in bounded time, whatever a student's value is.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.sandbox.inside.values import Opaque


def same_values(one: Any, other: Any) -> bool:
    """Whether two answers are the same up to float32 rounding: for recognising a known wrong answer."""
    if isinstance(one, (tuple, list)) and isinstance(other, (tuple, list)):
        return len(one) == len(other) and all(same_values(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same_values(one[key], other[key]) for key in one)
    if isinstance(one, str) and isinstance(other, str):
        return one.strip().casefold() == other.strip().casefold()
    if isinstance(one, Opaque) or isinstance(other, Opaque):
        return False  # what they are is not known
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return same_sets(one, other)
    a, b = numbers_of(one), numbers_of(other)
    if a is None or b is None or a.shape != b.shape or (a.dtype.kind == "b") != (b.dtype.kind == "b"):
        return False
    a, b = a.astype(float), b.astype(float)
    # Rounding grows with the size of what was summed, which is not known here: the largest entry stands for it.
    if np.isfinite(a).all() and np.isfinite(b).all():  # what allclose says of them, in a third of its time
        return bool((np.abs(a - b) <= 1e-5 * np.abs(b).max(initial=0.0) + 1e-4 * np.abs(b)).all())
    scale = np.abs(b[np.isfinite(b)]).max(initial=0.0)
    return bool(np.allclose(a, b, rtol=1e-4, atol=1e-5 * scale, equal_nan=True))


def numbers_of(value: Any) -> np.ndarray | None:
    """Real numbers or booleans as an array, whether they came as one, as a number or in a list; else None.

    What else a list may hold is looked for first: NumPy would make a gigabyte of one long text among many short ones.
    """
    if not _holds_numbers_only(value):
        return None
    try:
        array = np.asarray(value)
    except (ValueError, OverflowError):  # a list whose rows differ in length
        return None
    return array if array.dtype.kind in "biuf" else None


def are_zeros(value: Any) -> bool:
    """Whether a value is numbers, and each is 0."""
    numbers = numbers_of(value)
    return numbers is not None and numbers.size > 0 and numbers.dtype.kind in "iuf" and not numbers.any()


def same_sets(one: frozenset[Any], other: frozenset[Any]) -> bool:
    """Whether two sets hold the same; numbers up to rounding."""
    if any(isinstance(each, Opaque) for each in one) or len(one) != len(other):
        return False
    if one == other:
        return True
    numbers = all(isinstance(each, (int, float)) for each in (*one, *other))
    return numbers and same_values(sorted(one), sorted(other))


def _holds_numbers_only(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return all(map(_holds_numbers_only, value))
    if isinstance(value, (np.ndarray, np.generic)):
        return value.dtype.kind in "biuf"
    return isinstance(value, (int, float))

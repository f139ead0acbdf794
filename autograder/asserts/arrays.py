"""Answers that may come in several forms, brought to the one that is compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.asserts.compare import Failure, as_numbers, as_parts, wrong_shape


def as_array(value: Any, *, of: str, shape: tuple[int, ...] | None = None) -> np.ndarray:
    """An array from an array or from tuples and lists of numbers and arrays, of that shape if one is given, else
    Failure."""
    if isinstance(value, (tuple, list)):
        parts = [as_array(part, of=of) for part in value]
        if len({part.shape for part in parts}) > 1:
            raise Failure(f"{of} has parts of different shapes", value)
        value = np.array(parts)
    array = as_numbers(value, of=of)
    if shape is not None and array.shape != shape:
        raise Failure(wrong_shape(array, shape, of), array)
    return array


def as_row(value: Any, count: int, *, of: str) -> np.ndarray:
    """`count` numbers in a row, (count,), from an array or from a list of numbers and arrays with one number each, else
    Failure."""
    if isinstance(value, (list, tuple)):
        row = np.array([as_row(each, 1, of=of)[0] for each in value])
    else:
        array = as_numbers(value, of=of)
        if sum(size != 1 for size in array.shape) > 1:
            raise Failure(f"{of} has shape {array.shape}, but should be {count} numbers in a row", array)
        row = array.astype(float).reshape(-1)
    if row.size != count:
        raise Failure(f"{of} has {row.size} entries, but should have {count}", row, name="wrong-length")
    return row


def in_parts(function: Callable[..., Any], *names: str, of: str) -> Callable[..., list[np.ndarray]]:
    """The function, with the parts that it returns made arrays: a student may return lists, or all parts as the rows of
    one array."""

    def call(*args: Any) -> list[np.ndarray]:
        found = function(*args)
        if isinstance(found, np.ndarray) and found.ndim:
            found = list(found)
        found = as_parts(found, len(names), of=of)
        return [as_array(part, of=f"{name} of {of}") for name, part in zip(names, found, strict=True)]

    return call

"""The forms of one and the same answer: float32 for float64, a list for an array, NumPy's number for Python's.

Whoever has a right answer in such a form is right. Other forms, such as one text for several letters, may be refused.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Literal, NamedTuple

import numpy as np

_LARGEST_WHOLE = 2**24  # the largest number up to which float32 has every whole one


class Form(NamedTuple):
    """How to write the same answer in another way. `is_right`: whoever writes it so is right."""

    name: str
    change: Callable[[Any], Any]
    is_right: bool = True
    inputs: Callable[[list[Any]], list[Any]] = list  # what the function computes with
    of: Literal["all", "written", "computed"] = "all"  # a value that is written down, or what a program computes


def _every(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A change of each number, text and array in lists, tuples and dictionaries."""

    def changed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: changed(each) for key, each in value.items()}
        if type(value) in (list, tuple):
            return type(value)(changed(each) for each in value)
        return change(value)

    return changed


def _float32(leaf: Any) -> Any:
    if isinstance(leaf, (np.ndarray, np.generic)) and leaf.dtype == np.float64:
        return leaf.astype(np.float32)
    return np.float32(leaf) if type(leaf) is float else leaf


def _float32_inputs(inputs: list[Any]) -> list[Any]:
    """Where there are arrays, the numbers beside them stay as they are: Keras takes no other learning rate."""
    numbers_too = not _holds_array(inputs)
    return _every(lambda leaf: _float32(leaf) if numbers_too or isinstance(leaf, np.ndarray) else leaf)(inputs)


def _holds_array(value: Any) -> bool:
    if isinstance(value, (list, tuple, dict)):
        return any(map(_holds_array, value.values() if isinstance(value, dict) else value))
    return isinstance(value, np.ndarray)


def _whole(leaf: Any) -> Any:
    """Floats that are whole numbers as integers, where all of an array's are."""
    if type(leaf) is not float and not (isinstance(leaf, (np.ndarray, np.generic)) and leaf.dtype.kind == "f"):
        return leaf
    numbers = np.asarray(leaf)
    if not np.all(np.abs(numbers) < _LARGEST_WHOLE) or (numbers != np.round(numbers)).any():
        return leaf
    return int(leaf) if numbers.shape == () else numbers.astype(int)


def _floats(leaf: Any) -> Any:
    if isinstance(leaf, (np.ndarray, np.generic)) and leaf.dtype.kind in "iu":
        return leaf.astype(float)
    return float(leaf) if type(leaf) is int and abs(leaf) < _LARGEST_WHOLE else leaf


def _is_number(leaf: Any) -> bool:
    return type(leaf) in (int, float) or isinstance(leaf, np.number)


def _several(value: Any) -> bool:
    return type(value) in (list, tuple) and len(value) > 0


def _as_array(value: Any) -> Any:
    """A list or a tuple of numbers as an array."""
    return np.array(value) if _several(value) and all(map(_is_number, value)) else value


def _list_for_tuple(value: Any) -> Any:
    return list(value) if type(value) is tuple else value


def _tuple_for_list(value: Any) -> Any:
    return tuple(value) if type(value) is list else value


def _joined(value: Any) -> Any:
    return "".join(value) if _several(value) and all(isinstance(each, str) for each in value) else value


def _as_set(value: Any) -> Any:
    return set(value) if _several(value) and all(isinstance(each, str) or _is_number(each) for each in value) else value


AS_IT_IS = Form("", lambda value: value)
FORMS = (
    Form("in float32", _every(_float32)),
    Form("computed in float32", _every(_float32), inputs=_float32_inputs),
    Form("as lists", _every(lambda leaf: leaf.tolist() if isinstance(leaf, np.ndarray) and leaf.ndim else leaf)),
    Form("as an array", _as_array),
    Form("as a list", _list_for_tuple),
    Form("as a tuple", _tuple_for_list),
    Form("as whole numbers", _every(_whole)),
    Form("as floats", _every(_floats)),
    Form("as NumPy's numbers", _every(lambda leaf: np.asarray(leaf)[()] if type(leaf) in (int, float) else leaf)),
    Form("as arrays without axes", _every(lambda leaf: np.asarray(leaf) if _is_number(leaf) else leaf), of="computed"),
    Form("as plain numbers", _every(lambda leaf: leaf.item() if isinstance(leaf, np.generic) else leaf)),
    Form("in capital letters", _every(lambda v: v.upper() if isinstance(v, str) else v), False, of="written"),
    Form("between blanks", _every(lambda v: f" {v} " if isinstance(v, str) else v), False, of="written"),
    Form("as one text", _joined, is_right=False),
    Form("as a set", _as_set, is_right=False),
    Form("as the float of a fraction", _every(lambda v: float(v) if isinstance(v, Fraction) else v), is_right=False),
    Form("as a fraction", lambda v: Fraction(v) if type(v) in (int, float) else v, False, of="written"),
    Form(
        "in an array of one", _every(lambda leaf: np.array([leaf]) if _is_number(leaf) else leaf), False, of="computed"
    ),
    Form("as a row", _every(lambda leaf: leaf[None] if isinstance(leaf, np.ndarray) else leaf), is_right=False),
)


def differs(one: Any, other: Any) -> bool:
    """Whether two forms of an answer are not the same form."""
    if type(one) is not type(other):
        return True
    if isinstance(one, np.ndarray):
        return one.dtype != other.dtype or one.shape != other.shape
    if isinstance(one, dict):
        return any(differs(each, other[key]) for key, each in one.items())
    if isinstance(one, (list, tuple)):
        return any(map(differs, one, other))
    return isinstance(one, str) and one != other

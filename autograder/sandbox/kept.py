"""What values take, and what is kept of an answer once it is judged: all of it while that is small."""

from __future__ import annotations

import itertools
import math
from typing import Any

import numpy as np

from autograder.asserts.describe import describe
from autograder.sandbox.inside.values import Opaque

_MOST_BYTES = 2**18  # of one answer: a submission has hundreds
_VALUE_BYTES = 64  # that a number, a word or a list takes at least
_ENTRY_BYTES = 8  # of an array, once it is computed with


def kept(value: Any) -> Any:
    """The value, or in place of a large one what it is."""
    return Opaque("array", describe(value)) if is_larger(value, _MOST_BYTES) else value


def kept_names(names: dict[str, Any]) -> dict[str, Any]:
    """The same for each name that a cell assigned."""
    return {name: kept(value) for name, value in names.items()}


def is_larger(value: Any, most_bytes: int) -> bool:
    """Whether a value takes more than so many bytes; takes no longer for one that is much larger."""
    return _left(value, most_bytes) < 0


def _left(value: Any, left: int) -> int:
    """Of so many bytes, those that a value leaves; less than none where it is larger."""
    if isinstance(value, np.ndarray):
        # An empty one can have many rows and columns, of which a product makes a large one.
        return left - max(value.nbytes, _ENTRY_BYTES * math.prod(filter(None, value.shape)))
    left -= _VALUE_BYTES
    if isinstance(value, str):
        return left - 4 * len(value)
    if not isinstance(value, (dict, list, tuple, frozenset)):
        return left
    for each in itertools.chain.from_iterable(value.items()) if isinstance(value, dict) else value:
        if left < 0:
            break
        left = _left(each, left)
    return left

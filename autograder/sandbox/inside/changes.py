"""What a call changed in its arguments."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

import numpy as np


def copies(args: Sequence[Any]) -> list[Any]:
    """Arguments as they are before a call."""
    return [arg.copy() if type(arg) is np.ndarray else copy.deepcopy(arg) for arg in args]


def changed(before: Sequence[Any], after: Sequence[Any]) -> list[int]:
    """The positions of those that a call changed in place."""
    return [i for i, (old, new) in enumerate(zip(before, after, strict=True)) if _differ(old, new)]


def write_into(old: Any, new: Any) -> None:
    """Change an array, or what a list or a dictionary holds, as a call on a copy of it did."""
    if isinstance(old, np.ndarray):
        old[...] = new
    elif isinstance(old, dict):
        for key in [key for key in old if key not in new]:
            del old[key]
        old |= {key: _written(old.get(key), value) for key, value in new.items()}
    elif isinstance(old, list):
        kept = old + [None] * len(new)
        old[:] = [_written(kept[i], value) for i, value in enumerate(new)]


def _written(old: Any, new: Any) -> Any:
    """What stands in a list or a dictionary after it: the same array where it can be."""
    same_kind = type(old) is type(new) and isinstance(old, (np.ndarray, dict, list))
    if not same_kind or (isinstance(old, np.ndarray) and (old.shape, old.dtype) != (new.shape, new.dtype)):
        return new
    write_into(old, new)
    return old


def _differ(old: Any, new: Any) -> bool:
    if isinstance(old, np.ndarray):
        return not (isinstance(new, np.ndarray) and old.shape == new.shape and old.tobytes() == new.tobytes())
    if isinstance(old, (list, tuple)):
        return len(old) != len(new) or any(_differ(a, b) for a, b in zip(old, new, strict=True))
    if isinstance(old, dict):
        return old.keys() != new.keys() or any(_differ(old[key], new[key]) for key in old)
    return False

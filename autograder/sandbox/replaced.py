"""An author's program with another answer in place of a name: a function, a value, a class, or a class's method."""

from __future__ import annotations

import copy
import inspect
from typing import Any

import numpy as np


def replace(namespace: dict[str, Any], name: str, value: Any) -> None:
    """Put `value` in place of a name, or of "Class.method" in a class of the namespace."""
    owner, _, method = name.rpartition(".")
    if owner:
        namespace[owner] = class_with(namespace[owner], method, value)
    else:
        namespace[name] = fresh(value, {}) if isinstance(value, type) else value


def fresh(kind: type, own: dict[str, Any]) -> type:
    """A class that remembers nothing: one of the same name, with copies of what its objects could share, and `own`."""
    shared = {
        name: copy.deepcopy(value)
        for base in reversed(kind.__mro__)
        for name, value in vars(base).items()
        if isinstance(value, (list, dict, set, np.ndarray)) and not name.startswith("__")
    }
    return type(kind)(kind.__name__, (kind,), {"__module__": kind.__module__, **shared} | own)


def class_with(kind: type, name: str, method: Any) -> type:
    """A fresh class with another method or, where it has one of that name, another property."""
    is_property = isinstance(inspect.getattr_static(kind, name, None), property)
    return fresh(kind, {name: property(method) if is_property else method})

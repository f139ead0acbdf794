"""What a value is, in a few words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.sandbox.inside.values import Opaque

_SHORT = 60  # characters of a value that a sentence has room for


def describe(value: Any) -> str:
    """What a value is, in a few words: what a student should read of a wrong kind of answer."""
    if value is None:
        return "None (is a return missing?)"
    if isinstance(value, Opaque):
        return value.text if value.type == "array" else f"{_article(value.type)} ({value.text})".replace(" ()", "")
    if isinstance(value, np.ndarray):
        if value.shape == ():
            return repr(value.item())
        return f"an array of dtype {value.dtype.name} with shape {value.shape}"
    if isinstance(value, (tuple, list, dict, frozenset)):
        kind = {list: "list", frozenset: "set"}.get(type(value), "")
        text = written(value)
        return f"the {kind} {text}" if text and kind else text or _article(kind or type(value).__name__)
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "…"


def written(value: Any) -> str:
    """A value as Python writes it, where that is short; else nothing."""
    text = ""
    for piece in _pieces(value):
        text += piece
        if len(text) > _SHORT:
            return ""
    return text


def _pieces(value: Any) -> Iterator[str]:
    """A value as Python writes it, piece by piece, since it may be long; sets always in the same order."""
    if isinstance(value, dict):
        yield "{"
        for number, (key, each) in enumerate(value.items()):
            yield ", " if number else ""
            yield from _pieces(key)
            yield ": "
            yield from _pieces(each)
        yield "}"
    elif isinstance(value, (list, tuple, set, frozenset)):
        begin, end = "[]" if isinstance(value, list) else "()" if isinstance(value, tuple) else "{}"
        if isinstance(value, (set, frozenset)):  # of more than so many nothing is shown
            value = sorted([*value][:_SHORT], key=lambda each: "".join(_pieces(each)))
        yield begin
        for number, each in enumerate(value):
            yield ", " if number else ""
            yield from _pieces(each)
        yield f",{end}" if isinstance(value, tuple) and len(value) == 1 else end
    elif isinstance(value, np.ndarray):  # NumPy's own way depends on what a lesson asks it to print
        text = repr(value.tolist()) if value.size <= _SHORT else "…" * _SHORT
        yield f"array({text})" if value.ndim else text
    else:
        yield f"<{value.type}>" if isinstance(value, Opaque) else repr(value)


def _article(name: str) -> str:
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"

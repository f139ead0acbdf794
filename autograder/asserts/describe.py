"""What a value is, in a few words."""

from __future__ import annotations

import math
from collections.abc import Iterable
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
    return _written(value, _SHORT) or ""


def _written(value: Any, most: int) -> str | None:
    """A value as Python writes it, within so many characters; sets always in the same order. What is longer is not
    written to its end, since it may be very long."""
    if isinstance(value, dict):
        pairs = ((_written(key, most), _written(each, most)) for key, each in value.items())
        return _joined("{", (None if None in pair else f"{pair[0]}: {pair[1]}" for pair in pairs), "}", most)
    if isinstance(value, (set, frozenset)):  # each takes a character at least
        texts = [] if len(value) > most else _all_written(value, most)
        return _joined("{", sorted(texts) or [None] * len(value), "}", most)
    if isinstance(value, list):
        return _joined("[", (_written(each, most) for each in value), "]", most)
    if isinstance(value, tuple):
        end = ",)" if len(value) == 1 else ")"
        return _joined("(", (_written(each, most) for each in value), end, most)
    if isinstance(value, np.ndarray):  # NumPy's own way depends on what a lesson asks it to print
        parts = math.prod(filter(None, value.shape))  # an empty one can have many rows
        text = repr(value.tolist()) if parts <= most else ""
        text = f"array({text})" if value.ndim and text else text
    else:
        text = f"<{value.type}>" if isinstance(value, Opaque) else repr(value)
    return text if 0 < len(text) <= most else None


def _all_written(values: Iterable[Any], most: int) -> list[str]:
    """The texts of all, or none of them where one is too long."""
    texts: list[str] = []
    for each in values:
        text = _written(each, most)
        if text is None:
            return []
        texts.append(text)
    return texts


def _joined(begin: str, texts: Iterable[str | None], end: str, most: int) -> str | None:
    text, comma = begin, ""
    for each in texts:
        if each is None or len(text) > most:
            return None
        text, comma = f"{text}{comma}{each}", ", "
    text += end
    return text if len(text) <= most else None


def _article(name: str) -> str:
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"

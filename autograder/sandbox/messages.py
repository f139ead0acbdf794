"""What a report may show of an exception that a call with hidden inputs raised: nothing that tells an input.

Whatever comes out of the sandbox may be forged, so nothing inside says whose text it is. Shown is what libraries say,
with words of the line that stopped, names of types and sizes of what was asked in it; and a text that the line holds as
it is. A program can still choose among them, and which line stops.
"""

from __future__ import annotations

import builtins
import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from autograder.sandbox.inside import protocol
from autograder.sandbox.inside.forbidden import FORBIDDEN, ForbiddenLibrary
from autograder.sandbox.libraries_say import EXCEPTIONS, MESSAGES, TYPES

NOT_SHOWN = "its text is not shown, since it could tell hidden inputs"
LEFT_OUT = "…"
_MOST_CHARS = 200  # of a line, whose words may be shown
_MARKS = (protocol.NOT_CALLABLE, protocol.NOT_A_CLASS, protocol.MISSING, ForbiddenLibrary.__name__)
_ERRORS = {name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, BaseException)}
_NAMES = frozenset({*_ERRORS, *EXCEPTIONS.split(), *_MARKS})
_OPERATORS = "+ - * / // % @ ** += -= *= /= //= %= @= **= < > <= >= & | ^ ~"
_WORDS = frozenset({*TYPES.split(), *FORBIDDEN, *_OPERATORS.split()})
_MOST_NUMBERS = 4  # of a message
_SIZE = r"(?:\d{1,9}|None|newaxis)"
_SHAPE = rf"[(\[]{_SIZE}(?:, ?{_SIZE}){{0,3}},?[)\]]|\(\)"
_SLOT = rf"({_SHAPE}|[^\s'\"()]{{1,50}})"
_DECORATION = re.compile(r"\{\{function_node [^{}]{0,200}\}\}|\x1b\[\d+m")  # of TensorFlow's and Keras'


def shown(raised: protocol.Raised, request: protocol.Request, cells: Sequence[protocol.Cell]) -> protocol.Raised:
    """What a program raised when it was asked this, without what could tell more than a few bits of it."""
    source = next((cell.source for cell in cells if cell.name == raised.cell), "")
    lines = [*itertools.dropwhile(lambda line: not line.strip(), source.splitlines())]  # as IPython counts them
    is_there = 0 < raised.line <= len(lines)
    line = lines[raised.line - 1][:_MOST_CHARS] if is_there else ""
    place = (raised.cell, raised.line) if is_there else ("", 0)
    own = (re.search(rf"^\s*class {re.escape(raised.error)}\b", cell.source, re.MULTILINE) for cell in cells)
    name = raised.error if raised.error in _NAMES or any(own) else "Exception"
    return protocol.Raised(name, _message(raised.message, line, request), *place)


def _message(text: str, line: str, request: protocol.Request) -> str:
    if not text or f'"{text}"' in line or f"'{text}'" in line:
        return text
    line = f"{line} {getattr(request, 'name', '')}"
    numbers = {0, 1, 2, *_sizes(request)}
    said = " ".join(_DECORATION.sub("", text).split())
    for message, pattern in _patterns():
        if found := pattern.fullmatch(said):
            return _filled(message, found.groups(), line, numbers)
    return NOT_SHOWN


def _filled(message: str, slots: Sequence[str], line: str, numbers: set[int]) -> str:
    """A message with what may be shown in its slots."""
    parts, left = message.removesuffix("*").split("{}"), _MOST_NUMBERS
    told = parts[0]
    for slot, part in zip(slots, parts[1:], strict=True):
        if re.fullmatch(rf"{_SIZE}|{_SHAPE}", slot):
            left -= len(re.findall(_SIZE, slot))
            is_shown = left >= 0 and {int(number) for number in re.findall(r"\d+", slot)} <= numbers
        else:
            is_shown = slot in _WORDS or _is_name_on(line, slot.removesuffix(".__init__"))
        told += (slot if is_shown else LEFT_OUT) + part
    return f"{told} {LEFT_OUT}" if message.endswith("*") else told


def _is_name_on(line: str, name: str) -> bool:
    is_name = re.fullmatch(r"\w+(?:\.\w+)*", name)
    return is_name is not None and re.search(rf"\b{re.escape(name)}\b", line) is not None


@functools.cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """What libraries say, as it is shown and as it is recognised; those that say all of it before those that do not."""
    patterns = []
    for message in sorted(MESSAGES, key=lambda message: message.endswith("*")):
        words = re.escape(message.removesuffix("*")).replace(r"\{\}", _SLOT)
        patterns.append((message, re.compile(words + ".*" * message.endswith("*"))))
    return patterns


def _sizes(packed: Any) -> Iterator[int]:
    """The sizes of all arrays and lists of a request."""
    if isinstance(packed, (list, tuple)):
        for each in packed:
            yield from _sizes(each)
    elif isinstance(packed, msgspec.Struct):
        yield from getattr(packed, "shape", ())
        items = getattr(packed, "items", None)
        if items is not None:
            yield len(items)
            yield from _sizes(items)
        for name in ("args", "kwargs", "inputs"):
            yield from _sizes(getattr(packed, name, ()))

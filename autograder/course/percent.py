"""Read jupytext's percent format: a Python file whose cells begin with `# %%`.

Reading it here takes a millisecond; jupytext would bring nbformat along, a second before the first check can
run. That both read every lesson alike is tested.
"""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

_MARKER = re.compile(r"^# %%(?:%*)(?P<rest>(?:\s.*)?)$")
_OPTION = re.compile(r"(?P<key>[A-Za-z_][\w.-]*)\s*=\s*")


class PercentCell(msgspec.Struct):
    """One cell: `kind` is "code", "markdown" or "raw"; `line` is where its source begins, counted from 1."""

    kind: str
    source: str
    options: dict[str, Any]
    line: int


def is_percent_script(text: str) -> bool:
    return any(_MARKER.match(line) for line in text.splitlines())


def read_percent(text: str) -> list[PercentCell]:
    """The cells of a percent script. Text before the first marker, such as a header, is left out.

    Raises ValueError, with the line, where a marker's options are not `key=JSON`.
    """
    cells: list[PercentCell] = []
    lines: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        marker = _MARKER.match(line)
        if marker:
            _close(cells, lines)
            kind, options = _read_marker(marker["rest"], number)
            cells.append(PercentCell(kind, "", options, number + 1))
            lines = []
        else:
            lines.append(line)
    _close(cells, lines)
    return cells


def _close(cells: list[PercentCell], lines: list[str]) -> None:
    if not cells:
        return
    cell = cells[-1]
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
        cell.line += 1
    if cell.kind != "code":
        lines = [re.sub(r"^# ?", "", line) for line in lines]
    cell.source = "\n".join(lines)


def _read_marker(rest: str, number: int) -> tuple[str, dict[str, Any]]:
    kind = "code"
    for word in ("markdown", "raw"):
        if rest.strip().startswith(f"[{word}]"):
            kind, rest = word, rest.strip().removeprefix(f"[{word}]")
    options: dict[str, Any] = {}
    first = _OPTION.search(rest)
    rest = rest[first.start() :] if first else ""  # what stands before it is the cell's title
    decoder = json.JSONDecoder()
    while rest:
        key = _OPTION.match(rest)
        try:
            if not key:
                raise ValueError
            value, end = decoder.raw_decode(rest, key.end())
        except ValueError:
            raise ValueError(f"line {number}: after '# %%' stand options as key=JSON, found {rest!r}") from None
        options[key["key"]] = value
        rest = rest[end:].strip().removeprefix(",").strip()
    return kind, options

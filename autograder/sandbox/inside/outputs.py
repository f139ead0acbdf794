"""What a cell shows, in the order in which a kernel would send it, and never more than is allowed."""

from __future__ import annotations

import base64
import io
import json
from typing import Any

from .protocol import MAX_TEXT, Output

_MOST_OUTPUTS = 1000  # of one cell
_MOST_BYTES = 8 * 2**20  # of all that one cell displays, pictures included
_MOST_LINES = 200  # of a traceback
LEFT_OUT = "\n… (the rest of the output was left out)\n"


class Outputs:
    """Takes what one cell shows. Text of one stream that follows itself is one output."""

    def __init__(self, chars: int) -> None:
        self._chars = {"stdout": chars, "stderr": chars}  # that may still be printed
        self._bytes = _MOST_BYTES  # that may still be displayed
        self._outputs: list[Output] = []
        self._parts: list[list[str]] = []  # of each output its text, until it is asked for

    def write(self, name: str, text: str) -> None:
        """Take what is printed to a stream."""
        left = self._chars[name]
        if left <= 0 or not text:
            return
        self._chars[name] -= len(text)
        last = self._outputs[-1] if self._outputs else None
        is_same = last is not None and (last.kind, last.name) == ("stream", name)
        if not is_same and not self.add(Output("stream", name)):
            return
        self._parts[-1].append(text[:left])
        if len(text) > left:
            self._parts[-1].append(LEFT_OUT)

    def show(self, kind: str, data: dict[str, Any], metadata: Any = None, name: str = "") -> None:
        """Take an object by its representations. One that is too large is left out: the text says what it was."""
        shown = {}
        for kind_of_data, value in data.items():
            text = _as_text(kind_of_data, value, MAX_TEXT if kind_of_data == "text/plain" else _MOST_BYTES + 1)
            if text is not None and len(text) <= self._bytes:
                self._bytes -= len(text)
                shown[str(kind_of_data)[:200]] = text
        described = _as_json(metadata or {}, MAX_TEXT) or "{}"
        self.add(Output(kind, name[:200], data=shown, metadata=described))

    def add_error(self, name: str, message: str, lines: list[Any]) -> None:
        cut = [_clean(str(line)[:MAX_TEXT]) for line in lines[:_MOST_LINES]]
        self.add(Output("error", _clean(name[:200]), _clean(message[:MAX_TEXT]), traceback=cut))

    def add(self, output: Output) -> bool:
        if len(self._outputs) >= _MOST_OUTPUTS:
            return False
        self._outputs.append(output)
        self._parts.append([output.text])
        return True

    def list(self) -> list[Output]:
        for output, parts in zip(self._outputs, self._parts, strict=True):
            output.text = _clean("".join(parts))
        return self._outputs


class Stream(io.TextIOBase):
    """The standard output or error of a notebook: what is printed while a cell is executed goes to its outputs."""

    encoding = "utf-8"

    def __init__(self, shell: Any, name: str) -> None:
        self._shell, self.name = shell, name

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self._shell.outputs:
            self._shell.outputs.write(self.name, text)
        return len(text)


def _as_text(kind: Any, value: Any, limit: int) -> str | None:
    """A representation as a notebook holds it: text, pictures in base64, and JSON; None where it is none of these."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode() if len(value) < limit else None
    if isinstance(value, str):
        return _clean(value[:limit])
    return _as_json(value, limit) if str(kind).endswith("json") else None


def _as_json(value: Any, limit: int) -> str | None:
    try:
        text = json.dumps(value)
    except (TypeError, ValueError, RecursionError):
        return None
    return text if len(text) <= limit else None


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode()

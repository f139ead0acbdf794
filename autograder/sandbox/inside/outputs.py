"""What a cell shows, in the order in which a kernel would send it, and never more than is allowed."""

from __future__ import annotations

import base64
import io
import json
import os
from typing import Any

from .protocol import MAX_TEXT, Output

_MOST_OUTPUTS = 10_000  # of one cell
_MOST_LINES = 10_000  # of a traceback
_MOST_MESSAGE = 1_000_000  # characters of an exception's text
_SHARE = 0.7  # of an answer's bytes that the outputs of a cell may take
LEFT_OUT = "\n… (the rest of the output was left out)\n"


class Outputs:
    """Takes what one cell shows: `chars` of each stream, `megabytes` in all. Text of one stream that follows itself is
    one output; what is cleared or updated does not count any more."""

    def __init__(self, chars: int, megabytes: int) -> None:
        self._most_chars, self._most_bytes = chars, int(_SHARE * megabytes * 2**20)
        self._clears_at_next = False
        self._forget()

    def _forget(self) -> None:
        self._chars = {"stdout": self._most_chars, "stderr": self._most_chars}  # that may still be printed
        self._bytes = self._most_bytes  # that may still be shown
        self._outputs: list[Output] = []
        self._parts: list[list[str]] = []  # of each output its text, until it is asked for

    def write(self, name: str, text: str) -> None:
        """Take what is printed to a stream."""
        left = self._chars[name]
        if left <= 0 or not text:
            return
        last = self._outputs[-1] if self._outputs and not self._clears_at_next else None
        is_same = last is not None and (last.kind, last.name) == ("stream", name)
        if not is_same and not self.add(Output("stream", name)):
            return
        left = self._chars[name] = min(self._chars[name], self._bytes // 4)  # that a character takes at most
        self._chars[name] -= len(text)
        self._bytes -= _size(text[:left])
        self._parts[-1].append(text[:left])
        if len(text) > left:
            self._parts[-1].append(LEFT_OUT)

    def show(self, kind: str, data: dict[str, Any], metadata: Any = None, name: str = "") -> None:
        """Take an object by its representations. One that is too large is left out."""
        shown = {}
        left = self._most_bytes if self._clears_at_next else self._bytes
        for kind_of_data, value in data.items():
            text = _as_text(kind_of_data, value, left)
            if text is not None and _size(text) <= left:
                left -= _size(text)
                shown[str(kind_of_data)[:200]] = text
        described = _as_json(metadata or {}, MAX_TEXT) or "{}"
        output = Output(kind, name[:200], data=shown, metadata=described)
        if name and kind != "execute_result":
            self._update(output)
        self.add(output)

    def show_comm(self, kind: str, comm_id: str, content: dict[str, Any]) -> None:
        """Take a message of a widget's."""
        text = _as_json(content, self._bytes)
        if text is not None:
            self.add(Output(kind, comm_id[:200], text))

    def add_error(self, name: str, message: str, lines: list[Any]) -> None:
        cut = [_clean(str(line)[:_MOST_MESSAGE]) for line in lines[:_MOST_LINES]]
        self.add(Output("error", _clean(name[:200]), _clean(message[:_MOST_MESSAGE]), traceback=cut))

    def clear(self, wait: bool) -> None:
        """Drop what the cell has shown: now, or when it shows something else. A widget may mean its own outputs only,
        which the notebook knows."""
        if any(output.kind.startswith("comm_") for output in self._outputs):
            self.add(Output("clear_output", wait=wait))
            return
        self._clears_at_next = wait
        if not wait:
            self._forget()

    def add(self, output: Output) -> bool:
        if self._clears_at_next:
            self._clears_at_next = False
            self._forget()
        size = sum(map(_size, (output.text, output.metadata, *output.data.values(), *output.traceback)))
        if len(self._outputs) >= _MOST_OUTPUTS or size > self._bytes:
            return False
        self._bytes -= size
        self._outputs.append(output)
        self._parts.append([output.text])
        return True

    def list(self) -> list[Output]:
        for output, parts in zip(self._outputs, self._parts, strict=True):
            output.text = _clean("".join(parts))
        return self._outputs

    def _update(self, new: Output) -> None:
        """Let what this cell displays under the same id show the new data; an update that was to come is not needed."""
        for number, old in reversed([*enumerate(self._outputs)]):
            if old.name != new.name or old.kind not in ("display_data", "update_display_data"):
                continue
            self._bytes += sum(map(_size, old.data.values()))
            if old.kind == new.kind == "update_display_data":
                del self._outputs[number], self._parts[number]
            else:
                old.data, old.metadata = new.data, new.metadata
                self._bytes -= sum(map(_size, old.data.values()))


class Stream(io.TextIOBase):
    """The standard output or error of a notebook: what is printed while a cell is executed goes to its outputs."""

    encoding = "UTF-8"

    def __init__(self, shell: Any, name: str) -> None:
        self._shell, self.name = shell, name
        self._descriptor, self._process = {"stdout": 1, "stderr": 2}[name], os.getpid()

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if os.getpid() != self._process:  # a worker's words come by the descriptor, as those of any command
            os.write(self._descriptor, text.encode("utf-8", "replace"))
        elif self._shell.outputs:
            self._shell.take_written()
            self._shell.outputs.write(self.name, text)
        return len(text)

    def fileno(self) -> int:
        return self._descriptor


def _size(text: str) -> int:
    return len(text) if text.isascii() else 4 * len(text)


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

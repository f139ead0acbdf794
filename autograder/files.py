"""Files that others read while we write, or that have to be there after a power cut; and names that are safe."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

_LONGEST = 200  # file systems allow 255 bytes, with the ending


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, and its folder where that is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")  # two graders may be at work
    part.write_bytes(content)
    part.replace(path)


def append(path: Path, content: bytes) -> None:
    """Add to the end of a file, and let the disk have it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def page_name(student: str) -> str:
    """The file name of a student's page: safe whatever the id is, another for each id, never a teacher's page."""
    name = "".join(char if char.isascii() and (char.isalnum() or char in "_-.") else _quoted(char) for char in student)
    if name.startswith(".") or name.casefold() in ("", "index", "similar"):
        name = _quoted(student[:1]) + name[1:]
    if len(name) > _LONGEST:
        digest = hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()
        name = f"{name[: _LONGEST - 65]}~{digest}"  # no other name has a ~ in it
    return f"{name}.html"


def _quoted(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass")) or "%"

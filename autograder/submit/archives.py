"""Unpack an archive of a student's: only what is plain, and not what unpacks to a thousand times its size."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any, Literal

from autograder.files import make_folder
from autograder.submit.plain import (
    MAX_DEPTH,
    MAX_FILE_BYTES,
    MAX_FILES,
    MAX_READ_BYTES,
    OF_NAMES,
    Budget,
    NotPlain,
    copy_file,
)

MAX_RATIO = 100  # how many times its own size an archive may unpack to, when that is more than MAX_FILE_BYTES
_MAX_HEADER_BYTES = 4 * 2**20  # of an archive's member, and what is read of its contents at a time
_COMPRESSED: dict[bytes, Callable[..., Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ\0": lzma.open}
# What reading an archive raises that is none, or none any more.
_BROKEN = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, RuntimeError, NotImplementedError, ValueError, OverflowError),
)


def unpack(archive: Path, target: Path) -> list[str]:
    """Unpack the plain files of a zip or tar archive; returns what was left out and why.

    Raises NotPlain where nothing of it can be unpacked, OSError where nothing can be written.
    """
    make_folder(target)
    size = MAX_RATIO * archive.stat().st_size
    budget = Budget(100 * MAX_FILES, max(MAX_FILE_BYTES, size), max(MAX_READ_BYTES, size))
    left_out: list[str] = []
    try:
        for name, file in _members(archive, max(MAX_READ_BYTES, size)):
            try:
                budget.one_file()
                if file == "folder":
                    continue
                path = target / _inside(name)
                make_folder(path.parent)
                if file is None:
                    raise NotPlain("a link or a device")
                copy_file(file, path, budget, "slim")
            except (NotPlain, OSError, ValueError) as why:
                if isinstance(why, OSError) and why.errno not in OF_NAMES:
                    raise
                left_out.append(f"{name[:200]!r}: {why}")
                if budget.is_used_up():
                    break
    except _BROKEN as error:
        raise _broken(error) from None
    return left_out


def _members(archive: Path, most_bytes: int) -> Iterator[tuple[str, IO[bytes] | Literal["folder"] | None]]:
    """Name and contents of each member of an archive, of which so many bytes are read at most; without contents where
    it is neither a regular file nor a folder."""
    try:
        yield from _zipped(archive) if zipfile.is_zipfile(archive) else _tarred(archive, most_bytes)
    except OSError as error:
        raise _broken(error) from None


def _zipped(archive: Path) -> Iterator[tuple[str, IO[bytes] | Literal["folder"] | None]]:
    with zipfile.ZipFile(archive) as zipped:
        for info in zipped.infolist():
            if info.is_dir():
                yield info.filename, "folder"
                continue
            if stat.S_ISLNK(info.external_attr >> 16):
                yield info.filename, None
                continue
            with zipped.open(info) as file:
                yield info.filename, file


def _tarred(archive: Path, most_bytes: int) -> Iterator[tuple[str, IO[bytes] | Literal["folder"] | None]]:
    with archive.open("rb") as file:
        begin = file.read(max(map(len, _COMPRESSED)))
    opener = next((each for magic, each in _COMPRESSED.items() if begin.startswith(magic)), open)
    with opener(archive, "rb") as stream, tarfile.open(fileobj=_Bounded(stream, most_bytes), mode="r:") as tarred:
        for member in tarred:
            if member.isdir():
                yield member.name, "folder"
            else:
                yield member.name, tarred.extractfile(member) if member.isreg() else None


class _Bounded(io.RawIOBase):
    """A stream of which so many bytes are read at most. A name in a header may claim any length, and what is passed
    over has to be unpacked as well."""

    def __init__(self, stream: IO[bytes], most_bytes: int) -> None:
        self._stream, self._most_bytes = stream, most_bytes

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= _MAX_HEADER_BYTES:
            raise NotPlain("it holds a name or a description that is too long")
        return self._stream.read(size)

    def seek(self, place: int, whence: int = os.SEEK_SET) -> int:
        if whence != os.SEEK_SET or place > self._most_bytes:
            raise NotPlain("together the files are too large")
        return self._stream.seek(place)

    def tell(self) -> int:
        return self._stream.tell()


def _broken(error: Exception) -> NotPlain:
    return NotPlain(f"it cannot be unpacked ({type(error).__name__}: {str(error)[:100]})")


def _inside(name: str) -> PurePosixPath:
    """The name as a path below the target."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or not path.parts or "\0" in name:
        raise NotPlain("its path leads out of the archive")
    if len(path.parts) > MAX_DEPTH:
        raise NotPlain(f"nested deeper than {MAX_DEPTH} folders")
    return path

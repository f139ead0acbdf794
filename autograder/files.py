"""Files that others read while we write, and that have to be whole after a kill, on a full disk and after a power cut;
and names that are safe.

What is written lies beside its place first, in a `.part` that its writer holds a lock on; the disk has it before it is
renamed. A `.part` that nobody holds is what a killed writer left: the next one to write into that folder removes it.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import functools
import hashlib
import json
import os
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

_LONGEST = 200  # file systems allow 255 bytes, with the ending, and with what a `.part` adds
_EXCHANGE = 2  # of renameat2(2): two names change places, in one step
_BLOCK = 2**16


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, and its folder where that is missing."""
    write_all_whole({path: content})


def write_all_whole(files: Mapping[Path, bytes]) -> None:
    """Write files, each whole or not at all: none before the disk has all of them."""
    with contextlib.ExitStack() as stack:
        parts = {path: stack.enter_context(_written_beside(path, content)) for path, content in files.items()}
        for path, part in parts.items():
            part.replace(path)
        for folder in {path.parent for path in parts}:
            _sync(folder)


def write_secret(path: Path, content: bytes) -> None:
    """Write a file that nobody else reads, whole. Raises FileExistsError where there is one: it stays."""
    with _written_beside(path, content, 0o600) as part:
        os.link(part, path)
    _sync(path.parent)


@contextlib.contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """A new folder that takes the place of `target`, with all that was put into it, when the block ends.

    Where the block or the disk raises, what stood there stays.
    """
    _make_ready(target.parent)
    part = _part(target)
    shutil.rmtree(part, ignore_errors=True)
    descriptor = _own(part, _new_folder)
    try:
        yield part
        sync_folder(part)
        _put_in_place(part, target)
        _sync(target.parent)
    finally:
        shutil.rmtree(part, ignore_errors=True)  # also what stood at `target`
        os.close(descriptor)


def append(path: Path, *lines: bytes, after: int | None = None) -> None:
    """Add lines of JSON to the end of a file, and let the disk have them. Where that fails, nothing of them stays.

    Raises FileExistsError where the file has not so many lines as it should have, `after` which these come.
    """
    make_folder(path.parent)
    with open(os.open(path, os.O_RDWR | os.O_CREAT, _rights(path.parent) & 0o666), "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if after is not None and len(read_lines(path)) != after:
            raise FileExistsError(errno.EEXIST, "somebody else has written a line", str(path))
        size, cut_off = _last_line(file.fileno())
        if not size:
            _sync(path.parent)  # before there is a line: whatever raises, none was written
        lacks_end = _is_json(cut_off)
        end = size if lacks_end else size - len(cut_off)
        try:
            os.ftruncate(file.fileno(), end)
            file.seek(end)
            file.write(b"\n" * lacks_end + b"".join(line + b"\n" for line in lines))
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            os.ftruncate(file.fileno(), end)
            raise


def read_lines(path: Path) -> list[bytes]:
    """The lines that were added to a file, none where there is no file. One that was cut off was never written."""
    *lines, last = path.read_bytes().split(b"\n") if path.exists() else [b""]
    return [*lines, last] if _is_json(last) else lines


def make_folder(path: Path) -> None:
    """Make a folder, and those that it lies in. A new one gives nobody more rights than the one that it lies in."""
    if not path.is_dir():
        make_folder(path.parent)
        with contextlib.suppress(FileExistsError):
            path.mkdir(_rights(path.parent))
        _sync(path.parent)


def remove_folder(folder: Path) -> None:
    """Remove a folder: nobody sees a part of it, whatever stops us."""
    part = _part(folder)
    folder.rename(part)
    shutil.rmtree(part)


def make_private_folder(path: Path) -> Path:
    """Make a folder, and the one that it lies in, into which nobody else looks from their first moment."""
    make_folder(path.parent.parent)
    for folder in (path.parent, path):
        folder.mkdir(mode=0o700, exist_ok=True)
    return path


def sync_folder(folder: Path) -> None:
    """Let the disk have all files of a folder."""
    for path, _, files in os.walk(folder):
        for name in files:
            _sync(Path(path, name))
        _sync(Path(path))


def is_student(name: str) -> bool:
    """Whether files and folders may be named after this student, and a gradebook hold the name."""
    return name.isprintable() and not name.startswith(".") and "/" not in name and 0 < len(name.encode()) <= _LONGEST


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


@contextlib.contextmanager
def _written_beside(path: Path, content: bytes, rights: int = 0o666) -> Iterator[Path]:
    """A file with this content, which the disk has; gone at the end unless it was renamed."""
    _make_ready(path.parent)
    part = _part(path)
    part.unlink(missing_ok=True)  # of a process that had our number
    try:
        with open(_own(part, functools.partial(_new_file, rights)), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            yield part
    finally:
        part.unlink(missing_ok=True)


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")  # two graders may be at work


def _make_ready(folder: Path) -> None:
    make_folder(folder)
    remove_abandoned(folder)


@functools.cache
def remove_abandoned(folder: Path) -> None:
    """Remove what killed writers left in a folder; once is enough for a process."""
    for part in folder.glob(".*.part"):
        with contextlib.suppress(OSError):
            descriptor = os.open(part, os.O_RDONLY | os.O_NOFOLLOW)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(part) if part.is_dir() else part.unlink()
            finally:
                os.close(descriptor)


def _own(part: Path, make: Callable[[Path], int]) -> int:
    """A descriptor of a new file or folder, with a lock that ends with this process."""
    while True:
        descriptor = make(part)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        if part.exists():
            return descriptor
        os.close(descriptor)  # before it was locked, somebody took it for abandoned


def _new_file(rights: int, path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _rights(path.parent) & rights)


def _new_folder(path: Path) -> int:
    path.mkdir(_rights(path.parent))
    return os.open(path, os.O_RDONLY)


def _put_in_place(part: Path, target: Path) -> None:
    """What stood there is at `part` afterwards, on file systems that can exchange two names: nobody sees it missing."""
    if not target.exists():
        part.rename(target)
        return
    exchange = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    here = -100  # AT_FDCWD: as the paths say
    if exchange is None or exchange(here, os.fsencode(part), here, os.fsencode(target), _EXCHANGE):
        old = target.with_name(f"{part.name}.old.part")
        target.rename(old)
        part.rename(target)
        shutil.rmtree(old)


def _last_line(descriptor: int) -> tuple[int, bytes]:
    """The size of a file, and what stands in it after the last end of a line."""
    size = place = os.fstat(descriptor).st_size
    last = b""
    while place and b"\n" not in last:
        place = max(0, place - _BLOCK)
        last = os.pread(descriptor, size - place, place)
    return size, last.rpartition(b"\n")[2]


def _is_json(line: bytes) -> bool:
    """Whether a line of JSON is all there: only its end may be missing."""
    with contextlib.suppress(ValueError):
        return isinstance(json.loads(line), dict)
    return False


def _rights(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode) & 0o777


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

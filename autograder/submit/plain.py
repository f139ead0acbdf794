"""Take from a folder or an archive of a student only what is plain: regular files, not too many and not too large.

A link would bring in what it points to, a device or a pipe never ends, and an archive can unpack to a thousand times
its size. Whoever put them there may exchange them while we look: every file is opened first and judged then.
"""

from __future__ import annotations

import os
import shutil
import stat
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

MAX_FILES = 1_000
MAX_DEPTH = 8  # folders in folders
MAX_FILE_BYTES = 50 * 2**20
MAX_FOLDER_BYTES = 200 * 2**20
MAX_RATIO = 100  # how many times its own size an archive may unpack to, when that is more than MAX_FILE_BYTES


class NotPlain(Exception):
    """Something that is left out; the text says why."""


def copy_plain(source: Path, target: Path) -> list[str]:
    """Copy a folder's plain files; returns what was left out and why, one line each."""
    left_out: list[str] = []
    target.mkdir(parents=True, exist_ok=True)
    budget = _Budget(MAX_FILES, MAX_FOLDER_BYTES)
    for name, folder in _entries(source, left_out):
        try:
            with _open_plain(name.name, folder) as file:
                budget.one_file()
                path = target / name
                path.parent.mkdir(parents=True, exist_ok=True)
                _copy(file, path, budget)
        except (NotPlain, OSError) as why:
            left_out.append(f"{name}: {why if isinstance(why, NotPlain) else why.strerror}")
    return left_out


def keep_plain(folder: Path) -> list[str]:
    """Take away from a folder all that is not plain; returns what that was and why."""
    if _is_plain(folder):
        return []
    copy = folder.with_name(f".{folder.name}.{os.getpid()}.plain")
    shutil.rmtree(copy, ignore_errors=True)
    left_out = copy_plain(folder, copy)
    if left_out:
        shutil.rmtree(folder)
        copy.rename(folder)
    else:
        shutil.rmtree(copy)
    return left_out


def _is_plain(folder: Path) -> bool:
    """Whether there is nothing to take away. For a folder into which nobody writes meanwhile."""
    budget = _Budget(MAX_FILES, MAX_FOLDER_BYTES)
    for path, folders, files, descriptor in os.fwalk(folder, follow_symlinks=False):
        if folders and len(Path(path).relative_to(folder).parts) >= MAX_DEPTH:
            return False
        for name in [*folders, *files]:
            found = os.stat(name, dir_fd=descriptor, follow_symlinks=False)
            if stat.S_ISDIR(found.st_mode):
                continue
            if (
                not stat.S_ISREG(found.st_mode)
                or found.st_size > MAX_FILE_BYTES
                or not os.access(name, os.R_OK, dir_fd=descriptor)
            ):
                return False
            try:
                budget.one_file()
                budget.some_bytes(found.st_size)
            except NotPlain:
                return False
    return True


def unpack(archive: Path, target: Path) -> list[str]:
    """Unpack the plain files of a zip or tar archive; returns what was left out and why.

    Raises NotPlain where nothing of it can be unpacked.
    """
    target.mkdir(parents=True, exist_ok=True)
    budget = _Budget(100 * MAX_FILES, max(MAX_FILE_BYTES, MAX_RATIO * archive.stat().st_size))
    left_out: list[str] = []
    try:
        for name, file in _members(archive):
            try:
                budget.one_file()
                path = target / _inside(name)
                path.parent.mkdir(parents=True, exist_ok=True)
                if file is None:
                    raise NotPlain("a link or a device")
                _copy(file, path, budget)
            except (NotPlain, OSError, ValueError) as why:
                left_out.append(f"{name[:200]!r}: {why}")
                if budget.is_used_up():
                    break
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        raise NotPlain(f"it cannot be unpacked ({type(error).__name__}: {str(error)[:100]})") from None
    return left_out


class _Budget:
    """How much may still be copied."""

    def __init__(self, files: int, size: int) -> None:
        self._files, self._bytes = files, size

    def one_file(self) -> None:
        self._files -= 1
        if self._files < 0:
            raise NotPlain("there are too many files")

    def some_bytes(self, count: int) -> None:
        self._bytes -= count
        if self._bytes < 0:
            raise NotPlain("together the files are too large")

    def is_used_up(self) -> bool:
        return self._files < 0 or self._bytes < 0


def _entries(source: Path, left_out: list[str]) -> Iterator[tuple[Path, int]]:
    """Every file by its path within the folder, with a descriptor of the folder that it lies in."""
    for path, folders, files, descriptor in os.fwalk(source, follow_symlinks=False):
        here = Path(path).relative_to(source)
        for name in [*folders]:
            problem = ""
            if stat.S_ISLNK(os.lstat(name, dir_fd=descriptor).st_mode):
                problem = "a link"
            elif len(here.parts) >= MAX_DEPTH:
                problem = f"nested deeper than {MAX_DEPTH} folders"
            if problem:
                folders.remove(name)
                left_out.append(f"{here / name}: {problem}")
        for name in sorted(files, key=lambda name: (not name.endswith(".ipynb"), name)):  # notebooks first
            yield here / name, descriptor


def _open_plain(name: str, folder: int) -> IO[bytes]:
    try:
        descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError as error:
        raise NotPlain("a link, or not to be opened") from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NotPlain("no regular file")
    return os.fdopen(descriptor, "rb")


def _copy(file: IO[bytes], path: Path, budget: _Budget) -> None:
    """Copy what a file holds, whatever size it claims; nothing is left of one that is too large."""
    size = 0
    try:
        with path.open("xb") as copy:
            while chunk := file.read(2**20):
                size += len(chunk)
                if size > MAX_FILE_BYTES:
                    raise NotPlain(f"larger than {MAX_FILE_BYTES / 2**20:.0f} MB")
                budget.some_bytes(len(chunk))
                copy.write(chunk)
    except NotPlain:
        path.unlink()
        raise


def _members(archive: Path) -> Iterator[tuple[str, IO[bytes] | None]]:
    """Name and contents of each file in an archive; without contents where it is no regular file."""
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as zipped:
            for info in zipped.infolist():
                if info.is_dir():
                    continue
                if stat.S_ISLNK(info.external_attr >> 16):
                    yield info.filename, None
                    continue
                with zipped.open(info) as file:
                    yield info.filename, file
        return
    with tarfile.open(archive) as tarred:
        for member in tarred:
            if not member.isdir():
                yield member.name, tarred.extractfile(member) if member.isreg() else None


def _inside(name: str) -> PurePosixPath:
    """The name as a path below the target."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or not path.parts or "\0" in name:
        raise NotPlain("its path leads out of the archive")
    if len(path.parts) > MAX_DEPTH:
        raise NotPlain(f"nested deeper than {MAX_DEPTH} folders")
    return path

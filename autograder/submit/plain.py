"""Take from a folder of a student's only what is plain: regular files, not too many and not too large.

A link would bring in what it points to, a device or a pipe never ends. Whoever put them there may exchange them while
we look: every file is opened first and judged then.
"""

from __future__ import annotations

import errno
import itertools
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO, Literal

from autograder.files import make_folder
from autograder.submit.notebook import MAX_BYTES, MAX_WHOLE_BYTES
from autograder.submit.outputs import WithoutOutputs

MAX_FILES = 1_000
MAX_DEPTH = 8  # folders in folders
MAX_FILE_BYTES = 50 * 2**20
MAX_FOLDER_BYTES = 200 * 2**20
MAX_READ_BYTES = 2 * MAX_WHOLE_BYTES  # of notebooks in a folder or an archive, with outputs that are left out

# Names that our file system does not take, or that a submission has twice. All else that writing raises is our fault.
OF_NAMES = frozenset(
    {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ, errno.ELOOP}
    | {errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENOTEMPTY}
)

# What becomes of a notebook larger than MAX_FILE_BYTES: it is copied without its outputs; or whole, where the copy
# has to have the bytes of which a student has the hash, as far as a folder has room.
Large = Literal["slim", "whole"]


class NotPlain(Exception):
    """Something that is left out; the text says why."""


def copy_plain(source: Path, target: Path, large: Large = "slim", originals: dict[str, str] | None = None) -> list[str]:
    """Copy a folder's plain files; returns what was left out and why, one line each.

    Raises OSError where the copy cannot be written, and NotPlain where the folder cannot be read; nothing is left then.
    `originals` gets the SHA-256 of each notebook that was copied without its outputs, by its path within the folder.
    """
    left_out: dict[Path, str] = {}
    make_folder(target)
    budget = Budget(MAX_FILES, MAX_FOLDER_BYTES, MAX_READ_BYTES)
    try:
        for name, folder in _entries(source, left_out):
            try:
                with _open_plain(name.name, folder) as file:
                    budget.one_file()
                    make_folder((target / name).parent)
                    original = copy_file(file, target / name, budget, large)
                    if original and originals is not None:
                        originals[str(name)] = original
            except NotPlain as why:
                left_out[name] = str(why)
            except OSError as error:
                if error.errno not in OF_NAMES:
                    raise
                left_out[name] = os.strerror(error.errno)
    except BaseException:
        shutil.rmtree(target)  # a part of a submission would be taken for all of it
        raise
    return _lines(left_out)


def keep_plain(folder: Path, note: Callable[[list[str]], None] = lambda lines: None) -> list[str]:
    """Take away from a folder all that is not plain; returns what that was and why, which is `note`d before.

    For a folder into which nobody writes meanwhile. It needs no room, and what is plain is not touched.
    """
    left_out = _not_plain(folder)
    if left_out:
        note(_lines(left_out))
    for path in [folder / name for name in left_out]:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    return _lines(left_out)


def _not_plain(folder: Path) -> dict[Path, str]:
    """What is to be taken away from a folder of ours, and why."""
    budget, left_out = Budget(MAX_FILES, MAX_FOLDER_BYTES, 0), dict[Path, str]()
    for name, descriptor in _entries(folder, left_out):
        try:
            with _open_plain(name.name, descriptor) as file:
                budget.one_file()
                size, limit = os.fstat(file.fileno()).st_size, MAX_WHOLE_BYTES if is_notebook(name) else MAX_FILE_BYTES
                budget.some_bytes(0 if is_notebook(name) else min(size, limit))
                if size > limit:
                    raise _too_large(name, limit)
        except NotPlain as why:
            left_out[name] = str(why)
    return left_out


def _lines(left_out: dict[Path, str]) -> list[str]:
    return [f"{name}: {why}" for name, why in left_out.items()]


def _too_large(name: Path, limit: int) -> NotPlain:
    more = "; clear all outputs, save it and hand it in again" if is_notebook(name) else ""
    return NotPlain(f"larger than {limit / 2**20:.0f} MB{more}")


def is_notebook(name: str | Path) -> bool:
    """Whether a file's name says that it is a notebook, whatever Windows made of its letters."""
    return str(name).lower().endswith(".ipynb")


class Budget:
    """How much may still be copied, and read of notebooks whose outputs are left out."""

    def __init__(self, files: int, size: int, read: int) -> None:
        self._files, self._bytes, self._read = files, size, read

    def one_file(self) -> None:
        self._files -= 1
        if self._files < 0:
            raise NotPlain("there are too many files")

    def some_bytes(self, count: int) -> None:
        self._bytes -= count
        if self._bytes < 0:
            raise NotPlain("together the files are too large")

    def some_reading(self, count: int) -> None:
        self._read -= count
        if self._read < 0:
            raise NotPlain("together the notebooks are too large")

    def is_used_up(self) -> bool:
        return self._files < 0 or self._bytes < 0 or self._read < 0


def _entries(source: Path, left_out: dict[Path, str]) -> Iterator[tuple[Path, int]]:
    """Every file by its path within the folder, with a descriptor of the folder that it lies in, in an order that does
    not change. Raises NotPlain where the folder itself cannot be read."""

    def not_read(error: OSError) -> None:
        name = Path(error.filename).relative_to(source)
        left_out[name] = f"the folder cannot be read ({error.strerror})"
        if name == Path():
            raise error

    try:
        for path, folders, files, descriptor in os.fwalk(source, follow_symlinks=False, onerror=not_read):
            here = Path(path).relative_to(source)
            for name in sorted(folders):
                problem = ""
                if stat.S_ISLNK(os.lstat(name, dir_fd=descriptor).st_mode):
                    problem = "a link"
                elif len(here.parts) >= MAX_DEPTH:
                    problem = f"nested deeper than {MAX_DEPTH} folders"
                if problem:
                    folders.remove(name)
                    left_out[here / name] = problem
            folders.sort()
            for name in sorted(files, key=lambda name: (not is_notebook(name), name)):  # notebooks first
                yield here / name, descriptor
    except OSError as error:
        raise NotPlain(f"the folder cannot be read ({error.strerror})") from error


def _open_plain(name: str, folder: int) -> IO[bytes]:
    try:
        descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError as error:
        raise NotPlain("a link, or not to be opened") from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NotPlain("no regular file")
    return os.fdopen(descriptor, "rb")


def _read(file: IO[bytes], size: int) -> bytes:
    """What cannot be read is the fault of whose file it is; what cannot be written, never."""
    try:
        return file.read(size)
    except OSError as error:
        raise NotPlain(f"cannot be read ({error.strerror})") from error


def copy_file(file: IO[bytes], path: Path, budget: Budget, large: Large) -> str:
    """Copy what a file holds, whatever size it claims; nothing is left of one that is too large.

    Returns the SHA-256 of a notebook that was copied without its outputs.
    """
    limit, is_counted = MAX_FILE_BYTES, True
    if is_notebook(path):
        limit = {"slim": MAX_FILE_BYTES, "whole": MAX_FOLDER_BYTES}[large]
        is_counted = large == "whole"
    size = 0
    try:
        with path.open("xb") as copy:
            while (piece := _read(file, 2**20)) and (size := size + len(piece)) <= limit:
                budget.some_bytes(len(piece) if is_counted else 0)
                copy.write(piece)
        if size > limit:
            return _copy_slim(file, piece, path, budget, limit, large)
        if large == "slim" and not is_counted:
            budget.some_bytes(size)
    except NotPlain:
        path.unlink(missing_ok=True)
        raise
    return ""


def _copy_slim(file: IO[bytes], piece: bytes, path: Path, budget: Budget, limit: int, large: Large) -> str:
    """Copy without outputs a notebook of which a part lies at `path` already. Raises NotPlain for any other file."""
    if not is_notebook(path) or large != "slim":
        raise _too_large(path, limit)
    left, digest, kept, size = WithoutOutputs(), sha256(), bytearray(), 0
    with path.open("rb") as begun:
        for each in itertools.chain(_pieces(begun), [piece], _pieces(file)):
            size += len(each)
            budget.some_reading(len(each))
            digest.update(each)
            kept += left.feed(each)
            if size > MAX_WHOLE_BYTES:
                raise NotPlain(f"larger than {MAX_WHOLE_BYTES / 2**20:.0f} MB; clear all outputs and hand it in again")
            if len(kept) > MAX_BYTES:
                raise NotPlain(f"without its outputs it is larger than {MAX_BYTES / 2**20:.0f} MB")
    kept += left.end()
    budget.some_bytes(len(kept))
    path.write_bytes(kept)
    return digest.hexdigest()


def _pieces(file: IO[bytes]) -> Iterable[bytes]:
    return iter(lambda: _read(file, 2**18), b"")

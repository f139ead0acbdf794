"""A student's folder as it was collected, in order for grading. What was done to it is noted beside the submissions,
where no student writes, and stands in the report."""

from __future__ import annotations

import contextlib
import os
import warnings
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

import msgspec
from dateutil.parser import parse as parse_time
from dateutil.tz import gettz

from autograder.course.course import Assignment
from autograder.files import write_whole
from autograder.submit.notebook import Unreadable, read_notebook_file
from autograder.submit.plain import is_notebook, keep_plain

_TIMESTAMP = "timestamp.txt"
_NO_TIME = "timestamp-as-handed-in.txt"
_LONGEST_TIME = 200
_MOST_NOTICES = 20


class Collected(msgspec.Struct):
    """What is said of a submission. It belongs to the notebook with this hash: another one was collected without us."""

    notebook: str = ""  # SHA-256 of the file in the student's folder; empty where there is none
    notices: list[str] = []
    original: str = ""  # SHA-256 of what the student handed in, where that was copied without its outputs
    begun: list[str] = []  # what is being done to the folder, whatever notebook comes of it


def find_notebook(folder: Path, name: str) -> Path:
    """The notebook of that name, the outermost of several, or the only one there is. Raises Unreadable."""
    if _is_file(folder / name):
        return folder / name
    files = [path for path in folder.rglob("*") if _is_file(path) and not _is_hidden(path.relative_to(folder))]
    files.sort(key=lambda path: (len(path.parts), path))
    notebooks = [path for path in files if is_notebook(path)]
    named = [path for path in notebooks if path.name == name]
    if named or len(notebooks) == 1:
        return (named or notebooks)[0]
    found = ", ".join(str(path.relative_to(folder)) for path in (notebooks or files)[:3])
    raise Unreadable(
        f"the notebook {name} is not in the submission (it holds {found or 'nothing'}); hand it in under its own name"
    )


def graded_from(folder: Path, path: Path, name: str) -> str:
    """What is said of a notebook that is not where it should be; nothing of one that is."""
    there = str(path.relative_to(folder))
    if there == name:
        return ""
    only = "" if path.name == name else ", the only notebook in the submission"
    return f"graded from {there!r}{only}; its name should be {name}"


def put_in_order(folder: Path, name: str, note: Callable[[list[str]], None] = lambda lines: None) -> list[str]:
    """Make of a student's folder one that nbgrader can grade: plain files, the notebook under its name, a time or none.

    Returns what was changed, one line each; each is `note`d before it is done.
    """
    notices = keep_plain(folder, note)
    with contextlib.suppress(Unreadable):
        found = find_notebook(folder, name)
        if found != folder / name:
            notices.append(graded_from(folder, found, name))
            note(notices)
            if beside := _put_aside(folder / name):  # the notebook may lie in a folder of that name
                found = beside / found.relative_to(folder / name) if found.is_relative_to(folder / name) else found
            found.replace(folder / name)
    stamp = folder / _TIMESTAMP
    if os.path.lexists(stamp) and not _is_time(stamp):
        notices.append(f"{_TIMESTAMP} is no time; when this was handed in is not known")
        note(notices)
        _put_aside(folder / _NO_TIME)
        stamp.replace(folder / _NO_TIME)
    return notices


def remember(
    assignment: Assignment, student: str, folder: Path, notices: Iterable[str], originals: dict[str, str] | None = None
) -> None:
    """Put a folder in order that was copied just now, and note what was done to it, in place of older notes."""
    name = f"{assignment.name}.ipynb"
    lines, original = [*notices], ""
    with contextlib.suppress(Unreadable):
        original = (originals or {}).get(str(find_notebook(folder, name).relative_to(folder)), "")
    lines += put_in_order(folder, name)
    if original:
        lines.append("its outputs were not kept: with them the notebook is too large")
    _write(assignment, student, Collected(_hash(folder / name), _shortened(lines), original))


def intend(assignment: Assignment, student: str, lines: list[str]) -> None:
    """Note what is about to be changed in a folder: whoever is killed in between tells it the next time."""
    noted = _noted(assignment, student)
    noted.begun = _shortened([*noted.begun, *(line for line in lines if line not in noted.begun)])
    _write(assignment, student, noted)


def said_of(assignment: Assignment, student: str, notebook: str, new: list[str]) -> Collected:
    """What was noted of the notebook with this hash, with what is `new`."""
    noted = _noted(assignment, student)
    found = noted if noted.notebook == notebook else Collected(notebook)
    fresh = [line for line in dict.fromkeys([*noted.begun, *new]) if line not in found.notices]
    if fresh or noted.begun:
        found.notices, found.begun = _shortened([*found.notices, *fresh]), []
        _write(assignment, student, found)
    return found


def _noted(assignment: Assignment, student: str) -> Collected:
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        return msgspec.json.decode(_path(assignment, student).read_bytes(), type=Collected)
    return Collected()


def _path(assignment: Assignment, student: str) -> Path:
    return assignment.course.gradebook / "collected" / assignment.name / f"{student}.json"


def _write(assignment: Assignment, student: str, collected: Collected) -> None:
    path = _path(assignment, student)
    if collected.notices or collected.original or collected.begun:
        write_whole(path, msgspec.json.encode(collected))
    else:
        path.unlink(missing_ok=True)


def _shortened(lines: list[str]) -> list[str]:
    """A student can hand in a thousand links."""
    more = len(lines) - _MOST_NOTICES
    return [*lines[:_MOST_NOTICES], f"and {more} more"] if more > 0 else lines


def _hash(path: Path) -> str:
    with contextlib.suppress(Unreadable):
        return read_notebook_file(path).sha256
    return ""


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _is_hidden(path: Path) -> bool:
    """What editors and archivers put beside a notebook: .ipynb_checkpoints, __MACOSX."""
    return any(part.startswith((".", "__MACOSX")) for part in path.parts)


def _put_aside(path: Path) -> Path | None:
    """Where a folder of that name of the student's is now, so that the name is free; None where there is none."""
    if not path.is_dir() or path.is_symlink():
        return None
    beside = path.with_name(f"{path.name} (folder)")
    while os.path.lexists(beside):  # a student may have thought of that name
        beside = beside.with_name(f"{beside.name}+")
    return path.rename(beside)


def _is_time(stamp: Path) -> bool:
    """Whether nbgrader, which reads the whole file, finds a time there; it stops a class where it finds none."""
    with contextlib.suppress(Exception), warnings.catch_warnings(action="ignore"):  # the text is the student's
        text = stamp.read_text().strip() if stamp.stat().st_size < _LONGEST_TIME else "too long"
        words = text.split(" ")
        zone = (int(words[2]) if words[2].lstrip("+-").isdigit() else gettz(words[2])) if len(words) == 3 else None
        when = parse_time(" ".join([*words[:2], "TZ"]) if len(words) == 3 else text or "0:00", tzinfos={"TZ": zone})
        return bool(when.replace(tzinfo=None) - (when.utcoffset() or timedelta()))
    return False

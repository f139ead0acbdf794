"""The releases of an assignment: by what each was graded is kept, since students hand in what they fetched once.

`gradebook/releases/ASSIGNMENT/` holds a line for each release and, by its hash, the bundle of the files that grade it.
"""

from __future__ import annotations

import contextlib
import functools
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from autograder.course.course import Assignment
from autograder.files import append, make_private_folder, read_lines, write_whole
from autograder.submit.notebook import read_notebook

METADATA = "autograder"  # of a notebook: {"release": the hash}


class Release(msgspec.Struct):
    """A line of releases.jsonl: the program that students got, by its hash, and what each blank is worth."""

    hash: str
    day: str
    points: dict[str, float]
    content: bytes = b""  # the bundle, once it is read


def keep(assignment: Assignment, content: bytes) -> None:
    """Note that this is what students get from now on; `content` is the bundle of all that grades it."""
    make_private_folder(_list(assignment).parents[1])
    write_whole(_bundle(assignment, assignment.release), content)
    line = Release(assignment.release, datetime.now(UTC).date().isoformat(), points_of(assignment))
    append(_list(assignment), msgspec.json.encode(line))


def released(assignment: Assignment) -> list[Release]:
    """All that were released, the last one at the end."""
    found = []
    for line in read_lines(_list(assignment)):
        with contextlib.suppress(msgspec.MsgspecError):
            found.append(msgspec.json.decode(line, type=Release))
    return found


def points_of(assignment: Assignment) -> dict[str, float]:
    """What each blank is worth now."""
    points = {cell.grade_id: 0.0 for cell in assignment.lesson.blanks()}
    for check in assignment.checks.checks:
        points[check.blank] += check.points
    return points


def release_of(assignment: Assignment, notebook: bytes) -> Release | None:
    """The release by which this notebook is graded, with its content; None for the lesson and the checks as they are.

    It is the one that the notebook names, of those that the gradebook has cells for, else the last one. Where only its
    checks or its text have changed since, they are taken as they are now: a check that was wrong is put right for all.
    """
    kept = released(assignment)
    if all(each.hash == assignment.release for each in kept):
        return None
    named, last = _named(notebook), kept[-1]
    release = next((each for each in kept if each.hash == named and each.points == last.points), last)
    path = _bundle(assignment, release.hash)
    if release.hash == assignment.release or not path.is_file():
        return None
    return msgspec.structs.replace(release, content=_content(path, path.stat().st_mtime_ns))


@functools.lru_cache(maxsize=4)
def _content(path: Path, changed_ns: int) -> bytes:
    """A bundle, once for all who need it."""
    return path.read_bytes()


def _named(notebook: bytes) -> str:
    """The hash that stands in a notebook. Students can write another one there: of a release that there was."""
    metadata = (read_notebook(notebook) or {}).get("metadata")
    ours = metadata.get(METADATA) if isinstance(metadata, dict) else None
    named = ours.get("release") if isinstance(ours, dict) else None
    return named if isinstance(named, str) else ""


def _list(assignment: Assignment) -> Path:
    return assignment.course.gradebook / "releases" / assignment.name / "releases.jsonl"


def _bundle(assignment: Assignment, release: str) -> Path:
    return _list(assignment).with_name(f"{release}.tar.xz")

"""What can be wrong with nbgrader's gradebook, in a sentence that says the way out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from autograder.errors import CourseError

if TYPE_CHECKING:
    from nbgrader.apps.api import NbGraderAPI

# Part of the database's own message, what that means, and what to do.
_TROUBLES = [
    (
        "is locked",
        "another program is writing into it, and did not end in time",
        "Wait for it, or end it: another grader, nbgrader or formgrader; then run the same command again",
    ),
    ("disk is full", "the disk is full", "Make room, then run the same command again: what was written is kept"),
    ("disk I/O error", "the disk fails or is full", "Make room or look at the disk, then run the same command again"),
    (
        "readonly",
        "it may not be written, nor may its folder",
        "Give yourself the right to write both, then run the same command again",
    ),
    ("unable to open", "it cannot be opened", "See to it that you may read and write it and its folder"),
    (
        "malformed",
        "it is damaged",
        "Put it back from a backup, then run: autograder grade ASSIGNMENT --force",
    ),
    (
        "not a database",
        "it is no database: it is damaged, or another file has its name",
        "Put it back from a backup, then run: autograder grade ASSIGNMENT --force",
    ),
    ("no such column", "it was made by an older nbgrader", "Run: nbgrader db upgrade"),
    ("no such table", "it was made by an older nbgrader, or is damaged", "Run: nbgrader db upgrade"),
]
_OTHERS = ("the database does not answer", "See to it that it runs and may be reached")


@contextmanager
def told(api: NbGraderAPI) -> Iterator[None]:
    """Raise CourseError for whatever the gradebook of this course raises as a database."""
    from sqlalchemy.exc import DatabaseError

    try:
        yield
    except DatabaseError as error:
        raise trouble(api, error) from error


def trouble(api: NbGraderAPI, error: Any) -> CourseError:
    """What a database's error means for this course's gradebook."""
    said = str(error.orig or error).splitlines()[0]
    found = next(((what, remedy) for part, what, remedy in _TROUBLES if part in said), _OTHERS)
    url = str(api.coursedir.db_url)
    where = url.removeprefix("sqlite:///") if url.startswith("sqlite:") else "the gradebook"
    return CourseError(where, f"{found[0]} ({said})", found[1])

"""What assignment.toml sets: the title and data of an assignment, and what a submission may use."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from autograder.errors import CourseError


class Limits(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What one submission may use. Every limit has its default here and may be set in assignment.toml.

    Seconds are the program's own: processor time of all its threads, or time that passed less what it waited for a
    processor, whichever is more.
    """

    call_seconds: float = 5.0  # one call of a student's function, or one cell
    submission_seconds: float = 120.0  # all calls of one submission together
    memory_mb: int = 2048  # memory in use, not address space
    processes: int = 64  # processes and threads
    open_files: int = 256
    file_mb: int = 16  # one file, and all of the working folder
    answer_mb: int = 32  # one value that comes back
    answer_values: int = 500_000  # numbers, words and lists in it; an array counts as one
    answer_depth: int = 16  # lists in lists
    output_chars: int = 100_000  # what one cell may print, where output is shown at all
    imports: tuple[str, ...] = ()  # modules that a cell may import: any, where none is named


class Settings(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The contents of assignment.toml."""

    title: str
    data: tuple[str, ...] = ()  # files of source_data/ that the release carries; nothing else is released
    limits: Limits = Limits()


def read_settings(folder: Path) -> Settings:
    """The settings of the assignment in `folder`. Raises CourseError."""
    path = folder / "assignment.toml"
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Settings)
    except FileNotFoundError:
        raise CourseError(path, "does not exist", 'Write at least: title = "…"') from None
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CourseError(path, str(error), "Fix that line") from None

"""What assignment.toml sets: the title and data of an assignment, and what a submission may use."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from autograder.errors import CourseError


class Limits(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What one submission may use. Every limit has its default here and may be set in assignment.toml; in a course
    without checks of ours, in nbgrader_config.py.

    Seconds are the program's own: processor time of all its threads, or time that passed less what it waited for a
    processor, whichever is more.
    """

    call_seconds: Annotated[float, Meta(description="one call of a student's function, or one cell")] = 5.0
    seconds_of: Annotated[dict[str, float], Meta(description="calls of single functions that need more")] = {}
    submission_seconds: Annotated[float, Meta(description="all calls of one submission together")] = 120.0
    memory_mb: Annotated[int, Meta(description="memory in use, not address space")] = 2048
    processes: Annotated[int, Meta(description="processes and threads")] = 64
    open_files: Annotated[int, Meta(description="open files of one process")] = 256
    file_mb: Annotated[int, Meta(description="one file, and all that is written to the working folder")] = 16
    answer_mb: Annotated[int, Meta(description="one value that comes back, or all that one cell shows")] = 32
    answer_values: Annotated[int, Meta(description="numbers, words and lists in it; an array counts as one")] = 500_000
    answer_depth: Annotated[int, Meta(description="lists in lists")] = 16
    output_chars: Annotated[int, Meta(description="what one cell may print, where output is shown at all")] = 100_000
    imports: Annotated[
        tuple[str, ...], Meta(description="modules that a cell may import: any, where none is named")
    ] = ()

    def seconds_for(self, function: str) -> float:
        """What a call of this function may take."""
        return self.seconds_of.get(function, self.call_seconds)

    @property
    def cell_seconds(self) -> float:
        """What a cell may take, which may call any function."""
        return max([self.call_seconds, *self.seconds_of.values()])


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

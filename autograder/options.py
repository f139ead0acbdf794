"""Arguments, options and ways of saying things that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CourseOption = Annotated[Path, typer.Option("--course", metavar="DIR", help="The course's folder.")]
AssignmentArgument = Annotated[str, typer.Argument(metavar="ASSIGNMENT", help="A folder of solutions/.")]
HERE = Path()


def relative(path: Path) -> str:
    """The path as seen from here, where that is shorter."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)

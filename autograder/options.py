"""Arguments, options and ways of saying things that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

CourseOption = Annotated[Path, typer.Option("--course", metavar="DIR", help="The course's folder.")]
AssignmentArgument = Annotated[str, typer.Argument(metavar="ASSIGNMENT", help="A folder of solutions/.")]
SandboxOption = Annotated[
    Literal["bubblewrap", "none"],
    typer.Option("--sandbox", help='"none" runs student code unprotected; every report says so.'),
]
HERE = Path()


def relative(path: Path) -> str:
    """The path as seen from here, where that is shorter."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def notice(text: str) -> None:
    """Tell whoever sits before the terminal, beside what a program may read."""
    typer.echo(f"notice: {text}", err=True)

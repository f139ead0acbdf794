"""The commands of exams: `watch` while one is held; `receipt` and `integrity` afterwards.

Each imports what it needs: NumPy and nbgrader take long to load, and nobody waits for them to read a help page.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.errors import CourseError
from autograder.options import HERE, CourseOption, relative
from autograder.progress import shown

if TYPE_CHECKING:  # NumPy comes with it
    from autograder.exam.receipt import Found

ExamArgument = Annotated[str, typer.Argument(metavar="EXAM", help="A folder of solutions/ with exam.toml.")]


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: autograder watch final")(watch)
    app.command(epilog="Example: autograder receipt final --student s01")(receipt)
    app.command(epilog="Example: autograder integrity final")(integrity)


def watch(
    exam: ExamArgument,
    once: Annotated[bool, typer.Option("--once", help="End when everything that lies there is received.")] = False,
    every: Annotated[
        float, typer.Option("--every", metavar="SECONDS", min=0.1, max=60, help="How long to wait between two looks.")
    ] = 2.0,
    course: CourseOption = HERE,
) -> None:
    """Receive an exam's submissions as they come, with the time of this computer's clock; Ctrl-C ends it.

    A folder is taken when it has not changed between two looks, and counts as received when it was seen first.
    """
    from autograder.course.course import Course
    from autograder.exam.ledger import rules_of
    from autograder.exam.watch import watch as watch_exchange

    here = Course(course).assignment(exam)
    rules = rules_of(here)
    typer.echo(f"{exam}: from {rules.opens.isoformat(' ')}, over for everybody at {rules.over.isoformat(' ')}")
    count = watch_exchange(here, typer.echo, every, once)
    typer.echo(f"{exam}: {count} submissions in the ledger")


def receipt(
    exam: ExamArgument,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="A notebook at hand.")] = None,
    student: Annotated[str | None, typer.Option("--student", metavar="ID", help="Whose receipt.")] = None,
    verify: Annotated[
        str | None, typer.Option("--verify", metavar="CODE", help="Find what was handed in under this code instead.")
    ] = None,
    course: CourseOption = HERE,
) -> None:
    """Print the code of what a student handed in and write its receipt, or find the bytes to a code."""
    from autograder.course.course import Course
    from autograder.exam.receipt import find, receipt_for, write_receipt

    if (student is None) == (verify is None):
        raise typer.BadParameter("name a student with --student, or a code with --verify")
    if verify is not None and file is not None:
        raise typer.BadParameter("a code is looked for among what was handed in; name no FILE with --verify")
    here = Course(course).assignment(exam)
    if verify is not None:
        found = find(here, verify)
        for each in found:
            typer.echo(_told(each))
        if changed := [each for each in found if not each.is_intact]:
            raise CourseError(changed[0].path, "no longer has the bytes of this code", "Take them from a backup")
    elif student is not None:
        made = receipt_for(here, student, file)
        typer.echo(made.code)
        typer.echo(relative(write_receipt(here, made)))


def integrity(exam: ExamArgument, course: CourseOption = HERE) -> None:
    """Show what to look at after an exam, each with its evidence: late, missing, other numbers, shared answers."""
    from autograder.course.course import Course
    from autograder.exam.integrity import examine
    from autograder.exam.integrity_page import write_integrity

    here = Course(course).assignment(exam)
    with shown(f"compare {exam}") as progress:
        found = examine(here, progress)
    for kind, count in Counter(each.kind for each in found.findings).items():
        typer.echo(f"{count:5} {kind}")
    typer.echo(relative(write_integrity(here, found)))


def _told(found: Found) -> str:
    """Who handed it in, when, and what became of it."""
    parts = [found.student]
    if found.received:
        parts += [f"attempt {found.attempt}", f"received {found.received.isoformat(' ', 'seconds')}"]
    if found.is_intact:
        parts.append(f"{relative(found.path)} has these bytes")
    if found.graded:
        parts.append("graded" if found.graded == found.sha256 else f"graded was another file, {found.graded[:12]}…")
    return ", ".join(parts)

"""The commands that show scores: pages, likeness, files for other systems.

Each imports what it needs: NumPy and nbgrader take long to load, and nobody waits for them to read a help page.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from autograder.errors import CourseError
from autograder.options import HERE, AssignmentArgument, CourseOption, notice, relative
from autograder.progress import shown
from autograder.report.exports import EXPORTS


def _known(target: str) -> str:
    if target not in EXPORTS:
        raise typer.BadParameter(f"{target!r} is not one of {', '.join(EXPORTS)}")
    return target


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: autograder report two_layer")(report)
    app.command(epilog="Example: autograder similar two_layer")(similar)
    app.command(epilog="Example: autograder export two_layer --to canvas")(export)


def report(assignment: AssignmentArgument, course: CourseOption = HERE) -> None:
    """Write a page for each student, one for the class, one for the course, and scores.csv."""
    from autograder.course.course import Course
    from autograder.report.run import report_on

    typer.echo(relative(report_on(Course(course).assignment(assignment), notice)))


def similar(assignment: AssignmentArgument, course: CourseOption = HERE) -> None:
    """Show the pairs of submissions that are alike in what hardly anybody else wrote, side by side on a page."""
    from autograder.course.course import Course
    from autograder.grade.run import load_reports
    from autograder.similar.page import write_similar
    from autograder.similar.pairs import find_pairs
    from autograder.submit.handed_in import submitted_students

    here = Course(course).assignment(assignment)
    students = submitted_students(here)
    if not students:
        raise CourseError(assignment, "nobody has handed in", f"Run: autograder collect {assignment}")
    with shown(f"compare {assignment}") as progress:
        found = find_pairs(here, students, load_reports(here), progress)
    typer.echo(f"{assignment}: {len(found.pairs)} of {found.possible} pairs are alike in something rare")
    folder = here.course.gradebook / "reports" / assignment
    typer.echo(relative(write_similar(found, here.settings.title, folder)))


def export(
    assignment: AssignmentArgument,
    to: Annotated[
        str, typer.Option("--to", callback=_known, metavar=f"[{'|'.join(EXPORTS)}]", help="What reads the files.")
    ],
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="DIR", help="Where, if not in gradebook/exports/ASSIGNMENT/TARGET/."),
    ] = None,
    course: CourseOption = HERE,
) -> None:
    """Write the scores as files for other systems."""
    from autograder.course.course import Course
    from autograder.moderate.log import class_moderation
    from autograder.report.exports import export as write_exports
    from autograder.report.publication import refuse_checks
    from autograder.report.run import absent_from, graded_reports

    here = Course(course).assignment(assignment)
    if EXPORTS[to].tells_checks:
        refuse_checks(here, f"export to {to}", datetime.now(UTC))
    reports = graded_reports(here, notice)
    absent = absent_from(here, reports)
    folder = into or here.course.gradebook / "exports" / assignment / to
    missing = [*absent.missing, *absent.ungraded]
    moderation = class_moderation(here, reports)
    for path in write_exports(reports, missing, here.settings.title, to, folder, moderation):
        typer.echo(relative(path))

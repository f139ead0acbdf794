"""The commands of authors: rehearse and release an assignment, and what is made from lessons.

Each imports what it needs: NumPy and nbgrader take long to load, and nobody waits for them to read a help page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.options import HERE, AssignmentArgument, CourseOption, SandboxOption, relative
from autograder.progress import shown


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: autograder rehearse two_layer")(rehearse)
    app.command(epilog="Example: autograder release two_layer")(release)
    app.command(epilog="Example: autograder known two_layer")(known)
    app.command(epilog="Example: autograder rows > docs/rows.md")(rows)


def rehearse(
    assignment: Annotated[str | None, typer.Argument(metavar="ASSIGNMENT", help="All, if none is named.")] = None,
    page: Annotated[
        Path | None, typer.Option("--page", metavar="FILE", help="Write the numbers as a page of documentation.")
    ] = None,
    course: CourseOption = HERE,
    sandbox: SandboxOption = "bubblewrap",
) -> None:
    """Try an assignment: right answers get all points, wrong ones are refused and named."""
    from autograder.author.findings import rehearsals_page, summary
    from autograder.author.rehearse import rehearse as rehearse_assignment
    from autograder.course.course import Course

    here = Course(course)
    rehearsals = []
    for name in [assignment] if assignment else here.names():
        with shown(f"rehearse {name}") as progress:
            rehearsals.append(rehearse_assignment(here.assignment(name), sandbox, progress))
        typer.echo(summary(rehearsals[-1]))
    if page:
        page.write_text(rehearsals_page(rehearsals), "utf-8")
    if any(done.faults for done in rehearsals):
        raise typer.Exit(1)


def release(
    assignment: AssignmentArgument,
    course: CourseOption = HERE,
    sandbox: SandboxOption = "bubblewrap",
    build_only: Annotated[
        bool, typer.Option("--build-only", help="Write assignments/, but do not rehearse or publish.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Also where it was released before.")] = False,
    personal: Annotated[
        bool, typer.Option("--personal", help="Also write each student's own notebook, where each has other numbers.")
    ] = False,
    gradescope: Annotated[
        bool, typer.Option("--gradescope", help="Also write an autograder for Gradescope, which uses this --sandbox.")
    ] = False,
) -> None:
    """Rehearse, build the students' notebook, look for leaks, and put it into nbgrader's exchange."""
    from autograder.course.course import Course
    from autograder.release.build import build, publish, refuse_again, students_to_draw_for, write_personal

    here = Course(course).assignment(assignment)
    if here.has_variants and (personal or not build_only):
        students_to_draw_for(here)  # nobody waits for a rehearsal to hear that nobody is enrolled
    if not build_only:
        if not force:
            refuse_again(here)
        rehearse(assignment, None, course, sandbox)
    path = build(here)
    typer.echo(f"{assignment}: wrote {relative(path)}; it holds no solution, no hidden check, no output")
    if not build_only:
        publish(here, force)
        typer.echo(f"{assignment}: released to the exchange")
    if personal:
        paths = write_personal(here)
        typer.echo(f"{assignment}: wrote {len(paths)} notebooks under {relative(paths[0].parents[1])}")
    if gradescope:
        from autograder.release.gradescope import bundle

        points = sum(each.points for each in here.checks.checks)
        path = bundle(here, sandbox)
        typer.echo(f"{assignment}: wrote {relative(path)} for {points:g} points; it holds the solutions and a secret")


def known(assignment: AssignmentArgument, course: CourseOption = HERE) -> None:
    """Make the known TensorFlow outputs of an assignment again, with the TensorFlow that is installed."""
    from autograder.author.known import write_known
    from autograder.course.course import Course

    typer.echo(relative(write_known(Course(course).assignment(assignment))))


def rows(course: CourseOption = HERE) -> None:
    """Print the table of contents: every row of the source documents, and the cells that teach it."""
    from autograder.author.rows import rows_page
    from autograder.course.course import Course

    typer.echo(rows_page(Course(course)), nl=False)

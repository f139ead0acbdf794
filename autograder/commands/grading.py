"""The commands from a submission to its score: collect, grade, check, and what the machine offers for it.

Each imports what it needs: NumPy and nbgrader take long to load, and nobody waits for them to read a help page.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from autograder.errors import CourseError, GraderFault
from autograder.options import HERE, AssignmentArgument, CourseOption, SandboxOption, notice
from autograder.progress import shown


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: autograder collect two_layer")(collect)
    app.command(epilog="Example: autograder grade two_layer --student s01")(grade)
    app.command(epilog="Example: autograder check two_layer two_layer.ipynb --json")(check)
    app.command(epilog="Example: autograder doctor")(doctor)


def collect(assignment: AssignmentArgument, course: CourseOption = HERE) -> None:
    """Fetch every student's newest submission from nbgrader's exchange."""
    from autograder.course.course import Course
    from autograder.exam.ledger import remarks
    from autograder.nbgrader_plugins.collect import collect as collect_submissions

    here = Course(course).assignment(assignment)
    students = collect_submissions(here, notice)
    typer.echo(f"{assignment}: {len(students)} submissions")
    if here.rules:
        for line in remarks(here):
            typer.echo(line)


def grade(
    assignment: AssignmentArgument,
    student: Annotated[list[str] | None, typer.Option("--student", metavar="ID", help="Only this one.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Grade again what has not changed, too.")] = False,
    apply: Annotated[
        bool, typer.Option("--apply", help="Write scores that change because the checks have changed.")
    ] = False,
    dask: Annotated[
        str | None,
        typer.Option("--dask", metavar="ADDRESS", help="Grade on the Dask cluster whose scheduler listens there."),
    ] = None,
    course: CourseOption = HERE,
    sandbox: SandboxOption = "bubblewrap",
) -> None:
    """Grade the collected submissions into nbgrader's gradebook."""
    from autograder.course.course import Assignment, Course
    from autograder.grade.cluster import cluster
    from autograder.grade.run import Gradebook, grade_class
    from autograder.moderate.log import class_moderation, read_log
    from autograder.moderate.moderation import in_force
    from autograder.nbgrader_host.database import unknown_students
    from autograder.report.run import told_removed
    from autograder.report.text import changes_table, scores_table
    from autograder.sandbox.sandbox import missing_layers
    from autograder.submit.handed_in import misnamed
    from autograder.wording import weakened

    def open_gradebook(here: Assignment) -> Gradebook:
        from autograder.nbgrader_plugins.gradebook import open_gradebook  # nbgrader loads while workers get warm

        return open_gradebook(here)

    here = Course(course).assignment(assignment)
    with contextlib.ExitStack() as stack:
        if dask:
            executor = stack.enter_context(cluster(dask, sandbox, notice))
        else:
            executor = None
            if missing := missing_layers(sandbox):
                notice(weakened(missing))
        progress = stack.enter_context(shown(f"grade {assignment}"))
        run = grade_class(here, sandbox, open_gradebook, student or [], progress, force, apply, executor)
    for line in misnamed(here):
        notice(line)
    if run.removed:
        notice(told_removed(run.removed))
    if unknown_here := sorted(unknown_students(here.course) & {*run.graded}):
        notice(f"{', '.join(unknown_here)}: not enrolled, and in the gradebook now because of a submission")
    typer.echo(scores_table(run.reports))
    if in_force(read_log(here)):
        notice(f"these are the scores before moderation; see: autograder moderate {assignment} log")
    if run.changes:
        typer.echo(changes_table(run.changes))
    counting = class_moderation(here, [*run.reports]) if in_force(read_log(here)) else {}
    unknown = [each.student for each in run.reports if counting.get(each.student, each).points is None]
    if unknown:
        raise GraderFault(f"no score for {', '.join(unknown)}: a check could not be judged; see their reports")


def check(
    assignment: AssignmentArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A notebook, or the lesson as a percent script.")],
    student: Annotated[str, typer.Option("--student", metavar="ID", help="Whose hidden inputs to draw.")] = "anonymous",
    json: Annotated[bool, typer.Option("--json", help="Print the whole report as JSON.")] = False,
    course: CourseOption = HERE,
    sandbox: SandboxOption = "bubblewrap",
) -> None:
    """Grade one file and print its report. Nothing is written to the gradebook."""
    from autograder.course.course import Course
    from autograder.grade.sandboxes import begin

    here = Course(course).assignment(assignment)
    if not file.exists():
        raise CourseError(file, "does not exist", "Name a notebook or a percent script")
    begin(here, sandbox)
    from autograder.grade.engine import grade_file  # these load while the sandbox gets warm
    from autograder.records import encode
    from autograder.report.text import as_text

    result = grade_file(here, file, student, sandbox)
    typer.echo(encode(result).decode().rstrip() if json else as_text(result))
    if result.points is None:
        raise GraderFault("a check could not be judged, so the score is unknown; the report says which")


def doctor(course: CourseOption = HERE) -> None:
    """Say what this machine offers for grading, and what is lost without it; in a course, whether exams are kept from
    others' eyes."""
    from autograder.course.course import Course
    from autograder.exam.privacy import examine_privacy
    from autograder.sandbox.doctor import examine

    findings = examine()
    if course != HERE or (course / "solutions").is_dir():
        findings += examine_privacy(Course(course))
    for finding in findings:
        state = "yes" if finding.here else "NO" if finding.needed else "no"
        typer.echo(f"{state:4}{finding.what:15}{finding.told}")
    if any(finding.needed and not finding.here for finding in findings):
        raise typer.Exit(1)

"""The command line: one command a stage, `check` for a single file, `demo` for the whole story."""

from __future__ import annotations

import contextlib
import sys
import traceback
from pathlib import Path
from typing import Annotated, Literal

import typer

from autograder.course import Course
from autograder.errors import CourseError, GraderFault
from autograder.exam import commands as exams
from autograder.options import HERE, AssignmentArgument, CourseOption, relative
from autograder.progress import shown

app = typer.Typer(
    help="Auto-graded exercises on the inside of neural networks: author, release, submit, grade, report.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

SandboxOption = Annotated[
    Literal["bubblewrap", "none"],
    typer.Option("--sandbox", help='"none" runs student code unprotected; every report says so.'),
]


def main() -> None:
    """Run a command; what goes wrong is one line on stderr, exit status 1 (2 for wrong usage)."""
    debug = "--debug" in sys.argv
    if debug:
        sys.argv.remove("--debug")
    try:
        app()
    except (CourseError, GraderFault) as error:
        _fail(str(error), debug)
    except KeyboardInterrupt:
        _fail("interrupted", debug)
    except Exception as error:
        _fail(f"a fault of the autograder's own: {type(error).__name__}: {error} (--debug shows where)", debug)


@app.command(epilog="Example: autograder rehearse two_layer")
def rehearse(
    assignment: Annotated[str | None, typer.Argument(metavar="ASSIGNMENT", help="All, if none is named.")] = None,
    page: Annotated[
        Path | None, typer.Option("--page", metavar="FILE", help="Write the numbers as a page of documentation.")
    ] = None,
    course: CourseOption = HERE,
    sandbox: SandboxOption = "bubblewrap",
) -> None:
    """Try an assignment: right answers get all points, wrong ones are refused and named."""
    from autograder.author.rehearse import rehearsals_page, summary
    from autograder.author.rehearse import rehearse as rehearse_assignment

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


@app.command(epilog="Example: autograder release two_layer")
def release(
    assignment: AssignmentArgument,
    course: CourseOption = HERE,
    sandbox: SandboxOption = "bubblewrap",
    build_only: Annotated[
        bool, typer.Option("--build-only", help="Write assignments/, but do not rehearse or publish.")
    ] = False,
    personal: Annotated[
        bool, typer.Option("--personal", help="Also write each student's own notebook, where each has other numbers.")
    ] = False,
    gradescope: Annotated[
        bool, typer.Option("--gradescope", help="Also write an autograder for Gradescope, which uses this --sandbox.")
    ] = False,
) -> None:
    """Rehearse, build the students' notebook, look for leaks, and put it into nbgrader's exchange."""
    from autograder.release.build import build, publish, students_to_draw_for, write_personal

    here = Course(course).assignment(assignment)
    if here.has_variants and (personal or not build_only):
        students_to_draw_for(here)  # nobody waits for a rehearsal to hear that nobody is enrolled
    if not build_only:
        rehearse(assignment, None, course, sandbox)
    path = build(here)
    typer.echo(f"{assignment}: wrote {relative(path)}; it holds no solution, no hidden check, no output")
    if not build_only:
        publish(here)
        typer.echo(f"{assignment}: released to the exchange")
    if personal:
        paths = write_personal(here)
        typer.echo(f"{assignment}: wrote {len(paths)} notebooks under {relative(paths[0].parents[1])}")
    if gradescope:
        from autograder.release.gradescope import bundle

        points = sum(each.points for each in here.checks.checks)
        path = bundle(here, sandbox)
        typer.echo(f"{assignment}: wrote {relative(path)} for {points:g} points; it holds the solutions and a secret")


@app.command(epilog="Example: autograder collect two_layer")
def collect(assignment: AssignmentArgument, course: CourseOption = HERE) -> None:
    """Fetch every student's newest submission from nbgrader's exchange."""
    from autograder.submit.collect import collect as collect_submissions

    here = Course(course).assignment(assignment)
    students = collect_submissions(here)
    typer.echo(f"{assignment}: {len(students)} submissions")
    if here.rules:
        exams.say_what_does_not_count(here)


@app.command(epilog="Example: autograder grade two_layer --student s01")
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
    from autograder.exam.moderation import in_force
    from autograder.exam.moderation_log import read_log
    from autograder.grade.cluster import cluster
    from autograder.grade.run import grade_class
    from autograder.grade.sandbox import missing_layers
    from autograder.report.text import changes_table, scores_table
    from autograder.report.wording import weakened

    here = Course(course).assignment(assignment)
    with contextlib.ExitStack() as stack:
        if dask:
            executor = stack.enter_context(cluster(dask, sandbox, _notice))
        else:
            executor = None
            if missing := missing_layers(sandbox):
                _notice(weakened(missing))
        progress = stack.enter_context(shown(f"grade {assignment}"))
        run = grade_class(here, sandbox, student or [], progress, force, apply, executor)
    typer.echo(scores_table(run.reports))
    if in_force(read_log(here)):
        _notice(f"these are the scores before moderation; see: autograder moderate {assignment} log")
    if run.changes:
        typer.echo(changes_table(run.changes))
    unknown = [each.student for each in run.reports if each.points is None]
    if unknown:
        raise GraderFault(f"no score for {', '.join(unknown)}: a check could not be judged; see their reports")


@app.command(epilog="Example: autograder report two_layer")
def report(assignment: AssignmentArgument, course: CourseOption = HERE) -> None:
    """Write a page for each student, one for the class, one for the course, and scores.csv."""
    from autograder.report.run import report_on

    typer.echo(relative(report_on(Course(course).assignment(assignment))))


@app.command(epilog="Example: autograder similar two_layer")
def similar(assignment: AssignmentArgument, course: CourseOption = HERE) -> None:
    """Show the pairs of submissions that are alike in what hardly anybody else wrote, side by side on a page."""
    from autograder.grade.run import load_reports
    from autograder.report.similar import find_pairs
    from autograder.report.similar_page import write_similar
    from autograder.submit.collect import submitted_students

    here = Course(course).assignment(assignment)
    students = submitted_students(here)
    if not students:
        raise CourseError(assignment, "nobody has handed in", f"Run: autograder collect {assignment}")
    with shown(f"compare {assignment}") as progress:
        found = find_pairs(here, students, load_reports(here), progress)
    typer.echo(f"{assignment}: {len(found.pairs)} of {found.possible} pairs are alike in something rare")
    folder = here.course.gradebook / "reports" / assignment
    typer.echo(relative(write_similar(found, here.settings.title, folder)))


@app.command(epilog="Example: autograder export two_layer --to canvas")
def export(
    assignment: AssignmentArgument,
    to: Annotated[
        Literal["gradescope", "canvas", "moodle", "jsonl", "junit"], typer.Option("--to", help="What reads the files.")
    ],
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="DIR", help="Where, if not in gradebook/exports/ASSIGNMENT/TARGET/."),
    ] = None,
    course: CourseOption = HERE,
) -> None:
    """Write the scores as files for other systems."""
    from datetime import UTC, datetime

    from autograder.exam.moderation_log import class_moderation
    from autograder.exam.publication import refuse_checks
    from autograder.report.exports import export as write_exports
    from autograder.report.run import absent_from, graded_reports

    here = Course(course).assignment(assignment)
    if to in ("gradescope", "moodle"):
        refuse_checks(here, f"export to {to}", datetime.now(UTC))
    reports = graded_reports(here)
    absent = absent_from(here, reports)
    folder = into or here.course.gradebook / "exports" / assignment / to
    missing = [*absent.missing, *absent.ungraded]
    moderation = class_moderation(here, reports)
    for path in write_exports(reports, missing, here.settings.title, to, folder, moderation):
        typer.echo(relative(path))


@app.command(epilog="Example: autograder check two_layer two_layer.ipynb --json")
def check(
    assignment: AssignmentArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A notebook, or the lesson as a percent script.")],
    student: Annotated[str, typer.Option("--student", metavar="ID", help="Whose hidden inputs to draw.")] = "anonymous",
    json: Annotated[bool, typer.Option("--json", help="Print the whole report as JSON.")] = False,
    course: CourseOption = HERE,
    sandbox: SandboxOption = "bubblewrap",
) -> None:
    """Grade one file and print its report. Nothing is written to the gradebook."""
    from autograder.grade.engine import grade_file
    from autograder.records import encode
    from autograder.report.text import as_text

    here = Course(course).assignment(assignment)
    if not file.exists():
        raise CourseError(file, "does not exist", "Name a notebook or a percent script")
    result = grade_file(here, file, student, sandbox)
    typer.echo(encode(result).decode().rstrip() if json else as_text(result))
    if result.points is None:
        raise GraderFault("a check could not be judged, so the score is unknown; the report says which")


@app.command(epilog="Example: autograder known two_layer")
def known(assignment: AssignmentArgument, course: CourseOption = HERE) -> None:
    """Make the known TensorFlow outputs of an assignment again, with the TensorFlow that is installed."""
    from autograder.author.known import write_known

    typer.echo(relative(write_known(Course(course).assignment(assignment))))


@app.command(epilog="Example: autograder rows > docs/rows.md")
def rows(course: CourseOption = HERE) -> None:
    """Print the table of contents: every row of the source documents, and the cells that teach it."""
    from autograder.author.rows import rows_page

    typer.echo(rows_page(Course(course)), nl=False)


@app.command(epilog="Example: autograder doctor")
def doctor() -> None:
    """Say what this machine offers for grading, and what is lost without it."""
    from autograder.grade.doctor import examine

    findings = examine()
    for finding in findings:
        state = "yes" if finding.here else "NO" if finding.needed else "no"
        typer.echo(f"{state:4}{finding.what:15}{finding.told}")
    if any(finding.needed and not finding.here for finding in findings):
        raise typer.Exit(1)


@app.command(epilog="Example: autograder demo")
def demo(
    course: CourseOption = HERE,
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="A new course for the sample class.")] = Path(
        "demo"
    ),
    sandbox: SandboxOption = "bubblewrap",
) -> None:
    """The whole story on a sample class of twelve: rehearse, release, submit, collect, grade, report."""
    from autograder.demo.story import tell

    pages = tell(Course(course), into, sandbox, typer.echo, shown)
    typer.echo("\n".join(relative(page) for page in pages))


exams.register(app)


def _notice(text: str) -> None:
    typer.echo(f"notice: {text}", err=True)


def _fail(message: str, debug: bool) -> None:
    if debug:
        traceback.print_exc()
    typer.echo(f"autograder: {message}", err=True)
    raise SystemExit(1)

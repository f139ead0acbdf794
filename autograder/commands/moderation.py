"""The commands `autograder moderate` and `autograder publish`.

Each imports what it needs: NumPy and nbgrader take long to load, and nobody waits for them to read a help page.
"""

from __future__ import annotations

import contextlib
import json
import os
import pwd
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from autograder.errors import CourseError
from autograder.moderate.moderation import (
    Accept,
    Cap,
    Curve,
    Decision,
    Drop,
    Reweight,
    Undo,
    What,
    add_for_mean,
    in_force,
    said,
)
from autograder.options import HERE, AssignmentArgument, CourseOption, notice, relative
from autograder.records import Report
from autograder.wording import number

if TYPE_CHECKING:  # NumPy comes with it
    from autograder.course.course import Assignment

moderate = typer.Typer(
    help="Change what counts after the fact: a preview of who gains and who loses, and with --apply the decision, "
    "which goes into a log and can be undone.",
    epilog='Example: autograder moderate two_layer drop why_relu_is_linear --reason "two answers are right"',
    no_args_is_help=True,
)

Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; students read it on their pages.")]
Apply = Annotated[bool, typer.Option("--apply", help="Decide it; without, only say what would change.")]
Pass = Annotated[float | None, typer.Option("--pass", metavar="POINTS", help="Also say how many have so many points.")]
Blank = Annotated[str, typer.Argument(metavar="BLANK", help="A question, by its name.")]


def register(app: typer.Typer) -> None:
    app.add_typer(moderate, name="moderate")
    app.command(epilog="Example: autograder publish two_layer")(publish)


@moderate.callback()
def choose(context: typer.Context, assignment: AssignmentArgument) -> None:
    context.obj = assignment


@moderate.command(epilog='Example: autograder moderate two_layer drop train --reason "not taught"')
def drop(
    context: typer.Context,
    blank: Blank,
    reason: Reason,
    apply: Apply = False,
    pass_mark: Pass = None,
    course: CourseOption = HERE,
) -> None:
    """Leave a question out: everybody's points are out of what is left, scaled to the same maximum."""
    _decide(_assignment(context, course), Drop(blank), reason, apply, pass_mark)


@moderate.command(epilog='Example: autograder moderate two_layer reweight train 2 --reason "too hard"')
def reweight(
    context: typer.Context,
    blank: Blank,
    points: Annotated[float, typer.Argument(metavar="POINTS", help="What it counts beside the others.")],
    reason: Reason,
    apply: Apply = False,
    pass_mark: Pass = None,
    course: CourseOption = HERE,
) -> None:
    """Let a question count more or less; the maximum of all stays what it is."""
    _decide(_assignment(context, course), Reweight(blank, points), reason, apply, pass_mark)


@moderate.command(
    epilog='Example: autograder moderate two_layer accept relu_backward --mistake passes-at-zero --reason "both do"'
)
def accept(
    context: typer.Context,
    blank: Blank,
    reason: Reason,
    mistake: Annotated[str, typer.Option("--mistake", metavar="NAME", help="What the reports call that answer.")] = "",
    value: Annotated[
        str | None, typer.Option("--value", metavar="VALUE", help="The answer to a choice or number question.")
    ] = None,
    apply: Apply = False,
    pass_mark: Pass = None,
    course: CourseOption = HERE,
) -> None:
    """Accept a second right answer."""
    _decide(_assignment(context, course), Accept(blank, mistake, _value(value)), reason, apply, pass_mark)


@moderate.command(epilog='Example: autograder moderate two_layer curve --add 2 --reason "short of time"')
def curve(
    context: typer.Context,
    reason: Reason,
    add: Annotated[float | None, typer.Option("--add", metavar="POINTS", help="Add to every score.")] = None,
    scale: Annotated[float | None, typer.Option("--scale", metavar="FACTOR", help="Multiply every score.")] = None,
    mean: Annotated[
        float | None, typer.Option("--mean", metavar="POINTS", help="Add what makes the mean this.")
    ] = None,
    lower: Annotated[bool, typer.Option("--lower", help="Scores may fall.")] = False,
    apply: Apply = False,
    pass_mark: Pass = None,
    course: CourseOption = HERE,
) -> None:
    """Move all scores by one line, never above the maximum."""
    here = _assignment(context, course)
    _decide(here, _curve(here, add, scale, mean, lower), reason, apply, pass_mark)


@moderate.command(epilog='Example: autograder moderate two_layer cap 30 --late --reason "handed in late"')
def cap(
    context: typer.Context,
    points: Annotated[float, typer.Argument(metavar="POINTS", help="The highest score.")],
    reason: Reason,
    late: Annotated[bool, typer.Option("--late", help="For late ones only, each by their own deadline.")] = False,
    apply: Apply = False,
    pass_mark: Pass = None,
    course: CourseOption = HERE,
) -> None:
    """Let no score be above a mark."""
    _decide(_assignment(context, course), Cap(points, late), reason, apply, pass_mark)


@moderate.command(epilog='Example: autograder moderate two_layer undo 2 --reason "the question was right"')
def undo(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", help="The decision's number in the log.")],
    reason: Reason,
    apply: Apply = False,
    pass_mark: Pass = None,
    course: CourseOption = HERE,
) -> None:
    """Undo a decision, which may be an undo itself."""
    _decide(_assignment(context, course), Undo(number), reason, apply, pass_mark)


@moderate.command(epilog="Example: autograder moderate two_layer log")
def log(context: typer.Context, course: CourseOption = HERE) -> None:
    """Show all decisions."""
    from autograder.moderate.log import log_table, read_log

    here = _assignment(context, course)
    typer.echo(log_table(read_log(here)) or f"{here.name}: nothing was moderated")


def publish(assignment: AssignmentArgument, course: CourseOption = HERE) -> None:
    """Publish the results: a page for each student with what the exam's rules let students see now."""
    from autograder.course.course import Course
    from autograder.report.publication import publish_results
    from autograder.report.run import graded_reports

    here = Course(course).assignment(assignment)
    done = publish_results(here, graded_reports(here, notice), _user(), datetime.now(UTC))
    typer.echo(f"{assignment}: {len(done.pages)} pages; they show: {done.shown}; {done.more}")
    if done.pages:
        typer.echo(relative(done.pages[0].parent))


def _assignment(context: typer.Context, course: Path) -> Assignment:
    from autograder.course.course import Course

    return Course(course).assignment(context.obj)


def _decide(here: Assignment, what: What, reason: str, apply: bool, pass_mark: float | None) -> None:
    """Say what a decision changes, and with `apply` bring log, gradebook and pages up to date."""
    from autograder.moderate.log import check_decision, foreseen, late_students, moderate_class, next_decision, read_log
    from autograder.moderate.preview import check_pass_mark, preview_table
    from autograder.nbgrader_host.database import booked
    from autograder.report.run import graded_reports

    reports, before = graded_reports(here), read_log(here)
    if pass_mark is not None:
        check_pass_mark(pass_mark, max(report.max_points for report in reports))
    decision = next_decision(before, what, reason, _user(), datetime.now(UTC).replace(microsecond=0))
    check_decision(decision, before, reports)
    after = [*before, decision]
    late, books = (late_students(here, before), late_students(here, after)), booked(here)
    old = moderate_class(before, reports, late[0], books)
    new = foreseen(before, after, reports, late, books)
    typer.echo(f"{here.name}: {said(what)}")
    typer.echo(preview_table(old, new, pass_mark))
    if apply:
        _apply(here, decision, reports)
    else:
        typer.echo("Nothing was written; to decide it, run again with --apply.")


def _apply(here: Assignment, decision: Decision, reports: list[Report]) -> None:
    from autograder.moderate.log import add_to_log
    from autograder.nbgrader_plugins.gradebook import open_gradebook
    from autograder.report.publication import publications
    from autograder.report.run import report_on

    with contextlib.closing(open_gradebook(here)) as book:
        add_to_log(here, decision)
        book.moderate(reports)
    typer.echo(f"decision {decision.number} is in the log, the gradebook and {relative(report_on(here))}")
    if publications(here):
        typer.echo(f"The published pages are as before; to write them again: autograder publish {here.name}")


def _curve(here: Assignment, add: float | None, scale: float | None, mean: float | None, lower: bool) -> What:
    if sum(each is not None for each in (add, scale, mean)) != 1:
        raise CourseError("curve", "it has to be told how scores move", "Say one of --add, --scale and --mean")
    if mean is not None:
        return Curve(add=_added_for(here, mean), lower=lower, mean=mean)
    return Curve(1.0 if scale is None else scale, add or 0.0, lower)


def _added_for(here: Assignment, mean: float) -> float:
    """What moves the mean of the scores as they are before caps."""
    from autograder.moderate.log import moderate_class, read_log
    from autograder.report.run import graded_reports

    reports = graded_reports(here)
    highest = max(report.max_points for report in reports)
    if not 0 <= mean <= highest:
        raise CourseError("--mean", f"{number(mean)} is not between 0 and the maximum of {number(highest)} points")
    uncapped = [each for each in in_force(read_log(here)) if not isinstance(each.what, Cap)]
    scores = [each.points for each in moderate_class(uncapped, reports, ()).values() if each.points is not None]
    if not scores:
        raise CourseError("--mean", "no score is known yet")
    return add_for_mean(scores, mean, highest)


def _value(text: str | None) -> Any:
    """A number, a list or a word, as it was typed."""
    try:
        return None if text is None else json.loads(text)
    except ValueError:
        return text


def _user() -> str:
    """Who is at work, by the system: no variable of the environment can say otherwise."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a bare container has no names
        return str(os.getuid())

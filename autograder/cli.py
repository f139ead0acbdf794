"""The command line: one command a stage, `check` for a single file, `demo` for the whole story."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

from autograder.commands import exams, grading, lessons, moderation, reports
from autograder.errors import CourseError, GraderFault, disk_error
from autograder.options import HERE, CourseOption, SandboxOption, relative
from autograder.progress import shown

_INTERRUPTED = 130  # a shell's exit status for Ctrl-C

app = typer.Typer(
    help="Auto-graded exercises on the inside of neural networks: author, release, submit, grade, report.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run a command; what goes wrong is one line on stderr, exit status 1 (2 for wrong usage, 130 for Ctrl-C)."""
    debug = "--debug" in sys.argv
    if debug:
        sys.argv.remove("--debug")
    try:
        app()
    except (CourseError, GraderFault) as error:
        _fail(str(error), debug)
    except SystemExit as ended:
        if ended.code == _INTERRUPTED:
            typer.echo("autograder: interrupted", err=True)
        raise
    except OSError as error:
        _fail(str(disk_error(error)), debug)
    except Exception as error:
        _fail(f"a fault of the autograder's own: {type(error).__name__}: {error} (--debug shows where)", debug)


@app.command(epilog="Example: autograder demo")
def demo(
    course: CourseOption = HERE,
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="A new course for the sample class.")] = Path(
        "demo"
    ),
    sandbox: SandboxOption = "bubblewrap",
) -> None:
    """The whole story on a sample class of twelve: rehearse, release, submit, collect, grade, report."""
    from autograder.course.course import Course
    from autograder.demo.story import tell

    pages = tell(Course(course), into, sandbox, typer.echo, shown)
    typer.echo("\n".join(relative(page) for page in pages))


for group in (lessons, grading, reports, exams, moderation):
    group.register(app)


def _fail(message: str, debug: bool) -> None:
    if debug:
        traceback.print_exc()
    typer.echo(f"autograder: {message}", err=True)
    raise SystemExit(1)

"""The commands of exams: what they print, what is wrong usage, and that collecting tells what does not count."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from exam_times import at
from handing_in import Watched, notebook, submit
from typer.testing import CliRunner

from autograder.cli import app
from autograder.course.course import Assignment
from autograder.errors import CourseError
from autograder.exam.ledger import read
from autograder.exam.receipt import code_of

MakeExam = Callable[..., Assignment]
ONE = notebook("one")
CODE = code_of("final", "s01", ONE)
OPEN_NOW = 'opens = 2001-01-01T00:00:00Z\ncloses = 2090-12-01T00:00:00Z\nminutes = 90\nowners = "unchecked"\n'


def run(assignment: Assignment, *words: str) -> str:
    """What a command prints; raises what it raises."""
    result = CliRunner().invoke(app, [*words, "--course", str(assignment.course.root)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def received(exam: MakeExam, inbound: Path) -> Assignment:
    assignment = exam('owners = { root = "s01" }')
    watched = Watched(assignment, at(9))
    watched.look()
    folder = submit(inbound, "s01", ONE)
    assert folder.owner()
    watched.look(at(9, 30))
    watched.look()
    watched.close()
    return assignment


def test_receipt_prints_the_code_and_the_page(received: Assignment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(received.course.root)
    assert run(received, "receipt", "final", "--student", "s01") == (
        f"{CODE}\ngradebook/exams/final/receipts/{CODE}.html\n"
    )


def test_verify_says_who_when_and_whether_the_bytes_are_the_same(
    received: Assignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(received.course.root)
    copy = "gradebook/exams/final/received/000001-s01/final.ipynb"
    said = f"s01, attempt {read(received)[0].attempt}, received 2090-12-01 09:30:00+09:00"
    assert run(received, "receipt", "final", "--verify", CODE) == f"{said}, {copy} has these bytes\n"
    Path(copy).write_bytes(b"{}")
    with pytest.raises(CourseError) as error:
        run(received, "receipt", "final", "--verify", CODE)
    assert str(error.value) == (
        f"{received.course.root / copy}: no longer has the bytes of this code. Take them from a backup."
    )


@pytest.mark.parametrize(
    "words",
    [
        ["receipt", "final"],
        ["receipt", "final", "--student", "s01", "--verify", "X"],
        ["receipt", "final", "x.ipynb", "--verify", "X"],
        ["watch"],
        ["watch", "final", "--every", "0"],
    ],
)
def test_wrong_usage_is_status_2(words: list[str]) -> None:
    assert CliRunner().invoke(app, words).exit_code == 2


@pytest.mark.parametrize("command", ["watch", "receipt"])
def test_help_has_an_example(command: str) -> None:
    assert f"Example: autograder {command} final" in CliRunner().invoke(app, [command, "--help"]).output


def test_watch_once(exam: MakeExam, inbound: Path) -> None:
    assignment = exam("", OPEN_NOW)
    submit(inbound, "s01", ONE)
    said = run(assignment, "watch", "final", "--once", "--every", "0.1").splitlines()
    assert said[0] == "final: from 2001-01-01 00:00:00+00:00, over for everybody at 2090-12-01 00:00:00+00:00"
    assert said[1].endswith(" s01: 000001-s01, attempt 1, too late")  # 90 minutes in 2001
    assert said[2] == "final: 1 submissions in the ledger"
    assert run(assignment, "watch", "final", "--once", "--every", "0.1").splitlines()[1:] == said[2:]


@pytest.mark.slow
def test_a_watch_that_is_killed_goes_on_where_it_was(exam: MakeExam, inbound: Path, tmp_path: Path) -> None:
    assignment = exam("", OPEN_NOW)
    command = [sys.executable, "-m", "autograder", "watch", "final", "--every", "0.1"]
    command += ["--course", str(assignment.course.root)]

    said = tmp_path / "said"

    def watch_until(count: int, how: signal.Signals) -> int:
        with said.open("wb") as output, subprocess.Popen(command, stdout=output) as process:
            deadline = time.monotonic() + 600  # what hangs; a busy machine takes more than a minute
            while len(read(assignment)) < count and time.monotonic() < deadline:
                time.sleep(0.05)
            process.send_signal(how)
            return process.wait(30)

    for number in range(40):
        submit(inbound, f"s{number:02}", ONE)
    watch_until(5, signal.SIGKILL)
    assert watch_until(40, signal.SIGINT) == 0
    assert said.read_text().splitlines()[-1] == "final: 40 submissions in the ledger"
    assert sorted(entry.student for entry in read(assignment)) == [f"s{number:02}" for number in range(40)]
    folders = (assignment.exam_folder / "received").iterdir()
    assert sorted(folder.name for folder in folders) == [Path(entry.folder).name for entry in read(assignment)]

"""The README's transcripts are what the commands print, and its table what the assignments hold."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from autograder.course.course import Course

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def transcript(command: str) -> str:
    """What the README shows under a command."""
    return re.search(rf"```console\n\$ {re.escape(command)}.*\n([\s\S]*?)```", README)[1].strip()  # type: ignore[index]


def without_seconds(text: str) -> str:
    text = re.sub(r"\(after \d+ s\)", "(after … s)", text)
    return re.sub(r"^(seconds by phase:).*$", r"\1 …", text, flags=re.MULTILINE)


def without_hidden_numbers(text: str) -> str:
    """Found values and sizes depend on the course's secret, and so do the places where the lines are broken; which
    layers the sandbox has depends on the machine."""
    text = re.sub(r"^notice: graded in a sandbox without .*\n", "", text, flags=re.MULTILINE)
    return " ".join(re.sub(r"= -?[\d.e+-]+|\d+ of \d+ entries|\[\d, \d\]", "…", " ".join(text.split())).split())


@pytest.mark.slow
def test_the_demonstration(told: tuple[Course, str]) -> None:
    course, said = told
    assert without_seconds(transcript("make demo")) == without_seconds(said.strip().replace(str(course.root), "demo"))


@pytest.mark.slow
def test_the_report_of_one_student(told: tuple[Course, str]) -> None:
    command = re.search(r"\$ (\.venv/bin/autograder check .*)", README)[1]  # type: ignore[index]
    told_there = command.replace("demo/", f"{told[0].root}/")
    result = subprocess.run(told_there, shell=True, cwd=ROOT, capture_output=True, text=True, check=True)
    shown = transcript(".venv/bin/autograder check")
    assert without_hidden_numbers(result.stdout) == without_hidden_numbers(shown)


def test_the_table_of_assignments(project: Course) -> None:
    rows = dict(re.findall(r"^\| \[`(\w+)`\].*\| (\d+ \| \d+) \|$", README, flags=re.MULTILINE))
    names = project.names()
    found = {}
    for name in names:
        assignment = project.assignment(name)
        points = sum(check.points for check in assignment.checks.checks)
        found[name] = f"{len(assignment.lesson.blanks())} | {points:g}"
    assert rows == found


def test_every_command_is_told(project: Course) -> None:
    from autograder.cli import app

    commands = {command.callback.__name__ for command in app.registered_commands if command.callback}
    commands |= {group.name for group in app.registered_groups}
    told_commands = set(re.findall(r"^\| `autograder (\w+)", README, flags=re.MULTILINE))
    assert commands - {"demo"} == told_commands

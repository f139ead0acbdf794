"""Hostile submissions between honest ones: each loses what it must, and nobody else loses or gains anything."""

from __future__ import annotations

import os
import re
from pathlib import Path

import msgspec
import pytest

from autograder.course import Assignment, Course
from autograder.demo.sample import fill_in
from autograder.grade import sandbox
from autograder.grade.engine import grade_file
from autograder.records import Report

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = ROOT / "tests" / "submissions" / "hostile"
SAMPLES = sorted(path for path in HOSTILE.glob("*/*") if path.suffix != ".txt")
HONEST = ("right_in_another_style", "step_is_one_at_zero")
SHORT = {  # what hangs is waited for; a test need not wait long
    "logic_gates": {"call_seconds": 2.0, "memory_mb": 700},
    "two_layer": {"call_seconds": 10.0, "memory_mb": 3000},
}
PARTS = 4


def hostile_course(name: str) -> Assignment:
    assignment = Course(ROOT).assignment(name)
    limits = msgspec.structs.replace(assignment.settings.limits, **SHORT[name])
    assignment._settings = msgspec.structs.replace(assignment.settings, limits=limits)
    return assignment


def test_there_are_at_least_eighty() -> None:
    kinds = [header(sample)[0] for sample in SAMPLES]
    assert len(SAMPLES) >= 80
    assert set(kinds) == {"cheat", "sabotage", "resources", "malformed", "accident"}


@pytest.mark.parametrize("part", range(PARTS))
def test_a_class_with_hostile_students(part: int, tmp_path: Path) -> None:
    logic_gates = hostile_course("logic_gates")
    honest = {name: ROOT / "tests" / "submissions" / "logic_gates" / f"{name}.py" for name in HONEST}
    before = {name: graded(logic_gates, path, name, tmp_path) for name, path in honest.items()}
    faults = []
    for number, sample in enumerate(SAMPLES[part::PARTS]):
        name = "two_layer" if sample.parent.name == "two_layer" else "logic_gates"
        report = graded(logic_gates if name == "logic_gates" else hostile_course(name), sample, "s01", tmp_path)
        faults += [f"{sample.stem}: {fault}" for fault in judged(sample, report)]
        if number % 5 == 0:
            for student, path in honest.items():
                if graded(logic_gates, path, student, tmp_path) != before[student]:
                    faults.append(f"after {sample.stem}: the report of {student} has changed")
    assert faults == []


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    sample = HOSTILE / "logic_gates" / "a_leaves_messages.py"
    graded(hostile_course("logic_gates"), sample, "s01", tmp_path)
    sandbox._close_all()
    left = [pid for pid in os.listdir("/proc") if pid.isdigit() and "inside.worker" in command_line(pid)]
    ours = [pid for pid in left if is_below(int(pid), os.getpid())]
    assert ours == []
    assert not Path("/tmp/message-of-the-first").exists()
    assert not Path("/tmp/unpickled").exists()


def graded(assignment: Assignment, sample: Path, student: str, folder: Path) -> Report:
    path = folder / f"{assignment.name}.ipynb"
    path.write_bytes(fill_in(assignment, sample))
    return grade_file(assignment, path, student, "bubblewrap")


def header(sample: Path) -> tuple[str, str]:
    """The kind of a sample and what must happen to it."""
    text = (sample.with_suffix(".txt") if sample.suffix == ".ipynb" else sample).read_text("utf-8")
    found = re.match(r"# (\w+): .+\n# must: (.+)\n", text)
    assert found, f"{sample} does not say what it tries and what must happen"
    return found[1], found[2]


def judged(sample: Path, report: Report) -> list[str]:
    """What is not as the sample says that it must be."""
    _, must = header(sample)
    lost = {cell.grade_id for cell in report.cells if any(check.outcome != "passed" for check in cell.checks)}
    faults = [
        f"grader error: {check.cause}"
        for cell in report.cells
        for check in cell.checks
        if check.outcome == "grader error"
    ]
    if must == "gets 0":
        return faults + ([f"gets {report.points}"] if report.points != 0 else [])
    if must.startswith("keeps "):
        return faults + (["loses step"] if must.removeprefix("keeps ") in lost else [])
    wanted = set(re.findall(r"\w+", must.removeprefix("loses ").removesuffix(" or more"))) - {"nothing"}
    if not (wanted <= lost if must.endswith("or more") else wanted == lost):
        faults.append(f"loses {', '.join(sorted(lost)) or 'nothing'}, but {must}")
    return faults


def command_line(pid: str) -> str:
    try:
        return Path("/proc", pid, "cmdline").read_text()
    except OSError:
        return ""


def is_below(pid: int, ancestor: int) -> bool:
    while pid > 1:
        if pid == ancestor:
            return True
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            return False
    return False

"""A class run survives what kills parts of it: the gradebook is the same as without."""

from __future__ import annotations

import contextlib
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from autograder.course.course import Course
from autograder.grade import workers as graders
from autograder.grade.engine import grade_here
from autograder.grade.run import grade_class, load_reports
from autograder.nbgrader_host.api import nbgrader
from autograder.nbgrader_plugins.gradebook import open_gradebook
from autograder.records import encode
from autograder.sandbox import session as session_module

NAME = "logic_gates"
SAMPLES = ("right_in_another_style", "step_is_one_at_zero", "gates_mixed_up", "bias_forgotten", "crash", "cheat")

Result = tuple[dict[str, bytes], dict[str, float]]


@pytest.fixture(scope="module")
def handed_in(class_of: Callable[..., Course], tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A class of twelve that has handed in."""
    samples = {f"s{number:02}": f"{SAMPLES[number % len(SAMPLES)]}.py" for number in range(12)}
    return class_of(tmp_path_factory.mktemp("killed") / "class", samples)


@pytest.fixture
def course(handed_in: Course, tmp_path: Path) -> Course:
    """That class once more, with nothing graded."""
    return Course(shutil.copytree(handed_in.root, tmp_path / "class", symlinks=True))


@pytest.fixture(scope="module")
def undisturbed(handed_in: Course, tmp_path_factory: pytest.TempPathFactory) -> Result:
    course = Course(shutil.copytree(handed_in.root, tmp_path_factory.mktemp("undisturbed") / "class", symlinks=True))
    grade_class(course.assignment(NAME), "bubblewrap", open_gradebook)
    return result(course)


def result(course: Course) -> Result:
    """Every report, and every score in nbgrader's gradebook."""
    reports = {report.student: encode(report) for report in load_reports(course.assignment(NAME))}
    with nbgrader(course).gradebook as gradebook:
        return reports, {each["student"]: each["score"] for each in gradebook.submission_dicts(NAME)}


def workers(grader: int) -> list[int]:
    """The processes of a grader's sandboxes, the outermost first and the newest child last."""
    found = []
    for name in os.listdir("/proc"):
        with contextlib.suppress(OSError):
            if (
                name.isdigit()
                and b"from inside." in Path("/proc", name, "cmdline").read_bytes()
                and is_of(grader, int(name))
            ):
                found.append(int(name))
    return sorted(found)


def is_of(grader: int, pid: int) -> bool:
    while pid > 1:
        if pid == grader:
            return True
        pid = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    return False


@pytest.mark.parametrize("which", ["warm", "child"])
def test_killed_workers_cost_nobody_anything(
    which: str, course: Course, undisturbed: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = set(random.Random(which).sample(range(12 * 150), 20))
    asked = killed = 0
    receive: Callable[..., session_module.Answer] = session_module.SandboxSession._receive

    def disturbed(self: session_module.SandboxSession, deadline: float) -> session_module.Answer:
        nonlocal asked, killed
        asked += 1
        if asked in moments:
            there = workers(os.getpid())
            with contextlib.suppress(ProcessLookupError, IndexError):
                os.kill(there[0] if which == "warm" else there[-1], signal.SIGKILL)
                killed += 1
        return receive(self, deadline)

    monkeypatch.setattr(session_module.SandboxSession, "_receive", disturbed)
    monkeypatch.setattr(graders, "grade_submission", grade_here)  # in this process: what is counted is seen here
    with ThreadPoolExecutor(1) as here:
        grade_class(course.assignment(NAME), "bubblewrap", open_gradebook, executor=here)
    assert asked > max(moments)
    assert killed > len(moments) / 2  # some may have ended just then
    assert result(course) == undisturbed


def grade_as_a_command(course: Course, seconds: float | None = None, file_bytes: int | None = None) -> tuple[int, str]:
    """`autograder grade` in a process of its own, killed after so many seconds, or with a limit on its files."""

    def limit() -> None:
        if file_bytes:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, resource.RLIM_INFINITY))

    command = [sys.executable, "-m", "autograder", "grade", NAME, "--course", str(course.root)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, preexec_fn=limit) as grader:
        try:
            _, errors = grader.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            grader.kill()
            errors = b""
    return grader.returncode, errors.decode()


@pytest.mark.slow
def test_a_grader_that_is_killed_goes_on_when_it_is_started_again(course: Course, undisturbed: Result) -> None:
    seconds = random.Random(3)
    ended = [grade_as_a_command(course, seconds.uniform(1.5, 7))[0] for _ in range(4)]
    assert -signal.SIGKILL in ended
    assert grade_as_a_command(course)[0] == 0
    assert result(course) == undisturbed


@pytest.mark.slow
def test_whoever_interrupts_does_not_wait_for_what_is_under_way(course: Course) -> None:
    for submitted in course.gradebook.glob(f"submitted/*/{NAME}/{NAME}.ipynb"):
        notebook = json.loads(submitted.read_bytes())
        sleeps = {"cell_type": "code", "metadata": {}, "source": "import time; time.sleep(600)", "outputs": []}
        notebook["cells"].insert(0, sleeps)
        submitted.write_text(json.dumps(notebook))
    limits = course.root / "solutions" / NAME / "assignment.toml"
    limits.write_text(limits.read_text() + "\n[limits]\ncall_seconds = 600.0\nsubmission_seconds = 600.0\n")
    command = [sys.executable, "-m", "autograder", "grade", NAME, "--course", str(course.root)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True, text=True) as grader:
        while not workers(grader.pid):
            assert grader.poll() is None
            time.sleep(0.1)
        os.killpg(grader.pid, signal.SIGINT)
        _, errors = grader.communicate(timeout=120)
    assert (grader.returncode, errors.splitlines()[-1]) == (130, "autograder: interrupted")
    assert "Traceback" not in errors


@pytest.mark.slow
def test_a_full_disk_is_told_and_loses_nothing(course: Course, undisturbed: Result) -> None:
    code, errors = grade_as_a_command(course, file_bytes=60_000)
    assert code == 1
    assert "Traceback" not in errors
    last = errors.splitlines()[-1]
    assert last.startswith(f"autograder: {course.gradebook}: the results cannot be written (File too large).")
    assert last.endswith("Make room, then run the same command again: what was written is kept.")
    assert grade_as_a_command(course)[0] == 0
    assert result(course) == undisturbed

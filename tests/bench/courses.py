"""Courses to measure with: a class that has handed in, for us and for nbgrader as it comes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

from autograder.course import Course
from autograder.demo.sample import fill_in
from autograder.demo.story import make_course
from autograder.release.build import build, publish

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent

# Of twenty students twelve are right, five wrong in one to three places, one slow and two broken.
CLASS = {
    "logic_gates": ["right.py"] * 10
    + ["right_in_another_style.py"] * 2
    + ["step_is_one_at_zero.py", "gates_mixed_up.py", "bias_forgotten.py"]
    + ["matrices_multiplied_entry_by_entry.py", "booleans_and_wrong_reasons.py", "slow.py"]
    + ["crash.py", "cells_deleted_and_renamed.py"],
    "two_layer": ["right.py"] * 10
    + ["right_in_another_style.py"] * 2
    + ["mean_over_the_batch_missing.py", "weights_not_transposed.py", "updated_too_early.py"]
    + ["slopes_at_the_wrong_place.py", "biases_not_summed_and_default_learning_rate.py", "slow.py"]
    + ["crash.py", "cells_deleted_and_renamed.py"],
}

STOCK = """
c = get_config()
c.CourseDirectory.root = {root!r}
c.CourseDirectory.course_id = "stock"
c.ClearSolutions.code_stub = {{"python": "raise NotImplementedError"}}
"""


def our_course(folder: Path, names: list[str]) -> Course:
    """A course of ours with these assignments released."""
    course = make_course(Course(ROOT), folder)
    for name in names:
        build(course.assignment(name))
        publish(course.assignment(name))
    return course


def stock_course(folder: Path, ours: Course, names: list[str]) -> None:
    """nbgrader as it comes, with the same source notebooks."""
    folder.mkdir(parents=True)
    (folder / "nbgrader_config.py").write_text(STOCK.format(root=str(folder)))
    for name in names:
        shutil.copytree(ours.gradebook / "source" / name, folder / "source" / name)
        nbgrader(folder, "generate_assignment", name)


def notebooks(course: Course, name: str) -> list[bytes]:
    """What the class hands in, one notebook for each kind of student, twenty in all."""
    files = {file: sample(name, file) for file in dict.fromkeys(CLASS[name])}
    made = {file: fill_in(course.assignment(name), path) for file, path in files.items()}
    return [made[file] for file in CLASS[name]]


def sample(name: str, file: str) -> Path:
    there = ROOT / "tests" / "submissions" / name / file
    return there if there.exists() else HERE / name / file


def hand_in(submitted: Path, name: str, contents: list[bytes], count: int) -> None:
    """`count` students, of whom the first twenty are each of a kind, and so on."""
    shutil.rmtree(submitted, ignore_errors=True)
    for number in range(count):
        path = submitted / f"s{number:05}" / name / f"{name}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(contents[number % len(contents)])


def nbgrader(folder: Path, *words: str) -> float:
    """Seconds of an nbgrader command in a course."""
    return run([sys.executable, "-m", "nbgrader", *words], folder)[0]


def autograder(folder: Path, *words: str) -> tuple[float, float]:
    """Seconds and peak megabytes of an autograder command."""
    return run([sys.executable, "-m", "autograder", *words, "--course", str(folder)], folder)


def run(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds of a whole command, and the most memory that its first process used, in MB."""
    environment = {**os.environ, "USER": "instructor", "JUPYTER_PATH": str(Path(sys.prefix, "share", "jupyter"))}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    begin = time.perf_counter()
    with (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        memory = _Memory(process.pid)
        memory.start()
        process.wait()
        seconds = time.perf_counter() - begin
        memory.join()
    return seconds, memory.peak_mb


class _Memory(threading.Thread):
    """Looks at a process until it ends: the most memory that it had by the kernel's own count."""

    def __init__(self, pid: int) -> None:
        super().__init__()
        self._status = Path(f"/proc/{pid}/status")
        self.peak_mb = 0.0

    def run(self) -> None:
        while True:
            try:
                line = next(line for line in self._status.read_text().splitlines() if line.startswith("VmHWM"))
            except (OSError, StopIteration):
                return
            self.peak_mb = int(line.split()[1]) / 1024
            time.sleep(0.1)

"""Courses to measure with: a class that has handed in, for us and for nbgrader as it comes."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

from autograder.course.course import Course
from autograder.demo.sample import fill_in
from autograder.demo.story import make_course
from autograder.explain.mutants import mutants_of
from autograder.release.build import build, publish

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent

# Twenty students: thirteen are right, four have one or two small mistakes, one is slow, two notebooks are broken.
SLOW = """
total = 0.0
for number in range(1_500_000):
    total += number % 7
"""


STOCK = """
c = get_config()
c.CourseDirectory.root = {root!r}
c.CourseDirectory.course_id = "stock"
c.ClearSolutions.code_stub = {{"python": "raise NotImplementedError"}}
"""


def our_course(folder: Path, names: list[str]) -> Course:
    """A course of ours with these assignments released."""
    course = make_course(Course(ROOT), folder)
    shutil.copytree(HERE / "small", course.root / "solutions" / "small")
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
    """What the twenty students hand in."""
    assignment = course.assignment(name)
    blanks = [cell.grade_id for cell in assignment.lesson.blanks()]
    mutants = [mutant for cell in assignment.lesson.blanks() for mutant in mutants_of(cell)]
    random.Random(name).shuffle(mutants)
    right: dict[str, str] = {}
    wrong = [
        {mutant.blank: mutant.source for mutant in some}
        for some in (mutants[:1], mutants[1:2], mutants[2:4], mutants[4:6])
    ]
    broken = [{blanks[0]: "def (:"}, {blanks[-1]: "raise ValueError('not yet')"}]
    answers = [right] * 13 + wrong + [{"": SLOW}] + broken
    return [fill_in(assignment, _sample(course.root, each)) for each in answers]


def _sample(folder: Path, answers: dict[str, str]) -> Path:
    """A sample submission with these answers; what has no name is a cell of the student's own."""
    path = folder / "sample.py"
    cells = [f"# %% nbgrader={json.dumps({'grade_id': name})}\n{text}" for name, text in answers.items() if name]
    cells += [f"# %%\n{text}" for name, text in answers.items() if not name]
    path.write_text("\n\n".join(cells) or "# Nothing differs.\n")
    return path


def hand_in(submitted: Path, name: str, contents: list[bytes], count: int) -> None:
    """`count` students, twenty by twenty of each kind."""
    for folder in submitted.glob(f"*/{name}"):
        shutil.rmtree(folder)
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

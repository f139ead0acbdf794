"""Milliseconds for the reference of an assignment, in a warm process: name, checks, ours, and bare.

Bare is the same program with the same calls in this process, without a sandbox and without anybody who judges.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from autograder.course.course import Assignment, Course
from autograder.grade.engine import grade_locally, grade_submission
from autograder.sandbox.inside.program import Program
from autograder.sandbox.inside.protocol import Cell
from autograder.submit.notebook import Submission


def main() -> None:
    course = Course(sys.argv[1])
    for name, runs in (("small", 300), ("logic_gates", 30), ("gradient_tape", 15), ("two_layer", 15)):
        tell(course.assignment(name), runs)


def tell(assignment: Assignment, runs: int) -> None:
    blanks = {cell.grade_id: cell.source for cell in assignment.lesson.blanks()}
    cells = [Cell(cell.grade_id, cell.source) for cell in assignment.lesson.program()]
    submission = Submission(cells, blanks, [])
    checks = sum(len(assignment.checks.of(blank)) for blank in blanks)

    def graded(number: int) -> float:
        begin = time.perf_counter()
        report = grade_submission(assignment, submission, f"s{number}", f"s{number}", "bubblewrap")
        assert report.points == report.max_points, assignment.name
        return time.perf_counter() - begin

    def bare(number: int) -> float:
        with own_time() as seconds:
            grade_locally(assignment, {}, f"s{number}", list(blanks))
        return sum(seconds)

    for warm in (graded, bare):
        warm(0)
    ours = 1000 * statistics.median(graded(number) for number in range(1, runs + 1))
    own = 1000 * statistics.median(bare(number) for number in range(1, runs + 1))
    print(f"{assignment.name} {checks} {ours:.1f} {own:.1f}", flush=True)


@contextmanager
def own_time() -> Iterator[list[float]]:
    """The seconds that the program itself takes, call by call."""
    seconds: list[float] = []
    originals = {name: getattr(Program, name) for name in ("load", "call", "run_cell")}

    def timed(name: str) -> Any:
        def measured(*args: Any) -> Any:
            begin = time.perf_counter()
            try:
                return originals[name](*args)
            finally:
                seconds.append(time.perf_counter() - begin)

        return measured

    for name in originals:
        setattr(Program, name, timed(name))
    try:
        yield seconds
    finally:
        for name, original in originals.items():
            setattr(Program, name, original)


if __name__ == "__main__":
    main()

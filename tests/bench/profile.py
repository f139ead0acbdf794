"""Where the time of one right submission goes, in milliseconds, in a warm process: one row an assignment."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from courses import hand_in, notebooks

from autograder.course.course import Course
from autograder.grade import run, workers
from autograder.nbgrader_plugins.gradebook import open_gradebook
from autograder.sandbox import session
from autograder.sandbox.inside import protocol
from autograder.sandbox.sandbox import Sandbox
from autograder.submit.handed_in import handed_in

COLUMNS = ("read and write the notebook", "start a child", "load the cells", "wait for answers", "draw and compare")
SUBMISSIONS = 40

spent: Counter[str] = Counter()


def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def measured(*args: Any, **kwargs: Any) -> Any:
        begin = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            spent[name] += time.perf_counter() - begin

    return measured


def timed_exchange(exchange: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    def measured(self: Any, requests: list[Any]) -> Iterator[Any]:
        name = "load the cells" if isinstance(requests[0], protocol.Load) else "wait for answers"
        begin = time.perf_counter()
        for answer in exchange(self, requests):
            spent[name] += time.perf_counter() - begin
            yield answer
            begin = time.perf_counter()

    return measured


def main() -> None:
    course = Course(sys.argv[1])
    Sandbox.child = timed("start a child", Sandbox.child)  # type: ignore[method-assign]
    session.SandboxSession._exchange_all = timed_exchange(session.SandboxSession._exchange_all)  # type: ignore[method-assign]
    workers.grade_submission = timed("engine", workers.grade_submission)
    print(f"{'assignment':<16}" + "".join(f"{name:>30}" for name in COLUMNS) + f"{'in all':>10}")
    for name in ("small", "logic_gates", "gradient_tape", "two_layer"):
        row(course, name)
    written(course)


def row(course: Course, name: str) -> None:
    assignment = course.assignment(name)
    hand_in(course.gradebook / "submitted", name, notebooks(course, name)[:1], SUBMISSIONS)
    submissions = [handed_in(assignment, f"s{number:05}") for number in range(SUBMISSIONS)]
    workers.grade_handed_in(assignment, submissions[0], "bubblewrap")
    spent.clear()
    begin = time.perf_counter()
    for found in submissions[1:]:
        workers.grade_handed_in(assignment, found, "bubblewrap")
    everything = time.perf_counter() - begin
    spent["read and write the notebook"] = everything - spent["engine"]
    inside = spent["start a child"] + spent["load the cells"] + spent["wait for answers"]
    spent["draw and compare"] = spent["engine"] - inside
    parts = (1000 * spent[column] / (SUBMISSIONS - 1) for column in COLUMNS)
    print(
        f"{name:<16}" + "".join(f"{part:>30.1f}" for part in parts) + f"{1000 * everything / (SUBMISSIONS - 1):>10.1f}"
    )


def written(course: Course) -> None:
    """What the one writer does for each submission, while others grade."""
    run._Writer.flush = timed("write", run._Writer.flush)  # type: ignore[method-assign]
    workers.handed_in = timed("take", workers.handed_in)
    spent.clear()
    run.grade_class(course.assignment("small"), "bubblewrap", open_gradebook, force=True)
    take, write = (1000 * spent[name] / SUBMISSIONS for name in ("take", "write"))
    print(f"\nin the grader itself, a submission: take it {take:.1f}, write files, gradebook and journal {write:.1f}")


if __name__ == "__main__":
    assert Path(sys.argv[1]).is_dir()
    main()

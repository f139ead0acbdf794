"""Who stops the process that grades pays for it alone."""

from __future__ import annotations

import multiprocessing
import os
import signal
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

import pytest

from autograder.course.course import Course
from autograder.grade import workers
from autograder.grade.workers import Workers
from autograder.submit.handed_in import HandedIn


def graded(found: HandedIn, is_alone: bool) -> str:
    """What a process of the pool does in this test."""
    if found.student == "poison":
        os.kill(os.getpid(), signal.SIGKILL)
    return found.student


@pytest.mark.slow
@pytest.mark.parametrize("place", [0, 20, 40])
def test_the_others_are_graded(place: int, project: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    students = [f"s{number}" for number in range(40)]
    students.insert(place, "poison")
    pools: list[ProcessPoolExecutor] = []

    def start() -> Executor:
        pools.append(ProcessPoolExecutor(2, multiprocessing.get_context("spawn")))
        return pools[-1]

    monkeypatch.setattr(workers, "handed_in", lambda _, student: HandedIn(student, "seed"))
    monkeypatch.setattr(workers, "grade_handed_in", lambda _, found, __: found.fault)
    there = Workers(project.assignment("two_layer"), "none", start, Path())
    there._task = graded  # type: ignore[assignment]
    told = {found.student: result for found, result in there.grade(students)}
    for pool in pools:
        pool.shutdown()
    assert str(told.pop("poison")).startswith("the worker process died 3 times (BrokenProcessPool: ")
    assert told == {student: student for student in students if student != "poison"}

"""The trials of a rehearsal, in parallel: a pool of processes."""

from __future__ import annotations

import functools
import multiprocessing
import os
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import NamedTuple

import msgspec

from autograder.author.behaviour import behaviour_blanks, try_behaviours
from autograder.author.forecast import Forecast
from autograder.author.form_faults import form_faults, right_answers
from autograder.author.mutation import try_mutant_with
from autograder.author.right_answers import faults_in_the_sandbox, right_faults
from autograder.author.trial import Kind, Trial, Tried, found_with, seeds_of
from autograder.author.wrong_answers import function_blanks, trivial_faults, wrong_faults
from autograder.course.check_list import load_rights
from autograder.course.course import Assignment, Course
from autograder.course.declarations import Right
from autograder.course.numbers import Numbers
from autograder.processes import work_for
from autograder.progress import Progress
from autograder.sandbox.sandbox import Mode


def try_all(
    assignment: Assignment, samples: Sequence[Numbers | None], trials: list[Trial], progress: Progress, mode: Mode
) -> Iterator[tuple[Trial, Tried]]:
    """What comes of each trial, in the order in which they end; `trial.variant` is a place in `samples`.

    They are tried on all processors that this process may use, mixed: what has been tried is like what is left.
    """
    processes = len(os.sched_getaffinity(0))
    forecast = Forecast(trials, processes)
    everything = assignment.course.root, assignment.name, msgspec.json.encode(samples), mode
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, _begin, (os.getpid(), *everything)) as pool:
        futures: dict[Future[_Timed], Trial] = {pool.submit(_timed, trial): trial for trial in mixed(trials)}
        try:
            progress("", 0, len(trials))
            for number, future in enumerate(as_completed(futures), start=1):
                trial, timed = futures.pop(future), future.result()
                forecast.done(trial.kind, timed.seconds, timed.is_first)
                progress(timed.tried.what, number, len(trials), forecast.seconds_left())
                yield trial, timed.tried
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def mixed(trials: list[Trial]) -> list[Trial]:
    """One set of numbers after the other; within one in no order, but what takes longest first; always the same."""
    sets = Counter(kind for kind, _ in {(trial.kind, trial.variant) for trial in trials})
    chance = random.Random(len(trials))

    def place(trial: Trial) -> float:
        return (trial.variant + (0 if trial.kind == "sandbox" else chance.random())) / sets[trial.kind]

    return sorted(trials, key=place)


class _Timed(NamedTuple):
    """What came of a trial, the seconds that it took, and whether its process had tried none of its kind before."""

    tried: Tried
    seconds: float
    is_first: bool


class _Here:
    """What a process of the pool tries things with; each set of numbers is put into the assignment once."""

    def __init__(self, root: Path, name: str, samples: bytes, mode: Mode) -> None:
        self._assignment, self.mode = Course(root).assignment(name), mode
        self._samples: list[Numbers | None] = msgspec.json.decode(samples)
        self._numbered: dict[int, Assignment] = {}
        self._seen: set[Kind] = set()

    def variants(self) -> Iterator[Assignment]:
        """The assignment with each set of numbers."""
        return map(self.with_numbers, range(len(self._samples)))

    def with_numbers(self, variant: int) -> Assignment:
        if variant not in self._numbered:
            self._numbered[variant] = self._assignment.with_numbers(self._samples[variant])
        return self._numbered[variant]

    def is_first(self, kind: Kind) -> bool:
        """Whether nothing of this kind was asked about before."""
        is_first = kind not in self._seen
        self._seen.add(kind)
        return is_first


_here: _Here  # in a process of the pool


def _begin(parent: int, root: Path, name: str, samples: bytes, mode: Mode) -> None:
    """A process of the pool: what an answer prints, or TensorFlow remarks, is not shown."""
    global _here
    work_for(parent)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    _here = _Here(root, name, samples, mode)


@functools.cache
def _rights(assignment: Assignment) -> list[Right]:
    return load_rights(assignment.lesson)


@functools.cache
def _answers(assignment: Assignment) -> list[Right]:
    return right_answers(assignment)


def _timed(trial: Trial) -> _Timed:
    """One trial, in a process of the pool."""
    began, is_first = time.monotonic(), _here.is_first(trial.kind)
    if trial.kind == "mutant":
        tried = try_mutant_with(_here.variants(), trial.number)
    else:
        tried = _try(_here.with_numbers(trial.variant), trial)
        tried.faults = found_with(trial.variant, tried.faults)
    return _Timed(tried, time.monotonic() - began, is_first)


def _try(assignment: Assignment, trial: Trial) -> Tried:
    number, seeds = trial.number, seeds_of(trial.variant)
    if trial.kind == "sandbox":
        return Tried("the reference and the template", list(faults_in_the_sandbox(assignment, _here.mode, seeds)))
    if trial.kind == "wrong":
        wrong = assignment.checks.wrongs[number]
        return Tried(f"{wrong.blank}: {wrong.name}", list(wrong_faults(assignment, wrong, seeds)))
    if trial.kind == "right":
        right = _rights(assignment)[number]
        return Tried(f"{right.blank}: {right.name}", list(right_faults(assignment, right, seeds)))
    if trial.kind == "behaviour":
        return try_behaviours(assignment, behaviour_blanks(assignment)[number], seeds)
    if trial.kind == "form":
        right = _answers(assignment)[number]
        return Tried(f"{right.blank}: {right.name}, its forms", list(form_faults(assignment, right, seeds[0])))
    blank = function_blanks(assignment)[number]
    return Tried(f"{blank}: trivial answers", list(trivial_faults(assignment, blank)))

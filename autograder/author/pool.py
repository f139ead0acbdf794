"""The trials of a rehearsal, in parallel: a pool of processes."""

from __future__ import annotations

import functools
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from pathlib import Path

import msgspec

from autograder.author.form_faults import form_faults, right_answers
from autograder.author.mutation import all_mutants, try_mutant
from autograder.author.right_answers import faults_in_the_sandbox, right_faults
from autograder.author.trial import Trial, Tried
from autograder.author.wrong_answers import function_blanks, trivial_faults, wrong_faults
from autograder.course.check_list import load_rights
from autograder.course.course import Assignment, Course
from autograder.course.declarations import Right
from autograder.course.numbers import Numbers
from autograder.explain.mutants import Mutant
from autograder.processes import work_for
from autograder.progress import Progress
from autograder.sandbox.sandbox import Mode


def try_all(
    assignment: Assignment, samples: Sequence[Numbers | None], trials: list[Trial], progress: Progress, mode: Mode
) -> Iterator[tuple[Trial, Tried]]:
    """What comes of each trial, in the order in which they end; `trial.variant` is a place in `samples`.

    They are tried on all cores; the sandbox is this process's own.
    """
    in_the_sandbox = [trial for trial in trials if trial.kind == "sandbox"]
    packed = [msgspec.json.encode(numbers) for numbers in samples]
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn"), _begin, (os.getpid(),)) as pool:
        where = assignment.course.root, assignment.name
        futures: dict[Future[Tried], Trial] = {
            pool.submit(_try, *where, packed[trial.variant], trial): trial
            for trial in trials
            if trial.kind != "sandbox"
        }
        try:
            progress("the reference and the template", 0, len(trials))
            for number, trial in enumerate(in_the_sandbox, start=1):
                there = assignment.with_numbers(samples[trial.variant])
                tried = Tried("the reference and the template", [*faults_in_the_sandbox(there, mode, trial.seeds)])
                progress(tried.what, number, len(trials))
                yield trial, tried
            for number, future in enumerate(as_completed(futures), start=len(in_the_sandbox) + 1):
                tried = future.result()
                progress(tried.what, number, len(trials))
                yield futures[future], tried
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _begin(parent: int) -> None:
    """A process of the pool: what an answer prints, or TensorFlow remarks, is not shown."""
    work_for(parent)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


@functools.lru_cache(maxsize=4)
def _assignment(root: Path, name: str, numbers: bytes) -> Assignment:
    return Course(root).assignment(name).with_numbers(msgspec.json.decode(numbers))


@functools.lru_cache(maxsize=4)
def _rights(assignment: Assignment) -> list[Right]:
    return load_rights(assignment.lesson)


@functools.lru_cache(maxsize=4)
def _answers(assignment: Assignment) -> list[Right]:
    return right_answers(assignment)


@functools.lru_cache(maxsize=4)
def _mutants(assignment: Assignment) -> list[Mutant]:
    return all_mutants(assignment)


def _try(root: Path, name: str, numbers: bytes, trial: Trial) -> Tried:
    """One trial, in a process of the pool."""
    assignment, number = _assignment(root, name, numbers), trial.number
    if trial.kind == "wrong":
        wrong = assignment.checks.wrongs[number]
        return Tried(f"{wrong.blank}: {wrong.name}", list(wrong_faults(assignment, wrong, trial.seeds)))
    if trial.kind == "right":
        right = _rights(assignment)[number]
        return Tried(f"{right.blank}: {right.name}", list(right_faults(assignment, right, trial.seeds)))
    if trial.kind == "form":
        right = _answers(assignment)[number]
        return Tried(f"{right.blank}: {right.name}, its forms", list(form_faults(assignment, right, trial.seeds[0])))
    if trial.kind == "trivial":
        blank = function_blanks(assignment)[number]
        return Tried(f"{blank}: trivial answers", list(trivial_faults(assignment, blank)))
    return try_mutant(assignment, _mutants(assignment)[number], trial.seeds)

"""Rehearse an assignment before any student sees it: what is right is accepted, what is wrong is refused and named."""

from __future__ import annotations

import ast
import copy
import ctypes
import functools
import inspect
import multiprocessing
import os
import re
import signal
import sys
import textwrap
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from pathlib import Path
from types import CodeType
from typing import Any

import msgspec
import numpy as np

from autograder.course.check_list import load_rights
from autograder.course.course import Assignment, Course
from autograder.course.declarations import Right, Wrong
from autograder.course.lesson import BEGIN, END, Cell
from autograder.course.numbers import Numbers
from autograder.course.variants import Work, by_hand_of
from autograder.errors import CourseError
from autograder.explain.mutants import OPERATOR_NAMES, Mutant, mutants_of
from autograder.grade.engine import grade_locally, grade_submission
from autograder.progress import Progress, silent
from autograder.records import CellReport, CheckReport, Report
from autograder.sandbox.inside import protocol
from autograder.sandbox.sandbox import Mode
from autograder.submit.notebook import Submission

SEEDS = ("rehearsal 1", "rehearsal 2")  # two students: wrong answers must be seen on the inputs of both
VARIANTS = 50  # sets of numbers that an exam is rehearsed with
_EXACT = 1e-6  # units of the last decimal: what differs by less was computed by the same formula
UNEVEN = 0.05  # how far the work of two variants may differ
MUTANT_SECONDS = 20.0  # a mutant that takes longer never ends


class Rehearsal(msgspec.Struct):
    """What was tried, and what went wrong; `release` refuses an assignment with faults."""

    assignment: str
    points: float
    blanks: int
    checks: int
    wrongs: int
    rights: int
    mutants: int
    equivalent: int
    killed: dict[str, int]  # mutants that each check refuses
    refused: int  # mutants that are
    named: int  # those with a diagnosis, for both students
    operators: int  # mutants with another operator that are refused
    operators_named: int
    survivors: list[str]
    faults: list[str]
    variants: list[Work] = []  # of an exam: what each set of numbers asks for


class Equivalent(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A mutant that computes the same as the reference, or that no check need tell from it, and why."""

    blank: str
    change: str
    reason: str


class _Tried(msgspec.Struct):
    """What came of one answer."""

    what: str
    faults: list[str] = []
    killed_by: list[str] = []
    diagnoses: list[str] = []  # one for each student
    survives: bool = False


def rehearse(assignment: Assignment, mode: Mode, progress: Progress = silent, variants: int = VARIANTS) -> Rehearsal:
    """The reference and other right answers get full marks, the template nothing; each known wrong answer loses its
    own blank only and is named; no check passes on a trivial answer; the checks refuse every mutant of the reference.

    Where each student has other numbers, all that holds for so many `variants` of them, which are as much work; a
    mutant has to be refused with those numbers to which it makes a difference. `progress` is told what was tried last,
    how many things have been tried, and how many there are.
    """
    samples = assignment.variants.samples(variants) if assignment.has_variants else [None]
    assignment = assignment.with_numbers(samples[0])
    checks = assignment.checks
    rights = load_rights(assignment.lesson)
    mutants = all_mutants(assignment)
    equivalent = _equivalents(assignment, mutants)
    of_kinds = {
        "sandbox": 1,
        "wrong": len(checks.wrongs),
        "right": len(rights),
        "trivial": len(_functions(assignment)),
        "mutant": len(mutants),
    }
    trials = [(v, kind, n) for kind, count in of_kinds.items() for v in range(len(samples)) for n in range(count)]
    tried = dict(_in_parallel(assignment, samples, trials, progress, mode))
    faults = [
        f"with the numbers of variant {trial[0] + 1}: {fault}" if trial[0] else fault
        for trial in trials
        for fault in tried[trial].faults
    ]
    of_mutants = [
        _together([tried[variant, "mutant", number] for variant in range(len(samples))])
        for number in range(len(mutants))
    ]
    killers = Counter(check for each in of_mutants for check in each.killed_by)
    refused = [(mutant, each) for mutant, each in zip(mutants, of_mutants, strict=True) if not each.survives]
    operators = [each for mutant, each in refused if mutant.name in OPERATOR_NAMES]
    survivors = []
    for mutant, each in zip(mutants, of_mutants, strict=True):
        listed = (mutant.blank, mutant.change) in equivalent
        if each.survives and not listed:
            survivors.append(f"{mutant.blank}: {mutant.change}")
        if listed and not each.survives:
            faults.append(f"equivalent.toml lists '{mutant.change}' of '{mutant.blank}', but a check refuses it")
    faults += [f"survives in {survivor}" for survivor in survivors]
    work = [assignment.variants.work(numbers) for numbers in samples if numbers is not None]
    faults += _uneven(work)
    return Rehearsal(
        assignment=assignment.name,
        points=sum(check.points for check in checks.checks),
        blanks=len(assignment.lesson.blanks()),
        checks=len(checks.checks),
        wrongs=len(checks.wrongs),
        rights=len(rights),
        mutants=len(mutants),
        equivalent=len(equivalent),
        killed={check.name: killers[check.name] for check in checks.checks},
        refused=len(refused),
        named=sum(all(each.diagnoses) for _, each in refused),
        operators=len(operators),
        operators_named=sum(all(each.diagnoses) for each in operators),
        survivors=survivors,
        faults=faults,
        variants=work,
    )


def _together(tried: list[_Tried]) -> _Tried:
    """What came of a mutant in all variants: one of a branch that only some students' numbers take is refused there."""
    refused = [each for each in tried if not each.survives]
    return _Tried(
        tried[0].what,
        killed_by=sorted({check for each in refused for check in each.killed_by}),
        diagnoses=[name for each in refused for name in each.diagnoses],
        survives=not refused,
    )


def _uneven(work: list[Work]) -> Iterator[str]:
    for what in ("minutes", "digits"):
        amounts = [getattr(each, what) for each in work]
        if amounts and max(amounts) - min(amounts) > UNEVEN * min(amounts):
            yield f"one variant asks for {min(amounts):g} {what}, another for {max(amounts):g}: draw them more alike"


def summary(done: Rehearsal) -> str:
    """What a rehearsal found, for a terminal."""
    by_check = ", ".join(f"{check} {count}" for check, count in done.killed.items())
    lines = [
        f"{done.assignment}: {_many(done.blanks, 'blank')}, {_many(done.checks, 'check')}, {done.points:g} points",
        f"  {_many(done.wrongs, 'known wrong answer')}, {_many(done.rights, 'other right answer')}",
        f"  {_many(done.mutants, 'made wrong answer')}: {done.refused} refused ({done.named} with a diagnosis), "
        f"{done.equivalent} equivalent, {len(done.survivors)} survive",
        *textwrap.wrap(f"refused by each check: {by_check}", 100, initial_indent="  ", subsequent_indent="    "),
        f"  {_many(len(done.faults), 'fault')}",
    ]
    if done.variants:
        spread = (sorted(getattr(each, what) for each in done.variants) for what in ("minutes", "digits"))
        told = [f"{amounts[0]:g} to {amounts[-1]:g}" for amounts in spread]
        lines.insert(
            1, f"  {_many(len(done.variants), 'variant')}: {told[0]} minutes, {told[1]} digits to compute with"
        )
    return "\n".join([*lines, *(f"  - {fault}" for fault in done.faults)])


def rehearsals_page(rehearsals: list[Rehearsal]) -> str:
    """The numbers of several rehearsals as a page of documentation, in Markdown."""
    lines = [
        "# What the rehearsal found",
        "",
        "Made by `autograder rehearse --page docs/rehearsal.md`. Every known wrong answer of an author loses its own",
        "blank only and is called by its name; every other right answer is accepted; every wrong answer made from a",
        "reference by one small change is refused, but for those that are listed as equivalent, each with its reason.",
        'A "diagnosis" is more than that an answer differs: the mistake is named, and has the same name with the',
        "numbers of two students. Where the reference is TensorFlow's, which the grader does not run, only what the",
        "author lists and the numbers themselves can name a mistake.",
        "",
        "| assignment | blanks | checks | known wrong, all named | other right, all accepted | made wrong | equivalent "
        "| refused | with a diagnosis | another operator, refused | with a diagnosis |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
        *(_row(done.assignment, [getattr(done, field) for field in _COUNTED]) for done in rehearsals),
        _row("all", [sum(getattr(done, field) for done in rehearsals) for field in _COUNTED]),
    ]
    return "\n".join(lines) + "\n"


_COUNTED = (
    "blanks",
    "checks",
    "wrongs",
    "rights",
    "mutants",
    "equivalent",
    "refused",
    "named",
    "operators",
    "operators_named",
)


def _row(name: str, counts: list[int]) -> str:
    *others, refused, named, operators, operators_named = counts
    parts = [*others, refused, _share(named, refused), operators, _share(operators_named, operators)]
    return f"| {name} | {' | '.join(map(str, parts))} |"


def _share(part: int, whole: int) -> str:
    return f"{part} ({part / whole:.0%})" if whole else "0"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def all_mutants(assignment: Assignment) -> list[Mutant]:
    return [mutant for cell in assignment.lesson.blanks() for mutant in mutants_of(cell)]


def template_of(cell: Cell) -> str:
    """A blank as students get it, with the stub in place of the solution."""
    lines: list[str] = []
    inside = False
    for line in cell.source.splitlines():
        if line.strip() == BEGIN:
            inside = True
            lines.append(line.replace(BEGIN, 'raise NotImplementedError("Fill in this blank.")'))
        elif line.strip() == END:
            inside = False
        elif not inside:
            lines.append(line)
    return "\n".join(lines)


# --- what is tried, and where -----------------------------------------------------------------------------------------

Trial = tuple[int, str, int]  # what is tried: a variant, a kind, and which of that kind


def _in_parallel(
    assignment: Assignment, samples: Sequence[Numbers | None], trials: list[Trial], progress: Progress, mode: Mode
) -> Iterator[tuple[Trial, _Tried]]:
    """Try everything, on all cores; the sandbox is this process's own."""
    in_the_sandbox = [trial for trial in trials if trial[1] == "sandbox"]
    packed = [msgspec.json.encode(numbers) for numbers in samples]
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn"), _begin) as pool:
        where = assignment.course.root, assignment.name
        futures: dict[Future[_Tried], Trial] = {
            pool.submit(_try, *where, packed[trial[0]], trial): trial for trial in trials if trial[1] != "sandbox"
        }
        try:
            progress("the reference and the template", 0, len(trials))
            for number, trial in enumerate(in_the_sandbox, start=1):
                there = assignment.with_numbers(samples[trial[0]])
                tried = _Tried(
                    "the reference and the template", [*faults_in_the_sandbox(there, mode, _seeds(trial[0]))]
                )
                progress(tried.what, number, len(trials))
                yield trial, tried
            for number, future in enumerate(as_completed(futures), start=len(in_the_sandbox) + 1):
                tried = future.result()
                progress(tried.what, number, len(trials))
                yield futures[future], tried
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _seeds(variant: int) -> tuple[str, ...]:
    """The students whose hidden inputs are drawn: each further variant is another student's anyway."""
    return SEEDS if variant == 0 else (f"{SEEDS[0]}, variant {variant + 1}",)


def _begin() -> None:
    """A process of the pool: Ctrl-C is the parent's to handle, whoever kills the parent kills it too
    (PR_SET_PDEATHSIG), and what an answer prints, or TensorFlow remarks, is not shown."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)
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
def _mutants(assignment: Assignment) -> list[Mutant]:
    return all_mutants(assignment)


def _try(root: Path, name: str, numbers: bytes, trial: Trial) -> _Tried:
    """One trial, in a process of the pool."""
    variant, kind, number = trial
    assignment, seeds = _assignment(root, name, numbers), _seeds(variant)
    if kind == "wrong":
        wrong = assignment.checks.wrongs[number]
        return _Tried(f"{wrong.blank}: {wrong.name}", list(_wrong_faults(assignment, wrong, seeds)))
    if kind == "right":
        right = _rights(assignment)[number]
        return _Tried(f"{right.blank}: {right.name}", list(_right_faults(assignment, right, seeds)))
    if kind == "trivial":
        blank = _functions(assignment)[number]
        return _Tried(f"{blank}: trivial answers", list(_trivial_faults(assignment, blank)))
    return _try_mutant(assignment, _mutants(assignment)[number], seeds)


# --- right answers ------------------------------------------------------------------------------------------


def _submission(assignment: Assignment, sources: dict[str, str]) -> Submission:
    cells = [
        protocol.Cell(cell.grade_id, sources.get(cell.grade_id, cell.source)) for cell in assignment.lesson.program()
    ]
    return Submission(cells, sources, [])


def faults_in_the_sandbox(assignment: Assignment, mode: Mode, seeds: Sequence[str] = SEEDS) -> Iterator[str]:
    """The reference has to get everything there, the template nothing."""
    sources = {cell.grade_id: cell.source for cell in assignment.lesson.blanks()}
    for seed in seeds:
        report = grade_submission(assignment, _submission(assignment, sources), seed, seed, mode)
        for check in _checks(report):
            if check.outcome != "passed" or check.followed_through:
                yield f"check '{check.name}' refuses the reference: {check.outcome}, {check.cause}"
    template = {cell.grade_id: template_of(cell) for cell in assignment.lesson.blanks()}
    report = grade_submission(assignment, _submission(assignment, template), SEEDS[0], SEEDS[0], mode)
    for check in _checks(report):
        if check.outcome != "failed":
            yield (
                f"check '{check.name}': the released template ends as {check.outcome}; "
                f"it can award {check.max_points:g} points for no work"
            )


def _right_faults(assignment: Assignment, right: Right, seeds: Sequence[str]) -> Iterator[str]:
    reference = assignment.checks.reference
    is_variable = hasattr(reference, right.call) and not callable(getattr(reference, right.call))
    answer = right.answer() if is_variable else right.answer
    for seed in seeds:
        for check in grade_locally(assignment, {right.call: answer}, seed, [right.blank])[0].checks:
            if check.outcome != "passed":
                yield f"check '{check.name}' refuses the right answer '{right.name}': {check.outcome}, {check.cause}"


# --- wrong answers ------------------------------------------------------------------------------------------


def _wrong_faults(assignment: Assignment, wrong: Wrong, seeds: Sequence[str] = SEEDS) -> Iterator[str]:
    name = f"checks.py, known wrong answer '{wrong.name}' of '{wrong.blank}'"
    blanks = _blanks_in_reach(assignment, wrong)
    for seed in seeds:
        cells = grade_locally(assignment, {wrong.call: wrong.answer}, seed, blanks)
        own = next(cell for cell in cells if cell.grade_id == wrong.blank)
        failed = [check for check in own.checks if check.outcome == "failed"]
        if not failed:
            yield f"{name} loses nothing: if it is right, take it out; else write a check that refuses it"
        for check in failed:
            if check.diagnosis != wrong.name:
                yield f"{name} is taken for '{check.diagnosis}' by check '{check.name}': {check.cause}"
        yield from _lost_elsewhere(name, wrong.blank, cells)


def _blanks_in_reach(assignment: Assignment, wrong: Wrong) -> list[str]:
    """The blanks that this mistake could touch: its own, those whose cells or checks build on its name, and theirs.

    TensorFlow's are tried only where they are its own or use it.
    """
    reached = _names_built_on(assignment, wrong.call)
    blanks = []
    for cell in assignment.lesson.blanks():
        checks = assignment.checks.of(cell.grade_id)
        near = cell.grade_id == wrong.blank or any(wrong.blank in check.uses for check in checks)
        asked = {name for check in checks for name in _names_in_function(check.function.__code__)}
        builds_on = bool(reached & (asked | _names_in(cell.source)))
        if near or (builds_on and all(check.library == "numpy" for check in checks)):
            blanks.append(cell.grade_id)
    return blanks


def _names_built_on(assignment: Assignment, name: str) -> set[str]:
    """A name of the lesson, and all that is computed with it or with what was, cell by cell."""
    reached = {name}
    grown = True
    while grown:
        grown = False
        for cell in assignment.lesson.program():
            made = _names_made_in(cell.source)
            if reached & _names_in(cell.source) and not made <= reached:
                reached |= made
                grown = True
    return reached


@functools.lru_cache(maxsize=1024)
def _names_in(source: str) -> set[str]:
    """Every word of a source: names, attributes and what stands in texts."""
    return set(re.findall(r"\w+", source))


@functools.lru_cache(maxsize=1024)
def _names_in_function(code: CodeType) -> set[str]:
    return _names_in(inspect.getsource(code))


@functools.lru_cache(maxsize=1024)
def _names_made_in(source: str) -> set[str]:
    """The functions and variables that a source makes."""
    nodes = list(ast.walk(ast.parse(source)))
    made = {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    return made | {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def _lost_elsewhere(name: str, blank: str, cells: list[CellReport]) -> Iterator[str]:
    for cell in cells:
        if cell.grade_id == blank:
            yield from (f"{name}: {check.cause}" for check in cell.checks if check.outcome == "grader error")
            continue
        for check in cell.checks:
            if check.outcome != "passed":
                yield f"{name} also loses check '{check.name}' of '{cell.grade_id}': {check.cause}"


def _functions(assignment: Assignment) -> list[str]:
    """The blanks that are functions."""
    reference = assignment.checks.reference
    return [cell.grade_id for cell in assignment.lesson.blanks() if callable(getattr(reference, cell.grade_id, None))]


def _trivial_faults(assignment: Assignment, blank: str) -> Iterator[str]:
    right = getattr(assignment.checks.reference, blank)

    def filled(fill: int) -> Callable[..., Any]:
        def answer(*args: Any, **kwargs: Any) -> Any:
            value = _filled(right(*copy.deepcopy(args), **copy.deepcopy(kwargs)), fill)  # it may change them
            if "matplotlib.pyplot" in sys.modules:  # what the reference drew must not be taken for this answer's
                sys.modules["matplotlib.pyplot"].close("all")
            return value

        return answer

    def own_input(*args: Any, **kwargs: Any) -> Any:
        return [*args, *kwargs.values(), None][0]

    first: list[Any] = []

    def the_first_time(*args: Any, **kwargs: Any) -> Any:
        if not first:
            first.append(right(*copy.deepcopy(args), **copy.deepcopy(kwargs)))
        return copy.deepcopy(first[0])

    trivial: dict[str, Callable[..., Any]] = {
        "zeros": filled(0),
        "ones": filled(1),
        "its own input": own_input,
    }
    if inspect.signature(right).parameters:
        trivial["the first right answer every time"] = the_first_time
    for name, answer in trivial.items():
        for check in grade_locally(assignment, {blank: answer}, SEEDS[0], [blank])[0].checks:
            if check.outcome != "failed":
                yield f"check '{check.name}' of '{blank}' ends as {check.outcome} on {name}"


def _filled(value: Any, fill: int) -> Any:
    """Something of the same form, with nothing in it."""
    if isinstance(value, (tuple, list)):
        return type(value)(_filled(each, fill) for each in value)
    if isinstance(value, dict):
        return {key: _filled(each, fill) for key, each in value.items()}
    if isinstance(value, (np.ndarray, np.number, int, float)):
        return np.full_like(np.asarray(value), fill)
    return None


def _try_mutant(assignment: Assignment, mutant: Mutant, seeds: Sequence[str]) -> _Tried:
    tried = _Tried(f"{mutant.blank}: {mutant.change}")
    for seed in seeds:
        try:
            with _InterruptedAfter(MUTANT_SECONDS):
                cells = grade_locally(assignment, {}, seed, [mutant.blank], {mutant.blank: mutant.source})
        except TimeoutError:
            tried.killed_by, tried.diagnoses = [], ["did-not-finish"] * len(seeds)
            return tried
        failed = [check for check in cells[0].checks if check.outcome == "failed"]
        tried.faults += [
            f"check '{check.name}' cannot judge '{mutant.change}': {check.cause}"
            for check in cells[0].checks
            if check.outcome in ("grader error", "not run")
        ]
        if seed == seeds[0]:
            tried.killed_by = [check.name for check in failed]
        tried.diagnoses.append(failed[0].diagnosis if failed else "")
        if not failed:
            tried.survives = True
            tried.faults += _accepted_by_luck(assignment, cells[0], mutant)
    if len(set(tried.diagnoses)) > 1 and not tried.survives:
        names = " and ".join(f"'{name}'" for name in tried.diagnoses)
        tried.faults.append(f"'{mutant.change}' of '{mutant.blank}' is called {names}, each by one student's numbers")
    return tried


def _accepted_by_luck(assignment: Assignment, cell: CellReport, mutant: Mutant) -> Iterator[str]:
    """Where a wrong formula gives nearly the right number."""
    by_hand = by_hand_of(assignment.checks).get(mutant.blank)
    found = cell.checks[0].answer
    if by_hand and isinstance(found, float) and abs(found - by_hand.answer) > _EXACT * by_hand.unit:
        yield f"'{mutant.change}' of '{mutant.blank}' gives {found:.6g}, which is accepted for {by_hand.answer:.6g}"


class _InterruptedAfter:
    """Raise TimeoutError in the block after so many seconds, and again after half as many, until it ends."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def __enter__(self) -> None:
        signal.signal(signal.SIGALRM, self._stop)
        signal.setitimer(signal.ITIMER_REAL, self._seconds, self._seconds / 2)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)

    @staticmethod
    def _stop(*_: object) -> None:
        raise TimeoutError


def _equivalents(assignment: Assignment, mutants: list[Mutant]) -> set[tuple[str, str]]:
    """The mutants that the author lists as equivalent, each with its reason."""
    path = assignment.folder / "equivalent.toml"
    if not path.exists():
        return set()
    try:
        listed = msgspec.convert(tomllib.loads(path.read_text("utf-8")), dict[str, list[Equivalent]])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CourseError(path, str(error), "Mend that entry") from None
    made = {(mutant.blank, mutant.change) for mutant in mutants}
    found = {(each.blank, each.change) for entries in listed.values() for each in entries}
    for blank, change in sorted(found - made):
        raise CourseError(path, f"'{change}' is no change of '{blank}'", "Take the entry out or mend it")
    return found


def _checks(report: Report) -> list[CheckReport]:
    return [check for cell in report.cells for check in cell.checks]

"""Mutants in a rehearsal: the checks have to refuse each that the author does not list as equivalent."""

from __future__ import annotations

import inspect
import tomllib
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from autograder import stages
from autograder.author.behaviour import behaviour_blanks
from autograder.author.trial import Tried, found_with, seeds_of
from autograder.course.course import Assignment
from autograder.course.variants import by_hand_of
from autograder.errors import CourseError
from autograder.explain.answers import CONSTANT, ZEROS
from autograder.explain.behaviours import behaviours_of
from autograder.explain.mutants import Mutant, mutants_of
from autograder.grade.engine import grade_locally
from autograder.records import CellReport
from autograder.stages import TooMuch

MUTANT_SECONDS = 20.0  # of processor time: a mutant that takes longer never ends
FEW_VARIANTS = 4  # sets of numbers that each mutant is tried with; one that survives is tried with the others too
_SEEN = {CONSTANT.name, ZEROS.name}  # names of what was answered, whatever the mistake behind it
_EXACT = 1e-6  # units of the last decimal: what differs by less was computed by the same formula


class Equivalent(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A mutant that computes the same as the reference, or that no check need tell from it, and why."""

    blank: str
    change: str
    reason: str


def all_mutants(assignment: Assignment) -> list[Mutant]:
    """The mutants of all blanks, always in the same order."""
    return [mutant for cell in assignment.lesson.blanks() for mutant in mutants_of(cell)]


def all_behaviours(assignment: Assignment) -> set[tuple[str, str]]:
    """Blank and change of each mutant of behaviour."""
    found = set()
    for blank in behaviour_blanks(assignment):
        right = getattr(assignment.checks.reference, blank)
        found |= {(blank, each.change) for each in behaviours_of(right, dict(inspect.signature(right).parameters))}
    return found


def equivalents(assignment: Assignment, mutants: list[Mutant]) -> set[tuple[str, str]]:
    """Blank and change of each mutant that equivalent.toml lists. Raises CourseError for one that is not made."""
    path = assignment.folder / "equivalent.toml"
    if not path.exists():
        return set()
    try:
        listed = msgspec.convert(tomllib.loads(path.read_text("utf-8")), dict[str, list[Equivalent]])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CourseError(path, str(error), "Fix that entry") from None
    made = {(mutant.blank, mutant.change) for mutant in mutants} | all_behaviours(assignment)
    found = {(each.blank, each.change) for entries in listed.values() for each in entries}
    for blank, change in sorted(found - made):
        raise CourseError(path, f"'{change}' is no change of '{blank}'", "Take the entry out or fix it")
    return found


def try_mutant_with(variants: Iterable[Assignment], number: int) -> Tried:
    """What comes of a mutant with several sets of numbers: one of a branch that only some students' numbers take is
    refused there. One that those of four let pass is tried with more, until one refuses it."""
    tried: list[Tried] = []
    for variant, assignment in enumerate(variants):
        if variant >= FEW_VARIANTS and not all(each.survives for each in tried):
            break
        mutant = all_mutants(assignment)[number]
        tried.append(try_mutant(assignment, mutant, seeds_of(variant)))
        tried[-1].faults = found_with(variant, tried[-1].faults)
    refused = [each for each in tried if not each.survives]
    return Tried(
        tried[0].what,
        faults=[fault for each in tried for fault in each.faults],
        killed_by=sorted({check for each in refused for check in each.killed_by}),
        diagnoses=[name for each in refused for name in each.diagnoses],
        survives=not refused,
    )


def try_mutant(assignment: Assignment, mutant: Mutant, seeds: Sequence[str]) -> Tried:
    """What comes of a mutant with the hidden inputs of these students; it survives if those of one let it pass."""
    tried = Tried(f"{mutant.blank}: {mutant.change}")
    for seed in seeds:
        try:
            with stages.part("it does not end", MUTANT_SECONDS):
                cells = grade_locally(assignment, {}, seed, [mutant.blank], {mutant.blank: mutant.source})
        except TooMuch:
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
    if len({*tried.diagnoses} - _SEEN) > 1 and not tried.survives:
        names = " and ".join(f"'{name}'" for name in tried.diagnoses)
        tried.faults.append(f"'{mutant.change}' of '{mutant.blank}' is called {names}, each by one student's numbers")
    return tried


def _accepted_by_luck(assignment: Assignment, cell: CellReport, mutant: Mutant) -> Iterator[str]:
    """Where a wrong formula gives nearly the right number."""
    by_hand = by_hand_of(assignment.checks).get(mutant.blank)
    found = cell.checks[0].answer
    if by_hand and isinstance(found, float) and abs(found - by_hand.answer) > _EXACT * by_hand.unit:
        yield f"'{mutant.change}' of '{mutant.blank}' gives {found:.6g}, which is accepted for {by_hand.answer:.6g}"

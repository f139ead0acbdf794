"""Rehearse an assignment before any student sees it: what is right is accepted, what is wrong is refused and named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from autograder.author.behaviour import behaviour_blanks, faults_of_kinds, told_of_kinds
from autograder.author.form_faults import right_answers
from autograder.author.mutation import FEW_VARIANTS, all_mutants, equivalents
from autograder.author.pool import try_all
from autograder.author.trial import Kind, Trial
from autograder.author.wrong_answers import function_blanks
from autograder.course.check_list import load_rights
from autograder.course.course import Assignment
from autograder.course.variants import Work
from autograder.explain.mutants import OPERATOR_NAMES
from autograder.progress import Progress, silent
from autograder.sandbox.sandbox import Mode

VARIANTS = 50  # sets of numbers that an exam is rehearsed with
UNEVEN = 0.05  # how far the work of two variants may differ


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
    behaviours: int  # mutants of behaviour that are refused
    living: list[str]  # and those that are not, and not listed as equivalent
    survivors: list[str]
    faults: list[str]
    variants: list[Work] = []  # of an exam: what each set of numbers asks for
    never: list[str] = []  # kinds of values that no check asks for, and why


def rehearse(assignment: Assignment, mode: Mode, progress: Progress = silent, variants: int = VARIANTS) -> Rehearsal:
    """The reference and other right answers get full marks, in other forms too and from the visible examples as well;
    the template gets nothing; each known wrong answer loses its own blank only and is named; no check passes on a
    trivial answer; the checks refuse every mutant of the reference.

    Where each student has other numbers, all that holds for so many `variants` of them, which are as much work. The
    forms and the trivial answers, which hardly depend on the numbers, are tried with fewer; a mutant has to be refused
    with those numbers to which it makes a difference. `progress` is told what was tried last, how many things have been
    tried, how many there are, and how long the others take.
    """
    samples = assignment.variants.samples(variants) if assignment.has_variants else [None]
    assignment = assignment.with_numbers(samples[0])
    checks = assignment.checks
    rights = load_rights(assignment.lesson)
    mutants = all_mutants(assignment)
    equivalent = equivalents(assignment, mutants)
    of_kinds: dict[Kind, tuple[int, int]] = {  # with how many sets of numbers, and how many things
        "sandbox": (len(samples), 1),
        "wrong": (len(samples), len(checks.wrongs)),
        "right": (len(samples), len(rights)),
        "form": (1, len(right_answers(assignment))),
        "trivial": (min(len(samples), FEW_VARIANTS), len(function_blanks(assignment))),
        "behaviour": (1, len(behaviour_blanks(assignment))),
        "mutant": (1, len(mutants)),  # which takes further sets of numbers by itself
    }
    trials = [
        Trial(variant, kind, number)
        for kind, (sets, count) in of_kinds.items()
        for variant in range(sets)
        for number in range(count)
    ]
    tried = dict(try_all(assignment, samples, trials, progress, mode))
    faults = [fault for trial in trials for fault in tried[trial].faults]
    of_mutants = [tried[Trial(0, "mutant", number)] for number in range(len(mutants))]
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
    behaved = {blank: tried[Trial(0, "behaviour", number)] for number, blank in enumerate(behaviour_blanks(assignment))}
    told = {(blank, change) for blank, each in behaved.items() for change in each.surviving}
    made = {(mutant.blank, mutant.change) for mutant in mutants}
    faults += [
        f"equivalent.toml lists '{change}' of '{blank}', but a check refuses it"
        for blank, change in sorted(equivalent - made - told)
    ]
    faults += faults_of_kinds(assignment, behaved)
    living = [f"{blank}: {change}" for blank, change in sorted(told - equivalent)]
    faults += [f"survives in {survivor}" for survivor in (*survivors, *living)]
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
        living=living,
        behaviours=sum(each.refused for each in behaved.values()),
        survivors=survivors,
        faults=faults,
        variants=work,
        never=told_of_kinds(assignment),
    )


def _uneven(work: list[Work]) -> Iterator[str]:
    for what in ("minutes", "digits"):
        amounts = [getattr(each, what) for each in work]
        if amounts and max(amounts) - min(amounts) > UNEVEN * min(amounts):
            yield f"one variant asks for {min(amounts):g} {what}, another for {max(amounts):g}: draw them more alike"

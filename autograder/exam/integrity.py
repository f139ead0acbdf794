"""What an instructor should look at after an exam, each with its evidence. None of it is a verdict."""

from __future__ import annotations

import ast
import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, Literal, get_args

import msgspec

from autograder.course.course import Assignment
from autograder.course.numbers import Numbers
from autograder.course.rules import Rules
from autograder.course.variants import Variant, by_hand_of
from autograder.exam.ledger import Entry, by_student, is_intact, judged, newest, read, rules_of
from autograder.grade.run import load_reports
from autograder.nbgrader_host.database import enrolled_students, unknown_students
from autograder.progress import Progress, silent
from autograder.records import CheckReport, Report
from autograder.similar.pairs import Comparison, find_pairs
from autograder.submit.handed_in import submitted_students
from autograder.submit.notebook import Unreadable, name_of, read_file, read_notebook, text_of

Kind = Literal[
    "missing",
    "not enrolled",
    "early",
    "late",
    "too late",
    "several submissions",
    "not the student's files",
    "changed copy",
    "wrong variant",
    "right for another student",
    "shared wrong answers",
    "similar code",
    "tampered cells",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

_FEW = 3  # students with the same wrong answer: more than so many have made the same mistake
_WHO = re.compile(r"^\s*STUDENT\s*=\s*[\"'](.+?)[\"']", re.MULTILINE)
_PRINTED = re.compile(r"^The numbers are those of (.+)$", re.MULTILINE)
_LONGEST = 80  # characters of a name or word that are shown


class Finding(msgspec.Struct, frozen=True):
    """One thing to look at: whom it is about, whom else, and what was seen."""

    kind: Kind
    student: str
    evidence: str
    others: tuple[str, ...] = ()


class Integrity(msgspec.Struct):
    """All findings of an exam, by kind; and how often a wrong number is right for somebody else by chance."""

    findings: list[Finding]
    students: int
    by_chance: float
    comparison: Comparison

    def of(self, kind: Kind) -> list[Finding]:
        return [finding for finding in self.findings if finding.kind == kind]


def examine(assignment: Assignment, progress: Progress = silent) -> Integrity:
    """Look at what was received, what was collected, and how it was graded."""
    rules, received = rules_of(assignment), by_student(read(assignment))
    unknown, there = unknown_students(assignment.course), submitted_students(assignment)
    enrolled = [student for student in enrolled_students(assignment.course) if student not in unknown]
    reports = {report.student: report for report in load_reports(assignment) if report.student in there}
    found = [*_presence(enrolled, sorted({*received, *there}))]
    for student, entries in received.items():
        found += _receptions(assignment, rules, student, entries)
    by_chance = 0.0
    if assignment.has_variants:
        drawn = assignment.variants.of_all({*enrolled, *there})
        units = {blank: question.unit for blank, question in by_hand_of(assignment.checks).items()}
        for student in there:
            found += _variant_of(assignment, student, drawn)
        found += _right_for_others(reports, drawn, units)
        found += _shared(reports, units)
        by_chance = chance(drawn.values(), units)
    for report in reports.values():
        found += [Finding("tampered cells", report.student, problem) for problem in report.problems]
    comparison = find_pairs(assignment, there, reports.values(), progress)
    for pair in comparison.pairs:
        told = f"alike in what hardly anybody else wrote, with a score of {pair.score:.0f}"
        found.append(Finding("similar code", pair.first, told, (pair.second,)))
    found.sort(key=lambda finding: (KINDS.index(finding.kind), finding.student, finding.others))
    return Integrity(found, len(enrolled), by_chance, comparison)


def _presence(enrolled: Sequence[str], there: Sequence[str]) -> Iterator[Finding]:
    """`there` are those of whom something was received, or collected in another way."""
    for student in enrolled:
        if student not in there:
            yield Finding("missing", student, "nothing was received")
    for student in there:
        if student not in enrolled:
            yield Finding("not enrolled", student, "handed in, but nobody put them into the gradebook")


def _receptions(assignment: Assignment, rules: Rules, student: str, entries: list[Entry]) -> Iterator[Finding]:
    """What the ledger says of one student."""
    counts = newest(rules, entries)
    if len(entries) > 1:
        which = f"number {entries.index(counts) + 1} counts" if counts else "none counts"
        yield Finding("several submissions", student, f"{len(entries)} were received, {which}")
    for number, (entry, why) in enumerate(judged(rules, entries), start=1):
        when = f"number {number} came {entry.received.astimezone(rules.opens.tzinfo).isoformat(' ', 'seconds')}"
        standing = rules.standing(student, entry.received)
        if not rules.belongs(student, entry.owner):
            yield Finding("not the student's files", student, f"{when}; {why}")
        elif standing.name == "early" or standing.name == "too late":
            yield Finding(standing.name, student, f"{when}; {why}")
        elif standing.name == "late":
            cost = rules.percent_lost(standing)
            yield Finding("late", student, f"{when}, {standing.late_seconds:.0f} s late, which costs {cost:g} %")
        if not is_intact(assignment, entry):
            told = f"{when}; its copy no longer has the bytes that were received"
            yield Finding("changed copy", student, told)


def _variant_of(assignment: Assignment, student: str, drawn: Mapping[str, Variant]) -> Iterator[Finding]:
    """Whose numbers a notebook has, by its own cells and by what they have printed."""
    try:
        notebook = read_notebook(read_file(assignment.submitted_path(student)))
    except Unreadable:
        return
    name = assignment.lesson.numbers_cell().grade_id
    seen: dict[str, list[str]] = {}
    for cell in notebook["cells"] if notebook else []:
        if not isinstance(cell, dict) or cell.get("cell_type") != "code":
            continue
        source = text_of(cell.get("source"))
        for other in _WHO.findall(source):
            seen.setdefault(other, []).append("the notebook says that it is this student's")
        for other in _PRINTED.findall("\n".join(_outputs(cell))):
            seen.setdefault(other.strip(), []).append("a cell has printed that the numbers are this student's")
        if name_of(cell) == name and (literals := _literals(source)):
            for other in _owners_of(literals, drawn) or ["nobody"]:
                told = "the given numbers are this student's" if other in drawn else "the given numbers are nobody's"
                seen.setdefault(other, []).append(told)
    for other, what in seen.items():
        if other != student:
            known = (other,) if other in drawn else ()
            unknown = "" if known or other == "nobody" else f" ({other[:_LONGEST]!r}, who is not enrolled)"
            yield Finding("wrong variant", student, "; ".join(dict.fromkeys(what)) + unknown, known)


def _owners_of(literals: Numbers, drawn: Mapping[str, Variant]) -> list[str]:
    """Whose numbers these are."""
    return [
        student for student, variant in drawn.items() if all(literals.get(n) == v for n, v in variant.numbers.items())
    ]


def _literals(source: str) -> Numbers:
    """What a cell assigns to names; nothing where it reads a file."""
    found: Numbers = {}
    with contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError):
        for node in ast.parse(source).body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                found[node.targets[0].id] = ast.literal_eval(node.value)
    return found


def _right_for_others(
    reports: Mapping[str, Report], drawn: Mapping[str, Variant], units: Mapping[str, float]
) -> Iterator[Finding]:
    """Numbers that are wrong, but would be right with the numbers of somebody else."""
    for student, report in reports.items():
        right_for: dict[str, list[str]] = {}
        for blank, check in _wrong_answers(report):
            for other, variant in drawn.items():
                if other == student or blank not in units or not isinstance(check.answer, float):
                    continue
                if abs(check.answer - variant.answers.get(blank, float("inf"))) < units[blank]:
                    right_for.setdefault(other, []).append(f"{blank} = {check.answer:.6g}")
        for other, numbers in right_for.items():
            told = f"right with the other's numbers: {', '.join(numbers)}"
            yield Finding("right for another student", student, told, (other,))


def _shared(reports: Mapping[str, Report], units: Mapping[str, float]) -> Iterator[Finding]:
    """The same wrong number, though each has other numbers, or the same wrong word, of few students."""
    answers: dict[str, list[tuple[str, float | str]]] = {}
    for student, report in reports.items():
        for blank, check in _wrong_answers(report):
            if isinstance(check.answer, float) and blank in units:
                answers.setdefault(blank, []).append((student, check.answer))
            elif isinstance(check.answer, str) and len(check.answer) > 1:  # a letter is no word
                answers.setdefault(blank, []).append((student, check.answer.casefold()))
    told: dict[tuple[str, str], list[str]] = {}
    for blank, given in answers.items():
        for (one, first), (other, second) in combinations(given, 2):
            if (
                _same(first, second, units.get(blank, 0.0))
                and sum(_same(first, each, units.get(blank, 0.0)) for _, each in given) <= _FEW
            ):
                shown = f"{first:.6g}" if isinstance(first, float) else repr(first[:_LONGEST])
                told.setdefault((one, other), []).append(f"{blank} = {shown}")
    for (one, other), answers_of_both in told.items():
        yield Finding("shared wrong answers", one, ", ".join(answers_of_both), (other,))


def _same(first: float | str, second: float | str, unit: float) -> bool:
    if isinstance(first, str) or isinstance(second, str):
        return first == second
    return abs(first - second) < unit


def _wrong_answers(report: Report) -> Iterator[tuple[str, CheckReport]]:
    for cell in report.cells:
        for check in cell.checks:
            if check.outcome == "failed" and check.answer is not None:
                yield cell.grade_id, check


def chance(variants: Iterable[Variant], units: Mapping[str, float]) -> float:
    """How often a wrong number is right for somebody by chance: the part of the range that the right answers take up,
    averaged over the questions."""
    shares = []
    variants = list(variants)
    for blank, unit in units.items():
        answers = [variant.answers[blank] for variant in variants if blank in variant.answers]
        width = max(answers, default=0.0) - min(answers, default=0.0)
        if width:
            shares.append(min(1.0, len(answers) * 2 * unit / width))
    return sum(shares) / len(shares) if shares else 0.0


def _outputs(cell: dict[str, Any]) -> Iterator[str]:
    outputs = cell.get("outputs")
    for output in outputs if isinstance(outputs, list) else []:
        if isinstance(output, dict):
            yield text_of(output.get("text"))

"""Wrong answers that nothing names: those that fail alike, each with what an author can make of it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

import msgspec

from autograder.records import CellReport, Report

_FEW = 3  # students whose answers fail alike: one more known wrong answer would tell them why
_MOST_LINES = 40  # of an example
_MOST_READ = 20  # students of a group whose answers are read for the shortest
_NUMBER = re.compile(r"-?\d[\d.e+-]*")

Source = Callable[[str, str], str]


class Group(msgspec.Struct, frozen=True):
    """Students whose answers to a blank fail alike, without a name, and a known wrong answer to be finished: the
    shortest of theirs, where it could be read."""

    grade_id: str
    causes: list[str]
    students: list[str]
    stub: str


def groups_of(reports: list[Report], source: Source) -> list[Group]:
    """The groups of three students and more, the largest first. `source` gives what a student wrote into a blank."""
    alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for report in reports:
        for cell in report.cells:
            if causes := _causes(cell):
                alike.setdefault((cell.grade_id, causes), []).append(report.student)
    large = sorted(alike.items(), key=lambda each: (-len(each[1]), each[0]))
    return [
        Group(blank, list(dict.fromkeys(causes)), sorted(students), _stub(blank, students, source))
        for (blank, causes), students in large
        if len(students) >= _FEW
    ]


def _causes(cell: CellReport) -> tuple[str, ...]:
    """How the checks of an answer without a name ended. Where a check does not tell the right number, its inputs are
    other ones for each student, and so are the numbers."""
    failed = [check for check in cell.checks if check.outcome == "failed"]
    if any(check.diagnosis for check in failed):
        return ()
    return tuple(
        f"{check.name}: {check.cause if 'should be' in check.cause else _NUMBER.sub('…', check.cause)}"
        for check in failed
    )


def _stub(blank: str, students: list[str], source: Source) -> str:
    found = [text for student in students[:_MOST_READ] if (text := source(student, blank).strip())]
    example = min(found, key=len, default="")
    head = f'@wrong("{blank}", "…")\n'
    function = re.sub(rf"^def {blank}\b", "def name_the_mistake", example, count=1, flags=re.MULTILINE)
    if function == example:
        function = f"def name_the_mistake():\n{textwrap.indent(example or 'pass', '    ')}"
    return head + "\n".join(function.splitlines()[:_MOST_LINES]) + "\n"

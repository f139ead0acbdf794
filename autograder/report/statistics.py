"""What a class did, counted: scores, share passed per check, mistakes made, grader errors."""

from __future__ import annotations

import math
from collections import Counter

import msgspec

from autograder.records import CellReport, CheckReport, Report

MAX_BINS = 12


class Bin(msgspec.Struct, frozen=True):
    """How many scores lie from `low` up to, and in the last bin including, `high`."""

    low: float
    high: float
    count: int


class CheckShare(msgspec.Struct, frozen=True):
    """How many of the submissions on which a check could be judged passed it."""

    grade_id: str
    sentence: str
    passed: int
    judged: int

    @property
    def share(self) -> float | None:
        return self.passed / self.judged if self.judged else None


class Mistake(msgspec.Struct, frozen=True):
    """One mistake in one blank and who made it. The name is empty where a failure was not recognised."""

    grade_id: str
    name: str
    advice: str
    students: list[str]


class GraderError(msgspec.Struct, frozen=True):
    """A check that could not be judged, so that the student's score is unknown."""

    student: str
    grade_id: str
    check: str
    cause: str


def blanks(reports: list[Report]) -> dict[str, CellReport]:
    """The blanks of the assignment by grade_id, in the order of the notebook."""
    found: dict[str, CellReport] = {}
    for report in reports:
        for cell in report.cells:
            found.setdefault(cell.grade_id, cell)
    return found


def max_points(reports: list[Report]) -> float | None:
    return max((report.max_points for report in reports), default=None)


def known_scores(reports: list[Report]) -> list[float]:
    return [report.points for report in reports if report.points is not None]


def score_bins(scores: list[float], highest: float) -> list[Bin]:
    """Bins of one round width (1, 2 or 5 times a power of ten) from 0 to `highest`, at most MAX_BINS of them."""
    highest = max([highest, *scores])
    if highest <= 0:
        return []
    smallest = highest / MAX_BINS
    power = 10.0 ** math.floor(math.log10(smallest))
    # The last factor is always enough; the slack keeps 0.6 / 12 from being a little more than 0.05.
    width = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= smallest * (1 - 1e-9))
    count = math.ceil(highest / width * (1 - 1e-9))
    counts = Counter(min(max(math.floor(score / width + 1e-9), 0), count - 1) for score in scores)
    return [Bin(round(k * width, 9), round((k + 1) * width, 9), counts[k]) for k in range(count)]


def check_shares(reports: list[Report]) -> list[CheckShare]:
    """Share passed per check, in the order of the notebook. A grader error says nothing about the student."""
    checks: dict[tuple[str, str], list[CheckReport]] = {}
    for report in reports:
        for cell in report.cells:
            for check in cell.checks:
                checks.setdefault((cell.grade_id, check.name), []).append(check)
    # Reports made by different versions of an assignment may differ in their checks: keep the notebook's order.
    order = {grade_id: place for place, grade_id in enumerate(blanks(reports))}
    shares = []
    for (grade_id, _), same in sorted(checks.items(), key=lambda item: order[item[0][0]]):
        outcomes = Counter(check.outcome for check in same)
        judged = len(same) - outcomes["grader error"]
        shares.append(CheckShare(grade_id, same[0].sentence, outcomes["passed"], judged))
    return shares


def mistakes(reports: list[Report]) -> list[Mistake]:
    """Which mistakes were made, by blank, the most frequent first; then the failures without advice, by blank."""
    students: dict[tuple[str, str], set[str]] = {}
    advice: dict[tuple[str, str], Counter[str]] = {}
    for report in reports:
        for cell in report.cells:
            for name, sentence in _mistakes_in(cell):
                students.setdefault((cell.grade_id, name), set()).add(report.student)
                advice.setdefault((cell.grade_id, name), Counter())[sentence] += 1
    order = {grade_id: place for place, grade_id in enumerate(blanks(reports))}
    found = [
        # The sentence can differ from student to student ("5 times too large"): the usual one stands for all.
        Mistake(grade_id, name, min(said, key=lambda text: (-said[text], text)), sorted(students[grade_id, name]))
        for (grade_id, name), said in advice.items()
    ]
    return sorted(
        found, key=lambda each: (not each.advice, not each.name, order[each.grade_id], -len(each.students), each.name)
    )


def grader_errors(reports: list[Report]) -> list[GraderError]:
    return [
        GraderError(report.student, cell.grade_id, check.name, check.cause)
        for report in sorted(reports, key=lambda each: each.student)
        for cell in report.cells
        for check in cell.checks
        if check.outcome == "grader error"
    ]


def _mistakes_in(cell: CellReport) -> list[tuple[str, str]]:
    """The named mistakes of one answer; if there is a failure but no name, one mistake without a name."""
    failed = [check for check in cell.checks if check.outcome == "failed"]
    named = sorted({(check.diagnosis, check.advice) for check in failed if check.diagnosis})
    return named or [("", "")][: len(failed)]

"""What a class did, counted: scores, mistakes made, points saved, grader errors."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import msgspec

from autograder.moderate.moderation import Moderated
from autograder.records import CellReport, Report, blanks

MAX_BINS = 12


class Bin(msgspec.Struct, frozen=True):
    """How many scores lie from `low` up to, and in the last bin including, `high`."""

    low: float
    high: float
    count: int


class Mistake(msgspec.Struct, frozen=True):
    """One mistake in one blank and who made it. The name is empty where a failure was not recognised."""

    grade_id: str
    name: str
    advice: str
    students: list[str]


class GraderError(msgspec.Struct, frozen=True):
    """Checks that could not be judged for the same cause, so that the student's score is unknown."""

    student: str
    checks: list[str]  # each as "blank, check name"
    cause: str


def max_points(reports: list[Report]) -> float | None:
    return max((report.max_points for report in reports), default=None)


def known_scores(reports: Sequence[Report | Moderated]) -> list[float]:
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


def share_followed_through(reports: list[Report]) -> float:
    """The share of all earned points that was earned with the reference in the place of an earlier slip."""
    checks = [check for report in reports for cell in report.cells for check in cell.checks]
    earned = sum(check.points or 0.0 for check in checks)
    saved = sum(check.points or 0.0 for check in checks if check.followed_through)
    return saved / earned if earned else 0.0


def mistakes(reports: list[Report]) -> list[Mistake]:
    """Which mistakes were made, the most frequent first; then the failures without advice, the unnamed first."""
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
        found, key=lambda each: (not each.advice, not each.name, -len(each.students), order[each.grade_id], each.name)
    )


def grader_errors(reports: list[Report]) -> list[GraderError]:
    """By student, then in the order of the notebook."""
    found: dict[tuple[str, str], list[str]] = {}
    for report in sorted(reports, key=lambda each: each.student):
        for cell in report.cells:
            for check in cell.checks:
                if check.outcome == "grader error":
                    found.setdefault((report.student, check.cause), []).append(f"{cell.grade_id}, check '{check.name}'")
    return [GraderError(student, checks, cause) for (student, cause), checks in found.items()]


def _mistakes_in(cell: CellReport) -> list[tuple[str, str]]:
    """The named mistakes of one answer; if there is a failure but no name, one mistake without a name."""
    failed = [check for check in cell.checks if check.outcome == "failed"]
    named = sorted({(check.diagnosis, check.advice) for check in failed if check.diagnosis})
    return named or [("", "")][: len(failed)]

"""Item analysis: how hard each check and each blank was, and how well it separates strong students from weak ones."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import numpy as np

from autograder.records import CellReport, CheckReport, Report, blanks

ENOUGH = 20  # submissions; with fewer, chance decides, and nothing is said of discrimination
EVERYBODY, NOBODY, NEGATIVE = "everybody has it", "nobody has it", "negative discrimination"
DEFINITIONS = {
    "difficulty": "the mean share of its points that was earned: 1 is easy, 0 is hard",
    "discrimination": "the correlation of its points with the points of all the rest, the item itself left out "
    "(for a check that is passed or failed: the point-biserial correlation)",
    "Cronbach's alpha": "how far the checks measure one thing: k / (k - 1) times (1 - the sum of the checks' variances "
    "over the variance of the score)",
    EVERYBODY: "difficulty 1: it tells nobody from anybody",
    NOBODY: "difficulty 0: too hard, not taught, or wrong",
    NEGATIVE: "students with a better rest of the score do worse here: look whether the item is right",
}


class Item(msgspec.Struct, frozen=True):
    """A check, or with no sentence of its own a blank. `discrimination` is None where it cannot be computed."""

    grade_id: str
    sentence: str
    judged: int
    difficulty: float | None
    discrimination: float | None
    flags: list[str]


class Analysis(msgspec.Struct, frozen=True):
    """Of the submissions whose score is known. `alpha` is Cronbach's, None where it cannot be computed."""

    submissions: int
    alpha: float | None
    checks: list[Item]
    blanks: list[Item]


def analyse(reports: list[Report]) -> Analysis:
    """Checks and blanks in the order of the notebook."""
    known = [report for report in reports if report.points is not None]
    names = [(cell.grade_id, check.name) for cell in blanks(known).values() for check in cell.checks]
    sentences = {
        (cell.grade_id, check.name): check.sentence
        for report in known
        for cell in report.cells
        for check in cell.checks
    }
    checks = _points(known, names, lambda cell: [(check.name, check) for check in cell.checks])
    cells = _points(known, [(name, "") for name in blanks(known)], lambda cell: [("", cell)])
    return Analysis(
        len(known),
        cronbach_alpha(checks[0]),
        _items(names, [sentences[name] for name in names], *checks),
        _items([(name, "") for name in blanks(known)], [""] * len(blanks(known)), *cells),
    )


def discriminations(points: np.ndarray) -> np.ndarray:
    """The correlation of each item with the sum of all others. `points` is (submissions, items); nan where one of the
    two does not vary."""
    rest = points.sum(axis=1, keepdims=True) - points
    a, b = points - points.mean(axis=0), rest - rest.mean(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        found = (a * b).sum(axis=0) / np.sqrt((a**2).sum(axis=0) * (b**2).sum(axis=0))
    varies = (np.ptp(points, axis=0) > 0) & (np.ptp(rest, axis=0) > 1e-9)
    return np.where(varies, found, np.nan)


def cronbach_alpha(points: np.ndarray) -> float | None:
    """`points` is (submissions, items). None for fewer than two items, too few submissions, or equal scores."""
    submissions, items = points.shape
    if items < 2 or submissions < ENOUGH or np.isnan(points).any() or np.ptp(points.sum(axis=1)) == 0:
        return None
    return float(items / (items - 1) * (1 - points.var(axis=0, ddof=1).sum() / points.sum(axis=1).var(ddof=1)))


def _points(
    reports: list[Report],
    names: list[tuple[str, str]],
    parts: Callable[[CellReport], list[tuple[str, CheckReport | CellReport]]],
) -> tuple[np.ndarray, np.ndarray]:
    """Points and highest points, (submissions, items) each; nan where a submission does not have the item."""
    place = {name: number for number, name in enumerate(names)}
    points = np.full((len(reports), len(names)), np.nan)
    highest = points.copy()
    for row, report in enumerate(reports):
        for cell in report.cells:
            for name, part in parts(cell):
                column = place.get((cell.grade_id, name))
                if column is not None and part.points is not None:
                    points[row, column], highest[row, column] = part.points, part.max_points
    return points, highest


def _items(names: list[tuple[str, str]], sentences: list[str], points: np.ndarray, highest: np.ndarray) -> list[Item]:
    is_enough = len(points) >= ENOUGH and not np.isnan(points).any()
    told = discriminations(points) if is_enough else np.full(len(names), np.nan)
    items = []
    for number, ((grade_id, _), sentence) in enumerate(zip(names, sentences, strict=True)):
        is_judged = highest[:, number] > 0
        shares = points[is_judged, number] / highest[is_judged, number]
        difficulty = float(shares.mean()) if len(shares) else None
        discrimination = None if np.isnan(told[number]) else float(told[number])
        flags = _flags(difficulty, discrimination) if len(shares) >= ENOUGH else []
        items.append(Item(grade_id, sentence, len(shares), difficulty, discrimination, flags))
    return items


def _flags(difficulty: float | None, discrimination: float | None) -> list[str]:
    flags = {
        EVERYBODY: difficulty == 1,
        NOBODY: difficulty == 0,
        NEGATIVE: discrimination is not None and discrimination < 0,
    }
    return [flag for flag, is_set in flags.items() if is_set]

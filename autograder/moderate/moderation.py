"""What a score is after moderation: decisions on questions first, then curves, then caps. Pure functions of reports."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from autograder.errors import CourseError
from autograder.records import CellReport, CheckReport, Report, total
from autograder.wording import number, one_line, score

_DIGITS = 2  # of a score that was moderated
_NOISE = 9  # digits behind which there is only the noise of floating point


class Drop(msgspec.Struct, tag="drop", frozen=True):
    """A blank does not count."""

    blank: str


class Reweight(msgspec.Struct, tag="reweight", frozen=True):
    """A blank counts as so many points beside the others."""

    blank: str
    points: float


class Accept(msgspec.Struct, tag="accept", frozen=True):
    """What was taken for a mistake is right: a `mistake` by name, or where that is empty a `value`."""

    blank: str
    mistake: str = ""
    value: Any = None  # a plain JSON value


class Curve(msgspec.Struct, tag="curve", frozen=True):
    """Scores are multiplied by `scale`, then `add` is added. No score falls unless the curve may `lower`.

    `mean` is what somebody asked for and `add` was computed from.
    """

    scale: float = 1.0
    add: float = 0.0
    lower: bool = False
    mean: float | None = None


class Cap(msgspec.Struct, tag="cap", frozen=True):
    """No score is above `points`; those of `late` submissions only, if it says so."""

    points: float
    late: bool = False


class Undo(msgspec.Struct, tag="undo", frozen=True):
    """The decision of that number does not hold; if that is an undo itself, what it had undone holds again."""

    number: int


What = Drop | Reweight | Accept | Curve | Cap | Undo


class Decision(msgspec.Struct, frozen=True):
    """A line of the log."""

    number: int
    time: datetime
    who: str
    reason: str
    what: What


class ModeratedBlank(msgspec.Struct, frozen=True):
    """A blank as it counts in the end, before curves and caps; `by` are the decisions on it that changed it."""

    grade_id: str
    points: float | None
    max_points: float
    by: list[Decision]


class Moderated(msgspec.Struct, frozen=True):
    """A student's score before (`raw_points`) and after; `by` are the decisions that changed it, in order.

    `by_hand` is what a person gave in nbgrader's gradebook, or took; of all that, `late_cost` was taken for being late.
    """

    student: str
    raw_points: float | None
    points: float | None
    max_points: float
    blanks: list[ModeratedBlank]
    by: list[Decision]
    late_cost: float = 0.0
    by_hand: float = 0.0

    @property
    def is_changed(self) -> bool:
        return bool(self.by or self.late_cost or self.by_hand)


def in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that hold, in the log's order; undos are not among them."""
    undone = undone_by(decisions)
    return [each for each in decisions if each.number not in undone and not isinstance(each.what, Undo)]


def undone_by(decisions: Sequence[Decision]) -> dict[int, int]:
    """For each decision that does not hold, the number of the undo that holds against it."""
    undone: dict[int, int] = {}
    for each in reversed(decisions):  # an undo is younger than what it undoes
        if isinstance(each.what, Undo) and each.number not in undone:
            undone[each.what.number] = each.number
    return undone


def moderated(report: Report, decisions: Sequence[Decision], is_late: bool = False) -> Moderated:
    """The score under these decisions. An unknown score stays unknown, unless all that is unknown in it was dropped.

    Raises CourseError where no question is left that counts.
    """
    holding = in_force(decisions)
    blanks, points = _questions(report, holding)
    by = [each for each in holding if points is not None and any(each in blank.by for blank in blanks)]
    for each in holding:
        if isinstance(each.what, Curve) and points is not None:
            points, before = curved(points, each.what, report.max_points), points
            by += [each] if points != before else []
    for each in holding:
        if isinstance(each.what, Cap) and points is not None and (is_late or not each.what.late):
            points, before = min(points, each.what.points), points
            by += [each] if points != before else []
    return Moderated(report.student, report.points, points, report.max_points, blanks, by)


def in_the_end(found: Moderated, points: float, late_cost: float) -> Moderated:
    """With what a person gave or took, so that there are so many points before, and less what being late costs."""
    by_hand = round(points - (found.points or 0.0), _NOISE)
    rest = max(0.0, round(points - late_cost, _NOISE))
    return msgspec.structs.replace(found, points=rest, late_cost=late_cost, by_hand=by_hand)


def with_points(report: Report, given: Mapping[str, float]) -> Report:
    """The report with the points that a person gave in the place of ours."""
    if not given:
        return report
    cells = [msgspec.structs.replace(cell, points=given.get(cell.grade_id, cell.points)) for cell in report.cells]
    return msgspec.structs.replace(report, cells=cells, points=total([cell.points for cell in cells]))


def sum_in_the_gradebook(report: Report) -> float:
    """nbgrader counts nothing for a question whose points are unknown."""
    return total([cell.points or 0.0 for cell in report.cells]) or 0.0


def curved(points: float, curve: Curve, max_points: float) -> float:
    """The linear map of the curve, held between 0 and the maximum."""
    mapped = _clamped(_rounded(curve.scale * points + curve.add), max_points)
    return mapped if curve.lower else max(points, mapped)


def add_for_mean(scores: Sequence[float], mean: float, max_points: float) -> float:
    """How much has to be added to each score, held between 0 and the maximum, for the mean to be `mean`."""
    low, high = -max_points, max_points
    for _ in range(60):  # the mean grows with what is added: halving finds it
        middle = (low + high) / 2
        if math.fsum(_clamped(each + middle, max_points) for each in scores) < mean * len(scores):
            low = middle
        else:
            high = middle
    return _rounded(high)


def said(what: What) -> str:
    """A decision in words."""
    match what:
        case Drop(blank):
            return f"'{one_line(blank)}' does not count"
        case Reweight(blank, points):
            return f"the weight of '{one_line(blank)}' is {number(points)}"
        case Accept(blank, mistake, value):
            answer = f"what was called {one_line(mistake)}" if mistake else one_line(json.dumps(value))
            return f"in '{one_line(blank)}', {answer} is right, too"
        case Curve(scale, add, _, mean):
            times = f"every score is multiplied by {number(scale)}" if scale != 1 else ""
            plus = f"{number(add)} is added to every score" if add or not times else ""
            wanted = f"for a mean of {number(mean)}" if mean is not None else ""
            return ", ".join(part for part in (times, plus, wanted) if part)
        case Cap(points, late):
            return f"no score {'of a late submission ' if late else ''}is above {number(points)}"
        case Undo(undone):
            return f"decision {undone} is undone"


def kind(what: What) -> str:
    """A decision in words that tell of no question and no answer, for who may see the score only."""
    match what:
        case Drop() | Reweight():
            return "what the questions count was changed"
        case Accept():
            return "another answer was accepted"
    return said(what)


def explained(decision: Decision) -> str:
    """A decision and its reason."""
    return f"{said(decision.what)} ({one_line(decision.reason)})"


def note(found: Moderated | None) -> str:
    """The score before moderation, and why it changed; empty where it did not."""
    if not found or not found.is_changed:
        return ""
    why = [*map(explained, found.by), *told_besides(found)]
    return f"{score(found.raw_points, found.max_points)} as graded: {'; '.join(why)}"


def told_besides(found: Moderated) -> list[str]:
    """What else has changed the score than decisions."""
    more = f"{'+' if found.by_hand > 0 else '-'}{number(abs(found.by_hand))} points by hand"
    late = f"handed in late, which costs {number(found.late_cost)} points"
    return [*([more] if found.by_hand else []), *([late] if found.late_cost else [])]


def _questions(report: Report, holding: list[Decision]) -> tuple[list[ModeratedBlank], float | None]:
    """The blanks after the decisions on questions, and the score, which is rounded once."""
    weights = _weights(report, holding)
    scale = _scale(report, weights) if weights else None
    blanks, parts = [], []
    for cell in report.cells:
        points, by = _accepted(cell, report, holding)
        weight = weights.get(cell.grade_id, cell.max_points)
        if weight == 0.0 and cell.grade_id in weights:
            points = points or 0.0  # whatever it was, known or not: it does not count
        parts.append(None if points is None else _weighed(points, cell, weight))
        by += [each for each in holding if _weighs(each, cell.grade_id)]
        blanks.append(ModeratedBlank(cell.grade_id, _scaled(parts[-1], scale), _scaled(weight, scale) or 0.0, by))
    if not any(blank.by for blank in blanks):
        return blanks, report.points
    points = _scaled(total(parts), scale)
    return blanks, None if points is None else _clamped(points, report.max_points)


def _weights(report: Report, holding: list[Decision]) -> dict[str, float]:
    """What the blanks count that do not count as they did; the last decision on a blank holds."""
    names = {cell.grade_id for cell in report.cells}
    weights: dict[str, float] = {}
    for each in holding:
        match each.what:
            case Drop(blank) if blank in names:
                weights[blank] = 0.0
            case Reweight(blank, points) if blank in names:
                weights[blank] = points
    return weights


def _scale(report: Report, weights: dict[str, float]) -> float:
    """What makes the maximum of all that is left the maximum that it was."""
    left = math.fsum(weights.get(cell.grade_id, cell.max_points) for cell in report.cells)
    if left <= 0:
        raise CourseError(report.assignment, "no question is left that counts", "Leave one in, or undo a decision")
    return report.max_points / left


def _weighed(points: float, cell: CellReport, weight: float) -> float:
    if weight == cell.max_points:  # as it was, without the noise of a division
        return points
    return points / cell.max_points * weight if cell.max_points else 0.0


def _accepted(cell: CellReport, report: Report, holding: list[Decision]) -> tuple[float | None, list[Decision]]:
    """A blank's points with all answers that were accepted, and the decisions that gave some of them."""
    if cell.points is None:
        return None, []
    by: list[Decision] = []
    right: set[str] = set()
    for each in holding:
        if isinstance(each.what, Accept) and each.what.blank == cell.grade_id:
            failed = [check for check in cell.checks if check.outcome == "failed" and check.name not in right]
            now = {check.name for check in failed if _is_accepted(check, each.what)}
            right |= now
            by += [each] if now else []
    if not by:
        return cell.points, []
    points = total([check.max_points if check.name in right else check.points for check in cell.checks])
    return max(cell.points, points or 0.0), by  # somebody may have given more by hand


def _is_accepted(check: CheckReport, what: Accept) -> bool:
    return check.diagnosis == what.mistake if what.mistake else is_same(check.answer, what.value)


def is_same(answer: Any, accepted: Any) -> bool:
    """Whether a student gave the accepted value: letters in either case, numbers up to noise."""
    if answer is None:
        return False
    if isinstance(answer, str) or isinstance(accepted, str):
        return str(answer).strip().casefold() == str(accepted).strip().casefold()
    if isinstance(answer, list) and isinstance(accepted, list):
        return len(answer) == len(accepted) and all(map(is_same, answer, accepted))
    if isinstance(answer, bool) or isinstance(accepted, bool):
        return answer is accepted
    if isinstance(answer, int | float) and isinstance(accepted, int | float):
        return math.isclose(answer, accepted, rel_tol=1e-6, abs_tol=1e-12)
    return bool(answer == accepted)


def _weighs(decision: Decision, blank: str) -> bool:
    return isinstance(decision.what, Drop | Reweight) and decision.what.blank == blank


def _scaled(points: float | None, scale: float | None) -> float | None:
    """Points where the weights of questions have changed; they are not rounded where these have not."""
    return points if points is None or scale is None else _rounded(points * scale)


def _rounded(points: float) -> float:
    return round(round(points, _NOISE), _DIGITS)


def _clamped(points: float, max_points: float) -> float:
    return min(max(points, 0.0), max_points)

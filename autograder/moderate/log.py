"""The log of an assignment's moderation: decisions are added, never changed; an undo is a decision, too."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from math import isfinite
from pathlib import Path
from types import MappingProxyType

import msgspec

from autograder.course.course import Assignment
from autograder.errors import CourseError
from autograder.files import append, read_lines
from autograder.moderate.moderation import (
    Accept,
    Cap,
    Curve,
    Decision,
    Drop,
    Moderated,
    Reweight,
    Undo,
    What,
    in_force,
    in_the_end,
    moderated,
    said,
    sum_in_the_gradebook,
    undone_by,
    with_points,
)
from autograder.nbgrader_host.database import Booked, booked, lateness
from autograder.records import CellReport, CheckReport, Report, blanks
from autograder.wording import number, one_line


def read_log(assignment: Assignment) -> list[Decision]:
    """All decisions in order. Raises CourseError for a line that is none: scores would silently be others."""
    path = _path(assignment)
    found = []
    for line, text in enumerate(read_lines(path), start=1):
        try:
            found.append(msgspec.json.decode(text, type=Decision))
        except msgspec.MsgspecError as error:
            raise CourseError(f"{path}, line {line}", str(error), "Put back the line that was there") from None
        if found[-1].number != line:
            raise CourseError(f"{path}, line {line}", f"it is decision {found[-1].number}", "Put back what was there")
    return found


def next_decision(log: Sequence[Decision], what: What, reason: str, who: str, time: datetime) -> Decision:
    return Decision(len(log) + 1, time, who, reason, what)


def add_to_log(assignment: Assignment, decision: Decision) -> None:
    """Raises CourseError if somebody else has decided since the log was read."""
    path = assignment.private_folder() / _path(assignment).name
    try:
        append(path, msgspec.json.encode(decision), after=decision.number - 1)
    except FileExistsError:
        raise CourseError(path, "somebody else has decided in the meantime", "Look at the preview again") from None


def check_decision(decision: Decision, log: Sequence[Decision], reports: list[Report]) -> None:
    """Raise CourseError where a decision makes no sense for this class."""
    what = decision.what
    if not one_line(decision.reason):
        raise CourseError("--reason", "it is empty", "Say why: students read it on their pages")
    match what:
        case Drop(blank):
            _blank(blank, reports)
        case Reweight(blank, points):
            if not _blank(blank, reports).max_points:
                raise CourseError(blank, "it has no points that could be more or less", "Its checks give the points")
            if not (isfinite(points) and points > 0):
                raise CourseError(
                    f"reweight {blank}", f"{number(points)} is no weight", f"To leave it out: drop {blank}"
                )
        case Accept():
            _check_answer(what, reports)
        case Curve():
            _check_curve(what)
        case Cap(points):
            highest = max(report.max_points for report in reports)
            if not 0 <= points <= highest:
                raise CourseError(
                    "cap", f"{number(points)} is not between 0 and the maximum of {number(highest)} points"
                )
        case Undo(undone):
            _check_undo(undone, log)
    for report in reports:
        moderated(report, [*log, decision])


def class_moderation(assignment: Assignment, reports: Sequence[Report]) -> dict[str, Moderated]:
    """Everybody's score that counts in the end, by student: nbgrader's own. Empty where no decision holds, nobody's
    score was changed by hand and nobody paid for being late."""
    decisions = read_log(assignment)
    found = moderate_class(decisions, reports, late_students(assignment, decisions), booked(assignment))
    return found if in_force(decisions) or any(each.is_changed for each in found.values()) else {}


def moderate_class(
    decisions: Sequence[Decision],
    reports: Sequence[Report],
    late: Collection[str],
    books: Mapping[str, Booked] = MappingProxyType({}),
) -> dict[str, Moderated]:
    """`late` are those whom a cap for late ones concerns; who is in the `books` has the score that stands there."""
    found = {}
    for report in reports:
        found[report.student] = moderated(report, decisions, report.student in late)
        book = books.get(report.student)
        if book and _with_manual(report, book, decisions, late).points is not None:
            found[report.student] = in_the_end(found[report.student], book.score, book.late_cost)
    return found


def foreseen(
    before: Sequence[Decision],
    after: Sequence[Decision],
    reports: Sequence[Report],
    late: tuple[Collection[str], Collection[str]],
    books: Mapping[str, Booked],
) -> dict[str, Moderated]:
    """What everybody's score will be when the decisions `before` have become those `after`, who is `late` likewise.

    What being late costs is taken for the part of the score that it is now.
    """
    found = {}
    for report in reports:
        if book := books.get(report.student):
            there, coming = (
                _with_manual(report, book, log, whom).points for log, whom in zip((before, after), late, strict=True)
            )
            known = sum_in_the_gradebook(with_points(report, book.manual))
            moved = (known if coming is None else coming) - (known if there is None else there)
            score = round(book.score + moved, 6)
            cost = round(book.late_cost * score / book.score, 6) if book.score else book.late_cost
            found[report.student] = Booked(score, cost, book.manual)
    return moderate_class(after, reports, late[1], found)


def _with_manual(report: Report, book: Booked, decisions: Sequence[Decision], late: Collection[str]) -> Moderated:
    return moderated(with_points(report, book.manual), decisions, report.student in late)


def late_students(assignment: Assignment, decisions: Sequence[Decision]) -> set[str]:
    """Who was late, each by their own deadline; asked only where a decision is about it."""
    return set(lateness(assignment)) if asks_who_was_late(decisions) else set()


def asks_who_was_late(decisions: Sequence[Decision]) -> bool:
    return any(isinstance(each.what, Cap) and each.what.late for each in in_force(decisions))


def log_table(log: Sequence[Decision]) -> str:
    """Each decision: number, time, who, what, why, and whether it was undone."""
    undone = undone_by(log)
    lines = []
    for each in log:
        end = f"; undone by decision {undone[each.number]}" if each.number in undone else ""
        lines.append(f"{each.number}  {each.time:%Y-%m-%d %H:%M} UTC  {one_line(each.who)}: {said(each.what)}{end}")
        lines.append(f"{' ' * len(str(each.number))}  {one_line(each.reason)}")
    return "\n".join(lines)


def _path(assignment: Assignment) -> Path:
    return assignment.exam_folder / "moderation.jsonl"


def _blank(name: str, reports: list[Report]) -> CellReport:
    there = blanks(reports)
    if name not in there:
        raise CourseError(name, "there is no such blank", f"The blanks are: {', '.join(there)}")
    return there[name]


def _check_answer(what: Accept, reports: list[Report]) -> None:
    _blank(what.blank, reports)
    if (what.value is None) == (not what.mistake):
        raise CourseError(f"accept {what.blank}", "it has to be told which answer", "Say one of --mistake and --value")
    if what.value is not None:
        if all(check.answer is None for report in reports for check in _checks(report, what.blank)):
            raise CourseError(
                f"accept {what.blank}", "no report holds what students answered there", "Accept it by --mistake"
            )
        return
    made = sorted({check.diagnosis for report in reports for check in _checks(report, what.blank) if check.diagnosis})
    if what.mistake not in made:
        known = f"The mistakes made there are: {', '.join(made)}" if made else "No mistake there has a name"
        raise CourseError(f"accept {what.blank}", f"nobody's answer was called {what.mistake}", known)


def _check_curve(what: Curve) -> None:
    if not (isfinite(what.scale) and isfinite(what.add) and what.scale > 0):
        raise CourseError("curve", "it would not keep the order of scores", "Multiply by a number above 0")
    if (what.scale < 1 or what.add < 0) and not what.lower:
        raise CourseError("curve", "scores would fall", "If that is meant, say --lower")


def _check_undo(undone: int, log: Sequence[Decision]) -> None:
    if not 1 <= undone <= len(log):
        last = f"The last one is {len(log)}" if log else "The log is empty"
        raise CourseError(f"undo {undone}", "there is no such decision", last)
    if undone in (by := undone_by(log)):
        raise CourseError(
            f"undo {undone}", f"decision {by[undone]} has undone it", f"To have it again: undo {by[undone]}"
        )


def _checks(report: Report, blank: str) -> list[CheckReport]:
    return [check for cell in report.cells if cell.grade_id == blank for check in cell.checks]

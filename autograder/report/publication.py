"""What students may see of an assignment, and when: pages that hold no more than that."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec

from autograder.course.course import Assignment
from autograder.course.rules import Rules
from autograder.errors import CourseError
from autograder.files import append, page_name, read_lines
from autograder.moderate.log import class_moderation
from autograder.moderate.moderation import Moderated, kind, moderated, told_besides
from autograder.records import Report
from autograder.report.pages import page_templates, write_page


class Shown(NamedTuple):
    """What may be seen. A check shows its points: without the score no checks are shown."""

    score: bool = False
    checks: bool = False
    solution: bool = False

    def __str__(self) -> str:
        names = [name for name, is_shown in zip(self._fields, self, strict=True) if is_shown]
        return ", ".join(names) or "nothing"


class Publication(msgspec.Struct, frozen=True):
    """A line of the log of publications."""

    time: datetime
    who: str
    shown: list[str]


class Published(NamedTuple):
    """What came of publishing: the pages, what they show, and in a sentence when more will be."""

    pages: list[Path]
    shown: Shown
    more: str


def shown_at(rules: Rules | None, is_published: bool, now: datetime) -> Shown:
    """What may be seen at a time. Without rules: score and checks, once published.

    Nothing is shown before the exam is over for everybody, whoever has more time included; publication or not.
    """
    if rules is None:
        return Shown(score=is_published, checks=is_published)
    if now <= rules.over:
        return Shown()
    score, checks, solution = (rules.is_shown(part, now, is_published) for part in ("score", "checks", "solution"))
    return Shown(score, score and checks, solution)


def shown_now(assignment: Assignment, now: datetime) -> Shown:
    """What students may see of this assignment now. One without rules is not an exam: nbgrader's feedback is free."""
    if assignment.rules is None:
        return Shown(score=True, checks=True)
    return shown_at(assignment.rules, bool(publications(assignment)), now)


def refuse_checks(assignment: Assignment, what: str, now: datetime) -> None:
    """Raises CourseError as long as students may not see the checks, which `what` would show."""
    if not shown_now(assignment, now).checks:
        raise CourseError(
            what,
            "it tells how each check ended, and the exam's rules do not show that to students now",
            f"What they may see is written by: autograder publish {assignment.name}",
        )


def publications(assignment: Assignment) -> list[Publication]:
    """All publications, the oldest first."""
    path = _log(assignment)
    try:
        return [msgspec.json.decode(line, type=Publication) for line in read_lines(path)]
    except msgspec.MsgspecError as error:
        raise CourseError(path, str(error), "Put back what was there") from None


def publish_results(assignment: Assignment, reports: list[Report], who: str, now: datetime) -> Published:
    """Mark the results as published and write what students may see now; pages that show more are taken away.

    Before the close nothing is marked or written.
    """
    rules = assignment.rules
    if rules and now <= rules.over:
        later = shown_at(rules, True, rules.over + timedelta(seconds=1))
        over = rules.over.astimezone(rules.opens.tzinfo).isoformat(" ", "minutes")
        return Published([], Shown(), f"the exam is over for everybody at {over}; publish then: {later}")
    shown = shown_at(rules, True, now)
    _note(assignment, Publication(now, who, [name for name in Shown._fields if getattr(shown, name)]))
    pages = write_published(assignment, reports, shown)
    never = [name for name, is_shown in zip(Shown._fields, shown, strict=True) if not is_shown]
    return Published(pages, shown, f"never shown: {', '.join(never)}" if never else "there is no more to show")


def write_published(assignment: Assignment, reports: list[Report], shown: Shown) -> list[Path]:
    """Write each student's page with what is `shown` and nothing else; returns their paths."""
    folder = assignment.course.gradebook / "published" / assignment.name
    moderation = class_moderation(assignment, reports)
    solutions = reference_solutions(assignment) if shown.solution else {}
    templates, title, pages = page_templates(), assignment.settings.title, []
    for report in reports if any(shown) else []:
        found = moderation.get(report.student)
        path = folder / page_name(report.student)
        if shown.checks:
            whole = templates.get_template("student.html.j2")
            page = whole.render(title=title, report=report, moderated=found, solutions=solutions)
        else:
            known = _score(report, found) if shown.score else {}
            reduced = templates.get_template("reduced.html.j2")
            page = reduced.render(title=title, student=report.student, known=known, solutions=solutions)
        write_page(path, page)
        pages.append(path)
    for path in set(folder.glob("*.html")) - set(pages):
        path.unlink()
    return pages


def reference_solutions(assignment: Assignment) -> dict[str, list[str]]:
    """The lines of each blank's reference solution, as students read them."""
    return {cell.grade_id: cell.without_markers().split("\n") for cell in assignment.lesson.blanks()}


def _score(report: Report, found: Moderated | None) -> dict[str, object]:
    """All that a page may hold that shows the score alone."""
    found = found or moderated(report, [])
    return {
        "points": found.points,
        "raw_points": found.raw_points,
        "max_points": found.max_points,
        "kinds": [
            *dict.fromkeys(kind(each.what) for each in found.by),
            *told_besides(found),
        ],
    }


def _log(assignment: Assignment) -> Path:
    return assignment.exam_folder / "publications.jsonl"


def _note(assignment: Assignment, publication: Publication) -> None:
    assignment.private_folder()
    append(_log(assignment), msgspec.json.encode(publication))

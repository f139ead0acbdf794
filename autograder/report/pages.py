"""The pages: one for each student, one for the class, and scores.csv beside them."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean, median
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from autograder import wording
from autograder.errors import CourseError
from autograder.files import page_name, write_whole
from autograder.moderate.moderation import Decision, Moderated, explained, told_besides
from autograder.records import CellReport, Circumstances, Picture, Report
from autograder.report import items, statistics
from autograder.report.drawing import histogram_alt, histogram_svg, picture_svg
from autograder.report.scores import scores_csv
from autograder.report.unnamed import Group

if TYPE_CHECKING:
    from jinja2 import Environment

_LATE = "late"


class Absent(msgspec.Struct):
    """Students without a report: who handed in nothing, and whose submission nobody has graded yet."""

    missing: list[str] = []
    ungraded: list[str] = []


def write_reports(
    reports: list[Report],
    title: str,
    absent: Absent,
    folder: Path,
    circumstances: Mapping[str, Circumstances] = MappingProxyType({}),
    in_course: bool = False,
    moderation: Mapping[str, Moderated] = MappingProxyType({}),
    decisions: Sequence[Decision] = (),
    alike: Sequence[Group] = (),
) -> Path:
    """Write `<student>.html`, `index.html` and `scores.csv` into `folder`; returns the path of the index.

    `in_course` tells that beside `folder` stands the course's page; `moderation` has the scores that count in the end,
    by student, `decisions` are those that hold, and `alike` answers without a name that fail alike.
    Raises CourseError if a student has two reports.
    """
    for student, count in Counter(report.student for report in reports).items():
        if count > 1:
            raise CourseError(folder, f"student '{student}' has {count} reports", "Delete all but one of them")
    reports = sorted(reports, key=lambda each: each.student)
    pages = page_templates()
    for report in reports:
        page = pages.get_template("student.html.j2").render(
            title=title, report=report, moderated=moderation.get(report.student), solutions={}
        )
        write_page(folder / page_name(report.student), page)
    write_page(folder / "scores.csv", scores_csv(reports, sorted({*absent.missing, *absent.ungraded}), moderation))
    page = _class_page(pages, reports, title, absent, circumstances, in_course, moderation, decisions, alike)
    write_page(folder / "index.html", page)
    return folder / "index.html"


def _class_page(
    pages: Environment,
    reports: list[Report],
    title: str,
    absent: Absent,
    circumstances: Mapping[str, Circumstances],
    in_course: bool,
    moderation: Mapping[str, Moderated],
    decisions: Sequence[Decision],
    alike: Sequence[Group],
) -> str:
    scores = statistics.known_scores([moderation.get(report.student, report) for report in reports])
    mistakes = statistics.mistakes(reports)
    flags = {report.student: _flags(report, circumstances) for report in reports}
    return pages.get_template("class.html.j2").render(
        title=title,
        reports=reports,
        missing=sorted(set(absent.missing)),
        ungraded=sorted(set(absent.ungraded)),
        scores=scores,
        mean=mean(scores) if scores else None,
        median=median(scores) if scores else None,
        max_points=statistics.max_points(reports),
        blanks=list(statistics.blanks(reports).values()),
        cells_of=_cells_of,
        **scores_drawn(scores, statistics.max_points(reports) or 0.0, "points"),
        analysis=items.analyse(reports),
        definitions=items.DEFINITIONS,
        ENOUGH=items.ENOUGH,
        saved=statistics.share_followed_through(reports),
        named=[each for each in mistakes if each.advice],
        unnamed=[each for each in mistakes if not each.advice],
        grader_errors=statistics.grader_errors(reports),
        odd=[report for report in reports if report.problems],
        unprotected=[report for report in reports if report.sandbox == "none"],
        late=[report for report in reports if _LATE in flags[report.student]],
        flags=flags,
        all_flags=sorted({flag for told in flags.values() for flag in told}),
        seconds={report.student: _seconds(circumstances.get(report.student)) for report in reports},
        in_course=in_course,
        moderation=moderation,
        decisions=decisions,
        alike=alike,
    )


def scores_drawn(scores: list[float], highest: float, unit: str) -> dict[str, Any]:
    """The histogram of a page and the same in words; both empty where there are no scores."""
    from markupsafe import Markup

    bins = statistics.score_bins(scores, highest) if scores else []
    if not bins:
        return {"histogram": "", "histogram_alt": ""}
    return {"histogram": Markup(histogram_svg(bins, scores, unit)), "histogram_alt": histogram_alt(bins, unit)}


def _cells_of(report: Report, blanks: list[CellReport]) -> list[CellReport | None]:
    """The report's cells in the order of the columns."""
    cells = {cell.grade_id: cell for cell in report.cells}
    return [cells.get(blank.grade_id) for blank in blanks]


def _seconds(found: Circumstances | None) -> str:
    return "" if found is None or found.seconds is None else f"{found.seconds:.2f}"


def _flags(report: Report, circumstances: Mapping[str, Circumstances]) -> list[str]:
    """What an instructor should know before trusting the row, and which limits were met."""
    told = {check.diagnosis for cell in report.cells for check in cell.checks}
    causes = " ".join(check.cause for cell in report.cells for check in cell.checks if check.outcome != "passed")
    flags = {
        "grader error": any(cell.points is None for cell in report.cells),
        "no sandbox": report.sandbox == "none",
        "odd file": bool(report.problems),
        _LATE: circumstances.get(report.student, Circumstances()).late_seconds > 0,
        "time limit": "did-not-finish" in told or "used all its time" in causes,
        "ended the program": "ended-the-program" in told,
    }
    return [flag for flag, is_set in flags.items() if is_set]


def page_templates() -> Environment:
    """The templates, with what they need to show numbers, links and pictures."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_without_controls,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters.update(number=wording.number, outcome=wording.outcome, remark=wording.remark, page=_link)
    pages.filters.update(csp=_csp, drawn=_drawn, entries=wording.entries_told)
    pages.filters.update(explained=explained, told_besides=told_besides)
    pages.tests["lost"] = wording.is_lost
    pages.globals.update(
        score=wording.score, checked=wording.checked, graded_bytes=wording.graded_bytes, NO_SANDBOX=wording.NO_SANDBOX
    )
    return pages


def _csp(script: str) -> str:
    """The part of a content security policy that allows this script and no other."""
    if not script:
        return ""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"; script-src 'sha256-{digest}'"


def _drawn(picture: Picture) -> Any:
    from markupsafe import Markup

    return Markup(_svg(msgspec.json.encode(picture)))


@functools.lru_cache(maxsize=256)  # students who make the same mistake see the same picture
def _svg(picture: bytes) -> str:
    return picture_svg(msgspec.json.decode(picture, type=Picture))


def _without_controls(value: Any) -> Any:
    """Every text that a template shows, except what is markup already."""
    return wording.printable(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _link(student: str) -> str:
    """The address of a student's page as seen from the index: its file name may hold % itself."""
    return quote(page_name(student))


def write_page(path: Path, text: str) -> None:
    """Write a page whose text may hold anything."""
    # A folder name that is not UTF-8 comes as a lone surrogate, and "\r\n" of a CSV must stay as it is.
    write_whole(path, text.encode("utf-8", "backslashreplace"))

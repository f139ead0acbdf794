"""The pages: one for each student, one for the class, and scores.csv beside them."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from autograder.errors import CourseError
from autograder.records import Report
from autograder.report import statistics, wording
from autograder.report.scores import scores_csv

if TYPE_CHECKING:
    from jinja2 import Environment

_LONGEST = 200  # file systems allow 255 bytes, with the ending


def write_reports(reports: list[Report], title: str, missing: list[str], folder: Path) -> Path:
    """Write `<student>.html`, `index.html` and `scores.csv` into `folder`; returns the path of the index.

    `missing` are the students who handed in nothing. Raises CourseError if a student has two reports.
    """
    for student, count in Counter(report.student for report in reports).items():
        if count > 1:
            raise CourseError(folder, f"student '{student}' has {count} reports", "Delete all but one of them")
    reports = sorted(reports, key=lambda each: each.student)
    missing = sorted(set(missing))
    folder.mkdir(parents=True, exist_ok=True)
    pages = _pages()
    for report in reports:
        page = pages.get_template("student.html.j2").render(title=title, report=report)
        _write(folder / page_name(report.student), page)
    _write(folder / "scores.csv", scores_csv(reports, missing))
    _write(folder / "index.html", _class_page(pages, reports, title, missing))
    return folder / "index.html"


def page_name(student: str) -> str:
    """The file name of a student's page: safe whatever the id is, another for each id, never index.html."""
    name = "".join(char if char.isascii() and (char.isalnum() or char in "_-.") else _quoted(char) for char in student)
    if name.startswith(".") or name.casefold() in ("", "index"):
        name = _quoted(student[:1]) + name[1:]
    if len(name) > _LONGEST:
        digest = hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()
        name = f"{name[: _LONGEST - 65]}~{digest}"  # no other name has a ~ in it
    return f"{name}.html"


def _quoted(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass")) or "%"


def _class_page(pages: Environment, reports: list[Report], title: str, missing: list[str]) -> str:
    from markupsafe import Markup

    from autograder.report.histogram import histogram_alt, histogram_svg

    scores = statistics.known_scores(reports)
    bins = statistics.score_bins(scores, statistics.max_points(reports) or 0.0) if scores else []
    mistakes = statistics.mistakes(reports)
    return pages.get_template("class.html.j2").render(
        title=title,
        reports=reports,
        missing=missing,
        scores=scores,
        mean=sum(scores) / len(scores) if scores else None,
        max_points=statistics.max_points(reports),
        blanks=list(statistics.blanks(reports).values()),
        histogram=Markup(histogram_svg(bins)) if bins else "",
        histogram_alt=histogram_alt(bins) if bins else "",
        shares=statistics.check_shares(reports),
        named=[each for each in mistakes if each.advice],
        unnamed=[each for each in mistakes if not each.advice],
        grader_errors=statistics.grader_errors(reports),
        odd=[report for report in reports if report.problems],
        unprotected=[report for report in reports if report.sandbox == "none"],
        flags={report.student: _flags(report) for report in reports},
    )


def _flags(report: Report) -> list[str]:
    """What an instructor should know before trusting the row."""
    flags = {
        "grader error": any(cell.points is None for cell in report.cells),
        "no sandbox": report.sandbox == "none",
        "odd file": bool(report.problems),
    }
    return [flag for flag, is_set in flags.items() if is_set]


def _pages() -> Environment:
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
    pages.globals.update(score=wording.score, NO_SANDBOX=wording.NO_SANDBOX)
    return pages


def _without_controls(value: Any) -> Any:
    """Every text that a template shows, except what is markup already."""
    return wording.printable(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _link(student: str) -> str:
    """The address of a student's page as seen from the index: its file name may hold % itself."""
    return quote(page_name(student))


def _write(path: Path, text: str) -> None:
    # A folder name that is not UTF-8 comes as a lone surrogate, and "\r\n" of a CSV must stay as it is.
    path.write_text(text, "utf-8", "backslashreplace", newline="")

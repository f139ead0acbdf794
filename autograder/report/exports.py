"""Reports for other systems: Gradescope, Canvas, Moodle, JSON Lines, JUnit.

Each format is a function from reports to the bytes of a file; the same reports give the same bytes. A score that is not
known, and a student who handed in nothing, never become 0. Where scores are moderated, those count; beside them stands
what they were, and why they changed. What students read comes from `wording`.
"""

from __future__ import annotations

import csv
import html
import io
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from xml.etree import ElementTree

import msgspec

from autograder.errors import CourseError
from autograder.files import page_name, write_all_whole
from autograder.moderate.moderation import Moderated, note
from autograder.records import CheckReport, Report
from autograder.report.scores import points_field, text_field
from autograder.report.statistics import max_points
from autograder.wording import FOLLOWED_THROUGH, NO_SANDBOX, NOT_GRADED, mistake, one_line, remark, score

Moderation = Mapping[str, Moderated]  # by student; empty where nothing is moderated
NONE: Moderation = MappingProxyType({})
_NO_GRADE = "-"  # Moodle's own word for it


def gradescope_results(report: Report, moderation: Moderation = NONE) -> bytes:
    """One submission as Gradescope's `results.json`: one test a check, numbered by blank.

    https://gradescope-autograders.readthedocs.io/en/latest/specs/
    """
    found = moderation.get(report.student)
    points = (found or report).points
    known = points is not None
    # A check that could not be judged is a test without a score, which Gradescope allows, and the whole has no score of
    # its own. Gradescope then adds up the others, which is too low: so no student sees a total ("if test cases are
    # hidden, students will not be able to see their total score") until somebody has looked and published it.
    visibility = "visible" if known else "after_published"
    tests = [
        {
            "name": f"{one_line(cell.grade_id)}: {one_line(check.sentence)}",
            "name_format": "text",
            "number": f"{blank}.{number}",
            **({} if check.points is None else {"score": check.points, "max_score": check.max_points}),
            "status": "passed" if check.outcome == "passed" else "failed",
            "output": "\n".join(_seen(check)),
            "output_format": "text",
            "visibility": visibility,
        }
        for blank, cell in enumerate(report.cells, start=1)
        for number, check in enumerate(cell.checks, start=1)
    ]
    results = {
        **({"score": points} if known else {}),
        "output": "\n".join([f"score: {score(points, report.max_points)}", *_notices(report, found)]),
        "output_format": "text",  # or Gradescope would take a student's markup for HTML
        "visibility": visibility,
        "stdout_visibility": "hidden",  # the instructor's: it has the causes of grader errors
        "tests": tests,
    }
    return msgspec.json.format(msgspec.json.encode(results), indent=2) + b"\n"


def canvas_csv(reports: list[Report], missing: list[str], title: str, moderation: Moderation = NONE) -> bytes:
    """The CSV that Canvas's gradebook imports; it finds a student by the SIS Login ID, which is our student's id.

    The columns are what Canvas itself looks for:
    https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb
    """
    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", text_field(title)]
    possible = ["Points Possible", "", "", "", "", points_field(max_points(reports))]
    students = [
        [text_field(student), "", "", text_field(student), "", points_field(_points(report, moderation))]
        for student, report in _everybody(reports, missing)
    ]
    return _csv([head, possible, *students])


def moodle_csv(reports: list[Report], missing: list[str], title: str, moderation: Moderation = NONE) -> bytes:
    """The CSV that Moodle's grade import takes; the columns are mapped there, the first one to `username`.

    https://docs.moodle.org/en/Grade_import
    """
    # An empty field of a new grade item would be stored as 0; "-" is no grade in a new item and in an old one:
    # https://github.com/moodle/moodle/blob/main/grade/import/csv/classes/load_data.php
    students = [
        [
            text_field(student),
            points_field(_points(report, moderation)) or _NO_GRADE,
            text_field(_feedback(report, moderation.get(student)) if report else ""),
        ]
        for student, report in _everybody(reports, missing)
    ]
    return _csv([["username", text_field(title), text_field(f"{title} feedback")], *students])


def json_lines(reports: list[Report], moderation: Moderation = NONE) -> bytes:
    """The whole records, one a line, causes of grader errors included: for instructors (https://jsonlines.org).
    Moderation is a field of its own.

    The seed is left out: whoever has it can draw the hidden inputs.
    """
    lines = [msgspec.structs.asdict(report) for report in _sorted(reports)]
    for line in lines:
        del line["seed"]
        if found := moderation.get(line["student"]):
            line["moderated"] = found
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def junit_xml(reports: list[Report], title: str, moderation: Moderation = NONE) -> bytes:
    """JUnit XML as Jenkins reads it: a suite for each student, a case for each check.

    https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
    """
    root = ElementTree.Element("testsuites", name=one_line(title))
    for number, report in enumerate(_sorted(reports)):
        root.append(_suite(report, number, moderation.get(report.student)))
    for total in ("tests", "failures", "errors"):
        root.set(total, str(sum(int(suite.attrib[total]) for suite in root)))
    ElementTree.indent(root)
    return ElementTree.tostring(root, "utf-8", xml_declaration=True) + b"\n"


def moderation_csv(reports: list[Report], moderation: Moderation) -> bytes:
    """What Canvas has no column for: each score, what it was before moderation, and why it changed."""
    rows = [
        [text_field(report.student), points_field(found.points), points_field(report.points), text_field(note(found))]
        for report in _sorted(reports)
        for found in [moderation[report.student]]
    ]
    return _csv([["student", "points", "points_before_moderation", "moderation"], *rows])


class Class(msgspec.Struct, frozen=True):
    """What is exported: the reports, the students who handed in nothing, the assignment's title, the moderation."""

    reports: list[Report]
    missing: list[str]
    title: str
    moderation: Moderation = NONE


class Export(msgspec.Struct, frozen=True):
    """A target: its files and who reads them, as docs/exports.md has it, and how they are written, by name.

    One that `tells_checks` tells students how each check ended: it is refused as long as they may not see that.
    """

    name: str
    files: str
    reader: str
    write: Callable[[Class], dict[str, bytes]]
    tells_checks: bool = True


def _gradescope_files(given: Class) -> dict[str, bytes]:
    names = {report.student: page_name(report.student).removesuffix(".html") + ".json" for report in given.reports}
    return {names[report.student]: gradescope_results(report, given.moderation) for report in given.reports}


def _canvas_files(given: Class) -> dict[str, bytes]:
    files = {"canvas.csv": canvas_csv(given.reports, given.missing, given.title, given.moderation)}
    return {**files, "moderation.csv": moderation_csv(given.reports, given.moderation)} if given.moderation else files


def _moodle_files(given: Class) -> dict[str, bytes]:
    return {"moodle.csv": moodle_csv(given.reports, given.missing, given.title, given.moderation)}


def _json_files(given: Class) -> dict[str, bytes]:
    return {"reports.jsonl": json_lines(given.reports, given.moderation)}


def _junit_files(given: Class) -> dict[str, bytes]:
    return {"junit.xml": junit_xml(given.reports, given.title, given.moderation)}


EXPORTS = {
    each.name: each
    for each in (
        Export("canvas", "`canvas.csv`", "the import of Canvas's gradebook", _canvas_files, tells_checks=False),
        Export("moodle", "`moodle.csv`", "Moodle's grade import, with feedback", _moodle_files),
        Export("jsonl", "`reports.jsonl`", "programs: the whole records, one a line", _json_files, tells_checks=False),
        Export(
            "junit", "`junit.xml`", "whatever shows test results: Jenkins, GitLab", _junit_files, tells_checks=False
        ),
        Export(
            "gradescope", "`STUDENT.json`, one a student", "autograders of your own on Gradescope", _gradescope_files
        ),
    )
}


def export(
    reports: list[Report],
    missing: list[str],
    title: str,
    target: str,
    folder: Path,
    moderation: Moderation = NONE,
) -> list[Path]:
    """Write the files of one target into `folder`; returns their paths. Raises CourseError for a student with two
    reports, and for a target that there is not."""
    if target not in EXPORTS:
        raise CourseError(target, "there is no such export", f"The exports are: {', '.join(EXPORTS)}")
    for student, count in Counter(report.student for report in reports).items():
        if count > 1:
            raise CourseError(folder, f"student '{student}' has {count} reports", "Delete all but one of them")
    files = EXPORTS[target].write(Class(_sorted(reports), missing, title, moderation))
    write_all_whole({folder / name: content for name, content in files.items()})
    return [folder / name for name in files]


def _points(report: Report | None, moderation: Moderation) -> float | None:
    """The score that counts in the end."""
    return moderation.get(report.student, report).points if report else None


def _seen(check: CheckReport) -> list[str]:
    """What a student reads under a check, as on the page."""
    told = FOLLOWED_THROUGH if check.followed_through else "not run" if check.outcome == "not run" else ""
    return [text for text in (told, remark(check), mistake(check)) if text]


def _notices(report: Report, found: Moderated | None) -> list[str]:
    """What a student should know of the whole submission."""
    return [
        *([note(found)] if note(found) else []),
        *([f"a check {NOT_GRADED}"] if (found or report).points is None else []),
        *([NO_SANDBOX] if report.sandbox == "none" else []),
        *(one_line(problem) for problem in report.problems),
    ]


def _feedback(report: Report, found: Moderated | None) -> str:
    """A line a notice, then a line a blank that lost points; escaped, since Moodle shows imported feedback as HTML."""
    notices = _notices(report, found)
    lines = [*notices]
    for cell in report.cells:
        went_wrong = [check for check in cell.checks if check.outcome != "passed"]
        said = dict.fromkeys(mistake(check) if check.advice else remark(check) or check.outcome for check in went_wrong)
        if news := [text for text in said if text not in notices]:
            lines.append(f"{one_line(cell.grade_id)} ({score(cell.points, cell.max_points)} points): {'; '.join(news)}")
    return html.escape("\n".join(lines))


def _suite(report: Report, number: int, found: Moderated | None) -> ElementTree.Element:
    # Here and below: `one_line` leaves only printable characters, and XML 1.0 allows all of these.
    outcomes = Counter(check.outcome for cell in report.cells for check in cell.checks)
    suite = ElementTree.Element(
        "testsuite",
        name=one_line(report.student),
        id=str(number),
        tests=str(outcomes.total()),
        failures=str(outcomes["failed"]),
        errors=str(outcomes["grader error"]),
        skipped=str(outcomes["not run"]),
    )
    properties = _element(suite, "properties")
    for name, value in (("points", (found or report).points), ("max_points", report.max_points)):
        _element(properties, "property", name=name, value=points_field(value))
    if found:
        _element(properties, "property", name="points_before_moderation", value=points_field(report.points))
        _element(properties, "property", name="moderation", value=note(found))
    for cell in report.cells:
        # With the student in it, Jenkins does not take the same check of two students for one.
        place = f"{one_line(report.student)}.{one_line(cell.grade_id)}"
        for check in cell.checks:
            case = _element(suite, "testcase", classname=place, name=one_line(check.sentence))
            if check.outcome != "passed":
                _add_outcome(case, check)
    return suite


def _add_outcome(case: ElementTree.Element, check: CheckReport) -> None:
    tag = {"failed": "failure", "grader error": "error", "not run": "skipped"}[check.outcome]
    found = _element(case, tag, type=one_line(check.diagnosis) or check.outcome, message=remark(check))
    found.text = mistake(check)


def _element(parent: ElementTree.Element, tag: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, tag, attributes)


def _sorted(reports: list[Report]) -> list[Report]:
    return sorted(reports, key=lambda report: report.student)


def _everybody(reports: list[Report], missing: list[str]) -> list[tuple[str, Report | None]]:
    """Each student once, by id, with the report of who has one."""
    found: dict[str, Report | None] = {**dict.fromkeys(missing), **{report.student: report for report in reports}}
    return sorted(found.items(), key=lambda item: item[0])


def _csv(rows: Iterable[list[str]]) -> bytes:
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue().encode("utf-8", "backslashreplace")  # a folder name that is not UTF-8 is a lone surrogate

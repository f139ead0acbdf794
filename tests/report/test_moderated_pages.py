"""Moderated scores on every page and in every export, beside what they were."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from pathlib import Path

import pytest
from by_hand_class import course_with, log_of, report, three

from autograder.moderate.log import add_to_log, moderate_class
from autograder.moderate.moderation import Accept, Drop, Moderated
from autograder.report.course_page import write_course_page
from autograder.report.exports import EXPORTS, Class, export
from autograder.report.pages import Absent, write_reports
from autograder.report.scores import scores_csv

LOG = log_of(Accept("why", "why-b"), Drop("gate"))
BO = "7 of 10 as graded: 'gate' does not count (so it is fair)"


@pytest.fixture
def moderation() -> dict[str, Moderated]:
    return moderate_class(LOG, three(), ())


def text_of(path: Path) -> str:
    page = re.sub(r"<(style|script)>.*?</\1>", "", path.read_text("utf-8"), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_a_students_page(moderation: dict[str, Moderated], tmp_path: Path) -> None:
    write_reports(three(), "Midterm", Absent(), tmp_path, moderation=moderation, decisions=LOG)
    text = text_of(tmp_path / "ann.html")
    assert "Score 10 of 10 points" in text
    assert "The score was moderated Before it was 7 of 10 points." in text
    accepted = "in &#39;why&#39;, what was called why-b is right, too (so it is fair)"
    assert f"{accepted} &#39;gate&#39; does not count (so it is fair)" in text
    assert f"After moderation: 3.75 of 3.75 points, since {accepted}" in text
    assert "After moderation: 6.25 of 6.25 points train is right" in text


def test_the_class_page(moderation: dict[str, Moderated], tmp_path: Path) -> None:
    text = text_of(write_reports(three(), "Midterm", Absent(), tmp_path, moderation=moderation, decisions=LOG))
    assert "Mean score 7.92 of 10 points Median 7.5" in text
    assert (
        "The scores are moderated in &#39;why&#39;, what was called why-b is right, too (so it is fair), kim, 2" in text
    )
    assert "student score as graded changed by flags seconds" in text
    assert "bo 7.5 7 2 1 3 3 cy 6.25 2 1, 2 0 2 0 of 10 10 2 5 3" in text


def test_without_moderation_the_pages_are_the_same(tmp_path: Path) -> None:
    write_reports(three(), "Midterm", Absent(), tmp_path)
    assert all("oderat" not in text_of(path) for path in tmp_path.iterdir())


def test_the_course_page(tmp_path: Path) -> None:
    assignment = course_with(tmp_path, three())
    write_reports(three(), "Midterm", Absent(), assignment.report_path("ann").parent)
    for decision in LOG:
        add_to_log(assignment, decision)
    text = text_of(write_course_page(assignment.course))
    assert "Midterm 3 7.92 7.5 10" in text
    assert "cy 62 % 6.25 (2 before moderation)" in text


def test_scores_csv(moderation: dict[str, Moderated]) -> None:
    rows = list(csv.reader(io.StringIO(scores_csv(three(), ["dan"], moderation))))
    assert rows[0] == [
        "student",
        "points",
        "max_points",
        "points_before_moderation",
        "moderation",
        *("gate", "train", "why"),
    ]
    assert rows[2] == ["bo", "7.5", "10", "7", BO, "1", "3", "3"]
    assert rows[4] == ["dan", "", "10", "", "", "", "", ""]


def test_canvas_has_a_file_beside_it(moderation: dict[str, Moderated], tmp_path: Path) -> None:
    paths = export(three(), ["dan"], "Midterm", "canvas", tmp_path, moderation)
    assert [path.name for path in paths] == ["canvas.csv", "moderation.csv"]
    assert "bo,,,bo,,7.5\n" in paths[0].read_text()
    assert f"bo,7.5,7,{BO}\n" in paths[1].read_text()
    assert [path.name for path in export(three(), [], "Midterm", "canvas", tmp_path)] == ["canvas.csv"]


def test_the_other_exports(moderation: dict[str, Moderated]) -> None:
    written = {target: EXPORTS[target].write(Class(three(), ["dan"], "Midterm", moderation)) for target in EXPORTS}
    gradescope = json.loads(written["gradescope"]["bo.json"])
    assert (gradescope["score"], gradescope["output"]) == (7.5, f"score: 7.5 of 10\n{BO}")
    moodle = list(csv.reader(io.StringIO(written["moodle"]["moodle.csv"].decode())))
    assert moodle[2][:2] == ["bo", "7.5"]
    assert html.unescape(moodle[2][2]).splitlines()[0] == BO
    record = json.loads(written["jsonl"]["reports.jsonl"].splitlines()[1])
    assert (record["points"], record["moderated"]["points"]) == (7.0, 7.5)
    junit = written["junit"]["junit.xml"].decode()
    assert '<property name="points" value="7.5" />' in junit
    assert '<property name="points_before_moderation" value="7" />' in junit
    assert f'<property name="moderation" value="{BO}" />' in junit


def test_an_unknown_score_stays_unknown_everywhere() -> None:
    unknown = [report("dan", {"gate": 2.0, "train": None, "why": 3.0})]
    moderation = moderate_class(LOG, unknown, ())
    assert "\r\ndan,,10,,,2,,3\r\n" in scores_csv(unknown, [], moderation)
    assert EXPORTS["canvas"].write(Class(unknown, [], "Midterm", moderation))["canvas.csv"].endswith(b"dan,,,dan,,\r\n")
    assert "score" not in json.loads(EXPORTS["gradescope"].write(Class(unknown, [], "Midterm", moderation))["dan.json"])


def test_a_dropped_question_makes_no_score_unknown_anywhere(tmp_path: Path) -> None:
    graded = [report("dan", {"gate": None, "train": 4.0, "why": 3.0})]
    moderation = moderate_class(LOG, graded, ())
    assert "\r\ndan,8.75,10,,unknown of 10 as graded: 'gate' does not count (" in scores_csv(graded, [], moderation)
    given = Class(graded, [], "Midterm", moderation)
    assert EXPORTS["canvas"].write(given)["canvas.csv"].endswith(b"dan,,,dan,,8.75\r\n")
    results = json.loads(EXPORTS["gradescope"].write(given)["dan.json"])
    assert (results["score"], "could not be graded, your teacher" in results["output"]) == (8.75, False)
    write_reports(graded, "Midterm", Absent(), tmp_path, moderation=moderation, decisions=LOG)
    text = text_of(tmp_path / "dan.html")
    assert "Score 8.75 of 10 points" in text
    assert "Before it was unknown of 10 points." in text

"""What students may see and when, and that the pages hold no more than that."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from by_hand_class import NOON, course_with, log_of, report, three

from autograder.course.course import Assignment
from autograder.course.rules import Rules, Shows
from autograder.errors import CourseError
from autograder.moderate.log import add_to_log
from autograder.moderate.moderation import Accept, Curve
from autograder.nbgrader_host.database import Booked
from autograder.report.publication import (
    Shown,
    publications,
    publish_results,
    reference_solutions,
    shown_at,
    shown_now,
    write_published,
)

HOUR = timedelta(hours=1)
LATER = NOON + HOUR + timedelta(seconds=1)
HOSTILE = "</pre><script>alert(1)</script><!-- \x1b[2J"
LESSON = f"""# %% [markdown]
# Midterm

# %% nbgrader={{"grade_id": "gate", "solution": true}}
### BEGIN SOLUTION
gate = 1  # {HOSTILE[:-5]}
### END SOLUTION

# %% nbgrader={{"grade_id": "gate_examples", "grade": true}}
gate

# %% nbgrader={{"grade_id": "why", "solution": true}}
def why():
    ### BEGIN SOLUTION
    return "a"
    ### END SOLUTION

# %% nbgrader={{"grade_id": "why_examples", "grade": true}}
why()
"""


def rules(**shows: str) -> Rules:
    """Closes at noon; bo has an hour more."""
    return Rules(
        opens=NOON - 2 * HOUR,
        closes=NOON,
        minutes=120,
        extra_minutes={"bo": 60},
        shows=Shows(**{"score": "after the close", "checks": "after publication", **shows}),
    )


@pytest.fixture
def midterm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Assignment:
    assignment = course_with(tmp_path, three())
    (assignment.folder / "midterm.py").write_text(LESSON)
    monkeypatch.setattr(Assignment, "rules", rules())
    monkeypatch.setattr("autograder.moderate.log.booked", lambda _: {"cy": Booked(2.0, 0.5, {})})
    return assignment


@pytest.mark.parametrize(
    ("time", "is_published", "shown"),
    [
        (NOON, True, Shown()),  # bo is still at work
        (LATER - timedelta(seconds=1), True, Shown()),
        (LATER, False, Shown(score=True)),
        (LATER, True, Shown(score=True, checks=True)),
    ],
)
def test_what_may_be_seen(time: datetime, is_published: bool, shown: Shown) -> None:
    assert shown_at(rules(), is_published, time) == shown


def test_other_rules() -> None:
    nothing = rules(score="nothing", checks="after the close")
    assert shown_at(nothing, True, LATER) == Shown()  # checks would tell the score
    solution = rules(score="nothing", checks="nothing", solution="after the close")
    assert shown_at(solution, False, LATER) == Shown(solution=True)
    assert shown_at(None, True, NOON) == Shown(score=True, checks=True)
    assert shown_at(None, False, NOON) == Shown()


def test_before_the_close_nothing_is_published(midterm: Assignment) -> None:
    done = publish_results(midterm, three(), "kim", NOON)
    assert (done.pages, str(done.shown)) == ([], "nothing")
    assert done.more == ("the exam is over for everybody at 2026-06-12 13:00+00:00; publish then: score, checks")
    assert not (midterm.course.gradebook / "published").exists()
    assert publications(midterm) == []


def test_after_the_close(midterm: Assignment) -> None:
    assert shown_now(midterm, LATER) == Shown(score=True)
    done = publish_results(midterm, three(), "kim", LATER)
    assert [path.name for path in done.pages] == ["ann.html", "bo.html", "cy.html"]
    assert (str(done.shown), done.more) == ("score, checks", "never shown: solution")
    assert [(each.who, each.time, each.shown) for each in publications(midterm)] == [
        ("kim", LATER, ["score", "checks"])
    ]
    assert shown_now(midterm, LATER) == Shown(score=True, checks=True)
    assert "Read on why." in done.pages[0].read_text()


def test_half_a_line_that_a_full_disk_left_publishes_nothing(midterm: Assignment) -> None:
    publish_results(midterm, three(), "kim", LATER)
    path = midterm.exam_folder / "publications.jsonl"
    path.write_bytes(path.read_bytes() + path.read_bytes()[:20])
    assert [each.who for each in publications(midterm)] == ["kim"]
    publish_results(midterm, three(), "lee", LATER)
    assert [each.who for each in publications(midterm)] == ["kim", "lee"]


def test_the_score_alone_tells_of_nothing_else(midterm: Assignment) -> None:
    for decision in log_of(Accept("why", "why-b"), Curve(add=0.5)):
        add_to_log(midterm, decision)
    path = write_published(midterm, three(), Shown(score=True))[0]
    html = path.read_text()
    text = " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL).split())
    assert text == (
        "Midterm: ann Midterm ann Score 10 of 10 points Before, the score was 7 of 10 points: "
        "another answer was accepted."
    )
    for secret in (
        "why",
        "train",
        "gate",
        "Read on",
        "is right",
        "is wrong",
        "so it is fair",
        "5eed",
        "<!--",
        "<script",
    ):
        assert secret not in html


@pytest.mark.parametrize("shown", [Shown(score=True), Shown(True, True)])
def test_what_being_late_costs_is_told(midterm: Assignment, shown: Shown) -> None:
    pages = {path.stem: path.read_text() for path in write_published(midterm, three(), shown)}
    assert "<strong>1.5</strong> of 10 points" in pages["cy"]
    assert "handed in late, which costs 0.5 points" in pages["cy"]
    assert "handed in late" not in pages["ann"]


def test_the_solution_is_shown_as_text(midterm: Assignment) -> None:
    assert reference_solutions(midterm)["why"] == ["def why():", '    return "a"']
    for shown in (Shown(solution=True), Shown(True, True, True)):
        html = write_published(midterm, three(), shown)[0].read_text()
        assert "def why():\n    return &#34;a&#34;</pre>" in html
        assert "gate = 1  # &lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;" in html
        assert "<script" not in html
        assert ("Score" in html) == shown.score
        assert ("Read on why." in html) == shown.checks


def test_hostile_texts_and_ids(midterm: Assignment) -> None:
    bad = report(f"../{HOSTILE}", {"gate": 0.0, "train": 0.0, "why": 0.0})
    for shown in (Shown(score=True), Shown(True, True)):
        (path,) = write_published(midterm, [bad], shown)
        assert path.parent == midterm.course.gradebook / "published" / "midterm"
        html = path.read_text()
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
        assert "<script" not in html
        assert "\x1b" not in html


def test_pages_that_show_too_much_are_taken_away(midterm: Assignment) -> None:
    before = write_published(midterm, three(), Shown(True, True))
    assert write_published(midterm, three()[:2], Shown(score=True)) == before[:2]
    assert not before[2].exists()
    assert write_published(midterm, three(), Shown()) == []
    assert list(before[0].parent.iterdir()) == []


def test_an_unknown_score(midterm: Assignment) -> None:
    unknown = report("dan", {"gate": None, "train": 1.0, "why": 3.0})
    (path,) = write_published(midterm, [unknown], Shown(score=True))
    assert "<strong>unknown</strong> of 10 points" in path.read_text()
    assert "The score is unknown, because a check could not be graded." in path.read_text()


def test_a_log_that_cannot_be_read(midterm: Assignment) -> None:
    path = midterm.course.gradebook / "exams" / "midterm" / "publications.jsonl"
    path.parent.mkdir(parents=True)
    path.write_text("{}\n")
    with pytest.raises(CourseError) as refused:
        publications(midterm)
    assert str(refused.value) == f"{path}: Object missing required field `time`. Put back what was there."

"""What to look at after an exam: each finding from what was received, handed in and graded; nothing stops it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from exam_times import RULES, at
from handing_in import Watched, notebook, submit

from autograder.course.course import Assignment
from autograder.course.numbers import as_literals
from autograder.course.variants import Variant
from autograder.exam.integrity import chance, examine
from autograder.exam.integrity_page import write_integrity
from autograder.nbgrader_host.database import note_unknown


@pytest.fixture
def taken(quiz: Assignment, enrol: Callable[..., None]) -> Callable[..., Assignment]:
    """How to hold the small exam: papers with their times; three students are enrolled."""

    def hold(*papers: tuple[Any, str, bytes], rules: str = "") -> Assignment:
        (quiz.folder / "exam.toml").write_text(RULES + (rules or 'owners = "unchecked"'))
        enrol(quiz.course, "s001", "s002", "s003")
        inbound = quiz.course.gradebook / "exchange" / "neural_networks" / "inbound"
        inbound.mkdir(parents=True)
        watched = Watched(quiz, at(8))
        watched.look()
        for number, (time, student, content) in enumerate(papers):
            submit(inbound, student, content, name="quiz", number=number)
            watched.look(time)
            watched.look()
        watched.close()
        return quiz

    return hold


def kinds(assignment: Assignment) -> list[tuple[str, str, str]]:
    return [(each.kind, each.student, each.evidence) for each in examine(assignment).findings]


def collected(assignment: Assignment, student: str, *cells: dict[str, Any]) -> None:
    path = assignment.submitted_path(student)
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells)}))


def code(source: Any, name: str = "", outputs: Any = ()) -> dict[str, Any]:
    metadata = {"nbgrader": {"grade_id": name}} if name else {}
    return {"cell_type": "code", "metadata": metadata, "source": source, "outputs": outputs}


def test_what_was_received(taken: Callable[..., Assignment]) -> None:
    exam = taken(
        (at(8, 50), "s001", notebook("early")),
        (at(9, 10), "s001", notebook("first")),
        (at(10, 29), "s001", notebook("second")),
        (at(10, 40), "s002", notebook("much too late")),
        (at(10), "guest", notebook("who is that")),
    )
    assert kinds(exam) == [
        ("missing", "s003", "nothing was received"),
        ("not enrolled", "guest", "handed in, but nobody put them into the gradebook"),
        (
            "early",
            "s001",
            "number 1 came 2090-12-01 08:50:00+09:00; it came before 2090-12-01 09:00:00+09:00",
        ),
        ("too late", "s002", "number 1 came 2090-12-01 10:40:00+09:00; it came 600 s after the deadline"),
        ("several submissions", "s001", "3 were received, number 3 counts"),
    ]


def test_who_is_in_the_gradebook_because_of_a_submission_is_not_enrolled(
    taken: Callable[..., Assignment], enrol: Callable[..., None]
) -> None:
    exam = taken((at(10), "guest", notebook("who is that")))
    note_unknown(exam.course, ["guest"])  # as grading does, before it puts them there
    with (exam.course.gradebook / "unknown_students.jsonl").open("a") as file:
        file.write('{"stu')  # which a full disk has left
    enrol(exam.course, "guest")
    (found,) = examine(exam).of("not enrolled")
    assert (found.student, examine(exam).students) == ("guest", 3)


def test_late_at_a_cost(taken: Callable[..., Assignment]) -> None:
    rules = 'owners = "unchecked"\nlate = { percent = 2, per_minutes = 5, until_minutes = 30 }'
    exam = taken((at(10, 41), "s001", notebook("late")), rules=rules)
    told = "number 1 came 2090-12-01 10:41:00+09:00, 660 s late, which costs 6 %"
    assert ("late", "s001", told) in kinds(exam)


def test_files_of_another_user(taken: Callable[..., Assignment]) -> None:
    exam = taken((at(10), "s001", notebook("mine?")), rules='owners = { nobody_at_all = "s001" }')
    (found,) = examine(exam).of("not the student's files")
    assert found.student == "s001"
    assert "its files belong to " in found.evidence


def test_a_copy_that_was_changed_here(taken: Callable[..., Assignment]) -> None:
    exam = taken((at(10), "s001", notebook("as received")))
    (exam.exam_folder / "received" / "000001-s001" / "quiz.ipynb").write_bytes(notebook("as I like it"))
    (found,) = examine(exam).of("changed copy")
    assert (
        found.evidence == "number 1 came 2090-12-01 10:00:00+09:00; its copy no longer has the bytes that were received"
    )


def test_whose_numbers_a_notebook_has(taken: Callable[..., Assignment]) -> None:
    exam = taken((at(10), "s001", notebook("")))
    variants = exam.variants.of_all(["s001", "s002", "s003"])
    literals = {student: as_literals(each.numbers) for student, each in variants.items()}
    collected(exam, "s001", code(literals["s002"], "numbers"), code("STUDENT = 's002'"))
    printed = [{"output_type": "stream", "name": "stdout", "text": ["The numbers are those of s003\n"]}]
    collected(exam, "s002", code("y = 1", outputs=printed))
    collected(exam, "s003", code(literals["s003"], "numbers"), code("STUDENT = 's003'"))
    found = {each.student: each for each in examine(exam).of("wrong variant")}
    assert list(found) == ["s001", "s002"]
    assert found["s001"].others == ("s002",)
    assert found["s001"].evidence == (
        "the given numbers are this student's; the notebook says that it is this student's"
    )
    assert found["s002"].others == ("s003",)
    assert found["s002"].evidence == "a cell has printed that the numbers are this student's"


def test_who_handed_in_another_way_is_not_missing(taken: Callable[..., Assignment]) -> None:
    exam = taken((at(10), "s001", notebook("")))
    collected(exam, "s002", code("y = 1"))
    assert [each.student for each in examine(exam).of("missing")] == ["s003"]


HOSTILE: list[Any] = [
    [],
    [None, 3, "cell"],
    [code(None)],
    [code(["x = ", 3, None], "numbers")],
    [code("x = " + "[" * 5000, "numbers")],
    [code("x = (" * 200 + "1" + ")" * 200, "numbers")],
    [code("x = 9 ** 9 ** 9", "numbers")],
    [code("STUDENT = '" + "a" * 100_000 + "'")],
    [code("STUDENT = '<script>alert(1)</script>'")],
    [code("y", outputs=[None, {"text": {"a": 1}}, {"text": [1, None, "The numbers are those of \x1b[2J<b>\n"]}])],
    [{"cell_type": "code", "metadata": {"nbgrader": {"grade_id": ["numbers"]}}, "source": "x = 1"}],
    [{"cell_type": "code", "metadata": None, "source": "\ud800"}],
]


@pytest.mark.parametrize("cells", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_notebooks_stop_nothing(taken: Callable[..., Assignment], cells: list[Any]) -> None:
    exam = taken((at(10), "s001", notebook("")))
    collected(exam, "s001", *cells)
    page = write_integrity(exam, examine(exam)).read_text("utf-8")
    assert "<script>alert" not in page
    assert "\x1b" not in page
    assert len(page) < 50_000
    assert (exam.exam_folder / "integrity.json").is_file()


def test_how_often_chance_is_right() -> None:
    """Two answers, each right within one unit on either side, on a range of 1: 4 units of a hundredth."""
    variants = [Variant("a", 0, {}, {"y": 0.0}), Variant("b", 0, {}, {"y": 1.0})]
    assert chance(variants, {"y": 0.01}) == pytest.approx(0.04)
    assert chance(variants[:1], {"y": 0.01}) == 0
    assert chance([], {}) == 0


def test_the_page_of_a_quiet_exam(taken: Callable[..., Assignment], tmp_path: Path) -> None:
    exam = taken(*((at(10, minute), f"s00{minute}", notebook("")) for minute in (1, 2, 3)))
    page = write_integrity(exam, examine(exam)).read_text("utf-8")
    assert "There is nothing to look at." in page
    assert "Nothing here is a verdict" in page

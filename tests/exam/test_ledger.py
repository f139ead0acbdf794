"""The ledger: lines that nobody changes unseen, and which of a student's submissions counts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime

import pytest
from exam_times import at
from handing_in import notebook

from autograder.course.course import Assignment, Course
from autograder.errors import CourseError
from autograder.exam.ledger import Ledger, counting, files_hash, judged, read, remarks, rules_of

MakeExam = Callable[..., Assignment]
LATE = "late = { percent = 10, until_minutes = 30 }\n"


def receive(
    assignment: Assignment, *submissions: tuple[str, datetime], owner: str = "", content: bytes | None = None
) -> None:
    """Put submissions into the ledger, each from its student's own Unix user or from `owner`."""
    with closing(Ledger(assignment)) as ledger:
        for number, (student, received) in enumerate(submissions):
            room = ledger.room(student)
            room.mkdir()
            if content != b"":
                (room / "final.ipynb").write_bytes(content or notebook(f"{student} {received}"))
            ledger.add(student, owner or student, received, f"{student} {number}", files_hash(room))


def counts(assignment: Assignment, student: str) -> int | None:
    entry = counting(Course(assignment.course.root).assignment("final"), student)
    return entry.number if entry else None


@pytest.fixture
def full(exam: MakeExam) -> Assignment:
    """An exam with three lines in its ledger."""
    assignment = exam()
    receive(assignment, ("s01", at(9, 30)), ("s02", at(9, 40)), ("s01", at(9, 50)))
    return assignment


def change(assignment: Assignment, old: bytes, new: bytes) -> str:
    """Change the ledger; returns what reading it says then, after its path."""
    path = assignment.exam_folder / "ledger.jsonl"
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))
    with pytest.raises(CourseError) as error:
        read(assignment)
    return str(error.value).removeprefix(f"{path}, ")


BACKUP = "Compare it with a backup; nothing is collected from it."


def test_a_changed_line_breaks_the_next(full: Assignment) -> None:
    assert change(full, b"00:30:00Z", b"00:29:00Z") == (
        f"line 2: does not follow from the line before: one of the two was changed. {BACKUP}"
    )


def test_a_line_that_was_taken_out_is_missed(full: Assignment) -> None:
    second = (full.exam_folder / "ledger.jsonl").read_bytes().splitlines(keepends=True)[1]
    assert change(full, second, b"").startswith("line 2: does not follow from the line before")


def test_what_is_no_line(full: Assignment) -> None:
    assert change(full, b'{"number":3', b'{"number":"3"') == (
        f"line 3: is no line of a ledger (Expected `int`, got `str` - at `$.number`). {BACKUP}"
    )


def test_a_line_that_was_cut_off_never_counted(full: Assignment) -> None:
    path = full.exam_folder / "ledger.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"number":4,"stu')
    assert len(read(full)) == 3
    receive(full, ("s03", at(9, 55)))
    assert [entry.student for entry in read(full)] == ["s01", "s02", "s01", "s03"]
    assert path.read_bytes().startswith(whole)


def test_nobody_else_can_look_into_an_exam(full: Assignment) -> None:
    assert full.exam_folder.parent.stat().st_mode & 0o077 == 0


def test_the_newest_of_those_that_can_count_counts(exam: MakeExam) -> None:
    assignment = exam("attempts = 2\n" + LATE)
    receive(
        assignment, ("s01", at(8, 59)), ("s01", at(9, 30)), ("s01", at(9, 40)), ("s01", at(9, 50)), ("s02", at(9, 30))
    )
    receive(assignment, ("s02", at(10, 59)), ("s03", at(10, 31)), ("s04", at(11, 1)))
    receive(assignment, ("s01", at(9, 45)), owner="s02")
    assert [entry.attempt for entry in read(assignment)] == [0, 1, 2, 3, 1, 2, 1, 1, 0]
    assert [counts(assignment, student) for student in ("s01", "s02", "s03", "s04", "s05")] == [3, 6, 7, None, None]
    assert remarks(assignment) == [
        "s01: 000001-s01 does not count: it came before 2090-12-01 09:00:00+09:00",
        "s01: 000004-s01 does not count: it is submission 3 of at most 2",
        "s01: 000009-s01 does not count: its files belong to s02, not to s01",
        "s04: 000008-s04 does not count: it came 1860 s after the deadline",
    ]


def test_rules_that_change_afterwards_are_those_that_count(exam: MakeExam) -> None:
    assignment = exam()
    receive(assignment, ("s04", at(10, 20)), ("s04", at(10, 50)))
    assert counts(assignment, "s04") == 1
    exam("extra_minutes = { s04 = 30, s99 = 10 }\n")
    assert counts(assignment, "s04") == 2
    again = Course(assignment.course.root).assignment("final")
    assert remarks(again) == ["s99: exam.toml has a rule for this student, who handed in nothing"]


def test_a_score_of_what_counts_no_more_is_told(full: Assignment) -> None:
    full.report_path("s02").parent.mkdir(parents=True)
    for student in ("s01", "s02"):
        full.report_path(student).touch()
    rules = full.folder / "exam.toml"
    rules.write_text(rules.read_text() + "begins = { s02 = 2090-12-01T10:00:00+09:00 }")
    assert remarks(Course(full.course.root).assignment("final")) == [
        "s02: 000002-s02 does not count: it came before 2090-12-01 10:00:00+09:00",
        "s02: nothing counts, but the gradebook has a score from before; take it out in formgrader",
    ]


def test_without_the_notebook_it_counts_only_where_there_is_nothing_else(exam: MakeExam) -> None:
    assignment = exam("attempts = 1")
    receive(assignment, ("s01", at(9, 10)), content=b"")
    assert counts(assignment, "s01") == 1
    receive(assignment, ("s01", at(9, 20)))
    receive(assignment, ("s01", at(9, 30)), content=b"")
    assert [entry.attempt for entry in read(assignment)] == [0, 1, 0]
    assert counts(assignment, "s01") == 2


def test_a_copy_that_was_changed_is_told(full: Assignment) -> None:
    (full.exam_folder / "received" / "000002-s02" / "final.ipynb").write_bytes(b"{}")
    assert remarks(full) == ["s02: 000002-s02 does not count: its copy no longer has the bytes that were received"]


def test_that_owners_are_not_checked_is_told(exam: MakeExam) -> None:
    assignment = exam('owners = "unchecked"')
    receive(assignment, ("s01", at(9, 10)), owner="jupyter")
    assert remarks(assignment) == ['nobody checked whose files they are: exam.toml has owners = "unchecked"']
    assert judged(rules_of(assignment), read(assignment))[0][1] == ""

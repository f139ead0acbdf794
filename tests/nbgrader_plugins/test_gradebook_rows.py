"""The rows of the gradebook for reports made by hand: no student's code runs, and every row is known."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from by_hand_class import MAXIMA, course_with, log_of, report
from nbgrader.plugins import LateSubmissionPlugin
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, OperationalError

from autograder.course.course import Assignment, Course
from autograder.course.rules import Rules
from autograder.errors import CourseError
from autograder.grade.workers import Graded
from autograder.moderate.log import add_to_log
from autograder.moderate.moderation import Accept, Cap, Curve, Reweight, Undo, What
from autograder.nbgrader_host.api import nbgrader
from autograder.nbgrader_host.database import lateness
from autograder.nbgrader_plugins import gradebook as gradebook_module
from autograder.nbgrader_plugins.extra_credit import ExtraCredit
from autograder.nbgrader_plugins.gradebook import Gradebook, open_gradebook
from autograder.records import Report

ROOT = Path(__file__).resolve().parents[2]
IN_TIME, LATE = "2026-03-01 10:00:00.000000 UTC", "2026-03-20 10:00:00.000000 UTC"
FULL = {"gate": 2.0, "train": 5.0, "why": 3.0}
LESS = {"gate": 1.0, "train": 2.0, "why": 0.0}
UNKNOWN = {"gate": None, "train": 5.0, "why": 3.0}


class Half(LateSubmissionPlugin):
    """Who is late loses half."""

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float:
        return score / 2


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with two assignments of the same blanks; ann and bo have results in the other one already."""
    root = tmp_path_factory.mktemp("rows") / "course"
    course_with(root, [])
    shutil.copy(ROOT / "nbgrader_config.py", root)
    with nbgrader(Course(root)).gradebook as book:
        for name in ("another", "midterm"):
            book.add_assignment(name, duedate="2026-03-10 12:00:00 UTC")
            book.add_notebook(name, name)
            for blank, points in MAXIMA.items():
                book.add_grade_cell(f"{blank}_examples", name, name, max_score=points, cell_type="code")
                book.add_solution_cell(blank, name, name)
        for student in ("ann", "bo"):
            book.add_student(student)
            book.add_submission("another", student)
            for blank in MAXIMA:
                grade = book.find_grade(f"{blank}_examples", "another", "another", student)
                grade.auto_score, grade.extra_credit, grade.manual_score = 0.25, 0.125, 0.5
        book.db.commit()
    return root


@pytest.fixture
def midterm(released: Path, tmp_path: Path) -> Assignment:
    return Course(shutil.copytree(released, tmp_path / "course")).assignment("midterm")


@pytest.fixture
def book(midterm: Assignment) -> Iterator[Gradebook]:
    api = nbgrader(midterm.course)
    api.config.AssignLatePenalties.plugin_class = Half
    found = Gradebook(api, midterm)
    yield found
    found.close()


Write = Callable[..., None]


@pytest.fixture
def write(book: Gradebook) -> Write:
    """How to write one student's result."""

    def write_one(student: str, points: dict[str, Any], timestamp: str = IN_TIME, untouched: Any = ()) -> None:
        book.write([Graded(student, report(student, points), b"", timestamp, {*untouched}, 0.0)])

    return write_one


def rows(midterm: Assignment, what: str, name: str = "midterm") -> dict[str, Any]:
    """By student: `timestamp` of the submission, `notebook.x`, or the list of `grades.x` or `comments.x` by cell."""
    kind, _, field = what.rpartition(".")

    def of(submission: Any) -> Any:
        if kind == "":
            return getattr(submission, field)
        (notebook,) = submission.notebooks
        if kind == "notebook":
            return getattr(notebook, field)
        return [getattr(row, field) for row in sorted(getattr(notebook, kind), key=lambda row: row.cell.name)]

    with nbgrader(midterm.course).gradebook as found:
        return {each.student_id: of(each) for each in found.assignment_submissions(name)}


def edit(midterm: Assignment, student: str, blank: str = "gate", **fields: Any) -> None:
    """What a person does in formgrader."""
    with nbgrader(midterm.course).gradebook as found:
        grade = found.find_grade(f"{blank}_examples", "midterm", "midterm", student)
        for field, value in fields.items():
            setattr(grade, field, value)
        found.db.commit()


def everything(midterm: Assignment, name: str) -> list[Any]:
    fields = "grades.auto_score grades.manual_score grades.extra_credit grades.needs_manual_grade comments.auto_comment"
    return [rows(midterm, what, name) for what in [*fields.split(), "timestamp", "notebook.late_submission_penalty"]]


def test_another_assignment_of_the_same_students_and_blanks_is_left_alone(
    midterm: Assignment, book: Gradebook, write: Write
) -> None:
    before = everything(midterm, "another")
    assert book.students() == set()
    write("ann", FULL)
    write("cy", LESS, untouched=["gate"])
    write("ann", LESS, LATE, untouched=["why"])
    assert book.students() == {"ann", "cy"}
    assert rows(midterm, "grades.auto_score") == {"ann": [1.0, 2.0, 0.0], "cy": [1.0, 2.0, 0.0]}
    assert everything(midterm, "another") == before


def test_a_score_that_is_not_known_asks_for_a_person(midterm: Assignment, write: Write) -> None:
    write("ann", UNKNOWN)
    assert rows(midterm, "grades.auto_score") == {"ann": [None, 5.0, 3.0]}
    assert rows(midterm, "grades.needs_manual_grade") == {"ann": [True, False, False]}
    write("ann", FULL)
    assert rows(midterm, "grades.auto_score") == {"ann": [2.0, 5.0, 3.0]}
    assert rows(midterm, "grades.needs_manual_grade") == {"ann": [False, False, False]}
    edit(midterm, "ann", manual_score=0.5, needs_manual_grade=False)
    write("ann", LESS)
    assert rows(midterm, "grades.auto_score") == {"ann": [1.0, 2.0, 0.0]}
    assert rows(midterm, "grades.manual_score") == {"ann": [0.5, None, None]}
    assert rows(midterm, "grades.needs_manual_grade") == {"ann": [True, False, False]}


def test_no_response_is_said_as_long_as_there_is_none(midterm: Assignment, write: Write) -> None:
    write("ann", LESS, untouched=["gate", "why"])
    assert rows(midterm, "comments.auto_comment") == {"ann": ["No response.", None, "No response."]}
    write("ann", FULL, untouched=["why"])
    assert rows(midterm, "comments.auto_comment") == {"ann": [None, None, "No response."]}


def test_the_time_is_that_of_the_newest_file_that_tells_one(midterm: Assignment, write: Write) -> None:
    write("ann", FULL, "yesterday")
    assert rows(midterm, "timestamp") == {"ann": None}
    write("ann", FULL, IN_TIME)
    write("ann", FULL, "99999999999999999999")
    write("ann", FULL, " \n")
    assert rows(midterm, "timestamp") == {"ann": datetime(2026, 3, 1, 10)}
    write("ann", FULL, LATE)
    assert rows(midterm, "timestamp") == {"ann": datetime(2026, 3, 20, 10)}


def test_a_late_penalty_is_of_the_new_score_and_goes_with_being_late(midterm: Assignment, write: Write) -> None:
    penalty = "notebook.late_submission_penalty"
    write("ann", FULL, LATE)
    assert rows(midterm, penalty) == {"ann": 5.0}
    write("ann", LESS, LATE)
    assert rows(midterm, penalty) == {"ann": 1.5}
    edit(midterm, "ann", "train", manual_score=5.0)
    write("ann", LESS, LATE)
    assert rows(midterm, penalty) == {"ann": 3.0}
    write("ann", LESS, IN_TIME)
    assert rows(midterm, penalty) == {"ann": None}
    write("ann", LESS, "2026-03-10 12:00:00 UTC")  # to the second
    assert rows(midterm, penalty) == {"ann": None}


def test_what_fails_leaves_nothing_behind(
    midterm: Assignment, book: Gradebook, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(book, "_write_comments", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            write("ann", FULL)
    assert rows(midterm, "timestamp") == {}
    write("bo", LESS)
    assert rows(midterm, "grades.auto_score") == {"bo": [1.0, 2.0, 0.0]}


@pytest.mark.parametrize("times", [4, 5])
def test_a_database_that_is_in_use_is_asked_again(
    times: int, midterm: Assignment, book: Gradebook, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = OperationalError("insert", {}, Exception("database is locked"))
    faults, put, slept = [locked] * times, book._moderation.put, []

    def fails(reports: Any) -> None:
        if faults:
            raise faults.pop()
        put(reports)

    monkeypatch.setattr(book._moderation, "put", fails)
    monkeypatch.setattr(gradebook_module.time, "sleep", slept.append)
    if times == 4:
        write("ann", FULL)
    else:
        with pytest.raises(CourseError) as error:
            write("ann", FULL)
        assert str(error.value) == (
            f"{midterm.course.gradebook}/gradebook.db: another program is writing into it, and did not end in time "
            "(database is locked). Wait for it, or end it: another grader, nbgrader or formgrader; then run the same "
            "command again."
        )
    assert slept == [0.1 * attempt for attempt in range(4)]
    assert rows(midterm, "grades.auto_score") == ({"ann": [2.0, 5.0, 3.0]} if times == 4 else {})


def test_a_database_that_is_damaged_is_told_at_once(
    midterm: Assignment, book: Gradebook, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No other try would write into it either."""
    faults: list[Exception] = [DatabaseError("insert", {}, Exception("database disk image is malformed"))]
    put = book._moderation.put

    def fails(reports: Any) -> None:
        if faults:
            raise faults.pop()
        put(reports)

    monkeypatch.setattr(book._moderation, "put", fails)
    with pytest.raises(CourseError) as error:
        write("ann", FULL)
    assert str(error.value) == (
        f"{midterm.course.gradebook}/gradebook.db: it is damaged (database disk image is malformed). Put it back from "
        "a backup, then run: autograder grade ASSIGNMENT --force."
    )
    write("bo", LESS)
    assert rows(midterm, "grades.auto_score") == {"bo": [1.0, 2.0, 0.0]}


@pytest.mark.parametrize("fault", [ZeroDivisionError(), OperationalError("", {}, Exception("disk is full"))])
def test_a_fault_in_the_penalty_leaves_nothing_written(
    fault: Exception, midterm: Assignment, book: Gradebook, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> float:
        raise fault

    write("bo", LESS, LATE)
    before = everything(midterm, "midterm")
    decide(midterm, Curve(add=1.0))
    monkeypatch.setattr(gradebook_module.time, "sleep", lambda _: None)
    with monkeypatch.context() as patched:
        patched.setattr(Half, "late_submission_penalty", fails)
        for student in ("ann", "bo"):
            with pytest.raises((ZeroDivisionError, CourseError)):
                write(student, FULL, LATE)
    assert everything(midterm, "midterm") == before
    write("bo", LESS, LATE)
    assert (credits_of(midterm), rows(midterm, "notebook.late_submission_penalty")) == (
        {"bo": [1.0, None, None]},
        {"bo": 2.0},
    )


def test_an_assignment_that_is_not_released_is_refused(midterm: Assignment) -> None:
    with nbgrader(midterm.course).gradebook as found:
        found.db.execute(text("UPDATE assignment SET name = 'renamed' WHERE name = 'midterm'"))
        found.db.commit()
    with pytest.raises(CourseError) as refused:
        open_gradebook(midterm)
    assert str(refused.value) == "midterm: is not in the gradebook. Run: autograder release midterm."


# Moderation's part of the extra credit.


def decide(midterm: Assignment, *whats: What) -> None:
    """All decisions so far."""
    path = midterm.exam_folder / "moderation.jsonl"
    path.unlink(missing_ok=True)
    for decision in log_of(*whats):
        add_to_log(midterm, decision)


def credits_of(midterm: Assignment) -> dict[str, list[float | None]]:
    return rows(midterm, "grades.extra_credit")


def test_moderation_is_on_the_first_blank_and_what_being_late_costs_is_of_all(
    midterm: Assignment, book: Gradebook, write: Write
) -> None:
    decide(midterm, Curve(add=1.0))
    for _ in range(2):
        write("ann", LESS, LATE)
        assert credits_of(midterm) == {"ann": [1.0, None, None]}
        assert rows(midterm, "notebook.late_submission_penalty") == {"ann": 2.0}
    decide(midterm, Curve(add=1.0), Undo(1))
    book.moderate([report("ann", LESS)])
    assert credits_of(midterm) == {"ann": [None, None, None]}
    assert rows(midterm, "notebook.late_submission_penalty") == {"ann": 1.5}


def test_moderation_of_whom_it_does_not_concern_is_taken_back(midterm: Assignment, book: Gradebook) -> None:
    graded = [report("ann", LESS), report("bo", FULL)]
    book.write([Graded(each.student, each, b"", IN_TIME, set(), 0.0) for each in graded])
    decide(midterm, Accept("why", "why-b"))
    book.moderate(graded)
    assert credits_of(midterm) == {"ann": [3.0, None, None], "bo": [None, None, None]}
    decide(midterm, Cap(9.0))
    book.moderate(graded)
    assert credits_of(midterm) == {"ann": [None, None, None], "bo": [-1.0, None, None]}


def test_manual_scores_count_and_a_score_that_is_not_known_has_no_moderation(
    midterm: Assignment, book: Gradebook, write: Write
) -> None:
    write("ann", LESS)
    write("bo", UNKNOWN)
    edit(midterm, "ann", "train", manual_score=4.5)
    decide(midterm, Curve(1.1))
    book.moderate([report("ann", LESS), report("bo", UNKNOWN)])
    # (1 + 4.5) * 1.1 - 5.5 would be 0.5500000000000007
    assert credits_of(midterm) == {"ann": [0.55, None, None], "bo": [None, None, None]}
    edit(midterm, "bo", manual_score=2.0)
    book.moderate([report("bo", UNKNOWN)])
    assert credits_of(midterm)["bo"] == [None, None, None]  # 10 points: the maximum
    decide(midterm, Curve(1.1), Cap(8.0))
    book.moderate([report("bo", UNKNOWN)])
    assert credits_of(midterm)["bo"] == [-2.0, None, None]


def test_who_was_late_is_asked_of_this_assignment(midterm: Assignment, book: Gradebook, write: Write) -> None:
    write("ann", FULL, LATE)
    write("bo", FULL, "2026-03-10 12:00:00 UTC")  # to the second
    decide(midterm, Cap(6.0, late=True))
    book.moderate([report("ann", FULL), report("bo", FULL)])
    assert credits_of(midterm) == {"ann": [-4.0, None, None], "bo": [None, None, None]}


def test_in_an_exam_who_was_late_goes_by_each_own_deadline(
    midterm: Assignment, book: Gradebook, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The common deadline is that of the gradebook; ann has an hour more, cy came within the grace."""
    rules = Rules(
        opens=datetime(2026, 3, 10, 10, tzinfo=UTC),
        closes=datetime(2026, 3, 10, 12, tzinfo=UTC),
        minutes=120,
        grace_minutes=5,
        extra_minutes={"ann": 60},
    )
    monkeypatch.setattr(Assignment, "rules", rules)
    for student, time in {"ann": "12:50", "bo": "12:50", "cy": "12:04"}.items():
        write(student, FULL, f"2026-03-10 {time}:00 UTC")
    assert lateness(midterm) == {"bo": 3000.0}
    decide(midterm, Cap(6.0, late=True))
    book.moderate([report(student, FULL) for student in ("ann", "bo", "cy")])
    assert credits_of(midterm) == {
        "ann": [None, None, None],
        "bo": [-4.0, None, None],
        "cy": [None, None, None],
    }


def test_what_a_person_gives_stays_theirs(midterm: Assignment, book: Gradebook, write: Write) -> None:
    graded = [report("ann", LESS)]
    write("ann", LESS)
    edit(midterm, "ann", extra_credit=0.0)
    decide(midterm, Curve(add=1.1))
    book.moderate(graded)
    assert credits_of(midterm) == {"ann": [1.1, None, None]}
    edit(midterm, "ann", extra_credit=1.4)  # 0.3 more
    decide(midterm, Curve(add=2.2))
    book.moderate(graded)
    assert credits_of(midterm) == {"ann": [2.5, None, None]}
    decide(midterm, Curve(add=2.2), Undo(1))
    book.moderate(graded)
    assert credits_of(midterm) == {"ann": [0.3, None, None]}
    decide(midterm, Curve(add=2.0))
    book.moderate(graded)
    edit(midterm, "ann", extra_credit=None)  # a field that a person has emptied is empty
    book.moderate(graded)
    assert credits_of(midterm) == {"ann": [2.0, None, None]}
    decide(midterm, Curve(add=2.0), Undo(1))
    book.moderate(graded)
    assert credits_of(midterm) == {"ann": [None, None, None]}


def test_a_zero_that_a_person_wrote_comes_back_as_it_was(midterm: Assignment, book: Gradebook, write: Write) -> None:
    write("ann", LESS)
    edit(midterm, "ann", extra_credit=0.0)
    for decisions in ([Curve(add=1.0)], [Curve(add=1.0), Undo(1)]):
        decide(midterm, *decisions)
        book.moderate([report("ann", LESS)])
    assert credits_of(midterm) == {"ann": [0.0, None, None]}


def test_the_journal_is_written_before_the_gradebook(
    midterm: Assignment, book: Gradebook, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the gradebook is not written after all, what stands there is moderation's as before."""
    graded = [report("ann", LESS)]
    write("ann", LESS)
    decide(midterm, Curve(add=1.0))
    book.moderate(graded)
    decide(midterm, Curve(add=2.0))
    with monkeypatch.context() as patched:
        patched.setattr(book._db, "commit", lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            book.moderate(graded)
    assert credits_of(midterm) == {"ann": [1.0, None, None]}
    assert ExtraCredit(midterm, None)._read()["ann"].ours == 2.0
    book.moderate(graded)
    assert credits_of(midterm) == {"ann": [2.0, None, None]}
    decide(midterm, Curve(add=2.0), Undo(1))
    book.moderate(graded)
    assert credits_of(midterm) == {"ann": [None, None, None]}


def test_moderation_stays_with_its_cell_when_the_order_of_blanks_changes(
    midterm: Assignment, book: Gradebook, write: Write
) -> None:
    def turned(student: str) -> Report:
        found = report(student, LESS)
        found.cells.reverse()
        return found

    write("ann", LESS)
    decide(midterm, Curve(add=1.0))
    book.moderate([report("ann", LESS)])
    decide(midterm, Curve(add=3.0))
    book.moderate([turned("ann")])
    assert credits_of(midterm) == {"ann": [3.0, None, None]}


def test_weights_are_in_the_gradebook_to_the_millionth(midterm: Assignment, book: Gradebook, write: Write) -> None:
    write("ann", LESS)
    decide(midterm, Reweight("gate", 3.0))
    book.moderate([report("ann", LESS)])
    # 1 of 2 weighs 1.5 of 3, with 11 points in all: 3.5 * 10 / 11 = 3.18, which is 0.18000000000000016 more than 3
    assert credits_of(midterm) == {"ann": [0.18, None, None]}

"""nbgrader's own commands on an exam: trusted times in the gradebook, and penalties by each student's deadline."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from exam_times import RULES, at
from handing_in import Watched, submit
from typer.testing import CliRunner

from autograder.cli import app
from autograder.course.course import Course
from autograder.demo.sample import fill_in
from autograder.demo.story import CLASS, submit_class
from autograder.errors import CourseError
from autograder.exam.ledger import read
from autograder.grade.engine import grade_file
from autograder.grade.run import grade_class
from autograder.nbgrader_host.api import done, nbgrader
from autograder.nbgrader_plugins.collect import collect
from autograder.nbgrader_plugins.gradebook import open_gradebook
from autograder.records import read_report

NAME = "logic_gates"
LATE = "late = { percent = 10, per_minutes = 10, until_minutes = 60 }\n"
# Who hands in when; the common deadline is 10:30.
TIMES = {
    "s01": at(10, 29),
    "s02": at(10, 45),  # late by 15 minutes: 20 percent
    "s03": at(10, 45),  # has 30 minutes more
    "s04": at(11, 5),  # the same, late by 5 minutes: 10 percent
    "s05": at(11, 31),  # too late
}


@pytest.fixture(scope="module")
def held(class_of: Callable[..., Course], tmp_path_factory: pytest.TempPathFactory, project: Course) -> Course:
    """An exam that was held: everybody handed in the same right answers, s01 once more in vain."""
    root = tmp_path_factory.mktemp("exam") / "class"
    os_rules = RULES + 'owners = "unchecked"\nextra_minutes = { s03 = 30, s04 = 30 }\n' + LATE
    course = class_of(root, {})
    (course.root / "solutions" / NAME / "exam.toml").write_text(os_rules)
    course = Course(root)
    assignment = course.assignment(NAME)
    sample = project.root / "tests" / "submissions" / NAME / "right_in_another_style.py"
    notebook = fill_in(assignment, sample)
    inbound = course.gradebook / "exchange" / "neural_networks" / "inbound"
    watched = Watched(assignment, at(9))
    watched.look()
    for moment in sorted(set(TIMES.values())):
        for student in [each for each, time in TIMES.items() if time == moment]:
            submit(inbound, student, notebook, NAME)
        watched.look(moment)
        watched.look()
    submit(inbound, "s01", b"{}", NAME, number=2)
    watched.look(at(11, 40))
    watched.look()
    watched.close()
    shutil.rmtree(inbound / next(path.name for path in inbound.iterdir() if path.name.startswith("s02")))
    return course


@pytest.fixture
def course(held: Course, tmp_path: Path) -> Course:
    return Course(shutil.copytree(held.root, tmp_path / "class", symlinks=True))


def stamps(course: Course) -> dict[str, str]:
    folders = (course.gradebook / "submitted").glob(f"*/{NAME}")
    return {folder.parent.name: (folder / "timestamp.txt").read_text() for folder in sorted(folders)}


def utc(moment: datetime) -> str:
    return f"2090-12-01 {moment.hour - 9:02}:{moment.minute:02}:00.000000 UTC"


def rows(course: Course) -> dict[str, Any]:
    """What nbgrader keeps of each student: score before the penalty, and the penalty."""
    with nbgrader(course).gradebook as book:
        return {
            each.student_id: (each.timestamp, each.notebooks[0].score, each.notebooks[0].late_submission_penalty)
            for each in book.assignment_submissions(NAME)
        }


def test_what_counts_is_collected_with_our_times(course: Course) -> None:
    assert collect(course.assignment(NAME)) == ["s01", "s02", "s03", "s04"]
    assert stamps(course) == {student: utc(TIMES[student]) for student in ("s01", "s02", "s03", "s04")}


def test_collecting_tells_what_does_not_count(course: Course) -> None:
    result = CliRunner().invoke(app, ["collect", NAME, "--course", str(course.root)])
    assert result.output.splitlines() == [
        f"{NAME}: 4 submissions",
        'nobody checked whose files they are: exam.toml has owners = "unchecked"',
        "s01: 000006-s01 does not count: it came 4200 s after the deadline",
        "s05: 000005-s05 does not count: it came 3660 s after the deadline",
    ]


def test_both_ways_of_grading_take_the_same_penalties(course: Course, tmp_path: Path) -> None:
    assignment = course.assignment(NAME)
    collect(assignment)
    theirs = Course(shutil.copytree(course.root, tmp_path / "theirs", symlinks=True))
    grade_class(assignment, "bubblewrap", open_gradebook)
    api = nbgrader(theirs)
    for student in stamps(theirs):
        done(f"autograde {student}", api.autograde(NAME, student, force=True, create=True))
    found = rows(course)
    assert {student: (score, penalty) for student, (_, score, penalty) in found.items()} == {
        "s01": (38.0, None),
        "s02": (38.0, pytest.approx(7.6)),
        "s03": (38.0, None),
        "s04": (38.0, pytest.approx(3.8)),
    }
    assert rows(theirs) == found


def test_every_report_names_the_bytes_that_it_is_on(course: Course) -> None:
    assignment = course.assignment(NAME)
    collect(assignment)
    by_folder = {entry.student: entry.sha256 for entry in read(assignment)[:5]}
    for report in grade_class(assignment, "bubblewrap", open_gradebook).reports:
        assert report.submitted == by_folder[report.student]
        assert report.submitted == sha256(assignment.submitted_path(report.student).read_bytes()).hexdigest()
    api = nbgrader(course)
    done("autograde", api.autograde(NAME, "s02", force=True, create=True))
    assert read_report(assignment.report_path("s02")).submitted == by_folder["s02"]


def test_rules_that_change_are_followed_by_collecting_again(course: Course) -> None:
    collect(course.assignment(NAME))
    rules = course.assignment(NAME).folder / "exam.toml"
    rules.write_text(rules.read_text().replace(LATE, "").replace("s03 = 30, s04 = 30", "s05 = 70"))
    assert collect(Course(course.root).assignment(NAME)) == ["s01", "s05"]


def test_what_lies_in_submitted_is_brought_into_step_with_the_ledger(course: Course) -> None:
    assignment = course.assignment(NAME)
    collect(assignment)
    entry = read(assignment)[0]
    path = assignment.submitted_path("s01")
    path.write_bytes(b"{}")
    own = assignment.submitted_path("s99")
    own.parent.mkdir(parents=True)
    own.write_bytes(b"{}")
    collect(assignment)
    assert sha256(path.read_bytes()).hexdigest() == entry.sha256
    assert own.read_bytes() == b"{}"  # put there by hand: the ledger knows nothing of it


def test_a_copy_that_was_changed_is_not_collected(course: Course) -> None:
    assignment = course.assignment(NAME)
    entry = next(entry for entry in read(assignment) if entry.student == "s02")
    (assignment.exam_folder / entry.folder / f"{NAME}.ipynb").write_bytes(b"{}")
    assert collect(assignment) == ["s01", "s03", "s04"]


def test_a_broken_ledger_collects_nothing(course: Course) -> None:
    assignment = course.assignment(NAME)
    path = assignment.exam_folder / "ledger.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"s02"', b'"s06"', 1))
    with pytest.raises(CourseError) as error:
        collect(assignment)
    assert str(error.value) == (
        f"{path}, line 3: does not follow from the line before: one of the two was changed. "
        "Compare it with a backup; nothing is collected from it."
    )
    assert stamps(course) == {}


def test_nothing_received_is_no_reason_to_trust_the_exchange(course: Course) -> None:
    assignment = course.assignment(NAME)
    shutil.rmtree(assignment.exam_folder)
    with pytest.raises(CourseError) as error:
        collect(assignment)
    assert str(error.value) == f"{NAME}: nothing was received. Run: autograder watch {NAME}."
    assert stamps(course) == {}
    result = nbgrader(course).collect(NAME)
    assert not result["success"]
    assert f"{NAME}: nothing was received. Run: autograder watch {NAME}." in result["log"]


def test_a_configuration_that_trusts_the_exchange_is_refused(course: Course) -> None:
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text("utf-8").replace("collect.ExamCollect", "collect.PlainCollect"))
    with pytest.raises(CourseError) as error:
        collect(course.assignment(NAME))
    assert str(error.value) == (
        f"{config}: it collects exams by the students' own clocks. "
        'Write: c.ExchangeFactory.collect = "autograder.nbgrader_plugins.collect.ExamCollect".'
    )


def test_an_ordinary_assignment_is_collected_and_graded_as_ever(course: Course) -> None:
    (course.assignment(NAME).folder / "exam.toml").unlink()
    again = Course(course.root)
    assert collect(again.assignment(NAME)) == ["s01", "s03", "s04", "s05"]  # s02's folder is gone
    assert set(stamps(again).values()) == {"1999-01-01 00:00:00.000000 UTC"}
    with nbgrader(again).gradebook as book:
        book.update_or_create_assignment(NAME, duedate="1990-01-01 00:00:00 UTC")
    grade_class(again.assignment(NAME), "bubblewrap", open_gradebook, ["s01"])
    assert rows(again)["s01"][2] is None


def test_the_release_tells_nbgrader_the_deadline(course: Course) -> None:
    from autograder.release.build import publish

    shutil.rmtree(course.gradebook / "exchange" / "neural_networks" / "outbound")
    publish(course.assignment(NAME))
    with nbgrader(course).gradebook as book:
        assert book.find_assignment(NAME).duedate == datetime(2090, 12, 1, 1, 30)


def test_an_extension_of_formgraders_counts_too(course: Course) -> None:
    assignment = course.assignment(NAME)
    collect(assignment)
    grade_class(assignment, "bubblewrap", open_gradebook, ["s02"])
    with nbgrader(course).gradebook as book:
        book.grant_extension(NAME, "s02", minutes=10)
    grade_class(assignment, "bubblewrap", open_gradebook, ["s02"], force=True)
    assert rows(course)["s02"][2] == pytest.approx(3.8)


@pytest.mark.slow
def test_what_nbgraders_own_submit_writes_is_received(course: Course, project: Course) -> None:
    assignment = course.assignment(NAME)
    shutil.rmtree(assignment.exam_folder)
    inbound = course.gradebook / "exchange" / "neural_networks" / "inbound"
    for folder in inbound.iterdir():
        shutil.rmtree(folder)
    watched = Watched(assignment, at(9))
    watched.look()
    submit_class(assignment, project.root / "tests" / "submissions" / NAME)
    assert watched.look(at(10)) == 12
    assert watched.look() == 0
    watched.close()
    assert collect(assignment) == sorted(CLASS[NAME])
    assert set(stamps(course).values()) == {utc(at(10))}
    for student in CLASS[NAME]:
        handed_in = course.root / "students" / student / NAME / f"{NAME}.ipynb"
        assert assignment.submitted_path(student).read_bytes() == handed_in.read_bytes()


def test_a_file_that_cannot_be_read_is_no_bytes(course: Course, tmp_path: Path) -> None:
    assignment = course.assignment(NAME)
    (tmp_path / "broken.ipynb").write_bytes(b"{")
    assert grade_file(assignment, tmp_path / "gone.ipynb", "s01", "bubblewrap").submitted == ""
    broken = grade_file(assignment, tmp_path / "broken.ipynb", "s01", "bubblewrap")
    assert broken.submitted == sha256(b"{").hexdigest()

"""What is wrong with one student's submission, or with the gradebook, is told; everybody else is done."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from by_hand_class import MAXIMA, report
from disturbed import grade, make_course
from handing_in import notebook, submit
from typer.testing import CliRunner, Result

from autograder.cli import app
from autograder.course.course import Assignment, Course
from autograder.errors import CourseError
from autograder.grade import run
from autograder.grade.run import load_reports
from autograder.grade.workers import Graded
from autograder.nbgrader_host.api import nbgrader
from autograder.nbgrader_host.database import unknown_students
from autograder.nbgrader_plugins.gradebook import open_gradebook
from autograder.submit import plain
from autograder.submit.handed_in import handed_in, misnamed, submitted_students


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of three that was graded, by hand."""
    root = tmp_path_factory.mktemp("one") / "course"
    make_course(root)
    done = subprocess.run(
        [sys.executable, "-c", f"import disturbed; disturbed.grade(disturbed.Course({str(root)!r}))"],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "support")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def course(template: Path, tmp_path: Path) -> Course:
    return Course(shutil.copytree(template, tmp_path / "course", symlinks=True))


@pytest.fixture
def inbound(course: Course) -> Path:
    return course.gradebook / "exchange" / "neural_networks" / "inbound"


def autograder(course: Course, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--course", str(course.root)], catch_exceptions=False)


def collected(course: Course) -> dict[str, bytes]:
    paths = course.gradebook.glob("submitted/*/midterm/midterm.ipynb")
    return {path.parent.parent.name: path.read_bytes() for path in paths}


ALL = {student: notebook(f"new {student}") for student in ("ann", "bo", "cy")}


@pytest.mark.parametrize("name", ["x" * 220, "\x1b[31m", "é" * 101])
def test_a_name_that_no_file_can_have_is_left_at_the_door(name: str, course: Course, inbound: Path) -> None:
    (inbound / f"{name}+midterm+1999-01-01 00:00:00.0 UTC").mkdir()
    result = autograder(course, "collect", "midterm")
    assert (result.exit_code, collected(course)) == (0, ALL)
    assert {path.name for path in (course.gradebook / "submitted").iterdir()} == {*ALL}
    assert "midterm: 3 submissions\n" in result.stdout
    assert "is left alone: no student has such a name" in result.stderr
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize("name", ["zz+midterm+tomorrow", "zz+midterm+", "zz+midterm+99999-01-01 00:00:00 UTC"])
def test_a_folder_with_no_time_in_its_name_stops_nobody(name: str, course: Course, inbound: Path) -> None:
    (inbound / name).mkdir()
    result = autograder(course, "collect", "midterm")
    assert (result.exit_code, collected(course)) == (0, ALL)
    assert f"{name!r} is left alone: no student has such a name" in result.stderr


def test_a_submission_that_cannot_be_taken_leaves_the_one_before(course: Course, inbound: Path) -> None:
    target = course.gradebook / "submitted" / "aa"
    target.parent.mkdir(exist_ok=True)
    target.write_text("in the way")
    submit(inbound, "aa", notebook("aa"), "midterm")
    result = autograder(course, "collect", "midterm")
    assert (result.exit_code, collected(course)) == (0, ALL)
    assert "is not collected (Not a directory)" in result.stderr


def test_a_full_disk_ends_collecting_and_nothing_is_half_there(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    before, copy = collected(course), plain.copy_file

    def full(file: Any, path: Path, *more: Any) -> str:
        if path.name == "timestamp.txt":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return copy(file, path, *more)

    monkeypatch.setattr(plain, "copy_file", full)
    with pytest.raises(CourseError, match=r"is not collected \(No space left on device\); what was collected before"):
        autograder(course, "collect", "midterm")
    assert collected(course) == before
    assert list(course.gradebook.glob("submitted/**/*.part")) == []


def test_what_a_killed_collection_left_goes_with_the_next(course: Course) -> None:
    left = [course.gradebook / "submitted" / student / ".midterm.77.part" for student in ("ann", "gone")]
    for folder in left:
        folder.mkdir(parents=True)
    autograder(course, "collect", "midterm")
    assert [folder.exists() for folder in left] == [False, False]


def test_a_folder_of_such_a_name_that_was_put_there_is_told_and_not_graded(course: Course) -> None:
    assignment = course.assignment("midterm")
    folder = course.gradebook / "submitted" / ("x" * 241) / "midterm"
    folder.mkdir(parents=True)
    assert "x" * 241 not in submitted_students(assignment)
    (line,) = misnamed(assignment)
    assert line.endswith("is left alone: no student has such a name. Rename it")


@pytest.mark.parametrize("command", [["collect", "midterm"], ["grade", "midterm", "--apply"]])
@pytest.mark.usefixtures("graded_by_hand")
def test_each_command_tells_of_such_a_folder_and_goes_on(command: list[str], course: Course) -> None:
    folder = course.gradebook / "submitted" / ("x" * 241) / "midterm"
    folder.mkdir(parents=True)
    (folder / "midterm.ipynb").write_bytes(notebook("nobody's"))
    done = autograder(course, *command)
    assert done.exit_code == 0
    assert "is left alone: no student has such a name. Rename it" in done.stderr
    assert "xxx" not in done.stdout
    assert enrolled(course) == {"ann", "bo", "cy"}


def trouble(course: Course, is_read: bool = True) -> dict[str, str]:
    """What each command that needs the gradebook says, after the place."""
    found = {}
    for command in (["report", "midterm"], ["export", "midterm", "--to", "jsonl"]):
        with pytest.raises(CourseError) as error:
            autograder(course, *command)
        found[command[0]] = str(error.value)
    if is_read:
        with pytest.raises(CourseError) as error:
            open_gradebook(course.assignment("midterm")).students()
        found["grade"] = str(error.value)
    return {command: text.removeprefix(f"{course.gradebook}/gradebook.db: ") for command, text in found.items()}


def damaged(path: Path) -> None:
    path.write_bytes(b"this is no database at all, whatever its name may be")


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:8192])


def old(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("ALTER TABLE student DROP COLUMN lms_user_id")


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (damaged, "it is no database: it is damaged, or another file has its name (file is not a database). "),
        (half, "it is damaged (database disk image is malformed). "),
        (old, "it was made by an older nbgrader (no such column: "),
    ],
)
def test_a_gradebook_that_cannot_be_read_is_told_with_the_way_out(
    harm: Callable[[Path], None], told: str, course: Course
) -> None:
    harm(course.gradebook / "gradebook.db")
    for command, text in trouble(course, harm is not old).items():
        assert text.startswith(told), command
        assert text.endswith(("--force.", "Run: nbgrader db upgrade.")), command


def test_a_gradebook_that_somebody_writes_is_said_to_be_locked(course: Course) -> None:
    with sqlite3.connect(course.gradebook / "gradebook.db", isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CourseError) as error:
            autograder(course, "report", "midterm")
        other.execute("ROLLBACK")
    assert str(error.value) == (
        f"{course.gradebook}/gradebook.db: another program is writing into it, and did not end in time (database is "
        "locked). Wait for it, or end it: another grader, nbgrader or formgrader; then run the same command again."
    )


def test_who_was_taken_out_of_the_gradebook_stays_out(course: Course) -> None:
    autograder(course, "collect", "midterm")
    with nbgrader(course).gradebook as book:
        book.remove_student("bo")
    told = "notice: bo: not in the gradebook any more, and left out; to have one again: nbgrader db student add ID"
    result = autograder(course, "report", "midterm")
    assert told in result.stderr
    scores = (course.gradebook / "reports" / "midterm" / "scores.csv").read_text()
    assert [line.split(",")[0] for line in scores.splitlines()] == ["student", "ann", "cy"]
    result = autograder(course, "export", "midterm", "--to", "jsonl")
    assert told in result.stderr
    (exported,) = (course.gradebook / "exports" / "midterm" / "jsonl").iterdir()
    assert ('"ann"' in exported.read_text(), '"bo"' in exported.read_text()) == (True, False)
    with nbgrader(course).gradebook as book:
        book.add_student("bo")
    assert "bo" not in autograder(course, "report", "midterm").stderr


@pytest.fixture
def graded_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever grades a submission comes at once to results that were made by hand."""

    @contextlib.contextmanager
    def workers(assignment: Assignment, *_: Any) -> Iterator[Any]:
        yield SimpleNamespace(grade=lambda names: [(handed_in(assignment, name), result(name)) for name in names])

    monkeypatch.setattr(run, "workers_for", workers)


def result(student: str) -> Graded:
    return Graded(student, report(student, dict.fromkeys(MAXIMA, 1.0)), notebook(student), "", set(), 1.0)


def enrolled(course: Course) -> set[str]:
    with nbgrader(course).gradebook as book:
        return {student.id for student in book.students}


@pytest.mark.usefixtures("graded_by_hand")
def test_grading_puts_nobody_back_who_was_taken_out(course: Course) -> None:
    autograder(course, "collect", "midterm")
    with nbgrader(course).gradebook as book:
        book.remove_student("bo")
    graded = autograder(course, "grade", "midterm", "--force", "--apply")
    told = "notice: bo: not in the gradebook any more, and left out; to have one again: nbgrader db student add ID"
    assert told in graded.stderr
    assert [line.split()[0] for line in graded.stdout.splitlines()] == ["student", "ann", "cy"]
    assert enrolled(course) == {"ann", "cy"}
    with pytest.raises(CourseError) as refused:
        autograder(course, "grade", "midterm", "--student", "bo")
    assert str(refused.value) == ("bo: was taken out of the gradebook. To have them again: nbgrader db student add bo.")
    assert enrolled(course) == {"ann", "cy"}


@pytest.mark.usefixtures("graded_by_hand")
def test_who_is_not_enrolled_is_graded_and_told(course: Course, inbound: Path) -> None:
    submit(inbound, "dee", notebook("dee"), "midterm")
    autograder(course, "collect", "midterm")
    graded = autograder(course, "grade", "midterm", "--apply")
    assert "notice: dee: not enrolled, and in the gradebook now because of a submission" in graded.stderr
    assert enrolled(course) == {"ann", "bo", "cy", "dee"}


def test_who_is_not_enrolled_is_known_after_grading_too(template: Path, tmp_path: Path) -> None:
    course = Course(shutil.copytree(template, tmp_path / "course", symlinks=True))
    with nbgrader(course).gradebook as book:
        book.remove_student("cy")
    assert unknown_students(course) == set()
    grade(course)
    assert unknown_students(course) == {"cy"}
    with nbgrader(course).gradebook as book:
        book.update_or_create_student("cy", first_name="Cyan")
    assert unknown_students(course) == set()


@pytest.mark.usefixtures("graded_by_hand")
def test_a_report_that_is_damaged_is_named(course: Course) -> None:
    autograder(course, "collect", "midterm")
    autograder(course, "grade", "midterm", "--apply")
    path = course.assignment("midterm").report_path("bo")
    path.write_bytes(path.read_bytes()[:50])
    for command in ("report", "grade"):
        with pytest.raises(CourseError) as error:
            autograder(course, command, "midterm")
        assert str(error.value).startswith(f"{path}: it is no report: it is damaged (")
        assert str(error.value).endswith("Delete it, then run: autograder grade midterm.")
    path.unlink()
    autograder(course, "grade", "midterm")
    assert load_reports(course.assignment("midterm"))[1] == result("bo").report

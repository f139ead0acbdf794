"""PostgreSQL as gradebook: the same rows as with SQLite, also from two graders at once."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from autograder.course.course import Course
from autograder.demo.story import CLASS, hand_in, make_course
from autograder.grade.run import grade_class
from autograder.nbgrader_host.api import nbgrader
from autograder.nbgrader_plugins.gradebook import open_gradebook
from autograder.release.build import build, publish

NAME = "logic_gates"
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
STUDENTS = {student: sample for student, sample in CLASS[NAME].items() if sample != "endless_loop.py"}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PROGRAMS, reason="PostgreSQL is not installed (Debian: apt-get install postgresql)"),
]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server of its own on a free port of this machine; gives the address of an empty database."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = Path(tempfile.mkdtemp(prefix="autograder-postgresql-"))
    # PostgreSQL does not run as root.
    user = pwd.getpwnam("postgres") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    os.chown(folder, user.pw_uid, user.pw_gid)
    (folder / "password").write_text("secret")

    def run(program: str, *words: str) -> None:
        command = [str(PROGRAMS[-1] / program), "-D", str(folder / "data"), *words]
        who = {"user": user.pw_uid, "group": user.pw_gid} if os.getuid() == 0 else {}
        done = subprocess.run(
            command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False, **who
        )
        assert done.returncode == 0, done.stderr

    run("initdb", "--username=grader", f"--pwfile={folder / 'password'}", "--auth=scram-sha-256")
    settings = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories="
    run("pg_ctl", "start", "-w", "-l", str(folder / "log"), "-o", settings)
    address = f"postgresql+psycopg://grader:secret@127.0.0.1:{port}"
    engine = sa.create_engine(f"{address}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text("CREATE DATABASE gradebook"))
    engine.dispose()
    yield f"{address}/gradebook"
    run("pg_ctl", "stop", "-m", "immediate")
    shutil.rmtree(folder)


def test_the_same_rows_as_with_sqlite_also_from_two_graders_at_once(
    server: str, project: Course, tmp_path: Path
) -> None:
    ours = class_in(make_course(project, tmp_path / "sqlite"), project)
    theirs = make_course(project, tmp_path / "postgresql")
    shutil.copytree(ours.gradebook / "submitted", theirs.gradebook / "submitted")
    (theirs.gradebook / "secret").write_text(ours.secret())
    config = theirs.root / "nbgrader_config.py"
    config.write_text(f"{config.read_text('utf-8')}\nc.CourseDirectory.db_url = {server!r}\n", "utf-8")
    class_in(theirs, project)
    grade_class(ours.assignment(NAME), "bubblewrap", open_gradebook)
    command = [sys.executable, "-m", "autograder", "grade", NAME, "--course", str(theirs.root)]
    graders = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)]
    told = [grader.communicate()[1].decode() for grader in graders]
    assert [grader.returncode for grader in graders] == [0, 0], told
    assert not list(theirs.gradebook.glob("*.db"))
    assert rows(theirs) == rows(ours)


def class_in(course: Course, project: Course) -> Course:
    assignment = course.assignment(NAME)
    build(assignment)
    publish(assignment)
    if not (course.gradebook / "submitted").exists():
        folder = project.root / "tests" / "submissions" / NAME
        hand_in(assignment, {student: folder / sample for student, sample in STUDENTS.items()})
        for student in STUDENTS:
            stamp = assignment.submitted_path(student).parent / "timestamp.txt"
            stamp.write_text(f"2026-03-{int(student[1:]):02} 10:00:00.000000 UTC")
    with nbgrader(course).gradebook as book:
        book.update_or_create_assignment(NAME, duedate="2026-03-10 12:00:00 UTC")
    return course


def rows(course: Course) -> list[tuple[object, ...]]:
    """All that nbgrader keeps of each student's blanks."""
    with nbgrader(course).gradebook as book:
        found = [
            (submission.student_id, str(submission.timestamp), grade.cell.name, grade.auto_score, grade.max_score)
            for submission in book.assignment_submissions(NAME)
            for notebook in submission.notebooks
            for grade in notebook.grades
        ]
        comments = [
            (submission.student_id, comment.cell.name, comment.auto_comment)
            for submission in book.assignment_submissions(NAME)
            for notebook in submission.notebooks
            for comment in notebook.comments
        ]
    assert len(found) == len(comments) == len(STUDENTS) * 25
    return sorted(found) + sorted(comments, key=str)

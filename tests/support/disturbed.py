"""Commands that are killed, or for which the disk is full, at a moment of their own: a program of its own, since a hook
into the interpreter cannot be taken out again. It loads all once and forks for each attempt.

    python disturbed.py FOLDER MOMENTS SEED COMMAND...

`MOMENTS` is how many of all moments at which a command writes are tried, spread evenly; 0 tries all. With a seed it is
killed at so many moments of the time that it takes. It prints what was found as JSON, by command and by what happened,
"kill" or "full", or "random": see `Found`.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypedDict

from by_hand_class import MAXIMA, report
from handing_in import notebook, submit

from autograder import cli
from autograder.course.course import Course
from autograder.errors import CourseError, disk_error
from autograder.exam.ledger import read
from autograder.exam.watch import watch
from autograder.grade import run
from autograder.grade.journal import Entry
from autograder.grade.workers import Graded
from autograder.nbgrader_host.api import nbgrader
from autograder.nbgrader_plugins.gradebook import open_gradebook
from autograder.report import pages  # loaded here, not in each attempt
from autograder.report.course_page import write_course_page

ROOT = Path(__file__).resolve().parents[2]
STUDENTS = ("ann", "bo", "cy")
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
DAY = timedelta(days=1)
assert pages, write_course_page


class Found(TypedDict):
    """What came of one command."""

    moments: int  # at which it writes
    wrong: list[str]  # what was not as it has to be, a line each


def make_course(root: Path) -> None:
    """A class of three, who handed in an assignment and an exam, and two of them other bytes of it before."""
    for name in ("midterm", "final"):
        folder = root / "solutions" / name
        folder.mkdir(parents=True)
        (folder / "assignment.toml").write_text(f'title = "{name}"\n')
        (folder / f"{name}.py").write_text("# no lesson is read here\n")
    (root / "solutions" / "final" / "exam.toml").write_text(exam_of_today())
    shutil.copy(ROOT / "nbgrader_config.py", root)
    with nbgrader(Course(root)).gradebook as book:
        book.add_assignment("midterm", duedate="2026-03-10 12:00:00 UTC")
        book.add_notebook("midterm", "midterm")
        for blank, points in MAXIMA.items():
            book.add_grade_cell(f"{blank}_examples", "midterm", "midterm", max_score=points, cell_type="code")
            book.add_solution_cell(blank, "midterm", "midterm")
        for student in STUDENTS:
            book.add_student(student)
        book.db.commit()
    inbound = root / "gradebook" / "exchange" / "neural_networks" / "inbound"
    inbound.mkdir(parents=True)
    inbound.parents[1].chmod(0o777)
    for student in STUDENTS:
        folder = submit(inbound, student, notebook(f"new {student}"), "midterm")
        (folder / "link").symlink_to("/etc/passwd")
        submit(inbound, student, notebook(student), "final")
    for student in STUDENTS[:2]:
        old = root / "gradebook" / "submitted" / student / "midterm"
        old.mkdir(parents=True)
        (old / "midterm.ipynb").write_bytes(notebook(f"old {student}"))
        (old / "timestamp.txt").write_text("1990-01-01 00:00:00.000000 UTC")


def exam_of_today() -> str:
    """Rules by which whatever the kernel's time is now is in time."""
    now = datetime.now(UTC)
    times = f"opens = {(now - DAY).isoformat()}\ncloses = {(now + 2 * DAY).isoformat()}\n"
    return f'{times}minutes = 4000\nowners = "unchecked"\n'


def results() -> list[Graded]:
    late = "2026-03-20 10:00:00.000000 UTC"
    points = dict.fromkeys(MAXIMA, 1.0)
    return [Graded(each, report(each, points), notebook(each), late, set(), 1.0) for each in STUDENTS]


def grade(course: Course) -> None:
    """What a class run does with what its workers bring."""
    assignment = course.assignment("midterm")
    run._BATCH = 2
    book = open_gradebook(assignment)
    writer = run._Writer(assignment, book, run.Journal.__new__(run.Journal))
    writer._journal._path = course.gradebook / "reports" / "midterm" / "journal.jsonl"
    for each in results():
        writer.add(Entry(each.student, "bytes", "grader", 1.0), each)
    writer.flush()
    book.moderate([each.report for each in results()])
    book.close()


def receive(course: Course) -> None:
    """With a clock that runs: what cannot be taken is waited for a minute."""
    looks = itertools.count()
    watch(course.assignment("final"), print, 0.0, True, lambda: datetime.now(UTC) + next(looks) * timedelta(seconds=3))


def line(*words: str) -> Callable[[Course], None]:
    def command(course: Course) -> None:
        sys.argv = ["autograder", *words, "--course", str(course.root)]
        cli.main()

    return command


COMMANDS: dict[str, tuple[list[Callable[[Course], None]], Callable[[Course], None]]] = {
    "collect": ([], line("collect", "midterm")),
    "watch": ([], receive),
    "collect-exam": ([receive], line("collect", "final")),
    "grade": ([], grade),
    "report": ([grade], line("report", "midterm")),
    "export": ([grade], line("export", "midterm", "--to", "jsonl")),
    "moderate": ([grade], line("moderate", "midterm", "cap", "2", "--reason", "so it is fair", "--apply")),
    "publish": ([grade], line("publish", "midterm")),
    "secret": ([], lambda course: print(course.secret())),
}


def attempt(command: Callable[[Course], None], root: Path, how: str = "", moment: float = 0) -> tuple[int, str, int]:
    """Exit status (negative: the signal), what was printed, and how often it wrote. A random moment is in seconds."""
    said, counted = root.with_name("said"), root.with_name("counted")
    child = os.fork()
    if not child:
        with said.open("w") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        counter = disturb(root, how, moment)
        code = 70
        try:
            command(Course(root))
            code = 0
        except (CourseError, OSError) as error:
            print(error if isinstance(error, CourseError) else disk_error(error))
            code = 1
        except SystemExit as ended:
            code = int(ended.code or 0)
        except BaseException:
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        counter["root"] = ""
        counted.write_text(str(counter["count"]))
        os._exit(code)
    killer = threading.Timer(moment, os.kill, (child, signal.SIGKILL))
    if how == "random":
        killer.start()
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    killer.cancel()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status, said.read_text(errors="replace"), int(counted.read_text()) if status >= 0 else 0


def disturb(root: Path, how: str, moment: float) -> dict[str, Any]:
    """From the n-th write under `root` on the disk is full; or at the n-th this process is killed."""
    state: dict[str, Any] = {"count": 0, "root": str(root)}

    def happens(is_adding: bool) -> None:
        state["count"] += 1
        if how == "kill" and state["count"] == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        if how == "full" and state["count"] >= moment and is_adding:
            raise OSError(28, "No space left on device")

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in ("open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.truncate"):
            return
        path = os.fsdecode(arguments[0]) if isinstance(arguments[0], (str, bytes)) else ""
        if not state["root"] or not path or not (path.startswith(state["root"]) or not os.path.isabs(path)):
            return
        if event != "open" or arguments[2] & WRITES:
            happens(event in ("open", "os.mkdir", "os.link"))

    sync = os.fsync

    def fsync(descriptor: int) -> None:
        if state["root"]:
            happens(True)
        sync(descriptor)

    os.fsync = fsync
    sys.addaudithook(hook)
    return state


def outcome(root: Path, name: str) -> dict[str, Any]:
    """All that is there, but for what says when it was made; in logs, what they say and not how often."""
    course = Course(root)
    gradebook = root / "gradebook"
    left = ["gradebook.db", "lock", "jsonl", "exchange"]
    if name == "moderate":
        left.append("index.html")  # it lists the decisions: who decides the same again has decided twice
    found: dict[str, Any] = {}
    for path in sorted(gradebook.rglob("*")):
        place = str(path.relative_to(gradebook))
        if path.is_file() and not any(part in place for part in left):
            of_its_time = "receipts" in place or "final/timestamp.txt" in place or path.name == "secret"
            found[place.split("receipts")[0]] = path.stat().st_size > 0 if of_its_time else path.read_bytes().decode()
    found["ledger"] = [[e.student, e.sha256, e.attempt, e.folder] for e in read(course.assignment("final"))]
    with sqlite3.connect(gradebook / "gradebook.db") as db:
        found["scores"] = db.execute(
            "select s.student_id, c.name, g.auto_score, g.extra_credit, n.late_submission_penalty from grade g "
            "join submitted_notebook n on n.id = g.notebook_id join submitted_assignment s on s.id = n.assignment_id "
            "join base_cell c on c.id = g.cell_id order by 1, 2"
        ).fetchall()
    return found


def try_command(folder: Path, begun: Path, name: str, moments: int, seed: str) -> dict[str, Found]:
    """What comes of a command in the course that lies at `begun`, killed and with a full disk."""
    before, command = COMMANDS[name]
    prepared, course = folder / "prepared", folder / "course"
    copy_course(begun, course)
    for each in before:
        status, said, _ = attempt(each, course)
        assert status == 0, said
    course.rename(prepared)
    copy_course(prepared, course)
    began = time.monotonic()
    status, said, count = attempt(command, course)
    took = time.monotonic() - began
    assert status == 0, said
    undisturbed = outcome(course, name)
    end = took if seed else count
    tried = moments_of(end, moments, seed)
    found = {how: Found(moments=count, wrong=[]) for how in (("random",) if seed else ("kill", "full"))}
    for how in found:
        for moment in tried:
            shutil.rmtree(course)
            copy_course(prepared, course)
            place = f"{name}, {how} at {moment:g} of {end:g}"
            found[how]["wrong"] += [f"{place}: {wrong}" for wrong in try_moment(course, name, how, moment, undisturbed)]
    return found


def copy_course(there: Path, here: Path) -> None:
    shutil.copytree(there, here, symlinks=True)
    inbound = here / "gradebook" / "exchange" / "neural_networks" / "inbound"
    for submitted in sorted(inbound.iterdir()):
        submitted.chmod(0o755)  # they come in one order, whatever the order of the copy


def moments_of(end: float, moments: int, seed: str) -> Sequence[float]:
    """Which writes of so many, or with a seed which seconds of so many."""
    if seed:
        draw = random.Random(int(seed))
        return [draw.uniform(0, end) for _ in range(moments)]
    count = int(end)
    return sorted({1 + (count - 1) * k // moments for k in range(moments + 1)}) if moments else range(1, count + 1)


def try_moment(course: Path, name: str, how: str, moment: float, undisturbed: dict[str, Any]) -> Iterator[str]:
    """What is not as it has to be where it happens at this moment."""
    command = COMMANDS[name][1]
    status, said, _ = attempt(command, course, how, moment)
    is_told = status == 1 or "cannot be taken now" in said or "cannot be written" in said
    if how == "full" and (not is_told or "fault of the autograder" in said) and outcome(course, name) != undisturbed:
        yield f"exit status {status}: {said[-300:]}"
    if how != "full" and status not in (-signal.SIGKILL, 0):
        yield f"exit status {status}: {said[-300:]}"
    if lost := lost_submissions(course):
        yield f"lost or half: {lost}"
    status, said, _ = attempt(command, course)
    after = outcome(course, name)
    if status or after != undisturbed:
        differs = [key for key in {*after, *undisturbed} if after.get(key) != undisturbed.get(key)]
        yield f"the same command again: {status} {differs[:5]} {said[-300:] if status else ''}"
    if parts := [str(path) for path in (course / "gradebook").rglob("*.part")]:
        yield f"left {parts}"


def lost_submissions(course: Path) -> list[str]:
    """What was collected before, or is now, is there whole."""
    wrong = []
    for student in STUDENTS[:2]:
        path = course / "gradebook" / "submitted" / student / "midterm" / "midterm.ipynb"
        if not path.is_file() or path.read_bytes() not in (notebook(f"old {student}"), notebook(f"new {student}")):
            wrong.append(str(path))
    return wrong


def main(folder: Path, moments: int, seed: str, names: list[str]) -> None:
    make_course(folder / "begun")
    found = {}
    for name in names:
        (folder / name).mkdir()
        found[name] = try_command(folder / name, folder / "begun", name, moments, seed)
    print("\n" + json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:])

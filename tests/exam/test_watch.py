"""Receiving submissions: our clock, the kernel's owner, whole copies; nothing that a student does stops it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from exam_times import OPENS, at
from handing_in import OwnKernel, Watched, notebook, submit

from autograder.course.course import Assignment, Course
from autograder.errors import CourseError
from autograder.exam import ledger as ledgers
from autograder.exam.ledger import Entry, line_hash, read
from autograder.exam.receipt import receipt_for
from autograder.exam.watch import Watch, watch

MakeExam = Callable[..., Assignment]
UNCHECKED = 'owners = "unchecked"\n'
BEGUN = at(9, 1)
ONE, TWO = notebook("one"), notebook("two")

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files to others")


@pytest.fixture
def watching(inbound: Path) -> Iterator[Callable[..., Watched]]:
    """How to begin a watch, which has looked once into the empty exchange."""
    begun: list[Watched] = []

    def begin(assignment: Assignment, begins: datetime = BEGUN, kernel: type[Watch] = OwnKernel) -> Watched:
        begun.append(Watched(assignment, begins, kernel))
        begun[-1].look(begins)
        return begun[-1]

    yield begin
    for each in begun:
        each.close()


def copies(assignment: Assignment) -> dict[str, bytes]:
    """The notebook in each folder of what was received."""
    folders = sorted((assignment.exam_folder / "received").iterdir())
    return {folder.name: (folder / "final.ipynb").read_bytes() for folder in folders}


def facts(entries: list[Entry]) -> list[tuple[str, str, int, datetime]]:
    return [(entry.student, entry.sha256, entry.attempt, entry.received) for entry in entries]


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def test_a_submission_is_taken_with_our_time_and_not_the_students(exam: MakeExam, inbound: Path, watching) -> None:
    assignment = exam(UNCHECKED)
    watched = watching(assignment)
    submit(inbound, "s01", ONE)
    assert watched.look(at(9, 30)) == 1
    assert read(assignment) == []  # it may still be written
    assert watched.look() == 0
    (entry,) = read(assignment)
    assert (entry.number, entry.student, entry.attempt, entry.sha256) == (1, "s01", 1, digest(ONE))
    assert (entry.received, entry.claimed) == (at(9, 30), "1999-01-01 00:00:00.000000 UTC")
    assert (entry.folder, entry.before) == ("received/000001-s01", "")
    assert copies(assignment) == {"000001-s01": ONE}
    assert watched.said == ["09:30:00 s01: 000001-s01, attempt 1, in time"]
    assert watched.look() == 0
    assert len(read(assignment)) == 1


def test_what_is_still_being_written_is_not_taken_half(exam: MakeExam, inbound: Path, watching) -> None:
    assignment = exam(UNCHECKED)
    watched = watching(assignment)
    folder = submit(inbound, "s01", b"{", secret=False)
    watched.look(at(9, 30))
    (folder / "final.ipynb").write_bytes(ONE)
    watched.look()
    watched.look()
    watched.look()
    assert read(assignment) == []  # nbgrader writes one more file
    (folder / "submission_secret.txt").write_text("0123")
    watched.look()
    watched.look()
    assert facts(read(assignment)) == [("s01", digest(ONE), 1, at(9, 30))]


def test_what_nbgrader_never_finished_is_taken_after_a_while(exam: MakeExam, inbound: Path, watching) -> None:
    assignment = exam(UNCHECKED)
    watched = watching(assignment)
    submit(inbound, "s01", ONE, secret=False)
    watched.look(at(9, 30))
    assert watched.look(at(9, 30, 29)) == 1
    assert watched.look(at(9, 30, 30)) == 0
    assert facts(read(assignment)) == [("s01", digest(ONE), 1, at(9, 30))]


def test_who_goes_on_changing_it_is_received_at_the_last_change(exam: MakeExam, inbound: Path, watching) -> None:
    assignment = exam(UNCHECKED)
    watched = watching(assignment)
    folder = submit(inbound, "s01", ONE)
    for minutes in range(30, 35):
        watched.look(at(10, minutes))
        (folder / "final.ipynb").write_bytes(notebook(f"still at it {minutes}"))
    watched.look(at(10, 36))
    watched.look()
    assert facts(read(assignment)) == [("s01", digest(notebook("still at it 34")), 1, at(10, 36))]
    assert watched.said == ["10:36:00 s01: 000001-s01, attempt 1, too late"]


def test_what_is_changed_afterwards_is_another_attempt_and_the_first_stays(
    exam: MakeExam, inbound: Path, watching
) -> None:
    assignment = exam(UNCHECKED)
    watched = watching(assignment)
    folder = submit(inbound, "s01", ONE)
    watched.look(at(9, 30))
    watched.look()
    (folder / "final.ipynb").write_bytes(TWO)
    watched.look(at(10))
    watched.look()
    shutil.rmtree(folder)
    watched.look()
    assert facts(read(assignment)) == [("s01", digest(ONE), 1, at(9, 30)), ("s01", digest(TWO), 2, at(10))]
    assert copies(assignment) == {"000001-s01": ONE, "000002-s01": TWO}


def test_what_was_only_touched_is_no_other_submission(exam: MakeExam, inbound: Path, watching) -> None:
    assignment = exam(UNCHECKED)
    watched = watching(assignment)
    folder = submit(inbound, "s01", ONE)
    watched.look()
    watched.look()
    os.utime(folder / "final.ipynb", (0, 0))
    watched.look()
    assert watched.look() == 0
    assert len(read(assignment)) == 1


def test_after_a_new_start_nothing_is_there_twice_and_nothing_lost(exam: MakeExam, inbound: Path, watching) -> None:
    assignment = exam(UNCHECKED)
    watched = watching(assignment)
    submit(inbound, "s01", ONE)
    watched.look()
    watched.look()
    watched.close()
    late = submit(inbound, "s02", TWO)
    changed = max(path.lstat().st_ctime for path in [late, *late.iterdir()])
    again = watching(assignment, at(10, 40), Watch)
    again.look()
    assert [entry.student for entry in read(assignment)] == ["s01", "s02"]
    # Nobody looked when it came: the kernel knows.
    assert read(assignment)[1].received == datetime.fromtimestamp(changed, UTC)


def test_a_time_of_the_kernel_that_is_ahead_of_ours_is_not_believed(exam: MakeExam, inbound: Path, watching) -> None:
    assignment = exam(UNCHECKED)
    submit(inbound, "s01", ONE)
    long_ago = datetime(2001, 1, 1, tzinfo=UTC)
    watched = watching(assignment, long_ago)
    watched.look()
    assert [entry.received for entry in read(assignment)] == [long_ago]


@pytest.mark.parametrize("killed_before", ["append", "sync_folder", "Ledger._move"])
def test_whoever_is_killed_goes_on_where_he_was(
    exam: MakeExam, inbound: Path, watching, killed_before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def kill(*_: object) -> None:
        raise Killed

    assignment = exam(UNCHECKED)
    watched = watching(assignment)
    folder = submit(inbound, "s01", ONE)
    watched.look()
    with monkeypatch.context() as patch:
        patch.setattr(f"autograder.exam.ledger.{killed_before}", kill)
        with pytest.raises(Killed):
            watched.look()
    watched.close()
    if killed_before == "Ledger._move":
        shutil.rmtree(folder)  # what is in the ledger needs it no more
    again = watching(assignment)
    again.look()
    again.look()
    assert [entry.sha256 for entry in read(assignment)] == [digest(ONE)]
    assert copies(assignment) == {"000001-s01": ONE}


def test_a_second_watch_is_refused(exam: MakeExam, watching) -> None:
    assignment = exam(UNCHECKED)
    watching(assignment)
    with pytest.raises(CourseError) as error:
        watching(Course(assignment.course.root).assignment("final"))
    assert str(error.value) == "final: is watched already. One watch is enough; end the other one."


@needs_root
def test_whose_files_they_are_is_the_kernels_word(exam: MakeExam, inbound: Path, watching) -> None:
    assignment = exam('owners = { daemon = "s01" }')
    watched = watching(assignment)
    own, forged, mixed = (submit(inbound, student, ONE, number=number) for number, student in enumerate(["s01"] * 3))
    daemon, bin_ = 1, 2
    for folder, uid in ((own, daemon), (forged, bin_), (mixed, daemon)):
        for path in (folder, *folder.iterdir()):
            os.chown(path, uid, -1)
    os.chown(mixed / "final.ipynb", 4242, -1)
    watched.look(at(9, 30))
    watched.look()
    assert [(entry.owner, entry.attempt) for entry in read(assignment)] == [
        ("daemon", 1),
        ("bin", 0),
        ("daemon, user 4242", 0),
    ]
    assert watched.said == [
        "09:30:00 s01: 000001-s01, attempt 1, in time",
        "09:30:00 s01: 000002-s01, does not count: its files belong to bin",
        "09:30:00 s01: 000003-s01, does not count: its files belong to daemon, user 4242",
    ]


def test_hostile_names_and_links_stop_nothing(exam: MakeExam, inbound: Path, watching) -> None:
    assignment = exam(UNCHECKED)
    watched = watching(assignment)
    submit(inbound, "..", ONE)
    submit(inbound, "", ONE)
    submit(inbound, "\x1b[31m", ONE)
    submit(inbound, "x" * 201, ONE)
    submit(inbound, "s02", ONE, name="another")
    os.mkdir(os.fsencode(inbound) + b"/\xff+final+now")
    os.mkdir(inbound / "s03+final+\n+")
    (inbound / "s04+final+now").symlink_to("/etc")
    os.mkfifo(inbound / "s05+final+now")
    submit(inbound, "kim+lee", TWO)
    linked = submit(inbound, "s06", ONE)
    (linked / "final.ipynb").unlink()
    (linked / "final.ipynb").symlink_to("/etc/passwd")
    os.mkfifo(linked / "pipe")
    watched.look(at(9, 30))
    watched.look()
    watched.look()
    assert [(entry.student, entry.sha256) for entry in read(assignment)] == [("kim+lee", digest(TWO)), ("s06", "")]
    left = "is left alone: no student has such a name"
    stamp = "1999-01-01 00:00:00.000000 UTC+random1"
    assert sorted(watched.said) == sorted(
        [
            f"'+final+{stamp}' {left}",
            f"'..+final+{stamp}' {left}",
            f"'\\x1b[31m+final+{stamp}' {left}",
            f"'{'x' * 200}' {left}",
            f"'\\udcff+final+now' {left}",
            f"'s03+final+\\n+' {left}",
            "'s04+final+now' is left alone: it is no folder",
            "'s05+final+now' is left alone: it is no folder",
            "09:30:00 kim+lee: 000001-kim+lee, attempt 1, in time",
            "09:30:00 s06: 000002-s06, not an attempt, in time, it holds no final.ipynb",
            "  left out of it: 'final.ipynb: a link, or not to be opened'",
            "  left out of it: 'pipe: no regular file'",
        ]
    )


def test_the_only_notebook_is_received_and_what_was_left_out_is_in_the_ledger(
    exam: MakeExam, inbound: Path, watching
) -> None:
    assignment = exam(UNCHECKED)
    watched = watching(assignment)
    folder = submit(inbound, "s01", ONE)
    (folder / "final.ipynb").rename(folder / "final (1).ipynb")
    (folder / "link").symlink_to("/etc/passwd")
    watched.look(at(9, 30))
    watched.look()
    (entry,) = read(assignment)
    assert (entry.sha256, entry.attempt, entry.left_out) == (digest(ONE), 1, ["link: a link, or not to be opened"])
    assert receipt_for(assignment, "s01").sha256 == digest(ONE)
    line = (assignment.exam_folder / "ledger.jsonl").read_bytes().rstrip()
    assert line_hash(entry) == digest(line)


def test_the_line_of_an_older_ledger_has_the_hash_that_it_had() -> None:
    line = (
        b'{"number":1,"student":"s01","owner":"s01","received":"2026-06-12T09:30:00Z","sha256":"","attempt":0,'
        b'"folder":"received/000001-s01","claimed":"","inbound":"a","files":"b","before":""}'
    )
    assert line_hash(msgspec.json.decode(line, type=Entry)) == digest(line)


@needs_root
def test_a_notebook_under_another_name_has_to_be_the_students_too(exam: MakeExam, inbound: Path, watching) -> None:
    assignment = exam()
    watched = watching(assignment)
    folder = submit(inbound, "daemon", ONE)
    os.chown(folder, 1, 1)
    (folder / "final.ipynb").rename(folder / "mine.ipynb")
    watched.look(at(9, 30))
    watched.look()
    assert [entry.owner for entry in read(assignment)] == ["daemon, root"]


def test_folders_without_end_and_thousands_of_files_stop_nothing(exam: MakeExam, inbound: Path, watching) -> None:
    assignment = exam(UNCHECKED)
    watched = watching(assignment)
    deep = submit(inbound, "s01", ONE)
    deep.joinpath(*["d"] * 400).mkdir(parents=True)
    many = submit(inbound, "s02", TWO)
    for number in range(1_500):
        (many / f"{number}.txt").touch()
    watched.look()
    watched.look()
    assert [(entry.student, entry.sha256) for entry in read(assignment)] == [("s01", digest(ONE)), ("s02", digest(TWO))]
    assert sum("there are too many files" in line for line in watched.said) == 3


def test_what_goes_away_before_it_was_taken_is_told(exam: MakeExam, inbound: Path, watching) -> None:
    assignment = exam(UNCHECKED)
    watched = watching(assignment)
    folder = submit(inbound, "s01", ONE)
    watched.look()
    shutil.rmtree(folder)
    assert watched.look() == 0
    assert watched.said == [f"{folder.name!r} went away before it could be taken"]


@pytest.mark.parametrize("copies_fit", [False, True])
def test_a_disk_without_room_loses_nothing(
    exam: MakeExam, inbound: Path, watching, copies_fit: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    assignment = exam(UNCHECKED)
    watched = watching(assignment)
    folder = submit(inbound, "s01", ONE)
    watched.look(at(9, 30))
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        if copies_fit:
            patch.setattr(ledgers, "sync_folder", lambda _: None)
        assert watched.look() == 1
        assert watched.look() == 1
    assert watched.said == [
        f"{folder.name!r} cannot be taken now, it is tried again ([Errno 28] No space left on device)"
    ]
    assert watched.look() == 0
    assert facts(read(assignment)) == [("s01", digest(ONE), 1, at(9, 30))]


def test_a_line_of_the_ledger_is_written_when_the_disk_has_the_copy(
    exam: MakeExam, inbound: Path, watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk may say only then that it is full."""
    synced: list[str] = []

    def sync(descriptor: int) -> None:
        synced.append(Path(os.readlink(f"/proc/self/fd/{descriptor}")).name)

    watched = watching(exam(UNCHECKED))
    submit(inbound, "s01", ONE)
    watched.look()
    monkeypatch.setattr(os, "fsync", sync)
    watched.look()
    assert {"final.ipynb", "timestamp.txt"} <= {*synced[: synced.index("ledger.jsonl")]}


def test_once_ends_when_nothing_is_waited_for(exam: MakeExam, inbound: Path) -> None:
    assignment = exam(UNCHECKED)
    clock = [at(9, 30)]
    busy = submit(inbound, "s01", ONE)
    submit(inbound, "s02", TWO)

    def sleep(seconds: float) -> None:
        clock[0] += timedelta(seconds=seconds)
        (busy / "final.ipynb").write_bytes(notebook(str(clock[0])))

    said: list[str] = []
    assert watch(assignment, said.append, 10, once=True, now=lambda: clock[0], sleep=sleep) == 1
    assert [entry.student for entry in read(assignment)] == ["s02"]
    assert clock[0] - at(9, 30) < timedelta(minutes=2)


def test_ctrl_c_ends_it(exam: MakeExam, inbound: Path) -> None:
    def interrupt(_: float) -> None:
        raise KeyboardInterrupt

    assert watch(exam(UNCHECKED), print, 1, now=lambda: OPENS, sleep=interrupt) == 0


def test_what_is_no_exam_or_was_not_released(exam: MakeExam) -> None:
    assignment = exam()
    with pytest.raises(CourseError) as error:
        watch(assignment, print, 1)
    inbound = assignment.course.gradebook / "exchange" / "neural_networks" / "inbound"
    assert str(error.value) == f"{inbound}: does not exist. Run: autograder release final."
    (assignment.folder / "exam.toml").unlink()
    with pytest.raises(CourseError) as error:
        watch(Course(assignment.course.root).assignment("final"), print, 1)
    assert str(error.value) == f"final: is no exam. Write its rules in {assignment.folder / 'exam.toml'}."

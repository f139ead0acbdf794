"""Files and lines that are whole or not there, and what a killed writer leaves."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from by_hand_class import course_with, log_of, three

from autograder.files import (
    append,
    is_student,
    read_lines,
    remove_abandoned,
    whole_folder,
    write_all_whole,
    write_secret,
    write_whole,
)
from autograder.moderate.log import add_to_log, read_log
from autograder.moderate.moderation import Cap, Curve

ONE, TWO = b'{"n":1}', b'{"n":2}'


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """How to let the disk be full at the n-th time that it is to have something."""

    def at(moment: int) -> None:
        left = [None] * (moment - 1)

        def fsync(_: int) -> None:
            if not left:
                raise OSError(errno.ENOSPC, "No space left on device")
            left.pop()

        monkeypatch.setattr(os, "fsync", fsync)

    return at


@pytest.mark.parametrize("cut", range(1, len(TWO)))
def test_half_a_line_never_was_and_is_written_over(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes(ONE + b"\n" + TWO[:cut])
    assert read_lines(path) == [ONE]
    append(path, TWO, after=1)
    assert path.read_bytes() == ONE + b"\n" + TWO + b"\n"


def test_a_line_that_lacks_only_its_end_counts(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes(ONE)
    assert read_lines(path) == [ONE]
    append(path, TWO)
    assert path.read_bytes() == ONE + b"\n" + TWO + b"\n"


def test_a_long_half_line_is_found(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes(ONE + b'\n{"n":"' + b"x" * 200_000)
    append(path, TWO)
    assert read_lines(path) == [ONE, TWO]


def test_lines_for_which_there_is_no_room_leave_nothing(tmp_path: Path, full: Callable[[int], None]) -> None:
    path = tmp_path / "log.jsonl"
    append(path, ONE)
    full(1)
    with pytest.raises(OSError, match="No space left"):
        append(path, TWO, TWO)
    assert path.read_bytes() == ONE + b"\n"


def test_a_line_is_added_only_after_those_that_were_read(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    append(path, ONE, after=0)
    with pytest.raises(FileExistsError):
        append(path, TWO, after=0)
    assert read_lines(path) == [ONE]


@pytest.mark.parametrize("cut", [1, 20, 60])
def test_half_a_decision_stops_no_command(cut: int, tmp_path: Path) -> None:
    assignment = course_with(tmp_path, three())
    first, second = log_of(Cap(9.0), Curve(add=1.0))
    add_to_log(assignment, first)
    path = assignment.exam_folder / "moderation.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:cut])
    assert read_log(assignment) == [first]
    add_to_log(assignment, second)
    assert read_log(assignment) == [first, second]


@pytest.mark.parametrize("moment", [1, 2])
def test_files_are_written_all_or_none(moment: int, tmp_path: Path, full: Callable[[int], None]) -> None:
    paths = [tmp_path / name for name in "ab"]
    write_all_whole(dict.fromkeys(paths, b"old"))
    full(moment)
    with pytest.raises(OSError, match="No space left"):
        write_all_whole(dict.fromkeys(paths, b"new"))
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"old", b"old"]


def test_the_disk_has_a_file_before_its_name_and_then_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a power cut leaves an empty file, or none."""
    synced: list[tuple[str, bool]] = []

    def sync(descriptor: int) -> None:
        synced.append((Path(os.readlink(f"/proc/self/fd/{descriptor}")).name, (tmp_path / "a").exists()))

    monkeypatch.setattr(os, "fsync", sync)
    write_whole(tmp_path / "a", b"new")
    assert synced == [(f".a.{os.getpid()}.part", False), (tmp_path.name, True)]


def test_a_folder_takes_the_place_of_another_or_leaves_it(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    for content in ("old", "new"):
        with whole_folder(target) as folder:
            (folder / content).write_text(content)
    assert [path.name for path in target.iterdir()] == ["new"]
    with pytest.raises(FileExistsError), whole_folder(target) as folder:
        write_twice(folder / "half")
    assert [path.name for path in target.iterdir()] == ["new"]
    assert list(tmp_path.iterdir()) == [target]


def write_twice(path: Path) -> None:
    for _ in range(2):
        with path.open("x") as file:
            file.write("half")


def test_a_file_system_that_cannot_exchange_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Refuses:
        @staticmethod
        def renameat2(*_: Any) -> int:
            return -1

    monkeypatch.setattr("autograder.files.ctypes.CDLL", lambda *_, **__: Refuses)
    test_a_folder_takes_the_place_of_another_or_leaves_it(tmp_path)


def test_what_a_killed_writer_left_goes_and_what_is_being_written_stays(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from autograder.files import whole_folder\n"
        "with whole_folder(Path(sys.argv[1], 'x')): print('ready', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "ready\n"
        remove_abandoned(tmp_path)
        assert len(list(tmp_path.glob(".x.*.part"))) == 1
        other.kill()
        other.wait()
    remove_abandoned.cache_clear()
    write_whole(tmp_path / "y", b"y")
    assert [path.name for path in tmp_path.iterdir()] == ["y"]


def test_a_secret_is_whole_from_its_first_moment_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    write_secret(path, b"first")
    with pytest.raises(FileExistsError):
        write_secret(path, b"second")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"first", 0o600)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "may_be"),
    [("kim+lee", True), ("é" * 100, True), *((bad, False) for bad in ("é" * 101, "", "a/b", "..", "\udcff", "a\nb"))],
)
def test_names_of_students(name: str, may_be: bool) -> None:
    assert is_student(name) == may_be


def test_a_new_file_whose_folder_the_disk_does_not_take_gets_no_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line that is there although its writing failed is taken for something that was done."""

    def full(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space left"):
            append(tmp_path / "log.jsonl", b'{"a":1}')
    assert read_lines(tmp_path / "log.jsonl") == []
    append(tmp_path / "log.jsonl", b'{"a":2}')
    assert read_lines(tmp_path / "log.jsonl") == [b'{"a":2}']

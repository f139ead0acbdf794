"""Each command, killed or with a full disk at each of its writes: told, nothing lost, nothing half taken for whole; the
same command once more comes to the same as if nothing had been."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.files import append, read_lines, whole_folder, write_all_whole
from autograder.submit.plain import copy_plain

SUPPORT = Path(__file__).parents[1] / "support"
COMMANDS = ["collect", "watch", "collect-exam", "grade", "report", "export", "moderate", "publish", "secret"]


def disturbed(folder: Path, moments: int, commands: list[str], seed: str = "") -> dict[str, dict[str, Any]]:
    """What came of each command, by what happened."""
    done = subprocess.run(
        [sys.executable, str(SUPPORT / "disturbed.py"), str(folder), str(moments), seed, *commands],
        env={**os.environ, "PYTHONPATH": str(SUPPORT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def at_some_moments(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """One process tries all: to load everything takes it longer than to try one command."""
    return disturbed(tmp_path_factory.mktemp("disturbed"), 4, COMMANDS)


@pytest.mark.slow
@pytest.mark.parametrize("how", ["kill", "full"])
@pytest.mark.parametrize("command", COMMANDS)
def test_at_some_moments(command: str, how: str, at_some_moments: dict[str, dict[str, Any]]) -> None:
    found = at_some_moments[command][how]
    assert found["moments"] >= 4
    assert found["wrong"] == []


@pytest.mark.long
@pytest.mark.parametrize("command", COMMANDS)
def test_at_every_moment(command: str, tmp_path: Path) -> None:
    found = disturbed(tmp_path, 0, [command])[command]
    assert {how: each["wrong"] for how, each in found.items()} == {"kill": [], "full": []}


@pytest.mark.long
@pytest.mark.parametrize("command", COMMANDS)
def test_killed_at_random_moments(command: str, tmp_path: Path) -> None:
    """Also where it writes nothing. The seed of the moments is printed; SEED=… tries the same ones again."""
    seed = os.environ.get("SEED") or str(random.randrange(2**32))
    print(f"SEED={seed}")
    found = disturbed(tmp_path, 50, [command], seed)[command]
    assert {how: each["wrong"] for how, each in found.items()} == {"random": []}


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    done = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if not done or done.returncode:
        pytest.skip("only root mounts a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def write_files(disk: Path) -> None:
    write_all_whole({disk / "a": b"x" * 60_000, disk / "b": b"x" * 60_000})


def write_a_folder(disk: Path) -> None:
    source = disk.parent / "source"
    source.mkdir(exist_ok=True)
    for name in ("a.ipynb", "b.ipynb"):
        (source / name).write_bytes(b"x" * 60_000)
    with whole_folder(disk / "copy") as folder:
        assert copy_plain(source, folder) == []


def write_a_line(disk: Path) -> None:
    append(disk / "log.jsonl", json.dumps({"text": "x" * 60_000}).encode(), json.dumps({"text": "y" * 60_000}).encode())


@pytest.mark.parametrize("free_kb", range(0, 140, 20))
@pytest.mark.parametrize("write", [write_files, write_a_folder, write_a_line])
def test_a_disk_that_is_really_full(write: Callable[[Path], None], free_kb: int, small: Path) -> None:
    before = {"a": b"old", "b": b"old", "copy/a.ipynb": b"old"}
    (small / "copy").mkdir()
    for name, content in before.items():
        (small / name).write_bytes(content)
    append(small / "log.jsonl", b'{"text":"old"}')
    room = os.statvfs(small)
    (small / "ballast").write_bytes(b"x" * max(0, room.f_bavail * room.f_frsize - free_kb * 1024))
    if free_kb >= 120:
        write(small)
    else:
        with pytest.raises(OSError, match="No space left on device"):
            write(small)
        assert {name: (small / name).read_bytes() for name in before} == before
        assert read_lines(small / "log.jsonl") == [b'{"text":"old"}']
    assert list(small.rglob("*.part")) == []
    (small / "ballast").unlink()
    write(small)
    assert list(small.rglob("*.part")) == []

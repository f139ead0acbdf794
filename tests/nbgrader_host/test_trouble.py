"""What SQLite itself says of a gradebook is told with the way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy.exc import DatabaseError

from autograder.nbgrader_host.trouble import trouble


def readonly(path: Path) -> None:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        db.execute("INSERT INTO student VALUES ('ann')")


def full(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA max_page_count = 2")
        db.execute("INSERT INTO student VALUES (zeroblob(100000))")


def nowhere(path: Path) -> None:
    sqlite3.connect(path / "in a file").execute("SELECT 1")


def older(path: Path) -> None:
    sqlite3.connect(path).execute("SELECT * FROM assignment")


def failing(path: Path) -> None:
    raise sqlite3.OperationalError("disk I/O error")  # as SQLite says of a disk that breaks


def other(path: Path) -> None:
    raise sqlite3.OperationalError("could not connect to server\nIs it running?")  # as PostgreSQL says


AGAIN = "then run the same command again"


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (
            readonly,
            "it may not be written, nor may its folder (attempt to write a readonly database). "
            f"Give yourself the right to write both, {AGAIN}.",
        ),
        (full, f"the disk is full (database or disk is full). Make room, {AGAIN}: what was written is kept."),
        (
            nowhere,
            "it cannot be opened (unable to open database file). See to it that you may read and write it and "
            "its folder.",
        ),
        (
            older,
            "it was made by an older nbgrader, or is damaged (no such table: assignment). Run: nbgrader db upgrade.",
        ),
        (failing, f"the disk fails or is full (disk I/O error). Make room or look at the disk, {AGAIN}."),
        (
            other,
            "the database does not answer (could not connect to server). See to it that it runs and may be reached.",
        ),
    ],
)
def test_each_trouble_has_its_own_way_out(harm: Callable[[Path], None], told: str, tmp_path: Path) -> None:
    path = tmp_path / "gradebook.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE student (id)")
    api: Any = SimpleNamespace(coursedir=SimpleNamespace(db_url=f"sqlite:///{path}"))
    with pytest.raises(sqlite3.Error) as raised:
        harm(path)
    assert str(trouble(api, DatabaseError("", {}, raised.value))) == f"{path}: {told}"

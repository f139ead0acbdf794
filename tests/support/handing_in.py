"""What students do, without nbgrader: folders in the exchange as its `submit` leaves them, and a clock to watch by."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

from autograder.course.course import Assignment
from autograder.exam.watch import Watch


def notebook(text: str) -> bytes:
    """A notebook with one cell."""
    cell = {"cell_type": "code", "metadata": {}, "source": text, "outputs": [], "execution_count": None}
    return json.dumps({"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [cell]}).encode()


def submit(
    inbound: Path, student: str, content: bytes, name: str = "final", secret: bool = True, number: int = 1
) -> Path:
    """A submission of this student's, whose timestamp says whatever a student likes."""
    folder = inbound / f"{student}+{name}+1999-01-01 00:00:00.000000 UTC+random{number}"
    folder.mkdir()
    (folder / f"{name}.ipynb").write_bytes(content)
    (folder / "timestamp.txt").write_text("1999-01-01 00:00:00.000000 UTC")
    if secret:
        (folder / "submission_secret.txt").write_text("0123")
    return folder


class OwnKernel(Watch):
    """A watch for which what changes, changes when it is seen: by its own clock."""

    def _time(self, ctime_ns: int) -> datetime:
        return self.times.setdefault(ctime_ns, self._now())

    times: dict[int, datetime]


class Watched:
    """A watch with a clock of its own, or with the kernel's; all that it says is in `said`."""

    def __init__(self, assignment: Assignment, begins: datetime, kernel: type[Watch] = OwnKernel) -> None:
        self.now = begins
        self.said: list[str] = []
        self.watch = kernel(assignment, self.said.append, lambda: self.now)
        self.watch.times = {}

    def look(self, at: datetime | None = None) -> int:
        """Look, at this time or two seconds after the last."""
        self.now = at or self.now + timedelta(seconds=2)
        return self.watch.look()

    def close(self) -> None:
        self.watch.close()

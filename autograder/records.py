"""The report of one graded submission: what every page, table and exporter is made from."""

from __future__ import annotations

from typing import Literal

import msgspec

Outcome = Literal["passed", "failed", "not run", "grader error"]


class CheckReport(msgspec.Struct):
    """How one hidden check ended.

    `points` is None when the check ended as a grader error: unknown is not zero.
    `cause` is what the check saw, `diagnosis` the name of the mistake, `advice` the sentence that says what it means.
    """

    name: str
    sentence: str
    outcome: Outcome
    points: float | None
    max_points: float
    cause: str = ""
    diagnosis: str = ""
    advice: str = ""
    followed_through: bool = False


class CellReport(msgspec.Struct):
    """One blank, with the checks that grade it."""

    grade_id: str
    title: str
    points: float | None
    max_points: float
    checks: list[CheckReport]


class Report(msgspec.Struct):
    """One submission of one student, graded.

    `problems` tells what was odd about the file itself, `unprotected` which layers of the sandbox were missing.
    """

    assignment: str
    student: str
    points: float | None
    max_points: float
    seed: str
    grader: str
    sandbox: str
    problems: list[str]
    cells: list[CellReport]
    unprotected: list[str] = []


def total(parts: list[float | None]) -> float | None:
    """Sum of points, unknown as soon as one part is unknown."""
    known = [part for part in parts if part is not None]
    return None if len(known) < len(parts) else round(sum(known), 6)


class Change(msgspec.Struct):
    """Somebody who would get another score for the same submission, since the checks have changed."""

    student: str
    before: float | None
    after: float | None


def encode(report: Report) -> bytes:
    """The report as indented JSON, the same bytes for the same report."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"


def decode(data: bytes) -> Report:
    return msgspec.json.decode(data, type=Report)

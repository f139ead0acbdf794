"""What students and instructors read in every kind of report: one place for scores, outcomes and notices."""

from __future__ import annotations

import unicodedata
from collections import Counter

from autograder.records import CellReport, CheckReport, Report

NO_SANDBOX = "graded without a sandbox"
NOT_GRADED = "could not be graded, your teacher will look at it"
FOLLOWED_THROUGH = "right, given your own earlier answer"


def weakened(layers: list[str]) -> str:
    return f"graded in a sandbox without {', '.join(layers)} (autograder doctor tells what that means)"


def printable(text: str) -> str:
    """The text without control characters, line breaks or anything else that a page or terminal would obey."""
    return text if text.isprintable() else "".join(char if char.isprintable() else " " for char in text)


def one_line(text: str) -> str:
    """The printable text, one space between words."""
    return " ".join(printable(text).split())


def clean(text: str) -> str:
    """Text that came from a submission, on one line, without control characters."""
    return printable(text[:1000]).strip()


def columns_of(text: str) -> int:
    """How many columns of a terminal the text takes: a Korean syllable takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def number(points: float | None) -> str:
    """Points as people write them: "2", "0.5", and "unknown" where they are not known."""
    return "unknown" if points is None else f"{points:.6f}".rstrip("0").rstrip(".")


def score(points: float | None, max_points: float) -> str:
    return f"{number(points)} of {number(max_points)}"


def checked(report: Report) -> str:
    """How many checks were run and how they ended."""
    outcomes = Counter(check.outcome for cell in report.cells for check in cell.checks)
    followed = sum(check.followed_through for cell in report.cells for check in cell.checks)
    parts = [f"{outcomes[each]} {each}" for each in ("passed", "failed", "not run", "grader error") if outcomes[each]]
    told = f"{outcomes.total()} hidden checks: {', '.join(parts)}"
    return f"{told}; {followed} of them {FOLLOWED_THROUGH}" if followed else told


def graded_bytes(report: Report) -> str:
    """Which file the score is for."""
    return f"Graded: the file with SHA-256 {report.submitted[:12]}…"


def outcome(check: CheckReport) -> str:
    return f"{check.outcome}: {FOLLOWED_THROUGH}" if check.followed_through else check.outcome


def remark(check: CheckReport) -> str:
    """What the check saw. The cause of a grader error is the instructor's to read: it may show hidden inputs."""
    return NOT_GRADED if check.outcome == "grader error" else one_line(check.cause)


def mistake(check: CheckReport) -> str:
    """The name of the mistake and what it means; empty where none was recognised."""
    return ": ".join(one_line(part) for part in (check.diagnosis, check.advice) if part)


def is_lost(cell: CellReport) -> bool:
    """Whether points are known to be lost in this blank."""
    return cell.points is not None and cell.points < cell.max_points


def entries_told(wrong: list[list[bool]]) -> str:
    """Which entries of an array are wrong."""
    if not wrong:
        return ""
    places = [f"row {i} column {j}" for i, row in enumerate(wrong) for j, is_wrong in enumerate(row) if is_wrong]
    told = ", ".join(places[:12]) + (f" and {len(places) - 12} more" if len(places) > 12 else "")
    return f"Wrong entries of {len(wrong)} rows and {len(wrong[0])} columns, counted from 0: {told}"

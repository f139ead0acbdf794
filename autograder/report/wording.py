"""What students and instructors read in every kind of report: one place for scores, outcomes and notices."""

from __future__ import annotations

from autograder.records import CheckReport

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


def number(points: float | None) -> str:
    """Points as people write them: "2", "0.5", and "unknown" where they are not known."""
    return "unknown" if points is None else f"{points:.6f}".rstrip("0").rstrip(".")


def score(points: float | None, max_points: float) -> str:
    return f"{number(points)} of {number(max_points)}"


def outcome(check: CheckReport) -> str:
    return f"{check.outcome}: {FOLLOWED_THROUGH}" if check.followed_through else check.outcome


def remark(check: CheckReport) -> str:
    """What the check saw. The cause of a grader error is the instructor's to read: it may tell of hidden inputs."""
    return NOT_GRADED if check.outcome == "grader error" else one_line(check.cause)


def mistake(check: CheckReport) -> str:
    """The name of the mistake and what it means; empty where none was recognised."""
    return ": ".join(one_line(part) for part in (check.diagnosis, check.advice) if part)

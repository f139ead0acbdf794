"""Whether nobody else can look into what is kept of exams: neighbours' answers, and names in the exchange."""

from __future__ import annotations

import stat
from pathlib import Path

from autograder.course.course import Course
from autograder.sandbox.doctor import Finding


def examine_privacy(course: Course) -> list[Finding]:
    """A finding on the course's exams, where anything is kept of one."""
    exams = course.gradebook / "exams"
    if not exams.is_dir():
        return []
    told = [line for folder in [exams, *sorted(exams.iterdir())] if (line := told_open(folder))]
    return [Finding("exams", not told, told[0] if told else f"nobody else can look into {exams}")]


def told_open(folder: Path) -> str:
    """What to do about a folder that others can look into; empty for one that they cannot."""
    rights = stat.S_IMODE(folder.stat().st_mode)
    if not folder.is_dir() or not rights & 0o077:
        return ""
    return f"others can look into {folder} (its rights are {rights:04o}). Take them away: chmod -R go= {folder}"

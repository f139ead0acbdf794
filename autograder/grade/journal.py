"""The journal of a class run: which submissions are graded, and by what. A run that was killed goes on from here."""

from __future__ import annotations

import contextlib
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from autograder.course.course import Assignment
from autograder.files import append, read_lines
from autograder.grade.bundle import engine_fingerprint, grading_files
from autograder.records import Change, Report, read_report
from autograder.sandbox.sandbox import Mode
from autograder.submit.handed_in import HandedIn, handed_in


class Entry(msgspec.Struct):
    """A line of the journal: fingerprints of what was graded, and of what graded it; and how long that took."""

    student: str
    submission: str
    grader: str
    seconds: float = 0.0


class Journal:
    """Each line is written once all else is."""

    def __init__(self, assignment: Assignment, mode: Mode) -> None:
        self._assignment = assignment
        self._path = _path(assignment)
        self._grader = _fingerprint_of_grader(assignment, mode)
        self._done = entries(assignment)

    def entry(self, found: HandedIn) -> Entry:
        """What the journal says of a submission once it is graded."""
        content: list[Any] = [found.seed, found.timestamp, found.submitted, found.notices, found.numbers]
        content += [found.release.hash] if found.release else []
        return Entry(found.student, sha256(json.dumps(content).encode()).hexdigest(), self._grader)

    def has(self, student: str) -> bool:
        """Whether the student was graded, and is in the gradebook since."""
        return student in self._done

    def is_current(self, student: str) -> bool:
        before = self._done.get(student)
        if before is None or before.grader != self._grader:
            return False
        files = self._assignment.report_path(student), self._assignment.autograded_path(student)
        if not all(path.is_file() for path in files):
            return False
        return before.submission == self.entry(handed_in(self._assignment, student)).submission

    def change(self, entry: Entry, report: Report) -> Change | None:
        """How a new result of the same submission differs from the one that is written."""
        before, path = self._done.get(report.student), self._assignment.report_path(report.student)
        if before is None or before.submission != entry.submission or not path.is_file():
            return None
        written, new = read_report(path).points, report.points
        return Change(report.student, written, new) if written != new else None

    def note(self, entries: list[Entry]) -> None:
        append(self._path, *map(msgspec.json.encode, entries))


def entries(assignment: Assignment) -> dict[str, Entry]:
    """The last line of each student."""
    found: dict[str, Entry] = {}
    for line in read_lines(_path(assignment)):
        with contextlib.suppress(msgspec.MsgspecError):  # whatever it was: that student once more
            entry = msgspec.json.decode(line, type=Entry)
            found[entry.student] = entry
    return found


def _path(assignment: Assignment) -> Path:
    return assignment.course.gradebook / "reports" / assignment.name / "journal.jsonl"


def _fingerprint_of_grader(assignment: Assignment, mode: Mode) -> str:
    """The checks, the lesson, the data, the limits, the engine with its libraries, and the kind of sandbox."""
    hashes = [sha256(path.read_bytes()).hexdigest() for path in grading_files(assignment)]
    return sha256(json.dumps([hashes, engine_fingerprint(), mode]).encode()).hexdigest()

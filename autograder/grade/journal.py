"""The journal of a class run: which submissions are graded, and by what. A run that was killed goes on from here."""

from __future__ import annotations

import contextlib
import json
import os
from hashlib import sha256

import msgspec

from autograder import __version__
from autograder.course import Assignment
from autograder.grade.parcel import grading_files
from autograder.grade.sandbox import Mode
from autograder.records import Change, Report, decode
from autograder.submit.collect import HandedIn, handed_in


class Entry(msgspec.Struct):
    """A line of the journal: fingerprints of what was graded, and of what graded it."""

    student: str
    submission: str
    grader: str


class Journal:
    """Each line is written once all else is."""

    def __init__(self, assignment: Assignment, mode: Mode) -> None:
        self._assignment = assignment
        self._path = assignment.course.gradebook / "reports" / assignment.name / "journal.jsonl"
        self._grader = _fingerprint_of_grader(assignment, mode)
        self._done: dict[str, Entry] = {}
        if self._path.exists():
            for line in self._path.read_bytes().splitlines():
                with contextlib.suppress(msgspec.MsgspecError):  # a line that was cut off: that student once more
                    done = msgspec.json.decode(line, type=Entry)
                    self._done[done.student] = done

    def entry(self, found: HandedIn) -> Entry:
        """What the journal says of a submission once it is graded."""
        content = [found.seed, found.timestamp, sha256(found.notebook).hexdigest(), found.problem]
        return Entry(found.student, sha256(json.dumps(content).encode()).hexdigest(), self._grader)

    def is_current(self, student: str) -> bool:
        before = self._done.get(student)
        if before is None or before.grader != self._grader:
            return False
        files = self._assignment.report_path(student), self._assignment.autograded_path(student)
        return all(path.is_file() for path in files) and before == self.entry(handed_in(self._assignment, student))

    def change(self, entry: Entry, report: Report) -> Change | None:
        """How a new result of the same submission differs from the one that is written."""
        before, path = self._done.get(report.student), self._assignment.report_path(report.student)
        if before is None or before.submission != entry.submission or not path.is_file():
            return None
        written, new = decode(path.read_bytes()).points, report.points
        return Change(report.student, written, new) if written != new else None

    def note(self, entries: list[Entry]) -> None:
        with self._path.open("ab") as file:
            file.write(b"".join(msgspec.json.encode(entry) + b"\n" for entry in entries))
            file.flush()
            os.fsync(file.fileno())


def _fingerprint_of_grader(assignment: Assignment, mode: Mode) -> str:
    """The checks, the lesson, the data, the limits, the engine's version and the kind of sandbox."""
    hashes = [sha256(path.read_bytes()).hexdigest() for path in grading_files(assignment)]
    return sha256(json.dumps([hashes, __version__, mode]).encode()).hexdigest()

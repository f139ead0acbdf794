"""The ledger of an exam: who handed in which bytes, and when, by our clock and by the kernel's word on the owner.

Lines are only added, each holds the hash of the line before: whoever changes one breaks all that follow. A hash in a
student's receipt pins the ledger up to its line.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from hashlib import file_digest, sha256
from pathlib import Path

import msgspec

from autograder.course.course import Assignment
from autograder.course.rules import Rules
from autograder.errors import CourseError
from autograder.exam.privacy import told_open
from autograder.files import append, make_folder, read_lines, sync_folder
from autograder.submit.collected import find_notebook
from autograder.submit.notebook import Unreadable

_MOST, _LONGEST = 10, 200  # lines on what was left out of a folder, and characters of each


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line: one submission as it was received. `folder` is where its copy lies, seen from the exam's folder."""

    number: int
    student: str  # whom the folder in the exchange claims to be from
    owner: str  # the Unix user that owns the files
    received: datetime  # UTC, by our clock
    sha256: str  # of the notebook; empty where there was none
    attempt: int  # counted for each student; 0 uses up none: not the student's own, too early, or without the notebook
    folder: str
    claimed: str  # what the student's timestamp.txt says
    inbound: str  # the folder's name in the exchange
    files: str  # hash of all that was copied
    before: str  # hash of the line before
    left_out: list[str] = []  # what of the folder was not copied, and why; the line of an older ledger lacks it


def rules_of(assignment: Assignment) -> Rules:
    """Raises CourseError where the assignment is no exam."""
    if assignment.rules is None:
        raise CourseError(assignment.name, "is no exam", f"Write its rules in {assignment.folder / 'exam.toml'}")
    return assignment.rules


def read(assignment: Assignment) -> list[Entry]:
    """All lines. Raises CourseError where one does not follow from the line before."""
    path = _path(assignment)
    entries: list[Entry] = []
    before = ""
    for number, line in enumerate(read_lines(path), start=1):
        try:
            entry = msgspec.json.decode(line, type=Entry)
        except msgspec.MsgspecError as error:
            raise _broken(path, number, f"is no line of a ledger ({error})") from None
        if (entry.number, entry.before) != (number, before):
            raise _broken(path, number, "does not follow from the line before: one of the two was changed")
        entries.append(entry)
        before = sha256(line).hexdigest()
    return entries


def line_hash(entry: Entry) -> str:
    """The hash of an entry's line, which the next line holds."""
    return sha256(msgspec.json.encode(entry)).hexdigest()


def judged(rules: Rules, entries: Sequence[Entry]) -> list[tuple[Entry, str]]:
    """One student's submissions, each with why it cannot count; empty where it can."""
    found: list[tuple[Entry, str]] = []
    attempts = 0
    for entry in entries:
        why = _not_an_attempt(rules, entry)
        if not why:
            attempts += bool(entry.sha256)
            why = _refused(rules, entry, attempts)
        found.append((entry, why))
    return found


def newest(rules: Rules, entries: Sequence[Entry]) -> Entry | None:
    """The newest of one student's submissions that can count; one without the notebook only where there is no other."""
    able = [entry for entry, why in judged(rules, entries) if not why]
    return max(able, key=lambda entry: (bool(entry.sha256), entry.number), default=None)


def counting(assignment: Assignment, student: str) -> Entry | None:
    """The submission of a student that counts."""
    return newest(rules_of(assignment), by_student(read(assignment)).get(student, []))


def remarks(assignment: Assignment) -> list[str]:
    """What an instructor should know of what was received: whatever does not count, and why."""
    rules, received = rules_of(assignment), by_student(read(assignment))
    told = (
        ['nobody checked whose files they are: exam.toml has owners = "unchecked"']
        if rules.owners == "unchecked"
        else []
    )
    for student, entries in received.items():
        for entry, why in judged(rules, entries):
            why = why or ("" if is_intact(assignment, entry) else "its copy no longer has the bytes that were received")
            if why:
                told.append(f"{student}: {Path(entry.folder).name} does not count: {why}")
        if newest(rules, entries) is None and assignment.report_path(student).exists():
            told.append(
                f"{student}: nothing counts, but the gradebook has a score from before; take it out in formgrader"
            )
    named = {*rules.extra_minutes, *rules.begins} - received.keys()
    return told + [
        f"{student}: exam.toml has a rule for this student, who handed in nothing" for student in sorted(named)
    ]


def is_intact(assignment: Assignment, entry: Entry) -> bool:
    """Whether the copy still has the bytes that were received."""
    return notebook_hash(assignment, assignment.exam_folder / entry.folder) == entry.sha256


def notebook_hash(assignment: Assignment, folder: Path) -> str:
    """The hash of the exam's notebook in a folder of ours; empty where there is none, or nothing in it."""
    try:
        path = find_notebook(folder, f"{assignment.name}.ipynb")
    except Unreadable:
        return ""
    return _file_hash(path) if path.stat().st_size else ""


def _not_an_attempt(rules: Rules, entry: Entry) -> str:
    if not rules.belongs(entry.student, entry.owner):
        return f"its files belong to {entry.owner}, not to {entry.student}"
    if rules.standing(entry.student, entry.received).name == "early":
        return f"it came before {rules.begins_for(entry.student).isoformat(' ')}"
    return ""


def _refused(rules: Rules, entry: Entry, attempts: int) -> str:
    if rules.attempts and attempts > rules.attempts:
        return f"it is submission {attempts} of at most {rules.attempts}"
    standing = rules.standing(entry.student, entry.received)
    return f"it came {standing.late_seconds:.0f} s after the deadline" if standing.name == "too late" else ""


def by_student(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.student, []).append(entry)
    return dict(sorted(found.items()))


class Ledger:
    """The one that writes. A second one for the same exam is refused."""

    def __init__(self, assignment: Assignment, say: Callable[[str], None] = lambda line: None) -> None:
        """`say` hears what does not fit of ledger and copies, and what became of it."""
        self._assignment, self._folder = assignment, assignment.private_folder()
        self._rules, self._say = rules_of(assignment), say
        make_folder(self._folder / "received")
        self._lock = (self._folder / "lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._lock.close()
            raise CourseError(assignment.name, "is watched already", "One watch is enough; end the other one") from None
        try:
            self.entries = read(assignment)
            self._make_good()
        except BaseException:
            self._lock.close()
            raise

    def close(self) -> None:
        self._lock.close()

    def room(self, student: str) -> Path:
        """An empty folder for the copy of this student's next submission."""
        folder = self._part(self._next(student))
        shutil.rmtree(folder, ignore_errors=True)
        return folder

    def is_known(self, inbound: str, student: str, owner: str, files: str) -> bool:
        """Whether the newest submission from a folder of the exchange held the same; of a folder that is new there,
        whether any of this student's did: whoever may write into the exchange can rename others' folders."""
        newest = next((entry for entry in reversed(self.entries) if entry.inbound == inbound), None)
        if newest is not None:
            return newest.files == files
        theirs = [each for each in self.entries if (each.student, each.owner) == (student, owner)]
        return files in {each.files for each in theirs}

    def add(
        self,
        student: str,
        owner: str,
        received: datetime,
        inbound: str,
        files: str,
        left_out: Sequence[str] = (),
    ) -> Entry:
        """Write a line for what is in the student's `room`, and move it to its place.

        Whoever is killed in between leaves either nothing or the line, from which the move is made good.
        """
        folder = self._next(student)
        part = self._part(folder)
        stamp = part / "timestamp.txt"
        entry = Entry(
            number=len(self.entries) + 1,
            student=student,
            owner=owner,
            received=received.astimezone(UTC),
            sha256=notebook_hash(self._assignment, part),
            attempt=0,
            folder=folder,
            claimed=stamp.read_bytes()[:100].decode("utf-8", "replace") if stamp.is_file() else "",
            inbound=inbound,
            files=files,
            before=line_hash(self.entries[-1]) if self.entries else "",
            left_out=[line[:_LONGEST] for line in left_out[:_MOST]],
        )
        if entry.sha256 and not _not_an_attempt(self._rules, entry):
            earlier = [each for each in self.entries if each.student == student and each.sha256]
            attempt = 1 + sum(not _not_an_attempt(self._rules, each) for each in earlier)
            entry = msgspec.structs.replace(entry, attempt=attempt)
        sync_folder(part)
        append(_path(self._assignment), msgspec.json.encode(entry))
        self.entries.append(entry)
        self._move(entry)
        return entry

    def _next(self, student: str) -> str:
        return f"received/{len(self.entries) + 1:06}-{student}"

    def _part(self, folder: str) -> Path:
        path = self._folder / folder
        return path.with_name(f".{path.name}.part")

    def _move(self, entry: Entry) -> None:
        if not (self._folder / entry.folder).exists():  # somebody may have put back a backup in between
            self._part(entry.folder).rename(self._folder / entry.folder)

    def _make_good(self) -> None:
        """Do what an end in the midst of `add` left undone, and tell what else does not fit."""
        received = self._folder / "received"
        for folder in (self._folder.parent, self._folder):
            if line := told_open(folder):
                self._say(line)
        known = {Path(entry.folder).name for entry in self.entries}
        for folder in sorted(received.iterdir()):
            if not folder.name.startswith(".") and folder.name not in known:
                self._put_aside(folder)
        if self.entries and self._part(self.entries[-1].folder).exists():
            self._move(self.entries[-1])
        for part in received.glob(".*.part"):
            shutil.rmtree(part)
        for entry in self.entries:
            if not (self._folder / entry.folder).exists():
                self._say(
                    f"{self._folder / entry.folder} is missing, and the ledger has a line of it. Put it back from a "
                    "backup, or from what still lies in the exchange; until then it is not collected"
                )

    def _put_aside(self, folder: Path) -> None:
        aside = self._folder / "not in the ledger" / folder.name
        make_folder(aside.parent)
        while aside.exists():
            aside = aside.with_name(f"{aside.name}+")
        folder.rename(aside)
        self._say(
            f"{aside} is a submission of which the ledger has no line: is it a backup? It was put aside, and what "
            "still lies in the exchange is received again. Where you put back the newer ledger, move it to received/"
        )


def files_hash(folder: Path) -> str:
    """One hash of all files of a folder, with their names."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [[os.fsencode(path.relative_to(folder)).hex(), _file_hash(path)] for path in files]
    return sha256(msgspec.json.encode(lines)).hexdigest()


def _file_hash(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _path(assignment: Assignment) -> Path:
    return assignment.exam_folder / "ledger.jsonl"


def _broken(path: Path, number: int, what: str) -> CourseError:
    return CourseError(f"{path}, line {number}", what, "Compare it with a backup; nothing is collected from it")

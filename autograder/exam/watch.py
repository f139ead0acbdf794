"""Receive an exam's submissions: look into the exchange again and again, copy what is new, note it in the ledger.

What a student's own process writes, the name and the timestamp, is a claim. The owner is the kernel's word. The time is
that of our clock; for what lay there before the first look, the time of the file system's last change, which nobody but
the kernel can write.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import msgspec

from autograder.course.course import Assignment
from autograder.errors import CourseError
from autograder.exam.ledger import Entry, Ledger, files_hash, rules_of
from autograder.exam.receipt import publish_receipt
from autograder.nbgrader_host.api import nbgrader
from autograder.submit.plain import MAX_DEPTH, MAX_FILES, copy_plain, is_notebook

# How long a folder may change, from when it appears, and still count as received when it appeared. Also how long one
# that nbgrader has not finished (it writes submission_secret.txt last) is waited for.
SETTLE = timedelta(seconds=30)
_LAST_WRITTEN = "submission_secret.txt"
_LONGEST_NAME = 200  # of a student, in bytes: the name is part of a folder's

Say = Callable[[str], None]
Clock = Callable[[], datetime]


class State(msgspec.Struct, frozen=True):
    """What a folder is at one moment. `digest` is another as soon as anything in it is touched."""

    digest: str
    owners: frozenset[int]  # of the folder and of the notebook
    changed: datetime
    is_finished: bool
    problem: str = ""  # why it cannot be read


class Seen(msgspec.Struct):
    """A folder of the exchange, as it was seen at the last look."""

    appeared: datetime
    since: datetime  # when the state was seen first
    state: State
    is_taken: bool = False

    @property
    def received(self) -> datetime:
        """Who goes on changing a folder is received when the changes end."""
        return self.appeared if self.since - self.appeared <= SETTLE else self.since


def utc_now() -> datetime:
    return datetime.now(UTC)


class Watch:
    """One look after another; no submission can stop it."""

    def __init__(self, assignment: Assignment, say: Say, now: Clock = utc_now) -> None:
        self._assignment, self._say, self._now = assignment, say, now
        self._rules = rules_of(assignment)
        api = nbgrader(assignment.course)
        self._exchange = Path(api.config.Exchange.root) / api.coursedir.course_id
        self._inbound = self._exchange / "inbound"
        if not self._inbound.is_dir():
            raise CourseError(self._inbound, "does not exist", f"Run: autograder release {assignment.name}")
        self.ledger = Ledger(assignment)
        self._seen: dict[str, Seen] = {}
        self._told: set[str] = set()
        self._looked_before = False

    def close(self) -> None:
        self.ledger.close()

    def look(self) -> int:
        """Take what is new and has not changed since the last look. Returns how many are still waited for."""
        there = set()
        for name, student in self._submissions():
            there.add(name)
            try:
                self._look_at(name, student)
            except (OSError, RecursionError) as error:
                self._tell_once(f"{_shown(name)} cannot be taken now, it is tried again ({error})")
        self._looked_before = True
        for name in self._seen.keys() - there:
            if not self._seen.pop(name).is_taken:
                self._say(f"{_shown(name)} went away before it could be taken")
        return sum(not seen.is_taken for seen in self._seen.values())

    def _submissions(self) -> Iterator[tuple[str, str]]:
        """The names of the exam's folders in the exchange, and the students whom they claim to be from."""
        with os.scandir(self._inbound) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            student, is_of_exam, _ = entry.name.partition(f"+{self._assignment.name}+")
            if not is_of_exam:
                continue
            if not entry.is_dir(follow_symlinks=False):
                self._tell_once(f"{_shown(entry.name)} is left alone: it is no folder")
            elif not _is_name(student) or not entry.name.isprintable():
                self._tell_once(f"{_shown(entry.name)} is left alone: no student has such a name")
            else:
                yield entry.name, student

    def _look_at(self, name: str, student: str) -> None:
        state, now = self._state(name), self._now()
        seen = self._seen.get(name)
        if seen is None:
            appeared = now if self._looked_before else min(now, state.changed)
            self._seen[name] = Seen(appeared, appeared, state)
        elif seen.state.digest != state.digest:
            self._seen[name] = Seen(now if seen.is_taken else seen.appeared, now, state)
        elif state.problem:
            self._tell_once(f"{_shown(name)} cannot be read, it is tried again ({state.problem})")
        elif not seen.is_taken and (state.is_finished or now - seen.since >= SETTLE):
            seen.is_taken = self._take(name, student, seen)

    def _take(self, name: str, student: str, seen: Seen) -> bool:
        room = self.ledger.room(student)
        left_out = copy_plain(self._inbound / name, room, "whole")  # a student has the hash of all bytes
        if self._state(name).digest != seen.state.digest:  # it was changed while it was copied
            shutil.rmtree(room)
            return False
        files = files_hash(room)
        if self.ledger.is_known(name, files):
            shutil.rmtree(room)
            return True
        owner = ", ".join(sorted(_user(uid) for uid in seen.state.owners))
        entry = self.ledger.add(student, owner, seen.received, name, files, left_out)
        self._say(self._sentence(entry))
        for line in left_out[:3]:
            self._say(f"  left out of it: {_shown(line)}")
        if entry.sha256:
            try:
                publish_receipt(self._assignment, entry, self._exchange)
            except OSError as error:
                self._say(f"  its receipt cannot be written ({error})")
        return True

    def _sentence(self, entry: Entry) -> str:
        """What is said of a line of the ledger."""
        when = entry.received.astimezone(self._rules.opens.tzinfo)
        told = [f"{when:%H:%M:%S} {entry.student}: {Path(entry.folder).name}"]
        if not self._rules.belongs(entry.student, entry.owner):
            told.append(f"does not count: its files belong to {entry.owner}")
        else:
            told.append(f"attempt {entry.attempt}" if entry.attempt else "not an attempt")
            told.append(self._rules.standing(entry.student, entry.received).name)
        if not entry.sha256:
            told.append(f"it holds no {self._assignment.name}.ipynb")
        return ", ".join(told)

    def _state(self, name: str) -> State:
        folder = self._inbound / name
        own = folder.lstat()
        facts, owners, changed = [_facts(own)], {own.st_uid}, own.st_ctime
        is_finished, count, problem = False, 0, ""
        notebooks: dict[str, int] = {}  # the owner of each
        try:
            for path, folders, files, descriptor in os.fwalk(folder, follow_symlinks=False, onerror=_raise):
                here = Path(path).relative_to(folder)
                for each in sorted([*folders, *files]):
                    found = os.lstat(each, dir_fd=descriptor)
                    facts.append(f"{here / each} {_facts(found)}")
                    changed = max(changed, found.st_ctime)
                    if is_notebook(each):
                        notebooks[str(here / each)] = found.st_uid
                    is_finished = is_finished or (here == Path() and each == _LAST_WRITTEN)
                count += len(folders) + len(files)
                if count > MAX_FILES or len(here.parts) >= MAX_DEPTH:
                    folders.clear()
        except OSError as error:
            problem = error.strerror or str(error)
        right = f"{self._assignment.name}.ipynb"
        owners |= {notebooks[right]} if right in notebooks else set(notebooks.values())
        digest = sha256("\n".join([*facts, problem]).encode("utf-8", "surrogateescape")).hexdigest()
        return State(digest, frozenset(owners), datetime.fromtimestamp(changed, UTC), is_finished, problem)

    def _tell_once(self, text: str) -> None:
        if text not in self._told:
            self._told.add(text)
            self._say(text)


def watch(
    assignment: Assignment,
    say: Say,
    every: float,
    once: bool = False,
    now: Clock = utc_now,
    sleep: Callable[[float], None] = time.sleep,
) -> int:
    """Receive submissions until somebody interrupts, or `once` until nothing is waited for; returns how many there are.

    A folder that changes all the time is not waited for longer than the others.
    """
    with contextlib.closing(Watch(assignment, say, now)) as looking:
        began = now()
        with contextlib.suppress(KeyboardInterrupt):
            while (looking.look() and now() - began <= 2 * SETTLE) or not once:
                sleep(every)
        return len(looking.ledger.entries)


def _is_name(student: str) -> bool:
    """Whether a folder may be named after this student."""
    return student.isprintable() and not student.startswith(".") and 0 < len(student.encode()) <= _LONGEST_NAME


def _shown(name: str) -> str:
    """A name of a student's making, on one line."""
    return repr(name[:200])


def _user(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"


def _facts(found: os.stat_result) -> str:
    """What the kernel knows of a file, without when it was read; the time of change is the kernel's to write."""
    return f"{found.st_ino} {found.st_mode} {found.st_uid} {found.st_size} {found.st_ctime_ns}"


def _raise(error: OSError) -> None:
    raise error

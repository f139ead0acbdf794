"""Receive an exam's submissions: look into the exchange again and again, copy what is new, note it in the ledger.

What a student's own process writes, the name and the timestamp, is a claim. The owner is the kernel's word, and so is
the time: that of the last change of folder and files, which nobody but the kernel can write, never later than our clock
says. However long a look takes, because somebody floods the exchange, nobody else comes later by it.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import msgspec

from autograder.course.course import Assignment
from autograder.errors import CourseError
from autograder.exam.ledger import Entry, Ledger, files_hash, rules_of
from autograder.exam.receipt import lacks_receipt, publish_receipt
from autograder.files import is_student
from autograder.nbgrader_host.api import nbgrader
from autograder.submit.plain import MAX_DEPTH, MAX_FILES, NotPlain, copy_plain, is_notebook

# How long a folder may change, from when it appears, and still count as received when it appeared. Also how long one
# that nbgrader has not finished (it writes submission_secret.txt last) is waited for.
SETTLE = timedelta(seconds=30)
_LAST_WRITTEN = "submission_secret.txt"
_AT_ONCE = 5  # new folders of one user that are looked at in one look: the others' turn comes first
_MOST = 200  # folders of one user in the exchange, and sentences on what is left alone of one user's

Say = Callable[[str], None]
Clock = Callable[[], datetime]

_Folder = tuple[int, str, str]  # of the exchange: when it was changed last, its name, and whose it claims to be


class State(msgspec.Struct, frozen=True):
    """What a folder is at one moment. `digest` is another as soon as anything in it is touched."""

    digest: str
    owners: frozenset[int]  # of the folder and of the notebook
    changed: datetime
    is_finished: bool
    problem: str = ""  # why it cannot be read


class Seen(msgspec.Struct):
    """A folder of the exchange, as it was seen at the last look."""

    appeared: datetime  # by the kernel, as all that was seen
    changed: datetime
    since: datetime  # when the state was seen first, by our clock
    state: State
    is_taken: bool = False

    @property
    def received(self) -> datetime:
        """Who goes on changing a folder is received when the changes end."""
        return self.appeared if self.changed - self.appeared <= SETTLE else self.changed


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
        self.ledger = Ledger(assignment, say)
        for entry in self.ledger.entries:
            if lacks_receipt(assignment, entry, self._exchange):  # a watch was killed, or the disk was full
                self._publish(entry)
        self._seen: dict[str, Seen] = {}
        self._told: dict[int, set[str]] = {}  # by owner

    def close(self) -> None:
        self.ledger.close()

    def look(self) -> int:
        """Take what is new and has not changed since the last look. Returns how many are still waited for."""
        there, waiting = self._submissions()
        for name, student in there.items():
            try:
                self._look_at(name, student)
            except (OSError, NotPlain, RecursionError) as error:
                self._tell_once(f"{_shown(name)} cannot be taken now, it is tried again ({error})")
        for name in self._seen.keys() - there.keys():
            if not self._seen.pop(name).is_taken:
                self._say(f"{_shown(name)} went away before it could be taken")
        return waiting + sum(not seen.is_taken for seen in self._seen.values())

    def _submissions(self) -> tuple[dict[str, str], int]:
        """The exam's folders in the exchange to look at now, with the students whom they claim to be from, and how
        many wait for their turn."""
        with os.scandir(self._inbound) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        of_owner: dict[int | str, list[_Folder]] = {}
        for entry in entries:
            student, is_of_exam, _ = entry.name.partition(f"+{self._assignment.name}+")
            if not is_of_exam:
                continue
            try:
                facts = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue
            if not entry.is_dir(follow_symlinks=False):
                self._tell_once(f"{_shown(entry.name)} is left alone: it is no folder", facts.st_uid)
            elif not is_student(student) or not entry.name.isprintable():
                self._tell_once(f"{_shown(entry.name)} is left alone: no student has such a name", facts.st_uid)
            else:
                owner = student if self._rules.owners == "unchecked" else facts.st_uid
                of_owner.setdefault(owner, []).append((facts.st_ctime_ns, entry.name, student))
        there, waiting = list[_Folder](), 0
        for owner, theirs in of_owner.items():
            now, later = self._turn(owner, sorted(theirs))
            there += now
            waiting += later
        return {name: student for _, name, student in sorted(there)}, waiting

    def _turn(self, owner: int | str, theirs: list[_Folder]) -> tuple[list[_Folder], int]:
        """Of one user's folders, in the order of their arrival, those that were seen before and some more; and how many
        come later."""
        if len(theirs) > _MOST:
            who = owner if isinstance(owner, str) else _user(owner)
            self._tell_once(
                f"{who} has more than {_MOST} folders in the exchange: what came after them is left alone. Where that "
                "is no mistake, take out of the exchange what was received"
            )
        seen = [each for each in theirs if each[1] in self._seen]
        new = [each for each in theirs if each[1] not in self._seen][: max(0, _MOST - len(seen))]
        return seen + new[:_AT_ONCE], len(new[_AT_ONCE:])

    def _look_at(self, name: str, student: str) -> None:
        state, now = self._state(name), self._now()
        seen, changed = self._seen.get(name), min(now, state.changed)
        if seen is None or (seen.is_taken and seen.state.digest != state.digest):
            self._seen[name] = Seen(changed, changed, now, state)
        elif seen.state.digest != state.digest:
            self._seen[name] = Seen(seen.appeared, changed, now, state)
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
        owner = ", ".join(sorted(_user(uid) for uid in seen.state.owners))
        if self.ledger.is_known(name, student, owner, files):
            shutil.rmtree(room)
            return True
        entry = self.ledger.add(student, owner, seen.received, name, files, left_out)
        self._say(self._sentence(entry))
        for line in left_out[:3]:
            self._say(f"  left out of it: {_shown(line)}")
        if entry.sha256:
            self._publish(entry)
        return True

    def _publish(self, entry: Entry) -> None:
        try:
            publish_receipt(self._assignment, entry, self._exchange)
        except (OSError, CourseError) as error:
            self._say(f"  the receipt of {Path(entry.folder).name} cannot be written ({error})")

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
        facts, owners, changed = [_facts(own)], {own.st_uid}, own.st_ctime_ns
        is_finished, count, problem = False, 0, ""
        notebooks: dict[str, int] = {}  # the owner of each
        try:
            for path, folders, files, descriptor in os.fwalk(folder, follow_symlinks=False, onerror=_raise):
                here = Path(path).relative_to(folder)
                for each in sorted([*folders, *files]):
                    found = os.lstat(each, dir_fd=descriptor)
                    facts.append(f"{here / each} {_facts(found)}")
                    changed = max(changed, found.st_ctime_ns)
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
        return State(digest, frozenset(owners), self._time(changed), is_finished, problem)

    def _time(self, ctime_ns: int) -> datetime:
        return datetime.fromtimestamp(ctime_ns / 1e9, UTC)

    def _tell_once(self, text: str, owner: int = -1) -> None:
        """What is told of one user's names has an end."""
        told = self._told.setdefault(owner, set())
        if text not in told and (owner < 0 or len(told) < _MOST):
            told.add(text)
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

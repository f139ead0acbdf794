"""What stands in for nbgrader's copying of what students handed in, for `collect`, `zip_collect` and `autograde`.

nbgrader's own follows links, reads devices to their end, unpacks whatever an archive holds, and stops the collection
of a class at one folder that is too large. An exam is collected from its ledger.
"""

from __future__ import annotations

import contextlib
import fnmatch
import glob
import logging
import pwd
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.exchange.default.collect import ExchangeCollect
from nbgrader.plugins import ExtractorPlugin

from autograder.course.course import Assignment
from autograder.course.rules import Rules
from autograder.errors import CourseError
from autograder.exam.ledger import Entry, by_student, is_intact, newest, notebook_hash, read, rules_of
from autograder.files import is_student, remove_abandoned, remove_folder, whole_folder
from autograder.nbgrader_host.api import done, errors, nbgrader
from autograder.nbgrader_host.database import set_duedate
from autograder.nbgrader_plugins.ours import assignment_of, exam_of
from autograder.submit.archives import unpack
from autograder.submit.collected import remember
from autograder.submit.handed_in import handed_in, misnamed, submitted_students
from autograder.submit.plain import OF_NAMES, NotPlain, copy_plain, keep_plain

_log = logging.getLogger(__name__)
_ARCHIVES = (".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz")
_STAMP = "timestamp.txt"
_NOBODY, _FOR_ANOTHER = "", "."  # in place of a student's name, which neither is
_LONGEST = 300  # of what is told of a name, in characters
_TIMESTAMP = "%Y-%m-%d %H:%M:%S.%f UTC"
_IN_ARCHIVES = 2  # the learning platform's archive of the class, and each student's own


class PlainCollect(ExchangeCollect):
    """`nbgrader collect`, with plain files only. No submission stops that of others; what was collected before stays
    until all of the new one is there. Where owners are checked, nobody hands in for another student."""

    src_records: list[dict[str, Any]]

    def _path_to_record(self, path: str) -> dict[str, Any]:
        """nbgrader's own ends the collection of a class at a name that it cannot read, and takes a newer one of anybody
        for the student's."""
        try:
            record = super()._path_to_record(path)
        except Exception:
            return {"username": _NOBODY, "filename": Path(path).name, "timestamp": datetime.min}
        owner = _owner(Path(path)) if self.check_owner else ""
        if owner == record["username"] or owner not in self._enrolled:
            return record
        self._for_others[owner] += 1
        return record | {"username": _FOR_ANOTHER}

    def init_src(self) -> None:
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            self._enrolled = {student.id for student in gradebook.students}
        self._for_others = Counter[str]()
        super().init_src()
        for owner, count in sorted(self._for_others.items()):
            self.log.error(
                "%s has handed in %s in the names of others: they are left alone, unless nbgrader_config.py has "
                "c.ExchangeCollect.check_owner = False",
                owner,
                "one folder" if count == 1 else f"{count} folders",
            )
        for record in self.src_records:
            if not is_student(record["username"]) and record["username"] != _FOR_ANOTHER:
                self.log.error("%r is left alone: no student has such a name", record["filename"][:_LONGEST])
        self.src_records = [record for record in self.src_records if is_student(record["username"])]

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:
        self._copy(Path(src), Path(dest))

    def copy_files(self) -> None:
        for record in self.src_records:
            with self._told(record["filename"]):
                self._collect(record)

    @contextlib.contextmanager
    def _told(self, name: str) -> Iterator[None]:
        """What one submission makes impossible is told; where nothing can be written, the command ends."""
        try:
            yield
        except NotPlain as why:
            self.log.error("%s is not collected (%s)", name, why)
        except OSError as error:
            if error.errno not in OF_NAMES:
                self.fail(f"{name} is not collected ({error.strerror}); what was collected before stays")
            self.log.error("%s is not collected (%s)", name, error.strerror)

    def _collect(self, record: dict[str, Any]) -> None:
        """What nbgrader does with one submission."""
        student, source = record["username"], Path(self.inbound_path, record["filename"])
        if self.check_owner and student != (owner := _owner(source)):
            self.log.warning("%s claims to be submitted by %s but is owned by %s", source, student, owner)
        target = Path(self.coursedir.format_path(self.coursedir.submitted_directory, student, self._name))
        if target.is_dir():
            there = self.coursedir.get_existing_timestamp(str(target))
            is_newer = self.update and (there is None or record["timestamp"] > there)
            if not is_newer and not (self.before_duedate and there != record["timestamp"]):
                self.log.info("No newer submission to collect: %s %s", student, self._name)
                return
        self.log.info("Collecting submission: %s %s", student, self._name)
        self._copy(source, target)

    def _copy(self, source: Path, target: Path, stamp: str = "") -> None:
        """Put a copy in the place of what was collected before; `stamp` is its time, where it is not the student's."""
        exam, student = exam_of(self.coursedir.root, self._name), target.parent.name
        originals: dict[str, str] = {}
        with whole_folder(target) as folder:
            left_out = copy_plain(source, folder, "whole" if exam else "slim", originals)
            for line in left_out:
                self.log.warning("%s is left out of what was collected: %s", source, line)
            if assignment := assignment_of(self.coursedir.root, self._name):
                notices = [
                    *self._left_out_before(student),
                    *(f"left out when it was collected: {line}" for line in left_out),
                ]
                remember(assignment, student, folder, notices, originals)
            if stamp:
                (folder / _STAMP).write_text(stamp)

    @property
    def _name(self) -> str:
        return self.coursedir.assignment_id

    def _left_out_before(self, student: str) -> list[str]:
        """What is missing at the source already."""
        return []


class ExamCollect(PlainCollect):
    """`nbgrader collect`: for an exam the submission that counts, from the ledger's copies and with its time."""

    def init_src(self) -> None:
        self._exam = exam_of(self.coursedir.root, self.coursedir.assignment_id)
        if self._exam is None:
            super().init_src()
            return
        try:
            self._received = by_student(_received(self._exam))
        except CourseError as error:
            self.fail(str(error))

    def copy_files(self) -> None:
        if self._exam is None:
            super().copy_files()
            return
        wanted = self.coursedir.student_id or "*"
        for student, entries in self._received.items():
            if fnmatch.fnmatchcase(student, wanted):
                with self._told(student):
                    self._bring_into_step(self._exam, student, entries)

    def _left_out_before(self, student: str) -> list[str]:
        entry = newest(rules_of(self._exam), self._received.get(student, [])) if self._exam else None
        return [f"left out when it was received: {line}" for line in entry.left_out] if entry else []

    def _bring_into_step(self, exam: Assignment, student: str, entries: list[Entry]) -> None:
        folder = exam.submitted_path(student).parent
        entry = newest(rules_of(exam), entries)
        there = notebook_hash(exam, folder)
        if entry is None:
            if there in {each.sha256 for each in entries if each.sha256}:  # it did count, by other rules
                remove_folder(folder)
            self.log.warning("Nothing that %s handed in counts", student)
            return
        if not is_intact(exam, entry):
            self.log.error("%s no longer has the bytes that were received; it is not collected", entry.folder)
            return
        if folder.exists():
            stamp = folder / _STAMP
            if there == entry.sha256 and stamp.is_file() and stamp.read_text() == _timestamp(entry):
                return
            if not self.update:
                self.log.info("Submission already exists, use --update to update: %s %s", student, exam.name)
                return
        self._copy(exam.exam_folder / entry.folder, folder, _timestamp(entry))


class PlainExtractor(ExtractorPlugin):
    """The first half of `nbgrader zip_collect`, with plain files only."""

    def extract(self, archive_path: str, extracted_path: str) -> None:
        source, target = Path(archive_path), Path(extracted_path)
        for line in copy_plain(source, target):
            self.log.warning("%s is left out: %s", source, line)
        for _ in range(_IN_ARCHIVES):
            for archive in [path for path in target.rglob("*") if path.suffix.lower() in _ARCHIVES]:
                self._unpack(archive)

    def _unpack(self, archive: Path) -> None:
        try:
            left_out = unpack(archive, archive.with_name(archive.stem.removesuffix(".tar")))
        except NotPlain as why:
            left_out = [str(why)]
        for line in left_out:
            self.log.warning("%s: %s is left out", archive, line)
        archive.unlink()


def keep_submission_plain(notebooks: list[str], **_: Any) -> None:
    """Before `nbgrader autograde` copies a submission: what is not plain is taken away from it.

    For an assignment of ours that is done before (`_put_all_in_order`).
    """
    for folder in {Path(notebook).parent for notebook in notebooks}:
        for line in keep_plain(folder):
            _log.warning("%s: %s was taken away", folder, line)


def _put_all_in_order(autograde: Autograde) -> None:
    """Before nbgrader looks for notebooks and times: of each submission of ours, what it would not find or stop at."""
    coursedir = autograde.coursedir
    assignment = assignment_of(coursedir.root, coursedir.assignment_id)
    if assignment:
        wanted = coursedir.format_path(coursedir.submitted_directory, coursedir.student_id, assignment.name)
        for folder in map(Path, glob.glob(wanted)):
            if folder.is_dir() and not folder.is_symlink():
                handed_in(assignment, folder.parent.name, folder)
    _init_notebooks(autograde)


# nbgrader calls its hooks after it has looked, and names no class that could stand in for this one.
_init_notebooks = Autograde.init_notebooks
Autograde.init_notebooks = _put_all_in_order


def _clear_up(assignment: Assignment) -> None:
    """Remove what a collection that was killed has left."""
    for folder in (assignment.course.gradebook / "submitted").glob("*/"):
        remove_abandoned(folder)


def collect(assignment: Assignment, say: Callable[[str], None] = lambda line: None) -> list[str]:
    """Fetch each student's newest submission from the exchange, an exam's from its ledger. What cannot be collected is
    said, and the others are.

    Returns the students who have handed in. Raises CourseError.
    """
    if assignment.rules:
        _see_to_the_ledger(assignment, assignment.rules)
    _clear_up(assignment)
    result = nbgrader(assignment.course).collect(assignment.name, update=True)
    done(f"nbgrader collect {assignment.name}", result)
    for line in [*errors(result), *misnamed(assignment)]:
        say(line)
    return submitted_students(assignment)


def _see_to_the_ledger(assignment: Assignment, rules: Rules) -> None:
    """See to it that an exam is collected from its ledger and from nothing else. Raises CourseError."""
    course = assignment.course
    if not issubclass(nbgrader(course).exchange.collect, ExamCollect):
        line = 'c.ExchangeFactory.collect = "autograder.nbgrader_plugins.collect.ExamCollect"'
        config = course.root / "nbgrader_config.py"
        raise CourseError(config, "it collects exams by the students' own clocks", f"Write: {line}")
    _received(assignment)
    set_duedate(assignment, rules)  # the rules may have changed since the release


def _received(assignment: Assignment) -> list[Entry]:
    entries = read(assignment)
    if not entries:
        raise CourseError(assignment.name, "nothing was received", f"Run: autograder watch {assignment.name}")
    return entries


def _owner(path: Path) -> str:
    try:
        return pwd.getpwuid(path.stat().st_uid).pw_name
    except (KeyError, OSError):
        return "unknown"


def _timestamp(entry: Entry) -> str:
    return entry.received.astimezone(UTC).strftime(_TIMESTAMP)

"""What stands in for nbgrader's copying of what students handed in, for `collect`, `zip_collect` and `autograde`.

nbgrader's own follows links, reads devices to their end, unpacks whatever an archive holds, and stops the collection
of a class at one folder that is too large. An exam is collected from its ledger.
"""

from __future__ import annotations

import fnmatch
import glob
import logging
import shutil
from datetime import UTC
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde
from nbgrader.exchange.default.collect import ExchangeCollect
from nbgrader.plugins import ExtractorPlugin

from autograder.course.course import Assignment
from autograder.course.rules import Rules
from autograder.errors import CourseError
from autograder.exam.ledger import Entry, by_student, is_intact, newest, notebook_hash, read, rules_of
from autograder.nbgrader_host.api import done, nbgrader
from autograder.nbgrader_host.database import set_duedate
from autograder.nbgrader_plugins.ours import assignment_of, exam_of
from autograder.submit.collected import remember
from autograder.submit.handed_in import handed_in, submitted_students
from autograder.submit.plain import NotPlain, copy_plain, keep_plain, unpack

_log = logging.getLogger(__name__)
_ARCHIVES = (".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz")
_TIMESTAMP = "%Y-%m-%d %H:%M:%S.%f UTC"
_IN_ARCHIVES = 2  # the learning platform's archive of the class, and each student's own


class PlainCollect(ExchangeCollect):
    """`nbgrader collect`, with plain files only."""

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:
        name, student = self.coursedir.assignment_id, Path(dest).parent.name
        exam = exam_of(self.coursedir.root, name)
        originals: dict[str, str] = {}
        left_out = copy_plain(Path(src), Path(dest), "whole" if exam else "slim", originals)
        for line in left_out:
            self.log.warning("%s is left out of what was collected: %s", src, line)
        if assignment := assignment_of(self.coursedir.root, name):
            notices = [
                *self._left_out_before(student),
                *(f"left out when it was collected: {line}" for line in left_out),
            ]
            remember(assignment, student, Path(dest), notices, originals)

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
                shutil.rmtree(folder)
            self.log.warning("Nothing that %s handed in counts", student)
            return
        if not is_intact(exam, entry):
            self.log.error("%s no longer has the bytes that were received; it is not collected", entry.folder)
            return
        if folder.exists():
            stamp = folder / "timestamp.txt"
            if there == entry.sha256 and stamp.is_file() and stamp.read_text() == _timestamp(entry):
                return
            if not self.update:
                self.log.info("Submission already exists, use --update to update: %s %s", student, exam.name)
                return
            shutil.rmtree(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        self.do_copy(str(exam.exam_folder / entry.folder), str(folder))
        (folder / "timestamp.txt").write_text(_timestamp(entry))


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


def collect(assignment: Assignment) -> list[str]:
    """Fetch each student's newest submission from the exchange, an exam's from its ledger.

    Returns the students who have handed in. Raises CourseError.
    """
    if assignment.rules:
        _see_to_the_ledger(assignment, assignment.rules)
    done(f"nbgrader collect {assignment.name}", nbgrader(assignment.course).collect(assignment.name, update=True))
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


def _timestamp(entry: Entry) -> str:
    return entry.received.astimezone(UTC).strftime(_TIMESTAMP)

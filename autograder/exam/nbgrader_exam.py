"""Exams in nbgrader's own commands: collecting follows the ledger, late penalties each student's own deadline.

For every other assignment both do what they did before.
"""

from __future__ import annotations

import fnmatch
import os
import shutil
from datetime import UTC, timedelta
from pathlib import Path

from nbgrader import api as tables
from nbgrader.plugins import LateSubmissionPlugin

from autograder.course import Assignment, Course
from autograder.errors import CourseError
from autograder.exam.ledger import Entry, by_student, is_intact, newest, notebook_hash, read, rules_of
from autograder.exam.rules import Rules
from autograder.nbgrader_api import nbgrader
from autograder.submit.nbgrader_collect import PlainCollect

_TIMESTAMP = "%Y-%m-%d %H:%M:%S.%f UTC"


class ExamCollect(PlainCollect):
    """`nbgrader collect`: for an exam the submission that counts, from the ledger's copies and with its time."""

    def init_src(self) -> None:
        self._exam = _exam(self.coursedir.root, self.coursedir.assignment_id)
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


class ExamPenalty(LateSubmissionPlugin):
    """What being late costs: for an exam by its rules and the student's own deadline."""

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float | None:
        root = self.config.get("CourseDirectory", {}).get("root", os.getcwd())
        exam = _exam(root, self.parent.assignment_id)
        if exam is None:
            return super().late_submission_penalty(student_id, score, total_seconds_late)
        rules = rules_of(exam)
        duedate = self.parent.gradebook.find_assignment(exam.name).duedate
        # From nbgrader's own number, so that an extension that was given in formgrader counts.
        received = duedate.replace(tzinfo=UTC) + timedelta(seconds=total_seconds_late)
        percent = rules.percent_lost(rules.standing(student_id, received))
        return score * percent / 100 if percent else None


def set_duedate(assignment: Assignment, rules: Rules) -> None:
    """Let nbgrader's gradebook hold an exam's deadline: it asks for penalties only after it."""
    with nbgrader(assignment.course).gradebook as gradebook:
        for found in gradebook.db.query(tables.Assignment).filter_by(name=assignment.name):
            found.duedate = rules.common_deadline.astimezone(UTC).replace(tzinfo=None)
        gradebook.db.commit()


def before_collecting(assignment: Assignment, rules: Rules) -> None:
    """See to it that an exam is collected from its ledger and from nothing else. Raises CourseError."""
    course = assignment.course
    if not issubclass(nbgrader(course).exchange.collect, ExamCollect):
        line = 'c.ExchangeFactory.collect = "autograder.exam.nbgrader_exam.ExamCollect"'
        config = course.root / "nbgrader_config.py"
        raise CourseError(config, "it collects exams by the students' own clocks", f"Write: {line}")
    _received(assignment)
    set_duedate(assignment, rules)  # the rules may have changed since the release


def _received(assignment: Assignment) -> list[Entry]:
    entries = read(assignment)
    if not entries:
        raise CourseError(assignment.name, "nothing was received", f"Run: autograder watch {assignment.name}")
    return entries


def _exam(root: str, name: str) -> Assignment | None:
    """The exam with that name, read anew each time: a server that lives long sees changed rules."""
    if not Path(root, "solutions", name, "exam.toml").is_file():
        return None
    return Course(root).assignment(name)


def _timestamp(entry: Entry) -> str:
    return entry.received.astimezone(UTC).strftime(_TIMESTAMP)

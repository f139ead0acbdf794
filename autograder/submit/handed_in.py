"""What students have handed in, as it lies in the course's folders after it was collected."""

from __future__ import annotations

import functools
from pathlib import Path

import msgspec

from autograder.course.course import Assignment
from autograder.course.numbers import Numbers
from autograder.files import is_student
from autograder.submit.collected import find_notebook, intend, put_in_order, said_of
from autograder.submit.notebook import NotebookFile, Unreadable, read_notebook_file
from autograder.submit.plain import NotPlain
from autograder.submit.releases import Release, release_of


class HandedIn(msgspec.Struct):
    """What one student handed in, the seed of the student's hidden inputs, and the student's own numbers where each has
    others: with the course, all that grading needs.

    Without a notebook, `problem` says what is there instead; where the fault is ours, `fault` says what it is.
    `notices` tell what else was odd about the folder, such as what was left out when it was collected.
    """

    student: str
    seed: str
    notebook: bytes = b""  # without its outputs, where it is large
    submitted: str = ""  # SHA-256 of all bytes of the notebook, as they were handed in
    timestamp: str = ""  # what the file of that name says
    problem: str = ""
    fault: str = ""
    numbers: Numbers | None = None
    notices: list[str] = []
    release: Release | None = None  # by which it is graded, where that is not the lesson as it is now


def submitted_students(assignment: Assignment) -> list[str]:
    """The students with a folder for this assignment under gradebook/submitted/, sorted."""
    return [student for student in _folders(assignment) if is_student(student)]


def misnamed(assignment: Assignment) -> list[str]:
    """What of it is left alone, one line each: no file can be named after such a student."""
    folder = assignment.course.gradebook / "submitted"
    names = [name for name in _folders(assignment) if not is_student(name)]
    return [f"{str(folder / name)[:300]!r} is left alone: no student has such a name. Rename it" for name in names]


def _folders(assignment: Assignment) -> list[str]:
    folders = (assignment.course.gradebook / "submitted").glob(f"*/{assignment.name}")
    return sorted(folder.parent.name for folder in folders if folder.is_dir() and not folder.is_symlink())


def handed_in(assignment: Assignment, student: str, folder: Path | None = None) -> HandedIn:
    """Read a student's folder, in gradebook/submitted/ if no other is named. What is not plain in it is taken away, and
    a notebook without its right name gets that."""
    found = HandedIn(student, "", numbers=assignment.numbers_of(student))
    folder = folder or assignment.submitted_path(student).parent
    try:
        note = functools.partial(intend, assignment, student)
        new, file = put_in_order(folder, f"{assignment.name}.ipynb", note), NotebookFile()
        stamp = folder / "timestamp.txt"
        found.timestamp = stamp.read_bytes()[:100].decode("utf-8", "replace") if stamp.is_file() else ""
        try:
            file = read_notebook_file(find_notebook(folder, f"{assignment.name}.ipynb"))
        except Unreadable as unreadable:
            found.problem = str(unreadable)
        said = said_of(assignment, student, file.sha256, new)
        found.notebook, found.submitted = file.content, said.original or file.sha256
        found.notices = said.notices
        found.release = release_of(assignment, found.notebook)
        if found.release:
            found.notices = [*said.notices, f"it is graded by the checks of the release of {found.release.day}"]
    except NotPlain as why:
        found.fault = f"the submission cannot be read ({why})"
    except OSError as error:
        found.fault = f"the submission cannot be read ({error.strerror}: {error.filename})"
    found.seed = assignment.course.seed(assignment.name, student, found.submitted)
    return found

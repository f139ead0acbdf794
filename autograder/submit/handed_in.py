"""What students have handed in, as it lies in the course's folders after it was collected."""

from __future__ import annotations

from pathlib import Path

import msgspec

from autograder.course.course import Assignment
from autograder.course.numbers import Numbers
from autograder.submit.notebook import Unreadable, read_file
from autograder.submit.plain import keep_plain


class HandedIn(msgspec.Struct):
    """What one student handed in, the seed of the student's hidden inputs, and the student's own numbers where each has
    others: with the course, all that grading needs.

    Without a notebook, `problem` says what is there instead; where the fault is ours, `fault` says what it is.
    """

    student: str
    seed: str
    notebook: bytes = b""
    timestamp: str = ""  # what the file of that name says
    problem: str = ""
    fault: str = ""
    numbers: Numbers | None = None


def submitted_students(assignment: Assignment) -> list[str]:
    """The students with a folder for this assignment under gradebook/submitted/, sorted."""
    folders = (assignment.course.gradebook / "submitted").glob(f"*/{assignment.name}")
    return sorted(folder.parent.name for folder in folders if folder.is_dir() and not folder.is_symlink())


def handed_in(assignment: Assignment, student: str) -> HandedIn:
    """Read a student's folder; what is not plain in it is taken away."""
    found = HandedIn(student, assignment.course.seed(assignment.name, student), numbers=assignment.numbers_of(student))
    path = assignment.submitted_path(student)
    try:
        left_out = keep_plain(path.parent)
        stamp = path.parent / "timestamp.txt"
        found.timestamp = stamp.read_bytes()[:100].decode("utf-8", "replace") if stamp.is_file() else ""
        if path.is_file():
            found.notebook = read_file(path)
        else:
            found.problem = _instead(path, left_out)
    except Unreadable as unreadable:
        found.problem = str(unreadable)
    except OSError as error:
        found.fault = f"the submission cannot be read ({error.strerror}: {error.filename})"
    return found


def _instead(path: Path, left_out: list[str]) -> str:
    names = sorted(each.name for each in path.parent.iterdir() if each.suffix == ".ipynb" and each.is_file())
    found = f"it holds {', '.join(names[:3])}" if names else "it holds no notebook"
    why = next((f"; {line}" for line in left_out if line.startswith(f"{path.name}:")), "")
    return f"the notebook {path.name} is not in the submission ({found}{why}); hand it in again under its own name"

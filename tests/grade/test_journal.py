"""What a journal takes for done: nothing that another engine has graded."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import autograder
from autograder.course.course import Course
from autograder.grade import bundle
from autograder.grade.journal import Journal
from autograder.submit.handed_in import HandedIn


def test_another_engine_has_another_fingerprint(
    project: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assignment, found = project.assignment("two_layer"), HandedIn("s01", "seed", submitted="0")
    before = Journal(assignment, "bubblewrap").entry(found)
    copy = Path(shutil.copytree(Path(autograder.__file__).parent, tmp_path / "autograder"))
    monkeypatch.setattr(bundle.autograder, "__file__", str(copy / "__init__.py"))
    assert Journal(assignment, "bubblewrap").entry(found) == before
    rounding = copy / "asserts" / "compare.py"
    rounding.write_text(rounding.read_text("utf-8") + "\nROUNDINGS = 100\n", "utf-8")
    after = Journal(assignment, "bubblewrap").entry(found)
    assert (after.submission, after.grader != before.grader) == (before.submission, True)


def test_what_was_left_out_is_part_of_a_submission(project: Course) -> None:
    journal = Journal(project.assignment("two_layer"), "bubblewrap")
    entries = [journal.entry(HandedIn("s01", "seed", submitted="0", notices=told)) for told in ([], ["a link"])]
    assert entries[0].submission != entries[1].submission

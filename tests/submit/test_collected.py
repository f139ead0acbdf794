"""Of what a student handed in nothing is lost without a word: the notebook is found, and what was left out is said."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from autograder.course.course import Assignment, Course
from autograder.grade.workers import report_on_handed_in
from autograder.submit import plain
from autograder.submit.collected import find_notebook, put_in_order, remember
from autograder.submit.handed_in import HandedIn, handed_in
from autograder.submit.notebook import Unreadable

NAME = "two_layer"
NOTEBOOK = f"{NAME}.ipynb"
OUTPUT = [{"output_type": "stream", "name": "stdout", "text": ["0.123456\n" * 1024] * 300}]


@pytest.fixture
def assignment(project: Course, tmp_path: Path) -> Assignment:
    """An assignment in a course of its own, which has the project's files and no gradebook."""
    root = tmp_path / "course"
    root.mkdir()
    for name in ("solutions", "assignments", "source_data"):
        (root / name).symlink_to(project.root / name)
    return Course(root).assignment(NAME)


@pytest.fixture
def released(assignment: Assignment) -> bytes:
    return assignment.released.read_bytes()


def submit(assignment: Assignment, **files: bytes) -> Path:
    """The folder of s01, with these files; `__` in a name stands for a folder."""
    folder = assignment.submitted_path("s01").parent
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


@pytest.mark.parametrize(
    ("name", "notice"),
    [
        ("two_layer (1).ipynb", "graded from 'two_layer (1).ipynb', the only notebook in the submission"),
        ("two_layer_kim.ipynb", "graded from 'two_layer_kim.ipynb', the only notebook in the submission"),
        ("TWO_LAYER.IPYNB", "graded from 'TWO_LAYER.IPYNB', the only notebook in the submission"),
        ("ps1__two_layer.ipynb", "graded from 'ps1/two_layer.ipynb'"),
        ("ps1__mine.ipynb", "graded from 'ps1/mine.ipynb', the only notebook in the submission"),
        ("two_layer.ipynb__two_layer.ipynb", "graded from 'two_layer.ipynb/two_layer.ipynb'"),
    ],
)
def test_the_only_notebook_is_taken_whatever_its_name(
    assignment: Assignment, released: bytes, name: str, notice: str
) -> None:
    submit(assignment, **{name: released})
    for _ in range(2):  # the second time it lies in its place, and the notice is the same
        found = handed_in(assignment, "s01")
        assert (found.notebook, found.problem, found.fault) == (released, "", "")
        assert found.notices == [f"{notice}; its name should be {NOTEBOOK}"]
    assert assignment.submitted_path("s01").read_bytes() == released


def test_of_several_without_the_right_name_none_is_taken(assignment: Assignment, released: bytes) -> None:
    submit(assignment, **{"b.ipynb": released, "a.ipynb": released, "notes.txt": b""})
    found = handed_in(assignment, "s01")
    assert found.problem == (
        f"the notebook {NOTEBOOK} is not in the submission (it holds a.ipynb, b.ipynb); hand it in under its own name"
    )
    assert (found.notebook, found.submitted) == (b"", "")


@pytest.mark.parametrize(
    ("content", "is_time"),
    [
        (b"2026-03-01 10:00:00.000000 UTC", True),
        (b"2026-03-01 10:00:00 +0900\n", True),
        (b"2026-03-01 10:00:00 Asia/Seoul", True),
        (b"", True),  # nbgrader takes it for none
        (b"yesterday", False),
        (b"2026-13-41 99:00:00 UTC", False),
        (b"\xff\xfe", False),
        (b"1" * 10_000, False),
        (b"0001-01-01 00:00:00 +99999999999999", False),
    ],
)
def test_a_timestamp_that_is_none_is_put_away_and_told(
    assignment: Assignment, released: bytes, content: bytes, is_time: bool
) -> None:
    folder = submit(assignment, **{NOTEBOOK: released, "timestamp.txt": content})
    notices = put_in_order(folder, NOTEBOOK)
    assert (folder / "timestamp.txt").exists() == is_time
    told = [] if is_time else ["timestamp.txt is no time; when this was handed in is not known"]
    assert notices == told
    if not is_time:
        assert (folder / "timestamp-as-handed-in.txt").read_bytes() == content


def test_a_folder_for_a_timestamp_is_put_away(assignment: Assignment, released: bytes) -> None:
    folder = submit(assignment, **{NOTEBOOK: released, "timestamp.txt__x": b""})
    assert handed_in(assignment, "s01").notices == ["timestamp.txt is no time; when this was handed in is not known"]
    assert (folder / "timestamp-as-handed-in.txt" / "x").exists()


def test_what_was_taken_away_stands_in_every_report(assignment: Assignment, released: bytes) -> None:
    folder = submit(assignment, **{NOTEBOOK: released})
    (folder / "numpy.py").symlink_to("/etc/passwd")
    for _ in range(2):
        found = handed_in(assignment, "s01")
        assert found.notices == ["numpy.py: a link, or not to be opened"]
    found.problem = "not graded"
    assert report_on_handed_in(assignment, found, "none").problems == [
        "not graded",
        "numpy.py: a link, or not to be opened",
    ]


def test_notes_belong_to_the_notebook_that_was_collected(assignment: Assignment, released: bytes) -> None:
    folder = submit(assignment, **{NOTEBOOK: released})
    remember(assignment, "s01", folder, ["left out when it was collected: a.txt: a link"])
    assert handed_in(assignment, "s01").notices == ["left out when it was collected: a.txt: a link"]
    (folder / NOTEBOOK).write_bytes(released + b"\n")
    assert handed_in(assignment, "s01").notices == []
    (folder / NOTEBOOK).write_bytes(released)
    remember(assignment, "s01", folder, [])
    assert handed_in(assignment, "s01").notices == []


def test_a_student_cannot_write_notes(assignment: Assignment, released: bytes) -> None:
    note = json.dumps({"notebook": sha256(released).hexdigest(), "notices": ["all right"], "original": "0"}).encode()
    submit(assignment, **{NOTEBOOK: released, "s01.json": note, f"collected__{NAME}__s01.json": note})
    found = handed_in(assignment, "s01")
    assert (found.notices, found.submitted) == ([], sha256(released).hexdigest())


def test_damaged_notes_are_none(assignment: Assignment, released: bytes) -> None:
    folder = submit(assignment, **{NOTEBOOK: released})
    remember(assignment, "s01", folder, ["x: a link"])
    (assignment.course.gradebook / "collected" / NAME / "s01.json").write_bytes(b"{")
    assert handed_in(assignment, "s01").notices == []


def test_many_notes_are_counted(assignment: Assignment, released: bytes) -> None:
    folder = submit(assignment, **{NOTEBOOK: released})
    remember(assignment, "s01", folder, [f"{number}: a link" for number in range(1000)])
    assert handed_in(assignment, "s01").notices[-2:] == ["19: a link", "and 980 more"]


def with_outputs(released: bytes) -> bytes:
    notebook = json.loads(released)
    next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")["outputs"] = OUTPUT
    return json.dumps(notebook).encode()


def test_a_notebook_too_large_to_keep_is_copied_without_outputs_and_known_by_its_own_hash(
    assignment: Assignment, released: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain, "MAX_FILE_BYTES", 2**20)
    large = with_outputs(released)
    inbound, folder = tmp_path / "inbound", assignment.submitted_path("s01").parent
    inbound.mkdir()
    (inbound / "mine.ipynb").write_bytes(large)
    originals: dict[str, str] = {}
    assert plain.copy_plain(inbound, folder, originals=originals) == []
    remember(assignment, "s01", folder, [], originals)
    found: HandedIn = handed_in(assignment, "s01")
    assert len(found.notebook) < 2**20 < len(large)
    assert json.loads(found.notebook)["cells"][1]["source"] == json.loads(released)["cells"][1]["source"]
    assert found.submitted == sha256(large).hexdigest()
    assert found.notices == [
        f"graded from 'mine.ipynb', the only notebook in the submission; its name should be {NOTEBOOK}",
        "its outputs were not kept: with them the notebook is too large",
    ]


def test_an_exam_s_copy_is_whole_or_it_says_what_to_do(
    released: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain, "MAX_FILE_BYTES", 2**20)
    (tmp_path / "inbound").mkdir()
    (tmp_path / "inbound" / NOTEBOOK).write_bytes(with_outputs(released))
    assert plain.copy_plain(tmp_path / "inbound", tmp_path / "whole", "whole") == []
    assert (tmp_path / "whole" / NOTEBOOK).read_bytes() == with_outputs(released)
    monkeypatch.setattr(plain, "MAX_FOLDER_BYTES", 2 * 2**20)
    assert plain.copy_plain(tmp_path / "inbound", tmp_path / "refused", "whole") == [
        f"{NOTEBOOK}: larger than 2 MB; clear all outputs, save it and hand it in again"
    ]
    assert list((tmp_path / "refused").iterdir()) == []


def test_a_large_notebook_that_lies_there_stays_whole(
    assignment: Assignment, released: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain, "MAX_FILE_BYTES", 2**20)
    folder = submit(assignment, **{NOTEBOOK: with_outputs(released)})
    (folder / "x").symlink_to("/etc/passwd")
    assert handed_in(assignment, "s01").notices == ["x: a link, or not to be opened"]
    assert (folder / NOTEBOOK).read_bytes() == with_outputs(released)


def test_sources_too_large_are_left_out_with_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "MAX_FILE_BYTES", 2**20)
    monkeypatch.setattr(plain, "MAX_BYTES", 2 * 2**20)
    (tmp_path / "a.ipynb").write_bytes(b'{"cells": ["' + b"x" * 3 * 2**20 + b'"]}')
    assert plain.copy_plain(tmp_path, tmp_path.with_name("copy")) == [
        "a.ipynb: without its outputs it is larger than 2 MB"
    ]


def test_links_are_not_found(tmp_path: Path) -> None:
    (tmp_path / "real.ipynb").write_text("{}")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / NOTEBOOK).symlink_to(tmp_path / "real.ipynb")
    with pytest.raises(Unreadable, match=r"\(it holds nothing\)"):
        find_notebook(tmp_path / "folder", NOTEBOOK)

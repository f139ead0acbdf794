"""Reading what was handed in: each bad file has its sentence, each odd cell its line, nothing is lost."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from autograder.course.course import Course
from autograder.submit.notebook import Submission, Unreadable, read_file, read_notebook_file, read_submission


@pytest.fixture
def released(project: Course) -> dict[str, Any]:
    return json.loads(project.assignment("two_layer").released.read_text("utf-8"))


def read(project: Course, folder: Path, content: Any) -> Submission:
    path = folder / "two_layer.ipynb"
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    path.write_bytes(data)
    return read_submission(read_file(path), project.assignment("two_layer"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            b"",
            "the file is not a notebook: it is not JSON (line 1: Expecting value); download it again from Jupyter",
        ),
        (b"[]", "the file is not a notebook: it has no cells; download it again from Jupyter"),
        (b"\xff\xfe{", "the file is not UTF-8 text; download it again from Jupyter"),
        (
            {"nbformat": 2, "cells": []},
            "the notebook is in format 2, but should be in format 4; save it from a current Jupyter",
        ),
        (
            {"nbformat": 4, "cells": {}},
            "the notebook is in format 4, but should be in format 4; save it from a current Jupyter",
        ),
    ],
)
def test_an_unreadable_file_has_its_sentence(project: Course, tmp_path: Path, content: Any, sentence: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(project, tmp_path, content)
    assert str(caught.value) == sentence


def test_deep_json_and_huge_files_are_unreadable(project: Course, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="it is not JSON"):
        read(project, tmp_path, b"[" * 100_000)
    with pytest.raises(Unreadable, match="the file has 21 MB, more than the 20 MB allowed; clear all outputs"):
        read(project, tmp_path, b" " * (21 * 2**20))


def test_a_symlink_is_not_followed(project: Course, tmp_path: Path) -> None:
    (tmp_path / "two_layer.ipynb").symlink_to(project.assignment("two_layer").released)
    with pytest.raises(Unreadable, match=r"there is no file two_layer.ipynb"):
        read_file(tmp_path / "two_layer.ipynb")


def test_the_release_is_read_without_problems(project: Course, tmp_path: Path, released: dict[str, Any]) -> None:
    submission = read(project, tmp_path, released)
    assert submission.problems == []
    names = [cell.name for cell in submission.cells]
    assert names[:3] == ["imports", "numbers", "forward"]
    assert not any(name.endswith("_examples") for name in names)


def test_given_cells_come_from_the_lesson(project: Course, tmp_path: Path, released: dict[str, Any]) -> None:
    for cell in released["cells"]:
        if cell["id"] == "numbers":
            cell["source"] = "I = 'mine'"
    submission = read(project, tmp_path, released)
    assert submission.problems == ["the given cell 'numbers' was changed; the original was used"]
    assert "mine" not in submission.cells[1].source


def test_what_was_tampered_with_is_told(project: Course, tmp_path: Path, released: dict[str, Any]) -> None:
    cells = {cell["id"]: cell for cell in released["cells"]}
    cells["relu-examples"]["metadata"]["nbgrader"].update(points=1000, locked=False)
    cells["relu"]["metadata"]["nbgrader"]["grade"] = True
    cells["sigmoid-examples"]["source"] = "print('all right')"
    assert read(project, tmp_path, released).problems == [
        "the visible examples 'sigmoid_examples' were changed; they count nothing",
        "what grades the cell 'relu' differs (grade); the course's own counts",
        "what grades the cell 'relu_examples' differs (locked, points); the course's own counts",
    ]


def test_deleted_and_copied_cells_are_told_and_nothing_else_is_lost(
    project: Course, tmp_path: Path, released: dict[str, Any]
) -> None:
    cells = {cell["id"]: cell for cell in released["cells"]}
    copied = {**cells["relu"], "source": "relu = 2"}
    released["cells"] = [cell for cell in released["cells"] if cell["id"] not in ("numbers", "forward")] + [copied]
    submission = read(project, tmp_path, released)
    assert submission.problems == [
        "the cell 'relu' is there more than once; all were run, the last one counts",
        "the cell 'numbers' is missing",
        "the cell 'forward' is missing",
    ]
    assert submission.cells[0].name == "numbers"
    assert submission.sources["relu"] == "relu = 2"
    assert [cell.name for cell in submission.cells if cell.name.startswith("relu")] == [
        "relu (earlier)",
        "relu_backward",
        "relu",
    ]


@pytest.mark.parametrize(
    "cell",
    [
        None,
        7,
        {},
        {"cell_type": "code"},
        {"cell_type": "code", "source": 7, "metadata": {}},
        {"cell_type": "code", "source": ["a", 1, "b"], "metadata": {"nbgrader": 3}},
        {"cell_type": "code", "source": "x", "metadata": {"nbgrader": {"grade_id": ["relu"]}}},
        {"cell_type": "markdown", "source": "<script>", "metadata": []},
    ],
)
def test_malformed_cells_stop_nothing(project: Course, tmp_path: Path, released: dict[str, Any], cell: Any) -> None:
    released["cells"].append(cell)
    assert read(project, tmp_path, released).problems == []


def test_a_version_3_notebook_is_read(project: Course, tmp_path: Path) -> None:
    cell = {"cell_type": "code", "input": "relu = 1", "metadata": {"nbgrader": {"grade_id": "relu"}}}
    submission = read(project, tmp_path, {"nbformat": 3, "worksheets": [{"cells": [cell]}]})
    assert submission.sources == {"relu": "relu = 1"}


def printed(megabytes: int) -> list[dict[str, Any]]:
    return [{"output_type": "stream", "name": "stdout", "text": ["0.123456\n" * 1024] * (megabytes * 114)}]


def test_outputs_do_not_make_a_notebook_too_large(project: Course, tmp_path: Path, released: dict[str, Any]) -> None:
    plain = read(project, tmp_path, released)
    next(cell for cell in released["cells"] if cell["cell_type"] == "code")["outputs"] = printed(25)
    large = read(project, tmp_path, released)
    assert (tmp_path / "two_layer.ipynb").stat().st_size > 24 * 2**20
    assert large == plain
    file = read_notebook_file(tmp_path / "two_layer.ipynb")
    assert file.sha256 == sha256((tmp_path / "two_layer.ipynb").read_bytes()).hexdigest()
    assert file.size == (tmp_path / "two_layer.ipynb").stat().st_size


def test_a_file_beyond_all_measure_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "two_layer.ipynb"
    with path.open("wb") as file:
        file.truncate(501 * 2**20)
    with pytest.raises(Unreadable, match="the file has 501 MB, more than the 500 MB that are read; clear all outputs"):
        read_file(path)


LOST = "the notebook lost the names of cells, as some editors do; these were found by what they define"


def test_a_notebook_that_lost_its_names_has_no_missing_cell(
    project: Course, tmp_path: Path, released: dict[str, Any]
) -> None:
    whole = read(project, tmp_path, released)
    for cell in released["cells"]:
        cell["metadata"] = {}
    found = read(project, tmp_path, released)
    assert found.problems == [LOST]
    assert found.sources == whole.sources
    assert found.cells == whole.cells


def test_one_cell_that_lost_its_name_is_found(project: Course, tmp_path: Path, released: dict[str, Any]) -> None:
    (cell,) = (cell for cell in released["cells"] if cell["id"] == "relu")
    cell["metadata"], cell["source"] = {}, "def relu(x):\n    return x * (x > 0)"
    found = read(project, tmp_path, released)
    assert found.problems == [LOST]
    assert found.sources["relu"] == cell["source"]


def test_a_student_s_definition_does_not_take_a_given_one_s_place(
    project: Course, tmp_path: Path, released: dict[str, Any]
) -> None:
    released["cells"].append({"cell_type": "code", "metadata": {}, "source": "class activate:\n    pass"})
    found = read(project, tmp_path, released)
    assert [cell.name for cell in found.cells][-1] == "activations (again)"
    number = len(released["cells"]) - sum(cell["cell_type"] != "code" for cell in released["cells"])
    assert found.problems == [f"the given 'activate' is defined anew in cell number {number}; the given one counts"]

"""The notebook that instructors see in formgrader: what was handed in, restored where it is not the student's to write,
with the scores. It is what nbgrader's own steps make of it, without a second for each student."""

from __future__ import annotations

from typing import Any

import msgspec

from autograder.course.lesson import EXAMPLES
from autograder.records import Report
from autograder.submit.notebook import name_of, text_of
from autograder.table import graded_outputs

_ADDED_BACK = "# This cell (id:{name}) was missing from the submission. It was added back by nbgrader.\n\n"


def autograded_notebook(notebook: dict[str, Any] | None, master: dict[str, Any], report: Report) -> bytes:
    """The submitted notebook, or the released one where that cannot be read, with the outputs of the graded cells."""
    cells = _restored(notebook["cells"] if notebook else master["cells"], master["cells"])
    scores = {cell.grade_id + EXAMPLES: cell for cell in report.cells}
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
        if cell["cell_type"] == "code":
            graded = scores.get(name_of(cell))
            cell["outputs"] = graded_outputs(graded) if graded else []
            cell["execution_count"] = None
    return msgspec.json.format(msgspec.json.encode({**master, "cells": cells}), indent=1) + b"\n"


def untouched(notebook: dict[str, Any] | None, master: dict[str, Any]) -> set[str]:
    """The blanks that the student left as they were released."""
    given = {name_of(cell): cell["source"] for cell in master["cells"]}
    answers = {name_of(cell): text_of(cell.get("source")) for cell in _plain(notebook["cells"] if notebook else [])}
    return {name for name, source in answers.items() if name and text_of(given.get(name, "")) == source}


def _restored(found: list[Any], master: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The student's cells in order; locked ones as they were given; of several with one name the last; none lost."""
    originals = {name_of(cell): cell for cell in master if name_of(cell)}
    plain = _plain(found)
    last = {name_of(cell): number for number, cell in enumerate(plain)}
    cells: list[dict[str, Any]] = []
    for number, cell in enumerate(plain):
        name = name_of(cell)
        if name in originals and last[name] == number:
            original = {**originals[name]}
            if not original["metadata"]["nbgrader"]["locked"]:
                original["source"] = text_of(cell.get("source"))
            cells.append(original)
        else:
            cells.append(_unnamed(cell))
    _add_back(cells, [*originals.values()])
    return cells


def _add_back(cells: list[dict[str, Any]], originals: list[dict[str, Any]]) -> None:
    """Put graded cells that are missing behind the cell that they followed."""
    names = [name_of(cell) for cell in cells]
    place = 0
    for original in originals:
        name = name_of(original)
        if name in names:
            place = names.index(name) + 1
        elif original["metadata"]["nbgrader"]["grade"]:
            names.insert(place, name)
            notice = _ADDED_BACK.format(name=name)
            cells.insert(place, {**original, "source": notice + text_of(original["source"])})
            place += 1


def _plain(cells: list[Any]) -> list[dict[str, Any]]:
    return [cell for cell in cells if isinstance(cell, dict)]


def _unnamed(cell: dict[str, Any]) -> dict[str, Any]:
    """A cell of the student's own: its kind and its text, and the pictures of a text."""
    kind = cell.get("cell_type")
    plain: dict[str, Any] = {
        "cell_type": kind if kind in ("code", "markdown", "raw") else "raw",
        "metadata": {},
        "source": text_of(cell.get("source")),
    }
    pictures = cell.get("attachments")
    if kind == "markdown" and isinstance(pictures, dict):
        plain["attachments"] = {
            text_of(name): {text_of(mime): text_of(data) for mime, data in picture.items() if isinstance(data, str)}
            for name, picture in pictures.items()
            if isinstance(picture, dict)
        }
    return plain

"""Sample submissions: small files that say what one student wrote, where the rest is the reference.

Each file of tests/submissions/<assignment>/ begins with what is wrong, then what it deserves:

    # The mean over the batch is missing in output_delta.
    # deserves 38 of 40, loses output_delta (mean-over-the-batch-missing)

(a sample that deserves nothing loses every blank), and goes on with the cells that differ, as a percent script. The
options of a cell may `delete` it or `rename` it.
A file that ends in .ipynb is handed in as it is.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec

from autograder.course.course import Assignment
from autograder.course.percent import PercentCell, read_percent
from autograder.errors import CourseError

_DESERVES = re.compile(r"^# deserves ([\d.]+) of ([\d.]+)(?:, loses (.+))?$", re.MULTILINE)
_LOSS = re.compile(r"(\w+) \(([\w -]*)\)")


class Deserved(msgspec.Struct):
    """What a sample submission must get: its points, and for each blank that it loses the mistake's name."""

    points: float
    max_points: float
    lost: dict[str, str]


def read_deserved(path: Path) -> Deserved:
    """What a sample deserves, from its own header, or from the text file beside a notebook."""
    source = path.with_suffix(".txt") if path.suffix == ".ipynb" else path
    found = _DESERVES.search(source.read_text("utf-8"))
    if not found:
        raise CourseError(
            source, "does not say what it deserves", "Add a line: # deserves 38 of 40, loses blank (mistake)"
        )
    return Deserved(float(found[1]), float(found[2]), dict(_LOSS.findall(found[3] or "")))


def fill_in(assignment: Assignment, sample: Path) -> bytes:
    """What a student hands in: the released notebook, with the reference's answers where the sample has none."""
    if sample.suffix == ".ipynb":
        return sample.read_bytes()
    notebook = json.loads(assignment.released.read_text("utf-8"))
    answers = {cell.grade_id: cell.without_markers() for cell in assignment.lesson.blanks()}
    cells = read_percent(sample.read_text("utf-8"))
    everything_empty = any(cell.options.get("template") for cell in cells)
    changes = {_name(cell): cell for cell in cells if _name(cell)}
    written: list[dict[str, Any]] = []
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
        if name in answers and not everything_empty:
            cell["source"] = answers[name]
        change = changes.get(name)
        if change is None:
            written.append(cell)
        elif not change.options.get("delete"):
            written.append(_changed(cell, change))
    written += [_added(cell, position) for position, cell in enumerate(cells) if not cell.options]
    notebook["cells"] = written
    return json.dumps(notebook, indent=1, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _name(cell: PercentCell) -> str:
    return cell.options.get("nbgrader", {}).get("grade_id", "")


def _changed(cell: dict[str, Any], change: PercentCell) -> dict[str, Any]:
    if change.source:
        cell["source"] = change.source
    if "rename" in change.options:
        cell["metadata"]["nbgrader"]["grade_id"] = change.options["rename"]
    if "tags" in change.options:
        cell["metadata"]["tags"] = change.options["tags"]
    return cell


def _added(cell: PercentCell, position: int) -> dict[str, Any]:
    """A cell of the student's own, at the end."""
    return {
        "cell_type": "code",
        "id": f"own-{position}",
        "metadata": {},
        "source": cell.source,
        "outputs": [],
        "execution_count": None,
    }

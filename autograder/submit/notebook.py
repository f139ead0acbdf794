"""Read what a student handed in. The file is hostile: nothing in it is trusted, nothing that it lacks is fatal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from autograder.author.lesson import Lesson
from autograder.grade.inside.border import Cell
from autograder.percent import is_percent_script, read_percent

MAX_BYTES = 20 * 2**20
MAX_CELLS = 2_000


class Unreadable(Exception):
    """The file is no notebook. The text says what was found and what to hand in instead."""


class Submission(msgspec.Struct):
    """A student's program: the cells to run, the sources of blanks by name, and what was odd about the file."""

    cells: list[Cell]
    sources: dict[str, str]
    problems: list[str]


def read_submission(path: Path, lesson: Lesson) -> Submission:
    """Read a notebook or percent script. Raises Unreadable.

    Given cells come from the lesson, whatever the student made of them; visible examples and demonstrations are left
    out; everything else runs in the student's order.
    """
    found = _read_cells(path)
    problems: list[str] = []
    if len(found) > MAX_CELLS:
        problems.append(f"the notebook has {len(found)} cells; the first {MAX_CELLS} were read")
        found = found[:MAX_CELLS]
    cells: list[Cell] = []
    sources: dict[str, str] = {}
    seen: set[str] = set()
    for position, (grade_id, source) in enumerate(found, start=1):
        cell = lesson.cell(grade_id) if grade_id else None
        if cell is None:
            cells.append(Cell(f"number {position}", source))
            continue
        again = grade_id in seen
        seen.add(grade_id)
        if again and cell.role != "blank":
            continue
        if again:
            problems.append(f"the cell '{grade_id}' is there more than once; all were run, the last one counts")
            cells = [each if each.name != grade_id else Cell(f"{grade_id} (earlier)", each.source) for each in cells]
        if cell.role == "blank":
            cells.append(Cell(grade_id, source))
            sources[grade_id] = source
        elif cell.role == "given":
            if source.strip() != cell.source.strip():
                problems.append(f"the given cell '{grade_id}' was changed; the original was used")
            cells.append(Cell(grade_id, cell.source))
    missing = [cell for cell in lesson.program() if cell.grade_id not in seen]
    problems += [f"the cell '{cell.grade_id}' is missing" for cell in missing]
    given = [Cell(cell.grade_id, cell.source) for cell in missing if cell.role == "given"]
    return Submission(given + cells, sources, problems)


def is_within_limits(path: Path) -> bool:
    """Whether other programs can be let near a notebook: it is not larger and has not more cells than are read here."""
    try:
        notebook = json.loads(_read_text(path))
    except (Unreadable, ValueError, RecursionError):
        return False
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    return isinstance(cells, list) and len(cells) <= MAX_CELLS


def _read_cells(path: Path) -> list[tuple[str, str]]:
    """Name (or nothing) and source of each code cell."""
    text = _read_text(path)
    if path.suffix == ".py":
        return _read_script(text)
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f"line {error.lineno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else str(error)[:80]
        raise Unreadable(
            f"the file is not a notebook: it is not JSON ({where}); download it again from Jupyter"
        ) from None
    if not isinstance(notebook, dict):
        raise Unreadable("the file is not a notebook: it has no cells; download it again from Jupyter")
    version = notebook.get("nbformat")
    if version == 3 and isinstance(notebook.get("worksheets"), list):
        return _read_version_3(notebook["worksheets"])
    if version != 4 or not isinstance(notebook.get("cells"), list):
        raise Unreadable(
            f"the notebook is in format {_shorten(version)}, but should be in format 4; save it from a current Jupyter"
        )
    return [named for cell in notebook["cells"] if (named := _read_cell(cell, "source"))]


def _read_text(path: Path) -> str:
    try:
        if path.is_symlink() or not path.is_file():
            raise Unreadable(f"there is no file {path.name}; hand in the notebook under its own name")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise Unreadable(
                f"the file has {size / 2**20:.0f} MB, more than the {MAX_BYTES / 2**20:.0f} MB allowed; "
                "clear all outputs and save it again"
            )
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("the file is not UTF-8 text; download it again from Jupyter") from None
    except OSError as error:
        raise Unreadable(f"the file cannot be read ({error.strerror})") from None


def _read_script(text: str) -> list[tuple[str, str]]:
    if not is_percent_script(text):
        raise Unreadable("the script has no cells; cells begin with a line '# %%'")
    try:
        cells = read_percent(text)
    except ValueError as error:
        raise Unreadable(f"the script cannot be read: {error}") from None
    return [(_grade_id(cell.options), cell.source) for cell in cells if cell.kind == "code"]


def _read_version_3(worksheets: list[Any]) -> list[tuple[str, str]]:
    sheets = [sheet.get("cells") for sheet in worksheets if isinstance(sheet, dict)]
    cells = [cell for sheet in sheets if isinstance(sheet, list) for cell in sheet]
    return [named for cell in cells if (named := _read_cell(cell, "input"))]


def _read_cell(cell: Any, field: str) -> tuple[str, str] | None:
    """A cell whose type was changed is still read where it is known to be code: its name decides."""
    if not isinstance(cell, dict):
        return None
    source = cell.get(field, cell.get("source", ""))
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    metadata = cell.get("metadata")
    grade_id = _grade_id(metadata) if isinstance(metadata, dict) else ""
    if not isinstance(source, str) or (cell.get("cell_type") != "code" and not grade_id):
        return None
    return grade_id, source.encode("utf-8", "replace").decode()  # JSON can hold half a character; a program cannot


def _grade_id(metadata: dict[str, Any]) -> str:
    marker = metadata.get("nbgrader")
    grade_id = marker.get("grade_id") if isinstance(marker, dict) else None
    return grade_id if isinstance(grade_id, str) else ""


def _shorten(value: Any) -> str:
    return repr(value)[:20]

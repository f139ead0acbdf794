"""Read what a student handed in. The file is hostile: nothing in it is trusted, nothing that it lacks is fatal."""

from __future__ import annotations

import functools
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from autograder.course.course import Assignment
from autograder.course.lesson import EXAMPLES, Lesson
from autograder.course.lesson import Cell as LessonCell
from autograder.course.numbers import as_read
from autograder.course.percent import is_percent_script, read_percent
from autograder.sandbox.inside.protocol import Cell
from autograder.submit.names import blanks_by_names, keep_given
from autograder.submit.outputs import WithoutOutputs

MAX_BYTES = 20 * 2**20  # without outputs, where it is larger with them
MAX_WHOLE_BYTES = 500 * 2**20
MAX_CELLS = 2_000
_NO_NAMES = "the notebook lost the names of cells, as some editors do; these were found by what they define"

_PIECE_BYTES = 2**18


class Unreadable(Exception):
    """The file is no notebook. The text says what was found and what to hand in instead."""


class Submission(msgspec.Struct):
    """A student's program: the cells to run, the sources of blanks by name, and what was odd about the file."""

    cells: list[Cell]
    sources: dict[str, str]
    problems: list[str]


class _Found(msgspec.Struct):
    """A code cell of the file: its name or nothing, its source, and what nbgrader keeps with it."""

    grade_id: str
    source: str
    marker: dict[str, Any]


class NotebookFile(msgspec.Struct):
    """A file that was handed in: its text, without outputs where it is large; hash and size are those of all bytes."""

    content: bytes = b""
    sha256: str = ""  # empty where the file is
    size: int = 0


def read_file(path: Path) -> bytes:
    """What is in a file that somebody handed in, without outputs where it is large. Raises Unreadable."""
    return read_notebook_file(path).content


def read_notebook_file(path: Path) -> NotebookFile:
    """A file that somebody handed in. Raises Unreadable."""
    try:
        if path.is_symlink() or not path.is_file():
            raise Unreadable(f"there is no file {path.name}; hand in the notebook under its own name")
        size = path.stat().st_size
        if size > MAX_WHOLE_BYTES:
            raise Unreadable(
                f"the file has {size / 2**20:.0f} MB, more than the {MAX_WHOLE_BYTES / 2**20:.0f} MB that are read; "
                "clear all outputs and save it again"
            )
        if size > MAX_BYTES:
            return _read_large(path)
        content = path.read_bytes()
        return NotebookFile(content, sha256(content).hexdigest() if content else "", len(content))
    except OSError as error:
        raise Unreadable(f"the file cannot be read ({error.strerror})") from None


def _read_large(path: Path) -> NotebookFile:
    """A file that is large only for its outputs is read without them; memory does not grow with it."""
    kept, size, digest, left = bytearray(), 0, sha256(), WithoutOutputs()
    with path.open("rb") as file:
        while piece := file.read(_PIECE_BYTES):
            size += len(piece)
            digest.update(piece)
            kept += left.feed(piece)
            if len(kept) > MAX_BYTES or size > MAX_WHOLE_BYTES:
                raise Unreadable(
                    f"the file has {path.stat().st_size / 2**20:.0f} MB, more than the {MAX_BYTES / 2**20:.0f} MB "
                    "allowed; clear all outputs and save it again: without them it has to be smaller than that"
                )
        kept += left.end()
    return NotebookFile(bytes(kept), digest.hexdigest(), size)


def read_submission(data: bytes, assignment: Assignment, is_script: bool = False) -> Submission:
    """The program in a notebook or percent script. Raises Unreadable.

    Given cells come from the lesson, whatever the student made of them; visible examples and demonstrations are left
    out; everything else runs in the student's order.
    """
    lesson = assignment.lesson
    text = _text(data)
    found = _read_script(text) if is_script else _read_cells(text)
    problems: list[str] = []
    if len(found) > MAX_CELLS:
        problems.append(f"the notebook has {len(found)} cells; the first {MAX_CELLS} were read")
        found = found[:MAX_CELLS]
    cells: list[Cell] = []
    sources: dict[str, str] = {}
    seen: set[str] = set()
    by_names = _give_names(found, lesson)
    sources |= {name: source for name, source in by_names.items() if name not in {each.grade_id for each in found}}
    seen |= sources.keys()
    if by_names:
        problems.append(_NO_NAMES)
    for position, each in enumerate(found, start=1):
        grade_id, source = each.grade_id, each.source
        cell = lesson.cell(grade_id) if grade_id else None
        if cell is None:
            cells.append(Cell(f"number {position}", source))
            continue
        changed = [key for key, right in marker_of(cell, assignment).items() if each.marker.get(key, right) != right]
        if changed:
            problems.append(
                f"what grades the cell '{grade_id}' differs ({', '.join(changed)}); the course's own counts"
            )
        again = grade_id in seen
        seen.add(grade_id)
        if again and cell.role != "blank":
            continue
        if again:
            problems.append(f"the cell '{grade_id}' is there more than once; all were run, the last one counts")
            cells = [old if old.name != grade_id else Cell(f"{grade_id} (earlier)", old.source) for old in cells]
        if cell.role == "blank":
            cells.append(Cell(grade_id, source))
            sources[grade_id] = source
        elif cell.role == "given":
            if cell.has_numbers:
                if source.strip() not in (cell.source, as_read(assignment.name, assignment.variants.names)):
                    problems.append(f"the cell '{grade_id}' has other numbers than yours; yours were used")
            elif source.strip() != cell.source.strip():
                problems.append(f"the given cell '{grade_id}' was changed; the original was used")
            cells.append(Cell(grade_id, cell.source))
        elif cell.role == "examples" and not source.strip().startswith(cell.source.strip()):
            problems.append(f"the visible examples '{grade_id}' were changed; they count nothing")
    missing = [cell for cell in lesson.program() if cell.grade_id not in seen]
    known = blanks_by_names(enumerate(cell.source for cell in cells if cell.name.startswith("number ")), missing)
    problems += [f"the cell '{cell.grade_id}' is missing" for cell in missing if cell.grade_id not in known]
    given = [Cell(cell.grade_id, cell.source) for cell in missing if cell.role == "given"]
    program, told = keep_given(given + cells, lesson)
    return Submission(program, sources, problems + told)


def _give_names(found: list[_Found], lesson: Lesson) -> dict[str, str]:
    """Name again what has lost its name on the way, as in Colab: given cells and examples by their text, blanks by what
    they define. Returns the sources of the blanks that were found so; a cell that is several has the first one's name.
    """
    there = {each.grade_id for each in found}
    names = {cell.grade_id for cell in lesson.cells} - {""}
    lost = [cell for cell in lesson.cells if cell.grade_id in names - there]
    nameless = [(number, each) for number, each in enumerate(found) if each.grade_id not in names]
    locked = {cell.source.strip(): cell for cell in lost if cell.role != "blank"}
    for _, each in nameless:
        text = each.source.strip()
        begun = (known for known, cell in locked.items() if cell.role == "examples" and text.startswith(known))
        cell = locked.pop(text if text in locked else next(begun, ""), None)
        each.grade_id = cell.grade_id if cell else each.grade_id
    own = [(number, each.source) for number, each in nameless if each.grade_id not in names]
    places = blanks_by_names(own, [cell for cell in lost if cell.role == "blank"])
    for name, place in places.items():
        if found[place].grade_id not in names:
            found[place].grade_id = name
    return {name: found[place].source for name, place in places.items()}


def read_notebook(data: bytes) -> dict[str, Any] | None:
    """The notebook in a file, as it stands there; None where it is none, or has more cells than are read."""
    try:
        notebook = _parsed(_text(data))
    except (Unreadable, ValueError, RecursionError):
        return None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    return notebook if isinstance(cells, list) and len(cells) <= MAX_CELLS else None


def name_of(cell: dict[str, Any]) -> str:
    """The name of a cell in whatever somebody handed in; nothing where it has none."""
    metadata = cell.get("metadata")
    marker = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = marker.get("grade_id") if isinstance(marker, dict) else None
    return name if isinstance(name, str) else ""


def text_of(source: Any) -> str:
    """The text of a cell or an output in whatever somebody handed in."""
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    return source.encode("utf-8", "replace").decode() if isinstance(source, str) else ""


def marker_of(cell: LessonCell, assignment: Assignment) -> dict[str, Any]:
    """What nbgrader keeps with a cell: what it is, and the points of a graded one, which come from the checks."""
    marker: dict[str, Any] = {
        "solution": cell.role == "blank",
        "grade": cell.role == "examples",
        "locked": cell.role != "blank",
    }
    if cell.role == "examples":
        marker["points"] = sum(check.points for check in assignment.checks.of(cell.grade_id.removesuffix(EXAMPLES)))
    return marker


def _read_cells(text: str) -> list[_Found]:
    try:
        notebook = _parsed(text)
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


@functools.lru_cache(maxsize=1)
def _parsed(text: str) -> Any:
    """What the JSON says, for two who read the same notebook one after the other; neither changes it."""
    return json.loads(text)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("the file is not UTF-8 text; download it again from Jupyter") from None


def _read_script(text: str) -> list[_Found]:
    if not is_percent_script(text):
        raise Unreadable("the script has no cells; cells begin with a line '# %%'")
    try:
        cells = read_percent(text)
    except ValueError as error:
        raise Unreadable(f"the script cannot be read: {error}") from None
    return [_found(cell.options, cell.source) for cell in cells if cell.kind == "code"]


def _read_version_3(worksheets: list[Any]) -> list[_Found]:
    sheets = [sheet.get("cells") for sheet in worksheets if isinstance(sheet, dict)]
    cells = [cell for sheet in sheets if isinstance(sheet, list) for cell in sheet]
    return [named for cell in cells if (named := _read_cell(cell, "input"))]


def _read_cell(cell: Any, field: str) -> _Found | None:
    """A cell whose type was changed is still read where it is known to be code: its name decides."""
    if not isinstance(cell, dict):
        return None
    source = cell.get(field, cell.get("source", ""))
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    found = _found(cell.get("metadata"), source)
    if not isinstance(source, str) or (cell.get("cell_type") != "code" and not found.grade_id):
        return None
    found.source = source.encode("utf-8", "replace").decode()  # JSON can hold half a character; a program cannot
    return found


def _found(metadata: Any, source: Any) -> _Found:
    marker = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    marker = marker if isinstance(marker, dict) else {}
    grade_id = marker.get("grade_id")
    return _Found(grade_id if isinstance(grade_id, str) else "", source, marker)


def _shorten(value: Any) -> str:
    return repr(value)[:20]

"""Notebooks of one feature each, as percent scripts, and the course of nbgrader that they make.

A script holds several, each after a line `# == name: title`. Its cells begin with `# %%` and what they are:

    # %%                 a cell without a role          # %% md             the same in Markdown
    # %% given           read-only code                 # %% solution       where a student's answer stands
    # %% test POINTS     an autograded test             # %% manual POINTS  code that is graded by hand
    # %% essay POINTS    Markdown graded by hand        # %% task POINTS    a task graded by hand
    # %% wrong           what the student `wrong` has written in the answer above
    # %% mine [md]       a cell that students have added
    # %% file NAME       a file beside the notebook     # %% picture NAME   a small PNG beside it
    # %% notebook NAME   the cells that follow stand in another notebook

After the title, in brackets and between semicolons, stand `empty` (one student hands in nothing), `needs LIBRARY`,
options of nbgrader such as `timeout=2`, and `differs ROW`: where it differs from nbgrader on purpose, by the row of
docs/nbgrader.md.
"""

from __future__ import annotations

import base64
import importlib.util
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode, read, write
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

FOLDER = Path(__file__).resolve().parents[1] / "nbgrader_plugins" / "feature_notebooks"
_HEADER = re.compile(r"^# == (\w+): (.*?)(?: \[(.*)\])?$", re.MULTILINE)
_ANSWERED = ("solution", "manual", "essay")
_MARKDOWN = ("md", "essay", "task")


@dataclass
class Cell:
    kind: str
    argument: str
    text: str
    wrong: str | None = None


@dataclass
class Feature:
    """One feature: an assignment of one or more notebooks."""

    name: str
    title: str
    notebooks: dict[str, list[Cell]]
    files: dict[str, bytes]
    options: dict[str, str] = field(default_factory=dict)
    has_empty: bool = False
    needs: str = ""
    differs: str = ""

    @property
    def students(self) -> list[str]:
        has_wrong = any(cell.wrong is not None for cells in self.notebooks.values() for cell in cells)
        return ["right", *["wrong"] * has_wrong, *["empty"] * self.has_empty]


def features(*names: str) -> list[Feature]:
    """All features, or those of these names, whose libraries are there."""
    found = [each for path in sorted(FOLDER.glob("*.percent")) for each in _read(path.read_text("utf-8"))]
    return [
        each
        for each in found
        if (not names or each.name in names) and (not each.needs or importlib.util.find_spec(each.needs))
    ]


def _read(text: str) -> Iterator[Feature]:
    parts = _HEADER.split(text)[1:]
    for name, title, options, body in zip(*[iter(parts)] * 4, strict=True):
        feature = Feature(name, title, {}, {})
        for option in options.split("; ") if options else ():
            word, _, rest = option.partition(" ")
            if "=" in option:
                key, _, value = option.partition("=")
                feature.options[key] = value
            elif word == "empty":
                feature.has_empty = True
            else:
                assert word in ("needs", "differs"), option
                setattr(feature, word, rest)
        _add_cells(feature, body)
        yield feature


def _add_cells(feature: Feature, body: str) -> None:
    cells = feature.notebooks.setdefault(feature.name, [])
    for part in re.split(r"^# %%", body, flags=re.MULTILINE)[1:]:
        head, _, text = part.partition("\n")
        kind, _, argument = head.strip().partition(" ")
        text = text.strip("\n")
        if kind == "wrong":
            cells[-1].wrong = text
        elif kind == "notebook":
            cells = feature.notebooks.setdefault(argument, [])
        elif kind == "file":
            feature.files[argument] = f"{text}\n".encode()
        elif kind == "picture":
            feature.files[argument] = picture(len(feature.files))
        else:
            cells.append(Cell(kind, argument, text))


def picture(number: int) -> bytes:
    """A PNG of 8 times 8 pixels; another number is another colour."""
    row = b"\0" + bytes([40 + number * 31 % 200, 90, 200 - number * 17 % 200]) * 8

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(row * 8)) + chunk(b"IEND", b"")


# --- The instructor's version and the students' -----------------------------------------------------------------------


def write_source(feature: Feature, folder: Path) -> None:
    """The instructor's version of an assignment."""
    for name, data in feature.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    folder.mkdir(parents=True, exist_ok=True)
    for name, cells in feature.notebooks.items():
        kinds = [cell for cell in cells if cell.kind != "mine"]
        notebook = new_notebook(cells=[_source_cell(cell, number) for number, cell in enumerate(kinds)])
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        write(notebook, folder / f"{name}.ipynb")


def _source_cell(cell: Cell, number: int) -> NotebookNode:
    text = cell.text
    if cell.kind in ("solution", "manual"):
        text = f"### BEGIN SOLUTION\n{text}\n### END SOLUTION"
    elif cell.kind == "essay":
        text = "YOUR ANSWER HERE"
    made = (new_markdown_cell if cell.kind in _MARKDOWN else new_code_cell)(text, id=f"cell-{number}")
    if cell.kind not in ("", "md"):
        made.metadata["nbgrader"] = {
            "schema_version": 3,
            "grade_id": f"cell_{number}",
            "grade": cell.kind in ("test", "manual", "essay"),
            "solution": cell.kind in _ANSWERED,
            "locked": cell.kind in ("given", "test", "task"),
            "task": cell.kind == "task",
            **({"points": float(cell.argument)} if cell.argument else {}),
        }
    if "attachment:" in text:
        made["attachments"] = {"dot.png": {"image/png": base64.b64encode(picture(5)).decode()}}
    return made


def write_submission(feature: Feature, released: Path, folder: Path, student: str) -> None:
    """What a student hands in: the released assignment, with answers and cells of their own."""
    folder.mkdir(parents=True)
    for path in (each for each in released.rglob("*") if each.is_file()):
        target = folder / path.relative_to(released)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    for name, cells in feature.notebooks.items():
        if student == "empty":
            continue
        path = folder / f"{name}.ipynb"
        notebook = read(path, as_version=4)
        there = iter(notebook.cells)
        handed_in = []
        for number, cell in enumerate(cells):
            if cell.kind == "mine":
                new = new_markdown_cell if cell.argument == "md" else new_code_cell
                made = new(cell.text, id=f"mine-{number}")
            else:
                made = next(there)
            if cell.kind in _ANSWERED:
                made["source"] = cell.wrong if student == "wrong" and cell.wrong is not None else cell.text
                if "attachment:" in made["source"]:
                    made["attachments"] = {"dot.png": {"image/png": base64.b64encode(picture(6)).decode()}}
            handed_in.append(made)
        notebook.cells = handed_in
        if feature.name in TAMPERED:
            TAMPERED[feature.name](notebook)
        write(notebook, path)


# --- What students and editors do to a notebook -----------------------------------------------------------------------


def _without_metadata(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        cell.metadata.clear()


def _copy_the_answer(notebook: NotebookNode) -> None:
    copy = new_code_cell(notebook.cells[0].source + "\n", id="a-copy")
    notebook.cells.append(copy)


def _copy_with_metadata(notebook: NotebookNode) -> None:
    test = next(cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade"))
    copy = new_code_cell(test.source, id="a-copy", metadata=test.metadata)
    notebook.cells.insert(0, copy)


def _delete_the_test(notebook: NotebookNode) -> None:
    tests = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    notebook.cells.remove(tests[0])


def _change_the_tests(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.source = "assert True"
            cell.metadata["nbgrader"]["points"] = 100.0


def _tag(tag: str, notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.metadata["tags"] = [tag]


def _old_outputs(notebook: NotebookNode) -> None:
    from nbformat.v4 import new_output

    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [new_output("stream", name="stdout", text="from yesterday\n")]
            cell.execution_count = 77


TAMPERED = {
    "no_metadata": _without_metadata,
    "copied_answer": _copy_the_answer,
    "copied_test": _copy_with_metadata,
    "deleted_test": _delete_the_test,
    "changed_test": _change_the_tests,
    "old_outputs": _old_outputs,
    "skipped_test": lambda notebook: _tag("skip-execution", notebook),
    "tag_raises": lambda notebook: _tag("raises-exception", notebook),
}

"""The lesson file: the only source of text, reference solution, blanks and visible examples.

A lesson is a percent script. Its code cells carry nbgrader's own metadata in short form and are one of these:

    # %% nbgrader={"grade_id": "hidden_delta", "solution": true}            a blank, with its solution
    # %% nbgrader={"grade_id": "hidden_delta_examples", "grade": true}      the visible examples under it
    # %% nbgrader={"grade_id": "numbers", "locked": true}                   given code that blanks build on
    # %% nbgrader={"grade_id": "curve", "locked": true} demo=true           a demonstration, not run when grading
    # %% nbgrader={"grade_id": "numbers", "locked": true} numbers=true      given numbers, other ones for each student

`rows=["…"]` on any cell names the rows of the course's table of contents that the cell teaches.
"""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from autograder.course.numbers import Numbers, as_literals
from autograder.course.percent import PercentCell, read_percent
from autograder.errors import CourseError

Role = Literal["text", "blank", "examples", "given", "demo"]

EXAMPLES = "_examples"  # the cell under the blank `x` is called `x_examples`
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
Part = Literal["given", "begin", "solution", "end"]  # what a line of a blank is: "begin" and "end" are the markers


class Cell(msgspec.Struct):
    """One cell of a lesson; `grade_id` is empty for text, `has_numbers` marks given numbers that differ by student."""

    role: Role
    source: str
    grade_id: str
    rows: list[str]
    line: int
    has_numbers: bool = False

    def without_markers(self) -> str:
        """A blank as a student may hand it in: with the solution, without its markers."""
        return "\n".join(line for part, line in parts_of(self.source) if part in ("given", "solution"))

    def template(self) -> str:
        """A blank as students get it: it raises NotImplementedError in place of the solution."""
        return "\n".join(
            line.replace(BEGIN, 'raise NotImplementedError("Fill in this blank.")') if part == "begin" else line
            for part, line in parts_of(self.source)
            if part in ("given", "begin")
        )


def parts_of(source: str) -> Iterator[tuple[Part, str]]:
    """Each line of a blank, and what it is."""
    current: Part = "given"
    for line in source.splitlines():
        if line.strip() == BEGIN:
            current = "solution"
            yield "begin", line
        elif line.strip() == END:
            current = "given"
            yield "end", line
        else:
            yield current, line


class Lesson(msgspec.Struct):
    path: Path
    cells: list[Cell]

    def blanks(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.role == "blank"]

    def cell(self, grade_id: str) -> Cell | None:
        return next((cell for cell in self.cells if cell.grade_id == grade_id), None)

    def numbers_cell(self) -> Cell:
        """The cell whose numbers are other ones for each student, of a lesson that has one."""
        return next(cell for cell in self.cells if cell.has_numbers)

    def with_numbers(self, numbers: Numbers) -> Lesson:
        """The lesson as a student with these numbers has it."""
        source = as_literals(numbers)
        return Lesson(
            self.path,
            [msgspec.structs.replace(cell, source=source) if cell.has_numbers else cell for cell in self.cells],
        )

    def imports(self) -> list[str]:
        """The modules that its given cells import; of `from a import b` both a and a.b, which may be one."""
        return list(
            dict.fromkeys(name for cell in self.cells if cell.role == "given" for name in _imports(cell.source))
        )

    def defines(self, name: str) -> bool:
        """Whether a cell has a function or a class of this name."""
        return any(re.search(rf"^\s*(def|class) {re.escape(name)}\b", cell.source, re.MULTILINE) for cell in self.cells)

    def section(self, grade_id: str) -> str:
        """The heading under which a cell stands."""
        heading = ""
        for cell in self.cells:
            if cell.grade_id == grade_id:
                break
            if cell.role == "text":
                heading = (re.findall(r"^#+ +(.+?)\s*$", cell.source, flags=re.MULTILINE) or [heading])[-1]
        return heading

    def program(self) -> list[Cell]:
        """The cells that define something: given code and blanks. Examples and demonstrations only show."""
        return [cell for cell in self.cells if cell.role in ("given", "blank")]


@functools.lru_cache(maxsize=1024)
def _imports(source: str) -> tuple[str, ...]:
    try:
        tree = ast.parse(source)
    except SyntaxError:  # whoever runs the cell says so
        return ()
    found: list[str] = []
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found += [alias.name for alias in names]
            case ast.ImportFrom(module=str(module), names=names, level=0):
                found += [module, *(f"{module}.{alias.name}" for alias in names)]
    return tuple(found)


def read_lesson(path: Path) -> Lesson:
    """Read and check a lesson. Raises CourseError with file, cell and remedy."""
    try:
        cells = [_read_cell(path, cell) for cell in read_percent(path.read_text("utf-8"))]
    except FileNotFoundError:
        raise CourseError(path, "does not exist", "The lesson has the same name as its folder") from None
    except ValueError as error:
        raise CourseError(path, str(error), "Fix the marker of that cell") from None
    lesson = Lesson(path, cells)
    _check_names(lesson)
    return lesson


def _read_cell(path: Path, cell: PercentCell) -> Cell:
    rows = cell.options.get("rows", [])
    if cell.kind != "code":
        return Cell("text", cell.source, "", rows, cell.line)
    marker = cell.options.get("nbgrader", {})
    grade_id = marker.get("grade_id", "")
    where = f"{path}, line {cell.line - 1}"
    if not re.fullmatch(r"[A-Za-z_]\w*", grade_id):
        raise CourseError(
            where,
            "this code cell has no name",
            'Write for instance: # %% nbgrader={"grade_id": "x", "locked": true}',
        )
    flags = [flag for flag in ("solution", "grade", "locked") if marker.get(flag)]
    if len(flags) != 1:
        raise CourseError(
            f"{path}, cell '{grade_id}'",
            f"is marked as {' and '.join(flags) or 'nothing'}",
            'Mark it with exactly one of "solution", "grade", "locked"',
        )
    roles: dict[str, Role] = {"solution": "blank", "grade": "examples", "locked": "given"}
    role = "demo" if cell.options.get("demo") else roles[flags[0]]
    if role == "blank":
        _check_solution(f"{path}, cell '{grade_id}'", cell.source)
    return Cell(role, cell.source, grade_id, rows, cell.line, _has_numbers(path, grade_id, role, cell))


def _has_numbers(path: Path, grade_id: str, role: Role, cell: PercentCell) -> bool:
    if not cell.options.get("numbers"):
        return False
    if role != "given":
        where = f"{path}, cell '{grade_id}'"
        raise CourseError(where, "only a given cell can have numbers=true", 'Mark it with "locked": true')
    return True


def _check_solution(where: str, source: str) -> None:
    inside, found = False, False
    for line in (line.strip() for line in source.splitlines()):
        if line == BEGIN:
            if inside:
                raise CourseError(where, "BEGIN SOLUTION stands inside a solution", f"Close the first with '{END}'")
            inside, found = True, True
        elif line == END:
            if not inside:
                raise CourseError(where, "END SOLUTION without a beginning", f"Add '{BEGIN}' before the answer")
            inside = False
    if inside:
        raise CourseError(where, "BEGIN SOLUTION is never closed", f"Add '{END}' after the answer")
    if not found:
        raise CourseError(where, "this blank has no solution", f"Put the answer between '{BEGIN}' and '{END}'")


def _check_names(lesson: Lesson) -> None:
    cells_with_numbers = sum(cell.has_numbers for cell in lesson.cells)
    if cells_with_numbers > 1:
        raise CourseError(lesson.path, "two cells have numbers=true", "Put all numbers into one of them")
    if bool(cells_with_numbers) != lesson.path.with_name("variants.py").is_file():
        found = "a cell has numbers=true" if cells_with_numbers else "no cell has numbers=true"
        raise CourseError(
            lesson.path, f"{found}, but variants.py is {'not ' * bool(cells_with_numbers)}there", "One draws the other"
        )
    seen: set[str] = set()
    for cell in lesson.cells:
        if cell.grade_id in seen:
            raise CourseError(f"{lesson.path}, cell '{cell.grade_id}'", "two cells have this name", "Rename one")
        if cell.grade_id:
            seen.add(cell.grade_id)
    for position, cell in enumerate(lesson.cells):
        if cell.role == "blank":
            following = [other.grade_id for other in lesson.cells[position + 1 : position + 2]]
            if following != [cell.grade_id + EXAMPLES]:
                raise CourseError(
                    f"{lesson.path}, cell '{cell.grade_id}'",
                    "no visible examples stand under this blank",
                    f'Put the cell "{cell.grade_id + EXAMPLES}" with "grade": true right under it',
                )
        if cell.role == "examples" and cell.grade_id.removesuffix(EXAMPLES) not in seen:
            raise CourseError(
                f"{lesson.path}, cell '{cell.grade_id}'",
                "these examples belong to no blank",
                "Name the blank first",
            )

"""Lesson to nbgrader source to the student's notebook."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from autograder.course.course import Assignment
from autograder.course.lesson import EXAMPLES, Cell
from autograder.course.libraries import what_may_be_used
from autograder.course.numbers import WHO, as_literals, as_read, numbers_file
from autograder.errors import CourseError
from autograder.exam.receipt import script_for
from autograder.files import write_whole
from autograder.grade.bundle import pack
from autograder.nbgrader_host.api import done, nbgrader
from autograder.nbgrader_host.database import enrolled_students, set_duedate
from autograder.release.leaks import check_release
from autograder.submit.notebook import marker_of
from autograder.submit.releases import METADATA, keep, points_of, released

HIDDEN_CHECKS = (
    '\nprint("{blank}: the visible examples agree. Hidden checks with other inputs grade it; they were not run here.")'
)
HOW_GRADED = """### How this is graded

- Hidden checks call each answer several times with other inputs, other sizes and in another order.
- Work on new arrays: a function that changes its inputs in place loses the check in which it does.
- Whoever has the right values is right: in float32 or float64, in a list or an array, as numbers of NumPy or of Python.
  The shape has to be the one that is asked for; one number has no axes unless the text allows the shape (1,).
- One slip is paid once. Where a blank uses an earlier one that is wrong, it is judged with the right one in its place.
- The report names the mistake where it can, and says for each check what was seen."""


def how_graded(assignment: Assignment) -> str:
    """How every lesson is graded, which of its blanks may change what they get, and which libraries may be used."""
    lines = HOW_GRADED
    blanks = dict.fromkeys(f"`{check.blank}`" for check in assignment.checks.checks if check.in_place)
    if blanks:
        allowed = f"- Only {', '.join(blanks)} may change {'its' if len(blanks) == 1 else 'their'} inputs in place.\n"
        lines = lines.replace("- One slip", f"{allowed}- One slip")
    may_be_used = what_may_be_used(assignment)
    return f"{lines}\n- {may_be_used}" if may_be_used else lines


def source_notebook(assignment: Assignment) -> dict[str, Any]:
    """The lesson as an nbgrader source notebook, solutions included; the points come from the checks."""
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {
            METADATA: {"release": assignment.release},
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "cells": _cells(assignment),
    }


def build(assignment: Assignment) -> Path:
    """Write the source and have nbgrader make the released notebook from it; refuse it if anything leaks."""
    course = assignment.course
    source = course.gradebook / "source" / assignment.name
    for folder in (source, assignment.released.parent):
        shutil.rmtree(folder, ignore_errors=True)
    source.mkdir(parents=True)
    for name in assignment.settings.data:
        _copy_data(assignment, name, source)
    text = json.dumps(source_notebook(assignment), indent=1, ensure_ascii=False) + "\n"
    (source / f"{assignment.name}.ipynb").write_text(text, encoding="utf-8")
    done(
        f"nbgrader generate_assignment {assignment.name}",
        nbgrader(course).generate_assignment(assignment.name),
    )
    try:
        check_release(assignment)
    except CourseError:
        shutil.rmtree(assignment.released.parent)
        raise
    return assignment.released


def refuse_again(assignment: Assignment) -> None:
    """Raises CourseError where it was released before: it says what another release means for who has begun."""
    if not (before := released(assignment)):
        return
    now, then = points_of(assignment), before[-1].points
    others = sorted(name for name in {*now, *then} if now.get(name) != then.get(name))
    what = f"it was released on {before[-1].day}"
    how = f"To replace that for all who fetch it from now on: autograder release {assignment.name} --force. "
    if others:
        what += f", when {', '.join(others)} had other points, or is new or gone since"
        how += "Who has begun will be graded by the new one; under a name of its own it harms nobody"
    else:
        how += "Who has begun will be graded by the release that they have"
    raise CourseError(assignment.name, what, how)


def publish(assignment: Assignment, force: bool = False) -> None:
    """Put the released notebook into nbgrader's exchange, where students fetch it, and keep by what it is graded;
    `force` it to take the place of an earlier one."""
    if assignment.has_variants:
        drawn = assignment.variants.of_all(students_to_draw_for(assignment))
        numbers = {student: variant.numbers for student, variant in drawn.items()}
        write_whole(assignment.released.with_suffix(".json"), numbers_file(assignment.name, numbers))
    api = nbgrader(assignment.course, ExchangeReleaseAssignment={"force": force})
    exchange = Path(api.config.Exchange.root)
    if not exchange.exists():
        exchange.mkdir(parents=True)
        exchange.chmod(0o777)  # every student writes into it
    if assignment.rules:
        set_duedate(assignment, assignment.rules)
        write_whole(assignment.released.with_name("receipt.py"), script_for(assignment.name))
    done(f"nbgrader release_assignment {assignment.name}", api.release_assignment(assignment.name))
    keep(assignment, pack(assignment))


def write_personal(assignment: Assignment) -> list[Path]:
    """For a course without an exchange: a notebook for each student, with the student's own numbers in it."""
    if not assignment.has_variants:
        raise CourseError(assignment.name, "all students have the same numbers", "Hand out the released notebook")
    notebook = json.loads(assignment.released.read_bytes())
    name = assignment.lesson.numbers_cell().grade_id
    paths = []
    for student, variant in assignment.variants.of_all(students_to_draw_for(assignment)).items():
        cells = [dict(cell) for cell in notebook["cells"] if cell["id"] != "student"]
        for cell in cells:
            if cell["metadata"].get("nbgrader", {}).get("grade_id") == name:
                cell["source"] = as_literals(variant.numbers)
        path = assignment.course.gradebook / "personal" / assignment.name / student / assignment.released.name
        write_whole(path, json.dumps({**notebook, "cells": cells}, indent=1, ensure_ascii=False).encode() + b"\n")
        paths.append(path)
    return paths


def students_to_draw_for(assignment: Assignment) -> list[str]:
    """Who needs numbers. Raises CourseError where nobody is enrolled."""
    students = enrolled_students(assignment.course)
    if not students:
        raise CourseError(
            assignment.name,
            "nobody is enrolled, and each student needs numbers",
            "Run: nbgrader db student import FILE",
        )
    return students


def _cells(assignment: Assignment) -> list[dict[str, Any]]:
    """The lesson's cells; behind its first text stands how every lesson is graded."""
    cells = []
    for number, cell in enumerate(assignment.lesson.cells, start=1):
        if cell.has_numbers:
            cells.append(_code_cell("student", WHO))
        cells.append(_notebook_cell(assignment, cell, number))
    first_text = next((number for number, cell in enumerate(cells) if cell["cell_type"] == "markdown"), -1)
    how = {"cell_type": "markdown", "id": "how-graded", "metadata": {}, "source": how_graded(assignment)}
    return [*cells[: first_text + 1], how, *cells[first_text + 1 :]]


def _notebook_cell(assignment: Assignment, cell: Cell, position: int) -> dict[str, Any]:
    if cell.role == "text":
        return {"cell_type": "markdown", "id": f"text-{position}", "metadata": {}, "source": cell.source}
    marker = {"schema_version": 3, "grade_id": cell.grade_id, **marker_of(cell, assignment), "task": False}
    source = cell.source
    if cell.role == "examples":
        source += HIDDEN_CHECKS.format(blank=cell.grade_id.removesuffix(EXAMPLES))
    if cell.has_numbers:
        source = as_read(assignment.name, assignment.variants.names)
    return _code_cell(cell.grade_id, source, {"nbgrader": marker})


def _code_cell(name: str, source: str, metadata: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "id": name.replace("_", "-")[:64],
        "metadata": metadata or {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def _copy_data(assignment: Assignment, name: str, folder: Path) -> None:
    path = assignment.course.root / "source_data" / name
    if not path.is_file():
        raise CourseError(
            assignment.folder / "assignment.toml",
            f"data names '{name}', but there is no such file in source_data/",
        )
    shutil.copyfile(path, folder / path.name)

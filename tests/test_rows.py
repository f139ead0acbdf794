"""Every row of the table of contents is taught by a cell that carries its id, and its printed numbers come out."""

import importlib
import re
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.author.rows import Row, places, read_rows, rows_page
from autograder.course.course import Course
from autograder.course.reference import load_reference

ROOT = Path(__file__).resolve().parents[1]
ROWS = read_rows(Course(ROOT))
NAMES = sorted({row.assignment for row in ROWS})
PRINTED = {name: {row.id: row.printed for row in ROWS if row.assignment == name} for name in NAMES}


def test_there_are_247_rows_in_sixteen_assignments(project: Course) -> None:
    assert len({row.id for row in ROWS}) == len(ROWS) == 247
    assert set(NAMES) <= set(project.names())
    assert len(NAMES) == 16


def test_a_lesson_without_rows_stands_beyond_the_documents(project: Course) -> None:
    exams = [name for name in project.names() if project.assignment(name).has_variants]  # they teach nothing new
    beyond = rows_page(project).partition("\n## Beyond the documents\n")[2]
    named = re.findall(r"^\| \[(\w+)\]", beyond, flags=re.MULTILINE)
    assert named == [name for name in project.names() if name not in exams and name not in NAMES]


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_a_row_is_taught_by_a_cell(row: Row, project: Course) -> None:
    assert places(project.assignment(row.assignment).lesson, row.id)


@pytest.mark.parametrize("name", NAMES)
def test_an_assignment_names_no_other_rows(name: str, project: Course) -> None:
    lesson = project.assignment(name).lesson
    assert {row for cell in lesson.cells for row in cell.rows} <= PRINTED[name].keys()


@pytest.mark.parametrize("name", NAMES)
def test_a_row_that_is_graded_has_a_check(name: str, project: Course) -> None:
    assignment = project.assignment(name)
    blanks = {cell.grade_id for cell in assignment.lesson.blanks() if cell.rows}
    assert blanks <= {check.blank for check in assignment.checks.checks}


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in NAMES if any(PRINTED[name].values())])
def test_the_printed_numbers_come_out(name: str, project: Course) -> None:
    module = importlib.import_module(f"tests.printed.{name}")
    computed = module.rows(load_reference(project.assignment(name).lesson))
    printed = {row: numbers for row, numbers in PRINTED[name].items() if numbers}
    assert computed.keys() == printed.keys()
    corrected, within = getattr(module, "CORRECTED", {}), getattr(module, "WITHIN", {})
    for row, numbers in printed.items():
        assert computed[row].keys() == numbers.keys(), row
        for key, value in numbers.items():
            found, right = computed[row][key], corrected.get(row, {}).get(key)
            if right is not None:
                assert not comes_out(found, value, 0.0), f"{row}, {key}: {value} is not wrong"
            assert comes_out(found, right or value, within.get(row, 0.0)), (
                f"{row}, {key}: {found}, not {right or value}"
            )


def test_the_page_of_rows_and_places_is_in_step(project: Course) -> None:
    assert (ROOT / "docs" / "rows.md").read_text("utf-8") == rows_page(project), "run: make docs"


def comes_out(found: Any, printed: Any, within: float) -> bool:
    """Whether a number rounds to the printed decimals; a number without decimals has to be exact."""
    if isinstance(printed, list):
        found = list(found)
        return len(found) == len(printed) and all(
            comes_out(one, other, within) for one, other in zip(found, printed, strict=True)
        )
    try:
        decimals = -int(Decimal(printed).as_tuple().exponent)
    except InvalidOperation:
        return str(found) == printed
    half = 0.5 * 10.0**-decimals if decimals > 0 else 1e-6 * max(1.0, abs(float(printed)))
    return bool(np.abs(float(found) - float(printed)) <= max(half * (1 + 1e-9), within))


@pytest.mark.parametrize(
    ("found", "printed", "comes"),
    [
        (0.9276, "0.928", True),
        (0.9274, "0.928", False),
        (-0.0286, "-.029", True),
        (4.4, "4", False),
        (4.0000001, "4", True),
        (1e-8, "1e-8", True),
        (2e-8, "1e-8", False),
        (np.array([[19, 30]]), [["19", "30"]], True),
        (np.array([19, 30, 1]), ["19", "30"], False),
        ("RuntimeError", "RuntimeError", True),
    ],
)
def test_a_number_comes_out_if_it_rounds_to_the_printed_decimals(found: Any, printed: Any, comes: bool) -> None:
    assert comes_out(found, printed, 0.0) is comes

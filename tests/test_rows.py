"""Every row of the course's table of contents that an assignment has is taught by a cell that carries its id."""

import json
from pathlib import Path

import pytest

from autograder.course import Course

ROOT = Path(__file__).resolve().parents[1]
ROWS = json.loads((ROOT / "source_data" / "rows.json").read_text("utf-8"))["rows"]
NAMES = sorted(path.parent.name for path in (ROOT / "solutions").glob("*/assignment.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_an_assignment_teaches_its_rows_and_no_others(name: str, project: Course) -> None:
    lesson = project.assignment(name).lesson
    taught = {row for cell in lesson.cells for row in cell.rows}
    assert taught == {row["id"] for row in ROWS if row["assignment"] == name}


@pytest.mark.parametrize("name", NAMES)
def test_a_row_that_is_graded_has_a_check(name: str, project: Course) -> None:
    assignment = project.assignment(name)
    blanks = {cell.grade_id for cell in assignment.lesson.blanks() if cell.rows}
    assert blanks <= {check.blank for check in assignment.checks.checks}

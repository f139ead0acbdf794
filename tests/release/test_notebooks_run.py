"""The notebooks run in plain Jupyter, with nothing of ours installed."""

import json
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from autograder.course.course import Assignment, Course
from autograder.course.numbers import numbers_file
from autograder.release.build import source_notebook

NAMES = sorted(path.parent.name for path in (Path(__file__).parents[2] / "solutions").glob("*/assignment.toml"))
WITHOUT_US = "import sys\nsys.modules['autograder'] = None"


def run(assignment: Assignment, notebook: dict[str, Any], folder: Path) -> list[Any]:
    """Run all cells from top to bottom beside the released data and return the code cells with their outputs."""
    for name in assignment.settings.data:
        shutil.copy(assignment.released.parent / Path(name).name, folder)
    node = nbformat.reads(json.dumps(notebook), as_version=4)
    if assignment.has_variants:
        (numbers,) = assignment.variants.samples(1)
        (folder / f"{assignment.name}.json").write_bytes(numbers_file(assignment.name, {"s01": numbers}))
        next(cell for cell in node.cells if cell.id == "student").source = 'STUDENT = "s01"'
    node.cells.insert(0, nbformat.v4.new_code_cell(WITHOUT_US))
    NotebookClient(node, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    return [cell for cell in node.cells[1:] if cell.cell_type == "code"]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_it_runs_top_to_bottom_with_the_solutions(name: str, project: Course, tmp_path: Path) -> None:
    assignment = project.assignment(name)
    cells = run(assignment, source_notebook(assignment), tmp_path)
    graded = [cell for cell in cells if cell.metadata.get("nbgrader", {}).get("grade")]
    assert len(graded) == len(assignment.lesson.blanks())
    for cell in graded:
        printed = "".join(output.get("text", "") for output in cell.outputs if output.get("name") == "stdout")
        assert "Hidden checks with other inputs grade it; they were not run here." in printed


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_an_empty_blank_says_what_to_do(name: str, project: Course, tmp_path: Path) -> None:
    assignment = project.assignment(name)
    with pytest.raises(CellExecutionError) as stopped:
        run(assignment, json.loads(assignment.released.read_text("utf-8")), tmp_path)
    assert (stopped.value.ename, stopped.value.evalue) == (
        "NotImplementedError",
        "Fill in this blank: replace this line with your answer.",
    )

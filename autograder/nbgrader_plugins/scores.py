"""Scores that a test returns (nbgrader's partial credit), without those that are none."""

from __future__ import annotations

import math
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import SaveAutoGrades
from nbgrader.utils import is_grade, is_solution


class SaveScores(SaveAutoGrades):
    """nbgrader's own, but for results that are no score: less than nothing or not a number earns nothing, and more than
    all leaves the cell to the instructor.

    nbgrader gives full marks for the first two, and no score at all to a submission with the third.
    """

    def _add_score(self, cell: NotebookNode, resources: Any) -> None:
        result = returned_score(cell)
        points = float(cell.metadata["nbgrader"]["points"])
        if result is None or 0 <= result <= points:
            super()._add_score(cell, resources)
            return
        name = cell.metadata["nbgrader"]["grade_id"]
        self.log.warning("The test '%s' returned %s, which is no score between 0 and %g", name, result, points)
        grade = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
        grade.auto_score = None if result > points else 0.0
        grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None
        self.gradebook.db.commit()


def returned_score(cell: NotebookNode) -> float | None:
    """The number that nbgrader would read from what a test returned; more than any number where it would stop."""
    if not is_grade(cell) or is_solution(cell) or cell.cell_type != "code":
        return None
    for output in cell.outputs:
        if output.output_type == "error" or (output.output_type == "stream" and output.name == "stderr"):
            return None
        if output.output_type == "execute_result":
            text = output.data.get("text/plain")
            try:
                return float(text) if text else math.inf
            except ValueError:
                return None
    return None

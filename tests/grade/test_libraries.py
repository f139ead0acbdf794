"""What a text asks of TensorFlow is not answered without it."""

from __future__ import annotations

import pytest

from autograder.course.course import Course
from autograder.grade.engine import grade_submission
from autograder.sandbox.inside.protocol import Cell
from autograder.submit.notebook import Submission

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("return X @ W + B", ("failed", "without-tensorflow")),
        ("return np.asarray(tf.constant(X) @ W + B)", ("passed", "")),
        ("return X @ W", ("failed", "keras-bias-not-set")),
    ],
)
def test_numbers_that_tensorflow_did_not_compute(answer: str, outcome: tuple[str, str], project: Course) -> None:
    assignment = project.assignment("dense_layer")
    cells = {cell.grade_id: cell.source for cell in assignment.lesson.program()}
    cells["keras_forward"] = f"def keras_forward(X, W, B):\n    {answer}\n"
    program = [Cell(name, source) for name, source in cells.items()]
    blanks = {cell.grade_id: cells[cell.grade_id] for cell in assignment.lesson.blanks()}
    report = grade_submission(assignment, Submission(program, blanks, []), "s01", "seed", "bubblewrap")
    (judged,) = (cell for cell in report.cells if cell.grade_id == "keras_forward")
    assert {check.outcome for check in judged.checks} == {outcome[0]}
    assert outcome[1] in {check.diagnosis for check in judged.checks}
    assert all(check.outcome == "passed" for cell in report.cells if cell is not judged for check in cell.checks)

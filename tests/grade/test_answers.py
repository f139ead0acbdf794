"""A right answer is right in whatever form it comes; a wrong one gains nothing by its form."""

from __future__ import annotations

import array
import collections
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.course.course import Assignment, Course
from autograder.course.declarations import Wrong
from autograder.grade.engine import grade_file, grade_locally

NAMES = sorted(path.parent.name for path in (Path(__file__).parents[2] / "solutions").glob("*/assignment.toml"))
Layers = collections.namedtuple("Layers", "hidden output")


class Values(list):
    pass


PAIRS: dict[str, Any] = {
    "namedtuple": lambda h, o: Layers(h, o),
    "list subclass": lambda h, o: Values([h, o]),
    "generator": lambda h, o: (each for each in (h, o)),
    "map": lambda h, o: map(np.asarray, (h, o)),
    "values of a dictionary": lambda h, o: {"H": h, "O": o}.values(),
    "deque": lambda h, o: collections.deque([h, o]),
    "objects": lambda h, o: np.array([h.tolist(), o.tolist()], dtype=object),
}
ARRAYS: dict[str, Any] = {
    "longdouble": lambda value: value.astype(np.longdouble),
    "matrix": lambda value: value.view(np.matrix),
    "masked": lambda value: np.ma.masked_array(value, np.zeros(value.shape, bool)),
    "map of rows": lambda value: map(list, value),
    "generator of rows": lambda value: (array.array("d", row) for row in value),
    "memoryview": lambda value: memoryview(np.ascontiguousarray(value)),
}


def outcomes(assignment: Assignment, blank: str, answer: Any) -> set[str]:
    (cell,) = grade_locally(assignment, {blank: answer}, "seed", [blank])
    return {f"{check.outcome} {check.cause}".strip() for check in cell.checks}


@pytest.mark.parametrize("form", PAIRS)
def test_several_values_may_come_in_any_form(form: str, project: Course) -> None:
    assignment = project.assignment("two_layer")
    right = assignment.checks.reference.forward
    assert outcomes(assignment, "forward", lambda *args: PAIRS[form](*right(*args))) == {"passed"}


@pytest.mark.parametrize("form", ARRAYS)
def test_an_array_may_come_in_any_form(form: str, project: Course) -> None:
    assignment = project.assignment("two_layer")
    right = assignment.checks.reference.output_delta
    assert outcomes(assignment, "output_delta", lambda *args: ARRAYS[form](right(*args))) == {"passed"}


def test_in_the_sandbox_too(project: Course, tmp_path: Path) -> None:
    """An iterator in a variable is read again and again, and one that stops names its line."""
    assignment = project.assignment("two_layer")
    path = tmp_path / "two_layer.py"
    path.write_text(
        "# %%\nimport numpy as np\nfrom collections import namedtuple\n"
        '# %% nbgrader={"grade_id": "forward", "solution": true}\n'
        "Layers = namedtuple('Layers', 'H O')\n"
        "def forward(I, WH, BH, WO, BO):\n    H = I @ WH + BH\n    return Layers(H, H @ WO + BO)\n"
        '# %% nbgrader={"grade_id": "output_delta", "solution": true}\n'
        "def output_delta(O, T):\n    return (list(2 * (o - t) / O.size) for o, t in zip(O, T))\n"
        '# %% nbgrader={"grade_id": "hidden_delta", "solution": true}\n'
        "def hidden_delta(Ob, WO):\n    return (1 / 0 for _ in Ob)\n",
        "utf-8",
    )
    report = grade_file(assignment, path, "s01", "bubblewrap")
    checks = {cell.grade_id: cell.checks for cell in report.cells}
    for blank in ("forward", "output_delta"):
        assert {(check.outcome, check.cause) for check in checks[blank]} == {("passed", "")}
    assert {check.cause for check in checks["hidden_delta"]} == {
        "line 2 of the cell 'hidden_delta' stops: ZeroDivisionError: division by zero"
    }


def test_objects_are_not_called_one_and_the_same_answer(project: Course) -> None:
    """What objects are is not known: only that they are no arrays."""
    (cell,) = grade_locally(
        project.assignment("two_layer"), {"output_delta": lambda *_: object()}, "seed", ["output_delta"]
    )
    assert {check.diagnosis for check in cell.checks} == {"wrong-kind"}


def halved(value: Any) -> Any:
    """Every float in float16, but for arrays of which float16 makes a 0: that may be the right answer."""
    if isinstance(value, (list, tuple)):
        return [halved(each) for each in value] if isinstance(value, list) else tuple(halved(each) for each in value)
    if isinstance(value, dict):
        return {key: halved(each) for key, each in value.items()}
    if isinstance(value, (float, np.floating)) or (isinstance(value, np.ndarray) and value.dtype.kind == "f"):
        with np.errstate(all="ignore"):
            half = np.asarray(value).astype(np.float16)
        return value if ((half == 0) & (np.asarray(value) != 0)).any() else half
    return value


def points(assignment: Assignment, wrong: Wrong, answer: Any) -> float:
    with np.errstate(all="ignore"):
        (cell,) = grade_locally(assignment, {wrong.call: answer}, "rehearsal 1", [wrong.blank])
    assert cell.points is not None, [check.cause for check in cell.checks]
    return cell.points


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_no_wrong_answer_gains_by_float16(name: str, project: Course) -> None:
    """53 of 1,107 did, when the tolerance went by the dtype of the answer."""
    assignment = project.assignment(name)
    tried, gained = 0, []
    for wrong in assignment.checks.wrongs:
        if any(check.library != "numpy" for check in assignment.checks.of(wrong.blank)):
            continue
        answer = wrong.answer
        cast = (lambda *a, _f=answer, **k: halved(_f(*a, **k))) if callable(answer) else halved(answer)
        tried += 1
        if points(assignment, wrong, cast) > points(assignment, wrong, answer):
            gained.append(f"{wrong.blank}: {wrong.name}")
    print(f"{name}: {tried} tried")
    assert gained == []

"""What assignment.toml may set, and where it is told."""

import re
from pathlib import Path

import pytest
from written_course import written_assignment

from autograder.course.settings import Limits
from autograder.errors import CourseError

ROOT = Path(__file__).resolve().parents[2]


def test_the_documents_name_every_limit_with_its_default() -> None:
    _, _, rows = (
        (ROOT / "docs" / "security.md").read_text("utf-8").partition("| limit | default | what a student reads |")
    )
    told = re.findall(r"^\| `(\w+)` \| (any|none|\d[\d,]*)", rows.partition("\n\n")[0], re.MULTILINE)
    limits = {name: getattr(Limits(), name) for name in Limits.__struct_fields__}
    assert {name: default.replace(",", "") for name, default in told} == {
        name: "any" if value == () else "none" if value == {} else f"{value:.10g}" for name, value in limits.items()
    }


LESSON = """
# %% nbgrader={"grade_id": "slope", "solution": true}
def slope(x):
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION

# %% nbgrader={"grade_id": "slope_examples", "grade": true}
assert slope(1) == 2
"""


def test_more_seconds_are_for_functions_of_the_lesson(tmp_path: Path) -> None:
    assignment = written_assignment(tmp_path, LESSON, "", "call_seconds = 2\nseconds_of = { slope = 9 }")
    limits = assignment.limits
    assert (limits.seconds_for("slope"), limits.seconds_for("other"), limits.cell_seconds) == (9, 2, 9)
    assignment = written_assignment(tmp_path / "other", LESSON, "", "seconds_of = { slop = 9 }")
    with pytest.raises(CourseError, match=r"assignment.toml, key 'limits.seconds_of': the lesson defines no slop"):
        _ = assignment.limits

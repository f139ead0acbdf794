"""What assignment.toml may set, and where it is told."""

import re
from pathlib import Path

import pytest
from written_course import written_assignment

from autograder.course.course import Course
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


# What takes long, and the processor time that it was measured to take: Keras' `fit` is advised by the text.
LONG = {
    ("dense_layer", "keras_train"): 6.5,
    ("softmax_cross_entropy", "keras_train"): 6.5,
    ("two_layer", "keras_train"): 6.5,
    ("tape_training", "train"): 4.3,
}


@pytest.mark.parametrize(("name", "function"), LONG)
def test_what_a_text_advises_has_five_times_the_time_that_it_takes(name: str, function: str, project: Course) -> None:
    assignment = project.assignment(name)
    assert assignment.lesson.defines(function)
    assert assignment.limits.seconds_for(function) >= 5 * LONG[name, function]


def test_a_lesson_gives_no_call_less_time_than_others_do_and_a_numpy_lesson_none_more(project: Course) -> None:
    """What is a second on one machine is three on another: a limit that fits one lesson on one of them is too short."""
    for assignment in map(project.assignment, project.names()):
        limits, default = assignment.settings.limits, Limits()
        libraries = {check.library for check in assignment.checks.checks}
        assert limits.call_seconds >= default.call_seconds, assignment.name
        assert limits.submission_seconds >= default.submission_seconds, assignment.name
        assert all(seconds > limits.call_seconds for seconds in limits.seconds_of.values()), assignment.name
        assert limits.call_seconds == default.call_seconds or libraries != {"numpy"}, assignment.name

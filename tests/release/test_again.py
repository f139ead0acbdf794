"""A release after the release: whoever has begun is graded by the one that they have."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner
from written_course import written_assignment

from autograder.cli import app
from autograder.course.course import Assignment, Course
from autograder.errors import CourseError
from autograder.grade.engine import grade_file
from autograder.grade.run import grade_class
from autograder.nbgrader_plugins.gradebook import open_gradebook
from autograder.release.build import build, publish, refuse_again
from autograder.submit.releases import METADATA, released

ROOT = Path(__file__).resolve().parents[2]
LESSON = '''
# %% nbgrader={"grade_id": "times", "solution": true}
def times(x):
    """{factor} times x."""
    ### BEGIN SOLUTION
    return {factor} * x
    ### END SOLUTION

# %% nbgrader={"grade_id": "times_examples", "grade": true}
times(1)
'''
CHECKS = '''
from autograder.checks import assert_agrees, check, reference_of
reference = reference_of(__file__)

@check("times", points={points})
def times_of_any(student, draw):
    """times is right"""
    assert_agrees(student.times, reference.times, draw.normal(3){more}, of="times(x)")
'''


def lesson(factor: int) -> str:
    return LESSON.replace("{factor}", str(factor))


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course whose assignment was released, asking for 2 x."""
    course = written_assignment(tmp_path, lesson(2), CHECKS.format(points=4, more="")).course
    shutil.copy(ROOT / "nbgrader_config.py", course.root)
    course.gradebook.mkdir()
    for assignment in [course.assignment("tiny")]:
        build(assignment)
        publish(assignment)
    return course


@pytest.fixture
def hand_in(course: Course) -> Callable[..., None]:
    """Hand in the notebook that is released now, with this answer."""

    def hand_in(student: str, factor: int, forget: bool = False, of: Assignment | None = None) -> None:
        assignment = of or now(course)
        notebook = json.loads(assignment.released.read_bytes())
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("solution"):
                cell["source"] = f"def times(x): return {factor} * x"
        if forget:
            del notebook["metadata"][METADATA]
        path = assignment.submitted_path(student)
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(notebook))

    return hand_in


def change(course: Course, factor: int = 3, points: int = 4, more: str = "") -> Assignment:
    folder = course.root / "solutions" / "tiny"
    (folder / "tiny.py").write_text(lesson(factor).lstrip())
    (folder / "checks.py").write_text(CHECKS.format(points=points, more=more))
    return now(course)


def now(course: Course) -> Assignment:
    return Course(course.root).assignment("tiny")


def points(course: Course) -> dict[str, float | None]:
    run = grade_class(now(course), "bubblewrap", open_gradebook)
    return {report.student: report.points for report in run.reports}


def test_who_has_begun_is_graded_by_the_release_that_they_have(course: Course, hand_in: Callable[..., None]) -> None:
    hand_in("right", 2)
    hand_in("wrong", 3)
    hand_in("forgets", 2, forget=True)
    changed = change(course, factor=3)  # the lesson is another one, which was not released
    assert points(course) == {"right": 4, "wrong": 0, "forgets": 4}
    report = grade_file(changed, changed.submitted_path("right"), "right", "bubblewrap")
    assert report.points == 4

    build(changed)
    publish(changed, force=True)
    hand_in("new", 3)
    hand_in("new forgets", 3, forget=True)
    assert points(course) == {"right": 4, "wrong": 0, "forgets": 0, "new": 4, "new forgets": 4}
    assert [each.points for each in released(changed)] == [{"times": 4}] * 2
    told = next(
        report for report in grade_class(changed, "bubblewrap", open_gradebook).reports if report.student == "right"
    )
    assert told.problems == [f"it is graded by the checks of the release of {released(changed)[0].day}"]


def test_a_check_that_was_wrong_is_put_right_for_all(course: Course, hand_in: Callable[..., None]) -> None:
    change(course, factor=2, more=", 1")
    hand_in("s01", 2)
    before = points(course)
    change(course, factor=2)
    assert points(course) == {"s01": 4}
    assert before == {"s01": None}


def test_a_release_for_which_the_gradebook_has_no_cells_grades_nobody(
    course: Course, hand_in: Callable[..., None]
) -> None:
    hand_in("old", 2)
    changed = change(course, factor=3, points=5)
    build(changed)
    publish(changed, force=True)
    hand_in("new", 3)
    assert points(course) == {"old": 0, "new": 5}


def test_a_release_again_is_refused_until_it_is_forced(course: Course) -> None:
    day = released(now(course))[0].day
    with pytest.raises(CourseError, match=f"tiny: it was released on {day}. To replace that .* --force. Who has begun"):
        refuse_again(now(course))
    changed = change(course, points=5)
    with pytest.raises(CourseError, match="when times had other points, or is new or gone since"):
        refuse_again(changed)
    ran = CliRunner().invoke(app, ["release", "tiny", "--course", str(course.root)])
    assert isinstance(ran.exception, CourseError)
    assert "--force" in str(ran.exception)


def test_what_is_kept_is_for_its_owner_alone(course: Course) -> None:
    kept = course.gradebook / "releases"
    assert oct(kept.stat().st_mode)[-3:] == "700"
    assert sorted(path.name for path in (kept / "tiny").iterdir()) == [
        f"{now(course).release}.tar.xz", "releases.jsonl",
    ]  # fmt: skip

"""A course's secret: made once, and refused where it could be guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course.course import Course
from autograder.errors import CourseError


@pytest.fixture
def course(tmp_path: Path) -> Course:
    (tmp_path / "solutions").mkdir()
    return Course(tmp_path)


def test_a_secret_is_made_once_and_is_its_owner_s(course: Course) -> None:
    secret = course.secret()
    assert (len(secret), course.secret()) == (64, secret)
    assert (course.gradebook / "secret").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("", "it is empty"),
        (" \n" * 40, "it is empty"),
        ("hunter2\n", "it has 7 characters"),
        ("x" * 31, "it has 31 characters"),
    ],
)
def test_a_secret_that_can_be_guessed_is_refused(course: Course, content: str, found: str) -> None:
    course.gradebook.mkdir()
    (course.gradebook / "secret").write_text(content)
    for _ in range(2):
        with pytest.raises(CourseError) as error:
            course.seed("two_layer", "s01", "")
        assert str(error.value) == (
            f"{course.gradebook / 'secret'}: {found}, and whoever guesses it knows the hidden inputs; a secret has 32 "
            "or more. Put it back from a backup; without one delete the file, and the next command makes another, with "
            "which everybody's hidden inputs are drawn anew."
        )


def test_a_secret_of_one_s_own_is_taken_as_it_is(course: Course) -> None:
    course.gradebook.mkdir()
    (course.gradebook / "secret").write_text("a secret of one's own, long enough\n")
    assert course.secret() == "a secret of one's own, long enough\n"

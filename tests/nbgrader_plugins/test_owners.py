"""Whose folder it is decides who has handed in, where nbgrader checks owners."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from handing_in import notebook, submit
from nbgrader.api import Gradebook

from autograder.course.course import Course
from autograder.nbgrader_host.api import nbgrader
from autograder.nbgrader_plugins import collect as collecting
from autograder.nbgrader_plugins.collect import collect

NAME = "logic_gates"


@pytest.fixture
def course(class_of: Callable[..., Course], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """Students' own folders, and newer ones of s01 in the names of s02 and s03; the one of s04 is the teacher's."""
    course = class_of(tmp_path / "class", {})
    inbound = course.gradebook / "exchange" / "neural_networks" / "inbound"
    coursedir = nbgrader(course).coursedir
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        for student in ("s01", "s02", "s03", "s04"):
            gradebook.update_or_create_student(student)
    owners: dict[str, str] = {}
    for student, owner, year in (
        ("s01", "s01", 2001),
        ("s02", "s02", 2001),
        ("s02", "s01", 2030),
        ("s03", "s01", 2030),
        ("s04", "teacher", 2001),
    ):
        folder = submit(inbound, student, notebook(f"by = {owner!r}"), NAME)
        folder = folder.rename(folder.with_name(f"{student}+{NAME}+{year}-01-01 00:00:00.000000 UTC+{owner}"))
        owners[folder.name] = owner
    monkeypatch.setattr(collecting, "_owner", lambda path: owners[path.name])
    return course


def test_nobody_hands_in_for_another_student(course: Course) -> None:
    said: list[str] = []
    assert collect(course.assignment(NAME), said.append) == ["s01", "s02", "s04"]
    assert said == [
        "s01 has handed in 2 folders in the names of others: they are left alone, unless nbgrader_config.py has "
        "c.ExchangeCollect.check_owner = False"
    ]
    assert "by = 's02'" in course.assignment(NAME).submitted_path("s02").read_text()


def test_where_owners_are_not_checked_the_newest_counts(course: Course) -> None:
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write("c.ExchangeCollect.check_owner = False\n")
    course = Course(course.root)
    assert collect(course.assignment(NAME)) == ["s01", "s02", "s03", "s04"]
    assert "by = 's01'" in course.assignment(NAME).submitted_path("s02").read_text()

"""Every assignment is rehearsed: what is right is accepted, what is wrong is refused and named."""

from pathlib import Path

import pytest

from autograder.author.findings import rehearsals_page
from autograder.author.rehearse import rehearse
from autograder.course.course import Course

NAMES = sorted(path.parent.name for path in (Path(__file__).parents[2] / "solutions").glob("*/assignment.toml"))


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_right_answers_are_accepted_and_wrong_ones_refused_and_named(name: str, project: Course) -> None:
    done = rehearse(project.assignment(name), "bubblewrap")
    assert (done.survivors, done.faults) == ([], [])
    page = (project.root / "docs" / "rehearsal.md").read_text("utf-8")
    assert rehearsals_page([done]).splitlines()[-2] in page, "docs/rehearsal.md is old: make docs"

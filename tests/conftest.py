"""What several test modules need: this course, and the course of the demonstration."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

from autograder.course.course import Assignment, Course
from autograder.progress import silent

# Always the same cases, and few, in the test run; many and new ones in `make fuzz`.
for name, cases, derandomize in (("test", 100, True), ("fuzz", 3000, False)):
    settings.register_profile(
        name,
        max_examples=cases,
        derandomize=derandomize,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile("test")

# Fixtures of several rooms; they lie in tests/support/, which pytest puts on the path.
pytest_plugins = ["exam_fixtures", "report_fixtures"]

ROOT = Path(__file__).resolve().parents[1]


# These need the demonstration, which takes minutes: one process of several tells it, once.
NEED_THE_STORY = ("tests/demo/", "tests/test_readme.py")
# What takes longest is begun first, so that all processes end together.
LONGEST = (*NEED_THE_STORY, "tests/exam/test_class_of_200.py", "tests/grade/test_hostile.py")


class WhatIsSharedInOneProcess(LoadScopeScheduling):
    """Each test goes to the process that is free, but tests that share a fixture to one: no two make the same."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(NEED_THE_STORY):
            return "story"
        path = nodeid.partition("::")[0]
        return path if shares_a_fixture(path) else nodeid


@functools.cache
def shares_a_fixture(path: str) -> bool:
    """Whether tests of a file, named from the root, have a fixture of the whole file."""
    return bool(re.search(r'scope="module"|\bown_course\b', (ROOT / path).read_text("utf-8")))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> WhatIsSharedInOneProcess:
    config.option.loadscopereorder = False  # else it begins with what has the most tests
    return WhatIsSharedInOneProcess(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(
        key=lambda item: next((n for n, path in enumerate(LONGEST) if item.nodeid.startswith(path)), len(LONGEST))
    )


@pytest.fixture(scope="session")
def is_fuzzing() -> bool:
    """Whether many new cases are tried, not few that are always the same."""
    return settings.get_current_profile_name() == "fuzz"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many messages, notebooks and answers were tried, where a test says so."""
    told = Counter[str]()
    for reports in terminalreporter.stats.values():
        for report in reports:
            told.update(dict(getattr(report, "user_properties", [])) if getattr(report, "when", "") == "call" else {})
    for what, count in told.items():
        terminalreporter.write_line(f"{what}: {count:,} tried")


@pytest.fixture(scope="session")
def project() -> Course:
    """This project as a course."""
    return Course(ROOT)


@pytest.fixture(scope="session")
def class_of(project: Course) -> Callable[[Path, dict[str, str]], Course]:
    """How to make a course in which these students have handed in these samples of logic_gates."""

    def make(folder: Path, samples: dict[str, str]) -> Course:
        from autograder.demo.story import hand_in, make_course
        from autograder.release.build import build, publish

        course = make_course(project, folder)
        assignment = course.assignment("logic_gates")
        build(assignment)
        publish(assignment)
        there = project.root / "tests" / "submissions" / "logic_gates"
        hand_in(assignment, {student: there / sample for student, sample in samples.items()})
        assert course.secret()
        return course

    return make


@pytest.fixture(scope="session")
def quick(project: Course, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """This project as a course in which an endless loop is ended soon."""
    from short_limits import with_limits

    course = with_limits(project, tmp_path_factory.mktemp("quick") / "course")
    for name in ("assignments", "tests"):
        (course.root / name).symlink_to(project.root / name)
    return course


@pytest.fixture(scope="session")
def told(quick: Course, tmp_path_factory: pytest.TempPathFactory) -> tuple[Course, str]:
    """The demonstration: its course, and what was said. It takes minutes, so it is told once; the longest part of it,
    the rehearsal of two_layer, is left to `make demo`."""
    from autograder.demo import story

    folder = tmp_path_factory.mktemp("story") / "demo"
    said: list[str] = []
    rehearse = story._rehearse

    def rehearse_the_short_one(assignment: Assignment, *args: Any) -> str:
        if assignment.name != "two_layer":
            return rehearse(assignment, *args)
        blanks, checks, wrongs = assignment.lesson.blanks(), assignment.checks.checks, assignment.checks.wrongs
        counted = f"{len(blanks)} blanks, {len(checks)} checks, {sum(check.points for check in checks):g} points"
        return f"two_layer: {counted}; {len(wrongs)} known wrong answers refused and named"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(story, "_rehearse", rehearse_the_short_one)
        pages = story.tell(quick, folder, "bubblewrap", said.append, lambda _: nullcontext(silent))
    return Course(folder), "\n".join([*said, *map(str, pages)])

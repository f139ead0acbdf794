"""What several test modules need: this course, and the course of the demonstration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

from autograder.course.course import Course
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


# The demonstration takes minutes: what needs it runs in one process of several, which tells it once.
NEED_THE_STORY = ("tests/demo/", "tests/test_readme.py")


class StoryInOneProcess(LoadScopeScheduling):
    def _split_scope(self, nodeid: str) -> str:
        return "story" if nodeid.startswith(NEED_THE_STORY) else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> StoryInOneProcess:
    return StoryInOneProcess(config, log)


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
def told(project: Course, tmp_path_factory: pytest.TempPathFactory) -> tuple[Course, str]:
    """The demonstration: its course, and what was said. It takes two minutes, so it is told once."""
    from autograder.demo.story import tell

    folder = tmp_path_factory.mktemp("story") / "demo"
    said: list[str] = []
    pages = tell(project, folder, "bubblewrap", said.append, lambda _: nullcontext(silent))
    return Course(folder), "\n".join([*said, *map(str, pages)])

"""The project's assignments with shorter limits: what hangs is waited for, and a test need not wait long."""

from __future__ import annotations

import shutil
from pathlib import Path

from autograder.course.course import Course
from autograder.demo.story import make_course

# Several times what right answers take: seconds are the program's own, whatever else the machine does.
QUICK = {"logic_gates": "call_seconds = 2.0\n", "two_layer": "call_seconds = 10.0\nmemory_mb = 4096\nprocesses = 256\n"}


def with_limits(project: Course, folder: Path, limits: dict[str, str] = QUICK) -> Course:
    """A copy of the course's assignments and of the small one, some of them with these limits."""
    course = make_course(project, folder)
    shutil.copytree(project.root / "tests" / "bench" / "small", course.root / "solutions" / "small")
    for name, lines in limits.items():
        settings = course.root / "solutions" / name / "assignment.toml"
        text, _, _ = settings.read_text("utf-8").partition("[limits]")
        settings.write_text(f"{text}[limits]\n{lines}", "utf-8")
    return course

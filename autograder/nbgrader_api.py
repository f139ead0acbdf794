"""nbgrader, called in this process with the course's own configuration."""

from __future__ import annotations

import os
import warnings
from typing import TYPE_CHECKING, Any

from autograder.course import Course
from autograder.errors import CourseError

if TYPE_CHECKING:
    from nbgrader.apps.api import NbGraderAPI


def nbgrader(course: Course, **settings: dict[str, Any]) -> NbGraderAPI:
    """nbgrader's API for this course. `settings` override its configuration: Grade={"sandbox": "none"}."""
    # nbgrader asks for the user's name; a bare container has none.
    os.environ.setdefault("USER", "instructor")
    warnings.filterwarnings("ignore", message="Object of type <.*> not in session")
    from nbgrader.apps.api import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config.loader import Config, PyFileConfigLoader

    path = course.root / "nbgrader_config.py"
    if not path.exists():
        raise CourseError(path, "does not exist", "Copy it from the project's own folder")
    config: Config = PyFileConfigLoader(path.name, path=str(course.root)).load_config()
    for name, values in settings.items():
        config[name].update(values)
    course.gradebook.mkdir(exist_ok=True)
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def done(what: str, result: dict[str, Any]) -> None:
    """Raise CourseError with nbgrader's own last words where a command of its did not succeed."""
    if not result["success"]:
        lines = [line for line in (result.get("log") or "").splitlines() if "ERROR" in line or "error" in line]
        last = (result.get("error") or "").strip().splitlines()[-1:]
        raise CourseError(what, "; ".join(line.strip() for line in [*lines[-2:], *last]) or "nbgrader failed")

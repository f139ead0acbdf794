"""nbgrader, called in this process with the course's own configuration."""

from __future__ import annotations

import os
import re
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.course.course import Course
from autograder.errors import CourseError

if TYPE_CHECKING:
    from nbgrader.apps.api import NbGraderAPI

# Loading nbgrader would build the grammar of international addresses, in half of its time; no schema of a notebook asks
# for one. jsonschema does without a checker that it does not find.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def nbgrader(course: Course, **settings: dict[str, Any]) -> NbGraderAPI:
    """nbgrader's API for this course. `settings` override its configuration: Grade={"sandbox": "none"}."""
    # nbgrader asks for the user's name; a bare container has none.
    os.environ.setdefault("USER", "instructor")
    # It also calls the program alembic, which lies beside this Python when the environment is not activated.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
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


def submit(api: NbGraderAPI, name: str) -> dict[str, Any]:
    """`nbgrader submit`: the one command of nbgrader's that its API does not offer."""
    from nbgrader.utils import capture_log, temp_attrs

    with temp_attrs(api.coursedir, assignment_id=name):
        app = api.exchange.Submit(coursedir=api.coursedir, authenticator=api.authenticator, parent=api)
        return capture_log(app)


def done(what: str, result: dict[str, Any]) -> None:
    """Raise CourseError with nbgrader's own last words where a command of its did not succeed."""
    if not result["success"]:
        raise CourseError(what, first_error(result))


def first_error(result: dict[str, Any]) -> str:
    """The first exception in nbgrader's log."""
    text = f"{result.get('log') or ''}\n{result.get('error') or ''}"
    errors = re.findall(r"^\s*([\w.]*(?:Error|Exception)\b: .+)$", text, flags=re.MULTILINE)
    return errors[0].rstrip(".") if errors else "nbgrader failed without a word"

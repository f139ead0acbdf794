"""nbgrader, called in this process with the course's own configuration."""

from __future__ import annotations

import os
import re
import sys
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.course.course import Course
from autograder.errors import CourseError
from autograder.moved import GONE, MOVED, MovedError

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

    config = _config(course)
    for name, values in settings.items():
        config[name].update(values)
    course.gradebook.mkdir(exist_ok=True)
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def is_configured(course: Course) -> bool:
    return (course.root / "nbgrader_config.py").exists()


def _config(course: Course) -> Any:
    """The course's nbgrader_config.py. Raises CourseError, also where it names something of ours by an old name."""
    from traitlets.config.loader import PyFileConfigLoader

    path = course.root / "nbgrader_config.py"
    if not is_configured(course):
        raise CourseError(path, "does not exist", "Copy it from the project's own folder")
    try:
        config = PyFileConfigLoader(path.name, path=str(course.root)).load_config()
    except MovedError as moved:
        raise CourseError(path, str(moved).rstrip(".")) from None
    for text in _texts(config):
        if text in GONE:
            raise CourseError(path, f"it names {text}, which is gone", GONE[text])
    old = [text for text in _texts(config) if text in MOVED]
    if old:
        more = f" (and {len(old) - 1} other old names)" if old[1:] else ""
        told = f"it names {old[0]}, which is now {MOVED[old[0]]}{more}"
        raise CourseError(path, told, "Write the new name; CHANGELOG.md has a table of all")
    return config


def _texts(value: Any) -> Iterator[str]:
    """All texts in a configuration, in lists that are added to as well."""
    from traitlets.config.loader import LazyConfigValue

    if isinstance(value, LazyConfigValue):
        value = value.to_dict()
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _texts(each)


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
    """The first exception in nbgrader's log, or what a part of it has refused."""
    text = f"{result.get('log') or ''}\n{result.get('error') or ''}"
    errors = re.findall(r"^\s*([\w.]*(?:Error|Exception)\b: .+)$", text, flags=re.MULTILINE)
    refused = [told for error in errors for told in re.findall(r"^nbgrader[\w.]+\.ExchangeError: (.+)", error)]
    return [*refused, *errors][0].rstrip(".") if errors else "nbgrader failed without a word"


def errors(result: dict[str, Any]) -> list[str]:
    """The errors in the log of a command that went on."""
    return re.findall(r"^\[ERROR\] (.+)$", result.get("log") or "", flags=re.MULTILINE)

"""The warm sandboxes of an assignment. Nothing heavy is loaded here: a sandbox gets warm while its grader does."""

from __future__ import annotations

from autograder.course.course import Assignment
from autograder.course.libraries import forbidden_libraries, loaded_libraries
from autograder.sandbox.sandbox import Mode, Sandbox, warm_sandbox


def sandbox_for(assignment: Assignment, library: str, mode: Mode) -> Sandbox:
    """The sandbox in which checks on a library run."""
    files = tuple(assignment.course.root / "source_data" / name for name in assignment.settings.data)
    libraries = loaded_libraries(assignment, library)
    forbidden = forbidden_libraries(assignment, libraries)
    preloaded = tuple(name for name in assignment.lesson.imports() if name.partition(".")[0] not in forbidden)
    return warm_sandbox(libraries, mode, files, forbidden, preloaded)


def begin(assignment: Assignment, mode: Mode) -> None:
    """Let the sandbox get warm in which grading begins."""
    sandbox_for(assignment, "numpy", mode).begin()

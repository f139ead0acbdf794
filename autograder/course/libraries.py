"""Which libraries the checks of an assignment allow, and the sentence for its students."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from autograder.course.course import Assignment
from autograder.sandbox.inside.forbidden import FORBIDDEN

_OF_A_FRAMEWORK = {"tensorflow", "keras"}  # forbidden to a NumPy check even where other cells of the lesson are on it
_TITLES = {"tensorflow": "TensorFlow", "keras": "Keras", "scipy": "SciPy"}  # of those that students know best


def loaded_libraries(assignment: Assignment, library: str) -> list[str]:
    """What is loaded where checks on a library run.

    Where the imports that the assignment allows name TensorFlow, that is loaded as well: they hold for every answer.
    """
    allowed = _roots(assignment.limits.imports) & _OF_A_FRAMEWORK
    return list(dict.fromkeys(["numpy", *(["tensorflow"] if allowed else []), library]))


def forbidden_libraries(assignment: Assignment, libraries: Sequence[str] = ("numpy",)) -> tuple[str, ...]:
    """What may not be used for an answer where the checks are on these libraries.

    That is all that would do the work of NumPy and that the lesson does not ask for: in the imports that it allows, or
    in a given cell.
    """
    if "tensorflow" in libraries:
        return ()
    named = _roots([*assignment.limits.imports, *assignment.lesson.imports()]) - _OF_A_FRAMEWORK
    asked_for = named | _roots(libraries)
    return tuple(name for name in FORBIDDEN if name not in asked_for)


def what_may_be_used(assignment: Assignment) -> str:
    """The sentence for students; nothing where all may be used."""
    if assignment.limits.imports:
        return f"Cells may import {', '.join(assignment.limits.imports)}, and nothing else."
    titles = [_TITLES[name] for name in forbidden_libraries(assignment) if name in _TITLES]
    if not titles or any(check.library != "numpy" for check in assignment.checks.checks):
        return ""
    return (
        f"Solve it with NumPy: {', '.join(titles)} and the like may be imported, "
        "but an answer that uses them does not count."
    )


def _roots(names: Iterable[str]) -> set[str]:
    return {name.partition(".")[0] for name in names}

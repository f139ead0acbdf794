"""What classes of ours answer along all that was asked of a student's objects, in the same order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.explain.answers import answer_of
from autograder.sandbox.inside.protocol import Raised
from autograder.sandbox.student import Logged


def is_of_objects(logged: Logged) -> bool:
    """Whether an answer depends on what was asked of an object before."""
    return logged.of is not None or bool(logged.objects)


def answers_along(log: list[Logged], given: Callable[[str], Any]) -> dict[int, Any]:
    """The answer to each question of objects, by the question's id; `given` has the functions and classes by name.

    All of them are asked, in order: an object remembers, and those of a class may share what they remember.
    """
    objects: dict[int, Any] = {}
    return {id(logged): _answer(logged, given, objects) for logged in log if is_of_objects(logged)}


def _answer(logged: Logged, given: Callable[[str], Any], objects: dict[int, Any]) -> Any:
    if logged.how == "make":
        if logged.of == 0:
            objects.clear()
        return answer_of(
            lambda *args, **kwargs: _keep(objects, logged, given(logged.name)(*args, **kwargs)), logged, objects
        )
    if logged.of is None:
        return answer_of(given(logged.name), logged, objects)
    if logged.of not in objects:
        return Raised("KeyError", "")
    made, attribute = objects[logged.of], logged.name.rpartition(".")[2]
    if logged.how == "attribute":
        return answer_of(lambda: getattr(made, attribute), logged)
    return answer_of(lambda *args, **kwargs: getattr(made, attribute)(*args, **kwargs), logged, objects)


def _keep(objects: dict[int, Any], logged: Logged, made: Any) -> None:
    assert logged.of is not None
    objects[logged.of] = made

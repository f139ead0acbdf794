"""Mutants of behaviour in a rehearsal: the checks have to refuse each, whatever its source would look like; and they
have to ask each argument for every kind of value for which it could be written wrongly.

A mutant that gives what is right on all values of the sizes and within the bounds that the checks draw is none: what it
would take to tell it is a kind of value that is never drawn, and that is told as such.
"""

from __future__ import annotations

import copy
import inspect
import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import numpy as np

from autograder import stages
from autograder.asserts.same import same_values
from autograder.author.form_faults import example_arguments
from autograder.author.local_judge import LocalJudge
from autograder.author.trial import Tried
from autograder.course.course import Assignment
from autograder.course.reference import beside_data
from autograder.errors import CourseError
from autograder.explain.behaviours import Answer, behaviours_of
from autograder.sandbox.student import Logged
from autograder.stages import TooMuch

_SECONDS = 20.0  # of processor time for one of them
_PROBE_SECONDS = 0.3  # and for one call: what does not end on values of no check tells nothing
_PROBES = 4  # values that are made for each call that was asked


class Never(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Kinds of values that an argument never has, in some blanks or in all, and why."""

    argument: str
    never: list[str]
    reason: str
    blanks: list[str] = []

    def holds_for(self, blank: str, argument: str, kind: str) -> bool:
        return self.argument == argument and kind in self.never and (not self.blanks or blank in self.blanks)


def never_asked(assignment: Assignment) -> list[Never]:
    """What kinds.toml lists. Raises CourseError."""
    path = assignment.folder / "kinds.toml"
    if not path.exists():
        return []
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), dict[str, list[Never]]).get("kind", [])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CourseError(path, str(error), "Fix that entry") from None


def told_of_kinds(assignment: Assignment) -> list[str]:
    """The kinds of values that the author rules out, with the reasons."""
    return [
        f"{each.argument} is never {', never '.join(each.never)}: {each.reason}" for each in never_asked(assignment)
    ]


def faults_of_kinds(assignment: Assignment, tried: dict[str, Tried]) -> Iterator[str]:
    """The kinds of values that no check asks for and no reason rules out, and the reasons that rule out nothing."""
    listed = never_asked(assignment)
    missing = [(blank, name, kind) for blank, each in tried.items() for name, kind in each.never]
    others: dict[tuple[str, str], list[str]] = {}
    for blank, name, kind in missing:
        if not any(never.holds_for(blank, name, kind) for never in listed):
            others.setdefault((blank, name), []).append(kind)
    for (blank, name), kinds in others.items():
        said = f"{name} of {blank} is never {', never '.join(kinds)}"
        yield f"{said}: let a check ask it, or say in kinds.toml why none does"
    for never in listed:
        for kind in never.never:
            of_kind = msgspec.structs.replace(never, never=[kind])
            if not any(of_kind.holds_for(*each) for each in missing):
                yield f"kinds.toml lists that `{never.argument}` is never {kind}, which is asked everywhere"


def behaviour_blanks(assignment: Assignment) -> list[str]:
    """The blanks that are functions in NumPy: what TensorFlow computes takes too long to be tried hundreds of times."""
    reference = assignment.checks.reference
    return [
        cell.grade_id
        for cell in assignment.lesson.blanks()
        if inspect.isfunction(getattr(reference, cell.grade_id, None))
        and all(check.library == "numpy" for check in assignment.checks.of(cell.grade_id))
    ]


def try_behaviours(assignment: Assignment, blank: str, seeds: Sequence[str]) -> Tried:
    """What comes of all mutants of behaviour of a blank: how many are refused, and which survive; and the kinds of
    values that no check draws."""
    tried = Tried(f"{blank}: its behaviour")
    right = getattr(assignment.checks.reference, blank)
    if not inspect.signature(right).parameters:
        return tried
    with beside_data(assignment.lesson):
        judges = [LocalJudge(assignment, blank, seed) for seed in seeds]
        asked = [logged for judge in judges for logged in judge.log_of(right) if logged.name == blank]
        calls = [call for logged in asked if (call := _bound(right, logged)) is not None]
        if any(logged.figure for logged in asked) or not _is_determined(right, calls):
            return tried
        tried.never = [*kinds_never_asked(calls)]
        probes = [*calls, *_probes(calls)]
        expected = [_given(right, probe) for probe in probes]
        for behaviour in behaviours_of(right, example_arguments(assignment, blank)):
            answer = behaviour.make()
            if all(_is_same(_given(answer, probe), value) for probe, value in zip(probes, expected, strict=True)):
                continue
            if all(_refuses(judge, behaviour.make()) for judge in judges):
                tried.refused += 1
            else:
                tried.surviving.append(behaviour.change)
    return tried


def kinds_never_asked(calls: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Argument and kind of each kind of value that none of these calls has."""
    for name in dict.fromkeys(name for call in calls for name in call):
        arrays, numbers = [], []
        for call in calls:
            for leaf in _leaves(call.get(name)):
                if isinstance(leaf, np.ndarray) and leaf.dtype.kind in "if":
                    arrays.append(leaf)
                elif type(leaf) is float:
                    numbers.append(leaf)
        if all(array.dtype.kind == "i" and (array >= 0).all() for array in arrays) and not numbers:
            continue  # labels, counts and words
        values = [np.asarray(each, float).ravel() for each in (*arrays, *numbers)]
        every = np.concatenate(values) if values else np.empty(0)
        if not (every < 0).any():
            yield name, "negative"
        if not (np.abs(every) > 1).any():
            yield name, "above 1"
        if arrays and not any(array.dtype.kind == "i" for array in arrays):
            yield name, "whole numbers"
        if any(array.ndim for array in arrays) and not any(array.ndim and len(array) == 1 for array in arrays):
            yield name, "one row"
        wide = [array for array in arrays if array.ndim > 1]
        if wide and not any(array.shape[-1] == 1 for array in wide):
            yield name, "one column"


def _bound(right: Answer, logged: Logged) -> dict[str, Any] | None:
    try:
        bound = inspect.signature(right).bind(*logged.args, **logged.kwargs)
    except TypeError:
        return None
    return copy.deepcopy(bound.arguments)


def _probes(calls: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Calls like these with other values, of the same sizes and within the same bounds."""
    generator = np.random.default_rng(0)
    bounds = {name: _bounds([call.get(name) for call in calls]) for call in calls for name in call}
    for call in calls:
        for _ in range(_PROBES):
            yield {name: _other(value, bounds[name], generator) for name, value in call.items()}
        whole = [name for name, value in call.items() if isinstance(value, np.ndarray) and value.dtype.kind == "i"]
        floats = [name for name in whole if any(_has_decimals(each.get(name)) for each in calls)]
        for kept in whole:
            yield {
                name: generator.uniform(*bounds[name], size=value.shape)
                if name in floats and name != kept
                else copy.deepcopy(value)
                for name, value in call.items()
            }


def _has_decimals(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind == "f" and not (value == np.round(value)).all()


def _bounds(values: list[Any]) -> tuple[float, float]:
    leaves = [leaf for value in values for leaf in _leaves(value)]
    numbers = [
        np.asarray(leaf, float).ravel()
        for leaf in leaves
        if type(leaf) is float or (isinstance(leaf, np.ndarray) and leaf.dtype.kind == "f")
    ]
    every = np.concatenate(numbers) if numbers else np.empty(0)
    every = every[np.isfinite(every)]
    return (float(every.min()), float(every.max())) if every.size else (0.0, 0.0)


def _other(value: Any, bounds: tuple[float, float], generator: np.random.Generator) -> Any:
    if isinstance(value, dict):
        return {key: _other(each, bounds, generator) for key, each in value.items()}
    if type(value) in (list, tuple):
        return type(value)(_other(each, bounds, generator) for each in value)
    if type(value) is float:
        return float(generator.uniform(*bounds))
    if _has_decimals(value):
        return generator.uniform(*bounds, size=value.shape)
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":  # of 0 and 1, for instance
        return generator.permutation(value.ravel()).reshape(value.shape)
    return copy.deepcopy(value)


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, (list, tuple, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _leaves(each)
    else:
        yield value


def _is_determined(right: Answer, calls: list[dict[str, Any]]) -> bool:
    """Whether the same call gives the same, and gives something."""
    return all(
        (value := _given(right, call)) is not None and _is_same(value, _given(right, call)) for call in calls[:3]
    )


class _Stopped:
    """What stands for a value where a function raises, or does not end in time: how long that takes says nothing."""

    def __init__(self, in_time: bool) -> None:
        self.in_time = in_time


def _given(answer: Answer, arguments: dict[str, Any]) -> Any:
    try:
        with np.errstate(all="ignore"), stages.part("it does not end", _PROBE_SECONDS):
            return answer(**copy.deepcopy(arguments))
    except Exception as error:
        return _Stopped(not isinstance(error, TooMuch))


def _is_same(found: Any, right: Any) -> bool:
    """Whether both give the same; what is right stops, or is no number, where the values are none of the kind."""
    if isinstance(right, _Stopped):
        return True
    if isinstance(found, _Stopped):
        return not found.in_time
    if right is None:
        return found is None
    return same_values(found, right)


def _refuses(judge: LocalJudge, answer: Answer) -> bool:
    try:
        with stages.part("it does not end", _SECONDS):
            return judge.refuses(answer)
    except TooMuch:
        return True

"""Objects that remember: what each step gives, beside what it gives with a fresh object of the reference's."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from autograder.asserts.compare import assert_agrees
from autograder.asserts.precision import Precision, copied

# What is asked of a lesson's classes: of a student or a module, with inputs. Gives each value's name, and the value.
Steps = Callable[..., Iterator[tuple[str, Any]]]


def assert_steps_agree(
    steps: Steps, student: Any, reference: Any, *args: Any, visible: bool = False, precision: Precision = "float32"
) -> None:
    """Check that every step with the student's classes gives what it gives with the reference's.

    `steps(lesson, *args)` makes objects of the lesson's classes and yields each value that is to be right, with its
    name: `yield "optimizer.update(p, g)", optimizer.update(p, g)`. The `lesson` is the student or the reference; a
    value is a number, an array, or a tuple or dictionary of these. The student is asked once, no further than to the
    first wrong value; the reference several times, each time with new objects. Raises as `assert_agrees`.
    """
    right = [*steps(reference, *copied(args))]
    for number, ((_, expected), (of, found)) in enumerate(zip(right, steps(student, *args), strict=True)):
        assert_agrees(
            lambda *_, found=found: found,
            lambda *args, number=number: _value(steps(reference, *args), number),
            *args,
            of=of,
            parts=_parts(expected),
            expected=expected,
            visible=visible,
            precision=precision,
        )


def _value(steps: Iterator[tuple[str, Any]], number: int) -> Any:
    return next(itertools.islice(steps, number, None))[1]


def _parts(value: Any) -> Sequence[str]:
    """The names of several values."""
    if isinstance(value, dict):
        return [*value]
    return [f"value {number + 1}" for number in range(len(value))] if isinstance(value, (tuple, list)) else ()

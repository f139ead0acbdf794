"""A series of calls: the student's to the first wrong value, the reference's with new objects each time."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from autograder.asserts.compare import Failure, assert_agrees
from autograder.asserts.in_place import after
from autograder.asserts.steps import assert_steps_agree
from autograder.errors import GraderFault, Unclear


class Momentum:
    made = 0

    def __init__(self, lr: float, m: float) -> None:
        Momentum.made += 1
        self.lr, self.m, self.velocity = lr, m, np.zeros(2)

    @property
    def rate(self) -> float:
        return self.lr

    def update(self, p: Any, g: Any) -> Any:
        self.velocity = self.m * self.velocity - self.lr * g
        return p + self.velocity

    def step(self, params: dict[str, Any], g: Any) -> None:
        params["p"] = self.update(params["p"], g)


class InFloat32(Momentum):
    def update(self, p: Any, g: Any) -> Any:
        return super().update(np.float32(p), np.float32(g)).astype(np.float32)


class Forgets(Momentum):
    def update(self, p: Any, g: Any) -> Any:
        self.velocity = np.zeros(2)
        return super().update(p, g)


REFERENCE = SimpleNamespace(Momentum=Momentum)
INPUTS = (np.array([3.0, 4.0]), np.array([[1.0, 0.5], [0.3, 0.7], [0.2, 0.9]]), 0.1, 0.9)


def descent(lesson: Any, p: Any, slopes: Any, lr: float, m: float) -> Iterator[tuple[str, Any]]:
    optimizer = lesson.Momentum(lr, m)
    for step, g in enumerate(slopes, start=1):
        p = optimizer.update(p, g)
        yield f"update(p, g) in step {step}", p
    yield "the velocity and the rate", (optimizer.velocity, optimizer.lr)


def test_right_in_another_precision() -> None:
    assert_steps_agree(descent, SimpleNamespace(Momentum=InFloat32), REFERENCE, *INPUTS)


def test_the_first_wrong_step_is_told() -> None:
    with pytest.raises(Failure) as raised:
        assert_steps_agree(descent, SimpleNamespace(Momentum=Forgets), REFERENCE, *INPUTS)
    assert raised.value.cause.startswith("update(p, g) in step 2[0] = 2.87, which is not the right value")


def test_the_student_is_asked_once_and_no_further() -> None:
    asked: list[Any] = []

    class Tells(Forgets):
        def update(self, p: Any, g: Any) -> Any:
            asked.append(g)
            return super().update(p, g)

    with pytest.raises(Failure):
        assert_steps_agree(descent, SimpleNamespace(Momentum=Tells), REFERENCE, *INPUTS)
    assert len(asked) == 2


def test_each_time_the_reference_has_new_objects() -> None:
    before = Momentum.made
    with pytest.raises(Failure):
        assert_steps_agree(descent, SimpleNamespace(Momentum=Forgets), REFERENCE, *INPUTS)
    assert Momentum.made > before + 7  # the inputs were moved
    assert_steps_agree(descent, REFERENCE, REFERENCE, *INPUTS)


def test_several_values_of_a_step() -> None:
    class Twice(Momentum):
        @property
        def rate(self) -> float:
            return 2 * self.lr

    def steps(lesson: Any, p: Any, g: Any) -> Iterator[tuple[str, Any]]:
        optimizer = lesson.Momentum(0.5, 0.9)
        yield "p and the rate", (optimizer.update(p, g), optimizer.rate)

    with pytest.raises(Failure) as raised:
        assert_steps_agree(steps, SimpleNamespace(Momentum=Twice), REFERENCE, np.ones(2), np.ones(2))
    assert raised.value.cause == "value 2 of p and the rate = 1, which is not the right value"


def in_place(lesson: Any, p: Any, slopes: Any, lr: float, m: float) -> Iterator[tuple[str, Any]]:
    optimizer, params = lesson.Momentum(lr, m), {"p": p}
    for g in slopes:
        params = after(optimizer.step)(params, g)
        yield "params after step(params, g)", params


def test_a_method_that_changes_what_it_gets() -> None:
    assert_steps_agree(in_place, REFERENCE, REFERENCE, *INPUTS)
    with pytest.raises(Failure) as raised:
        assert_steps_agree(in_place, SimpleNamespace(Momentum=Forgets), REFERENCE, *INPUTS)
    assert raised.value.cause.startswith("p of params after step(params, g)[0] = ")
    assert INPUTS[0].tolist() == [3.0, 4.0]


def test_inputs_that_cannot_tell() -> None:
    """Where all cancels no tolerance tells anything: others are drawn."""
    _, slopes, lr, m = INPUTS
    nearly = lr * slopes[0] * (1 + 1e-12)
    with pytest.raises(Unclear):
        assert_steps_agree(descent, SimpleNamespace(Momentum=InFloat32), REFERENCE, nearly, slopes[:1], lr, m)


@pytest.mark.parametrize("wrapped", [lambda method: method, after])
def test_one_method_of_one_object_is_refused(wrapped: Any) -> None:
    optimizer, right = Momentum(0.1, 0.9), Momentum(0.1, 0.9)
    with pytest.raises(GraderFault, match="update is compared with a method of one object, which remembers: use"):
        assert_agrees(optimizer.update, wrapped(right.update), 1.0, 2.0, of="update")

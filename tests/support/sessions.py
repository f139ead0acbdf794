"""Recorded sessions of real submissions, and the whole engine with what a program sends in their place."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from autograder.course.course import Assignment, Course
from autograder.grade import engine
from autograder.records import Report
from autograder.sandbox.child import Ended
from autograder.sandbox.inside import protocol
from autograder.sandbox.inside.usage import Usage
from autograder.submit.notebook import Submission, read_submission

LESSON = "optimizers"  # functions, scripts, a class with its objects, and blanks that use others
WRONG = {
    "momentum_step": "def momentum_step(p, v, g, lr, m):\n    return p - lr * g, v",
    "adagrad_step": "def adagrad_step(p, h, g, lr):\n    return 0",
    "rmsprop_path": "def rmsprop_path(p, c, lr, rho, steps):\n    return {'steps': steps, 'of': [p, {1, 2}, 'ä']}",
    "corrected": "def corrected(average, beta, t):\n    raise ValueError('not like this')",
    "adam_step": "adam_step = lambda *a: [[1.0, 2.0], ('a', None)]",
    "usual_values": "",
}


def assignment_of(root: Path) -> Assignment:
    return Course(root).assignment(LESSON)


def submission_of(assignment: Assignment, answers: dict[str, str]) -> Submission:
    """Who answers like the reference, but in these cells."""
    cells = [
        f'# %% nbgrader={{"grade_id": "{cell.grade_id}"}}\n{answers.get(cell.grade_id, cell.source)}\n'
        for cell in assignment.lesson.program()
    ]
    return read_submission("".join(cells).encode(), assignment, is_script=True)


def recorded(assignment: Assignment, answers: dict[str, str]) -> list[bytes]:
    """All that the program of such a submission sends, message by message."""
    frames: list[bytes] = []
    whole = protocol.reply_of

    def keep(frame: Any) -> protocol.Reply:
        frames.append(bytes(frame))
        return whole(frame)

    with patch.object(protocol, "reply_of", keep):
        engine.grade_here(assignment, submission_of(assignment, answers), "s01", "seed", "bubblewrap")
    return frames


def graded_as_sent(assignment: Assignment, submission: Submission, frames: list[bytes]) -> Report:
    """The report where the program sends these messages, whatever it is asked, and then ends."""
    with _sending(frames):
        return engine.grade_here(assignment, submission, "s01", "seed", "bubblewrap")


@contextmanager
def _sending(frames: list[bytes]) -> Iterator[None]:
    sandbox = _Sandbox(iter(frames))
    with patch.object(engine, "sandbox_for", lambda *_: sandbox):
        yield


class _Sandbox:
    """Gives children that go on with what the one before them has not sent."""

    def __init__(self, frames: Iterator[bytes]) -> None:
        self._frames, self.missing = frames, list[str]()

    def child(self, _: Any) -> _Child:
        return _Child(self._frames)


class _Child:
    def __init__(self, frames: Iterator[bytes]) -> None:
        self._frames = frames

    def send(self, message: protocol.Request, _: Any) -> int:
        return len(protocol.encoded(message))

    def receive(self, _: Any) -> protocol.Reply:
        frame = next(self._frames, None)
        if frame is None:
            raise Ended("exit 0")
        return protocol.reply_of(frame)

    def usage(self, _: float) -> Usage:
        return Usage(0.0, math.inf)

    def close(self) -> None:
        pass

"""A judge of answers of the author's own, one after another in place of the same blank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from autograder.course.course import Assignment
from autograder.grade.engine import right_session
from autograder.grade.judge import Attempt, Judge
from autograder.sandbox.inside import protocol
from autograder.sandbox.local import LocalSession
from autograder.sandbox.student import Logged


class LocalJudge:
    """Judges one answer after another in place of a blank of the author's own program, in this process."""

    def __init__(self, assignment: Assignment, blank: str, seed: str) -> None:
        program = assignment.lesson.program()
        last = next(number for number, cell in enumerate(program) if cell.grade_id == blank)
        self._sources = {cell.grade_id: cell.source for cell in program[: last + 1]}
        cells = [protocol.Cell(name, source) for name, source in self._sources.items()]
        self._assignment, self._blank, self._seed = assignment, blank, seed
        self._replaced: dict[str, Any] = {}  # which a program that is begun again gets, too
        self._session = LocalSession(cells, self._replaced, assignment.checks.reference)

    def refuses(self, answer: Any) -> bool:
        """Whether a check does."""
        return any(attempt.report.outcome != "passed" for attempt in self._attempts(answer))

    def log_of(self, answer: Any) -> list[Logged]:
        """All that it is asked."""
        return [logged for attempt in self._attempts(answer) for logged in attempt.log]

    def _attempts(self, answer: Any) -> Iterator[Attempt]:
        self._replaced[self._blank] = self._session.namespace[self._blank] = answer
        right = right_session(self._assignment)
        judge = Judge(self._assignment.checks, lambda _: self._session, right, self._sources, self._seed)
        return judge.attempts(self._blank)

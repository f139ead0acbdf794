"""Wrong answers to the lessons by people who had not seen the checks, and what the grader makes of each.

`tests/unseen/NAME.py` holds those to one assignment. A cell begins with `# %% BLANK [NAMES]: SENTENCE`; what follows
stands in place of that blank's cell. The sentence is the writer's and says what is wrong. The names are what the checks
that fail call it, where somebody who compared their sentences with the writer's found each of them true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from autograder import stages
from autograder.course.course import Assignment
from autograder.grade.engine import grade_locally, grade_submission
from autograder.records import CheckReport
from autograder.sandbox.inside import protocol
from autograder.stages import TooMuch
from autograder.submit.notebook import Submission

UNSEEN = Path(__file__).parents[1] / "unseen"
SEED = "unseen"
_HEADER = re.compile(r"^# %% (?P<blank>\w+)(?: \[(?P<names>[^]]*)\])?: (?P<sentence>.+)$", re.MULTILINE)
_SECONDS = 20.0  # of processor time: an answer that takes longer never ends


class Answer(NamedTuple):
    """A wrong answer to a blank: its sentence, the names that are true of it, and the source of its cell."""

    blank: str
    sentence: str
    names: frozenset[str]
    source: str


class Judged(NamedTuple):
    """What came of it: whether it lost a check, and by check the name and the sentence of the mistake."""

    refused: bool
    told: list[tuple[str, str]]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name for name, advice in self.told if advice)


def answers(path: Path) -> Iterator[Answer]:
    """The answers of one file, in its order."""
    text = path.read_text("utf-8")
    headers = [*_HEADER.finditer(text)]
    for header, end in zip(headers, [*(each.start() for each in headers[1:]), len(text)], strict=True):
        names = frozenset((header["names"] or "").split())
        yield Answer(header["blank"], header["sentence"], names, text[header.end() : end].strip() + "\n")


def judged(assignment: Assignment, answer: Answer) -> Judged:
    """What the grader makes of an answer where all other blanks are right. What may use TensorFlow and is right here is
    asked in the sandbox too, where that is taken away."""
    try:
        with stages.part("it does not end", _SECONDS):
            cells = grade_locally(assignment, {}, SEED, [answer.blank], {answer.blank: answer.source})
    except TooMuch:
        return Judged(True, [])
    checks = cells[0].checks
    if _is_right(checks) and any(check.library != "numpy" for check in assignment.checks.of(answer.blank)):
        checks = _in_the_sandbox(assignment, answer)
    return Judged(not _is_right(checks), [(each.diagnosis, each.advice) for each in checks if each.outcome == "failed"])


def _is_right(checks: list[CheckReport]) -> bool:
    return all(check.outcome == "passed" for check in checks)


def _in_the_sandbox(assignment: Assignment, answer: Answer) -> list[CheckReport]:
    sources = {cell.grade_id: cell.source for cell in assignment.lesson.program()} | {answer.blank: answer.source}
    blanks = {cell.grade_id: sources[cell.grade_id] for cell in assignment.lesson.blanks()}
    program = [protocol.Cell(name, source) for name, source in sources.items()]
    report = grade_submission(assignment, Submission(program, blanks, []), "s01", SEED, "bubblewrap")
    return next(cell.checks for cell in report.cells if cell.grade_id == answer.blank)

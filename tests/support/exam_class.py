"""A class of 200 that takes an exam: who hands in what and when, and what each deserves, worked out beside the grader.

The answers are a student's: numbers rounded on paper, letters, words, programs. What they deserve follows from what was
spoilt, never from a report.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from autograder.course.check_list import CheckList
from autograder.course.course import Assignment
from autograder.course.numbers import as_literals
from autograder.course.rules import Rules

SIZE = 200
STUDENTS = [f"s{number:03}" for number in range(1, SIZE + 1)]


class Paper(NamedTuple):
    """What one student hands in at one time."""

    at: datetime
    student: str
    content: bytes


class Part(NamedTuple):
    """A student's part in the exam: `points` is what the student deserves in the end; None: nothing counts."""

    student: str
    role: str
    papers: list[Paper]
    points: float | None


class Sheets:
    """The answer sheets of a class."""

    def __init__(self, assignment: Assignment) -> None:
        self.assignment = assignment
        self.variants = assignment.variants.of_all(STUDENTS)
        self._released = assignment.released.read_text("utf-8")
        self._numbers_cell = assignment.lesson.numbers_cell().grade_id
        self._checks: dict[str, CheckList] = {}

    def checks(self, student: str) -> CheckList:
        if student not in self._checks:
            self._checks[student] = self.assignment.with_numbers(self.variants[student].numbers).checks
        return self._checks[student]

    @property
    def by_hand(self) -> list[str]:
        """The blanks that ask for numbers, in their order."""
        return list(self.variants[STUDENTS[0]].answers)

    @property
    def letters(self) -> list[str]:
        reference = self.checks(STUDENTS[0]).reference
        values = {cell.grade_id: getattr(reference, cell.grade_id, None) for cell in self.assignment.lesson.blanks()}
        return [blank for blank, value in values.items() if isinstance(value, str) and len(value) == 1]

    @property
    def programs(self) -> list[str]:
        reference = self.checks(STUDENTS[0]).reference
        blanks = [cell.grade_id for cell in self.assignment.lesson.blanks()]
        return [blank for blank in blanks if callable(getattr(reference, blank, None))]

    @property
    def following(self) -> list[str]:
        """The blanks whose numbers come from an earlier answer alone: right from any."""
        names = set(self.variants[STUDENTS[0]].numbers)
        return [blank for blank in self.by_hand if not names & set(re.findall(r"\w+", self.solution(blank)))]

    def worth(self, *blanks: str) -> float:
        return sum(check.points for check in self.checks(STUDENTS[0]).checks if check.blank in blanks)

    def right(self, student: str) -> dict[str, str]:
        """Everything right, as somebody writes it who has computed on paper."""
        reference, answers = self.checks(student).reference, {}
        for cell in self.assignment.lesson.blanks():
            value = getattr(reference, cell.grade_id, None)
            if cell.grade_id in self.by_hand:
                answers[cell.grade_id] = f"{cell.grade_id} = {value:.4f}"
            elif isinstance(value, str):
                answers[cell.grade_id] = f"{cell.grade_id} = {value!r}"
            else:
                answers[cell.grade_id] = cell.without_markers()
        return answers

    def solution(self, blank: str) -> str:
        cell = self.assignment.lesson.cell(blank)
        assert cell is not None
        return cell.without_markers()

    def slipped(self, student: str, blank: str) -> dict[str, str]:
        """A known mistake in one number, from which the student goes on rightly."""
        answers = self.right(student)
        wrong = self.checks(student).wrongs_of(blank)[0]
        answers[blank] = f"{blank} = {float(wrong.answer):.4f}"
        for later in self.by_hand[self.by_hand.index(blank) + 1 :]:
            answers[later] = self.solution(later)
        return answers

    def wrong_letter(self, student: str, blank: str) -> dict[str, str]:
        right = getattr(self.checks(student).reference, blank)
        other = next(letter for letter in "ab" if letter != right)
        return {**self.right(student), blank: f"{blank} = {other!r}"}

    def without(self, student: str, *blanks: str) -> dict[str, str]:
        cells = [cell for cell in self.assignment.lesson.blanks() if cell.grade_id in blanks]
        return {**self.right(student), **{cell.grade_id: cell.template() for cell in cells}}

    def notebook(
        self, student: str, answers: dict[str, str], own: str = "", numbers: dict[str, Any] | None = None
    ) -> bytes:
        """The student's file: the released notebook, or a personal one where `numbers` are in it."""
        notebook = json.loads(self._released)
        cells = []
        for cell in notebook["cells"]:
            name = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
            if cell["id"] == "student":
                if numbers is not None:
                    continue
                cell["source"] = f"STUDENT = {student!r}"
            elif name == self._numbers_cell and numbers is not None:
                cell["source"] = as_literals(numbers)
            elif name in answers:
                cell["source"] = answers[name]
            cells.append(cell)
        if own:
            cells.append(
                {
                    "cell_type": "code",
                    "id": "own",
                    "metadata": {},
                    "source": own,
                    "outputs": [],
                    "execution_count": None,
                }
            )
        return json.dumps({**notebook, "cells": cells}).encode()


Made = tuple[float | None, list[tuple[datetime, bytes]]]  # what is deserved, and what is handed in when


def the_class(sheets: Sheets, rules: Rules) -> list[Part]:
    """Two hundred students; the last of them has more time."""
    students, parts = iter(STUDENTS), []
    for count, role, make in _roles(sheets, rules):
        for number in range(count):
            student = next(students)
            points, papers = make(student, number)
            parts.append(Part(student, role, [Paper(at, student, content) for at, content in papers], points))
    return parts


def _roles(sheets: Sheets, rules: Rules) -> list[tuple[int, str, Callable[[str, int], Made]]]:
    assert rules.late is not None
    by_hand, letters, programs = sheets.by_hand, sheets.letters, sheets.programs
    everything = sheets.worth(*(cell.grade_id for cell in sheets.assignment.lesson.blanks()))
    end = rules.common_deadline
    slots = [end - timedelta(minutes=minutes) for minutes in (40, 25, 10)]
    late = end + timedelta(minutes=rules.grace_minutes + 1)
    too_late = end + timedelta(minutes=rules.late.until_minutes + 1)
    late_points = everything * (1 - rules.percent_lost(rules.standing("", late)) / 100)

    def right(student: str) -> bytes:
        return sheets.notebook(student, sheets.right(student))

    def own_file(student: str, n: int) -> Made:
        numbers = sheets.variants[student].numbers
        return everything, [(slots[n % 3], sheets.notebook(student, sheets.right(student), numbers=numbers))]

    def better(student: str, n: int) -> Made:
        draft = sheets.notebook(student, sheets.without(student, *programs))
        return everything, [(slots[0], draft), (slots[2], right(student))]

    def slip(student: str, n: int) -> Made:
        blank = by_hand[n % len(by_hand)]
        return everything - sheets.worth(blank), [
            (slots[n % 3], sheets.notebook(student, sheets.slipped(student, blank)))
        ]

    def letter(student: str, n: int) -> Made:
        blank = letters[n % len(letters)]
        answers = sheets.wrong_letter(student, blank)
        return everything - sheets.worth(blank), [(slots[n % 3], sheets.notebook(student, answers))]

    def missing(student: str, n: int) -> Made:
        blank = programs[n % len(programs)]
        answers = sheets.without(student, blank)
        return everything - sheets.worth(blank), [(slots[n % 3], sheets.notebook(student, answers))]

    def too_late_again(student: str, n: int) -> Made:
        points, papers = missing(student, 0)
        return points, [*papers, (too_late, right(student))]

    def four_times(student: str, n: int) -> Made:
        answers = sheets.wrong_letter(student, letters[0])
        drafts = [(at, sheets.notebook(student, answers, own=f"# draft {k}")) for k, at in enumerate(slots)]
        return everything - sheets.worth(letters[0]), [*drafts, (slots[2] + timedelta(minutes=5), right(student))]

    def forger(student: str, n: int) -> Made:
        empty = sheets.without(student, *sheets.right(student))
        return 0.0, [(slots[0], sheets.notebook(student, empty, own=_FORGED))]

    def ends(student: str, n: int) -> Made:
        return everything, [(slots[1], sheets.notebook(student, sheets.right(student), own="raise SystemExit"))]

    def imports(student: str, n: int) -> Made:
        answers = sheets.right(student)
        answers[programs[0]] = f"import ctypes\n{answers[programs[0]]}"
        return everything - sheets.worth(programs[0]), [(slots[2], sheets.notebook(student, answers))]

    def endless(student: str, n: int) -> Made:
        lines = sheets.right(student)[programs[-1]].split("\n")
        head = next(number for number, text in enumerate(lines) if text.startswith("def "))
        answers = {**sheets.right(student), programs[-1]: "\n".join([*lines[: head + 1], "    while True: pass"])}
        return everything - sheets.worth(programs[-1]), [(slots[0], sheets.notebook(student, answers))]

    return [
        (60, "right", lambda student, n: (everything, [(slots[n % 3], right(student))])),
        (30, "in a personal notebook", own_file),
        (10, "better at last", better),
        (30, "slip", slip),
        (12, "wrong letter", letter),
        (12, "program missing", missing),
        (8, "late", lambda student, n: (late_points, [(late, right(student))])),
        (3, "too late", lambda student, n: (None, [(too_late, right(student))])),
        (3, "too late with a better one", too_late_again),
        (3, "one attempt too many", four_times),
        (10, "absent", lambda student, n: (None, [])),
        (5, "copies a neighbour", lambda student, n: _copied(sheets, student, slots[2])),
        (3, "easier numbers", lambda student, n: _easier(sheets, student, slots[1])),
        (2, "forges", forger),
        (2, "ends the program", ends),
        (2, "imports what is not allowed", imports),
        (2, "never ends", endless),
        (2, "no notebook", lambda student, n: (0.0, [(slots[1], b'{"cells": [broken')])),
        (1, "more time", lambda student, n: (everything, [(end + timedelta(minutes=10), right(student))])),
    ]


_FORGED = """
class Right(float):
    def __eq__(self, other): return True
    def __sub__(self, other): return 0.0
print({"points": 100.0, "outcome": "passed"})
open("report.json", "w").write('{"points": 100.0}')
"""


def _copied(sheets: Sheets, student: str, at: datetime) -> Made:
    """Hands in what the neighbour wrote: programs are right for anybody, numbers for the neighbour alone."""
    other = STUDENTS[0]
    mine, theirs = sheets.checks(student).reference, sheets.checks(other).reference
    same = [blank for blank in sheets.right(student) if blank not in sheets.by_hand]
    for blank in same[:]:
        value = getattr(mine, blank, None)
        if isinstance(value, str) and value != getattr(theirs, blank):
            same.remove(blank)
    return sheets.worth(*same, *sheets.following), [
        (at, sheets.notebook(other, sheets.right(other), own=f"# by {student}"))
    ]


def _easier(sheets: Sheets, student: str, at: datetime) -> Made:
    """Gives itself the numbers of the lesson's own sample, and computes with them."""
    sample = sheets.assignment.checks.reference
    numbers = {name: getattr(sample, name) for name in sheets.variants[student].numbers}
    by_hand = {blank: f"{blank} = {getattr(sample, blank):.4f}" for blank in sheets.by_hand}
    answers = {**sheets.right(student), **by_hand}
    points = sheets.worth(*answers) - sheets.worth(*by_hand) + sheets.worth(*sheets.following)
    return points, [(at, sheets.notebook(student, answers, numbers=numbers))]

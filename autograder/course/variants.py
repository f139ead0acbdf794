"""The numbers of an exam that each student has others of: drawn once, then kept.

The author's variants.py has a function `numbers(draw)` that returns them by name. They are drawn from a seed made of
the course's secret, the exam and the student, again and again until the exam is clear: no answer that is computed by
hand may be near 0, near a known wrong answer, another answer or a given number, nor be right for any other student.
What was drawn is written down, so that nothing that comes later can change it.
"""

from __future__ import annotations

import ast
import contextlib
import fcntl
import functools
import hashlib
import itertools
import math
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from autograder.asserts.draw import Draw
from autograder.course.author_file import import_file, line_in
from autograder.course.check_list import CheckList
from autograder.course.declarations import ByHand
from autograder.course.lesson import Cell
from autograder.course.numbers import Numbers
from autograder.errors import CourseError
from autograder.files import append, make_private_folder, read_lines

_ATTEMPTS = 500
_APART = 3  # units of the last decimal, between an answer and what it must not be taken for
_TOLD_APART = 2  # between two numbers of which each is right for somebody: less than one unit off is right


class Variant(msgspec.Struct):
    """What one student was given, and the answers to what is computed by hand."""

    student: str
    attempt: int
    numbers: Numbers
    answers: dict[str, float]


class Work(msgspec.Struct, frozen=True):
    """What an exam with one set of numbers asks for: its time by the author's estimate, and digits to compute with."""

    minutes: float
    digits: int


class Variants:
    """The variants of one exam."""

    def __init__(
        self,
        source: Path,
        kept: Path,
        cell: Cell,
        checks_with: Callable[[Numbers], CheckList],
        secret: Callable[[], str],
    ) -> None:
        """`source` is the author's variants.py, `kept` the file of what was drawn, `cell` the lesson's own numbers."""
        self._source, self._path, self._cell = source, kept, cell
        self._checks_with, self._secret = checks_with, secret
        self._read: dict[str, Variant] = {}

    def of(self, student: str) -> Variant:
        return self.of_all([student])[student]

    def of_all(self, students: Iterable[str]) -> dict[str, Variant]:
        """The variant of each of these students, drawn where there is none yet."""
        students = list(students)
        if not self._read.keys() >= {*students}:
            with self._alone():
                self._read = self.drawn()  # another process may have been faster
                for student in students:
                    if student not in self._read:
                        variant = self._draw(student, list(self._read.values()))
                        self._keep(variant)
                        self._read[student] = variant
        return {student: self._read[student] for student in students}

    def drawn(self) -> dict[str, Variant]:
        """All variants that there are, by student."""
        try:
            variants = [msgspec.json.decode(line, type=Variant) for line in read_lines(self._path)]
        except msgspec.MsgspecError as error:
            raise CourseError(
                self._path, f"cannot be read ({error})", "Bring back a copy of it: students have the numbers in it"
            ) from None
        return {variant.student: variant for variant in variants}

    def samples(self, count: int) -> list[Numbers]:
        """Clear numbers of so many students who do not exist, for a rehearsal: always the same."""
        found: list[Numbers] = []
        why = ""
        for attempt in range(_ATTEMPTS * count):
            numbers = self._numbers("rehearsal", attempt)
            why = unclear(self._checks_with(numbers), numbers)
            if not why:
                found.append(numbers)
            if len(found) == count:
                return found
        raise self._hardly_clear(why)

    def work(self, numbers: Numbers) -> Work:
        """What an exam with these numbers asks for."""
        digits = sum(len(f"{abs(value):.12g}".replace(".", "").lstrip("0")) for value in _floats(numbers))
        return Work(float(self._author("minutes")(numbers)), digits)

    def _draw(self, student: str, others: list[Variant]) -> Variant:
        text = "\0".join([self._secret(), "numbers", self._name, student])
        seed = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        why = ""
        for attempt in range(_ATTEMPTS):
            numbers = self._numbers(seed, attempt)
            checks = self._checks_with(numbers)
            questions = by_hand_of(checks)
            why = unclear(checks, numbers) or _right_for_another(questions, others)
            if not why:
                return Variant(student, attempt, numbers, {name: each.answer for name, each in questions.items()})
        raise self._hardly_clear(why)

    def _hardly_clear(self, why: str) -> CourseError:
        return CourseError(
            self._source,
            f"{_ATTEMPTS} draws were unclear, the last since {why}",
            "Draw from more, or ask for more decimals",
        )

    def _numbers(self, seed: str, attempt: int) -> Numbers:
        """One draw, clear or not; its names are those of the lesson's own numbers."""
        try:
            numbers = self._author("numbers")(Draw(seed, "numbers", 0, attempt))
            names, plain = list(numbers), msgspec.json.decode(msgspec.json.encode(numbers))
        except Exception as error:
            where = f"{self._source}, line {line_in(error, self._source)}"
            raise CourseError(
                where, f"{type(error).__name__}: {error}", "Return numbers, words and lists of them"
            ) from error
        if names != self.names:
            raise CourseError(
                self._source,
                f"draws {', '.join(names)}",
                f"Draw what the lesson's cell assigns: {', '.join(self.names)}",
            )
        return plain

    @functools.cached_property
    def names(self) -> list[str]:
        """What the numbers are called."""
        return _assigned(self._cell.source)

    def _author(self, name: str) -> Callable[..., Any]:
        """A function of the author's."""
        if not hasattr(self._module, name):
            told = {"numbers": "numbers(draw) that returns them by name", "minutes": "minutes(numbers) that estimates"}
            raise CourseError(self._source, f"has no function {name}", f"Write one: {told[name]}")
        return getattr(self._module, name)

    @functools.cached_property
    def _module(self) -> ModuleType:
        return import_file(f"solutions.{self._name}.variants", self._source)

    @property
    def _name(self) -> str:
        return self._source.parent.name

    def _keep(self, variant: Variant) -> None:
        append(self._path, msgspec.json.encode(variant))

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        make_private_folder(self._path.parent)
        with self._path.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def by_hand_of(checks: CheckList) -> dict[str, ByHand]:
    """What is to be computed by hand, by blank."""
    return {check.blank: check.by_hand for check in checks.checks if check.by_hand}


def unclear(checks: CheckList, numbers: Numbers) -> str:
    """Why these numbers cannot tell right from wrong; nothing if they can."""
    questions = by_hand_of(checks)
    given = list(_floats(numbers))
    for blank, question in questions.items():
        right, unit = question.answer, question.unit
        if not math.isfinite(right) or abs(right) < _APART * unit:
            return f"'{blank}' is {right:g}"
        wrongs = {wrong.name: float(wrong.answer) for wrong in checks.wrongs_of(blank)}
        for name, value in wrongs.items():
            if not abs(value - right) >= _APART * unit:
                return f"the mistake '{name}' of '{blank}' gives nearly the right answer"
        for (one, first), (other, second) in itertools.combinations(wrongs.items(), 2):
            if not abs(first - second) >= _TOLD_APART * unit:
                return f"the mistakes '{one}' and '{other}' of '{blank}' give nearly the same"
        if any(abs(value - right) < _TOLD_APART * unit for value in given):
            return f"the answer to '{blank}' is among the given numbers"
    for (one, a), (other, b) in itertools.combinations(questions.items(), 2):
        if abs(a.answer - b.answer) < _APART * max(a.unit, b.unit):
            return f"'{one}' and '{other}' have nearly the same answer"
    return ""


def _right_for_another(questions: dict[str, ByHand], others: list[Variant]) -> str:
    for blank, question in questions.items():
        for other in others:
            if abs(other.answers.get(blank, math.inf) - question.answer) < _TOLD_APART * question.unit:
                return f"'{blank}' has the same answer as another student's"
    return ""


def _floats(value: Any) -> Iterator[float]:
    """Every number in the given ones."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _floats(each)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield float(value)


def _assigned(source: str) -> list[str]:
    """The names that a cell assigns, in its order."""
    tree = ast.parse(source)
    return [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]

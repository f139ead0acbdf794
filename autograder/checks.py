"""What an author writes checks with: `from autograder.checks import check, wrong, …`.

@check("hidden_delta", points=2, library="numpy")
def reaches_back(student, draw):
    \"""hidden_delta(Ob, WO) is Ob carried back through WO\"""
    …

@wrong("hidden_delta", "WO is not transposed: Ob @ WO has to become Ob @ WO.T.")
def not_transposed(Ob, WO):
    return Ob @ WO
"""

from __future__ import annotations

import contextvars
import inspect
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import msgspec

from autograder.author.lesson import load_reference, read_lesson
from autograder.course import import_file
from autograder.errors import CourseError
from autograder.grade.compare import (
    Failure,
    as_numbers,
    as_parts,
    assert_agrees,
    assert_close,
    assert_equal,
    describe,
)
from autograder.pictures import PictureOf

if TYPE_CHECKING:
    from autograder.author.lesson import Lesson
    from autograder.course import Assignment

__all__ = [
    "Failure",
    "as_numbers",
    "as_parts",
    "assert_agrees",
    "assert_close",
    "assert_equal",
    "by_hand",
    "check",
    "choice",
    "describe",
    "known_outputs",
    "number",
    "reference_of",
    "right",
    "values",
    "word",
    "wrong",
]


DRAWS = 3


class Check(msgspec.Struct):
    """A hidden check: a function of `student` and, where it has the parameter, `draw`; it raises Failure."""

    name: str
    blank: str
    sentence: str
    points: float
    draws: int
    uses: tuple[str, ...]
    library: str
    function: Callable[..., FollowedThrough | None]
    by_hand: ByHand | None = None


class ByHand(msgspec.Struct):
    """The answer of a question that is computed by hand, and one unit of its last decimal."""

    answer: float
    unit: float


class FollowedThrough(msgspec.Struct):
    """What a check returns where an answer is right from an earlier one that is not; `cause` says from which."""

    cause: str


class Wrong(msgspec.Struct):
    """A known wrong answer: what a student gets who makes one definite mistake, and the sentence that says so."""

    name: str
    blank: str
    call: str
    advice: str
    answer: Any  # a function with the student's signature, or the value of the student's variable


class Question(msgspec.Struct):
    """A choice or number question: its check, and the known wrong answers."""

    check: Check
    wrongs: list[Wrong]


def check(
    blank: str, *, points: float, uses: Sequence[str] = (), library: str = "numpy", draws: int = DRAWS
) -> Callable[[Callable[..., None]], Check]:
    """Grade the blank `blank`; the function's docstring is the sentence that the student reads.

    A check that draws its inputs is run on three `draws`, and on the first once more; one whose calls take long may do
    with a single draw, which is not repeated. `uses` names earlier blanks that this one may call: if it fails with the
    student's own, the reference stands in for them. `library` is "numpy" or "tensorflow"; where it is "numpy",
    TensorFlow cannot be imported.
    """

    def decorate(function: Callable[..., None]) -> Check:
        sentence = " ".join((inspect.getdoc(function) or "").split())
        count = draws if "draw" in inspect.signature(function).parameters else 1
        return Check(function.__name__, blank, sentence, points, count, tuple(uses), library, function)

    return decorate


def wrong(blank: str, advice: str, *, call: str = "") -> Callable[[Callable[..., Any]], Wrong]:
    """A known wrong answer for `blank`, in place of its function or variable `call` (default: named like the blank)."""

    def decorate(function: Callable[..., Any]) -> Wrong:
        return Wrong(function.__name__.replace("_", "-"), blank, call or blank, advice, function)

    return decorate


def right(blank: str, *, call: str = "") -> Callable[[Callable[..., Any]], Right]:
    """Another right answer for `blank`, written in another style than the reference; `call` as for `wrong`.

    For a variable the function takes nothing and returns the value.
    """

    def decorate(function: Callable[..., Any]) -> Right:
        return Right(function.__name__.replace("_", "-"), blank, call or blank, function)

    return decorate


def choice(
    blank: str,
    *,
    points: float,
    sentence: str,
    answer: str,
    wrongs: dict[str, str],
    options: dict[str, str] | None = None,
) -> Question:
    """A question whose answer is one letter; `wrongs` says for each other letter why it is wrong.

    Where each student has the options in another order, `options` has the text of each letter, and `answer` and
    `wrongs` name texts.
    """
    letters = (
        {text: letter for letter, text in options.items()} if options else {each: each for each in [answer, *wrongs]}
    )
    if set(letters) != {answer, *wrongs}:
        raise ValueError(f"the options of {blank} are {sorted(letters)}, but its answers {sorted({answer, *wrongs})}")

    def is_right(student: Any) -> None:
        found = getattr(student, blank)
        if not isinstance(found, str) or found.strip().casefold() not in letters.values():
            raise Failure(
                f"{blank} is {describe(found)}, but should be one of {', '.join(map(repr, sorted(letters.values())))}",
                found,
                name="wrong-kind",
            )
        if found.strip().casefold() != letters[answer]:
            raise Failure(f"{blank} is {found.strip()!r}, which is not the answer", found, letters[answer])

    named = {_slug(f"{blank} {text}"): (letters[text], why) for text, why in wrongs.items()}
    return values(blank, points=points, sentence=sentence, is_right=is_right, wrongs=named)


def word(blank: str, *, points: float, sentence: str, answers: Sequence[str], wrongs: dict[str, str]) -> Question:
    """A question whose answer is a word or two; capitals, hyphens and spaces do not matter.

    `answers` are all right, `wrongs` says for words that are often written instead why they are wrong.
    """
    right = {_plain(each) for each in answers}

    def is_right(student: Any) -> None:
        found = getattr(student, blank)
        if not isinstance(found, str):
            raise Failure(f"{blank} is {describe(found)}, but should be a text in quotes", found, name="wrong-kind")
        if _plain(found) in right:
            return
        named = next((name for name, (text, _) in mistakes.items() if _plain(text) == _plain(found)), "")
        raise Failure(f"{blank} is {found.strip()[:60]!r}, which is not the answer", found, answers[0], named)

    mistakes = {_slug(f"{blank} {text}"): (text, why) for text, why in wrongs.items()}
    return values(blank, points=points, sentence=sentence, is_right=is_right, wrongs=dict(mistakes))


def number(
    blank: str, *, points: float, sentence: str, answer: float, wrongs: dict[str, tuple[float, str]]
) -> Question:
    """A question whose answer is a number; `wrongs` has for each mistake, by name, the number it gives and why."""

    def is_right(student: Any) -> None:
        assert_close(getattr(student, blank), answer, of=blank)

    return values(blank, points=points, sentence=sentence, is_right=is_right, wrongs=dict(wrongs))


def by_hand(
    blank: str,
    *,
    points: float,
    sentence: str,
    decimals: int,
    answer: Callable[..., float],
    wrongs: dict[str, tuple[Callable[..., float], str]],
    uses: dict[str, float] | None = None,
) -> Question:
    """A number that is computed by hand and written with so many `decimals`; right if it is less than one unit of the
    last of them away.

    `uses` has the right numbers of earlier questions, by blank, which `answer` and the mistakes in `wrongs` get. Who
    had another number there and goes on rightly from it has the points of this one.
    """
    given = uses or {}
    right, unit = float(answer(*given.values())), 10.0**-decimals

    def is_right(student: Any) -> FollowedThrough | None:
        found = _one_number(getattr(student, blank), of=blank)
        if abs(found - right) < unit:
            return None
        own = {name: _own_number(student, name, instead) for name, instead in given.items()}
        slipped = any(abs(own[name] - value) >= unit for name, value in given.items())
        if given and _is_followed(found, answer, own, unit, slipped):
            told = " and ".join(f"{name} = {value:.6g}" for name, value in own.items())
            return FollowedThrough(f"right from your own {told}")
        goes_on = {name: mistake(*own.values()) for name, (mistake, _) in wrongs.items()}
        named = next((name for name, value in goes_on.items() if abs(found - value) < unit), "")
        raise Failure(f"{blank} is {found:.6g}, which is not the answer", found, right, named)

    values_of_wrongs = {name: (float(mistake(*given.values())), why) for name, (mistake, why) in wrongs.items()}
    question = values(blank, points=points, sentence=sentence, is_right=is_right, wrongs=values_of_wrongs)
    question.check.by_hand = ByHand(right, unit)
    return question


def _own_number(student: Any, name: str, instead: float) -> float:
    """The student's own number of an earlier question, if there is one."""
    try:
        return _one_number(getattr(student, name), of=name)
    except Failure:
        return instead


def _is_followed(found: float, answer: Callable[..., float], own: dict[str, float], unit: float, slipped: bool) -> bool:
    """Whether a number was computed from the student's own: nothing is computed from 0, nor by copying.

    Who slipped may have gone on from more digits than were written down, so each own number is known to one unit.
    """
    followed = answer(*own.values())
    moved = [answer(*{**own, name: value + step}.values()) for name, value in own.items() for step in (-unit, unit)]
    tolerance = unit + (max(abs(value - followed) for value in moved) if slipped else 0.0)
    computed = all(value and abs(followed - value) > tolerance for value in own.values())
    return computed and abs(found - followed) < tolerance


def _one_number(value: Any, *, of: str) -> float:
    """A single number, also one in an array of one entry, else Failure."""
    try:
        array = as_numbers(value, of=of)
    except Failure as failure:
        if failure.name == "wrong-kind":
            raise Failure(f"{of} is {describe(value)}, but should be one number", value, name="wrong-kind") from None
        raise
    if array.size != 1:
        raise Failure(f"{of} has shape {array.shape}, but should be one number", value, name="wrong-shape")
    return float(array.reshape(()))


def _plain(text: str) -> str:
    """A text without what does not matter in it."""
    return re.sub(r"[\s\-_.'\"]+", "", text).casefold()


def _slug(text: str) -> str:
    return re.sub(r"\W+|_", "-", text).strip("-")


def values(
    blank: str,
    *,
    points: float,
    sentence: str,
    is_right: Callable[[Any], FollowedThrough | None],
    wrongs: dict[str, tuple[Any, str]],
) -> Question:
    """A variable with many right values, judged by what they do: `is_right` gets `student` and raises Failure.

    `wrongs` has for each mistake, by name, one value that shows it and why it is wrong.
    """
    wrong_list = [Wrong(name, blank, blank, why, value) for name, (value, why) in wrongs.items()]
    return Question(Check(f"{blank}_is_right", blank, sentence, points, 1, (), "numpy", is_right), wrong_list)


_lesson: contextvars.ContextVar[Lesson] = contextvars.ContextVar("the lesson whose checks are read")


def reference_of(checks_file: str) -> ModuleType:
    """The lesson beside `checks_file` as a module: its reference solutions by name, for one student's numbers."""
    folder = Path(checks_file).parent
    path = folder / f"{folder.name}.py"
    lesson = _lesson.get(None)
    return load_reference(lesson if lesson and lesson.path == path else read_lesson(path))


def known_outputs(checks_file: str) -> dict[str, Any]:
    """The known TensorFlow outputs of the assignment of `checks_file`, by case."""
    folder = Path(checks_file).parent
    path = folder.parents[1] / "source_data" / "tensorflow" / f"{folder.name}.json"
    return json.loads(path.read_text("utf-8"))["cases"]


class Right(msgspec.Struct):
    """Another right answer: it must be accepted."""

    name: str
    blank: str
    call: str
    answer: Any


class CheckList(msgspec.Struct):
    """All that checks.py defines, in the order of the lesson's blanks."""

    checks: list[Check]
    wrongs: list[Wrong]
    reference: ModuleType
    lesson: Lesson
    pictures: list[PictureOf] = []
    made: dict[str, list[Wrong]] = {}  # wrong answers made from the reference, by blank, once they are asked for

    def of(self, blank: str) -> list[Check]:
        return [each for each in self.checks if each.blank == blank]

    def wrongs_of(self, blank: str) -> list[Wrong]:
        return [each for each in self.wrongs if each.blank == blank]


def load_checks(assignment: Assignment) -> CheckList:
    """Import checks.py and see that it fits the lesson. Raises CourseError with file, check and remedy."""
    path = assignment.folder / "checks.py"
    module = _import(assignment, path)
    checks: list[Check] = []
    wrongs: list[Wrong] = []
    pictures: list[PictureOf] = []
    for value in vars(module).values():
        if isinstance(value, Check):
            checks.append(value)
        elif isinstance(value, Wrong):
            wrongs.append(value)
        elif isinstance(value, PictureOf):
            pictures.append(value)
        elif isinstance(value, Question):
            checks.append(value.check)
            wrongs += value.wrongs
    reference = getattr(module, "reference", None) or load_reference(assignment.lesson)
    _check_fit(path, [cell.grade_id for cell in assignment.lesson.blanks()], checks, wrongs, pictures)
    return CheckList(checks, wrongs, reference, assignment.lesson, pictures)


def load_rights(assignment: Assignment) -> list[Right]:
    """The other right answers that rights.py lists; none where there is no such file."""
    path = assignment.folder / "rights.py"
    if not path.exists():
        return []
    module = _import(assignment, path)
    rights = [value for value in vars(module).values() if isinstance(value, Right)]
    blanks = [cell.grade_id for cell in assignment.lesson.blanks()]
    for each in rights:
        if each.blank not in blanks:
            where = f"{path}, '{each.name}'"
            raise CourseError(where, f"the lesson has no blank '{each.blank}'", f"Name one of: {', '.join(blanks)}")
    return rights


def _import(assignment: Assignment, path: Path) -> ModuleType:
    """A file of the author's that may ask for the reference."""
    token = _lesson.set(assignment.lesson)
    try:
        return import_file(f"solutions.{assignment.name}.{path.stem}", path)
    finally:
        _lesson.reset(token)


def _check_fit(
    path: Path, blanks: list[str], checks: list[Check], wrongs: list[Wrong], pictures: list[PictureOf]
) -> None:
    named = [("check", each.name, each.blank) for each in checks]
    named += [("known wrong answer", each.name, each.blank) for each in wrongs]
    named += [("picture", each.function.__name__, each.blank) for each in pictures]
    for kind, name, blank in named:
        if blank not in blanks:
            where = f"{path}, {kind} '{name}'"
            raise CourseError(where, f"the lesson has no blank '{blank}'", f"Name one of: {', '.join(blanks)}")
    for each in checks:
        if not each.sentence:
            raise CourseError(f"{path}, check '{each.name}'", "it has no sentence", "Give it a docstring")
        if not each.points > 0:
            raise CourseError(f"{path}, check '{each.name}'", f"it gives {each.points} points", "Give it some")
        for used in each.uses:
            if used not in blanks[: blanks.index(each.blank)]:
                where = f"{path}, check '{each.name}'"
                raise CourseError(where, f"it uses '{used}', which is no earlier blank", "Mend uses=…")
    for blank in blanks:
        if not any(each.blank == blank for each in checks):
            raise CourseError(path, f"the blank '{blank}' has no check", f'Write one with @check("{blank}", points=…)')
    for kind, names in (
        ("checks", [c.name for c in checks]),
        ("known wrong answers", [f"{w.blank}: {w.name}" for w in wrongs]),
    ):
        double = sorted({name for name in names if names.count(name) > 1})
        if double:
            raise CourseError(path, f"two {kind} are called '{double[0]}'", "Rename one")

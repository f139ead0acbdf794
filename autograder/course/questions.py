"""Questions of a fixed kind: a letter, a word, a number, one computed by hand, a dict, a value with many forms."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from autograder.asserts.compare import Failure, as_numbers, assert_close
from autograder.asserts.describe import describe
from autograder.course.declarations import ByHand, Check, FollowedThrough, Question, Wrong


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
    """A question whose answer is a number; `wrongs` has for each mistake, by name, the number it gives and why.

    As for `by_hand`, an array of one entry is a number, too."""

    def is_right(student: Any) -> None:
        assert_close(_one_number(getattr(student, blank), of=blank), answer, of=blank)

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
    """A number that is computed by hand and written with so many `decimals`.

    It is right if it differs from the right number by less than one unit of the last of them, as one computes by hand:
    both numbers are read as the decimals that Python prints, and the right one, which a formula gave, is rounded to 12
    digits before. So with two decimals 0.3499 is right for 0.34, and 0.35 and 0.33 are wrong.

    `uses` has the right numbers of earlier questions, by blank, which `answer` and the mistakes in `wrongs` get. Who
    had another number there and goes on rightly from it has the points of this one.
    """
    given = uses or {}
    right, unit = _by_formula(answer(*given.values())), Decimal(1).scaleb(-decimals)

    def is_right(student: Any) -> FollowedThrough | None:
        found = _one_number(getattr(student, blank), of=blank)
        if _apart(found, right) < unit:
            return None
        own = {name: _own_number(student, name, instead) for name, instead in given.items()}
        slipped = any(_apart(own[name], value) >= unit for name, value in given.items())
        if given and _is_followed(found, answer, own, unit, slipped):
            told = " and ".join(f"{name} = {value:.6g}" for name, value in own.items())
            return FollowedThrough(f"right from your own {told}")
        goes_on = {name: _goes_on(mistake, own) for name, (mistake, _) in wrongs.items()}
        named = next((name for name, value in goes_on.items() if _apart(found, value) < unit), "")
        raise Failure(f"{blank} is {found:.6g}, which is not the answer", found, right, named)

    values_of_wrongs = {name: (float(mistake(*given.values())), why) for name, (mistake, why) in wrongs.items()}
    question = values(blank, points=points, sentence=sentence, is_right=is_right, wrongs=values_of_wrongs)
    question.check.by_hand = ByHand(right, float(unit))
    return question


def _own_number(student: Any, name: str, instead: float) -> float:
    """The student's own number of an earlier question, if there is one."""
    try:
        return _one_number(getattr(student, name), of=name)
    except Failure:
        return instead


def _is_followed(
    found: float, answer: Callable[..., float], own: dict[str, float], unit: Decimal, slipped: bool
) -> bool:
    """Whether a number was computed from the student's own: nothing is computed from 0, nor by copying.

    Who slipped may have gone on from more digits than were written down, so each own number is known to one unit.
    """
    followed = _goes_on(answer, own)
    step = float(unit)
    moved = [_goes_on(answer, {**own, name: value + by}) for name, value in own.items() for by in (-step, step)]
    tolerance = unit + (max(_apart(value, followed) for value in moved) if slipped else 0)
    computed = all(value and _apart(followed, value) > tolerance for value in own.values())
    return math.isfinite(followed) and computed and _apart(found, followed) < tolerance


def _goes_on(formula: Callable[..., float], own: dict[str, float]) -> float:
    """What a formula gives for the student's own numbers; nan where it gives nothing for them."""
    try:
        return _by_formula(formula(*own.values()))
    except (ArithmeticError, ValueError, TypeError):  # a division by the student's 0, a root, an overflow
        return math.nan


def _by_formula(value: float) -> float:
    """A number without the noise of the floats that it was computed with: 0.1 + 0.24 is 0.34."""
    return float(f"{value:.12g}")


def _apart(one: float, other: float) -> Decimal:
    """The difference of two numbers as one computes it by hand; infinite where one is no number."""
    if not math.isfinite(one) or not math.isfinite(other):
        return Decimal("inf")
    return abs(Decimal(repr(float(one))) - Decimal(repr(float(other))))


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
    return float(str(array.reshape(())[()]))  # float32's 0.35 is 0.35, not 0.3499999940395355


def _plain(text: str) -> str:
    """A text without what does not matter in it."""
    return re.sub(r"[\s\-_.'\"]+", "", text).casefold()


def _slug(text: str) -> str:
    return re.sub(r"\W+|_", "-", text).strip("-")


def same_word(found: Any, expected: str) -> bool:
    """Whether an answer is this word; capitals and spaces around it do not matter."""
    return isinstance(found, str) and found.strip().casefold() == expected.casefold()


def entries(
    blank: str,
    *,
    points: float,
    sentence: str,
    right: dict[str, Any],
    wrongs: dict[str, tuple[dict[str, Any], str]],
    same: Callable[[Any, Any], bool] = same_word,
) -> Question:
    """A question whose answer is a dict with given names; `same` says whether an entry is the right one.

    `wrongs` has for each mistake, by name, the entries that differ and why they are wrong.
    """

    def is_right(student: Any) -> None:
        found = getattr(student, blank)
        if not isinstance(found, dict):
            raise Failure(f"{blank} is {describe(found)}, but should be a dict", found, name="wrong-kind")
        if found.keys() != right.keys():
            raise Failure(f"the names in {blank} have to stay as they are given", found, name="wrong-kind")
        for key, value in right.items():
            if not same(found[key], value):
                raise Failure(f"{blank}[{key!r}] is {describe(found[key])}, which is not the right answer", found)

    shown = {name: ({**right, **changed}, why) for name, (changed, why) in wrongs.items()}
    return values(blank, points=points, sentence=sentence, is_right=is_right, wrongs=shown)


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

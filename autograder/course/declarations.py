"""What an author declares in checks.py and rights.py: checks, known wrong answers, other right answers."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

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
    in_place: bool = False


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


def is_drawn(function: Callable[..., Any]) -> bool:
    """Whether the function of a check draws its inputs."""
    return "draw" in function.__code__.co_varnames[: function.__code__.co_argcount]


def check(
    blank: str,
    *,
    points: float,
    uses: Sequence[str] = (),
    library: str = "numpy",
    draws: int = DRAWS,
    in_place: bool = False,
) -> Callable[[Callable[..., None]], Check]:
    """Grade the blank `blank`; the function's docstring is the sentence that the student reads.

    A check that draws its inputs is run on three `draws`, and on the first once more; one whose calls take long may do
    with a single draw, which is not repeated. `uses` names earlier blanks that this one may call: if it fails with the
    student's own, the reference stands in for them. `library` is "numpy" or "tensorflow"; where it is "numpy",
    TensorFlow cannot be imported, and where it is "tensorflow", an answer that does without is refused. `in_place`:
    the function may change its arguments, and `after` tells what they are after the call; it is said in all checks of a
    blank or in none, and the notebook says so too.
    """

    def decorate(function: Callable[..., None]) -> Check:
        sentence = " ".join((inspect.getdoc(function) or "").split())
        count = draws if is_drawn(function) else 1
        return Check(
            function.__name__, blank, sentence, points, count, tuple(uses), library, function, in_place=in_place
        )

    return decorate


def wrong(blank: str, advice: str, *, call: str = "") -> Callable[[Callable[..., Any]], Wrong]:
    """A known wrong answer for `blank`, in place of its function, class or variable `call` (default: named like the
    blank). "Momentum.update" is one for the blank "Momentum", in place of that method alone.
    """

    def decorate(function: Callable[..., Any]) -> Wrong:
        return Wrong(function.__name__.replace("_", "-"), blank.partition(".")[0], call or blank, advice, function)

    return decorate


def right(blank: str, *, call: str = "") -> Callable[[Callable[..., Any]], Right]:
    """Another right answer for `blank`, written in another style than the reference; `call` as for `wrong`.

    For a variable the function takes nothing and returns the value.
    """

    def decorate(function: Callable[..., Any]) -> Right:
        return Right(function.__name__.replace("_", "-"), blank.partition(".")[0], call or blank, function)

    return decorate


class Right(msgspec.Struct):
    """Another right answer: it must be accepted."""

    name: str
    blank: str
    call: str
    answer: Any

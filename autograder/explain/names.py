"""The names that the engine gives to mistakes: one register, in which every name stands once.

A page, the class report and moderation know a mistake by its name, so one name is one mistake whoever recognises it.
"""

from __future__ import annotations

from typing import NamedTuple


class Mistake(NamedTuple):
    """The name of a mistake, and the sentence that explains it to the student."""

    name: str
    advice: str


def register(*entries: tuple[str, str]) -> dict[str, str]:
    """What each name means. Raises ValueError where two mistakes have one name."""
    meanings: dict[str, str] = {}
    for name, meaning in entries:
        if name in meanings:
            raise ValueError(f"two mistakes are called '{name}': '{meanings[name]}' and '{meaning}'")
        meanings[name] = meaning
    return meanings


TWINS = {"sum": "mean", "mean": "sum", "max": "min", "min": "max", "maximum": "minimum", "minimum": "maximum"}
LEFT_OUT = ("exp", "log", "sqrt", "abs", "square", "tanh", "cumsum", "sigmoid", "relu", "softmax", "step")

MEANINGS = register(
    # from the answers to different questions
    ("constant", "one answer to everything"),
    ("zeros", "0 wherever it is wrong"),
    ("state-kept", "right when asked first, not later"),
    ("only-one-row", "right for one row, not for several"),
    ("only-several", "right for several rows and columns, not for one"),
    ("only-decimals", "right for decimals, not for whole numbers"),
    # from the numbers, beside the right ones
    ("transposed", "the transpose of the right answer"),
    ("sign", "a minus too many or missing"),
    ("twice", "2 times too large"),
    ("half", "2 times too small"),
    ("factor", "off by one factor"),
    ("unchanged", "an argument comes back as it was"),
    ("step-reversed", "a step in the wrong direction"),
    ("step-factor", "a step off by one factor"),
    ("factor-too-many", "an argument is multiplied in once too often"),
    ("factor-missing", "a factor is missing"),
    ("mean-missing", "a mean is missing"),
    ("mean-twice", "a mean is taken once too often"),
    ("half-for-mean", "a half where a mean belongs"),
    ("sum-missing", "a sum over an axis is missing"),
    ("sum-too-many", "a sum over an axis too many"),
    ("mean-too-many", "a mean over an axis too many"),
    ("broadcast", "a column and a row combined into a table"),
    ("one-step-late", "every value one step too late"),
    ("one-step-early", "every value one step too early"),
    ("same-every-time", "the same array stored each time"),
    ("overflow", "exp of a large number"),
    # from a small change of the reference that gives the same answers
    ("sign-exchanged", "a plus and a minus exchanged"),
    ("divided", "divided by where it has to be multiplied"),
    ("multiplied", "multiplied where it has to be divided by"),
    ("added", "added where it has to be multiplied"),
    ("entry-by-entry", "an entry-by-entry product for a matrix product"),
    ("comparison-reversed", "a comparison the wrong way round"),
    ("comparison-at-equal", "a comparison wrong at equal sides"),
    ("and-or", "an and and an or exchanged"),
    ("cases-exchanged", "two cases exchanged"),
    ("transpose-missing", "a transpose missing"),
    ("line-left-out", "a line of the computation left out"),
    ("written-over", "= for +="),
    ("state-shared", "the objects of a class share what each has to remember for itself"),
    ("values-exchanged", "two returned values exchanged"),
    ("term-missing", "a term of a sum missing"),
    ("divisor-missing", "a divisor missing"),
    ("power-missing", "a power missing"),
    ("yes-for-no", "True and False exchanged"),
    ("axis-lost", "keepdims missing"),
    ("wrong-index", "the wrong entry"),
    ("wrong-axis", "the wrong axis"),
    ("axis-missing", "over all entries instead of an axis"),
    ("number-off", "a number in the formula wrong"),
    ("one-step-off", "one step too many or too few"),
    ("product-reversed", "a matrix product the wrong way round"),
    ("names-exchanged", "one quantity in the place of another"),
    # from the right function, spoiled
    ("sign-lost", "a sign lost"),
    ("sign-of-argument", "an argument with the wrong sign"),
    ("rounded", "decimals lost"),
    ("cut-like-an-argument", "decimals lost in an array like a whole one"),
    ("bounded", "values cut off"),
    ("only-first-row", "the first row alone"),
    ("last-row-left-out", "without the last row"),
    ("order-reversed", "in reverse order"),
    ("argument-ignored", "an argument that is not used"),
    ("axis-squeezed", "an axis of length 1 taken away"),
    ("axis-too-many", "an axis of length 1 too many"),
    ("another-function", "a function in the place of another"),
    ("function-too-many", "a function too many"),
    *((f"{twin}-for-{name}", f"a {twin} where a {name} belongs") for name, twin in TWINS.items()),
    *((f"{name}-left-out", f"{name} left out") for name in LEFT_OUT),
)


def mistake(name: str, advice: str) -> Mistake:
    """A mistake by a name of the register. Raises KeyError for a name that is not in it."""
    if name not in MEANINGS:
        raise KeyError(f"'{name}' is no name of the register")
    return Mistake(name, advice)

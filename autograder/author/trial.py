"""A trial: something that is tried with the numbers of some students, and what came of it."""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

Kind = Literal["sandbox", "wrong", "right", "form", "trivial", "mutant", "behaviour"]
SEEDS = ("rehearsal 1", "rehearsal 2")  # two students: wrong answers must be seen on the inputs of both


class Trial(NamedTuple):
    """What is tried: with which set of numbers, what kind of thing, and which of that kind; both count from 0.

    A mutant is tried with several sets of numbers, of which this is the first.
    """

    variant: int
    kind: Kind
    number: int


def seeds_of(variant: int) -> tuple[str, ...]:
    """The students whose hidden inputs are drawn: each further variant is another student's anyway."""
    return SEEDS if variant == 0 else (f"{SEEDS[0]}, variant {variant + 1}",)


class Tried(msgspec.Struct):
    """What came of one answer."""

    what: str
    faults: list[str] = []
    killed_by: list[str] = []
    diagnoses: list[str] = []  # one for each student
    survives: bool = False
    refused: int = 0  # of many that are tried at once
    surviving: list[str] = []
    never: list[tuple[str, str]] = []  # arguments and kinds of values that were never asked


def found_with(variant: int, faults: list[str]) -> list[str]:
    """The faults as an author reads them: those that the first set of numbers does not show say which one does."""
    return [f"with the numbers of variant {variant + 1}: {fault}" for fault in faults] if variant else faults

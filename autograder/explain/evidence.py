"""Name the mistake: a known wrong answer of the lesson first, then what can be recognised without one."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder import stages
from autograder.asserts.compare import Failure
from autograder.asserts.same import are_zeros, numbers_of, same_values
from autograder.course.check_list import CheckList
from autograder.course.declarations import Wrong, is_drawn
from autograder.explain.along import answers_along, is_of_objects
from autograder.explain.answers import (
    CONSTANT,
    ZEROS,
    answer_of,
    inputs,
    is_one_answer,
    questions,
    same_answer,
    same_but_for_ones,
)
from autograder.explain.made import made_wrongs
from autograder.explain.names import Mistake
from autograder.explain.recognise import OF_ALL_VALUES, Pair, recognise
from autograder.explain.spoiled import spoiled_wrongs
from autograder.sandbox.inside.protocol import Raised
from autograder.sandbox.replaced import replace
from autograder.sandbox.student import Logged
from autograder.stages import TooMuch

Same = Callable[[Any, Any], bool]

_WRONG_SECONDS = 1.0  # of processor time to see what one mistake would have answered
_LONG_RUN = 50  # steps: a longer run is not repeated for each of a hundred mutants


class Evidence:
    """What all checks of a blank saw, and what the known wrong answers would have answered, computed once."""

    def __init__(self, blank: str, answers: list[Logged], checks: CheckList) -> None:
        self._blank, self._answers, self._checks = blank, answers, checks
        # A reference in TensorFlow is not run here: that would cost the grader seconds.
        self._derived = all(check.library == "numpy" for check in checks.of(blank))
        self._known: dict[tuple[int, int], Any] = {}
        self._along: dict[int, dict[int, Any]] = {}  # the answers of objects, by known wrong answer

    def add(self, answers: list[Logged]) -> None:
        """Further answers, to inputs that were drawn for the purpose."""
        self._answers = [*self._answers, *answers]
        self._along.clear()
        for found in ("_known_wrong", "_made_wrong", "_spoiled_wrong"):
            self.__dict__.pop(found, None)

    def diagnose(self, failure: Failure, log: list[Logged]) -> Mistake | None:
        """The mistake behind the failure of a check that saw `log`, where there is one to name.

        A mistake that explains all answers is preferred to one that explains this check alone, as a missing mean can
        look like another in a small case.
        """
        known = self._checks.wrongs_of(self._blank)
        # A check may have seen itself which mistake it is.
        wrong = next((each for each in known if each.name == failure.name), None)
        wrong = (
            wrong or self._known_wrong or (None if self._is_right_but_for_ones(log) else self._explaining(known, log))
        )
        if not wrong:  # where (1,) is as good as a number
            wrong = self._explaining(known, self._answers, same_but_for_ones)
            wrong = wrong or self._explaining(known, log, same_but_for_ones)
        if wrong:
            return Mistake(wrong.name, wrong.advice)
        seen = recognise(failure, self._pairs(log) if self._derived else [])
        if not self._derived or (seen and not (seen.name in OF_ALL_VALUES and self._is_right_somewhere(log))):
            return seen
        if self.zeros():
            return None
        if self._is_constant():
            return CONSTANT
        wrong = self._made_wrong or self._explaining(made_wrongs(self._blank, self._checks), _short_runs(log))
        if not wrong and not any(logged.figure or logged.value is None for logged in log):  # nothing is like nothing
            wrong = self._spoiled_wrong or self._explaining(self._spoiled, _short_runs(log))
        return Mistake(wrong.name, wrong.advice) if wrong else None

    def known(self) -> Mistake | None:
        """The known wrong answer that explains everything that was asked of the blank."""
        return Mistake(self._known_wrong.name, self._known_wrong.advice) if self._known_wrong else None

    @functools.cached_property
    def _known_wrong(self) -> Wrong | None:
        return self._explaining(self._checks.wrongs_of(self._blank), self._answers)

    @functools.cached_property
    def _made_wrong(self) -> Wrong | None:
        return self._explaining(made_wrongs(self._blank, self._checks), _short_runs(self._answers))

    @functools.cached_property
    def _spoiled_wrong(self) -> Wrong | None:
        return self._explaining(self._spoiled, _short_runs(self._answers))

    @functools.cached_property
    def _spoiled(self) -> list[Wrong]:
        return spoiled_wrongs(self._blank, self._checks, self._example())

    def _example(self) -> dict[str, Any]:
        """The arguments of the visible example, which the first check asks for where it draws none."""
        right = getattr(self._checks.reference, self._blank, None)
        first = next((logged for logged in self._answers if logged.name == self._blank and not logged.how), None)
        if first is None or is_drawn(self._checks.of(self._blank)[0].function) or not inspect.isfunction(right):
            return {}
        try:
            return inspect.signature(right).bind(*first.args, **first.kwargs).arguments
        except TypeError:
            return {}

    def _explaining(self, wrongs: list[Wrong], log: list[Logged], same: Same = same_answer) -> Wrong | None:
        return next((wrong for wrong in wrongs if self._explains(wrong, log, same)), None)

    def _explains(self, wrong: Wrong, log: list[Logged], same: Same = same_answer) -> bool:
        """Whether who makes this mistake answers everything as this one did, and something not like what is right."""
        try:
            with stages.part(f"the mistake '{wrong.name}' of {self._blank} does not end", _WRONG_SECONDS):
                return self._gives_the_same(wrong, log, same)
        except TooMuch:
            return False

    def _gives_the_same(self, wrong: Wrong, log: list[Logged], same: Same) -> bool:
        named = wrong.call.partition(".")[0]  # of a method: its class, which may show the mistake elsewhere
        knows = self._derived and hasattr(self._checks.reference, named)
        tells = False
        for logged in log:
            if logged.name.partition(".")[0] != named:
                continue
            found, answer = logged.value, self._answer_of(wrong, logged)
            if logged.how == "cell" and isinstance(found, dict) and isinstance(answer, dict):
                if not answer:
                    return False  # what assigns nothing explains nothing
                told = self._told(logged, found, answer)
                found, answer = ({name: each.get(name) for name in told} for each in (found, answer))
            if not same(found, answer):
                return False
            tells = tells or not knows or not same(answer, self._right_answer(logged))
        return tells

    def _told(self, logged: Logged, found: dict[str, Any], answer: dict[str, Any]) -> list[str]:
        """The names by which a cell is compared: a helper may have a name of one's own, what goes on from cell to cell
        may not."""
        if not found.keys() & answer.keys():
            return [*answer]
        return [name for name in answer if name in found or name in logged.kwargs]

    def _answer_of(self, wrong: Wrong, logged: Logged) -> Any:
        if is_of_objects(logged):
            return self._answer_along(wrong, logged)
        if not callable(wrong.answer):
            return wrong.answer
        return self._once(wrong, wrong.answer, logged)

    def _right_answer(self, logged: Logged) -> Any:
        """What the reference answers; a variable is as a function of nothing."""
        if is_of_objects(logged):
            return self._answer_along(None, logged)
        value = getattr(self._checks.reference, logged.name)
        return self._once(None, value if callable(value) else lambda: value, logged)

    def _once(self, wrong: Wrong | None, function: Callable[..., Any], logged: Logged) -> Any:
        key = (id(wrong), id(logged))
        if key not in self._known:
            self._known[key] = answer_of(function, logged)
        return self._known[key]

    def _answer_along(self, wrong: Wrong | None, logged: Logged) -> Any:
        """What a known wrong answer, or the reference, answers here after all that was asked before."""
        if id(wrong) not in self._along:
            given = dict(vars(self._checks.reference))
            if wrong:
                replace(given, wrong.call, wrong.answer)
            self._along[id(wrong)] = answers_along(self._answers, given.__getitem__)
        return self._along[id(wrong)][id(logged)]

    def _pairs(self, log: list[Logged]) -> list[Pair]:
        """What was answered and what is right, for each value of each call that is not right."""
        pairs: list[Pair] = []
        for logged in log:
            right, args = self._right_function(logged)
            if not callable(right) or logged.figure:
                continue
            found, expected = logged.value, self._right_answer(logged)
            if isinstance(expected, tuple) and isinstance(found, (tuple, list)) and len(found) == len(expected):
                values = list(zip(found, expected, strict=True))
            else:
                values = [(found, expected)]
            for one, other in values:
                if not same_values(one, other):
                    pairs.append(Pair(one, other, right, args))
        return pairs

    def _right_function(self, logged: Logged) -> tuple[Any, list[Any]]:
        """The reference's function, and what stands for its parameters: for the first of a method, its object, None."""
        owner, _, name = logged.name.rpartition(".")
        if logged.how in ("make", "attribute"):
            return None, []
        right = getattr(getattr(self._checks.reference, owner) if owner else self._checks.reference, name, None)
        return right, [None, *logged.args] if owner else logged.args

    def zeros(self) -> Mistake | None:
        """Where all that is wrong is 0: many a mistake may be the cause, so no made one is told by it. Where the right
        answers are 0 and 1 alone, it says nothing."""
        pairs = self._pairs(self._answers) if self._derived else []
        if not pairs or not all(are_zeros(pair.found) for pair in pairs):
            return None
        right = [numbers for pair in pairs if (numbers := numbers_of(pair.expected)) is not None]
        return None if all(np.isin(numbers, (0, 1)).all() for numbers in right) else ZEROS

    def _is_right_but_for_ones(self, log: list[Logged]) -> bool:
        pairs = self._pairs(log) if self._derived else []
        return bool(pairs) and all(same_but_for_ones(pair.found, pair.expected) for pair in pairs)

    def _is_right_somewhere(self, log: list[Logged]) -> bool:
        """Whether a call was answered right, with something else than 0."""
        for logged in log:
            if callable(self._right_function(logged)[0]) and not logged.figure and not isinstance(logged.value, Raised):
                right = self._right_answer(logged)
                if same_answer(logged.value, right) and not are_zeros(right):
                    return True
        return False

    def _is_constant(self) -> bool:
        """Whether one answer to everything is a mistake: where the right answers differ."""
        log = questions(self._answers)
        if not callable(self._right_function(log[0])[0] if log else None) or not is_one_answer(log):
            return False
        expected = [self._right_answer(logged) for logged in log]
        return not all(same_answer(each, expected[0]) for each in expected)


def _short_runs(log: list[Logged]) -> list[Logged]:
    return [logged for logged in log if not any(isinstance(arg, int) and arg > _LONG_RUN for arg in inputs(logged))]

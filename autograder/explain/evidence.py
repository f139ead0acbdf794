"""Name the mistake: a known wrong answer of the lesson first, then what can be recognised without one."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from autograder import stages
from autograder.asserts.compare import Failure, same_values
from autograder.course.check_list import CheckList
from autograder.course.declarations import Wrong
from autograder.explain.answers import CONSTANT, answer_of, inputs, is_one_answer, same_answer
from autograder.explain.made import made_wrongs
from autograder.explain.names import Mistake
from autograder.explain.recognise import Pair, recognise
from autograder.sandbox.student import Logged
from autograder.stages import TooMuch

_WRONG_SECONDS = 1.0  # of processor time to see what one mistake would have answered
_LONG_RUN = 50  # steps: a longer run is not repeated for each of a hundred mutants


class Evidence:
    """What all checks of a blank saw, and what the known wrong answers would have answered, computed once."""

    def __init__(self, blank: str, answers: list[Logged], checks: CheckList) -> None:
        self._blank, self._answers, self._checks = blank, answers, checks
        # A reference in TensorFlow is not run here: that would cost the grader seconds.
        self._derived = all(check.library == "numpy" for check in checks.of(blank))
        self._known: dict[tuple[int, int], Any] = {}

    def diagnose(self, failure: Failure, log: list[Logged]) -> Mistake | None:
        """The mistake behind the failure of a check that saw `log`, where there is one to name.

        A mistake that explains all answers is preferred to one that explains this check alone, as a missing mean can
        look like another in a small case.
        """
        known = self._checks.wrongs_of(self._blank)
        # A check may have seen itself which mistake it is.
        wrong = next((each for each in known if each.name == failure.name), None)
        wrong = wrong or self._known_wrong or self._explaining(known, log)
        if wrong:
            return Mistake(wrong.name, wrong.advice)
        seen = recognise(failure, self._pairs(log) if self._derived else [])
        if seen or not self._derived:
            return seen
        if self._is_constant():
            return CONSTANT
        wrong = self._made_wrong or self._explaining(made_wrongs(self._blank, self._checks), _short_runs(log))
        return Mistake(wrong.name, wrong.advice) if wrong else None

    @functools.cached_property
    def _known_wrong(self) -> Wrong | None:
        return self._explaining(self._checks.wrongs_of(self._blank), self._answers)

    @functools.cached_property
    def _made_wrong(self) -> Wrong | None:
        return self._explaining(made_wrongs(self._blank, self._checks), _short_runs(self._answers))

    def _explaining(self, wrongs: list[Wrong], log: list[Logged]) -> Wrong | None:
        return next((wrong for wrong in wrongs if self._explains(wrong, log)), None)

    def _explains(self, wrong: Wrong, log: list[Logged]) -> bool:
        """Whether who makes this mistake answers everything as this one did, and something not like what is right."""
        try:
            with stages.part(f"the mistake '{wrong.name}' of {self._blank} does not end", _WRONG_SECONDS):
                return self._gives_the_same(wrong, log)
        except TooMuch:
            return False

    def _gives_the_same(self, wrong: Wrong, log: list[Logged]) -> bool:
        knows = self._derived and hasattr(self._checks.reference, wrong.call)
        tells = False
        for logged in log:
            if logged.name != wrong.call:
                continue
            answer = self._answer_of(wrong, logged)
            if not same_answer(logged.value, answer):
                return False
            tells = tells or not knows or not same_answer(answer, self._right_answer(logged))
        return tells

    def _answer_of(self, wrong: Wrong, logged: Logged) -> Any:
        if not callable(wrong.answer):
            return wrong.answer
        return self._once(wrong, wrong.answer, logged)

    def _right_answer(self, logged: Logged) -> Any:
        """What the reference answers; a variable is as a function of nothing."""
        value = getattr(self._checks.reference, logged.name)
        return self._once(None, value if callable(value) else lambda: value, logged)

    def _once(self, wrong: Wrong | None, function: Callable[..., Any], logged: Logged) -> Any:
        key = (id(wrong), id(logged))
        if key not in self._known:
            self._known[key] = answer_of(function, logged)
        return self._known[key]

    def _pairs(self, log: list[Logged]) -> list[Pair]:
        """What was answered and what is right, for each value of each call that is not right."""
        pairs: list[Pair] = []
        for logged in log:
            right = getattr(self._checks.reference, logged.name, None)
            if not callable(right) or logged.figure:
                continue
            found, expected = logged.value, self._right_answer(logged)
            if isinstance(expected, tuple) and isinstance(found, (tuple, list)) and len(found) == len(expected):
                values = list(zip(found, expected, strict=True))
            else:
                values = [(found, expected)]
            for one, other in values:
                if not same_values(one, other):
                    pairs.append(Pair(one, other, right, logged.args))
        return pairs

    def _is_constant(self) -> bool:
        """Whether one answer to everything is a mistake: where the right answers differ."""
        log = self._answers
        right = getattr(self._checks.reference, log[0].name, None) if log else None
        if not callable(right) or not is_one_answer(log):
            return False
        expected = [self._right_answer(logged) for logged in log]
        return not all(same_answer(each, expected[0]) for each in expected)


def _short_runs(log: list[Logged]) -> list[Logged]:
    return [logged for logged in log if not any(isinstance(arg, int) and arg > _LONG_RUN for arg in inputs(logged))]

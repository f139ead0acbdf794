"""Name the mistake: a known wrong answer of the lesson first, then what can be recognised without one."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.author.mutate import Mutant, mutants_of
from autograder.checks import CheckList, Wrong
from autograder.grade.compare import Failure, same_values
from autograder.grade.inside.border import Cell, Raised, RunCell
from autograder.grade.inside.program import Program, assigned_names, drawn_by
from autograder.grade.recognise import Pair, recognise
from autograder.grade.student import Logged

Diagnosis = tuple[str, str]  # the name of the mistake, and the sentence that explains it
CONSTANT = ("constant", "It gives the same answer whatever it is asked: compute it from the function's own arguments.")
_LONG_RUN = 50  # steps: a longer run is not repeated for each of a hundred made wrong answers


class Evidence:
    """What all checks of a blank saw, and what the known wrong answers would have answered, computed once."""

    def __init__(self, blank: str, answers: list[Logged], checks: CheckList) -> None:
        self._blank, self._answers, self._checks = blank, answers, checks
        # A reference in TensorFlow is not run here: that would cost the grader seconds.
        self._derived = all(check.library == "numpy" for check in checks.of(blank))
        self._known: dict[tuple[int, int], Any] = {}

    def diagnose(self, failure: Failure, log: list[Logged]) -> Diagnosis:
        """The mistake behind the failure of a check that saw `log`; without a sentence where there is no more to say.

        A mistake that explains all answers is preferred to one that explains this check alone, as a missing mean can
        look like another in a small case.
        """
        for seen in self._checks.wrongs_of(self._blank):
            if seen.name == failure.name:  # the check itself has seen which it is
                return seen.name, seen.advice
        wrong = self._known_wrong or self._explaining(self._checks.wrongs_of(self._blank), log)
        if wrong:
            return wrong.name, wrong.advice
        name, advice = recognise(failure, self._pairs(log) if self._derived else [])
        if name:
            return name, advice
        if self._derived:
            if self._is_constant():
                return CONSTANT
            wrong = self._made_wrong or self._explaining(made_wrongs(self._blank, self._checks), _short_runs(log))
            if wrong:
                return wrong.name, wrong.advice
        return failure.name, ""

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
        knows = self._derived and hasattr(self._checks.reference, wrong.call)
        tells = False
        for logged in log:
            if logged.name != wrong.call:
                continue
            answer = self._answer_of(wrong, logged)
            if not _same_answer(logged.value, answer):
                return False
            tells = tells or not knows or not _same_answer(answer, self._right_answer(logged))
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
            self._known[key] = _answer(function, logged)
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
        return not all(_same_answer(each, expected[0]) for each in expected)


def made_wrongs(blank: str, checks: CheckList) -> list[Wrong]:
    """The mutants of a blank as wrong answers; made once."""
    if blank not in checks.made:
        cell = next(cell for cell in checks.lesson.blanks() if cell.grade_id == blank)
        made = [wrong for mutant in mutants_of(cell) for wrong in _made(mutant, checks)]
        checks.made[blank] = made
    return checks.made[blank]


def _made(mutant: Mutant, checks: CheckList) -> list[Wrong]:
    """A mutant as a function of the blank's arguments; or of its cell's inputs, and each variable that it assigns."""
    given = vars(checks.reference)

    code = functools.cache(lambda: compile(mutant.source, f"<mutant of {mutant.blank}>", "exec"))

    def as_function(*args: Any, **kwargs: Any) -> Any:
        namespace = dict(given)
        exec(code(), namespace)
        return namespace[mutant.blank](*args, **kwargs)

    def as_cell(**inputs: Any) -> Any:
        program = Program()
        program.namespace.update(given)
        answer = program.run_cell(RunCell(cell, list(inputs.items())))
        if isinstance(answer, Raised):
            raise ValueError(answer.message)
        return answer.value

    def wrong(call: str, answer: Callable[..., Any]) -> Wrong:
        return Wrong(mutant.name, mutant.blank, call, mutant.advice, answer)

    if callable(given.get(mutant.blank)):
        return [wrong(mutant.blank, as_function)]
    cell = Cell(mutant.blank, mutant.source)
    once = functools.cache(as_cell)
    return [
        wrong(mutant.blank, as_cell),
        *(wrong(name, lambda name=name: once()[name]) for name in assigned_names(cell)),
    ]


def is_one_answer(log: list[Logged]) -> bool:
    """Whether one and the same was answered to unlike questions, by a function or a cell.

    A figure is none of these: its labels may be asked for whatever is drawn.
    """
    asked = [logged for logged in log if _inputs(logged) and not logged.figure and not isinstance(logged.value, Raised)]
    first = asked[0] if asked else None
    return first is not None and (
        all(logged.name == first.name and _same_answer(logged.value, first.value) for logged in asked)
        and not all(same_values(_inputs(logged), _inputs(first)) for logged in asked)
    )


def _inputs(logged: Logged) -> list[Any]:
    return [*logged.args, *logged.kwargs.values()]


def _short_runs(log: list[Logged]) -> list[Logged]:
    return [logged for logged in log if not any(isinstance(arg, int) and arg > _LONG_RUN for arg in _inputs(logged))]


def _answer(function: Callable[..., Any], logged: Logged) -> Any:
    """What a function of ours answers to what the student was asked."""
    try:
        args, kwargs = copy.deepcopy(logged.args), copy.deepcopy(logged.kwargs)
        with np.errstate(all="ignore"):
            return drawn_by(lambda: function(*args, **kwargs)) if logged.figure else function(*args, **kwargs)
    except Exception as error:
        return Raised(type(error).__name__, "")


def _same_answer(found: Any, answer: Any) -> bool:
    if isinstance(found, Raised) or isinstance(answer, Raised):
        return isinstance(found, Raised) and isinstance(answer, Raised) and found.error == answer.error
    if isinstance(found, dict) and isinstance(answer, dict):  # a cell assigns more than a known wrong answer tells
        found = {name: found.get(name) for name in answer}
    return same_values(found, answer)

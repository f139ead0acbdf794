"""The mutants of a reference as wrong answers, for a diagnosis beyond what the author lists."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection
from typing import Any

from autograder.course.check_list import CheckList
from autograder.course.declarations import Wrong
from autograder.explain.answers import crossed
from autograder.explain.mutants import Mutant, mutants_of
from autograder.sandbox.inside.program import Program, assigned_names
from autograder.sandbox.inside.protocol import Cell, Raised, RunCell


def made_wrongs(blank: str, checks: CheckList) -> list[Wrong]:
    """The mutants of a blank as wrong answers; made once."""
    if blank not in checks.made:
        cell = next(cell for cell in checks.lesson.blanks() if cell.grade_id == blank)
        changed = assigned_names(Cell(cell.grade_id, cell.source))
        made = [wrong for mutant in mutants_of(cell) for wrong in _made(mutant, changed, checks)]
        checks.made[blank] = made
    return checks.made[blank]


def _made(mutant: Mutant, changed: Collection[str], checks: CheckList) -> list[Wrong]:
    """A mutant as a function of the blank's arguments, or as a class; or as a function of its cell's inputs, and each
    variable that it assigns, of all that are `changed` where nothing is wrong."""
    given, cell = vars(checks.reference), Cell(mutant.blank, mutant.source)
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
        kept = {name: value for name, value in inputs.items() if name in changed}  # where its line is left out
        return crossed({**kept, **answer.value})  # a copy: another mutant may change the same array

    def wrong(call: str, answer: Callable[..., Any]) -> Wrong:
        return Wrong(mutant.name, mutant.blank, call, mutant.advice, answer)

    if isinstance(given.get(mutant.blank), type):
        program = Program()
        program.namespace.update(given)
        program.load(cell)
        return [wrong(mutant.blank, program.namespace[mutant.blank])]
    if callable(given.get(mutant.blank)):
        return [wrong(mutant.blank, as_function)]
    once = functools.cache(as_cell)
    return [
        wrong(mutant.blank, as_cell),
        *(wrong(name, lambda name=name: once()[name]) for name in assigned_names(cell)),
    ]

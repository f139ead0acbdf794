"""Right answers in other forms: the visible examples and the hidden checks have to take the same ones.

Where a right answer is a float64 array, so is one in float32, computed in float32, or as a list; a number may be one of
NumPy's. Such a form has to be accepted by both. Other forms, such as one text for several letters, both may refuse.
"""

from __future__ import annotations

import copy
import functools
import inspect
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, Literal, NamedTuple

import numpy as np

from autograder.course.check_list import load_rights
from autograder.course.course import Assignment
from autograder.course.declarations import Right
from autograder.course.lesson import EXAMPLES, Cell, Lesson
from autograder.course.reference import beside_data
from autograder.grade.engine import grade_locally
from autograder.sandbox.inside import protocol
from autograder.sandbox.inside.program import assigned_names
from autograder.sandbox.local import LocalSession
from autograder.submit.names import names_in

REFERENCE = "reference"  # its name among the right answers
_MOST_SEEN = 200  # values that came out of one answer
_LARGEST_WHOLE = 2**24  # the largest number up to which float32 has every whole one


class Form(NamedTuple):
    """How to write the same answer in another way. `is_right`: whoever writes it so is right."""

    name: str
    change: Callable[[Any], Any]
    is_right: bool = True
    of_inputs: bool = False  # the function computes with inputs of this form, too
    of: Literal["all", "written", "computed"] = "all"  # a value that is written down, or what a program computes


def _every(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A change of each number, text and array in lists, tuples and dictionaries."""

    def changed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: changed(each) for key, each in value.items()}
        if type(value) in (list, tuple):
            return type(value)(changed(each) for each in value)
        return change(value)

    return changed


def _float32(leaf: Any) -> Any:
    if isinstance(leaf, (np.ndarray, np.generic)) and leaf.dtype == np.float64:
        return leaf.astype(np.float32)
    return np.float32(leaf) if type(leaf) is float else leaf


def _whole(leaf: Any) -> Any:
    """Floats that are whole numbers as integers, where all of an array's are."""
    if type(leaf) is not float and not (isinstance(leaf, (np.ndarray, np.generic)) and leaf.dtype.kind == "f"):
        return leaf
    numbers = np.asarray(leaf)
    if not np.all(np.abs(numbers) < _LARGEST_WHOLE) or (numbers != np.round(numbers)).any():
        return leaf
    return int(leaf) if numbers.shape == () else numbers.astype(int)


def _floats(leaf: Any) -> Any:
    if isinstance(leaf, (np.ndarray, np.generic)) and leaf.dtype.kind in "iu":
        return leaf.astype(float)
    return float(leaf) if type(leaf) is int and abs(leaf) < _LARGEST_WHOLE else leaf


def _is_number(leaf: Any) -> bool:
    return type(leaf) in (int, float) or isinstance(leaf, np.number)


def _several(value: Any) -> bool:
    return type(value) in (list, tuple) and len(value) > 0


def _as_array(value: Any) -> Any:
    """A list or a tuple of numbers as an array."""
    return np.array(value) if _several(value) and all(map(_is_number, value)) else value


def _list_for_tuple(value: Any) -> Any:
    return list(value) if type(value) is tuple else value


def _tuple_for_list(value: Any) -> Any:
    return tuple(value) if type(value) is list else value


def _joined(value: Any) -> Any:
    return "".join(value) if _several(value) and all(isinstance(each, str) for each in value) else value


def _as_set(value: Any) -> Any:
    return set(value) if _several(value) and all(isinstance(each, str) or _is_number(each) for each in value) else value


AS_IT_IS = Form("", lambda value: value)
FORMS = (
    Form("in float32", _every(_float32)),
    Form("computed in float32", _every(_float32), of_inputs=True),
    Form("as lists", _every(lambda leaf: leaf.tolist() if isinstance(leaf, np.ndarray) and leaf.ndim else leaf)),
    Form("as an array", _as_array),
    Form("as a list", _list_for_tuple),
    Form("as a tuple", _tuple_for_list),
    Form("as whole numbers", _every(_whole)),
    Form("as floats", _every(_floats)),
    Form("as NumPy's numbers", _every(lambda leaf: np.asarray(leaf)[()] if type(leaf) in (int, float) else leaf)),
    Form("as arrays without axes", _every(lambda leaf: np.asarray(leaf) if _is_number(leaf) else leaf), of="computed"),
    Form("as plain numbers", _every(lambda leaf: leaf.item() if isinstance(leaf, np.generic) else leaf)),
    Form("in capital letters", _every(lambda v: v.upper() if isinstance(v, str) else v), False, of="written"),
    Form("between blanks", _every(lambda v: f" {v} " if isinstance(v, str) else v), False, of="written"),
    Form("as one text", _joined, is_right=False),
    Form("as a set", _as_set, is_right=False),
    Form("as the float of a fraction", _every(lambda v: float(v) if isinstance(v, Fraction) else v), is_right=False),
    Form("as a fraction", lambda v: Fraction(v) if type(v) in (int, float) else v, False, of="written"),
    Form(
        "in an array of one", _every(lambda leaf: np.array([leaf]) if _is_number(leaf) else leaf), False, of="computed"
    ),
    Form("as a row", _every(lambda leaf: leaf[None] if isinstance(leaf, np.ndarray) else leaf), is_right=False),
)


class _Verdict(NamedTuple):
    """Whether an answer is accepted, and if not, what refuses it and why."""

    accepts: bool
    why: str = ""


def right_answers(assignment: Assignment) -> list[Right]:
    """The reference of each blank, and the author's other right answers."""
    reference = assignment.checks.reference
    own = []
    for cell in assignment.lesson.blanks():
        answer = getattr(reference, cell.grade_id, None)
        own.append(Right(REFERENCE, cell.grade_id, cell.grade_id, answer if callable(answer) else None))
    return [*own, *load_rights(assignment.lesson)]


def form_faults(assignment: Assignment, right: Right, seed: str) -> Iterator[str]:
    """The forms of a right answer that the visible examples or the hidden checks should take, and do not.

    Forms that both may refuse are tried with the reference only: the cells and the checks are the same for all.
    """
    seen: list[Any] = []
    answer = _in_form(assignment, right, AS_IT_IS, seen)
    yield from _faults_of(AS_IT_IS, right, _judged(assignment, answer, right.blank, seed))
    for form in FORMS:
        kind = "written" if _is_variable(assignment, right) else "computed"
        if form.of not in ("all", kind) or not (form.is_right or right.name == REFERENCE):
            continue
        if any(_differs(value, form.change(value)) for value in seen[:_MOST_SEEN]):
            answer = _in_form(assignment, right, form, [])
            yield from _faults_of(form, right, _judged(assignment, answer, right.blank, seed))


def _judged(assignment: Assignment, replaced: dict[str, Any], blank: str, seed: str) -> tuple[_Verdict, _Verdict]:
    """What the hidden checks say, and what the visible examples do."""
    return _hidden(assignment, replaced, blank, seed), _visible(assignment, replaced, blank)


def _faults_of(form: Form, right: Right, said: tuple[_Verdict, _Verdict]) -> Iterator[str]:
    hidden, visible = said
    if hidden.accepts != visible.accepts or (form.is_right and not hidden.accepts):
        what = f"the right answer '{right.name}' {form.name}".rstrip()
        yield f"'{right.blank}', {what}: {_told(form, hidden, visible)}"


def _told(form: Form, hidden: _Verdict, visible: _Verdict) -> str:
    if not hidden.accepts and not visible.accepts:
        return f"{hidden.why}, and {visible.why}. It is right: let both accept it"
    refuses, accepts = (hidden, "the visible examples accept") if visible.accepts else (visible, "the checks accept")
    remedy = "It is right: let both accept it" if form.is_right else "Let both say the same"
    return f"{accepts} it, but {refuses.why}. {remedy}"


def _in_form(assignment: Assignment, right: Right, form: Form, seen: list[Any]) -> dict[str, Any]:
    """What takes the place of names of the program; all values that came out are noted in `seen`."""

    def formed(value: Any) -> Any:
        seen.append(value)
        return form.change(value)

    if right.answer is None:
        return _cell_in(assignment, right.blank, formed)
    if _is_variable(assignment, right):
        return {right.call: formed(right.answer())}
    return {right.call: _function_in(right.answer, form, formed)}


def _function_in(answer: Callable[..., Any], form: Form, formed: Callable[[Any], Any]) -> Callable[..., Any]:
    @functools.wraps(answer)
    def function(*args: Any, **kwargs: Any) -> Any:
        if form.of_inputs:
            args, kwargs = form.change(args), form.change(kwargs)
        return formed(answer(*args, **kwargs))

    return function


def _cell_in(assignment: Assignment, blank: str, formed: Callable[[Any], Any]) -> dict[str, Any]:
    """The names that a cell of the reference assigns, and the cell itself as a function of other inputs."""
    cell, before = _cell_of(assignment, blank), _program_above(assignment, blank)

    def run(**inputs: Any) -> dict[str, Any]:
        session = before()
        session.namespace.update(inputs)
        session.load(cell)
        return {name: formed(session.namespace[name]) for name in assigned_names(cell) if name in session.namespace}

    return {**run(), blank: run} if blank not in assigned_names(cell) else run()


def _is_variable(assignment: Assignment, right: Right) -> bool:
    reference = assignment.checks.reference
    return hasattr(reference, right.call) and not callable(getattr(reference, right.call))


def _hidden(assignment: Assignment, replaced: dict[str, Any], blank: str, seed: str) -> _Verdict:
    for check in grade_locally(assignment, replaced, seed, [blank])[0].checks:
        if check.outcome != "passed":
            return _Verdict(False, f"check '{check.name}' refuses it ({check.cause or check.outcome})")
    return _Verdict(True)


def _visible(assignment: Assignment, replaced: dict[str, Any], blank: str) -> _Verdict:
    """What the visible examples under a blank say of an answer, as in the student's notebook."""
    session = _program_above(assignment, blank)()
    with beside_data(assignment.lesson), np.errstate(all="ignore"):
        if callable(replaced.get(blank)) and not hasattr(assignment.checks.reference, blank):
            script = replaced[blank]  # a cell, as a function of its inputs
            inputs = [name for name in inspect.signature(script).parameters if name in session.namespace]
            session.namespace.update(script(**{name: session.namespace[name] for name in inputs}))
        else:
            session.load(_cell_of(assignment, blank))
        session.namespace.update(replaced)
        answer = session.load(_cell_of(assignment, blank + EXAMPLES))
    if isinstance(answer, protocol.Raised):
        message = " ".join(answer.message.split())[:100]
        return _Verdict(False, f"the visible examples refuse it ({answer.error}: {message})")
    return _Verdict(True)


def _cell_of(assignment: Assignment, name: str) -> protocol.Cell:
    return next(protocol.Cell(name, cell.source) for cell in assignment.lesson.cells if cell.grade_id == name)


def _program_above(assignment: Assignment, blank: str) -> Callable[[], LocalSession]:
    """What makes the reference's program above a blank."""
    lesson = assignment.lesson
    above = [protocol.Cell(cell.grade_id, cell.source) for cell in _needed_above(lesson, blank)]

    def start() -> LocalSession:
        with beside_data(lesson):
            return LocalSession(above, {}, lambda *_: None)

    return start


def _needed_above(lesson: Lesson, blank: str) -> list[Cell]:
    """The program above a blank, and those of the examples and demonstrations there whose names its examples use."""
    cells = lesson.cells[: next(i for i, cell in enumerate(lesson.cells) if cell.grade_id == blank)]
    examples = next(cell for cell in lesson.cells if cell.grade_id == blank + EXAMPLES)
    names = names_in(examples.source)
    wanted = set(names.used | names.used_later)
    needed = []
    for cell in reversed(cells):
        if cell.role in ("examples", "demo"):
            names = names_in(cell.source)
            if not wanted & names.bound.keys():
                continue
            wanted |= names.used | names.used_later
        if cell.role != "text":
            needed.append(cell)
    return needed[::-1]


def _differs(one: Any, other: Any) -> bool:
    """Whether two forms of an answer are not the same form."""
    if type(one) is not type(other):
        return True
    if isinstance(one, np.ndarray):
        return one.dtype != other.dtype or one.shape != other.shape
    if isinstance(one, dict):
        return any(_differs(each, other[key]) for key, each in one.items())
    if isinstance(one, (list, tuple)):
        return any(map(_differs, one, other))
    return isinstance(one, str) and one != other

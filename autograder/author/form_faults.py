"""Right answers in other forms: the visible examples and the hidden checks have to take the same ones."""

from __future__ import annotations

import copy
import functools
import inspect
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import msgspec
import numpy as np

from autograder.author.forms import AS_IT_IS, FORMS, Form, differs
from autograder.course.check_list import load_rights
from autograder.course.course import Assignment
from autograder.course.declarations import Right
from autograder.course.lesson import EXAMPLES, Cell, Lesson
from autograder.course.reference import beside_data
from autograder.errors import CourseError
from autograder.grade.engine import grade_locally
from autograder.sandbox.inside import protocol
from autograder.sandbox.inside.program import assigned_names
from autograder.sandbox.local import LocalSession
from autograder.sandbox.replaced import replace
from autograder.submit.names import names_in

REFERENCE = "reference"  # its name among the right answers
_MOST_SEEN = 200  # values that came out of one answer


class Refused(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A form of a blank's answer that the text rules out, and why: the checks and the examples both refuse it."""

    blank: str
    form: str
    reason: str


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


@functools.lru_cache(maxsize=4)
def refused_forms(assignment: Assignment) -> frozenset[tuple[str, str]]:
    """Blank and form of each that forms.toml lists. Raises CourseError for one that is not tried."""
    path = assignment.folder / "forms.toml"
    if not path.exists():
        return frozenset()
    try:
        listed = msgspec.convert(tomllib.loads(path.read_text("utf-8")), dict[str, list[Refused]])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CourseError(path, str(error), "Fix that entry") from None
    found = {(each.blank, each.form) for entries in listed.values() for each in entries}
    known = {cell.grade_id for cell in assignment.lesson.blanks()}, {form.name for form in FORMS if form.is_right}
    for blank, form in sorted(found):
        if blank not in known[0] or form not in known[1]:
            raise CourseError(path, f"'{form}' of '{blank}' is not tried", "Take the entry out or fix it")
    return frozenset(found)


def form_faults(assignment: Assignment, right: Right, seed: str) -> Iterator[str]:
    """The forms of a right answer that the visible examples or the hidden checks should take, and do not.

    Forms that both may refuse are tried with the reference only: the cells and the checks are the same for all. What
    TensorFlow computes is float32 anyway, and takes long: there only what comes out is brought into other forms.
    A class or a method is tried as it is only: what its objects remember is theirs.
    """
    if _is_of_a_class(right):
        yield from _faults_of(AS_IT_IS, right, _judged(assignment, right, AS_IT_IS, seed, []))
        return
    is_derived = all(check.library == "numpy" for check in assignment.checks.of(right.blank))
    if right.answer is not None and not _is_variable(assignment, right):
        right = msgspec.structs.replace(right, answer=_Remembering(right.answer))
    seen: list[Any] = []
    yield from _faults_of(AS_IT_IS, right, _judged(assignment, right, AS_IT_IS, seed, seen))
    refused = refused_forms(assignment)
    for form in FORMS:
        if (right.blank, form.name) in refused:
            form = form._replace(is_right=False)
        kind = "written" if _is_variable(assignment, right) else "computed"
        if form.of not in ("all", kind) or not (form.is_right or right.name == REFERENCE):
            continue
        if form.inputs is not list and not is_derived:
            continue
        if any(differs(value, form.change(value)) for value in seen[:_MOST_SEEN]):
            yield from _faults_of(form, right, _judged(assignment, right, form, seed, []))


def _judged(assignment: Assignment, right: Right, form: Form, seed: str, seen: list[Any]) -> tuple[_Verdict, _Verdict]:
    """What the hidden checks say of an answer in a form, and what the visible examples do."""
    verdicts = []
    for judge in (functools.partial(_hidden, seed=seed), _visible):
        if isinstance(right.answer, _Remembering):
            right.answer.begin()
        verdicts.append(judge(assignment, _in_form(assignment, right, form, seen), right.blank))
    return verdicts[0], verdicts[1]


def _faults_of(form: Form, right: Right, said: tuple[_Verdict, _Verdict]) -> Iterator[str]:
    hidden, visible = said
    if hidden.accepts != visible.accepts or (form.is_right and not hidden.accepts):
        what = f"the right answer '{right.name}' of '{right.blank}' {form.name}".rstrip()
        yield f"{what}: {_told(form, hidden, visible)}"


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
    if _is_of_a_class(right):
        return {right.call: right.answer}
    if _is_variable(assignment, right):
        return {right.call: formed(right.answer())}
    return {right.call: _function_in(right.answer, form, formed)}


def _function_in(answer: Callable[..., Any], form: Form, formed: Callable[[Any], Any]) -> Callable[..., Any]:
    @functools.wraps(answer)
    def function(*args: Any, **kwargs: Any) -> Any:
        args, kwargs = form.inputs([list(args), kwargs])
        return formed(answer(*args, **kwargs))

    return function


class _Remembering:
    """A function that computes the answer to the n-th call with the same arguments once: a training takes seconds."""

    def __init__(self, function: Callable[..., Any]) -> None:
        functools.update_wrapper(self, function)
        self._function = function
        self._values: dict[tuple[bytes, int], Any] = {}
        self.begin()

    def begin(self) -> None:
        """From now on calls are counted anew."""
        self._calls: Counter[bytes] = Counter()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        asked = msgspec.msgpack.encode(protocol.pack([args, kwargs]))
        key = asked, self._calls[asked]
        self._calls[asked] += 1
        if key not in self._values:
            value = self._function(*args, **kwargs)
            if value is None:  # it draws, or changes what it got
                return None
            self._values[key] = value
        return copy.deepcopy(self._values[key])


def _cell_in(assignment: Assignment, blank: str, formed: Callable[[Any], Any]) -> dict[str, Any]:
    """The names that a cell of the reference assigns, and the cell itself as a function of other inputs."""
    cell, before = _cell_of(assignment, blank), _program_above(assignment, blank)

    def run(**inputs: Any) -> dict[str, Any]:
        session = before()
        session.namespace.update(inputs)
        session.load(cell)
        return {name: formed(session.namespace[name]) for name in assigned_names(cell) if name in session.namespace}

    return {**run(), blank: run} if blank not in assigned_names(cell) else run()


def example_arguments(assignment: Assignment, blank: str) -> dict[str, Any]:
    """The values of a function's parameters in the first call of its visible examples; none where it is not called."""
    right, session = getattr(assignment.checks.reference, blank), _program_above(assignment, blank)()
    seen: list[dict[str, Any]] = []

    @functools.wraps(right)
    def noting(*args: Any, **kwargs: Any) -> Any:
        seen.append(copy.deepcopy(inspect.signature(right).bind(*args, **kwargs).arguments))
        return right(*args, **kwargs)

    session.namespace[blank] = noting
    session.load(_cell_of(assignment, blank + EXAMPLES))
    return seen[0] if seen else {}


def _is_of_a_class(right: Right) -> bool:
    return isinstance(right.answer, type) or "." in right.call


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
        for name, value in replaced.items():
            replace(session.namespace, name, value)
        answer = session.load(_cell_of(assignment, blank + EXAMPLES))
        if "matplotlib.pyplot" in sys.modules:
            sys.modules["matplotlib.pyplot"].close("all")
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
            return LocalSession(above, {}, assignment.checks.reference)

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

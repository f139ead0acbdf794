"""The `student` that a check sees: a proxy for code on the other side of the protocol."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from types import ModuleType, SimpleNamespace
from typing import Any, Literal

import msgspec

from autograder.asserts.compare import Failure
from autograder.asserts.describe import describe
from autograder.errors import GraderFault
from autograder.sandbox.inside import protocol
from autograder.sandbox.inside.forbidden import FORBIDDEN, ForbiddenLibrary, sentence
from autograder.sandbox.kept import kept, kept_names
from autograder.sandbox.session import Session

_MOST_OBJECTS = 100  # that a check makes of one student's classes in one draw
_NO_ANSWER = dict(zip(protocol.NO_ANSWER, ("did-not-finish", "ended-the-program", "malformed-answer"), strict=True))
FORBIDDEN_LIBRARY = "forbidden-library"  # the name of that mistake


class Logged(msgspec.Struct):
    """What a check asked of the student, and what came back (a value, or Raised): evidence for a diagnosis.

    Of a large value is kept what it is. `in_place`: the value is a tuple of what was returned, if anything was, and of
    the arguments after the call.
    `how` tells what was asked that is no function and no variable: a cell, or an object, whose number is `of`. The name
    is "Class" where it was made, else "Class.method" or "Class.attribute". `objects` tells which arguments are objects.
    """

    name: str
    args: list[Any]
    kwargs: dict[str, Any]
    value: Any
    figure: bool = False
    in_place: bool = False
    how: Literal["", "cell", "make", "method", "attribute"] = ""
    of: int | None = None
    objects: protocol.Objects = []


class Student:
    """`student.backward(X, W)` calls a function inside, `student.W_layer_1` reads a variable there.

    `student.Momentum(lr, m)` makes an object inside: its methods are called, its attributes are read, and it may be an
    argument. Which of these a name is, the reference says; a student who has another kind is told so.
    Whatever goes wrong inside is raised as Failure, with a cause that the student can act on.
    """

    def __init__(
        self,
        session: Session,
        blank: str,
        sources: dict[str, str],
        reference: ModuleType,
        log: list[Logged],
        in_place: bool = False,
    ) -> None:
        """`in_place`: what is called may change its arguments."""
        self._session, self._blank, self._sources, self._reference = session, blank, sources, reference
        self._log, self._in_place, self._made = log, in_place, 0

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        right = getattr(self._reference, name, None)
        if isinstance(right, type):
            return _Class(self, name)
        if callable(right):
            return _Function(self, name)
        value = self._read(name)
        self._log.append(Logged(name, [], {}, kept(value)))
        return value

    def figure(self, name: str, *args: Any) -> Any:
        """What a function draws: `axes`, each with title, xlabel, ylabel, lines and points (x, y, label), and
        contours (x, y, low, high)."""
        return self._call(name, list(args), {}, figure=True)

    def cell(self, grade_id: str, **inputs: Any) -> SimpleNamespace:
        """Run the student's cell with other inputs and read back the names that it assigned."""
        if grade_id not in self._sources:
            raise Failure(f"the cell '{grade_id}' is missing from the notebook", name="not-defined", is_final=True)
        cell = protocol.Cell(grade_id, self._sources[grade_id])
        packed = [(name, protocol.pack(value)) for name, value in inputs.items()]
        answer = self._session.ask(protocol.RunCell(cell, packed))
        if isinstance(answer, protocol.Raised):
            self._log.append(Logged(grade_id, [], inputs, answer, how="cell"))
            raise self._failure(answer, grade_id)
        names = answer.value
        self._log.append(
            Logged(grade_id, [], inputs, kept_names(names) if isinstance(names, dict) else kept(names), how="cell")
        )
        if not isinstance(names, dict):
            raise Failure(f"the cell '{grade_id}' sent back something else than its names", name="malformed-answer")
        return _Names(grade_id, names)

    def _read(self, name: str, of: int | None = None) -> Any:
        answer = self._session.ask(protocol.Read(name, of))
        if isinstance(answer, protocol.Raised):
            raise self._failure(answer, name)
        return answer.value

    def _make(self, name: str, args: list[Any], kwargs: dict[str, Any]) -> StudentObject:
        """An object of a class, which stays inside."""
        if self._made == _MOST_OBJECTS:
            raise GraderFault(f"a check makes more than {_MOST_OBJECTS} objects")
        made = StudentObject(self, name, self._made)
        self._made += 1
        plain, named, objects = _without_objects(args, kwargs)
        answer = self._session.ask(protocol.Make(name, *_packed(plain, named), made._number, objects))
        if isinstance(answer, protocol.Raised) and answer.error == protocol.NOT_A_CLASS:
            value = self._read(name)
            raise Failure(f"{name} is {describe(value)}, but should be a class", value, name="wrong-kind")
        told = answer if isinstance(answer, protocol.Raised) else None
        self._log.append(Logged(name, plain, named, told, how="make", of=made._number, objects=objects))
        if isinstance(answer, protocol.Raised):
            raise self._failure(answer, name)
        self._refuse_changes(name, answer, len(args), None)
        return made

    def _attribute(self, name: str, of: int) -> Any:
        """A method of an object, or the value of an attribute: the reference's class says which it is."""
        if callable(self._right(name)):
            return _Function(self, name, of)
        value = self._read(name, of)
        self._log.append(Logged(name, [], {}, kept(value), how="attribute", of=of))
        return value

    def _call(
        self, name: str, args: list[Any], kwargs: dict[str, Any], figure: bool = False, of: int | None = None
    ) -> Any:
        """What a function returns."""
        answer = self._ask(name, args, kwargs, figure, self._in_place and not figure, of)
        self._refuse_changes(name, answer, len(args), answer.value)
        return answer.value[0] if self._in_place and not figure else answer.value

    def _refuse_changes(self, name: str, answer: protocol.Returned, count: int, value: Any) -> None:
        changed = [i for i in answer.changed if 0 <= i < count]
        if changed and not self._in_place:
            names = ", ".join(self._parameter(name, i) for i in changed)
            raise Failure(
                f"{name} changed its input {names} in place; work on a new array", value, name="changes-its-input"
            )

    def _arguments_after(self, name: str, args: list[Any], of: int | None) -> Sequence[Any]:
        """The arguments of a function as they are after the call."""
        if not self._in_place:
            raise GraderFault(f"a check looks at what {name} changes, but has no in_place=True")
        return self._ask(name, args, {}, False, True, of).value[1:]

    def _ask(
        self, name: str, args: list[Any], kwargs: dict[str, Any], figure: bool, in_place: bool, of: int | None
    ) -> protocol.Returned:
        plain, named, objects = _without_objects(args, kwargs)
        answer = self._session.ask(protocol.Call(name, *_packed(plain, named), figure, in_place, of, objects))
        if isinstance(answer, protocol.Raised) and answer.error == protocol.NOT_CALLABLE:
            value = self._read(name, of)
            kind = "function" if of is None else "method"
            raise Failure(f"{name} is {describe(value)}, but should be a {kind}", value, name="wrong-kind")
        logged = Logged(name, plain, named, answer, figure, in_place, "" if of is None else "method", of, objects)
        if isinstance(answer, protocol.Raised):
            if answer.error != protocol.MISSING:
                self._log.append(logged)
            raise self._failure(answer, name)
        logged.value = kept(answer.value)
        if in_place:
            if not isinstance(answer.value, tuple) or len(answer.value) != 1 + len(args):
                raise Failure(f"{name} sent back something else than its arguments", name="malformed-answer")
            logged.value = kept(told_in_place(answer.value[0], answer.value[1:]))
        self._log.append(logged)
        return answer

    def _right(self, name: str) -> Any:
        """What the reference has under a name, or as "Class.method"."""
        owner, _, attribute = name.rpartition(".")
        return getattr(getattr(self._reference, owner) if owner else self._reference, attribute, None)

    def _parameter(self, name: str, position: int) -> str:
        """What the reference calls an argument."""
        function = self._right(name)
        names = list(inspect.signature(function).parameters) if callable(function) else []
        names = names["." in name :]  # a method's first is its object
        return names[position] if position < len(names) else f"argument {position + 1}"

    def _failure(self, raised: protocol.Raised, name: str) -> Failure:
        """What went wrong inside, as one sentence and a name."""
        if raised.error == "NameError" and raised.message == f"name '{name}' is not defined":
            stopped = self._session.errors.get(name) or self._session.errors.get(self._blank)
            if stopped:
                failure = self._failure(stopped, name)
                failure.is_final = True  # it was the cell that stopped, before anything was asked
                return failure
            cause = f"{name} is not defined: its cell is missing or defines another name"
            return Failure(cause, name="not-defined", is_final=True)
        if raised.error == protocol.MISSING:
            owner, _, attribute = name.rpartition(".")
            kind = "method" if callable(self._right(name)) else "attribute"
            return Failure(f"an object of {owner} has no {kind} {attribute}", name="not-defined", is_final=True)
        if raised.error == "NotImplementedError":
            return Failure(still_empty(raised.cell or name), name="empty", is_final=True)
        if raised.error == ForbiddenLibrary.__name__:
            where = f"line {raised.line} of the cell '{raised.cell}': " if raised.line else ""
            return Failure(f"{where}{raised.message}", name=FORBIDDEN_LIBRARY, is_final=True)
        if not raised.line and raised.error in _NO_ANSWER:
            is_final = raised.error != "Malformed"
            return Failure(f"{name} {raised.message}", name=_NO_ANSWER[raised.error], is_final=is_final)
        where = f"line {raised.line} of the cell '{raised.cell}'" if raised.line else name
        # The names of mistakes begin with a small letter: a class that is called like one of them is none.
        kind = raised.error if raised.error.isidentifier() and raised.error[0].isupper() else "Exception"
        return Failure(f"{where} stops: {raised.error}: {raised.message}", name=kind)


def is_stand_in(value: Any) -> bool:
    return isinstance(value, protocol.Opaque) and value.type in FORBIDDEN


class _Function:
    """A function of the student's, or a method `of` an object: calling it calls it inside."""

    def __init__(self, student: Student, name: str, of: int | None = None) -> None:
        self._student, self._name, self._of = student, name, of

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._student._call(self._name, list(args), kwargs, of=self._of)

    def arguments_after(self, *args: Any) -> Sequence[Any]:
        """The arguments as they are after a call of a function that may change them."""
        return self._student._arguments_after(self._name, list(args), self._of)


class _Class:
    """A class of the student's: calling it makes an object inside."""

    def __init__(self, student: Student, name: str) -> None:
        self._student, self._name = student, name

    def __call__(self, *args: Any, **kwargs: Any) -> StudentObject:
        return self._student._make(self._name, list(args), kwargs)


class StudentObject:
    """An object of a student's class, which stays inside: `optimizer.update(w, g)` calls a method,
    `optimizer.velocity` reads an attribute."""

    def __init__(self, student: Student, name: str, number: int) -> None:
        self._student, self._name, self._number = student, name, number

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._student._attribute(f"{self._name}.{name}", self._number)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._student._call(f"{self._name}.__call__", list(args), kwargs, of=self._number)


def _without_objects(args: list[Any], kwargs: dict[str, Any]) -> tuple[list[Any], dict[str, Any], protocol.Objects]:
    """The arguments with None in place of each object, and where which object stands."""
    places: list[tuple[int | str, Any]] = [*enumerate(args), *kwargs.items()]
    objects = [(where, value._number) for where, value in places if isinstance(value, StudentObject)]
    if not objects:
        return args, kwargs, []
    plain = [None if isinstance(value, StudentObject) else value for value in args]
    named = {name: None if isinstance(value, StudentObject) else value for name, value in kwargs.items()}
    return plain, named, objects


def _packed(args: list[Any], kwargs: dict[str, Any]) -> tuple[list[Any], list[tuple[str, Any]]]:
    return [protocol.pack(arg) for arg in args], [(name, protocol.pack(value)) for name, value in kwargs.items()]


def told_in_place(value: Any, args: Sequence[Any]) -> tuple[Any, ...]:
    """What a function that may change its arguments gave: what it returned, if anything, and the arguments after."""
    return (*args,) if value is None else (value, *args)


def still_empty(name: str) -> str:
    return f"{name} is still empty"


class _Names(SimpleNamespace):
    """The names that a cell assigned. One that came out of a forbidden library fails when it is read."""

    def __init__(self, cell: str, names: dict[str, Any]) -> None:
        plain = {name: value for name, value in names.items() if isinstance(name, str)}
        forbidden = {name: value.type for name, value in plain.items() if is_stand_in(value)}
        super().__init__(**{name: value for name, value in plain.items() if name not in forbidden})
        self._forbidden, self._cell = forbidden, cell  # whatever names the cell assigned

    def __getattr__(self, name: str) -> Any:
        if name in self._forbidden:
            cause = f"{name} in the cell '{self._cell}': {sentence(self._forbidden[name])}"
            raise Failure(cause, name=FORBIDDEN_LIBRARY, is_final=True)
        raise Failure(f"the cell '{self._cell}' does not assign {name}", name="not-defined", is_final=True)

"""The `student` that a check sees: a proxy for code on the other side of the protocol."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from types import ModuleType, SimpleNamespace
from typing import Any

import msgspec

from autograder.asserts.compare import Failure
from autograder.asserts.describe import describe
from autograder.errors import GraderFault
from autograder.sandbox.inside import protocol
from autograder.sandbox.inside.forbidden import FORBIDDEN, ForbiddenLibrary, sentence
from autograder.sandbox.session import Session

FORBIDDEN_LIBRARY = "forbidden-library"  # the name of that mistake


class Logged(msgspec.Struct):
    """What a check asked of the student, and what came back (a value, or Raised): evidence for a diagnosis.

    `in_place`: the value is a tuple of what was returned, if anything was, and of the arguments after the call.
    """

    name: str
    args: list[Any]
    kwargs: dict[str, Any]
    value: Any
    figure: bool = False
    in_place: bool = False


class Student:
    """`student.backward(X, W)` calls a function inside, `student.W_layer_1` reads a variable there.

    Which of the two a name is, the reference says; a student who has the other is told so.
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
        self._log, self._in_place = log, in_place

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if callable(getattr(self._reference, name, None)):
            return _Function(self, name)
        value = self._read(name)
        self._log.append(Logged(name, [], {}, value))
        return value

    def figure(self, name: str, *args: Any) -> Any:
        """What a function draws: `axes`, each with title, xlabel, ylabel, lines and points (x, y, label)."""
        return self._call(name, list(args), {}, figure=True)

    def cell(self, grade_id: str, **inputs: Any) -> SimpleNamespace:
        """Run the student's cell with other inputs and read back the names that it assigned."""
        if grade_id not in self._sources:
            raise Failure(f"the cell '{grade_id}' is missing from the notebook", name="not-defined", is_final=True)
        cell = protocol.Cell(grade_id, self._sources[grade_id])
        packed = [(name, protocol.pack(value)) for name, value in inputs.items()]
        answer = self._session.ask(protocol.RunCell(cell, packed))
        if isinstance(answer, protocol.Raised):
            self._log.append(Logged(grade_id, [], inputs, answer))
            raise self._failure(answer, grade_id)
        self._log.append(Logged(grade_id, [], inputs, answer.value))
        if not isinstance(answer.value, dict):
            raise Failure(f"the cell '{grade_id}' sent back something else than its names", name="malformed-answer")
        return _Names(grade_id, answer.value)

    def _read(self, name: str) -> Any:
        answer = self._session.ask(protocol.Read(name))
        if isinstance(answer, protocol.Raised):
            raise self._failure(answer, name)
        return answer.value

    def _call(self, name: str, args: list[Any], kwargs: dict[str, Any], figure: bool = False) -> Any:
        """What a function returns."""
        answer = self._ask(name, args, kwargs, figure, in_place=self._in_place and not figure)
        changed = [i for i in answer.changed if 0 <= i < len(args)]
        if changed and not self._in_place:
            names = ", ".join(self._parameters(name)[i] for i in changed)
            raise Failure(
                f"{name} changed its input {names} in place; work on a new array",
                answer.value,
                name="changes-its-input",
            )
        return answer.value[0] if self._in_place and not figure else answer.value

    def _arguments_after(self, name: str, args: list[Any]) -> Sequence[Any]:
        """The arguments of a function as they are after the call."""
        if not self._in_place:
            raise GraderFault(f"a check looks at what {name} changes, but has no in_place=True")
        return self._ask(name, args, {}, figure=False, in_place=True).value[1:]

    def _ask(
        self, name: str, args: list[Any], kwargs: dict[str, Any], figure: bool, in_place: bool
    ) -> protocol.Returned:
        packed = [protocol.pack(arg) for arg in args], [(key, protocol.pack(arg)) for key, arg in kwargs.items()]
        answer = self._session.ask(protocol.Call(name, *packed, figure, in_place))
        if isinstance(answer, protocol.Raised) and answer.error == protocol.NOT_CALLABLE:
            value = self._read(name)
            raise Failure(f"{name} is {describe(value)}, but should be a function", value, name="wrong-kind")
        if isinstance(answer, protocol.Raised):
            self._log.append(Logged(name, args, kwargs, answer, figure, in_place))
            raise self._failure(answer, name)
        value = answer.value
        if in_place:
            if not isinstance(value, tuple) or len(value) != 1 + len(args):
                raise Failure(f"{name} sent back something else than its arguments", name="malformed-answer")
            value = told_in_place(value[0], value[1:])
        self._log.append(Logged(name, args, kwargs, value, figure, in_place))
        return answer

    def _parameters(self, name: str) -> list[str]:
        function = getattr(self._reference, name, None)
        names = list(inspect.signature(function).parameters) if callable(function) else []
        return names + [f"argument {i + 1}" for i in range(len(names), 16)]

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
        if raised.error == "NotImplementedError":
            return Failure(still_empty(raised.cell or name), name="empty", is_final=True)
        if raised.error == ForbiddenLibrary.__name__:
            where = f"line {raised.line} of the cell '{raised.cell}': " if raised.line else ""
            return Failure(f"{where}{raised.message}", name=FORBIDDEN_LIBRARY, is_final=True)
        if not raised.line and raised.error in ("TimeoutError", "Ended", "Malformed"):
            names = {"TimeoutError": "did-not-finish", "Ended": "ended-the-program", "Malformed": "malformed-answer"}
            is_final = raised.error != "Malformed"
            return Failure(f"{name} {raised.message}", name=names[raised.error], is_final=is_final)
        where = f"line {raised.line} of the cell '{raised.cell}'" if raised.line else name
        return Failure(f"{where} stops: {raised.error}: {raised.message}", name=raised.error)


def is_stand_in(value: Any) -> bool:
    return isinstance(value, protocol.Opaque) and value.type in FORBIDDEN


class _Function:
    """A function of the student's: calling it calls it inside."""

    def __init__(self, student: Student, name: str) -> None:
        self._student, self._name = student, name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._student._call(self._name, list(args), kwargs)

    def arguments_after(self, *args: Any) -> Sequence[Any]:
        """The arguments as they are after a call of a function that may change them."""
        return self._student._arguments_after(self._name, list(args))


def told_in_place(value: Any, args: Sequence[Any]) -> tuple[Any, ...]:
    """What a function that may change its arguments gave: what it returned, if anything, and the arguments after."""
    return (*args,) if value is None else (value, *args)


def still_empty(name: str) -> str:
    return f"{name} is still empty"


class _Names(SimpleNamespace):
    """The names that a cell assigned. One that came out of a forbidden library fails when it is read."""

    def __init__(self, cell: str, names: dict[str, Any]) -> None:
        plain = {name: value for name, value in names.items() if isinstance(name, str)}
        self._forbidden = {name: value.type for name, value in plain.items() if is_stand_in(value)}
        super().__init__(**{name: value for name, value in plain.items() if name not in self._forbidden})
        self._cell = cell

    def __getattr__(self, name: str) -> Any:
        if name in self._forbidden:
            cause = f"{name} in the cell '{self._cell}': {sentence(self._forbidden[name])}"
            raise Failure(cause, name=FORBIDDEN_LIBRARY, is_final=True)
        raise Failure(f"the cell '{self._cell}' does not assign {name}", name="not-defined", is_final=True)

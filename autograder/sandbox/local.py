"""An author's own program, run in this process as a submission is in its sandbox."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np

from autograder.course.reference import lazy_builtins
from autograder.errors import GraderFault
from autograder.sandbox.inside import protocol
from autograder.sandbox.inside.program import Program
from autograder.sandbox.replaced import replace
from autograder.sandbox.session import Answer


class LocalSession:
    """A program of the author's, run in this process: known wrong answers are tried this way. Never a student's.

    Each name of `replaced`, "Class.method" too, has the value there.
    """

    def __init__(self, cells: list[protocol.Cell], replaced: dict[str, Any], reference: Any) -> None:
        self._cells, self._replaced, self._reference = cells, replaced, reference
        self.forbidden: tuple[str, ...] = ()
        self._programs: dict[tuple[str, ...], Program] = {}
        self._stand_ins: tuple[str, ...] = ()
        self.errors: dict[str, protocol.Raised] = {}
        self.restart()

    def stand_in(self, names: tuple[str, ...]) -> None:
        self._stand_ins = names
        if names not in self._programs:
            self.restart()

    def restart(self) -> None:
        self._programs[self._stand_ins] = program = Program()
        program.namespace["__builtins__"] = lazy_builtins()
        for cell in self._cells:
            with np.errstate(all="ignore"):
                answer = program.load(cell)
            if isinstance(answer, protocol.Raised):
                self.errors[cell.name] = answer
        for name, value in self._replaced.items():
            replace(program.namespace, name, value)
        program.stand_in({name: getattr(self._reference, name, None) for name in self._stand_ins})

    @property
    def namespace(self) -> dict[str, Any]:
        """The names of the program."""
        return self._programs[self._stand_ins].namespace

    def load(self, cell: protocol.Cell) -> Answer:
        """Run another cell for what it defines."""
        with np.errstate(all="ignore"):
            return self._programs[self._stand_ins].load(cell)

    def ask(self, request: protocol.Request) -> Answer:
        with np.errstate(all="ignore"):
            return self._ask(copy.deepcopy(request))

    def _ask(self, request: protocol.Request) -> Answer:
        program = self._programs[self._stand_ins]
        match request:
            case protocol.Read():
                answer = program.read(request)
            case protocol.Make() | protocol.Call():
                request.args = [protocol.unpack(protocol.plain(arg)) for arg in request.args]
                request.kwargs = [(name, protocol.unpack(protocol.plain(arg))) for name, arg in request.kwargs]
                answer = program.make(request) if isinstance(request, protocol.Make) else program.call(request)
            case protocol.RunCell():
                request.inputs = [(name, protocol.unpack(protocol.plain(value))) for name, value in request.inputs]
                replaced = self._replaced.get(request.cell.name)
                if replaced is not None:
                    answer = protocol.Returned(replaced(**dict(request.inputs)))
                else:
                    answer = program.run_cell(request)
            case _:
                raise GraderFault(f"a local session does not know {type(request).__name__}")
        if isinstance(answer, protocol.Returned):
            try:
                packed = protocol.pack(answer.value)
            except Exception as error:  # as in the sandbox: an iterator may raise when it is read
                return protocol.Raised(type(error).__name__, "the answer could not be read")
            answer.value = protocol.unpack(protocol.plain(packed))
        return answer

"""Given cells that fail by no doing of the student's: what a check then misses is our fault."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

from autograder.asserts.compare import Failure
from autograder.course.lesson import Cell
from autograder.sandbox.inside import protocol
from autograder.sandbox.inside.forbidden import ForbiddenLibrary

_MISSING = re.compile(r"name '(\w+)' is not defined|^(\w+) is not defined")
Errors = dict[str, protocol.Raised]  # by cell


class GivenCells:
    """The given cells of a lesson, as they run in one student's program.

    `first` are those that run before any cell of the student's. What fails later may fail for what the student did:
    `alone` runs the lesson's own program in a child of its own, and tells what fails there as well.
    """

    def __init__(self, given: list[Cell], first: set[str], alone: Callable[[str], Errors]) -> None:
        self._sources = {cell.grade_id: cell.source for cell in given}
        self._first, self._alone = first, alone
        self._errors: dict[str, Errors] = {}  # that are ours, by library

    def fault(self, failure: Failure, errors: Errors, library: str) -> str:
        """The given cell for want of which a check failed, and how that cell failed; nothing if it was not for that."""
        missing = next((name for found in _MISSING.findall(failure.cause) for name in found if name), "")
        for cell in self._sources.keys() & errors.keys() if missing else ():
            if missing in bound_names(self._sources[cell]) and cell in self._ours(errors, library):
                return f"the given cell '{cell}' {_how_it_failed(errors[cell])}"
        return ""

    def _ours(self, errors: Errors, library: str) -> Errors:
        if library not in self._errors:
            failed = {cell: error for cell, error in errors.items() if cell in self._first}
            if not self._sources.keys() & errors.keys() <= failed.keys():
                failed |= self._alone(library)
            self._errors[library] = {
                cell: error for cell, error in failed.items() if error.error != ForbiddenLibrary.__name__
            }
        return self._errors[library]


def bound_names(source: str) -> set[str]:
    """The names that a cell binds, in functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.alias(name=name, asname=other):
                names.add(other or name.partition(".")[0])
    return names


def _how_it_failed(error: protocol.Raised) -> str:
    if not error.line and error.error in protocol.NO_ANSWER:
        return error.message
    return f"stops: {error.error}: {error.message}"

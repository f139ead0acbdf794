"""A student's program: the namespace in which its cells ran, and what the grader may ask of it."""

from __future__ import annotations

import ast
import builtins
import functools
import itertools
import linecache
from collections.abc import Callable, Iterator, Sequence
from types import CodeType
from typing import Any, Protocol

import numpy as np

from .changes import changed, copies
from .forbidden import ForbiddenLibrary, answering, check_answer
from .protocol import (
    MAX_MESSAGE,
    MISSING,
    NOT_A_CLASS,
    NOT_CALLABLE,
    Call,
    Cell,
    Make,
    Raised,
    Read,
    Returned,
    RunCell,
    drained,
)


class Runner(Protocol):
    """What runs the cells of a program, in its namespace. Both methods raise what the cell raises."""

    namespace: dict[str, Any]

    def run(self, cell: Cell) -> None:
        """Run a cell for what it defines."""

    def run_again(self, cell: Cell) -> list[str]:
        """Run a cell once more, with other values in the namespace. The names that it assigned."""


class Plain:
    """Runs cells as Python, and touches nothing else of this process. Magics are none."""

    def __init__(self) -> None:
        self.namespace: dict[str, Any] = {"__name__": "__main__"}

    def run(self, cell: Cell) -> None:
        keep_source(cell)
        exec(code_of(cell), self.namespace)

    def run_again(self, cell: Cell) -> list[str]:
        self.run(cell)
        return assigned_names(cell)


class Program:
    """The namespace of one submission. Every method returns a message; none raises what student code raised."""

    def __init__(self, runner: Runner | None = None, imports: Sequence[str] = ()) -> None:
        self._runner = runner or Plain()
        self.namespace = self._runner.namespace
        self._objects: dict[int, Any] = {}
        if imports:
            self.namespace["__builtins__"] = {**vars(builtins), "__import__": _importing_only(imports)}

    def load(self, cell: Cell) -> Returned | Raised:
        """Run a cell for what it defines."""
        try:
            self._runner.run(cell)
        except BaseException as error:
            return raised_by(error)
        return Returned(None)

    def read(self, request: Read) -> Returned | Raised:
        try:
            if request.of is not None:
                value = drained(self._attribute(request.of, request.name))
                check_answer(value)
                return Returned(value)
            if request.name not in self.namespace:
                return Raised("NameError", f"name '{request.name}' is not defined")
            check_answer(self.namespace[request.name])
            self.namespace[request.name] = drained(self.namespace[request.name])  # an iterator can be read once only
        except BaseException as error:
            return _raised_by_reading(error)
        return Returned(self.namespace[request.name])

    def make(self, request: Make) -> Returned | Raised:
        """Make an object and keep it; reports which arguments its constructor changed in place."""
        if request.number == 0:
            self._objects.clear()
        if request.name not in self.namespace:
            return Raised("NameError", f"name '{request.name}' is not defined")
        if not issubclass(type(self.namespace[request.name]), type):  # whatever it says of its class
            return Raised(NOT_A_CLASS, "")

        def keep(*args: Any, **kwargs: Any) -> None:
            self._objects[request.number] = self.namespace[request.name](*args, **kwargs)

        return self._called(keep, Call(request.name, request.args, request.kwargs, objects=request.objects))

    def call(self, call: Call) -> Returned | Raised:
        """Call a function of the program, or a method; reports which arguments it changed in place."""
        try:
            if call.of is not None:
                function = self._attribute(call.of, call.name)
            elif call.name in self.namespace:
                function = self.namespace[call.name]
            else:
                return Raised("NameError", f"name '{call.name}' is not defined")
            if not callable(function):
                return Raised(NOT_CALLABLE, "")
        except BaseException as error:
            return _raised_by_reading(error)
        return self._called(function, call)

    def _attribute(self, number: int, name: str) -> Any:
        return getattr(self._objects[number], name.rpartition(".")[2])

    def _called(self, function: Callable[..., Any], call: Call) -> Returned | Raised:
        before = copies(call.args)
        args, kwargs = list(call.args), dict(call.kwargs)
        for where, number in call.objects:
            if isinstance(where, int):
                args[where] = self._objects[number]
            else:
                kwargs[where] = self._objects[number]
        try:
            with answering():
                value = drawn_by(lambda: function(*args, **kwargs)) if call.figure else function(*args, **kwargs)
                check_answer(value)
                value = drained(value)
        except BaseException as error:
            return raised_by(error)
        return Returned((value, *call.args) if call.in_place else value, changed(before, call.args))

    def run_cell(self, request: RunCell) -> Returned | Raised:
        """Run a cell with other inputs and give back what it assigned; the namespace stays as it was."""
        before = dict(self.namespace)
        try:
            self.namespace.update(request.inputs)
            names = [name for name in self._runner.run_again(request.cell) if name in self.namespace]
            return Returned({name: drained(self.namespace[name]) for name in names})
        except BaseException as error:
            return raised_by(error)
        finally:
            self.namespace.clear()
            self.namespace.update(before)

    def stand_in(self, values: dict[str, Any]) -> None:
        """Replace functions and classes by others."""
        self.namespace.update(values)


def _importing_only(allowed: Sequence[str]) -> Callable[..., Any]:
    """`import` for a student's cells. It is a rule of the exercise and no wall: what nobody may reach is not there."""

    def import_(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.partition(".")[0] not in (*allowed, "__future__"):
            raise ImportError(f"{name} may not be imported here, only {', '.join(allowed)}")
        return __import__(name, *args, **kwargs)

    return import_


def file_name(cell: Cell) -> str:
    return f"<cell {cell.name}>"


def keep_source(cell: Cell) -> None:
    """Have tracebacks and `inspect` find the lines of a cell."""
    name, source = file_name(cell), cell.source
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)


def code_of(cell: Cell) -> CodeType:
    return _compiled(cell.name, cell.source)


@functools.lru_cache(maxsize=256)
def _compiled(name: str, source: str) -> CodeType:
    """A cell's code, for a cell that is run again and again; without what this file imports from the future."""
    return compile(source, f"<cell {name}>", "exec", dont_inherit=True)


def assigned_names(cell: Cell) -> list[str]:
    """All names that a cell stores to, in order, in-place updates included. Raises SyntaxError."""
    return list(_assigned(cell.source))


@functools.lru_cache(maxsize=256)
def _assigned(source: str) -> tuple[str, ...]:
    stored = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name))
    return tuple(dict.fromkeys(node.id for node in stored if isinstance(node.ctx, ast.Store)))


def _raised_by_reading(error: BaseException) -> Raised:
    """An object that has no such attribute says so in no line of a cell."""
    raised = raised_by(error)
    return Raised(MISSING, "") if isinstance(error, AttributeError) and not raised.line else raised


def raised_by(error: BaseException) -> Raised:
    """An exception as data; even one whose text raises again."""
    try:
        message = str(error)
    except BaseException:
        message = ""
    cell, line = error.place if isinstance(error, ForbiddenLibrary) else ("", 0)
    if isinstance(error, SyntaxError) and str(error.filename).startswith("<cell "):
        cell, line, message = str(error.filename), error.lineno or 0, error.msg
    step = error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename.startswith("<cell "):
            cell, line = step.tb_frame.f_code.co_filename, step.tb_lineno
        step = step.tb_next
    text = message[:MAX_MESSAGE].encode("utf-8", "replace").decode()
    return Raised(type(error).__name__[:80], text, cell.removeprefix("<cell ").removesuffix(">"), line)


def drawn_by(draw: Callable[[], Any]) -> dict[str, Any]:
    """Run `draw` and read the figure that it drew: axes with labels, lines, points and contours, in any plotting
    style."""
    from matplotlib import pyplot as plt
    from matplotlib.contour import ContourSet
    from matplotlib.figure import Figure

    if plt.get_backend().lower() != "agg":
        plt.switch_backend("agg")  # a notebook's own closes each figure that is shown
    plt.close("all")
    result = draw()
    figure = result if isinstance(result, Figure) else getattr(result, "figure", None)
    if not isinstance(figure, Figure):
        figure = plt.gcf()
    axes = []
    for each in figure.axes:
        names = _names(each)
        lines = [_line(*_as_drawn(line), names[line]) for line in each.lines]
        sets = [group for group in each.collections if isinstance(group, ContourSet)]
        points = [_points(group, names[group]) for group in each.collections if group not in sets]
        axes.append(
            {
                "title": each.get_title(),
                "xlabel": each.get_xlabel(),
                "ylabel": each.get_ylabel(),
                "lines": lines,
                "points": points,
                "contours": [contour for group in sets for contour in _contours(group)],
            }
        )
    plt.close("all")
    return {"axes": axes}


def _as_drawn(line: Any) -> tuple[Any, Any]:
    """The x and the y of a line; of stairs, where they turn."""
    from matplotlib.cbook import STEP_LOOKUP_MAP

    return tuple(STEP_LOOKUP_MAP[line.get_drawstyle()](line.get_xdata(), line.get_ydata()))


def _names(axes: Any) -> dict[Any, Any]:
    """The name of each line and each group of points: its label, or what the legend writes beside its colour."""
    names = {artist: artist.get_label() for artist in (*axes.lines, *axes.collections)}
    legend = axes.get_legend()
    if legend is not None:
        for handle, text in zip(legend.legend_handles, legend.get_texts(), strict=True):
            if text.get_text() in names.values():
                continue
            for artist, name in names.items():
                if str(name).startswith("_") and _colour(artist) == _colour(handle):
                    names[artist] = text.get_text()
                    break
    return names


def _colour(artist: Any) -> list[float]:
    from matplotlib.colors import to_rgba_array

    colours = artist.get_color() if hasattr(artist, "get_color") else artist.get_facecolor()
    return [*to_rgba_array(colours).ravel()[:4]]


def _points(collection: Any, name: Any) -> dict[str, Any]:
    offsets = np.asarray(collection.get_offsets(), dtype=float).reshape(-1, 2)
    return _line(offsets[:, 0], offsets[:, 1], name)


def _contours(group: Any) -> Iterator[dict[str, Any]]:
    """Each contour, or each area between two of them, with the values that it has."""
    levels = [float(level) for level in group.levels]
    bounds = list(zip(levels, levels, strict=True))
    if group.filled:
        below = [-np.inf] if group.extend in ("min", "both") else []
        above = [np.inf] if group.extend in ("max", "both") else []
        bounds = list(itertools.pairwise([*below, *levels, *above]))
    for (low, high), path in zip(bounds, group.get_paths(), strict=False):
        vertices = np.asarray(path.vertices, dtype=float)
        yield {"low": low, "high": high, "x": vertices[:, 0], "y": vertices[:, 1]}


def _line(x: Any, y: Any, label: Any) -> dict[str, Any]:
    return {"x": np.asarray(x, dtype=float), "y": np.asarray(y, dtype=float), "label": str(label)}

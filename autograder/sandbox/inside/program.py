"""A student's program: the namespace in which its cells ran, and what the grader may ask of it."""

from __future__ import annotations

import ast
import builtins
import copy
import functools
import io
import linecache
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .protocol import MAX_TEXT, NOT_CALLABLE, Call, Cell, Raised, Returned, RunCell, Shown, drained


class Sink(io.TextIOBase):
    """A text stream that keeps the first `limit` characters and says when it left some out."""

    encoding = "utf-8"

    def __init__(self, limit: int) -> None:
        self._parts: list[str] = []
        self._left = limit

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if self._left > 0:
            self._parts.append(text[: self._left])
            if len(text) > self._left:
                self._parts.append("\n… (the rest of the output was left out)\n")
            self._left -= len(text)
        return len(text)

    def text(self) -> str:
        return "".join(self._parts).encode("utf-8", "replace").decode()


class Program:
    """The namespace of one submission. Every method returns a message; none raises what student code raised."""

    def __init__(self, output_chars: int = 0, imports: Sequence[str] = ()) -> None:
        self._output_chars = output_chars  # that one cell may print when it is executed as in a notebook
        self.namespace: dict[str, Any] = {"__name__": "__main__"}
        if imports:
            self.namespace["__builtins__"] = {**vars(builtins), "__import__": _importing_only(imports)}
        self.namespace["get_ipython"] = lambda: _Shell(self.namespace)

    def load(self, cell: Cell) -> Returned | Raised:
        """Run a cell for what it defines."""
        try:
            exec(compile(_parse(cell), _filename(cell), "exec"), self.namespace)
        except BaseException as error:
            return _raised(error)
        return Returned(None)

    def read(self, name: str) -> Returned | Raised:
        if name not in self.namespace:
            return Raised("NameError", f"name '{name}' is not defined")
        self.namespace[name] = drained(self.namespace[name])  # an iterator can be read once only
        return Returned(self.namespace[name])

    def call(self, call: Call) -> Returned | Raised:
        """Call a function of the program; reports which arguments it changed in place."""
        function = self.namespace.get(call.name)
        if call.name not in self.namespace:
            return Raised("NameError", f"name '{call.name}' is not defined")
        if not callable(function):
            return Raised(NOT_CALLABLE, "")
        before = [arg.copy() if type(arg) is np.ndarray else copy.deepcopy(arg) for arg in call.args]
        try:
            if call.figure:
                value = drawn_by(lambda: function(*call.args, **dict(call.kwargs)))
            else:
                value = drained(function(*call.args, **dict(call.kwargs)))
        except BaseException as error:
            return _raised(error)
        changed = [i for i, (old, new) in enumerate(zip(before, call.args, strict=True)) if _differ(old, new)]
        return Returned((value, *call.args) if call.in_place else value, changed)

    def run_cell(self, request: RunCell) -> Returned | Raised:
        """Run a cell with other inputs and give back what it assigned; the namespace stays as it was."""
        before = dict(self.namespace)
        try:
            code, assigned = _compiled(request.cell.name, request.cell.source)
            self.namespace.update(request.inputs)
            exec(code, self.namespace)
            names = [name for name in assigned if name in self.namespace]
            return Returned({name: drained(self.namespace[name]) for name in names})
        except BaseException as error:
            return _raised(error)
        finally:
            self.namespace.clear()
            self.namespace.update(before)

    def stand_in(self, names: list[str], call_back: Callable[[str, list[Any], list[tuple[str, Any]]], Any]) -> None:
        """Replace functions by ones that ask the grader."""
        for name in names:
            self.namespace[name] = lambda *args, _name=name, **kwargs: call_back(
                _name, list(args), list(kwargs.items())
            )

    def execute(self, cell: Cell) -> Shown:
        """Run a cell as a kernel would: capture its streams and the value of its last expression."""
        stdout, stderr = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = out, err = Sink(self._output_chars), Sink(self._output_chars)
        result, error, lines = None, None, []
        try:
            tree = _parse(cell)
            last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, _filename(cell), "exec"), self.namespace)
            if isinstance(last, ast.Expr):
                value = eval(compile(ast.Expression(last.value), _filename(cell), "eval"), self.namespace)
                if value is not None and not cell.source.rstrip().endswith(";"):
                    result = repr(value)[:MAX_TEXT]
        except BaseException as raised:
            error = _raised(raised)
            lines = traceback.format_exception(raised.with_traceback(_own_part(raised)))
        finally:
            sys.stdout, sys.stderr = stdout, stderr
        return Shown(out.text(), err.text(), result, error, [line[:MAX_TEXT] for line in lines])


def _importing_only(allowed: Sequence[str]) -> Callable[..., Any]:
    """`import` for a student's cells. It is a rule of the exercise and no wall: what nobody may reach is not there."""

    def import_(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.partition(".")[0] not in (*allowed, "__future__"):
            raise ImportError(f"{name} may not be imported here, only {', '.join(allowed)}")
        return __import__(name, *args, **kwargs)

    return import_


class _Shell:
    """What magics turn into. They do nothing, except those that wrap a cell: the cell is run."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        self._namespace = namespace

    def run_cell_magic(self, magic: str, line: str, cell: str) -> None:
        if magic in ("time", "timeit", "capture", "prun"):
            exec(cell, self._namespace)

    def run_line_magic(self, *args: Any) -> None: ...

    def system(self, command: str) -> None: ...

    def getoutput(self, command: str) -> list[str]:
        return []


def _filename(cell: Cell) -> str:
    return f"<cell {cell.name}>"


def _parse(cell: Cell) -> ast.Module:
    source = cell.source
    try:
        tree = ast.parse(source, _filename(cell))
    except SyntaxError:
        if not any(line.lstrip().startswith(("%", "!", "?")) for line in source.splitlines()):
            raise
        from IPython.core.inputtransformer2 import TransformerManager

        source = TransformerManager().transform_cell(source)
        tree = ast.parse(source, _filename(cell))
    linecache.cache[_filename(cell)] = (len(source), None, source.splitlines(True), _filename(cell))
    return tree


@functools.lru_cache(maxsize=256)
def _compiled(name: str, source: str) -> tuple[Any, list[str]]:
    """A cell's code and the names that it stores to, for a cell that is run again and again."""
    cell = Cell(name, source)
    tree = _parse(cell)
    return compile(tree, _filename(cell), "exec"), _stored(tree)


def assigned_names(cell: Cell) -> list[str]:
    """All names that a cell stores to, in order, in-place updates included."""
    return _stored(_parse(cell))


def _stored(tree: ast.Module) -> list[str]:
    names = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    return list(dict.fromkeys(names))


def _differ(old: Any, new: Any) -> bool:
    if isinstance(old, np.ndarray):
        return not (isinstance(new, np.ndarray) and old.shape == new.shape and old.tobytes() == new.tobytes())
    if isinstance(old, (list, tuple)):
        return len(old) != len(new) or any(_differ(a, b) for a, b in zip(old, new, strict=True))
    return False


def _raised(error: BaseException) -> Raised:
    """An exception as data; even one whose text raises again."""
    try:
        message = str(error)
    except BaseException:
        message = ""
    cell, line = "", 0
    if isinstance(error, SyntaxError) and str(error.filename).startswith("<cell "):
        cell, line, message = str(error.filename), error.lineno or 0, error.msg
    step = error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename.startswith("<cell "):
            cell, line = step.tb_frame.f_code.co_filename, step.tb_lineno
        step = step.tb_next
    text = message[:500].encode("utf-8", "replace").decode()
    return Raised(type(error).__name__[:80], text, cell.removeprefix("<cell ").removesuffix(">"), line)


def _own_part(error: BaseException) -> Any:
    """The traceback from the first line of student code on."""
    step = error.__traceback__
    while step and not step.tb_frame.f_code.co_filename.startswith("<cell "):
        step = step.tb_next
    return step


def drawn_by(draw: Callable[[], Any]) -> dict[str, Any]:
    """Run `draw` and read the figure that it drew: axes with labels, lines and points, in any plotting style."""
    from matplotlib import pyplot as plt
    from matplotlib.figure import Figure

    plt.close("all")
    result = draw()
    figure = result if isinstance(result, Figure) else getattr(result, "figure", None)
    if not isinstance(figure, Figure):
        figure = plt.gcf()
    axes = []
    for each in figure.axes:
        names = _names(each)
        lines = [_line(line.get_xdata(), line.get_ydata(), names[line]) for line in each.lines]
        points = [_points(collection, names[collection]) for collection in each.collections]
        axes.append(
            {
                "title": each.get_title(),
                "xlabel": each.get_xlabel(),
                "ylabel": each.get_ylabel(),
                "lines": lines,
                "points": points,
            }
        )
    plt.close("all")
    return {"axes": axes}


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


def _line(x: Any, y: Any, label: Any) -> dict[str, Any]:
    return {"x": np.asarray(x, dtype=float), "y": np.asarray(y, dtype=float), "label": str(label)}

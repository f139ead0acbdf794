"""A submission as a notebook: its cells run one after the other in IPython's shell, as in Jupyter."""

from __future__ import annotations

import ast
import asyncio
import builtins
import contextlib
import getpass
import os
import signal
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

from IPython.core.async_helpers import get_asyncio_loop
from IPython.core.error import StdinNotImplementedError

from .descriptors import files_in_memory
from .outputs import Outputs, Stream
from .program import assigned_names, file_name, raised_by
from .protocol import Cell, Raised, Shown
from .shell import Shell

_NOTHING = object()


class Notebook:
    """Runs the cells of a notebook in the shell: for what they define, or (`execute`) for what they show as well."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self.namespace: dict[str, Any] = shell.user_ns

    def run(self, cell: Cell) -> None:
        """Run a cell for what it defines. Raises what it raises."""
        try:
            self._run(cell, again=False)
        finally:
            _close_figures()

    def run_again(self, cell: Cell) -> list[str]:
        """Run a cell without a place in the history. The names that it assigned; those in magics included."""
        before = dict(self.namespace)
        is_plain = self._run(cell, again=True)
        _close_figures()
        if is_plain:
            return assigned_names(cell)
        names = _stored(self._shell.transform_cell(cell.source))
        new = (
            name
            for name, value in self.namespace.items()
            if not name.startswith("_") and before.get(name, _NOTHING) is not value
        )
        return [*dict.fromkeys([*names, *new])]

    def execute(self, cell: Cell, output_chars: int, megabytes: int) -> Shown:
        """Run a cell as a kernel would. Until it is done it can be interrupted, as in Jupyter."""
        shell = self._shell
        outputs = Outputs(output_chars, megabytes)
        error: BaseException | None
        try:
            with _shown(shell, outputs), _interruptible():
                sys.path_importer_cache.pop(os.getcwd(), None)  # a file of the last cell may be a module of this one
                shell.kernel.cell_name, shell.has_failed_to_show = cell.name, False
                result = shell.run_cell(cell.source, store_history=True)
            error = result.error_before_exec or result.error_in_exec
        except BaseException as stopped:  # a student's own hook, or an interrupt outside of the cell
            error = stopped
            _cancel(shell)
        raised = raised_by(error) if error else None
        if shell.has_failed_to_show and not raised:
            raised = Raised("NoneType", "None")  # so a kernel says that there was no exception
        return Shown(outputs.list(), raised, shell.execution_count - 1)

    def _run(self, cell: Cell, again: bool) -> bool:
        """Run a cell; whether it needed nothing of IPython."""
        shell = self._shell
        sys.path_importer_cache.pop(os.getcwd(), None)  # a file that the last cell wrote may be a module of this one
        code = shell.plain_code(cell)
        if code:
            shell.run_plain(cell, code, again)
            return True
        shell.compile.cell_name = file_name(cell)
        result = shell.run_cell(cell.source, store_history=not again)
        error = result.error_before_exec or result.error_in_exec
        if isinstance(error, SyntaxError) and error.msg == "incomplete input":
            compile(shell.transform_cell(cell.source), file_name(cell), "exec", dont_inherit=True)  # says what is open
        if error:
            raise error
        return False


def in_child(shell: Shell) -> None:
    """What a kernel sets up in its own process: where modules are found, where text goes, whom nobody answers."""
    first = next((i for i, path in enumerate(sys.path) if path.endswith("-packages")), len(sys.path))
    sys.path.insert(first, "")  # behind the standard library, as in Jupyter
    sys.stdout, sys.stderr = Stream(shell, "stdout"), Stream(shell, "stderr")
    builtins.input = _no_input("raw_input")
    getpass.getpass = _no_input("getpass")
    shell.files = files_in_memory()
    shell.builtin_trap.__enter__()  # functions that are called between two cells have it as well
    shell.starting_dir = os.getcwd()
    shell.user_ns["_dh"][:] = [os.getcwd()]


def _no_input(name: str) -> Any:
    def ask(*_: Any, **__: Any) -> NoReturn:
        raise StdinNotImplementedError(f"{name} was called, but this frontend does not support input requests.")

    return ask


@contextlib.contextmanager
def _shown(shell: Shell, outputs: Outputs) -> Iterator[None]:
    """Let this take what is shown. Figures are drawn into the notebook, and closed with their cell."""
    shell.outputs = outputs
    try:
        if not shell.descriptors:
            shell.be_a_kernel()
        yield
        shell.take_written()
    finally:
        shell.outputs = None


@contextlib.contextmanager
def _interruptible() -> Iterator[None]:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cancel(shell: Shell) -> None:
    """End the cell that was interrupted while it waited for something: the next one would go on with it."""
    loop = get_asyncio_loop()
    cells = [task for task in asyncio.all_tasks(loop) if getattr(task.get_coro(), "__name__", "") == "run_cell_async"]
    for task in cells:
        task.cancel()
    if cells and not loop.is_running():
        shell.outputs, outputs = None, shell.outputs  # what is said of that is not the student's
        with contextlib.suppress(BaseException):
            loop.run_until_complete(asyncio.wait(cells, timeout=1))
        shell.outputs = outputs


def _close_figures() -> None:
    pyplot = sys.modules.get("matplotlib.pyplot")
    with contextlib.suppress(Exception):  # a student may have put something else there
        if pyplot and pyplot.get_fignums():
            pyplot.close("all")


def _stored(source: str) -> list[str]:
    """The names that transformed source stores to, those in the code of its magics included."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return []
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.append(node.id)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and "_magic" in node.func.attr:
            code = node.args[-1]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                names += _stored(code.value)
    return names

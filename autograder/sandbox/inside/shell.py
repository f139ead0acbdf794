"""The shell of a notebook: IPython's own, made once before the children are forked, with everything that would leave
files, threads or colours switched off.

Where cells are only loaded, nothing is formatted or kept of what they show.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import os
import re
import shlex
import sys
import zlib
from importlib import metadata
from types import CodeType, FrameType
from typing import Any, NoReturn

import comm
from IPython.core import page
from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.formatters import DisplayFormatter
from IPython.core.history import HistoryManager
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.profiledir import ProfileDir

from .descriptors import Descriptors
from .kernel import Kernel
from .outputs import Outputs
from .program import file_name, keep_source
from .protocol import NESTED, Cell

_NO_KERNEL_HAS = ("TF_CPP_MIN_LOG_LEVEL", "TF_ENABLE_ONEDNN_OPTS")  # they are silent where outputs do not matter
_KERNEL_MAGICS = ("autosave", "clear", "connect_info", "edit", "less", "man", "more", "qtconsole", "subshell")
_EVERY_KERNEL_HAS = {
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "TERM": "xterm-color",
    "CLICOLOR": "1",
    "FORCE_COLOR": "1",
    "CLICOLOR_FORCE": "1",
    "PAGER": "cat",
    "GIT_PAGER": "cat",
}
_INSTALLS = re.compile(r"\s*(?:\S*python[\d.]*\s+-m\s+)?pip[\d.]*\s+install\s+([^;&|<>]*)$")


def make_shell() -> Shell:
    """The one shell of this process, made at the first call; `__main__` is its namespace from then on."""
    if not Shell.initialized():
        shell: Shell = Shell.instance(colors="nocolor")
        shell.extension_manager.load_extension("storemagic")  # a notebook's kernel has it
        shell.remember_how_it_is()
    return Shell.instance()


class _Compiler(CachingCompiler):
    """Names the code of a cell after the cell. What a cell's own magics compile is named after the cell as well."""

    cell_name = ""
    is_kernels = False  # whether cells are called what a kernel calls them
    _running = ""

    def get_code_name(self, raw_code: str, transformed_code: str, number: int) -> str:
        if self.is_kernels:
            return f"/tmp/ipykernel_{os.getpid()}/{zlib.crc32(raw_code.encode('utf-8', 'replace'))}.py"
        name, self.cell_name = self.cell_name, ""  # a cell within a cell has a name of its own
        self._running = name or self._running
        return name or super().get_code_name(raw_code, transformed_code, number)

    def __call__(self, source: Any, filename: str, symbol: str, **options: Any) -> Any:
        if filename.startswith("<timed ") and isinstance(source, ast.AST) and not InteractiveShell.instance().outputs:
            filename = self._running
            ast.increment_lineno(source, _lines_above(filename))
        return super().__call__(source, filename, symbol, **options)


def _lines_above(filename: str) -> int:
    """How many lines of the cell stand above the code of the magic that is being run."""
    frame, is_cell_magic = sys._getframe(1), 0
    while frame.f_back and frame.f_code.co_filename != filename:
        is_cell_magic |= frame.f_code.co_name == "run_cell_magic"
        frame = frame.f_back
    return frame.f_lineno - 1 + is_cell_magic if frame.f_code.co_filename == filename else 0


class _Formatter(DisplayFormatter):
    def format(self, obj: Any, include: Any = None, exclude: Any = None) -> Any:
        return super().format(obj, include, exclude) if self.parent.outputs else ({}, {})


class _DisplayHook(DisplayHook):
    """Shows the value of a cell's last expression, where anything is shown, and keeps it in `_` and `Out`."""

    _is_own = True
    is_active = False

    def __call__(self, result: Any = None) -> None:
        self._is_own = not self.shell.outputs or _is_cell(sys._getframe(1))
        self.shell.take_written()
        self.is_active = True
        try:
            super().__call__(result)
        finally:
            self.is_active = False

    def write_output_prompt(self) -> None: ...

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        if self.shell.outputs:
            self.shell.outputs.show("execute_result", format_dict, md_dict, "" if self._is_own else NESTED)

    def finish_displayhook(self) -> None:
        self._is_active = False


class _Publisher(DisplayPublisher):
    def publish(self, data: Any, metadata: Any = None, *_: Any, transient: Any = None, update: bool = False, **__: Any):
        if self.shell.outputs:
            self._validate_data(data, metadata)
            self.shell.take_written()
            kind = "update_display_data" if update else "display_data"
            self.shell.outputs.show(kind, data, metadata, str((transient or {}).get("display_id", "")))

    def clear_output(self, wait: bool = False) -> None:
        if self.shell.outputs:
            self.shell.outputs.clear(wait)


def _is_cell(frame: FrameType | None) -> bool:
    """Whether this is the code of the cell itself, and not of something that it called."""
    shells = (InteractiveShell.run_code.__code__, InteractiveShell._run_cell.__code__)
    is_run_by_shell = frame is not None and frame.f_back is not None and frame.f_back.f_code is shells[0]
    runs = 0
    while frame:
        runs += frame.f_code is shells[1]
        frame = frame.f_back
    return is_run_by_shell and runs == 1


class _History(HistoryManager):
    """`In`, `_i` and their like, without what a database would need."""

    def get_tail(self, n: int | None = 10, raw: bool = True, output: bool = False, include_latest: bool = False) -> Any:
        """The last inputs, as `%history -l` asks for them."""
        end = len(self.input_hist_raw) - (not include_latest)
        return self.get_range(0, max(1, end - (n or 10)), end, raw, output)

    _i = _ii = _iii = _i00 = ""

    def store_inputs(self, line_num: int, source: str, source_raw: str | None = None) -> None:
        raw = (source if source_raw is None else source_raw).rstrip("\n")
        self.input_hist_parsed.append(source.rstrip("\n"))
        self.input_hist_raw.append(raw)
        self._i, self._ii, self._iii, self._i00 = self._i00, self._i, self._ii, raw
        names = {"_i": self._i, "_ii": self._ii, "_iii": self._iii, f"_i{line_num}": raw}
        self.shell.user_ns.update(names)
        self.shell.user_ns_hidden.update(names)


class Shell(InteractiveShell):
    """IPython's shell in a process that is forked. `outputs` takes what a cell shows, while one is executed."""

    displayhook_class = _DisplayHook
    display_pub_class = _Publisher
    compiler_class = _Compiler
    outputs: Outputs | None = None
    descriptors: Descriptors | None = None
    files: dict[int, int]  # for the descriptors
    has_failed_to_show = False  # whether a result could not be shown, which no cell is told
    execution_count = 1  # no trait: nobody observes it

    # --- What is made with the shell ----------------------------------------------------------------------------------

    def init_ipython_dir(self, ipython_dir: Any) -> None: ...

    def init_profile_dir(self, profile_dir: Any) -> None: ...

    def init_virtualenv(self) -> None: ...

    def init_history(self) -> None:
        self.history_manager = _History(shell=self, parent=self, enabled=False)  # neither a file nor a thread
        self.configurables.append(self.history_manager)

    @property
    def profile_dir(self) -> ProfileDir:
        """Where `%store` and `%bookmark` keep what they keep; made when one is used."""
        os.makedirs(os.environ["IPYTHONDIR"], exist_ok=True)
        return ProfileDir.create_profile_dir_by_name(os.environ["IPYTHONDIR"], "default")

    def init_display_formatter(self) -> None:
        self.display_formatter = _Formatter(parent=self)
        self.configurables.append(self.display_formatter)

    def init_hooks(self) -> None:
        super().init_hooks()
        self.set_hook("show_in_pager", page.as_hook(lambda *_, **__: None), 99)  # a notebook has no pager

    # --- Cells --------------------------------------------------------------------------------------------------------

    def remember_how_it_is(self) -> None:
        """Cells that need nothing of IPython are run without it, as long as the student has changed nothing of it."""
        self._untouched = [list(each) for each in self._changeable()]
        self._plain: dict[tuple[str, str, int], list[CodeType] | None] = {}

    def _changeable(self) -> list[list[Any]]:
        """What changes how cells are run. Matplotlib, once it is imported, draws after each: nobody looks at that."""
        manager, events = self.input_transformer_manager, self.events.callbacks
        after = [each for each in events["post_execute"] if getattr(each, "__module__", "") != "matplotlib.pyplot"]
        return [
            *(manager.cleanup_transforms, manager.line_transforms, manager.token_transformers),
            *(self.input_transformers_post, self.ast_transformers, [self.ast_node_interactivity]),
            *(events["pre_execute"], events["pre_run_cell"], events["post_run_cell"], after),
        ]

    def plain_code(self, cell: Cell) -> list[CodeType] | None:
        """The code of a cell that can be run without IPython and shows no difference, its last expression apart.

        None for a single expression, which may be the name of a magic, for what is not Python or waits for something,
        and for an error that IPython finds only behind the lines that can be run.
        """
        key = (cell.name, cell.source, self.compile.flags)
        if key not in self._plain:
            self._plain[key] = self._plain_code(cell)
        return self._plain[key] if self._untouched == self._changeable() else None

    def _plain_code(self, cell: Cell) -> list[CodeType] | None:
        if cell.source[:1].isspace():
            return None
        try:
            body = ast.parse(cell.source).body
            if "\n" not in cell.source.strip() and any(isinstance(each, ast.Expr) for each in body):
                return None
            last = [ast.Interactive([body.pop()])] if body and isinstance(body[-1], ast.Expr) else []
            codes = [self.compile(ast.Module(body, []), file_name(cell), "exec")]
            return codes + [self.compile(each, file_name(cell), "single") for each in last]
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None

    def run_plain(self, cell: Cell, code: list[CodeType], again: bool) -> None:
        keep_source(cell)
        if not again:
            self.compile._filename_map[file_name(cell)] = self.execution_count
            self.history_manager.store_inputs(self.execution_count, cell.source)
            self.execution_count += 1
        exec(code[0], self.user_ns)
        if len(code) > 1:
            with self.display_trap:
                exec(code[1], self.user_ns)

    # --- A kernel -----------------------------------------------------------------------------------------------------

    def be_a_kernel(self) -> None:
        """Be what libraries look for before they show something richer than text, from the first cell on."""
        for name in _NO_KERNEL_HAS:
            os.environ.pop(name, None)
        os.environ.update(_EVERY_KERNEL_HAS)
        self.descriptors = Descriptors(self.files)
        self.config["IPKernelApp"] = type(self.config)()
        type(self).__name__ = "ZMQInteractiveShell"
        self.compile.is_kernels = True
        self.colors = "neutral"
        for name in _KERNEL_MAGICS:
            self.magics_manager.register_lazy(name, "inside.kernel_magics")
        self.kernel = Kernel(self)
        comm.create_comm = self.kernel.comm
        if "matplotlib" in sys.modules:
            self.enable_matplotlib("inline")

    def take_written(self) -> None:
        """Show what was written past Python's streams."""
        if self.descriptors and self.outputs:
            for name, text in self.descriptors.taken():
                self.outputs.write(name, text)

    def should_run_async(self, raw_cell: str, **options: Any) -> bool:
        """A kernel's loop runs while a cell does, whether that waits for something or not."""
        if self.outputs:
            try:
                asyncio.get_running_loop()
            except RuntimeError:
                return True
        return super().should_run_async(raw_cell, **options)

    def _tee(self, channel: str) -> Any:
        return contextlib.nullcontext()  # IPython keeps all that was ever printed; a flood would fill the memory

    def showtraceback(self, *args: Any, **kwargs: Any) -> None:
        if self.outputs:
            super().showtraceback(*args, **kwargs)

    def showsyntaxerror(self, *args: Any, **kwargs: Any) -> None:
        if self.outputs:
            super().showsyntaxerror(*args, **kwargs)

    def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
        self.has_failed_to_show |= self.displayhook.is_active
        if self.outputs:
            self.take_written()
            self.outputs.add_error(str(etype.__name__), str(evalue), stb)

    def _format_exception_for_storage(self, exception: Any, *_: Any, **__: Any) -> dict[str, Any]:
        return {"ename": type(exception).__name__, "evalue": "", "traceback": []}

    # --- What a sandbox does not have -----------------------------------------------------------------------------

    def system(self, cmd: str) -> None:
        """Run a command. An installation is answered at once: pip takes a second to find no network."""
        installs = _INSTALLS.match(cmd)
        if installs:
            self.user_ns["_exit_code"] = _install(installs[1])
        else:
            self.system_piped(cmd)

    def enable_gui(self, gui: Any = None) -> None:
        """There are no windows."""

    def enable_matplotlib(self, gui: Any = None) -> Any:
        """Where nothing is shown, nothing is imported: the line stands in many notebooks without a figure."""
        return super().enable_matplotlib(gui) if self.outputs else (None, "inline")

    def ask_exit(self) -> NoReturn:
        raise SystemExit(0)


def _install(arguments: str) -> int:
    """What pip says without a network."""
    for each in shlex.split(arguments):
        name = re.match(r"[\w.-]+", each)
        if not name or each.startswith("-"):
            continue
        try:
            version = metadata.version(name[0])
        except metadata.PackageNotFoundError:
            print(f"ERROR: Could not find a version that satisfies the requirement {each} (from versions: none)")
            print(f"ERROR: No matching distribution found for {each}")
            return 1
        print(f"Requirement already satisfied: {each} ({version})")
    return 0

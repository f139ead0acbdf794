"""nbgrader's execution of a notebook in the sandbox, with nbgrader's options: for courses without checks of ours."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path
from typing import Any, get_type_hints

import msgspec
from jupyter_client.kernelspec import KernelSpecManager
from nbclient.exceptions import CellExecutionComplete, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade, is_solution
from traitlets import Enum, Float, HasTraits, Integer, List, TraitType, Unicode

from autograder.course.settings import Limits
from autograder.errors import CourseError
from autograder.nbgrader_plugins.kernel import SandboxKernel, as_display
from autograder.sandbox.child import Child, Ended, deadline_in
from autograder.sandbox.inside import protocol
from autograder.sandbox.sandbox import Sandbox

_TO_FETCH = 60.0  # seconds: the files that a program made lie in memory
# nbgrader has no limits but `timeout`. These keep a program from the machine, not an exercise from its work.
_AS_NBGRADER = Limits(
    submission_seconds=3600,
    memory_mb=4096,
    processes=256,
    open_files=1024,
    file_mb=500,
    answer_mb=100,
    output_chars=10_000_000,
)
# Values that come back and calls are those of checks; a cell's time is nbgrader's `timeout`.
_OF_CHECKS = ("call_seconds", "seconds_of", "answer_values", "answer_depth")


def _limit_traits() -> dict[str, TraitType[Any, Any]]:
    """Each limit that means something here as an option of nbgrader_config.py."""
    traits: dict[str, TraitType[Any, Any]] = {}
    hints = get_type_hints(Limits, include_extras=True)
    for name, value in msgspec.structs.asdict(_AS_NBGRADER).items():
        if name in _OF_CHECKS:
            continue
        text = f"Limit of a program in the sandbox: {hints[name].__metadata__[0].description}."
        if isinstance(value, tuple):
            traits[name] = List(Unicode(), list(value), help=text).tag(config=True)
        else:
            kind = Float if isinstance(value, float) or hints[name].__origin__ is float else Integer
            traits[name] = kind(value, min=1, help=text).tag(config=True)
    return traits


_Limited: Any = type(HasTraits)("_Limited", (HasTraits,), _limit_traits())


class SandboxedExecute(Execute, _Limited):
    """Runs every code cell as nbgrader does. A program that ends takes the cells below with it, and no cell above."""

    sandbox = Enum(["bubblewrap", "none"], "bubblewrap", help="In what student code is run.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Any, **kwargs: Any) -> tuple[NotebookNode, Any]:
        self._refuse_other_languages(nb)
        folder = Path(resources["metadata"]["path"] or ".")
        beside = tuple(path for path in sorted(folder.resolve().iterdir()) if not path.is_symlink())
        self._has_ended = False
        with (
            closing(Sandbox(["numpy"], self.sandbox, beside)) as sandbox,
            closing(sandbox.child(self._limits)) as child,
        ):
            nb, resources = super().preprocess(nb, resources, km=SandboxKernel(child, self.iopub_timeout))
            if not self._has_ended:
                _keep_files(child, folder)
        return nb, resources

    def preprocess_cell(self, cell: NotebookNode, resources: Any, index: int) -> tuple[NotebookNode, Any]:
        tags = cell.metadata.get("tags", [])
        if _is_test(cell) and self.skip_cells_with_tag in tags:  # whoever skips a test has not passed it
            cell.metadata["tags"] = [tag for tag in tags if tag != self.skip_cells_with_tag]
        try:
            if self._has_ended and cell.cell_type == "code" and cell.source.strip():
                raise DeadKernelError("an earlier cell ended the program")
            cell, resources = super().preprocess_cell(cell, resources, index)
        except DeadKernelError as error:
            self._end(cell, "DeadKernelError", str(error))
        except CellTimeoutError:
            if not self.interrupt_on_timeout:
                raise
            self._end(cell, "CellTimeoutError", "the cell was interrupted and went on")
        if _is_test(cell):
            _distrust(cell)
        return cell, resources

    def process_message(self, msg: dict[str, Any], cell: NotebookNode, cell_index: int) -> NotebookNode | None:
        if _is_test(cell) and not msg.get("is_own", True):
            msg = as_display(msg)
        try:
            return super().process_message(msg, cell, cell_index)
        except CellExecutionComplete:
            raise
        except Exception as error:  # a widget's, for instance, that is no widget
            self.log.warning("A message of the program is malformed (%s: %s)", type(error).__name__, error)
            return None

    def _end(self, cell: NotebookNode, name: str, message: str) -> None:
        self._has_ended = True
        cell.outputs = [new_output("error", ename=name, evalue=message, traceback=[f"{name}: {message}"])]

    @property
    def _limits(self) -> Limits:
        names = [name for name in Limits.__struct_fields__ if name not in _OF_CHECKS]
        return msgspec.structs.replace(
            _AS_NBGRADER,
            **{name: getattr(self, name) for name in names if name != "imports"},
            imports=tuple(self.imports),
        )

    def _refuse_other_languages(self, nb: NotebookNode) -> None:
        name = self.kernel_name or nb.metadata.get("kernelspec", {}).get("name", "python3")
        if name in ("python", "python3"):  # Jupyter's names for the Python that it runs in
            return
        language = KernelSpecManager(parent=self).get_kernel_spec(name).language
        if language.lower() != "python":
            raise CourseError(f"kernel '{name}'", f"it runs {language}", "Only Python can be graded in the sandbox")


def _is_test(cell: NotebookNode) -> bool:
    return is_grade(cell) and not is_solution(cell)


def _distrust(cell: NotebookNode) -> None:
    """Where a test failed, what it showed as a result before is no score."""
    outputs = cell.get("outputs", [])
    if any(each.output_type == "error" for each in outputs):
        for each in outputs:
            if each.output_type == "execute_result":
                each.output_type = "display_data"
                del each["execution_count"]


def _keep_files(child: Child, folder: Path) -> None:
    """Put the files that a notebook made or changed beside it, where nbgrader's own execution leaves them.

    Another notebook is not replaced: it may have been graded already.
    """
    try:
        child.send(protocol.Files(), deadline_in(_TO_FETCH))
        made = child.receive(deadline_in(_TO_FETCH))
    except (TimeoutError, Ended, protocol.ProtocolError):
        return
    for name, data in made.files.items() if isinstance(made, protocol.Made) else ():
        with suppress(OSError, ValueError):  # the name is the student's: it may be anything
            path = (folder / name).resolve()
            if path.is_relative_to(folder.resolve()) and not (path.suffix == ".ipynb" and path.exists()):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.unlink(missing_ok=True)
                path.write_bytes(data)

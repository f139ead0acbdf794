"""What stands in for nbgrader's execution step: `nbgrader autograde` and formgrader's button grade through this.

nbgrader rebuilds its preprocessors for each notebook, so what is warm lives in the module `sandbox`.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import json
import time
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode, from_dict, reads
from nbformat.v4 import new_output
from nbgrader import api
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.preprocessors import CheckCellMetadata, Execute, NbGraderPreprocessor
from traitlets import Bool, Enum

from autograder.course.course import Assignment, Course
from autograder.course.lesson import EXAMPLES
from autograder.course.settings import Limits
from autograder.errors import CourseError
from autograder.files import write_whole
from autograder.grade.bundle import grading_files
from autograder.grade.engine import prepare
from autograder.grade.workers import report_on_handed_in
from autograder.records import Report, encode
from autograder.sandbox.child import Child, Ended, deadline_in
from autograder.sandbox.inside import protocol
from autograder.sandbox.sandbox import Sandbox
from autograder.submit.handed_in import handed_in
from autograder.submit.notebook import read_notebook, read_notebook_file
from autograder.table import graded_outputs
from autograder.wording import clean

_A_DAY = 86_400.0  # what nbgrader's `timeout = None` means here
_REACTS_IN = 5.0  # seconds that a cell has after it was interrupted
_Displays = dict[str, list[NotebookNode]]  # what is shown so far, by the id under which it can be updated

_Stamps = list[tuple[str, int, int, int]]
_assignments: dict[tuple[Path, str], tuple[_Stamps, Assignment]] = {}
_MOST_VALID = 1000  # more come from students only
_valid: set[tuple[str, str]] = set()  # the metadata that nbgrader's schema allows, by kind of cell

# nbgrader opens the gradebook nine times for each submission. An engine that stays has its statements compiled.
api.create_engine = functools.lru_cache(maxsize=8)(api.create_engine)


class ForgivingExporter(NotebookExporter):
    """Reads a submitted notebook; where that is impossible, the released one stands in, so that nobody is lost.

    The engine reads the submitted file itself and finds out what is wrong with it.
    """

    optimistic_validation = Bool(True, help="Validate once, after the last preprocessor.").tag(config=True)

    def from_filename(self, filename: str, resources: Any = None, **kwargs: Any) -> Any:
        assignment = _assignment(self.parent.coursedir.root, Path(filename).stem)
        if assignment is None or not assignment.released.exists():
            return super().from_filename(filename, resources=resources, **kwargs)
        try:
            file = read_notebook_file(Path(filename))
            if read_notebook(file.content):
                if len(file.content) == file.size:
                    return super().from_filename(filename, resources=resources, **kwargs)
                slim = reads(file.content.decode("utf-8-sig"), as_version=4)
                return self.from_notebook_node(slim, resources=resources, **kwargs)
            why = "it is no notebook"
        except Exception as error:
            why = type(error).__name__
        self.log.warning("%s cannot be read (%s); it is graded as such", filename, why)
        notebook = reads(assignment.released.read_text("utf-8"), as_version=4)
        return self.from_notebook_node(notebook, resources=resources, **kwargs)


class OneOfEach(NbGraderPreprocessor):
    """A copied cell keeps its text but not its name; nbgrader's own step leaves a cell that stops the whole class."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        seen: set[str] = set()
        for cell in reversed(nb.cells):
            marker = cell.metadata.get("nbgrader")
            if marker is None:
                continue
            name = marker.get("grade_id") if isinstance(marker, dict) else None
            if not isinstance(name, str) or name in seen:
                self.log.warning("The cell '%s' is there more than once or has no name", name)
                del cell.metadata["nbgrader"]
            else:
                seen.add(name)
        return nb, resources


class CheckMetadata(CheckCellMetadata):
    """nbgrader's own check, once for each kind of metadata: it looks through its whole schema again for each cell."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        with contextlib.suppress(Exception):  # nbgrader's own says what is wrong
            _Metadata().validate_nb(nb)
            return nb, resources
        return super().preprocess(nb, resources)


class _Metadata(MetadataValidator):
    def validate_cell(self, cell: NotebookNode) -> None:
        marker = cell.metadata.get("nbgrader")
        found = (cell.cell_type, json.dumps(marker, sort_keys=True))
        if found in _valid:
            return
        super().validate_cell(cell)
        is_told = marker is not None and marker.get("cell_type", cell.cell_type) != cell.cell_type
        if not is_told and len(_valid) < _MOST_VALID:
            _valid.add(found)


class Grade(Execute):
    """Grade with hidden checks where the course has them, else run the notebook in the sandbox as nbgrader would."""

    sandbox = Enum(["bubblewrap", "none"], "bubblewrap", help="In what student code is run.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Any, **kwargs: Any) -> tuple[NotebookNode, Any]:
        names = resources["nbgrader"]
        assignment = _assignment(self._coursedir.root, names["assignment"])
        if assignment is None or names["notebook"] != assignment.name:
            self._execute(nb, Path(resources["metadata"]["path"]))
            return nb, resources
        submitted = self._coursedir.format_path(
            self._coursedir.submitted_directory, names["student"], names["assignment"]
        )
        prepare(assignment, self.sandbox)
        report = report_on_handed_in(assignment, handed_in(assignment, names["student"], Path(submitted)), self.sandbox)
        write_whole(assignment.report_path(report.student), encode(report))  # where `autograder report` finds it
        _write_outputs(nb, report)
        resources["autograder"] = report
        return nb, resources

    @property
    def _coursedir(self) -> Any:
        return self.parent.parent.coursedir

    def _execute(self, nb: NotebookNode, folder: Path) -> None:
        """Run every code cell as a kernel would. A cell that ends the program ends it for the cells below as well."""
        name = self.kernel_name or nb.metadata.get("kernelspec", {}).get("name", "python3")
        if name not in ("python", "python3"):  # Jupyter's names for the Python that it runs in
            language = KernelSpecManager(parent=self).get_kernel_spec(name).language
            if language.lower() != "python":
                raise CourseError(f"kernel '{name}'", f"it runs {language}", "Only Python can be graded in the sandbox")
        limits = Limits()
        beside = tuple(path for path in sorted(folder.resolve().iterdir()) if not path.is_symlink())
        sandbox = Sandbox(["numpy"], self.sandbox, beside)
        try:
            child: Child | None = sandbox.child(limits)
            displays: _Displays = {}
            for position, cell in enumerate(nb.cells):
                if cell.cell_type == "code":
                    child = _run(child, cell, str(position), self.timeout or _A_DAY, displays)
            if child:
                _keep_files(child, folder, limits)
        finally:
            sandbox.close()


class UnknownScores(NbGraderPreprocessor):
    """A check that could not be judged leaves its cell without a score, for the instructor to see."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        report: Report | None = resources.get("autograder")
        unknown = [cell.grade_id for cell in report.cells if cell.points is None] if report else []
        if unknown:
            names = resources["nbgrader"]
            with Gradebook(names["db_url"]) as gradebook:
                for grade_id in unknown:
                    grade = gradebook.find_grade(
                        grade_id + EXAMPLES, names["notebook"], names["assignment"], names["student"]
                    )
                    grade.auto_score, grade.needs_manual_grade = None, True
                gradebook.db.commit()
        return nb, resources


def _assignment(root: str, name: str) -> Assignment | None:
    """The assignment of ours with that name, if the course has one; read anew when a file of it has changed, since
    formgrader's server lives for weeks."""
    path = Path(root).resolve()
    if not (path / "solutions" / name / "checks.py").is_file():
        return None
    if not _assignments:
        gc.collect()
        gc.freeze()  # all that Jupyter has loaded stays: looking for garbage among it takes longer than grading
    before, assignment = _assignments.get((path, name), ([], None))
    if assignment is None or _stamps(assignment) != before:
        assignment = Course(path).assignment(name)
        _assignments[path, name] = _stamps(assignment), assignment
    return assignment


def _stamps(assignment: Assignment) -> _Stamps:
    """What tells one state of the files that grading reads from another."""
    found = [(str(path), path.stat()) for path in grading_files(assignment)]
    return [(name, each.st_mtime_ns, each.st_size, each.st_ino) for name, each in found]


def _write_outputs(nb: NotebookNode, report: Report) -> None:
    cells = {cell.grade_id + EXAMPLES: cell for cell in report.cells}
    for cell in nb.cells:
        graded = cells.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
        if cell.cell_type == "code":
            cell.outputs = [from_dict(each) for each in graded_outputs(graded)] if graded else []


def _run(child: Child | None, cell: NotebookNode, name: str, seconds: float, earlier: _Displays) -> Child | None:
    """Run one cell and write its outputs into it; the child if it is still there.

    A cell that takes too long is interrupted, as by Jupyter's button, and the next one goes on. What does not react to
    that ends the program.
    """
    if child is None:
        cell.outputs = [_error("DeadKernelError", "an earlier cell ended the program", [])]
        return None
    deadline = deadline_in(seconds + _REACTS_IN)
    begun = time.monotonic()
    try:
        child.send(protocol.Execute(protocol.Cell(name, cell.source, seconds)), deadline)
        shown = child.receive(deadline)
        if not isinstance(shown, protocol.Shown):
            raise protocol.ProtocolError("an answer to another question")
        cell.outputs = _notebook_outputs(shown, earlier)
    except (TimeoutError, Ended, ValueError, protocol.ProtocolError) as error:
        with contextlib.suppress(OSError):
            child.close()
        is_late = isinstance(error, TimeoutError)
        cell.outputs = [_too_late(seconds) if is_late else _error("DeadKernelError", "the cell ended the program", [])]
        return None
    cell.execution_count = shown.number
    if shown.error:  # whatever the student's program did to hide it, or showed as a result before
        cell.outputs = [each for each in cell.outputs if each.output_type != "execute_result"]
        if not any(each.output_type == "error" for each in cell.outputs):
            cell.outputs.append(_error(shown.error.error, shown.error.message, []))
    if shown.error and shown.error.error == "KeyboardInterrupt" and time.monotonic() - begun >= seconds:
        cell.outputs.append(_too_late(seconds))
    return child


def _notebook_outputs(shown: protocol.Shown, earlier: _Displays) -> list[NotebookNode]:
    """What a cell showed as nbformat has it. A display that is updated is updated wherever it stands."""
    outputs: list[NotebookNode] = []
    is_cleared = False
    for each in shown.outputs:
        if is_cleared or (each.kind == "clear_output" and not each.wait):
            outputs.clear()
        is_cleared = each.kind == "clear_output" and each.wait
        if each.kind == "stream":
            outputs.append(new_output("stream", name=each.name, text=each.text))
        elif each.kind == "error":
            outputs.append(_error(each.name, each.text, each.traceback))
        elif each.kind in ("display_data", "execute_result", "update_display_data"):
            data = {kind: json.loads(text) if kind.endswith("json") else text for kind, text in each.data.items()}
            content = {"data": data, "metadata": json.loads(each.metadata)}
            if each.kind == "update_display_data":
                for display in earlier.get(each.name, []):
                    display.update(from_dict(content))
                continue
            count = {"execution_count": shown.number} if each.kind == "execute_result" else {}
            outputs.append(new_output(each.kind, **content, **count))
            if each.name:
                earlier.setdefault(each.name, []).append(outputs[-1])
    return outputs


def _too_late(seconds: float) -> NotebookNode:
    return _error("CellTimeoutError", f"did not finish within {seconds:g} s", [])


def _keep_files(child: Child, folder: Path, limits: Limits) -> None:
    """Put the files that a notebook made beside it, where nbgrader's own execution leaves them. Nothing is replaced."""
    try:
        child.send(protocol.Files(), deadline_in(limits.call_seconds))
        made = child.receive(deadline_in(limits.call_seconds))
    except (TimeoutError, Ended, protocol.ProtocolError):
        return
    for name, data in made.files.items() if isinstance(made, protocol.Made) else ():
        with contextlib.suppress(OSError, ValueError):  # the name is the student's: it may be anything
            path = (folder / name).resolve()
            if path.is_relative_to(folder.resolve()):
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("xb") as file:
                    file.write(data)


def _error(name: str, message: str, traceback: list[str]) -> NotebookNode:
    lines = [clean(line) for text in traceback for line in text.splitlines()] or [f"{name}: {message}"]
    return new_output("error", ename=clean(name), evalue=clean(message), traceback=lines)

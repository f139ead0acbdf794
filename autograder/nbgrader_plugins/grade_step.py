"""What stands in for nbgrader's execution step: `nbgrader autograde` and formgrader's button grade through this.

nbgrader rebuilds its preprocessors for each notebook, so what is warm lives in the module `sandbox`.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import json
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode, from_dict, reads
from nbgrader import api
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.preprocessors import CheckCellMetadata, NbGraderPreprocessor
from traitlets import Bool

from autograder.course.course import Assignment, Course
from autograder.course.lesson import EXAMPLES
from autograder.files import write_whole
from autograder.grade.bundle import grading_files
from autograder.grade.engine import prepare
from autograder.grade.workers import report_on_handed_in
from autograder.nbgrader_plugins.execute_step import SandboxedExecute
from autograder.records import Report, encode
from autograder.submit.handed_in import handed_in
from autograder.submit.notebook import read_notebook, read_notebook_file
from autograder.table import graded_outputs

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


class Grade(SandboxedExecute):
    """Grade with hidden checks where the course has them, else run the notebook in the sandbox as nbgrader would."""

    def preprocess(self, nb: NotebookNode, resources: Any, **kwargs: Any) -> tuple[NotebookNode, Any]:
        names = resources["nbgrader"]
        assignment = _assignment(self._coursedir.root, names["assignment"])
        if assignment is None or names["notebook"] != assignment.name:
            return super().preprocess(nb, resources, **kwargs)
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

"""Moderation and publication in nbgrader's own commands: steps that nbgrader_config.py puts among its."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool

from autograder.errors import CourseError
from autograder.nbgrader_plugins.extra_credit import ExtraCredit, is_moderated
from autograder.nbgrader_plugins.ours import assignment_of
from autograder.records import Report
from autograder.report.publication import refuse_checks


class WithoutModeration(NbGraderPreprocessor):
    """Before late penalties are taken: these are of what was earned."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        _moderate(self.parent.parent.coursedir.root, resources, is_out=True)
        return nb, resources


class WithModeration(NbGraderPreprocessor):
    """After them: the score is moderated again."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        _moderate(self.parent.parent.coursedir.root, resources, is_out=False)
        return nb, resources


class OnlyWhatMayBeShown(Preprocessor):  # nbgrader's own class warns of an option of the HTML exporter
    """No feedback with the table of checks as long as students may not see the checks."""

    enabled = Bool(True, help="Whether to refuse feedback that an exam's rules do not show.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        names = resources["nbgrader"]
        assignment = assignment_of(self.parent.parent.coursedir.root, names["assignment"])
        try:
            if assignment:
                refuse_checks(assignment, f"feedback on {assignment.name}", datetime.now(UTC))
        except CourseError as refusal:
            self.log.error(str(refusal))  # nbgrader itself shows it at the end of a traceback
            raise
        return nb, resources


def _moderate(root: str, resources: Any, is_out: bool) -> None:
    report: Report | None = resources.get("autograder")
    assignment = assignment_of(root, resources["nbgrader"]["assignment"])
    if report and assignment and is_moderated(assignment):
        with Gradebook(resources["nbgrader"]["db_url"]) as gradebook:
            extra = ExtraCredit(assignment, gradebook.db)
            if is_out:
                extra.take_out([report.student])
            else:
                extra.put([report])
            gradebook.db.commit()

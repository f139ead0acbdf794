"""Moderation and publication in nbgrader's own commands: steps that nbgrader_config.py puts among its."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import AssignLatePenalties
from traitlets import Bool

from autograder.errors import CourseError
from autograder.moved import GONE, MovedError
from autograder.nbgrader_plugins.extra_credit import ExtraCredit, is_moderated
from autograder.nbgrader_plugins.ours import assignment_of
from autograder.records import Report
from autograder.report.publication import refuse_checks


class WithModeration(AssignLatePenalties):
    """In the place of nbgrader's own step, which it then does: late penalties are of the moderated score."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        report: Report | None = resources.get("autograder")
        assignment = assignment_of(self.parent.parent.coursedir.root, resources["nbgrader"]["assignment"])
        if report and assignment and is_moderated(assignment):
            with Gradebook(resources["nbgrader"]["db_url"]) as gradebook:
                extra = ExtraCredit(assignment, gradebook.db)
                extra.put([report])
                extra.note()
                gradebook.db.commit()
        return super().preprocess(nb, resources)


def __getattr__(name: str) -> Any:
    """A configuration of before, read by nbgrader itself."""
    if told := GONE.get(f"{__name__}.{name}"):
        raise MovedError(f"{__name__}.{name} is gone. {told}.")
    raise AttributeError(name)


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

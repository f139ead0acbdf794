"""Right answers in a rehearsal: the reference and the author's others get everything, the released template nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.author.trial import SEEDS
from autograder.course.course import Assignment
from autograder.course.declarations import Right
from autograder.grade.engine import grade_locally, grade_submission
from autograder.records import CheckReport, Report
from autograder.sandbox.inside import protocol
from autograder.sandbox.sandbox import Mode
from autograder.submit.notebook import Submission


def faults_in_the_sandbox(assignment: Assignment, mode: Mode, seeds: Sequence[str] = SEEDS) -> Iterator[str]:
    """The reference has to get everything there, the template nothing."""
    sources = {cell.grade_id: cell.source for cell in assignment.lesson.blanks()}
    for seed in seeds:
        report = grade_submission(assignment, _submission(assignment, sources), seed, seed, mode)
        for check in _checks(report):
            if check.outcome != "passed" or check.followed_through:
                yield f"check '{check.name}' refuses the reference: {check.outcome}, {check.cause}"
    template = {cell.grade_id: cell.template() for cell in assignment.lesson.blanks()}
    report = grade_submission(assignment, _submission(assignment, template), SEEDS[0], SEEDS[0], mode)
    for check in _checks(report):
        if check.outcome != "failed":
            yield (
                f"check '{check.name}': the released template ends as {check.outcome}; "
                f"it can award {check.max_points:g} points for no work"
            )


def right_faults(assignment: Assignment, right: Right, seeds: Sequence[str]) -> Iterator[str]:
    """The checks that refuse another right answer."""
    reference = assignment.checks.reference
    is_variable = hasattr(reference, right.call) and not callable(getattr(reference, right.call))
    answer = right.answer() if is_variable else right.answer
    for seed in seeds:
        for check in grade_locally(assignment, {right.call: answer}, seed, [right.blank])[0].checks:
            if check.outcome != "passed":
                yield f"check '{check.name}' refuses the right answer '{right.name}': {check.outcome}, {check.cause}"


def _submission(assignment: Assignment, sources: dict[str, str]) -> Submission:
    cells = [
        protocol.Cell(cell.grade_id, sources.get(cell.grade_id, cell.source)) for cell in assignment.lesson.program()
    ]
    return Submission(cells, sources, [])


def _checks(report: Report) -> list[CheckReport]:
    return [check for cell in report.cells for check in cell.checks]

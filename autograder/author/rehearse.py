"""Rehearse an assignment before any student sees it: what is right is accepted, what is wrong is refused and named."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from autograder.author.lesson import BEGIN, END, Cell
from autograder.checks import Wrong
from autograder.course import Assignment
from autograder.grade.engine import grade_locally, grade_submission
from autograder.grade.inside import border
from autograder.grade.sandbox import Mode
from autograder.records import CellReport, CheckReport, Report
from autograder.submit.notebook import Submission

SEEDS = ("rehearsal 1", "rehearsal 2")  # two students: known wrong answers must be seen on the inputs of both


class Rehearsal(msgspec.Struct):
    """What was tried, and what went wrong; `release` refuses an assignment with faults."""

    assignment: str
    points: float
    blanks: int
    checks: int
    wrongs: int
    faults: list[str]


def rehearse(assignment: Assignment, mode: Mode, progress: Callable[[str, int, int], None]) -> Rehearsal:
    """The reference gets full marks, the template nothing, each known wrong answer loses its own blank and is named.

    `progress` is told what is being tried, how many things have been tried, and how many there are.
    """
    checks = assignment.checks
    steps: list[tuple[str, Callable[[], Iterator[str]]]] = [
        ("the reference", lambda: _reference_faults(assignment, mode)),
        ("the template", lambda: _template_faults(assignment, mode)),
        *((f"{wrong.blank}: {wrong.name}", lambda w=wrong: _wrong_faults(assignment, w)) for wrong in checks.wrongs),
    ]
    faults: list[str] = []
    for number, (what, step) in enumerate(steps):
        progress(what, number, len(steps))
        faults += step()
    progress("done", len(steps), len(steps))
    return Rehearsal(
        assignment=assignment.name,
        points=sum(check.points for check in checks.checks),
        blanks=len(assignment.lesson.blanks()),
        checks=len(checks.checks),
        wrongs=len(checks.wrongs),
        faults=faults,
    )


def template_of(cell: Cell) -> str:
    """A blank as students get it, with the stub in place of the solution."""
    lines: list[str] = []
    inside = False
    for line in cell.source.splitlines():
        if line.strip() == BEGIN:
            inside = True
            lines.append(line.replace(BEGIN, 'raise NotImplementedError("Fill in this blank.")'))
        elif line.strip() == END:
            inside = False
        elif not inside:
            lines.append(line)
    return "\n".join(lines)


def _submission(assignment: Assignment, sources: dict[str, str]) -> Submission:
    cells = [
        border.Cell(cell.grade_id, sources.get(cell.grade_id, cell.source)) for cell in assignment.lesson.program()
    ]
    return Submission(cells, sources, [])


def _reference_faults(assignment: Assignment, mode: Mode) -> Iterator[str]:
    sources = {cell.grade_id: cell.source for cell in assignment.lesson.blanks()}
    for seed in SEEDS:
        report = grade_submission(assignment, _submission(assignment, sources), seed, mode)
        for check in _checks(report):
            if check.outcome != "passed" or check.followed_through:
                yield f"check '{check.name}' refuses the reference: {check.outcome}, {check.cause}"


def _template_faults(assignment: Assignment, mode: Mode) -> Iterator[str]:
    sources = {cell.grade_id: template_of(cell) for cell in assignment.lesson.blanks()}
    report = grade_submission(assignment, _submission(assignment, sources), SEEDS[0], mode)
    for check in _checks(report):
        if check.outcome != "failed":
            yield (
                f"check '{check.name}': the released template ends as {check.outcome}; "
                f"it can award {check.max_points:g} points for no work"
            )


def _wrong_faults(assignment: Assignment, wrong: Wrong) -> Iterator[str]:
    name = f"known wrong answer '{wrong.name}' of '{wrong.blank}'"
    blanks = _blanks_in_reach(assignment, wrong)
    for seed in SEEDS:
        cells = grade_locally(assignment, {wrong.call: wrong.answer}, seed, blanks)
        own = next(cell for cell in cells if cell.grade_id == wrong.blank)
        failed = [check for check in own.checks if check.outcome == "failed"]
        if not failed:
            yield f"{name} loses nothing: no check of its blank refuses it"
        for check in failed:
            if check.diagnosis != wrong.name:
                yield f"{name} is taken for '{check.diagnosis}' by check '{check.name}': {check.cause}"
        yield from _lost_elsewhere(name, wrong.blank, cells)


def _blanks_in_reach(assignment: Assignment, wrong: Wrong) -> list[str]:
    """The blanks that this mistake could touch: TensorFlow's are tried only where they are its own or use it."""
    blanks = []
    for cell in assignment.lesson.blanks():
        checks = assignment.checks.of(cell.grade_id)
        near = cell.grade_id == wrong.blank or any(wrong.blank in check.uses for check in checks)
        if near or all(check.library == "numpy" for check in checks):
            blanks.append(cell.grade_id)
    return blanks


def _lost_elsewhere(name: str, blank: str, cells: list[CellReport]) -> Iterator[str]:
    for cell in cells:
        if cell.grade_id == blank:
            yield from (f"{name}: {check.cause}" for check in cell.checks if check.outcome == "grader error")
            continue
        for check in cell.checks:
            if check.outcome != "passed":
                yield f"{name} also loses check '{check.name}' of '{cell.grade_id}': {check.cause}"


def _checks(report: Report) -> list[CheckReport]:
    return [check for cell in report.cells for check in cell.checks]

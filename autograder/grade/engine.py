"""Grade one submission: judge all of its checks, then explain what failed, then draw it; and write the report."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from autograder import __version__, stages
from autograder.course.course import Assignment
from autograder.course.declarations import is_drawn
from autograder.course.lesson import BEGIN, END
from autograder.course.lesson import Cell as LessonCell
from autograder.course.numbers import Numbers
from autograder.course.reference import beside_data
from autograder.errors import MachineFault
from autograder.explain.along import is_of_objects
from autograder.explain.answers import CONSTANT
from autograder.explain.evidence import Evidence
from autograder.explain.names import Mistake
from autograder.explain.probe import STATE_KEPT, probe
from autograder.grade.bundle import as_released
from autograder.grade.forked import GradingProcess
from autograder.grade.given import GivenCells
from autograder.grade.judge import Attempt, Judge, report_on
from autograder.grade.sandboxes import begin, sandbox_for
from autograder.records import CellReport, CheckReport, Outcome, Picture, Report, total
from autograder.sandbox.inside import protocol
from autograder.sandbox.local import LocalSession
from autograder.sandbox.sandbox import Mode
from autograder.sandbox.session import Clock, OutOfTime, SandboxSession, Session
from autograder.sandbox.student import Logged
from autograder.stages import TooMuch
from autograder.submit.notebook import NotebookFile, Submission, Unreadable, read_notebook_file, read_submission
from autograder.submit.releases import release_of
from autograder.wording import clean

_EXPLAINING_SECONDS = 30.0  # of the student's program, after everything is judged; and as much of ours
_BLANK_SECONDS = 10.0  # of ours to explain the answers of one blank
_PICTURE_SECONDS = 10.0


def grade_file(assignment: Assignment, path: Path, student: str, mode: Mode) -> Report:
    """Grade a student's notebook or percent script. An unreadable one gets a report that says so, and no points."""
    numbers, course = assignment.numbers_of(student), assignment.course
    file, submission, problem = NotebookFile(), None, ""
    try:
        file = read_notebook_file(path)
        assignment = as_released(assignment, release_of(assignment, file.content)).with_numbers(numbers)
        prepare(assignment, mode)
        submission = read_submission(file.content, assignment, is_script=path.suffix == ".py")
    except Unreadable as unreadable:
        problem = str(unreadable)
    seed = course.seed(assignment.name, student, file.sha256)
    if submission:
        report = grade_submission(assignment, submission, student, seed, mode)
    else:
        report = grade_nothing(assignment, student, seed, mode, problem)
    report.submitted = file.sha256
    return report


def prepare(assignment: Assignment, mode: Mode) -> None:
    """Let the sandbox get warm in which grading begins, and meanwhile read the lesson and the checks."""
    begin(assignment, mode)
    _ = assignment.checks


def grade_nothing(
    assignment: Assignment, student: str, seed: str, mode: Mode, problem: str, outcome: Outcome = "not run"
) -> Report:
    """The report of a submission that was not graded; where the fault is ours, the outcome is "grader error", and what
    it was stands with the checks, for the instructor."""
    points, problems = (0.0, [problem]) if outcome == "not run" else (None, [])
    reports = [
        [report_on(check, outcome, points, problem) for check in assignment.checks.of(cell.grade_id)]
        for cell in assignment.lesson.blanks()
    ]
    return _assemble(assignment, student, seed, mode, problems, reports)


def grade_submission(
    assignment: Assignment, submission: Submission, student: str, seed: str, mode: Mode, is_alone: bool = True
) -> Report:
    """Grade what a student handed in, in sandboxes of the given mode; hidden inputs are drawn from `seed`.

    Raises MachineFault where the machine was too slow or killed the program, unless `is_alone`: then it is a grader
    error of the checks concerned. It is done in another process: whatever the student answers cannot make this one
    slow or large.
    """
    return _process(assignment.base, mode).ask(assignment.numbers, submission, student, seed, is_alone)


@functools.lru_cache(maxsize=8)
def _process(base: Assignment, mode: Mode) -> GradingProcess:
    prepare(base, mode)

    def grade(numbers: Numbers | None, submission: Submission, student: str, seed: str, is_alone: bool) -> Report:
        return grade_here(base.with_numbers(numbers), submission, student, seed, mode, is_alone)

    return GradingProcess(grade)


def grade_here(
    assignment: Assignment, submission: Submission, student: str, seed: str, mode: Mode, is_alone: bool = True
) -> Report:
    """As `grade_submission`, in this process."""
    checks, limits = assignment.checks, assignment.limits
    clock = Clock(stages.left_of(limits.submission_seconds))
    sessions: dict[str, SandboxSession] = {}

    def session_for(library: str) -> Session:
        if library not in sessions:
            sandbox = sandbox_for(assignment, library, mode)
            sessions[library] = SandboxSession(sandbox, submission.cells, limits, checks.reference, clock)
        return sessions[library]

    try:
        judge = Judge(
            checks,
            session_for,
            right_session(assignment),
            submission.sources,
            seed,
            _given_cells(assignment, submission, mode),
            is_alone,
            limits.submission_seconds,
        )
        judged = _judged(judge, assignment.lesson.blanks())
        if any(attempt.failed for attempts in judged.values() for attempt in attempts):
            clock.allow(_EXPLAINING_SECONDS)
        reports = _explained(judge, judged, is_ours=False)
        pictures = _pictures(reports, judge)
    finally:
        for session in sessions.values():
            session.close()
    report = _assemble(assignment, student, seed, mode, submission.problems, list(reports.values()))
    for cell in report.cells:
        cell.pictures = pictures.get(cell.grade_id, [])
    report.unprotected = sorted({layer for session in sessions.values() for layer in session.missing_layers()})
    return report


def _given_cells(assignment: Assignment, submission: Submission, mode: Mode) -> GivenCells:
    lesson, limits = assignment.lesson, assignment.limits
    given = [cell for cell in lesson.cells if cell.role == "given"]
    names = {cell.grade_id for cell in given}
    first = {cell.name for cell in itertools.takewhile(lambda cell: cell.name in names, submission.cells)}

    def alone(library: str) -> dict[str, protocol.Raised]:
        cells = [protocol.Cell(cell.grade_id, cell.source) for cell in lesson.program()]
        clock = Clock(limits.submission_seconds)
        reference = assignment.checks.reference
        session = SandboxSession(sandbox_for(assignment, library, mode), cells, limits, reference, clock)
        try:
            session.load()
        except OutOfTime:
            pass
        finally:
            session.close()
        return session.errors

    return GivenCells(given, first, alone)


def grade_locally(
    assignment: Assignment,
    replaced: dict[str, Any],
    seed: str,
    blanks: list[str],
    changed: dict[str, str] | None = None,
) -> list[CellReport]:
    """Grade the author's own answers in this process: the reference with some of its names `replaced`, such as "update"
    or "Momentum.update", or with the source of some cells `changed`."""
    program = assignment.lesson.program()
    last = max(number for number, cell in enumerate(program) if cell.grade_id in blanks)
    sources = {cell.grade_id: (changed or {}).get(cell.grade_id, cell.source) for cell in program[: last + 1]}
    cells_to_grade = [cell for cell in assignment.lesson.blanks() if cell.grade_id in blanks]
    with beside_data(assignment.lesson):
        cells = [protocol.Cell(name, source) for name, source in sources.items()]
        session = LocalSession(cells, replaced, assignment.checks.reference)
        judge = Judge(assignment.checks, lambda _: session, right_session(assignment), sources, seed)
        reports = _explained(judge, _judged(judge, cells_to_grade), is_ours=True)
    return [_cell_report(cell, reports[cell.grade_id]) for cell in cells_to_grade]


def _judged(judge: Judge, blanks: list[LessonCell]) -> dict[str, list[Attempt]]:
    return {cell.grade_id: judge.judge(cell.grade_id) for cell in blanks}


def _explained(judge: Judge, judged: dict[str, list[Attempt]], is_ours: bool) -> dict[str, list[CheckReport]]:
    """The reports of blanks, by name, once all are judged. An answer at which an explanation stops has none, unless it
    `is_ours`: then it is raised what it stops with."""
    until = stages.spent() + _EXPLAINING_SECONDS
    for blank, attempts in judged.items():
        if any(attempt.report.outcome == "failed" for attempt in attempts) and stages.spent() < until:
            try:
                with judge.stage(f"explanation of {blank}", _BLANK_SECONDS):
                    _explain(judge, blank, attempts)
            except TooMuch:
                pass
            except Exception as error:
                if is_ours or isinstance(error, MachineFault):
                    raise
    return {blank: [attempt.report for attempt in attempts] for blank, attempts in judged.items()}


def _explain(judge: Judge, blank: str, attempts: list[Attempt]) -> None:
    """Look for the one mistake that explains all answers of a blank."""
    log = [logged for attempt in attempts for logged in attempt.log]
    evidence = Evidence(blank, log, judge.checks)
    for attempt in attempts:
        if attempt.failed and not attempt.failed.failure.is_final:
            found = _confirmed(judge, evidence, attempt, attempts) or _ask_again(judge, attempt, log)
            found = found or evidence.zeros()
            if found:
                attempt.report.diagnosis, attempt.report.advice = found
        elif attempt.report.diagnosis == CONSTANT.name and (found := evidence.known()):  # a pass that was revoked
            attempt.report.diagnosis, attempt.report.advice = found


def _confirmed(judge: Judge, evidence: Evidence, attempt: Attempt, attempts: list[Attempt]) -> Mistake | None:
    """The mistake that explains what was answered, and what is answered to fresh inputs. A check that draws none is
    told by all that its blank answered, and by the fresh inputs of another check of it."""
    assert attempt.failed is not None
    found = evidence.diagnose(attempt.failed.failure, attempt.log)
    if found is None or any(map(is_of_objects, attempt.log)):  # which remember what others asked of them
        return found
    asked = attempt.log if is_drawn(attempt.check.function) else [logged for each in attempts for logged in each.log]
    drawing = [each.check for each in (attempt, *attempts) if each.failed and is_drawn(each.check.function)]
    try:
        fresh = judge.fresh(drawing[0]) if drawing else []
    except OutOfTime:
        return None
    except MachineFault:
        if not judge.is_alone:
            raise
        return None
    evidence.add(fresh)
    return evidence.diagnose(attempt.failed.failure, [*asked, *fresh])


def _ask_again(judge: Judge, attempt: Attempt, log: list[Logged]) -> Mistake | None:
    """Whether the answer is right in a fresh start, or with simpler inputs."""
    check, failed = attempt.check, attempt.failed
    try:
        session = judge.session_to_explain(check)
        if failed and failed.order:
            session.restart()
            if judge.try_draw(check, failed.draw, session, []) is None:
                return STATE_KEPT
        if check.library == "numpy" and failed and failed.failure.name != "changes-its-input":
            session.restart()
            return probe(judge.student(check.blank, session, []), attempt.log, log, judge.checks)
    except OutOfTime:
        pass
    except MachineFault:
        if not judge.is_alone:
            raise
    return None


def right_session(assignment: Assignment) -> Callable[[], Session]:
    """How to run the author's own program, in this process."""

    def session() -> Session:
        cells = [protocol.Cell(cell.grade_id, cell.source) for cell in assignment.lesson.program()]
        with beside_data(assignment.lesson):
            return LocalSession(cells, {}, assignment.checks.reference)

    return session


def _pictures(reports: dict[str, list[CheckReport]], judge: Judge) -> dict[str, list[Picture]]:
    """The pictures of the blanks that lost points. What cannot be drawn is left out: the report says it in words."""
    drawn: dict[str, list[Picture]] = {}
    for each in judge.checks.pictures:
        if all(check.outcome != "failed" or check.diagnosis == "empty" for check in reports[each.blank]):
            continue
        try:
            with judge.stage(f"picture of {each.blank}", _PICTURE_SECONDS):
                picture = each.function(judge.student(each.blank, judge.session(each.library), []))
        except Exception as error:  # whatever a wrong answer does to a picture
            if isinstance(error, MachineFault) and not judge.is_alone:
                raise
            continue
        if picture is not None:
            drawn.setdefault(each.blank, []).append(picture)
    return drawn


def _assemble(
    assignment: Assignment, student: str, seed: str, mode: Mode, problems: list[str], reports: list[list[CheckReport]]
) -> Report:
    blanks = assignment.lesson.blanks()
    cells = [_cell_report(cell, checks) for cell, checks in zip(blanks, reports, strict=True)]
    for cell in cells:
        cell.section = assignment.lesson.section(cell.grade_id)
    return Report(
        assignment=assignment.name,
        student=student,
        points=total([cell.points for cell in cells]),
        max_points=sum(cell.max_points for cell in cells),
        seed=seed,
        grader=__version__,
        sandbox=mode,
        problems=[clean(problem) for problem in problems],
        cells=cells,
    )


def _cell_report(cell: LessonCell, checks: list[CheckReport]) -> CellReport:
    return CellReport(
        cell.grade_id,
        title_of(cell.source, cell.grade_id),
        total([check.points for check in checks]),
        sum(check.max_points for check in checks),
        checks,
    )


def title_of(source: str, grade_id: str) -> str:
    """What a blank is about: the first line of its function's docstring, or its first comment."""
    outside = re.split(rf"^\s*{re.escape(BEGIN)}[\s\S]*?{re.escape(END)}", source, flags=re.MULTILINE)[0]
    for pattern in (r'^\s+"""(.+?)(?:"""|$)', r"^# (.+)$"):
        found = re.search(pattern, outside, flags=re.MULTILINE)
        if found:
            return found[1].strip()
    return grade_id

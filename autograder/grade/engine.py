"""Grade one submission: run every check of every blank and write down how each ended."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from autograder import __version__
from autograder.author.lesson import BEGIN, END, beside_data
from autograder.author.lesson import Cell as LessonCell
from autograder.checks import Check, CheckList, FollowedThrough
from autograder.course import Assignment
from autograder.errors import GraderFault, Unclear
from autograder.grade.compare import Failure
from autograder.grade.diagnose import CONSTANT, Evidence, is_one_answer
from autograder.grade.draw import Draw
from autograder.grade.inside import border
from autograder.grade.probe import STATE_KEPT, probe
from autograder.grade.sandbox import Mode, Sandbox, warm_sandbox
from autograder.grade.session import Clock, LocalSession, OutOfTime, SandboxSession, Session
from autograder.grade.student import Logged, Student, still_empty
from autograder.records import CellReport, CheckReport, Outcome, Picture, Report, total
from autograder.report.wording import printable
from autograder.submit.notebook import Submission, Unreadable, read_file, read_submission


def grade_file(assignment: Assignment, path: Path, student: str, mode: Mode) -> Report:
    """Grade a student's notebook or percent script. An unreadable one gets a report that says so, and no points."""
    assignment = assignment.with_numbers(assignment.numbers_of(student))
    prepare(assignment, mode)
    seed = assignment.course.seed(assignment.name, student)
    content = b""
    try:
        content = read_file(path)
        submission = read_submission(content, assignment, is_script=path.suffix == ".py")
    except Unreadable as unreadable:
        report = grade_nothing(assignment, student, seed, mode, str(unreadable))
    else:
        report = grade_submission(assignment, submission, student, seed, mode)
    report.submitted = fingerprint(content)
    return report


def fingerprint(submitted: bytes) -> str:
    """What a report says of the bytes that it is on; nothing where there were none."""
    return sha256(submitted).hexdigest() if submitted else ""


def prepare(assignment: Assignment, mode: Mode) -> None:
    """Let the sandbox get warm in which grading begins, and meanwhile read the lesson and the checks."""
    _sandbox(assignment, "numpy", mode).begin()
    _ = assignment.checks


def grade_nothing(
    assignment: Assignment, student: str, seed: str, mode: Mode, problem: str, outcome: Outcome = "not run"
) -> Report:
    """The report of a submission that was not graded; where the fault is ours, the outcome is "grader error", and what
    it was stands with the checks, for the instructor."""
    points, problems = (0.0, [problem]) if outcome == "not run" else (None, [])
    reports = [
        [_report(check, outcome, points, problem) for check in assignment.checks.of(cell.grade_id)]
        for cell in assignment.lesson.blanks()
    ]
    return _assemble(assignment, student, seed, mode, problems, reports)


def grade_submission(assignment: Assignment, submission: Submission, student: str, seed: str, mode: Mode) -> Report:
    """Grade what a student handed in, in sandboxes of the given mode; hidden inputs are drawn from `seed`."""
    checks, limits = assignment.checks, assignment.limits
    clock = Clock(limits.submission_seconds)
    sessions: dict[str, SandboxSession] = {}

    def session_for(library: str) -> Session:
        if library not in sessions:
            sandbox = _sandbox(assignment, library, mode)
            sessions[library] = SandboxSession(sandbox, submission.cells, limits, _reference(checks), clock)
        return sessions[library]

    try:
        blanks = [cell.grade_id for cell in assignment.lesson.blanks()]
        reports = _grade_blanks(blanks, checks, session_for, submission.sources, seed)
        pictures = _pictures(dict(zip(blanks, reports, strict=True)), checks, session_for, submission.sources)
    finally:
        for session in sessions.values():
            session.close()
    report = _assemble(assignment, student, seed, mode, submission.problems, reports)
    for cell in report.cells:
        cell.pictures = pictures.get(cell.grade_id, [])
    report.unprotected = sorted({layer for session in sessions.values() for layer in session.missing_layers()})
    return report


def _sandbox(assignment: Assignment, library: str, mode: Mode) -> Sandbox:
    libraries = list(dict.fromkeys([*assignment.settings.libraries, library]))
    files = tuple(assignment.course.root / "source_data" / name for name in assignment.settings.data)
    return warm_sandbox(libraries, mode, files)


def grade_locally(
    assignment: Assignment,
    replaced: dict[str, Any],
    seed: str,
    blanks: list[str],
    changed: dict[str, str] | None = None,
) -> list[CellReport]:
    """Grade the author's own answers in this process: the reference with some of its names `replaced`, or with
    the source of some cells `changed`."""
    program = assignment.lesson.program()
    last = max(number for number, cell in enumerate(program) if cell.grade_id in blanks)
    sources = {cell.grade_id: (changed or {}).get(cell.grade_id, cell.source) for cell in program[: last + 1]}
    cells_to_grade = [cell for cell in assignment.lesson.blanks() if cell.grade_id in blanks]
    names = [cell.grade_id for cell in cells_to_grade]
    with beside_data(assignment.lesson):
        cells = [border.Cell(name, source) for name, source in sources.items()]
        session = LocalSession(cells, replaced, _reference(assignment.checks))
        reports = _grade_blanks(names, assignment.checks, lambda _: session, sources, seed)
    return [_cell_report(cell, checks) for cell, checks in zip(cells_to_grade, reports, strict=True)]


_MOST_ENTRIES = 24  # rows or columns that a picture of an array shows
_LONGEST = 200  # characters of a word that a report keeps
_ATTEMPTS = 5  # to draw inputs that tell right from wrong
_HUNG = "did-not-finish"
_NEVER_ENDS = Failure("it does not end", name=_HUNG, is_final=True)


class _Attempt(msgspec.Struct):
    """What came of one check, before it is known which mistake explains all failures of its blank."""

    check: Check
    failed: _Failed | None
    log: list[Logged]
    report: CheckReport


class _Failed(msgspec.Struct):
    failure: Failure
    order: int  # how many draws were asked before
    draw: int


def _grade_blanks(
    blanks: list[str], checks: CheckList, session_for: Callable[[str], Session], sources: dict[str, str], seed: str
) -> list[list[CheckReport]]:
    """Grade the blanks in the lesson's order: what was lost in one is not lost again in those that use it."""
    reports: list[list[CheckReport]] = []
    lost: dict[str, bool] = {}  # the blanks that were lost, and whether by not ending
    for blank in blanks:
        report = _grade_blank(blank, checks, session_for, sources, seed, lost)
        failed = [check for check in report if check.outcome == "failed"]
        if failed:
            lost[blank] = any(check.diagnosis == _HUNG for check in failed)
        reports.append(report)
    return reports


def _grade_blank(
    blank: str,
    checks: CheckList,
    session_for: Callable[[str], Session],
    sources: dict[str, str],
    seed: str,
    lost: dict[str, bool],
) -> list[CheckReport]:
    """Run the checks of one blank, then look for the one mistake that explains all of its answers."""
    attempts = [_run(check, checks, session_for(check.library), sources, seed, lost) for check in checks.of(blank)]
    answers = [logged for attempt in attempts for logged in attempt.log]
    if any(attempt.failed for attempt in attempts) and is_one_answer(answers):
        # What is right once because it is the visible number was not computed.
        for attempt in attempts:
            if attempt.report.outcome == "passed":
                attempt.report = _report(attempt.check, "failed", 0.0, "it gives this answer whatever it is asked")
                attempt.report.diagnosis, attempt.report.advice = CONSTANT
    evidence = Evidence(blank, answers, checks)
    for attempt in attempts:
        if not attempt.failed:
            continue
        failure = attempt.failed.failure
        name, advice = failure.name, ""
        if not failure.is_final:
            name, advice = evidence.diagnose(failure, attempt.log)
            if not advice:
                found = _ask_again(attempt, attempt.failed, checks, session_for(attempt.check.library), sources, seed)
                name, advice = found if found[0] else (name, advice)
        attempt.report.diagnosis, attempt.report.advice = name, advice
    for attempt in attempts:
        attempt.report.answer = _answer(attempt.log, blank)
    return [attempt.report for attempt in attempts]


def _answer(log: list[Logged], blank: str) -> float | str | None:
    """The number or the word that was judged, where the answer is one."""
    values = [logged.value for logged in log if logged.name == blank and not _asked(logged)]
    if not values or isinstance(values[-1], bool):
        return None
    if isinstance(values[-1], str):
        return clean(values[-1][:_LONGEST])
    array = np.asarray(values[-1]) if isinstance(values[-1], (int, float, np.ndarray)) else np.empty(0)
    return (
        float(array.reshape(())) if array.size == 1 and array.dtype.kind in "iuf" and np.isfinite(array).all() else None
    )


def _asked(logged: Logged) -> bool:
    return bool(logged.args or logged.kwargs or logged.figure)


def _ask_again(
    attempt: _Attempt, failed: _Failed, checks: CheckList, session: Session, sources: dict[str, str], seed: str
) -> tuple[str, str]:
    """Whether the answer is right in a fresh start, or with simpler inputs."""
    check = attempt.check
    try:
        session.stand_in(())
        if failed.order:
            session.restart()
            if _try_draw(check, failed.draw, checks, session, sources, seed, []) is None:
                return STATE_KEPT
        if check.library == "numpy":
            session.restart()
            return probe(Student(session, check.blank, sources, checks.reference, []), attempt.log, checks)
    except OutOfTime:
        pass
    return "", ""


def _run(
    check: Check, checks: CheckList, session: Session, sources: dict[str, str], seed: str, lost: dict[str, bool]
) -> _Attempt:
    """Run one check with the student's own earlier answers and, where that fails, the reference for those `lost`."""
    log: list[Logged] = []
    session.stand_in(())
    try:
        stand_ins = tuple(name for name in check.uses if name in lost)
        waited = any(lost[name] for name in stand_ins)  # what does not end is not waited for again
        failed = _Failed(_NEVER_ENDS, 0, 0) if waited else _try(check, checks, session, sources, seed, log)
        if failed is None or isinstance(failed, FollowedThrough):
            report = _report(check, "passed", check.points, failed.cause if failed else "")
            report.followed_through = failed is not None
            return _Attempt(check, None, log, report)
        report = _report(check, "failed", 0.0, failed.failure.cause)
        report.wrong_entries = _entries(failed.failure)
        if stand_ins and failed.failure.cause != still_empty(check.blank):
            session.stand_in(stand_ins)
            with_the_right_ones = _try(check, checks, session, sources, seed, log if waited else [])
            if not isinstance(with_the_right_ones, _Failed):
                cause = (
                    f"with the right {_listed(stand_ins)} in its place: right; with your own: {failed.failure.cause}"
                )
                report = _report(check, "passed", check.points, cause)
                report.followed_through, report.wrong_entries, failed = True, [], None
            elif waited:
                failed = with_the_right_ones
                report.cause, report.wrong_entries = clean(failed.failure.cause), _entries(failed.failure)
        return _Attempt(check, failed, log, report)
    except OutOfTime:
        cause = "the submission had used all its time before this check"
        return _Attempt(check, None, log, _report(check, "not run", 0.0, cause))
    except GraderFault as fault:
        return _Attempt(check, None, log, _report(check, "grader error", None, str(fault)))
    except Exception as error:  # a check must not stop, whatever a student answers: ours to mend
        cause = f"check '{check.name}' stops: {type(error).__name__}: {error}"
        return _Attempt(check, None, log, _report(check, "grader error", None, cause))


def _try(
    check: Check, checks: CheckList, session: Session, sources: dict[str, str], seed: str, log: list[Logged]
) -> _Failed | FollowedThrough | None:
    """All draws of a check: no failure when the student passes each, else the first. Fills `log`.

    After a failure the other draws are asked too, for a diagnosis that explains them all. At the end the first of
    several comes once more: an answer must not depend on what was asked before.
    """
    first: _Failed | None = None
    draws = range(check.draws)
    for order, draw in enumerate([*draws, 0] if check.draws > 1 else draws):
        try:
            ended = _try_draw(check, draw, checks, session, sources, seed, log)
        except OutOfTime:
            if first is None:
                raise
            return first
        if isinstance(ended, FollowedThrough):
            return ended  # a question that draws nothing: it is asked once
        if ended:
            first = first or _Failed(ended, order, draw)
            if ended.is_final:
                break
    return first


def _try_draw(
    check: Check,
    draw: int,
    checks: CheckList,
    session: Session,
    sources: dict[str, str],
    seed: str,
    log: list[Logged],
) -> Failure | FollowedThrough | None:
    before = len(log)
    for attempt in range(_ATTEMPTS):
        student = Student(session, check.blank, sources, checks.reference, log)
        try:
            return check.function(student, *([Draw(seed, check.name, draw, attempt)] if _wants_draw(check) else []))
        except Failure as failure:
            return failure
        except Unclear:
            if not _wants_draw(check) or attempt == _ATTEMPTS - 1:
                raise
            del log[before:]
    raise AssertionError("the last attempt returns or raises")


def _wants_draw(check: Check) -> bool:
    code = check.function.__code__
    return "draw" in code.co_varnames[: code.co_argcount]


def _reference(checks: CheckList) -> Any:
    def call(name: str, args: list[Any], kwargs: list[tuple[str, Any]]) -> Any:
        return getattr(checks.reference, name)(*args, **dict(kwargs))

    return call


def _report(check: Check, outcome: Outcome, points: float | None, cause: str = "") -> CheckReport:
    return CheckReport(check.name, check.sentence, outcome, points, check.points, clean(cause))


def _pictures(
    reports: dict[str, list[CheckReport]],
    checks: CheckList,
    session_for: Callable[[str], Session],
    sources: dict[str, str],
) -> dict[str, list[Picture]]:
    """The pictures of the blanks that lost points. What cannot be drawn is left out: the report says it in words."""
    drawn: dict[str, list[Picture]] = {}
    for each in checks.pictures:
        if all(check.outcome != "failed" or check.diagnosis == "empty" for check in reports[each.blank]):
            continue
        with contextlib.suppress(Exception):  # whatever a wrong answer does to a picture
            session = session_for(each.library)
            session.stand_in(())
            picture = each.function(Student(session, each.blank, sources, checks.reference, []))
            if picture is not None:
                drawn.setdefault(each.blank, []).append(picture)
    return drawn


def _entries(failure: Failure) -> list[list[bool]]:
    """Which entries are wrong, where a picture can show it: some of a few rows and columns."""
    bad = failure.bad
    if bad is None or not 1 <= bad.ndim <= 2 or bad.all() or max(bad.shape) > _MOST_ENTRIES:
        return []
    return np.atleast_2d(bad).tolist()


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


def clean(text: str) -> str:
    """Text that came from a submission, on one line, without control characters."""
    return printable(text[:1000]).strip()


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

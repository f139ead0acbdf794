"""Judge one submission: every check ends as passed, failed, not run or grader error."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator

import msgspec
import numpy as np

from autograder import stages
from autograder.asserts.compare import Failure, asking_on
from autograder.asserts.describe import describe
from autograder.asserts.draw import Draw
from autograder.course.check_list import CheckList
from autograder.course.declarations import Check, FollowedThrough, is_drawn
from autograder.errors import GraderFault, MachineFault, Unclear
from autograder.explain.answers import CONSTANT, is_one_answer
from autograder.grade.given import GivenCells
from autograder.records import CheckReport, Outcome
from autograder.sandbox.kept import kept
from autograder.sandbox.session import OutOfTime, Session
from autograder.sandbox.student import Logged, Student, still_empty
from autograder.stages import TooLarge, TooMuch
from autograder.wording import clean

_MOST_ENTRIES = 24  # rows or columns that a picture of an array shows
_LONGEST = 200  # characters of a word that a report keeps
_CHECK_SECONDS = 60.0  # of processor time, beside what the student's program takes
_LIBRARY_MB = 1024  # of a check whose reference may load TensorFlow, once it is called back
_COMPARING_SECONDS = 5.0  # to see whether all answers of a blank are one
_FRESH = 2  # draws to confirm a mistake
_ATTEMPTS = 5  # to draw inputs that tell right from wrong
_HUNG = "did-not-finish"
_WITHOUT_LIBRARY = Failure(
    "the numbers are right, but they are computed without TensorFlow; the text asks TensorFlow for them",
    name="without-tensorflow",
    is_final=True,
)
_NEVER_ENDS = Failure("it does not end", name=_HUNG, is_final=True)


class Failed(msgspec.Struct):
    """The first failure of a check: in which draw, and after how many."""

    failure: Failure
    order: int
    draw: int


class Attempt(msgspec.Struct):
    """What came of one check: its report, the failure behind it if there is one, and all that was asked."""

    check: Check
    failed: Failed | None
    log: list[Logged]
    report: CheckReport


class Judge:
    """Runs the checks of one submission in the lesson's order: what was lost in one blank is not lost again in those
    that use it.

    Where it `is_alone` on this machine, a MachineFault is the outcome of the check that met it and of those after it;
    else it is raised, for another try.
    """

    def __init__(
        self,
        checks: CheckList,
        session_for: Callable[[str], Session],
        right_session: Callable[[], Session],
        sources: dict[str, str],
        seed: str,
        given: GivenCells | None = None,
        is_alone: bool = True,
        seconds: float = math.inf,
    ) -> None:
        """`right_session` gives the author's own program; judging may take `seconds` of processor time, beside what the
        student's program takes."""
        self.checks, self.is_alone, self._seconds = checks, is_alone, seconds
        self._given, self._fault = given, ""
        self._session_for, self._sources, self._seed = session_for, sources, seed
        self._right_session = right_session
        self._sessions: list[Session] = []
        self._fresh: dict[str, list[Logged]] = {}  # by check
        self._needing: set[str] = set()  # the blanks that need the library which the text asks for
        self._lost: dict[str, bool] = {}  # the blanks that were lost, and whether by not ending

    def attempts(self, blank: str) -> Iterator[Attempt]:
        """Run the checks of one blank, one after another."""
        return map(self._attempt, self.checks.of(blank))

    def judge(self, blank: str) -> list[Attempt]:
        """Run the checks of one blank, and say what they say together."""
        attempts = [*self.attempts(blank)]
        failures = [attempt.failed.failure for attempt in attempts if attempt.failed]
        if failures and self._is_one_answer(blank, attempts):
            # If a function returns one value for every input, a pass on the visible example is revoked.
            for attempt in attempts:
                if attempt.report.outcome == "passed":
                    attempt.report = report_on(
                        attempt.check, "failed", 0.0, "it gives this answer whatever it is asked"
                    )
                    attempt.report.diagnosis, attempt.report.advice = CONSTANT
        if failures:
            self._lost[blank] = any(failure.name == _HUNG for failure in failures)
        for attempt in attempts:
            attempt.report.answer = _answer(attempt.log, blank)
        return attempts

    def _is_one_answer(self, blank: str, attempts: list[Attempt]) -> bool:
        with contextlib.suppress(TooMuch), self.stage(f"comparison of {blank}", _COMPARING_SECONDS):
            return is_one_answer([logged for attempt in attempts for logged in attempt.log])
        return False

    def session(self, library: str) -> Session:
        """The student's program with all its own answers."""
        session = self._session_for(library)
        if session not in self._sessions:
            self._sessions.append(session)
        session.stand_in(())
        return session

    def session_to_explain(self, check: Check) -> Session:
        """The same, with what is right in place of the earlier answers that were lost."""
        session = self.session(check.library)
        session.stand_in(tuple(name for name in check.uses if name in self._lost))
        return session

    @contextlib.contextmanager
    def stage(self, name: str, seconds: float, memory_mb: int = stages.MEMORY_MB) -> Iterator[None]:
        """A stage of grading. Raises TooMuch, after the student's program was begun again from its cells, since it may
        have been left in the middle of an answer."""
        try:
            with stages.stage(name, seconds, memory_mb):
                yield
        except TooMuch:
            for session in self._sessions:
                session.restart()
            raise

    def student(self, blank: str, session: Session, log: list[Logged], in_place: bool = False) -> Student:
        return Student(session, blank, self._sources, self.checks.reference, log, in_place)

    def fresh(self, check: Check) -> list[Logged]:
        """What is answered to inputs that are drawn to see whether a mistake is what it looks like."""
        if check.name in self._fresh:
            return self._fresh[check.name]
        log = self._fresh[check.name] = []
        session = self.session_to_explain(check)
        for draw in range(check.draws, check.draws + _FRESH):
            try:
                with asking_on():
                    self.try_draw(check, draw, session, log)
            except (OutOfTime, TooMuch, GraderFault):
                raise
            except Exception:  # a check is written for answers that passed what it looked at before; or Unclear
                continue
        return log

    def try_draw(
        self, check: Check, draw: int, session: Session, log: list[Logged]
    ) -> Failure | FollowedThrough | None:
        """One draw of a check, drawn again while it is unclear."""
        before = len(log)
        for attempt in range(_ATTEMPTS):
            student = self.student(check.blank, session, log, check.in_place)
            drawn = (
                [Draw(self._seed, check.name, draw, attempt, check.library == "numpy")]
                if is_drawn(check.function)
                else []
            )
            try:
                return check.function(student, *drawn)
            except Failure as failure:
                failure.__traceback__ = failure.__context__ = None  # which hold all that the check looked at
                return failure
            except Unclear:
                if not drawn or attempt == _ATTEMPTS - 1:
                    raise
                del log[before:]
        raise AssertionError("the last attempt returns or raises")

    def _attempt(self, check: Check) -> Attempt:
        log: list[Logged] = []
        memory_mb = stages.MEMORY_MB if check.library == "numpy" else _LIBRARY_MB
        try:
            if self._fault:
                raise GraderFault(self._fault)
            if stages.spent() > self._seconds:
                raise OutOfTime
            with self.stage(f"check {check.name}", _CHECK_SECONDS, memory_mb):
                return self._judged(check, log)
        except TooMuch as error:
            if isinstance(error, TooLarge) and not self._takes_what_is_right(check, memory_mb):
                cause = f"check '{check.name}' takes more than {memory_mb} MB of memory, with the right answer too"
                return Attempt(check, None, log, report_on(check, "grader error", None, cause))
            name = "wrong-kind" if isinstance(error, TooLarge) else _HUNG
            failure = Failure(f"{check.blank}: {error}", name=name, is_final=True)
            return Attempt(check, Failed(failure, 0, 0), log, _report_of(check, failure))
        except OutOfTime:
            cause = "the submission had used all its time before this check"
            return Attempt(check, None, log, report_on(check, "not run", 0.0, cause))
        except GraderFault as fault:
            if isinstance(fault, MachineFault):
                if not self.is_alone:
                    raise
                self._fault = str(fault)
            return Attempt(check, None, log, report_on(check, "grader error", None, str(fault)))
        except Exception as error:
            if self._takes_what_is_right(check, memory_mb):
                found = f"{log[-1].name} gives {describe(log[-1].value)}" if log else check.blank
                cause = f"{found}, which cannot be compared with what is right"
                failure = Failure(cause, name="wrong-kind", is_final=True)
                return Attempt(check, Failed(failure, 0, 0), log, _report_of(check, failure))
            cause = f"check '{check.name}' stops: {type(error).__name__}: {error}"
            return Attempt(check, None, log, report_on(check, "grader error", None, cause))

    def _takes_what_is_right(self, check: Check, memory_mb: int) -> bool:
        """Whether a check judges the right answer, once it stopped at a student's: then that was what stopped it."""
        try:
            with stages.stage(f"check {check.name} of what is right", _CHECK_SECONDS, memory_mb):
                right = self._right_session()
                for draw in range(check.draws):
                    self.try_draw(check, draw, right, [])
        except Exception:
            return False
        return True

    def _judged(self, check: Check, log: list[Logged]) -> Attempt:
        """Run one check with the student's own earlier answers and, where that fails, the reference for those lost."""
        session = self.session(check.library)
        stand_ins = tuple(name for name in check.uses if name in self._lost)
        is_known_to_hang = any(self._lost[name] for name in stand_ins)
        failed = Failed(_NEVER_ENDS, 0, 0) if is_known_to_hang else self._try(check, session, log)
        if not failed and self._does_without(check):
            failed = Failed(_WITHOUT_LIBRARY, 0, 0)
            return Attempt(check, failed, log, _report_of(check, failed.failure))
        if not isinstance(failed, Failed):
            report = report_on(check, "passed", check.points, failed.cause if failed else "")
            report.followed_through = failed is not None
            return Attempt(check, None, log, report)
        own, instead = failed.failure.cause, ""
        if stand_ins and own != still_empty(check.blank):
            session.stand_in(stand_ins)
            log.clear()  # a mistake of this blank is seen alone where everything before it is right
            failed = self._try(check, session, log)
            instead = f"with the right {_listed(stand_ins)} in {'its' if len(stand_ins) == 1 else 'their'} place: "
            if not isinstance(failed, Failed):
                report = report_on(check, "passed", check.points, f"{instead}right; with your own: {own}")
                report.followed_through = True
                return Attempt(check, None, log, report)
        if self._given and (fault := self._given.fault(failed.failure, session.errors, check.library)):
            raise GraderFault(fault)
        report = _report_of(check, failed.failure)
        if not is_known_to_hang and failed.failure.cause != own:
            report.cause = instead + report.cause
        return Attempt(check, failed, log, report)

    def _does_without(self, check: Check) -> bool:
        """Whether what the text asks of TensorFlow is right where TensorFlow is taken away. A blank that was not, once,
        is not asked again: its other checks ask the same function."""
        if check.library == "numpy" or check.blank in self._needing:
            return False
        session = self.session("numpy")
        if check.library in session.forbidden:
            try:
                if self.try_draw(check, 0, session, []) is None:
                    return True
            except (MachineFault, TooMuch):
                raise
            except Exception:  # whatever a check makes of an answer without its library, it was right with it
                pass
        self._needing.add(check.blank)
        return False

    def _try(self, check: Check, session: Session, log: list[Logged]) -> Failed | FollowedThrough | None:
        """All draws of a check: no failure when the student passes each, else the first. Fills `log`.

        After a failure the other draws are asked too, for a diagnosis that explains them all. At the end the first of
        several is asked once more: an answer must not depend on what was asked before.
        """
        first: Failed | None = None
        draws = range(check.draws)
        for order, draw in enumerate([*draws, 0] if check.draws > 1 else draws):
            try:
                ended = self.try_draw(check, draw, session, log)
            except OutOfTime:
                if first is None:
                    raise
                return first
            if isinstance(ended, FollowedThrough):
                return ended  # a question that draws nothing: it is asked once
            if ended:
                if (small := kept(ended.found)) is not ended.found:
                    # No more such answers are asked for: one is enough to know, and each takes its time.
                    ended.found, ended.is_final = small, True
                first = first or Failed(ended, order, draw)
                if ended.is_final:
                    break
        return first


def _report_of(check: Check, failure: Failure) -> CheckReport:
    report = report_on(check, "failed", 0.0, failure.cause)
    report.diagnosis, report.wrong_entries = failure.name, _entries(failure)
    return report


def report_on(check: Check, outcome: Outcome, points: float | None, cause: str = "") -> CheckReport:
    return CheckReport(check.name, check.sentence, outcome, points, check.points, clean(cause))


def _answer(log: list[Logged], blank: str) -> float | str | None:
    """The number or the word that was judged, where the answer is one."""
    values = [logged.value for logged in log if logged.name == blank and not _asked(logged)]
    if not values or isinstance(values[-1], bool):
        return None
    if isinstance(values[-1], str):
        return clean(values[-1][:_LONGEST])
    array = np.asarray(values[-1]) if isinstance(values[-1], (int, float, np.ndarray)) else np.empty(0)
    is_number = array.size == 1 and array.dtype.kind in "iuf" and np.isfinite(array).all()
    return float(array.reshape(())) if is_number else None


def _asked(logged: Logged) -> bool:
    return bool(logged.args or logged.kwargs or logged.figure)


def _entries(failure: Failure) -> list[list[bool]]:
    """Which entries are wrong, where a picture can show it: some of a few rows and columns."""
    bad = failure.bad
    if bad is None or not 1 <= bad.ndim <= 2 or bad.all() or max(bad.shape) > _MOST_ENTRIES:
        return []
    return np.atleast_2d(bad).tolist()


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

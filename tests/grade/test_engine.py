"""How the engine judges: when an answer is right, what is paid for once, what earns nothing."""

import itertools
import re
from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.asserts.compare import Failure, assert_close
from autograder.asserts.draw import Draw
from autograder.course.course import Course
from autograder.course.declarations import Check
from autograder.errors import GraderFault, Unclear
from autograder.grade.engine import grade_locally, grade_nothing
from autograder.grade.judge import Judge
from autograder.records import CheckReport
from autograder.sandbox.inside.protocol import Cell
from autograder.sandbox.local import LocalSession
from autograder.sandbox.session import OutOfTime


def checks(project: Course, blank: str, **replaced: Any) -> list[CheckReport]:
    cells = grade_locally(project.assignment("two_layer"), replaced, "seed", [*replaced, blank])
    return next(cell.checks for cell in cells if cell.grade_id == blank)


def mistakes(project: Course, blank: str, answer: Any) -> set[str]:
    return {check.diagnosis for check in checks(project, blank, **{blank: answer}) if check.outcome == "failed"}


COUNTS_CALLS = """
calls = 0
def sigmoid(x):
    global calls
    calls += 1
    return 1 / (1 + np.exp(-x)) + (calls > 1)
"""
RIGHT_ONCE_FOR_EACH_INPUT = """
seen = set()
def sigmoid(x):
    again = x.tobytes() in seen
    seen.add(x.tobytes())
    return 1 / (1 + np.exp(-x)) + again
"""


@pytest.mark.parametrize("source", [COUNTS_CALLS, RIGHT_ONCE_FOR_EACH_INPUT])
def test_an_answer_must_not_depend_on_what_was_asked_before(source: str, project: Course) -> None:
    cells = grade_locally(project.assignment("two_layer"), {}, "seed", ["sigmoid"], {"sigmoid": source})
    assert {check.diagnosis for check in cells[0].checks} == {"state-kept"}


def judge_of(project: Course, function: Callable[..., None], draws: int = 1, relu: str = "") -> Judge:
    """A judge of one check, worth 2 points, and of an answer to `relu`."""
    check = Check("looks", "relu", "looks at inputs", 2.0, draws, (), "numpy", function)
    checks = msgspec.structs.replace(project.assignment("two_layer").checks, checks=[check])
    session = LocalSession([Cell("relu", relu)], {}, None)
    return Judge(checks, lambda _: session, lambda: session, {"relu": relu}, "seed")


@pytest.mark.parametrize(
    ("without", "outcome"),
    [
        ("return abs(x)", "failed"),
        ("raise ImportError", "passed"),
        ("return 'no number'", "passed"),
        ("return None", "passed"),
    ],
)
def test_what_a_check_makes_of_an_answer_without_its_library_costs_nothing(
    without: str, outcome: str, project: Course
) -> None:
    def looks(student: Any) -> None:
        if student.relu(-1.0) + 1 != 2:  # which stops at what is no number
            raise Failure("it is not 1")

    check = Check("looks", "relu", "looks", 2.0, 1, (), "tensorflow", looks)
    checks = msgspec.structs.replace(project.assignment("two_layer").checks, checks=[check])
    answers = {"tensorflow": "return abs(x)", "numpy": without}
    sessions = {name: LocalSession([Cell("relu", f"def relu(x): {text}")], {}, None) for name, text in answers.items()}
    sessions["numpy"].forbidden = ("tensorflow",)
    judge = Judge(checks, sessions.__getitem__, lambda: sessions["tensorflow"], {"relu": ""}, "seed")
    (attempt,) = judge.judge("relu")
    assert attempt.report.outcome == outcome


RIGHT_ONCE = """
seen = []
def relu(x):
    seen.append(x)
    return 0.0 if seen.count(x) > 1 else x
"""


@pytest.mark.parametrize("draws", [1, 2, 3])
def test_the_first_of_several_draws_is_asked_again_at_the_end(draws: int, project: Course) -> None:
    drawn: list[float] = []

    def looks(student: Any, draw: Draw) -> None:
        drawn.append(draw.number(0, 1))
        assert_close(student.relu(drawn[-1]), drawn[-1], of="relu(x)")

    (attempt,) = judge_of(project, looks, draws, RIGHT_ONCE).judge("relu")
    assert len({*drawn}) == draws
    if draws == 1:
        assert (attempt.report.outcome, attempt.report.points, len(drawn)) == ("passed", 2.0, 1)
    else:
        assert drawn == [*drawn[:draws], drawn[0]]
        assert (attempt.report.outcome, attempt.report.points) == ("failed", 0.0)
        assert attempt.failed
        assert (attempt.failed.order, attempt.failed.draw) == (draws, 0)


@pytest.mark.parametrize(
    ("error", "outcome", "points", "cause"),
    [
        (
            GraderFault("the sandbox gives no child: no room"),
            "grader error",
            None,
            "the sandbox gives no child: no room",
        ),
        (Unclear("these inputs tell nothing"), "grader error", None, "these inputs tell nothing"),
        (KeyError("X"), "grader error", None, "check 'looks' stops: KeyError: 'X'"),
        (OutOfTime(), "not run", 0.0, "the submission had used all its time before this check"),
        (Failure("relu is wrong"), "failed", 0.0, "relu is wrong"),
    ],
)
def test_what_a_check_gives_that_does_not_pass(
    error: Exception, outcome: str, points: float | None, cause: str, project: Course
) -> None:
    def looks(student: Any) -> None:
        raise error

    (attempt,) = judge_of(project, looks).judge("relu")
    told = attempt.report
    assert (told.outcome, told.points, told.max_points, told.cause) == (outcome, points, 2.0, cause)


@pytest.mark.parametrize("clear_after", [0, 2, 99])
def test_inputs_that_are_unclear_are_drawn_again(clear_after: int, project: Course) -> None:
    drawn: list[float] = []

    def looks(student: Any, draw: Draw) -> None:
        drawn.append(draw.number(0, 1))
        if len(drawn) <= clear_after:
            raise Unclear("these inputs tell nothing")

    judge = judge_of(project, looks)
    arguments: Any = (*judge.checks.checks, 0, judge.session("numpy"), [])
    if clear_after == 99:
        with pytest.raises(Unclear):
            judge.try_draw(*arguments)
    else:
        assert judge.try_draw(*arguments) is None
        assert len({*drawn}) == len(drawn) == clear_after + 1


def test_a_fault_of_ours_stands_with_the_checks_only(project: Course) -> None:
    report = grade_nothing(project.assignment("two_layer"), "s01", "seed", "none", "KeyError: 'X'", "grader error")
    assert (report.points, report.problems) == (None, [])
    told = {(check.outcome, check.points, check.cause) for cell in report.cells for check in cell.checks}
    assert told == {("grader error", None, "KeyError: 'X'")}
    assert {cell.points for cell in report.cells} == {None}


def test_an_input_must_come_back_unchanged(project: Course) -> None:
    def relu(x: np.ndarray) -> np.ndarray:
        x[x < 0] = 0
        return x

    report = checks(project, "relu", relu=relu)[0]
    assert report.diagnosis == "changes-its-input"
    assert report.cause == "relu changed its input x in place; work on a new array"


def test_right_for_one_row_only_is_said(project: Course) -> None:
    def hidden_delta(Ob: np.ndarray, WO: np.ndarray) -> np.ndarray:
        return np.repeat((Ob @ WO.T)[:1], len(Ob), axis=0)

    assert mistakes(project, "hidden_delta", hidden_delta) == {"only-one-row"}


@pytest.mark.parametrize(("told_for", "named"), [(100, {"step-for-relu"}), (4, {""})])
def test_a_name_holds_for_fresh_inputs_too(told_for: int, named: set[str], project: Course) -> None:
    """The checks ask four times; what is answered after that is another mistake."""
    calls = itertools.count()
    known = project.assignment("two_layer").checks.wrongs_of("relu")
    step = next(each for each in known if np.array_equal(each.answer(np.array([-2.0, 3.0])), [0.0, 1.0]))

    def relu(x: np.ndarray) -> np.ndarray:
        return (x > 0) * 1.0 if next(calls) < told_for else np.cbrt(x) + 0.3

    assert {name.replace(step.name, "step-for-relu") for name in mistakes(project, "relu", relu)} == named


def test_right_for_the_first_row_is_not_right_for_each(project: Course) -> None:
    def hidden_delta(Ob: np.ndarray, WO: np.ndarray) -> np.ndarray:
        wrong = 1.5 * Ob @ WO.T + 0.25
        return np.where((Ob == Ob[:1]).all(axis=1, keepdims=True) & (Ob[:1, :1] > 0), Ob @ WO.T, wrong)

    assert "only-one-row" not in mistakes(project, "hidden_delta", hidden_delta)


def test_wrong_only_where_there_is_one_row_or_column_is_said(project: Course) -> None:
    def hidden_delta(Ob: np.ndarray, WO: np.ndarray) -> np.ndarray:
        return Ob @ WO.T - 0.5 * (1 in Ob.shape)

    assert mistakes(project, "hidden_delta", hidden_delta) == {"only-several"}


def test_wrong_only_for_whole_numbers_is_said(project: Course) -> None:
    def sigmoid(x: np.ndarray) -> np.ndarray:
        out = np.zeros_like(x)
        out[...] = 1 / (1 + np.exp(-x))
        return out

    assert mistakes(project, "sigmoid", sigmoid) == {"only-decimals"}


def test_the_answer_of_the_visible_example_every_time_is_said(project: Course) -> None:
    r = project.assignment("two_layer").checks.reference

    def forward(I: Any, WH: Any, BH: Any, WO: Any, BO: Any) -> Any:
        H = r.I @ r.WH0 + r.BH0
        return H, H @ r.WO0 + r.BO0

    assert mistakes(project, "forward", forward) == {"constant"}


def test_the_visible_number_alone_earns_nothing(project: Course) -> None:
    report = checks(project, "hidden_delta", hidden_delta=lambda Ob, WO: np.array([[0.0, 0.0]]))
    assert [check.outcome for check in report] == ["failed"] * len(report)
    reference = project.assignment("two_layer").checks.reference
    visible: list[Any] = []

    def hidden_delta(Ob: np.ndarray, WO: np.ndarray) -> np.ndarray:
        visible.append(visible[0] if visible else reference.hidden_delta(Ob, WO))
        return visible[0]

    report = checks(project, "hidden_delta", hidden_delta=hidden_delta)
    assert {(check.outcome, check.diagnosis) for check in report} == {("failed", "constant")}
    assert report[0].cause == "it gives this answer whatever it is asked"


def test_one_slip_is_paid_once(project: Course) -> None:
    def output_delta(O: np.ndarray, T: np.ndarray) -> np.ndarray:
        return 3 * (O - T)

    training = checks(project, "train", output_delta=output_delta)
    assert [check.outcome for check in training] == ["passed"] * len(training)
    assert all(check.followed_through for check in training)


@pytest.mark.parametrize("value", [0.0, 1.0, np.nan])
def test_a_trivial_earlier_answer_earns_nothing_further_on(value: float, project: Course) -> None:
    """Neither zeros carried through a right loop's place nor a loop that hands them on gets the loop's marks."""

    def output_delta(O: np.ndarray, T: np.ndarray) -> np.ndarray:
        return np.full_like(O, value)

    def train(I: Any, T: Any, WH: Any, BH: Any, WO: Any, BO: Any, *_: Any) -> Any:
        return output_delta(T, T), WH, BH, WO, BO

    training = checks(project, "train", output_delta=output_delta, train=train)
    assert [check.outcome for check in training] == ["failed"] * len(training)


def test_two_mistakes_in_different_blanks_are_each_named(project: Course) -> None:
    replaced = {"hidden_delta": lambda Ob, WO: -Ob @ WO.T, "sigmoid": lambda x: 1 / (1 + np.exp(x))}
    cells = grade_locally(project.assignment("two_layer"), replaced, "seed", [*replaced])
    named = {cell.grade_id: {check.diagnosis for check in cell.checks} for cell in cells}
    assert named["hidden_delta"] == {"back-with-the-sign-reversed"}
    assert named["sigmoid"] == {"exponent-positive"}


def test_a_mistake_after_another_is_named_by_what_it_does_where_the_earlier_one_is_right(project: Course) -> None:
    assignment = project.assignment("two_layer")
    right = next(cell.source for cell in assignment.lesson.blanks() if cell.grade_id == "train")
    changed = {
        "output_delta": "def output_delta(O, T):\n    return (O + T) * 2 / O.size",
        "train": re.sub(r"(\w+) - lr \*", r"\1 + lr *", right),
    }
    cells = grade_locally(assignment, {}, "seed", [*changed], changed)
    training = next(cell.checks for cell in cells if cell.grade_id == "train")
    assert {check.diagnosis for check in training} == {"uphill"}
    assert all(check.cause.startswith("with the right output_delta in its place: ") for check in training)


def test_the_cause_of_a_hidden_check_does_not_tell_the_right_number(project: Course) -> None:
    failed = checks(project, "output_delta", output_delta=lambda O, T: O + 7 * T)
    hidden = next(check for check in failed if check.name == "output_delta_of_any_batch")
    assert "should be" not in hidden.cause


@pytest.mark.parametrize(
    ("lesson", "blank", "as_one"),
    [("logic_gates", "weighted_sum", "sums-as-a-column"), ("xor_backprop", "neuron_factors", "factors-not-transposed")],
)
def test_what_is_nearly_right_is_not_called_by_a_mistake_of_axes_alone(
    lesson: str, blank: str, as_one: str, project: Course
) -> None:
    """Without axes of length 1 such a mistake is the right answer, which explains nothing."""
    assignment = project.assignment(lesson)
    right = getattr(assignment.checks.reference, blank)

    def nearly(*args: Any) -> Any:
        values = right(*args)
        return tuple(1.00001 * each for each in values) if isinstance(values, tuple) else 1.00001 * values

    (cell,) = grade_locally(assignment, {blank: nearly}, "seed", [blank])
    failed = [check for check in cell.checks if check.outcome == "failed"]
    assert failed
    assert as_one in {wrong.name for wrong in assignment.checks.wrongs_of(blank)}
    assert {check.diagnosis for check in failed} == {""}

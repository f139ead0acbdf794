"""How decisions compute: by hand, by the page of documentation, and by properties that hold for every class."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from by_hand_class import MAXIMA, log_of, report, three
from hypothesis import given
from hypothesis import strategies as st

from autograder.errors import CourseError
from autograder.moderate.log import moderate_class
from autograder.moderate.moderation import (
    Accept,
    Cap,
    Curve,
    Decision,
    Drop,
    Reweight,
    Undo,
    What,
    add_for_mean,
    explained,
    in_force,
    in_the_end,
    is_same,
    kind,
    moderated,
    note,
    said,
    undone_by,
)
from autograder.moderate.preview import preview_table
from autograder.records import CheckReport, Report, encode

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "moderation.md").read_text("utf-8")
WORKED: dict[str, list[What]] = {
    "as graded": [],
    "drop gate": [Drop("gate")],
    "reweight train 3": [Reweight("train", 3.0)],
    "accept why --mistake why-b": [Accept("why", "why-b")],
    'accept why --value "b"': [Accept("why", value="b")],
    "curve --add 1": [Curve(add=1.0)],
    "curve --scale 1.1": [Curve(1.1)],
    "curve --mean 6": [Curve(add=0.67, mean=6.0)],
    "cap 6": [Cap(6.0)],
    "cap 8, curve --add 2, drop gate": [Cap(8.0), Curve(add=2.0), Drop("gate")],
}


def scores(*decisions: What) -> list[float | None]:
    return [moderated(each, log_of(*decisions)).points for each in three()]


def test_the_numbers_of_the_documentation() -> None:
    rows = re.findall(r"^\| `?([^|`]+?)`? \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", PAGE, flags=re.MULTILINE)
    shown = {name: [float(each) for each in numbers] for name, *numbers in rows}
    assert shown == {name: scores(*decisions) for name, decisions in WORKED.items()}


def test_the_blanks_and_what_changed_them() -> None:
    log = log_of(Drop("gate"), Accept("why", "why-b"), Cap(9.0))
    found = moderated(three()[0], log)
    assert [(each.grade_id, each.points, each.max_points) for each in found.blanks] == [
        ("gate", 0.0, 0.0),
        ("train", 6.25, 6.25),
        ("why", 3.75, 3.75),
    ]
    assert [each.by for each in found.blanks] == [[log[0]], [], [log[1]]]
    assert (found.raw_points, found.points, found.max_points, found.by) == (7.0, 9.0, 10.0, log)
    assert note(found) == (
        "7 of 10 as graded: 'gate' does not count (so it is fair); "
        "in 'why', what was called why-b is right, too (so it is fair); no score is above 9 (so it is fair)"
    )


def test_who_is_not_concerned_keeps_the_score_and_hears_nothing() -> None:
    found = moderated(three()[1], log_of(Accept("why", "why-b"), Cap(9.0)))
    assert (found.points, found.by, note(found)) == (7.0, [], "")


def test_the_last_weight_of_a_blank_holds() -> None:
    assert scores(Reweight("gate", 8.0), Drop("gate")) == scores(Drop("gate"))
    assert scores(Drop("gate"), Reweight("gate", 2.0)) == scores()


def test_weights_of_the_same_sum_are_rounded_as_others_are() -> None:
    graded = report("s", {"gate": 1.0, "train": 1.0, "why": 1.0})
    assert moderated(graded, log_of(Reweight("gate", 3.0), Reweight("train", 4.0))).points == 3.3
    assert moderated(graded, log_of(Reweight("why", 4.0), Reweight("train", 4.0))).points == 3.13


def test_a_cap_for_late_ones() -> None:
    ann = three()[0]
    assert moderated(ann, log_of(Cap(5.0, late=True)), is_late=True).points == 5.0
    assert moderated(ann, log_of(Cap(5.0, late=True))).points == 7.0


def test_what_being_late_costs_is_taken_at_last() -> None:
    ann = three()[0]
    capped = in_the_end(moderated(ann, log_of(Cap(6.0))), 6.0, 1.5)
    assert (capped.raw_points, capped.points, capped.late_cost) == (7.0, 4.5, 1.5)
    assert note(capped) == (
        "7 of 10 as graded: no score is above 6 (so it is fair); handed in late, which costs 1.5 points"
    )
    late = in_the_end(moderated(ann, []), 7.0, 4.9)
    assert (late.points, late.by) == (2.1, [])  # where 7 - 4.9 is 2.0999999999999996
    assert note(late) == "7 of 10 as graded: handed in late, which costs 4.9 points"
    assert in_the_end(moderated(ann, []), 7.0, 8.0).points == 0.0


def test_what_a_person_gave_and_took_is_told() -> None:
    ann = three()[0]
    more, less = (in_the_end(moderated(ann, []), points, 0.0) for points in (9.5, 6.0))
    assert (more.points, note(more)) == (9.5, "7 of 10 as graded: +2.5 points by hand")
    assert (less.points, note(less)) == (6.0, "7 of 10 as graded: -1 points by hand")


def test_a_curve_multiplies_then_adds_then_rounds() -> None:
    ann = three()[0]
    log = log_of(Curve(1.111, 0.5), Curve(0.9), Curve(add=9.0), Curve(add=1.0))
    found = moderated(ann, log[:1])
    assert (found.points, found.by) == (8.28, log[:1])
    found = moderated(ann, log)
    assert (found.points, found.by) == (10.0, [log[0], log[2]])  # those that changed it
    assert moderated(report("s", {"gate": 2.0, "train": 3.5, "why": 0.0}), log_of(Curve(0.03, lower=True))).points == (
        0.17  # half a hundredth is rounded up, though 0.03 * 5.5 is 0.16499999999999998
    )


def test_an_answer_is_accepted_in_its_own_blank_and_takes_nothing_away() -> None:
    def check(name: str, points: float, **more: Any) -> CheckReport:
        outcome = more.pop("outcome", "failed")
        return CheckReport(name, f"{name} is right", outcome, 0.0, points, diagnosis="sign", answer="b", **more)

    graded = three()[0]
    graded.cells[0].checks, graded.cells[0].points = [check("one", 1.5), check("other", 0.5, outcome="not run")], 0.0
    graded.cells[2].checks, graded.cells[2].points = [check("third", 3.0)], 0.0
    graded.points = 5.0
    for accept in (Accept("gate", "sign"), Accept("gate", value="B")):
        found = moderated(graded, log_of(accept))
        assert [each.points for each in found.blanks] == [1.5, 5.0, 0.0]
        assert found.points == 6.5
    graded.cells[0].points, graded.points = 1.75, 6.75  # by hand
    assert moderated(graded, log_of(Accept("gate", "sign"))).points == 6.75


def test_decisions_on_other_blanks_and_unknown_scores_change_nothing() -> None:
    third = report("s", {"gate": 1 / 3, "train": 5.0, "why": 3.0})
    for what in (Drop("other"), Reweight("other", 4.0)):
        found = moderated(third, log_of(what))
        assert (found.points, found.by) == (third.points, [])
        assert [each.points for each in found.blanks] == [1 / 3, 5.0, 3.0]  # to the last digit
    unknown = moderated(report("s", {"gate": None, "train": 1.0, "why": 3.0}), log_of(Drop("why"), Cap(1.0)))
    assert (unknown.points, unknown.by, note(unknown)) == (None, [], "")


def test_points_above_the_maximum_of_a_blank_lift_no_score_above_the_maximum() -> None:
    by_hand = report("s", {"gate": 2.0, "train": 5.0, "why": 5.0})
    assert moderated(by_hand, log_of(Reweight("gate", 2.5))).points == 10.0


def test_undo_and_undo_of_an_undo() -> None:
    log = log_of(Drop("gate"), Undo(1), Undo(2), Undo(3))
    assert [in_force(log[:count]) for count in range(1, 5)] == [log[:1], [], log[:1], []]
    assert undone_by(log) == {3: 4, 1: 2}


def test_no_question_left() -> None:
    with pytest.raises(CourseError) as refused:
        scores(*map(Drop, MAXIMA))
    assert str(refused.value) == "midterm: no question is left that counts. Leave one in, or undo a decision."


def test_a_mean() -> None:
    assert add_for_mean([9.0, 5.0], 8.5, 10.0) == 2.0  # 1.5 would be too little: one is at the maximum
    assert add_for_mean([0.0, 10.0], 10.0, 10.0) == 10.0
    assert add_for_mean([6.0, 8.0], 5.0, 10.0) == -2.0


@pytest.mark.parametrize(
    ("answer", "accepted", "same"),
    [
        (" B ", "b", True),
        ("2", 2, True),
        (0.1 + 0.2, 0.3, True),
        (1 + 1e-7, 1, True),
        (1.0001, 1, False),
        (1e-9, 0, False),
        (2, 3, False),
        (True, 1, False),
        (True, True, True),
        ([1, 2.0], [1.0, 2], True),
        ([1], [1, 2], False),
        (None, "None", False),
        ({"a": 1}, {"a": 1}, True),
    ],
)
def test_the_same_value(answer: object, accepted: object, same: bool) -> None:
    assert is_same(answer, accepted) is same


def test_what_decisions_are_called() -> None:
    decisions = [what for each in WORKED.values() for what in each] + [
        Cap(3.0, late=True),
        Undo(2),
        Reweight("a\nb", 1),
    ]
    assert list(dict.fromkeys(map(said, decisions))) == [
        "'gate' does not count",
        "the weight of 'train' is 3",
        "in 'why', what was called why-b is right, too",
        "in 'why', \"b\" is right, too",
        "1 is added to every score",
        "every score is multiplied by 1.1",
        "0.67 is added to every score, for a mean of 6",
        "no score is above 6",
        "no score is above 8",
        "2 is added to every score",
        "no score of a late submission is above 3",
        "decision 2 is undone",
        "the weight of 'a b' is 1",
    ]
    assert {kind(what) for what in (Drop("gate"), Accept("why", "why-b"))} == {
        "what the questions count was changed",
        "another answer was accepted",
    }
    assert said(Curve(1.5, -2.0)) == "every score is multiplied by 1.5, -2 is added to every score"
    assert explained(log_of(Cap(6.0))[0]) == "no score is above 6 (so it is fair)"


# Properties.

POINTS = {name: st.integers(0, int(4 * highest)).map(lambda n: n / 4) for name, highest in MAXIMA.items()}
KNOWN = st.fixed_dictionaries(POINTS)
ANY = st.fixed_dictionaries({name: st.none() | points for name, points in POINTS.items()})
NAMES = st.sampled_from(sorted(MAXIMA))
QUESTIONS = st.one_of(
    st.sampled_from(["gate", "train"]).map(Drop),  # one is always left
    st.builds(Reweight, NAMES, st.floats(0.1, 20.0)),
    NAMES.map(lambda name: Accept(name, f"{name}-b")),
)
CURVES = st.builds(Curve, st.floats(0.2, 3.0), st.floats(-10.0, 10.0), st.booleans())
CAPS = st.builds(Cap, st.floats(0.0, 10.0), st.booleans())
DECISIONS = st.lists(QUESTIONS | CURVES | CAPS, max_size=6).map(lambda many: log_of(*many))


@given(KNOWN, DECISIONS, st.booleans())
def test_a_score_stays_between_0_and_the_maximum(points: dict[str, float], log: list[Decision], is_late: bool) -> None:
    found = moderated(report("s", points), log, is_late)
    assert found.points is not None
    assert 0 <= found.points <= found.max_points == 10.0


@given(ANY, DECISIONS, st.data())
def test_undoing_everything_gives_the_scores_back(
    points: dict[str, float], log: list[Decision], data: st.DataObject
) -> None:
    graded = report("s", points)
    order = data.draw(st.permutations([each.number for each in log]))
    undone = log_of(*(each.what for each in log), *map(Undo, order))
    found = moderated(graded, undone)
    assert (found.points, found.by) == (graded.points, [])
    assert [(each.points, each.max_points) for each in found.blanks] == [
        (cell.points, cell.max_points) for cell in graded.cells
    ]
    undos = range(len(log) + 1, len(undone) + 1)
    again = log_of(*(each.what for each in undone), *map(Undo, undos))
    assert moderated(graded, again).points == moderated(graded, log).points


@given(KNOWN, KNOWN, NAMES)
def test_a_drop_never_changes_the_order_of_two_who_differ_elsewhere(
    one: dict[str, float], other: dict[str, float], dropped: str
) -> None:
    other[dropped] = one[dropped]
    before = [each.points for each in (report("a", one), report("b", other))]
    after = [moderated(each, log_of(Drop(dropped))).points for each in (report("a", one), report("b", other))]
    assert (after[0] < after[1], after[0] == after[1]) == (before[0] < before[1], before[0] == before[1])


@given(ANY, DECISIONS)
def test_an_unknown_score_stays_unknown_unless_all_that_is_unknown_was_dropped(
    points: dict[str, float | None], log: list[Decision]
) -> None:
    weights = {each.what.blank: each.what for each in in_force(log) if isinstance(each.what, Drop | Reweight)}
    counted = [each for name, each in points.items() if not isinstance(weights.get(name), Drop)]
    assert (moderated(report("s", points), log).points is None) == (None in counted)


def test_a_dropped_question_that_could_not_be_judged_no_longer_makes_the_score_unknown() -> None:
    graded = report("s", {"gate": None, "train": 4.0, "why": 3.0})
    log = log_of(Drop("gate"))
    found = moderated(graded, log)
    assert (found.raw_points, found.points, found.by) == (None, 8.75, log)
    assert [(each.points, each.max_points) for each in found.blanks] == [(0.0, 0.0), (5.0, 6.25), (3.75, 3.75)]
    assert note(found) == "unknown of 10 as graded: 'gate' does not count (so it is fair)"
    assert moderated(graded, log_of(Drop("train"))).points is None
    assert moderated(graded, log_of(Drop("gate"), Undo(1))).points is None


def test_the_preview_tells_of_scores_that_become_known() -> None:
    reports = [*three(), report("dan", {"gate": None, "train": 4.0, "why": 3.0})]
    before, after = (moderate_class(log, reports, ()) for log in ([], log_of(Drop("gate"))))
    told = preview_table(before, after, None).splitlines()
    assert told[1] == "1 whose score was unknown get one"
    assert "dan      unknown -> 8.75" in told
    assert preview_table(after, before, None).splitlines()[-1] == "dan      unknown now"


@given(KNOWN, KNOWN, st.lists(CURVES | CAPS.filter(lambda cap: not cap.late), max_size=4))
def test_curves_and_caps_keep_the_order(one: dict[str, float], other: dict[str, float], many: list[What]) -> None:
    low, high = sorted([report("a", one), report("b", other)], key=lambda each: each.points or 0.0)
    assert (moderated(low, log_of(*many)).points or 0.0) <= (moderated(high, log_of(*many)).points or 0.0)


@given(KNOWN, st.lists(CURVES.filter(lambda curve: not curve.lower), max_size=4))
def test_no_curve_lowers_a_score_unless_asked(points: dict[str, float], curves: list[What]) -> None:
    graded = report("s", points)
    assert (moderated(graded, log_of(*curves)).points or 0.0) >= (graded.points or 0.0)


@given(KNOWN, st.lists(QUESTIONS, max_size=3), st.lists(CURVES, max_size=2), st.lists(CAPS, max_size=2), st.data())
def test_questions_first_then_curves_then_caps(
    points: dict[str, float], questions: list[What], curves: list[What], caps: list[What], data: st.DataObject
) -> None:
    """However the three are mixed in the log, so long as each kind is in its order."""
    kinds = [iter(questions), iter(curves), iter(caps)]
    order = data.draw(st.permutations([0] * len(questions) + [1] * len(curves) + [2] * len(caps)))
    mixed = [next(kinds[which]) for which in order]
    graded = report("s", points)
    assert moderated(graded, log_of(*mixed)).points == moderated(graded, log_of(*questions, *curves, *caps)).points


@given(ANY, DECISIONS)
def test_a_report_is_not_changed(points: dict[str, float | None], log: list[Decision]) -> None:
    graded: Report = report("s", points)
    before = encode(graded)
    moderated(graded, log)
    assert encode(graded) == before

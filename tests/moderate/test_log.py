"""The log on disk, what it refuses, and the commands' previews."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import Any

import msgspec
import pytest
from by_hand_class import NOON, course_with, log_of, report, three
from typer.testing import CliRunner

from autograder.cli import app
from autograder.errors import CourseError
from autograder.moderate import log as log_module
from autograder.moderate.log import (
    add_to_log,
    check_decision,
    class_moderation,
    log_table,
    moderate_class,
    next_decision,
    read_log,
)
from autograder.moderate.moderation import Accept, Cap, Curve, Decision, Drop, Reweight, Undo, What
from autograder.moderate.preview import preview_table
from autograder.nbgrader_host.database import Booked
from autograder.records import Report

EVERY_KIND: list[What] = [
    Drop("gate"),
    Reweight("train", 3.0),
    Accept("why", "why-b"),
    Accept("why", value=["b", 1, 2.5, None, True]),
    Curve(1.1, 0.5, True),
    Curve(add=0.67, mean=6.0),
    Cap(6.0, late=True),
    Undo(3),
]


def test_what_is_decided_is_read_again(tmp_path: Path) -> None:
    assignment = course_with(tmp_path, three())
    assert read_log(assignment) == []
    for decision in log_of(*EVERY_KIND):
        add_to_log(assignment, decision)
    assert read_log(assignment) == log_of(*EVERY_KIND)
    first = (assignment.exam_folder / "moderation.jsonl").read_text().splitlines()[0]
    assert first == (
        '{"number":1,"time":"2026-06-12T12:00:00Z","who":"kim","reason":"so it is fair",'
        '"what":{"type":"drop","blank":"gate"}}'
    )


def test_two_who_decide_at_once(tmp_path: Path) -> None:
    assignment = course_with(tmp_path, three())
    add_to_log(assignment, log_of(Drop("gate"))[0])
    with pytest.raises(CourseError) as refused:
        add_to_log(assignment, log_of(Cap(5.0))[0])
    path = assignment.exam_folder / "moderation.jsonl"
    assert str(refused.value) == (f"{path}: somebody else has decided in the meantime. Look at the preview again.")
    assert len(read_log(assignment)) == 1


def test_who_decides_while_another_waits_for_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assignment = course_with(tmp_path, three())
    path = assignment.exam_folder / "moderation.jsonl"
    line = msgspec.json.encode(log_of(Drop("gate"))[0]) + b"\n"

    def another_was_first(file: Any, how: int) -> None:
        assert how == fcntl.LOCK_EX
        path.write_bytes(line)

    monkeypatch.setattr(fcntl, "flock", another_was_first)
    with pytest.raises(CourseError, match="somebody else has decided in the meantime"):
        add_to_log(assignment, log_of(Cap(5.0))[0])
    assert path.read_bytes() == line


def test_a_decision_that_leaves_out_a_number_is_refused(tmp_path: Path) -> None:
    assignment = course_with(tmp_path, three())
    with pytest.raises(CourseError, match="somebody else has decided in the meantime"):
        add_to_log(assignment, log_of(Drop("gate"), Cap(5.0))[1])
    assert read_log(assignment) == []


def test_a_decision_is_on_the_disk_before_anything_follows_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assignment = course_with(tmp_path, three())
    synced: list[list[Decision]] = []
    monkeypatch.setattr(os, "fsync", lambda _: synced.append(read_log(assignment)))
    add_to_log(assignment, log_of(Drop("gate"))[0])
    assert synced == [[], log_of(Drop("gate"))]  # first the folder in which the file is new, then the line in it


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ("{}", "line 1: Object missing required field `number`. Put back the line that was there."),
        ("", "line 1: it is decision 2. Put back what was there."),
    ],
)
def test_a_log_that_somebody_has_edited(tmp_path: Path, lines: str, complaint: str) -> None:
    assignment = course_with(tmp_path, three())
    path = assignment.exam_folder / "moderation.jsonl"
    path.parent.mkdir(parents=True)
    path.write_text(lines or msgspec.json.encode(log_of(Drop("gate"), Drop("why"))[1]).decode())
    with pytest.raises(CourseError) as refused:
        read_log(assignment)
    assert str(refused.value) == f"{path}, {complaint}"


@pytest.mark.parametrize(
    ("what", "complaint"),
    [
        (Drop("x"), "x: there is no such blank. The blanks are: gate, train, why."),
        (Reweight("gate", 0.0), "reweight gate: 0 is no weight. To leave it out: drop gate."),
        (Reweight("gate", float("nan")), "reweight gate: nan is no weight. To leave it out: drop gate."),
        (Reweight("gate", float("inf")), "reweight gate: inf is no weight. To leave it out: drop gate."),
        (Accept("why"), "accept why: it has to be told which answer. Say one of --mistake and --value."),
        (
            Accept("why", "why-b", "b"),
            "accept why: it has to be told which answer. Say one of --mistake and --value.",
        ),
        (
            Accept("why", "x"),
            "accept why: nobody's answer was called x. The mistakes made there are: why-b.",
        ),
        (Accept("train", "x"), "accept train: nobody's answer was called x. No mistake there has a name."),
        (Accept("train", "why-b"), "accept train: nobody's answer was called why-b. No mistake there has a name."),
        (
            Accept("gate", value=1),
            "accept gate: no report holds what students answered there. Accept it by --mistake.",
        ),
        (Curve(add=-1.0), "curve: scores would fall. If that is meant, say --lower."),
        (Curve(0.9), "curve: scores would fall. If that is meant, say --lower."),
        (Curve(0.9, 1.0), "curve: scores would fall. If that is meant, say --lower."),
        (Curve(0.0, lower=True), "curve: it would not keep the order of scores. Multiply by a number above 0."),
        (Curve(add=float("inf")), "curve: it would not keep the order of scores. Multiply by a number above 0."),
        (Curve(-1.0, lower=True), "curve: it would not keep the order of scores. Multiply by a number above 0."),
        (Cap(11.0), "cap: 11 is not between 0 and the maximum of 10 points."),
        (Cap(-1.0), "cap: -1 is not between 0 and the maximum of 10 points."),
        (Undo(0), "undo 0: there is no such decision. The last one is 2."),
        (Undo(3), "undo 3: there is no such decision. The last one is 2."),
        (Undo(1), "undo 1: decision 2 has undone it. To have it again: undo 2."),
    ],
)
def test_decisions_that_make_no_sense(what: What, complaint: str) -> None:
    log = log_of(Drop("gate"), Undo(1))
    with pytest.raises(CourseError) as refused:
        check_decision(next_decision(log, what, "why not", "kim", NOON), log, three())
    assert str(refused.value) == complaint


def test_decisions_at_the_edge_of_sense() -> None:
    some = [*three()[:2], report("dan", {"gate": 2.0, "train": 5.0, "why": 3.0})]  # who left 'why' empty
    some[1].max_points = 12.0  # of another variant
    for what in (Cap(0.0), Cap(12.0), Undo(2), Accept("why", value="z"), Accept("why", value=0)):
        log = log_of(Drop("gate"), Cap(5.0))
        check_decision(next_decision(log, what, "why not", "kim", NOON), log, some)
    without_points = three()
    for each in without_points:
        each.cells[0].points = each.cells[0].max_points = 0.0
    with pytest.raises(CourseError) as refused:
        check_decision(Decision(1, NOON, "kim", "why not", Reweight("gate", 1.0)), [], without_points)
    assert str(refused.value) == "gate: it has no points that could be more or less. Its checks give the points."


def test_a_reason_and_a_question_that_is_left() -> None:
    with pytest.raises(CourseError) as refused:
        check_decision(Decision(1, NOON, "kim", " \n", Drop("gate")), [], three())
    assert str(refused.value) == "--reason: it is empty. Say why: students read it on their pages."
    log = log_of(Drop("gate"), Drop("why"), Undo(2), Drop("train"))
    with pytest.raises(CourseError, match="no question is left that counts"):
        check_decision(next_decision(log, Undo(3), "why not", "kim", NOON), log, three())


def test_the_class_is_moderated_only_where_a_decision_holds(tmp_path: Path) -> None:
    assignment = course_with(tmp_path, three())
    assert class_moderation(assignment, three()) == {}
    log = log_of(Drop("gate"), Undo(1))
    add_to_log(assignment, log[0])
    assert {name: each.points for name, each in class_moderation(assignment, three()).items()} == {
        "ann": 6.25,
        "bo": 7.5,
        "cy": 2.5,
    }
    add_to_log(assignment, log[1])
    assert class_moderation(assignment, three()) == {}


def test_being_late_costs_each_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assignment = course_with(tmp_path, three())

    def scores() -> dict[str, float | None]:
        return {name: each.points for name, each in class_moderation(assignment, three()).items()}

    monkeypatch.setattr(log_module, "lateness", lambda _: pytest.fail("nobody asks who was late"))
    monkeypatch.setattr(log_module, "booked", lambda _: {"ann": Booked(7.0, 1.5, {})})
    assert scores() == {"ann": 5.5, "bo": 7.0, "cy": 2.0}
    for decision in log_of(Cap(6.0, late=True), Undo(1)):
        add_to_log(assignment, decision)
    assert scores() == {"ann": 5.5, "bo": 7.0, "cy": 2.0}
    add_to_log(assignment, log_of(Cap(6.0, late=True), Undo(1), Undo(2))[2])
    monkeypatch.setattr(log_module, "lateness", lambda _: {"ann": 60.0})
    monkeypatch.setattr(log_module, "booked", lambda _: {"ann": Booked(6.0, 1.5, {})})
    assert scores() == {"ann": 4.5, "bo": 7.0, "cy": 2.0}


def test_the_log_as_a_table() -> None:
    assert log_table(log_of(Drop("gate"), Undo(1))) == (
        "1  2026-06-12 12:00 UTC  kim: 'gate' does not count; undone by decision 2\n"
        "   so it is fair\n"
        "2  2026-06-12 12:00 UTC  kim: decision 1 is undone\n"
        "   so it is fair"
    )


def preview(reports: list[Report], *decisions: What, pass_mark: float | None = None) -> list[str]:
    before = moderate_class([], reports, ())
    return preview_table(before, moderate_class(log_of(*decisions), reports, ()), pass_mark).splitlines()


def test_who_gains_and_who_loses() -> None:
    assert preview([*three(), report("철수", {"gate": None, "train": 1.0, "why": 3.0})], Drop("gate"), pass_mark=7) == [
        "2 gain, 1 lose, 0 keep their score",
        "1 whose score was unknown get one",
        "mean 5.33 -> 5.42",
        "median 7 -> 6.25",
        "with 7 points or more: 2 -> 1 of 3",
        "student  score",
        "ann      7 -> 6.25 (-0.75)",
        "bo       7 -> 7.5 (+0.5)",
        "cy       2 -> 2.5 (+0.5)",
        "철수     unknown -> 5",
    ]
    dan = [report("dan", {"gate": None, "train": 1.0, "why": 3.0})]
    assert preview(dan, Drop("why")) == ["0 gain, 0 lose, 1 keep their score", "no score is known yet"]
    assert preview(dan, Drop("gate")) == [
        "0 gain, 0 lose, 0 keep their score",
        "1 whose score was unknown get one",
        "student  score",
        "dan      unknown -> 5",
    ]


def run(assignment_root: Path, *words: str) -> str:
    result = CliRunner().invoke(app, [*words, "--course", str(assignment_root)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.output


def test_without_apply_nothing_is_written(tmp_path: Path) -> None:
    course_with(tmp_path, three())
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    told = run(tmp_path, "moderate", "midterm", "curve", "--mean", "6", "--reason", "short of time", "--pass", "5")
    assert told == (
        "midterm: 0.67 is added to every score, for a mean of 6\n"
        "3 gain, 0 lose, 0 keep their score\n"
        "mean 5.33 -> 6\nmedian 7 -> 7.67\nwith 5 points or more: 2 -> 2 of 3\n"
        "student  score\n"
        "ann      7 -> 7.67 (+0.67)\nbo       7 -> 7.67 (+0.67)\ncy       2 -> 2.67 (+0.67)\n"
        "Nothing was written; to decide it, run again with --apply.\n"
    )
    for words in (["accept", "why", "--value", "B"], ["reweight", "gate", "4"], ["cap", "6"], ["drop", "gate"]):
        assert "Nothing was written" in run(tmp_path, "moderate", "midterm", *words, "--reason", "x")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert run(tmp_path, "moderate", "midterm", "log") == "midterm: nothing was moderated\n"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["curve"], "curve: it has to be told how scores move. Say one of --add, --scale and --mean."),
        (["curve", "--add", "1", "--scale", "2"], "curve: it has to be told how scores move. Say one of --add"),
        (["curve", "--mean", "11"], "--mean: 11 is not between 0 and the maximum of 10 points."),
        (["curve", "--mean", "5"], "curve: scores would fall. If that is meant, say --lower."),
        (["cap", "5", "--pass", "11"], "--pass: 11 is not between 0 and the maximum of 10 points."),
    ],
)
def test_commands_that_make_no_sense(tmp_path: Path, words: list[str], complaint: str) -> None:
    course_with(tmp_path, three())
    with pytest.raises(CourseError) as refused:
        run(tmp_path, "moderate", "midterm", *words, "--reason", "x")
    assert str(refused.value).startswith(complaint)


def test_a_mean_of_nobody(tmp_path: Path) -> None:
    course_with(tmp_path, [report("dan", {"gate": None, "train": 1.0, "why": 3.0})])
    with pytest.raises(CourseError) as refused:
        run(tmp_path, "moderate", "midterm", "curve", "--mean", "5", "--reason", "x")
    assert str(refused.value) == "--mean: no score is known yet."


def test_a_reason_is_required(tmp_path: Path) -> None:
    course_with(tmp_path, three())
    assert CliRunner().invoke(app, ["moderate", "midterm", "drop", "gate"]).exit_code == 2


@pytest.mark.parametrize("command", ["drop", "reweight", "accept", "curve", "cap", "undo", "log"])
def test_help_has_an_example(command: str) -> None:
    told = CliRunner().invoke(app, ["moderate", "midterm", command, "--help"]).output
    assert f"Example: autograder moderate two_layer {command}" in " ".join(told.split())

"""What nbgrader, pages and exports say a student has is one number, by one rule, whatever was done in which order."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path
from typing import Any

import pytest
from by_hand_class import MAXIMA, report
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_gradebook_rows import IN_TIME, LATE, Half, decide, edit, released, rows  # noqa: F401

from autograder.course.course import Course
from autograder.grade.workers import Graded
from autograder.moderate.log import class_moderation, read_log
from autograder.moderate.moderation import Accept, Cap, Curve, Drop, Reweight, moderated, with_points
from autograder.nbgrader_host.api import nbgrader
from autograder.nbgrader_plugins.gradebook import Gradebook
from autograder.report.exports import EXPORTS, Class
from autograder.report.scores import scores_csv

STUDENTS = {"ann": LATE, "bo": IN_TIME}
POINTS = st.sampled_from([0.0, 0.25, 1.0, 2.0, 3.5])
BLANK = st.sampled_from(list(MAXIMA))
WHATS = st.one_of(
    st.builds(Drop, st.just("gate")),
    st.builds(Reweight, BLANK, st.sampled_from([1.0, 3.0])),
    st.builds(Accept, st.just("why"), st.just("why-b")),
    st.builds(Curve, st.sampled_from([1.0, 1.1]), st.sampled_from([0.0, 1.5])),
    st.builds(Cap, st.sampled_from([4.0, 8.0]), st.booleans()),
)
STUDENT = st.sampled_from(list(STUDENTS))
GRADED = st.fixed_dictionaries(dict.fromkeys(MAXIMA, st.sampled_from([0.0, 1.0, 2.0])))
STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("grade"), STUDENT, st.fixed_dictionaries(dict.fromkeys(MAXIMA, st.sampled_from([0.0, 1.0, 2.0])))
        ),
        st.tuples(st.just("manual"), STUDENT, st.tuples(BLANK, st.one_of(st.none(), POINTS))),
        st.tuples(st.just("extra"), STUDENT, st.tuples(BLANK, st.one_of(st.none(), POINTS))),
        st.tuples(st.just("decide"), STUDENT, WHATS),
        st.tuples(st.just("moderate"), STUDENT, st.none()),
    ),
    max_size=10,
)


class Model:
    """What was done to one student, and by the rule what comes of it."""

    def __init__(self) -> None:
        self.auto = dict.fromkeys(MAXIMA, 1.0)
        self.manual: dict[str, float] = {}
        self.extra: dict[str, float] = {}
        self.ours = 0.0  # of moderation, on the first blank

    def earned(self, log: list[Any], student: str) -> float:
        graded = with_points(report(student, self.auto), self.manual)
        return moderated(graded, log, STUDENTS[student] == LATE).points or 0.0

    def final(self, log: list[Any], student: str) -> float:
        score = self.earned(log, student) + sum(self.extra.values())
        penalty = min(max(score / 2, 0.0), score) if STUDENTS[student] == LATE else 0.0
        return max(0.0, score - penalty)


@pytest.fixture(scope="module")
def template(released: Path) -> Path:  # noqa: F811
    return released


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_one_number_whatever_was_done(
    steps: list[Any], template: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("number") / "course"
    midterm = Course(shutil.copytree(template, folder)).assignment("midterm")
    api = nbgrader(midterm.course)
    api.config.AssignLatePenalties.plugin_class = Half
    book = Gradebook(api, midterm)
    models, whats = {student: Model() for student in STUDENTS}, []

    def write(student: str) -> None:
        found = report(student, models[student].auto)
        book.write([Graded(student, found, b"", STUDENTS[student], set(), 0.0)])

    for student in STUDENTS:
        write(student)
    for kind, student, what in steps:
        model = models[student]
        if kind == "grade":
            model.auto = what
            write(student)
        elif kind == "manual":
            blank, points = what
            model.manual = {name: given for name, given in model.manual.items() if name != blank}
            model.manual |= {} if points is None else {blank: points}
            edit(midterm, student, blank, manual_score=points)
        elif kind == "extra":
            blank, points = what
            there = rows(midterm, "grades.extra_credit")[student][sorted(MAXIMA).index(blank)] or 0.0
            typed = None if points is None else points + there  # so much more than there stood
            model.extra[blank] = 0.0 if points is None else model.extra.get(blank, 0.0) + points
            edit(midterm, student, blank, extra_credit=typed)
        elif kind == "decide":
            decide(midterm, *(whats := [*whats, what]))
        same_everywhere(midterm, models)
    book.moderate([report(student, model.auto) for student, model in models.items()])
    same_everywhere(midterm, models)
    log = read_log(midterm)
    found = nbgraders_own(midterm)
    book.close()
    assert found == pytest.approx({student: model.final(log, student) for student, model in models.items()}, abs=1e-5)


def nbgraders_own(midterm: Any) -> dict[str, float]:
    """By nbgrader's export."""
    with nbgrader(midterm.course).gradebook as gradebook:
        return {
            each.student_id: max(0.0, each.score - each.late_submission_penalty)
            for each in gradebook.assignment_submissions("midterm")
        }


def same_everywhere(midterm: Any, models: dict[str, Model]) -> None:
    """Pages and exports say at every moment what nbgrader says then."""
    reports = [report(student, model.auto) for student, model in models.items()]
    own, found = nbgraders_own(midterm), class_moderation(midterm, reports)
    assert {each.student: found.get(each.student, each).points for each in reports} == pytest.approx(own, abs=1e-5)
    table = csv.DictReader(io.StringIO(scores_csv(reports, [], found)))
    assert {row["student"]: float(row["points"]) for row in table} == pytest.approx(own, abs=0.01)
    assert EXPORTS["jsonl"].write(Class(reports, [], "Midterm", found))

"""How long a rehearsal still takes: told from what each kind of thing has taken, and things of all kinds come early."""

from __future__ import annotations

import pytest

from autograder.author.forecast import Forecast
from autograder.author.pool import mixed
from autograder.author.trial import Kind, Trial

COSTS: dict[Kind, float] = {"sandbox": 6.0, "wrong": 0.02, "right": 0.01, "form": 0.1, "trivial": 0.3, "mutant": 0.5}
OF_AN_EXAM = [
    *(Trial(variant, "sandbox", 0) for variant in range(50)),
    *(Trial(variant, "wrong", number) for variant in range(50) for number in range(100)),
    *(Trial(variant, "right", number) for variant in range(50) for number in range(40)),
    *(Trial(0, "form", number) for number in range(50)),
    *(Trial(variant, "trivial", number) for variant in range(4) for number in range(5)),
    *(Trial(0, "mutant", number) for number in range(400)),
]


def test_nothing_is_foretold_before_anything_was_tried() -> None:
    forecast = Forecast(OF_AN_EXAM, 2)
    assert forecast.seconds_left() is None
    forecast.done("sandbox", 6.0, is_first=True)
    assert forecast.seconds_left() is None, "it says nothing about what is cheap"


def test_each_kind_takes_as_long_as_it_has_taken() -> None:
    trials = [Trial(0, "wrong", number) for number in range(10)] + [Trial(0, "mutant", number) for number in range(5)]
    forecast = Forecast(trials, 2)
    forecast.done("wrong", 1.0, is_first=True)
    assert forecast.seconds_left() == pytest.approx((9 + 5) * 1.0 / 2), "a kind not tried yet is like the others"
    forecast.done("mutant", 10.0, is_first=True)
    forecast.done("mutant", 4.0, is_first=False)
    assert forecast.seconds_left() == pytest.approx((9 * 1.0 + 3 * 4.0) / 2), "the first one has imported TensorFlow"


def test_the_last_thing_is_tried_by_one_process() -> None:
    forecast = Forecast([Trial(0, "wrong", 0), Trial(0, "wrong", 1)], 8)
    forecast.done("wrong", 3.0, is_first=True)
    assert forecast.seconds_left() == pytest.approx(3.0)
    forecast.done("wrong", 3.0, is_first=False)
    assert forecast.seconds_left() == 0


def test_a_machine_that_becomes_busy_is_seen() -> None:
    forecast = Forecast([Trial(0, "wrong", number) for number in range(1000)], 1)
    for number in range(800):
        forecast.done("wrong", 1.0 if number < 500 else 3.0, is_first=False)
    assert forecast.seconds_left() == pytest.approx(200 * 3.0)


@pytest.mark.parametrize(
    "costs", [COSTS, {**COSTS, "wrong": 0.5}, {**COSTS, "sandbox": 60.0}, {**COSTS, "mutant": 5.0}]
)
def test_the_forecast_for_an_exam_is_right_within_a_factor_of_two(costs: dict[Kind, float]) -> None:
    """From a tenth on, with two processes in each of which the first thing of each kind takes five times as long."""
    order = mixed(OF_AN_EXAM)
    of_process = [(place % 2, trial.kind) for place, trial in enumerate(order)]
    is_first = [of_process.index(each) == place for place, each in enumerate(of_process)]
    seconds = [costs[trial.kind] * (5 if first else 1) for trial, first in zip(order, is_first, strict=True)]
    forecast, left = Forecast(order, 2), sum(seconds) / 2
    for number, (trial, took, first) in enumerate(zip(order, seconds, is_first, strict=True), start=1):
        forecast.done(trial.kind, took, first)
        left -= took / 2
        if len(order) / 10 < number < len(order) * 0.99:
            told = forecast.seconds_left()
            assert told
            assert left / 2 <= told <= left * 2, f"after {number}"


def test_things_are_mixed_and_always_in_the_same_order() -> None:
    order = mixed(OF_AN_EXAM)
    assert sorted(order) == sorted(OF_AN_EXAM)
    assert order == mixed(OF_AN_EXAM)
    assert order[0] == Trial(0, "sandbox", 0), "what takes longest begins first"
    for kind in COSTS:
        places = [place / len(order) for place, trial in enumerate(order) if trial.kind == kind]
        assert abs(sum(places) / len(places) - 0.5) < 0.15, kind
    wrongs = [trial.variant for trial in order if trial.kind == "wrong"]
    assert wrongs == sorted(wrongs), "each set of numbers is read once"
    assert [trial.number for trial in order if trial.kind == "wrong" and trial.variant == 0] != list(range(100))

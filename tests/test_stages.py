"""Stages of grading: each has its processor time, and what it takes of more is interrupted."""

from __future__ import annotations

import contextlib
import itertools
import time

import pytest

from autograder import stages
from autograder.stages import TooMuch


def spin(seconds: float = 60.0) -> None:
    """Use so much processor time, in steps that can be interrupted."""
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def test_what_takes_too_long_is_interrupted() -> None:
    with pytest.raises(TooMuch, match="it has no end"), stages.part("it has no end", 0.05):
        spin()


def test_what_waits_takes_no_time() -> None:
    with stages.part("it has no end", 0.05):
        time.sleep(0.1)


def test_what_catches_everything_is_interrupted_again() -> None:
    caught = 0
    with stages.part("it has no end", 0.05):
        while caught < 3:
            try:
                spin()
            except TooMuch:
                caught += 1


def test_a_part_is_interrupted_before_its_stage_and_takes_of_its_time() -> None:
    with stages.stage("stage", 0.5):
        with pytest.raises(TooMuch, match="the part"), stages.part("the part", 0.05):
            spin()
        spin(0.05)
    with pytest.raises(TooMuch, match=r"to look at it takes more than 0\.2 s"):
        parts_without_end()


def parts_without_end() -> None:
    with stages.stage("stage", 0.2):
        for _ in itertools.count():
            with stages.part("the part", 0.1):
                spin(0.05)


def test_a_stage_that_is_over_enters_no_more_parts_though_somebody_catches_that_it_is() -> None:
    entered = 0
    with contextlib.suppress(TooMuch), stages.stage("stage", 0.2):
        for _ in range(1000):
            with contextlib.suppress(TooMuch), stages.part("the part", 0.05):
                entered += 1
                spin()
    assert 2 <= entered <= 10


def test_a_part_cannot_take_longer_than_its_stage() -> None:
    with pytest.raises(TooMuch, match="the stage"), stages.part("the stage", 0.05), stages.part("the part", 60.0):
        spin()


def test_nothing_is_left_of_a_stage() -> None:
    with stages.stage("stage", 0.05):
        pass
    spin(0.2)


def test_nothing_is_counted_where_no_process_was_made_for_it() -> None:
    assert stages.spent() == 0.0

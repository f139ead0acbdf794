"""What looks at a child add up to, and the lines in which grader and supervisor speak about it."""

import pytest

from autograder.sandbox.inside import usage
from autograder.sandbox.inside.usage import Meter, Usage


def test_what_was_used_since_a_moment_is_the_difference() -> None:
    meter = Meter()
    meter.add(10.0, 1.0, {"7": 0.5})
    meter.add(10.5, 1.25, {"7": 0.75})
    meter.add(11.0, 1.5, {"7": 1.0})
    assert meter.since(10.5) == Usage(0.25, 0.25)
    assert meter.since(10.75) == Usage(0.125, 0.125)  # between two looks in proportion
    assert meter.since(11.0) == Usage(0.0, 0.0)
    assert meter.since(12.0) == Usage(0.0, 0.0)


def test_before_the_first_look_nothing_was_used() -> None:
    meter = Meter()
    meter.add(10.0, 1.0, {"7": 0.5})
    assert meter.since(9.0) == Usage(1.0, 0.5)


def test_what_ended_stays_counted() -> None:
    meter = Meter()
    meter.add(10.0, 3.0, {"7": 0.0, "8": 2.0})
    meter.add(10.5, 1.0, {"7": 0.25})
    meter.add(11.0, 1.5, {"7": 0.25})
    assert meter.processor == 3.0
    assert meter.since(0.0) == Usage(3.0, 2.25)


def test_a_number_that_is_given_again_is_another_thread() -> None:
    meter = Meter()
    meter.add(10.0, 0.0, {"7": 2.0})
    meter.add(10.5, 0.0, {"7": 0.5})
    assert meter.since(0.0) == Usage(0.0, 2.5)


def test_threads_that_wait_side_by_side_wait_once() -> None:
    meter = Meter()
    meter.add(10.0, 0.0, {})
    meter.add(11.0, 1.0, {str(thread): 1.0 for thread in range(64)})
    assert meter.since(10.0) == Usage(1.0, 1.0)


def test_what_was_waited_is_seen_once_the_thread_runs_again() -> None:
    meter = Meter()
    meter.add(10.0, 0.0, {"7": 0.0})
    meter.add(10.5, 0.0, {"7": 0.0})
    meter.add(11.0, 0.0, {"7": 0.75})
    assert meter.since(10.0) == Usage(0.0, 0.75)


def test_a_machine_that_stood_still_was_waited_for() -> None:
    meter = Meter()
    meter.add(10.0, 1.0, {"7": 0.0})
    meter.add(15.0, 1.5, {"7": 0.0})
    assert meter.since(10.0) == Usage(0.5, 4.5)


def test_lines_say_what_was_meant() -> None:
    assert usage.asked(1.5) == b"usage 1.5\n"
    assert usage.moment_of("usage 12345.678901234") == 12345.678901234
    assert usage.answered(Usage(1.25, 0.5)) == b"usage 1.250000 0.500000\n"
    assert usage.usage_of("usage 1.250000 0.500000") == Usage(1.25, 0.5)


@pytest.mark.parametrize("how", ["", "memory", "signal 9", "exit 3"])
def test_how_a_child_ended_is_told(how: str) -> None:
    (line,) = usage.told(how).decode().splitlines()
    assert usage.how_of(line) == how
    assert usage.how_of("usage 1.0 0.5") is None

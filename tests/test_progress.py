"""Progress where nobody watches a bar: lines with pace, time left and how it is going."""

from __future__ import annotations

from autograder.progress import Lines, Pace


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_line_every_five_seconds_and_one_at_the_end() -> None:
    clock, said = Clock(), list[str]()
    lines = Lines("grade losses", said.append, clock)
    lines("", 40, 1000)
    for number in range(41, 1001):
        clock.now += 1 / 16
        lines(f"{number - 40} all points", number, 1000)
    assert said[0] == "grade losses: 120 of 1000, 16.0 a second, 55 s left, 80 all points"
    assert said[-1] == "grade losses: 1000 of 1000, 16.0 a second, 960 all points"
    assert len(said) == 12


def test_what_is_quick_is_not_told() -> None:
    said = list[str]()
    lines = Lines("grade losses", said.append, Clock())
    lines("", 0, 2)
    lines("1 all points", 1, 2)
    lines("2 all points", 2, 2)
    assert said == []


def test_the_pace_of_what_takes_long() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert pace.told(10, 10_000) == ""
    clock.now += 100
    assert pace.told(50, 10_000) == "2.5 s each, 6 h 54 min left"
    assert pace.told(9_990, 10_000) == "99.8 a second, 0 s left"
    clock.now += 900
    assert pace.told(1_000, 1_500) == "1.0 s each, 8 min 25 s left"


def test_who_knows_better_than_the_pace_what_is_left_is_believed() -> None:
    clock, said = Clock(), list[str]()
    lines = Lines("rehearse final", said.append, clock)
    lines("", 0, 31_250)
    clock.now += 6
    lines("the reference and the template", 1, 31_250, 95.0)
    assert said == ["rehearse final: 1 of 31250, 6.0 s each, 1 min 35 s left, the reference and the template"]

"""What looks at a child's processes add up to, whoever of them has ended meanwhile."""

from __future__ import annotations

from autograder.sandbox.inside.spent import Spent, Times


def added(*looks: dict[str, tuple[float, float]]) -> float:
    spent, total = Spent(), 0.0
    for look in looks:
        total = spent.add({name: Times(*times) for name, times in look.items()}, {})
    return round(total, 6)


def test_all_processes_are_added_up() -> None:
    assert added({"1": (1.0, 0.5), "7": (2.0, 0.0)}) == 3.5


def test_a_process_that_was_waited_for_counts_once() -> None:
    assert added({"1": (1.0, 0.0), "7": (2.0, 0.0)}, {"1": (1.0, 2.5)}) == 3.5


def test_a_process_that_nobody_waited_for_counts() -> None:
    assert added({"1": (1.0, 0.0), "7": (2.0, 0.25)}, {"1": (1.5, 0.0)}, {"1": (1.5, 0.0)}) == 3.75


def test_another_process_of_the_same_number_counts_beside_the_first() -> None:
    assert added({"1": (1.0, 0.0), "7": (2.0, 0.0)}, {"1": (1.0, 0.0), "7": (0.5, 0.0)}) == 3.5


def test_processes_too_short_to_be_seen_are_counted_by_their_numbers() -> None:
    spent = Spent()
    spent.add({"1": Times(0.0, 0.0)}, {"1": 1})
    assert spent.has_seen("1")
    before = spent.add({"1": Times(0.0, 0.0), "9": Times(0.0, 0.0)}, {"9": 2})
    after = spent.add({"1": Times(0.0, 0.0), "99": Times(0.0, 0.0)}, {"99": 503})
    assert (before, round(after, 6)) == (0.0, 1.0)

"""The processor time of a child and of all that it started, also of what ended without anybody's waiting for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_UNSEEN_SECONDS = 0.002  # that a process at least takes which began and ended between two looks


class Times(NamedTuple):
    """Seconds of one process: its own, and those of its children for which it waited."""

    own: float
    children: float


class Spent:
    """Adds up what looks find. The kernel forgets the time of a process for which nobody waits, and a look does not see
    one that is shorter than the time between two: the last is known by the numbers that are given out in between."""

    def __init__(self) -> None:
        self._seen: dict[str, Times] = {}
        self._forgotten = 0.0
        self._newest = 0

    def add(self, seen: dict[str, Times], numbers: Mapping[str, int]) -> float:
        """One look: the times of all processes that are there, and of those that are new to us which number each has
        in its own namespace. All that was spent until now, in seconds."""
        gone = [times for name, times in self._seen.items() if name not in seen or seen[name].own < times.own]
        handed_on = sum(max(0.0, each.children - self._before(name).children) for name, each in seen.items())
        self._forgotten += max(0.0, sum(map(sum, gone)) - handed_on)
        newest = max(numbers.values(), default=0)
        if self._newest and newest > self._newest:
            self._forgotten += _UNSEEN_SECONDS * max(0, newest - self._newest - len(numbers))
        self._newest = max(self._newest, newest)
        self._seen = seen
        return self._forgotten + sum(map(sum, seen.values()))

    def has_seen(self, name: str) -> bool:
        return name in self._seen

    def _before(self, name: str) -> Times:
        return self._seen.get(name, Times(0.0, 0.0))

"""How far something long is: a bar on a terminal, a line every few seconds elsewhere."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import Protocol

_SECONDS_BETWEEN_LINES = 5.0
_LONGEST = 60  # of the text that is shown, in characters


class Progress(Protocol):
    """Gets what was done last, or how it is going; how many steps are done, and how many there are. Where steps are of
    several kinds, the caller knows better than the pace how many seconds are left."""

    def __call__(self, told: str, number: int, total: int, seconds_left: float | None = None) -> None: ...


def silent(told: str, number: int, total: int, seconds_left: float | None = None) -> None:
    """Progress that is not shown."""


@contextlib.contextmanager
def shown(what: str) -> Iterator[Progress]:
    """Progress on standard error: a bar on a terminal, lines elsewhere."""
    if not sys.stderr.isatty():
        yield Lines(what, lambda line: print(line, file=sys.stderr, flush=True))
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[pace]}")
    with Bar(*columns, TextColumn("{task.fields[told]}"), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, pace="", told="")
        pace = Pace(time.monotonic)

        def show(told: str, number: int, total: int, seconds_left: float | None = None) -> None:
            said = pace.told(number, total, seconds_left)
            bar.update(task, completed=number, total=total, pace=said, told=told[:_LONGEST])

        yield show


class Lines:
    """Prints a line every few seconds, and a last one if it has printed any."""

    def __init__(self, what: str, say: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._what, self._say, self._clock = what, say, clock
        self._pace = Pace(clock)
        self._last = clock()
        self._has_told = False

    def __call__(self, told: str, number: int, total: int, seconds_left: float | None = None) -> None:
        pace, now = self._pace.told(number, total, seconds_left), self._clock()
        if now - self._last >= _SECONDS_BETWEEN_LINES or (self._has_told and number == total):
            self._last, self._has_told = now, True
            parts = ", ".join(part for part in (f"{number} of {total}", pace, told[:_LONGEST]) if part)
            self._say(f"{self._what}: {parts}")


class Pace:
    """Steps per second since the first was heard of, and the time left."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._start: tuple[float, int] | None = None

    def told(self, number: int, total: int, seconds_left: float | None = None) -> str:
        if self._start is None:
            self._start = self._clock(), number
        began, before = self._start
        seconds, steps = self._clock() - began, number - before
        if seconds <= 0 or steps == 0:
            return ""
        per_second = steps / seconds
        rate = f"{per_second:.1f} a second" if per_second >= 1 else f"{1 / per_second:.1f} s each"
        left = (total - number) / per_second if seconds_left is None else seconds_left
        return rate if number == total else f"{rate}, {_duration(left)} left"


def _duration(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {seconds:02} s" if minutes else f"{seconds} s"

"""How long what is left of a rehearsal takes, from what each kind of thing has taken so far."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable

from autograder.author.trial import Kind, Trial

_LATEST = 100  # things of one kind whose times count: a machine does not stay as busy as it was


class Forecast:
    """The seconds that are left, in so many processes that try one thing at a time."""

    def __init__(self, trials: Iterable[Trial], processes: int) -> None:
        self._left = Counter(trial.kind for trial in trials)
        self._processes = processes
        self._firsts: defaultdict[Kind, deque[float]] = defaultdict(lambda: deque(maxlen=_LATEST))
        self._others: defaultdict[Kind, deque[float]] = defaultdict(lambda: deque(maxlen=_LATEST))

    def done(self, kind: Kind, seconds: float, is_first: bool) -> None:
        """One thing was tried, the first of its kind in its process or another: the first may import a library."""
        self._left[kind] -= 1
        (self._firsts if is_first else self._others)[kind].append(seconds)

    def seconds_left(self) -> float | None:
        """None before anything was tried. What has not been tried yet takes as long as what has, on the average."""
        taken = {kind: self._others[kind] or self._firsts[kind] for kind in self._left}
        cheap = [seconds for kind, each in taken.items() if kind != "sandbox" for seconds in each]
        if not cheap:
            return None
        means = {kind: _mean(each or cheap) for kind, each in taken.items()}
        seconds = sum(count * means[kind] for kind, count in self._left.items())
        return seconds / max(1, min(self._processes, self._left.total()))


def _mean(seconds: Collection[float]) -> float:
    return sum(seconds) / len(seconds)

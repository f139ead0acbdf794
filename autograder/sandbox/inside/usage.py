"""What a child and all that it started have used, and the lines in which grader and supervisor speak about it.

The grader writes `usage MOMENT`, `interrupt` or `end`; the supervisor answers `usage PROCESSOR WAITED`, and at last
`ended HOW`.
Moments are of `time.monotonic()`, which is the same clock on both sides; everything else is seconds.
"""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

INTERRUPT = "interrupt"  # what the child does; there is no answer
END = "end"  # the grader will hear no more of the child: whether it has ended or not, say how
_LOOKS = 2**15  # that are remembered: a longer time than anybody waits for one call
_LATE = 2.0  # seconds that a thread may have waited without its being seen
_STOOD_STILL = 1.0  # seconds without a look: it was the machine that stood, whatever the child would have done


class Usage(NamedTuple):
    """Seconds of processor time, and seconds that were spent waiting for a processor, of all threads together."""

    processor: float
    waited: float


class Meter:
    """Adds up what looks at the child's processes find."""

    def __init__(self) -> None:
        self.processor = 0.0
        self._waited = self._room = 0.0
        self._by_thread: dict[str, float] = {}
        self._looks: deque[tuple[float, float, float]] = deque(maxlen=_LOOKS)

    def add(self, moment: float, processor: float, by_thread: dict[str, float]) -> None:
        """One look: the processor time of all processes, and how long each thread that is there has waited."""
        waited = 0.0
        for thread, seconds in by_thread.items():
            before = self._by_thread.get(thread, 0.0)
            waited += seconds - before if seconds >= before else seconds  # less than before: a new one of that number
        self._by_thread = by_thread
        if self._looks:
            # Threads that wait side by side wait once; who has waited for long says so late, once it runs again.
            self._room = min(self._room, _LATE) + moment - self._looks[-1][0]
            waited = min(waited, self._room)
            self._room -= waited
        used = max(0.0, processor - self.processor)  # a process that nobody waited for takes its time with it
        if self._looks and moment - self._looks[-1][0] > _STOOD_STILL:
            waited = max(waited, moment - self._looks[-1][0] - used)
        self.processor += used
        self._waited += waited
        self._looks.append((moment, self.processor, self._waited))

    def since(self, moment: float) -> Usage:
        """What was used between that moment and the last look."""
        after = None
        for look in reversed(self._looks):
            if look[0] <= moment:
                return self._less(_between(look, after, moment) if after else look)
            after = look
        # Before the first look nothing was used; of more looks than are remembered the oldest tells.
        return self._less(after if after and len(self._looks) == _LOOKS else (0.0, 0.0, 0.0))

    def _less(self, look: tuple[float, float, float]) -> Usage:
        return Usage(self.processor - look[1], self._waited - look[2])


def _between(
    before: tuple[float, float, float], after: tuple[float, float, float], moment: float
) -> tuple[float, float, float]:
    share = (moment - before[0]) / (after[0] - before[0])
    _, processor, waited = (one + share * (other - one) for one, other in zip(before, after, strict=True))
    return moment, processor, waited


def asked(moment: float) -> bytes:
    return f"usage {moment!r}\n".encode()


def moment_of(line: str) -> float:
    return float(line.split()[1])


def answered(usage: Usage) -> bytes:
    return f"usage {usage.processor:.6f} {usage.waited:.6f}\n".encode()


def usage_of(line: str) -> Usage:
    _, processor, waited = line.split()
    return Usage(float(processor), float(waited))


def told(how: str) -> bytes:
    return f"ended {how}\n".encode()


def how_of(line: str) -> str | None:
    """How the child ended, where a line says that."""
    return line.removeprefix("ended ").strip() if line.startswith("ended ") else None

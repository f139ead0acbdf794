"""The times of an exam that is held in Korea, long after any clock of today."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

OPENS = datetime(2090, 12, 1, 9, 0, tzinfo=timezone(timedelta(hours=9)))
RULES = """
opens = 2090-12-01T09:00:00+09:00
closes = 2090-12-01T11:00:00+09:00
minutes = 90
"""


def at(hours: int, minutes: int = 0, seconds: float = 0) -> datetime:
    """A time of the day of the exam, where it is held."""
    return OPENS.replace(hour=hours, minute=minutes) + timedelta(seconds=seconds)

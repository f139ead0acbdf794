"""A machine that is busy: loops that take every processor away."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

LOOPS = 16


@contextmanager
def busy() -> Iterator[None]:
    """Sixteen endless loops, each in a session of its own: the kernel's autogroups count a session as one."""
    loops = [subprocess.Popen(["sh", "-c", "while :; do :; done"], start_new_session=True) for _ in range(LOOPS)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()

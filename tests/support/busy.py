"""A machine that is busy: loops that take every processor away."""

from __future__ import annotations

import ctypes
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

LOOPS = 16
PR_SET_PDEATHSIG = 1


@contextmanager
def busy() -> Iterator[None]:
    """Sixteen endless loops, each in a session of its own: the kernel's autogroups count a session as one."""

    def end_with_the_test() -> None:  # also where that is killed
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)

    loops = [
        subprocess.Popen(["sh", "-c", "while :; do :; done"], start_new_session=True, preexec_fn=end_with_the_test)
        for _ in range(LOOPS)
    ]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()

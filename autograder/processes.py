"""Processes that work for the one that started them."""

from __future__ import annotations

import ctypes
import os
import signal

_PR_SET_PDEATHSIG = 1


def work_for(parent: int) -> None:
    """Begin as such a process: Ctrl-C is the parent's to handle, and whoever kills the parent kills this one too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it was killed before this process could say so
        os._exit(1)

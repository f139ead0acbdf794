"""The warm process of a sandbox: imports the libraries once, then forks a supervisor and a child for each submission.

The child gets namespaces of its own, an empty folder and its limits before it sees a line of student code.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import signal
import socket
import sys
from pathlib import Path

import numpy as np

from .calls import call_filter
from .forbidden import forbid
from .namespaces import close_memory
from .program import drawn_by
from .shell import make_shell
from .supervisor import supervise


def main() -> None:
    """Arguments: the control socket, and settings as JSON (libraries, preloaded, forbidden, isolate)."""
    control = socket.socket(fileno=int(sys.argv[1]))
    settings = json.loads(sys.argv[2])
    for library in settings["libraries"]:
        importlib.import_module(library)
    for module in settings["preloaded"]:
        with contextlib.suppress(Exception):  # the program that imports it gets the error
            importlib.import_module(module)
    if "tensorflow" in settings["libraries"]:
        with contextlib.suppress(ImportError, AttributeError):  # these are no public names
            _ease_tensorflow()
    make_shell()
    forbid(settings["forbidden"])
    calls = call_filter() if settings["isolate"] else b""
    fonts = {path: path.read_bytes() for path in Path(os.environ["MPLCONFIGDIR"]).glob("fontlist-*.json")}
    close_memory(True)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # supervisors are reaped by the kernel
    np.random.seed(0)  # NumPy loads this part at its first use
    gc.freeze()  # what is here stays: a child that looks for garbage does not copy it all
    is_first = True
    while True:
        request, descriptors, _, _ = socket.recv_fds(control, 65536, 2)
        if not request:
            return
        if os.fork() == 0:
            control.close()
            supervise(json.loads(request), settings["isolate"], calls, fonts, *descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        if is_first:  # who waits for one report does not wait for this
            _warm_up()
            gc.freeze()
            is_first = False


def _ease_tensorflow() -> None:
    """Spare each child what TensorFlow does before its first operations: it cannot be forked after one.

    TensorFlow wraps each new kind of eager operation into a graph, which it optimizes for milliseconds, to run the same
    kernel. Its list of all kernels is made when the first is looked up.
    """
    from tensorflow.python import pywrap_tfe
    from tensorflow.python.framework import kernels

    choose = pywrap_tfe.TFE_ContextOptionsSetRunEagerOpAsFunction
    pywrap_tfe.TFE_ContextOptionsSetRunEagerOpAsFunction = lambda options, _: choose(options, False)
    kernels.get_registered_kernels_for_op("AddV2")


def _warm_up() -> None:
    """Load what many submissions load at their first use: no child has to do it again."""
    for module in ("pexpect", "asyncio"):  # for lines of the system's shell, and for what is awaited
        importlib.import_module(module)
    if "matplotlib.pyplot" in sys.modules:
        drawn_by(_draw)


def _draw() -> None:
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots()
    axes.plot([0, 1], [0, 1], "o-", label="line")
    axes.scatter([0, 1], [0, 1], label="points")
    axes.set(title="title", xlabel="x", ylabel="y")
    axes.legend()
    axes.grid(True)
    figure.tight_layout()

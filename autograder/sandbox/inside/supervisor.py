"""The supervisor of one child: it starts the child, watches what it uses, ends it, and reports how it ended.

It holds the grader's end of a socket: when the grader closes that, or the child uses more memory than allowed, the
supervisor kills the child, and with it everything that it started.
"""

from __future__ import annotations

import contextlib
import os
import resource
import select
import shutil
import signal
import tempfile
from typing import Any, NoReturn

from .child import serve
from .namespaces import leave_namespaces

_LOOK_MS = 50  # between two looks at what a child uses


def supervise(request: dict[str, Any], isolate: bool, calls: Any, channel: int, grader: int) -> NoReturn:
    """Be the supervisor: start the child, watch it while `grader` is open, and report there how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    processes = os.open("/proc", os.O_RDONLY)  # kept, because the child hides it
    try:
        if isolate:
            leave_namespaces()
        else:
            os.chdir(tempfile.mkdtemp(prefix="autograder-"))
        child = os.fork()
        if child == 0:
            os.close(grader)
            os.close(processes)
            try:
                serve(request, isolate, calls, channel)
            except BaseException as error:
                os.write(2, f"sandbox: {type(error).__name__}: {error}\n".encode())
            finally:
                os._exit(1)
        os.close(channel)
        ended = _wait(child, grader, processes, request, isolate)
        os.write(grader, ended.encode())
        if not isolate:
            shutil.rmtree(os.getcwd(), ignore_errors=True)
    finally:
        os._exit(0)


def _wait(child: int, grader: int, processes: int, request: dict[str, Any], isolate: bool) -> str:
    """Wait until the child ends, the grader closes its end, or a limit is passed that the kernel does not watch."""
    ended_by_itself = os.pidfd_open(child)
    poll = select.poll()
    poll.register(ended_by_itself, select.POLLIN)
    poll.register(grader, select.POLLIN | select.POLLHUP)
    ended = ""
    while True:
        ready = {descriptor for descriptor, _ in poll.poll(_LOOK_MS)}
        if ended_by_itself in ready:
            break
        if grader not in ready:
            memory_mb, tasks = _usage(processes, child, isolate)
            ended = "memory" if memory_mb > request["memory_mb"] else ""
            ended = "processes" if tasks > request["processes"] else ended
        if grader in ready or ended:
            os.kill(child, signal.SIGKILL)
            break
    _, status = os.waitpid(child, 0)
    if ended:
        return ended
    return f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else f"exit {os.WEXITSTATUS(status)}"


def _usage(processes: int, child: int, isolate: bool) -> tuple[float, int]:
    """The memory in use (without mapped files) and the threads of the child and all that it started."""
    names = [str(child)]
    if isolate:
        space = _process_space(processes, names[0])
        everybody = (name for name in os.listdir(processes) if name.isdigit())
        names = [name for name in everybody if space and _process_space(processes, name) == space]
    pages, tasks = 0, 0
    for name in names:
        with contextlib.suppress(OSError, ValueError):  # it may end while we look
            _, resident, shared, *_ = _read(processes, f"{name}/statm").split()
            pages += int(resident) - int(shared)
            tasks += int(_read(processes, f"{name}/status").split("Threads:")[1].split()[0])
    return pages * resource.getpagesize() / 2**20, tasks


def _process_space(processes: int, name: str) -> int:
    try:
        return os.stat(f"{name}/ns/pid", dir_fd=processes).st_ino
    except OSError:
        return 0


def _read(processes: int, name: str) -> str:
    with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=processes)) as file:
        return file.read()

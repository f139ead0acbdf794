"""The supervisor of one child: it starts the child, watches what it uses, ends it, and reports how it ended.

It holds the grader's end of a socket. It tells there what the child has used, when it is asked (`usage`); when the
grader closes that socket, or the child uses more than allowed, it kills the child and all that it started.
"""

from __future__ import annotations

import contextlib
import os
import resource
import select
import shutil
import signal
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from . import usage
from .child import serve
from .namespaces import leave_namespaces

_LOOK_MS = 50  # between two looks at what a child uses
_DYING_MS = 5000  # that a child without a channel may take to end by itself
_ALMOST = 0.8  # the kernel's limit goes by its ticks
_TICKS = os.sysconf("SC_CLK_TCK")
_MANY_MB = 64  # of shared pages, for which it is asked what they are
_LONGEST = 2**16  # bytes of a file of /proc
_PAGE_MB = resource.getpagesize() / 2**20


def supervise(
    request: dict[str, Any], isolate: bool, calls: bytes, fonts: dict[Path, bytes], channel: int, grader: int
) -> NoReturn:
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
                serve(request, isolate, calls, fonts, channel)
            except BaseException as error:
                os.write(2, f"sandbox: {type(error).__name__}: {error}\n".encode())
            finally:
                os._exit(1)
        os.close(channel)
        ended = _Watch(child, grader, processes, request, isolate).until_it_ends()
        os.write(grader, usage.told(ended))
        if not isolate:
            shutil.rmtree(os.getcwd(), ignore_errors=True)
    finally:
        os._exit(0)


class _Look(NamedTuple):
    """What the child and all that it started use at one moment."""

    memory_mb: float  # without mapped files, with shared memory
    mapped_mb: float
    threads: int
    processor: float
    waited: dict[str, float]  # for a processor, by thread


class _Watch:
    """Waits until the child ends, the grader closes its end, or a limit is passed that the kernel does not watch."""

    def __init__(self, child: int, grader: int, processes: int, request: dict[str, Any], isolate: bool) -> None:
        self._child, self._grader, self._processes, self._request = child, grader, processes, request
        self._isolate, self._meter = isolate, usage.Meter()
        self._mapped_mb = 0.0

    def until_it_ends(self) -> str:
        """How it ended: the limit that it passed, "signal N" or "exit N"."""
        ended_by_itself = os.pidfd_open(self._child)
        poll = select.poll()
        poll.register(ended_by_itself, select.POLLIN)
        poll.register(self._grader, select.POLLIN | select.POLLHUP)
        ended = ""
        while True:
            ready = {descriptor for descriptor, _ in poll.poll(_LOOK_MS)}
            if ended_by_itself in ready:
                break
            lines = self._lines() if self._grader in ready else []
            ended = "closed" if lines is None else self._limit_passed()
            for line in lines or []:
                if line == usage.INTERRUPT:
                    with contextlib.suppress(ProcessLookupError):
                        os.killpg(self._child, signal.SIGINT)
                elif line != usage.END:
                    os.write(self._grader, usage.answered(self._meter.since(usage.moment_of(line))))
                elif not ended:
                    poll.unregister(self._grader)
                    ended = "" if poll.poll(_DYING_MS) else "closed"
            if ended:
                os.kill(self._child, signal.SIGKILL)
                break
        return self._how(ended)

    def _lines(self) -> list[str] | None:
        """What the grader asks; None once it has closed its end."""
        try:
            return os.read(self._grader, 4096).decode("ascii").splitlines() or None
        except OSError:
            return None

    def _limit_passed(self) -> str:
        look = _look(self._processes, self._child, self._isolate)
        self._mapped_mb = look.mapped_mb or self._mapped_mb
        self._meter.add(time.monotonic(), look.processor, look.waited)
        if look.memory_mb > self._request["memory_mb"]:
            return "memory"
        if look.threads > self._request["processes"]:
            return "processes"
        return "time" if self._meter.processor > self._request["submission_seconds"] else ""

    def _how(self, ended: str) -> str:
        os.waitid(os.P_PID, self._child, os.WEXITED | os.WNOWAIT)
        own_limit = _processor_limit(self._processes, self._child)
        _, status, used = os.wait4(self._child, 0)
        if not os.WIFSIGNALED(status):
            return ended or f"exit {os.WEXITSTATUS(status)}"
        if not ended and os.WTERMSIG(status) == signal.SIGKILL:  # by the kernel, between two looks, or by somebody
            seconds = self._request["submission_seconds"]
            if own_limit < seconds or used.ru_utime + used.ru_stime > _ALMOST * seconds:
                return "time"
            if used.ru_maxrss / 1024 - self._mapped_mb > self._request["memory_mb"]:
                return "memory"
        return ended or f"signal {os.WTERMSIG(status)}"


def _look(processes: int, child: int, isolate: bool) -> _Look:
    names = [str(child)]
    if isolate:
        space = _process_space(processes, names[0])
        everybody = (name for name in os.listdir(processes) if name.isdigit())
        names = [name for name in everybody if space and _process_space(processes, name) == space]
    pages, mapped, threads, ticks = 0, 0, 0, 0
    memory_mb = 0.0  # shared
    waited: dict[str, float] = {}
    for name in names:
        with contextlib.suppress(OSError, ValueError, IndexError):  # it may end while we look
            _, resident, shared, *_ = _read(processes, f"{name}/statm").split()
            pages += int(resident) - int(shared)
            mapped += int(shared)
            if int(shared) * _PAGE_MB > _MANY_MB:
                memory_mb += _shared_memory_mb(processes, name)
            stat = _read(processes, f"{name}/stat").rpartition(")")[2].split()  # see proc(5), from `state` on
            ticks += sum(map(int, stat[11:15]))
            threads += int(stat[17])
            for thread, path in _threads(processes, name, int(stat[17])):
                with contextlib.suppress(OSError, IndexError):  # a kernel may not count it
                    waited[thread] = int(_read(processes, f"{path}/schedstat").split()[1]) / 1e9
    return _Look(pages * _PAGE_MB + memory_mb, mapped * _PAGE_MB, threads, ticks / _TICKS, waited)


def _shared_memory_mb(processes: int, name: str) -> float:
    """The memory that a process shares with others, as `mmap.mmap(-1, …)` makes it: its part of each page."""
    held_mb = _megabytes(_read(processes, f"{name}/status"), "RssShmem")
    if held_mb <= _MANY_MB:  # what is mapped are files
        return 0.0
    try:
        return _megabytes(_read(processes, f"{name}/smaps_rollup"), "Pss_Shmem")
    except (OSError, IndexError):  # a kernel may not say that
        return held_mb


def _megabytes(text: str, name: str) -> float:
    return int(text.split(f"{name}:")[1].split()[0]) / 1024


def _threads(processes: int, name: str, count: int) -> list[tuple[str, str]]:
    """The threads of a process, and where /proc has them."""
    if count == 1:
        return [(name, name)]
    folder = os.open(f"{name}/task", os.O_RDONLY, dir_fd=processes)
    try:
        return [(thread, f"{name}/task/{thread}") for thread in os.listdir(folder)]
    finally:
        os.close(folder)


def _processor_limit(processes: int, child: int) -> float:
    """The seconds of processor time after which the kernel ends a child, which may have set itself fewer."""
    try:
        limits = _read(processes, f"{child}/limits").split("Max cpu time")[1].split()
        return float(limits[1])  # the hard one
    except (OSError, IndexError, ValueError):  # "unlimited" is none
        return float("inf")


def _process_space(processes: int, name: str) -> int:
    try:
        return os.stat(f"{name}/ns/pid", dir_fd=processes).st_ino
    except OSError:
        return 0


def _read(processes: int, name: str) -> str:
    file = os.open(name, os.O_RDONLY, dir_fd=processes)
    try:
        return os.read(file, _LONGEST).decode("ascii", "replace")
    finally:
        os.close(file)

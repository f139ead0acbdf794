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
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from . import usage
from .child import serve
from .namespaces import leave_namespaces
from .spent import Spent, Times

_LOOK_MS = 50  # between two looks at what a child uses
_DYING_MS = 5000  # that a child which is ending may take to be gone
_ENDING = 0x4  # PF_EXITING of linux/sched.h
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
    times: dict[str, Times]  # by process
    numbers: dict[str, int]  # that processes have among themselves, of those that were not seen before
    waited: dict[str, float]  # for a processor, by thread


class _Watch:
    """Waits until the child ends, the grader closes its end, or a limit is passed that the kernel does not watch."""

    def __init__(self, child: int, grader: int, processes: int, request: dict[str, Any], isolate: bool) -> None:
        self._child, self._grader, self._processes, self._request = child, grader, processes, request
        self._isolate, self._meter, self._spent = isolate, usage.Meter(), Spent()
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
                    is_gone = poll.poll(_LOOK_MS) or (_is_ending(self._processes, self._child) and poll.poll(_DYING_MS))
                    ended = "" if is_gone else "closed"
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
        look = _look(self._processes, self._child, self._isolate, self._spent.has_seen)
        self._mapped_mb = look.mapped_mb or self._mapped_mb
        self._meter.add(time.monotonic(), self._spent.add(look.times, look.numbers), look.waited)
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


def _look(processes: int, child: int, isolate: bool, is_known: Callable[[str], bool]) -> _Look:
    names = [str(child)]
    if isolate:
        space = _process_space(processes, names[0])
        everybody = (name for name in os.listdir(processes) if name.isdigit())
        names = [name for name in everybody if space and _process_space(processes, name) == space]
    pages, mapped, threads = 0, 0, 0
    memory_mb = 0.0  # shared
    times: dict[str, Times] = {}
    numbers: dict[str, int] = {}
    waited: dict[str, float] = {}
    for name in names:
        with contextlib.suppress(OSError, ValueError, IndexError):  # it may end while we look
            stat = _read(processes, f"{name}/stat").rpartition(")")[2].split()  # see proc(5), from `state` on
            ticks, count, ran = [*map(int, stat[11:15])], int(stat[17]), 0.0
            threads += count
            holder = name  # of the memory
            for thread, path in _threads(processes, name, count):
                if stat[0] == "Z" and thread != name:
                    holder = path  # the first thread has ended, and the kernel says nothing of what the others hold
                with contextlib.suppress(OSError, IndexError):  # a kernel may not count it
                    on_processor, waiting, _ = _read(processes, f"{path}/schedstat").split()
                    ran, waited[thread] = ran + int(on_processor) / 1e9, int(waiting) / 1e9
            times[name] = Times(max(ran, sum(ticks[:2]) / _TICKS), sum(ticks[2:]) / _TICKS)
            if isolate and not is_known(name):
                numbers[name] = int(_field(_read(processes, f"{name}/status"), "NSpid")[-1])
            _, resident, shared, *_ = _read(processes, f"{holder}/statm").split()
            pages += int(resident) - int(shared)
            mapped += int(shared)
            if int(shared) * _PAGE_MB > _MANY_MB:
                memory_mb += _shared_memory_mb(processes, holder)
    return _Look(pages * _PAGE_MB + memory_mb, mapped * _PAGE_MB, threads, times, numbers, waited)


def _shared_memory_mb(processes: int, holder: str) -> float:
    """The memory that a process shares with others, as `mmap.mmap(-1, …)` makes it: its part of each page."""
    held_mb = _megabytes(_read(processes, f"{holder}/status"), "RssShmem")
    if held_mb <= _MANY_MB:  # what is mapped are files
        return 0.0
    try:
        return _megabytes(_read(processes, f"{holder}/smaps_rollup"), "Pss_Shmem")
    except (OSError, IndexError):  # a kernel may not say that
        return held_mb


def _megabytes(text: str, name: str) -> float:
    return int(_field(text, name)[0]) / 1024


def _field(text: str, name: str) -> list[str]:
    """What stands in the line of that name; a program may give itself a name that looks like another line's."""
    return f"\n{text}".split(f"\n{name}:")[1].split("\n")[0].split()


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


def _is_ending(processes: int, child: int) -> bool:
    """Whether a child that has closed its channel is about to end; one that is not has closed it and lives on."""
    stat = _read(processes, f"{child}/stat").rpartition(")")[2].split()
    return bool(int(stat[6]) & _ENDING)


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

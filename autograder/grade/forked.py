"""A process forked from this one in which submissions are graded: what is endless or large there ends it, not us."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import resource
import signal
import socket
import warnings
import weakref
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, NoReturn

from autograder import stages
from autograder.errors import MachineFault
from autograder.processes import work_for
from autograder.sandbox.inside.memory import bytes_held
from autograder.stages import Ended, Note

MEMORY_MB = 2048  # that grading may use beyond what this process holds when it is forked
_LIVES = 4  # for one submission, whatever it asks of us
_CRASHED = "to look at it ends the process that does"
_TRIES = 5  # where the process is killed from outside


class GradingProcess:
    """Does `work` in a process that is forked from this one, and replaced where it ends."""

    def __init__(self, work: Callable[..., Any]) -> None:
        self._work = work
        self._life: _Life | None = None

    def ask(self, *args: Any) -> Any:
        """What the work returns for these arguments, or raises.

        Where a stage ends the process, the work is done again without that stage, and the fourth time without all that
        comes after it. Raises MachineFault where the process is killed from outside again and again.
        """
        ended: list[Ended] = []
        spent, used, killed = 0.0, 0.0, 0
        while True:
            life = self._life = self._life or _Life(self._work)
            try:
                is_done, result = life.ask(args, ended, spent, used, is_last=len(ended) == _LIVES - 1)
            except (EOFError, OSError):
                self._life = None
                how, computing = life.bury()
            except BaseException:  # somebody interrupts: what is under way is not waited for
                self._life = None
                life.kill()
                raise
            else:
                if is_done:
                    return result
                raise result
            stage = life.note.read()
            if how == signal.SIGKILL or not stage.name or len(ended) == _LIVES - 1:
                killed += 1
                if killed == _TRIES:
                    raise MachineFault(f"the process that grades died {_TRIES} times on {socket.gethostname()} ({how})")
            else:
                ended.append(stage if how == signal.SIGXCPU else stage._replace(told=_CRASHED))
                spent += computing
                used += life.note.used()


class _Life:
    """One such process, from its beginning to its end."""

    def __init__(self, work: Callable[..., Any]) -> None:
        self.note = Note()
        self._connection, theirs = multiprocessing.Pipe()
        parent = os.getpid()
        with warnings.catch_warnings():
            # Python warns where there are other threads: the process uses nothing that these may hold.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._process = os.fork()
        if self._process == 0:
            _serve(work, theirs, self.note, parent)
        theirs.close()
        self.kill = weakref.finalize(self, _kill, self._process, self._connection)

    def ask(
        self, args: tuple[Any, ...], ended: list[Ended], spent: float, used: float, is_last: bool
    ) -> tuple[bool, Any]:
        self._connection.send((args, ended, spent, used, is_last))
        return self._connection.recv()

    def bury(self) -> tuple[int, float]:
        """The signal that ended it, or 0, and the seconds of processor time that it has used."""
        self.kill.detach()
        self._connection.close()
        _, status, used = os.wait4(self._process, 0)
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, used.ru_utime + used.ru_stime


def _kill(process: int, connection: Connection) -> None:
    connection.close()
    with contextlib.suppress(ProcessLookupError, ChildProcessError):
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _serve(work: Callable[..., Any], connection: Connection, note: Note, parent: int) -> NoReturn:
    try:
        work_for(parent)
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (bytes_held() + MEMORY_MB * 2**20, most))
        while os.getppid() == parent:
            args, *before = connection.recv()
            stages.begin(note, *before)
            try:
                answer = True, work(*args)
            except Exception as error:
                answer = False, error
            note.write(Ended("", ""))
            connection.send(answer)
    finally:
        os._exit(0)

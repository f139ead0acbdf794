"""The warm process of a sandbox: imports the libraries once, then forks a child for each submission.

The child gets namespaces of its own (user, mount, processes, IPC), an empty folder and its limits before it sees a
line of student code. A minder process waits beside it: when the grader lets go of the leash, or the child uses more
memory than allowed, the minder kills the child, and with it everything that it started.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import json
import os
import random
import resource
import select
import shutil
import signal
import socket
import sys
import tempfile
from pathlib import Path
from typing import Any, NoReturn

import numpy as np

from . import protocol
from .calls import call_filter
from .program import Program, Sink, drawn_by

_NEW_USER, _NEW_MOUNTS, _NEW_PROCESSES, _NEW_IPC = 0x10000000, 0x20000, 0x20000000, 0x08000000
_libc = ctypes.CDLL(None, use_errno=True)


def main() -> None:
    """Arguments: the control socket's descriptor and the settings as JSON (libraries, isolate)."""
    control = socket.socket(fileno=int(sys.argv[1]))
    settings = json.loads(sys.argv[2])
    for library in settings["libraries"]:
        importlib.import_module(library)
    if "tensorflow" in settings["libraries"]:
        with contextlib.suppress(ImportError, AttributeError):  # these are no public names
            _ease_tensorflow()
    calls = call_filter() if settings["isolate"] else None
    _close_memory(True)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # minders are reaped by the kernel
    np.random.seed(0)  # NumPy loads this part at its first use
    gc.freeze()  # what is here stays: a child that looks for garbage does not copy it all
    control.sendall(b"ready")
    is_first = True
    while True:
        request, descriptors, _, _ = socket.recv_fds(control, 65536, 2)
        if not request:
            return
        if os.fork() == 0:
            control.close()
            _mind(json.loads(request), settings["isolate"], calls, *descriptors)
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
    importlib.import_module("IPython.core.inputtransformer2")  # for cells with magics
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


def _mind(request: dict[str, Any], isolate: bool, calls: Any, channel: int, leash: int) -> NoReturn:
    """Be the minder: start the child, hold its leash, and report on it how the child ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    processes = os.open("/proc", os.O_RDONLY)  # kept, because the child hides it
    try:
        if isolate:
            _leave_namespaces()
        else:
            os.chdir(tempfile.mkdtemp(prefix="autograder-"))
        child = os.fork()
        if child == 0:
            os.close(leash)
            os.close(processes)
            try:
                _serve(request, isolate, calls, channel)
            except BaseException as error:
                os.write(2, f"sandbox: {type(error).__name__}: {error}\n".encode())
            finally:
                os._exit(1)
        os.close(channel)
        ended = _wait(child, leash, processes, request, isolate)
        os.write(leash, ended.encode())
        if not isolate:
            shutil.rmtree(os.getcwd(), ignore_errors=True)
    finally:
        os._exit(0)


def _wait(child: int, leash: int, processes: int, request: dict[str, Any], isolate: bool) -> str:
    """Wait until the child ends, the grader lets go, or a limit is passed that the kernel does not watch."""
    ended_by_itself = os.pidfd_open(child)
    poll = select.poll()
    poll.register(ended_by_itself, select.POLLIN)
    poll.register(leash, select.POLLIN | select.POLLHUP)
    ended = ""
    while True:
        ready = {descriptor for descriptor, _ in poll.poll(50)}
        if ended_by_itself in ready:
            break
        if leash not in ready:
            memory_mb, tasks = _usage(processes, child, isolate)
            ended = "memory" if memory_mb > request["memory_mb"] else ""
            ended = "processes" if tasks > request["processes"] else ended
        if leash in ready or ended:
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


def _check(result: int) -> None:
    if result != 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))


def _leave_namespaces() -> None:
    uid, gid = os.getuid(), os.getgid()
    _check(_libc.unshare(_NEW_USER | _NEW_MOUNTS | _NEW_PROCESSES | _NEW_IPC))
    _close_memory(False)  # who is closed cannot write its own maps, unless it is root outside
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
    _close_memory(True)


def _serve(request: dict[str, Any], isolate: bool, calls: Any, descriptor: int) -> NoReturn:
    """Be the child: shut the doors, then answer the grader until it hangs up."""
    channel = socket.socket(fileno=descriptor)
    missing = []
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")  # where memory runs out, this one goes first
    os.setsid()  # a signal to its process group would reach the warm process and the minders
    _close_memory(False)
    if isolate:
        for folder in (b"/scratch", b"/dev/shm"):  # all that it can write to, and its own
            size = f"size={request['file_mb']}m,mode=0700"
            _check(_libc.mount(b"tmpfs", folder, b"tmpfs", 2 | 4, size.encode()))
        if not _hide_processes():
            missing.append("own-proc")
        _drop_capabilities()
        os.chdir("/scratch")
    for path in map(Path, request["files"]):
        if path.is_dir():
            shutil.copytree(path, path.name)
        else:
            shutil.copy(path, path.name)
    laid_out = set(_files())
    _limit(request)
    _redirect()
    random.seed(0)
    np.random.seed(0)
    program = Program(request["output_chars"], request["imports"])
    answer_size = protocol.Size(request["answer_depth"], request["answer_values"])
    if calls:
        calls.load()
    elif isolate:
        missing.append("call-filter")
    protocol.send(
        channel, protocol.Returned(protocol.pack(missing))
    )  # ready: from here on, what happens is the student's doing
    try:
        while True:
            asked = protocol.receive_request(channel)
            if isinstance(asked, protocol.Files):
                made = [name for name in _files() if name not in laid_out]
                protocol.send(channel, protocol.Made({name: Path(name).read_bytes() for name in made}))
            else:
                protocol.send(channel, _answer(program, asked, channel, answer_size))
    except (EOFError, OSError):
        os._exit(0)


def _answer(program: Program, request: protocol.Request, channel: socket.socket, size: protocol.Size) -> protocol.Reply:
    answer: protocol.Reply
    match request:
        case protocol.Load():
            answer = program.load(request.cell)
        case protocol.Read():
            answer = program.read(request.name)
        case protocol.Call():
            request.args = [protocol.unpack(arg) for arg in request.args]
            request.kwargs = [(name, protocol.unpack(arg)) for name, arg in request.kwargs]
            answer = program.call(request)
        case protocol.RunCell():
            request.inputs = [(name, protocol.unpack(value)) for name, value in request.inputs]
            answer = program.run_cell(request)
        case protocol.StandIn():
            program.stand_in(request.names, lambda *call: _call_back(channel, *call))
            answer = protocol.Returned(None)
        case protocol.Execute():
            return program.execute(request.cell)
        case _:
            answer = protocol.Raised("ValueError", "no such request")
    if isinstance(answer, protocol.Returned):
        try:
            answer.value = protocol.pack(answer.value, size)
        except BaseException as error:  # a hostile object may raise anything while it is looked at
            return protocol.Raised(type(error).__name__, "the answer could not be read")
    return answer


def _call_back(channel: socket.socket, name: str, args: list[Any], kwargs: list[tuple[str, Any]]) -> Any:
    packed = [protocol.pack(arg) for arg in args]
    protocol.send(channel, protocol.CallBack(name, packed, [(key, protocol.pack(arg)) for key, arg in kwargs]))
    answer = protocol.receive_request(channel)
    if isinstance(answer, protocol.Returned):
        return protocol.unpack(answer.value)
    raise RuntimeError(answer.message if isinstance(answer, protocol.Raised) else "no answer")


def _hide_processes() -> bool:
    """Give the child a /proc that knows its own processes only; whether that was granted.

    The kernel grants a new /proc to those who can see a whole one: bubblewrap lends it at /whole, which is covered
    before student code runs. Where the machine's own /proc is masked the sandbox's stays; the warm process and the
    minders in it are closed to the child (`_close_memory`).
    """
    hidden = _libc.mount(b"proc", b"/proc", b"proc", 2 | 4 | 8, None) == 0
    _check(_libc.mount(b"tmpfs", b"/whole", b"tmpfs", 1, b"size=4k,mode=0"))
    return hidden


def _close_memory(closed: bool) -> None:
    """Whether other processes of this user may look into this one's memory (prctl's PR_SET_DUMPABLE)."""
    _check(_libc.prctl(4, 0 if closed else 1, 0, 0, 0))


def _drop_capabilities() -> None:
    """Give up what a new user namespace granted; bubblewrap's no_new_privs makes that final."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    _check(_libc.capset(header, (ctypes.c_uint32 * 6)()))


def _files() -> list[str]:
    """The regular files in the child's folder, by their relative names."""
    found = (Path(folder, name) for folder, _, names in os.walk(".") for name in names)
    return sorted(str(path) for path in found if path.is_file() and not path.is_symlink())


def _limit(request: dict[str, Any]) -> None:
    megabyte = 2**20
    seconds = int(request["submission_seconds"]) + 1
    for what, value in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_NPROC, 2 * request["processes"]),  # for bombs that are faster than the minder looks
        (resource.RLIMIT_NOFILE, request["open_files"]),
        (resource.RLIMIT_FSIZE, request["file_mb"] * megabyte),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(what, (value, value))


def _redirect() -> None:
    """Nothing that student code prints leaves the sandbox."""
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    sys.stdout = sys.stderr = Sink(0)
    sys.argv = [""]


if __name__ == "__main__":
    main()

"""The child in which one submission's code runs: shut the doors, then answer what the grader asks."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import shutil
import sys
from pathlib import Path
from typing import Any, NoReturn

import numpy as np

from . import protocol
from .calls import load_filter
from .changes import write_into
from .namespaces import close_memory, drop_capabilities, hide_processes, mount_empty, mount_terminals
from .notebook import Notebook, in_child
from .program import Program
from .remote import remote_class, remote_function
from .shell import make_shell


def serve(request: dict[str, Any], isolate: bool, calls: bytes, fonts: dict[Path, bytes], descriptor: int) -> NoReturn:
    """Be the child: shut the doors, then answer the grader until it closes the channel.

    `calls` is the filter of system calls, empty where there is none; `fonts` are files that Matplotlib looks for.
    """
    channel = protocol.Channel(descriptor)
    missing = []
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")  # where memory runs out, this one goes first
    os.setsid()  # a signal to its process group would reach the warm process and the supervisors
    close_memory(False)
    given = [Path(path) for path in request["files"]]
    if isolate:
        mount_empty("/scratch", request["file_mb"] + _megabytes(given))
        mount_empty("/dev/shm", request["file_mb"])  # nothing else can be written to
        mount_terminals()
        if not hide_processes():
            missing.append("own-proc")
        drop_capabilities()
        os.chdir("/scratch")
    for path in given:
        if path.is_dir():
            shutil.copytree(path, path.name)
        else:
            shutil.copy(path, path.name)
    laid_out = _files()
    _limit(request)
    _redirect()
    random.seed(0)
    np.random.seed(0)
    in_child(make_shell())
    notebook = Notebook(make_shell())
    program = Program(notebook, request["imports"])
    answer_size = protocol.Size(request["answer_depth"], request["answer_values"])
    if calls:
        load_filter(calls)
    elif isolate:
        missing.append("call-filter")
    protocol.send(
        channel, protocol.Returned(protocol.pack(missing))
    )  # ready: from here on, what happens is the student's doing
    try:
        while True:
            asked = protocol.receive_request(channel)
            if isinstance(asked, protocol.Files):
                made = [name for name, state in _files().items() if laid_out.get(name) != state]
                protocol.send(channel, protocol.Made(_contents(made, request["answer_mb"])))
            elif isinstance(asked, protocol.Execute):
                while fonts:  # Matplotlib looks for them for seconds, and says so on stderr
                    path, data = fonts.popitem()
                    path.parent.mkdir(exist_ok=True)
                    path.write_bytes(data)
                protocol.send(channel, notebook.execute(asked.cell, request["output_chars"], request["answer_mb"]))
            else:
                protocol.send(channel, _answer(program, asked, channel, answer_size))
    except (EOFError, OSError):
        os._exit(0)


def _answer(
    program: Program, request: protocol.Request, channel: protocol.Channel, size: protocol.Size
) -> protocol.Reply:
    answer: protocol.Reply
    match request:
        case protocol.Load():
            answer = program.load(request.cell)
        case protocol.Read():
            answer = program.read(request)
        case protocol.Make() | protocol.Call():
            request.args = [protocol.unpack(arg) for arg in request.args]
            request.kwargs = [(name, protocol.unpack(arg)) for name, arg in request.kwargs]
            answer = program.make(request) if isinstance(request, protocol.Make) else program.call(request)
        case protocol.RunCell():
            request.inputs = [(name, protocol.unpack(value)) for name, value in request.inputs]
            answer = program.run_cell(request)
        case protocol.StandIn():
            program.stand_in({name: _remote(name, request.classes, channel) for name in request.names})
            answer = protocol.Returned(None)
        case _:
            answer = protocol.Raised("ValueError", "no such request")
    if isinstance(answer, protocol.Returned):
        try:
            answer.value = protocol.pack(answer.value, size)
        except BaseException as error:  # a hostile object may raise anything while it is looked at
            return protocol.Raised(type(error).__name__, "the answer could not be read")
    return answer


def _remote(name: str, classes: dict[str, list[str]], channel: protocol.Channel) -> Any:
    """What stands in for a name of the program's."""

    def ask(call: protocol.CallBack) -> Any:
        given = [*call.args, *(arg for _, arg in call.kwargs)]
        call.args = [protocol.pack(arg) for arg in call.args]
        call.kwargs = [(key, protocol.pack(arg)) for key, arg in call.kwargs]
        protocol.send(channel, call)
        answer = protocol.receive_request(channel)
        if isinstance(answer, protocol.Returned):
            value, after = protocol.unpack(answer.value)
            for position, new in zip(answer.changed, after, strict=True):
                write_into(given[position], new)
            return value
        message = answer.message if isinstance(answer, protocol.Raised) else "no answer"
        raise AttributeError(message) if call.how == "read" else RuntimeError(message)

    return remote_class(name, classes[name], ask) if name in classes else remote_function(name, ask)


def _megabytes(paths: list[Path]) -> int:
    """What files and folders take, rounded up as an empty folder in memory counts them."""
    files = [file for path in paths for file in (path.rglob("*") if path.is_dir() else [path]) if file.is_file()]
    return (
        sum(file.stat().st_size // resource.getpagesize() + 1 for file in files) * resource.getpagesize() // 2**20 + 1
    )


def _files() -> dict[str, tuple[int, int]]:
    """The regular files in the child's folder, by their relative names, and what tells whether one was changed; without
    what libraries keep for themselves."""
    found = (Path(folder, name) for folder, _, names in os.walk(".") for name in names)
    libraries = (".ipython", ".matplotlib", ".cache", ".config", ".keras", ".local", ".nv")
    theirs = [path for path in found if path.parts[0] not in libraries]
    plain = [(path, path.stat()) for path in theirs if path.is_file() and not path.is_symlink()]
    return {str(path): (state.st_mtime_ns, state.st_size) for path, state in sorted(plain)}


def _contents(names: list[str], megabytes: int) -> dict[str, bytes]:
    """What the files hold, without those that are too large beside the others."""
    contents, left = {}, int(0.9 * megabytes * 2**20)
    for name in names:
        size = os.path.getsize(name)
        if size <= left:
            left -= size
            contents[name] = Path(name).read_bytes()
    return contents


def _limit(request: dict[str, Any]) -> None:
    megabyte = 2**20
    seconds = int(request["submission_seconds"]) + 1
    for what, value in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_NPROC, 2 * request["processes"]),  # for bombs that are faster than the supervisor looks
        (resource.RLIMIT_NOFILE, request["open_files"]),
        (resource.RLIMIT_FSIZE, request["file_mb"] * megabyte),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(what, (value, value))


def _redirect() -> None:
    """Nothing that student code prints to a descriptor leaves the sandbox."""
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    sys.argv = [""]

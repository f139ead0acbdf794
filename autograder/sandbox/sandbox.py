"""A warm sandbox: bubblewrap around a process that forks a child for each submission."""

from __future__ import annotations

import atexit
import functools
import json
import os
import resource
import shlex
import shutil
import socket
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from autograder.course.settings import Limits
from autograder.errors import CourseError, GraderFault, MachineFault
from autograder.sandbox.cgroup import ControlGroup, control_group

if TYPE_CHECKING:
    from autograder.sandbox.child import Child

Mode = Literal["bubblewrap", "none"]

START_SECONDS = 600.0  # on a clock on the wall: a start that is only slow is nobody's fault
_INSIDE = Path(__file__).parent / "inside"
_BOOT = "import sys; sys.path.insert(0, {folder!r}); from inside.warm import main; main()"
_ENVIRONMENT = {
    "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
    "HOME": "/scratch",
    "TMPDIR": "/scratch",
    "NBGRADER_EXECUTION": "autograde",  # nbgrader promises it to notebooks that skip what takes long
    "LANG": "C.UTF-8",
    "MPLBACKEND": "Agg",
    "MPLCONFIGDIR": "/scratch/.matplotlib",
    "IPYTHONDIR": "/scratch/.ipython",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    # One thread: submissions are graded side by side, and the same sum gives the same bits.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "CUDA_VISIBLE_DEVICES": "",
}


class Sandbox:
    """A warm process for one set of libraries. `files` are what every child finds in its working folder, `preloaded`
    are modules that it need not load itself, where they are there.

    In place of the `forbidden` libraries students find stand-ins that may be imported, but not used.
    """

    def __init__(
        self,
        libraries: list[str],
        mode: Mode,
        files: tuple[Path, ...] = (),
        forbidden: tuple[str, ...] = (),
        preloaded: tuple[str, ...] = (),
    ) -> None:
        self.libraries, self.mode, self.files = libraries, mode, files
        self.forbidden, self.preloaded = forbidden, preloaded
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._errors: int | None = None  # a file of what the warm process says
        self._group: ControlGroup | None = None
        self._has_given = False  # a child, ever
        self.missing: list[str] = []  # layers of protection that this machine does not give, by name

    def begin(self) -> None:
        """Start the warm process where there is none, without waiting until it is warm.

        A process that is forked from this one may ask it for children, too.
        """
        if self._process is None:
            self._start()

    def child(self, limits: Limits) -> Child:
        """A fresh child, ready for work. Raises GraderFault when there is none to be had."""
        from autograder.sandbox.child import Ended
        from autograder.sandbox.inside.protocol import ProtocolError

        fault = said = ""
        for _ in range(2):  # once more where the warm process has died since the last submission
            self.begin()
            try:
                return self._fork(limits)
            except (OSError, Ended, ProtocolError) as error:
                said = self._said()
                fault = str(error) or type(error).__name__
                self.close()
        if said and not self._has_given:
            raise GraderFault(f"the sandbox did not start: {said}")
        raise MachineFault(f"the sandbox gives no child on the machine {socket.gethostname()}: {fault}")

    def _fork(self, limits: Limits) -> Child:
        from autograder.sandbox.child import Child, deadline_in
        from autograder.sandbox.inside import protocol

        channel, inner_channel = protocol.channel_pair()
        supervisor, inner_supervisor = socket.socketpair()
        request = json.dumps({**msgspec.to_builtins(limits), "files": self._inside_files()}).encode()
        child = Child(channel, supervisor, limits.answer_mb, self._group)
        try:
            with inner_channel, inner_supervisor:
                assert self._control is not None
                if self._group:
                    self._group.allow(limits.memory_mb, limits.processes)
                socket.send_fds(self._control, [request], [inner_channel.fileno(), inner_supervisor.fileno()])
            ready = child.receive(deadline_in(START_SECONDS))
        except BaseException:
            child.close()
            raise
        self._has_given = True
        if isinstance(ready, protocol.Returned):  # nothing of the student's has run yet: this is our own worker's word
            self.missing = [str(name) for name in protocol.unpack(ready.value)]
            if self.mode == "bubblewrap" and not self._group:
                self.missing.append("control-group")
        return child

    def close(self) -> None:
        if self._control:
            self._control.close()
        if self._process:
            self._process.kill()
            self._process.wait()
        if self._errors is not None:
            os.close(self._errors)
        if self._group:
            self._group.close()
        self._process = self._control = self._errors = self._group = None

    def _said(self) -> str:
        """The last line of what the warm process said, where it could not start."""
        assert self._errors is not None
        said = os.pread(self._errors, os.fstat(self._errors).st_size, 0)
        return said.decode("utf-8", "replace").strip().rpartition("\n")[2]

    def _inside_files(self) -> list[str]:
        return [f"/files/{path.name}" if self.mode == "bubblewrap" else str(path) for path in self.files]

    def _start(self) -> None:
        if self.mode == "bubblewrap":
            self._group = control_group()
            command, environment = self._bubblewrap(), {"PATH": os.environ.get("PATH", "/usr/bin:/bin")}
        else:
            command, environment = _python(_INSIDE.parent), _ENVIRONMENT
        settings = json.dumps(
            {
                "libraries": self.libraries,
                "preloaded": self.preloaded,
                "forbidden": self.forbidden,
                "isolate": self.mode == "bubblewrap",
            }
        )
        ours, theirs = socket.socketpair()
        self._errors = os.memfd_create("errors")
        self._process = subprocess.Popen(
            [*command, str(theirs.fileno()), settings],
            pass_fds=[theirs.fileno()],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            preexec_fn=functools.partial(_begin, self._group),
        )
        theirs.close()
        self._control = ours

    def _bubblewrap(self) -> list[str]:
        bubblewrap = find_bubblewrap()
        shown: list[str] = []
        for path in _python_folders():
            shown += ["--ro-bind", str(path), str(path)]
        for name in ("lib", "lib64", "bin", "sbin"):  # links into /usr on a merged system, folders elsewhere
            path = Path("/", name)
            if path.is_symlink():
                shown += ["--symlink", os.readlink(path), str(path)]
            elif path.is_dir():
                shown += ["--ro-bind", str(path), str(path)]
        for name in ("/etc/ld.so.cache", "/etc/fonts"):  # without the second, fontconfig complains on stderr
            shown += ["--ro-bind-try", name, name]
        for hidden in _installed(self.forbidden):
            shown += ["--tmpfs", str(hidden), "--remount-ro", str(hidden)]
        for path in self.files:
            shown += ["--ro-bind", str(path), f"/files/{path.name}"]
        environment = [part for name, value in _ENVIRONMENT.items() for part in ("--setenv", name, value)]
        rules = (
            "--unshare-all --unshare-user --uid 65534 --gid 65534 --cap-drop ALL --die-with-parent --new-session "
            "--hostname sandbox --clearenv"
        )
        # /whole lends the kernel's view of a whole /proc to the children, who cover it (namespaces.hide_processes).
        fonts = [
            part for path in _font_lists() for part in ("--ro-bind", str(path), f"/scratch/.matplotlib/{path.name}")
        ]
        folders = (
            f"--ro-bind {shlex.quote(str(_INSIDE))} /engine/inside --proc /proc --bind /proc /whole --dev /dev "
            "--tmpfs /scratch --chdir /scratch --remount-ro /dev --remount-ro /"
        )
        if not any(Path("/tmp") in path.parents for path in _python_folders()):
            folders = f"--symlink scratch /tmp {folders}"  # for programs that know no other place
        return [
            *(bubblewrap, *rules.split(), *environment, *shown, *shlex.split(folders), *fonts),
            *_python(Path("/engine")),
        ]


def _begin(group: ControlGroup | None) -> None:
    """What the warm process does before all else: the limits of the one that grades are not its own."""
    for limit in (resource.RLIMIT_CPU, resource.RLIMIT_DATA):
        _, most = resource.getrlimit(limit)
        resource.setrlimit(limit, (most, most))
    if group:
        group.join()


def _python(folder: Path) -> list[str]:
    # As with -I, but for -E: PYTHONHASHSEED is to be read, and the environment is ours.
    return [sys.executable, "-P", "-s", "-c", _BOOT.format(folder=str(folder))]


def _python_folders() -> list[Path]:
    """The Python installation and the libraries: all that a submission may read of this machine."""
    folders: list[Path] = []
    for text in ("/usr", sys.base_prefix, sys.prefix):
        path = Path(text)
        if not any(path == other or other in path.parents for other in folders):
            folders.append(path)
    return folders


def _installed(packages: tuple[str, ...]) -> list[Path]:
    """Where these packages lie in all that a submission may read: beside ours, and in the system's or a base Python."""
    places = {Path(sysconfig.get_path(kind)) for kind in ("platlib", "purelib")}
    for folder in _python_folders():
        places |= {*folder.glob("lib*/python3*/*-packages"), *folder.glob("local/lib*/python3*/*-packages")}
    found = [place / package for place in sorted(places) for package in packages if (place / package).is_dir()]
    return [*{path.resolve(): path for path in reversed(found)}.values()]  # once, where lib64 is lib


def _font_lists() -> list[Path]:
    """What matplotlib has found out about this machine's fonts, which takes it longer than all its imports."""
    # A user without a home has none of this, either.
    cache = Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "matplotlib")
    return sorted(cache.glob("fontlist-v*.json"))


def find_bubblewrap() -> str:
    """The bwrap program. Raises CourseError with the way to get it."""
    path = shutil.which("bwrap")
    if not path:
        raise CourseError(
            "sandbox",
            "bubblewrap is not installed",
            "Install it, for instance: sudo apt-get install bubblewrap",
        )
    return path


def missing_layers(mode: Mode) -> list[str]:
    """Which layers of protection this machine does not give, by name. Raises GraderFault where it gives no sandbox."""
    sandbox = Sandbox(["numpy"], mode)
    try:
        sandbox.child(Limits()).close()
        return sandbox.missing
    finally:
        sandbox.close()


_warm: dict[tuple[Any, ...], Sandbox] = {}


def warm_sandbox(
    libraries: list[str],
    mode: Mode,
    files: tuple[Path, ...] = (),
    forbidden: tuple[str, ...] = (),
    preloaded: tuple[str, ...] = (),
) -> Sandbox:
    """The sandbox for these libraries, started once in the life of this process. Raises CourseError without one."""
    if mode == "bubblewrap":
        find_bubblewrap()
    key = (tuple(libraries), mode, files, forbidden, preloaded)
    if key not in _warm:
        _warm[key] = Sandbox(libraries, mode, files, forbidden, preloaded)
    return _warm[key]


@atexit.register
def _close_all() -> None:
    for sandbox in _warm.values():
        sandbox.close()

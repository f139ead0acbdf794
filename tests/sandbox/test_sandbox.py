"""What the sandbox shows, what it withholds, and how a child ends."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.course.settings import Limits
from autograder.errors import CourseError, GraderFault
from autograder.sandbox import sandbox as sandbox_module
from autograder.sandbox.child import Child, Ended, deadline_in
from autograder.sandbox.doctor import LAYERS, examine
from autograder.sandbox.inside import protocol
from autograder.sandbox.inside.forbidden import FORBIDDEN
from autograder.sandbox.sandbox import Sandbox

Run = Callable[[str], Any]
SECONDS = 120  # in which any machine comes to what is waited for


@pytest.fixture(scope="module")
def warm() -> Iterator[Sandbox]:
    box = Sandbox(["numpy"], "bubblewrap", forbidden=FORBIDDEN)
    yield box
    box.close()


@pytest.fixture
def child(warm: Sandbox) -> Iterator[Child]:
    child = warm.child(Limits(memory_mb=300, file_mb=4, processes=20))
    yield child
    child.close()


@pytest.fixture
def run(child: Child) -> Run:
    """Run code in the child; what it assigns to `answer` comes back, or the exception's name."""

    return lambda source: answer_of(child, source)


def answer_of(child: Child, source: str) -> Any:
    for request in (protocol.Load(protocol.Cell("code", source)), protocol.Read("answer")):
        child.send(request, deadline_in(SECONDS))
        reply = child.receive(deadline_in(SECONDS))
        if isinstance(reply, protocol.Raised):
            return reply.error
    assert isinstance(reply, protocol.Returned)
    return protocol.unpack(reply.value)


def attempt(expression: str) -> str:
    return f"import os\ntry: answer = {expression}\nexcept Exception as error: answer = type(error).__name__"


def test_it_sees_only_itself(run: Run) -> None:
    assert run("import os\nanswer = sorted(name for name in os.listdir('/proc') if name.isdigit())") == ["1"]
    assert run("answer = os.getpid()") == 1
    assert run("answer = os.listdir('/scratch')") == []


def test_the_course_is_not_there(run: Run) -> None:
    root = Path(__file__).resolve().parents[2]
    assert run(attempt(f"os.listdir({str(root / 'solutions')!r})")) == "FileNotFoundError"
    assert run(attempt(f"open({str(root / 'README.md')!r}).read()")) == "FileNotFoundError"
    assert run(attempt("os.listdir('/engine/inside')")) != "FileNotFoundError"
    assert run(attempt("os.listdir('/whole')")) == "PermissionError"


@pytest.mark.parametrize("path", ["/x", "/usr/x", "/engine/inside/x.py", "/dev/x", os.__file__])
def test_it_can_write_nowhere_but_in_its_own_folders(run: Run, path: str) -> None:
    assert run(attempt(f"open({path!r}, 'a').close()")) in ("OSError", "PermissionError")


def test_there_is_no_network(run: Run) -> None:
    connect = "socket.create_connection(('127.0.0.1', 22), 2)"
    assert run("import socket\n" + attempt(connect)) == "PermissionError"
    interfaces = "[line.split(':')[0].strip() for line in open('/proc/net/dev') if ':' in line]"
    assert run(f"answer = {interfaces}") == ["lo"]


@pytest.mark.parametrize("kind", ["net", "user", "mnt", "pid", "ipc", "uts"])
def test_it_is_in_no_namespace_of_the_machines(kind: str, run: Run) -> None:
    """The filter of calls refuses sockets, too: no connection shows whether the network is the machine's."""
    path = f"/proc/self/ns/{kind}"
    found = run(f"import os\nanswer = os.readlink({path!r})")
    assert found.startswith(f"{kind}:[")
    assert found != os.readlink(path)


@pytest.mark.parametrize("kind", ["user", "mnt", "pid", "ipc"])
def test_no_two_children_are_in_one_namespace(kind: str, warm: Sandbox) -> None:
    children = [warm.child(Limits()) for _ in range(2)]
    found = [answer_of(child, f"import os\nanswer = os.readlink('/proc/self/ns/{kind}')") for child in children]
    for child in children:
        child.close()
    assert found[0] != found[1]


def test_it_is_alone_in_its_session_and_process_group(run: Run) -> None:
    assert run("import os\nanswer = [os.getsid(0), os.getpgid(0)]") == [1, 1]


def test_chance_and_hashes_are_the_same_for_everybody(run: Run) -> None:
    drawn = run("import random, numpy\nanswer = [random.random(), float(numpy.random.rand()), hash('a')]")
    hashed = subprocess.check_output([sys.executable, "-c", "print(hash('a'))"], env={"PYTHONHASHSEED": "0"})
    assert drawn == [random.Random(0).random(), np.random.RandomState(0).rand(), int(hashed)]


def test_it_has_no_capabilities_and_cannot_get_any(run: Run) -> None:
    status = run("answer = open('/proc/self/status').read()")
    assert "CapEff:\t0000000000000000" in status
    assert "NoNewPrivs:\t1" in status


def test_the_environment_tells_nothing(run: Run) -> None:
    assert run("import os\nanswer = os.uname().nodename") == "sandbox"
    found = run("answer = dict(os.environ)")
    assert found == {**sandbox_module._ENVIRONMENT, "PWD": "/scratch"}


@pytest.mark.parametrize(
    "call",
    [
        "socket.socket()",
        "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
        "libc('unshare', 0x10000000)",
        "libc('setns', 0, 0)",
        "libc('ptrace', 0, 0, 0, 0)",
        "libc('mount', b'tmpfs', b'/scratch', b'tmpfs', 0, None)",
        "libc('syscall', 425, 8, None)",  # io_uring_setup
        "libc('syscall', 321, 0, None, 0)",  # bpf
    ],
)
def test_calls_that_no_exercise_needs_are_refused(call: str, run: Run) -> None:
    source = (
        "import ctypes, os, socket\n"
        "def libc(name, *args):\n"
        "    library = ctypes.CDLL(None, use_errno=True)\n"
        "    if getattr(library, name)(*args) == -1:\n"
        "        raise OSError(ctypes.get_errno(), name)\n"
        f"try:\n    {call}\n    answer = 0\n"
        "except OSError as error:\n    answer = error.errno"
    )
    assert run(source) == 1  # EPERM


def test_threads_and_processes_work_under_the_filter(run: Run) -> None:
    source = (
        "import subprocess, threading\n"
        "thread = threading.Thread(target=lambda: None)\nthread.start(); thread.join()\n"
        "answer = subprocess.run(['/bin/echo', 'hello'], capture_output=True, text=True).stdout"
    )
    assert run(source) == "hello\n"


def test_a_missing_layer_is_known(warm: Sandbox) -> None:
    warm.child(Limits()).close()
    assert warm.missing == [layer.what for layer in examine() if layer.what in LAYERS and not layer.here]


@pytest.mark.parametrize("library", ["tensorflow", "keras", "scipy"])
def test_a_forbidden_library_is_not_there_either(library: str, run: Run) -> None:
    """Who takes our stand-ins away finds an empty folder."""
    source = f"import sys\ndel sys.meta_path[0]\nimport {library}\nanswer = [{library}.__file__, {library}.__path__[0]]"
    file, folder = run(source)
    assert file is None
    assert run(f"import os\nanswer = os.listdir({folder!r})") == []


def test_a_forbidden_library_is_in_no_other_python_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as the one that a virtual environment was made from."""
    for place in ("lib/python3.99/site-packages", "local/lib/python3/dist-packages"):
        (tmp_path / place / "scipy").mkdir(parents=True)
        (tmp_path / place / "scipy" / "__init__.py").touch()
    (tmp_path / "lib64").symlink_to("lib")
    folders = [*sandbox_module._python_folders(), tmp_path]
    monkeypatch.setattr(sandbox_module, "_python_folders", lambda: folders)
    box = Sandbox(["numpy"], "bubblewrap", forbidden=FORBIDDEN)
    with contextlib.closing(box), contextlib.closing(box.child(Limits())) as child:
        source = (
            "import glob\n"
            f"folders = [f'{{folder}}/{{local}}lib*/python3*/*-packages' for folder in {[*map(str, folders)]} "
            "for local in ('', 'local/')]\n"
            "packages = [p for folder in folders for p in glob.glob(f'{folder}/scipy')]\n"
            "answer = [len(packages) >= 3, [p for package in packages for p in glob.glob(f'{package}/*')]]"
        )
        assert answer_of(child, source) == [True, []]


def test_what_one_child_leaves_the_next_does_not_find(warm: Sandbox) -> None:
    found = []
    for _ in range(2):
        child = warm.child(Limits())
        source = (
            "import os, sys\n"
            "answer = [os.path.exists('/scratch/x'), os.path.exists('/dev/shm/x'), hasattr(sys, 'message')]\n"
            "open('/scratch/x', 'w').close(), open('/dev/shm/x', 'w').close()\n"
            "sys.message = 1"
        )
        found.append(answer_of(child, source))
        child.close()
    assert found == [[False] * 3] * 2


BOMB = "while True:\n    try: {}\n    except (OSError, RuntimeError): pass"


@pytest.mark.parametrize(
    ("source", "how"),
    [
        ("import numpy as np\nx = np.ones(10**8)\nimport time; time.sleep(600)", "memory"),
        (
            "import os, time\n"
            "for _ in range(6):\n"
            "    if os.fork() == 0:\n"
            "        kept = b'x' * (60 * 2**20)\n"
            "        time.sleep(600)\n"
            "time.sleep(600)",
            "memory",
        ),
        (
            "import mmap, time\n"
            "shared = mmap.mmap(-1, 400 * 2**20)\n"
            "for _ in range(400): shared.write(bytes(2**20))\n"
            "time.sleep(600)",
            "memory",
        ),
        (
            "import ctypes, mmap, time\n"
            "ctypes.CDLL(None).prctl(15, b'RssShmem: 0', 0, 0, 0)\n"  # its name, as a line of the kernel's
            "shared = mmap.mmap(-1, 400 * 2**20)\n"
            "for _ in range(400): shared.write(bytes(2**20))\n"
            "time.sleep(600)",
            "memory",
        ),
        (
            "import ctypes, os, threading, time\n"
            "def take():\n"
            "    kept = b'x' * (400 * 2**20)\n"
            "    time.sleep(600)\n"
            "if os.fork() == 0:\n"
            "    threading.Thread(target=take).start()\n"
            "    ctypes.CDLL(None).syscall({'x86_64': 60}.get(os.uname().machine, 93), 0)\n"  # its first thread ends
            "time.sleep(600)",
            "memory",
        ),
        (BOMB.format("__import__('subprocess').Popen(['sleep', '600'])"), "processes"),
        (
            BOMB.format("__import__('threading').Thread(target=__import__('time').sleep, args=(600,)).start()"),
            "processes",
        ),
        ("import os\nos._exit(3)", "exit 3"),
        (
            "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\nimport ctypes; ctypes.string_at(0)",
            "signal 11",
        ),
    ],
)
def test_how_a_child_ends_is_known(child: Child, source: str, how: str) -> None:
    child.send(protocol.Load(protocol.Cell("code", source)), deadline_in(SECONDS))
    with pytest.raises(Ended) as ended:
        child.receive(deadline_in(SECONDS))
    assert ended.value.how == how


def test_a_child_cannot_take_the_terminals_of_others(run: Run) -> None:
    source = "import os, pty\nanswer = 0\ntry:\n    while True: pty.openpty(); answer += 1\nexcept OSError: pass"
    assert 1 <= run(source) <= 32


@pytest.mark.parametrize(
    "source",
    ["import os\nanswer = os.memfd_create('x')", "import ctypes\nanswer = ctypes.CDLL(None).shmget(0, 4096, 0o1600)"],
)
def test_memory_that_no_process_is_seen_to_hold_is_refused(source: str, run: Run) -> None:
    assert run(source) in ("PermissionError", -1)


SIZED = """
import errno, os
def sized(path, megabytes, more):
    try:
        with open(path, "wb") as file:
            os.truncate(path, megabytes * 2**20 + more)  # a hole, for which the folder needs no room
    except OSError as error:
        return errno.errorcode[error.errno]
    return os.path.getsize(path)
def written(path, megabytes):
    try:
        with open(path, "wb") as file:
            file.write(bytes(megabytes * 2**20))
    except OSError as error:
        return errno.errorcode[error.errno]
    return os.path.getsize(path)
"""


@pytest.mark.parametrize("folder", ["/scratch", "/dev/shm"])
def test_a_file_and_all_files_together_can_only_be_so_large(folder: str, run: Run) -> None:
    one, other = f"{folder}/one", f"{folder}/other"
    assert run(f"{SIZED}\nanswer = [sized({one!r}, 4, 0), sized({one!r}, 4, 1)]") == [4 * 2**20, "EFBIG"]
    assert run(f"answer = [written({one!r}, 3), written({other!r}, 3)]") == [3 * 2**20, "ENOSPC"]


def test_the_kernel_limits_what_the_supervisor_does_not_see_in_time(run: Run) -> None:
    limits = {"CPU": 121, "NPROC": 40, "NOFILE": 256, "FSIZE": 4 * 2**20, "CORE": 0}
    for name, value in limits.items():
        _, hard = resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))
        allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
        found = run(f"import resource\nanswer = list(resource.getrlimit(resource.RLIMIT_{name}))")
        assert found == [allowed, allowed], name


def test_a_child_that_answers_bit_by_bit_is_given_up_at_the_deadline(child: Child) -> None:
    source = (
        "import os, stat, time\n"
        "def is_socket(descriptor):\n"
        "    try: return stat.S_ISSOCK(os.fstat(descriptor).st_mode)\n"
        "    except OSError: return False\n"
        "channel = next(filter(is_socket, range(256)))\n"
        "os.write(channel, (10**6).to_bytes(4, 'big'))\n"
        "while True:\n"
        "    os.write(channel, b'0')\n"
        "    time.sleep(0.01)"
    )
    child.send(protocol.Load(protocol.Cell("code", source)), deadline_in(SECONDS))
    with pytest.raises(TimeoutError):
        child.receive(deadline_in(0.5))


def test_a_child_that_hangs_is_given_up_at_the_deadline(child: Child) -> None:
    child.send(protocol.Load(protocol.Cell("code", "while True: pass")), deadline_in(SECONDS))
    with pytest.raises(TimeoutError):
        child.receive(deadline_in(0.2))


def test_without_bubblewrap_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(CourseError) as caught:
        Sandbox(["numpy"], "bubblewrap").child(Limits())
    assert str(caught.value) == (
        "sandbox: bubblewrap is not installed. Install it, for instance: sudo apt-get install bubblewrap."
    )


def test_how_much_comes_back_is_limited_by_the_assignment(warm: Sandbox) -> None:
    child = warm.child(Limits(answer_depth=1, answer_values=3, output_chars=5))
    try:
        replies = []
        code = "deep = [[1]]\nlong = [0] * 9"
        for request in (
            protocol.Load(protocol.Cell("code", code)),
            protocol.Read("deep"),
            protocol.Read("long"),
            protocol.Execute(protocol.Cell("out", "print('0123456789')")),
        ):
            child.send(request, deadline_in(SECONDS))
            replies.append(child.receive(deadline_in(SECONDS)))
    finally:
        child.close()
    _, deep, long, shown = replies
    assert isinstance(deep, protocol.Returned)
    assert isinstance(long, protocol.Returned)
    assert isinstance(shown, protocol.Shown)
    assert protocol.unpack(deep.value) == [protocol.Opaque("list", "nested deeper than 1")]
    assert protocol.unpack(long.value) == protocol.Opaque("list", "longer than 3")
    assert [output.text for output in shown.outputs] == ["01234\n… (the rest of the output was left out)\n"]


def test_an_answer_can_only_be_so_large(warm: Sandbox) -> None:
    child = warm.child(Limits(answer_mb=1))
    assert answer_of(child, f"answer = ['x' * {10**4}] * 99") == ["x" * 10**4] * 99
    with pytest.raises(protocol.ProtocolError, match="an answer of 2 MB, more than the 1 MB allowed"):
        answer_of(child, f"answer = ['x' * {10**4}] * 200")
    child.close()


def test_an_answer_that_cannot_be_read_costs_that_answer_only(run: Run) -> None:
    source = (
        "class Kind(type):\n"
        "    @property\n"
        "    def __module__(self): raise SystemExit\n"
        "class Odd(metaclass=Kind): pass\n"
        "answer = Odd()"
    )
    assert run(source) == "SystemExit"
    assert run("answer = 1") == 1


def test_the_files_that_a_program_makes(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "table.csv").write_text("1,2")
    (tmp_path / "one.txt").write_text("given")
    box = Sandbox(["numpy"], "bubblewrap", (tmp_path / "data", tmp_path / "one.txt"))
    child = box.child(Limits())
    source = (
        "import os\n"
        "answer = [open(name).read() for name in ('one.txt', 'data/table.csv')]\n"
        "open('two.txt', 'w').write('made')\n"
        "open('data/three.txt', 'w').write('made, too')\n"
        "os.symlink('/etc/ld.so.cache', 'link')\n"
        "os.mkfifo('pipe')"
    )
    assert answer_of(child, source) == ["given", "1,2"]
    child.send(protocol.Files(), deadline_in(SECONDS))
    assert child.receive(deadline_in(SECONDS)) == protocol.Made({"data/three.txt": b"made, too", "two.txt": b"made"})
    child.close()
    box.close()


class Group:
    """A control group that keeps what it is asked for in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.allowed, self.is_closed = folder, (0, 0), False

    def join(self) -> None:
        (self.folder / "joined").write_text(str(os.getpid()))

    def allow(self, memory_mb: int, processes: int) -> None:
        self.allowed = memory_mb, processes

    def out_of_memory(self) -> int:
        return 0

    def close(self) -> None:
        self.is_closed = True


def test_the_sandbox_is_in_its_control_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    group = Group(tmp_path)
    monkeypatch.setattr(sandbox_module, "control_group", lambda: group)
    box = Sandbox(["numpy"], "bubblewrap")
    box.child(Limits(memory_mb=300, processes=20)).close()
    assert box._process
    assert (tmp_path / "joined").read_text() == str(box._process.pid)
    assert group.allowed == (300, 20)
    assert "control-group" not in box.missing
    assert not group.is_closed
    box.close()
    assert group.is_closed
    monkeypatch.setattr(sandbox_module, "control_group", lambda: None)
    box.child(Limits()).close()
    assert "control-group" in box.missing
    box.close()


def test_a_warm_process_that_has_died_is_started_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    box = Sandbox(["numpy"], "bubblewrap")
    fork, faults = box._fork, [OSError("it is gone")]

    def dies(limits: Limits) -> Child:
        if faults:
            raise faults.pop()
        return fork(limits)

    monkeypatch.setattr(box, "_fork", dies)
    box.child(Limits()).close()
    faults += [OSError("it is gone again"), Ended("")]
    with pytest.raises(GraderFault) as caught:
        box.child(Limits())
    assert str(caught.value) == f"the sandbox gives no child on the machine {socket.gethostname()}: it is gone again"
    box.close()


def test_a_child_that_is_closed_ends_with_all_that_it_started(warm: Sandbox) -> None:
    warm.child(Limits()).close()  # the warm process stands only once it has given a child
    assert warm._process
    before = below(warm._process.pid)
    child = warm.child(Limits())
    child.send(protocol.Load(protocol.Cell("code", "import os\nos.fork()\nwhile True: pass")), deadline_in(SECONDS))
    with pytest.raises(TimeoutError):
        child.receive(deadline_in(0.2))
    started = below(warm._process.pid) - before
    assert started
    child.close()
    until = time.monotonic() + SECONDS
    while started & below(warm._process.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not started & below(warm._process.pid)


def below(ancestor: int) -> set[int]:
    """The process, those that it started, and those that they started."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it may end while we look
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
    found = {ancestor}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found

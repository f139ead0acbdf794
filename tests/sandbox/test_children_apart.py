"""Two children of one warm sandbox, at work at the same time, find no way to talk: each way is tried from both ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from autograder.course.settings import Limits
from autograder.sandbox.child import Child, deadline_in
from autograder.sandbox.inside import protocol
from autograder.sandbox.sandbox import Sandbox

SECONDS = 120  # in which any machine comes to what is waited for

# What one child offers, and how the other asks for it. Each end says "nothing" where it comes to nothing.
NAMED = "\\0message"
WAYS = {
    "an abstract socket": (
        f"s = socket.socket(socket.AF_UNIX); s.bind('{NAMED}'); s.listen()",
        f"s = socket.socket(socket.AF_UNIX); s.connect('{NAMED}')",
    ),
    "an abstract name that is taken": (
        f"s = socket.socket(socket.AF_UNIX); s.bind('{NAMED}')",
        "assert '@message' in open('/proc/net/unix').read()",
    ),
    "a datagram": (
        f"s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind('{NAMED}')",
        f"s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.sendto(b'x', '{NAMED}')",
    ),
    "a datagram from half a pair": (
        f"s, t = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind('{NAMED}')",
        f"s, t = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM); t.sendto(b'x', '{NAMED}')",
    ),
    "a packet": (
        f"s = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET); s.bind('{NAMED}'); s.listen()",
        f"s = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET); s.connect('{NAMED}')",
    ),
    "a name that the kernel gives": (
        "s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)\n"
        "for option in (socket.SO_PASSCRED, 76):\n"
        "    with contextlib.suppress(OSError): s.setsockopt(socket.SOL_SOCKET, option, 1)\n"
        "with contextlib.suppress(OSError): s.sendto(b'x', '\\0nobody')\n"
        "assert s.getsockname()",
        "assert any('@' in line for line in open('/proc/net/unix'))",
    ),
    "a socket in a folder": (
        "s = socket.socket(socket.AF_UNIX); s.bind('/tmp/message'); s.listen()",
        "s = socket.socket(socket.AF_UNIX); s.connect('/tmp/message')",
    ),
    "TCP": (
        "s = socket.socket(); s.bind(('127.0.0.1', 4711)); s.listen()",
        "s = socket.create_connection(('127.0.0.1', 4711), 1)",
    ),
    "UDP": (
        "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(('127.0.0.1', 4711))",
        "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.sendto(b'x', ('127.0.0.1', 4711))",
    ),
}
# What a child has of its own: it may write there, and the other finds nothing.
OWN = {
    "a file": ("open('message', 'w').close()", "assert os.path.exists('message')"),
    "a file in memory": ("open('/dev/shm/message', 'w').close()", "assert os.path.exists('/dev/shm/message')"),
    "shared memory": (
        "from multiprocessing.shared_memory import SharedMemory; s = SharedMemory('message', True, 8)",
        "from multiprocessing.shared_memory import SharedMemory; SharedMemory('message')",
    ),
    "a queue of System V": ("assert libc.msgget(4712, 0o1666) >= 0", "assert libc.msgget(4712, 0) >= 0"),
    "semaphores of System V": ("assert libc.semget(4713, 1, 0o1666) >= 0", "assert libc.semget(4713, 1, 0) >= 0"),
    "a queue of POSIX": (
        "assert libc.mq_open(b'/message', os.O_CREAT | os.O_RDWR, 0o666, None) >= 0",
        "assert libc.mq_open(b'/message', os.O_RDONLY) >= 0",
    ),
    "a pipe": ("os.mkfifo('pipe')", "os.open('pipe', os.O_WRONLY | os.O_NONBLOCK)"),
    "processes": (
        "child = os.fork() or time.sleep(600)",
        "assert [name for name in os.listdir('/proc') if '1' < name < 'a']",
    ),
}  # fmt: skip
TRY = """
import contextlib, ctypes, os, socket, time
libc = ctypes.CDLL(None)
try:
    {}
    answer = "something"
except (OSError, AssertionError):
    answer = "nothing"
"""


@pytest.fixture
def two(warm: Sandbox) -> Iterator[list[Child]]:
    children = [warm.child(Limits()) for _ in range(2)]
    yield children
    for child in children:
        child.close()


def comes_to(child: Child, source: str) -> Any:
    cell = protocol.Cell("code", TRY.format(source.replace("\n", "\n    ")))
    for request in (protocol.Load(cell), protocol.Read("answer")):
        child.send(request, deadline_in(SECONDS))
        reply = child.receive(deadline_in(SECONDS))
        assert isinstance(reply, protocol.Returned), reply
    return protocol.unpack(reply.value)


@pytest.mark.parametrize(("offer", "asks"), WAYS.values(), ids=WAYS.keys())
def test_no_socket_can_be_called(offer: str, asks: str, two: list[Child]) -> None:
    assert [comes_to(two[0], offer), comes_to(two[1], asks)] == ["nothing", "nothing"]


@pytest.mark.parametrize(("offer", "asks"), OWN.values(), ids=OWN.keys())
def test_what_one_child_has_the_other_does_not_find(offer: str, asks: str, two: list[Child]) -> None:
    assert [comes_to(two[0], offer), comes_to(two[1], asks)] == ["something", "nothing"]


PAIRS = {
    "a pair": "a, b = socket.socketpair(); a.send(b'x'); assert b.recv(1) == b'x'",
    "a loop": "import asyncio; asyncio.new_event_loop().run_until_complete(asyncio.sleep(0))",
    "a pool": "import multiprocessing\nwith multiprocessing.Pool(2) as pool: assert pool.map(abs, [-1, 1]) == [1, 1]",
}


@pytest.mark.parametrize("uses", PAIRS.values(), ids=PAIRS.keys())
def test_a_child_may_talk_to_itself(uses: str, two: list[Child]) -> None:
    assert comes_to(two[0], uses) == "something"

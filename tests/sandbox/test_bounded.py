"""Whatever a program sends takes the grader a bounded time and bounded memory; messages that once did not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import messages
import msgspec
import numpy as np
import pytest

from autograder import stages
from autograder.asserts.compare import Failure, assert_equal
from autograder.asserts.describe import written
from autograder.course.settings import Limits
from autograder.sandbox.called_back import CalledBack
from autograder.sandbox.inside import memory, protocol
from autograder.sandbox.inside.values import Opaque
from autograder.sandbox.kept import is_larger, kept, kept_names
from autograder.sandbox.student import Student

MEMORY_MB = 200
_ARRAY = b"\xdd"  # msgpack: as many items follow as the next four bytes say
_MEASURED = """
import re, sys
from pathlib import Path
import messages
def most():  # that this program has held; ru_maxrss begins with what the one that started it has
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
frame = Path(sys.argv[1]).read_bytes()
before = most()
with messages.stages.part("it takes too long", messages.SECONDS):
    outcome = messages.look_at(frame, sys)
print(outcome, (most() - before) / 1024)
"""


def many(count: int, item: bytes, **fields: Any) -> bytes:
    """A message whose last field holds so many of these."""
    return msgspec.msgpack.encode(fields)[:-1] + _ARRAY + count.to_bytes(4, "big") + item * count


def packed(value: Any) -> bytes:
    return msgspec.msgpack.encode(value)


LARGE = {
    "empty lists": many(30_000_000, b"\x90", **{"is": "Returned", "value": 0}),
    "lists": msgspec.msgpack.encode({"is": "Returned", "value": {"is": "list", "items": 0}})[:-1]
    + _ARRAY
    + (2_000_000).to_bytes(4, "big")
    + packed({"is": "list", "items": []}) * 2_000_000,
    "positions": many(
        10_000_000, b"\xcd\x10\x10", **{"is": "Returned", "value": {"is": "plain", "value": 1}, "changed": 0}
    ),
    "outputs": many(4_000_000, packed({"kind": ""}), **{"is": "Shown", "error": None, "outputs": 0}),
    "more items than there are": many(0, b"", **{"is": "Returned", "value": 0})[:-4] + b"\xff\xff\xff\xff",
    "wide texts": packed(
        {"is": "Returned", "value": {"is": "list", "items": [{"is": "plain", "value": "😀" + "a" * 10_500}] * 3_000}}
    ),
    "a wide text": packed({"is": "Raised", "error": "x", "message": "😀" + "a" * 32_000_000}),
    "small numbers": packed(
        {"is": "Returned", "value": {"is": "array", "dtype": "int8", "shape": [33_000_000], "data": b"1" * 33_000_000}}
    ),
    "complex numbers": packed(
        {
            "is": "Returned",
            "value": {"is": "array", "dtype": "complex64", "shape": [2, 2_000_000], "data": b"1" * 32_000_000},
        }
    ),
    "a call back": packed(
        {
            "is": "CallBack",
            "name": "exit",
            "args": [{"is": "array", "dtype": "int8", "shape": [4000, 4000], "data": b"1" * 16_000_000}] * 2,
        }
    ),
}


@pytest.mark.parametrize("kind", LARGE)
def test_a_large_message_takes_bounded_memory(kind: str, tmp_path: Path) -> None:
    (tmp_path / "frame").write_bytes(LARGE[kind])
    command = [sys.executable, "-c", _MEASURED, str(tmp_path / "frame")]
    support = str(Path(messages.__file__).parent)
    done = subprocess.run(command, capture_output=True, text=True, env={"PYTHONPATH": support})
    assert done.returncode == 0, done.stderr
    outcome, megabytes = done.stdout.split()
    assert outcome in ("malformed", "Returned", "Raised", "CallBack")
    assert float(megabytes) < MEMORY_MB


def test_more_memory_than_is_allowed_is_refused_and_less_is_not() -> None:
    with pytest.raises(MemoryError), memory.at_most(64):
        bytearray(2**29)
    with memory.at_most(64):
        bytearray(2**25)
    bytearray(2**29)


def test_sets_in_sets_are_written_in_bounded_time() -> None:
    """Each set sorts what it holds by how that is written: once was twice for each of those around it."""
    nested: Any = tuple(range(100_000))
    twice: Any = frozenset()
    for number in range(16):
        nested, twice = frozenset({nested}), frozenset({twice, number})
    with stages.part("it takes too long", messages.SECONDS):
        assert written(nested) == written(twice) == ""
    assert written(frozenset({frozenset({2, 1}), "a"})) == "{'a', {1, 2}}"


def test_a_large_array_is_not_made_a_list_to_be_compared() -> None:
    large = np.zeros(30_000_000, np.int8)
    for expected in ({1, 2}, [1, 2], "a", 1, None, {"a": 1}):
        with memory.at_most(64), pytest.raises(Failure):
            assert_equal(large, expected, of="f(x)")
    assert_equal(np.array([[1, 2], [3, 4]]), ((1, 2), [3, 4]), of="f(x)")
    assert_equal(np.array([2, 1]), {1, 2}, of="f(x)")


@pytest.mark.parametrize(
    ("value", "is_kept"),
    [
        (np.zeros(30_000), True),
        (np.zeros(40_000), False),
        (np.zeros(40_000, np.int8), False),  # once they are computed with
        ([0] * 4_000, True),
        ([0] * 5_000, False),
        ([[[]] * 70] * 70, False),
        (dict.fromkeys(range(5_000), ""), False),
        ("ä" * 10_000, True),
        (["ä" * 10_000] * 8, False),
    ],
)
def test_of_a_large_answer_is_kept_what_it_is(value: Any, is_kept: bool) -> None:
    assert (kept(value) is value) is is_kept
    assert isinstance(kept_names({"a": 1, "b": value})["b"], Opaque) is not is_kept


def test_what_takes_much_is_not_looked_at_to_its_end() -> None:
    looped: list[Any] = []
    looped.append(looped)
    assert is_larger([looped] * 10**6, 1_000)


def test_the_reference_gets_no_large_arguments() -> None:
    back = CalledBack(SimpleNamespace(f=np.matmul, C=Kept), ("f", "C"), protocol.DEFAULT_SIZE, Limits(call_seconds=1.0))

    def asked(name: str, *args: Any, of: int | None = None) -> protocol.Request:
        return back.answer(protocol.CallBack(name, [protocol.plain(protocol.pack(arg)) for arg in args], of=of))

    square = np.ones((800, 800), np.int8)
    assert asked("f", square, square) == protocol.Raised(
        "ValueError", "the right f takes arguments of up to 524,288 numbers here"
    )
    assert isinstance(asked("f", square[:300, :300], square[:300, :300]), protocol.Returned)
    nothing = np.empty((2**19, 0))
    assert asked("f", nothing, nothing.T) == protocol.Raised(
        "ValueError", "the right f takes arguments of up to 524,288 numbers here"
    )
    told = "takes arguments of up to 32,768 numbers here"  # which an object may keep
    assert asked("C", square[:300]) == protocol.Raised("ValueError", f"the right C {told}")
    assert isinstance(asked("C", 1), protocol.Returned)
    assert asked("keep", square[:300], of=0) == protocol.Raised("ValueError", f"the right keep {told}")
    assert isinstance(asked("keep", square[:3], of=0), protocol.Returned)


class Kept:
    def __init__(self, value: Any) -> None:
        self.value = value

    def keep(self, value: Any) -> None:
        self.value = value


# --- Names of exceptions ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "line", "cause", "name"),
    [
        ("ValueError", 3, "line 3 of the cell 'f' stops: ValueError: m", "ValueError"),
        ("missing", 3, "line 3 of the cell 'f' stops: missing: m", "Exception"),
        ("not callable", 3, "line 3 of the cell 'f' stops: Exception: m", "Exception"),
        ("no such attribute", 3, "line 3 of the cell 'f' stops: Exception: m", "Exception"),
        ("constant", 3, "line 3 of the cell 'f' stops: constant: m", "Exception"),
        ("a\n\x1b[31m<b>", 3, "line 3 of the cell 'f' stops: Exception: m", "Exception"),
        ("TimeoutError", 0, "f stops: an exception called TimeoutError: m", "Exception"),
        ("Ended", 0, "f stops: an exception called Ended: m", "Exception"),
        ("TimeoutError", 3, "line 3 of the cell 'f' stops: TimeoutError: m", "TimeoutError"),
        ("E" * 900, 3, f"line 3 of the cell 'f' stops: {'E' * 80}: m", "E" * 80),
    ],
)
def test_an_exception_is_not_taken_for_what_it_is_called(error: str, line: int, cause: str, name: str) -> None:
    frame = packed({"is": "Raised", "error": error, "message": "m", "cell": "f", "line": line})
    student = Student(SimpleNamespace(errors={}), "f", {}, SimpleNamespace(), [])  # type: ignore[arg-type]
    failure = student._failure(protocol.reply_of(frame), "f")  # type: ignore[arg-type]
    assert (failure.cause, failure.name) == (cause, name)


def test_a_change_of_an_argument_that_there_is_not_changes_nothing() -> None:
    answer = protocol.Returned(6, [10**9, -7, 2**62, 1])
    session: Any = SimpleNamespace(errors={}, ask=lambda _: answer)
    student = Student(session, "f", {}, SimpleNamespace(f=lambda x: 2 * x), [])  # type: ignore[arg-type]
    assert student.f(3) == 6
    answer.changed.append(0)
    with pytest.raises(Failure, match=r"^f changed its input x in place; work on a new array$"):
        student.f(3)


def test_a_cell_that_assigns_our_own_names_is_not_taken_at_its_word() -> None:
    answer = {"_forbidden": {"O": "torch"}, "_cell": "evil", "a": 1}
    session: Any = SimpleNamespace(errors={}, ask=lambda _: protocol.Returned(answer))
    names = Student(session, "f", {"f": ""}, SimpleNamespace(), []).cell("f")  # type: ignore[arg-type]
    assert names.a == 1
    with pytest.raises(Failure, match="the cell 'f' does not assign O"):
        _ = names.O

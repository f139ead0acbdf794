"""Whatever bytes a program sends, they end in bounded time and memory as one of the documented outcomes.

The test run tries a few hundred of each kind, always the same; `make fuzz` a million new ones, and says how many.
Messages that once were more than malformed stand in `sandbox/test_bounded.py`.
"""

from __future__ import annotations

import random
import re
import secrets
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import messages
import msgspec
import pytest
import sessions
from hypothesis import given
from hypothesis import strategies as st

from autograder.course.course import Assignment

SHARES = 10  # of each kind, so that several processes try them
MANY = {"changed": 60_000, "guided": 39_500, "engine": 100}  # in each share of `make fuzz`
FEW = {"changed": 30, "guided": 30, "engine": 1}


@pytest.fixture(scope="module")
def assignment() -> Assignment:
    return sessions.assignment_of(Path(__file__).parents[1])


@pytest.fixture(scope="module")
def real(assignment: Assignment) -> dict[str, list[bytes]]:
    """What the programs of a right and of a wrong submission send."""
    return {"right": sessions.recorded(assignment, {}), "wrong": sessions.recorded(assignment, sessions.WRONG)}


@pytest.fixture
def tries(is_fuzzing: bool, record_property: Callable[[str, Any], None]) -> Callable[[str, str], int]:
    """How many of a kind to try, which the summary says under this name."""

    def count(kind: str, what: str) -> int:
        number = (MANY if is_fuzzing else FEW)[kind]
        record_property(what, number)
        return number

    return count


@pytest.fixture
def seed(share: int, is_fuzzing: bool) -> int:
    return secrets.randbits(31) if is_fuzzing else share + 1


def test_what_a_real_program_sends_is_understood(assignment: Assignment, real: dict[str, list[bytes]]) -> None:
    outcomes = {messages.look_at(frame, assignment.checks.reference) for frames in real.values() for frame in frames}
    assert outcomes == {"Returned", "Raised", "CallBack"}


@pytest.mark.parametrize("share", range(SHARES))
def test_a_changed_message_is_more_or_less_malformed(
    assignment: Assignment, real: dict[str, list[bytes]], tries: Callable[[str, str], int], seed: int
) -> None:
    frames, chance = sorted({*real["right"], *real["wrong"]}), random.Random(seed)
    for _ in range(tries("changed", "changed messages")):
        tried(messages.changed(frames, chance), assignment)


@pytest.mark.parametrize("share", range(SHARES))
def test_what_a_guided_search_finds_is_more_or_less_malformed(
    real: dict[str, list[bytes]], tries: Callable[[str, str], int], seed: int, tmp_path: Path
) -> None:
    """The search learns which bytes reach which lines of the grader."""
    pytest.importorskip("atheris", reason="there is no atheris for this machine")
    for number, frame in enumerate(sorted({*real["right"], *real["wrong"]})):
        (tmp_path / str(number)).write_bytes(frame)
    runs = len([*tmp_path.iterdir()]) + tries("guided", "guided messages")  # it looks at the real ones first
    script = Path(messages.__file__).with_name("fuzz_with_atheris.py")
    command = [sys.executable, str(script), str(runs), str(seed or 1), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-4000:]
    found = re.search(r"Done (\d+) runs", done.stderr)
    assert found
    assert int(found[1]) >= runs


@pytest.mark.parametrize("share", range(SHARES))
def test_a_changed_session_is_graded(
    assignment: Assignment, real: dict[str, list[bytes]], tries: Callable[[str, str], int], seed: int
) -> None:
    frames, chance = sorted({*real["right"], *real["wrong"]}), random.Random(seed)
    submission = sessions.submission_of(assignment, {})
    for _ in range(tries("engine", "changed sessions")):
        session = list(chance.choice([*real.values()]))
        for _ in range(chance.choice((1, 3, 10, 100))):
            session[chance.randrange(len(session))] = messages.changed(frames, chance)
        report = sessions.graded_as_sent(assignment, submission, session)
        for check in (check for cell in report.cells for check in cell.checks):
            assert check.outcome in ("passed", "failed", "not run"), f"seed {seed}: {check.name}, {check.cause}"
            assert len(check.cause) < messages.LONGEST
            assert check.cause.isprintable()
        assert report.points is not None
        assert len(msgspec.json.encode(report)) < 200_000


packed = st.recursive(
    st.builds(
        lambda value: {"is": "plain", "value": value}, st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1)
    )
    | st.builds(lambda value: {"is": "plain", "value": value}, st.floats() | st.text(max_size=20))
    | st.builds(
        lambda kind, shape, data: {"is": "array", "dtype": kind, "shape": shape, "data": data},
        st.sampled_from(["bool", "int8", "uint64", "float16", "float64", "complex64", "object", ""]),
        st.lists(st.integers(-1, 4) | st.just(2**31), max_size=9),
        st.binary(max_size=64),
    )
    | st.builds(
        lambda above, below: {"is": "fraction", "numerator": above, "denominator": below},
        st.integers(-9, 9),
        st.integers(-1, 9),
    )
    | st.builds(
        lambda kind, text: {"is": "opaque", "type": kind, "text": text}, st.text(max_size=99), st.text(max_size=300)
    ),
    lambda inner: st.builds(
        lambda kind, items: {"is": kind, "items": items},
        st.sampled_from(["list", "tuple", "set", "dict"]),
        st.lists(inner, max_size=4) | st.lists(st.tuples(inner, inner), max_size=4),
    ),
    max_leaves=12,
)
sent = st.one_of(
    st.builds(
        lambda value, which: {"is": "Returned", "value": value, "changed": which},
        packed,
        st.lists(st.integers(-2, 9)),
    ),
    st.builds(
        lambda error, text, cell, line: {"is": "Raised", "error": error, "message": text, "cell": cell, "line": line},
        st.text(max_size=99) | st.sampled_from(["Ended", "TimeoutError", "Malformed", "not callable", "constant"]),
        st.text(max_size=600),
        st.text(max_size=99),
        st.integers(-1, 9) | st.just(2**63),
    ),
    st.builds(
        lambda name, args, kwargs, of, how: {
            "is": "CallBack", "name": name, "args": args, "kwargs": kwargs, "of": of, "how": how,
        },
        st.sampled_from(["corrected", "adam_step", "adagrad_path", "Adam", "update", "lr", "__class__", "x"]),
        st.lists(packed, max_size=9),
        st.lists(st.tuples(st.sampled_from(["lr", "t", "x"]), packed), max_size=2),
        st.none() | st.integers(-1, 1),
        st.sampled_from(["call", "read", "write", "x"]),
    ),
)  # fmt: skip


@given(message=sent)
def test_what_is_almost_a_message_is_more_or_less_malformed(assignment: Assignment, message: dict[str, Any]) -> None:
    tried(msgspec.msgpack.encode(message), assignment)


def tried(frame: bytes, assignment: Assignment) -> None:
    try:
        messages.look_at(frame, assignment.checks.reference)
    except BaseException as error:
        raise AssertionError(f"the message {frame[:4000].hex()}") from error

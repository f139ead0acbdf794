"""Notebooks, answers and messages that nobody thought of: no exception reaches the user, no point is not earned.

The test run tries a hundred of each kind, always the same; `make fuzz` tries thousands of new ones.
"""

from __future__ import annotations

import copy
import json
import socket
import struct
import tempfile
import time
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course.course import Assignment, Course
from autograder.grade.engine import grade_file, grade_locally
from autograder.records import Report
from autograder.release.build import source_notebook
from autograder.sandbox.inside import protocol

NAME = "gradient_descent"
LIMITS = {"call_seconds": 2.0, "submission_seconds": 10.0}

plain = st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(max_size=20)
values = st.recursive(
    plain,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
FIELDS = ["cell_type", "source", "metadata", "outputs", "id"]
MARKERS = ["grade_id", "grade", "points", "locked", "solution"]
ODD = [
    "\0",
    "\ud800",
    "\ufeff",
    "\x1b[2J",
    "<script>",
    "=1+1",
    "%%bash\n",
    "!ls\n",
    "return ",
    "    ",
    "\t",
    "(",
    "p",
    "0",
]
pieces = st.text(max_size=12) | st.sampled_from(ODD)


@pytest.fixture(scope="module")
def assignment() -> Assignment:
    assignment = Course(Path(__file__).parents[1]).assignment(NAME)
    assignment.settings = msgspec.structs.replace(
        assignment.settings, limits=msgspec.structs.replace(assignment.settings.limits, **LIMITS)
    )
    return assignment


@st.composite
def changes(draw: Any) -> list[tuple[Any, ...]]:
    """What happens to a notebook, in order."""
    place = st.integers(0, 60)
    one = st.one_of(
        st.tuples(st.just("delete"), place),
        st.tuples(st.just("copy"), place, place),
        st.tuples(st.just("replace"), place, values),
        st.tuples(st.just("field"), place, st.sampled_from(FIELDS), values),
        st.tuples(st.just("marker"), place, st.sampled_from(MARKERS), values),
        st.tuples(st.just("insert"), place, st.integers(0, 400), pieces),
        st.tuples(st.just("cut"), place, st.integers(0, 400), st.integers(1, 30)),
        st.tuples(st.just("top"), st.sampled_from(["cells", "metadata", "nbformat", "nbformat_minor", "x"]), values),
    )
    return draw(st.lists(one, min_size=1, max_size=6))


def changed(notebook: dict[str, Any], steps: list[tuple[Any, ...]]) -> bytes:
    notebook = copy.deepcopy(notebook)
    for what, *how in steps:
        cells = notebook.get("cells")
        if what == "top":
            notebook[how[0]] = how[1]
            continue
        if not isinstance(cells, list) or not cells:
            continue
        place = how[0] % len(cells)
        cell = cells[place]
        if what == "delete":
            del cells[place]
        elif what == "copy":
            cells.insert(how[1] % len(cells), copy.deepcopy(cell))
        elif what == "replace":
            cells[place] = how[1]
        elif isinstance(cell, dict):
            change_cell(cell, what, how[1:])
    return json.dumps(notebook).encode()


def change_cell(cell: dict[str, Any], what: str, how: list[Any]) -> None:
    marker = cell["metadata"].get("nbgrader") if isinstance(cell.get("metadata"), dict) else None
    if what == "field":
        cell[how[0]] = how[1]
    elif what == "marker" and isinstance(marker, dict):
        marker[how[0]] = how[1]
    elif what in ("insert", "cut") and isinstance(source := cell.get("source"), str):
        start = how[0] % (len(source) + 1)
        cell["source"] = source[:start] + (how[1] + source[start:] if what == "insert" else source[start + how[1] :])


def graded(assignment: Assignment, content: bytes) -> Report:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{NAME}.ipynb")
        path.write_bytes(content)
        return grade_file(assignment, path, "anonymous", "bubblewrap")


def judge(report: Report) -> None:
    for cell in report.cells:
        for check in cell.checks:
            assert check.outcome in ("passed", "failed", "not run"), check.cause
            assert check.cause.isprintable()
    assert report.points is not None
    assert 0 <= report.points <= report.max_points


@given(steps=changes())
def test_a_changed_notebook_is_graded(assignment: Assignment, steps: list[Any]) -> None:
    judge(graded(assignment, changed(source_notebook(assignment), steps)))


@given(steps=changes(), cut=st.integers(0, 40_000), garbage=st.binary(max_size=8))
def test_nothing_is_earned_with_an_empty_notebook(
    assignment: Assignment, steps: list[Any], cut: int, garbage: bytes
) -> None:
    content = changed(json.loads(assignment.released.read_text("utf-8")), steps)
    for each in (content, content[:cut] + garbage + content[cut:]):
        report = graded(assignment, each)
        judge(report)
        assert report.points == 0


arrays = st.builds(
    lambda shape, kind, number: np.full(shape, number).astype(kind),
    st.lists(st.integers(0, 3), max_size=4).map(tuple),
    st.sampled_from(["f2", "f4", "f8", "i1", "i8", "u1", "c16", "?", "U3", "S2", "O", "M8[s]"]),
    st.integers(-3, 3),
)
answers = st.recursive(
    values | arrays | st.integers(), lambda inner: st.tuples(inner) | st.tuples(inner, inner, inner), max_leaves=3
)
BLANKS = ("error", "error_change", "direction", "update", "descend", "place_after")


@given(blank=st.sampled_from(BLANKS), answer=answers)
def test_no_answer_is_a_fault_of_ours_or_right_by_chance(assignment: Assignment, blank: str, answer: Any) -> None:
    (report,) = grade_locally(assignment, {blank: lambda *_, **__: answer}, "seed", [blank])
    assert {check.outcome for check in report.checks} == {"failed"}


@given(data=st.binary(max_size=200), length=st.none() | st.integers(0, 2**32 - 1), value=values)
def test_no_message_is_more_than_malformed(data: bytes, length: int | None, value: Any) -> None:
    packed = data or msgspec.msgpack.encode({"is": "Returned", "value": value})
    ours, theirs = protocol.channel_pair()
    with ours, theirs:
        theirs.sendall(struct.pack(">I", len(packed) if length is None else length) + packed)
        theirs.shutdown(socket.SHUT_WR)
        try:
            reply = protocol.receive_reply(ours, 2**20, protocol.Deadline(time.monotonic() + 5))
            if isinstance(reply, protocol.Returned):
                protocol.unpack(reply.value)
        except (protocol.ProtocolError, EOFError):
            pass

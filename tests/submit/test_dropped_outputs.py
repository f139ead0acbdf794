"""A notebook without its outputs is the same notebook, however it is cut into pieces; memory does not grow with it."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.submit.outputs import WithoutOutputs

TEXTS = st.text(st.sampled_from('a"\\[]{},: é\n')) | st.sampled_from(['"outputs": [', '\\"outputs": {', "outputs"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["outputs", "a", '"']), inner),
    max_leaves=8,
)
KINDS = {
    "cell_type": TEXTS,
    "source": TEXTS | st.lists(TEXTS, max_size=3),
    "metadata": st.dictionaries(TEXTS, TEXTS, max_size=2),
    "outputs": VALUES,
    "attachments": VALUES,
}
CELLS = st.permutations([*KINDS]).flatmap(lambda keys: st.fixed_dictionaries({key: KINDS[key] for key in keys}))


def without(pieces: Iterator[bytes]) -> bytes:
    left = WithoutOutputs()
    kept = [left.feed(piece) for piece in pieces]
    return b"".join([*kept, left.end()])


def cut(data: bytes, sizes: list[int]) -> Iterator[bytes]:
    for size in cycle(sizes):
        if not data:
            return
        piece, data = data[:size], data[size:]
        yield piece


@given(
    cells=st.lists(CELLS, max_size=3),
    widgets=VALUES,
    sizes=st.lists(st.sampled_from([1, 2, 65, 129, 200, 5000]), min_size=1, max_size=3),
    indent=st.sampled_from([None, 1]),
    is_ascii=st.booleans(),
)
def test_all_else_is_left_as_it_is(
    cells: list[dict[str, Any]], widgets: Any, sizes: list[int], indent: int | None, is_ascii: bool
) -> None:
    notebook = {"metadata": {"widgets": widgets, "name": "outputs"}, "cells": cells, "nbformat": 4}
    data = json.dumps(notebook, indent=indent, ensure_ascii=is_ascii).encode()
    expected = {
        **notebook,
        "metadata": {"widgets": {}, "name": "outputs"},
        "cells": [{**cell, "outputs": [], "attachments": {}} for cell in cells],
    }
    assert json.loads(without(cut(data, sizes))) == expected


def test_outputs_of_format_3_are_left_out() -> None:
    cell = {"input": "x", "outputs": [{"text": "a" * 1000}]}
    notebook = {"nbformat": 3, "worksheets": [{"cells": [cell, cell]}]}
    left = json.loads(without(cut(json.dumps(notebook).encode(), [100])))
    assert left["worksheets"] == [{"cells": [{"input": "x", "outputs": []}] * 2}]


@pytest.mark.parametrize("unit", [b"a", b"\\", b'\\"', b"[", b'{"outputs":[', b'"a",', b'"outputs":0,'])
@pytest.mark.parametrize("begin", [b'{"cells":[{"outputs":[', b'{"cells":[{"source":'])
def test_whatever_comes_memory_stays_small(begin: bytes, unit: bytes) -> None:
    piece = (unit * 2**18)[: 2**18]
    tracemalloc.start()
    try:
        left = WithoutOutputs()
        left.feed(begin)
        kept = sum(len(left.feed(piece)) for _ in range(8))
        assert tracemalloc.get_traced_memory()[1] < 16 * 2**20
        assert kept < 200 or begin.endswith(b'"source":')
    finally:
        tracemalloc.stop()

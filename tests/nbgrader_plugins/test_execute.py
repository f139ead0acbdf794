"""A course without checks of ours: its cells are run as by a kernel, and what they show is in the notebook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from nbformat import validate
from nbformat.v4 import new_code_cell, new_notebook

from autograder.course.settings import Limits
from autograder.nbgrader_plugins.grade_step import _run
from autograder.sandbox.sandbox import Child, Sandbox

Run = Callable[..., list[Any]]


@pytest.fixture(scope="module")
def warm() -> Iterator[Sandbox]:
    box = Sandbox(["numpy"], "bubblewrap")
    yield box
    box.close()


@pytest.fixture
def run(warm: Sandbox) -> Iterator[Run]:
    """Run cells, one after the other; their outputs."""
    children: list[Child] = []

    def run(*sources: str, seconds: float = 30) -> list[Any]:
        children.append(warm.child(Limits()))
        child: Child | None = children[0]
        displays: dict[str, list[Any]] = {}
        cells = [new_code_cell(source) for source in sources]
        for number, cell in enumerate(cells):
            child = _run(child, cell, str(number), seconds, displays)
        validate(new_notebook(cells=cells))
        return [cell.outputs for cell in cells]

    yield run
    for child in children:
        child.close()


def test_what_a_kernel_sends_is_what_the_notebook_holds(run: Run) -> None:
    ((stream, picture, result),) = run(
        "import matplotlib.pyplot as plt\nfrom IPython.display import JSON\n"
        "print(1)\nplt.plot([1])\nplt.show()\nJSON([1])"
    )
    assert (stream.output_type, stream.text) == ("stream", "1\n")
    assert {*picture.data} == {"text/plain", "image/png"}
    assert (result.output_type, result.execution_count, result.data["application/json"]) == ("execute_result", 1, [1])


def test_a_display_is_updated_where_it_stands_and_outputs_are_cleared(run: Run) -> None:
    first, second = run(
        "handle = display(1, display_id=True)",
        "from IPython.display import clear_output\n"
        "print(1)\nclear_output()\nhandle.update(2)\nprint(3)\nclear_output(True)",
    )
    assert [output.data["text/plain"] for output in first] == ["2"]
    assert [output.text for output in second] == ["3\n"]


def test_a_cell_is_interrupted_and_the_next_one_goes_on(run: Run) -> None:
    late, next_one = run("import time\nx = 1\ntime.sleep(60)", "x", seconds=1)
    assert [output.ename for output in late] == ["KeyboardInterrupt", "CellTimeoutError"]
    assert late[1].evalue == "did not finish within 1 s"
    assert next_one[0].data["text/plain"] == "1"


def test_a_cell_that_does_not_react_ends_the_program(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.nbgrader_plugins.grade_step._REACTS_IN", 0.5)
    stubborn = "import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\nwhile True: pass"
    late, next_one = run(stubborn, "1", seconds=3)
    assert [output.ename for output in late] == ["CellTimeoutError"]
    assert [output.ename for output in next_one] == ["DeadKernelError"]


def test_any_library_may_be_used_there(run: Run) -> None:
    ((result,),) = run("from scipy.special import expit\nfloat(expit(0))")
    assert result.data["text/plain"] == "0.5"

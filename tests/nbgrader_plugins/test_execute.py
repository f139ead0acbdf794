"""A course without checks of ours: its cells are run as by a kernel, with nbgrader's options and our limits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from busy import busy
from nbclient.exceptions import CellExecutionError, CellTimeoutError
from nbformat import NotebookNode, validate
from nbformat.v4 import new_code_cell, new_notebook
from traitlets.config import Config

from autograder.course.settings import Limits
from autograder.errors import CourseError
from autograder.nbgrader_plugins.execute_step import SandboxedExecute
from autograder.nbgrader_plugins.grade_step import Grade

Run = Callable[..., list[Any]]


def executed(folder: Path, *sources: str, **options: Any) -> NotebookNode:
    """A notebook of these cells, run with these options of nbgrader's or ours."""
    notebook = new_notebook(cells=[new_code_cell(source) for source in sources])
    step = SandboxedExecute(config=Config(Execute=options))
    result, _ = step.preprocess(notebook, {"metadata": {"path": str(folder)}})
    validate(result)
    return result


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run cells, one after the other; their outputs."""

    def run(*sources: str, **options: Any) -> list[Any]:
        return [cell.outputs for cell in executed(tmp_path, *sources, **options).cells]

    return run


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


def test_what_was_cleared_or_updated_counts_no_more(run: Run) -> None:
    frames, updates = run(
        "from IPython.display import clear_output\n"
        "for i in range(20_000):\n    clear_output(True)\n    display('x' * 1000)",
        "handle = display('', display_id=True)\nfor i in range(20_000):\n    handle.update('y' * 1000)\nprint('end')",
        answer_mb=1,
    )
    assert [len(output.data["text/plain"]) for output in frames] == [1002]
    assert updates[0].data["text/plain"] == repr("y" * 1000)
    assert updates[1].text == "end\n"


# --- Time and nbgrader's other options --------------------------------------------------------------------------------


def test_a_cell_is_interrupted_and_the_next_one_goes_on(run: Run) -> None:
    late, next_one = run("import time\nx = 1\ntime.sleep(60)", "x", timeout=1)
    assert [output.ename for output in late] == ["KeyboardInterrupt", "CellTimeoutError"]
    assert next_one[0].data["text/plain"] == "1"


def test_the_error_of_a_timeout_is_the_instructors(run: Run) -> None:
    slow = {"ename": "Slow", "evalue": "too slow", "traceback": ["too slow"]}
    late, _ = run("while True: pass", "1", timeout=1, error_on_timeout=slow)
    assert [(output.ename, output.evalue) for output in late][1] == ("Slow", "too slow")


@pytest.mark.parametrize("timeout", [-1, None, 0])
def test_without_a_timeout_a_cell_takes_as_long_as_it_takes(run: Run, timeout: int | None) -> None:
    ((result,),) = run("import time\ntime.sleep(1.5)\n'done'", timeout=timeout)
    assert result.data["text/plain"] == "'done'"


def test_where_nothing_is_interrupted_a_timeout_stops_the_notebook(run: Run) -> None:
    with pytest.raises(CellTimeoutError):
        run("while True: pass", timeout=1, interrupt_on_timeout=False)


def test_errors_stop_the_notebook_where_the_instructor_says_so(run: Run) -> None:
    with pytest.raises(CellExecutionError):
        run("1 / 0", force_raise_errors=True)


def test_a_cell_that_does_not_react_ends_the_program(run: Run) -> None:
    before, late, next_one = run(
        "1",
        "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass",
        "1",
        timeout=1,
        iopub_timeout=1,
    )
    assert before[0].data["text/plain"] == "1"
    assert [output.ename for output in late] == ["CellTimeoutError"]
    assert [output.ename for output in next_one] == ["DeadKernelError"]


def test_what_runs_side_by_side_counts_once(run: Run) -> None:
    """nbgrader's timeout is time that passes, and not processor time of all processes."""
    source = (
        "import multiprocessing, time\n"
        "def work(_):\n    end = time.process_time() + 1\n    while time.process_time() < end: pass\n"
        "with multiprocessing.get_context('fork').Pool(8) as pool:\n    pool.map(work, range(8))\n'done'"
    )
    ((result,),) = run(source, timeout=7)
    assert result.output_type == "execute_result"


@pytest.mark.long
def test_a_timeout_is_the_programs_own_time() -> None:
    source = "import time\nend = time.process_time() + 1.5\nwhile time.process_time() < end: pass\n'done'"
    with busy():
        ((result,),) = [cell.outputs for cell in executed(Path("."), source, timeout=5).cells]
    assert result.output_type == "execute_result"


# --- Limits -----------------------------------------------------------------------------------------------------------


def test_every_limit_that_means_something_is_an_option_with_its_text() -> None:
    options = Grade.class_traits(config=True)
    assert {*Limits.__struct_fields__} - {*options} == {"call_seconds", "seconds_of", "answer_values", "answer_depth"}
    assert options["memory_mb"].help == "Limit of a program in the sandbox: memory in use, not address space."


@pytest.mark.parametrize(
    ("limit", "source", "ename"),
    [
        ({"memory_mb": 300}, "x = bytearray(800 << 20)\nimport time\ntime.sleep(9)", "DeadKernelError"),
        ({"file_mb": 1}, "open('x', 'wb').write(bytes(3 << 20))", "OSError"),
        ({"open_files": 40}, "files = [open('/dev/null') for _ in range(50)]", "OSError"),
        ({"submission_seconds": 1.0}, "while True: pass", "DeadKernelError"),
        (
            {"processes": 8},
            "import os, time\nfor _ in range(12): os.fork() or time.sleep(9)\ntime.sleep(9)",
            "DeadKernelError",
        ),
    ],
)
def test_a_limit_holds(run: Run, limit: dict[str, Any], source: str, ename: str) -> None:
    (outputs,) = run(source, **limit)
    assert [output.ename for output in outputs if output.output_type == "error"] == [ename]


def test_a_limit_of_output_holds(run: Run) -> None:
    ((stream,),) = run("print('x' * 5000)", output_chars=1000)
    assert stream.text == "x" * 1000 + "\n… (the rest of the output was left out)\n"


def test_imports_may_be_limited(run: Run) -> None:
    first, second = run("import math", "import scipy", imports=["math"])
    assert (first, second[0].evalue) == ([], "scipy may not be imported here, only math")


def test_files_beside_the_notebook_take_nothing_of_what_may_be_written(tmp_path: Path) -> None:
    (tmp_path / "large.bin").write_bytes(bytes(20 << 20))
    (cell,) = executed(
        tmp_path, "import os\nopen('y', 'wb').write(bytes(1 << 19))\nos.path.getsize('large.bin')", file_mb=1
    ).cells
    assert cell.outputs[0].data["text/plain"] == str(20 << 20)


def test_files_that_a_notebook_makes_or_changes_lie_beside_it(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("old")
    (tmp_path / "other.ipynb").write_text("{}")
    executed(tmp_path, "for name in ('new.txt', 'old.txt', 'other.ipynb'):\n    open(name, 'w').write('changed')")
    assert (tmp_path / "new.txt").read_text() == (tmp_path / "old.txt").read_text() == "changed"
    assert (tmp_path / "other.ipynb").read_text() == "{}"


# --- What else is as in nbgrader --------------------------------------------------------------------------------------


def test_any_library_may_be_used_there(run: Run) -> None:
    ((result,),) = run("from scipy.special import expit\nfloat(expit(0))")
    assert result.data["text/plain"] == "0.5"


def test_what_is_written_past_pythons_streams_is_shown(run: Run) -> None:
    (outputs,) = run("import os\nos.system('echo a; echo b >&2')\nprint('c');")
    assert [(output.name, output.text) for output in outputs] == [
        ("stdout", "a\n"),
        ("stderr", "b\n"),
        ("stdout", "c\n"),
    ]


def test_another_language_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kernel = tmp_path / "share" / "kernels" / "calc"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text('{"argv": ["calc"], "display_name": "Calc", "language": "calc"}')
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "share"))
    with pytest.raises(CourseError) as error:
        executed(tmp_path, "1", kernel_name="calc")
    assert str(error.value) == "kernel 'calc': it runs calc. Only Python can be graded in the sandbox."

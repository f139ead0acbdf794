"""The percent reader reads as jupytext does, and says where a marker is wrong."""

import jupytext
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course.course import Course
from autograder.course.percent import is_percent_script, read_percent


def test_it_reads_every_lesson_as_jupytext_does(project: Course) -> None:
    for name in project.names():
        text = (project.assignment(name).folder / f"{name}.py").read_text("utf-8")
        ours = [(cell.kind, cell.source, cell.options) for cell in read_percent(text)]
        theirs = []
        for cell in jupytext.reads(text, fmt="py:percent").cells:
            cell.metadata.pop("lines_to_next_cell", None)  # jupytext's own note on blank lines
            theirs.append((cell.cell_type, cell.source, dict(cell.metadata)))
        assert ours == theirs


def test_it_leaves_out_the_header_and_reads_titles_and_options() -> None:
    header = "# ---\n# jupyter: {}\n# ---\n\n"
    text = header + '# %% A title tags=["a", "b"] x=1\n\na = 1\n\n\n# %% [markdown]\n# Words\n#\n# more\n'
    first, second = read_percent(text)
    assert (first.kind, first.source, first.options, first.line) == (
        "code",
        "a = 1",
        {"tags": ["a", "b"], "x": 1},
        7,
    )
    assert (second.kind, second.source, second.line) == ("markdown", "Words\n\nmore", 11)


def test_a_wrong_option_is_named_with_its_line() -> None:
    with pytest.raises(ValueError, match=r"line 1: after '# %%' stand options as key=JSON, found 'nbgrader=\{oops\}'"):
        read_percent("# %% nbgrader={oops}\n")


@given(st.text(max_size=300))
def test_no_text_stops_the_reader_with_anything_but_valueerror(text: str) -> None:
    try:
        cells = read_percent("# %%\n" + text)
    except ValueError:
        return
    assert cells
    assert is_percent_script("# %%\n" + text)

"""An author's mistakes in a lesson are named with file, cell and remedy."""

from pathlib import Path

import pytest

from autograder.course.lesson import parts_of, read_lesson
from autograder.course.reference import load_reference
from autograder.errors import CourseError

BLANK = '# %% nbgrader={"grade_id": "f", "solution": true}\n'
EXAMPLES = '# %% nbgrader={"grade_id": "f_examples", "grade": true}\nassert f() == 1\n'
SOLUTION = "def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION\n\n"


def lesson_file(folder: Path, text: str) -> Path:
    path = folder / "small.py"
    path.write_text(text)
    return path


def test_roles_names_and_rows(tmp_path: Path) -> None:
    text = f'# %% [markdown]\n# # Title\n\n{BLANK[:-1]} rows=["r1"]\n{SOLUTION}{EXAMPLES}'
    lesson = read_lesson(lesson_file(tmp_path, text))
    assert [(cell.role, cell.grade_id, cell.rows) for cell in lesson.cells] == [
        ("text", "", []),
        ("blank", "f", ["r1"]),
        ("examples", "f_examples", []),
    ]


def test_a_blank_as_students_get_it_and_as_they_hand_it_in(tmp_path: Path) -> None:
    source = SOLUTION.replace("return 1", "x = 1\n\n    return x") + "f()\n"
    [blank] = read_lesson(lesson_file(tmp_path, BLANK + source + EXAMPLES)).blanks()
    assert blank.template() == 'def f():\n    raise NotImplementedError("Fill in this blank.")\n\nf()'
    assert blank.without_markers() == "def f():\n    x = 1\n\n    return x\n\nf()"
    assert [part for part, _ in parts_of(blank.source)] == [
        *("given", "begin", "solution", "solution", "solution", "end", "given", "given")
    ]


def test_the_reference_runs_solutions_and_not_examples(tmp_path: Path) -> None:
    path = lesson_file(tmp_path, BLANK + SOLUTION + EXAMPLES.replace("assert f() == 1", "raise SystemExit"))
    assert load_reference(read_lesson(path)).f() == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            BLANK + "def f():\n    ### BEGIN SOLUTION\n    return 1\n\n" + EXAMPLES,
            "cell 'f': BEGIN SOLUTION is never closed. Add '### END SOLUTION' after the answer.",
        ),
        (
            BLANK + "def f():\n    ### END SOLUTION\n\n" + EXAMPLES,
            "cell 'f': END SOLUTION without a beginning. Add '### BEGIN SOLUTION' before the answer.",
        ),
        (
            BLANK + "def f():\n    return 1\n\n" + EXAMPLES,
            "cell 'f': this blank has no solution. Put the answer between '### BEGIN SOLUTION' and '### END SOLUTION'.",
        ),
        (
            BLANK + SOLUTION,
            "cell 'f': no visible examples stand under this blank. "
            'Put the cell "f_examples" with "grade": true right under it.',
        ),
        (BLANK + SOLUTION + EXAMPLES + BLANK + SOLUTION, "cell 'f': two cells have this name. Rename one."),
        (EXAMPLES, "cell 'f_examples': these examples belong to no blank. Name the blank first."),
        (
            "# %%\nx = 1\n",
            'line 1: this code cell has no name. Write for instance: # %% nbgrader={"grade_id": "x", "locked": true}.',
        ),
        (
            '# %% nbgrader={"grade_id": "f", "solution": true, "grade": true}\n' + SOLUTION,
            'cell \'f\': is marked as solution and grade. Mark it with exactly one of "solution", "grade", "locked".',
        ),
    ],
)
def test_a_mistake_of_the_author_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(CourseError) as caught:
        read_lesson(lesson_file(tmp_path, text))
    assert str(caught.value).endswith(message)


def test_a_reference_that_stops_is_named(tmp_path: Path) -> None:
    path = lesson_file(tmp_path, BLANK + "### BEGIN SOLUTION\nf = 1 / 0\n### END SOLUTION\n" + EXAMPLES)
    with pytest.raises(
        CourseError, match=r"cell 'f': the reference solution stops: ZeroDivisionError: division by zero"
    ):
        load_reference(read_lesson(path))

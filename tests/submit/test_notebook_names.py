"""A student's definition takes a given one's place for nobody but the student; blanks without names are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course.lesson import Lesson, read_lesson
from autograder.sandbox.inside.protocol import Cell
from autograder.submit.names import blanks_by_names, keep_given, names_in

LESSON = '''\
# %% nbgrader={"grade_id": "given", "locked": true}
def relu(x):
    return max(x, 0)


def predict(x):
    return relu(x) + 1


# %% nbgrader={"grade_id": "forward", "solution": true}
def forward(x):
    """The first layer."""
    ### BEGIN SOLUTION
    return relu(2 * x)
    ### END SOLUTION


# %% nbgrader={"grade_id": "forward_examples", "grade": true}
assert forward(1) == 2


# %% nbgrader={"grade_id": "answer", "solution": true}
# What does relu give for 3?
### BEGIN SOLUTION
answer = 3
### END SOLUTION


# %% nbgrader={"grade_id": "answer_examples", "grade": true}
answer
'''
FORWARD = "def forward(x):\n    return relu(2 * x)"
CLASS = "class relu:\n    def __call__(self, x):\n        return -1"


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    path = tmp_path / "small" / "small.py"
    path.parent.mkdir()
    path.write_text(LESSON)
    return read_lesson(path)


def run(lesson: Lesson, *own: tuple[str, str]) -> tuple[dict[str, object], list[str]]:
    """What a program has in the end, and what is said of it."""
    given = lesson.cell("given")
    assert given
    cells, problems = keep_given([Cell("given", given.source), *(Cell(*each) for each in own)], lesson)
    there: dict[str, object] = {}
    for cell in cells:
        exec(cell.source, there)
    return there, problems


def test_what_nobody_defines_anew_is_left_as_it_is(lesson: Lesson) -> None:
    given = lesson.cell("given")
    assert given
    cells = [Cell("given", given.source), Cell("forward", FORWARD), Cell("number 4", "x = relu(3)")]
    assert keep_given(cells, lesson) == (cells, [])
    copied = [*cells, Cell("number 5", "def relu(x):  # once more\n    return max(x, 0)")]
    assert keep_given(copied, lesson) == (copied, [])


@pytest.mark.parametrize(
    "anew",
    [
        CLASS,
        "relu = 7",
        "from math import sin as relu",
        "for relu in range(3): pass",
        "del relu",
        "match 3:\n    case relu: pass",
        "try:\n    1 / 0\nexcept ZeroDivisionError as relu:\n    pass",
    ],
)
def test_a_given_function_that_the_student_does_not_replace_for_use_counts(lesson: Lesson, anew: str) -> None:
    there, problems = run(lesson, ("forward", FORWARD), ("number 7", anew))
    assert (there["forward"](3), there["predict"](3)) == (6, 4)  # type: ignore[operator]
    assert problems == ["the given 'relu' is defined anew in cell number 7; the given one counts"]


def test_where_the_student_uses_it_at_once_it_is_the_student_s(lesson: Lesson) -> None:
    there, _ = run(lesson, ("forward", FORWARD), ("number 7", CLASS), ("number 8", "mine = relu()(3)"))
    assert (there["mine"], there["forward"](3)) == (-1, 6)  # type: ignore[operator]


def test_an_answer_that_uses_the_student_s_own_keeps_it_and_given_code_the_given_one(lesson: Lesson) -> None:
    answer = "class relu:\n    def of(self, x):\n        return max(x, 0)\ndef forward(x):\n    return relu().of(2 * x)"
    there, problems = run(lesson, ("forward", answer))
    assert (there["forward"](3), there["predict"](3)) == (6, 4)  # type: ignore[operator]
    assert problems == [
        "the given 'relu' is defined anew in the cell 'forward'; your own code uses yours, the given code the given one"
    ]


def test_a_cell_that_is_run_again_finds_the_name_that_it_had(lesson: Lesson) -> None:
    there, _ = run(lesson, ("number 5", "relu = 2"), ("answer", "answer = relu + 1"))
    assert there["relu"] == 2


def test_names_of_a_cell() -> None:
    found = names_in(
        "import a.b, c as d\nx, (y, *z) = f(g)\ndef h(i=j):\n    k = m\n    return [n for o in p]\nfor q in r: s = q"
    )
    assert set(found.bound) == {"a", "d", "x", "y", "z", "h", "q", "s"}
    assert {"f", "g", "r"} <= found.used
    assert {"m", "p"} <= found.used_later
    assert set(names_in("%matplotlib inline\ny = !ls\nw = 3").bound) >= {"w"}
    assert set(names_in("def broken(:\n  pass\nx = 1").bound) == {"broken", "x"}


@pytest.mark.parametrize(
    "source",
    [
        "-" * 90_000 + "1",
        "a" + ".b" * 45_000,
        "(" * 90_000,
        "\0",
        "x" * 200_000,
        "\ud800",
        "def f(): return relu" + ".a" * 700,
    ],
)
def test_whatever_a_cell_holds_it_is_looked_through(lesson: Lesson, source: str) -> None:
    cells = [Cell("number 1", source)]
    assert keep_given(cells, lesson) == (cells, [])


def test_blanks_are_found_by_what_they_define_or_by_their_question(lesson: Lesson) -> None:
    cells = enumerate(["x = 1", FORWARD, "# What does relu give for 3?\nraise NotImplementedError", FORWARD + " + 0"])
    assert blanks_by_names(cells, lesson.blanks()) == {"forward": 3, "answer": 2}

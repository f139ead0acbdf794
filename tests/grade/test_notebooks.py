"""A right answer keeps its points however its notebook is written; what a NumPy task forbids has a name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from autograder.course.course import Assignment, Course
from autograder.course.libraries import forbidden_libraries, what_may_be_used
from autograder.grade.engine import grade_submission
from autograder.records import Report
from autograder.release.build import source_notebook
from autograder.sandbox.inside.protocol import Cell
from autograder.submit.notebook import Submission

LESSON = '''
# %% [markdown]
# # Forward

# %% nbgrader={"grade_id": "imports", "locked": true}
import numpy as np

# %% nbgrader={"grade_id": "sigmoid", "solution": true}
def sigmoid(x):
    """The sigmoid of every entry of x."""
    ### BEGIN SOLUTION
    return 1 / (1 + np.exp(-x))
    ### END SOLUTION

# %% nbgrader={"grade_id": "sigmoid_examples", "grade": true}
assert sigmoid(np.zeros(1))[0] == 0.5

# %% nbgrader={"grade_id": "choice", "solution": true}
# The letter of the right answer
### BEGIN SOLUTION
name = "b"
### END SOLUTION

# %% nbgrader={"grade_id": "choice_examples", "grade": true}
assert name in "abc"

# %% nbgrader={"grade_id": "script", "solution": true}
# The outputs of the layer
X = np.ones((2, 3))
W = np.ones((3, 2))
### BEGIN SOLUTION
Y = X @ W
### END SOLUTION

# %% nbgrader={"grade_id": "script_examples", "grade": true}
assert Y.shape == (2, 2)
'''
CHECKS = '''
import numpy as np

from autograder.checks import assert_agrees, assert_close, check, reference_of

reference = reference_of(__file__)


@check("sigmoid", points=2)
def any_array(student, draw):
    """sigmoid is right for any array"""
    assert_agrees(student.sigmoid, reference.sigmoid, draw.normal(5), of="sigmoid(x)")


@check("choice", points=1)
def the_letter(student):
    """name is the right letter"""
    assert student.name == "b"


@check("script", points=1)
def other_weights(student, draw):
    """the script computes with its own X and W"""
    assert_close(student.cell("script").Y, np.full((2, 2), 3.0), of="Y")
'''
RIGHT = {
    "sigmoid": "def sigmoid(x):\n    return 1 / (1 + np.exp(-x))\n",
    "choice": 'name = "b"',
    "script": "X = np.ones((2, 3))\nW = np.ones((3, 2))\nY = X @ W\n",
}


def assignment_in(folder: Path, lesson: str = LESSON, settings: str = "") -> Assignment:
    own = folder / "solutions" / "forward"
    own.mkdir(parents=True)
    (own / "forward.py").write_text(lesson, "utf-8")
    (own / "checks.py").write_text(CHECKS, "utf-8")
    (own / "assignment.toml").write_text(f'title = "Forward"\n{settings}', "utf-8")
    return Course(folder).assignment("forward")


@pytest.fixture(scope="module")
def forward(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    return assignment_in(tmp_path_factory.mktemp("course"))


def graded(assignment: Assignment, before: tuple[str, ...] = (), **changed: str) -> Report:
    """The report of the right answers, with cells of the student's own before them and some answers changed."""
    sources = {**RIGHT, **changed}
    cells = [Cell("imports", "import numpy as np")]
    cells += [Cell(f"number {number}", source) for number, source in enumerate(before)]
    cells += [Cell(name, source) for name, source in sources.items()]
    return grade_submission(assignment, Submission(cells, sources, []), "s01", "seed", "bubblewrap")


@pytest.mark.parametrize(
    ("blank", "source"),
    [
        ("sigmoid", 'display("x")\n' + RIGHT["sigmoid"]),
        ("sigmoid", "import asyncio\nawait asyncio.sleep(0)\n" + RIGHT["sigmoid"]),
        ("sigmoid", RIGHT["sigmoid"] + "np.dot?"),
        ("sigmoid", "v = !python --version\n" + RIGHT["sigmoid"]),
        ("sigmoid", "!pip install numpy seaborn\n%matplotlib inline\n" + RIGHT["sigmoid"]),
        ("sigmoid", "def sigmoid(x):\n    %time y = np.exp(-x)\n    return 1 / (1 + np.exp(-x))\n"),
        ("sigmoid", "%%time\n" + RIGHT["sigmoid"]),
        ("sigmoid", "import tensorflow as tf\ntf.random.set_seed(0)\n" + RIGHT["sigmoid"]),
        ("sigmoid", "from tensorflow.keras import layers\nfrom scipy import stats\n" + RIGHT["sigmoid"]),
        ("choice", '%time name = "b"'),
        ("choice", 'name = "b"\nname'),
        ("script", "%%time\n" + RIGHT["script"]),
        ("script", RIGHT["script"].replace("Y =", "%time Y =")),
        ("script", "import tensorflow as tf\ntf.random.set_seed(0)\n" + RIGHT["script"]),
    ],
)
def test_a_right_answer_keeps_its_points(blank: str, source: str, forward: Assignment) -> None:
    report = graded(forward, **{blank: source})
    assert [check.cause for cell in report.cells for check in cell.checks if check.outcome != "passed"] == []
    assert report.points == report.max_points == 4


def test_cells_of_the_students_own(forward: Assignment) -> None:
    own = (
        "%%writefile mine.py\nimport numpy as np\ndef squash(x):\n    return 1 / (1 + np.exp(-x))\n",
        "from mine import squash",
        "import tensorflow as tf\nmodel = tf.keras.Sequential()\nmodel.fit(1, 2)",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])",
    )
    assert graded(forward, own, sigmoid="def sigmoid(x):\n    return squash(x)\n").points == 4


@pytest.mark.parametrize(
    ("blank", "source", "cause"),
    [
        (
            "sigmoid",
            "import tensorflow as tf\ndef sigmoid(x):\n    return tf.nn.sigmoid(x)\n",
            "line 3 of the cell 'sigmoid': tensorflow may not be used here: this task is to be solved with NumPy",
        ),
        (
            "sigmoid",
            "from scipy.special import expit as sigmoid\n",
            "scipy may not be used here: this task is to be solved with NumPy",
        ),
        (
            "script",
            "import tensorflow as tf\nY = tf.ones((2, 2)) * 3\n",
            "Y in the cell 'script': tensorflow may not be used here: this task is to be solved with NumPy",
        ),
        (
            "choice",
            "import torch\nname = torch.zeros(1)\n",
            "line 2 of the cell 'choice': torch may not be used here: this task is to be solved with NumPy",
        ),
    ],
)
def test_an_answer_that_uses_a_forbidden_library(blank: str, source: str, cause: str, forward: Assignment) -> None:
    report = graded(forward, **{blank: source})
    (check,) = next(cell.checks for cell in report.cells if cell.grade_id == blank)
    assert (check.outcome, check.diagnosis, check.cause) == ("failed", "forbidden-library", cause)
    assert report.points == 4 - check.max_points


def test_a_name_that_a_magic_keeps_for_itself_is_no_constant_answer(forward: Assignment) -> None:
    """In a function `%time y = …` assigns nothing that the function could use, in Jupyter as well."""
    report = graded(forward, sigmoid="def sigmoid(x):\n    %time y = 1 / (1 + np.exp(-x))\n    return y\n")
    (check,) = report.cells[0].checks
    assert (check.outcome, check.diagnosis) == ("failed", "NameError")
    assert check.cause == "line 3 of the cell 'sigmoid' stops: NameError: name 'y' is not defined"


def test_an_annotation_that_stops_in_jupyter_stops_here(forward: Assignment) -> None:
    report = graded(forward, sigmoid=RIGHT["sigmoid"].replace("(x)", "(x: 1/0)", 1))
    assert report.cells[0].checks[0].cause == "line 1 of the cell 'sigmoid' stops: ZeroDivisionError: division by zero"


def test_students_are_told(forward: Assignment, tmp_path: Path) -> None:
    sentence = (
        "Solve it with NumPy: TensorFlow, Keras, SciPy and the like may be imported, "
        "but an answer that uses them does not count."
    )
    assert what_may_be_used(forward) == sentence
    assert sentence in json.dumps(source_notebook(forward))
    strict = assignment_in(tmp_path, settings='[limits]\nimports = ["numpy", "math"]\n')
    assert what_may_be_used(strict) == "Cells may import numpy, math, and nothing else."


@pytest.mark.parametrize(
    ("lesson", "settings", "libraries", "allowed"),
    [
        (LESSON, "", ["numpy"], set()),
        (LESSON.replace("import numpy as np", "from scipy import stats"), "", ["numpy"], {"scipy"}),
        (LESSON, '[limits]\nimports = ["numpy", "scipy", "tensorflow"]', ["numpy"], {"scipy"}),
        (LESSON.replace("import numpy as np", "import tensorflow as tf"), "", ["numpy"], set()),
        (LESSON, "", ["numpy", "tensorflow"], {"tensorflow", "keras", "scipy", "autograd", "torch", "jax"}),
    ],
)
def test_what_a_lesson_asks_for_is_allowed(
    lesson: str, settings: str, libraries: list[str], allowed: set[str], tmp_path: Path
) -> None:
    forbidden = forbidden_libraries(assignment_in(tmp_path, lesson, settings), libraries)
    assert {"tensorflow", "keras", "scipy", "autograd", "torch", "jax"} - {*forbidden} == allowed

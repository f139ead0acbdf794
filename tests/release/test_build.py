"""The release: made from the lesson alone, in step with it, and refused where anything leaks."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from autograder.course.course import Assignment, Course
from autograder.errors import CourseError
from autograder.release.build import build, source_notebook
from autograder.release.leaks import check_release, solution_lines

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(path.parent.name for path in ROOT.glob("solutions/*/assignment.toml"))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A copy of this course, built anew."""
    folder = tmp_path_factory.mktemp("course")
    for name in ("solutions", "source_data"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(ROOT / "nbgrader_config.py", folder / "nbgrader_config.py")
    course = Course(folder)
    for name in course.names():
        build(course.assignment(name))
    return course


@pytest.mark.parametrize("name", NAMES)
def test_assignments_are_in_step_with_solutions(name: str, copy: Course) -> None:
    """When this fails: make assignments"""
    built, committed = copy.root / "assignments" / name, ROOT / "assignments" / name
    files = sorted(path.relative_to(built) for path in built.rglob("*"))
    assert sorted(path.relative_to(committed) for path in committed.rglob("*")) == files
    for file in files:
        assert (committed / file).read_bytes() == (built / file).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_a_released_notebook_imports_nothing_of_ours(name: str, project: Course) -> None:
    assignment = project.assignment(name)
    notebook = json.loads(assignment.released.read_text("utf-8"))
    code = "\n".join("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code")
    imported = {line.split()[1].split(".")[0] for line in code.splitlines() if line.startswith(("import ", "from "))}
    reads_numbers = {"getpass", "hashlib", "json", "os"} if assignment.has_variants else set()
    assert imported <= {"itertools", "math", "time", "numpy", "matplotlib", "tensorflow"} | reads_numbers


@pytest.mark.parametrize("name", NAMES)
def test_the_points_of_a_graded_cell_are_those_of_its_checks(name: str, project: Course) -> None:
    assignment = project.assignment(name)
    cells = source_notebook(assignment)["cells"]
    points = sum(cell["metadata"].get("nbgrader", {}).get("points", 0) for cell in cells)
    assert points == sum(check.points for check in assignment.checks.checks)


@pytest.fixture
def leaky(copy: Course, tmp_path: Path) -> Assignment:
    """A course whose release may be spoilt."""
    shutil.copytree(copy.root / "solutions", tmp_path / "solutions")
    shutil.copytree(copy.root / "source_data", tmp_path / "source_data")
    shutil.copytree(copy.root / "assignments", tmp_path / "assignments")
    return Course(tmp_path).assignment("two_layer")


def test_a_clean_release_passes(leaky: Assignment) -> None:
    check_release(leaky)


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (
            lambda cells: cells[3].update(source="Ob = 1\nreturn Ob @ WO.T"),
            "holds a line of the solution of 'hidden_delta'",
        ),
        (lambda cells: cells[3].update(outputs=[{"output_type": "stream"}]), "holds an output"),
        (lambda cells: cells[3].update(execution_count=4), "holds an output"),
        (lambda cells: cells[0].update(source="### BEGIN SOLUTION"), "holds a solution marker"),
        (lambda cells: cells[0].update(source="def output_delta_of_any_batch():"), "holds a hidden check"),
        (
            lambda cells: cells[0].update(source="The mean is missing: divide by the number of entries."),
            "mean-missing",
        ),
        (lambda cells: cells[0]["metadata"].update(answer="c"), "has the metadata answer"),
    ],
)
def test_a_leak_is_refused(leaky: Assignment, spoil, complaint: str) -> None:
    notebook = json.loads(leaky.released.read_text("utf-8"))
    spoil(notebook["cells"])
    leaky.released.write_text(json.dumps(notebook))
    with pytest.raises(CourseError, match=complaint):
        check_release(leaky)


@pytest.mark.parametrize("name", ["checks.py", "two_layer_solution.ipynb", "sub"])
def test_an_unlisted_file_is_refused(leaky: Assignment, name: str) -> None:
    path = leaky.released.parent / name
    path.mkdir() if name == "sub" else path.touch()
    with pytest.raises(CourseError, match="is not listed and must not be released"):
        check_release(leaky)


def test_data_that_is_not_there_is_named(leaky: Assignment) -> None:
    settings = leaky.folder / "assignment.toml"
    settings.write_text(settings.read_text("utf-8").replace("digits.csv", "gone.csv"), "utf-8")
    with pytest.raises(CourseError, match=r"assignment.toml: data names 'gone.csv', but there is no such file"):
        build(leaky)


def test_solution_lines_are_read_without_comments() -> None:
    source = "a\n    ### BEGIN SOLUTION\n    return x  # (batch, nodes)\n\n    ### END SOLUTION\nb"
    assert solution_lines(source) == ["return x"]


def test_what_draws_into_a_text_is_the_same_in_every_lesson(project: Course) -> None:
    """A released notebook imports nothing of ours, so each has it whole; only its style is a lesson's own."""
    whole = r"def picture\(draw\):\n(?:    .*\n)+"
    found = {name: re.findall(whole, project.assignment(name).lesson.path.read_text("utf-8")) for name in NAMES}
    assert len({text for texts in found.values() for text in texts}) == 1
    assert max(map(len, found.values())) == 1

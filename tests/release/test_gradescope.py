"""The Gradescope bundle, laid out and run as Gradescope does, by this environment's Python; setup.sh is only read."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from autograder.asserts.draw import Draw
from autograder.course.course import Assignment, Course
from autograder.demo.sample import fill_in, read_deserved
from autograder.errors import CourseError
from autograder.release import gradescope
from autograder.release.gradescope import bundle, find_notebook
from autograder.submit.notebook import Unreadable

NAME = "logic_gates"
NOTEBOOK = f"{NAME}.ipynb"
SAMPLES = Path(__file__).parents[1] / "submissions"
WRONG = ("right_in_another_style.py", "bias_forgotten.py", "crash.py", "cheat.py", "not_json.ipynb")

VISIBILITY = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
# https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format
RESULTS = {
    "type": "object",
    "additionalProperties": False,
    "anyOf": [{"required": ["score"]}, {"required": ["tests"]}],
    "properties": {
        "score": {"type": "number"},
        "execution_time": {"type": "number"},
        "output": {"type": "string"},
        "output_format": FORMAT,
        "test_output_format": FORMAT,
        "test_name_format": FORMAT,
        "visibility": VISIBILITY,
        "stdout_visibility": VISIBILITY,
        "extra_data": {"type": "object"},
        "leaderboard": {"type": "array"},
        "tests": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "score": {"type": "number"},
                    "max_score": {"type": "number"},
                    "status": {"enum": ["passed", "failed"]},
                    "name": {"type": "string"},
                    "name_format": FORMAT,
                    "number": {"type": "string"},
                    "output": {"type": "string"},
                    "output_format": FORMAT,
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "visibility": VISIBILITY,
                    "extra_data": {"type": "object"},
                },
            },
        },
    },
}
# https://gradescope-autograders.readthedocs.io/en/latest/submission_metadata/
METADATA = {
    "id": 123456,
    "created_at": "2018-07-01T14:22:32.365935-07:00",
    "assignment": {
        "due_date": "2018-07-31T23:00:00.000000-07:00",
        "group_size": 4,
        "group_submission": True,
        "id": 25828,
        "course_id": 1234,
        "late_due_date": None,
        "release_date": "2018-07-02T00:00:00.000000-07:00",
        "title": "Programming Assignment 1",
        "total_points": "20.0",
    },
    "submission_method": "upload",
    "users": [{"email": "student@example.com", "id": 1234, "name": "Student User"}],
    "previous_submissions": [
        {"submission_time": "2017-04-06T14:24:48.087023-07:00", "score": 0.0, "results": {"tests": []}}
    ],
}

pytestmark = pytest.mark.slow


class Gradescope:
    """A container's /autograder, in which submissions come one after another."""

    def __init__(self, root: Path, uploaded: Path) -> None:
        self.root = root
        self.printed = ""
        with zipfile.ZipFile(uploaded) as archive:
            for entry in archive.infolist():
                Path(archive.extract(entry, root / "source")).chmod(entry.external_attr >> 16)
        shutil.copy(root / "source" / "run_autograder", root)
        python = root / "venv" / "bin" / "python"  # which setup.sh would have made
        python.parent.mkdir(parents=True)
        python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
        python.chmod(0o755)

    def grade(
        self, files: dict[str, bytes], metadata: dict[str, Any] | None = METADATA, path: str = os.environ["PATH"]
    ) -> dict[str, Any]:
        """Run run_autograder over a submission; returns the results, which are as the published format has them."""
        for name in ("submission", "results"):
            shutil.rmtree(self.root / name, ignore_errors=True)
            (self.root / name).mkdir()
        for name, content in files.items():
            file = self.root / "submission" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        about = self.root / "submission_metadata.json"
        about.unlink(missing_ok=True)
        if metadata:
            about.write_text(json.dumps(metadata))
        environment = {"PATH": path, "AUTOGRADER_ROOT": str(self.root)}
        command = [self.root / "run_autograder"]
        done = subprocess.run(command, cwd=self.root, env=environment, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        self.printed = done.stdout
        results = json.loads(self.written())
        jsonschema.validate(results, RESULTS)
        # No markup of a student's may be shown as such: the default of the whole output would be HTML.
        assert {results["output_format"], *(test["output_format"] for test in results["tests"])} == {"text"}
        assert {test["name_format"] for test in results["tests"]} == {"text"}
        return results

    def written(self) -> bytes:
        return (self.root / "results" / "results.json").read_bytes()


@pytest.fixture(scope="module")
def assignment(tmp_path_factory: pytest.TempPathFactory, class_of: Callable[..., Course]) -> Assignment:
    return class_of(tmp_path_factory.mktemp("course") / "class", {}).assignment(NAME)


@pytest.fixture(scope="module")
def there(assignment: Assignment, tmp_path_factory: pytest.TempPathFactory) -> Gradescope:
    return Gradescope(tmp_path_factory.mktemp("gradescope") / "autograder", bundle(assignment, "bubblewrap"))


@pytest.fixture(scope="module")
def right(assignment: Assignment) -> bytes:
    return fill_in(assignment, SAMPLES / NAME / "right_in_another_style.py")


@pytest.fixture
def no_namespaces(tmp_path: Path) -> str:
    """A PATH on which bubblewrap fails as in a container that allows no namespaces."""
    program = tmp_path / "bwrap"
    program.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    program.chmod(0o755)
    return f"{tmp_path}:{os.environ['PATH']}"


# The zip.


def test_what_the_zip_holds(assignment: Assignment) -> None:
    path = bundle(assignment, "bubblewrap")
    assert path == assignment.course.gradebook / "gradescope" / f"{NAME}.zip"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600  # it has the solutions and a secret
    with zipfile.ZipFile(path) as archive:
        modes = {entry.filename: entry.external_attr >> 16 for entry in archive.infolist()}
    assert {"setup.sh", "run_autograder", "autograder/__init__.py"} <= modes.keys()
    assert {"pyproject.toml", "README.md", "LICENSE"} <= modes.keys()  # what pip asks for
    assert "autograder/report/templates/student.html.j2" in modes
    assert not any("__pycache__" in name or name.startswith(("solutions", "gradebook")) for name in modes)
    assert all(stat.S_ISREG(mode) for mode in modes.values())
    assert [name for name, mode in modes.items() if mode & 0o111] == ["setup.sh", "run_autograder"]


def test_the_same_assignment_gives_the_same_bytes(assignment: Assignment) -> None:
    first = bundle(assignment, "bubblewrap").read_bytes()
    assert bundle(assignment, "bubblewrap").read_bytes() == first
    assert bundle(assignment, "none").read_bytes() != first


def test_the_secret_is_the_bundle_s_own(assignment: Assignment, there: Gradescope) -> None:
    settings = json.loads((there.root / "source" / "bundle.json").read_bytes())
    assert (settings["assignment"], settings["sandbox"]) == (NAME, "bubblewrap")
    assert len(settings["secret"]) == 64
    with zipfile.ZipFile(bundle(assignment.course.assignment("two_layer"), "bubblewrap")) as other:
        assert json.loads(other.read("bundle.json"))["secret"] != settings["secret"]
    contents = [path.read_bytes() for path in there.root.rglob("*") if path.is_file()]
    assert not any(assignment.course.secret().encode() in content for content in contents)


@pytest.mark.parametrize("name", ["setup.sh", "run_autograder"])
def test_the_scripts_are_bash(there: Gradescope, name: str) -> None:
    script = there.root / "source" / name
    assert script.read_text().startswith("#!/usr/bin/env bash\n")
    subprocess.run(["bash", "-n", script], check=True)


def test_without_a_checkout_there_is_no_bundle(
    assignment: Assignment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gradescope.autograder, "__file__", str(tmp_path / "autograder" / "__init__.py"))
    with pytest.raises(CourseError, match=r"pyproject.toml: is not there\. Make the bundle from a checkout"):
        bundle(assignment, "bubblewrap")


# Submissions.


@pytest.mark.parametrize("name", WRONG)
def test_a_submission_gets_what_it_deserves(assignment: Assignment, there: Gradescope, name: str) -> None:
    sample = SAMPLES / NAME / name
    results = there.grade({NOTEBOOK: fill_in(assignment, sample)})
    deserved = read_deserved(sample)
    tests = results["tests"]
    assert (results["score"], sum(test["max_score"] for test in tests)) == (deserved.points, deserved.max_points)
    assert sum(test["score"] for test in tests) == deserved.points
    lost = {test["name"].split(":")[0] for test in tests if test["status"] == "failed"}
    assert lost == {*deserved.lost} or deserved.points == 0
    for blank, mistake in deserved.lost.items():
        outputs = "\n".join(test["output"] for test in tests if test["name"].startswith(f"{blank}: "))
        assert mistake in [line.split(":")[0] for line in outputs.splitlines()], blank
    assert (results["visibility"], results["stdout_visibility"]) == ("visible", "hidden")


def test_the_numbers_follow_the_blanks(there: Gradescope, right: bytes) -> None:
    tests = there.grade({NOTEBOOK: right})["tests"]
    blanks = list(dict.fromkeys(test["name"].split(":")[0] for test in tests))
    numbers = [tuple(map(int, test["number"].split("."))) for test in tests]
    assert numbers == sorted(set(numbers))
    assert [blanks[blank - 1] for blank, _ in numbers] == [test["name"].split(":")[0] for test in tests]


def test_a_broken_notebook_is_told(there: Gradescope, right: bytes) -> None:
    results = there.grade({NOTEBOOK: right[:500]})
    assert results["score"] == 0
    assert "the file is not a notebook: it is not JSON" in results["output"]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ([], "nothing"),
        (["<b>report.pdf", "answer.py"], "<b>report.pdf, answer.py"),
        (["b.ipynb", "a.ipynb", "notes.txt"], "a.ipynb, b.ipynb"),
    ],
)
def test_a_missing_notebook_is_told(there: Gradescope, names: list[str], found: str) -> None:
    results = there.grade(dict.fromkeys(names, b"{}"))
    assert results["score"] == 0
    assert results["output"] == (
        f"score: 0 of 38\nthe notebook {NOTEBOOK} is not in the submission (it holds {found}); "
        "hand it in under its own name"
    )


def test_markup_stays_text(assignment: Assignment, there: Gradescope) -> None:
    """`grade` looks at the formats."""
    for name in ("markup.py", "markup_in_an_error.py"):
        results = there.grade({NOTEBOOK: fill_in(assignment, SAMPLES / "hostile" / NAME / name)})
        texts = [results["output"], *(test[key] for test in results["tests"] for key in ("name", "output"))]
        assert any("<" in text for text in texts) == (name == "markup.py")  # whose answers are shown
        assert all(char.isprintable() or char == "\n" for text in texts for char in text)


# Seeds.


def test_a_regrade_gives_the_same_bytes(assignment: Assignment, there: Gradescope) -> None:
    wrong = {NOTEBOOK: fill_in(assignment, SAMPLES / NAME / "bias_forgotten.py")}
    there.grade(wrong)
    first = there.written()
    there.grade(wrong)
    assert there.written() == first
    there.grade(wrong, {**METADATA, "users": [{"email": "other@example.com", "id": 1234, "name": "Student User"}]})
    assert there.written() != first


@pytest.mark.parametrize(
    ("metadata", "student"),
    [
        (METADATA, "student@example.com"),
        ({**METADATA, "users": [{"email": None, "id": 7}]}, "7"),
        ({**METADATA, "users": [{"email": "b@x", "id": 1}, {"email": "a@x", "id": 2}]}, "a@x, b@x"),
        ({**METADATA, "users": [{"email": "a@x", "id": 2}, {"email": "b@x", "id": 1}]}, "a@x, b@x"),
        ({**METADATA, "users": []}, "anonymous"),
        (None, "anonymous"),
    ],
)
def test_who_handed_in(there: Gradescope, metadata: dict[str, Any] | None, student: str) -> None:
    there.grade({}, metadata)
    assert there.printed.startswith(f"{NAME}: {student}\n")


def test_nothing_hidden_leaks(assignment: Assignment, there: Gradescope) -> None:
    notebook = fill_in(assignment, SAMPLES / NAME / "bias_forgotten.py")
    results = there.grade({NOTEBOOK: notebook})
    secret = json.loads((there.root / "source" / "bundle.json").read_bytes())["secret"]
    (there.root / "gradebook").mkdir()
    (there.root / "gradebook" / "secret").write_text(secret)
    (there.root / "solutions").mkdir()
    seed = Course(there.root).seed(NAME, "student@example.com", sha256(notebook).hexdigest())
    told = there.written().decode() + there.printed
    assert secret not in told
    assert seed not in told

    class Spy:
        """Stands in for the student: notes what is right, and what a student without the bias finds."""

        def __init__(self) -> None:
            self.right: list[float] = []
            self.found: list[float] = []

        def line(self, x: Any, a: float, b: float) -> Any:
            self.right += (a * x + b).ravel().tolist()
            self.found += (a * x).ravel().tolist()
            return a * x + b

    spy = Spy()
    (check,) = [each for each in assignment.checks.of("line") if each.name == "line_of_any_parameters"]
    for number in range(check.draws):
        check.function(spy, Draw(seed, check.name, number))
    (output,) = [test["output"] for test in results["tests"] if test["name"].startswith("line: ")]
    assert any(f"{number:.6g}" in output for number in spy.found)  # the numbers look so
    assert not any(f"{number:.6g}" in told for number in spy.right)


# The sandbox.


def test_where_no_sandbox_starts_nothing_is_run_and_there_is_no_score(
    there: Gradescope, right: bytes, no_namespaces: str
) -> None:
    results = there.grade({NOTEBOOK: right}, path=no_namespaces)
    assert "score" not in results
    assert not any({"score", "max_score"} & test.keys() for test in results["tests"])
    assert results["visibility"] == "after_published"
    assert results["output"] == (
        "score: unknown of 38\na check could not be graded, your teacher will look at it\n"
        "the sandbox did not start, so nothing was run"
    )
    assert ": the sandbox did not start: bwrap: No permissions to create new namespace\n" in there.printed
    assert b"No permissions" not in there.written()


def test_without_bubblewrap_nothing_is_run_either(there: Gradescope, right: bytes, tmp_path: Path) -> None:
    for program in ("env", "bash"):
        os.symlink(shutil.which(program) or "", tmp_path / program)
    results = there.grade({NOTEBOOK: right}, path=str(tmp_path))
    assert "score" not in results
    assert ": sandbox: bubblewrap is not installed. Install it, for instance:" in there.printed


def test_without_a_sandbox_the_results_say_so(
    assignment: Assignment, right: bytes, no_namespaces: str, tmp_path: Path
) -> None:
    there = Gradescope(tmp_path / "autograder", bundle(assignment, "none"))
    results = there.grade({NOTEBOOK: right}, path=no_namespaces)
    assert results["score"] == 38
    assert results["output"] == "score: 38 of 38\ngraded without a sandbox"


# Faults of ours, and strange folders, in this process.


@pytest.fixture
def laid_out(there: Gradescope, right: bytes) -> Path:
    there.grade({NOTEBOOK: right})
    (there.root / "results" / "results.json").unlink()
    return there.root


def test_a_fault_of_ours_is_the_instructor_s_to_read(
    laid_out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stops(*_: Any) -> None:
        raise KeyError("hidden")

    monkeypatch.setattr(gradescope, "grade_submission", stops)
    gradescope.run(laid_out)
    written = (laid_out / "results" / "results.json").read_text()
    results = json.loads(written)
    jsonschema.validate(results, RESULTS)
    assert "score" not in results
    assert results["output"].endswith("\nthe grader stopped")
    assert "KeyError" not in written
    assert ": KeyError: 'hidden'\n" in capsys.readouterr().out


def lay(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"{}")
    return folder


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["a.ipynb"], "a.ipynb"),
        (["zipped/a.ipynb", "zipped/data.csv"], "zipped/a.ipynb"),
        (["a.ipynb", NOTEBOOK], NOTEBOOK),
        (["a.ipynb", f"zipped/{NOTEBOOK}"], f"zipped/{NOTEBOOK}"),
        ([f"a/{NOTEBOOK}", NOTEBOOK], NOTEBOOK),
        ([f".ipynb_checkpoints/{NOTEBOOK}", f"__MACOSX/._{NOTEBOOK}", "a.ipynb"], "a.ipynb"),
    ],
)
def test_which_notebook_is_taken(tmp_path: Path, names: list[str], found: str) -> None:
    assert find_notebook(lay(tmp_path, *names), NOTEBOOK) == tmp_path / found


def test_links_out_of_the_submission_are_not_followed(tmp_path: Path) -> None:
    outside = lay(tmp_path / "outside", NOTEBOOK)
    submission = lay(tmp_path / "submission", "notes.txt")
    (submission / "linked").symlink_to(outside)
    with pytest.raises(Unreadable, match=r"\(it holds notes\.txt\)"):
        find_notebook(submission, NOTEBOOK)

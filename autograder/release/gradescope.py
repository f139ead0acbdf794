"""Gradescope's autograder: an assignment as the zip that an instructor uploads there, and what runs inside.

https://gradescope-autograders.readthedocs.io/en/latest/specs/ says what the zip holds and where everything lies,
https://gradescope-autograders.readthedocs.io/en/latest/submission_metadata/ who handed in.
"""

from __future__ import annotations

import hashlib
import io
import stat
import sys
import zipfile
from pathlib import Path

import msgspec

import autograder
from autograder.course.course import Assignment
from autograder.errors import CourseError, GraderFault
from autograder.grade.bundle import pack, unpack
from autograder.grade.engine import grade_nothing, grade_submission
from autograder.records import Report
from autograder.report.exports import gradescope_results
from autograder.report.text import as_text
from autograder.sandbox.sandbox import Mode, missing_layers
from autograder.submit.collected import find_notebook, graded_from
from autograder.submit.notebook import Unreadable, read_notebook_file, read_submission
from autograder.wording import clean

NO_START = "the sandbox did not start, so nothing was run"
STOPPED = "the grader stopped"

_SETTINGS, _BUNDLE = "bundle.json", "assignment.bundle"

_SETUP = """\
#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image.
set -euo pipefail
root="${AUTOGRADER_ROOT:-/autograder}"
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y bubblewrap libseccomp2 python3 python3-venv software-properties-common
python=python3
if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11, 4))'; then  # Ubuntu 22.04 has 3.10
    add-apt-repository -y ppa:deadsnakes/ppa
    apt-get update
    apt-get install -y python3.12 python3.12-venv
    python=python3.12
fi
"$python" -m venv "$root/venv"
"$root/venv/bin/pip" install --no-cache-dir "$root/source"
"""

_RUN = """\
#!/usr/bin/env bash
# Gradescope runs this for each submission.
root="${AUTOGRADER_ROOT:-/autograder}"
export PYTHONUTF8=1
cd "$root/source" && exec "$root/venv/bin/python" -m autograder.release.gradescope "$root"
"""


class _Settings(msgspec.Struct):
    """What a bundle is for."""

    assignment: str
    sandbox: Mode
    secret: str


class _User(msgspec.Struct):
    id: int | str = ""
    email: str | None = None


class _Metadata(msgspec.Struct):
    """What is of use in submission_metadata.json; a group has several users."""

    users: list[_User] = []


def bundle(assignment: Assignment, sandbox: Mode) -> Path:
    """Write `gradebook/gradescope/<assignment>.zip`; the same assignment gives the same bytes.

    It holds the checks, the solutions and a secret: only instructors may have it. With `sandbox` "none", student code
    runs there unprotected, and every report says so; with "bubblewrap" it does not run where no sandbox starts.
    """
    if assignment.has_variants:
        raise CourseError(
            assignment.name, "each student has other numbers, which Gradescope would not know", "Grade it here"
        )
    settings = _Settings(assignment.name, sandbox, _secret(assignment))
    files = {
        "setup.sh": _SETUP.encode(),
        "run_autograder": _RUN.encode(),
        _SETTINGS: msgspec.json.encode(settings),
        _BUNDLE: pack(assignment),
        **_package(),
    }
    path = assignment.course.gradebook / "gradescope" / f"{assignment.name}.zip"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_bytes(_zipped(files))
    return path


def run(root: Path) -> None:
    """Grade the submission that Gradescope has laid under `root`; write its results, print what instructors read."""
    report = _grade(root)
    results = root / "results" / "results.json"
    results.parent.mkdir(exist_ok=True)
    results.write_bytes(gradescope_results(report))
    print(as_text(report))


def _grade(root: Path) -> Report:
    source = root / "source"
    settings = msgspec.json.decode((source / _SETTINGS).read_bytes(), type=_Settings)
    course = unpack((source / _BUNDLE).read_bytes())
    course.gradebook.mkdir(exist_ok=True)
    (course.gradebook / "secret").write_text(settings.secret)
    assignment, student = course.assignment(settings.assignment), _student(root / "submission_metadata.json")
    mode = settings.sandbox
    who = assignment, student, course.seed(assignment.name, student, ""), mode
    try:
        folder, name = root / "submission", f"{assignment.name}.ipynb"
        notebook = find_notebook(folder, name)
        file = read_notebook_file(notebook)
        seed = course.seed(assignment.name, student, file.sha256)
        who = assignment, student, seed, mode
        submission = read_submission(file.content, assignment)
        if fault := _sandbox_fault(mode):
            return _unjudged(grade_nothing(*who, fault, "grader error"), NO_START)
        report = grade_submission(assignment, submission, student, seed, mode)
        report.submitted = file.sha256
        if notice := graded_from(folder, notebook, name):
            report.problems.append(clean(notice))
        return report
    except Unreadable as unreadable:
        return grade_nothing(*who, str(unreadable))
    except Exception as error:  # a fault of ours
        fault = f"{type(error).__name__}: {error}"
        return _unjudged(grade_nothing(*who, fault, "grader error"), STOPPED)


def _unjudged(report: Report, told: str) -> Report:
    """The report with the sentence for students; its checks have the cause, which is printed for instructors."""
    report.problems = [told]
    return report


def _student(metadata: Path) -> str:
    """Who handed in, as the seed of the hidden inputs and the report have it: all users of a group."""
    if not metadata.exists():  # run by hand, as Gradescope proposes for trying an autograder
        return "anonymous"
    users = msgspec.json.decode(metadata.read_bytes(), type=_Metadata).users
    return ", ".join(sorted(user.email or str(user.id) for user in users)) or "anonymous"


def _sandbox_fault(mode: Mode) -> str:
    """Why no sandbox starts here, or nothing. Asked once: every check would end as a grader error for it."""
    try:
        missing_layers(mode)
    except (CourseError, GraderFault) as fault:
        return str(fault)
    return ""


def _secret(assignment: Assignment) -> str:
    """A secret of the bundle's own, from which the course's cannot be computed.

    It is the same when the bundle is made again, so that a regrade with a fixed check draws the same inputs.
    """
    text = "\0".join([assignment.course.secret(), assignment.name, "gradescope", "bundle"])
    return hashlib.sha256(text.encode()).hexdigest()


def _package() -> dict[str, bytes]:
    """This package as pip installs it."""
    package = Path(autograder.__file__).parent
    files = [path for path in sorted(package.rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
    files += [package.parent / name for name in ("pyproject.toml", "README.md", "LICENSE")]
    try:
        return {str(path.relative_to(package.parent)): path.read_bytes() for path in files}
    except FileNotFoundError as error:
        raise CourseError(error.filename, "is not there", "Make the bundle from a checkout of the project") from None


def _zipped(files: dict[str, bytes]) -> bytes:
    """The files as a zip, with their permissions, without times."""
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3  # Unix, for the permissions
            is_program = name in ("setup.sh", "run_autograder")
            entry.external_attr = (stat.S_IFREG | (0o755 if is_program else 0o644)) << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return zipped.getvalue()


if __name__ == "__main__":
    run(Path(sys.argv[1]))

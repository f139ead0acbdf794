"""An assignment as a bundle: the files that grading reads, for a machine that does not have the course."""

from __future__ import annotations

import atexit
import functools
import io
import lzma
import shutil
import tarfile
import tempfile
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import autograder
from autograder.course.course import Assignment, Course
from autograder.submit.releases import Release


def grading_files(assignment: Assignment) -> list[Path]:
    """The files on which a report depends: lesson, checks, settings, data, known outputs, released notebook."""
    source_data = assignment.course.root / "source_data"
    data = [file for name in assignment.settings.data for file in _files(source_data / name)]
    known = source_data / "tensorflow" / f"{assignment.name}.json"
    files = [*sorted(assignment.folder.glob("*.*")), *data, known, assignment.released]
    return [path for path in files if path.is_file()]


def engine_fingerprint() -> dict[str, str]:
    """What has to be the same for the same reports: the engine, byte for byte, and the libraries that compute."""
    folder = Path(autograder.__file__).parent
    content = b"".join(path.read_bytes() for path in sorted(folder.rglob("*.py")))
    engine = f"{autograder.__version__} ({sha256(content).hexdigest()[:12]})"
    return {"autograder": engine, "numpy": version("numpy"), "msgspec": version("msgspec")}


def pack(assignment: Assignment) -> bytes:
    """The bundle: the same bytes for the same files. It holds no secret and nothing of any student."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        for path in grading_files(assignment):
            entry = tarfile.TarInfo(str(path.relative_to(assignment.course.root)))
            content = _content(assignment, path)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return lzma.compress(packed.getvalue())


@functools.lru_cache(maxsize=4)
def unpack(bundle: bytes) -> Course:
    """The course in a bundle, in a folder that only this user can read and that goes when this process ends."""
    folder = tempfile.mkdtemp(prefix="autograder-course-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with tarfile.open(fileobj=io.BytesIO(lzma.decompress(bundle))) as tar:
        tar.extractall(folder, filter="data")
    return Course(folder)


def as_released(assignment: Assignment, release: Release | None) -> Assignment:
    """The assignment as it was then; as it is now, where that is none."""
    return unpack(release.content).assignment(assignment.name) if release else assignment


def _content(assignment: Assignment, path: Path) -> bytes:
    """What is in a file; of an exam's rules, those that name no student."""
    if path.name == "exam.toml" and assignment.rules:
        return assignment.rules.without_students().encode()
    return path.read_bytes()


def _files(path: Path) -> list[Path]:
    return sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]

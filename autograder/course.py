"""A course on disk: which assignments it has, where each stage keeps its files, and the course's secret."""

from __future__ import annotations

import copy
import functools
import hashlib
import os
import secrets
import sys
import tomllib
from pathlib import Path
from types import CodeType, ModuleType
from typing import TYPE_CHECKING

import msgspec

from autograder.errors import CourseError

if TYPE_CHECKING:
    from autograder.author.lesson import Lesson
    from autograder.author.numbers import Numbers
    from autograder.checks import CheckList
    from autograder.exam.rules import Rules
    from autograder.exam.variants import Variants


class Limits(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What one submission may use. Every limit has its default here and may be set in assignment.toml."""

    call_seconds: float = 5.0  # one call of a student's function, or one cell
    submission_seconds: float = 120.0  # all calls of one submission together
    memory_mb: int = 2048  # memory in use, not address space
    processes: int = 64  # processes and threads
    open_files: int = 256
    file_mb: int = 16  # one file, and all of the working folder
    answer_mb: int = 32  # one value that comes back
    answer_values: int = 500_000  # numbers, words and lists in it; an array counts as one
    answer_depth: int = 16  # lists in lists
    output_chars: int = 100_000  # what one cell may print, where output is shown at all
    imports: tuple[str, ...] = ()  # modules that a cell may import: any, where none is named


class Settings(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The contents of assignment.toml."""

    title: str
    libraries: tuple[str, ...] = ("numpy",)  # imported once, before a submission's sandbox is forked
    data: tuple[str, ...] = ()  # files of source_data/ that the release carries; nothing else is released
    limits: Limits = Limits()


class Assignment:
    """One folder of solutions/: the lesson, its checks and its settings, read when first asked for.

    Where each student has other numbers, it has the author's; `with_numbers` makes one as a student has it.
    """

    def __init__(self, course: Course, name: str) -> None:
        self.course, self.name = course, name
        self.folder = course.root / "solutions" / name
        self._lesson: Lesson | None = None
        self._checks: CheckList | None = None
        self._settings: Settings | None = None

    @property
    def settings(self) -> Settings:
        if self._settings is None:
            path = self.folder / "assignment.toml"
            try:
                self._settings = msgspec.convert(tomllib.loads(path.read_text("utf-8")), Settings)
            except FileNotFoundError:
                raise CourseError(path, "does not exist", 'Write at least: title = "…"') from None
            except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
                raise CourseError(path, str(error), "Mend that line") from None
        return self._settings

    @property
    def limits(self) -> Limits:
        """What one submission may use; the rules of an exam say what it may import."""
        limits = self.settings.limits
        return msgspec.structs.replace(limits, imports=self.rules.allowed_imports) if self.rules else limits

    @property
    def lesson(self) -> Lesson:
        if self._lesson is None:
            from autograder.author.lesson import read_lesson

            self._lesson = read_lesson(self.folder / f"{self.name}.py")
        return self._lesson

    @property
    def has_variants(self) -> bool:
        """Whether each student has other numbers."""
        return (self.folder / "variants.py").is_file()

    def numbers_of(self, student: str) -> Numbers | None:
        """The numbers of this student, drawn when first asked for; None where all have the same."""
        return self.variants.of(student).numbers if self.has_variants else None

    @functools.cached_property
    def variants(self) -> Variants:
        """The numbers of all students, where each has others."""
        from autograder.exam.variants import Variants

        return Variants(self)

    def with_numbers(self, numbers: Numbers | None) -> Assignment:
        """The assignment as a student with these numbers has it; what does not depend on them is not read again."""
        if numbers is None:
            return self
        theirs = copy.copy(self)
        theirs._lesson, theirs._checks = self.lesson.with_numbers(numbers), None
        return theirs

    @property
    def checks(self) -> CheckList:
        """What checks.py defines, imported once; it must fit the lesson."""
        if self._checks is None:
            from autograder.checks import load_checks

            self._checks = load_checks(self)
        return self._checks

    @functools.cached_property
    def rules(self) -> Rules | None:
        """The rules of an exam, from exam.toml; None where this is none."""
        from autograder.exam.rules import read_rules

        return read_rules(self)

    @property
    def released(self) -> Path:
        """The notebook that students get."""
        return self.course.root / "assignments" / self.name / f"{self.name}.ipynb"

    @property
    def exam_folder(self) -> Path:
        """What is kept of an exam besides what any assignment has; of moderation and publication, for any."""
        return self.course.gradebook / "exams" / self.name

    def submitted_path(self, student: str) -> Path:
        return self.course.gradebook / "submitted" / student / self.name / f"{self.name}.ipynb"

    def autograded_path(self, student: str) -> Path:
        """The notebook that formgrader shows."""
        return self.course.gradebook / "autograded" / student / self.name / f"{self.name}.ipynb"

    def report_path(self, student: str) -> Path:
        return self.course.gradebook / "reports" / self.name / f"{student}.json"


class Course:
    """A course folder: solutions/ and assignments/ beside a gradebook/ that only the instructor has."""

    def __init__(self, root: Path | str) -> None:
        self.root = Path(root).resolve()
        if not (self.root / "solutions").is_dir():
            raise CourseError(
                self.root,
                "this is not a course folder: it has no solutions/",
                "Go to the course's folder or name it with --course DIR",
            )
        self._assignments: dict[str, Assignment] = {}

    @property
    def gradebook(self) -> Path:
        """Everything that exists only while a course runs; never in version control."""
        return self.root / "gradebook"

    def names(self) -> list[str]:
        """The names of all assignments, sorted."""
        return sorted(path.parent.name for path in self.root.glob("solutions/*/assignment.toml"))

    def assignment(self, name: str) -> Assignment:
        if name not in self._assignments:
            if name not in self.names():
                known = ", ".join(self.names()) or "none"
                raise CourseError(name, "there is no such assignment", f"The assignments are: {known}")
            self._assignments[name] = Assignment(self, name)
        return self._assignments[name]

    def secret(self) -> str:
        """The secret from which hidden inputs are drawn; made at first use, readable by its owner only."""
        path = self.gradebook / "secret"
        if not path.exists():
            self.gradebook.mkdir(exist_ok=True)
            try:
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:  # another grader was faster: use its secret
                return path.read_text()
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_hex(32))
        return path.read_text()

    def seed(self, assignment: str, student: str) -> str:
        """The seed of one student's hidden inputs: the same at each regrade, another for each student."""
        text = "\0".join([self.secret(), assignment, student])
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def import_file(name: str, path: Path) -> ModuleType:
    """Import the author's file `path` under `name`, anew; what goes wrong in it is said with its line."""
    module = ModuleType(name)
    module.__file__ = str(path)
    sys.modules[name] = module
    try:
        exec(_compiled(path.read_bytes(), str(path)), module.__dict__)
    except FileNotFoundError:
        raise CourseError(path, "does not exist", "Every assignment has one") from None
    except CourseError:
        raise
    except Exception as error:
        raise CourseError(f"{path}, line {line_in(error, path)}", f"{type(error).__name__}: {error}") from error
    return module


@functools.lru_cache(maxsize=64)
def _compiled(source: bytes, path: str) -> CodeType:
    return compile(source, path, "exec")


def line_in(error: BaseException, path: Path) -> int:
    """The last line of `path` that the traceback of `error` passes through."""
    if isinstance(error, SyntaxError):
        return error.lineno or 0
    line, step = 0, error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename == str(path):
            line = step.tb_lineno
        step = step.tb_next
    return line

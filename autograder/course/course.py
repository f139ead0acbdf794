"""A course on disk, and its assignments: each is put together here from the files of its folder."""

from __future__ import annotations

import contextlib
import copy
import functools
import hashlib
import json
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from autograder.course.lesson import Lesson, read_lesson
from autograder.course.numbers import Numbers
from autograder.course.rules import Rules, read_rules
from autograder.course.settings import Limits, Settings, read_settings
from autograder.errors import CourseError
from autograder.files import make_private_folder, remove_abandoned, write_secret

if TYPE_CHECKING:  # these load NumPy, and a sandbox can get warm meanwhile
    from autograder.course.check_list import CheckList
    from autograder.course.variants import Variants

SHORTEST_SECRET = 32  # characters


class Assignment:
    """One folder of solutions/: the lesson, its checks and its settings, read when first asked for.

    Where each student has other numbers, it has the author's; `with_numbers` makes one as a student has it, whose
    `base` is this one.
    """

    base: Assignment
    numbers: Numbers | None

    def __init__(self, course: Course, name: str) -> None:
        self.course, self.name = course, name
        self.base, self.numbers = self, None
        self.folder = course.root / "solutions" / name
        self._lesson: Lesson | None = None
        self._checks: CheckList | None = None

    @functools.cached_property
    def settings(self) -> Settings:
        return read_settings(self.folder)

    @property
    def limits(self) -> Limits:
        """What one submission may use; the rules of an exam say what it may import."""
        limits = self.settings.limits
        for name in limits.seconds_of:
            if not self.lesson.defines(name.partition(".")[0]):
                where = f"{self.folder / 'assignment.toml'}, key 'limits.seconds_of'"
                raise CourseError(where, f"the lesson defines no {name}", "Name functions of the lesson")
        return msgspec.structs.replace(limits, imports=self.rules.allowed_imports) if self.rules else limits

    @property
    def lesson(self) -> Lesson:
        if self._lesson is None:
            self._lesson = read_lesson(self.folder / f"{self.name}.py")
        return self._lesson

    @property
    def checks(self) -> CheckList:
        """What checks.py defines, imported once; it must fit the lesson."""
        if self._checks is None:
            from autograder.course.check_list import load_checks  # NumPy

            self._checks = load_checks(self.lesson)
        return self._checks

    @functools.cached_property
    def rules(self) -> Rules | None:
        """The rules of an exam, from exam.toml; None where this is none."""
        return read_rules(self.folder)

    @functools.cached_property
    def release(self) -> str:
        """The hash of the program that students get. Their own numbers, the text and the examples are no part of it."""
        cells = [(cell.grade_id, cell.template()) for cell in self.lesson.program() if not cell.has_numbers]
        return hashlib.sha256(json.dumps(cells).encode()).hexdigest()[:16]

    @property
    def has_variants(self) -> bool:
        """Whether each student has other numbers."""
        return (self.folder / "variants.py").is_file()

    @functools.cached_property
    def variants(self) -> Variants:
        """The numbers of all students, where each has others."""
        from autograder.course.variants import Variants  # NumPy

        return Variants(
            self.folder / "variants.py",
            self.exam_folder / "variants.jsonl",
            self.lesson.numbers_cell(),
            lambda numbers: self.with_numbers(numbers).checks,
            self.course.secret,
        )

    def numbers_of(self, student: str) -> Numbers | None:
        """The numbers of this student, drawn when first asked for; None where all have the same."""
        return self.variants.of(student).numbers if self.has_variants else None

    def with_numbers(self, numbers: Numbers | None) -> Assignment:
        """The assignment as a student with these numbers has it; what does not depend on them is not read again."""
        if numbers is None:
            return self
        theirs = copy.copy(self)
        theirs._lesson, theirs._checks, theirs.numbers = self.lesson.with_numbers(numbers), None, numbers
        return theirs

    @property
    def released(self) -> Path:
        """The notebook that students get."""
        return self.course.root / "assignments" / self.name / f"{self.name}.ipynb"

    @property
    def exam_folder(self) -> Path:
        """What is kept of an exam besides what any assignment has; of moderation and publication, for any."""
        return self.course.gradebook / "exams" / self.name

    def private_folder(self) -> Path:
        """The same folder, made where it is missing: nobody else may look into it, from its first moment."""
        return make_private_folder(self.exam_folder)

    def submitted_path(self, student: str) -> Path:
        return self.course.gradebook / "submitted" / student / self.name / f"{self.name}.ipynb"

    def autograded_path(self, student: str) -> Path:
        """The notebook that formgrader shows."""
        return self.course.gradebook / "autograded" / student / self.name / f"{self.name}.ipynb"

    def report_path(self, student: str) -> Path:
        return self.course.gradebook / "reports" / self.name / f"{student}.json"


def _secret_in(path: Path) -> str:
    """The secret in a file. Raises CourseError for one that can be guessed."""
    secret = path.read_text("utf-8", "surrogateescape")
    if len(secret.strip()) < SHORTEST_SECRET:
        found = f"it has {len(secret.strip())} characters" if secret.strip() else "it is empty"
        raise CourseError(
            path,
            f"{found}, and whoever guesses it knows the hidden inputs; a secret has {SHORTEST_SECRET} or more",
            "Put it back from a backup; without one delete the file, and the next command makes another, with which "
            "everybody's hidden inputs are drawn anew",
        )
    return secret


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
        """The secret from which hidden inputs are drawn; made at first use, readable by its owner only.

        Raises CourseError where the file holds none.
        """
        path = self.gradebook / "secret"
        if not path.exists():
            with contextlib.suppress(FileExistsError):  # another grader was faster: use its secret
                write_secret(path, secrets.token_hex(32).encode())
        remove_abandoned(path.parent)  # nothing else is written here that would do it
        return _secret_in(path)

    def seed(self, assignment: str, student: str, submission: str) -> str:
        """The seed of the hidden inputs of one submission, whose bytes have this SHA-256.

        It is the same at each regrade and another for each student and each attempt: what a report tells about one
        attempt is of no use for the next.
        """
        text = "\0".join([self.secret(), assignment, student, submission])
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]

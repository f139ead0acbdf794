"""All that an assignment's checks.py and rights.py declare, read and held against the lesson."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import msgspec

from autograder.asserts.pictures import PictureOf
from autograder.course import reference
from autograder.course.author_file import import_file
from autograder.course.declarations import Check, Question, Right, Wrong
from autograder.course.lesson import Lesson
from autograder.errors import CourseError


class CheckList(msgspec.Struct):
    """All that checks.py defines, in the order of the lesson's blanks."""

    checks: list[Check]
    wrongs: list[Wrong]
    reference: ModuleType
    lesson: Lesson
    pictures: list[PictureOf] = []
    made: dict[str, list[Wrong]] = {}  # wrong answers made from the reference, by blank, once they are asked for

    def of(self, blank: str) -> list[Check]:
        return [each for each in self.checks if each.blank == blank]

    def wrongs_of(self, blank: str) -> list[Wrong]:
        return [each for each in self.wrongs if each.blank == blank]


def load_checks(lesson: Lesson) -> CheckList:
    """Import the checks.py beside a lesson and see that the two fit. Raises CourseError with file, check and remedy."""
    path = lesson.path.with_name("checks.py")
    module = _import(lesson, path)
    checks: list[Check] = []
    wrongs: list[Wrong] = []
    pictures: list[PictureOf] = []
    for value in vars(module).values():
        if isinstance(value, Check):
            checks.append(value)
        elif isinstance(value, Wrong):
            wrongs.append(value)
        elif isinstance(value, PictureOf):
            pictures.append(value)
        elif isinstance(value, Question):
            checks.append(value.check)
            wrongs += value.wrongs
    module_of_lesson = getattr(module, "reference", None) or reference.load_reference(lesson)
    _check_fit(path, _names_of_blanks(lesson), checks, wrongs, pictures)
    return CheckList(checks, wrongs, module_of_lesson, lesson, pictures)


def load_rights(lesson: Lesson) -> list[Right]:
    """The other right answers that the rights.py beside a lesson lists; none where there is no such file."""
    path = lesson.path.with_name("rights.py")
    if not path.exists():
        return []
    rights = [value for value in vars(_import(lesson, path)).values() if isinstance(value, Right)]
    blanks = _names_of_blanks(lesson)
    for each in rights:
        if each.blank not in blanks:
            where = f"{path}, '{each.name}'"
            raise CourseError(where, f"the lesson has no blank '{each.blank}'", f"Name one of: {', '.join(blanks)}")
    return rights


def _names_of_blanks(lesson: Lesson) -> list[str]:
    return [cell.grade_id for cell in lesson.blanks()]


def _import(lesson: Lesson, path: Path) -> ModuleType:
    with reference.asked_by_checks_of(lesson):
        return import_file(f"solutions.{path.parent.name}.{path.stem}", path)


def _check_fit(
    path: Path, blanks: list[str], checks: list[Check], wrongs: list[Wrong], pictures: list[PictureOf]
) -> None:
    named = [("check", each.name, each.blank) for each in checks]
    named += [("known wrong answer", each.name, each.blank) for each in wrongs]
    named += [("picture", each.function.__name__, each.blank) for each in pictures]
    for kind, name, blank in named:
        if blank not in blanks:
            where = f"{path}, {kind} '{name}'"
            raise CourseError(where, f"the lesson has no blank '{blank}'", f"Name one of: {', '.join(blanks)}")
    for each in checks:
        if not each.sentence:
            raise CourseError(f"{path}, check '{each.name}'", "it has no sentence", "Give it a docstring")
        if not each.points > 0:
            raise CourseError(f"{path}, check '{each.name}'", f"it gives {each.points} points", "Give it some")
        for used in each.uses:
            if used not in blanks[: blanks.index(each.blank)]:
                where = f"{path}, check '{each.name}'"
                raise CourseError(where, f"it uses '{used}', which is no earlier blank", "Fix uses=…")
    for blank in blanks:
        of_blank = [each for each in checks if each.blank == blank]
        if not of_blank:
            raise CourseError(path, f"the blank '{blank}' has no check", f'Write one with @check("{blank}", points=…)')
        if len({each.in_place for each in of_blank}) > 1:
            what = f"some checks of '{blank}' let it change its arguments, others do not"
            raise CourseError(path, what, "Say in_place=True in all of them or in none")
    for kind, names in (
        ("checks", [c.name for c in checks]),
        ("known wrong answers", [f"{w.blank}: {w.name}" for w in wrongs]),
    ):
        double = sorted({name for name in names if names.count(name) > 1})
        if double:
            raise CourseError(path, f"two {kind} are called '{double[0]}'", "Rename one")

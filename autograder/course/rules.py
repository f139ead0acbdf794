"""The rules of an exam, from solutions/NAME/exam.toml: when, how long, how often, and who sees what afterwards."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, get_args

import msgspec

from autograder.errors import CourseError

When = Literal["nothing", "after the close", "after publication"]


class Shows(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What students see of the result, and from when on."""

    score: When = "after publication"
    checks: When = "after publication"
    solution: When = "nothing"


class Late(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What being late costs, counted from the deadline: the grace forgives, it adds no time."""

    percent: float  # of the score, for each begun `per_minutes`
    until_minutes: float  # after the deadline; then nothing is accepted
    per_minutes: float = 1.0


class Standing(msgspec.Struct, frozen=True):
    """How a submission stands in its student's own time; `late_seconds` counts from the deadline."""

    name: Literal["early", "in time", "in grace", "late", "too late"]
    late_seconds: float = 0.0


class Rules(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The contents of exam.toml. All times have a zone."""

    opens: datetime
    closes: datetime
    minutes: float  # working time, from `opens` or the student's own `begins`
    grace_minutes: float = 0.0  # after the deadline, and still in time
    extra_minutes: dict[str, float] = {}  # by student: later deadline, later close
    begins: dict[str, datetime] = {}  # by student: who begins at another time
    attempts: int = 0  # so many submissions of a student are graded, 0: all; the newest of them counts
    late: Late | None = None  # none: nothing counts after the grace
    allowed_imports: tuple[str, ...] = ()  # top-level modules; none named: all
    shows: Shows = Shows()
    owners: Literal["unchecked"] | dict[str, str] = {}  # Unix name: student, where they differ

    def begins_for(self, student: str) -> datetime:
        return self.begins.get(student, self.opens)

    def deadline(self, student: str) -> datetime:
        """When a student's working time is over: the close ends it, however late it was begun."""
        return min(self.begins_for(student) + self._minutes_of(student), self.closes_for(student))

    def closes_for(self, student: str) -> datetime:
        return self.closes + self._extra(student)

    @property
    def common_deadline(self) -> datetime:
        """The deadline of whoever has no rule of his own; nobody's is earlier."""
        return self.opens + timedelta(minutes=self.minutes)

    @property
    def over(self) -> datetime:
        """From when on nothing is accepted from anybody."""
        most = max(self.grace_minutes, self.late.until_minutes if self.late else 0.0)
        return max(self.closes_for(student) for student in ["", *self.extra_minutes]) + timedelta(minutes=most)

    def standing(self, student: str, received: datetime) -> Standing:
        if received < self.begins_for(student):
            return Standing("early")
        seconds = (received - self.deadline(student)).total_seconds()
        if seconds <= 0:
            return Standing("in time")
        if seconds <= 60 * self.grace_minutes:
            return Standing("in grace", seconds)
        if self.late and seconds <= 60 * self.late.until_minutes:
            return Standing("late", seconds)
        return Standing("too late", seconds)

    def percent_lost(self, standing: Standing) -> float:
        """The part of the score that being late costs."""
        if standing.name == "too late":
            return 100.0
        if standing.name != "late" or self.late is None:
            return 0.0
        return min(100.0, self.late.percent * math.ceil(standing.late_seconds / (60 * self.late.per_minutes)))

    def belongs(self, student: str, owner: str) -> bool:
        """Whether what this Unix user owns may be this student's."""
        if self.owners == "unchecked":
            return True
        if student in self.owners.values():
            return self.owners.get(owner) == student
        return owner == student and owner not in self.owners

    def is_shown(self, part: Literal["score", "checks", "solution"], now: datetime, is_published: bool) -> bool:
        """Whether students may see this now. The close is everybody's: it does not show who still works."""
        when: When = getattr(self.shows, part)
        return (when == "after the close" and now > self.over) or (when == "after publication" and is_published)

    def without_students(self) -> str:
        """The exam.toml of a place that grades and need not know who has more time."""
        imports = ", ".join(f'"{module}"' for module in self.allowed_imports)
        return (
            f"opens = {self.opens.isoformat()}\ncloses = {self.closes.isoformat()}\n"
            f"minutes = {self.minutes:f}\nallowed_imports = [{imports}]\n"
        )

    def _extra(self, student: str) -> timedelta:
        return timedelta(minutes=self.extra_minutes.get(student, 0.0))

    def _minutes_of(self, student: str) -> timedelta:
        return timedelta(minutes=self.minutes) + self._extra(student)


def read_rules(folder: Path) -> Rules | None:
    """The rules of the exam in `folder`; None where the assignment is none. Raises CourseError."""
    path = folder / "exam.toml"
    try:
        toml = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CourseError(path, str(error), "Fix that line") from None
    try:
        rules = msgspec.convert(toml, Rules)
    except msgspec.ValidationError as error:
        raise _not_of_a_kind(path, str(error)) from None
    for key, problem in _contradictions(rules):
        raise _wrong(path, key, problem)
    return rules


_EXAMPLES = {
    "opens": "opens = 2026-12-01T09:00:00+09:00",
    "closes": "closes = 2026-12-01T11:00:00+09:00",
    "minutes": "minutes = 90",
    "grace_minutes": "grace_minutes = 2",
    "extra_minutes": "extra_minutes = { s04 = 30 }",
    "begins": "begins = { s05 = 2026-12-01T09:30:00+09:00 }",
    "attempts": "attempts = 3",
    "late": "late = { percent = 1, per_minutes = 1, until_minutes = 30 }",
    "allowed_imports": 'allowed_imports = ["math", "numpy"]',
    "shows": 'shows = { score = "after the close", checks = "after publication", solution = "nothing" }',
    "owners": 'owners = { kim = "s04" }, or owners = "unchecked" where all share one Unix user',
}
_KINDS = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "date": "a date without time and zone",
    "time": "a time without date and zone",
    "datetime": "a date with time and zone",
    "array": "a list",
    "object": "a table",
}
_LONGEST_MINUTES = 366 * 24 * 60.0
_YEARS = range(2000, 2999)  # near the ends of the calendar no minutes can be added


def _wrong(path: Path, key: str, what: str) -> CourseError:
    return CourseError(f"{path}, key '{key}'", what, f"Write for instance: {_EXAMPLES[key.split('.')[0]]}")


def _not_of_a_kind(path: Path, message: str) -> CourseError:
    """msgspec's message in the words of exam.toml."""
    told, _, where = message.partition(" - at `$.")
    key = re.sub(r"\[.*", "", where.rstrip("`"))
    if missing := re.fullmatch(r"Object missing required field `(.+)`", told):
        return _wrong(path, _dotted(key, missing[1]), "is missing")
    if unknown := re.fullmatch(r"Object contains unknown field `(.+)`", told):
        tables = {"": Rules.__struct_fields__, "late": Late.__struct_fields__, "shows": Shows.__struct_fields__}
        known = ", ".join(tables[key])
        return CourseError(f"{path}, key '{_dotted(key, unknown[1])}'", "is unknown", f"The keys here are: {known}")
    if kinds := re.fullmatch(r"Expected `(.+)`, got `(.+)`", told):
        expected = " or ".join(_KINDS[kind] for kind in kinds[1].split(" | ") if kind != "null")
        return _wrong(path, key, f"found {_KINDS.get(kinds[2], kinds[2])}, expected {expected}")
    if value := re.fullmatch(r"Invalid enum value (.+)", told):
        words = ["unchecked"] if key == "owners" else get_args(When)
        return _wrong(path, key, f"found {value[1]}, expected {' or '.join(map(repr, words))}")
    return _wrong(path, key, told)


def _dotted(table: str, key: str) -> str:
    return f"{table}.{key}" if table else key


def _contradictions(rules: Rules) -> Iterator[tuple[str, str]]:
    """What cannot be, by key. The first are the simplest: those after them rely on them."""
    yield from _impossible_times(rules)
    yield from _impossible_numbers(rules)
    yield from _impossible_names(rules)
    if rules.closes <= rules.opens:
        yield "closes", f"found {rules.closes.isoformat()}, which is not after opens, {rules.opens.isoformat()}"
    window = (rules.closes - rules.opens).total_seconds() / 60
    if rules.minutes > window:
        yield "minutes", f"found {rules.minutes:g}, but from opens to closes there are {window:g}"
    for student, moment in rules.begins.items():
        if not rules.opens <= moment < rules.closes:
            yield f"begins.{student}", f"found {moment.isoformat()}, which is not between opens and closes"
    if rules.late and rules.late.until_minutes <= rules.grace_minutes:
        found = f"found {rules.late.until_minutes:g}, but the grace is {rules.grace_minutes:g}"
        yield "late.until_minutes", f"{found}: nobody would be late"


def _impossible_times(rules: Rules) -> Iterator[tuple[str, str]]:
    begins = {f"begins.{student}": moment for student, moment in rules.begins.items()}
    for key, moment in {"opens": rules.opens, "closes": rules.closes, **begins}.items():
        if moment.tzinfo is None:
            yield key, f"found {moment} without a zone, expected one behind it"
        elif moment.year not in _YEARS:
            yield key, f"found the year {moment.year}, in which there are no exams"


def _impossible_numbers(rules: Rules) -> Iterator[tuple[str, str]]:
    extra = {f"extra_minutes.{student}": minutes for student, minutes in rules.extra_minutes.items()}
    may_be_nothing = {"grace_minutes": rules.grace_minutes, "attempts": rules.attempts, **extra}
    late = {f"late.{key}": getattr(rules.late, key) for key in Late.__struct_fields__} if rules.late else {}
    for key, number in {"minutes": rules.minutes, **may_be_nothing, **late}.items():
        if not math.isfinite(number) or number < 0:
            yield key, f"found {number:g}, expected a number that is not negative"
        elif number == 0 and key not in may_be_nothing:
            yield key, "found 0, expected more"
        elif number > _LONGEST_MINUTES:
            yield key, f"found {number:g}, which is too much"
    if rules.late and rules.late.percent > 100:
        yield "late.percent", f"found {rules.late.percent:g}, expected at most 100"


def _impossible_names(rules: Rules) -> Iterator[tuple[str, str]]:
    for module in rules.allowed_imports:
        if not module.isidentifier():
            yield "allowed_imports", f"found {module!r}, expected the name of a module, without a dot"
    owners = {} if rules.owners == "unchecked" else rules.owners
    for key, names in (("extra_minutes", rules.extra_minutes), ("begins", rules.begins), ("owners", owners)):
        if "" in names:
            yield key, "found an empty name"
    if "" in owners.values():
        yield "owners", "found an empty name"

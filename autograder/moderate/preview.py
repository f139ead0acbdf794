"""What a decision would change, before it is made: who gains and who loses, and the class before and after."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import mean, median

from autograder.errors import CourseError
from autograder.moderate.moderation import Moderated
from autograder.wording import columns_of, number, one_line

Class = Mapping[str, Moderated]


def preview_table(before: Class, after: Class, pass_mark: float | None) -> str:
    """The class before and after, then a line for everybody whose score changes, by student."""
    changes = [(student, before[student].points, after[student].points) for student in sorted(before)]
    changed = [(name, old, new) for name, old, new in changes if old is not None and new is not None and old != new]
    gain = sum(new > old for _, old, new in changed)
    got = [(name, new) for name, old, new in changes if old is None and new is not None]
    lost = [name for name, old, new in changes if old is not None and new is None]
    keep = len(changes) - len(changed) - len(got) - len(lost)
    lines = [
        f"{gain} gain, {len(changed) - gain} lose, {keep} keep their score",
        *([f"{len(got)} whose score was unknown get one"] if got else []),
        *([f"{len(lost)} whose score was known have none"] if lost else []),
        *_facts(before, after, pass_mark),
    ]
    told = {name: f"{number(old)} -> {number(new)} ({_difference(old, new)})" for name, old, new in changed}
    told |= {name: f"unknown -> {number(new)}" for name, new in got} | dict.fromkeys(lost, "unknown now")
    if told:
        width = max(len("student"), *(columns_of(one_line(name)) for name in told))
        lines.append(f"{'student':{width}}  score")
    for name in sorted(told):
        text = one_line(name)
        lines.append(f"{text}{' ' * (width - columns_of(text))}  {told[name]}")
    return "\n".join(lines)


def _difference(old: float, new: float) -> str:
    return f"{'+' if new > old else '-'}{number(round(abs(new - old), 6))}"


def check_pass_mark(mark: float, max_points: float) -> None:
    """Raises CourseError for a mark that nobody could reach."""
    if not 0 < mark <= max_points:
        raise CourseError("--pass", f"{number(mark)} is not between 0 and the maximum of {number(max_points)} points")


def _facts(before: Class, after: Class, pass_mark: float | None) -> list[str]:
    known = [name for name, each in before.items() if each.points is not None and after[name].points is not None]
    old, new = ([each[name].points or 0.0 for name in known] for each in (before, after))
    if not old:
        return [] if any(each.points is not None for each in after.values()) else ["no score is known yet"]
    facts = [("mean", mean(old), mean(new)), ("median", median(old), median(new))]
    lines = [f"{name} {number(round(a, 2))} -> {number(round(b, 2))}" for name, a, b in facts]
    if pass_mark is not None:
        passing = [sum(score >= pass_mark for score in scores) for scores in (old, new)]
        lines.append(f"with {number(pass_mark)} points or more: {passing[0]} -> {passing[1]} of {len(old)}")
    return lines

"""A course of nbgrader's own is graded as nbgrader grades it, but for what docs/nbgrader.md says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from as_nbgrader import compare, differences
from features import Feature, features

PAGE = Path(__file__).resolve().parents[2] / "docs" / "nbgrader.md"
ROW = re.compile(r"^\| (\w+) \|.*\| ([^|]+) \|$", re.MULTILINE)
SOME = ["partial_credit", "figures", "negative_score", "on_stderr", "essay_pictures"]


def explained() -> dict[str, set[str]]:
    """The rows of the page's table, with their tests."""
    table = PAGE.read_text("utf-8").partition("## What differs on purpose")[2]
    return {row: set(re.findall(r"`(\w+)`", tests)) for row, tests in ROW.findall(table) if row != "row"}


def unexplained(folder: Path, wanted: list[Feature]) -> tuple[list[str], list[str]]:
    """A line for each student and feature, and what differs and should not, or should and does not."""
    lines, found = [], []
    differ: dict[str, bool] = {}
    for feature, student, stock, ours in compare(folder, wanted):
        differing = differences(stock, ours)
        verdict = ("explained" if feature.differs else "DIFFERENT") if differing else "same"
        lines.append(
            f"{feature.name:24} {student:6} {stock.points():28} {ours.points():28} {verdict} {feature.differs}"
        )
        differ[feature.name] = differ.get(feature.name, False) or bool(differing)
        if differing and not feature.differs:
            found += [f"{feature.name}, {student}: {each}" for each in differing]
    found += [f"{each.name}: nothing differs" for each in wanted if each.differs and not differ[each.name]]
    return lines, found


def test_every_difference_on_purpose_has_its_row_and_every_row_its_tests() -> None:
    rows: dict[str, set[str]] = {}
    for each in features():
        if each.differs:
            rows.setdefault(each.differs, set()).add(each.name)
    assert rows == explained()


def test_there_is_a_notebook_for_each_of_eighty_features_and_more() -> None:
    names = [each.name for each in features()]
    assert len(names) == len({*names}) > 100


@pytest.mark.slow
def test_some_features_are_as_in_nbgrader(tmp_path: Path) -> None:
    lines, found = unexplained(tmp_path, features(*SOME))
    assert len(lines) > len(SOME)
    assert found == []


@pytest.mark.long
def test_all_features_are_as_in_nbgrader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines, found = unexplained(tmp_path, features())
    with capsys.disabled():
        print("", f"{'feature':24} {'student':6} {'nbgrader':28} {'here':28}", *lines, *found, sep="\n")
    assert found == []

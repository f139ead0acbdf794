"""Answers without a name: which of them fail alike, and the known wrong answer to be finished."""

from __future__ import annotations

from pathlib import Path

import pytest
from by_hand import MISSING_MEAN, cell, check, report

from autograder.records import Report
from autograder.report.pages import Absent, write_reports
from autograder.report.unnamed import Group, groups_of

SOURCES = {
    "s1": "def backward(x):\n    # of mine\n    return 3 * x\n",
    "s2": "def backward(x):\n    return x * 3\n",
    "s3": "",
    "s4": "def backward(x):\n    return x + x + x\n",
}


def failed(student: str, visible: str, hidden: str, name: str = "") -> Report:
    causes = {"by_hand": visible, "of_any": hidden}
    return report(student, cell(*(check("failed", name=each, cause=causes[each], diagnosis=name) for each in causes)))


def source(student: str, blank: str) -> str:
    assert blank == "backward"
    return SOURCES[student]


CLASS = [
    failed("s1", "f(2) is 6, but should be 4", "f(x)[0] = -1.25e-3, which is not the right value"),
    failed("s2", "f(2) is 6, but should be 4", "f(x)[1] = 7.5, which is not the right value"),
    failed("s4", "f(2) is 6, but should be 4", "f(x)[0] = 3, which is not the right value"),
]
CAUSES = ["by_hand: f(2) is 6, but should be 4", "of_any: f(x)[…] = …, which is not the right value"]


def test_three_that_fail_alike_are_a_group_with_the_shortest_answer() -> None:
    others = [
        failed("s3", "f(2) is 5, but should be 4", "f(x)[0] = 3, which is not the right value"),
        report("s5", cell(check("failed", **MISSING_MEAN))),
        report("s6", cell(check())),
    ]
    stub = '@wrong("backward", "…")\ndef name_the_mistake(x):\n    return x * 3\n'
    assert groups_of([*CLASS, *others], source) == [Group("backward", CAUSES, ["s1", "s2", "s4"], stub)]


def test_two_are_no_group_and_named_ones_neither() -> None:
    assert groups_of(CLASS[:2], source) == []
    assert groups_of([failed(f"s{i}", "f(2) is 6", "f(x) is 1", "uphill") for i in range(5)], source) == []


def test_the_page_of_the_class_shows_it(tmp_path: Path) -> None:
    alike = groups_of(CLASS, source)
    page = write_reports(CLASS, "Tiny", Absent(), tmp_path / "tiny", alike=alike).read_text("utf-8")
    assert "<h3>Answers without a name that fail alike</h3>" in page
    assert "@wrong(&#34;backward&#34;, &#34;…&#34;)\ndef name_the_mistake(x):\n    return x * 3</pre>" in page
    assert "fail alike" not in write_reports(CLASS, "Tiny", Absent(), tmp_path / "tiny").read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "example"),
    [
        ("", "def name_the_mistake():\n    pass\n"),
        ("W = 3\nY = W", "def name_the_mistake():\n    W = 3\n    Y = W\n"),
        ("x\n" * 90, "def name_the_mistake():\n" + "    x\n" * 39),
    ],
)
def test_what_is_no_function_stands_in_one(written: str, example: str) -> None:
    (group,) = groups_of(CLASS, lambda *_: written)
    assert group.stub == f'@wrong("backward", "…")\n{example}'

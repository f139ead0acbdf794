from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from by_hand import cell, check, report

from autograder.errors import CourseError
from autograder.files import page_name
from autograder.records import Circumstances, Line, Panel, Picture
from autograder.report.items import DEFINITIONS
from autograder.report.pages import Absent, write_reports


def texts(path: Path) -> list[str]:
    """What a reader sees, piece by piece."""
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_data(self, data):
            if data.strip() and self.lasttag not in ("style", "script"):
                found.append(" ".join(data.split()))

    Reader().feed(path.read_text("utf-8"))
    return found


def page(made, folder: Path) -> str:
    write_reports([made], "XOR", Absent(), folder)
    return (folder / page_name(made.student)).read_text("utf-8")


def test_what_is_written(right, wrong, tmp_path):
    assert write_reports([wrong, right], "XOR", Absent(["s09"]), tmp_path / "a" / "b") == tmp_path / "a/b/index.html"
    names = sorted(path.name for path in (tmp_path / "a/b").iterdir())
    assert names == ["index.html", "s01.html", "s02.html", "scores.csv"]
    assert (tmp_path / "a/b/scores.csv").read_bytes().endswith(b"s02,1,3,0,1\r\ns09,,3,,\r\n")


def test_a_students_page(wrong, tmp_path):
    page(wrong, tmp_path)
    assert texts(tmp_path / "s02.html") == [
        *("XOR: s02", "XOR", "s02", "Score", "1", "of 3 points"),
        "2 hidden checks: 1 passed, 1 failed; 1 of them right, given your own earlier answer",
        *("Points", "backward", "0 of 2", "train", "1 of 1"),
        *("backward", "0 of 2 points", "the gradient of the error"),
        *("agrees is right", "failed", "0 of 2 points", "backward(X)[0, 1] = 1.25, but should be 0.25"),
        *("missing-mean", "The mean over the batch is missing."),
        *("train", "1 of 1 points", "agrees is right", "passed: right, given your own earlier answer"),
        *("1 of 1 points", "with your own backward: wrong"),
        "Graded by autograder 1.0.0. Hidden checks call each answer with other inputs than the visible examples.",
    ]


def test_a_students_page_names_the_file(right, tmp_path):
    right.submitted = "0123456789abcdef" * 4
    page(right, tmp_path)
    assert "Graded: the file with SHA-256 0123456789ab…" in texts(tmp_path / "s01.html")


def test_what_to_look_at_and_read_again(tmp_path):
    failed = cell(check("failed", wrong_entries=[[False, True], [False, False]]))
    failed.section = "3. Backpropagation"
    lines = [Line("yours", [0, 1], [1, 2]), Line("expected", [0, 1], [1, 0])]
    failed.pictures = [Picture("The error", "The error: yours goes up.", [Panel("", "epoch", "error", lines)])]
    html = page(report("s01", failed), tmp_path)
    assert 'aria-label="Wrong entries of 2 rows and 2 columns, counted from 0: row 0 column 1"' in html
    assert '<div role="img" aria-label="The error: yours goes up."><svg ' in html
    assert "Read again in the notebook: “3. Backpropagation”" in html


def test_an_unknown_score_is_unknown(unknown, tmp_path):
    html = page(unknown, tmp_path)
    assert "<strong>unknown</strong> of 3 points" in html
    assert "The score is unknown, because a check could not be graded. Your teacher will look at it." in html
    assert "could not be graded, your teacher will look at it" in html
    assert "KeyError" not in html


def test_what_was_odd_stands_above_the_points(tmp_path):
    odd = report("s04", cell(check()), problems=["the cell 'train' is missing"], sandbox="none")
    page(odd, tmp_path)
    seen = texts(tmp_path / "s04.html")
    assert seen[7:10] == [
        "This submission was graded without a sandbox.",
        "What was odd about the file",
        "the cell 'train' is missing",
    ]


def test_the_seed_is_on_no_page(right, tmp_path):
    assert "5eed5eed" not in page(right, tmp_path) + (tmp_path / "index.html").read_text()


def test_hostile_texts_are_shown_as_text(hostile, tmp_path):
    pages = page(hostile, tmp_path) + (tmp_path / "index.html").read_text("utf-8")
    assert pages.count("<script") == 1  # the class page's own
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &#34;&#39;&amp; [31m" in pages
    assert all(char.isprintable() or char == "\n" for char in pages)
    assert sorted(path.parent for path in tmp_path.rglob("*")) == [tmp_path] * 3


@pytest.mark.parametrize("name", ["index.html", "s03.html"])
def test_nothing_leaves_a_page_and_its_headings_are_in_order(right, wrong, unknown, tmp_path, name):
    write_reports([right, wrong, unknown], "XOR", Absent(["s09"]), tmp_path)
    html = (tmp_path / name).read_text("utf-8")
    assert "default-src 'none'" in html
    assert not re.search(r"""(src|href)=["']?(https?:|//)|url\(\s*["']?[^#"')\s]|@import""", html)
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_class(right, wrong, unknown, tmp_path):
    alone = report("s04", cell(check()), problems=["renamed"], sandbox="none")
    late = {"s02": Circumstances(late_seconds=60, seconds=1.25)}
    seen = texts(
        write_reports([unknown, alone, wrong, right], "XOR", Absent(["s09", "s08", "s09"], ["s07"]), tmp_path, late)
    )
    text = " | ".join(seen)
    assert text.startswith("XOR: the class | XOR | The class: 4 graded, 2 missing | Mean score | 2 | of 3 points")
    assert "Median | 2 | Cronbach's alpha | not told | Points saved by follow-through | 16.7 % | Late | 1" in text
    assert "Submissions graded without a sandbox: | s04" in text
    assert "look at these | s03 | , backward, check 'agrees': check 'agrees' stops: KeyError: 'X'" in text
    assert "Odd files | s04 | : renamed" in text
    assert "Handed in, not graded yet | s07 | Nothing handed in | s08 | s09 | Scores" in text
    assert "3 known scores of 4;" in text
    assert "everybody | grader error | late | no sandbox | odd file" in text
    rows = "s01 | 3 | 2 | 1 | s02 | 1 | late | 1.25 | 0 | 1 | s03 | unknown | grader error | unknown | 0 | s04 | 2"
    header = "student | score | flags | seconds | backward | train"
    assert f"{header} | {rows} | no sandbox, odd file | 2 | of | 3 | 2 | 1" in text
    assert "students | backward | missing-mean | The mean over the batch is missing. | 1 | s02 | How" in text
    assert "discrimination | look at it | backward | agrees is right | 0.67 | train | agrees is right | 1.00" in text
    assert "Of 3 submissions, too few to tell a good item from a bad one" in text


def test_failures_without_a_name_are_listed_apart(tmp_path):
    failed = [report(student, cell(check("failed"))) for student in ("s01", "s02")]
    text = " | ".join(texts(write_reports(failed, "XOR", Absent(), tmp_path)))
    assert "Mistakes | Failed, but no known mistake was recognised | backward (2): | s01 | , | s02 | How" in text


def test_the_histogram_is_drawn_and_told(right, wrong, tmp_path):
    html = write_reports([right, wrong], "XOR", Absent(), tmp_path).read_text("utf-8")
    alt = "Histogram of scores. Students with 1 to 1.5 points: 1; 2.5 to 3 points: 1."
    assert f'<div role="img" aria-label="{alt}"><svg ' in html


def test_an_empty_class(tmp_path):
    assert texts(write_reports([], "XOR", Absent(["s01"]), tmp_path)) == [
        *("XOR: the class", "XOR", "The class: 0 graded, 1 missing", "scores.csv", "Nothing handed in", "s01"),
        *("Scores", "No score is known yet.", "Students", "Find", "Show", "everybody"),
        *("student", "score", "flags", "seconds", "of", "Mistakes", "No check has failed."),
        *("How hard each blank was", "blank", "difficulty", "discrimination", "look at it"),
        *("How hard each check was", "blank", "check", "difficulty", "discrimination", "look at it"),
        "What these numbers are",
        "Of 0 submissions, too few to tell a good item from a bad one: discrimination, alpha and flags need 20.",
        *(part for pair in DEFINITIONS.items() for part in pair),
    ]


def test_one_student_without_a_known_score(unknown, tmp_path):
    seen = texts(write_reports([unknown], "XOR", Absent(), tmp_path))
    assert "No score is known yet." in seen
    assert "Mean score" not in seen


def test_the_same_reports_give_the_same_bytes(right, wrong, hostile, tmp_path):
    write_reports([right, wrong, hostile], "XOR", Absent(["s08", "s09"]), tmp_path / "a")
    write_reports([hostile, wrong, right], "XOR", Absent(["s09", "s08"]), tmp_path / "b")
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_two_reports_of_one_student_are_refused(right, tmp_path):
    with pytest.raises(CourseError) as refused:
        write_reports([right, right], "XOR", Absent(), tmp_path)
    assert str(refused.value) == f"{tmp_path}: student 's01' has 2 reports. Delete all but one of them."


@pytest.mark.parametrize(
    ("student", "name"),
    [
        ("s01", "s01.html"),
        ("kim.minji", "kim.minji.html"),
        ("index", "%69ndex.html"),
        ("Index", "%49ndex.html"),
        ("similar", "%73imilar.html"),
        ("%69ndex", "%2569ndex.html"),
        ("../s01", "%2E.%2Fs01.html"),
        ("", "%.html"),
        ("a b", "a%20b.html"),
        ("철", "%EC%B2%A0.html"),
        ("\udcff", "%ED%B3%BF.html"),
    ],
)
def test_file_names(student, name):
    assert page_name(student) == name


def test_long_names_stay_apart():
    first, second = page_name("철" * 80), page_name("철" * 79 + "수")
    assert first != second
    assert max(len(first), len(second)) <= 205


def test_every_link_leads_to_its_page(right, hostile, tmp_path):
    index = write_reports([right, hostile, report("index"), report("%41"), report("\udcff")], "XOR", Absent(), tmp_path)
    links = set(re.findall(r'href="([^"#:]+\.html)"', index.read_text("utf-8")))
    pages = {path.name for path in tmp_path.glob("*.html")} - {"index.html"}
    assert {unquote(link) for link in links} == pages
    assert len(pages) == 5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_text_colour_can_be_read(right, tmp_path, scheme):
    schemes = re.findall(r":root \{(.+?)\}", page(right, tmp_path), flags=re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", schemes[scheme]))
    for paper in ("paper", "raised", "notice"):
        for ink in ("ink", "muted", "accent", "passed", "failed", "not-run", "grader-error"):
            assert contrast(colours[ink], colours[paper]) >= 4.5, (ink, paper)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of WCAG 2.2."""

    def luminance(colour: str) -> float:
        parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted([luminance(first), luminance(second)])
    return (high + 0.05) / (low + 0.05)

"""Receipts: a code that anybody can make from the bytes, a page that runs nothing, and the way back to the bytes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from exam_times import at
from handing_in import Watched, notebook, submit
from hypothesis import given
from hypothesis import strategies as some

from autograder.course.course import Assignment
from autograder.errors import CourseError
from autograder.exam.ledger import line_hash, read
from autograder.exam.receipt import code_of, find, page, read_code, receipt_for, script_for, write_receipt

MakeExam = Callable[..., Assignment]
ONE = notebook("one = 1\n")
CODE = code_of("final", "s01", ONE)


@pytest.fixture
def received(exam: MakeExam, inbound: Path) -> Assignment:
    """An exam in which s01 has handed in twice and s02 once."""
    assignment = exam('owners = "unchecked"')
    watched = Watched(assignment, at(9))
    watched.look()
    for minutes, student, content in ((10, "s01", ONE), (20, "s02", ONE), (30, "s01", notebook("two = 2\n"))):
        submit(inbound, student, content, number=minutes)
        watched.look(at(9, minutes))
        watched.look()
    watched.close()
    return assignment


def test_a_code_is_short_and_another_for_whatever_differs() -> None:
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{6}-){2}[0-9A-HJKMNP-TV-Z]{6}", CODE)
    others = [("final", "s02", ONE), ("midterm", "s01", ONE), ("final", "s01", ONE + b" ")]
    assert len({CODE, *(code_of(*each) for each in others)}) == 4
    assert read_code(f" {CODE.lower().replace('-', ' ')} ") == CODE


@pytest.mark.parametrize("arguments", [[], ["s01"]])
def test_the_script_for_students_prints_the_same_code(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "final.ipynb").write_bytes(ONE)
    (tmp_path / "receipt.py").write_bytes(script_for("final"))
    run = subprocess.run(
        [sys.executable, "receipt.py", *arguments],
        cwd=tmp_path,
        env={"LOGNAME": "somebody" if arguments else "s01"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == f"{CODE}\n"


@given(some.integers(0, 17), some.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_digit_is_always_noticed(place: int, digit: str) -> None:
    digits = CODE.replace("-", "")
    typed = digits[:place] + digit + digits[place + 1 :]
    if typed == digits:
        assert read_code(typed) == CODE
        return
    with pytest.raises(CourseError) as error:
        read_code(typed)
    assert str(error.value) == (f"{typed}: is mistyped: its last two digits do not fit the others. Read it again.")


@pytest.mark.parametrize("place", range(17))
def test_two_digits_that_were_exchanged_are_noticed(place: int) -> None:
    digits = CODE.replace("-", "")
    typed = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    if typed != digits:
        with pytest.raises(CourseError, match="is mistyped"):
            read_code(typed)


@pytest.mark.parametrize("typed", ["", "ABC", CODE + "0", CODE[:-1] + "U", CODE[:-1] + "é", "\x1b[31m"])
def test_what_is_no_code(typed: str) -> None:
    with pytest.raises(CourseError, match=r"is no code: it has 18 digits and letters, and no U. Read it again.$"):
        read_code(typed)


def test_the_watch_leaves_a_receipt_where_the_student_finds_it(received: Assignment, inbound: Path) -> None:
    folder = inbound.parent / "receipts" / "final"
    kept = received.exam_folder / "receipts"
    codes = {code_of("final", entry.student, notebook_of(received, entry.folder)) for entry in read(received)}
    assert {path.stem for path in folder.iterdir()} == {path.stem for path in kept.iterdir()} == codes
    text = (folder / f"{CODE}.html").read_text("utf-8")
    assert text == (kept / f"{CODE}.html").read_text("utf-8")
    assert "s02" not in text
    assert folder.stat().st_mode & 0o777 == 0o711  # entered, but not listed
    assert (folder / f"{CODE}.html").stat().st_mode & 0o777 == 0o644


def notebook_of(assignment: Assignment, folder: str) -> bytes:
    return (assignment.exam_folder / folder / "final.ipynb").read_bytes()


def test_a_receipt_says_what_came_when_and_from_whom(received: Assignment) -> None:
    first, _, third = read(received)
    receipt = receipt_for(received, "s01")
    assert (receipt.attempt, receipt.received, receipt.line, receipt.line_hash) == (2, at(9, 30), 3, line_hash(third))
    text = page(receipt)
    digest = sha256(notebook("two = 2\n")).hexdigest()
    for told in (
        receipt.code,
        "Final exam",
        "2090-12-01 09:30:00+09:00",
        digest,
        third.owner,
        "<pre>\ntwo = 2\n</pre>",
    ):
        assert told in text
    assert first.sha256 not in text


def test_a_file_at_hand_is_no_word_on_when_it_came(received: Assignment, tmp_path: Path) -> None:
    (tmp_path / "mine.ipynb").write_bytes(notebook("three"))
    receipt = receipt_for(received, "s01", tmp_path / "mine.ipynb")
    assert receipt.received is None
    assert "it does not say that the file was handed in, nor when" in page(receipt)
    (tmp_path / "mine.ipynb").write_bytes(ONE)
    assert receipt_for(received, "s01", tmp_path / "mine.ipynb").received == at(9, 10)
    assert receipt_for(received, "s03", tmp_path / "mine.ipynb").received is None
    with pytest.raises(CourseError) as error:
        receipt_for(received, "s01", tmp_path / "gone.ipynb")
    assert str(error.value) == (
        f"{tmp_path / 'gone.ipynb'}: there is no file gone.ipynb; hand in the notebook under its own name."
    )


def test_who_handed_in_nothing_has_no_receipt(received: Assignment) -> None:
    with pytest.raises(CourseError) as error:
        receipt_for(received, "s03")
    assert str(error.value) == "s03: has handed in nothing for final. Name a file to make a receipt of it."


def test_without_the_notebook_there_is_no_receipt(exam: MakeExam, inbound: Path) -> None:
    assignment = exam()
    watched = Watched(assignment, at(9))
    watched.look()
    (submit(inbound, "s01", ONE) / "final.ipynb").rename(inbound / "elsewhere")
    watched.look()
    watched.look()
    watched.close()
    with pytest.raises(CourseError) as error:
        receipt_for(assignment, "s01")
    assert str(error.value) == ("received/000001-s01: s01 handed in no final.ipynb. Without it there is no receipt.")


def test_what_was_collected_without_a_ledger_has_a_receipt(exam: MakeExam) -> None:
    assignment = exam()
    path = assignment.submitted_path("s01")
    path.parent.mkdir(parents=True)
    path.write_bytes(ONE)
    assert receipt_for(assignment, "s01").code == CODE
    (found,) = find(assignment, CODE)
    assert (found.student, found.path, found.received, found.is_intact) == ("s01", path, None, True)


def test_a_code_leads_to_the_bytes(received: Assignment) -> None:
    (found,) = find(received, CODE.lower())
    assert (found.student, found.attempt, found.received) == ("s01", 1, at(9, 10))
    assert (found.path.read_bytes(), found.is_intact, found.graded) == (ONE, True, "")
    found.path.write_bytes(b"{}")
    assert [each.is_intact for each in find(received, CODE)] == [False]
    found.path.unlink()
    assert [each.is_intact for each in find(received, CODE)] == [False]
    unknown = code_of("final", "s03", ONE)
    with pytest.raises(CourseError) as error:
        find(received, unknown)
    assert str(error.value) == f"{unknown}: nothing that was handed in for final has this code."


def test_a_changed_copy_gives_no_receipt(received: Assignment) -> None:
    path = received.exam_folder / "received" / "000002-s02" / "final.ipynb"
    path.write_bytes(b"{}")
    with pytest.raises(CourseError) as error:
        receipt_for(received, "s02")
    assert str(error.value) == f"{path}: does not have the bytes that were received. Take them from a backup."


HOSTILE = "</pre><script>alert(1)</script>\x1b[31m\x00\r\n\u202e\ud800\t&amp; '\""


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (
            json.dumps({"cells": [{"cell_type": HOSTILE, "source": [HOSTILE]}]}).encode(),
            "&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;<mark>U+001B</mark>[31m<mark>U+0000</mark>"
            "<mark>U+000D</mark>\n<mark>U+202E</mark><mark>U+D800</mark>\t&amp;amp; &#39;&#34;</pre>",
        ),
        (json.dumps({"cells": ["<b>"]}).encode(), "&#39;&lt;b&gt;&#39;"),
        (json.dumps({"cells": [{"source": {"a": "<b>"}}]}).encode(), "{&#39;a&#39;: &#39;&lt;b&gt;&#39;}"),
        (b"[" * 100_000, "The file is no notebook"),
        (b"\xff\xfe", "The file is no notebook"),
        (json.dumps({"cells": [{}] * 2001}).encode(), "The file is no notebook"),
    ],
)
def test_whatever_was_handed_in_is_shown_as_text(exam: MakeExam, tmp_path: Path, content: bytes, shown: str) -> None:
    assignment = exam()
    (tmp_path / "mine.ipynb").write_bytes(content)
    path = write_receipt(assignment, receipt_for(assignment, "<i>s01", tmp_path / "mine.ipynb"))
    text = path.read_text("utf-8")
    assert shown in text
    assert "<script" not in text
    assert "<i>" not in text
    assert "default-src 'none'" in text

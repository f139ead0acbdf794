from __future__ import annotations

from html.parser import HTMLParser

from by_hand import MISSING_MEAN, cell, check

from autograder.table import checks_table_html, checks_table_text


def test_text_of_every_outcome():
    graded = cell(
        check("failed", **MISSING_MEAN),
        check(points=0.5, name="shape", followed_through=True, cause="with your own sigmoid: wrong"),
        check("not run", name="training"),
        check("grader error", name="known", cause="KeyError: 'X'"),
    )
    assert checks_table_text(graded) == (
        "backward: the gradient of the error (unknown of 6.5 points)\n"
        "  failed              0 of 2  agrees is right\n"
        "                              backward(X)[0, 1] = 1.25, but should be 0.25\n"
        "                              missing-mean: The mean over the batch is missing.\n"
        "  passed          0.5 of 0.5  shape is right\n"
        "                              right, given your own earlier answer\n"
        "                              with your own sigmoid: wrong\n"
        "  not run             0 of 2  training is right\n"
        "  grader error  unknown of 2  known is right\n"
        "                              could not be graded, your teacher will look at it"
    )


def test_text_of_a_blank_without_a_title_or_checks():
    assert checks_table_text(cell(title="")) == "backward (0 of 0 points)"


def test_long_causes_are_wrapped_under_the_sentence():
    lines = checks_table_text(cell(check("failed", cause="word " * 40))).splitlines()
    assert max(map(len, lines)) <= 100
    assert all(line.startswith(" " * 18 + "word") for line in lines[2:])


def test_html_of_a_failed_check():
    html = checks_table_html(cell(check("failed", **MISSING_MEAN)))
    assert cells_of(html) == [
        ["Check", "Outcome", "Points", "What was seen"],
        [
            "agrees is right",
            "failed",
            "0 of 2",
            "backward(X)[0, 1] = 1.25, but should be 0.25|missing-mean: The mean over the batch is missing.",
        ],
    ]
    assert ">backward: the gradient of the error (0 of 2 points)</caption>" in html


def test_html_of_what_is_not_simply_right_or_wrong():
    html = checks_table_html(cell(check(followed_through=True), check("grader error", cause="KeyError")))
    assert cells_of(html)[1:] == [
        ["agrees is right", "passed: right, given your own earlier answer", "2 of 2", ""],
        ["agrees is right", "grader error", "unknown of 2", "could not be graded, your teacher will look at it"],
    ]


def test_hostile_texts_are_shown_as_text(hostile):
    html, text = checks_table_html(hostile.cells[0]), checks_table_text(hostile.cells[0])
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &quot;&#x27;&amp; [31m =1+1" in html
    assert all(char.isprintable() or char == "\n" for char in html + text)


def cells_of(html: str) -> list[list[str]]:
    """The texts of a table by row; line breaks as |."""
    rows: list[list[str]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            if tag == "tr":
                rows.append([])
            if tag in ("td", "th"):
                rows[-1].append("")
            if tag == "br":
                rows[-1][-1] += "|"

        def handle_data(self, data):
            if rows and rows[-1] and data.strip():
                rows[-1][-1] += data

    Reader().feed(html)
    return rows

from __future__ import annotations

import subprocess
import sys

from by_hand import MISSING_MEAN, cell, check, report

from autograder.report.text import as_text, scores_table


def test_a_report(wrong):
    assert as_text(wrong) == (
        "xor: s02\n"
        "score: 1 of 3\n"
        "\n"
        "backward: the gradient of the error (0 of 2 points)\n"
        "  failed  0 of 2  agrees is right\n"
        "                  backward(X)[0, 1] = 1.25, but should be 0.25\n"
        "                  missing-mean: The mean over the batch is missing.\n"
        "\n"
        "train (1 of 1 points)\n"
        "  passed  1 of 1  agrees is right\n"
        "                  right, given your own earlier answer\n"
        "                  with your own backward: wrong"
    )


def test_what_was_odd_stands_at_the_top():
    odd = report("s04", problems=["the cell 'backward' is missing"], sandbox="none")
    assert as_text(odd) == (
        "xor: s04\nscore: 0 of 0\nnotice: graded without a sandbox\nproblem: the cell 'backward' is missing"
    )


def test_which_file_was_graded_stands_at_the_top(right):
    right.submitted = "0123456789abcdef" * 4
    assert as_text(right).splitlines()[:3] == [
        "xor: s01",
        "score: 3 of 3",
        "Graded: the file with SHA-256 0123456789ab…",
    ]


def test_whoever_runs_it_reads_the_cause_of_a_grader_error(unknown):
    assert as_text(unknown).splitlines()[1:3] == [
        "score: unknown of 3",
        "grader error: backward, check 'agrees': check 'agrees' stops: KeyError: 'X'",
    ]


def test_no_control_characters(hostile):
    assert all(char.isprintable() or char == "\n" for char in as_text(hostile) + scores_table([hostile]))


def test_scores_of_a_class(right, wrong, unknown):
    unread = report("김철수", cell(check("not run")), problems=["the file is not a notebook"], sandbox="none")
    assert scores_table([right, wrong, unknown, unread]) == (
        "student  score         what went wrong\n"
        "s01      3 of 3\n"
        "s02      1 of 3        missing-mean in backward\n"
        "s03      unknown of 3  grader error in backward; not run in train\n"
        "김철수   0 of 2        graded without a sandbox; the file is not a notebook; not run in backward"
    )


def test_mistakes_by_name_then_the_blanks_without_one():
    some = report(
        "s01",
        cell(check("failed", **MISSING_MEAN), check("failed")),
        cell(check("failed"), grade_id="sigmoid"),
        cell(check("failed"), check("failed"), grade_id="relu"),
    )
    nothing = report("s02", *(cell(check("failed"), grade_id=name) for name in ("sigmoid", "relu")))
    assert scores_table([some, nothing]) == (
        "student  score    what went wrong\n"
        "s01      0 of 10  missing-mean in backward; failed in sigmoid, relu\n"
        "s02      0 of 4   failed in every blank"
    )


def test_scores_of_nobody():
    assert scores_table([]) == "student  score  what went wrong"


def test_importing_it_is_cheap():
    code = "import sys, autograder.report.text; print({'matplotlib', 'jinja2', 'numpy'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "set()\n"

from __future__ import annotations

import csv
import io

import pytest
from by_hand import cell, check, report

from autograder.report.scores import scores_csv


def test_a_class(right, wrong, unknown):
    assert scores_csv([unknown, wrong, right], ["s02b"]) == (
        "student,points,max_points,backward,train\r\ns01,3,3,2,1\r\ns02,1,3,0,1\r\ns02b,,3,,\r\ns03,,3,,0\r\n"
    )


def test_nobody():
    assert scores_csv([], []) == "student,points,max_points\r\n"
    assert scores_csv([], ["s01"]) == "student,points,max_points\r\ns01,,\r\n"


def test_a_blank_that_a_report_does_not_have_is_empty(right):
    assert scores_csv([right, report("s09", cell(check()))], []).splitlines()[-1] == "s09,2,2,2,"


@pytest.mark.parametrize("student", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1"])
def test_a_formula_is_a_text(student):
    rows = list(csv.reader(io.StringIO(scores_csv([report(student)], []), newline="")))
    assert rows[1][0] == f"'{student}"


def test_numbers_stay_numbers_and_quotes_stay_quotes():
    lost = cell(check(points=-1.0), grade_id='=a"b')
    assert scores_csv([report("20240001", lost)], []) == (
        'student,points,max_points,"\'=a""b"\r\n20240001,-1,-1,-1\r\n'
    )

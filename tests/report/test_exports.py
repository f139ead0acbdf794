"""Exports: each format is read back by whoever reads it, hostile texts stay texts, and what is not known is no 0."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from by_hand import MISSING_MEAN, cell, check, report

from autograder.errors import CourseError
from autograder.nbgrader_plugins.gradebook import open_gradebook
from autograder.records import Report
from autograder.report.exports import (
    EXPORTS,
    Class,
    canvas_csv,
    export,
    gradescope_results,
    json_lines,
    junit_xml,
    moodle_csv,
)

ROOT = Path(__file__).resolve().parents[2]
FORMULAS = ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1"]
HOSTILE = "<script>alert(1)</script> ]]> &amp; \"'\x00\x1b[2J\ufffe\u202e\r\n=1+1 {{7*7}}"
# The elements of JUnit XML, each with its required attributes, its other attributes and its children, from
# https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
OUTCOMES = {"skipped", "error", "failure"}
JUNIT: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "properties": (set(), set(), {"property"}),
    "property": ({"name", "value"}, set(), set()),
    "testcase": ({"name"}, {"time", "classname", "group"}, {*OUTCOMES, "system-out", "system-err"}),
    **{name: (set(), {"type", "message"}, set()) for name in OUTCOMES},
}


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def read_junit(data: bytes) -> ElementTree.Element:
    """The document, which must be as the schema has it."""
    root = ElementTree.fromstring(data)
    assert root.tag == "testsuites"
    for element in root.iter():
        required, others, children = JUNIT[element.tag]
        assert required <= {*element.keys()} <= required | others
        assert {child.tag for child in element} <= children
        if element.tag == "testsuite":
            cases = element.findall("testcase")
            counted = {name: sum(case.find(tag) is not None for case in cases) for name, tag in COUNTED.items()}
            assert {name: int(element.attrib[name]) for name in counted} == counted
            assert int(element.attrib["tests"]) == len(cases)
    for name in ("tests", "failures", "errors"):
        assert int(root.attrib[name]) == sum(int(suite.attrib[name]) for suite in root)
    return root


COUNTED = {"failures": "failure", "errors": "error", "skipped": "skipped"}


@pytest.fixture
def class_of_four(right: Report, wrong: Report, unknown: Report, hostile: Report) -> list[Report]:
    return [unknown, hostile, wrong, right]


# What must not happen.


def test_the_documents_name_every_target() -> None:
    page = (ROOT / "docs" / "exports.md").read_text("utf-8")
    _, _, rows = page.partition("| target | file | for |\n|---|---|---|\n")
    told = [tuple(row.strip("| ").split(" | ")) for row in rows.partition("\n\n")[0].splitlines()]
    assert told == [(f"`{each.name}`", each.files, each.reader) for each in EXPORTS.values()]
    (command,) = re.findall(r"`autograder export .*\): (.+) \|", (ROOT / "README.md").read_text("utf-8"))
    assert command == ", ".join(f"`{name}`" for name in EXPORTS)


@pytest.mark.parametrize("target", EXPORTS)
def test_no_seed_and_no_control_character_leaves(class_of_four: list[Report], target: str) -> None:
    for name, content in EXPORTS[target].write(Class(class_of_four, ["s02b"], "XOR", {})).items():
        assert b"5eed" not in content
        # As keys of json, and as quoted fields of a CSV, these are the texts of instructors: ids, and whole records.
        if target in ("gradescope", "junit"):
            text = content.decode()
            assert all(char.isprintable() or char == "\n" for char in text), name


@pytest.mark.parametrize("target", sorted({*EXPORTS} - {"jsonl"}))
def test_no_student_reads_the_cause_of_a_grader_error(unknown: Report, target: str) -> None:
    unknown.problems = ["the cell 'train' is missing"]
    for content in EXPORTS[target].write(Class([unknown], [], "XOR", {})).values():
        assert b"KeyError" not in content
        assert target not in ("gradescope", "moodle") or b"is missing" in content


@pytest.mark.parametrize("function", [canvas_csv, moodle_csv])
@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_a_text(function, text: str) -> None:
    lost = report(text, cell(check("failed", cause=text), grade_id=text), problems=[text])
    for row in read_csv(function([lost], [text[::-1]], text)):
        assert not any(field.startswith(("=", "+", "@", "\t", "\r")) for field in row)
        assert all(field == "-" for field in row if field.startswith("-"))


@pytest.mark.parametrize("function", [canvas_csv, moodle_csv])
def test_an_unknown_score_and_a_missing_student_are_no_0(function, unknown: Report) -> None:
    rows = {row[0]: row for row in read_csv(function([unknown], ["s02b"], "XOR"))}
    column = rows["s02b"][1:] if function is moodle_csv else rows["s02b"][-1:]
    assert "0" not in column
    column = rows["s03"][1:2] if function is moodle_csv else rows["s03"][-1:]
    assert column == (["-"] if function is moodle_csv else [""])


def test_gradescope_gets_no_score_that_is_not_known(unknown: Report) -> None:
    """A test without a score is allowed ("you can omit score information"); no student sees the total of the others."""
    results = json.loads(gradescope_results(unknown))
    assert "score" not in results
    assert results["visibility"] == "after_published"
    fault, not_run = results["tests"]
    assert not {"score", "max_score"} & fault.keys()
    assert fault["output"] == "could not be graded, your teacher will look at it"
    assert (not_run["score"], not_run["max_score"], not_run["output"]) == (0.0, 1.0, "not run")
    # A test's own visibility overrides that of the whole.
    assert {test["visibility"] for test in results["tests"]} == {"after_published"}


def test_markup_is_text_for_gradescope(hostile: Report) -> None:
    """The default for the output of the whole would be HTML."""
    results = json.loads(gradescope_results(hostile))
    formats = [results["output_format"], *(test["output_format"] for test in results["tests"])]
    assert formats == ["text"] * 2
    assert results["tests"][0]["name_format"] == "text"


def test_markup_is_escaped_for_moodle(hostile: Report) -> None:
    feedback = read_csv(moodle_csv([hostile], [], "XOR"))[1][2]
    assert "<" not in feedback
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in feedback


@pytest.mark.parametrize("outcome", ["passed", "failed", "not run", "grader error"])
def test_xml_is_well_formed_whatever_a_student_writes(outcome: str) -> None:
    bad = check(outcome, sentence=HOSTILE, cause=HOSTILE, diagnosis=HOSTILE, advice=HOSTILE)
    root = read_junit(junit_xml([report(f"{HOSTILE}\udcff", cell(bad, grade_id=HOSTILE))], HOSTILE))
    clean = "<script>alert(1)</script> ]]> &amp; \"' [2J =1+1 {{7*7}}"
    assert root.attrib["name"] == clean
    assert root.find(".//testcase").attrib["name"] == clean  # type: ignore[union-attr]


def test_a_student_with_two_reports_is_refused(right: Report, tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"student 's01' has 2 reports\. Delete all but one of them\.$"):
        export([right, right], [], "XOR", "canvas", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_target_that_there_is_not_is_told(tmp_path: Path) -> None:
    complaint = "blackboard: there is no such export. The exports are: canvas, moodle, jsonl, junit, gradescope."
    with pytest.raises(CourseError, match=re.escape(complaint)):
        export([], [], "XOR", "blackboard", tmp_path)


def test_a_student_cannot_choose_where_a_file_goes(hostile: Report, tmp_path: Path) -> None:
    others = [report(name, cell(check())) for name in ("../../s01", "index", "a/b", "김철수", "x" * 300, "\udcff")]
    paths = export([hostile, *others], [], "XOR", "gradescope", tmp_path / "out")
    assert sorted((tmp_path / "out").iterdir()) == sorted(paths)
    assert len(paths) == 7
    assert sorted(tmp_path.iterdir()) == [tmp_path / "out"]


# What each file is.


def test_canvas(class_of_four: list[Report]) -> None:
    *known, _ = sorted(class_of_four, key=lambda each: each.student, reverse=True)
    assert canvas_csv(known, ["s02b", "s01"], "XOR, by hand") == (
        b'Student,ID,SIS User ID,SIS Login ID,Section,"XOR, by hand"\r\n'
        b"Points Possible,,,,,3\r\n"
        b"s01,,,s01,,3\r\n"
        b"s02,,,s02,,1\r\n"
        b"s02b,,,s02b,,\r\n"
        b"s03,,,s03,,\r\n"
    )


def test_moodle(right: Report, wrong: Report, unknown: Report) -> None:
    assert moodle_csv([unknown, wrong, right], ["s02b"], "XOR").decode() == (
        "username,XOR,XOR feedback\r\n"
        "s01,3,\r\n"
        "s02,1,backward (0 of 2 points): missing-mean: The mean over the batch is missing.\r\n"
        "s02b,-,\r\n"
        's03,-,"a check could not be graded, your teacher will look at it\n'
        "backward (unknown of 2 points): could not be graded, your teacher will look at it\n"
        'train (0 of 1 points): not run"\r\n'
    )


def test_moodle_tells_a_mistake_once_a_blank_and_what_was_odd() -> None:
    twice = cell(check("failed", **MISSING_MEAN), check("failed", **MISSING_MEAN), check("failed", cause="it raised"))
    odd = report("s01", twice, problems=["the cell 'train' is missing"], sandbox="none")
    assert read_csv(moodle_csv([odd], [], "XOR"))[1] == [
        "s01",
        "0",
        "graded without a sandbox\n"
        "the cell &#x27;train&#x27; is missing\n"
        "backward (0 of 6 points): missing-mean: The mean over the batch is missing.; it raised",
    ]


def test_moodle_tells_once_why_nothing_was_run() -> None:
    problem = "the file is not a notebook"
    nothing = report("s01", cell(check("not run", cause=problem)), cell(check("not run")), problems=[problem])
    feedback = "the file is not a notebook\nbackward (0 of 2 points): not run"
    assert read_csv(moodle_csv([nothing], [], "XOR"))[1] == ["s01", "0", feedback]


def test_moodle_tells_what_was_seen_where_no_advice_is() -> None:
    crash = report("s01", cell(check("failed", cause="step raised AttributeError: int", diagnosis="AttributeError")))
    feedback = "backward (0 of 2 points): step raised AttributeError: int"
    assert read_csv(moodle_csv([crash], [], "XOR"))[1] == ["s01", "0", feedback]


def test_gradescope(wrong: Report) -> None:
    text = {"name_format": "text", "output_format": "text", "visibility": "visible"}
    results = gradescope_results(wrong)
    assert json.loads(results) == {
        "score": 1.0,
        "output": "score: 1 of 3",
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [
            {
                "name": "backward: agrees is right",
                "number": "1.1",
                "score": 0.0,
                "max_score": 2.0,
                "status": "failed",
                "output": "backward(X)[0, 1] = 1.25, but should be 0.25\n"
                "missing-mean: The mean over the batch is missing.",
                **text,
            },
            {
                "name": "train: agrees is right",
                "number": "2.1",
                "score": 1.0,
                "max_score": 1.0,
                "status": "passed",
                "output": "right, given your own earlier answer\nwith your own backward: wrong",
                **text,
            },
        ],
    }
    assert results.startswith(b'{\n  "score": 1.0,\n')
    assert results.endswith(b"}\n")


def test_gradescope_tells_what_was_odd() -> None:
    odd = report("s01", cell(check()), problems=["the cell 'train'\r\nis missing"], sandbox="none")
    assert json.loads(gradescope_results(odd))["output"] == (
        "score: 2 of 2\ngraded without a sandbox\nthe cell 'train' is missing"
    )


def test_json_lines_are_whole_records_but_for_the_seed(wrong: Report, unknown: Report) -> None:
    first, second = [json.loads(line) for line in json_lines([unknown, wrong]).splitlines()]
    assert {*first} == {*Report.__struct_fields__} - {"seed"}
    assert (first["student"], second["student"]) == ("s02", "s03")
    assert second["points"] is None
    assert second["cells"][0]["checks"][0]["cause"] == "check 'agrees' stops: KeyError: 'X'"


def test_json_lines_stay_lines() -> None:
    text = "a\nb\u2028c\r"
    lines = json_lines([report(text, cell(check(sentence=text)))]).split(b"\n")
    assert len(lines) == 2
    assert json.loads(lines[0])["student"] == text


def test_junit(wrong: Report, unknown: Report) -> None:
    data = junit_xml([unknown, wrong], "XOR")
    assert data.decode() == (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        '<testsuites name="XOR" tests="4" failures="1" errors="1">\n'
        '  <testsuite name="s02" id="0" tests="2" failures="1" errors="0" skipped="0">\n'
        "    <properties>\n"
        '      <property name="points" value="1" />\n'
        '      <property name="max_points" value="3" />\n'
        "    </properties>\n"
        '    <testcase classname="s02.backward" name="agrees is right">\n'
        '      <failure type="missing-mean" message="backward(X)[0, 1] = 1.25, but should be 0.25">'
        "missing-mean: The mean over the batch is missing.</failure>\n"
        "    </testcase>\n"
        '    <testcase classname="s02.train" name="agrees is right" />\n'
        "  </testsuite>\n"
        '  <testsuite name="s03" id="1" tests="2" failures="0" errors="1" skipped="1">\n'
        "    <properties>\n"
        '      <property name="points" value="" />\n'
        '      <property name="max_points" value="3" />\n'
        "    </properties>\n"
        '    <testcase classname="s03.backward" name="agrees is right">\n'
        '      <error type="grader error" message="could not be graded, your teacher will look at it" />\n'
        "    </testcase>\n"
        '    <testcase classname="s03.train" name="agrees is right">\n'
        '      <skipped type="not run" message="" />\n'
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )
    read_junit(data)


def test_a_failure_without_a_name_is_called_failed() -> None:
    root = read_junit(junit_xml([report("s01", cell(check("failed", cause="it is 3")))], "XOR"))
    assert root.find(".//failure").attrib == {"type": "failed", "message": "it is 3"}  # type: ignore[union-attr]


def test_nobody() -> None:
    assert EXPORTS["gradescope"].write(Class([], ["s01"], "XOR", {})) == {}
    assert canvas_csv([], ["s01"], "XOR").splitlines()[1:] == [b"Points Possible,,,,,", b"s01,,,s01,,"]
    assert moodle_csv([], ["s01"], "XOR").splitlines()[1:] == [b"s01,-,"]
    assert json_lines([]) == b""
    assert [*read_junit(junit_xml([], "XOR"))] == []


@pytest.mark.parametrize("function", [canvas_csv, moodle_csv])
def test_a_name_that_is_not_utf_8(function) -> None:
    assert b"\\udcff," in function([], ["\udcff"], "XOR")


def test_korean_names(tmp_path: Path) -> None:
    student, title = "김철수", "경사 하강법"
    one = report(student, cell(check("failed", cause="3이 아닙니다")))
    assert read_csv(canvas_csv([one], [], title))[2] == [student, "", "", student, "", "0"]
    assert read_csv(canvas_csv([one], [], title))[0][-1] == title
    assert read_csv(moodle_csv([one], [], title))[1] == [student, "0", "backward (0 of 2 points): 3이 아닙니다"]
    assert read_junit(junit_xml([one], title))[0].attrib["name"] == student
    (path,) = export([one], [], title, "gradescope", tmp_path)
    assert path.name == "%EA%B9%80%EC%B2%A0%EC%88%98.json"
    assert json.loads(path.read_bytes())["tests"][0]["output"] == "3이 아닙니다"


@pytest.mark.parametrize("target", EXPORTS)
def test_the_same_reports_give_the_same_files(class_of_four: list[Report], target: str, tmp_path: Path) -> None:
    there, again = tmp_path / "there", tmp_path / "again"
    paths = export(class_of_four, ["s05", "s04"], "XOR", target, there)
    export(class_of_four[::-1], ["s04", "s05", "s04"], "XOR", target, again)
    assert len(paths) == (4 if target == "gradescope" else 1)
    assert {path.name: path.read_bytes() for path in there.iterdir()} == {
        path.name: path.read_bytes() for path in again.iterdir()
    }


@pytest.mark.slow
def test_nbgrader_exports_the_scores_of_our_gradebook(class_of, tmp_path: Path) -> None:
    """nbgrader's own CSV, which has 0 for who handed in nothing."""
    from nbgrader.plugins.export import CsvExportPlugin

    from autograder.grade.run import grade_class, load_reports
    from autograder.nbgrader_host.api import nbgrader

    samples = {"s01": "right_in_another_style.py", "s02": "bias_forgotten.py", "s03": "not_json.ipynb"}
    assignment = class_of(tmp_path / "class", samples).assignment("logic_gates")
    grade_class(assignment, "bubblewrap", open_gradebook)
    with nbgrader(assignment.course).gradebook as book:
        book.add_student("s04")
        CsvExportPlugin(to=str(tmp_path / "grades.csv")).export(book)
    rows = csv.DictReader(io.StringIO((tmp_path / "grades.csv").read_text()))
    exported = {row["student_id"]: (float(row["score"]), float(row["max_score"])) for row in rows}
    reports = load_reports(assignment)
    assert {each.student: (each.points, each.max_points) for each in reports} | {"s04": (0.0, 38.0)} == exported
    assert [each.points for each in reports] == [38.0, 33.0, 0.0]

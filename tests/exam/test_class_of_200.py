"""A simulated exam of 200 students, from the release to published results: each gets exactly what is deserved."""

from __future__ import annotations

import csv
import dataclasses
import functools
import os
import re
import shutil
import subprocess
import sys
from datetime import timedelta
from hashlib import sha256
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from exam_class import STUDENTS, Part, Sheets, the_class
from handing_in import Watched, submit
from typer.testing import CliRunner

from autograder.cli import app
from autograder.course.course import Assignment, Course
from autograder.exam.integrity import KINDS, Integrity, examine
from autograder.exam.ledger import by_student, newest, read
from autograder.exam.receipt import code_of
from autograder.grade.run import grade_class, load_reports
from autograder.nbgrader_host.api import nbgrader
from autograder.nbgrader_plugins.gradebook import open_gradebook
from autograder.records import Report
from autograder.release.build import build, publish

EXAM = "exam_midterm"
ROOT = Path(__file__).resolve().parents[2]
# Long ago, so that it is over whatever a clock says that cannot be set.
RULES = """
opens = 2020-12-14T10:00:00+09:00
closes = 2020-12-14T12:00:00+09:00
minutes = 75
grace_minutes = 5
attempts = 3
extra_minutes = { s200 = 25 }
allowed_imports = ["numpy", "math"]
late = { percent = 10, per_minutes = 10, until_minutes = 30 }
shows = { score = "after the close", checks = "after publication", solution = "nothing" }
owners = "unchecked"
"""


@dataclasses.dataclass
class Held:
    """The exam after grading: who took part how, and what the commands said."""

    exam: Assignment
    parts: dict[str, Part]
    sheets: Sheets
    told: dict[str, str]  # what each command of the documentation printed
    integrity: Integrity

    def of(self, role: str) -> list[str]:
        return [part.student for part in self.parts.values() if part.role == role]

    @functools.cached_property
    def reports(self) -> dict[str, Report]:
        return {report.student: report for report in load_reports(self.exam)}

    def counted(self, student: str) -> int:
        """Which of the papers of a student has to count."""
        papers = self.parts[student].papers
        return {"too late with a better one": 0, "one attempt too many": 2}.get(
            self.parts[student].role, len(papers) - 1
        )


def run(course: Course, *arguments: str) -> str:
    done = CliRunner().invoke(app, [*arguments, "--course", str(course.root)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def documented() -> list[tuple[str, list[str]]]:
    """The commands of docs/exams.md, in order, each with the lines that stand there as printed."""
    text = (ROOT / "docs" / "exams.md").read_text("utf-8")
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", text, flags=re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line.removeprefix("$ "), []))
            elif line != "…":
                found[-1][1].append(line)
    return found


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    """It takes a minute, so once."""
    return hold(tmp_path_factory.mktemp("exam"))


def hold(folder: Path) -> Held:
    """From an empty folder to published results, by the commands of docs/exams.md."""
    (folder / "students.csv").write_text("\n".join(["id,first_name,last_name,email", *(f"{s},,," for s in STUDENTS)]))
    (folder / "gradebook").mkdir()
    (folder / "gradebook" / "secret").write_text("a secret that makes this exam the same each time")
    told: dict[str, str] = {}
    for command, _ in documented():
        if command.startswith("autograder release"):  # that it is rehearsed first takes minutes, and has its own test
            (folder / "solutions" / EXAM / "exam.toml").write_text(RULES)
            exam = Course(folder).assignment(EXAM)
            run(exam.course, "release", EXAM, "--build-only")
            publish(exam)
            told[command] = f"{EXAM}: released to the exchange"
        elif command.startswith("autograder watch"):
            assert exam.rules
            sheets = Sheets(exam)
            parts = the_class(sheets, exam.rules)
            told[command] = "\n".join(_hand_in(exam, parts))
        else:
            told[command] = _in_a_shell(command, folder)
    return Held(exam, {part.student: part for part in parts}, sheets, told, examine(exam))


def _in_a_shell(command: str, folder: Path) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PROJECT": str(ROOT)}
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _hand_in(exam: Assignment, parts: list[Part]) -> list[str]:
    """Everybody hands in through nbgrader's exchange, under the eyes of the watch; returns what that says."""
    assert exam.rules
    watched = Watched(exam, exam.rules.opens - timedelta(minutes=5))
    watched.look()
    inbound = exam.course.gradebook / "exchange" / "neural_networks" / "inbound"
    papers = sorted((paper for part in parts for paper in part.papers), key=lambda paper: paper.at)
    for number, paper in enumerate(papers):
        if paper.at > watched.now:
            watched.look()  # what is there and has not changed is taken
            watched.now = paper.at
        submit(inbound, paper.student, paper.content, name=EXAM, number=number)
        if number + 1 == len(papers) or papers[number + 1].at > paper.at:
            watched.look(paper.at)
            watched.look()
    watched.close()
    return watched.said


def test_the_documentation_shows_what_the_commands_print(held: Held) -> None:
    assert len(documented()) >= 12
    for command, shown in documented():
        printed = held.told[command].splitlines()
        assert [line for line in shown if line not in printed] == [], command


def booked(held: Held) -> dict[str, float]:
    """The scores in nbgrader's gradebook, as its exports have them: less what being late costs."""
    with nbgrader(held.exam.course).gradebook as gradebook:
        return {
            submission.student_id: submission.score
            - sum(each.late_submission_penalty or 0.0 for each in submission.notebooks)
            for submission in gradebook.assignment_submissions(EXAM)
        }


def listed(held: Held) -> dict[str, float]:
    """The scores that go into a spreadsheet."""
    with (held.exam.course.gradebook / "reports" / EXAM / "scores.csv").open(newline="") as file:
        rows = {row["student"]: row["points"] for row in csv.DictReader(file)}
    assert list(rows) == STUDENTS
    return {student: float(points) for student, points in rows.items() if points}


def test_everybody_gets_exactly_what_is_deserved(held: Held) -> None:
    deserved = {student: part.points for student, part in held.parts.items() if part.points is not None}
    assert booked(held) == pytest.approx(deserved, abs=1e-6)
    assert listed(held) == pytest.approx(deserved, abs=1e-6)
    lost = {student: _lost(report) for student, report in held.reports.items()}
    wrong = {
        student: (held.parts[student].role, lost[student])
        for student, report in held.reports.items()
        if held.parts[student].role != "late" and report.points != pytest.approx(deserved[student])
    }
    assert wrong == {}
    assert [lost[student] for student in held.of("right")] == [[]] * 60
    assert sorted(deserved) == sorted(held.reports)


def _lost(report: Report) -> list[str]:
    return [cell.grade_id for cell in report.cells if cell.points != cell.max_points]


def test_the_slips_are_paid_once_and_named(held: Held) -> None:
    for student in held.of("slip"):
        report = held.reports[student]
        (blank,) = _lost(report)
        (check,) = next(cell.checks for cell in report.cells if cell.grade_id == blank)
        assert check.diagnosis == held.sheets.checks(student).wrongs_of(blank)[0].name


def test_no_two_students_share_an_answer(held: Held) -> None:
    for blank in held.sheets.by_hand:
        answers = sorted(variant.answers[blank] for variant in held.sheets.variants.values())
        assert min(b - a for a, b in pairwise(answers)) >= 2e-4


def test_every_score_names_the_bytes_that_were_received(held: Held) -> None:
    rules, received = held.exam.rules, by_student(read(held.exam))
    assert rules is not None
    for student, report in held.reports.items():
        entry = newest(rules, received[student])
        assert entry is not None
        assert report.submitted == entry.sha256
        paper = held.parts[student].papers[held.counted(student)]
        assert sha256(paper.content).hexdigest() == entry.sha256
        assert abs(entry.received - paper.at) < timedelta(seconds=5)


def test_a_receipt_leads_back_to_the_bytes(held: Held) -> None:
    student = held.of("better at last")[0]
    code = code_of(EXAM, student, held.parts[student].papers[-1].content)
    told = run(held.exam.course, "receipt", EXAM, "--verify", code)
    assert told.startswith(f"{student}, attempt 2, received 2020-12-14 11:05:")
    assert told.rstrip().endswith("has these bytes, graded")


def test_what_is_to_be_looked_at(held: Held) -> None:
    """Each finding of the report, and no other but likeness by chance."""
    seen = {kind: [each.student for each in held.integrity.of(kind)] for kind in KINDS}
    none = held.of("absent")
    copiers, easier = held.of("copies a neighbour"), held.of("easier numbers")
    late, too_late = held.of("late"), held.of("too late")
    again, often = held.of("too late with a better one"), held.of("one attempt too many")
    assert seen["missing"] == none
    assert seen["late"] == late
    assert seen["too late"] == too_late + again
    assert sorted(seen["several submissions"]) == sorted([*held.of("better at last"), *again, *often])
    assert [f.evidence for f in held.integrity.of("several submissions") if f.student in often] == [
        "4 were received, number 3 counts"
    ] * 3
    assert sorted(seen["wrong variant"]) == sorted([*copiers, *easier])
    assert {f.others for f in held.integrity.of("wrong variant") if f.student in copiers} == {(STUDENTS[0],)}
    right_for = [f for f in held.integrity.of("right for another student") if f.student in copiers]
    named = [f for f in right_for if f.others == (STUDENTS[0],)]
    assert [f.student for f in named] == copiers
    assert all(blank in f.evidence for f in named for blank in {*held.sheets.by_hand} - {*held.sheets.following})
    shared = [{f.student, *f.others} for f in held.integrity.of("shared wrong answers")]
    assert all({one, other} in shared for one, other in combinations(easier, 2))
    assert sorted(seen["tampered cells"]) == sorted([*easier, *held.of("no notebook")])
    for kind in ("not enrolled", "early", "not the student's files", "changed copy"):
        assert seen[kind] == []


def test_no_student_reads_of_another(held: Held) -> None:
    """Whose numbers somebody used stands in the instructor's report only."""
    copier = held.of("copies a neighbour")[0]
    page = (held.exam.course.gradebook / "reports" / EXAM / f"{copier}.html").read_text("utf-8")
    assert STUDENTS[0] not in page
    assert STUDENTS[0] not in (held.exam.course.gradebook / "reports" / EXAM / f"{copier}.json").read_text("utf-8")


def test_a_regrade_from_the_collected_bytes_gives_the_same_reports(held: Held, tmp_path: Path) -> None:
    here = held.exam.course
    before = {student: held.exam.report_path(student).read_bytes() for student in held.reports}
    course_folder = tmp_path / "again"
    for name in ("solutions", "gradebook/submitted", "gradebook/exams"):
        shutil.copytree(here.root / name, course_folder / name)
    for name in ("nbgrader_config.py", "gradebook/secret"):
        shutil.copyfile(here.root / name, course_folder / name)
    course = Course(course_folder)
    build(course.assignment(EXAM))
    grade_class(course.assignment(EXAM), "bubblewrap", open_gradebook)
    after = {student: course.assignment(EXAM).report_path(student).read_bytes() for student in held.reports}
    assert after == before


def test_moderation_and_publication(held: Held) -> None:
    course, blank = held.exam.course, held.sheets.letters[0]
    before = booked(held)
    drop = ["moderate", EXAM, "drop", blank, "--reason", "two options are right", "--course", str(course.root)]
    preview = CliRunner().invoke(app, drop, catch_exceptions=False).output
    assert "Nothing was written" in preview
    assert booked(held) == before
    CliRunner().invoke(app, [*drop, "--apply"], catch_exceptions=False)
    after = booked(held)
    worth = held.sheets.worth(blank)
    losers = [student for student, part in held.parts.items() if part.role == "slip"]
    for student in losers:
        assert after[student] == pytest.approx(100 * (before[student] - worth) / (100 - worth), abs=0.01)
    assert all(after[student] == pytest.approx(100) for student in held.of("right"))
    undo = ["moderate", EXAM, "undo", "1", "--reason", "it was right", "--apply", "--course", str(course.root)]
    CliRunner().invoke(app, undo, catch_exceptions=False)
    assert booked(held) == before
    told = run(course, "publish", EXAM)
    assert f"{len(before)} pages; they show: score, checks; never shown: solution" in told
    pages = sorted(path.stem for path in (course.gradebook / "published" / EXAM).glob("*.html"))
    assert pages == sorted(before)

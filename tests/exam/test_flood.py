"""What one student does to the exchange costs nobody else anything: no time, no attempt, no start of the watch."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from exam_times import at
from handing_in import OwnKernel, Watched, notebook, submit

from autograder.course.course import Assignment
from autograder.course.variants import Variants
from autograder.exam import watch as watches
from autograder.exam.ledger import read, rules_of
from autograder.exam.privacy import examine_privacy
from autograder.exam.watch import Watch
from autograder.moderate.log import add_to_log, next_decision
from autograder.moderate.moderation import Curve
from autograder.report import publication

MakeExam = Callable[..., Assignment]
BEGUN = at(9, 1)
UNCHECKED = 'owners = "unchecked"\n'
ONE, TWO = notebook("one"), notebook("two")

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files to others")


@pytest.fixture
def watching() -> Iterator[Callable[..., Watched]]:
    begun: list[Watched] = []

    def begin(assignment: Assignment, begins: datetime = BEGUN, kernel: type[Watch] = OwnKernel) -> Watched:
        begun.append(Watched(assignment, begins, kernel))
        return begun[-1]

    yield begin
    for each in begun:
        each.close()


def give_to(uid: int, folder: Path) -> None:
    for path in (folder, *folder.iterdir()):
        os.chown(path, uid, -1)


class Slow(Watch):
    """All came ten seconds before the deadline; looking takes longer than that."""

    def _time(self, ctime_ns: int) -> datetime:
        return at(10, 29, 50)


def test_who_is_seen_late_came_when_the_kernel_says(exam: MakeExam, inbound: Path, watching) -> None:
    assignment = exam(UNCHECKED)
    watched = watching(assignment, at(9), Slow)
    watched.look()
    submit(inbound, "s01", ONE)
    watched.look(at(10, 31))  # another's folders were in between
    watched.look()
    (entry,) = read(assignment)
    assert (entry.received, rules_of(assignment).standing("s01", entry.received).name) == (at(10, 29, 50), "in time")


@pytest.mark.parametrize("told_by", ["student", pytest.param("owner", marks=needs_root)])
def test_a_flood_waits_its_turn(exam: MakeExam, inbound: Path, watching, told_by: str) -> None:
    assignment = exam(UNCHECKED if told_by == "student" else 'owners = { bin = "s66", daemon = "s01" }')
    watched = watching(assignment)
    for number in range(20):
        flood = submit(
            inbound, "s66" if told_by == "student" else f"a{number:02}", notebook(str(number)), number=number
        )
        give_to(2, flood) if told_by == "owner" else None
    own = submit(inbound, "s99" if told_by == "student" else "s01", TWO)
    give_to(1, own) if told_by == "owner" else None
    assert watched.look() == 21  # all are waited for
    assert watched.look() == 15
    assert sorted(entry.student for entry in read(assignment))[-1] == own.name[:3]
    assert len(read(assignment)) == 6
    while watched.look():
        pass
    assert len(read(assignment)) == 21


def test_a_flood_has_an_end_and_nobody_elses(
    exam: MakeExam, inbound: Path, watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watches, "_MOST", 3)
    assignment = exam(UNCHECKED)
    watched = watching(assignment)
    for number in range(5):
        submit(inbound, "s66", notebook(str(number)), number=number)
        watched.look()
    submit(inbound, "s01", TWO)
    watched.look()
    assert watched.look() == 0
    assert [entry.student for entry in read(assignment)] == ["s66", "s66", "s66", "s01"]
    left = [line for line in watched.said if "left alone" in line]
    assert left == [
        "s66 has more than 3 folders in the exchange: what came after them is left alone. Where that is no mistake, "
        "take out of the exchange what was received"
    ]


def test_what_is_told_of_one_users_names_has_an_end(
    exam: MakeExam, inbound: Path, watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watches, "_MOST", 3)
    watched = watching(exam(UNCHECKED))
    for number in range(10):
        submit(inbound, f".{number}", ONE)
    watched.look()
    assert len(watched.said) == 3


def test_a_renamed_folder_burns_nobodys_attempt(exam: MakeExam, inbound: Path, watching) -> None:
    assignment = exam(UNCHECKED + "attempts = 1\n")
    watched = watching(assignment)
    folder = submit(inbound, "s01", ONE)
    watched.look(at(9, 30))
    watched.look()
    renamed = folder.rename(folder.with_name(folder.name.replace("random1", "random2")))
    for _ in range(3):
        watched.look()
    assert [entry.attempt for entry in read(assignment)] == [1]
    (renamed / "final.ipynb").write_bytes(TWO)  # its student's own doing
    watched.look()
    watched.look()
    assert [entry.attempt for entry in read(assignment)] == [1, 2]


def test_a_folder_of_another_name_is_that_students(exam: MakeExam, inbound: Path, watching) -> None:
    """The same bytes are an attempt of each student who hands them in."""
    assignment = exam(UNCHECKED)
    watched = watching(assignment)
    for student in ("s01", "s02"):
        submit(inbound, student, ONE)
    watched.look()
    watched.look()
    assert [(entry.student, entry.attempt) for entry in read(assignment)] == [("s01", 1), ("s02", 1)]


def received(exam: MakeExam, inbound: Path, watching) -> tuple[Assignment, bytes]:
    """An exam with three submissions, and its ledger when there was one."""
    assignment = exam(UNCHECKED)
    watched, early = watching(assignment), b""
    for number, student in enumerate(("s01", "s02", "s01")):
        submit(inbound, student, notebook(str(number)), number=number)
        watched.look()
        watched.look()
        early = early or (assignment.exam_folder / "ledger.jsonl").read_bytes()
    watched.close()
    assert len(read(assignment)) == 3
    return assignment, early


def test_a_ledger_that_is_shorter_than_the_copies(exam: MakeExam, inbound: Path, watching) -> None:
    assignment, early = received(exam, inbound, watching)
    (assignment.exam_folder / "ledger.jsonl").write_bytes(early)
    again = watching(assignment)
    aside = assignment.exam_folder / "not in the ledger"
    assert again.said == [
        f"{aside / name} is a submission of which the ledger has no line: is it a backup? It was put aside, and what "
        "still lies in the exchange is received again. Where you put back the newer ledger, move it to received/"
        for name in ("000002-s02", "000003-s01")
    ]
    while again.look():
        pass
    assert [(each.student, each.attempt) for each in read(assignment)] == [("s01", 1), ("s02", 1), ("s01", 2)]
    again.close()
    watching(assignment).close()
    assert sorted(path.name for path in aside.iterdir()) == ["000002-s02", "000003-s01"]


def test_copies_that_are_fewer_than_the_ledger_says(exam: MakeExam, inbound: Path, watching) -> None:
    assignment, _ = received(exam, inbound, watching)
    missing = assignment.exam_folder / "received" / "000002-s02"
    shutil.rmtree(missing)
    again = watching(assignment)
    again.look()
    assert again.said == [
        f"{missing} is missing, and the ledger has a line of it. Put it back from a backup, or from what still lies in "
        "the exchange; until then it is not collected"
    ]


def test_a_watch_that_cannot_start_can_be_started_later(exam: MakeExam, inbound: Path, watching) -> None:
    assignment, _ = received(exam, inbound, watching)
    ledger = assignment.exam_folder / "ledger.jsonl"
    whole = ledger.read_bytes()
    ledger.write_bytes(whole.replace(b'"attempt":1', b'"attempt":7', 1))
    with pytest.raises(Exception, match="does not follow from the line before"):
        watching(assignment)
    ledger.write_bytes(whole)
    assert watching(assignment).said == []


@pytest.mark.parametrize("first", ["variants", "moderation", "publication", "receipt", "watch"])
def test_nobody_else_looks_into_an_exam_whoever_makes_its_folder(
    first: str, exam: MakeExam, inbound: Path, watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    assignment = exam(UNCHECKED)
    rights: list[int] = []
    mkdir = Path.mkdir

    def watched_mkdir(self: Path, *arguments: Any, **named: Any) -> None:
        mkdir(self, *arguments, **named)
        if "exams" in self.parts:
            rights.append(self.stat().st_mode & 0o777)

    monkeypatch.setattr(Path, "mkdir", watched_mkdir)
    before = os.umask(0)
    try:
        if first == "variants":
            with variants_of(assignment)._alone():
                pass
        elif first == "moderation":
            add_to_log(assignment, next_decision([], Curve(add=1.0), "fair", "kim", at(12)))
        elif first == "publication":
            publication._note(assignment, publication.Publication(at(12), "kim", []))
        elif first == "receipt":
            assignment.private_folder()
        else:
            watching(assignment)
    finally:
        os.umask(before)
    assert rights != []
    assert set(rights) == {0o700}
    for path in assignment.exam_folder.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0 or path.name.endswith("lock")


def variants_of(assignment: Assignment) -> Variants:
    return Variants(Path(), assignment.exam_folder / "variants.jsonl", None, lambda _: None, str)  # type: ignore[arg-type]


def test_the_doctor_tells_of_an_exam_that_others_can_look_into(exam: MakeExam) -> None:
    assignment = exam(UNCHECKED)
    assert examine_privacy(assignment.course) == []
    assignment.private_folder()
    (finding,) = examine_privacy(assignment.course)
    exams = assignment.exam_folder.parent
    assert (finding.here, finding.told) == (True, f"nobody else can look into {exams}")
    exams.chmod(0o755)
    (finding,) = examine_privacy(assignment.course)
    assert (finding.here, finding.needed) == (False, True)
    assert finding.told == (f"others can look into {exams} (its rights are 0755). Take them away: chmod -R go= {exams}")


def test_the_watch_tells_it_too(exam: MakeExam, inbound: Path, watching) -> None:
    assignment = exam(UNCHECKED)
    assignment.private_folder().chmod(0o750)
    (line,) = watching(assignment).said
    assert line.startswith(f"others can look into {assignment.exam_folder} (its rights are 0750).")

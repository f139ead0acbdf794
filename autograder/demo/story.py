"""The whole story on a sample class: rehearse, release, submit through nbgrader's exchange, collect, grade, report."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from autograder.author.rehearse import rehearse
from autograder.course.course import Assignment, Course
from autograder.demo.sample import fill_in
from autograder.errors import CourseError
from autograder.grade.run import grade_class
from autograder.nbgrader_host.api import done, nbgrader, submit
from autograder.nbgrader_plugins.collect import collect
from autograder.nbgrader_plugins.gradebook import open_gradebook
from autograder.progress import Progress
from autograder.release.build import build, publish
from autograder.report.run import report_on
from autograder.report.text import scores_table
from autograder.sandbox.sandbox import Mode, find_bubblewrap

# Who hands in what: twelve students, one kind of answer each.
CLASS = {
    "two_layer": {
        "s01": "right_in_another_style.py",
        "s02": "empty_template.py",
        "s03": "mean_over_the_batch_missing.py",
        "s04": "weights_not_transposed.py",
        "s05": "updated_too_early.py",
        "s06": "slopes_at_the_wrong_place.py",
        "s07": "biases_not_summed_and_default_learning_rate.py",
        "s08": "endless_loop.py",
        "s09": "crash.py",
        "s10": "not_json.ipynb",
        "s11": "cells_deleted_and_renamed.py",
        "s12": "cheat.py",
    },
    "logic_gates": {
        "s01": "right_in_another_style.py",
        "s02": "empty_template.py",
        "s03": "step_is_one_at_zero.py",
        "s04": "gates_mixed_up.py",
        "s05": "bias_forgotten.py",
        "s06": "matrices_multiplied_entry_by_entry.py",
        "s07": "booleans_and_wrong_reasons.py",
        "s08": "endless_loop.py",
        "s09": "crash.py",
        "s10": "not_json.ipynb",
        "s11": "cells_deleted_and_renamed.py",
        "s12": "cheat.py",
    },
}

Say = Callable[[str], None]
ShowProgress = Callable[[str], AbstractContextManager[Progress]]


def tell(origin: Course, into: Path, mode: Mode, say: Say, show: ShowProgress) -> list[Path]:
    """Tell the story in a new course at `into`, made from `origin`; an earlier demonstration there is replaced.

    Returns the pages of the class, one an assignment.
    """
    if mode == "bubblewrap":
        find_bubblewrap()
    began: dict[str, float] = {}

    def phase(title: str) -> None:
        began[title.split(":")[0]] = time.monotonic()
        say(f"\n== {title} (after {began[title.split(':')[0]] - began['rehearse']:.0f} s)")

    course = make_course(origin, into)
    assignments = [course.assignment(name) for name in sorted(CLASS)]

    phase("rehearse: right answers are accepted, wrong ones refused and named")
    for assignment in assignments:
        with show(f"rehearse {assignment.name}") as progress:
            told = _rehearse(assignment, mode, progress)
        say(told)
    phase("release: the students' notebooks, through nbgrader's exchange")
    for assignment in assignments:
        say(_release(assignment))
    phase("submit: twelve students hand in")
    for assignment in assignments:
        submit_class(assignment, origin.root / "tests" / "submissions" / assignment.name)
        say(f"{assignment.name}: {len(CLASS[assignment.name])} notebooks handed in")
    phase("collect")
    for assignment in assignments:
        say(f"{assignment.name}: {_collect(assignment)} submissions")
    phase(f"grade: {'in the sandbox' if mode == 'bubblewrap' else 'WITHOUT A SANDBOX'}")
    for assignment in assignments:
        with show(f"grade {assignment.name}") as progress:
            table = _grade(assignment, mode, progress)
        say(f"{assignment.name}\n{table}\n")
    phase("report")
    pages = [report_on(assignment) for assignment in assignments]
    ends = [*list(began.values())[1:], time.monotonic()]
    took = (f"{name} {end - begin:.0f}" for (name, begin), end in zip(began.items(), ends, strict=True))
    say(f"seconds by phase: {', '.join(took)}")
    return pages


def make_course(origin: Course, into: Path) -> Course:
    """A course of its own for the sample class, so that a real gradebook never sees it."""
    into = into.resolve()
    if into.exists() and not (into / ".demonstration").exists():
        raise CourseError(into, "is there already and is no demonstration", "Choose another folder with --into DIR")
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    (into / ".demonstration").touch()
    for name in ("solutions", "source_data"):
        shutil.copytree(origin.root / name, into / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(origin.root / "nbgrader_config.py", into / "nbgrader_config.py")
    return Course(into)


def submit_class(assignment: Assignment, samples: Path) -> None:
    """Each student fetches the release, fills it in and submits it, as nbgrader has it."""
    home = assignment.course.root / "students"
    for student, name in CLASS[assignment.name].items():
        folder = home / student / assignment.name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{assignment.name}.ipynb").write_bytes(fill_in(assignment, samples / name))
        settings = {"assignment_dir": str(home / student), "cache": str(home / student / ".cache")}
        api = nbgrader(assignment.course, Exchange=settings, CourseDirectory={"student_id": student})
        done(f"nbgrader submit {assignment.name} as {student}", submit(api, assignment.name))


def hand_in(assignment: Assignment, samples: dict[str, Path]) -> None:
    """Put what each student has filled in where collecting would put it."""
    for student, sample in samples.items():
        path = assignment.submitted_path(student)
        path.parent.mkdir(parents=True)
        path.write_bytes(fill_in(assignment, sample))


def _rehearse(assignment: Assignment, mode: Mode, progress: Progress) -> str:
    done = rehearse(assignment, mode, progress)
    if done.faults:
        raise CourseError(assignment.name, f"the rehearsal found: {done.faults[0]}")
    return (
        f"{done.assignment}: {done.blanks} blanks, {done.checks} checks, {done.points:g} points; "
        f"{done.wrongs} known wrong answers refused and named"
    )


def _release(assignment: Assignment) -> str:
    build(assignment)
    publish(assignment)
    return f"{assignment.name}: released"


def _collect(assignment: Assignment) -> int:
    return len(collect(assignment))


def _grade(assignment: Assignment, mode: Mode, progress: Progress) -> str:
    return scores_table(grade_class(assignment, mode, open_gradebook, progress=progress).reports)

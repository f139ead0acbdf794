"""Hostile submissions between honest ones: each loses what it must, and nobody else loses or gains anything."""

from __future__ import annotations

import importlib.util
import os
import re
import time
from pathlib import Path
from types import ModuleType

import hostile_class
import pytest
from nbconvert.exporters import HTMLExporter
from short_limits import with_limits

from autograder.course.course import Course
from autograder.course.settings import Limits
from autograder.demo.sample import fill_in
from autograder.grade.run import grade_class
from autograder.nbgrader_host.api import done, nbgrader
from autograder.nbgrader_plugins.gradebook import open_gradebook
from autograder.records import Report
from autograder.release.build import build, publish
from autograder.report.run import report_on
from autograder.sandbox import sandbox
from autograder.submit.handed_in import submitted_students

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = ROOT / "tests" / "submissions" / "hostile"
SAMPLES = sorted(path for path in HOSTILE.glob("*/*") if path.suffix in (".py", ".ipynb"))
HONEST = {  # what each gets, whoever is graded beside them
    "right_in_another_style": 38.0,
    "step_is_one_at_zero": 36.0,
}
SHORT = {  # what hangs is waited for; a test need not wait long
    "small": "call_seconds = 0.5\nsubmission_seconds = 8.0\nmemory_mb = 400\nprocesses = 48\n",
    "logic_gates": "call_seconds = 2.0\nmemory_mb = 700\n",
    "two_layer": "call_seconds = 10.0\nmemory_mb = 3000\nprocesses = 256\n",
}
SMALL = {  # who hand in a small assignment, of which a grading costs next to nothing, beside those who attack that
    "right": (10.0, "# Nothing differs."),
    "shell_line": (
        10.0,
        '# %% nbgrader={"grade_id": "error"}\n!echo x > y\ndef error(O, T):\n    return ((O - T) ** 2).mean()',
    ),
    "summed": (8.0, '# %% nbgrader={"grade_id": "error"}\ndef error(O, T):\n    return ((O - T) ** 2).sum()'),
}
PARTS = 4


def test_there_are_at_least_one_hundred_and_forty() -> None:
    kinds = [header(sample)[0] for sample in SAMPLES]
    assert len(SAMPLES) >= 140
    assert set(kinds) == {"cheat", "sabotage", "resources", "malformed", "accident"}


@pytest.mark.parametrize("part", range(PARTS))
def test_a_class_with_hostile_students(part: int, project: Course, tmp_path: Path) -> None:
    course = course_with_short_limits(project, tmp_path / "class")
    larger = [sample for sample in SAMPLES if not is_small(sample)]
    samples = {f"h{number:03}": sample for number, sample in enumerate(larger[part::PARTS])}
    honest: dict[str, str] = {}
    for number, (student, sample) in enumerate(samples.items()):
        hand_in(course, sample, student)
        if number % 6 == 0:
            for letter, name in zip("ab", HONEST, strict=True):
                honest[f"{student}{letter}"] = name
                hand_in(course, ROOT / "tests" / "submissions" / "logic_gates" / f"{name}.py", f"{student}{letter}")
    reports: dict[str, Report] = {}
    scores: dict[str, float] = {}
    for name in SHORT:
        if not submitted_students(course.assignment(name)):
            continue
        graded = grade_class(course.assignment(name), "bubblewrap", open_gradebook).reports
        reports |= {report.student: report for report in graded}
        with nbgrader(course).gradebook as gradebook:
            scores |= {each["student"]: each["score"] for each in gradebook.submission_dicts(name)}
    faults = [
        f"{sample.stem}: {fault}" for student, sample in samples.items() for fault in judged(sample, reports[student])
    ]
    faults += [
        f"{student} ({name}) gets {reports[student].points}"
        for student, name in honest.items()
        if reports[student].points != HONEST[name]
    ]
    assert faults == []
    assert scores == {student: report.points for student, report in reports.items()}


@pytest.mark.parametrize("part", range(2))
def test_a_small_class_with_hostile_students(part: int, project: Course, tmp_path: Path) -> None:
    course = course_with_short_limits(project, tmp_path / "class")
    small = [sample for sample in SAMPLES if is_small(sample)]
    samples = {f"h{number:03}": sample for number, sample in enumerate(small[part::2])}
    honest = small_honest(tmp_path)
    for student, sample in (samples | honest).items():
        hand_in(course, sample, student)
    reports = {
        report.student: report
        for report in grade_class(course.assignment("small"), "bubblewrap", open_gradebook).reports
    }
    faults = [
        f"{sample.stem}: {fault}" for student, sample in samples.items() for fault in judged(sample, reports[student])
    ]
    assert faults == []
    assert {student: reports[student].points for student in honest} == {
        student: SMALL[sample.stem][0] for student, sample in honest.items()
    }


@pytest.mark.long
def test_who_attacks_changes_nothing_for_others(project: Course, tmp_path: Path) -> None:
    """A class of sixty in which every third student attacks, and the same class without them: the same bytes."""
    found = [
        whole_class(course_with_short_limits(project, tmp_path / name), name == "with") for name in ("with", "without")
    ]
    assert len(found[0]) == 2 * (len(hostile_class.STUDENTS) - len(hostile_class.ATTACKERS))
    assert found[0] == found[1]


def whole_class(course: Course, with_attackers: bool) -> dict[str, bytes]:
    """Report and page of everybody who is honest."""
    assignment = course.assignment("small")
    (course.gradebook / "secret").write_text("5" * 64)  # by which hidden inputs are drawn
    hostile_class.hand_in(assignment, with_attackers)
    grade_class(assignment, "bubblewrap", open_gradebook)
    report_on(assignment)
    folder = assignment.report_path("s00").parent
    return {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if path.stem in {*hostile_class.STUDENTS} - {*hostile_class.ATTACKERS} and path.suffix in (".json", ".html")
    }


def small_honest(folder: Path) -> dict[str, Path]:
    """What some honest students hand in for the small assignment, by student, between the others by name."""
    there = folder / "small"
    there.mkdir()
    for name, (_, source) in SMALL.items():
        (there / f"{name}.py").write_text(f"{source}\n")
    return {f"h{number:03}{name}": there / f"{name}.py" for number in range(0, 30, 6) for name in SMALL}


def is_small(sample: Path) -> bool:
    return sample.parent.name == "small" or "ASSIGNMENT = " in sample.read_text("utf-8", "ignore")


def test_pages_show_no_markup_of_students(project: Course, tmp_path: Path) -> None:
    course = course_with_short_limits(project, tmp_path / "class")
    assignment = course.assignment("logic_gates")
    samples = {"h001": "folders/markup_everywhere.py", "h002": "logic_gates/markup.py"}
    samples |= {"h003": "logic_gates/markup_in_an_error.py", "h004": "notebooks/hostile_outputs.ipynb"}
    for student, sample in samples.items():
        hand_in(course, HOSTILE / sample, student)
    grade_class(assignment, "bubblewrap", open_gradebook)
    api = nbgrader(course)
    for student in samples:
        done("feedback", api.generate_feedback(assignment.name, student))
        feedback = (course.gradebook / "feedback" / student / assignment.name / f"{assignment.name}.html").read_text()
        autograded = course.gradebook / "autograded" / student / assignment.name / f"{assignment.name}.ipynb"
        formgrader, _ = HTMLExporter(config=api.config).from_filename(str(autograded))
        for page in (feedback, formgrader):
            body = page.partition("<body")[2]
            assert not re.search(r"<script>alert|<[^>]+\sonerror\s*=|href=.javascript|<script>evil", body), student


def course_with_short_limits(project: Course, folder: Path) -> Course:
    course = with_limits(project, folder, SHORT)
    for name in SHORT:
        build(course.assignment(name))
        publish(course.assignment(name))
    return course


def hand_in(course: Course, sample: Path, student: str) -> None:
    """Lay a sample where it lies after it was collected."""
    layer = module_of(sample) if sample.parent.name == "folders" else None
    asked = getattr(layer, "ASSIGNMENT", sample.parent.name)
    assignment = course.assignment(asked if asked in SHORT else "logic_gates")
    folder = course.gradebook / "submitted" / student / assignment.name
    folder.mkdir(parents=True)
    if layer:
        answers = getattr(layer, "WRONG", {})
        sample = course.root / "sample.py"
        sample.write_text(
            "".join(f'# %% nbgrader={{"grade_id": "{name}"}}\n{source}\n' for name, source in answers.items())
        )
    (folder / f"{assignment.name}.ipynb").write_bytes(fill_in(assignment, sample))
    if layer:
        layer.lay(folder)


def module_of(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"hostile_{path.stem}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_is_left_behind(project: Course, tmp_path: Path) -> None:
    course = course_with_short_limits(project, tmp_path / "class")
    hand_in(course, HOSTILE / "logic_gates" / "a_leaves_messages.py", "h000")
    sandbox._close_all()
    of_others = {*sandboxes()}  # what graded for earlier tests may be warm still
    child = sandbox.warm_sandbox(["numpy"], "bubblewrap").child(Limits())
    assert {*sandboxes()} > of_others
    grade_class(course.assignment("logic_gates"), "bubblewrap", open_gradebook)
    child.close()
    sandbox._close_all()
    long_after = time.monotonic() + 60  # the processes that graded end by themselves, when the machine lets them
    while {*sandboxes()} - of_others and time.monotonic() < long_after:
        time.sleep(0.05)
    assert {*sandboxes()} - of_others == set()
    assert not Path("/tmp/message-of-the-first").exists()
    assert not Path("/tmp/unpickled").exists()


def sandboxes() -> list[str]:
    """All processes of sandboxes that were started here, by whomever."""
    found = [pid for pid in os.listdir("/proc") if pid.isdigit() and "from inside." in command_line(pid)]
    return [pid for pid in found if is_below(int(pid), os.getpid())]


def header(sample: Path) -> tuple[str, str]:
    """The kind of a sample and what must happen to it."""
    text = (sample.with_suffix(".txt") if sample.suffix == ".ipynb" else sample).read_text("utf-8")
    found = re.match(r"# (\w+): .+\n# must: (.+)\n", text)
    assert found, f"{sample} does not say what it tries and what must happen"
    return found[1], found[2]


def judged(sample: Path, report: Report) -> list[str]:
    """What is not as the sample says that it must be."""
    _, must = header(sample)
    lost = {cell.grade_id for cell in report.cells if any(check.outcome != "passed" for check in cell.checks)}
    faults = [
        f"grader error: {check.cause}"
        for cell in report.cells
        for check in cell.checks
        if check.outcome == "grader error"
    ]
    if must == "gets 0":
        return faults + ([f"gets {report.points}"] if report.points != 0 else [])
    if must.startswith("keeps "):
        return faults + (["loses step"] if must.removeprefix("keeps ") in lost else [])
    wanted = set(re.findall(r"\w+", must.removeprefix("loses ").removesuffix(" or more"))) - {"nothing"}
    if not (wanted <= lost if must.endswith("or more") else wanted == lost):
        faults.append(f"loses {', '.join(sorted(lost)) or 'nothing'}, but {must}")
    return faults


def command_line(pid: str) -> str:
    try:
        return Path("/proc", pid, "cmdline").read_text()
    except OSError:
        return ""


def is_below(pid: int, ancestor: int) -> bool:
    while pid > 1:
        if pid == ancestor:
            return True
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            return False
    return False

"""Each student's own numbers: drawn once, clear, and unlike everybody else's."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from small_exam import CLEAR

from autograder.course.course import Assignment, Course
from autograder.course.numbers import key_of
from autograder.course.variants import unclear
from autograder.errors import CourseError
from autograder.grade.bundle import pack
from autograder.grade.workers import grade_handed_in, grade_somewhere
from autograder.records import encode
from autograder.release.build import build, publish, write_personal
from autograder.submit.handed_in import handed_in

CLASS = [f"s{number:03}" for number in range(60)]


def anew(exam: Assignment) -> Assignment:
    """The exam as another process reads it."""
    return Course(exam.course.root).assignment(exam.name)


def test_no_two_students_share_an_answer(quiz: Assignment) -> None:
    variants = quiz.variants.of_all(CLASS)
    for one, other in combinations(variants.values(), 2):
        assert one.numbers != other.numbers
        for blank, answer in one.answers.items():
            assert abs(answer - other.answers[blank]) >= 2e-4, (
                f"'{blank}' of {one.student} is right for {other.student}"
            )
            assert round(answer, 4) != round(other.answers[blank], 4)


def test_answers_are_those_of_the_reference(quiz: Assignment) -> None:
    for variant in quiz.variants.of_all(CLASS[:5]).values():
        n = variant.numbers
        y = n["w"][0] * n["x"][0] + n["w"][1] * n["x"][1]
        gradient = (y - n["t"]) * n["x"][0]
        expected = {"y": y, "gradient": gradient, "new_weight": n["w"][0] - n["eta"] * gradient}
        assert variant.answers == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("cut", [1, 40])
def test_half_a_line_that_a_full_disk_left_is_nobodys(quiz: Assignment, cut: int) -> None:
    first = quiz.variants.of("s001")
    path = quiz.exam_folder / "variants.jsonl"
    path.write_bytes(path.read_bytes() + path.read_bytes()[:cut])
    assert anew(quiz).variants.drawn() == {"s001": first}
    second = anew(quiz).variants.of("s002")
    assert anew(quiz).variants.drawn() == {"s001": first, "s002": second}


def test_numbers_are_drawn_once_and_stay(quiz: Assignment) -> None:
    first = quiz.variants.of("s001").numbers
    quiz.variants.of_all(["s000", "s002"])
    source = quiz.folder / "variants.py"
    source.write_text(source.read_text("utf-8").replace("0.11, 0.99", "0.55, 0.99"), "utf-8")
    assert anew(quiz).variants.of("s001").numbers == first
    assert min(map(abs, anew(quiz).variants.of("s003").numbers["x"])) >= 0.55


def test_numbers_depend_on_secret_and_student_only(quiz: Assignment) -> None:
    alone = quiz.variants.of("s001").numbers
    (quiz.course.gradebook / "exams" / "quiz" / "variants.jsonl").unlink()
    assert anew(quiz).variants.of_all(["s002", "s001"])["s001"].numbers == alone
    (quiz.course.gradebook / "exams" / "quiz" / "variants.jsonl").unlink()
    (quiz.course.gradebook / "secret").write_text("another" * 5)
    assert anew(quiz).variants.of("s001").numbers != alone


def test_only_the_instructor_can_read_them(quiz: Assignment) -> None:
    quiz.variants.of("s001")
    assert (quiz.course.gradebook / "exams" / "quiz" / "variants.jsonl").stat().st_mode & 0o077 == 0


def test_processes_that_draw_at_the_same_time_agree(quiz: Assignment) -> None:
    quiz.course.secret()
    program = (
        "import sys; from autograder.course.course import Course\n"
        "print(Course(sys.argv[1]).assignment('quiz').variants.of_all(sys.argv[2:]))"
    )
    orders = (CLASS[:8], CLASS[7::-1])
    running = [
        subprocess.Popen([sys.executable, "-c", program, quiz.course.root, *order], stdout=subprocess.PIPE)
        for order in orders
    ]
    for each in running:
        each.communicate()
        assert each.returncode == 0
    lines = (quiz.course.gradebook / "exams" / "quiz" / "variants.jsonl").read_bytes().splitlines()
    assert sorted(msgspec.json.decode(line)["student"] for line in lines) == CLASS[:8]


def test_clear_numbers_are_taken(quiz: Assignment) -> None:
    assert unclear(quiz.with_numbers(CLEAR).checks, CLEAR) == ""


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"x": [0.0, -0.72]}, "'gradient' is -0"),
        ({"w": [0.5, 0.5]}, "the mistake 'weights-swapped' of 'y' gives nearly the right answer"),
        ({"x": [0.31, 0.0001]}, "the mistake 'one-product' of 'y' gives nearly the right answer"),
        (
            {"x": [0.5, 0.2], "w": [0.5, 0.3]},
            "the mistakes 'weights-swapped' and 'one-product' of 'y' give nearly the same",
        ),
        ({"eta": 1.4802637985}, "the answer to 'new_weight' is among the given numbers"),
        ({"x": [2.0, -0.72], "t": 0.1512}, "'y' and 'gradient' have nearly the same answer"),
    ],
)
def test_unclear_numbers_are_refused(quiz: Assignment, change: dict[str, object], why: str) -> None:
    numbers = {**CLEAR, **change}
    assert unclear(quiz.with_numbers(numbers).checks, numbers) == why


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("def draw(numbers): ...", "has no function numbers. Write one: numbers(draw) that returns them by name"),
        (
            "def numbers(draw): return {'x': 1}",
            "draws x. Draw what the lesson's cell assigns: x, w, t, eta, activation, rule, topic",
        ),
        (
            "\ndef numbers(draw): return {'x': 1 / 0}",
            "variants.py, line 2: ZeroDivisionError: division by zero. Return numbers, words and lists of them",
        ),
        ("def numbers(draw): return {'x': object()}", "Encoding objects of type object is unsupported"),
        ("def numbers(draw):", "expected an indented block after function definition on line 1"),
    ],
)
def test_what_is_wrong_with_a_drawing_is_told(quiz: Assignment, source: str, told: str) -> None:
    (quiz.folder / "variants.py").write_text(source, "utf-8")
    with pytest.raises(CourseError) as raised:
        quiz.variants.of("s001")
    assert told in str(raised.value)


def test_too_few_numbers_for_a_class_are_told(quiz: Assignment) -> None:
    source = f"def numbers(draw): return {{**{CLEAR}, 'w': [0.45, draw.choice([0.83, 0.85])]}}"
    (quiz.folder / "variants.py").write_text(source, "utf-8")
    with pytest.raises(
        CourseError, match=r"500 draws were unclear, the last since 'y' has the same answer as another student's"
    ):
        quiz.variants.of_all(CLASS[:3])


def test_one_release_serves_all(quiz: Assignment, enrol: Callable[..., None], tmp_path: Path) -> None:
    """A student runs the released notebook with the file beside it, and sees the numbers that the grader has."""
    enrol(quiz.course, "s001", "s002")
    build(quiz)
    publish(quiz)
    file = json.loads(quiz.released.with_suffix(".json").read_bytes())
    assert file[key_of("quiz", "s001")] == quiz.numbers_of("s001")
    assert len(file) == 2
    assert "s001" not in quiz.released.with_suffix(".json").read_text()
    outbound = quiz.course.gradebook / "exchange" / "neural_networks" / "outbound" / "quiz"
    assert {path.name for path in outbound.iterdir()} == {"quiz.ipynb", "quiz.json"}
    for student in ("s001", "s002"):
        assert _printed(outbound / "quiz.ipynb", student, "print([x, w, t, eta])").splitlines() == [
            f"The numbers are those of {student}",
            str([quiz.numbers_of(student)[name] for name in ("x", "w", "t", "eta")]),
        ]
    assert "there are no numbers for 'nobody': write your id in this course into STUDENT, above" in _printed(
        outbound / "quiz.ipynb", "nobody", ""
    )


def test_personal_notebooks_hold_their_numbers(quiz: Assignment, enrol: Callable[..., None]) -> None:
    enrol(quiz.course, "s001", "s002")
    build(quiz)
    paths = write_personal(quiz)
    assert [path.parent.name for path in paths] == ["s001", "s002"]
    told = _printed(paths[1], "", "print([x, w, t, eta])", beside=False)
    assert told == str([quiz.numbers_of("s002")[name] for name in ("x", "w", "t", "eta")])


def test_nobody_enrolled_is_told(quiz: Assignment) -> None:
    build(quiz)
    with pytest.raises(
        CourseError, match=r"quiz: nobody is enrolled, and each student needs numbers\. Run: nbgrader db"
    ):
        publish(quiz)


def test_without_variants_there_is_nothing_personal(project: Course) -> None:
    assignment = project.assignment("logic_gates")
    assert assignment.numbers_of("s001") is None
    with pytest.raises(CourseError, match="all students have the same numbers"):
        write_personal(assignment)


def _printed(notebook: Path, student: str, then: str, beside: bool = True) -> str:
    """What the first cells of a notebook print to a student, up to the numbers."""
    cells = json.loads(notebook.read_bytes())["cells"]
    code = [("".join(cell["source"]), cell["id"]) for cell in cells if cell["cell_type"] == "code"]
    last = next(number for number, (_, name) in enumerate(code) if name == "numbers")
    sources = [f"STUDENT = {student!r}" if name == "student" else source for source, name in code[: last + 1]]
    ran = subprocess.run(
        [sys.executable, "-c", "\n".join([*sources, then])],
        cwd=notebook.parent if beside else "/",
        capture_output=True,
        text=True,
        check=False,
    )
    return (ran.stdout + ran.stderr).strip()


def test_a_worker_elsewhere_needs_no_secret(quiz: Assignment) -> None:
    """A student's numbers travel with the submission: what comes of it is the same anywhere."""
    build(quiz)
    path = quiz.submitted_path("s001")
    path.parent.mkdir(parents=True)
    notebook = json.loads(quiz.released.read_bytes())
    y = quiz.variants.of("s001").answers["y"]
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "y":
            cell["source"] = f"y = {y:.4f}"
    path.write_text(json.dumps(notebook))
    found = handed_in(quiz, "s001")
    here, there = grade_handed_in(quiz, found, "bubblewrap"), grade_somewhere(pack(quiz), "quiz", "bubblewrap", found)
    assert here.report.points == 10
    assert encode(there.report) == encode(here.report)
    assert there.notebook == here.notebook

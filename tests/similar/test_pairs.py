"""Who is listed as alike, and who is not: honest classes, disguised copies, hostile files; and the page."""

from __future__ import annotations

import ast
import json
import math
import random
import re
import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from by_hand import cell, check, report

from autograder.course.course import Assignment, Course
from autograder.demo.story import hand_in, make_course
from autograder.grade.run import grade_class, load_reports
from autograder.nbgrader_plugins.gradebook import open_gradebook
from autograder.records import Report
from autograder.release.build import build, publish
from autograder.similar.page import write_similar
from autograder.similar.pairs import ALLOWANCE, SHOWN_FROM, find_pairs
from autograder.submit.handed_in import submitted_students

Answers = dict[str, str]
HandIn = Callable[..., None]


@pytest.fixture(scope="module")
def course(project: Course, tmp_path_factory: pytest.TempPathFactory) -> Course:
    course = make_course(project, tmp_path_factory.mktemp("similar") / "class")
    for name in ("logic_gates", "two_layer"):
        build(course.assignment(name))
    return course


@pytest.fixture
def two_layer(course: Course) -> Iterator[Assignment]:
    yield course.assignment("two_layer")
    shutil.rmtree(course.gradebook / "submitted", ignore_errors=True)


@pytest.fixture
def gives(two_layer: Assignment, tmp_path: Path) -> HandIn:
    """Hand in answers, the reference's where none is named, and cells of one's own."""

    def give(student: str, answers: Answers | None = None, *own: str) -> None:
        hands_in(two_layer, tmp_path, student, answers or {}, *own)

    return give


def hands_in(assignment: Assignment, folder: Path, student: str, answers: Answers, *own: str) -> None:
    cells = [f'# %% nbgrader={{"grade_id": "{name}"}}\n{source}' for name, source in answers.items()]
    sample = folder / f"{student}.py"
    sample.write_text("\n".join([*cells, *(f"# %%\n{source}" for source in own)]), "utf-8")
    hand_in(assignment, {student: sample})


def hands_in_bytes(assignment: Assignment, student: str, data: bytes) -> None:
    path = assignment.submitted_path(student)
    path.parent.mkdir(parents=True)
    path.write_bytes(data)


def listed(assignment: Assignment, reports: list[Report] | None = None) -> list[tuple[str, str]]:
    found = find_pairs(assignment, submitted_students(assignment), reports or [])
    assert len(found.compared) + len(found.unreadable) == len(submitted_students(assignment))
    return [(pair.first, pair.second) for pair in found.pairs]


def styles(assignment: Assignment) -> dict[str, list[str]]:
    """Right answers for each blank: the reference, those of rights.py that stand alone, those of the samples."""
    found = {blank.grade_id: [blank.without_markers()] for blank in assignment.lesson.blanks()}
    tree = ast.parse((assignment.folder / "rights.py").read_text("utf-8"))
    for answer in [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.decorator_list]:
        decorator = answer.decorator_list.pop()
        assert isinstance(decorator, ast.Call)
        blank = ast.literal_eval(decorator.args[0])
        source = ast.unparse(answer)
        if f"def {blank}(" in found[blank][0]:
            source = source.replace(f"def {answer.name}(", f"def {blank}(")
        elif isinstance(answer.body[0], ast.Return) and answer.body[0].value:
            source = f"{blank} = {ast.unparse(answer.body[0].value)}"
        if not {"reference", "answer", "layers", "second"} & set(re.findall(r"\w+", source)):
            found[blank].append(source)
    return found


def renamed(source: str, chance: random.Random) -> str:
    """The parameters and variables of functions have other names, as another student would choose."""
    tree = ast.parse(source)
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    nodes = [node for function in functions for node in ast.walk(function)]
    names = {node.arg for node in nodes if isinstance(node, ast.arg)}
    names |= {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    chosen = {name: f"{chance.choice('abcdefghk')}_{number}" for number, name in enumerate(sorted(names))}
    for node in nodes:
        if isinstance(node, ast.arg):
            node.arg = chosen[node.arg]
        elif isinstance(node, ast.Name):
            node.id = chosen.get(node.id, node.id)
    return ast.unparse(tree)


def an_honest_class(assignment: Assignment, folder: Path, count: int = 30) -> list[str]:
    """Everything is right, in styles that are mixed at random; one student hands in the sample in another style."""
    chance = random.Random(assignment.name)
    known = styles(assignment)
    students = [f"s{number:02}" for number in range(count)]
    for student in students[1:]:
        answers = {blank: chance.choice(sources) for blank, sources in known.items()}
        mine = {blank: renamed(each, chance) if chance.random() < 0.5 else each for blank, each in answers.items()}
        hands_in(assignment, folder, student, mine)
    samples = Path(__file__).parents[1] / "submissions" / assignment.name
    hand_in(assignment, {students[0]: samples / "right_in_another_style.py"})
    return students


@pytest.mark.parametrize("name", ["logic_gates", "two_layer"])
def test_an_honest_class_gives_no_pair(course: Course, tmp_path: Path, name: str) -> None:
    assignment = course.assignment(name)
    assert sum(len(sources) for sources in styles(assignment).values()) > 2 * len(assignment.lesson.blanks())
    students = an_honest_class(assignment, tmp_path)
    found = find_pairs(assignment, students)
    shutil.rmtree(course.gradebook / "submitted")
    assert (found.compared, found.possible, found.pairs, found.unreadable) == (students, 435, [], {})


@pytest.mark.parametrize("name", ["logic_gates", "two_layer"])
def test_the_samples_are_alike_in_nothing(course: Course, name: str) -> None:
    assignment = course.assignment(name)
    samples = sorted((Path(__file__).parents[1] / "submissions" / name).glob("*.*py*"))
    hand_in(assignment, {sample.stem: sample for sample in samples})
    pairs = listed(assignment)
    shutil.rmtree(course.gradebook / "submitted")
    assert pairs == []


# What one student wrote, and what another made of it.
ORIGINAL = {
    "gradients": """def gradients(I, H, Ob, Hb):
    # add up the outer products from the last row to the first
    rows = I.shape[0]
    WHb = np.zeros((I.shape[1], Hb.shape[1]))
    WOb = np.zeros((H.shape[1], Ob.shape[1]))
    for row in range(rows - 1, -1, -1):
        WHb = WHb + np.outer(I[row], Hb[row])
        WOb = WOb + np.outer(H[row], Ob[row])
    return WHb, Hb.T.sum(1)[None], WOb, Ob.T.sum(1)[None]""",
    "relu_backward": """def relu_backward(Ob, O):
    \"\"\"Carry the error Ob back through a ReLU whose output was O; all shapes are the same.\"\"\"
    slope = np.sign(O) * (np.sign(O) + 1) / 2
    return slope * Ob""",
}
COPY = {
    "gradients": """def gradients(x,y,dy,dx):
    '''the gradients'''
    n=x.shape[0]
    second = np.zeros( (y.shape[1], dy.shape[1]) )
    first  = np.zeros( (x.shape[1], dx.shape[1]) )

    for k in range(n-1, -1, -1):
        second += np.outer(y[k], dy[k])
        first  += np.outer(x[k], dx[k])   # one more
    return (first, dx.T.sum(1)[None],
            second, dy.T.sum(1)[None])""",
    "relu_backward": """def relu_backward(back, out):
    return back * ((1 + np.sign(out)) * np.sign(out) / 2)""",
}


def test_a_disguised_copy_comes_first(two_layer: Assignment, gives: HandIn, tmp_path: Path) -> None:
    """Other names, other spacing, no comments, another order of lines and factors."""
    students = an_honest_class(two_layer, tmp_path)
    gives("copy", COPY)
    gives("original", ORIGINAL)
    found = find_pairs(two_layer, [*students, "copy", "original"])
    assert [(pair.first, pair.second) for pair in found.pairs] == [("copy", "original")]
    pair = found.pairs[0]
    assert pair.score > SHOWN_FROM
    lines = {(match.first_cell, match.first_lines, match.second_lines) for match in pair.matches}
    assert {("gradients", (7, 7), (6, 6)), ("gradients", (10, 11), (9, 9))} <= lines
    assert {match.students for match in pair.matches} == {2}
    assert pair.first_cells == {"gradients": COPY["gradients"], "relu_backward": COPY["relu_backward"]}


HELPER = """def flattened(values, low, high):
    kept = []
    for value in values.ravel()[::-1]:
        kept.insert(0, low if value < low else high if value > high else value)
    while len(kept) % 3 and kept[-1] != low:
        kept.append(kept.pop(len(kept) // 2))
    return np.array(kept).reshape(values.shape) - np.median(kept)
"""


def test_a_copied_odd_helper(two_layer: Assignment, gives: HandIn) -> None:
    """It is found in a cell of one's own, and where it was moved into a blank."""
    for number in range(10):
        gives(f"s{number}", {}, "print(forward(I, WH0, BH0, WO0, BO0))")
    gives("x1", {}, HELPER)
    moved = HELPER.replace("flattened", "clip").replace("values", "v").replace("kept", "out")
    gives("x2", {"wo11": f"{moved}\nwo11 = 0.55"})
    assert listed(two_layer) == [("x1", "x2")]


DELTA = "def output_delta(O, T):\n    return {}"
LOST = {
    "cause": "output_delta(O, T)[0, 0] = 0.7, which is not the right value",
    "diagnosis": "factor",
    "advice": "0.937",
}


def a_class_with_a_wrong_number(gives: HandIn) -> None:
    for number in range(8):
        gives(f"s{number}")
    gives("x1", {"output_delta": DELTA.format("2 * (O - T) / O.size * 0.937")})
    gives("x2", {"output_delta": DELTA.format("(O - T) * 0.937 / O.size * 2")})
    gives("x3", {"output_delta": DELTA.format("(O - T) * 0.812 / O.size * 2")})


def test_the_same_wrong_number(two_layer: Assignment, gives: HandIn) -> None:
    """The reports say that it is wrong; then it counts twice, and the page says in what both lost the blank."""
    a_class_with_a_wrong_number(gives)
    assert listed(two_layer) == []
    lost = [cell(check("failed", **LOST), grade_id="output_delta")]
    right = [cell(check(), grade_id="output_delta")]
    reports = [report(student, *(lost if student in ("x1", "x2") else right)) for student in ("s1", "x1", "x2", "x3")]
    found = find_pairs(two_layer, submitted_students(two_layer), reports)
    assert [(pair.first, pair.second) for pair in found.pairs] == [("x1", "x2")]
    told = [(loss.blank, loss.told, loss.students) for loss in found.pairs[0].losses]
    assert told == [("output_delta", "factor: 0.937", 2)]


def test_a_long_number_needs_no_report(two_layer: Assignment, gives: HandIn) -> None:
    gives("x1", {"wo11": "wo11 = 0.613749"})
    gives("x2", {"wo11": "wo11 = .613749  # by trial"})
    assert listed(two_layer) == [("x1", "x2")]


def test_a_number_of_the_lesson_is_nobodys(two_layer: Assignment, gives: HandIn) -> None:
    """0.3743625 stands in the lesson's text."""
    for student in ("x1", "x2"):
        gives(student, {"wo11": "wo11 = 0.3743625"})
    assert listed(two_layer) == []


def test_what_many_wrote_says_nothing(two_layer: Assignment, gives: HandIn) -> None:
    """What three of twenty wrote counts less than what two did; what four did is common."""
    for number in range(20):
        gives(f"s{number:02}", {}, HELPER if number < 3 else "")
    found = find_pairs(two_layer, submitted_students(two_layer))
    assert [(pair.first, pair.second) for pair in found.pairs] == [("s00", "s01"), ("s00", "s02"), ("s01", "s02")]
    assert all(match.students == 3 for match in found.pairs[0].matches)
    two = find_pairs(two_layer, submitted_students(two_layer)[1:])
    whole, less = two.pairs[0].score + ALLOWANCE, found.pairs[0].score + ALLOWANCE
    assert less == pytest.approx(whole / math.log2(3), abs=0.1)
    gives("s99", {}, HELPER)
    assert listed(two_layer) == []


def test_a_template_left_empty_gives_no_pair(two_layer: Assignment, gives: HandIn) -> None:
    released = two_layer.released.read_bytes()
    for number in range(2):
        hands_in_bytes(two_layer, f"s{number}", released)
    assert listed(two_layer) == []
    for number in range(2, 12):
        hands_in_bytes(two_layer, f"s{number}", released)
    gives("x")
    assert listed(two_layer) == []


SHORT = {
    "output_delta": DELTA.format("2 / O.size * np.subtract(O, T)"),
    "hidden_delta": "def hidden_delta(Ob, WO):\n    return np.inner(Ob, WO)",
    "sigmoid": "def sigmoid(x):\n    return np.exp(x) / (np.exp(x) + 1)",
    "relu": "def relu(x):\n    return (np.abs(x) + x) / 2",
    "tanh_backward": "def tanh_backward(Ob, O):\n    return Ob - Ob * O * O",
}
MORE = {
    "forward": "def forward(I, WH, BH, WO, BO):\n    H = np.inner(I, WH.T) + BH\n    return H, np.inner(H, WO.T) + BO",
    "sigmoid_backward": "def sigmoid_backward(Ob, O):\n    return Ob / (1 / O + 1 / (1 - O))",
    "relu_backward": "def relu_backward(Ob, O):\n    return np.sign(np.maximum(O, 0)) * Ob",
    "wo11": "wo11 = round(11 / 20, 2)",
}


def test_short_right_answers_give_no_pair(two_layer: Assignment, gives: HandIn) -> None:
    """Even where two differ from the lesson and rights.py in the same short ways, and nobody else does."""
    for student in ("s1", "s2", "s3"):
        gives(student)
    for student in ("x1", "x2"):
        gives(student, SHORT)
    assert listed(two_layer) == []


def test_short_answers_in_one_blank_after_another_do(two_layer: Assignment, gives: HandIn) -> None:
    for student in ("s1", "s2", "s3"):
        gives(student)
    for student in ("x1", "x2"):
        gives(student, SHORT | MORE)
    assert listed(two_layer) == [("x1", "x2")]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("a = np.linalg.norm(x) * np.ANY(x) - np.cosh(3)", "b = np.ANY(y) * np.linalg.norm(y) - np.cosh(3)"),
        ("q = x.cumsum(axis=1).dot(np.ANY(x)).prod()", "q = np.prod(np.dot(np.cumsum(z, axis=1), np.ANY(z)))"),
        ("if np.ANY(m) >= np.median(m): m += np.kron(m, m)", "if np.median(k)<=np.ANY(k):\n k=np.kron(k,k)+k"),
        ("k = [np.roll(v, 7), np.ANY(v), -1.50]", "k: tuple = (np.roll(w, 7.0), np.ANY(w), -1.5)"),
        ("import numpy as n\ns = n.hypot(n.ANY(x), x)", "from numpy import *\ns = np.hypot(np.ANY(x), x)"),
        ("%time\nu = np.ANY(np.fix(x)) ** np.log1p(x)", "u = np.power(np.ANY(np.fix(x)), np.log1p(x))"),
        ("x = = 1\nu = np.ANY(np.fix(x)) ** np.log1p(x)", "u = np.ANY(np.fix(x)) ** np.log1p(x)\nfor in y:"),
        ("print 'a'; u np.ANY(np.fix(x)) ** np.log1p(x)", "print 'b'; w np.ANY(np.fix(y)) ** np.log1p(y)"),
        ("self.mine = np.outer(o.mine.T.ANY, o.mine[:, 7])", "self.its = np.outer(p.its.T.ANY, p.its[:, 7])"),
        ("# it is realy the ANY that makes it agree", "u = 1  #  It is realy the ANY: that makes it agree!"),
        ('"""Tow rows of ANY are enogh to see it."""', "# tow rows of ANY are enogh to see it"),
    ],
)
def test_a_disguise_hides_nothing(two_layer: Assignment, gives: HandIn, mine: str, theirs: str) -> None:
    """The same thing written otherwise; three such, for one is too short."""
    for student, source in (("x1", mine), ("x2", theirs)):
        gives(student, {}, *(source.replace("ANY", name) for name in ("tril", "diff", "ceil", "rint")))
    assert listed(two_layer) == [("x1", "x2")]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("u = np.sinc(np.fix(x)) ** np.cbrt(x)", "u = np.rint(np.ceil(x)) ** np.sqrt(x)"),
        ("u = (a - b) / (c - 7 * d) // (e - f)", "u = (a + b) * (c + 7 / d) // (e + f)"),
        ("# a comment of five words", "# another one of six words"),
        ("k = 0.61374", "k = 0.61375"),
    ],
)
def test_what_differs_is_not_alike(two_layer: Assignment, gives: HandIn, mine: str, theirs: str) -> None:
    gives("x1", {}, mine)
    gives("x2", {}, theirs)
    assert listed(two_layer) == []


def notebook_of(sources: list[str]) -> bytes:
    cells = [{"cell_type": "code", "metadata": {}, "source": source, "outputs": []} for source in sources]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}).encode()


def test_files_that_are_no_notebooks_are_listed(two_layer: Assignment, gives: HandIn, tmp_path: Path) -> None:
    gives("s1", {}, HELPER)
    gives("s2", {}, HELPER)
    hands_in_bytes(two_layer, "s3", b"not json")
    hands_in_bytes(two_layer, "s4", b"[" * 100_000)
    found = find_pairs(two_layer, ["s1", "s2", "s3", "s4", "s5"])
    assert [(pair.first, pair.second) for pair in found.pairs] == [("s1", "s2")]
    assert found.compared == ["s1", "s2"]
    assert list(found.unreadable) == ["s3", "s4", "s5"]
    assert found.unreadable["s5"] == "there is no file two_layer.ipynb; hand in the notebook under its own name"
    assert "<li>s3: the file is not a notebook: it is not JSON" in write_similar(found, "T", tmp_path).read_text()


def test_two_thousand_cells(two_layer: Assignment, tmp_path: Path) -> None:
    """Few of what is alike is shown, and what is too much to compare is told."""
    cells = [f"value = np.roll(value, {number}) + value[{number}:].mean()" for number in range(2000)]
    hands_in_bytes(two_layer, "s1", notebook_of(cells))
    hands_in_bytes(two_layer, "s2", notebook_of(cells[:400]))
    hands_in_bytes(two_layer, "s3", notebook_of(["x = 1\n" * 5000, "y = 2"]))
    found = find_pairs(two_layer, ["s1", "s2", "s3"])
    assert found.shortened == ["s1", "s3"]
    assert [(pair.first, pair.second) for pair in found.pairs] == [("s1", "s2")]
    assert len(found.pairs[0].matches) == 100
    text = write_similar(found, "T", tmp_path).read_text()
    assert len(re.findall("<table", text)) == 1 + 2 * 8
    assert re.search(r"They are alike in \d+ more cells\.", text)
    assert "<li>s3: only in part, because there is too much code</li>" in text


HOSTILE = [
    *("'" * 9999, '"""' * 3000, '"""a' * 2000 + "\\", "\\" * 9999, "(" * 9999, "-" * 9999 + "1", "a." * 4000 + "a"),
    *("a+" * 4000 + "a", "not " * 2000 + "1", "if a:\n pass\n" + "elif a:\n pass\n" * 900, "f'{" * 3000),
    *("a b\n" * 2000, "# a b c d\n" * 900, "9" * 9999, "x = 0x" + "f" * 9999, "x = 1e999 + 1j - 1e-400", "a = 1\0\nb"),
    *("\x0c\x0b\x1c\x85\u2028a b", "\u202e\ud800", "%a\n!b\n?c", "match a:\n case {'x': [1, *_]} | 2 if r: pass"),
    "async def f(*a, k=1, **q) -> int:\n async for i in x: await i\n try: yield\n finally: del a[0]",
]


def test_no_source_stops_it(two_layer: Assignment, tmp_path: Path) -> None:
    for number, source in enumerate(HOSTILE):
        hands_in_bytes(two_layer, f"s{number:02}", notebook_of([source]))
    hands_in_bytes(two_layer, "x1", notebook_of([*HOSTILE, HELPER]))
    hands_in_bytes(two_layer, "x2", notebook_of([HELPER, *HOSTILE]))
    found = find_pairs(two_layer, submitted_students(two_layer))
    assert len(found.compared) == len(HOSTILE) + 2
    assert (found.pairs[0].first, found.pairs[0].second) == ("x1", "x2")
    text = write_similar(found, "T", tmp_path).read_text("utf-8")
    assert all(char.isprintable() or char == "\n" for char in text)


def test_markup_is_shown_as_text(two_layer: Assignment, tmp_path: Path) -> None:
    source = "name = '</code></table><script>alert(1)</script> <b>so bold it is</b>'\n" + HELPER
    for student in ("<b>x", 'y" onclick="z'):
        hands_in_bytes(two_layer, student, notebook_of([source]))
    hands_in_bytes(two_layer, "<i>z", b"\x00<u>")
    found = find_pairs(two_layer, submitted_students(two_layer))
    lost = [
        report(pair, cell(check("failed", cause="<em>1</em>"), grade_id="wo11")) for pair in ("<b>x", 'y" onclick="z')
    ]
    found = find_pairs(two_layer, submitted_students(two_layer), lost)
    text = write_similar(found, "<title>", tmp_path).read_text("utf-8")
    assert not re.search(r"<(script|b|i|u|em)\b", text)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "Both lost wo11 in the same way, as nobody else did: &lt;em&gt;1&lt;/em&gt;" in text
    assert 'onclick="' not in text.replace("&#34;", "")
    assert "default-src 'none'" in text
    assert not re.search(r"""(src|href)=["']?(https?:|//)|url\(\s*["']?[^#"')\s]|@import""", text)


def test_the_page(two_layer: Assignment, gives: HandIn, tmp_path: Path) -> None:
    a_class_with_a_wrong_number(gives)
    for student in ("x4", "x5"):
        gives(student, ORIGINAL, HELPER)
    lost = [report(student, cell(check("failed", **LOST), grade_id="output_delta")) for student in ("x1", "x2")]
    found = find_pairs(two_layer, submitted_students(two_layer), lost)
    (tmp_path / "x4.html").touch()
    path = write_similar(found, "Two layers", tmp_path)
    assert path == tmp_path / "similar.html"
    text = path.read_text("utf-8")
    assert '<p class="who">What is alike: 13 submissions, 78 pairs compared, 2 shown</p>' in text
    assert "<h2>Likeness is no proof</h2>" in text
    assert "The score of a pair counts the parts of what both wrote" in text
    assert text.index("x4 and x5") < text.index("x1 and x2")
    assert '<a href="x4.html">x4</a> and x5</span>' in text
    levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    # What belongs together has one number on both sides, in a column of its own.
    marks = re.findall(r'class="same".*?<span>(.*?)</span>', text)
    assert marks.count("1") == 4
    assert "own cell (number" in text


def test_nobody_is_alike(two_layer: Assignment, gives: HandIn, tmp_path: Path) -> None:
    assert (
        "0 submissions, 0 pairs compared, 0 shown"
        in write_similar(find_pairs(two_layer, []), "T", tmp_path).read_text()
    )
    gives("s1")
    text = write_similar(find_pairs(two_layer, ["s1"]), "T", tmp_path).read_text()
    assert "1 submissions, 0 pairs compared, 0 shown" in text
    assert "No two submissions are alike in anything rare." in text


def test_the_same_class_gives_the_same_bytes(two_layer: Assignment, gives: HandIn, tmp_path: Path) -> None:
    students = an_honest_class(two_layer, tmp_path, 5)
    gives("copy", COPY, HELPER)
    gives("original", ORIGINAL, HELPER)
    everybody = [*students, "copy", "original"]
    pages = [
        write_similar(find_pairs(two_layer, order), "T", tmp_path / str(number)).read_bytes()
        for number, order in enumerate([everybody, everybody[::-1], everybody * 2])
    ]
    assert pages[0] == pages[1] == pages[2]


def test_progress_is_told(two_layer: Assignment, gives: HandIn) -> None:
    gives("s1")
    gives("s2")
    heard: list[tuple[str, int, int]] = []
    find_pairs(two_layer, ["s1", "s2"], progress=lambda *told: heard.append(told))
    assert heard == [("", 1, 2), ("", 2, 2)]


@pytest.mark.slow
def test_reports_of_a_graded_class(two_layer: Assignment, gives: HandIn) -> None:
    """What grading says of the same wrong answers is recognised as the same."""
    publish(two_layer)
    gives("s1")
    for student in ("x1", "x2"):
        gives(student, {"wo11": "wo11 = 0.6137", "output_delta": DELTA.format("2 * (O - T) / O.size * 0.937")})
    grade_class(two_layer, "bubblewrap", open_gradebook)
    found = find_pairs(two_layer, submitted_students(two_layer), load_reports(two_layer))
    assert [(pair.first, pair.second) for pair in found.pairs] == [("x1", "x2")]
    assert {"wo11", "output_delta"} <= {loss.blank for loss in found.pairs[0].losses}

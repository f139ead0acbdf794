"""Pairs of submissions that are alike in what hardly anybody else wrote. It accuses nobody: it orders and shows.

Every cell is cut into fragments: its expressions, statements and blocks, where all names that a student invents are
one name and the order of what may be exchanged is one order; and the lines of its comments and texts. What stands in
the release, the lesson, its reference or the other right answers says nothing, nor does what many wrote.

The score of a pair counts the parts of the fragments that both wrote (operators, calls, known names, words, the
digits of long numbers), whole where only these two did, half where four did, a quarter where sixteen did, twice in a
blank that both lost, and without the first eight in each of the three blanks that have most, since short answers are
alike; the own cells count as one blank.
"""

from __future__ import annotations

import math
import re
import warnings
from collections import Counter
from collections.abc import Iterable
from itertools import combinations

import msgspec

from autograder import wording
from autograder.course.course import Assignment
from autograder.progress import Progress, silent
from autograder.records import Report
from autograder.similar.fragments import Cells, Reader, Sizes, Statement, mark_of, number_shape, text_sizes
from autograder.submit.notebook import Unreadable, read_file, read_submission

SHOWN_FROM = 12.0  # the score of a helper of a few lines, or of a wrong number that only two have
MOST_SHOWN = 100  # pairs: nobody looks at more
ALLOWANCE = 8  # parts of a blank that count nothing; `return np.where(x > 0, x, 0)` has seven
ALLOWED_BLANKS = 3  # where that is so: to be alike in a little is chance, but not in one blank after another
LOST_BLANK = 2  # times that a blank counts which both lost: right answers are alike, wrong ones need not be

# What more than a tenth of the class wrote is common and says nothing. A tenth of a small class is nobody, so up to
# three are always few; a tenth of a large one is a crowd, so more than twenty never are.
COMMON_SHARE, COMMON_LEAST, COMMON_MOST = 0.1, 3, 20

MOST_CHARS_OF_A_CELL = 20_000  # a longer one is no answer
MOST_CHARS = 50_000  # of a submission: the answers of the longest reference have 17,000
MOST_STATEMENTS = 100  # of a pair: the evidence is to be read by somebody


class Match(msgspec.Struct):
    """A statement or comment of the first student, and the one of the second that has most in common with it.

    Lines are the first and the last one, counted from 1. `parts` is how much they have in common that is rare, and
    `students` how many wrote the rarest of it.
    """

    first_cell: str
    first_lines: tuple[int, int]
    second_cell: str
    second_lines: tuple[int, int]
    parts: int
    students: int


class Loss(msgspec.Struct, frozen=True, order=True):
    """A blank that both lost with the same mistake, or the same finding; `students` is how many of the class did."""

    blank: str
    told: str
    students: int


class Pair(msgspec.Struct):
    """Two students who share what is rare, the evidence, and the cells in which it stands."""

    first: str
    second: str
    score: float
    losses: list[Loss]
    matches: list[Match]
    first_cells: Cells
    second_cells: Cells


class Comparison(msgspec.Struct):
    """What came of comparing a class: the pairs to look at, the most alike first."""

    compared: list[str] = []
    pairs: list[Pair] = []
    more: int = 0  # pairs above the threshold that are too many to show
    unreadable: dict[str, str] = {}  # who handed in no notebook, and what instead
    shortened: list[str] = []  # of whom not everything was compared, since it is too much

    @property
    def possible(self) -> int:
        """How many pairs the class has."""
        return len(self.compared) * (len(self.compared) - 1) // 2


def find_pairs(
    assignment: Assignment,
    students: Iterable[str],
    reports: Iterable[Report] = (),
    progress: Progress = silent,
) -> Comparison:
    """Compare what these students handed in, each with each; nothing of it is run.

    `reports` tell which blanks were lost, and how. A file that cannot be read stops nothing: it is listed.
    """
    chosen = sorted(set(students))
    made = Comparison()
    works: dict[str, dict[str, Sizes]] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Python's parser warns of a student's "\d"
        reader = Reader(assignment.lesson)
        given = _given(assignment, reader)
        for number, student in enumerate(chosen, start=1):
            try:
                cells, is_shortened = _cells(assignment, student)
            except Unreadable as unreadable:
                made.unreadable[student] = str(unreadable)
            else:
                made.compared.append(student)
                made.shortened += [student] if is_shortened else []
                works[student] = {name: _without(given, read) for name, read in reader.read(cells).items()}
            progress("", number, len(chosen))
        likeness = _Likeness(works, {blank.grade_id for blank in assignment.lesson.blanks()}, reports)
        scored = likeness.scores()
        made.more = max(len(scored) - MOST_SHOWN, 0)
        for score, first, second in scored[:MOST_SHOWN]:
            cells_of_both = _cells(assignment, first)[0], _cells(assignment, second)[0]
            made.pairs.append(_pair(likeness, reader, (first, second), cells_of_both, score))
    return made


def _cells(assignment: Assignment, student: str) -> tuple[Cells, bool]:
    """The blanks and the student's own cells, and whether there is more than is compared."""
    submission = read_submission(read_file(assignment.submitted_path(student)), assignment)
    given = {cell.grade_id for cell in assignment.lesson.cells if cell.role == "given"}
    cells: Cells = {}
    left, is_shortened = MOST_CHARS, False
    for cell in submission.cells:
        if cell.name in given:
            continue
        if len(cell.source) > min(left, MOST_CHARS_OF_A_CELL):
            is_shortened = True
            continue
        left -= len(cell.source)
        cells[cell.name] = cell.source.replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ")
    return cells, is_shortened


_QUOTED = re.compile(r"```\w*\n(.*?)```|`([^`\n]+)`", re.DOTALL)  # code in Markdown
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def _given(assignment: Assignment, reader: Reader) -> set[int]:
    """The fragments that nobody had to invent."""
    texts = [cell.source for cell in assignment.lesson.cells if cell.role == "text"]
    code = [cell.source for cell in assignment.lesson.cells if cell.role != "text"]
    rights = assignment.folder / "rights.py"
    if rights.is_file():
        code.append(rights.read_text("utf-8"))
    if assignment.released.is_file():
        code += [cell.source for cell in read_submission(assignment.released.read_bytes(), assignment).cells]
    quoted = [part for text in texts for parts in _QUOTED.findall(text) for part in parts]
    read = [reader.read({"": source})[""] for source in code + quoted]
    given = {mark for statements in read for statement in statements for mark in statement.sizes}
    given |= {mark_of("number", [number_shape(float(number))]) for text in texts for number in _NUMBER.findall(text)}
    # As a text, too: who turns a given line into a comment has not invented it.
    return given | {mark for source in code + texts for line in source.split("\n") for mark in text_sizes(line)}


def _without(given: set[int], statements: Iterable[Statement]) -> Sizes:
    return {mark: size for each in statements for mark, size in each.sizes.items() if mark not in given}


class _Likeness:
    """What is rare in a class, and who shares it.

    It goes from each rare fragment to those who wrote it, so pairs that share nothing are never looked at.
    """

    def __init__(self, works: dict[str, dict[str, Sizes]], blanks: set[str], reports: Iterable[Report]) -> None:
        self._works, self._blanks = works, blanks
        self._sizes: Sizes = {}
        writers: dict[int, list[str]] = {}
        for student, cells in works.items():
            theirs = {mark: size for sizes in cells.values() for mark, size in sizes.items()}
            self._sizes |= theirs
            for mark in theirs:
                writers.setdefault(mark, []).append(student)
        self._most = min(max(COMMON_LEAST, int(COMMON_SHARE * len(works))), COMMON_MOST)
        self._writers = {mark: students for mark, students in writers.items() if 2 <= len(students) <= self._most}
        self._lost = {report.student: _lost(report) for report in reports if report.student in works}
        self._losers = Counter(loss for losses in self._lost.values() for loss in losses)

    def scores(self) -> list[tuple[float, str, str]]:
        """The pairs from the threshold on, the most alike first: score, first student, second student."""
        at_most: dict[tuple[str, str], float] = {}
        for mark, students in self._writers.items():
            size = LOST_BLANK * self._sizes[mark] / math.log2(len(students))
            for pair in combinations(students, 2):
                at_most[pair] = at_most.get(pair, 0.0) + size
        scored = [(self._score(*pair), *pair) for pair, size in at_most.items() if size >= SHOWN_FROM]
        return sorted((each for each in scored if each[0] >= SHOWN_FROM), key=lambda each: (-each[0], *each[1:]))

    def _score(self, first: str, second: str) -> float:
        shared = self.shared(first, second)
        lost = {blank for blank, _ in self._lost.get(first, ())} & {blank for blank, _ in self._lost.get(second, ())}
        parts: dict[str, float] = {}
        # Each fragment counts once: in a blank that both lost, if it stands in one.
        for name, sizes in sorted(self._works[first].items(), key=lambda cell: cell[0] not in lost):
            blank = name if name in self._blanks else ""
            for mark in [mark for mark in sizes if mark in shared]:
                parts[blank] = parts.get(blank, 0.0) + sizes[mark] / math.log2(shared.pop(mark))
        for blank in sorted(parts, key=lambda blank: -parts[blank])[:ALLOWED_BLANKS]:
            parts[blank] = max(parts[blank] - ALLOWANCE, 0.0)
        return round(sum(size * (LOST_BLANK if blank in lost else 1) for blank, size in parts.items()), 1)

    def shared(self, first: str, second: str) -> dict[int, int]:
        """The rare fragments that both wrote, and how many students did."""
        mine, theirs = ({mark for sizes in self._works[each].values() for mark in sizes} for each in (first, second))
        return {mark: len(self._writers[mark]) for mark in mine & theirs if mark in self._writers}

    def losses(self, first: str, second: str) -> list[Loss]:
        """The blanks that both lost in the same way, where few did."""
        both = self._lost.get(first, set()) & self._lost.get(second, set())
        return sorted(Loss(*each, self._losers[each]) for each in both if self._losers[each] <= self._most)


def _lost(report: Report) -> set[tuple[str, str]]:
    """The blanks that a student filled in and lost, each with the mistakes or findings."""
    failed = [(cell.grade_id, check) for cell in report.cells for check in cell.checks if check.outcome == "failed"]
    return {
        (blank, wording.mistake(check) or wording.one_line(check.cause))
        for blank, check in failed
        if check.diagnosis != "empty"
    }


def _pair(
    likeness: _Likeness, reader: Reader, students: tuple[str, str], cells: tuple[Cells, Cells], score: float
) -> Pair:
    """The evidence: each statement of the first student that holds something shared, and the second's likest."""
    shared = likeness.shared(*students)
    first, second = (_holding(shared, reader, side) for side in cells)
    matches: list[Match] = []
    taken: set[tuple[str, tuple[int, int]]] = set()
    for name, mine in first:
        # The likest; of several such the one of the same cell, and then one that is not another's already.
        other, theirs = max(
            second,
            key=lambda each: (_in_common(mine, each[1], shared), each[0] == name, (each[0], each[1][:2]) not in taken),
        )
        taken.add((other, theirs[:2]))
        parts = _in_common(mine, theirs, shared)
        writers = min(shared[mark] for mark in mine.sizes if mark in shared)
        matches.append(Match(name, mine[:2], other, theirs[:2], parts, writers))
    first_cells = {match.first_cell: cells[0][match.first_cell] for match in matches}
    second_cells = {match.second_cell: cells[1][match.second_cell] for match in matches}
    return Pair(*students, score, likeness.losses(*students), matches, first_cells, second_cells)


def _holding(shared: dict[int, int], reader: Reader, cells: Cells) -> list[tuple[str, Statement]]:
    """The statements that hold something shared, those that hold most of it if there are very many."""
    statements = [(name, statement) for name, read in reader.read(cells).items() for statement in read]
    held = [(_in_common(each, each, shared), number) for number, (_, each) in enumerate(statements)]
    most = sorted((-size, number) for size, number in held if size)[:MOST_STATEMENTS]
    return [statements[number] for number in sorted(number for _, number in most)]


def _in_common(mine: Statement, theirs: Statement, shared: dict[int, int]) -> int:
    return sum(size for mark, size in mine.sizes.items() if mark in shared and mark in theirs.sizes)

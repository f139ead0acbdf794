"""The page that shows the submissions that are alike, two and two beside each other."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from autograder.files import page_name
from autograder.report.pages import page_templates, write_page
from autograder.similar.pairs import ALLOWANCE, ALLOWED_BLANKS, COMMON_MOST, SHOWN_FROM, Comparison, Match, Pair

NAME = "similar.html"
_AROUND = 2  # lines above and below what is alike
_MOST_CELLS = 8  # of a pair
_MOST_LINES = 50  # of a cell
_LONGEST_LINE = 200


class Line(NamedTuple):
    """A line of a cell, or, without a number, lines left out; `same` numbers what the other student has, too."""

    number: int
    text: str
    same: str


class Side(NamedTuple):
    student: str
    cell: str
    lines: list[Line]


class Sides(NamedTuple):
    """A cell of each student; `students` is how many wrote the rarest thing that these have in common."""

    first: Side
    second: Side
    students: int


class Shown(NamedTuple):
    """A pair as the page has it; `more` is how many cells are too many to show."""

    pair: Pair
    sides: list[Sides]
    more: int


def write_similar(comparison: Comparison, title: str, folder: Path) -> Path:
    """Write `similar.html` into `folder`, with links to the students' reports that are there; returns its path."""
    students = {student for pair in comparison.pairs for student in (pair.first, pair.second)}
    page = page_templates().get_template("similar.html.j2")
    text = page.render(
        title=title,
        comparison=comparison,
        shown=[_shown(pair) for pair in comparison.pairs],
        linked={student for student in students if (folder / page_name(student)).is_file()},
        shown_from=SHOWN_FROM,
        allowance=ALLOWANCE,
        allowed_blanks=ALLOWED_BLANKS,
        common_most=COMMON_MOST,
    )
    write_page(folder / NAME, text)
    return folder / NAME


def _shown(pair: Pair) -> Shown:
    """The cells in which the two are alike, most first. What belongs together has the same number on both sides."""
    matches: dict[tuple[str, str], list[Match]] = {}
    for match in pair.matches:
        matches.setdefault((match.first_cell, match.second_cell), []).append(match)
    order = sorted(matches, key=lambda cells: -sum(match.parts for match in matches[cells]))
    sides: list[Sides] = []
    numbered = 1
    for first, second in order[:_MOST_CELLS]:
        here = matches[first, second]
        mine, theirs = [match.first_lines for match in here], [match.second_lines for match in here]
        sides.append(
            Sides(
                Side(pair.first, _named(first), _lines(pair.first_cells[first], mine, numbered)),
                Side(pair.second, _named(second), _lines(pair.second_cells[second], theirs, numbered)),
                min(match.students for match in here),
            )
        )
        numbered += len(here)
    return Shown(pair, sides, len(order) - len(sides))


def _lines(source: str, spans: list[tuple[int, int]], number: int) -> list[Line]:
    """The lines of these spans, which are numbered from `number` on, and a few around each."""
    text = source.rstrip().split("\n")
    same: dict[int, list[int]] = {}
    for this, (first, last) in enumerate(spans, start=number):
        for line in range(first, last + 1):
            same.setdefault(line, []).append(this)
    near = {line + step for line in same for step in range(-_AROUND, _AROUND + 1)}
    lines: list[Line] = []
    before = 0
    for line in sorted(near & set(range(1, len(text) + 1)))[:_MOST_LINES]:
        if line > before + 1:
            lines.append(Line(0, "", ""))
        lines.append(Line(line, _shortened(text[line - 1]), ", ".join(map(str, same.get(line, [])))))
        before = line
    return [*lines, Line(0, "", "")] if before < len(text) else lines


def _named(cell: str) -> str:
    """A cell of the student's own is known by its number among the code cells only: "number 12"."""
    return f"own cell ({cell})" if cell.startswith("number ") else cell


def _shortened(line: str) -> str:
    line = line.expandtabs(4)
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]} …"

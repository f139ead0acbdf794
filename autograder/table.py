"""The checks of one graded cell as a table, for the places that are not ours: formgrader, feedback, a terminal."""

from __future__ import annotations

import textwrap
from html import escape
from typing import Any

from autograder.records import CellReport, CheckReport
from autograder.wording import FOLLOWED_THROUGH, entries_told, is_lost, mistake, one_line, outcome, remark, score

WIDTH = 100  # columns of a terminal

# Colours only where they carry no text: the page around the table may be light or dark.
_EDGES = {"passed": "#2da44e", "failed": "#cf222e", "not run": "#8c959f", "grader error": "#bf8700"}
_CELL = "padding: 0.3em 0.7em; text-align: left; vertical-align: top"


def graded_outputs(cell: CellReport) -> list[dict[str, Any]]:
    """The outputs of a graded cell in a notebook. nbgrader takes the first result as the score, a plain float from 0 to
    the maximum; the table stands under it."""
    points = min(max(float(cell.points or 0.0), 0.0), float(cell.max_points))
    table = {"text/plain": checks_table_text(cell), "text/html": checks_table_html(cell)}
    return [
        {"output_type": "execute_result", "metadata": {}, "data": {"text/plain": repr(points)}, "execution_count": 1},
        {"output_type": "display_data", "metadata": {}, "data": table},
    ]


def checks_table_html(cell: CellReport) -> str:
    """A fragment that needs no stylesheet and no script; everything in it is escaped."""
    head = "".join(
        f'<th scope="col" style="{_CELL}">{name}</th>' for name in ("Check", "Outcome", "Points", "What was seen")
    )
    rows = "\n".join(_row(check) for check in cell.checks)
    return (
        f'<table style="border-collapse: collapse; width: 100%; color: inherit">\n'
        f'<caption style="text-align: left; color: inherit; font-weight: bold">{escape(_headline(cell))}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
        + "".join(f"\n<p>{escape(text)}</p>" for text in _below(cell))
    )


def checks_table_text(cell: CellReport) -> str:
    """One line a check: outcome, points, sentence; under it what the check saw and the mistake."""
    lines = [_headline(cell)]
    outcomes = max((len(check.outcome) for check in cell.checks), default=0)
    points = max((len(_points(check)) for check in cell.checks), default=0)
    for check in cell.checks:
        start = f"  {check.outcome:{outcomes}}  {_points(check):>{points}}  "
        lines += _wrapped(one_line(check.sentence), start)
        told = remark(check), entries_told(check.wrong_entries), mistake(check)
        for text in (FOLLOWED_THROUGH if check.followed_through else "", *told):
            lines += _wrapped(text, " " * len(start))
    for text in _below(cell):
        lines += _wrapped(text, "  ")
    return "\n".join(line.rstrip() for line in lines)


def _headline(cell: CellReport) -> str:
    title, name = one_line(cell.title), one_line(cell.grade_id)
    return f"{name if title in ('', name) else f'{name}: {title}'} ({score(cell.points, cell.max_points)} points)"


def _row(check: CheckReport) -> str:
    told = remark(check), entries_told(check.wrong_entries), mistake(check)
    seen = "<br>".join(escape(text) for text in told if text)
    texts = escape(one_line(check.sentence)), escape(outcome(check)), _points(check), seen
    cells = "".join(f'<td style="{_CELL}">{text}</td>' for text in texts)
    return f'<tr style="border-left: 4px solid {_EDGES[check.outcome]}">{cells}</tr>'


def _below(cell: CellReport) -> list[str]:
    """What stands under the checks: the pictures in words, and where to read again."""
    again = f'Read again in the notebook: "{one_line(cell.section)}"' if cell.section and is_lost(cell) else ""
    return [text for text in (*(one_line(picture.alt) for picture in cell.pictures), again) if text]


def _points(check: CheckReport) -> str:
    return score(check.points, check.max_points)


def _wrapped(text: str, start: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=start, subsequent_indent=" " * len(start), break_on_hyphens=False)

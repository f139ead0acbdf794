"""Whether two versions of the project come to the same results, byte by byte.

    python tests/bench/same.py make FOLDER            # in each version: the demonstration, and the exam of 200
    python tests/bench/same.py compare FOLDER FOLDER  # reports, pages, scores, notebooks, rows of the gradebook

What no two runs have in common is left aside: seconds, random ids of rows, times of submission, the folder's own name.
"""

from __future__ import annotations

import contextlib
import re
import secrets
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "exam"), str(TESTS / "support")]

_COMPARED = ("reports", "published", "autograded", "feedback", "exports")
_SECONDS = re.compile(rb'(<td class="flags">[^<]*</td><td class="number">)\d+\.\d\d</td>')
_ROWS = """
SELECT assignment.name, submitted_assignment.student_id, base_cell.name, grade.auto_score, grade.manual_score,
       grade.extra_credit, grade.needs_manual_grade
FROM grade JOIN base_cell ON base_cell.id = grade.cell_id
JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
JOIN assignment ON assignment.id = submitted_assignment.assignment_id
UNION ALL
SELECT assignment.name, submitted_assignment.student_id, base_cell.name, comment.auto_comment, comment.manual_comment,
       NULL, NULL
FROM comment JOIN base_cell ON base_cell.id = comment.cell_id
JOIN submitted_notebook ON submitted_notebook.id = comment.notebook_id
JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
JOIN assignment ON assignment.id = submitted_assignment.assignment_id
UNION ALL
SELECT assignment.name, submitted_assignment.student_id, '', submitted_notebook.late_submission_penalty,
       submitted_notebook.flagged, NULL, NULL
FROM submitted_notebook
JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
JOIN assignment ON assignment.id = submitted_assignment.assignment_id
"""


def make(folder: Path) -> None:
    """The demonstration and the exam of 200 in `folder`, each with the same secret every time."""
    from test_class_of_200 import hold

    from autograder.course.course import Course
    from autograder.demo.story import tell
    from autograder.progress import silent

    secrets.token_hex = lambda size=32: "5" * 2 * (size or 32)
    project = Course(Path(__file__).resolve().parents[2])
    tell(project, folder / "demo", "bubblewrap", print, lambda _: contextlib.nullcontext(silent))
    (folder / "exam").mkdir()
    hold(folder / "exam")


def compare(one: Path, other: Path) -> Iterator[str]:
    """What differs, a line each."""
    for course in ("demo", "exam"):
        before, after = (_results(each / course) for each in (one, other))
        yield from (f"{name}: only on one side" for name in sorted(before.keys() ^ after.keys()))
        yield from (f"{name}: differs" for name in sorted(before.keys() & after.keys()) if before[name] != after[name])


def _results(course: Path) -> dict[str, object]:
    """Everything that a course has come to, by name."""
    found: dict[str, object] = {}
    for folder in _COMPARED:
        for path in sorted((course / "gradebook" / folder).rglob("*")):
            if path.is_file() and path.name not in ("journal.jsonl", "timestamp.txt"):
                content = path.read_bytes().replace(str(course).encode(), b"COURSE")
                found[f"{course.name}/{path.relative_to(course)}"] = _SECONDS.sub(rb"\1", content)
    with contextlib.closing(sqlite3.connect(course / "gradebook" / "gradebook.db")) as db:
        for number, row in enumerate(sorted(db.execute(_ROWS), key=repr)):
            found[f"{course.name}, row {number} of the gradebook"] = row
    return found


if __name__ == "__main__":
    folders = [Path(name).resolve() for name in sys.argv[2:]]
    if sys.argv[1] == "make":
        make(*folders)
    else:
        differences = list(compare(*folders))
        compared = len(_results(folders[0] / "demo")) + len(_results(folders[0] / "exam"))
        print("\n".join([*differences, f"{compared} files and rows compared, {len(differences)} differ"]))
        sys.exit(bool(differences))

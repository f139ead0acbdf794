"""The last look at a release: nothing unlisted, no solution, no hidden check, no output may reach a student."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from autograder.course.course import Assignment
from autograder.course.lesson import BEGIN, END, parts_of
from autograder.errors import CourseError

_SHORTEST = 8  # characters: a shorter line of a solution is no secret


def check_release(assignment: Assignment) -> None:
    """Raise CourseError at the first thing in the release folder that must not be there."""
    folder = assignment.released.parent
    listed = {assignment.released.name, *(Path(name).name for name in assignment.settings.data)}
    for path in sorted(folder.rglob("*")):
        if path.name not in listed or path.parent != folder or path.is_symlink():
            raise CourseError(
                path,
                "is not listed and must not be released",
                'List it under "data" in assignment.toml or remove it',
            )
    notebook = json.loads(assignment.released.read_text("utf-8"))
    for cell in notebook["cells"]:
        where = f"{assignment.released}, cell '{cell['id']}'"
        if cell.get("outputs") or cell.get("execution_count"):
            raise CourseError(where, "holds an output", "Build the release again from the lesson")
        _check_metadata(where, cell["metadata"])
    text = _text(notebook)
    for secret, what in _secrets(assignment):
        if secret in text:
            raise CourseError(assignment.released, f"holds {what}: {secret!r}", "Fix the lesson's solution region")


def _check_metadata(where: str, metadata: dict[str, Any]) -> None:
    unknown = set(metadata) - {"nbgrader", "deletable", "editable"}
    if unknown:
        raise CourseError(where, f"has the metadata {', '.join(sorted(unknown))}", "Only nbgrader's own is released")


def _secrets(assignment: Assignment) -> list[tuple[str, str]]:
    """Everything that only instructors may read, and what it is."""
    secrets = [(BEGIN, "a solution marker"), (END, "a solution marker")]
    public = _public_text(assignment)
    for cell in assignment.lesson.blanks():
        for line in solution_lines(cell.source):
            if len(line) >= _SHORTEST and line not in public:
                secrets.append((line, f"a line of the solution of '{cell.grade_id}'"))
    checks = assignment.checks
    secrets += [(check.name, "a hidden check") for check in checks.checks if len(check.name) >= _SHORTEST]
    secrets += [(check.sentence, "a hidden check") for check in checks.checks]
    secrets += [(wrong.advice, f"the known wrong answer '{wrong.name}'") for wrong in checks.wrongs]
    return secrets


def solution_lines(source: str) -> list[str]:
    """The lines between BEGIN SOLUTION and END SOLUTION, without indentation and comments."""
    lines = [line.strip() for part, line in parts_of(source) if part == "solution" and line.strip()]
    return [re.sub(r"\s+# .*$", "", line) for line in lines]


def _public_text(assignment: Assignment) -> str:
    """What the lesson shows to everybody."""
    parts = []
    for cell in assignment.lesson.cells:
        pattern = rf"[^\n]*{re.escape(BEGIN)}[\s\S]*?{re.escape(END)}"
        parts.append(re.sub(pattern, "", cell.source) if cell.role == "blank" else cell.source)
    return "\n".join(parts)


def _text(notebook: dict[str, Any]) -> str:
    sources = (cell["source"] for cell in notebook["cells"])
    return "\n".join(source if isinstance(source, str) else "".join(source) for source in sources)

"""The house: rooms import only from rooms below them, files never in a circle, and nbgrader has two rooms."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

ENGINE = Path(__file__).resolve().parents[1] / "autograder"
# From the lowest. A file that lies in no folder is a room of its own; rooms of one line do not import each other.
ROOMS = """
sandbox.inside
errors moved
records
files wording progress options
table
asserts
course
checks nbgrader_host
sandbox
submit
explain
grade
moderate
report
similar
exam
release author
nbgrader_plugins
demo
commands
cli
__main__
"""
FLOORS = {room: floor for floor, line in enumerate(ROOMS.strip().splitlines()) for room in line.split()}
OF_NBGRADER = ("nbgrader", "nbconvert", "nbformat", "jupyter_client", "traitlets")


def modules() -> dict[str, Path]:
    return {
        ".".join(path.relative_to(ENGINE).with_suffix("").parts): path
        for path in sorted(ENGINE.rglob("*.py"))
        if path.stem != "__init__"
    }


def imported_by(module: str, path: Path) -> set[str]:
    """All that a file imports, wherever in it: in functions and under TYPE_CHECKING too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            beside = f"autograder.{module.rpartition('.')[0]}" if node.level else ""
            base = ".".join(part for part in (beside, node.module) if part)
            found |= {base, *(f"{base}.{each.name}" for each in node.names)}
    return found


def arrows() -> dict[str, set[str]]:
    """For each module of the engine, those of the engine that it imports."""
    there = modules()
    return {
        module: {name.removeprefix("autograder.") for name in imported_by(module, path)} & there.keys()
        for module, path in there.items()
    }


def room(module: str) -> str:
    return "sandbox.inside" if module.startswith("sandbox.inside.") else module.split(".")[0]


def test_every_arrow_points_down() -> None:
    up = [
        f"{module} -> {other}"
        for module, others in arrows().items()
        for other in others
        if room(module) != room(other) and FLOORS[room(module)] <= FLOORS[room(other)]
    ]
    assert up == []


def test_no_files_import_each_other_in_a_circle() -> None:
    assert len([*TopologicalSorter(arrows()).static_order()]) == len(modules())


def test_only_two_rooms_import_nbgrader() -> None:
    outside = [
        module
        for module, path in modules().items()
        if room(module) not in ("nbgrader_host", "nbgrader_plugins")
        and any(name.split(".")[0] in OF_NBGRADER for name in imported_by(module, path))
    ]
    assert outside == []


def test_no_file_is_longer_than_a_sitting() -> None:
    assert [module for module, path in modules().items() if len(path.read_text("utf-8").splitlines()) >= 350] == []

"""The house: rooms import only from rooms below them, files never in a circle, and nbgrader has two rooms."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ENGINE = Path(__file__).resolve().parents[1] / "autograder"
# From the lowest. A file that lies in no folder is a room of its own; rooms of one line do not import each other.
ROOMS = """
sandbox.inside
errors moved
records
files stages processes wording progress options
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


def modules(engine: Path = ENGINE) -> dict[str, Path]:
    return {
        ".".join(path.relative_to(engine).with_suffix("").parts): path
        for path in sorted(engine.rglob("*.py"))
        if path.stem != "__init__"
    }


def imported_by(module: str, path: Path) -> set[str]:
    """All that a file imports, wherever in it: in functions and under TYPE_CHECKING too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = ["autograder", *module.split(".")][: -node.level] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            found |= {base, *(f"{base}.{each.name}" for each in node.names)}
    return found


def arrows(engine: Path = ENGINE) -> dict[str, set[str]]:
    """For each module of the engine, those of the engine that it imports."""
    there = modules(engine)
    return {
        module: {name.removeprefix("autograder.") for name in imported_by(module, path)} & there.keys()
        for module, path in there.items()
    }


def room(module: str) -> str:
    return "sandbox.inside" if module.startswith("sandbox.inside.") else module.split(".")[0]


def arrows_up(engine: Path = ENGINE) -> list[str]:
    """The imports that do not go to a lower room, nor stay in their own."""
    return sorted(
        f"{module} -> {other}"
        for module, others in arrows(engine).items()
        for other in others
        if room(module) != room(other) and FLOORS[room(module)] <= FLOORS[room(other)]
    )


def in_order(engine: Path = ENGINE) -> list[str]:
    """The modules, each after those that it imports. Raises CycleError for files that import each other in a circle."""
    return [*TopologicalSorter(arrows(engine)).static_order()]


def outside_of_its_rooms(engine: Path = ENGINE) -> list[str]:
    """The modules that import nbgrader and may not."""
    return [
        module
        for module, path in modules(engine).items()
        if room(module) not in ("nbgrader_host", "nbgrader_plugins")
        and any(name.split(".")[0] in OF_NBGRADER for name in imported_by(module, path))
    ]


def test_every_arrow_points_down() -> None:
    assert arrows_up() == []


def test_no_files_import_each_other_in_a_circle() -> None:
    assert sorted(in_order()) == sorted(modules())


def test_only_two_rooms_import_nbgrader() -> None:
    assert outside_of_its_rooms() == []


def test_no_file_is_longer_than_a_sitting() -> None:
    assert [module for module, path in modules().items() if len(path.read_text("utf-8").splitlines()) >= 350] == []


# Another house, in which these rules are broken.

IN_A_FUNCTION = "def grade():\n    from autograder.report.pages import write\n    write()\n"
FOR_TYPES = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from autograder.grade.engine import grade\n"


def house(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_an_arrow_up_is_seen_wherever_it_stands(tmp_path: Path) -> None:
    files = {
        "errors": "",
        "cli": "",
        "files": "import json\nfrom autograder import errors\n",
        "wording": "from . import files\n",  # of the same line
        "records": "import autograder.cli as line\n",
        "report/pages": "",
        "grade/engine": IN_A_FUNCTION,
        "grade/run": "from autograder.grade.engine import grade\nfrom .engine import grade\n",
        "explain/evidence": FOR_TYPES,
        "sandbox/inside/protocol": "from ...errors import CourseError\n",
        "sandbox/session": "from .inside import protocol\nfrom .inside.protocol import pack\n",
    }
    assert arrows_up(house(tmp_path, files)) == [
        "explain.evidence -> grade.engine",
        "grade.engine -> report.pages",
        "records -> cli",
        "sandbox.inside.protocol -> errors",
        "wording -> files",
    ]


def test_a_circle_is_seen(tmp_path: Path) -> None:
    files = {"grade/run": "from .engine import grade\n", "grade/engine": "def grade():\n    from . import run\n"}
    with pytest.raises(CycleError):
        in_order(house(tmp_path, files))


def test_who_imports_nbgrader_is_seen(tmp_path: Path) -> None:
    files = {
        "nbgrader_plugins/ours": "from nbgrader.plugins import BasePlugin\n",
        "nbgrader_host/api": "import nbgrader.apps\n",
        "grade/run": "def grade():\n    import nbformat.v4 as notebooks\n",
        "grade/engine": "from autograder.nbgrader_host import api\n",
    }
    assert outside_of_its_rooms(house(tmp_path, files)) == ["grade.run"]

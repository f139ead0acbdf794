"""An exam without a lesson: the rules, the exchange and the ledger need none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from exam_times import RULES

from autograder.course import Assignment, Course

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def exam(tmp_path: Path) -> Callable[..., Assignment]:
    """How to make the exam `final` with these rules besides the times."""

    def make(more: str = "", rules: str = RULES) -> Assignment:
        folder = tmp_path / "course" / "solutions" / "final"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "assignment.toml").write_text('title = "Final exam"\n')
        (folder / "exam.toml").write_text(rules + more)
        config = folder.parents[1] / "nbgrader_config.py"
        config.write_bytes((ROOT / "nbgrader_config.py").read_bytes())
        return Course(folder.parents[1]).assignment("final")

    return make


@pytest.fixture
def inbound(tmp_path: Path) -> Path:
    """The folder of the exchange into which students submit."""
    folder = tmp_path / "course" / "gradebook" / "exchange" / "neural_networks" / "inbound"
    folder.mkdir(parents=True)
    return folder

"""What several test modules need: the course itself, and a course that holds one small assignment."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course import Course

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def project() -> Course:
    """This project as a course."""
    return Course(ROOT)

"""A sandbox for tests that need nothing special of one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autograder.sandbox.sandbox import Sandbox


@pytest.fixture(scope="session")
def warm() -> Iterator[Sandbox]:
    box = Sandbox(["numpy"], "bubblewrap")
    yield box
    box.close()

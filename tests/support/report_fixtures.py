"""A small class: everything right, one mistake, a grader error, a hostile student."""

from __future__ import annotations

import pytest
from by_hand import MISSING_MEAN, cell, check, report

from autograder.records import Report


@pytest.fixture
def right() -> Report:
    return report("s01", cell(check()), cell(check(points=1.0), grade_id="train", title="train"))


@pytest.fixture
def wrong() -> Report:
    """One mistake, and a training loop that is right but for it."""
    followed = check(points=1.0, cause="with your own backward: wrong", followed_through=True)
    return report("s02", cell(check("failed", **MISSING_MEAN)), cell(followed, grade_id="train", title="train"))


@pytest.fixture
def unknown() -> Report:
    fault = check("grader error", cause="check 'agrees' stops: KeyError: 'X'")
    return report("s03", cell(fault), cell(check("not run", 1.0), grade_id="train", title="train"))


@pytest.fixture
def hostile() -> Report:
    text = "<script>alert(1)</script> \"'&\x1b[31m\x00\u202e\r\n=1+1"
    bad = check("failed", sentence=text, cause=text, diagnosis=text, advice=text)
    return report(f"=../{text}", cell(bad, title=text), problems=[text], sandbox="none")

"""The documents name files that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
ROOMS = "|".join(path.name for path in (ROOT / "autograder").iterdir() if path.is_dir() and path.name != "demo")
# In backquotes, from the project's folder or from autograder/; what has <such> or SUCH words in it names no one file.
PATH = re.compile(rf"`((?:autograder|tests|docs|solutions|source_data|\.ci|\.github|{ROOMS})/[a-z0-9_./*-]*)`")
MADE_BY_A_READER = ("solutions/slope/", "solutions/momentum/")  # docs/authoring.md writes them
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_files_that_are_there(page: Path) -> None:
    text = page.read_text("utf-8")
    if page.name == "CHANGELOG.md":  # tells what was, too
        text = text.partition("\n## 1.1.0")[0]
    named = [name for name in PATH.findall(text) if not name.startswith(MADE_BY_A_READER)]
    gone = [name for name in named if not [*ROOT.glob(name)] and not [*ROOT.glob(f"autograder/{name}")]]
    gone += [link for link in LINK.findall(text) if not (page.parent / link).exists()]
    assert gone == []

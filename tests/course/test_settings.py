"""What assignment.toml may set, and where it is told."""

import re
from pathlib import Path

from autograder.course.settings import Limits

ROOT = Path(__file__).resolve().parents[2]


def test_the_documents_name_every_limit_with_its_default() -> None:
    _, _, rows = (
        (ROOT / "docs" / "security.md").read_text("utf-8").partition("| limit | default | what a student reads |")
    )
    told = re.findall(r"^\| `(\w+)` \| (any|\d[\d,]*)", rows.partition("\n\n")[0], re.MULTILINE)
    limits = {name: getattr(Limits(), name) for name in Limits.__struct_fields__}
    assert {name: default.replace(",", "") for name, default in told} == {
        name: f"{value:.10g}" if value else "any" for name, value in limits.items()
    }

"""The page of what to look at after an exam, and the same as JSON."""

from __future__ import annotations

from pathlib import Path

import msgspec

from autograder.exam.integrity import KINDS, Integrity
from autograder.files import write_whole
from autograder.report.pages import page_name, page_templates, write_page
from autograder.report.similar_page import write_similar


def write_integrity(found: Integrity, title: str, folder: Path) -> Path:
    """Write `integrity.html`, `integrity.json` and the page of similar code into `folder`; returns the first."""
    write_similar(found.comparison, title, folder)
    write_whole(folder / "integrity.json", msgspec.json.format(msgspec.json.encode(found.findings), indent=2) + b"\n")
    students = {name for each in found.findings for name in (each.student, *each.others)}
    text = (
        page_templates()
        .get_template("integrity.html.j2")
        .render(
            title=title,
            found=found,
            kinds=[kind for kind in KINDS if found.of(kind)],
            linked={student for student in students if (folder / page_name(student)).is_file()},
        )
    )
    write_page(folder / "integrity.html", text)
    return folder / "integrity.html"

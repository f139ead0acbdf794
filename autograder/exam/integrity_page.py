"""The page of what to look at after an exam, and the same as JSON."""

from __future__ import annotations

from pathlib import Path

import msgspec

from autograder.course.course import Assignment
from autograder.exam.integrity import KINDS, Integrity
from autograder.files import page_name, write_whole
from autograder.report.pages import page_templates, write_page
from autograder.similar.page import write_similar


def write_integrity(assignment: Assignment, found: Integrity) -> Path:
    """Write `integrity.html` and the page of similar code beside the class's page, and `integrity.json` into the exam's
    own folder; returns the first."""
    title, folder = assignment.settings.title, assignment.course.gradebook / "reports" / assignment.name
    write_similar(found.comparison, title, folder)
    told = msgspec.json.format(msgspec.json.encode(found.findings), indent=2) + b"\n"
    write_whole(assignment.private_folder() / "integrity.json", told)
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

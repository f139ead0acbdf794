"""Numbers that each student has others of: as literals in a cell, or read from the file that goes with a release."""

from __future__ import annotations

import hashlib
import pprint
from collections.abc import Iterable
from typing import Any

import msgspec

Numbers = dict[str, Any]  # by name: numbers, words, and lists and tables of them; all plain JSON

WHO = 'STUDENT = ""  # your id in this course, where it is not the name that you have logged in with'


def as_literals(numbers: Numbers) -> str:
    """A cell that assigns each number to its name."""
    lines = [f"{name} = {pprint.pformat(value, width=100, sort_dicts=False)}" for name, value in numbers.items()]
    return "\n".join(["# These numbers are yours alone.", *lines])


def as_read(exam: str, names: Iterable[str]) -> str:
    """A cell that reads the numbers of whoever runs it; one release serves all."""
    lines = [f'{name} = given["{name}"]' for name in names]
    return "\n".join([_READ.format(exam=exam), *lines, 'print("The numbers are those of", student)'])


def numbers_file(exam: str, numbers: dict[str, Numbers]) -> bytes:
    """The file from which that cell reads: the numbers of each student, under a hash of the student's id."""
    return msgspec.json.encode(dict(sorted((key_of(exam, student), each) for student, each in numbers.items())))


def key_of(exam: str, student: str) -> str:
    return hashlib.sha256(f"{exam}/{student}".encode("utf-8", "surrogatepass")).hexdigest()


_READ = """# These numbers are yours alone. They come from the file beside this notebook.
import getpass
import hashlib
import json
import os

student = STUDENT or os.environ.get("JUPYTERHUB_USER") or getpass.getuser()
with open("{exam}.json", encoding="utf-8") as file:
    given = json.load(file).get(hashlib.sha256(f"{exam}/{{student}}".encode()).hexdigest())
assert given is not None, f"there are no numbers for {{student!r}}: write your id in this course into STUDENT, above"\
"""

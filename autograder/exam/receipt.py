"""Receipts: a short code and a page of exactly what was handed in, and the bytes to a code."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from autograder.course.course import Assignment
from autograder.errors import CourseError
from autograder.exam.ledger import Entry, by_student, is_intact, line_hash, newest, read
from autograder.files import write_whole
from autograder.records import read_report
from autograder.report.pages import page_templates
from autograder.submit.collected import find_notebook
from autograder.submit.handed_in import handed_in, submitted_students
from autograder.submit.notebook import NotebookFile, Unreadable, read_notebook, read_notebook_file

if TYPE_CHECKING:
    from markupsafe import Markup

# What a student runs to get the code without anything of ours: it is released beside the notebook. In a cell of the
# notebook it would change the file whose code it prints.
SCRIPT = """\
# Prints the code of your notebook, as your receipt shows it. Submit first, then run: python receipt.py [YOUR ID]
import getpass, hashlib, sys
exam, student = "EXAM", sys.argv[1] if sys.argv[1:] else getpass.getuser()
file = hashlib.sha256(open(exam + ".ipynb", "rb").read()).hexdigest()
number = int(hashlib.sha256("\\n".join([exam, student, file]).encode()).hexdigest()[:20], 16)
number = number * 1024 + number % 1021
code = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[number >> shift & 31] for shift in range(85, -1, -5))
print(code[:6], code[6:12], code[12:], sep="-")
"""

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no letter looks like a digit
_OF_NOTHING = sha256().hexdigest()
_DIGITS = 18  # 80 bits, and 10 by which a mistyped code is noticed


class Cell(msgspec.Struct):
    """One cell of what was handed in, its text as it stands there."""

    kind: str
    text: str


class Receipt(msgspec.Struct):
    """What a receipt says. Without `received` the file is at hand and nobody vouches for when it came."""

    exam: str
    title: str
    student: str
    code: str
    sha256: str
    size: int
    cells: list[Cell] | None  # None: it is no notebook that could be shown
    received: datetime | None = None
    attempt: int = 0
    owner: str = ""
    line: int = 0  # of the ledger
    line_hash: str = ""


class Found(msgspec.Struct):
    """Bytes to which a code belongs: where they lie, and whether they are still the same."""

    student: str
    sha256: str
    path: Path
    is_intact: bool
    graded: str  # hash of the bytes that the student's report is on; empty where there is none
    attempt: int = 0
    received: datetime | None = None


def script_for(exam: str) -> bytes:
    """The script that prints the code, as it goes with an exam."""
    return SCRIPT.replace("EXAM", exam).encode()


def code_of(exam: str, student: str, notebook: bytes) -> str:
    """The code of a student's bytes: three groups of six, the last two digits of which are a check."""
    return _code(exam, student, sha256(notebook).hexdigest())


def read_code(text: str) -> str:
    """A code as somebody typed it. Raises CourseError where it was mistyped."""
    typed = "".join(char for char in text.upper() if char not in "- ").translate(str.maketrans("OIL", "011"))
    if len(typed) != _DIGITS or not set(typed) <= set(_ALPHABET):
        raise CourseError(text, f"is no code: it has {_DIGITS} digits and letters, and no U", "Read it again")
    number = 0
    for char in typed:
        number = number * 32 + _ALPHABET.index(char)
    if (number >> 10) % 1021 != number & 1023:
        raise CourseError(text, "is mistyped: its last two digits do not fit the others", "Read it again")
    return _grouped(typed)


def receipt_for(assignment: Assignment, student: str, file: Path | None = None) -> Receipt:
    """The receipt of what a student handed in, or of a file. Raises CourseError where there is none."""
    entries = by_student(read(assignment)).get(student, [])
    if file is not None:
        notebook = _file(file)
        same = [entry for entry in entries if entry.sha256 == notebook.sha256]
        return receipt_of(assignment, same[-1]) if same else _receipt(assignment, student, notebook)
    if entries:
        counts = newest(assignment.rules, entries) if assignment.rules else None
        return receipt_of(assignment, counts or entries[-1])
    if student in submitted_students(assignment):
        return _receipt(assignment, student, _file(assignment.submitted_path(student)))
    raise CourseError(student, f"has handed in nothing for {assignment.name}", "Name a file to make a receipt of it")


def receipt_of(assignment: Assignment, entry: Entry) -> Receipt:
    """The receipt of a line of the ledger, made from the copy. Raises CourseError where that is no longer the same."""
    if not entry.sha256:
        name = f"{assignment.name}.ipynb"
        raise CourseError(entry.folder, f"{entry.student} handed in no {name}", "Without it there is no receipt")
    path = copy_of(assignment, entry)
    notebook = _file(path)
    if notebook.sha256 != entry.sha256:
        raise CourseError(path, "does not have the bytes that were received", "Take them from a backup")
    found = _receipt(assignment, entry.student, notebook)
    found.received, found.attempt, found.owner = _local(assignment, entry.received), entry.attempt, entry.owner
    found.line, found.line_hash = entry.number, line_hash(entry)
    return found


def write_receipt(assignment: Assignment, receipt: Receipt) -> Path:
    """Write the page; its name is the code."""
    path = assignment.private_folder() / "receipts" / f"{receipt.code}.html"
    write_whole(path, page(receipt).encode())
    return path


def publish_receipt(assignment: Assignment, entry: Entry, exchange: Path) -> None:
    """Write the page of a submission, and once more where its student finds it.

    Its name cannot be guessed by whoever does not have the bytes, and the folder cannot be listed.
    """
    receipt = receipt_of(assignment, entry)
    content = write_receipt(assignment, receipt).read_bytes()
    folder = _published(assignment, exchange)
    folder.mkdir(parents=True, exist_ok=True)
    for each in (folder, folder.parent):
        each.chmod(0o711)
    path = folder / f"{receipt.code}.html"
    write_whole(path, content)
    path.chmod(0o644)


def lacks_receipt(assignment: Assignment, entry: Entry, exchange: Path) -> bool:
    """Whether a submission with a notebook has no page, or its student finds none."""
    name = f"{_code(assignment.name, entry.student, entry.sha256)}.html"
    folders = assignment.exam_folder / "receipts", _published(assignment, exchange)
    return bool(entry.sha256) and not all((folder / name).exists() for folder in folders)


def _published(assignment: Assignment, exchange: Path) -> Path:
    return exchange / "receipts" / assignment.name


def page(receipt: Receipt) -> str:
    templates = page_templates()
    templates.filters["exactly"] = _exactly
    return templates.get_template("receipt.html.j2").render(receipt=receipt)


def find(assignment: Assignment, code: str) -> list[Found]:
    """What was received or collected that has this code. Raises CourseError where nothing has."""
    typed = read_code(code)
    found = [
        _found(assignment, entry)
        for entry in read(assignment)
        if entry.sha256 and _code(assignment.name, entry.student, entry.sha256) == typed
    ]
    if found:
        return found
    for student in submitted_students(assignment):
        digest = handed_in(assignment, student).submitted
        if digest and _code(assignment.name, student, digest) == typed:
            path = assignment.submitted_path(student)
            return [Found(student, digest, path, True, _graded(assignment, student))]
    raise CourseError(typed, f"nothing that was handed in for {assignment.name} has this code")


def copy_of(assignment: Assignment, entry: Entry) -> Path:
    """Where the copy of the notebook lies."""
    folder, name = assignment.exam_folder / entry.folder, f"{assignment.name}.ipynb"
    try:
        return find_notebook(folder, name)
    except Unreadable:
        return folder / name


def _found(assignment: Assignment, entry: Entry) -> Found:
    path, intact = copy_of(assignment, entry), is_intact(assignment, entry)
    graded, received = _graded(assignment, entry.student), _local(assignment, entry.received)
    return Found(entry.student, entry.sha256, path, intact, graded, entry.attempt, received)


def _code(exam: str, student: str, digest: str) -> str:
    number = int(sha256("\n".join([exam, student, digest]).encode("utf-8", "surrogatepass")).hexdigest()[:20], 16)
    number = number * 1024 + number % 1021
    return _grouped("".join(_ALPHABET[number >> shift & 31] for shift in range(5 * _DIGITS - 5, -1, -5)))


def _grouped(digits: str) -> str:
    return f"{digits[:6]}-{digits[6:12]}-{digits[12:]}"


def _file(path: Path) -> NotebookFile:
    try:
        return read_notebook_file(path)
    except Unreadable as unreadable:
        raise CourseError(path, str(unreadable)) from None


def _receipt(assignment: Assignment, student: str, notebook: NotebookFile) -> Receipt:
    return Receipt(
        exam=assignment.name,
        title=assignment.settings.title,
        student=student,
        code=_code(assignment.name, student, notebook.sha256 or _OF_NOTHING),
        sha256=notebook.sha256 or _OF_NOTHING,
        size=notebook.size,
        cells=_cells(read_notebook(notebook.content)),
    )


def _cells(notebook: dict[str, Any] | None) -> list[Cell] | None:
    if notebook is None:
        return None
    return [_cell(cell) for cell in notebook["cells"]]


def _cell(cell: Any) -> Cell:
    """A cell that is none is shown as it stands in the file."""
    if not isinstance(cell, dict):
        return Cell("no cell", repr(cell))
    source = cell.get("source", "")
    if isinstance(source, list) and all(isinstance(part, str) for part in source):
        source = "".join(source)
    return Cell(str(cell.get("cell_type", "")), source if isinstance(source, str) else repr(source))


def _local(assignment: Assignment, moment: datetime) -> datetime:
    """The time where the exam is held."""
    return moment.astimezone(assignment.rules.opens.tzinfo) if assignment.rules else moment


def _graded(assignment: Assignment, student: str) -> str:
    path = assignment.report_path(student)
    return read_report(path).submitted if path.is_file() else ""


def _exactly(text: str) -> Markup:
    """The text as it is; a character that cannot be seen stands there by its number."""
    from markupsafe import Markup, escape

    if text.replace("\n", "").replace("\t", "").isprintable():
        return Markup(escape(text))
    return Markup("").join(
        char if char.isprintable() or char in "\n\t" else Markup(f"<mark>U+{ord(char):04X}</mark>") for char in text
    )

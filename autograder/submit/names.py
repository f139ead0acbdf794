"""Which names a cell of a student's binds and uses, whatever is in it; and how given functions stay what they are."""

from __future__ import annotations

import ast
import contextlib
import functools
import re
import warnings
from collections.abc import Iterable
from hashlib import sha256

import msgspec

from autograder.course.lesson import BEGIN, Lesson
from autograder.course.lesson import Cell as LessonCell
from autograder.sandbox.inside.protocol import Cell

_LONGEST, _MOST = 100_000, 1_000_000  # characters of a cell and of a notebook that are looked through
_MAGIC = re.compile(r"^[ \t]*[%!].*$|^.*\?[ \t]*$", re.MULTILINE)  # of IPython
_BINDS = re.compile(r"^(?:async +)?(?:def|class) +(\w+)|^(\w+) *(?::[^=\n]+)?=(?!=)", re.MULTILINE)
_HIDDEN_USE = re.compile(r"\b(?:globals|locals|vars|eval|exec|get_ipython)\b")
_DEFINES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Names(msgspec.Struct, frozen=True):
    """Names in a cell: those it binds, with a fingerprint of each function and class, and those it uses at once and
    whenever its functions are called."""

    bound: dict[str, str]
    used: frozenset[str]
    used_later: frozenset[str]


def names_in(source: str) -> Names:
    """The names in a cell; in one that is no Python, whatever looks like one is used later."""
    tree = _parsed(source)
    if tree is None:
        words = frozenset(re.findall(r"[^\W\d]\w*", source[:_LONGEST]))
        return Names(dict.fromkeys((a or b for a, b in _BINDS.findall(source[:_LONGEST])), ""), frozenset(), words)
    bound: dict[str, str] = {}  # with the fingerprint of a function or a class
    used, later = set[str](), set[str]()
    for statement in tree.body:
        own = statement.name if isinstance(statement, _DEFINES) else ""
        if own:
            bound[own] = _fingerprint(statement)
        waiting: list[tuple[ast.AST, bool]] = [(statement, False)]
        while waiting:
            node, is_within = waiting.pop()
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                if node.id != own:
                    (later if is_within else used).add(node.id)
            elif isinstance(node, _DEFINES) and not is_within:
                bound.setdefault(node.name, "")
            elif isinstance(node, ast.Global) or not is_within:
                bound |= dict.fromkeys(_bound_by(node), "")
            is_within = is_within or isinstance(node, (*_DEFINES, ast.Lambda, ast.GeneratorExp))
            waiting += [(child, is_within) for child in ast.iter_child_nodes(node)]
    if _HIDDEN_USE.search(source):
        later |= set(re.findall(r"[^\W\d]\w*", source))
    return Names(bound, frozenset(used), frozenset(later))


def blanks_by_names(sources: Iterable[tuple[int, str]], blanks: list[LessonCell]) -> dict[str, int]:
    """For each of these blanks the last of the numbered cells that defines what its solution does, or else begins with
    what stands above the solution."""
    found: dict[str, int] = {}
    numbered = [*sources] if blanks else []
    if sum(len(source) for _, source in numbered) > _MOST:
        return found
    bound = {number: names_in(source).bound.keys() for number, source in numbered}
    for blank in blanks:
        names = _lesson_names(blank.source).bound.keys()
        wanted = {blank.grade_id} if blank.grade_id in names else {*names}
        fitting = [number for number in bound if wanted and wanted <= bound[number]]
        above = blank.source.partition(BEGIN)[0].strip()
        fitting = fitting or [number for number, source in numbered if above and source.strip().startswith(above)]
        if fitting:
            found[blank.grade_id] = fitting[-1]
    return found


def keep_given(cells: list[Cell], lesson: Lesson) -> tuple[list[Cell], list[str]]:
    """The program with its given functions and classes kept, whatever a student's cells define; and what is said of it.

    Where a student's own code may use the student's definition, it does, as in Jupyter, and given code uses the given
    one under another name. Where none does, the given one is put back, for the answers above, which had it.
    """
    if sum(len(cell.source) for cell in cells) > _MOST:
        return cells, []
    given = [cell for cell in lesson.cells if cell.role == "given"]
    blanks = {cell.grade_id for cell in lesson.blanks()}
    answers = blanks.union(*(_lesson_names(cell.source).bound for cell in lesson.blanks()))
    looked_through: dict[str, Names] = {}
    problems: list[str] = []
    for home in given:
        for name, code in _lesson_names(home.source).bound.items():
            is_given_once = sum(name in _lesson_names(cell.source).bound for cell in given) == 1
            if code and name not in answers and is_given_once:
                it = _Given(name, code, home.grade_id, {cell.grade_id for cell in given}, blanks)
                looked_through |= {
                    each.source: names_in(each.source)
                    for each in cells
                    if name in each.source and each.source not in looked_through
                }
                cells, told = _kept(cells, it, looked_through)
                problems += told
    return cells, problems


class _Given(msgspec.Struct):
    """A given function or class: its name, its fingerprint, the cell that defines it, and which others are what."""

    name: str
    code: str
    cell: str
    given: set[str]
    blanks: set[str]


def _kept(cells: list[Cell], it: _Given, looked_through: dict[str, Names]) -> tuple[list[Cell], list[str]]:
    home = next((number for number, cell in enumerate(cells) if cell.name == it.cell), len(cells))
    own = [number for number in range(home + 1, len(cells)) if cells[number].name not in it.given]
    names = {number: looked_through[cells[number].source] for number in own if it.name in cells[number].source}
    own = [*names]
    anew = [number for number in own if names[number].bound.get(it.name, it.code) != it.code]
    if not anew:
        return cells, []
    below = [number for number in own if number >= anew[0]]
    is_used = any(
        it.name in names[number].used_later
        or (it.name in names[number].used and number > anew[0] and cells[number].name in it.blanks)
        for number in below
    )
    where = cells[anew[0]].name
    where = f"cell {where}" if where.startswith("number ") else f"the cell '{where}'"
    said = f"the given '{it.name}' is defined anew in {where}; "
    kept = [Cell(cell.name, _with_alias(cell.source, it.name)) if cell.name == it.cell else cell for cell in cells]
    if is_used:
        kept = [Cell(cell.name, _renamed(cell.source, it.name)) if cell.name in it.given else cell for cell in kept]
        return kept, [f"{said}your own code uses yours, the given code the given one"]
    last = max(number for number in below if number in anew or it.name in names[number].used)
    kept.insert(last + 1, Cell(f"{it.cell} (again)", f"{it.name} = {_alias(it.name)}"))
    return kept, [f"{said}the given one counts"]


def _fingerprint(statement: ast.stmt) -> str:
    """The same for the same code, whatever its comments; another each time for code that is nested without end."""
    try:
        return sha256(ast.dump(statement).encode("utf-8", "replace")).hexdigest()
    except RecursionError:
        return f"nested {id(statement)}"


@functools.lru_cache(maxsize=256)
def _lesson_names(source: str) -> Names:
    return names_in(source)


def _alias(name: str) -> str:
    return f"_given_{name}"


def _with_alias(source: str, name: str) -> str:
    """Given code that keeps what it defines under a second name, too."""
    ends = [each.end_lineno or 0 for each in ast.parse(source).body if getattr(each, "name", "") == name]
    lines = source.split("\n")
    return "\n".join([*lines[: ends[-1]], f"{_alias(name)} = {name}", *lines[ends[-1] :]])


def _renamed(source: str, name: str) -> str:
    """Given code that uses the second name, but for functions in which the first one is something else."""
    lines = [line.encode() for line in source.split("\n")]
    for statement in reversed(ast.parse(source).body):
        nodes = [*ast.walk(statement)]
        if any(isinstance(node, ast.arg) and node.arg == name for node in nodes):
            continue
        uses = [node for node in nodes if isinstance(node, ast.Name) and node.id == name]
        if any(not isinstance(node.ctx, ast.Load) for node in uses) or _is_alias(statement, name):
            continue
        for node in sorted(uses, key=lambda node: (node.lineno, node.col_offset), reverse=True):
            line = lines[node.lineno - 1]
            lines[node.lineno - 1] = line[: node.col_offset] + _alias(name).encode() + line[node.end_col_offset :]
    return b"\n".join(lines).decode()


def _is_alias(statement: ast.stmt, name: str) -> bool:
    return isinstance(statement, ast.Assign) and ast.unparse(statement) == f"{_alias(name)} = {name}"


def _bound_by(node: ast.AST) -> list[str]:
    """The names that a piece of code binds or deletes."""
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()):  # a name that is deleted is no longer the given one
            return [name]
        case ast.Import(names=imported) | ast.ImportFrom(names=imported):
            return [each.asname or each.name.split(".")[0] for each in imported]
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            return [name]
        case ast.MatchMapping(rest=str(name)):
            return [name]
        case ast.Subscript(
            value=ast.Call(func=ast.Name(id="globals")), slice=ast.Constant(value=str(name)), ctx=ast.Store()
        ):
            return [name]
        case ast.Global(names=names):
            return names
    return []


def _parsed(source: str) -> ast.Module | None:
    if len(source) > _LONGEST:
        return None
    for text in (source, _MAGIC.sub("pass", source)):
        with contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    return None

"""What two programs can have in common: fragments that are the same whatever a student calls things.

A fragment is an expression, a statement or a block, in which all names that a student invents are one name and the
order of what may be exchanged is one order; or a line of a comment or text.
"""

from __future__ import annotations

import ast
import builtins
import functools
import keyword
import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple

from autograder.course.lesson import Lesson

Sizes = dict[int, int]  # how many parts of its own each fragment has, by its fingerprint
Cells = dict[str, str]  # sources by the cell's name


class Statement(NamedTuple):
    """A statement without those inside it, or a line of text: its first and last line, and its fragments."""

    first: int
    last: int
    sizes: Sizes


class Reader:
    """Cuts the cells of one lesson into statements and their fragments."""

    def __init__(self, lesson: Lesson) -> None:
        trees = [ast.parse(cell.source) for cell in lesson.program()]
        self._imported = {name: real for tree in trees for name, real in _imports(tree).items()}
        self._known = _BUILTINS | {name for tree in trees for name in _defined(tree, is_inside=False)}
        self._read = functools.lru_cache(maxsize=4096)(self._read_cell)  # most cells are another student's, too

    def read(self, cells: Cells) -> dict[str, list[Statement]]:
        """The statements and texts of one student's cells."""
        own = frozenset(name for source in cells.values() for names in _OWN.findall(source) for name in names)
        return {name: self._read(source, own) for name, source in cells.items()}

    def _read_cell(self, source: str, own: frozenset[str]) -> list[Statement]:
        """What is no Python is read line by line; `own` are the attributes of the student's classes."""
        lines = source.split("\n")
        try:
            tree, broken = _parse(lines)
            statements = _Shapes(tree, self._known, self._imported, own).statements
        except _REFUSALS:
            statements, broken = [], list(range(1, len(lines) + 1))
        statements += [self._line(number, lines[number - 1]) for number in broken]
        statements += _texts(source)
        merged: dict[tuple[int, int], Sizes] = {}  # a statement and the comment behind it
        for each in sorted(statements, key=lambda each: each[:2]):
            merged.setdefault(each[:2], {}).update(each.sizes)
        return [Statement(*lines_of, sizes) for lines_of, sizes in merged.items() if sizes]

    def _line(self, number: int, line: str) -> Statement:
        shapes: list[str] = []
        for token in _TOKEN.finditer(line):
            if token.lastgroup == "word" and token.group() not in self._known and shapes[-1:] != ["."]:
                shapes.append(_INVENTED.shape)
            elif token.lastgroup != "comment":
                shapes.append("text" if token.lastgroup == "text" else token.group())
        half = len(shapes) // 2  # the other half are brackets, commas and invented names
        return Statement(number, number, {mark_of("line", shapes): half} if half else {})


class _Part(NamedTuple):
    """What stands in a fragment: a shape that is the same for what is alike, and how many parts it adds."""

    shape: str
    size: int = 0


_INVENTED = _Part("name")
_BUILTINS = frozenset([*dir(builtins), *keyword.kwlist])
_REFUSALS = (SyntaxError, ValueError, RecursionError, MemoryError)  # all that Python's parser raises
_ENOUGH, _WHOLE = 4, 2  # a statement of so many parts counts some more as a whole: a copy has several such
_MOST_BROKEN = 5  # lines of a cell that are taken out until the rest is Python

_OWN = re.compile(r"\bself\.(\w+)|\bdef\s+(\w+)\s*\(\s*self\b")  # attributes and methods of a student's classes

# Anything that is not space begins a token, so no text is refused.
_TOKEN = re.compile(
    r"""
    (?P<comment> \#[^\n]* ) |
    (?P<text> [rbfu]{0,2} (?: "{3} (?:[^\\]|\\.)*? (?:"{3}|\\?\Z) | '{3} (?:[^\\]|\\.)*? (?:'{3}|\\?\Z)
        | " (?:[^"\\\n]|\\.)* "? | ' (?:[^'\\\n]|\\.)* '? ) ) |
    (?P<word> [^\W\d]\w* ) |
    (?P<number> \.?\d[\w.]* ) |
    (?P<sign> \*\*|//|->|[-+*/%@&|^<>=!:]=|\S )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def _parse(lines: list[str]) -> tuple[ast.Module, list[int]]:
    """The syntax tree, and the numbers of the lines that had to be taken out. Raises what Python's parser does."""
    magics = [number for number, line in enumerate(lines, start=1) if line.lstrip().startswith(("%", "!", "?"))]
    taken = list(magics)
    while True:
        try:
            return ast.parse("\n".join(_passing(line, number in taken) for number, line in enumerate(lines, 1))), taken
        except SyntaxError as error:
            if not error.lineno or error.lineno in taken or len(taken) - len(magics) == _MOST_BROKEN:
                raise
            taken.append(min(error.lineno, len(lines)))


def _passing(line: str, is_taken: bool) -> str:
    return line[: len(line) - len(line.lstrip())] + "pass" if is_taken else line


def _texts(source: str) -> Iterator[Statement]:
    """The lines of comments, docstrings and other texts."""
    for token in _TOKEN.finditer(source):
        if token.lastgroup in ("comment", "text"):
            first = source.count("\n", 0, token.start()) + 1
            for number, line in enumerate(token.group().split("\n"), start=first):
                yield Statement(number, number, text_sizes(line))


def text_sizes(line: str) -> Sizes:
    """A line of text: people write two words alike by chance, but hardly seven."""
    words = [word for word in line.casefold().split() if any(map(str.isalnum, word))]
    if len(words) < 3:
        return {}
    return {mark_of("text", re.findall(r"\w+", line.casefold())): 3 * (min(len(words), 12) - 1)}


def number_shape(value: complex) -> str:
    """A number without its sign; 2 and 2.0 are the same."""
    if isinstance(value, complex):
        return repr(value)
    return repr(abs(float(value))) if abs(value) < 2**53 or isinstance(value, float) else hex(value)


def _digits(number: str) -> int:
    """How many digits distinguish it from others: 3 in 0.937 and in 93700, 1 in 1e-08."""
    return len(number.split("e")[0].replace(".", "").strip("0"))


def mark_of(kind: str, shapes: Iterable[str]) -> int:
    """A fingerprint, the same in every run; Python's own hash of a text is not."""
    text = "\x1f".join([kind, *shapes])
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _imports(tree: ast.AST) -> dict[str, str]:
    """The names that stand for libraries, or for what is in them, and its real name."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    return {each.asname or each.name.split(".")[0]: each.name.split(".")[-1] for node in nodes for each in node.names}


def _defined(tree: ast.AST, is_inside: bool = True) -> Iterator[str]:
    """The names that a piece of program defines, imports apart; those inside functions and classes if `is_inside`."""
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.ExceptHandler(name=str(name)):
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
        if is_inside or not isinstance(node, _SCOPES):
            yield from _defined(node, is_inside)


_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
_NESTED = (ast.stmt, ast.ExceptHandler, ast.match_case)
_SIGNS = (ast.operator, ast.unaryop, ast.boolop, ast.cmpop)
_SUMS: dict[type[ast.operator], str] = {ast.Add: "", ast.Sub: "-"}
_PRODUCTS: dict[type[ast.operator], str] = {ast.Mult: "", ast.Div: "/"}
_MIRRORED: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Gt: ast.Lt, ast.GtE: ast.LtE}
_OPERATOR_CALLS: dict[str, ast.operator] = {
    "add": ast.Add(),
    "subtract": ast.Sub(),
    "multiply": ast.Mult(),
    "divide": ast.Div(),
    "power": ast.Pow(),
    "dot": ast.MatMult(),
    "matmul": ast.MatMult(),
}


def _children(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What a node is made of, with the field it stands in; annotations say nothing."""
    for field, value in ast.iter_fields(node):
        if field not in ("annotation", "returns", "type_params", "ctx"):
            values = value if isinstance(value, list) else [value]
            yield from ((field, each) for each in values if isinstance(each, ast.AST))


class _Shapes:
    """The statements of a syntax tree, with the fragments of each."""

    def __init__(self, tree: ast.Module, known: frozenset[str], imported: dict[str, str], own: frozenset[str]) -> None:
        self._imported = imported | _imports(tree)
        self._asked_for = known
        self._known = known.difference(_defined(tree))
        self._own = own
        self._sizes: Sizes = {}  # of the statement that is being read
        self.statements: list[Statement] = []
        for node in tree.body:
            self._statement(node)

    def _statement(self, node: ast.AST, is_own: bool = False) -> _Part:
        """A statement, or a part of one that holds others: a handler, a case.

        A block counts as such only if it `is_own`, in a function that nobody asked for: two who fill in the same
        blank write the same statements with another slip, and that is rare as a whole.
        """
        sizes = self._sizes = {}
        heads = [each for _, each in _children(node) if not isinstance(each, _NESTED)]
        nested = [(field, each) for field, each in _children(node) if isinstance(each, _NESTED)]
        first = getattr(node, "lineno", 0) or min((getattr(each, "lineno", 0) for each in heads), default=0)
        last = max([first, *(getattr(each, "end_lineno", None) or 0 for each in heads)])
        if nested:
            is_own = is_own or (isinstance(node, ast.FunctionDef) and node.name not in self._asked_for)
            head = self._made(type(node).__name__, map(self._shape, heads))
            # In the order of their shapes: statements that do not need each other may stand in any order.
            parts = [(field, self._statement(each, is_own)) for field, each in nested]
            inside = sorted(f"{field} {part.shape}" for field, part in parts if part.shape)
            mark = mark_of(head.shape, inside)
            made = _Part(f"#{mark:x}")
        else:
            made = head = self._simple(node)
        if sum(sizes.values()) >= _ENOUGH:
            sizes[mark_of("statement", [head.shape])] = _WHOLE
        if nested and is_own:
            sizes[mark] = len(inside)
        self.statements.append(Statement(first, last, sizes))
        return made

    def _simple(self, node: ast.AST) -> _Part:
        match node:
            case ast.Pass() | ast.Expr(value=ast.Constant()):
                return _Part("")
            case ast.Expr(value=value):
                return self._shape(value)
            case ast.Assign(targets=targets, value=value):
                return self._made("=", map(self._shape, [value, *targets]))
            case ast.AugAssign(target=target, op=operator, value=value):
                return self._made("=", map(self._shape, [ast.BinOp(target, operator, value), target]))
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                return self._made("=", map(self._shape, [value, target]))
            case ast.Return(value=ast.expr() as value):
                return self._made("return", [self._shape(value)])
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                return self._made("import", [_Part(each.name, 1) for each in names])
        return self._shape(node)

    def _shape(self, node: ast.AST) -> _Part:
        match node:
            case ast.Name(id=name) if name in self._imported:
                return _Part(self._imported[name], 1)
            case ast.Name(id=name):
                return _Part(name, 1) if name in self._known else _INVENTED
            case ast.Constant(value=value):
                return self._constant(value)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
                return self._constant(-value)
            case ast.Attribute(attr=name) if self._is_in_a_library(node):
                return _Part(name, 1)
            case ast.Attribute(value=value):
                return self._made("attribute", [self._attribute(node), self._shape(value)])
            case ast.Call():
                return self._call(node)
            case ast.BinOp(op=ast.Add() | ast.Sub()):
                return self._exchangeable(node, _SUMS)
            case ast.BinOp(op=ast.Mult() | ast.Div()):
                return self._exchangeable(node, _PRODUCTS)
            case ast.Compare(left=left, ops=[ast.Gt() | ast.GtE() as operator], comparators=[right]):
                return self._shape(ast.Compare(right, [_MIRRORED[type(operator)]()], [left]))
            case ast.Compare(left=left, ops=[ast.Eq() | ast.NotEq() as operator], comparators=[right]):
                return self._made(type(operator).__name__, sorted(map(self._shape, [left, right])), 1)
            case ast.BoolOp(op=operator, values=values):
                return self._made(type(operator).__name__, sorted(map(self._shape, values)), len(values) - 1)
            case ast.Tuple(elts=values) | ast.List(elts=values):
                return self._made("sequence", map(self._shape, values))
            case ast.GeneratorExp() | ast.ListComp():
                return self._made("each", [self._shape(child) for _, child in _children(node)], 1)
            case ast.JoinedStr(values=values):
                shown = [each.value for each in values if isinstance(each, ast.FormattedValue)]
                return self._made("text", map(self._shape, shown), 1)
            case ast.Slice(lower=lower, upper=upper, step=step):
                return self._made("slice", [self._shape(each) if each else _Part("") for each in (lower, upper, step)])
            case ast.arguments(defaults=defaults, kw_defaults=kw_defaults):
                return self._made("defaults", [self._shape(each) for each in (*defaults, *kw_defaults) if each])
        if isinstance(node, _SIGNS):
            return _Part(type(node).__name__)
        return self._made(type(node).__name__, [self._shape(child) for _, child in _children(node)], 1)

    def _constant(self, value: object) -> _Part:
        match value:
            case bool() | None:
                return _Part(repr(value), 1)
            case int() | float() | complex():
                number = number_shape(value)
                if (digits := _digits(number)) > 2:  # few people write three digits alike without reason
                    self._sizes[mark_of("number", [number])] = 8 * (min(digits, 6) - 2)
                return _Part(number if value == abs(value) else f"-{number}", 1)
            case str() if re.fullmatch(r"\S{1,30}", value):
                return _Part(repr(value), 1)
        return _Part("text")

    def _attribute(self, node: ast.Attribute) -> _Part:
        return _INVENTED if node.attr in self._own else _Part(node.attr, 1)

    def _is_in_a_library(self, node: ast.expr) -> bool:
        while isinstance(node, ast.Attribute):
            node = node.value
        return isinstance(node, ast.Name) and node.id in self._imported

    def _call(self, node: ast.Call) -> _Part:
        """`np.sum(x)` and `x.sum()` are the same, and so are `np.dot(x, w)` and `x @ w`."""
        function, arguments = node.func, node.args
        if isinstance(function, ast.Attribute):
            name = self._attribute(function)
            arguments = arguments if self._is_in_a_library(function) else [function.value, *arguments]
        else:
            name = self._shape(function)
        if name.shape in _OPERATOR_CALLS and len(arguments) == 2 and not node.keywords:
            return self._shape(ast.BinOp(arguments[0], _OPERATOR_CALLS[name.shape], arguments[1]))
        options = [self._made(f"{each.arg}=", [self._shape(each.value)], 1) for each in node.keywords]
        return self._made("call", [name, *map(self._shape, arguments), *sorted(options)], 1)

    def _exchangeable(self, node: ast.expr, operators: dict[type[ast.operator], str]) -> _Part:
        """A sum of terms or a product of factors in one order; what is subtracted or divided by is marked."""
        parts: list[_Part] = []
        while isinstance(node, ast.BinOp) and type(node.op) in operators:
            part = self._shape(node.right)
            parts.append(_Part(operators[type(node.op)] + part.shape, part.size))
            node = node.left
        kind = "sum" if operators is _SUMS else "product"
        return self._made(kind, sorted([*parts, self._shape(node)]), len(parts))

    def _made(self, kind: str, parts: Iterable[_Part], size: int = 0) -> _Part:
        """A fragment of these parts. It is a part itself of what it stands in, but counts only for itself."""
        parts = list(parts)
        mark = mark_of(kind, [part.shape for part in parts])
        size += sum(part.size for part in parts)
        if size:
            self._sizes[mark] = size
        return _Part(f"#{mark:x}")

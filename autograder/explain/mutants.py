"""Mutants: wrong answers made from the reference. Each differs from it by one small change inside the solution.

They have two uses. `autograder rehearse` sees that the checks refuse each of them, and the diagnosis of a student's
answer asks whether one of them gives the same. So each has a name and a sentence in a student's words that does not
give the solution away.
"""

from __future__ import annotations

import ast
import copy
import functools
from collections.abc import Iterator

import msgspec

from autograder.course.lesson import Cell, parts_of
from autograder.explain.attributes import Share, assigned, is_own
from autograder.explain.names import LEFT_OUT, TWINS, mistake


class Mutant(msgspec.Struct, frozen=True):
    """A blank's cell with one change."""

    blank: str
    name: str  # the mistake, for instance "wrong-axis"
    advice: str  # the mistake in a student's words
    change: str  # "statement -> changed statement": what an author reads and may list as equivalent
    source: str  # the whole cell, changed


class _Edit(msgspec.Struct):
    """What stands in place of a node; None takes the statement away. `change` says what an author reads of it, where
    that is not the statement."""

    node: ast.AST | None
    name: str
    advice: str
    change: str = ""


def mutants_of(cell: Cell) -> list[Mutant]:
    """All mutants of a blank's solution."""
    return list(_mutants_of(cell.grade_id, cell.source))


@functools.lru_cache(maxsize=256)
def _mutants_of(blank: str, source: str) -> tuple[Mutant, ...]:
    """They do not depend on the numbers that a student has, so an exam's are made once for all."""
    tree = ast.parse(source)
    edits = _Edits(tree, source)
    found: dict[str, Mutant] = {}
    for position, node in enumerate(ast.walk(tree)):
        for edit in edits.of(node):
            changed = ast.unparse(_changed(tree, position, edit))
            found.setdefault(changed, Mutant(blank, *mistake(edit.name, edit.advice), edits.told(node, edit), changed))
    found.pop(ast.unparse(tree), None)
    return tuple(found.values())


_EXCHANGED = "A plus and a minus are exchanged."
_DIVIDED = "One factor is divided by where it has to be multiplied, or the reverse."
_OPERATORS: dict[type[ast.operator], list[tuple[type[ast.operator], str, str]]] = {
    ast.Add: [(ast.Sub, "sign-exchanged", _EXCHANGED)],
    ast.Sub: [(ast.Add, "sign-exchanged", _EXCHANGED)],
    ast.Mult: [(ast.Div, "divided", _DIVIDED), (ast.Add, "added", "Something is added that has to be multiplied.")],
    ast.Div: [(ast.Mult, "multiplied", _DIVIDED)],
    ast.FloorDiv: [(ast.Mult, "multiplied", _DIVIDED)],
    ast.MatMult: [(ast.Mult, "entry-by-entry", "Two matrices are multiplied entry by entry: the product is @.")],
}
OPERATOR_NAMES = frozenset(name for edits in _OPERATORS.values() for _, name, _ in edits)
_REVERSED = ("comparison-reversed", "A comparison is the wrong way round.")
_BOUNDARY = ("comparison-at-equal", "A comparison is wrong where both sides are equal.")
_COMPARISONS: dict[type[ast.cmpop], list[tuple[type[ast.cmpop], str, str]]] = {
    ast.Gt: [(ast.GtE, *_BOUNDARY), (ast.Lt, *_REVERSED)],
    ast.GtE: [(ast.Gt, *_BOUNDARY), (ast.Lt, *_REVERSED)],
    ast.Lt: [(ast.LtE, *_BOUNDARY), (ast.Gt, *_REVERSED)],
    ast.LtE: [(ast.Lt, *_BOUNDARY), (ast.Gt, *_REVERSED)],
    ast.Eq: [(ast.NotEq, *_REVERSED)],
    ast.NotEq: [(ast.Eq, *_REVERSED)],
}
_PLOTTERS = ("plt", "fig", "figure", "ax", "axes")
_DECORATION = ("legend", "grid", "show", "figure", "tight_layout", "set_aspect", "close", "colorbar", "print")


class _Edits:
    """The small changes of the nodes of one cell."""

    def __init__(self, tree: ast.Module, source: str) -> None:
        self._tree = tree
        self._parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        parts = [*parts_of(source)]
        self._inside = {number for number, (part, _) in enumerate(parts, start=1) if part == "solution"}
        # what a student sees: only its names may stand in a sentence
        self._given = "\n".join(line for part, line in parts if part != "solution")

    def of(self, node: ast.AST) -> Iterator[_Edit]:
        if isinstance(node, ast.ClassDef):
            yield from self._of_class(node)
        if getattr(node, "lineno", 0) not in self._inside or self._is_left_alone(node):
            return
        match node:
            case ast.BinOp():
                yield from self._of_operation(node)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                yield _Edit(operand, "sign", "A minus is missing.")
            case ast.Compare(ops=[operator]):
                for other, name, advice in _COMPARISONS.get(type(operator), []):
                    yield _Edit(ast.Compare(node.left, [other()], node.comparators), name, advice)
            case ast.BoolOp():
                exchanged = ast.Or() if isinstance(node.op, ast.And) else ast.And()
                yield _Edit(ast.BoolOp(exchanged, node.values), "and-or", "An `and` and an `or` are exchanged.")
            case ast.IfExp():
                yield _Edit(ast.IfExp(node.test, node.orelse, node.body), "cases-exchanged", "Two cases are exchanged.")
            case ast.Constant():
                yield from self._of_constant(node)
            case ast.Attribute(attr="T"):
                yield _Edit(node.value, "transpose-missing", "A transpose (.T) is missing.")
            case ast.Attribute(value=ast.Name(id="self"), ctx=ast.Load()):
                yield from self._of_own(node)
            case ast.Call():
                yield from self._of_call(node)
            case ast.Name(ctx=ast.Load()):
                yield from self._of_name(node)
            case ast.AugAssign(op=ast.Add() | ast.Sub()):
                sign = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
                yield _Edit(ast.AugAssign(node.target, sign, node.value), "sign-exchanged", _EXCHANGED)
                yield _Edit(None, "line-left-out", "A line of the computation is left out.")
                if isinstance(node.op, ast.Add):
                    set_anew = ast.Assign([node.target], node.value)
                    yield _Edit(
                        set_anew, "written-over", "Something is written over where it has to be added to (= for +=)."
                    )
            case ast.Assign(targets=[ast.Name(id=name)]) if name in self._names_before(node):
                yield _Edit(
                    None, "line-left-out", f"Something is not computed anew where it has to be{self._named(name)}."
                )
            case ast.Assign(targets=[target]) if is_own(target) and not self._is_in_constructor(node):
                yield _Edit(None, "line-left-out", "Something is not remembered for the next call.")
            case ast.Expr(value=ast.Call()):
                yield _Edit(None, "line-left-out", "A line of the computation is left out.")
            case ast.Return(value=ast.Tuple(elts=[first, second, *rest])):
                swapped = ast.Tuple([second, first, *rest], ast.Load())
                yield _Edit(ast.Return(swapped), "values-exchanged", "Two of the returned values are exchanged.")

    def told(self, node: ast.AST, edit: _Edit) -> str:
        """The statement before and after."""
        if edit.change:
            return edit.change
        statement = node
        while not isinstance(statement, ast.stmt):
            statement = self._parents[statement]
        changed = _changed(statement, list(ast.walk(statement)).index(node), edit)
        return f"{_header(statement)} -> {_header(changed)}"

    def _of_operation(self, node: ast.BinOp) -> Iterator[_Edit]:
        for operator, name, advice in _OPERATORS.get(type(node.op), []):
            yield _Edit(ast.BinOp(node.left, operator(), node.right), name, advice)
        left, right = self._told(node.left), self._told(node.right)
        match node.op:
            case ast.Add():
                yield _Edit(node.left, "term-missing", f"A term of a sum is missing{right}.")
                yield _Edit(node.right, "term-missing", f"A term of a sum is missing{left}.")
            case ast.Sub():
                negative = ast.UnaryOp(ast.USub(), node.right)
                yield _Edit(node.left, "term-missing", f"Something is not subtracted{right}.")
                yield _Edit(negative, "term-missing", f"Something is missing from which is subtracted{left}.")
            case ast.Mult():
                yield _Edit(node.left, "factor-missing", f"A factor is missing{right}.")
                yield _Edit(node.right, "factor-missing", f"A factor is missing{left}.")
            case ast.Div() | ast.FloorDiv():
                yield _Edit(node.left, "divisor-missing", f"A divisor is missing{right}.")
            case ast.Pow():
                yield _Edit(node.left, "power-missing", "A power is missing.")

    def _of_constant(self, node: ast.Constant) -> Iterator[_Edit]:
        value, parent = node.value, self._parents[node]
        keyword = parent.arg if isinstance(parent, ast.keyword) else ""
        if isinstance(value, bool):
            name, advice = "yes-for-no", "True and False are exchanged."
            if keyword == "keepdims":
                name, advice = "axis-lost", "An axis is lost: keepdims keeps it."
            yield _Edit(ast.Constant(not value), name, advice)
        elif isinstance(value, int) and (keyword == "axis" or isinstance(parent, ast.Subscript)):
            name, advice = "wrong-index", "The wrong axis or entry is looked at."
            if keyword == "axis":
                name, advice = "wrong-axis", "A sum, mean or maximum runs over the wrong axis."
            yield _Edit(ast.Constant(1 if value == 0 else 0), name, advice)
        elif isinstance(value, (int, float)):
            other = value + 1 if isinstance(value, int) else value * 2 or 1.0
            yield _Edit(ast.Constant(other), "number-off", "A number in the formula is wrong.")

    def _of_call(self, node: ast.Call) -> Iterator[_Edit]:
        called = node.func
        name = _last(called)
        if isinstance(called, ast.Attribute) and name in TWINS:
            twin = ast.Attribute(called.value, TWINS[name], ast.Load())
            advice = f"A {TWINS[name]} stands where a {name} belongs."
            yield _Edit(ast.Call(twin, node.args, node.keywords), f"{TWINS[name]}-for-{name}", advice)
        if name in LEFT_OUT and len(node.args) == 1:
            yield _Edit(node.args[0], f"{name}-left-out", f"{name} is left out.")
        if name == "range" and len(node.args) == 1:
            for operator, advice in ((ast.Add(), "There is one step too many."), (ast.Sub(), "A step is missing.")):
                count = ast.BinOp(node.args[0], operator, ast.Constant(1))
                yield _Edit(ast.Call(called, [count], []), "one-step-off", advice)
        if name in ("dot", "matmul") and len(node.args) == 2:
            advice = "A matrix product is the wrong way round."
            yield _Edit(ast.Call(called, node.args[::-1], node.keywords), "product-reversed", advice)
        for keyword in node.keywords:
            if keyword.arg == "axis":
                others = [each for each in node.keywords if each is not keyword]
                advice = "A sum, mean or maximum runs over all entries; it needs its axis."
                yield _Edit(ast.Call(called, node.args, others), "axis-missing", advice)

    def _of_name(self, node: ast.Name) -> Iterator[_Edit]:
        """Another name in its place: the next among the parameters and what is computed up to there."""
        parent = self._parents[node]
        if isinstance(parent, ast.Call) and parent.func is node:
            return
        names = self._names_before(node)
        if node.id in names and len(names) > 1:
            other = names[(names.index(node.id) + 1) % len(names)]
            advice = "One quantity stands where another belongs."
            if self._named(other) and self._named(node.id):
                advice = f"`{other}` stands where `{node.id}` belongs."
            yield _Edit(ast.Name(other, ast.Load()), "names-exchanged", advice)

    def _of_own(self, node: ast.Attribute) -> Iterator[_Edit]:
        """Another attribute of the object in the place of one: the next that the class assigns."""
        parent = self._parents[node]
        names = list(dict.fromkeys(each.attr for each in assigned(self._scope(node, ast.ClassDef))))
        if node.attr not in names or len(names) < 2 or (isinstance(parent, ast.Call) and parent.func is node):
            return
        other = ast.Attribute(node.value, names[(names.index(node.attr) + 1) % len(names)], ast.Load())
        yield _Edit(other, "names-exchanged", "One quantity stands where another belongs.")

    def _of_class(self, node: ast.ClassDef) -> Iterator[_Edit]:
        """What an object remembers, kept for all objects of the class."""
        kept = [each.attr for each in assigned(node) if not self._is_in_constructor(each)]
        inside = {each.attr for each in assigned(node) if each.lineno in self._inside}
        for name in dict.fromkeys(name for name in kept if name in inside):
            advice = "All objects share what each has to remember for itself."
            yield _Edit(
                Share(name).visit(copy.deepcopy(node)), "state-shared", advice, f"self.{name} -> type(self).{name}"
            )

    def _is_in_constructor(self, node: ast.AST) -> bool:
        scope = self._scope(node, ast.FunctionDef)
        return isinstance(scope, ast.FunctionDef) and scope.name == "__init__"

    def _scope(self, node: ast.AST, kind: type[ast.AST]) -> ast.AST:
        """What a node stands in: the nearest of that kind, or all."""
        while node in self._parents and not isinstance(node, kind):
            node = self._parents[node]
        return node

    def _names_before(self, node: ast.expr | ast.stmt) -> list[str]:
        """The parameters and variables of the function, or of the cell, that are assigned above a node."""
        scope = self._scope(node, ast.FunctionDef)
        names = [each.arg for each in scope.args.args] if isinstance(scope, ast.FunctionDef) else []
        if isinstance(self._parents.get(scope), ast.ClassDef):
            names = names[1:]  # no quantity: the object itself
        for each in ast.walk(scope):
            if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store) and each.lineno < node.lineno:
                names.append(each.id)
        return list(dict.fromkeys(names))

    def _told(self, dropped: ast.AST) -> str:
        """The dropped part where it is a number, or a name that the student sees."""
        if isinstance(dropped, ast.Name):
            return self._named(dropped.id)
        return f": {dropped.value!r}" if isinstance(dropped, ast.Constant) else ""

    def _named(self, name: str) -> str:
        words = self._given.replace("(", " ").replace(")", " ").replace(",", " ").split()
        return f": `{name}`" if name in words else ""

    def _is_left_alone(self, node: ast.AST) -> bool:
        """Errors that are raised, how a figure looks, what is printed: none of it is what a blank is graded for."""
        while node in self._parents:
            parent = self._parents[node]
            if isinstance(node, ast.Raise):
                return True
            if isinstance(node, ast.keyword) and isinstance(parent, ast.Call) and _root(parent.func) in _PLOTTERS:
                return True
            if (
                isinstance(node, ast.Expr)
                and isinstance(node.value, ast.Call)
                and _last(node.value.func) in _DECORATION
            ):
                return True
            node = parent
        return False


class _Replace(ast.NodeTransformer):
    def __init__(self, target: ast.AST, replacement: ast.AST) -> None:
        self._target, self._replacement = target, replacement

    def visit(self, node: ast.AST) -> ast.AST:
        return self._replacement if node is self._target else self.generic_visit(node)


def _changed(tree: ast.AST, position: int, edit: _Edit) -> ast.AST:
    """A copy of `tree` in which the node at that position of its walk is replaced."""
    copied = copy.deepcopy(tree)
    target = list(ast.walk(copied))[position]
    replacement = copy.deepcopy(edit.node) if edit.node else ast.Pass()
    return ast.fix_missing_locations(_Replace(target, replacement).visit(copied))


def _root(node: ast.AST) -> str:
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _last(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _header(statement: ast.AST) -> str:
    return ast.unparse(statement).splitlines()[0]

"""The source of a class: where it changes what an object remembers, which is called self there."""

from __future__ import annotations

import ast


class Share(ast.NodeTransformer):
    """Write type(self) for self wherever an attribute of this name stands."""

    def __init__(self, name: str) -> None:
        self._name = name

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if node.attr == self._name and isinstance(node.value, ast.Name) and node.value.id == "self":
            node.value = ast.Call(ast.Name("type", ast.Load()), [node.value], [])
        return self.generic_visit(node)


def assigned(node: ast.AST) -> list[ast.Attribute]:
    """Where a class assigns attributes of its object, or entries of them, in order."""
    stored = [each for each in ast.walk(node) if isinstance(each, (ast.Attribute, ast.Subscript))]
    own = [_own(each) for each in stored if isinstance(each.ctx, ast.Store)]
    return sorted((each for each in own if each), key=lambda each: (each.lineno, each.col_offset))


def _own(node: ast.AST) -> ast.Attribute | None:
    """The attribute of the object that a target changes, if it does."""
    while isinstance(node, ast.Subscript):
        node = node.value
    is_self = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"
    return node if isinstance(node, ast.Attribute) and is_self else None


def is_own(target: ast.expr) -> bool:
    """Whether an assignment changes the object alone."""
    if isinstance(target, ast.Tuple):
        return all(map(is_own, target.elts))
    return _own(target) is not None

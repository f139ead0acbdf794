"""Mutants differ from the solution by one small change, and say which in a student's words."""

import pytest

from autograder.course.lesson import Cell
from autograder.explain.mutants import mutants_of


def blank(body: str, head: str = "def f(X, w, lr):") -> Cell:
    indented = "\n".join("    " + line for line in body.splitlines())
    source = f"{head}\n    ### BEGIN SOLUTION\n{indented}\n    ### END SOLUTION"
    return Cell("blank", source, "f", [], 1)


def changes(body: str) -> dict[str, str]:
    return {mutant.change.split(" -> ")[1]: mutant.name for mutant in mutants_of(blank(body))}


@pytest.mark.parametrize(
    ("solution", "changed", "name"),
    [
        ("return X + w", "return X - w", "sign-exchanged"),
        ("return X + w", "return X", "term-missing"),
        ("return X - w", "return -w", "term-missing"),
        ("return lr * w", "return w", "factor-missing"),
        ("return X / 2", "return X", "divisor-missing"),
        ("return X / 2", "return X / 3", "number-off"),
        ("return X @ w", "return X * w", "entry-by-entry"),
        ("return X.T @ w", "return X @ w", "transpose-missing"),
        ("return X.sum(axis=0)", "return X.sum(axis=1)", "wrong-axis"),
        ("return X.sum(axis=0)", "return X.sum()", "axis-missing"),
        ("return X.sum(axis=0)", "return X.mean(axis=0)", "mean-for-sum"),
        ("return X.sum(axis=0, keepdims=True)", "return X.sum(axis=0, keepdims=False)", "axis-lost"),
        ("return X > 0", "return X >= 0", "comparison-at-equal"),
        ("return X > 0", "return X < 0", "comparison-reversed"),
        ("return np.exp(X)", "return X", "exp-left-out"),
        ("return np.dot(X, w)", "return np.dot(w, X)", "product-reversed"),
        ("return X, w", "return (w, X)", "values-exchanged"),
        ("return X.shape[0]", "return X.shape[1]", "wrong-index"),
        ("return -X", "return X", "sign"),
        ("w += 1", "w -= 1", "sign-exchanged"),
        ("w += 1", "w = 1", "written-over"),
        ("w += 1", "pass", "line-left-out"),
        ("return X + w", "return w + w", "names-exchanged"),
        ("for i in range(w):\n    pass", "for i in range(w + 1):", "one-step-off"),
        ("return X if w else lr", "return lr if w else X", "cases-exchanged"),
    ],
)
def test_a_change_is_made_and_named(solution: str, changed: str, name: str) -> None:
    assert changes(solution)[changed] == name


def test_only_the_solution_is_changed() -> None:
    cell = Cell("blank", "y = 1 + 1\n### BEGIN SOLUTION\nx = y\n### END SOLUTION\nz = x + 1", "x", [], 1)
    assert mutants_of(cell) == []


def test_the_look_of_a_figure_and_the_text_of_an_error_are_left_alone() -> None:
    body = "plt.plot(X, linewidth=2)\nplt.legend()\nraise ValueError(1 + 1)"
    assert set(changes(body)) == {"pass", "plt.plot(w, linewidth=2)"}


def test_a_mutant_differs_from_the_reference_and_from_all_others() -> None:
    sources = [mutant.source for mutant in mutants_of(blank("return X * X + w"))]
    assert len(sources) == len(set(sources))


@pytest.mark.parametrize(
    ("solution", "changed", "advice"),
    [
        ("return lr * w", "return w", "A factor is missing: `lr`."),
        ("secret = 2 * w\nreturn secret * X", "return X", "A factor is missing."),
        ("return 2 * w", "return w", "A factor is missing: 2."),
    ],
)
def test_only_names_that_the_student_sees_are_told(solution: str, changed: str, advice: str) -> None:
    told = {mutant.change.split(" -> ")[1]: mutant.advice for mutant in mutants_of(blank(solution))}
    assert told[changed] == advice


CLASS = """class Momentum:
    def __init__(self, lr, m):
        self.lr, self.m = lr, m
        ### BEGIN SOLUTION
        self.velocity, self.seen = 0, {}
        ### END SOLUTION

    def update(self, p, g):
        ### BEGIN SOLUTION
        self.seen[g] = p
        self.velocity = self.m * self.velocity - self.lr * g
        return p + self.velocity
        ### END SOLUTION"""


def test_what_an_object_remembers_is_changed() -> None:
    found = {mutant.change: mutant for mutant in mutants_of(Cell("blank", CLASS, "Momentum", [], 1))}
    names = {change: mutant.name for change, mutant in found.items()}
    step = "self.velocity = self.m * self.velocity - self.lr * g"
    assert names[f"{step} -> pass"] == names["self.seen[g] = p -> pass"] == "line-left-out"
    assert names["self.velocity -> type(self).velocity"] == names["self.seen -> type(self).seen"] == "state-shared"
    assert names[f"{step} -> self.velocity = self.m * self.velocity - self.m * g"] == "names-exchanged"
    assert names["return p + self.velocity -> return p + self.seen"] == "names-exchanged"
    assert "self.velocity, self.seen = (0, {}) -> pass" not in names  # what is not there stops at once
    assert "self.lr -> type(self).lr" not in names  # nothing changes it
    shared = found["self.velocity -> type(self).velocity"].source
    assert "self.velocity" not in shared.replace("type(self).velocity", "")


def test_the_object_is_no_quantity() -> None:
    """No other argument stands in its place, nor it in theirs."""
    sources = [mutant.source for mutant in mutants_of(Cell("blank", CLASS, "Momentum", [], 1))]
    for source in sources:
        assert not any(word in source for word in ("p.velocity", "g.velocity", "return self +", "= self\n"))


def test_a_class_that_is_given_is_left_alone() -> None:
    given = CLASS.replace("### BEGIN SOLUTION", "").replace("### END SOLUTION", "")
    cell = Cell("blank", f"{given}\n### BEGIN SOLUTION\nx = 1\n### END SOLUTION", "x", [], 1)
    assert [mutant.change for mutant in mutants_of(cell)] == ["x = 1 -> x = 2"]

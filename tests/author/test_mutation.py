"""A mutant is refused, survives, or takes too long; the author lists those that are equivalent."""

import pytest

from autograder.author import mutation
from autograder.author.mutation import FEW_VARIANTS, all_mutants, equivalents, try_mutant, try_mutant_with
from autograder.author.trial import SEEDS, Tried
from autograder.course.course import Assignment, Course
from autograder.errors import CourseError
from autograder.explain.mutants import Mutant

ENTRY = '[[equivalent]]\nblank = "neuron"\nchange = "z = X @ w -> z = X * w"\nreason = "None."\n'


def tried(project: Course, answer: str) -> Tried:
    source = f"def relu(x):\n    {answer}"
    return try_mutant(project.assignment("two_layer"), Mutant("relu", "sign", "", "change", source), SEEDS)


def test_a_mutant_that_is_refused(project: Course) -> None:
    assert tried(project, "return -((x > 0) * x)") == Tried(
        "relu: change", killed_by=["relu_of_any_array"], diagnoses=["sign", "sign"]
    )


def test_a_mutant_that_survives(project: Course) -> None:
    assert tried(project, "return (x >= 0) * x") == Tried("relu: change", diagnoses=["", ""], survives=True)


def test_a_mutant_that_never_ends(project: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mutation, "MUTANT_SECONDS", 0.2)
    endless = tried(project, "while True: pass")
    assert not endless.survives
    assert {*endless.diagnoses} <= {"TooMuch", "did-not-finish"}, "which, depends on where it was interrupted"


def tried_with(quiz: Assignment, monkeypatch: pytest.MonkeyPatch, *survives: bool) -> tuple[Tried, int]:
    """What comes of a mutant that the numbers of these students let pass or not, and how many of them were asked."""
    asked = iter(survives)

    def one(assignment: Assignment, mutant: Mutant, seeds: object) -> Tried:
        if next(asked):
            return Tried(mutant.change, faults=["by luck"], diagnoses=[""], survives=True)
        return Tried(mutant.change, killed_by=["check"], diagnoses=["sign"])

    monkeypatch.setattr(mutation, "try_mutant", one)
    variants = (quiz.with_numbers(numbers) for numbers in quiz.variants.samples(len(survives)))
    return try_mutant_with(variants, 0), len(survives) - len([*asked])


def test_a_mutant_is_tried_with_four_sets_of_numbers(quiz: Assignment, monkeypatch: pytest.MonkeyPatch) -> None:
    tried, asked = tried_with(quiz, monkeypatch, True, False, False, False, True, True)
    assert (tried.survives, tried.killed_by, tried.diagnoses) == (False, ["check"], ["sign"] * 3)
    assert tried.faults == ["by luck"]
    assert asked == FEW_VARIANTS == 4


def test_a_mutant_that_four_let_pass_is_tried_until_one_refuses_it(
    quiz: Assignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried, asked = tried_with(quiz, monkeypatch, True, True, True, True, True, False, True)
    assert (tried.survives, tried.killed_by, asked) == (False, ["check"], 6)
    assert tried.faults[-1] == "with the numbers of variant 5: by luck"
    tried, asked = tried_with(quiz, monkeypatch, *[True] * 7)
    assert (tried.survives, asked) == (True, 7)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ENTRY, {("neuron", "z = X @ w -> z = X * w")}),
        (
            ENTRY.replace("X * w", "X + w"),
            "equivalent.toml: 'z = X @ w -> z = X + w' is no change of 'neuron'. Take the entry out or fix it.",
        ),
        (
            ENTRY.replace("reason", "because"),
            "equivalent.toml: Object contains unknown field `because` - at `$[...][0]`. Fix that entry.",
        ),
    ],
)
def test_what_the_author_lists_is_a_mutant(quiz: Assignment, text: str, found: object) -> None:
    assert equivalents(quiz, all_mutants(quiz)) == set()
    (quiz.folder / "equivalent.toml").write_text(text, "utf-8")
    try:
        listed: object = equivalents(quiz, all_mutants(quiz))
    except CourseError as error:
        listed = str(error).removeprefix(f"{quiz.folder}/")
    assert listed == found

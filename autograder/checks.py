"""What an author writes checks with: `from autograder.checks import check, wrong, …`.

@check("hidden_delta", points=2, library="numpy")
def reaches_back(student, draw):
    \"""hidden_delta(Ob, WO) is Ob carried back through WO\"""
    …

@wrong("hidden_delta", "WO is not transposed: Ob @ WO has to become Ob @ WO.T.")
def not_transposed(Ob, WO):
    return Ob @ WO
"""

from __future__ import annotations

from autograder.asserts.arrays import as_array, as_row, in_parts
from autograder.asserts.compare import (
    Failure,
    as_letters,
    as_numbers,
    as_parts,
    assert_agrees,
    assert_close,
    assert_equal,
)
from autograder.asserts.describe import describe
from autograder.asserts.figures import (
    assert_contours,
    assert_drawn,
    assert_labels,
    assert_no_other,
    assert_not_swapped,
    contours_of,
    drawn,
    figure_of,
    finite,
    lies_on,
    marked,
    named,
    reached,
    spans,
    with_points,
)
from autograder.asserts.in_place import after
from autograder.asserts.pictures import curves, figures, paths, picture, regions
from autograder.asserts.precision import ROUNDINGS
from autograder.asserts.rounding import assert_costs, assert_near, assert_normal
from autograder.asserts.steps import assert_steps_agree
from autograder.course.declarations import Check, Question, Wrong, check, right, wrong
from autograder.course.questions import by_hand, choice, entries, number, same_word, values, word
from autograder.course.reference import known_outputs, reference_of

__all__ = [
    "ROUNDINGS",
    "Check",
    "Failure",
    "Question",
    "Wrong",
    "after",
    "as_array",
    "as_letters",
    "as_numbers",
    "as_parts",
    "as_row",
    "assert_agrees",
    "assert_close",
    "assert_contours",
    "assert_costs",
    "assert_drawn",
    "assert_equal",
    "assert_labels",
    "assert_near",
    "assert_no_other",
    "assert_normal",
    "assert_not_swapped",
    "assert_steps_agree",
    "by_hand",
    "check",
    "choice",
    "contours_of",
    "curves",
    "describe",
    "drawn",
    "entries",
    "figure_of",
    "figures",
    "finite",
    "in_parts",
    "known_outputs",
    "lies_on",
    "marked",
    "named",
    "number",
    "paths",
    "picture",
    "reached",
    "reference_of",
    "regions",
    "right",
    "same_word",
    "spans",
    "values",
    "with_points",
    "word",
    "wrong",
]

"""What a rehearsal found, as an author reads it."""

from autograder.author.findings import rehearsals_page, summary
from autograder.author.rehearse import Rehearsal
from autograder.course.variants import Work

SLOPE = Rehearsal(
    assignment="slope",
    points=2.5,
    blanks=1,
    checks=2,
    wrongs=4,
    rights=2,
    mutants=9,
    equivalent=1,
    killed={"of_a_line": 7, "of_any_line": 3},
    refused=7,
    named=5,
    operators=0,
    operators_named=0,
    behaviours=31,
    living=["slope: x: at most 6"],
    survivors=["slope: y -> x"],
    faults=["survives in slope: y -> x"],
    variants=[Work(20, 14), Work(19.5, 15), Work(20, 13)],
    never=["t is never negative, never above 1: Targets are 0 or 1."],
)


def test_for_a_terminal() -> None:
    assert summary(SLOPE).splitlines() == [
        "slope: 1 blank, 2 checks, 2.5 points",
        "  3 variants: 19.5 to 20 minutes, 13 to 15 digits to compute with",
        "  4 known wrong answers, 2 other right answers",
        "  9 made wrong answers: 7 refused (5 with a diagnosis), 1 equivalent, 1 survive",
        "  31 made wrong behaviours refused, 1 survive",
        "  refused by each check: of_a_line 7, of_any_line 3",
        "  t is never negative, never above 1: Targets are 0 or 1.",
        "  1 fault",
        "  - survives in slope: y -> x",
    ]


def test_as_a_page() -> None:
    assert rehearsals_page([SLOPE, SLOPE]).splitlines()[-3:] == [
        "| slope | 1 | 2 | 4 | 2 | 9 | 1 | 31 | 7 | 5 (71%) | 0 | 0 |",
        "| slope | 1 | 2 | 4 | 2 | 9 | 1 | 31 | 7 | 5 (71%) | 0 | 0 |",
        "| all | 2 | 4 | 8 | 4 | 18 | 2 | 62 | 14 | 10 (71%) | 0 | 0 |",
    ]

"""No wrong answer of somebody who had not seen the checks is accepted; and what it is called was found true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from unseen import UNSEEN, answers, judged

from autograder.course.course import Assignment, Course

NAMES = sorted(path.stem for path in UNSEEN.glob("*.py"))
Property = Callable[[str, object], None]


def of(project: Course, name: str) -> Assignment:
    assignment = project.assignment(name)
    return assignment.with_numbers(assignment.numbers_of("s01"))


@pytest.mark.parametrize("name", NAMES)
def test_there_are_twenty_for_each_blank_that_computes(name: str, project: Course) -> None:
    """Six where the blank is nothing but numbers."""
    reference = of(project, name).checks.reference
    counted = Counter(answer.blank for answer in answers(UNSEEN / f"{name}.py"))
    least = {blank: 20 if callable(getattr(reference, blank, None)) else 6 for blank in counted}
    assert {blank: count for blank, count in counted.items() if count < least[blank]} == {}
    functions = {
        cell.grade_id
        for cell in project.assignment(name).lesson.blanks()
        if callable(getattr(reference, cell.grade_id, None))
    }
    assert functions <= counted.keys()


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_none_is_accepted_and_no_name_is_false(name: str, project: Course, record_property: Property) -> None:
    assignment = of(project, name)
    accepted, unread, told = [], [], Counter[str]()
    for answer in answers(UNSEEN / f"{name}.py"):
        found = judged(assignment, answer)
        if not found.refused:
            accepted.append(f"{answer.blank}: {answer.sentence}")
        unread += [f"{answer.blank} is called {each}: {answer.sentence}" for each in found.names - answer.names]
        told["wrong answers from the notebooks alone"] += 1
        told["of these with a true name"] += bool(found.names & answer.names)
        told["with a name that nobody found true"] += bool(found.names - answer.names)
    for what, count in told.items():
        record_property(what, count)
    assert accepted == []
    assert unread == []

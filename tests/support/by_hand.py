"""Checks, blanks and reports made by hand, for the tests of everything that shows them."""

from __future__ import annotations

from autograder.records import CellReport, CheckReport, Report, total


def check(outcome="passed", points=2.0, name="agrees", **more) -> CheckReport:
    got = {"passed": points, "grader error": None}.get(outcome, 0.0)
    return CheckReport(name, more.pop("sentence", f"{name} is right"), outcome, got, points, **more)


def cell(*checks: CheckReport, grade_id="backward", title="the gradient of the error") -> CellReport:
    points = total([each.points for each in checks])
    return CellReport(grade_id, title, points, sum(each.max_points for each in checks), list(checks))


def report(student: str, *cells: CellReport, problems=(), sandbox="bubblewrap") -> Report:
    points, highest = total([each.points for each in cells]), sum(each.max_points for each in cells)
    return Report("xor", student, points, highest, "5eed5eed", "1.0.0", sandbox, list(problems), list(cells))


MISSING_MEAN = {
    "cause": "backward(X)[0, 1] = 1.25, but should be 0.25",
    "diagnosis": "missing-mean",
    "advice": "The mean over the batch is missing.",
}

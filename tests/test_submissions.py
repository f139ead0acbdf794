"""Every sample submission gets what it deserves: its points, the blanks that it loses, the mistakes by name."""

from pathlib import Path

import pytest

from autograder.course.course import Course
from autograder.demo.sample import fill_in, read_deserved
from autograder.grade.engine import grade_file

SAMPLES = sorted(
    path
    for path in (Path(__file__).parent / "submissions").glob("*/*")
    if path.suffix != ".txt" and path.parent.name != "hostile"
)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_sample_gets_what_it_deserves(sample: Path, quick: Course, tmp_path: Path) -> None:
    assignment = quick.assignment(sample.parent.name)
    path = tmp_path / f"{assignment.name}.ipynb"
    path.write_bytes(fill_in(assignment, sample))

    report = grade_file(assignment, path, "s01", "bubblewrap")

    deserved = read_deserved(sample)
    failed = {cell.grade_id: [c for c in cell.checks if c.outcome != "passed"] for cell in report.cells}
    lost = {
        blank: "; ".join(sorted({check.diagnosis for check in checks})) for blank, checks in failed.items() if checks
    }
    if deserved.points:
        assert lost == deserved.lost
    else:
        assert len(lost) == len(report.cells)
    assert (report.points, report.max_points) == (deserved.points, deserved.max_points)

"""How long the references of all assignments take to grade, one after another, in one process.

make bench
"""

import time
from pathlib import Path

from autograder.course.course import Course
from autograder.grade.engine import grade_submission
from autograder.sandbox.inside.protocol import Cell
from autograder.submit.notebook import Submission

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    course = Course(ROOT)
    total = 0.0
    print(f"{'assignment':<24}{'blanks':>7}{'points':>8}{'seconds':>9}{'again':>7}")
    for name in course.names():
        assignment = course.assignment(name)
        blanks = {cell.grade_id: cell.source for cell in assignment.lesson.blanks()}
        cells = [Cell(cell.grade_id, cell.source) for cell in assignment.lesson.program()]
        seconds = []
        for student in ("first", "second"):  # the second finds TensorFlow and the sandbox warm
            begin = time.perf_counter()
            report = grade_submission(assignment, Submission(cells, blanks, []), student, student, "bubblewrap")
            seconds.append(time.perf_counter() - begin)
            assert report.points == report.max_points, (name, student)
        total += seconds[0]
        print(f"{name:<24}{len(blanks):>7}{report.max_points:>8g}{seconds[0]:>9.2f}{seconds[1]:>7.2f}")
    print(f"{'all':<39}{total:>9.2f}")


if __name__ == "__main__":
    main()

"""What being late costs: for an exam each student's own deadline counts."""

from __future__ import annotations

import os
from datetime import UTC, timedelta

from nbgrader.plugins import LateSubmissionPlugin

from autograder.exam.ledger import rules_of
from autograder.nbgrader_plugins.ours import exam_of


class ExamPenalty(LateSubmissionPlugin):
    """What being late costs: for an exam by its rules and the student's own deadline."""

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float | None:
        root = self.config.get("CourseDirectory", {}).get("root", os.getcwd())
        exam = exam_of(root, self.parent.assignment_id)
        if exam is None:
            return super().late_submission_penalty(student_id, score, total_seconds_late)
        rules = rules_of(exam)
        duedate = self.parent.gradebook.find_assignment(exam.name).duedate
        # From nbgrader's own number, so that an extension that was given in formgrader counts.
        received = duedate.replace(tzinfo=UTC) + timedelta(seconds=total_seconds_late)
        percent = rules.percent_lost(rules.standing(student_id, received))
        return score * percent / 100 if percent else None

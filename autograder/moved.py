"""What others name by its dotted name and is called otherwise now: an old name is an error that says the new one."""

from __future__ import annotations

import sys

# The module that was, the one that is, and what nbgrader_config.py or an author's file may have named in it.
_MOVES = [
    (
        "autograder.grade.nbgrader_step",
        "autograder.nbgrader_plugins.grade_step",
        ["ForgivingExporter", "OneOfEach", "CheckMetadata", "Grade", "UnknownScores"],
    ),
    (
        "autograder.exam.nbgrader_steps",
        "autograder.nbgrader_plugins.moderation_steps",
        ["WithModeration", "OnlyWhatMayBeShown"],
    ),
    ("autograder.exam.nbgrader_exam", "autograder.nbgrader_plugins.collect", ["ExamCollect"]),
    ("autograder.exam.nbgrader_exam", "autograder.nbgrader_plugins.penalty", ["ExamPenalty"]),
    (
        "autograder.submit.nbgrader_collect",
        "autograder.nbgrader_plugins.collect",
        ["PlainCollect", "PlainExtractor", "keep_submission_plain"],
    ),
    ("autograder.report.harmless", "autograder.nbgrader_plugins.harmless", ["markdown2html"]),
    ("autograder.pictures", "autograder.checks", ["picture", "curves", "figures", "paths", "regions"]),
]
MOVED = {f"{old}.{name}": f"{new}.{name}" for old, new, names in _MOVES for name in names}

# What is gone, and what to do about it.
_PENALTIES = "Take out that line and nbgrader.preprocessors.AssignLatePenalties: WithModeration does both"
GONE = {
    "autograder.exam.nbgrader_steps.WithoutModeration": _PENALTIES,
    "autograder.nbgrader_plugins.moderation_steps.WithoutModeration": _PENALTIES,
}


class MovedError(Exception):
    """No ImportError: traitlets makes "could not be imported" of one, and the last line that one reads is not ours."""


class Signpost:
    """The last of Python's finders, for what no other has found: it finds nothing, but knows where that is now."""

    @staticmethod
    def find_spec(module: str, path: object = None, target: object = None) -> None:
        now = [f"{new} ({', '.join(names)})" for old, new, names in _MOVES if old == module]
        if now:
            raise MovedError(f"{module} is now {' and '.join(now)}. Write the new name where the old one stands.")


def put_up_signpost() -> None:
    """From now on importing a module that has moved raises MovedError."""
    sys.meta_path.append(Signpost)

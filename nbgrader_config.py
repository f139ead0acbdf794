"""nbgrader for this course: its folders are ours, and our step grades in place of nbgrader's."""

import os
from pathlib import Path

c = get_config()  # noqa: F821  # nbgrader defines it
root = Path(__file__).resolve().parent

c.CourseDirectory.root = str(root)
c.CourseDirectory.course_id = "neural_networks"
c.CourseDirectory.source_directory = "gradebook/source"  # holds only what `autograder release` put there
c.CourseDirectory.release_directory = "assignments"
c.CourseDirectory.submitted_directory = "gradebook/submitted"
c.CourseDirectory.autograded_directory = "gradebook/autograded"
c.CourseDirectory.feedback_directory = "gradebook/feedback"
c.CourseDirectory.db_url = f"sqlite:///{root}/gradebook/gradebook.db"

# Where students and instructor meet. On a shared server this is a folder that all of them can reach.
c.Exchange.root = os.environ.get("NBGRADER_EXCHANGE", str(root / "gradebook" / "exchange"))

c.ClearSolutions.code_stub = {
    "python": '# YOUR CODE HERE\nraise NotImplementedError("Fill in this blank: replace this line with your answer.")'
}

c.OverwriteCells.add_missing_cells = True
c.Autograde.exporter_class = "autograder.nbgrader_plugins.grade_step.ForgivingExporter"
c.Autograde.sanitize_preprocessors = [
    "nbgrader.preprocessors.ClearOutput",
    "autograder.nbgrader_plugins.grade_step.OneOfEach",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "autograder.nbgrader_plugins.grade_step.CheckMetadata",
]
c.Autograde.autograde_preprocessors = [
    "autograder.nbgrader_plugins.grade_step.Grade",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "autograder.nbgrader_plugins.scores.SaveScores",
    "autograder.nbgrader_plugins.grade_step.UnknownScores",
    "autograder.nbgrader_plugins.moderation_steps.WithModeration",
]  # the cells' metadata were checked in the first pass, and nothing here changes them

# Feedback shows how each check ended: for an exam only when its rules do.
c.GenerateFeedback.preprocessors = [
    "autograder.nbgrader_plugins.moderation_steps.OnlyWhatMayBeShown",
    "nbgrader.preprocessors.GetGrades",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]

# What students hand in is copied as plain files, and shown without what a browser would run.
c.ExchangeFactory.collect = "autograder.nbgrader_plugins.collect.ExamCollect"
c.ZipCollectApp.extractor_plugin = "autograder.nbgrader_plugins.collect.PlainExtractor"
c.Autograde.pre_convert_hook = "autograder.nbgrader_plugins.collect.keep_submission_plain"
c.HTMLExporter.filters = {
    "markdown2html": "autograder.nbgrader_plugins.harmless.markdown2html",
    "clean_html": "autograder.nbgrader_plugins.harmless.clean_html",
}
c.HTMLExporter.sanitize_html = True  # what cells show goes through clean_html
c.HTMLExporter.exclude_raw = True

# An exam (a folder of solutions/ with exam.toml) is collected from its ledger; being late costs what its rules say.
c.AssignLatePenalties.plugin_class = "autograder.nbgrader_plugins.penalty.ExamPenalty"

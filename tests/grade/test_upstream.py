"""nbgrader's own tests of `nbgrader autograde` pass with our step in place of its execution."""

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

CONFIG = """
c = get_config()
c.Autograde.exporter_class = "autograder.grade.nbgrader_step.ForgivingExporter"
c.Autograde.autograde_preprocessors = [
    "autograder.grade.nbgrader_step.Grade",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "autograder.grade.nbgrader_step.UnknownScores",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Autograde.sanitize_preprocessors = [
    "nbgrader.preprocessors.ClearOutput",
    "autograder.grade.nbgrader_step.OneOfEach",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
"""


@pytest.mark.slow
def test_nbgraders_own_tests_pass_with_our_step(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text(textwrap.dedent(CONFIG))
    environment = {
        **os.environ,
        "USER": "tester",
        "JUPYTER_CONFIG_DIR": str(tmp_path),
        "JUPYTER_PATH": str(Path(sys.prefix, "share", "jupyter")),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--pyargs"]
    result = subprocess.run(
        [*command, "nbgrader.tests.apps.test_nbgrader_autograde"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    last = result.stdout.strip().splitlines()[-1]
    assert re.match(r"40 passed, 2 skipped", last), result.stdout[-3000:]

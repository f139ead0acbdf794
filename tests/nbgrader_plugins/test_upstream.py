"""nbgrader's own tests of `nbgrader autograde` pass with our step in place of its execution."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

SOME = ("test_grade_timestamp", "test_skip_extra_notebooks", "test_force_f", "test_side_effects")
OURS = Path(__file__).resolve().parents[2] / "nbgrader_config.py"


def our_step() -> str:
    """The lines of this course's configuration that put our step in place of nbgrader's."""
    text = OURS.read_text("utf-8")
    return "c = get_config()\n" + text[text.index("c.Autograde.exporter_class") :]


@pytest.mark.slow
def test_some_of_nbgraders_own_tests_pass_with_our_step(tmp_path: Path) -> None:
    assert ended(tmp_path, "-k", " or ".join(SOME)) == (f"{len(SOME)} passed", "")


@pytest.mark.long
def test_nbgraders_own_tests_pass_with_our_step(tmp_path: Path) -> None:
    assert ended(tmp_path) == ("40 passed, 2 skipped", "")


def ended(folder: Path, *chosen: str) -> tuple[str, str]:
    """How nbgrader's own tests ended, in its words; and what they told, where one failed."""
    (folder / "nbgrader_config.py").write_text(our_step(), "utf-8")
    environment = {
        **os.environ,
        "USER": "tester",
        "JUPYTER_CONFIG_DIR": str(folder),
        "JUPYTER_PATH": str(Path(sys.prefix, "share", "jupyter")),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--pyargs"]
    result = subprocess.run(
        [*command, "nbgrader.tests.apps.test_nbgrader_autograde", *chosen],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    last = re.match(r"[^=]*?passed(, \d+ skipped)?", result.stdout.strip().splitlines()[-1])
    return last[0] if last else "", result.stdout[-3000:] if result.returncode else ""

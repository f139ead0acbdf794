"""docs/authoring.md: its files make an assignment, and its commands print what it says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "authoring.md").read_text("utf-8")
STEP = re.compile(
    r"^`(?P<path>[\w./]+)`\n\n```\w+\n(?P<text>[\s\S]*?)^```$|^```console\n\$ (?P<told>[\s\S]*?)^```$", re.MULTILINE
)


@pytest.mark.slow
def test_the_walk(tmp_path: Path) -> None:
    (tmp_path / "solutions").mkdir()
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    commands = 0
    for step in STEP.finditer(PAGE):
        if step["path"]:
            path = tmp_path / step["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step["text"], "utf-8")
        else:
            command, _, told = step["told"].partition("\n")
            assert without_hidden_numbers(run(command, tmp_path)) == without_hidden_numbers(told)
            commands += 1
    assert commands == 5


def run(command: str, folder: Path) -> str:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    result = subprocess.run(
        command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert result.stderr == ""
    return result.stdout


def without_hidden_numbers(text: str) -> str:
    """Numbers that a student got for hidden inputs depend on the course's secret, a notice on the machine."""
    text = re.sub(r"^notice: graded in a sandbox without .*\n", "", text, flags=re.MULTILINE)
    return re.sub(r"= -?[\d.e+-]+, which", "= …, which", text)

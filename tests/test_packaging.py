"""What pip and PyPI see: the distribution's name is ours, its licence is named, and no text of ours says otherwise."""

import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_the_name_is_ours_and_the_command_is_not_renamed() -> None:
    assert PROJECT["name"] == "nn-autograder"
    assert [*PROJECT["scripts"]] == ["autograder"]
    own = [each for each in PROJECT["optional-dependencies"]["dev"] if "autograder" in each]
    assert own == ["nn-autograder[dask,postgresql]"]


def test_the_licence_is_named_and_there() -> None:
    assert (PROJECT["license"], PROJECT["license-files"]) == ("MIT", ["LICENSE"])
    assert (ROOT / "LICENSE").read_text().startswith("MIT License\n\nCopyright (c) 2026 the autograder's authors\n")


def test_no_text_of_ours_installs_what_is_not_ours() -> None:
    """`autograder` on PyPI is somebody else's."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no checkout")
    wrong = [f"pip install {quote}autograder" for quote in ("", "'", '"', "-e ", "-U ")]
    told = [
        name
        for name in listed.stdout.split("\0")
        if name and any(each in (ROOT / name).read_text("utf-8", "replace") for each in wrong)
    ]
    assert told == []

"""The kernel's own limit around a sandbox, where the machine gives one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from autograder.sandbox import cgroup as groups
from autograder.sandbox.cgroup import ControlGroup, control_group

USE = "data = bytearray({megabytes} * 2**20); print('had it')"


def test_the_kernel_ends_what_uses_more_memory_than_the_group_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "_WARM_MB", 50)
    group = control_group()
    if group is None:
        pytest.skip("this machine gives no control group")
    try:
        group.allow(memory_mb=100, processes=10)
        ended = [
            subprocess.run(
                [sys.executable, "-c", USE.format(megabytes=megabytes)],
                preexec_fn=group.join,
                capture_output=True,
                check=False,
            )
            for megabytes in (100, 600)
        ]
    finally:
        group.close()
    assert [each.stdout for each in ended] == [b"had it\n", b""]
    assert ended[1].returncode == -9
    assert not any(folder.exists() for folder in group._folders())


def test_a_group_of_two_folders_is_joined_and_limited_in_both(tmp_path: Path) -> None:
    limits = {name: tmp_path / name / f"{name}.max" for name in ("memory", "pids")}
    for path in limits.values():
        path.parent.mkdir()
    group = ControlGroup(limits)
    group.allow(memory_mb=100, processes=10)
    group.join()
    assert limits["memory"].read_text() == str((2048 + 2 * 100) * 2**20)
    assert limits["pids"].read_text() == str(256 + 2 * 10)
    assert [(path.parent / "cgroup.procs").read_text() for path in limits.values()] == ["0", "0"]


def test_a_group_that_is_not_granted_leaves_nothing_and_sweeps_others_away(tmp_path: Path) -> None:
    files = {"own": "0::/user\n", "cgroup.controllers": "", "user/cgroup.subtree_control": "memory pids"}
    root, own = machine(tmp_path, files)
    (root / "user" / "autograder-999999999-0").mkdir()
    assert control_group(root, own) is None  # what is made here gets no cgroup.procs, as a kernel makes it
    assert [path.name for path in (root / "user").iterdir()] == ["cgroup.subtree_control"]


def machine(folder: Path, files: dict[str, str]) -> tuple[Path, Path]:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder, folder / "own"


def test_both_versions_of_control_groups_are_known(tmp_path: Path) -> None:
    root, own = machine(tmp_path / "1", {"own": "8:pids:/a\n4:memory,hugetlb:/b/c\n0::/\n"})
    assert groups._limits("name", root, own) == {
        "memory": root / "memory" / "b" / "c" / "name" / "memory.limit_in_bytes",
        "pids": root / "pids" / "a" / "name" / "pids.max",
    }
    files = {"own": "0::/user/7\n", "cgroup.controllers": "cpu memory pids", "user/7/cgroup.subtree_control": "cpu"}
    root, own = machine(tmp_path / "2", files)
    parent = root / "user" / "7"
    assert groups._limits("name", root, own) == {
        "memory": parent / "name" / "memory.max",
        "pids": parent / "name" / "pids.max",
    }
    assert (parent / "cgroup.subtree_control").read_text() == "+memory +pids"


@pytest.mark.parametrize("files", [{}, {"own": ""}, {"own": "nonsense"}, {"own": "4:memory:/\n"}, {"own": "0::/\n"}])
def test_a_machine_without_them_gives_none(tmp_path: Path, files: dict[str, str]) -> None:
    assert control_group(*machine(tmp_path, files)) is None


def test_groups_of_graders_that_were_killed_are_swept_away(tmp_path: Path) -> None:
    (tmp_path / "autograder-999999999-0").mkdir()
    (tmp_path / "autograder-1-0").mkdir()
    groups._sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["autograder-1-0"]

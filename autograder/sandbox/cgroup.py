"""A control group around a sandbox: the kernel's own limit on memory and tasks, where this machine gives one.

The supervisor looks every 50 ms at what a child uses, and names what was too much. A burst between two looks is
stopped here: at the limit of the group the kernel ends what is inside, and nothing outside.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import time
from pathlib import Path

_ROOT = Path("/sys/fs/cgroup")
_OWN = Path("/proc/self/cgroup")
_WARM_MB = 2048  # what a warm process may use itself
_WARM_TASKS = 256
_PREFIX = "autograder-"
_numbers = itertools.count()
_V1_LIMITS = {"memory": "memory.limit_in_bytes", "pids": "pids.max"}
_V2_LIMITS = {"memory": "memory.max", "pids": "pids.max"}


class ControlGroup:
    """One folder for each controller (version 1), or one for both (version 2)."""

    def __init__(self, limits: dict[str, Path]) -> None:
        self._limits = limits  # the file of each limit

    def make(self) -> None:
        """Raises OSError where that is not granted."""
        for folder in self._folders():
            _sweep(folder.parent)
            folder.mkdir()
            if not os.access(folder / "cgroup.procs", os.W_OK):
                raise PermissionError(folder)

    def join(self) -> None:
        """Put this process into the group, and what it starts from now on."""
        for folder in self._folders():
            (folder / "cgroup.procs").write_text("0")

    def allow(self, memory_mb: int, processes: int) -> None:
        """Set the limits: twice a child's own, since the supervisor comes first, and what the warm process needs."""
        self._limits["memory"].write_text(str((_WARM_MB + 2 * memory_mb) * 2**20))
        self._limits["pids"].write_text(str(_WARM_TASKS + 2 * processes))

    def out_of_memory(self) -> int:
        """How often the kernel has ended something in here for want of memory."""
        limit = self._limits["memory"]
        counts = limit.with_name("memory.events" if limit.name == _V2_LIMITS["memory"] else "memory.oom_control")
        try:
            return int(dict(line.split() for line in counts.read_text().splitlines()).get("oom_kill", 0))
        except (OSError, ValueError):
            return 0

    def close(self) -> None:
        """Take the group away, once all that was in it has ended."""
        for folder in self._folders():
            for _ in range(20):
                with contextlib.suppress(OSError):
                    folder.rmdir()
                if not folder.exists():
                    break
                time.sleep(0.05)

    def _folders(self) -> list[Path]:
        return sorted({path.parent for path in self._limits.values()})


def control_group(root: Path = _ROOT, own: Path = _OWN) -> ControlGroup | None:
    """A new control group below this process's own; None where the machine gives none."""
    try:
        group = ControlGroup(_limits(f"{_PREFIX}{os.getpid()}-{next(_numbers)}", root, own))
    except (OSError, KeyError, ValueError):
        return None
    try:
        group.make()
    except OSError:
        group.close()
        return None
    return group


def _limits(name: str, root: Path, own: Path) -> dict[str, Path]:
    paths: dict[str, str] = {}
    for line in own.read_text().splitlines():
        _, controllers, path = line.split(":", 2)
        paths |= dict.fromkeys(controllers.split(","), path.lstrip("/"))
    if not (root / "cgroup.controllers").exists():
        return {what: root / what / paths[what] / name / file for what, file in _V1_LIMITS.items()}
    parent = root / paths[""]
    handed_down = parent / "cgroup.subtree_control"
    if not set(_V2_LIMITS) <= set(handed_down.read_text().split()):
        handed_down.write_text("+memory +pids")
    return {what: parent / name / file for what, file in _V2_LIMITS.items()}


def _sweep(parent: Path) -> None:
    """Take away the groups of graders that were killed."""
    for folder in parent.glob(f"{_PREFIX}*"):
        if not Path("/proc", folder.name.removeprefix(_PREFIX).split("-")[0]).exists():
            with contextlib.suppress(OSError):
                folder.rmdir()

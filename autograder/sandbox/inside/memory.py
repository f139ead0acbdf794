"""A limit on the memory that this process may take within a block."""

from __future__ import annotations

import contextlib
import resource
from collections.abc import Iterator


@contextlib.contextmanager
def at_most(megabytes: int) -> Iterator[None]:
    """Raises MemoryError where more is taken, beyond what this process holds already."""
    held = bytes_held()
    before, most = resource.getrlimit(resource.RLIMIT_DATA)
    limit = held + megabytes * 2**20
    if held and (before == resource.RLIM_INFINITY or limit < before):
        resource.setrlimit(resource.RLIMIT_DATA, (limit, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (before, most))


def bytes_held() -> int:
    """The memory of this process that RLIMIT_DATA counts; 0 where the kernel does not tell."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[5]) * resource.getpagesize()
    except OSError:
        return 0

"""Grade on a Dask cluster: the executor, and which of its workers may be used."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Executor

from autograder.errors import CourseError
from autograder.sandbox.sandbox import Mode

_CONNECT_SECONDS = 10


@contextlib.contextmanager
def cluster(address: str, mode: Mode, notice: Callable[[str], None]) -> Iterator[Executor]:
    """The cluster whose scheduler listens at `address` (tcp://host:8786), as an executor.

    A worker that cannot grade as this machine would is given no work, and `notice` hears why; so is one that comes
    later. Raises CourseError where there is no scheduler, or no worker that can.
    """
    try:
        from distributed import Client

        from autograder.grade import on_worker
    except ImportError:
        raise CourseError(
            "--dask", "Dask is not installed here", "Run pip install -e '.[dask]' in the project's folder"
        ) from None
    logging.getLogger("distributed").setLevel(logging.ERROR)
    try:
        client = Client(address, timeout=_CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise CourseError(
            address, f"no Dask scheduler answers ({type(error).__name__})", "Start one: dask scheduler"
        ) from None
    with client:
        try:
            client.register_plugin(on_worker.Gate(mode, on_worker.fingerprint()))
        except ImportError as error:
            raise CourseError(
                address, f"not everywhere there is what grading needs: {error}", "Install the package on each machine"
            ) from None
        refusals = client.run(on_worker.refusal_of)
        for worker, why in sorted(refusals.items()):
            if why:
                notice(f"the worker {worker} gets no work: {why}")
        if all(refusals.values()):
            found = "none of its workers can grade" if refusals else "it has no workers"
            raise CourseError(address, found, "Start one where the package and bubblewrap are: dask worker " + address)
        yield client.get_executor(pure=False, resources={on_worker.RESOURCE: 1}, retries=2)

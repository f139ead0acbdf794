"""What a worker of a Dask cluster runs before it gets work: can it grade as the machine would that asks?"""

from __future__ import annotations

import asyncio
from typing import Any

from distributed import WorkerPlugin

from autograder.grade.bundle import engine_fingerprint
from autograder.sandbox.sandbox import Mode, missing_layers

RESOURCE = "autograder"  # each task needs one, a worker that can grade has one: it grades one submission at a time


class Gate(WorkerPlugin):
    """Gives a worker the resource that tasks need, if it has a sandbox and the same engine and libraries."""

    name = "autograder"

    def __init__(self, mode: Mode, expected: dict[str, str]) -> None:
        self._mode, self._expected = mode, expected
        self.refusal = ""

    async def setup(self, worker: Any) -> None:
        self.refusal = await asyncio.to_thread(self._why_not)
        await worker.set_resources(**{RESOURCE: 0 if self.refusal else 1})

    def _why_not(self) -> str:
        try:
            found = engine_fingerprint()
            for what, expected in self._expected.items():
                if found[what] != expected:
                    return f"its {what} is {found[what]}, but should be {expected}"
            missing_layers(self._mode)
        except Exception as error:
            return str(error)
        return ""


def refusal_of(dask_worker: Any) -> str:
    """Why this worker gets no work; nothing if it does."""
    return dask_worker.plugins[Gate.name].refusal

"""The magics of Jupyter's kernel, for the notebook that uses one of them: ipykernel takes a while to import."""

from __future__ import annotations

from typing import Any


def load_ipython_extension(shell: Any) -> None:
    from ipykernel.zmqshell import KernelMagics

    shell.register_magics(KernelMagics)

"""What widgets ask of the kernel of their notebook."""

from __future__ import annotations

from typing import Any

from comm.base_comm import BaseComm


class Kernel:
    """The kernel of a shell: says which cell runs, and makes the comms by which widgets tell what they show."""

    cell_name = ""

    def __init__(self, shell: Any) -> None:
        self._shell = shell

    def get_parent(self, channel: str = "shell") -> dict[str, Any]:
        return {"header": {"msg_id": self.cell_name}}

    def comm(self, *args: Any, **kwargs: Any) -> _Comm:
        return _Comm(self._shell, *args, **kwargs)


class _Comm(BaseComm):
    def __init__(self, shell: Any, *args: Any, **kwargs: Any) -> None:
        self._shell = shell
        super().__init__(*args, **kwargs)

    def publish_msg(
        self, msg_type: str, data: Any = None, metadata: Any = None, buffers: Any = None, **keys: Any
    ) -> None:
        if self._shell.outputs:
            self._shell.outputs.show_comm(msg_type, self.comm_id, {"data": data or {}, **keys})

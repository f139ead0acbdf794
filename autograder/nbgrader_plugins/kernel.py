"""A child of the sandbox as nbclient sees a kernel: its options mean the same, and its time is the program's own."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import json
import sys
from collections import deque
from collections.abc import Awaitable, Callable
from queue import Empty
from typing import Any

from nbclient.exceptions import DeadKernelError

from autograder.sandbox.child import Child, Ended, deadline_in
from autograder.sandbox.inside import protocol
from autograder.sandbox.inside.frames import NEVER, Deadline
from autograder.sandbox.own_time import OwnTime

Message = dict[str, Any]
_TO_SEND = 60.0  # seconds: a child that is alive reads what it is asked
_A_MOMENT, _FOR_EVER = 0.001, 1e6  # seconds
_HOW = {
    "memory": ": it used more memory than it may",
    "processes": ": it started more processes and threads than it may",
    "time": ": it used more processor time than it may",
    "closed": ": it closed the line to the grader",
}
_LANGUAGE = {
    "name": "python",
    "version": sys.version.split()[0],
    "mimetype": "text/x-python",
    "codemirror_mode": {"name": "ipython", "version": 3},
    "pygments_lexer": "ipython3",
    "nbconvert_exporter": "python",
    "file_extension": ".py",
}


class SandboxKernel:
    """What nbclient asks of a kernel's manager. `iopub_timeout`: seconds that a cell has after it was interrupted.

    Raises DeadKernelError for a program that has ended, from whatever asks it.
    """

    has_kernel = True

    def __init__(self, child: Child, iopub_timeout: float) -> None:
        self._child, self._reacts_in = child, iopub_timeout

    def client(self) -> Client:
        return Client(self._child, self._reacts_in)

    def interrupt_kernel(self) -> None:
        self._child.interrupt()


class Client:
    """What nbclient asks of a kernel's client. The messages of a cell come all at once, when it is done."""

    allow_stdin = False

    def __init__(self, child: Child, reacts_in: float) -> None:
        self._child, self._reacts_in = child, reacts_in
        self._running: deque[protocol.Execute] = deque()  # those whose cells are not done
        self._count = 0
        self._is_late = self._has_ended = False
        self._replies: deque[Message] = deque()
        self._shown: deque[Message] = deque()
        self.shell_channel, self.iopub_channel, self.session = _Channel(self.reply), _Channel(self.shown), _Session()

    def start_channels(self) -> None: ...

    def wait_for_ready(self, timeout: float | None = None) -> None: ...

    def is_alive(self) -> bool:
        return not self._has_ended

    def kernel_info(self) -> str:
        self._replies.append(message("info", "kernel_info_reply", {"language_info": _LANGUAGE}))
        return "info"

    def execute(self, source: str, store_history: bool = True, stop_on_error: bool = True) -> str:
        """Have a cell run; the id of what comes of it."""
        self._count += 1
        request = protocol.Execute(protocol.Cell(str(self._count), source))
        try:
            self._child.send(request, deadline_in(_TO_SEND))
        except (Ended, TimeoutError) as error:
            raise self._dead(error) from None
        self._running.append(request)
        self._is_late = False
        return request.cell.name

    async def reply(self, seconds: float | None) -> Message:
        """The next reply. Raises Empty where the program has used that many seconds without one."""
        await asyncio.sleep(0)
        if not self._replies:
            self._receive(seconds)
        return self._replies.popleft()

    async def shown(self, seconds: float | None) -> Message:
        """The next message of a cell; none comes of one that was interrupted and does not end."""
        while not self._shown:
            if self._is_late and self._running:
                with contextlib.suppress(Empty):
                    self._receive(self._reacts_in)
                    continue
                await asyncio.sleep(_FOR_EVER)
            await asyncio.sleep(_A_MOMENT)
        return self._shown.popleft()

    def _receive(self, seconds: float | None) -> None:
        """Wait until the first of the running cells is done. Raises Empty where it takes longer."""
        request = self._running[0]
        deadline: Deadline = NEVER if seconds is None else OwnTime(self._child, seconds, request, side_by_side=True)
        try:
            shown = self._child.receive(deadline)
            if not isinstance(shown, protocol.Shown):
                raise protocol.ProtocolError("an answer to another question")
            self._shown.extend(messages(request.cell, shown))
        except TimeoutError:
            self._is_late = True
            raise Empty from None
        except (Ended, protocol.ProtocolError) as error:
            raise self._dead(error) from None
        self._replies.append(reply_of(request.cell, shown))
        self._running.popleft()

    def _dead(self, error: Exception) -> DeadKernelError:
        self._has_ended = True
        how = error.how if isinstance(error, Ended) else "closed"
        return DeadKernelError(f"the cell ended the program{_HOW.get(how, f' ({how})' if how else '')}")


class _Channel:
    """One of a client's channels. What a front end would send to a widget is dropped: nobody turns one here."""

    def __init__(self, next_message: Callable[[float | None], Awaitable[Message]]) -> None:
        self._next = next_message

    def get_msg(self, timeout: float | None = None) -> Awaitable[Message]:
        return self._next(timeout)

    def send(self, message: Any) -> None: ...


class _Session:
    def msg(self, *_: Any, **__: Any) -> None: ...


def messages(cell: protocol.Cell, shown: protocol.Shown) -> list[Message]:
    """What a kernel sends to the notebook for a cell. Raises ProtocolError for what no kernel sends."""
    sent = [message(cell.name, "execute_input", {"execution_count": shown.number, "code": cell.source})]
    try:
        for each in shown.outputs:
            sent.append(message(cell.name, each.kind, _content(each, shown.number)))
            sent[-1]["is_own"] = each.kind != "execute_result" or each.name != protocol.NESTED
    except (ValueError, KeyError, RecursionError) as error:
        raise protocol.ProtocolError(f"an output that is malformed ({type(error).__name__})") from None
    return [*sent, message(cell.name, "status", {"execution_state": "idle"})]


def reply_of(cell: protocol.Cell, shown: protocol.Shown) -> Message:
    """A kernel's reply: how the cell ended, whatever was shown of that."""
    content: dict[str, Any] = {"status": "ok", "execution_count": shown.number}
    if shown.error:
        lines = [each.traceback for each in shown.outputs if each.kind == "error"][-1:]
        content |= {"status": "error", "ename": shown.error.error, "evalue": shown.error.message}
        content["traceback"] = lines[0] if lines else []
    return message(cell.name, "execute_reply", content)


def message(of: str, kind: str, content: dict[str, Any]) -> Message:
    header = {"msg_type": kind, "date": datetime.datetime.now(datetime.UTC)}
    return {"msg_type": kind, "header": header, "parent_header": {"msg_id": of}, "content": content, "buffers": []}


def as_display(result: Message) -> Message:
    """A result as something that was merely displayed."""
    content = {"data": result["content"]["data"], "metadata": result["content"]["metadata"]}
    return message(result["parent_header"]["msg_id"], "display_data", content)


def _content(output: protocol.Output, number: int) -> dict[str, Any]:
    match output.kind:
        case "stream":
            return {"name": {"stdout": "stdout", "stderr": "stderr"}[output.name], "text": output.text}
        case "error":
            return {"ename": output.name, "evalue": output.text, "traceback": output.traceback}
        case "clear_output":
            return {"wait": output.wait}
        case "comm_open" | "comm_msg" | "comm_close":
            return {"comm_id": output.name, **_dictionary(output.text)}
        case "display_data" | "update_display_data" | "execute_result":
            data = {kind: json.loads(text) if kind.endswith("json") else text for kind, text in output.data.items()}
            content = {"data": data, "metadata": _dictionary(output.metadata)}
            if output.kind == "execute_result":
                return {**content, "execution_count": number}
            return {**content, "transient": {"display_id": output.name}}
    raise KeyError(output.kind)


def _dictionary(text: str) -> dict[str, Any]:
    value = json.loads(text)
    if not isinstance(value, dict):
        raise ValueError
    return value

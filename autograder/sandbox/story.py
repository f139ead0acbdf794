"""What was asked of the objects inside, in order: by it a fresh child makes them again."""

from __future__ import annotations

import hashlib

from autograder.sandbox.inside import protocol


class Story:
    """The requests that made and used the objects which are there, since object 0; and what each run knows of them.

    All objects are told in one order, since those of a class may share what they remember.
    """

    def __init__(self) -> None:
        self._requests: list[protocol.Request] = []
        self._told: dict[tuple[str, ...], int] = {}  # how many of them, by run
        self._digest = b""

    def begin(self, request: protocol.Request) -> None:
        """Forget all objects, where a request asks for object 0."""
        if isinstance(request, protocol.Make) and request.number == 0:
            self._requests.clear()
            self._told.clear()
            self._digest = b""

    def key(self, request: protocol.Request) -> bytes:
        """What tells a request from others: of an object, also all that was asked before."""
        encoded = protocol.encoded(request)
        return hashlib.sha256(self._digest + encoded).digest() if _is_of_objects(request) else encoded

    def untold(self, request: protocol.Request, run: tuple[str, ...]) -> list[protocol.Request]:
        """What a run has to be asked before this request."""
        return self._requests[self._told.get(run, 0) :] if _is_of_objects(request) else []

    def add(self, request: protocol.Request, run: tuple[str, ...]) -> None:
        """Remember a request that a run has answered and lived on."""
        if _is_of_objects(request):
            self._digest = self.key(request)
            self._requests.append(request)
            self._told[run] = len(self._requests)

    def is_untold(self, run: tuple[str, ...]) -> None:
        """A run begins anew."""
        self._told.pop(run, None)


def _is_of_objects(request: protocol.Request) -> bool:
    match request:
        case protocol.Make():
            return True
        case protocol.Call():
            return request.of is not None or bool(request.objects)
        case protocol.Read():
            return request.of is not None
        case _:
            return False

"""The reference as a student's program calls it back: the functions and classes for which it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from autograder import stages
from autograder.course.settings import Limits
from autograder.sandbox.inside import protocol
from autograder.sandbox.inside.changes import changed, copies
from autograder.sandbox.kept import is_larger

_MOST_OBJECTS = 100  # of one run: they are in this process
# What the arguments of a call may take, of which the reference may make something larger; and of a call of an object,
# which may keep them.
_MOST_BYTES, _MOST_KEPT_BYTES = 2**22, 2**18


class CalledBack:
    """What one run of a program may call of the reference, and the objects that it had made."""

    def __init__(self, reference: Any, names: tuple[str, ...], size: protocol.Size, limits: Limits) -> None:
        self._given: dict[str, Any] = {name: getattr(reference, name, None) for name in names}
        self._size, self._limits, self._objects = size, limits, list[Any]()

    def methods(self) -> dict[str, list[str]]:
        """The names of each class's methods."""
        return {name: [*_methods(each)] for name, each in self._given.items() if isinstance(each, type)}

    def answer(self, call: protocol.CallBack) -> protocol.Request:
        """What student code gets: the value, and the arguments that were changed. Raises ProtocolError for a call that
        no honest program makes."""
        args = [protocol.unpack(arg, self._size) for arg in call.args]
        kwargs = {name: protocol.unpack(arg, self._size) for name, arg in call.kwargs}
        asked = self._given_name(call) if call.of is None else self._asked_of(call.of, call)
        is_kept = call.of is not None or isinstance(self._given.get(call.name), type)
        most_bytes = _MOST_KEPT_BYTES if is_kept else _MOST_BYTES
        if is_larger([args, kwargs], most_bytes):
            told = f"the right {call.name} takes arguments of up to {most_bytes // 8:,} numbers here"
            return protocol.Raised("ValueError", told)
        try:
            given = [*args, *kwargs.values()]
            before = copies(given)
            seconds = stages.part_seconds(self._limits.seconds_for(call.name))
            told = f"the right {call.name} does not finish in the time that one call may take"
            with stages.part(told, seconds):
                value = asked(*args, **kwargs)
            which = changed(before, given)
            return protocol.Returned(protocol.pack((value, [given[i] for i in which])), which)
        except Exception as error:  # the student's own call with impossible arguments
            return protocol.Raised(type(error).__name__, str(error)[:200])

    def _given_name(self, call: protocol.CallBack) -> Callable[..., Any]:
        """What is called for a call by name: a function, or what makes an object and gives its number."""
        if call.how != "call" or call.name not in self._given:
            raise protocol.ProtocolError("a call of what does not stand in")
        given = self._given[call.name]

        def make(*args: Any, **kwargs: Any) -> int:
            if len(self._objects) == _MOST_OBJECTS:
                raise RuntimeError(f"more than {_MOST_OBJECTS} objects were made")
            self._objects.append(given(*args, **kwargs))
            return len(self._objects) - 1

        return make if isinstance(given, type) else given

    def _asked_of(self, number: int, call: protocol.CallBack) -> Callable[..., Any]:
        """What is called for a call of an object. Nothing private of it is within reach."""
        if not 0 <= number < len(self._objects):
            raise protocol.ProtocolError("a call of an object that was not made")
        made, name = self._objects[number], call.name
        is_method = name in _methods(type(made))
        if call.how == "call" and is_method:
            return getattr(made, name)
        if name.startswith("_") or is_method or call.how == "call" or len(call.args) != (call.how == "write"):
            raise protocol.ProtocolError("a call of what an object does not have")
        if call.how == "read":
            return lambda: getattr(made, name)
        return lambda value: _write(made, name, value)


def _methods(kind: type) -> Iterator[str]:
    """The methods that anybody may call."""
    for name in dir(kind):
        if (not name.startswith("_") or name == "__call__") and callable(getattr(kind, name)):
            yield name


def _write(made: Any, name: str, value: Any) -> bool:
    """Write an attribute that the object has; says whether it has it."""
    if hasattr(made, name):
        setattr(made, name, value)
        return True
    return False

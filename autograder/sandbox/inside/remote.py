"""Functions and classes for which the reference stands in: it stays outside and is called back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .protocol import CallBack

# Sends a call back and gives what it came to; it raises what the student's code is to see.
Ask = Callable[[CallBack], Any]


def remote_function(name: str, ask: Ask) -> Callable[..., Any]:
    """A function that the grader computes."""
    return lambda *args, **kwargs: ask(CallBack(name, list(args), list(kwargs.items())))


def remote_class(name: str, methods: list[str], ask: Ask) -> type:
    """A class whose objects are outside: here an object has its number, and what is derived from it may keep more."""

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        object.__setattr__(self, "_number", ask(CallBack(name, list(args), list(kwargs.items()))))

    def __getattr__(self: Any, attribute: str) -> Any:
        if attribute.startswith("_"):
            raise AttributeError(attribute)
        return ask(CallBack(attribute, [], [], self._number, "read"))

    def __setattr__(self: Any, attribute: str, value: Any) -> None:
        is_outside = not attribute.startswith("_") and ask(CallBack(attribute, [value], [], self._number, "write"))
        if not is_outside:
            object.__setattr__(self, attribute, value)

    def method(attribute: str) -> Callable[..., Any]:
        def called(self: Any, *args: Any, **kwargs: Any) -> Any:
            return ask(CallBack(attribute, list(args), list(kwargs.items()), self._number))

        return called

    own = {"__init__": __init__, "__getattr__": __getattr__, "__setattr__": __setattr__}
    return type(name, (), own | {attribute: method(attribute) for attribute in methods})

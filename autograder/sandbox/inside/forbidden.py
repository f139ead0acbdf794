"""Libraries that would do the work of a task that is to be solved with NumPy.

An import of one gives a stand-in: to import it, to look something up in it and, while a cell is loaded, to call it for
an effect (`tf.random.set_seed(0)`) costs nothing. What needs a value of it stops, at that line; so does a call of it
while a check waits for an answer. Nothing is hidden by this: where it is to be kept from everybody, the library is not
in the sandbox either.
"""

from __future__ import annotations

import contextlib
import os
import sys
import sysconfig
from collections.abc import Callable, Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import FrameType, ModuleType
from typing import Any, NoReturn

FORBIDDEN = ("tensorflow", "keras", "scipy", "autograd", "torch", "jax")
_HARMLESS_TO_IMPORT_IN = tuple({sysconfig.get_path(name) for name in ("stdlib", "platlib", "purelib")})
_IMPORTLIB = ("<frozen importlib", os.path.join(sysconfig.get_path("stdlib"), "importlib"))

_answering = False  # whether a check waits for the answer of a function


class ForbiddenLibrary(ImportError):
    """A library is used where it may not be. `cell` and `line` tell where its value was made, if that is known."""

    def __init__(self, name: str, place: tuple[str, int] = ("", 0)) -> None:
        super().__init__(sentence(name), name=name)
        self.place = place


def sentence(name: str) -> str:
    return f"{name} may not be used here: this task is to be solved with NumPy"


def forbid(libraries: Sequence[str]) -> None:
    """From now on an import of these gives a stand-in."""
    for name in [name for name in sys.modules if name.partition(".")[0] in libraries]:
        del sys.modules[name]
    sys.meta_path.insert(0, _Finder(libraries))


@contextlib.contextmanager
def answering() -> Iterator[None]:
    """While a function is asked for an answer, no stand-in may be called."""
    global _answering
    before, _answering = _answering, True
    try:
        yield
    finally:
        _answering = before


def check_answer(value: Any) -> None:
    """Raises ForbiddenLibrary for an answer that is itself a stand-in."""
    if isinstance(value, StandIn):
        raise ForbiddenLibrary(type(value).__name__, object.__getattribute__(value, "_place"))


class StandIn(ModuleType):
    """A module of a forbidden library, or anything that came out of it. Its type has the name of the library."""

    _place: tuple[str, int] = ("", 0)  # where it was made

    def __getattr__(self, name: str) -> Any:
        if name == "__version__":
            return _version(type(self).__name__)
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(f"{self.__name__}.{name}")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._made()

    def __enter__(self) -> Any:
        return self._made()

    def __exit__(self, *_: object) -> None: ...

    def __mro_entries__(self, bases: Any) -> tuple[type, ...]:
        return ()  # a class of the student's may be derived from it, as long as it is not used

    def __instancecheck__(self, value: Any) -> bool:
        return isinstance(value, type(self))

    def __subclasscheck__(self, kind: Any) -> bool:
        return False

    def __repr__(self) -> str:
        return f"<{self.__name__}, which may not be used here>"

    def __deepcopy__(self, memo: Any) -> StandIn:
        return self

    __hash__ = object.__hash__

    def _made(self) -> Any:
        """What a call gives. Libraries that ask a module in passing (`is_tensor(x)`) must not take it for an answer."""
        if _answering or not _is_students(sys._getframe(2)):
            self._stop()
        made = _stand_in(self.__name__)
        made.__dict__["_place"] = _place(sys._getframe(2))
        return made

    def _stop(self, *_: object, **__: object) -> NoReturn:
        raise ForbiddenLibrary(type(self).__name__, self._place)


def _made_by(name: str) -> Callable[..., Any]:
    def made(self: StandIn, *_: Any) -> Any:
        return self._made()

    made.__name__ = name
    return made


_BINARY = ["add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow", "matmul", "and", "or", "xor"]
_OTHER = ["neg", "pos", "abs", "invert", "lt", "le", "gt", "ge", "eq", "ne", "getitem"]
_OF_NUMBERS = ["bool", "int", "float", "complex", "index", "round", "array"]  # these need a value
_OF_LISTS = ["len", "iter", "next", "reversed", "contains", "await"]
for _each in [*_BINARY, *(f"r{name}" for name in _BINARY), *_OTHER]:
    setattr(StandIn, f"__{_each}__", _made_by(f"__{_each}__"))
for _each in [*_OF_NUMBERS, *_OF_LISTS]:
    setattr(StandIn, f"__{_each}__", StandIn._stop)

_types: dict[str, type[StandIn]] = {}


def _stand_in(name: str) -> StandIn:
    library = name.partition(".")[0]
    if library not in _types:
        _types[library] = type(library, (StandIn,), {})
    return _types[library](name)


class _Finder(MetaPathFinder, Loader):
    """Finds a stand-in for each module of the forbidden libraries. Another library that looks for one does not."""

    def __init__(self, libraries: Sequence[str]) -> None:
        self._libraries = frozenset(libraries)

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if name.partition(".")[0] not in self._libraries:
            return None
        if not _is_students(sys._getframe(1)):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _stand_in(spec.name)

    def exec_module(self, module: ModuleType) -> None: ...


def _is_students(frame: FrameType | None) -> bool:
    """Whether this frame, or the one that has importlib import something, is no library's."""
    while frame and frame.f_code.co_filename.startswith(_IMPORTLIB):
        frame = frame.f_back
    return frame is not None and not frame.f_code.co_filename.startswith(_HARMLESS_TO_IMPORT_IN)


def _place(frame: FrameType | None) -> tuple[str, int]:
    """The cell and the line that this frame, or the nearest above it, is at."""
    while frame and not frame.f_code.co_filename.startswith("<cell "):
        frame = frame.f_back
    return (frame.f_code.co_filename, frame.f_lineno) if frame else ("", 0)


def _version(library: str) -> str:
    from importlib import metadata  # takes longer to import than all the rest, and is asked for seldom

    for name in (library, f"{library}-cpu"):
        with contextlib.suppress(metadata.PackageNotFoundError):
            return metadata.version(name)
    return "0"

"""The reference: a lesson's given code and solutions, as a Python module that its checks import."""

from __future__ import annotations

import ast
import builtins
import contextlib
import contextvars
import functools
import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from autograder.course.lesson import Lesson, read_lesson
from autograder.errors import CourseError

_lesson: contextvars.ContextVar[Lesson] = contextvars.ContextVar("the lesson whose checks are read")


@contextlib.contextmanager
def asked_by_checks_of(lesson: Lesson) -> Iterator[None]:
    """While an author's file is imported, `reference_of` gives this lesson's reference, with a student's numbers."""
    token = _lesson.set(lesson)
    try:
        yield
    finally:
        _lesson.reset(token)


def reference_of(checks_file: str) -> ModuleType:
    """The lesson beside `checks_file` as a module: its reference solutions by name, for one student's numbers."""
    folder = Path(checks_file).parent
    path = folder / f"{folder.name}.py"
    lesson = _lesson.get(None)
    return load_reference(lesson if lesson and lesson.path == path else read_lesson(path))


def known_outputs(checks_file: str) -> dict[str, Any]:
    """The known TensorFlow outputs of the assignment of `checks_file`, by case."""
    folder = Path(checks_file).parent
    path = folder.parents[1] / "source_data" / "tensorflow" / f"{folder.name}.json"
    return json.loads(path.read_text("utf-8"))["cases"]


def load_reference(lesson: Lesson) -> ModuleType:
    """The lesson as a Python module: its given code and solutions are run, its examples are not.

    TensorFlow is imported when the reference first uses it, so a check that compares with NumPy does not wait.
    """
    module = ModuleType(lesson.path.stem)
    module.__file__ = str(lesson.path)
    module.__dict__["__builtins__"] = lazy_builtins()
    with beside_data(lesson):
        for cell in lesson.program():
            try:
                exec(_compiled(cell.source, cell.line, str(lesson.path)), module.__dict__)
            except Exception as error:
                where = f"{lesson.path}, cell '{cell.grade_id}'"
                raise CourseError(where, f"the reference solution stops: {type(error).__name__}: {error}") from error
    return module


@functools.lru_cache(maxsize=1024)
def _compiled(source: str, line: int, path: str) -> CodeType:
    """A cell as code that knows on which line of the lesson it stands."""
    tree = ast.parse(source)
    ast.increment_lineno(tree, line - 1)
    return compile(tree, path, "exec")


def beside_data(lesson: Lesson) -> contextlib.AbstractContextManager[None]:
    """Where an author's own program runs: in source_data/, since a lesson finds its data beside itself."""
    data = lesson.path.parents[2] / "source_data"
    return contextlib.chdir(data if data.is_dir() else lesson.path.parent)


def lazy_builtins() -> dict[str, Any]:
    """Builtins for an author's own code, in which `import tensorflow` costs nothing until it is used."""
    return {**vars(builtins), "__import__": _lazy_import}


class _LazyModule(ModuleType):
    def __getattr__(self, name: str) -> Any:
        full_name = f"{self.__name__}.{name}"
        if full_name in ("tensorflow.compat", "tensorflow.compat.v1"):
            return _LazyModule(full_name)
        if name == "disable_v2_behavior":  # it would change TensorFlow for every other reference in this process
            return lambda: None
        return getattr(importlib.import_module(self.__name__), name)


def _lazy_import(name: str, *args: Any) -> ModuleType:
    if name in ("tensorflow", "tensorflow.compat.v1"):
        return _LazyModule("tensorflow")
    return __import__(name, *args)

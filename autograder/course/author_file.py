"""Python files that an author wrote, imported as modules: what goes wrong in one is said with its line."""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from types import CodeType, ModuleType

from autograder.errors import CourseError


def import_file(name: str, path: Path) -> ModuleType:
    """Import the author's file `path` under `name`, anew; what goes wrong in it is said with its line."""
    module = ModuleType(name)
    module.__file__ = str(path)
    sys.modules[name] = module
    try:
        exec(_compiled(path.read_bytes(), str(path)), module.__dict__)
    except FileNotFoundError:
        raise CourseError(path, "does not exist", "Every assignment has one") from None
    except CourseError:
        raise
    except Exception as error:
        raise CourseError(f"{path}, line {line_in(error, path)}", f"{type(error).__name__}: {error}") from error
    return module


@functools.lru_cache(maxsize=64)
def _compiled(source: bytes, path: str) -> CodeType:
    return compile(source, path, "exec")


def line_in(error: BaseException, path: Path) -> int:
    """The last line of `path` that the traceback of `error` passes through."""
    if isinstance(error, SyntaxError):
        return error.lineno or 0
    line, step = 0, error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename == str(path):
            line = step.tb_lineno
        step = step.tb_next
    return line

"""Comparisons that say what, found, expected, in the order kind, shape, dtype, value.

The tolerance of an entry comes from two things only. One is the precision of the arithmetic: float32 (a student may
compute in it whatever dtype the result is stored in), or float16 where the result is in float16. The other is the
conditioning of that entry: how far the expected value moves when the inputs move by one rounding error, measured by
moving them. It is never a constant, and no entry borrows tolerance from another.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.errors import Unclear
from autograder.sandbox.inside.protocol import Opaque

ROUNDINGS = 32  # an honest computation may be off by this many rounding errors, each amplified by the conditioning
_NUDGE = 1e-6  # relative size of the moves that measure the conditioning
_MOVES = 6  # in random directions; an entry in which all of them happen to cancel would be held too tight
_WIDEST = 0.01  # of the largest entry: a tolerance wider than that tells nothing


class Failure(Exception):
    """The student's answer is wrong.

    `cause` is for the student; `found` and `expected` are for the diagnosis; `name` is what it is called where no
    better name is found; `is_final` where it would be the same for any inputs and in any order; `bad` tells which
    entries of an array are wrong.
    """

    def __init__(
        self,
        cause: str,
        found: Any = None,
        expected: Any = None,
        name: str = "",
        is_final: bool = False,
        bad: np.ndarray | None = None,
    ) -> None:
        super().__init__(cause)
        self.cause, self.found, self.expected, self.name = cause, found, expected, name
        self.is_final, self.bad = is_final, bad


def assert_close(found: Any, expected: Any, *, of: str, conditioning: Any = 0.0, visible: bool = False) -> np.ndarray:
    """Check a number or array against the expected one, entry by entry, and return it as an array.

    `of` names it in the student's words. `conditioning` has the shape of `expected`: how far each entry moves, in
    units of a relative move of the inputs. The expected numbers are told only where they are `visible` anyway.
    Raises Failure.
    """
    expected = np.asarray(expected)
    found = as_numbers(found, of=of)
    if found.shape != expected.shape:
        raise Failure(_wrong_shape(found, expected, of), found, expected, "wrong-shape")
    if found.size == 0:
        return found
    bad = ~_close(found, expected, tolerance(found, expected, conditioning))
    if bad.any():
        raise Failure(_wrong_value(found, expected, bad, of, visible), found, expected, bad=bad)
    return found


def assert_agrees(
    function: Callable[..., Any],
    reference: Callable[..., Any],
    *args: Any,
    of: str,
    parts: Sequence[str] = (),
    expected: Any = None,
    visible: bool = False,
) -> None:
    """Check that the student's function gives what the reference gives for the same arguments.

    `parts` names the values of a function that returns several. Where `expected` comes from elsewhere, from
    TensorFlow say, the reference tells the conditioning only. Raises Failure, and Unclear for inputs that cannot
    tell right from wrong, such as those at a jump.
    """
    if expected is None:
        expected = reference(*args)
    found = function(*args)

    def compare(conditioning: Any) -> None:
        if not parts:
            assert_close(found, expected, of=of, conditioning=conditioning, visible=visible)
            return
        values = as_parts(found, len(parts), of=of)
        for name, *each in zip(parts, values, expected, conditioning, strict=True):
            assert_close(each[0], each[1], of=f"{name} of {of}", conditioning=each[2], visible=visible)

    with contextlib.suppress(Failure):  # who agrees more closely than any tolerance need not wait for it
        compare([0.0] * len(parts) if parts else 0.0)
        return
    conditioning = _conditioning(reference, args)
    _check_that_it_tells(expected, conditioning, of, parts)
    compare(conditioning)


def assert_equal(found: Any, expected: Any, *, of: str, visible: bool = False) -> None:
    """Check a word, a whole number or a tuple of them. Raises Failure."""
    if isinstance(found, np.ndarray) and found.shape == () and found.dtype.kind in "iuf":
        found = found.item()
    if isinstance(found, list):
        found = tuple(found)
    if isinstance(found, str) and isinstance(expected, str):
        same = found.strip().casefold() == expected.casefold()
    else:
        same = type(found) is not bool and found == expected
    if same is not True:
        told = f", but should be {expected!r}" if visible else ""
        raise Failure(f"{of} is {describe(found)}{told}", found, expected)


def as_numbers(value: Any, *, of: str) -> np.ndarray:
    """A numeric array, also where it came as a list of numbers (booleans are not numbers), else Failure."""
    if isinstance(value, (int, float, list, tuple)) and not isinstance(value, bool):
        array = _numbers(value)
        value = array if array is not None and array.dtype.kind in "iuf" else value
    if not isinstance(value, np.ndarray) or value.dtype.kind not in "iuf":
        hint = ": return numbers, for instance with dtype=int" if _is_boolean(value) else ""
        raise Failure(f"{of} is {describe(value)}, but should be {_wanted(value)}{hint}", value, name="wrong-kind")
    if value.dtype.kind == "f" and not np.isfinite(value).all():
        index = tuple(int(i) for i in np.argwhere(~np.isfinite(value))[0])
        kind = "not a number (nan)" if np.isnan(value[index]) else "infinite"
        raise Failure(f"{of}{_at(index)} is {kind}", value, name="not-finite")
    return value


def as_parts(value: Any, count: int, *, of: str) -> Sequence[Any]:
    """The values of a function that returns several, else Failure."""
    if isinstance(value, np.ndarray) and value.ndim and len(value) == count:
        return list(value)
    if not isinstance(value, (tuple, list)) or len(value) != count:
        number = f" of {len(value)} values" if isinstance(value, (tuple, list)) else ""
        raise Failure(f"{of} is {describe(value)}{number}, but should be {count} values", value, name="wrong-kind")
    return value


def tolerance(found: np.ndarray, expected: np.ndarray, conditioning: Any) -> np.ndarray:
    """The absolute tolerance of each entry."""
    epsilon = float(np.finfo(np.float16 if found.dtype == np.float16 else np.float32).eps)
    return ROUNDINGS * epsilon * np.maximum(np.abs(expected), conditioning)


def same_values(one: Any, other: Any) -> bool:
    """Whether two answers are the same up to float32 rounding: for recognising a known wrong answer."""
    if isinstance(one, (tuple, list)) and isinstance(other, (tuple, list)):
        return len(one) == len(other) and all(same_values(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same_values(one[key], other[key]) for key in one)
    if isinstance(one, str) and isinstance(other, str):
        return one.strip().casefold() == other.strip().casefold()
    if isinstance(one, Opaque) or isinstance(other, Opaque):
        return isinstance(one, Opaque) and isinstance(other, Opaque) and one == other
    a, b = _numbers(one), _numbers(other)
    if a is None or b is None or a.shape != b.shape or (a.dtype.kind == "b") != (b.dtype.kind == "b"):
        return False
    a, b = a.astype(float), b.astype(float)
    # Rounding grows with the size of what was summed, which is not known here: the largest entry stands for it.
    if np.isfinite(a).all() and np.isfinite(b).all():  # what allclose says of them, in a third of its time
        return bool((np.abs(a - b) <= 1e-5 * np.abs(b).max(initial=0.0) + 1e-4 * np.abs(b)).all())
    scale = np.abs(b[np.isfinite(b)]).max(initial=0.0)
    return bool(np.allclose(a, b, rtol=1e-4, atol=1e-5 * scale, equal_nan=True))


def describe(value: Any) -> str:
    """What a value is, in a few words: what a student should read of a wrong kind of answer."""
    if value is None:
        return "None (is a return missing?)"
    if isinstance(value, Opaque):
        return value.text if value.type == "array" else f"{_article(value.type)} ({value.text})".replace(" ()", "")
    if isinstance(value, np.ndarray):
        if value.shape == ():
            return repr(value.item())
        return f"an array of dtype {value.dtype.name} with shape {value.shape}"
    if isinstance(value, (tuple, dict)) or (isinstance(value, list) and len(repr(value)) > 60):
        text = repr(value)
        return text if len(text) <= 60 else _article(type(value).__name__)
    if isinstance(value, list):
        return f"the list {value!r}"
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "…"


def _conditioning(reference: Callable[..., Any], args: Sequence[Any]) -> Any:
    """How far each entry of the expected value moves, per relative move of the inputs."""
    expected = reference(*args)
    signs = _signs(tuple(np.shape(arg) for arg in args if _is_moved(arg)))
    moved = [reference(*_nudged(args, each)) for each in signs]
    if isinstance(expected, (tuple, list)):
        return [_largest([each[i] for each in moved], part) for i, part in enumerate(expected)]
    return _largest(moved, expected)


def _check_that_it_tells(expected: Any, conditioning: Any, of: str, parts: Sequence[str]) -> None:
    """Refuse inputs whose tolerance is so wide that a wrong answer could pass: the check is at fault."""
    pairs = zip(expected, conditioning, strict=True) if parts else [(expected, conditioning)]
    for values, moves in pairs:
        allowed = tolerance(np.asarray(values, dtype=float), np.asarray(values, dtype=float), moves)
        if np.any(allowed > _WIDEST * np.abs(np.asarray(values)).max(initial=0.0)):
            raise Unclear(f"the inputs of {of} are too ill-conditioned to tell right from wrong")


def _largest(moved: list[Any], expected: Any) -> np.ndarray:
    base = np.asarray(expected, dtype=float)
    return np.max([np.abs(np.asarray(each, dtype=float) - base) for each in moved], axis=0) / _NUDGE


@functools.lru_cache(maxsize=256)
def _signs(shapes: tuple[tuple[int, ...], ...]) -> list[list[np.ndarray]]:
    """The directions into which inputs of these shapes are moved: always the same."""
    generator = np.random.default_rng(0)
    return [[generator.choice([-1.0, 1.0], size=shape) for shape in shapes] for _ in range(_MOVES)]


def _is_moved(arg: Any) -> bool:
    return isinstance(arg, float) or (isinstance(arg, np.ndarray) and arg.dtype.kind == "f")


def _nudged(args: Sequence[Any], signs: list[np.ndarray]) -> list[Any]:
    sign = iter(signs)
    moved = [arg * (1 + _NUDGE * next(sign)) if _is_moved(arg) else arg for arg in args]
    return [float(value) if isinstance(arg, float) else value for arg, value in zip(args, moved, strict=True)]


def _close(found: np.ndarray, expected: np.ndarray, allowed: np.ndarray) -> np.ndarray:
    return np.abs(found.astype(float) - expected.astype(float)) <= allowed


def _wrong_shape(found: np.ndarray, expected: np.ndarray, of: str) -> str:
    return f"{of} has shape {found.shape}, but should have {expected.shape}"


def _wrong_value(found: np.ndarray, expected: np.ndarray, bad: np.ndarray, of: str, visible: bool) -> str:
    index = tuple(int(i) for i in np.argwhere(bad)[0])
    told = f", but should be {_short(expected[index])}" if visible else ", which is not the right value"
    number = f" ({bad.sum()} of {bad.size} entries are wrong)" if bad.size > 1 else ""
    return f"{of}{_at(index)} = {_short(found[index])}{told}{number}"


def _at(index: tuple[int, ...]) -> str:
    return f"[{', '.join(map(str, index))}]" if index else ""


def _short(value: Any) -> str:
    return f"{value:.6g}"


def _article(name: str) -> str:
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def _wanted(value: Any) -> str:
    return "an array of numbers" if isinstance(value, (list, tuple, np.ndarray, Opaque)) else "a number or an array"


def _numbers(value: Any) -> np.ndarray | None:
    """Real numbers or booleans as an array, whether they came as one, as a number or in a list; else None."""
    try:
        array = np.asarray(value)
    except ValueError:  # a list whose rows differ in length
        return None
    return array if array.dtype.kind in "biuf" else None


def _is_boolean(value: Any) -> bool:
    return isinstance(value, bool) or (isinstance(value, np.ndarray) and value.dtype.kind == "b")

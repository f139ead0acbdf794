"""Comparisons that say what, found, expected, in the order kind, shape, dtype, value.

Whatever a student's value is, comparing it ends in bounded time, with nothing or with a Failure.
"""

from __future__ import annotations

import contextlib
import inspect
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextvars import ContextVar
from fractions import Fraction
from typing import Any

import numpy as np

from autograder.asserts.describe import describe, written
from autograder.asserts.precision import Precision, conditioning_of, copied, tells_too_little, tolerance
from autograder.asserts.same import numbers_of
from autograder.errors import GraderFault, Unclear
from autograder.sandbox.inside.values import Exact, Opaque


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


_asks_on: ContextVar[bool] = ContextVar("_asks_on", default=False)


@contextlib.contextmanager
def asking_on() -> Iterator[None]:
    """Inside, a check asks all that it has to ask: what `assert_…` finds wrong does not end it."""
    before = _asks_on.set(True)
    try:
        yield
    finally:
        _asks_on.reset(before)


def assert_close(
    found: Any,
    expected: Any,
    *,
    of: str,
    conditioning: Any = 0.0,
    visible: bool = False,
    precision: Precision = "float32",
) -> np.ndarray:
    """Check a number or array against the expected one, entry by entry, and return it as an array.

    `of` names it in the student's words. `conditioning` has the shape of `expected`: how far each entry moves, in
    units of a relative move of the inputs. The expected numbers are told only where they are `visible` anyway.
    `precision` is that of the arithmetic that a student may use. Raises Failure, and Unclear where the expected
    numbers are not finite.
    """
    right = _finite(expected, of)
    try:
        return _close_to(found, right, of, conditioning, visible, precision)
    except Failure:
        if _asks_on.get():
            return right
        raise


def _close_to(
    found: Any, expected: np.ndarray, of: str, conditioning: Any, visible: bool, precision: Precision
) -> np.ndarray:
    found = _as_numeric(found, of)
    if found.shape != expected.shape:
        raise Failure(wrong_shape(found, expected.shape, of), found, expected, "wrong-shape")
    _refuse_infinite(found, of)
    if found.size == 0:
        return found
    bad = ~_close(found, expected, tolerance(expected, conditioning, precision))
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
    precision: Precision = "float32",
) -> None:
    """Check that the student's function gives what the reference gives for the same arguments.

    `parts` names the values of a function that returns several, which are the keys if it returns a dictionary. Where
    `expected` comes from elsewhere, from TensorFlow say, the reference tells the conditioning only. Raises Failure, and
    Unclear for inputs that cannot tell right from wrong, such as those at a jump or where the reference is not finite.
    The reference is called several times: a method of an object, which remembers that, is a GraderFault.
    """
    if inspect.ismethod(inspect.unwrap(reference)) and not isinstance(inspect.unwrap(reference).__self__, type):
        raise GraderFault(f"{of} is compared with a method of one object, which remembers: use assert_steps_agree")
    if expected is None:
        expected = reference(*copied(args))
    keys: Sequence[Any] = parts if isinstance(expected, dict) else range(len(parts))
    wanted = [_finite(expected[key], of) for key in keys] if parts else [_finite(expected, of)]
    names = [f"{name} of {of}" for name in parts] or [of]
    found = function(*args)

    def compare(conditioning: Sequence[Any]) -> None:
        values = _parts(found, keys, of) if parts else [found]
        for name, value, right, moves in zip(names, values, wanted, conditioning, strict=True):
            _close_to(value, right, name, moves, visible, precision)

    with contextlib.suppress(Failure):  # who agrees more closely than any tolerance need not wait for it
        compare([0.0] * len(wanted))
        return
    conditioning = conditioning_of(reference, args, keys)
    if any(tells_too_little(*each, precision) for each in zip(wanted, conditioning, strict=True)):
        raise Unclear(f"the inputs of {of} are too ill-conditioned to tell right from wrong")
    if not _asks_on.get():
        compare(conditioning)


def assert_equal(found: Any, expected: Any, *, of: str, visible: bool = False) -> None:
    """Check a word, a whole number, a fraction, or a tuple, list, set or dictionary of them. Raises Failure.

    A list or an array is as good as a tuple. Only where a set is expected order does not matter, and may a set come.
    """
    if isinstance(found, np.ndarray) and found.shape == ():
        found = found.item()
    if isinstance(found, bool) == isinstance(expected, bool) and _equal(found, expected):
        return
    if not _asks_on.get():
        told = f", but should be {written(expected) or repr(expected)}" if visible else ""
        raise Failure(f"{of} is {describe(found)}{told}", found, expected)


def as_numbers(value: Any, *, of: str) -> np.ndarray:
    """A finite numeric array, also where it came as a list of numbers (booleans are not numbers), else Failure."""
    array = _as_numeric(value, of)
    _refuse_infinite(array, of)
    return array


def _as_numeric(value: Any, of: str) -> np.ndarray:
    array = numbers_of(value)
    if array is None or array.dtype.kind not in "iuf":
        hint = ": return numbers, for instance with dtype=int" if _is_boolean(value) else ""
        raise Failure(f"{of} is {describe(value)}, but should be {_wanted(value)}{hint}", value, name="wrong-kind")
    return array


def _refuse_infinite(array: np.ndarray, of: str) -> None:
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        index = tuple(int(i) for i in np.argwhere(~np.isfinite(array))[0])
        kind = "not a number (nan)" if np.isnan(array[index]) else "infinite"
        raise Failure(f"{of}{_at(index)} is {kind}", array, name="not-finite")


def as_parts(value: Any, count: int, *, of: str) -> Sequence[Any]:
    """The values of a function that returns several, else Failure."""
    if isinstance(value, np.ndarray) and value.ndim and len(value) == count:
        return list(value)
    if not isinstance(value, (tuple, list)) or len(value) != count:
        number = f" of {len(value)} values" if isinstance(value, (tuple, list)) else ""
        hint = ": a set has no order" if isinstance(value, frozenset) else ""
        raise Failure(
            f"{of} is {describe(value)}{number}, but should be {count} values{hint}", value, name="wrong-kind"
        )
    return value


def as_letters(value: Any, options: str, *, of: str, in_order: bool = True) -> str:
    """The letters of an answer, all among `options`, in one text: "bd" also for "B, D", "b -> d", and ("b", "d").

    A set may come only where they are not `in_order`. Raises Failure.
    """
    kinds = (list, tuple) if in_order else (list, tuple, frozenset)
    text = value
    if isinstance(value, kinds) and all(isinstance(each, str) for each in value):
        text = "".join(value if in_order else sorted(value))
    letters = re.sub(r"[\s,;.()>→-]", "", text).casefold() if isinstance(text, str) else ""
    if letters and set(letters) <= set(options):
        return letters
    hint = ": a set has no order" if isinstance(value, frozenset) and in_order else ""
    wanted = f"letters from {options[0]} to {options[-1]}"
    raise Failure(f"{of} is {describe(value)}, but should be {wanted}{hint}", value, name="wrong-kind")


def _finite(expected: Any, of: str) -> np.ndarray:
    """What is expected as an array. Raises Unclear where it is not finite: nobody could be right."""
    array = np.asarray(expected)
    if array.dtype == object:
        array = array.astype(float)  # fractions
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        raise Unclear(f"the right value of {of} is not finite")
    return array


def _parts(found: Any, keys: Sequence[Any], of: str) -> Sequence[Any]:
    """The values of a function that returns several: in order, or under these names."""
    if isinstance(keys, range):
        return as_parts(found, len(keys), of=of)
    wanted = ", ".join(map(repr, keys))
    if not isinstance(found, dict):
        cause = f"{of} is {describe(found)}, but should be a dictionary with the keys {wanted}"
        raise Failure(cause, found, name="wrong-kind")
    if found.keys() != set(keys):
        told = ", ".join(written(key) or "…" for key in [*found][: len(keys) + 3])
        has = f"the keys {told}" if told else "no keys"
        raise Failure(f"{of} has {has}, but should have {wanted}", found, name="wrong-kind")
    return [found[key] for key in keys]


def _equal(found: Any, expected: Any) -> bool:
    """Whether two values are the same, whatever a student's is."""
    if isinstance(expected, np.ndarray):
        expected = expected.tolist()
    if isinstance(found, np.ndarray) and found.ndim:
        if not isinstance(expected, (list, tuple, set, frozenset)) or len(found) != len(expected):
            return False  # however large it is
        found = [*found]
    elif isinstance(found, (np.ndarray, np.generic)):
        found = found.item()
    if isinstance(expected, str):
        return isinstance(found, str) and _letters(found) == _letters(expected)
    if isinstance(expected, (list, tuple)):
        several = isinstance(found, (list, tuple)) and len(found) == len(expected)
        return several and all(_equal(one, other) for one, other in zip(found, expected, strict=True))
    if isinstance(expected, (set, frozenset)):
        several = isinstance(found, (list, tuple, frozenset)) and len(found) == len(expected)
        return several and _as_set(found) == _as_set(expected)
    if isinstance(expected, dict):
        same_keys = isinstance(found, dict) and found.keys() == expected.keys()
        return same_keys and all(_equal(found[key], expected[key]) for key in expected)
    if isinstance(expected, Fraction) and isinstance(found, Exact):
        return found.exact == expected
    return isinstance(found, (int, float, type(None))) and bool(found == expected)


def _letters(text: str) -> str:
    return text.strip().casefold()


def _as_set(values: Collection[Any]) -> frozenset[Any] | None:
    plain = [
        each.item() if isinstance(each, (np.ndarray, np.generic)) and each.shape == () else each for each in values
    ]
    try:
        return frozenset(_letters(each) if isinstance(each, str) else each for each in plain)
    except TypeError:  # a list among them
        return None


def _close(found: np.ndarray, expected: np.ndarray, allowed: np.ndarray) -> np.ndarray:
    return np.abs(found.astype(float) - expected.astype(float)) <= allowed


def wrong_shape(found: np.ndarray, shape: tuple[int, ...], of: str) -> str:
    """What is found and what is expected; who gets `()` to read does not see that it is one number."""
    wanted = f"have {shape}" if shape else "be one number, without axes"
    return f"{of} has shape {found.shape}, but should {wanted}"


def _wrong_value(found: np.ndarray, expected: np.ndarray, bad: np.ndarray, of: str, visible: bool) -> str:
    index = tuple(int(i) for i in np.argwhere(bad)[0])
    told = f", but should be {_short(expected[index])}" if visible else ", which is not the right value"
    number = f" ({bad.sum()} of {bad.size} entries are wrong)" if bad.size > 1 else ""
    return f"{of}{_at(index)} = {_short(found[index])}{told}{number}"


def _at(index: tuple[int, ...]) -> str:
    return f"[{', '.join(map(str, index))}]" if index else ""


def _short(value: Any) -> str:
    return f"{value:.6g}"


def _wanted(value: Any) -> str:
    return "an array of numbers" if isinstance(value, (list, tuple, np.ndarray, Opaque)) else "a number or an array"


def _is_boolean(value: Any) -> bool:
    return isinstance(value, bool) or (isinstance(value, np.ndarray) and value.dtype.kind == "b")

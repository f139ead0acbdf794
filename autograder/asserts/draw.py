"""Seeded inputs for hidden checks that are never easy by accident."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.random.bit_generator import ISeedSequence

T = TypeVar("T")


class _Hash(ISeedSequence):
    """The state in which a generator begins, from a text. NumPy's own way there takes eight times as long."""

    def __init__(self, text: str) -> None:
        self._state = hashlib.sha256(text.encode()).digest()

    def generate_state(self, n_words: int, dtype: Any = np.uint32) -> np.ndarray:
        return np.frombuffer(self._state, dtype)[:n_words]


class Draw:
    """Inputs of one draw of one check: the same seed, check and number give the same inputs.

    `attempt` counts how often the draw was unclear; `whole` says whether some may be whole numbers: TensorFlow takes
    none beside floats.
    """

    def __init__(self, seed: str, check: str, number: int, attempt: int = 0, whole: bool = True) -> None:
        text = "\0".join([seed, check, f"{number}.{attempt}" if attempt else f"{number}"])
        state: Any = _Hash(text)  # NumPy's types do not know that any ISeedSequence may come
        self._generator = np.random.Generator(np.random.PCG64(state))
        self._seed, self._number, self._signed, self._normals = seed, number, 0, 0
        # Where inputs of a kind are unclear, plain ones are drawn in their place.
        self._kind, self._may_be_whole = number if attempt < 2 else 0, whole

    def sizes(self, count: int, low: int | Sequence[int] | None = None, high: int = 8) -> list[int]:
        """`count` sizes that all differ, so that a transposed matrix cannot fit by luck. Those of the second half are 1
        in the second draw, and those of the first half in the third; or as small as `low` says of each. A single `low`
        is the smallest size in every draw."""
        smallest = low if isinstance(low, int) else 3
        sizes = [int(size) for size in self._generator.permutation(np.arange(smallest, high + 1))[:count]]
        if isinstance(low, int) or self._kind not in (1, 2):
            return sizes
        least, first = low or [1] * count, range((count + 1) // 2)
        return [least[i] if (i in first) == (self._kind == 2) else size for i, size in enumerate(sizes)]

    def normal(self, *shape: int, scale: float = 1.0, whole: bool = True) -> np.ndarray:
        """Normal numbers of that shape, each at least 0.05 `scale` away from 0: off the kink of ReLU and step. In the
        second draw every other array has whole numbers, each at least 1, in an array for whole numbers, unless it may
        not be `whole`, and in the third draw those between; the rest have one of 2 to 3 times the `scale` there."""
        values = self._generator.normal(size=shape)
        signs = np.where(values < 0, -1, 1)
        is_whole = False
        if whole and self._may_be_whole:
            # Never all at once: who puts sums of whole and other numbers into an array like the one loses decimals.
            self._normals += 1
            is_whole = self._kind == (1 if self._normals % 2 else 2)
        if is_whole:
            largest = max(2, round(2 * scale))
            return signs * np.rint(scale * np.abs(values)).clip(1, largest).astype(int)
        values += 0.05 * signs
        if self._kind in (1, 2) and values.size:
            values.flat[self.integer(0, values.size - 1)] = self._generator.uniform(2.0, 3.0)
        return scale * values

    def parameter(self, *shape: int) -> np.ndarray:
        """A parameter of that shape: floats, since a copy of a parameter may be moved in place; one is beyond 1."""
        values = self.normal(*shape, scale=0.5, whole=False)
        values[tuple(self.integer(0, size - 1) for size in shape)] = self.number(1.1, 1.6)
        return values

    def signs(self, *shape: int) -> np.ndarray:
        """-1 or 1 in each entry of that shape."""
        return 2 * self.integers(*shape, low=0, high=1) - 1

    def uniform(self, *shape: int, low: float = 0.0, high: float = 1.0) -> np.ndarray:
        return self._generator.uniform(low, high, size=shape)

    def number(self, low: float, high: float) -> float:
        return float(self._generator.uniform(low, high))

    def signed(self, low: float, high: float) -> float:
        """A number of a size from `low` to `high`. In the second draw it has the other sign than in the first."""
        self._signed += 1
        sign = hashlib.sha256(f"{self._seed}\0{self._signed}".encode()).digest()[0] % 2
        is_negative = self.integer(0, 1) if self._number > 1 else sign ^ self._number
        return -self.number(low, high) if is_negative else self.number(low, high)

    def integer(self, low: int, high: int) -> int:
        """An integer from `low` to `high`, both included."""
        return int(self._generator.integers(low, high + 1))

    def integers(self, *shape: int, low: int, high: int) -> np.ndarray:
        return self._generator.integers(low, high + 1, size=shape)

    def decimal(self, low: float, high: float, places: int) -> float:
        """A number to compute with by hand: with just so many decimals, from `low` to `high`."""
        unit = 10**places
        while True:
            value = self.integer(round(low * unit), round(high * unit))
            if value % 10:  # else it would be shorter, and easier
                return value / unit

    def choice(self, options: Sequence[T]) -> T:
        return options[self.integer(0, len(options) - 1)]

    def sample(self, options: Sequence[T], count: int) -> list[T]:
        """`count` different ones, in any order."""
        return [options[int(number)] for number in self._generator.permutation(len(options))[:count]]

    def letters(self, *texts: str) -> dict[str, str]:
        """The texts of a choice in any order, each under its letter."""
        return dict(zip("abcdefgh", self.sample(texts, len(texts)), strict=False))

    def permutation(self, rows: np.ndarray) -> np.ndarray:
        """The rows of an array in another order."""
        return self._generator.permutation(rows)

"""Numbers in a row whose rounding errors, or whose chance, are known by themselves and not by moving the inputs."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.asserts.arrays import as_row
from autograder.asserts.compare import Failure, assert_close
from autograder.asserts.precision import ROUNDINGS

_APART = 6  # standard errors: an honest sample is further away once in 10^9 times


def assert_near(found: Any, expected: Any, *, of: str, scale: float, visible: bool = False) -> None:
    """Check numbers in a row, each up to float32's rounding errors of `scale`, the largest number that meets them."""
    row = np.ravel(expected).astype(float)
    found = as_row(found, row.size, of=of)
    assert_close(found, row, of=of, conditioning=np.full(row.shape, scale), visible=visible)


def assert_costs(found: Any, expected: Any, *, of: str, scale: float, visible: bool = False) -> None:
    """Check squared errors, or means of them: the root of each is right up to float32's rounding errors of `scale`."""
    row = np.ravel(expected).astype(float)
    rounding = ROUNDINGS * np.finfo(np.float32).eps * scale
    found = as_row(found, row.size, of=of)
    assert_close(found, row, of=of, conditioning=(2 * np.sqrt(row) + rounding) * scale, visible=visible)


def assert_normal(sample: np.ndarray, *, of: str, stddev: float) -> None:
    """Check mean, standard deviation and shape of a large normal sample around 0. Raises Failure."""
    count, z = sample.size, sample.astype(float).ravel() / stddev
    if abs(z.mean()) > _APART / np.sqrt(count):
        raise Failure(f"the mean of {of} is {sample.mean():.4g}, which is too far from 0", sample)
    if abs(z.std() - 1) > _APART / np.sqrt(2 * count):
        raise Failure(f"the standard deviation of {of} is {sample.std():.4g}, which is not the right one", sample)
    within = np.mean(np.abs(z) < 1)
    if abs(within - 0.6827) > _APART * np.sqrt(0.2166 / count) or np.abs(z).max() < 2.5:
        raise Failure(f"the numbers of {of} are not normally distributed", sample)

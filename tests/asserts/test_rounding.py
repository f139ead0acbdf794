"""What is right up to rounding errors of a number that is known, or up to chance."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.checks import Failure, assert_costs, assert_near, assert_normal

ROUNDING = float(np.finfo(np.float32).eps)


def test_numbers_are_as_near_as_the_largest_that_meets_them_allows() -> None:
    assert_near([100 * ROUNDING], [0.0], of="w", scale=10.0)
    with pytest.raises(Failure):
        assert_near([100 * ROUNDING], [0.0], of="w", scale=1.0)


def test_the_root_of_a_cost_is_as_near() -> None:
    root = 0.5
    assert_costs([(root + 10 * ROUNDING) ** 2], [root**2], of="cost", scale=1.0)
    assert_costs([(10 * ROUNDING) ** 2], [0.0], of="cost", scale=1.0)
    for wrong in ((root + 1e-4) ** 2, -(root**2)):
        with pytest.raises(Failure):
            assert_costs([wrong], [root**2], of="cost", scale=1.0)
    with pytest.raises(Failure):
        assert_costs([1e-9], [0.0], of="cost", scale=1.0)


def test_a_normal_sample() -> None:
    sample = np.random.default_rng(0).normal(scale=0.5, size=10_000)
    assert_normal(sample, of="w", stddev=0.5)
    uniform = np.random.default_rng(0).uniform(-1, 1, 10_000) * np.sqrt(3) * 0.5
    for wrong, cause in (
        (sample + 0.1, "the mean of w is"),
        (2 * sample, "the standard deviation of w is"),
        (uniform, "the numbers of w are not normally distributed"),
    ):
        with pytest.raises(Failure) as caught:
            assert_normal(wrong, of="w", stddev=0.5)
        assert caught.value.cause.startswith(cause)

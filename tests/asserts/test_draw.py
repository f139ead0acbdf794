"""What a draw gives: never easy by accident, and over three draws every kind."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.asserts.draw import Draw

SEEDS = [f"seed {number}" for number in range(50)]


@pytest.mark.parametrize("seed", SEEDS)
def test_over_three_draws_each_size_was_one(seed: str) -> None:
    for count in (1, 2, 3, 4):
        plain, *odd = [Draw(seed, "check", number).sizes(count) for number in range(3)]
        assert len({*plain}) == count
        assert min(plain) >= 3
        assert all(1 in sizes for sizes in zip(*odd, strict=True))


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_smallest_size_is_kept(number: int) -> None:
    assert all(min(Draw(seed, "check", number).sizes(2, low=2)) >= 2 for seed in SEEDS)


@pytest.mark.parametrize("scale", [0.5, 1.0, 3.0])
def test_the_second_draw_is_of_whole_numbers(scale: float) -> None:
    for seed in SEEDS:
        plain, whole, other = [Draw(seed, "check", number).normal(4, 5, scale=scale) for number in range(3)]
        assert (plain.dtype.kind, whole.dtype.kind, other.dtype.kind) == ("f", "i", "f")
        assert (np.abs(whole) >= 1).all()
        assert (np.abs(whole) <= max(2, round(2 * scale))).all()
        assert (np.abs(plain) >= 0.05 * scale).all()
    kept = Draw("seed", "check", 1).normal(4, 5, whole=False)
    assert kept.dtype.kind == "f"


def test_arrays_of_whole_numbers_stand_beside_others() -> None:
    """Who puts a product of both into an array like the one loses decimals."""
    kinds = []
    for number in range(3):
        draw = Draw("seed", "check", number)
        kinds.append("".join((draw.normal(2).dtype.kind, draw.parameter(2).dtype.kind, draw.normal(2).dtype.kind)))
    assert kinds == ["fff", "iff", "ffi"]
    assert np.abs(Draw("seed", "check", 2).normal(5)).max() >= 2


def test_where_a_kind_is_unclear_the_inputs_are_plain_in_the_end() -> None:
    draw = Draw("seed", "check", 1, attempt=2)
    assert min(draw.sizes(2)) >= 3
    assert draw.normal(3).dtype.kind == "f"


def test_over_three_draws_a_number_of_either_sign_has_both() -> None:
    signs = set()
    for seed in SEEDS:
        draws = [Draw(seed, "check", number) for number in range(3)]
        for _ in range(3):
            values = [draw.signed(0.5, 2) for draw in draws]
            assert min(values) < 0 < max(values)
            assert all(0.5 <= abs(value) <= 2 for value in values)
            signs.add(values[0] > 0)
    assert signs == {True, False}


def test_a_smallest_size_of_each_stands_in_place_of_one() -> None:
    plain, second, third = [Draw("seed", "check", number).sizes(2, low=(1, 2)) for number in range(3)]
    assert min(plain) >= 3
    assert (second[1], third[0]) == (2, 1)
    assert min(second[0], third[1]) >= 3


def test_signs_and_parameters() -> None:
    for number in range(3):
        signs, W = Draw("seed", "check", number).signs(4, 20), Draw("seed", "check", number).parameter(4, 3)
        assert signs.shape == (4, 20)
        assert set(signs.ravel()) == {-1, 1}
        assert (W.shape, W.dtype, W.max() > 1) == ((4, 3), float, True)

"""What stands in source_data/ says where it comes from and can be made again."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.author.known import known_path, make_known
from autograder.course.author_file import import_file
from autograder.course.course import Course

ROOT = Path(__file__).resolve().parents[1]
WITH_TENSORFLOW = sorted(path.parent.name for path in (ROOT / "solutions").glob("*/known_outputs.py"))


@pytest.mark.slow
@pytest.mark.parametrize("name", WITH_TENSORFLOW)
def test_tensorflow_gives_the_known_outputs_again(name: str, project: Course) -> None:
    stored = json.loads(known_path(project.assignment(name)).read_text("utf-8"))
    made = make_known(project.assignment(name))
    assert {key: stored[key] for key in ("made_by", "dtype", "how")} == {
        key: made[key] for key in ("made_by", "dtype", "how")
    }
    assert_same(stored["cases"], made["cases"], name)


def assert_same(stored: Any, made: Any, where: str) -> None:
    """The same structure, and numbers that differ by float32 rounding: another processor sums in another order."""
    if isinstance(stored, dict):
        assert stored.keys() == made.keys(), where
        for key in stored:
            assert_same(stored[key], made[key], f"{where}.{key}")
    elif isinstance(stored, list) and not _is_numbers(stored):
        assert len(stored) == len(made), where
        for number, (one, other) in enumerate(zip(stored, made, strict=True)):
            assert_same(one, other, f"{where}[{number}]")
    elif isinstance(stored, (list, float)):
        scale = np.abs(stored).max(initial=0.0)
        np.testing.assert_allclose(made, stored, rtol=1e-5, atol=1e-6 * scale, err_msg=where)
    else:
        assert stored == made, where


def _is_numbers(value: list[Any]) -> bool:
    """Whether a list is an array of floats: a list of arrays of several shapes is none."""
    if all(isinstance(each, float) for each in value):
        return True
    return all(isinstance(each, list) and len(each) == len(value[0]) and _is_numbers(each) for each in value)


def test_the_points_of_the_regression_table_are_made_again(project: Course) -> None:
    folder = project.assignment("regression_table").folder
    made = import_file("make_data", folder / "make_data.py").text()
    assert (ROOT / "source_data" / "regression_table_tv.csv").read_text("utf-8") == made


@pytest.mark.parametrize("name", ["logic_gates", "xor_backprop"])
def test_the_trained_weights_are_those_of_the_lessons(name: str, project: Course) -> None:
    printed = json.loads((ROOT / "source_data" / "xor_backprop_weights.json").read_text("utf-8"))["printed"]
    lesson = project.assignment(name).checks.reference
    np.testing.assert_array_equal(np.array(printed["W1"]), lesson.W_trained_1)
    np.testing.assert_array_equal(np.array(printed["W2"]).reshape(-1, 1), lesson.W_trained_2)


@pytest.mark.parametrize("path", sorted((ROOT / "source_data").rglob("*.json")), ids=lambda path: path.name)
def test_a_file_says_where_it_comes_from(path: Path) -> None:
    content = json.loads(path.read_text("utf-8"))
    assert {"origin", "made_by"} & content.keys()


@pytest.mark.parametrize("path", sorted((ROOT / "source_data").rglob("*.csv")), ids=lambda path: path.name)
def test_a_table_says_where_it_comes_from(path: Path) -> None:
    assert path.read_text("utf-8").startswith("# origin")


def test_the_digits_are_images_of_all_ten() -> None:
    digits = np.loadtxt(ROOT / "source_data" / "digits.csv", delimiter=",", comments="#", dtype=int)
    assert digits.shape == (1000, 64 + 1)
    assert (digits[:, :64].min(), digits[:, :64].max()) == (0, 16)
    assert (np.bincount(digits[:, 64]) >= 97).all()
    assert len(np.bincount(digits[:, 64])) == 10

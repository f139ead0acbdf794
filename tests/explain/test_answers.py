"""Answers beside each other."""

from autograder.explain.answers import same_answer, same_to_the_word
from autograder.sandbox.inside.protocol import Raised


def test_an_exception_is_known_by_its_kind_or_by_its_words() -> None:
    """Many small changes of a reference stop with one kind of exception; what it says tells them apart."""
    found, other = Raised("ValueError", "shapes (8,) (7,)"), Raised("ValueError", "shapes (8,) (8,7)")
    assert same_answer(found, other)
    assert not same_to_the_word(found, other)
    assert same_to_the_word(found, Raised("ValueError", "shapes (8,) (7,)", "one_layer", 2))
    assert not same_to_the_word(found, 1.0)

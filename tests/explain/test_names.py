"""The register of names: one name is one mistake, and nobody calls a mistake by another name."""

import pytest

from autograder.explain.names import MEANINGS, Mistake, mistake, register


def test_two_mistakes_of_one_name_are_refused() -> None:
    assert register(("sign", "a minus missing"), ("half", "2 times too small")) == {
        "sign": "a minus missing",
        "half": "2 times too small",
    }
    both = "^two mistakes are called 'sign': 'a minus missing' and 'a minus too many'$"
    with pytest.raises(ValueError, match=both):
        register(("sign", "a minus missing"), ("half", "2 times too small"), ("sign", "a minus too many"))


def test_a_name_that_is_not_in_the_register_is_refused() -> None:
    assert "transposed" in MEANINGS
    assert mistake("transposed", "It is the transpose.") == Mistake("transposed", "It is the transpose.")
    with pytest.raises(KeyError) as refused:
        mistake("transpose", "It is the transpose.")
    assert refused.value.args == ("'transpose' is no name of the register",)

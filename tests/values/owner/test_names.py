import pytest

from send_extract.values.owner.names import (
    can_name,
    has_given_name,
    has_initial,
    has_title,
    is_forename,
    is_inverted,
    is_printed_as_name,
    is_rank_of,
    is_surname_of_business,
)
from send_extract.values.owner.tokens import read_words


def test_a_key_to_initials_allows_surnames_that_are_words_of_business() -> None:
    assert can_name(["Jan", "van", "der", "Berg"])
    assert can_name(["Max", "North"])
    assert can_name(["Sue", "Board"])
    assert not can_name(["Early", "Help"])
    assert not can_name(["Ann", "Price", "Tom", "Reed"])
    assert is_forename("Sarah")
    assert not is_forename("Housing")


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Jan van der Berg", True),
        ("Sarah", False),
        ("J Smith", True),
        ("HoS McDonald", False),
        ("Jo Mc2", False),
    ],
)
def test_a_name_is_a_few_words_each_with_its_capital(text: str, *, is_name: bool) -> None:
    assert is_printed_as_name(read_words(text)) == is_name


def test_signs_of_a_name_are_seen() -> None:
    assert has_title(read_words("Cllr Bird"))
    assert not has_title(read_words("Supt Custody"))
    assert is_rank_of(read_words("Supt Custody"))
    assert has_given_name(read_words("Sarah Hale"))
    assert has_initial(read_words("J.R. Hale"))
    assert not has_initial(read_words("JR Hale"))
    assert is_surname_of_business(read_words("Max North"))
    assert not is_surname_of_business(read_words("Early North"))


def test_a_surname_before_its_initial_is_a_name() -> None:
    assert is_inverted("Reed, M")
    assert not is_inverted("Housing, M")

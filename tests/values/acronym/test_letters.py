import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from send_extract.values.acronym.letters import cover_letters, fits_exactly
from tests.values.acronym.cases import SOUND


@pytest.mark.parametrize(("term", "expansion"), SOUND)
def test_sound_entries_fit(term: str, expansion: str) -> None:
    assert cover_letters(term, expansion).fits


@pytest.mark.parametrize(
    ("term", "expansion"),
    [
        ("RTA", "Review of provision"),
        ("PHF", "Portfolio Holder"),
        ("SBC", "Human Resources"),
        ("", "Any"),
        ("QA", ""),
    ],
)
def test_letters_out_of_order_or_missing_do_not_fit(term: str, expansion: str) -> None:
    assert not cover_letters(term, expansion).fits


def test_words_without_a_letter_are_named() -> None:
    cover = cover_letters("SBC", "Southend Borough Council Human Resources")

    assert (cover.expansion, cover.trailing) == ("Southend Borough Council", "Human Resources")
    assert cover_letters("CCG", "Southend Clinical Commissioning Group").leading == "Southend"
    assert cover_letters("NICE", "National Institute for Health and Care Excellence").middle == ("Health",)


def test_a_noun_of_kind_goes_with_the_expansion() -> None:
    assert cover_letters("SENDOps", "SEND operations Board").expansion == "SEND operations Board"


WORDS = st.lists(st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True), min_size=2, max_size=8)


@given(WORDS)
@settings(max_examples=1000, deadline=None)
def test_initials_of_any_words_fit_them_exactly(words: list[str]) -> None:
    assert fits_exactly("".join(word[0] for word in words), " ".join(words))


@given(st.text(max_size=30), st.text(max_size=200))
@settings(max_examples=1000, deadline=None)
def test_any_words_can_be_asked_about(term: str, expansion: str) -> None:
    cover = cover_letters(term, expansion)

    assert cover.expansion in expansion

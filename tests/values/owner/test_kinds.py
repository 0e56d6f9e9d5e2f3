import pytest

from send_extract.values.owner.kinds import (
    ENOUGH,
    SIGNS,
    Kind,
    can_name,
    first_word,
    is_forename,
    is_nobody,
    kind_of,
    takes_business,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("TBC", "nobody"),
        ("GB", "initials"),
        ("[Name]", "name"),
        ("Jane Doe", "name"),
        ("Cllr Smith", "name"),
        ("Head of HR", "position"),
        ("Director Social Work", "position"),
        ("class teachers", "people"),
        ("Essex Police", "body"),
        ("NHS Essex", "body"),
        ("Early Help", "department"),
        ("Northmoor Mencap", "phrase"),
        ("J. Smith", "name"),
        ("HR", "department"),
        ("AD Education", "position"),
        ("CM Fleet", "position"),
        ("Supt Licensing", "position"),
        ("Supt Young", "name"),
        ("see below", "unread"),
        ("word " * 20, "unread"),
        ("Jane " * 80, "unread"),
    ],
)
def test_words_are_known_by_their_shape_and_nouns(text: str, kind: Kind) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize("text", ["", " ", "-", "N/A", "(TBC)", "To be confirmed", "tbc."])
def test_nobody_is_said_in_many_ways(text: str) -> None:
    assert is_nobody(text)


def test_a_post_takes_business_where_its_subject_can_go_on() -> None:
    assert takes_business("Head of HR")
    assert takes_business("Director Social Work")
    assert takes_business("CM Fleet")
    assert takes_business("Standing Committee on Ponds")
    assert not takes_business("Planning Officer")


def test_a_key_to_initials_allows_surnames_that_are_words_of_business() -> None:
    assert can_name(["Jan", "van", "der", "Berg"])
    assert can_name(["Max", "North"])
    assert can_name(["Sue", "Board"])
    assert not can_name(["Early", "Help"])
    assert not can_name(["Ann", "Price", "Tom", "Reed"])
    assert is_forename("Sarah")
    assert not is_forename("Housing")


@pytest.mark.parametrize(
    "text", ["Job Coaches", "Sensory Impairment", "Northmoor Mencap", "Web Editors", "Grace Academy"]
)
def test_nobodys_name_is_made_up(text: str) -> None:
    assert kind_of(text) != "name"


def test_every_sign_can_be_outweighed_or_is_enough() -> None:
    assert all(sign.weight < 0 or sign.weight >= ENOUGH or sign.kind == "name" for sign in SIGNS)


@pytest.mark.parametrize(("text", "word"), [("Cllrs. Bird and Reed", "cllrs"), ("Clerk", "clerk"), ("", "")])
def test_the_first_word_is_as_the_lists_of_titles_have_it(text: str, word: str) -> None:
    assert first_word(text) == word

import pytest

from send_extract.values.owner.kinds import (
    ENOUGH,
    SIGNS,
    Kind,
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


@pytest.mark.parametrize(
    "text", ["Job Coaches", "Sensory Impairment", "Northmoor Mencap", "Web Editors", "Grace Academy"]
)
def test_nobodys_name_is_made_up(text: str) -> None:
    assert kind_of(text) != "name"


def test_every_sign_can_be_outweighed_or_is_enough() -> None:
    assert all(sign.weight < 0 or sign.weight >= ENOUGH or sign.kind == "name" for sign in SIGNS)

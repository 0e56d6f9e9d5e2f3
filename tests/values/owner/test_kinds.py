import pytest

from send_extract.values.owner.kinds import (
    Kind,
    is_forename,
    is_name,
    is_nobody,
    is_one_body,
    is_open,
    kind_of,
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
        ("Early Help", "phrase"),
        ("see below", "unread"),
        ("R: GB", "unread"),
        ("word " * 20, "unread"),
        ("Jane " * 80, "unread"),
    ],
)
def test_words_are_known_by_their_shape_and_nouns(text: str, kind: Kind) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize("text", ["", " ", "-", "N/A", "(TBC)", "To be confirmed", "tbc."])
def test_nobody_is_said_in_many_ways(text: str) -> None:
    assert is_nobody(text)


def test_a_post_is_open_where_its_subject_can_go_on() -> None:
    assert is_open("Head of HR")
    assert is_open("Director Social Work")
    assert not is_open("Planning Officer")


def test_names_are_capitalised_and_hold_no_word_of_councils_business() -> None:
    assert is_name(["Jan", "van", "der", "Berg"])
    assert not is_name(["Early", "Help"])
    assert not is_name(["Ann", "Price", "Tom", "Reed"])
    assert is_forename("Sarah")
    assert not is_forename("Housing")


@pytest.mark.parametrize(
    ("left", "right", "answer"),
    [
        ("Health", "Wellbeing Board", True),
        ("Southend Health", "Wellbeing Board", True),
        ("Office of the Police", "Crime Commissioner", True),
        ("Mental Health", "Wellbeing Team", True),
        ("Health", "Social Care Team", True),
        ("Business", "Enterprise Partnership", True),
        ("Community", "Voluntary Sector", True),
        ("Heads", "Governors Group", True),
        ("Health", "Education", False),
        ("Public Health", "Planning Team", False),
        ("Police", "Housing Team", False),
        ("Health", "Head of Finance", False),
        ("Health", "Gail Brown", False),
        ("Housing Team", "Planning Team", False),
        ("Planning Officer", "Tree Officer", False),
        ("Headteacher", "Governing Board", False),
        ("Clinical Commissioning Group", "Borough Council", False),
        ("", "Wellbeing Board", False),
    ],
)
def test_a_noun_that_both_sides_of_and_share_is_one_body(left: str, right: str, *, answer: bool) -> None:
    assert is_one_body(left, right) is answer

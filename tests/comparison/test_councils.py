import pytest

from send_extract.comparison.councils import is_same_council


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Larkshire County Council", "LARKSHIRE", True),
        ("Borough of Eastwick", "Eastwick Borough Council", True),
        ("Larkshire", "Eastwick", False),
        ("North Larkshire Council", "West Larkshire Council", False),
        ("North Larkshire Council", "Larkshire Council", None),
        ("Eastwick-on-Sea City Council", "Eastwick Borough Council", None),
        ("Larkshire", None, None),
        ("", "", None),
        ("City of London", "City of London Corporation", None),
    ],
)
def test_names_of_councils_are_told_apart_where_they_say_enough(
    one: str | None, other: str | None, told: bool | None
) -> None:
    assert is_same_council(one, other) is told
    assert is_same_council(other, one) is told

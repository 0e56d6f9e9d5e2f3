import pytest

from send_extract.values.timing.items import spell
from send_extract.values.timing.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("no later than May", [{"bound", "within"}, {"month", "half_holiday"}]),
        ("end of the year 2022", [{"eo"}, {"year"}]),
        ("bi-monthly", [{"frequency", "other_frequency"}]),
        ("v3", [{"changing"}, {"number", "figures"}]),
        ("Q1-3", [{"quarter"}, {"dash", "tight"}, {"number", "figures", "count", "day_number", "small"}]),
        ("Jan - March", [{"month"}, {"dash"}, {"month"}]),
    ],
)
def test_an_item_is_the_longest_phrase_at_its_place_and_all_that_it_can_be(
    text: str, classes: list[set[str]]
) -> None:
    spelling = spell(tokenise(text))
    assert [set(item.senses) for item in spelling.items] == classes
    assert len(spelling.letters) == len(classes)


def test_items_that_can_be_the_same_have_one_letter() -> None:
    letters = spell(tokenise("Jan Mar 2022")).letters
    assert letters[0] == letters[1]
    assert letters[2] != letters[0]

import pytest

from send_extract.values.timing.spelling import correct_name
from send_extract.values.timing.words import MONTH_NAMES, MONTHS


@pytest.mark.parametrize("name", MONTH_NAMES)
def test_two_letters_that_changed_places_are_put_right(name: str) -> None:
    for place in range(1, len(name) - 1):
        slip = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
        if slip != name and len(name) > 4:
            assert correct_name(slip) == ("month", MONTHS[name])


@pytest.mark.parametrize("word", ["juny", "match", "marsh", "mayor", "sept", "decision", "a", ""])
def test_a_word_that_is_near_no_name_or_near_two_is_left_alone(word: str) -> None:
    assert correct_name(word) == ("", 0)


@pytest.mark.parametrize(
    ("word", "day"), [("wedensday", 2), ("thurdsay", 3), ("tuseday", 1), ("saterday", 5)]
)
def test_a_misspelt_weekday_is_put_right(word: str, day: int) -> None:
    assert correct_name(word) == ("weekday", day)

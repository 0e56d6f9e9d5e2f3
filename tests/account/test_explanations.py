import datetime as dt
from collections import Counter

import pytest

from send_extract.account.explanations import drop_date, drop_marks, drop_names, drop_pieces, drop_repeats
from send_extract.account.tokens import find_words


def count(words: str) -> Counter[str]:
    return Counter(words.split())


@pytest.mark.parametrize(
    ("left", "wordings", "part", "kept"),
    [
        ("No Actions When No Actions When", ["No", "Actions", "When"], 1.0, ""),
        ("Harbour plan 2022", ["Harbour plan 2022"], 1.0, ""),
        ("Harbour 2022", ["Harbour plan 2022"], 1.0, "Harbour 2022"),
        ("Harbour 2022", ["Harbour plan 2022"], 0.5, ""),
        ("Harbour zebra", ["Harbour plan 2022"], 0.5, "Harbour zebra"),
        ("Head HR", ["Head", "Head HR"], 1.0, ""),
    ],
)
def test_a_wording_is_taken_out_as_often_as_enough_of_it_is_left(
    left: str, wordings: list[str], part: float, kept: str
) -> None:
    assert drop_repeats(count(left), wordings, part) == count(kept)


@pytest.mark.parametrize(
    ("left", "surplus", "kept"),
    [
        ("Recom mendation", "Recommendation", ""),
        ("Recom mendation Recom mendation", "Recommendation", "Recom mendation"),
        ("S e c t i o n", "Section", ""),
        ("in to", "and", "in to"),
        ("in", "into", "in"),
        ("a", "aa", "a"),
    ],
)
def test_pieces_are_put_together_to_words_that_only_the_plan_has(left: str, surplus: str, kept: str) -> None:
    assert drop_pieces(count(left), count(surplus)) == count(kept)


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("Mon 14 March 2022", ""),
        ("14th Mar 22", ""),
        ("14/03/2022 of the board", "board"),
        ("15 April", "15 April"),
    ],
)
def test_a_drafts_own_day_is_taken_out_however_it_is_printed(printed: str, kept: str) -> None:
    assert drop_date(Counter(find_words(printed)), dt.date(2022, 3, 14)) == count(kept)
    assert drop_date(Counter(find_words(printed)), None) == Counter(find_words(printed))


def test_what_names_a_number_or_the_glossary_is_taken_out_that_often() -> None:
    left = count("Recommendation Recommendation Recommendation Key zebra")
    assert drop_names(left, 2, has_glossary=True) == count("Recommendation zebra")
    assert drop_names(left, 3, has_glossary=False) == count("Key zebra")


def test_what_names_a_number_in_several_words_is_taken_out_whole() -> None:
    left = count("Must do Must do Should zebra do")
    assert drop_names(left, 1, has_glossary=False) == count("Must do zebra")
    assert drop_names(left, 3, has_glossary=False) == count("zebra")


def test_marks_are_taken_out_where_there_are_items_for_them() -> None:
    left = count("1 2 a ii zebra")
    assert drop_marks(left, 4) == count("zebra")
    assert drop_marks(left, 3) == left

import pytest

from send_extract.values.timing.spelling import expand_word, find_meant, find_month, mend_confused
from send_extract.values.timing.words import MONTH_NAMES


@pytest.mark.parametrize("name", MONTH_NAMES)
def test_two_letters_that_changed_places_are_put_right(name: str) -> None:
    for place in range(1, len(name) - 1):
        slip = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
        if slip != name and len(name) > 4:
            assert find_meant(slip) == name


@pytest.mark.parametrize("word", ["juny", "match", "marsh", "mayor", "sept", "swept", "decision", "a", ""])
def test_a_word_that_is_near_no_name_or_near_two_is_left_alone(word: str) -> None:
    assert find_meant(word) == ""


@pytest.mark.parametrize(
    ("word", "month"),
    [("jume", "june"), ("apryl", "april"), ("jule", ""), ("marsh", ""), ("rune", ""), ("", "")],
)
def test_a_month_with_one_wrong_letter_is_the_one_that_is_near(word: str, month: str) -> None:
    assert find_month(word) == month


@pytest.mark.parametrize(
    ("word", "day"), [("wedensday", "wednesday"), ("thurdsay", "thursday"), ("saterday", "saturday")]
)
def test_a_misspelt_weekday_is_put_right(word: str, day: str) -> None:
    assert find_meant(word) == day


@pytest.mark.parametrize(
    ("short", "word"),
    [("mthly", "monthly"), ("mths", "months"), ("acad", "academic"), ("qtr", "quarter"),
      ("fin", "financial"), ("cttee", "committee"), ("trm", "term")],
)  # fmt: skip
def test_a_word_cut_or_without_its_vowels_is_the_whole_word(short: str, word: str) -> None:
    assert expand_word(short) == word


@pytest.mark.parametrize("word", ["commit", "meet", "gb", "smt", "committed", ""])
def test_a_word_that_is_short_for_none_or_for_several_is_itself(word: str) -> None:
    assert expand_word(word) == word


@pytest.mark.parametrize(
    ("scanned", "text"),
    [("3O June", "30 June"), ("Ju1y 2O22", "july 2022"), ("0ct", "oct"), ("l5/O3/2O23", "15/03/2023"), ("R1", "R1"),
      ("1st", "1st")],
)  # fmt: skip
def test_letters_and_figures_that_a_scanner_confused_are_put_right_in_place(scanned: str, text: str) -> None:
    assert mend_confused(scanned)[0] == text

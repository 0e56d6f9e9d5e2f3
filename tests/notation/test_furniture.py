import pytest

from send_extract.notation.furniture import (
    cut_continued,
    ends_page,
    is_marking,
    is_page_number,
    repeats,
    says_page,
)


@pytest.mark.parametrize("text", ["7", "Page 3 of 12", "- 4 -", "p. 9", "3/12", "", "––", "Page"])
def test_a_page_number_says_nothing_else(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["Page turners", "7 ways", "March 2022", "R1"])
def test_words_are_no_page_number(text: str) -> None:
    assert not is_page_number(text)


def test_a_page_is_said_by_its_own_word() -> None:
    assert says_page("Page 3 of 12")
    assert not says_page("3")


@pytest.mark.parametrize(
    "text", ["OFFICIAL", "OFFICIAL – SENSITIVE", "Private and Confidential", "[PROTECT]"]
)
def test_a_protective_marking_says_who_may_read(text: str) -> None:
    assert is_marking(text)
    assert not is_marking(f"{text} opening of the hall")


def test_a_title_is_repeated_whole_in_part_or_with_a_page_behind_it() -> None:
    title = "Harbour action plan"

    assert all(
        repeats(text, title) for text in (title, "HARBOUR", "Harbour action plan – page 2", f"{title} v2")
    )
    assert not repeats("Harbour action plan for boats", title)
    assert not repeats("Anything", "")


@pytest.mark.parametrize(
    "text", ["Theme 2 (continued)", "Theme 2 cont'd", "Theme 2 – ctd.", "Theme 2 continues…"]
)
def test_what_goes_on_is_named_without_the_word_for_it(text: str) -> None:
    assert cut_continued(text) == "Theme 2"


@pytest.mark.parametrize(
    "text", ["Section 19 report        Page 1 of 2", "Page 3", "Town plan     Draft     Page 2"]
)
def test_a_page_ends_with_its_number_by_its_own_word(text: str) -> None:
    assert ends_page(text)
    assert not ends_page(f"{text} of the report")
    assert not ends_page("1     Dig     May     GB     Page 2")

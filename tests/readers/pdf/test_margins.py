"""Headers and footers stand at a page's edge and come again; a page's number needs no second page."""

import pytest

from send_extract.readers.pdf.margins import PageText, divide_pages
from send_extract.readers.pdf.pages import Page
from tests.readers.pdf.test_lines import make_line


def make_page(number: int, *lines: tuple[str, float]) -> Page:
    words = tuple(word for text, top in lines for word in make_line(text, top).words)
    return Page(number, 500, 800, words, (), has_unread=False)


def tell(text: PageText) -> tuple[list[str], list[str], list[str]]:
    header, body, footer = ([line.text for line in part] for part in (text.header, text.body, text.footer))
    return header, body, footer


def test_what_comes_again_at_the_same_place_is_a_header_or_a_footer() -> None:
    pages = [make_page(n, ("Pier plan", 20), ("Ask all", 300 + n), ("Draft 1", 780)) for n in (1, 2)]

    assert list(map(tell, divide_pages(pages))) == [(["Pier plan"], ["Ask all"], ["Draft 1"])] * 2


def test_numbers_in_it_may_count_the_pages() -> None:
    pages = [make_page(n, (f"Pier plan {n}", 20)) for n in (1, 2)]

    assert [tell(text)[0] for text in divide_pages(pages)] == [["Pier plan 1"], ["Pier plan 2"]]


def test_what_stands_at_an_edge_once_is_the_pages_own() -> None:
    assert tell(divide_pages([make_page(1, ("Harbour plan", 20), ("GB to lead", 780))])[0]) == (
        [], ["Harbour plan", "GB to lead"], [],
    )  # fmt: skip


@pytest.mark.parametrize(("words", "is_footer"), [("Page 3 of 9", True), ("3", False), ("OFFICIAL", True)])
def test_a_pages_number_and_marking_are_told_by_their_words(words: str, is_footer: bool) -> None:
    assert bool(tell(divide_pages([make_page(3, (words, 780))])[0])[2]) is is_footer

"""A page is read by its bytes: its title, its elements, the words that it holds."""

from send_extract.account import count_words
from send_extract.document import Paragraph
from send_extract.readers.html import read_html
from send_extract.source import Source

PAGE = b"<html><head><title> Harbour\n plan </title><script>x = 'y'</script></head><body><h1>Pier</h1><p>A&E</p></body>"


def test_the_title_of_a_page_is_a_property_and_its_headings_are_headings() -> None:
    document = read_html(Source("a.html", PAGE)).document

    assert document.properties == (("title", "Harbour plan"),)
    assert [(each.text, each.level) for each in document.elements if isinstance(each, Paragraph)] == [
        ("Pier", 1),
        ("A&E", 0),
    ]


def test_scripts_and_titles_are_none_of_the_words_that_are_counted() -> None:
    [tally] = read_html(Source("a.html", PAGE)).tallies

    assert tally.words == count_words(("Pier A&E",))

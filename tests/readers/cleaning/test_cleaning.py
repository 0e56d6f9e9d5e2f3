"""What every document goes through behind its reader."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from send_extract.document import Block, Cell, Element, Paragraph, Row, Run, Table
from send_extract.notation.mojibake import mend_encoding
from send_extract.readers.cleaning import clean_elements
from send_extract.source import Location


def table(*rows: tuple[str | tuple[tuple[str, str], ...], ...]) -> Table:
    """A table of cells: words, or pairs of words and their emphasis."""

    def cell(words: str | tuple[tuple[str, str], ...]) -> Cell:
        runs = (Run(words),) if isinstance(words, str) else tuple(Run(*pair) for pair in words)
        return Cell((Block(runs),) if words else ())

    return Table(tuple(Row(tuple(map(cell, row)), Location(row=place)) for place, row in enumerate(rows, 1)))


def texts(element: Element) -> list[list[str]]:
    assert isinstance(element, Table)
    return [[cell.text for cell in row.cells] for row in element.rows]


def said(elements: tuple[Element, ...]) -> list[tuple[str, int | None]]:
    return [(each.code, each.location.row) for each in clean_elements(elements).diagnostics]


def test_what_prints_nothing_is_taken_out_and_told_where_it_stood_inside_a_word() -> None:
    elements = (table(("No", "Act\u00adion"), ("\u200e1", "Survey the pi\u200bles")),)

    assert texts(clean_elements(elements).elements[0]) == [["No", "Action"], ["1", "Survey the piles"]]
    assert said(elements) == [("signs-unseen", 1)]


def test_one_mark_of_order_at_the_end_of_a_word_is_not_worth_telling() -> None:
    assert said((table(("1", "GB\u200f")),)) == []


def test_what_steers_a_terminal_is_taken_out_whole() -> None:
    elements = (Paragraph(Block((Run("\x1b[31mRed\x1b[0m plan\x00"),))),)

    assert clean_elements(elements).elements[0] == Paragraph(Block((Run("Red plan"),)))
    assert said(elements) == [("signs-unseen", None)]


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("March â€“ May", "March – May"),
        ("Â£20", "£20"),
        ("cafÃ©", "café"),
        ("â€œAskâ€\x9d", "“Ask”"),
        ("â€œAskâ€", "“Ask”"),
        ("Â£20 â€” â€™soonâ€™", "£20 — ’soon’"),
    ],
)
def test_utf_8_that_was_read_as_windows_1252_is_mended_and_said(damaged: str, mended: str) -> None:
    cleaned = clean_elements((table(("1", damaged)),))

    assert texts(cleaned.elements[0]) == [["1", mended]]
    assert "encoding-mended" in [each.code for each in cleaned.diagnostics]


@pytest.mark.parametrize("words", ["Â la carte", "Ünal Ã", "naïve café – £5", "Âme"])
def test_letters_that_are_only_foreign_stay(words: str) -> None:
    assert texts(clean_elements((table((words,)),)).elements[0]) == [[words]]


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        ("☑ GB ☐ BM", "☒ GB ☐ BM"),
        ("[x] Done [ ] Not", "☒ Done ☐ Not"),
        ("\uf0fe Yes", "☒ Yes"),
        ("[1]", "[1]"),
    ],
)
def test_boxes_are_drawn_alike(drawn: str, words: str) -> None:
    assert texts(clean_elements((table((drawn,)),)).elements[0]) == [[words]]


def test_a_cell_of_an_error_value_is_empty_and_each_value_is_named_once() -> None:
    elements = (table(("1", "#REF!", "NaN"), ("2", "Ask about #REF!", "NaN")),)

    assert texts(clean_elements(elements).elements[0]) == [["1", "", ""], ["2", "Ask about #REF!", ""]]
    assert said(elements) == [("cell-error-value", 1), ("cell-error-value", 1)]


def test_struck_words_are_no_words_and_named_with_their_place() -> None:
    elements = (table(("1", (("March", "s"), (" May", "")), (("GB", "s"), (" / ", ""), ("BM", "")))),)
    cleaned = clean_elements(elements)

    assert texts(cleaned.elements[0]) == [["1", "May", "/ BM"]]
    assert [(each.message.split(" is struck")[0], each.location.row) for each in cleaned.diagnostics] == [
        ("'March'", 1),
        ("'GB'", 1),
    ]


def test_a_struck_row_is_gone_though_its_number_is_not_struck() -> None:
    elements = (table(("No", "Action"), ("1", (("Ask", "s"),)), ("2", "Answer")),)

    assert texts(clean_elements(elements).elements[0]) == [["No", "Action"], ["2", "Answer"]]
    assert said(elements) == [("row-struck", 2)]


def test_a_struck_paragraph_is_gone() -> None:
    assert clean_elements((Paragraph(Block((Run("Old", "s"),))),)).elements == ()


@given(st.lists(st.lists(st.text(), min_size=1, max_size=3), max_size=3))
def test_cleaning_twice_is_cleaning_once(rows: list[list[str]]) -> None:
    """Damaged encodings apart: what is mended may look damaged once more."""
    assume(all(mend_encoding(text) == text for row in rows for text in row))

    once = clean_elements((table(*(tuple(row) for row in rows)),)).elements

    assert clean_elements(once).elements == once


def test_references_are_read_and_are_no_damage_of_an_encoding() -> None:
    elements = (table(("Parks &amp;amp; Pools", "May&nbsp;2025 &amp;#8211; June")),)

    assert texts(clean_elements(elements).elements[0]) == [["Parks & Pools", "May 2025 – June"]]
    assert said(elements) == []

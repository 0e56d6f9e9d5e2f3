"""Rows that follow one another are a table; a line of words is a paragraph, a heading, or nothing."""

import pytest

from send_extract.document import Paragraph, Table
from send_extract.readers.delimited.elements import read_elements
from send_extract.readers.dialects.evidence import TextRow


def test_rows_of_several_cells_are_one_table_between_paragraphs() -> None:
    rows = (TextRow(["Plan"], 1), TextRow(["1", "Ask"], 3), TextRow(["2", "Tell"], 4), TextRow(["End"], 6))
    first, table, last = read_elements(rows).elements

    assert isinstance(table, Table)
    assert [row.texts for row in table.rows] == [["1", "Ask"], ["2", "Tell"]]
    assert [each.location.line for each in (first, table, last)] == [1, 3, 6]


@pytest.mark.parametrize(("words", "level"), [("## Pier plan ##", 2), ("# Pier plan", 1), ("Pier plan", 0)])
def test_a_heading_is_told_by_its_signs(words: str, level: int) -> None:
    [heading] = read_elements((TextRow([words], 1),)).elements

    assert isinstance(heading, Paragraph)
    assert (heading.text, heading.level) == ("Pier plan", level)


def test_a_drawn_line_is_no_paragraph() -> None:
    assert read_elements((TextRow(["+----+----+"], 1), TextRow(["_______"], 2))).elements == ()


def test_markup_in_a_cell_is_read_and_what_it_hides_said_with_its_line() -> None:
    read = read_elements((TextRow(["1", "<ul><li>Ask<li>Tell</ul><!-- later -->"], 5),))
    [table] = read.elements

    assert isinstance(table, Table)
    assert [block.text for block in table.rows[0].cells[1].blocks] == ["Ask", "Tell"]
    assert [(each.code, each.location.line) for each in read.diagnostics] == [("comment-ignored", 5)]


def test_cells_that_say_the_same_are_one_and_what_each_hides_is_said_where_it_stands() -> None:
    words = "<p>Ask</p><!-- later -->"
    read = read_elements((TextRow(["1", words], 5), TextRow(["2", words], 6)))
    [table] = read.elements

    assert isinstance(table, Table)
    assert table.rows[0].cells[1] is table.rows[1].cells[1]
    assert [each.location.line for each in read.diagnostics] == [5, 6]

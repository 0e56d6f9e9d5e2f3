"""What is struck out is left out wherever it stands, and named with its place."""

from send_extract.document import Block, Cell, Paragraph, Row, Run, Table, make_cell
from send_extract.readers.cleaning.struck import drop_struck
from send_extract.source import Location


def strike(text: str) -> Cell:
    return Cell((Block((Run(text, "s"),)),))


def test_words_struck_inside_a_paragraph_leave_one_space_where_they_stood() -> None:
    words = Paragraph(Block((Run("by "), Run("April", "s"), Run(" May"))), Location(line=3))
    [left], [told] = drop_struck((words,))

    assert left == Paragraph(Block((Run("by "), Run("May"))), Location(line=3))
    assert (told.code, told.location) == ("words-struck", Location(line=3))


def test_a_paragraph_that_is_struck_whole_goes() -> None:
    elements, [told] = drop_struck((Paragraph(Block((Run("Old", "s"),))),))

    assert elements == ()
    assert "Old" in told.message


def test_a_row_of_which_only_its_number_is_left_is_struck_whole() -> None:
    rows = Row((make_cell("1."), strike("Ask"), strike("May"))), Row((make_cell("2"), make_cell("Tell")))
    [table], [told] = drop_struck((Table(rows),))

    assert isinstance(table, Table)
    assert [row.texts for row in table.rows] == [["2", "Tell"]]
    assert told.code == "row-struck"


def test_a_row_with_other_words_stays_and_each_struck_cell_is_named() -> None:
    rows = (Row((make_cell("1"), make_cell("Ask"), strike("GB"), strike("May"))),)
    [table], told = drop_struck((Table(rows),))

    assert isinstance(table, Table)
    assert table.rows[0].texts == ["1", "Ask", "", ""]
    assert [each.code for each in told] == ["words-struck", "words-struck"]


def test_what_has_nothing_struck_stays_the_same_object() -> None:
    table = Table((Row((make_cell("1"), make_cell("Ask"))),))

    assert drop_struck((table,))[0][0] is table

from msgspec.structs import replace

from send_extract.document import Block, Cell, Paragraph, Row, Run, Table
from send_extract.readers.grid import lay_out
from send_extract.source import Location


def make(*texts: str) -> Row:
    return Row(tuple(Cell((Block((Run(text),)),)) if text else Cell() for text in texts), Location(row=1))


def tell(*lines: Row) -> list[str | list[list[str]]]:
    return [
        element.text
        if isinstance(element, Paragraph)
        else [[cell.text for cell in row.cells] for row in element.rows]
        for element in lay_out(lines)
    ]


HEAD = make("No", "Recommendation", "Action")
ROW = make("1", "Listen", "Ask")


def test_a_title_block_stands_above_the_table() -> None:
    assert tell(make("A plan"), make(""), make("Owner", "GB"), HEAD, ROW) == [
        "A plan",
        [["Owner", "GB"]],
        [["No", "Recommendation", "Action"], ["1", "Listen", "Ask"]],
    ]


def test_a_glossary_stands_below_the_table() -> None:
    assert tell(HEAD, ROW, make(""), make("Glossary"), make("QA", "quality assurance")) == [
        [["No", "Recommendation", "Action"], ["1", "Listen", "Ask"]],
        "Glossary",
        [["QA", "quality assurance"]],
    ]


def test_a_row_that_continues_another_stays_in_the_table() -> None:
    [table] = tell(HEAD, ROW, make(""), make("", "", "Tell"))

    assert table == [["No", "Recommendation", "Action"], ["1", "Listen", "Ask"], ["", "", "Tell"]]


def test_a_section_in_the_middle_stays_in_the_table() -> None:
    [table] = tell(HEAD, make("Priority 1"), ROW, make(""), make("Priority 2"), ROW)

    assert len(table) == 5


def test_a_narrow_sheet_is_one_table() -> None:
    assert tell(make("Action", "When"), make("Ask", "May")) == [[["Action", "When"], ["Ask", "May"]]]


def test_columns_without_words_at_the_end_are_left_out() -> None:
    [table] = tell(make("No", "Recommendation", "Action", "", ""), ROW)

    assert table == [["No", "Recommendation", "Action"], ["1", "Listen", "Ask"]]


def test_merged_title_cells_are_one_paragraph() -> None:
    title = Cell((Block((Run("A plan"),)),))

    assert (
        tell(Row((title, replace(title, span="column"), replace(title, span="column"))), HEAD)[0] == "A plan"
    )


def test_an_empty_sheet_is_nothing() -> None:
    assert list(lay_out(())) == []
    assert list(lay_out((make("", ""),))) == []


def test_rows_keep_their_places() -> None:
    [table] = lay_out((replace(HEAD, location=Location(sheet="Plan", row=4)), ROW))

    assert isinstance(table, Table)
    assert table.location == Location(sheet="Plan", row=4)

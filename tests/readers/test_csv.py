import pytest

from send_extract.document import Paragraph, Table
from send_extract.readers import detect_format
from send_extract.readers.csv import read_csv
from send_extract.source import Source

ROWS = [["No", "Recommendation", "Action"], ["1", "Listen, and act", "Ask\nTell"]]


def read(text: str) -> list[str | list[list[str]]]:
    elements = read_csv(Source("plan.csv", text.encode())).document.elements
    return [
        each.text if isinstance(each, Paragraph) else [[cell.text for cell in row.cells] for row in each.rows]
        for each in elements
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_each_delimiter_is_told_from_the_text(delimiter: str) -> None:
    text = (
        f'No{delimiter}Recommendation{delimiter}Action\n1{delimiter}"Listen, and act"{delimiter}"Ask\nTell"\n'
    )

    assert read(text) == [ROWS]


def test_a_title_with_commas_does_not_mislead() -> None:
    assert read("A plan, of sorts, for all\n\nNo;Action;Who\n1;Ask;GB\n2;Tell;BM\n") == [
        "A plan, of sorts, for all",
        [["No", "Action", "Who"], ["1", "Ask", "GB"], ["2", "Tell", "BM"]],
    ]


def test_a_short_table_above_a_long_glossary_is_still_found() -> None:
    glossary = "".join(f"T{place} something, or other\n" for place in range(9))

    assert read(f"A plan\n\nNo;Action;Who\n1;Ask;GB\n\nGlossary\n{glossary}")[1] == [
        ["No", "Action", "Who"],
        ["1", "Ask", "GB"],
    ]


def test_each_row_knows_its_line() -> None:
    text = 'No,Recommendation,Action\n1,Listen,"Ask\nTell"\n2,Act,Do\n'
    [table] = read_csv(Source("plan.csv", text.encode())).document.elements

    assert isinstance(table, Table)
    assert [row.location.line for row in table.rows] == [1, 2, 4]


def test_cells_with_markup_are_read_as_markup() -> None:
    text = "No,Recommendation,Action\n1,Listen,<ul><li>Ask</li><li>Tell</li></ul>\n"
    [table] = read_csv(Source("plan.csv", text.encode())).document.elements

    assert isinstance(table, Table)
    assert [block.level for block in table.rows[1].cells[2].blocks] == [1, 1]


def test_a_cell_of_many_megabytes_is_read() -> None:
    [table] = read("No,Recommendation,Action\n1,Listen," + "a" * 2_000_000 + "\n")

    assert len(table[1][2]) == 2_000_000


def test_a_byte_order_mark_is_no_part_of_the_first_heading() -> None:
    assert read("\ufeffNo,Recommendation,Action\n1,Listen,Ask\n")[0][0][0] == "No"


def test_tab_separated_text_of_a_spreadsheet_is_told_from_that_of_a_converter() -> None:
    quoted = b'No\tRecommendation\tSummary actions\n1\tListen\t"Ask\nTell"\n2\tAct\tDo\n'

    assert detect_format(Source("a.txt", quoted)) == "csv"
    assert detect_format(Source("a.txt", quoted.replace(b'"Ask\nTell"', b"<p>Ask</p>"))) == "delimited"


def test_a_first_line_that_tells_the_delimiter_is_obeyed_and_is_no_title() -> None:
    document = read_csv(Source("plan.csv", b"sep=;\r\nNo;Action\r\n1;Meet, and listen\r\n")).document

    [table] = document.elements
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["No", "Action"],
        ["1", "Meet, and listen"],
    ]


def test_a_quote_that_never_closes_is_said_with_its_line_and_swallows_no_row() -> None:
    text = 'No,Actions,When,Who\n1,Open it,May,AB\n2,"Book the hall,June,CD\n3,Buy a broom,July,AB\n'
    read_again = read_csv(Source("plan.csv", text.encode()))
    [table] = read_again.document.elements

    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[2].cells] == ["2", "Book the hall", "June", "CD"]
    assert [(each.code, each.location.line) for each in read_again.diagnostics] == [("quote-open", 3)]


def test_commas_that_are_words_own_shift_nothing_and_are_said() -> None:
    text = "No,Actions,When,Who\n1,Survey piles, deck and rails,March,GB\n2,Order stone,June,BM\n"
    read_again = read_csv(Source("plan.csv", text.encode()))
    [table] = read_again.document.elements

    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[1].cells] == ["1", "Survey piles, deck and rails", "March", "GB"]
    assert [(each.code, each.location.line) for each in read_again.diagnostics] == [
        ("cell-count-mismatch", 2)
    ]


def test_a_space_before_a_quote_is_no_part_of_the_cell() -> None:
    assert read('No,Action,Who\n1, "Open the jetty, and the slip", GB\n')[0][1] == [
        "1",
        "Open the jetty, and the slip",
        "GB",
    ]


def test_words_that_the_markup_of_a_cell_hides_are_told() -> None:
    read = read_csv(Source("x", b"No,Actions\n1,<p>Dig</p><p hidden>nothing</p>\n"))
    [told] = read.diagnostics
    assert (told.code, told.location.line) == ("words-hidden", 2)
    assert "'nothing'" in told.message

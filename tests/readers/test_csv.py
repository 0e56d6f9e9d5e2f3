import pytest

from send_extract.document import Paragraph, Table
from send_extract.readers import detect_format
from send_extract.readers.csv import read_csv, sniff_dialect
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
    dialect = sniff_dialect("A plan, of sorts, for all\n\nNo;Action;Who\n1;Ask;GB\n2;Tell;BM\n")

    assert dialect is not None
    assert dialect.delimiter == ";"


def test_a_short_table_above_a_long_glossary_is_still_found() -> None:
    glossary = "".join(f"T{place} something, or other\n" for place in range(9))

    assert read(f"A plan\n\nNo;Action;Who\n1;Ask;GB\n\nGlossary\n{glossary}")[1] == [
        ["No", "Action", "Who"],
        ["1", "Ask", "GB"],
    ]


def test_prose_has_no_delimiter() -> None:
    assert sniff_dialect("Nothing to see here\nat all\n") is None


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

import pytest

from send_extract.readers.spreadsheet.opendocument import read_opendocument
from send_extract.readers.spreadsheet.sheets import Note, Sheet
from tests.forms.office import zip_files

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
)


def read_sheet(content: str, properties: str = "", styles: str = "") -> Sheet:
    sheet = f'<table:table table:name="Plan" {properties}>{content}</table:table>'
    content = f"<office:document-content {NAMES}>{styles}<office:body>{sheet}</office:body></office:document-content>"
    [read] = read_opendocument(zip_files({"content.xml": content})).sheets
    return read


def list_texts(sheet: Sheet) -> dict[tuple[int, int], str]:
    return {place: cell.text for place, cell in sheet.cells.items()}


def write_cell(content: str, properties: str = "") -> str:
    return f"<table:table-row><table:table-cell {properties}>{content}</table:table-cell></table:table-row>"


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Jun-22", "Jun-22"),
        ("June 2022", "June 2022"),
        ("June", "June 2022"),
        ("06/2022", "June 2022"),
        ("2022", "2022"),
        ("01/06/22", "01/06/22"),
        ("06/01/22", "2022-06-01"),
        ("1 June", "2022-06-01"),
        ("Wednesday 1 June 2022", "Wednesday 1 June 2022"),
        ("", "2022-06-01"),
    ],
)
def test_a_date_is_read_as_it_is_shown_where_that_is_plain(shown: str, expected: str) -> None:
    date = 'office:value-type="date" office:date-value="2022-06-01"'

    assert list_texts(read_sheet(write_cell(f"<text:p>{shown}</text:p>", date))) == {(0, 0): expected}


def test_the_words_of_every_cell_are_counted_once_wherever_it_is_repeated() -> None:
    rows = (
        write_cell(f"<text:p>word {number}</text:p>", 'table:number-columns-repeated="3"')
        for number in range(100)
    )

    assert read_sheet("".join(rows)).texts == tuple(f"word {number}" for number in range(100))


def test_a_note_on_a_cell_is_none_of_its_words() -> None:
    note = "<office:annotation><text:p>Is this</text:p><text:p>agreed?</text:p></office:annotation>"
    sheet = read_sheet(write_cell(f"{note}<text:p>Ask</text:p>"))

    assert sheet.notes == (Note((0, 0), "Is this agreed?"),)
    assert list_texts(sheet) == {(0, 0): "Ask"}


def test_hidden_and_filtered_rows_and_columns_are_told() -> None:
    columns = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
    rows = '<table:table-row/><table:table-row table:visibility="filter" table:number-rows-repeated="2"/>'
    sheet = read_sheet(columns + rows)

    assert (sheet.hidden_columns, sheet.hidden_rows) == (frozenset({2}), frozenset({1, 2}))


def test_a_sheet_that_is_not_shown_has_its_name_alone() -> None:
    shown = '<style:table-properties table:display="false"/>'
    style = f'<style:style style:name="ta1" style:family="table">{shown}</style:style>'
    sheet = read_sheet(write_cell("<text:p>Ask</text:p>"), 'table:style-name="ta1"', style)

    assert (sheet.name, sheet.is_hidden, sheet.cells) == ("Plan", True, {})


def test_cells_and_rows_that_are_written_once_for_several_are_read_at_each_place() -> None:
    sheet = read_sheet(
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/>'
        '<table:table-cell table:number-columns-repeated="2"><text:p>GB</text:p></table:table-cell></table:table-row>'
    )

    assert list_texts(sheet) == {(row, column): "GB" for row in (0, 1) for column in (1, 2)}


def test_a_value_without_its_words_is_printed() -> None:
    sheet = read_sheet(write_cell("", 'office:value-type="float" office:value="7"'))

    assert list_texts(sheet) == {(0, 0): "7"}


def test_struck_words_are_marked_be_it_the_cell_or_a_part_of_it() -> None:
    line = 'style:text-line-through-style="solid"'
    style = "".join(
        f'<style:style style:name="S" style:family="{family}"><style:text-properties {line}/></style:style>'
        for family in ("text", "table-cell")
    )
    part = write_cell('<text:p><text:span text:style-name="S">May</text:span> June</text:p>')
    sheet = read_sheet(write_cell("<text:p>Ask</text:p>", 'table:style-name="S"') + part, styles=style)

    assert [[run.emphasis for run in cell.blocks[0].runs] for cell in sheet.cells.values()] == [
        ["s"],
        ["s", ""],
    ]

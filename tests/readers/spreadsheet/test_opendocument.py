import pytest

from send_extract.readers.spreadsheet.opendocument import read_opendocument_print
from send_extract.readers.spreadsheet.printed import Note
from tests.forms.office import zip_files

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)


def write_sheet(content: str) -> bytes:
    sheet = f'<table:table table:name="Plan">{content}</table:table>'
    return zip_files({"content.xml": f"<office:document-content {NAMES}>{sheet}</office:document-content>"})


def write_cell(content: str, properties: str = "") -> str:
    return f"<table:table-row><table:table-cell {properties}>{content}</table:table-cell></table:table-row>"


@pytest.mark.parametrize(
    ("shown", "number_format"),
    [
        ("Jun-22", "mmm yyyy"),
        ("June 2022", "mmm yyyy"),
        ("06/2022", "mmm yyyy"),
        ("2022", "yyyy"),
        ("01/06/22", ""),
        ("1 June", ""),
        ("Wednesday 1 June 2022", ""),
        ("", ""),
    ],
)
def test_a_date_that_is_shown_without_its_day_is_a_month_or_a_year(shown: str, number_format: str) -> None:
    date = 'office:value-type="date" office:date-value="2022-06-01"'
    data = write_sheet(write_cell(f"<text:p>{shown}</text:p>", date))

    assert read_opendocument_print(data).sheets["Plan"].formats == {(0, 0): number_format}


def test_a_note_on_a_cell_is_none_of_its_words() -> None:
    note = "<office:annotation><text:p>Is this</text:p><text:p>agreed?</text:p></office:annotation>"
    printed = read_opendocument_print(write_sheet(write_cell(f"{note}<text:p>Ask</text:p>"))).sheets["Plan"]

    assert printed.notes == (Note((0, 0), "Is this agreed?"),)
    assert [run.text for run in printed.runs[0, 0]] == ["Ask"]


def test_hidden_and_filtered_rows_and_columns_are_told() -> None:
    columns = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
    rows = '<table:table-row/><table:table-row table:visibility="filter" table:number-rows-repeated="2"/>'
    printed = read_opendocument_print(write_sheet(columns + rows)).sheets["Plan"]

    assert (printed.hidden_columns, printed.hidden_rows) == (frozenset({2}), frozenset({1, 2}))

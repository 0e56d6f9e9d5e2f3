"""Bad input in every format: one clear line each, and a Document or one of our errors for any bytes."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from send_extract import read_plan
from send_extract.errors import DefectiveSource, MissingExtra, NoPlanFound, SendExtractError
from send_extract.readers import READERS, Read, read_document
from send_extract.readers.docx.reading import read_docx_parts
from send_extract.readers.extras import require
from send_extract.readers.pdf.assembly import read_pdf
from send_extract.readers.spreadsheet.excel import read_excel
from send_extract.readers.spreadsheet.legacy import read_legacy
from send_extract.readers.spreadsheet.opendocument import read_opendocument
from send_extract.readers.spreadsheet.workbook import read_workbook
from send_extract.source import Source
from tests.forms.office import make_word_file, paragraph, zip_files
from tests.forms.sheets import save_workbook

SEEN = "read as"


def refuse(name: str, data: bytes, error: type[SendExtractError]) -> str:
    with pytest.raises(error) as refusal:
        read_plan(Source(name, data))
    message = str(refusal.value)
    assert message.startswith(f"{name}: ")
    assert "\n" not in message
    return message


def find_fault(read: Callable[[], Read]) -> str:
    """What a reader refuses the source for; the name of its document where it does not."""
    try:
        return f"{SEEN}: {read().document.format}"
    except SendExtractError as error:
        return str(error)


def make_budget() -> bytes:
    book = Workbook()
    for title, headings in (
        ("Budget", ["Cost centre", "Spend", "Forecast"]),
        ("Staff", ["Name", "Grade", "Room"]),
    ):
        sheet = book.create_sheet(title)
        sheet.append(headings)
        sheet.append(["a", "b", "c"])
    return save_workbook(book)


def test_a_word_file_without_a_table_says_what_a_plan_is() -> None:
    assert "there is no table in it" in refuse(
        "plan.docx", make_word_file(paragraph("Our plan")), NoPlanFound
    )


def test_a_workbook_without_a_plan_names_the_sheets_and_headings_seen() -> None:
    message = refuse("plan.xlsx", make_budget(), NoPlanFound)

    assert "sheets: Budget, Staff" in message
    assert "Cost centre | Spend | Forecast; Name | Grade | Room" in message


def test_a_workbook_whose_plan_is_hidden_names_the_hidden_sheet() -> None:
    book = Workbook()
    book.create_sheet("Plan").append(["No", "Recommendation", "Action"])
    book["Plan"].sheet_state = "hidden"

    assert "Hidden, and not looked at: Plan;" in refuse("plan.xlsx", save_workbook(book), NoPlanFound)


def test_a_word_file_without_its_main_part_is_damaged() -> None:
    assert "damaged" in refuse("plan.docx", zip_files({"word/document.xml": "<a/>"}), DefectiveSource)


def test_a_word_file_nested_without_reason_is_refused() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 3000 + paragraph("a") + "</w:tc></w:tr></w:tbl>" * 3000

    refuse("plan.docx", make_word_file(deep), DefectiveSource)


def test_a_workbook_with_a_cell_in_its_furthest_corner_is_refused_or_read() -> None:
    book = Workbook()
    sheet = book.create_sheet("Plan")
    sheet["XFD1048576"] = "far"

    with pytest.raises(SendExtractError):
        read_plan(Source("plan.xlsx", save_workbook(book)))


@pytest.mark.parametrize("kind", READERS)
def test_the_wrong_format_by_name_is_one_clear_line(kind: str) -> None:
    source = Source("plan.bin", b"PK\x03\x04 neither this nor that \x00\xff")

    assert find_fault(lambda: read_document(source, kind)).startswith(("plan.bin: ", SEEN))


@pytest.mark.parametrize("extra", ["excel", "pdf"])
def test_a_missing_part_is_named_with_the_command_that_installs_it(extra: str) -> None:
    with pytest.raises(MissingExtra, match=rf"pip install 'send-extract\[{extra}\]'"):
        require("no_such_module", extra)


WORD, SHEET = make_word_file(paragraph("A plan")), make_budget()


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (read_docx_parts, WORD),
        (partial(read_workbook, name="xlsx", read=read_excel), SHEET),
        (partial(read_workbook, name="ods", read=read_opendocument), SHEET),
        (partial(read_workbook, name="xls", read=read_legacy), SHEET),
        (
            read_pdf,
            b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Kids[]>>\nendobj\n",
        ),
    ],
    ids=["docx", "xlsx", "ods", "xls", "pdf"],
)
@settings(max_examples=40, deadline=None)
@given(place=st.integers(0, 10**6), junk=st.binary(max_size=8), cut=st.booleans())
def test_any_bytes_give_a_document_or_one_of_our_errors(
    read: Callable[[Source], Read],
    data: bytes,
    place: int,
    junk: bytes,
    cut: bool,
) -> None:
    place %= len(data)
    spoilt = data[:place] + junk + (b"" if cut else data[place + len(junk) :])
    source = Source("plan.bin", spoilt)

    assert find_fault(lambda: read(source)).startswith(("plan.bin: ", SEEN))


@pytest.mark.parametrize("kind", ["html", "markdown", "csv"])
@settings(max_examples=60, deadline=None)
@given(
    data=st.binary(min_size=1, max_size=60)
    | st.text("<>|-\"',;\t\n#*_&[]()!ab1 ", min_size=1).map(str.encode)
)
def test_any_text_gives_a_document_or_one_of_our_errors(kind: str, data: bytes) -> None:
    source = Source("plan.txt", data)

    assert find_fault(lambda: read_document(source, kind)).startswith(("plan.txt: ", SEEN))

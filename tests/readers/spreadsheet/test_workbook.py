"""What a sheet shows is what is read: dates, months, percentages, struck out words, merged cells."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from send_extract.document import Paragraph, Table
from send_extract.errors import DefectiveSource
from send_extract.readers import Read
from send_extract.readers.spreadsheet import read_xlsx
from send_extract.readers.spreadsheet.excel import read_excel
from send_extract.readers.spreadsheet.legacy import read_legacy
from send_extract.readers.spreadsheet.opendocument import read_opendocument
from send_extract.readers.spreadsheet.sheets import Workbook as ReadWorkbook
from send_extract.readers.spreadsheet.workbook import read_workbook
from send_extract.source import Source
from tests.forms.office import zip_files
from tests.forms.sheets import save_workbook


def make_sheet(*rows: tuple[object, ...]) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Plan"
    for row in (("No", "Recommendation", "Action", "When"), *rows):
        sheet.append(list(row))
    return book, sheet


def read(book: Workbook) -> Read:
    return read_xlsx(Source("plan.xlsx", save_workbook(book)))


def find_tables(found: Read) -> list[Table]:
    return [each for each in found.document.elements if isinstance(each, Table)]


@pytest.mark.parametrize(
    ("value", "number_format", "printed"),
    [
        (dt.date(2022, 4, 1), "dd/mm/yyyy", "01/04/2022"),
        (dt.datetime(2022, 4, 1), "dd/mm/yyyy hh:mm", "01/04/2022"),  # noqa: DTZ001 - a sheet knows no time zone
        (dt.datetime(2022, 4, 1, 9, 30), "dd/mm/yyyy hh:mm", "01/04/2022 09:30"),  # noqa: DTZ001 - likewise
        (dt.date(2022, 4, 1), "mmm-yy", "Apr-22"),
        (dt.date(2022, 4, 1), "mmmm yyyy", "April 2022"),
        (dt.date(2022, 4, 1), "yyyy", "2022"),
        (dt.date(2022, 4, 1), "[$-809]dd mmmm yyyy;@", "01 April 2022"),
        (1.1, "0.00", "1.10"),
        (1.1, "General", "1.1"),
        (7, "General", "7"),
        (0.5, "0%", "50%"),
        (True, "General", "TRUE"),
        ("  Ask ", "General", "Ask"),
    ],
)
def test_a_cell_is_read_as_it_is_shown(value: object, number_format: str, printed: str) -> None:
    book, sheet = make_sheet(("1", "Listen", "Ask", value))
    sheet["D2"].number_format = number_format
    [table] = find_tables(read(book))

    assert table.rows[1].cells[3].text == printed


def test_struck_out_cells_say_so() -> None:
    book, sheet = make_sheet(("1", "Listen", "Ask", "May"))
    sheet["C2"].font = Font(strike=True)
    [table] = find_tables(read(book))

    assert [run.emphasis for run in table.rows[1].cells[2].blocks[0].runs] == ["s"]


def test_merged_cells_repeat() -> None:
    book, sheet = make_sheet(("1", "Listen", "Ask", "May"), (None, None, "Tell", "June"))
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:B3")
    [table] = find_tables(read(book))

    assert [(cell.text, cell.span) for cell in table.rows[2].cells[:3]] == [
        ("1", "row"),
        ("Listen", "row"),
        ("Tell", ""),
    ]


def test_notes_on_cells_stand_at_their_rows() -> None:
    book, sheet = make_sheet(("1", "Listen", "Ask", "May"))
    sheet["B2"].comment = Comment("Is this agreed?", "Ann")

    [note] = [each for each in read(book).document.elements if isinstance(each, Paragraph)]

    assert (note.text, note.kind, note.location.row) == ("Is this agreed?", "comment", 2)


def test_page_headers_and_properties_are_read() -> None:
    book, sheet = make_sheet(("1", "Listen", "Ask", "May"))
    assert sheet.oddHeader is not None
    assert sheet.oddFooter is not None
    sheet.oddHeader.center.text, sheet.oddFooter.left.text = "Our plan && DRAFT 3", "Page &P of &N"
    book.properties.title = "Our plan"
    found = read(book).document

    assert [(each.text, each.kind) for each in found.elements if isinstance(each, Paragraph)] == [
        ("Our plan & DRAFT 3", "header")
    ]
    assert ("title", "Our plan") in found.properties


def test_hidden_rows_and_columns_are_read_and_named() -> None:
    book, sheet = make_sheet(("1", "Listen", "Ask", "May"), ("2", "Tell", "Say", "June"))
    sheet.row_dimensions[2].hidden = sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["C"].hidden = True
    found = read(book)

    [table] = find_tables(found)
    assert [row.cells[2].text for row in table.rows] == ["Action", "Ask", "Say"]
    [told] = [each for each in found.diagnostics if each.code == "rows-hidden"]
    assert "hides row 2 and column C" in told.message


def test_formulas_without_a_result_are_named() -> None:
    book, sheet = make_sheet(("1", "Listen", "Ask", "May"))
    sheet["D2"] = '="M"&"ay"'

    [told] = [each for each in read(book).diagnostics if each.code == "formula-uncomputed"]

    assert "(D2)" in told.message


@pytest.mark.parametrize("place", ["D60000", "ALL2", "ALL400", "XFD1048576"])
def test_a_stray_space_far_from_the_plan_changes_nothing(place: str) -> None:
    book, sheet = make_sheet(("1", "Listen", "Ask", "May"))
    plain = read(book).document.elements
    sheet[place] = " "

    assert read(book).document.elements == plain


def test_a_cell_in_the_furthest_corner_is_named() -> None:
    book, sheet = make_sheet(("1", "Listen", "Ask", "May"))
    sheet["XFD1048576"] = "x"

    with pytest.raises(DefectiveSource, match="the sheet 'Plan' reaches as far as the cell XFD1048576"):
        read(book)


def test_rows_know_their_sheet_and_number() -> None:
    book, _ = make_sheet(("1", "Listen", "Ask", "May"))
    [table] = find_tables(read(book))

    assert [(row.location.sheet, row.location.row) for row in table.rows] == [("Plan", 1), ("Plan", 2)]


def test_every_sheet_is_read_and_hidden_ones_are_named() -> None:
    book, _ = make_sheet(("1", "Listen", "Ask", "May"))
    book.create_sheet("Key")["A1"] = "Key to initials"
    book.create_sheet("Lists").sheet_state = "hidden"
    found = read(book)

    assert [each.text for each in found.document.elements if isinstance(each, Paragraph)] == [
        "Key to initials"
    ]
    assert [each.location.sheet for each in found.diagnostics if each.code == "sheet-hidden"] == ["Lists"]


@pytest.mark.parametrize("read_book", [read_excel, read_opendocument, read_legacy])
def test_what_is_no_workbook_is_refused(read_book: Callable[[bytes], ReadWorkbook]) -> None:
    with pytest.raises(DefectiveSource, match=r"plan\.xlsx: the workbook is damaged"):
        read_workbook(Source("plan.xlsx", b"no workbook at all"), "xlsx", read_book)


def test_errors_and_truths_are_words_of_their_cells() -> None:
    book, sheet = make_sheet(("1", "Listen", "Ask", "#N/A"), ("2", "Tell", "Say", False))
    [table] = find_tables(read(book))

    assert sheet["D2"].data_type == "e"
    assert [row.cells[3].text for row in table.rows] == ["When", "#N/A", "FALSE"]


def test_words_struck_out_inside_a_cell_are_marked() -> None:
    book, sheet = make_sheet(("1", "Listen", "Ask", None))
    sheet["D2"] = CellRichText(TextBlock(InlineFont(strike=True), "May"), " June")
    [table] = find_tables(read(book))

    assert [(run.text, run.emphasis) for run in table.rows[1].cells[3].blocks[0].runs] == [
        ("May", "s"),
        (" June", ""),
    ]


def test_the_words_of_each_sheet_are_counted_from_its_cells() -> None:
    book, sheet = make_sheet(
        ("1", CellRichText("Li", TextBlock(InlineFont(b=True), "sten")), "Ask", dt.date(2022, 4, 1))
    )
    sheet["D2"].number_format = "mmm-yy"
    book.create_sheet("Other").append(["Zebra"])

    plan, other = read(book).tallies
    assert list(plan.words) == ["No", "Recommendation", "Action", "When", "1", "Listen", "Ask", "Apr", "22"]
    assert (list(other.words), other.location.sheet) == (["Zebra"], "Other")


def change_part(data: bytes, name: str, old: str, new: str) -> bytes:
    """A file with some words of one part changed; the part is taken out where both are empty."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {
            each: archive.read(each).decode() for each in archive.namelist() if each != name or old or new
        }
    if name in parts:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)
    return zip_files(parts)


def test_a_sheet_that_the_file_names_and_does_not_hold_is_told() -> None:
    book, _ = make_sheet(("1", "Listen", "Ask", "May"))
    book.create_sheet("More")
    lost = change_part(save_workbook(book), "xl/worksheets/sheet2.xml", "", "")

    [told] = read_xlsx(Source("plan.xlsx", lost)).diagnostics

    assert (told.code, told.location.sheet) == ("part-unread", "More")
    assert "the sheet 'More', which is lost" in told.message


def test_words_of_a_string_are_read_however_deep_a_damaged_file_has_them() -> None:
    book, _ = make_sheet(("1", CellRichText("Li", TextBlock(InlineFont(b=True), "sten")), "Ask", "May"))
    nested = change_part(save_workbook(book), "xl/worksheets/sheet1.xml", "<t>Li</t>", "<t>Li<t>ke</t></t>")

    found = read_xlsx(Source("plan.xlsx", nested))

    assert find_tables(found)[0].rows[1].cells[1].text == "Likesten"
    assert "Likesten" in found.tallies[0].words


def test_words_that_the_markup_of_a_cell_hides_are_told() -> None:
    book, _ = make_sheet(("1", "Listen", "<p>Ask</p><p hidden>nobody</p>", "May"))
    [told] = [each for each in read(book).diagnostics if each.code == "words-hidden"]
    assert ("'nobody'" in told.message, told.location.sheet) == (True, "Plan")


def test_words_of_a_cell_that_a_merged_range_covers_are_told() -> None:
    book, sheet = make_sheet(("1", "Listen", "Ask", "May"), ("2", "Talk", "Tell", "June"))
    data = change_part(
        (sheet.merge_cells("F2:F3"), save_workbook(book))[1], "xl/worksheets/sheet1.xml", "F2:F3", "B2:B3"
    )
    [told] = read_xlsx(Source("plan.xlsx", data)).diagnostics
    assert (told.code, "'Talk'" in told.message, told.location.row) == ("words-hidden", True, 3)

"""The XML of a sheet as other programs than Excel write it."""

import io

from lxml import etree

from send_extract.document import Cell
from send_extract.readers.spreadsheet.sheets import Sheet, make_cell
from send_extract.readers.spreadsheet.worksheet import walk_sheet


def walk(content: str) -> Sheet:
    data = f"<worksheet><sheetData>{content}</sheetData></worksheet>".encode()
    return walk_sheet("Plan", io.BytesIO(data), read_value, find_text)


def read_value(element: etree._Element) -> Cell:
    return make_cell(element.findtext("v") or "")


def find_text(element: etree._Element, _: Cell) -> str:
    return element.findtext("v") or ""


def test_what_each_cell_holds_is_told_before_anything_is_made_of_it() -> None:
    assert walk('<row><c r="A1"><v>a</v></c><c r="A1"><v>b</v></c></row>').texts == ("a", "b")


def test_cells_that_do_not_say_where_they_stand_follow_one_another() -> None:
    sheet = walk("<row><c><v>a</v></c><c><v>b</v></c></row><row><c/><c><v>c</v></c></row>")

    assert {place: cell.text for place, cell in sheet.cells.items()} == {
        (0, 0): "a",
        (0, 1): "b",
        (1, 1): "c",
    }


def test_a_formula_is_uncomputed_only_where_the_file_holds_no_result() -> None:
    sheet = walk(
        '<row r="1"><c r="A1"><f>1</f></c><c r="B1" t="str"><f>1</f><v></v></c><c r="C1"><f>1</f><v>1</v></c></row>'
    )

    assert sheet.uncomputed == ((0, 0),)


def test_a_cell_that_a_damaged_file_has_twice_has_the_words_of_both() -> None:
    sheet = walk('<row><c r="A1"><v>a</v></c><c r="A1"><v>a</v></c><c r="A1"><v>b</v></c></row>')
    assert sheet.cells[0, 0].text == "a\nb"
    assert sheet.texts == ("a", "b")

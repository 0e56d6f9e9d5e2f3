"""A workbook of the old format, as LibreOffice writes it (`legacy.xls`): it says what the same new one says."""

import struct
from pathlib import Path

import pytest

from send_extract import read_plan
from send_extract.document import Paragraph, Table
from send_extract.errors import DefectiveSource
from send_extract.readers.spreadsheet import read_xls
from send_extract.readers.spreadsheet.legacy import read_legacy
from send_extract.source import Source

DATA = (Path(__file__).parent / "legacy.xls").read_bytes()
FOUND = read_xls(Source("legacy.xls", DATA))
[TABLE] = [each for each in FOUND.document.elements if isinstance(each, Table)]


def test_dates_and_numbers_are_read_as_they_are_shown() -> None:
    assert [row.cells[3].text for row in TABLE.rows] == [
        "By when",
        "Jun-22",
        "15/07/2022",
        "2023",
        "Jan 2022",
    ]
    assert [row.cells[5].text for row in TABLE.rows] == ["Cost", "£12,000", "50%", "", ""]


def test_emphasis_inside_a_cell_and_words_struck_out_are_kept() -> None:
    assert [(run.text, run.emphasis) for run in TABLE.rows[2].cells[1].blocks[0].runs] == [
        ("Map vacancies ", ""),
        ("*merge with 1", "b"),
    ]
    assert TABLE.rows[4].cells[1].blocks[0].runs[0].emphasis == "s"


def test_merged_cells_repeat_and_lines_are_items() -> None:
    assert [(cell.text, cell.span) for cell in TABLE.rows[3].cells[:2]] == [
        ("2", "row"),
        ("Map vacancies *merge with 1", "row"),
    ]
    assert [block.text for block in TABLE.rows[1].cells[2].blocks] == [
        "Set up a forum",
        "Hold the first meeting",
    ]


def test_notes_hidden_rows_and_hidden_sheets_are_told() -> None:
    [note] = [
        each for each in FOUND.document.elements if isinstance(each, Paragraph) and each.kind == "comment"
    ]

    assert (note.text, note.location.row) == ("Check with legal services", 4)
    assert {each.code for each in FOUND.diagnostics} == {"rows-hidden", "sheet-hidden"}


def test_one_that_its_password_locks_says_so() -> None:
    begin = DATA.index(b"\x09\x08\x10\x00")
    place = DATA.index(b"\x5c\x00\x70\x00", begin)
    filepass = b"\x2f\x00\x70\x00\x01\x00\x01\x00\x01\x00"
    locked = DATA[:place] + filepass + DATA[place + len(filepass) :]

    with pytest.raises(DefectiveSource, match="password-protected"):
        read_xls(Source("plan.xls", locked))


def test_its_plan_is_read() -> None:
    plan = read_plan(Source("legacy.xls", DATA))

    assert [each.number for each in plan.recommendations] == ["1", "2", "3"]
    assert [len(each.actions) for each in plan.recommendations] == [2, 2, 1]
    assert plan.recommendations[0].notes == ("Check with legal services",)


@pytest.mark.parametrize("chain", [[0], [1, 0], [1, 2, 1]])
def test_a_small_stream_that_never_ends_is_refused(chain: list[int]) -> None:
    entry, table = DATA.index("Workbook".encode("utf-16-le")), 512 * 3
    damaged = bytearray(DATA)
    damaged[entry + 116 : entry + 124] = struct.pack("<ii", 0, 64)
    damaged[table : table + 4 * len(chain)] = struct.pack(f"<{len(chain)}i", *chain)

    with pytest.raises(DefectiveSource, match=r"damaged .*no end"):
        read_xls(Source("draft.xls", bytes(damaged)))


def test_a_cell_in_the_far_corner_does_not_fill_the_sheet() -> None:
    cell = b"\xfd\x00\x0a\x00"  # a cell with a text: its row and column stand next (MS-XLS 2.4.149)
    place = DATA.index(cell) + len(cell)
    moved = DATA[:place] + struct.pack("<HH", 65535, 255) + DATA[place + 4 :]

    book = read_legacy(moved)

    assert (65535, 255) in book.sheets[0].cells
    assert len(book.sheets[0].texts) < 1_000

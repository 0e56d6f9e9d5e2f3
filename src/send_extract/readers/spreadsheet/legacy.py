"""An old Excel workbook (.xls), by xlrd: its cells as they are printed, and what stands beside them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from send_extract.document import Cell, Run
from send_extract.readers.extras import require
from send_extract.readers.spreadsheet.formats import print_value, read_number
from send_extract.readers.spreadsheet.sheets import (
    Area,
    Note,
    Place,
    Sheet,
    Workbook,
    hide_sheet,
    keep_filled,
    make_cell,
    make_rich_cell,
)

if TYPE_CHECKING:
    from xlrd.book import Book as XlsBook
    from xlrd.formatting import Font as XlsFont
    from xlrd.sheet import Cell as XlsCell
    from xlrd.sheet import Colinfo, Rowinfo
    from xlrd.sheet import Sheet as XlsSheet

_RAISED = {1: "^", 2: "_"}
_BOLD = 600
_TEXT, _NUMBER, _DATE, _TRUTH, _ERROR = 1, 2, 3, 4, 5


def read_legacy(data: bytes) -> Workbook:
    """The sheets of an old workbook as they are printed.

    Raises:
        MissingExtra: xlrd is not installed.
    """
    xlrd = require("xlrd", "excel")
    _refuse_circle(data)
    # Rows as long as each is: a cell in a far corner would fill up all others with millions of empty ones.
    book = xlrd.open_workbook(
        file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
    )
    return Workbook(tuple(_read_sheet(book, sheet) for sheet in book.sheets()))


def _refuse_circle(data: bytes) -> None:
    """Raises ValueError where sectors of small streams lead back to one another, which xlrd would follow for ever."""
    chain = require("xlrd.compdoc", "excel").CompDoc(data, logfile=io.StringIO()).SSAT
    ahead = chain
    for _ in range(
        len(chain).bit_length()
    ):  # twice as far each time, so that every sector has come to its end
        ahead = [ahead[sector] if 0 <= sector < len(chain) else -1 for sector in ahead]
    if max(ahead, default=-1) >= 0:
        message = "its streams have no end"
        raise ValueError(message)


def _read_sheet(book: XlsBook, sheet: XlsSheet) -> Sheet:
    if sheet.visibility:
        return hide_sheet(sheet.name)
    held = dict(_find_cells(sheet))
    cells = {place: _read_cell(book, sheet, place, cell) for place, cell in held.items()}
    return Sheet(
        sheet.name,
        keep_filled(cells),
        tuple(Area((top, left), (bottom - 1, right - 1)) for top, bottom, left, right in sheet.merged_cells),
        tuple(_read_notes(sheet)),
        _find_hidden(sheet.rowinfo_map),
        _find_hidden(sheet.colinfo_map),
        texts=tuple(
            str(cell.value) if cell.ctype == _TEXT else cells[place].text for place, cell in held.items()
        ),
    )


def _find_cells(sheet: XlsSheet) -> Iterator[tuple[Place, XlsCell]]:
    for number in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(number)):
            yield (number, column), cell


def _find_hidden(described: dict[int, Rowinfo] | dict[int, Colinfo]) -> frozenset[int]:
    return frozenset(number for number, info in described.items() if info.hidden)


def _read_notes(sheet: XlsSheet) -> Iterator[Note]:
    for place, note in sheet.cell_note_map.items():
        if note.text.strip():
            yield Note(place, " ".join(note.text.split()))


def _read_cell(book: XlsBook, sheet: XlsSheet, place: Place, cell: XlsCell) -> Cell:
    style = book.xf_list[cell.xf_index]
    starts = sheet.rich_text_runlist_map.get(place)
    runs = tuple(_read_runs(book, cell, starts)) if starts and cell.ctype == _TEXT else ()
    if any(run.emphasis for run in runs):
        return make_rich_cell(runs)
    is_struck = book.font_list[style.font_index].struck_out
    return make_cell(
        _print_cell(book, cell, book.format_map[style.format_key].format_str), "s" if is_struck else ""
    )


def _print_cell(book: XlsBook, cell: XlsCell, number_format: str) -> str:
    if cell.ctype in {_NUMBER, _DATE}:
        value = read_number(cell.value, number_format, is_1904=bool(book.datemode))
        return print_value(value, number_format)
    if cell.ctype == _TRUTH:
        return print_value(bool(cell.value))
    if cell.ctype == _ERROR:
        return str(require("xlrd", "excel").error_text_from_code.get(cell.value, "#N/A"))
    return str(cell.value)


def _read_runs(book: XlsBook, cell: XlsCell, starts: list[tuple[int, int]]) -> Iterator[Run]:
    """The words of a cell whose font changes inside: `starts` are where, and to which font."""
    fonts = [(0, book.xf_list[cell.xf_index].font_index), *starts]
    ends = [start for start, _ in fonts[1:]] + [len(cell.value)]
    for (start, font), end in zip(fonts, ends, strict=True):
        if start < end:
            yield Run(cell.value[start:end], _read_emphasis(book.font_list[font]))


def _read_emphasis(font: XlsFont) -> str:
    found = (
        ("b", font.weight >= _BOLD),
        ("i", font.italic),
        ("u", font.underline_type),
        ("s", font.struck_out),
    )
    return "".join(letter for letter, applies in found if applies) + _RAISED.get(font.escapement, "")

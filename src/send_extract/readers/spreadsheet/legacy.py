"""What an old Excel workbook (.xls) prints beside its values, by xlrd: number formats, emphasis, notes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from send_extract.document import Run
from send_extract.readers.extras import require
from send_extract.readers.spreadsheet.printed import Note, Printed, Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from send_extract.readers.spreadsheet.printed import Place

_RAISED = {1: "^", 2: "_"}
_BOLD = 600
_TEXT = 1
_NUMBERS = (2, 3)


def read_legacy_print(data: bytes) -> Workbook:
    """What each sheet of an old workbook prints, by the sheet's name.

    Raises:
        MissingExtra: xlrd is not installed.
    """
    xlrd = require("xlrd", "excel")
    book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
    return Workbook({sheet.name: _read_sheet(book, sheet) for sheet in book.sheets()})


def _read_sheet(book: Any, sheet: Any) -> Printed:  # noqa: ANN401 - xlrd has no types
    formats: dict[Place, str] = {}
    runs: dict[Place, tuple[Run, ...]] = {}
    struck: set[Place] = set()
    for place, cell in _find_cells(sheet):
        style = book.xf_list[cell.xf_index]
        if cell.ctype in _NUMBERS:
            formats[place] = book.format_map[style.format_key].format_str
        if book.font_list[style.font_index].struck_out:
            struck.add(place)
        if place in sheet.rich_text_runlist_map:
            runs[place] = tuple(_read_runs(book, cell, sheet.rich_text_runlist_map[place]))
    return Printed(
        formats,
        {place: found for place, found in runs.items() if any(run.emphasis for run in found)},
        struck=frozenset(struck),
        notes=tuple(
            Note(place, " ".join(note.text.split()))
            for place, note in sheet.cell_note_map.items()
            if note.text.strip()
        ),
        hidden_rows=frozenset(row for row, info in sheet.rowinfo_map.items() if info.hidden),
        hidden_columns=frozenset(column for column, info in sheet.colinfo_map.items() if info.hidden),
    )


def _find_cells(sheet: Any) -> Iterator[tuple[Place, Any]]:  # noqa: ANN401 - likewise
    for number in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(number)):
            if cell.ctype == _TEXT or cell.ctype in _NUMBERS:
                yield (number, column), cell


def _read_runs(book: Any, cell: Any, starts: list[tuple[int, int]]) -> Iterator[Run]:  # noqa: ANN401 - likewise
    """The words of a cell whose font changes inside: `starts` are where, and to which font."""
    fonts = [(0, book.xf_list[cell.xf_index].font_index), *starts]
    ends = [start for start, _ in fonts[1:]] + [len(cell.value)]
    for (start, font), end in zip(fonts, ends, strict=True):
        if start < end:
            yield Run(cell.value[start:end], _read_emphasis(book.font_list[font]))


def _read_emphasis(font: Any) -> str:  # noqa: ANN401 - likewise
    found = (
        ("b", font.weight >= _BOLD),
        ("i", font.italic),
        ("u", font.underline_type),
        ("s", font.struck_out),
    )
    return "".join(letter for letter, applies in found if applies) + _RAISED.get(font.escapement, "")

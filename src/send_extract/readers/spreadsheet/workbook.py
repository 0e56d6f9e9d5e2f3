"""A workbook's sheets to a document: values from calamine, what is printed from the file's own parts."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from send_extract.diagnostics import diagnose
from send_extract.document import Block, Cell, Document, Paragraph, Run
from send_extract.errors import DefectiveSource
from send_extract.readers import Read
from send_extract.readers.extras import require
from send_extract.readers.faults import blame_file
from send_extract.readers.grid import Line, lay_out
from send_extract.readers.lines import is_markup, read_runs
from send_extract.readers.markup import read_markup
from send_extract.readers.ole2 import protected
from send_extract.readers.spreadsheet.excel import read_excel_print
from send_extract.readers.spreadsheet.formats import print_value
from send_extract.readers.spreadsheet.legacy import read_legacy_print
from send_extract.readers.spreadsheet.opendocument import read_opendocument_print
from send_extract.readers.spreadsheet.printed import Area, Printed, name_hidden, name_place
from send_extract.source import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from send_extract.diagnostics import Diagnostic
    from send_extract.document import Table
    from send_extract.readers.spreadsheet.printed import Place, Value, Workbook
    from send_extract.source import Source

_MOST_NAMED = 10
_MOST_CELLS = 100_000_000
"""More cells than this cannot be held; a plan has a few thousand."""


def read_xlsx_workbook(source: Source) -> Read:
    """The document of an Excel workbook."""
    return _read_workbook(source, "xlsx", read_excel_print)


def read_ods_workbook(source: Source) -> Read:
    """The document of an OpenDocument spreadsheet."""
    return _read_workbook(source, "ods", read_opendocument_print)


def read_xls_workbook(source: Source) -> Read:
    """The document of an old Excel workbook."""
    return _read_workbook(source, "xls", read_legacy_print)


def _read_workbook(source: Source, name: str, read_print: Callable[[bytes], Workbook]) -> Read:
    calamine = require("python_calamine", "excel")
    try:
        with blame_file(source.name, "workbook"):
            printed = read_print(source.data)
            book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(source.data))
            _check_extent(source.name, printed)
            return _read_sheets(book, name, printed)
    except DefectiveSource as error:
        if isinstance(error.__cause__, calamine.PasswordError) or "is encrypted" in str(error.__cause__):
            raise protected(source.name) from error
        raise


def _check_extent(name: str, printed: Workbook) -> None:
    """Refuse a sheet that a stray cell makes larger than any memory, and name the cell."""
    for sheet, (row, column) in ((sheet, each.corner) for sheet, each in printed.sheets.items()):
        if (row + 1) * (column + 1) > _MOST_CELLS:
            message = (
                f"{name}: the sheet {sheet!r} reaches as far as the cell {name_place((row, column))}. "
                "Clear what stands beyond the plan, and save it again."
            )
            raise DefectiveSource(message)


def _read_sheets(book: Any, name: str, printed: Workbook) -> Read:  # noqa: ANN401 - calamine's own class
    elements: list[Paragraph | Table] = []
    oddities: list[Diagnostic] = []
    for sheet in book.sheets_metadata:
        if str(sheet.typ) != "SheetTypeEnum.WorkSheet":
            continue
        if str(sheet.visible) != "SheetVisibleEnum.Visible":
            oddities.append(diagnose("sheet-hidden", Location(sheet=sheet.name), name=sheet.name))
            continue
        own = printed.sheets.get(sheet.name, Printed({}, {}))
        values = _trim_values(book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False))
        merged = tuple(Area(*area) for area in book.get_sheet_by_name(sheet.name).merged_cell_ranges or ())
        elements.extend(
            lay_out(tuple(_read_sheet(sheet.name, values, own._replace(areas=own.areas + merged))))
        )
        elements.extend(_read_asides(sheet.name, own))
        oddities.extend(_report_oddities(sheet.name, values, own))
    hidden = [each.location.sheet for each in oddities if each.code == "sheet-hidden" and each.location.sheet]
    properties = (*printed.properties, *((("hidden", ", ".join(hidden)),) if hidden else ()))
    return Read(Document(tuple(elements), name, None, properties), tuple(oddities))


def _trim_values(rows: list[list[Value]]) -> list[list[Value]]:
    """The rows without the blank ones at the end, each without its blank cells at the end; a blank one has none."""
    trimmed: list[list[Value]] = [_trim_row(row) if any(row) else [] for row in rows]
    while trimmed and not trimmed[-1]:
        trimmed.pop()
    return trimmed


def _trim_row(row: list[Value]) -> list[Value]:
    width = len(row)
    while width and _is_blank(row[width - 1]):
        width -= 1
    return row[:width]


def _is_blank(value: Value) -> bool:
    return isinstance(value, str) and not value.strip()


def _read_sheet(name: str, rows: list[list[Value]], printed: Printed) -> Iterator[Line]:
    corner = len(rows), max(map(len, rows), default=0)
    repeats = {place: repeat for area in printed.areas for place, repeat in _repeat_area(area, corner)}
    cells: list[list[Cell]] = []
    for number, row in enumerate(rows):
        cells.append([_read_value(value, (number, column), printed) for column, value in enumerate(row)])
    covered = {row for row, _ in repeats}
    for number, read in enumerate(cells):
        width = corner[1] if number in covered else len(read)
        laid = [_lay_cell(cells, (number, column), repeats) for column in range(width)]
        yield Line(tuple(laid), Location(sheet=name, row=number + 1))


def _read_asides(name: str, printed: Printed) -> Iterator[Paragraph]:
    """What stands beside a sheet's cells: its page headers and footers, and the notes at its rows."""
    for kind, words in printed.margins:
        yield Paragraph(Block((Run(words),)), Location(sheet=name), 0, kind)
    for place, words in printed.notes:
        yield Paragraph(Block((Run(words),)), Location(sheet=name, row=place[0] + 1), 0, "comment")


def _report_oddities(name: str, rows: list[list[Value]], printed: Printed) -> Iterator[Diagnostic]:
    filled = frozenset(
        (number, column)
        for number, row in enumerate(rows)
        for column, value in enumerate(row)
        if not _is_blank(value)
    )
    hidden = name_hidden(printed, filled)
    if hidden:
        yield diagnose("rows-hidden", Location(sheet=name), sheet=name, what=hidden)
    if printed.uncomputed:
        first = ", ".join(name_place(place) for place in printed.uncomputed[:_MOST_NAMED])
        what = f"{first}, …" if len(printed.uncomputed) > _MOST_NAMED else first
        yield diagnose("formula-uncomputed", Location(sheet=name), sheet=name, what=what)


def _repeat_area(area: Area, corner: Place) -> Iterator[tuple[Place, tuple[Place, str]]]:
    """Each place before `corner` that a merged range covers, with the range's first and how it repeats it."""
    (top, left), (bottom, right) = area
    for row in range(top, min(bottom + 1, corner[0])):
        for column in range(left, min(right + 1, corner[1])):
            if (row, column) != area.first:
                yield (row, column), (area.first, "column" if column > left else "row")


def _lay_cell(cells: Sequence[Sequence[Cell]], place: Place, repeats: dict[Place, tuple[Place, str]]) -> Cell:
    (top, left), span = repeats.get(place, (place, ""))
    return Cell(cells[top][left].blocks, span) if left < len(cells[top]) else Cell()


def _read_value(value: Value, place: Place, printed: Printed) -> Cell:
    if place in printed.runs:
        return Cell(read_runs(printed.runs[place]))
    text = print_value(value, printed.formats.get(place, ""))
    if is_markup(text):
        return read_markup(text).cell
    emphasis = "s" if place in printed.struck else ""
    return Cell(read_runs((Run(text, emphasis),))) if text.strip() else Cell()

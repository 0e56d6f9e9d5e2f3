"""A workbook's sheets to a document: values from calamine, what is printed from the file's own parts."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from send_extract.diagnostics import diagnose
from send_extract.document import Cell, Document, Run
from send_extract.errors import DefectiveSource
from send_extract.readers import Read
from send_extract.readers.extras import require
from send_extract.readers.faults import blame_file
from send_extract.readers.grid import Line, lay_out
from send_extract.readers.lines import is_markup, read_runs
from send_extract.readers.markup import read_markup
from send_extract.readers.ole2 import protected
from send_extract.readers.spreadsheet.excel import read_excel_print
from send_extract.readers.spreadsheet.opendocument import read_opendocument_print
from send_extract.readers.spreadsheet.printed import Area, Printed, print_value
from send_extract.source import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from send_extract.diagnostics import Diagnostic
    from send_extract.document import Paragraph, Table
    from send_extract.readers.spreadsheet.printed import Place, Value
    from send_extract.source import Source

Prints = dict[str, Printed]


def read_xlsx_workbook(source: Source) -> Read:
    """The document of an Excel workbook."""
    return _read_workbook(source, "xlsx", read_excel_print)


def read_ods_workbook(source: Source) -> Read:
    """The document of an OpenDocument spreadsheet."""
    return _read_workbook(source, "ods", read_opendocument_print)


def read_xls_workbook(source: Source) -> Read:
    """The document of an old Excel workbook, of which the values and the merged cells alone are known."""
    return _read_workbook(source, "xls", lambda _: {})


def _read_workbook(source: Source, name: str, read_print: Callable[[bytes], Prints]) -> Read:
    calamine = require("python_calamine", "excel")
    try:
        with blame_file(source.name, "workbook"):
            workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(source.data))
            return _read_sheets(workbook, name, read_print(source.data))
    except DefectiveSource as error:
        if isinstance(error.__cause__, calamine.PasswordError):
            raise protected(source.name) from error
        raise


def _read_sheets(workbook: Any, name: str, prints: Prints) -> Read:  # noqa: ANN401 - calamine's own class
    elements: list[Paragraph | Table] = []
    oddities: list[Diagnostic] = []
    for sheet in workbook.sheets_metadata:
        if str(sheet.typ) != "SheetTypeEnum.WorkSheet":
            continue
        if str(sheet.visible) != "SheetVisibleEnum.Visible":
            oddities.append(diagnose("sheet-hidden", Location(sheet=sheet.name), name=sheet.name))
            continue
        grid = workbook.get_sheet_by_name(sheet.name)
        elements.extend(lay_out(tuple(_read_sheet(grid, prints.get(sheet.name, Printed({}, {}))))))
    return Read(Document(tuple(elements), name), tuple(oddities))


def _read_sheet(grid: Any, printed: Printed) -> Iterator[Line]:  # noqa: ANN401 - calamine's own class
    areas = (*printed.areas, *(Area(*area) for area in grid.merged_cell_ranges or ()))
    rows: list[list[Value]] = grid.to_python(skip_empty_area=False)
    corner = len(rows), max(map(len, rows), default=0)
    repeats = {place: repeat for area in areas for place, repeat in _repeat_area(area, corner)}
    cells = [
        [_read_value(value, (number, column), printed) for column, value in enumerate(row)]
        for number, row in enumerate(rows)
    ]
    for number, row in enumerate(cells):
        laid = [_lay_cell(cells, (number, column), repeats) for column in range(len(row))]
        yield Line(tuple(laid), Location(sheet=grid.name, row=number + 1))


def _repeat_area(area: Area, corner: Place) -> Iterator[tuple[Place, tuple[Place, str]]]:
    """Each place before `corner` that a merged range covers, with the range's first and how it repeats it."""
    (top, left), (bottom, right) = area
    for row in range(top, min(bottom + 1, corner[0])):
        for column in range(left, min(right + 1, corner[1])):
            if (row, column) != area.first:
                yield (row, column), (area.first, "column" if column > left else "row")


def _lay_cell(cells: Sequence[Sequence[Cell]], place: Place, repeats: dict[Place, tuple[Place, str]]) -> Cell:
    row, column = place
    if place not in repeats:
        return cells[row][column]
    (top, left), span = repeats[place]
    return Cell(cells[top][left].blocks, span)


def _read_value(value: Value, place: Place, printed: Printed) -> Cell:
    if place in printed.runs:
        return Cell(read_runs(printed.runs[place]))
    text = print_value(value, printed.formats.get(place, ""))
    if is_markup(text):
        return read_markup(text).cell
    emphasis = "s" if place in printed.struck else ""
    return Cell(read_runs((Run(text, emphasis),))) if text.strip() else Cell()

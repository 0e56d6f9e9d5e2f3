"""A workbook's sheets to a document: the grid of each laid out, and what stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, product

from send_extract.account import tally_part
from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Cell, Document, Element, Paragraph, Row, make_block
from send_extract.errors import DefectiveSource
from send_extract.readers import Read
from send_extract.readers.faults import blame_file
from send_extract.readers.grid import lay_out
from send_extract.readers.lines import is_markup
from send_extract.readers.markup import read_markup
from send_extract.readers.ole2 import protected
from send_extract.readers.spreadsheet.sheets import Area, Place, Sheet, Workbook, name_hidden, name_place
from send_extract.source import Location, Source

_MOST_NAMED = 10
_MOST_CELLS = 100_000_000
"""More cells than this cannot be held; a plan has a few thousand."""


def read_workbook(source: Source, name: str, read: Callable[[bytes], Workbook]) -> Read:
    """The document of a workbook of the format `name`, whose sheets `read` reads.

    Raises:
        DefectiveSource: the file is broken or protected.
    """
    try:
        with blame_file(source.name, "workbook"):
            book = read(source.data)
            return _make_document(source.name, name, book)
    except DefectiveSource as error:
        if "is encrypted" in str(error.__cause__):
            raise protected(source.name) from error
        raise


def _make_document(source: str, name: str, book: Workbook) -> Read:
    for sheet in book.sheets:
        _check_extent(source, sheet)
    elements = tuple(chain.from_iterable(map(_read_elements, book.sheets)))
    oddities = tuple(chain.from_iterable(map(_report_oddities, book.sheets)))
    hidden = ", ".join(sheet.name for sheet in book.sheets if sheet.is_hidden)
    properties = (*book.properties, ("hidden", hidden)) if hidden else book.properties
    tallies = tuple(tally_part("\n".join(sheet.texts), Location(sheet=sheet.name)) for sheet in book.sheets)
    return Read(Document(elements, name, None, properties), oddities, tallies)


def _find_corner(sheet: Sheet) -> Place:
    """The place as far down and right as any words."""
    return max((row for row, _ in sheet.cells), default=-1), max(
        (column for _, column in sheet.cells), default=-1
    )


def _check_extent(source: str, sheet: Sheet) -> None:
    """Refuse a sheet that a stray cell makes larger than any memory, and name the cell."""
    row, column = _find_corner(sheet)
    if (row + 1) * (column + 1) > _MOST_CELLS:
        message = (
            f"{source}: the sheet {sheet.name!r} reaches as far as the cell {name_place((row, column))}. "
            "Clear what stands beyond the plan, and save it again."
        )
        raise DefectiveSource(message)


def _read_elements(sheet: Sheet) -> Iterator[Element]:
    """The elements of a sheet's cells, its page headers and footers, and the notes at its rows."""
    yield from lay_out(tuple(_lay_rows(sheet)))
    for kind, words in sheet.margins:
        yield Paragraph(make_block(words), Location(sheet=sheet.name), 0, kind)
    for place, words in sheet.notes:
        yield Paragraph(make_block(words), Location(sheet=sheet.name, row=place[0] + 1), 0, "comment")


def _lay_rows(sheet: Sheet) -> Iterator[Row]:
    """The rows as far as there are words, each with its cells as far as it has some, merged ones repeated."""
    corner = _find_corner(sheet)
    cells = _list_coloured(sheet, corner) | sheet.cells
    for area in sheet.areas:
        cells |= _repeat_area(sheet, area, corner)
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in cells.items():
        rows.setdefault(row, {})[column] = cell
    for number in range(corner[0] + 1):
        filled = rows.get(number, {})
        laid = [filled.get(column, Cell()) for column in range(max(filled, default=-1) + 1)]
        yield Row(tuple(laid), Location(sheet=sheet.name, row=number + 1))


def _list_coloured(sheet: Sheet, corner: Place) -> dict[Place, Cell]:
    """The cells within `corner` that have a colour and no words, of the rows that have some."""
    written = {row for row, _ in sheet.cells}
    return {
        (row, column): Cell(fill=fill)
        for (row, column), fill in sheet.fills.items()
        if row in written and column <= corner[1]
    }


def _repeat_area(sheet: Sheet, area: Area, corner: Place) -> dict[Place, Cell]:
    """The places within `corner` that a merged range covers beside its first, each with how it repeats that."""
    (top, left), (bottom, right) = area
    blocks = sheet.cells.get(area.first, Cell()).blocks
    return {
        (row, column): Cell(blocks, "column" if column > left else "row")
        for row in range(top, min(bottom, corner[0]) + 1)
        for column in range(left, min(right, corner[1]) + 1)
        if blocks and (row, column) != area.first
    }


def _report_oddities(sheet: Sheet) -> Iterator[Diagnostic]:
    if sheet.is_hidden:
        yield diagnose("sheet-hidden", Location(sheet=sheet.name), name=sheet.name)
    if sheet.is_lost:
        yield diagnose(
            "part-unread", Location(sheet=sheet.name), what=f"the sheet {sheet.name!r}, which is lost"
        )
    yield from _report_unshown(sheet)
    hidden = name_hidden(sheet)
    if hidden:
        yield diagnose("rows-hidden", Location(sheet=sheet.name), sheet=sheet.name, what=hidden)
    if sheet.uncomputed:
        first = ", ".join(name_place(place) for place in sheet.uncomputed[:_MOST_NAMED])
        what = f"{first}, …" if len(sheet.uncomputed) > _MOST_NAMED else first
        yield diagnose("formula-uncomputed", Location(sheet=sheet.name), sheet=sheet.name, what=what)


def _report_unshown(sheet: Sheet) -> Iterator[Diagnostic]:
    """Words that the markup of a cell hides, or that stand in a cell which a merged range covers."""
    for text in filter(is_markup, sheet.texts):
        yield from (finding.at(Location(sheet=sheet.name)) for finding in read_markup(text).findings)
    for area in sheet.areas:
        for place in _list_covered(sheet, area):
            words = " ".join(sheet.cells[place].text.split())
            yield diagnose("words-hidden", Location(sheet=sheet.name, row=place[0] + 1), text=words)


def _list_covered(sheet: Sheet, area: Area) -> Iterator[Place]:
    """The places of a merged range beside its first that have words of their own."""
    (top, left), (bottom, right) = area
    is_large = (bottom - top + 1) * (right - left + 1) > len(sheet.cells)
    places = sheet.cells if is_large else product(range(top, bottom + 1), range(left, right + 1))
    for row, column in places:
        is_inside = top <= row <= bottom and left <= column <= right
        if is_inside and (row, column) in sheet.cells and (row, column) != area.first:
            yield row, column

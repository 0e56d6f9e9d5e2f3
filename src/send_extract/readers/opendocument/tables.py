"""The tables of an OpenDocument text: their rows, the cells that cover others, which only place things (9.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from send_extract.readers.opendocument.names import CELL, COVERED, GRID, ROW, TABLE
from send_extract.readers.spans import WIDEST

_HEADS = f"{TABLE}table-header-rows"
_MOST_ROWS = 1_000
"""More rows alike are no author's."""


class OfficeCell(NamedTuple):
    """A cell at its column, the columns and rows that it covers, and whether another covers it."""

    element: etree._Element
    column: int
    columns: int = 1
    rows: int = 1
    is_covered: bool = False


class OfficeRow(NamedTuple):
    """A row: its cells, and whether it is repeated on each page as one of headings."""

    cells: tuple[OfficeCell, ...]
    is_heading: bool = False


def find_rows(table: etree._Element) -> list[OfficeRow]:
    """The rows of a table itself, one that is repeated as often as it stands."""
    return list(_find_rows(table, is_heading=False))


def _find_rows(part: etree._Element, *, is_heading: bool) -> Iterator[OfficeRow]:
    for child in part:
        if child.tag == ROW:
            cells = tuple(_find_cells(child))
            times = min(read_count(child, "number-rows-repeated"), _MOST_ROWS)
            yield from [OfficeRow(cells, is_heading)] * times
        elif child.tag != GRID and isinstance(child.tag, str):
            yield from _find_rows(child, is_heading=is_heading or child.tag == _HEADS)


def _find_cells(row: etree._Element) -> Iterator[OfficeCell]:
    column = 0
    for child in row.iterchildren(CELL, COVERED):
        columns, rows = (read_count(child, f"number-{name}-spanned") for name in ("columns", "rows"))
        for _ in range(min(read_count(child, "number-columns-repeated"), WIDEST)):
            yield OfficeCell(child, column, min(columns, WIDEST), rows, child.tag == COVERED)
            column += 1


def read_count(element: etree._Element, attribute: str) -> int:
    """A count that a table, a row or a cell has for an attribute; 1 where it has none."""
    value = element.get(f"{TABLE}{attribute}", "1")
    return int(value) if value.isdecimal() else 1

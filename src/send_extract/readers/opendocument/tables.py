"""The tables of an OpenDocument text: their rows, the cells that cover others, which only place things (9.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from send_extract.readers.insets import is_around, is_inset
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


def is_layout(table: etree._Element, rows: Sequence[OfficeRow]) -> bool:
    """Whether a table only places things: it has one cell, or holds tables and little else."""
    cells = [cell.element for row in rows for cell in row.cells if not cell.is_covered]
    if len(cells) <= 1:
        return True
    nested = [each for cell in cells for each in cell.iter(GRID)]
    if not nested or rows[0].is_heading:
        return False
    inner = [_count_letters(each) for cell in cells for each in cell.iterchildren(GRID)]
    if 2 * sum(inner) <= _count_letters(table):
        return False
    return not (any(holds_plan(find_rows(each)) for each in nested) and is_around(_list_texts(rows)))


def _count_letters(element: etree._Element) -> int:
    return sum(len(text) for text in element.itertext())


def holds_plan(rows: Sequence[OfficeRow]) -> bool:
    """Whether a table inside a cell is a plan's, and holds no other."""
    is_innermost = all(cell.element.find(f".//{GRID}") is None for row in rows for cell in row.cells)
    return is_innermost and is_inset(_list_texts(rows))


def _list_texts(rows: Sequence[OfficeRow]) -> list[list[str]]:
    """The words of each cell, without those of tables inside it."""
    return [[_print_cell(cell.element) for cell in row.cells] for row in rows]


def _print_cell(cell: etree._Element) -> str:
    parts = (each for each in cell if each.tag != GRID)
    return " ".join("".join(map(str, part.itertext())) for part in parts).strip()

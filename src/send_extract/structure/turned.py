"""Tables on their side: the fields down the first column, a recommendation in each of the others."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from send_extract.document import Cell, Element, Row, Table
from send_extract.headings.rows import find_heading_row

_FEWEST = 3
"""Columns of the smallest table on its side; one of two is a form."""
_TURNED = {"row": "column", "column": "row"}


def turn_table(element: Element, synonyms: Mapping[str, str]) -> Element:
    """A table whose first column is a plan's heading row with its columns as rows; any other element as it is."""
    if not isinstance(element, Table):
        return element
    width = max((len(row.cells) for row in element.rows), default=0)
    if width < _FEWEST or not _lies(element, synonyms):
        return element
    location = replace(element.rows[0].location, row=None, column=None)
    columns = ([_turn(row.at(place)) for row in element.rows] for place in range(width))
    return replace(element, rows=tuple(Row(tuple(cells), location) for cells in columns))


def _lies(table: Table, synonyms: Mapping[str, str]) -> bool:
    """Whether the cells of a table's first column are headings of a plan's, all but one of them known."""
    headings = [row.at(0).text for row in table.rows]
    head = find_heading_row([headings], synonyms)
    return head is not None and all(headings) and head.known >= max(_FEWEST, len(headings) - 1)


def _turn(cell: Cell) -> Cell:
    return replace(cell, span=_TURNED.get(cell.span, ""))

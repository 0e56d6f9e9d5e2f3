"""A change of every block or cell of a document, whatever it stands in; what is left as it is stays the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.document import Block, Cell, Element, Paragraph, Row, Table
from send_extract.source import Location

if TYPE_CHECKING:
    BlockChange = Callable[[Block, Location], Block]
    CellChange = Callable[[Cell, Location], Cell]
    RowTest = Callable[[Row], bool]


def change_blocks(
    elements: tuple[Element, ...], change: BlockChange, is_settled: RowTest
) -> tuple[Element, ...]:
    """The elements with each of their blocks as `change` makes it, but for those of rows that are settled."""

    def change_cell(cell: Cell, location: Location) -> Cell:
        blocks = tuple([change(block, location) for block in cell.blocks])
        return cell if blocks == cell.blocks else replace(cell, blocks=blocks)

    def change_element(element: Element) -> Element:
        if isinstance(element, Paragraph):
            return replace(element, block=change(element.block, element.location))
        return change_table(element, change_cell, is_settled)

    return tuple(map(change_element, elements))


def change_table(table: Table, change: CellChange, is_settled: RowTest) -> Table:
    """The table with each of its filled cells as `change` makes it, but for those of rows that are settled."""
    rows = [row if is_settled(row) else _change_row(row, change) for row in table.rows]
    return replace(table, rows=tuple(rows))


def _change_row(row: Row, change: CellChange) -> Row:
    cells = tuple([change(cell, row.location) if cell.blocks else cell for cell in row.cells])
    return row if cells == row.cells else replace(row, cells=cells)

"""Merged cells, laid out: each place of a table has its own cell, repeats marked as such."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from send_extract.document import Cell

WIDEST = 63
"""The most columns that a span may cover: Word's own limit for a table."""

_FURTHEST = 256
"""The columns in which a cell may hang down over rows; a broken page could make a table as wide as it is long."""


class Spanned(Struct, frozen=True):
    """A cell and how many columns and rows it covers; `rows` 0 is all that are left (HTML, 4.9.11)."""

    cell: Cell
    columns: int = 1
    rows: int = 1


class _Hanging(Struct, frozen=True):
    cell: Cell
    rows: int


def expand_spans(rows: Sequence[Sequence[Spanned]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows with every merged cell repeated: to its right as `column`, below as `row`."""
    hanging: dict[int, _Hanging] = {}
    laid: list[tuple[Cell, ...]] = []
    for index, row in enumerate(rows):
        laid.append(_lay_row(row, hanging, len(rows) - index))
    return tuple(laid)


def _lay_row(row: Iterable[Spanned], hanging: dict[int, _Hanging], left: int) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for spanned in row:
        _take_hanging(cells, hanging)
        _place(cells, hanging, spanned, left)
    _take_hanging(cells, hanging)
    while any(column >= len(cells) for column in hanging):
        cells.append(Cell())
        _take_hanging(cells, hanging)
    return tuple(cells)


def _take_hanging(cells: list[Cell], hanging: dict[int, _Hanging]) -> None:
    """Put in what hangs down from the rows above, at the places that come next."""
    while (above := hanging.pop(len(cells), None)) is not None:
        if above.rows > 1:
            hanging[len(cells)] = _Hanging(above.cell, above.rows - 1)
        cells.append(above.cell)


def _place(cells: list[Cell], hanging: dict[int, _Hanging], spanned: Spanned, left: int) -> None:
    rows = min(spanned.rows or left, left) - 1
    for offset in range(min(max(spanned.columns, 1), WIDEST)):
        if rows > 0 and len(cells) < _FURTHEST:
            hanging[len(cells)] = _Hanging(Cell(spanned.cell.blocks, "row"), rows)
        cells.append(Cell(spanned.cell.blocks, "column") if offset else spanned.cell)

"""Rows with cells missing or too many, put under the headings that they fit, and said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Cell, Row
from send_extract.headings.placement import Places, place_cells

if TYPE_CHECKING:
    from send_extract.extraction.columns import Columns


def place_rows(columns: Columns, rows: Sequence[Row], diagnostics: list[Diagnostic]) -> tuple[Row, ...]:
    """The rows, each cell under the heading that it fits; what was moved is said."""
    return tuple([_place_row(columns, row, diagnostics) for row in rows])


def _place_row(columns: Columns, row: Row, diagnostics: list[Diagnostic]) -> Row:
    cells, width = row.cells, len(columns.fields)
    if not _is_doubtful(cells, width):
        return row
    places = place_cells([cell.text for cell in cells], columns.fields)
    if places is None:
        return row
    words = {"found": sum(map(len, places)), "expected": width, "outcome": _tell(columns, places)}
    diagnostics.append(diagnose("cell-count-mismatch", row.location, **words))
    return replace(row, cells=tuple([_join_cells([cells[place] for place in each]) for each in places]))


def _join_cells(cells: Sequence[Cell]) -> Cell:
    return Cell(tuple(chain.from_iterable([cell.blocks for cell in cells])))


def _is_doubtful(cells: Sequence[Cell], width: int) -> bool:
    """Whether a row without merged cells is longer or shorter than the heading row, or ends with an empty cell."""
    is_ragged = len(cells) != width or not cells[-1].blocks
    return is_ragged and not any(cell.span for cell in cells)


def _tell(columns: Columns, places: Places) -> str:
    """What was done to a row, in words."""
    if any(len(each) > 1 for each in places):
        heading = next(name for name, each in zip(columns.headings, places, strict=True) if len(each) > 1)
        return f"those under {heading!r} were read as one, since the others fit their headings then"
    empty = [name for name, each in zip(columns.headings, places, strict=True) if not each]
    return f"{', '.join(map(repr, empty))} was read as empty, since the others fit their headings then"

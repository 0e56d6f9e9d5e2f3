"""Rows that lost a cell: where what stands in the others shows which one, it is put back empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from send_extract.document import Cell, Row
from send_extract.extraction.pages import find_usual, tell_cell
from send_extract.notation.numbers import take_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from send_extract.extraction.columns import Columns

_MOST_LOST = 2
"""Cells that a row may have lost and still be told by the others."""
_NUMBERED = "numbered"
_KINDS = frozenset(("date", "owner", "number", _NUMBERED))
_TELLING = (
    "number", "section", "recommendation", "when", "start", "end", "revised", "who", "accountable",
)  # fmt: skip
"""The fields whose cells are plainly of one kind, so that one of another kind is strange there."""
_MARGIN = 2
"""How many columns more a row must fit with its cell put back: one that fits no more now, and one that did not."""


class Shifted(NamedTuple):
    """A row, and how many of its cells were put back."""

    row: Row
    restored: int = 0


def restore_cells(rows: Sequence[Row], columns: Columns) -> Iterator[Shifted]:
    """`rows`, with the cells that those which end before the last of the `columns` have lost for certain."""
    width = len(columns.headings)
    whole = [row for row in rows if len(row.cells) == width and row.cells[-1].blocks and not _is_merged(row)]
    told = [place for field in _TELLING for place in columns.find(field)]
    usual = [_find_usual(whole, place) if place in told else None for place in range(width)]
    for row in rows:
        yield _restore(row, usual) if any(usual) and _may_have_lost(row, width) else Shifted(row)


def _find_usual(rows: Sequence[Row], place: int) -> str | None:
    return find_usual([_tell(row.cells[place]) for row in rows if row.cells[place].blocks])


def _is_merged(row: Row) -> bool:
    return any(cell.span for cell in row.cells)


def _may_have_lost(row: Row, width: int) -> bool:
    filled = [place for place, cell in enumerate(row.cells) if cell.blocks]
    return len(filled) > 1 and 0 < width - 1 - filled[-1] <= _MOST_LOST and not _is_merged(row)


def _restore(row: Row, usual: Sequence[str | None]) -> Shifted:
    """The row with empty cells where it fits the columns best, if no other place is as good."""
    filled = [place for place, cell in enumerate(row.cells) if cell.blocks]
    cells = row.cells[: filled[-1] + 1]
    lost = (Cell(),) * (len(usual) - len(cells))
    fits = [
        (_count_fits((*cells[:place], *lost, *cells[place:]), usual), place) for place in range(len(cells))
    ]
    best, place = max(fits)
    is_certain = [fit for fit, _ in fits].count(best) == 1
    now = _count_fits(cells, usual)
    if not is_certain or now >= 0 or best < now + _MARGIN:
        return Shifted(row)
    return Shifted(row._replace(cells=(*cells[:place], *lost, *cells[place:])), len(lost))


def _count_fits(cells: Sequence[Cell], usual: Sequence[str | None]) -> int:
    """How many cells are of the kind that is usual in their columns, less those that are of another."""
    told = [(_tell(cell), kind) for cell, kind in zip(cells, usual, strict=False) if cell.blocks and kind]
    return sum(found == kind for found, kind in told) - sum(_is_strange(found, kind) for found, kind in told)


def _is_strange(found: str, kind: str) -> bool:
    """Whether a cell is plainly of another kind than its column: words may stand in any but a numbered one."""
    return found != kind and (found in _KINDS or kind == _NUMBERED)


def _tell(cell: Cell) -> str:
    """The kind of a cell; words with a number in front are one."""
    text = cell.text.strip()
    return _NUMBERED if take_number(text) else tell_cell(text)

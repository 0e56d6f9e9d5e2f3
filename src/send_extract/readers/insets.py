"""Tables inside cells that have a plan's headings: their words stay in the cell, and know their row and column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec.structs import replace

from send_extract.document import Block, Cell, Inset
from send_extract.headings import count_fields
from send_extract.headings.rows import find_heading_row

Texts = Sequence[Sequence[str]]

_FEWEST = 2


def is_inset(texts: Texts) -> bool:
    """Whether a table inside a cell, of these words, is a plan's: another places things, or lays them out."""
    return find_heading_row(texts, {}) is not None


def is_around(own: Texts) -> bool:
    """Whether a table around others, of these words of its own, is a plan's or a form: it places nothing."""
    labels = [row[0] for row in own if len(row) > 1]
    return count_fields(labels) >= _FEWEST or is_inset(own)


def place_blocks(rows: Sequence[Sequence[Cell]], table: int) -> Iterator[Block]:
    """The blocks of a table inside a cell, one after another, each with its place in it."""
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if not cell.span:
                place = Inset(table, number, column, 1 + _count_covered(rows[number + 1 :], column))
                yield from (replace(block, inset=place) for block in cell.blocks)


def _count_covered(rows: Sequence[Sequence[Cell]], column: int) -> int:
    """How many rows the cell above them covers in a column."""
    return sum(1 for _ in takewhile(lambda row: column < len(row) and row[column].span == "row", rows))

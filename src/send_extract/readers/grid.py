"""A sheet's grid of cells to elements: what stands above the plan, the plan, what stands below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from send_extract.document import Cell, Element, Row, Table
from send_extract.readers.stacks import find_starts

NARROW = 2
"""The most cells in a row of a key or a glossary; a plan's rows have more."""


def lay_out(lines: Sequence[Row]) -> Iterator[Element]:
    """The elements of a grid: those of each table that begins in it with headings of its own."""
    starts = [*find_starts([line.texts for line in lines]), len(lines)]
    for start, end in pairwise(starts):
        yield from _lay_out_table(lines[start:end])


def _lay_out_table(lines: Sequence[Row]) -> Iterator[Element]:
    """A title block before the first wide row, the table, keys and glossaries.

    Where no row is wide, the whole grid is one table under its title block.
    """
    blank_before = _mark_blanks(lines)
    rows = [line for line in lines if line.is_filled]
    widest = max((len(line.own) for line in rows), default=0)
    narrow = max(min(NARROW, widest - 1), 1)
    first = next((index for index, line in enumerate(rows) if len(line.own) > narrow), len(rows))
    last = _find_foot(rows, first, blank_before)
    yield from _lay_out_narrow(rows[:first])
    if rows[first:last]:
        yield _make_table(rows[first:last])
    yield from _lay_out_narrow(rows[last:])


def _mark_blanks(lines: Sequence[Row]) -> frozenset[int]:
    """The places, counted over rows with words, that have a blank row before them."""
    blanks: set[int] = set()
    place, blank = 0, False
    for line in lines:
        if not line.is_filled:
            blank = True
            continue
        if blank:
            blanks.add(place)
        place, blank = place + 1, False
    return frozenset(blanks)


def _find_foot(rows: Sequence[Row], first: int, blank_before: frozenset[int]) -> int:
    """Where the table ends: before the narrow rows that close the sheet after a blank one.

    Each of them begins in the first column; a row that does not continues the recommendation above it.
    """
    foot = len(rows)
    for index in range(len(rows) - 1, first, -1):
        line = rows[index]
        if len(line.own) > NARROW or not (line.cells and line.cells[0].blocks):
            break
        if index in blank_before:
            foot = index
    return foot


def _lay_out_narrow(rows: Sequence[Row]) -> Iterator[Element]:
    """Rows of one cell as paragraphs, and each run of rows of two as a table."""
    pairs: list[Row] = []
    for line in rows:
        if len(line.own) > 1:
            pairs.append(line)
            continue
        if pairs:
            yield _make_table(pairs)
            pairs = []
        yield from line.paragraphs
    if pairs:
        yield _make_table(pairs)


def _make_table(rows: Sequence[Row]) -> Table:
    width = max(_width(line) for line in rows)
    return Table(
        tuple(Row(_fit(line.cells, width), line.location) for line in rows),
        rows[0].location,
    )


def _width(line: Row) -> int:
    return max((index + 1 for index, cell in enumerate(line.cells) if cell.blocks), default=0)


def _fit(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    """The cells, blank ones added or cut at the end so that there are `width`."""
    return cells[:width] + (Cell(),) * (width - len(cells))

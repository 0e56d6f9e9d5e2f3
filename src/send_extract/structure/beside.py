"""Glossaries and keys that stand beside the plan in one table, as on a worksheet: tables of their own."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from send_extract.values.acronym.glossary import heads_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from send_extract.document import Row, Table


def part_keys(table: Table) -> tuple[Table, ...]:
    """`table` without the glossaries that an empty column parts from it, then each of them; else `table`."""
    bands = list(_find_bands(table))
    keys = [band for band in bands if _is_key(table, band)]
    if not keys or len(keys) == len(bands):
        return (table,)
    places = [place for band in bands if band not in keys for place in range(band[0], band[-1] + 1)]
    first, last = min(places), max(places)
    gone = {place for key in keys for place in key}
    kept = [place for place in range(first, last + 1) if place not in gone]
    return (_cut(table, kept), *(_cut(table, key) for key in keys))


def _find_bands(table: Table) -> Iterator[list[int]]:
    """The places of columns side by side, where an empty column parts them."""
    filled = {
        place
        for row in table.rows
        for place, cell in enumerate(row.cells)
        if cell.blocks and cell.span != "column"
    }
    for _, run in groupby(enumerate(sorted(filled)), key=lambda pair: pair[1] - pair[0]):
        yield [place for _, place in run]


def _is_key(table: Table, band: list[int]) -> bool:
    """Whether the first filled row of a few columns, below a title of one cell, is a glossary's heading row."""
    for row in _cut(table, band).rows:
        texts = [cell.text for cell in row.cells if cell.blocks]
        if len(texts) > 1:
            return heads_glossary(texts)
    return False


def _cut(table: Table, places: list[int]) -> Table:
    """The columns of `table` at `places`, without the rows that are empty there."""
    rows = (
        row._replace(cells=tuple(row.cells[place] for place in places if place < len(row.cells)))
        for row in table.rows
    )
    return table._replace(rows=tuple(row for row in rows if _is_filled(row)))


def _is_filled(row: Row) -> bool:
    return any(cell.blocks for cell in row.cells)

"""Glossaries, keys and other plans that stand beside the plan in one table, as on a worksheet: tables of their own."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from send_extract.document import Table
from send_extract.headings import find_field, fold_heading
from send_extract.runs import part_numbers
from send_extract.values.acronym.glossary import heads_glossary

_FEWEST = 2
_IDENTITY = frozenset(("number", "recommendation"))
"""What a plan of its own has; a group of columns that comes again (`Action`, `When`, `Who`) has neither."""


def part_beside(table: Table) -> tuple[Table, ...]:
    """`table` as the tables that empty columns part it into: a plan and its keys, or plans with the same headings."""
    bands = list(_find_bands(table))
    if len(bands) < _FEWEST:
        return (table,)
    heads = [tuple(map(fold_heading, _find_head(table, band))) for band in bands]
    if len({*heads}) == 1 and not _IDENTITY.isdisjoint(map(find_field, heads[0])):
        return tuple(_cut(table, band) for band in bands)
    return part_keys(table)


def part_keys(table: Table) -> tuple[Table, ...]:
    """`table` without the glossaries that an empty column parts from it, then each of them; else `table`."""
    bands = list(_find_bands(table))
    keys = [band for band in bands if _is_key(table, band)]
    if not keys or len(keys) == len(bands):
        return (table,)
    others = [band for band in bands if band not in keys]
    within = range(others[0][0], others[-1][-1] + 1)
    kept = sorted({*within}.difference(*keys))
    return (_cut(table, kept), *(_cut(table, key) for key in keys))


def _find_bands(table: Table) -> Iterator[list[int]]:
    """The places of columns side by side, where an empty column parts them."""
    filled = {
        place
        for row in table.rows
        for place, cell in enumerate(row.cells)
        if cell.blocks and cell.span != "column"
    }
    return part_numbers(sorted(filled))


def _is_key(table: Table, band: list[int]) -> bool:
    """Whether the first row of a few columns, below a title of one cell, is a glossary's heading row."""
    return heads_glossary(_find_head(table, band))


def _find_head(table: Table, band: list[int]) -> list[str]:
    """The words of the first row of a few columns that has more than one cell."""
    rows = ([cell.text for cell in row.cells if cell.blocks] for row in _cut(table, band).rows)
    return next((texts for texts in rows if len(texts) > 1), [])


def _cut(table: Table, places: list[int]) -> Table:
    """The columns of `table` at `places`, without the rows that are empty there."""
    rows = (
        replace(row, cells=tuple(row.cells[place] for place in places if place < len(row.cells)))
        for row in table.rows
    )
    return replace(table, rows=tuple(row for row in rows if row.is_filled))

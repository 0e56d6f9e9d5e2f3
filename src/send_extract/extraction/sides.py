"""Tables with groups of columns side by side, to rows below one another: a group's row continues the one beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Cell, Row
from send_extract.extraction.columns import Columns, name_columns
from send_extract.headings.groups import find_groups

_EMPTY = Cell()
_OPENING = frozenset(("number", "recommendation"))


class ColumnGroup(Struct, frozen=True):
    """The columns that all groups share and those of one of them, their places in the table, and the rows cut so."""

    columns: Columns
    places: tuple[int, ...]
    own: frozenset[int]
    rows: tuple[Row, ...]


def part_sides(columns: Columns, rows: Sequence[Row], synonyms: Mapping[str, str]) -> tuple[ColumnGroup, ...]:
    """The groups of a table's columns, each with all rows; the whole table where it has no groups."""
    groups = find_groups(columns.headings, synonyms)
    if not groups:
        return (ColumnGroup(columns, tuple(range(len(columns.headings))), frozenset(), tuple(rows)),)
    return tuple(_cut(columns, rows, groups, group, synonyms) for group in groups)


def _cut(
    columns: Columns, rows: Sequence[Row], groups: Sequence[range], group: range, synonyms: Mapping[str, str]
) -> ColumnGroup:
    """One group with the columns outside all groups, whose cells the first group alone has."""
    others = set(chain.from_iterable(other for other in groups if other is not group))
    places = tuple(place for place in range(len(columns.headings)) if place not in others)
    named = name_columns((columns.headings[place] for place in places), synonyms)
    kept = frozenset(places if group is groups[0] else group)
    return ColumnGroup(named, places, frozenset(group), tuple(_cut_row(row, places, kept) for row in rows))


def _cut_row(row: Row, places: Sequence[int], kept: frozenset[int]) -> Row:
    """A row's cells at `places`, those that are not `kept` left empty."""
    return replace(row, cells=tuple(row.at(place) if place in kept else _EMPTY for place in places))


def order_rows(
    sides: Sequence[ColumnGroup], columns: Sequence[Columns]
) -> Iterator[tuple[Columns, tuple[Row, ...]]]:
    """The rows of all sides in order, those under the same of `columns` together.

    A group without a number or a recommendation of its own stands below the row beside it, whose it goes on with;
    one that has them is a table of its own.
    """
    last = sides[-1]
    own = {field for place, field in zip(last.places, last.columns.fields, strict=True) if place in last.own}
    if len(sides) == 1 or own & _OPENING:
        return zip(columns, (side.rows for side in sides), strict=True)
    return _weave(sides, columns)


def _weave(
    sides: Sequence[ColumnGroup], columns: Sequence[Columns]
) -> Iterator[tuple[Columns, tuple[Row, ...]]]:
    """The rows of the first side, each with what stands beside it below it."""
    first: list[Row] = []
    for row, *beside in zip(*(side.rows for side in sides), strict=True):
        first.append(row)
        more = [
            (its, (other,))
            for its, other in zip(columns[1:], beside, strict=True)
            if other.filled and not other.is_header
        ]
        if more:
            yield columns[0], tuple(first)
            yield from more
            first = []
    yield columns[0], tuple(first)

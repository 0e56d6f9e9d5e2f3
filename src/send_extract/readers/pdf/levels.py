"""Items told by what stands level with them: each date beside its action, blank lines between the dates."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from send_extract.readers.pdf.lines import find_gap, find_wraps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from send_extract.readers.pdf.lines import Line

_LONGEST = 40
"""A date, or the initials of an owner, is no longer."""
_BLANK = 0.8
"""A gap of more than this, in font sizes, is a blank line."""
_LEVEL = 0.3
"""How far lines that stand level may differ, in font sizes."""


def find_level_starts(rows: Sequence[Sequence[Sequence[Line]]]) -> frozenset[tuple[int, int, int]]:
    """The row, column and place of each line that an item begins with, by the short lines of another column.

    The columns go together where blank lines stand in one of them, and each line after one is level with a line
    of the other that can begin an item, in every row.
    """
    columns = range(len(rows[0]) if rows else 0)
    return frozenset(
        start
        for dates in columns
        for column in columns
        if column != dates
        for start in _match_columns(rows, dates, column)
    )


def _match_columns(
    rows: Sequence[Sequence[Sequence[Line]]], dates: int, column: int
) -> list[tuple[int, int, int]]:
    starts: list[tuple[int, int, int]] = []
    is_spaced = False
    for row, cells in enumerate(rows[1:], 1):
        if max(dates, column) >= len(cells) or len(cells[dates]) < 2 or not cells[column]:  # noqa: PLR2004
            continue
        places = [_find_level(line, cells[column]) for line in _find_entries(cells[dates])]
        if None in places or len(places) < 2:  # noqa: PLR2004 - a lone date says nothing
            return []
        is_spaced = is_spaced or any(
            find_gap(*pair) > _BLANK * pair[0].size for pair in pairwise(cells[dates])
        )
        starts += [(row, column, place) for place in places if place]
    return starts if is_spaced else []


def _find_entries(lines: Sequence[Line]) -> Iterator[Line]:
    """The first line of each entry of a cell of short entries."""
    for line, wrapped in zip(lines, find_wraps(lines), strict=True):
        if not wrapped:
            yield line


def _find_level(line: Line, others: Sequence[Line]) -> int | None:
    """The place of the line that stands level with `line` and can begin an item; None where there is none."""
    if len(line.text) > _LONGEST:
        return None
    for place, other in enumerate(others):
        is_level = abs(other.words[0].top - line.words[0].top) <= _LEVEL * line.size
        if is_level and not other.text[0].islower():
            return place
    return None

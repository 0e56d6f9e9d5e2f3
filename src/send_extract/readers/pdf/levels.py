"""Items told by what stands level with them: each date beside its action, blank lines between the dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

from send_extract.readers.pdf.lines import Line, find_gap, find_wraps

_LONGEST = 40
"""A date, or the initials of an owner, is no longer."""
_BLANK = 0.8
"""A gap of more than this, in font sizes, is a blank line."""
_LEVEL = 0.3
"""How far lines that stand level may differ, in font sizes."""


def mark_level_starts(rows: Sequence[Sequence[Sequence[Line]]]) -> Sequence[Sequence[tuple[Line, ...]]]:
    """The rows, each line marked that an item begins with by the short lines of another column.

    Authors who type no bullets leave blank lines between their dates so that each stands beside its action: two
    columns go together where blank lines stand in one of them, and each line after one is level with a line of the
    other that can begin an item, in every row.
    """
    cells = [[list(lines) for lines in row] for row in rows]
    for dates, column in permutations(range(len(rows[0]) if rows else 0), 2):
        for row, place in _match_columns(rows, dates, column):
            cells[row][column][place] = cells[row][column][place]._replace(begins=True)
    return [[tuple(lines) for lines in row] for row in cells]


def _match_columns(
    rows: Sequence[Sequence[Sequence[Line]]], dates: int, column: int
) -> list[tuple[int, int]]:
    """The row and place of each line of `column` that a line of `dates` stands beside; none where one stands alone."""
    starts: list[tuple[int, int]] = []
    is_spaced = False
    for row, entries, lines in _find_pairs(rows, dates, column):
        places = [_find_level(line, lines) for line in _find_entries(entries)]
        if None in places or len(places) == 1:
            return []
        is_spaced |= any(find_gap(*pair) > _BLANK * pair[0].size for pair in pairwise(entries))
        starts += [(row, place) for place in places if place]
    return starts if is_spaced else []


def _find_pairs(
    rows: Sequence[Sequence[Sequence[Line]]], dates: int, column: int
) -> Iterator[tuple[int, Sequence[Line], Sequence[Line]]]:
    """The cells of two columns below the heading row, where the first has several lines and the second any."""
    for row, cells in enumerate(rows[1:], 1):
        if max(dates, column) < len(cells) and len(cells[dates]) > 1 and cells[column]:
            yield row, cells[dates], cells[column]


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
        if is_level and not other.text[:1].islower():
            return place
    return None

"""Tables one below another in one grid: where the next begins, behind a blank row, with headings of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from send_extract.headings import fold_heading
from send_extract.headings.lines import HeadingRow
from send_extract.headings.rows import find_heading_row

Texts = list[str]

_MOST_TITLES = 3
"""Rows of a single cell above a table: its title, a line about it."""


def find_starts(rows: Sequence[Texts]) -> Iterator[int]:
    """Where each table begins among `rows`, the first at 0; one with the same headings as that above goes on."""
    yield 0
    above: HeadingRow | None = None
    for place in filter(partial(_follows_blank, rows), range(len(rows))):
        found = _find_headings(rows, place)
        if above is not None and found is not None and _differ(found, above):
            yield place
        above = found or above


def _follows_blank(rows: Sequence[Texts], place: int) -> bool:
    """Whether a row with words is the first, or stands below a blank one."""
    return any(rows[place]) and not (place and any(rows[place - 1]))


def _find_headings(rows: Sequence[Texts], place: int) -> HeadingRow | None:
    """The heading row of the table that begins at `place`, below its titles; None where none does."""
    titles = 0
    while titles < _MOST_TITLES and len({*rows[place + titles]} - {""}) == 1:
        titles += 1
        if place + titles == len(rows):
            return None
    found = find_heading_row(rows[place + titles : place + titles + 2], {})
    return found if found is not None and found.place == 0 else None


def _differ(found: HeadingRow, above: HeadingRow) -> bool:
    return {*map(fold_heading, found.headings)} != {*map(fold_heading, above.headings)}

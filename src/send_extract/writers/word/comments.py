"""What is to be mended in a draft, as comments at their place in the Word file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic
from send_extract.source import Location
from send_extract.writers.word.body import Body, PrintedLine, PrintedRow, PrintedTable, list_lines

_SEVERITIES = ("error", "warning", "info")
Key = tuple[object, ...]


class Commented(NamedTuple):
    """The body with a number at each line that has a comment, and the messages of each comment by its number."""

    body: Body
    comments: tuple[tuple[str, ...], ...]


def comment_on(body: Body, diagnostics: Iterable[Diagnostic]) -> Commented:
    """The body with each of `diagnostics` at its place, else at its row, its heading or the first line."""
    lines = list_lines(body)
    found = _find_lines(lines, sorted(diagnostics, key=lambda each: _SEVERITIES.index(each.severity)))
    numbers = {place: number for number, place in enumerate(sorted(found))}
    marks = iter(range(len(lines)))
    marked = tuple(_mark(part, marks, numbers) for part in body)
    return Commented(marked, tuple(tuple(dict.fromkeys(found[place])) for place in numbers))


def _find_lines(lines: Sequence[PrintedLine], diagnostics: Iterable[Diagnostic]) -> dict[int, list[str]]:
    """The messages at each line that has some."""
    index = _index_lines(lines)
    found: defaultdict[int, list[str]] = defaultdict(list)
    for each in diagnostics if lines else ():
        keys = (*_list_keys(each.location), (None, each.location.column))
        near = next((index[key] for key in keys if key in index), [0])
        found[_find_quoted(near, lines, each.message)].append(each.message)
    return found


def _index_lines(lines: Sequence[PrintedLine]) -> dict[Key, list[int]]:
    """The lines by what their places are found by."""
    index: defaultdict[Key, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        for key in _list_keys(line.place):
            index[key].append(place)
    return index


def _find_quoted(near: Sequence[int], lines: Sequence[PrintedLine], message: str) -> int:
    """Of the lines at one place the one whose words a message has, else the first."""
    return next(
        (place for place in near if lines[place].text.strip() and lines[place].text in message), near[0]
    )


def _list_keys(place: Location) -> Iterator[Key]:
    """What a place is found by, the closest first."""
    row = (place.line, place.page, place.sheet, place.table, place.row)
    known = row if any(row) else None
    if place.item:
        yield known, place.column, place.item
    if place.column:
        yield known, place.column
    if known:
        yield (known,)


def _mark(
    part: PrintedLine | PrintedTable, marks: Iterator[int], numbers: dict[int, int]
) -> PrintedLine | PrintedTable:
    if isinstance(part, PrintedLine):
        return replace(part, comment=numbers.get(next(marks)))
    return replace(part, rows=tuple(_mark_row(row, marks, numbers) for row in part.rows))


def _mark_row(row: PrintedRow, marks: Iterator[int], numbers: dict[int, int]) -> PrintedRow:
    """A row with its comments; few rows have one, and the others stay as they are."""
    places = list(islice(marks, sum(len(cell.lines) for cell in row.cells)))
    if numbers.keys().isdisjoint(places):
        return row
    here = iter(places)
    cells = (
        replace(cell, lines=tuple(replace(line, comment=numbers.get(next(here))) for line in cell.lines))
        for cell in row.cells
    )
    return replace(row, cells=tuple(cells))

"""Tables as they lie on pages: the lines in each cell, and what a page break cut in two put together."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from send_extract.notation.hanging import is_open
from send_extract.readers.pdf.joints import mark_joints
from send_extract.readers.pdf.levels import mark_level_starts
from send_extract.readers.pdf.lines import Line, find_gap, group_lines, part_words
from send_extract.readers.pdf.ruling import hold_words
from send_extract.readers.pdf.words import Word

if TYPE_CHECKING:
    from send_extract.readers.pdf.pages import Page
    from send_extract.readers.pdf.ruling import Box, GridPlace, Ruled

PADDING = 12.0
"""The most points that a table leaves free between a line and the words beside it."""
_FEWEST = 3
"""Words side by side in as many columns are no line of prose."""
_NEAR = 4.0
"""Points by which the columns of a table may shift from page to page."""


class GridCell(NamedTuple):
    """A cell as it lies on the page: its lines, and whether it repeats a merged one."""

    lines: tuple[Line, ...] = ()
    span: str = ""


class Strip(NamedTuple):
    """A row as it lies on the page, and the number of that page; `shared` where its first cell is of more rows."""

    parts: tuple[GridCell, ...]
    page: int
    shared: bool = False


class Grid(NamedTuple):
    """A table as far as it has been put together: its columns' left edges, and its rows."""

    edges: tuple[float, ...]
    strips: tuple[Strip, ...]


def read_grid(page: Page, table: Ruled) -> Grid:
    """A page's table with the lines in its cells."""
    held = _hold_words(page, table)
    padding = _measure_padding(table, held)
    lines = _even_leading({box: group_lines(own, box.x1 - padding) for box, own in held.items()})
    laid = _lay_cells(table, lines)
    rows = mark_level_starts(mark_joints(laid) if table.is_loose else laid)
    firsts = Counter(row[0].box for row in table.rows)
    strips = tuple(
        Strip(
            tuple(map(GridCell, cells, [place.span for place in row])),
            page.number,
            _is_shared(firsts, row[0]),
        )
        for cells, row in zip(rows, table.rows, strict=True)
    )
    grid = Grid(tuple(sorted({round(box.x0, 1) for box in held})), strips[:1])
    return grid._replace(strips=(*strips[:1], *(_lay_out(strip, grid) for strip in strips[1:])))


def _lay_out(strip: Strip, grid: Grid) -> Strip:
    """A row that no line parts, in the columns of the headings where its words stand side by side as in those."""
    spanned = [part for part in strip.parts if part.span == "column"]
    if len(spanned) < _FEWEST or any(part.span for part in grid.strips[0].parts):
        return strip
    lines = (line for part in strip.parts for line in part.lines)
    return _spread(strip, grid) if any(_stand_in(line, grid.edges) for line in lines) else strip


def _stand_in(line: Line, edges: Sequence[float]) -> bool:
    """Whether a line has words in several columns, and none that runs from one into the next."""
    parts = list(part_words(line.words))
    return len(parts) >= _FEWEST and len({bisect_right(edges, part[0].x0) for part in parts}) == len(parts)


def _lay_cells(table: Ruled, lines: Mapping[Box, Sequence[Line]]) -> Sequence[Sequence[Sequence[Line]]]:
    """The lines of each place of a table."""
    return [[lines[place.box] if place.box else () for place in row] for row in table.rows]


def _is_shared(firsts: Counter[Box | None], place: GridPlace) -> bool:
    return place.box is not None and firsts[place.box] > 1


def _hold_words(page: Page, table: Ruled) -> Mapping[Box, Sequence[Word]]:
    """The words in each box of a table."""
    (own,) = hold_words(page.words, (table.box,)).values()
    return hold_words(own, table.boxes)


def _measure_padding(table: Ruled, held: Mapping[Box, Sequence[Word]]) -> float:
    """The least space between a line and the words to its right, in rows below the heading where there are any."""
    heads = {place.box for place in table.rows[0]} if len(table.rows) > 1 else set()
    gaps = [min(word.x0 for word in own) - box.x0 for box, own in held.items() if own and box not in heads]
    return min(max(min(gaps, default=0.0), 0.0), PADDING)


def _even_leading(cells: Mapping[Box, Sequence[Line]]) -> Mapping[Box, Sequence[Line]]:
    """The cells' lines, each with the least gap between two lines of any cell."""
    gaps = [gap for own in cells.values() for pair in pairwise(own) if (gap := find_gap(*pair)) >= 0]
    leading = min(gaps, default=None)
    return {box: tuple(line._replace(leading=leading) for line in own) for box, own in cells.items()}


def goes_on(grid: Grid, following: Grid) -> bool:
    """Whether the table at the top of a page has the columns of the one above it."""
    return len(grid.edges) == len(following.edges) and all(
        abs(left - right) < _NEAR for left, right in zip(grid.edges, following.edges, strict=True)
    )


def join_grids(grid: Grid, following: Grid) -> Grid:
    """Both as one: a repeated heading row left out, a row that the page cut in two made whole."""
    strips = _drop_heading(following.strips, grid.strips[0])
    if strips and len(grid.strips) > 1 and _is_rest(grid.strips, _spread(strips[0], grid)):
        last, first, strips = grid.strips[-1], _spread(strips[0], grid), strips[1:]
        parts = tuple(
            GridCell(above.lines + below.lines, above.span)
            for above, below in zip(last.parts, first.parts, strict=True)
        )
        return Grid(grid.edges, (*grid.strips[:-1], last._replace(parts=parts), *strips))
    return Grid(grid.edges, grid.strips + strips)


def _spread(strip: Strip, grid: Grid) -> Strip:
    """The rest of a row with its words in the table's columns, where no line parts those on its page."""
    if not any(part.span == "column" for part in strip.parts):
        return strip
    lines = [line for part in strip.parts if part.span != "column" for line in part.lines]
    ends = (*grid.edges[1:], inf)
    columns = zip(grid.strips[-1].parts, grid.edges, ends, strict=True)
    return strip._replace(parts=tuple(_take_column(lines, *column) for column in columns))


def _take_column(lines: Sequence[Line], above: GridCell, left: float, right: float) -> GridCell:
    """What lines have between two sides of a column, to go on below the lines `above`."""
    edge = max((line.edge for line in above.lines), default=right)
    words = (tuple(word for word in line.words if left <= word.x0 < right) for line in lines)
    return GridCell(
        tuple(line._replace(words=own, edge=edge) for line, own in zip(lines, words, strict=True) if own)
    )


def _drop_heading(strips: tuple[Strip, ...], heading: Strip) -> tuple[Strip, ...]:
    """The rows of a page without the headings that are printed again, in a row or above the words of the first."""
    first = strips[0]
    pairs = list(zip(first.parts, heading.parts, strict=False))
    if len(first.parts) != len(heading.parts) or not all(_begins_with(*pair) for pair in pairs):
        return strips
    rest = first._replace(
        parts=tuple(part._replace(lines=part.lines[len(head.lines) :]) for part, head in pairs)
    )
    return (rest, *strips[1:]) if any(part.lines for part in rest.parts) else strips[1:]


def _begins_with(part: GridCell, heading: GridCell) -> bool:
    texts = [line.text for line in heading.lines]
    return [line.text for line in part.lines[: len(texts)]] == texts


def _is_rest(strips: Sequence[Strip], strip: Strip) -> bool:
    """Whether a page's first row is the rest of the last one before: nothing begins in its first cell.

    A first cell that is merged over more rows belongs to those: each of them is a row of its own, and so is one
    that has words wherever the row above has them, none of which go on in the middle of its sentences.
    """
    last = strips[-1]
    if (
        last.shared
        and not _goes_on(last, strip)
        and all(
            below.lines for above, below in zip(last.parts[1:], strip.parts[1:], strict=True) if above.lines
        )
    ):
        return False
    return not strip.parts[0].lines and not strip.shared and not _is_whole(strips, strip)


def _goes_on(strip: Strip, rest: Strip) -> bool:
    """Whether a cell begins in small letters, and the one above it leaves its sentence open."""
    pairs = zip(_read_texts(strip), _read_texts(rest), strict=False)
    return any(above and below[:1].islower() and is_open(above) for above, below in pairs)


def _is_whole(strips: Sequence[Strip], strip: Strip) -> bool:
    """Whether a row without a first cell is one of its own: it says again what stands above it, or is like others.

    Others without a first cell show that the table has such rows; one has words in their columns, each a beginning.
    """
    texts = _read_texts(strip)
    if any(text and text == above for text, above in zip(texts, _read_texts(strips[-1]), strict=False)):
        return True
    filled = _find_filled(strip)
    others = [_find_filled(each) for each in strips[1:] if not each.parts[0].lines]
    return any(each and each <= filled for each in others) and not any(text[:1].islower() for text in texts)


def _read_texts(strip: Strip) -> list[str]:
    return [" ".join(line.text for line in part.lines) for part in strip.parts]


def _find_filled(strip: Strip) -> frozenset[int]:
    """The columns in which a row has words."""
    return frozenset(place for place, part in enumerate(strip.parts) if part.lines)

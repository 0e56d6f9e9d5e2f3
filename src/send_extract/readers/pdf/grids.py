"""Tables as they lie on pages: the lines in each cell, and what a page break cut in two put together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from send_extract.readers.pdf.levels import find_level_starts
from send_extract.readers.pdf.lines import Line, find_gap, group_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from send_extract.readers.pdf.pages import Page
    from send_extract.readers.pdf.ruling import Ruled

PADDING = 12.0
"""The most points that a table leaves free between a line and the words beside it."""
_NEAR = 4.0
"""Points by which the columns of a table may shift from page to page."""


class Part(NamedTuple):
    """A cell as it lies on the page: its lines, and whether it repeats a merged one."""

    lines: tuple[Line, ...] = ()
    span: str = ""


class Strip(NamedTuple):
    """A row as it lies on the page, and the number of that page; `shared` where its first cell is of more rows."""

    parts: tuple[Part, ...]
    page: int
    shared: bool = False


class Grid(NamedTuple):
    """A table as far as it has been put together: its columns' left edges, and its rows."""

    edges: tuple[float, ...]
    strips: tuple[Strip, ...]


def read_grid(page: Page, table: Ruled) -> Grid:
    """A page's table with the lines in its cells."""
    words = [word for word in page.words if table.box.holds(word)]
    boxes = {place.box for row in table.rows for place in row if place.box is not None}
    held = {box: [word for word in words if box.holds(word)] for box in boxes}
    heads = {place.box for place in table.rows[0]} if len(table.rows) > 1 else set()
    gaps = [min(word.x0 for word in own) - box.x0 for box, own in held.items() if own and box not in heads]
    padding = min(max(min(gaps, default=0.0), 0.0), PADDING)
    lines = {box: group_lines(own, box.x1 - padding) for box, own in held.items()}
    gaps = [gap for own in lines.values() for pair in pairwise(own) if (gap := find_gap(*pair)) >= 0]
    leading = min(gaps, default=None)
    lines = {box: tuple(line._replace(leading=leading) for line in own) for box, own in lines.items()}
    edges = sorted({round(box.x0, 1) for box in boxes})
    firsts = [row[0] for row in table.rows]
    strips = tuple(
        Strip(
            tuple(Part(lines[place.box], place.span) if place.box else Part() for place in row),
            page.number,
            row[0].box is not None and [first.box for first in firsts].count(row[0].box) > 1,
        )
        for row in table.rows
    )
    return Grid(tuple(edges), _align(strips))


def _align(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """The rows, a line marked as the first of an item where a short one stands level with it in another column.

    Authors who type no bullets leave blank lines between their dates so that each stands beside its action.
    """
    rows = [tuple(part.lines for part in strip.parts) for strip in strips]
    starts = find_level_starts(rows)
    return tuple(
        strip._replace(
            parts=tuple(
                part._replace(
                    lines=tuple(
                        line._replace(begins=(row, column, place) in starts)
                        for place, line in enumerate(part.lines)
                    )
                )
                for column, part in enumerate(strip.parts)
            )
        )
        for row, strip in enumerate(strips)
    )


def goes_on(grid: Grid, following: Grid) -> bool:
    """Whether the table at the top of a page has the columns of the one above it."""
    return len(grid.edges) == len(following.edges) and all(
        abs(left - right) < _NEAR for left, right in zip(grid.edges, following.edges, strict=True)
    )


def join_grids(grid: Grid, following: Grid) -> Grid:
    """Both as one: a repeated heading row left out, a row that the page cut in two made whole."""
    strips = _drop_heading(following.strips, grid.strips[0])
    if strips and len(grid.strips) > 1 and _is_rest(grid.strips[-1], strips[0]):
        last, first, strips = grid.strips[-1], strips[0], strips[1:]
        parts = tuple(
            Part(above.lines + below.lines, above.span)
            for above, below in zip(last.parts, first.parts, strict=True)
        )
        return Grid(grid.edges, (*grid.strips[:-1], last._replace(parts=parts), *strips))
    return Grid(grid.edges, grid.strips + strips)


def _drop_heading(strips: tuple[Strip, ...], heading: Strip) -> tuple[Strip, ...]:
    """The rows of a page without the headings that are printed again, in a row or above the words of the first."""
    printed = [[line.text for line in part.lines] for part in heading.parts]
    first = strips[0]
    if len(first.parts) != len(printed) or any(
        [line.text for line in part.lines[: len(texts)]] != texts
        for part, texts in zip(first.parts, printed, strict=True)
    ):
        return strips
    parts = tuple(
        part._replace(lines=part.lines[len(texts) :])
        for part, texts in zip(first.parts, printed, strict=True)
    )
    return (first._replace(parts=parts), *strips[1:]) if any(part.lines for part in parts) else strips[1:]


def _is_rest(last: Strip, strip: Strip) -> bool:
    """Whether a page's first row is the rest of the last one before: nothing begins in its first cell.

    A first cell that is merged over more rows belongs to those: each of them is a row of its own, and so is one
    that has words wherever the row above has them.
    """
    if last.shared and all(
        below.lines for above, below in zip(last.parts[1:], strip.parts[1:], strict=True) if above.lines
    ):
        return False
    return not strip.parts[0].lines and not strip.shared

"""Tables that lack lines, given to the pages as if they were ruled; never where it is not certain how."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from send_extract.readers.pdf.columns import (
    Heading,
    Strip,
    find_heading,
    find_place,
    find_stretches,
    find_strips,
    join_strips,
)
from send_extract.readers.pdf.lines import Line, group_lines
from send_extract.readers.pdf.margins import divide_pages
from send_extract.readers.pdf.rows import Block, Frame, find_rows, find_rules, is_row_line
from send_extract.readers.pdf.ruling import Box, Place, Ruled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from send_extract.readers.pdf.lines import Word
    from send_extract.readers.pdf.margins import Text
    from send_extract.readers.pdf.pages import Page

_PADDING = 12.0
_SPANNED = 2
_FEWEST = 3


class Found(NamedTuple):
    """A page's part of a table that lacks lines: its own heading row where it has one, and its lines."""

    page: int
    heading: Heading
    repeats: bool
    lines: tuple[Line, ...]


class Run(NamedTuple):
    """A table over pages: the strips that are free on all of them, and its parts."""

    strips: tuple[Strip, ...]
    parts: tuple[Found, ...]


def rule_pages(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages, a table under a known heading row that lines do not hold in place of what lines held of it."""
    ruled = list(pages)
    for run in _find_runs(pages):
        for place, table in _rule_run(pages, run):
            page = ruled[place]
            others = tuple(each for each in page.tables if not _overlap(each.box, table.box))
            tables = tuple(sorted((*others, table), key=lambda each: each.box.top))
            ruled[place] = page._replace(tables=tables)
    return tuple(ruled)


def find_headed_page(pages: Iterable[Page]) -> int | None:
    """The number of the first page with the heading row of a plan; None where no page has one."""
    return next((page.number for page in pages if find_heading(group_lines(page.words, page.width))), None)


def _overlap(box: Box, other: Box) -> bool:
    return box.top < other.bottom and box.bottom > other.top


def _find_runs(pages: Sequence[Page]) -> Iterator[Run]:
    run: Run | None = None
    for place, (page, text) in enumerate(zip(pages, divide_pages(pages), strict=True)):
        if run is None and not _has_columns(page, text):
            continue
        lines = _gather_lines(page, text)
        heading = find_heading(group_lines(page.words, page.width))
        following = (
            _open_run(page, place, lines, heading, is_open=run is not None)
            if heading
            else _go_on(run, page, place, lines)
        )
        joined = join_strips(run.strips, following.strips) if run and following else None
        if run and following and joined:
            run = Run(joined, (*run.parts, *following.parts))
            continue
        if run:
            yield run
        run = following
    if run:
        yield run


def _has_columns(page: Page, text: Text) -> bool:
    """Whether words stand in columns outside tables, or side by side in one box of a table."""
    wide = {
        place.box
        for table in page.tables
        for row in table.rows
        for place in row
        if place.box is not None and (place.span == "column" or len(row) < _FEWEST)
    }
    torn = (group_lines((word for word in page.words if box.holds(word)), page.width) for box in wide)
    return any(
        len(list(find_stretches(line))) >= _FEWEST
        for lines in (text.header, text.body, *torn)
        for line in lines
    )


def _gather_lines(page: Page, text: Text) -> tuple[Line, ...]:
    """The lines of a page without its header and footer."""
    margins = {word for line in (*text.header, *text.footer) for word in line.words}
    return group_lines((word for word in page.words if word not in margins), page.width)


def _open_run(
    page: Page, place: int, lines: Sequence[Line], heading: Heading, *, is_open: bool
) -> Run | None:
    """The table under a page's heading row, if lines do not hold all of its rows; where `is_open`, even if they do."""
    below = [line for line in lines if line.words[0].top >= heading.bottom - 1]
    strips = find_strips(heading, below)
    if strips is None:
        return None
    part = Found(place, heading, repeats=True, lines=tuple(below))
    own = [word for word in page.words if heading.top <= word.top < heading.bottom]
    is_loose = not all(_is_held(page, word, strips) for word in own)
    return Run(strips, (part,)) if is_open or is_loose or _has_loose(page, part, strips) else None


def _go_on(run: Run | None, page: Page, place: int, lines: Sequence[Line]) -> Run | None:
    """The rest of the table of the page before, on a page without a heading row."""
    if run is None or not lines:
        return None
    heading = run.parts[-1].heading
    strips = find_strips(heading, lines)
    joined = join_strips(run.strips, strips) if strips else None
    if joined is None:
        return None
    part = Found(place, heading, repeats=False, lines=tuple(lines))
    begins = is_row_line(Frame(joined, heading.is_numbered, ()), lines[0])
    is_same = any(len(table.rows[0]) == len(heading.columns) for table in page.tables)
    return Run(joined, (part,)) if begins and (is_same or _has_loose(page, part, joined)) else None


def _has_loose(page: Page, part: Found, strips: Sequence[Strip]) -> bool:
    """Whether a row of the table, before anything that is none, is not held by lines."""
    frame = Frame(tuple(strips), part.heading.is_numbered, ())
    least = min(_FEWEST, len(strips) + 1)
    for line in part.lines:
        held = [_is_held(page, word, strips) for word in line.words]
        if not is_row_line(frame, line) and not all(held):
            return False
        if not any(held) and len({find_place(strips, word) for word in line.words}) >= least:
            return True
    return False


def _is_held(page: Page, word: Word, strips: Sequence[Strip]) -> bool:
    """Whether a cell of a ruled table holds `word`; a box over several columns of words is no cell."""
    for table in page.tables:
        if table.box.holds(word):
            boxes = {place.box for row in table.rows for place in row if place.box and place.box.holds(word)}
            return any(
                sum(box.x0 <= strip.x0 and strip.x1 <= box.x1 for strip in strips) < _SPANNED for box in boxes
            )
    return False


def _rule_run(pages: Sequence[Page], run: Run) -> Iterator[tuple[int, Ruled]]:
    """The parts of a table as ruled ones; nothing where rows of any part cannot be told."""
    made = []
    for part in run.parts:
        page = pages[part.page]
        words = [word for line in part.lines for word in line.words]
        left = min((run.parts[0].heading.columns[0].x0, *(word.x0 for word in words)))
        right = max((run.parts[0].heading.columns[-1].x1, *(word.x1 for word in words)))
        frame = Frame(run.strips, part.heading.is_numbered, find_rules(page.rules, left, right))
        blocks = find_rows(frame, part.lines)
        if blocks is None:
            return
        if blocks:
            made.append((part, blocks))
    lefts, right = _find_sides(run, made)
    for part, blocks in made:
        yield part.page, _rule_part(part, blocks, run.strips, (lefts, right))


def _find_sides(run: Run, made: Iterable[tuple[Found, Sequence[Block]]]) -> tuple[float, float]:
    """The leftmost and the rightmost point of the rows of a table."""
    heading = run.parts[0].heading
    words = [
        word
        for _, blocks in made
        for block in blocks
        if not block.is_full
        for line in block.lines
        for word in line.words
    ]
    return (
        min((heading.columns[0].x0, *(word.x0 for word in words))),
        max((heading.columns[-1].x1, *(word.x1 for word in words))),
    )


def _rule_part(
    part: Found, blocks: Sequence[Block], strips: Sequence[Strip], sides: tuple[float, float]
) -> Ruled:
    """One page's rows with a box around each cell.

    A column ends as far before the next as the two that come closest: that is how far its lines may reach.
    """
    free = min(strip.x1 - strip.x0 for strip in strips)
    padding = min(free / 2, _PADDING)
    lefts = [sides[0] - padding, *(strip.x1 - padding for strip in strips)]
    rights = [*(strip.x1 - free + padding for strip in strips), sides[1] + padding]
    spans = [(part.heading.top - 1, part.heading.bottom)] if part.repeats else []
    spans += [_find_span(block) for block in blocks]
    rows = []
    for place, (top, bottom) in enumerate(spans):
        block = blocks[place - part.repeats] if place >= part.repeats else None
        if block is not None and block.is_full:
            whole = Box(lefts[0], top, max(rights[-1], _find_right(block)), bottom)
            rows.append((Place(whole), *(Place(whole, "column") for _ in strips)))
        else:
            rows.append(tuple(Place(Box(x0, top, x1, bottom)) for x0, x1 in zip(lefts, rights, strict=True)))
    outline = Box(
        lefts[0], spans[0][0], max(row[0].box.x1 if row[0].box else 0 for row in rows), spans[-1][1]
    )
    return Ruled(outline._replace(x1=max(outline.x1, rights[-1])), tuple(rows))


def _find_span(block: Block) -> tuple[float, float]:
    tops = [word.top for line in block.lines for word in line.words]
    return min(tops) - 1, max(word.bottom for line in block.lines for word in line.words)


def _find_right(block: Block) -> float:
    return max(word.x1 for line in block.lines for word in line.words)

"""Tables that lack lines, given to the pages as if they were ruled; never where it is not certain how."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, takewhile
from typing import TYPE_CHECKING, NamedTuple

from send_extract.notation.numbers import begins_row
from send_extract.readers.pdf.columns import (
    Gutter,
    HeadingBand,
    find_gutters,
    find_heading,
    find_place,
    join_gutters,
)
from send_extract.readers.pdf.grids import PADDING
from send_extract.readers.pdf.heads import head_page
from send_extract.readers.pdf.lines import Line, group_lines
from send_extract.readers.pdf.margins import PageText, divide_pages
from send_extract.readers.pdf.rows import Frame, LooseRow, find_rows, find_rules, find_starts, is_row_line
from send_extract.readers.pdf.ruling import Box, GridPlace, Ruled, hold_words
from send_extract.readers.pdf.words import Word

if TYPE_CHECKING:
    from send_extract.readers.pdf.pages import Page

_SPANNED = 2
"""A box over as many gutters is no cell: the columns in it are not told by lines."""
_FEWEST_ROWS = 2
"""A ruled table of fewer rows is a part of one: a row that is shaded."""
_FEWEST = 3
"""Words in fewer columns than this show no table."""


class PagePart(NamedTuple):
    """A page's part of a table that lacks lines: its own heading row where it has one, and its lines."""

    page: int
    heading: HeadingBand
    repeats: bool
    lines: tuple[Line, ...]


class PageRun(NamedTuple):
    """A table over pages: the gutters that are free on all of them, and its parts."""

    gutters: tuple[Gutter, ...]
    parts: tuple[PagePart, ...]


def rule_pages(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages, a table under a known heading row that lines do not hold in place of what lines held of it."""
    headings = [find_heading(group_lines(page.words, page.width)) for page in pages]
    ruled = list(map(head_page, pages, headings))
    for run in _find_runs(ruled, headings):
        for place, table in _rule_run(ruled, run):
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


def _find_runs(pages: Sequence[Page], headings: Sequence[HeadingBand | None]) -> Iterator[PageRun]:
    run: PageRun | None = None
    each = zip(pages, divide_pages(pages), headings, strict=True)
    for place, (page, text, heading) in enumerate(each):
        lines = _gather_lines(page, text)
        following = (
            _open_run(page, place, lines, heading, is_open=run is not None)
            if heading
            else _go_on(run, page, place, lines)
        )
        joined = _join_runs(run, following)
        if run and not joined:
            yield run
        run = joined or following
    if run:
        yield run


def _join_runs(run: PageRun | None, following: PageRun | None) -> PageRun | None:
    """Both as one; None where they are not, or one is missing."""
    gutters = join_gutters(run.gutters, following.gutters) if run and following else None
    return PageRun(gutters, (*run.parts, *following.parts)) if run and following and gutters else None


def _gather_lines(page: Page, text: PageText) -> tuple[Line, ...]:
    """The lines of a page without its header and footer."""
    margins = {word for line in (*text.header, *text.footer) for word in line.words}
    return group_lines((word for word in page.words if word not in margins), page.width)


def _open_run(
    page: Page, place: int, lines: Sequence[Line], heading: HeadingBand, *, is_open: bool
) -> PageRun | None:
    """The table under a page's heading row, if lines do not hold all of its rows; where `is_open`, even if they do."""
    below = [line for line in _cut_foreign(page, lines, heading) if line.words[0].top >= heading.bottom - 1]
    gutters = find_gutters(heading, below)
    if gutters is None:
        return None
    frame = Frame(gutters, heading.is_numbered)
    run = PageRun(gutters, (PagePart(place, heading, repeats=True, lines=tuple(below)),))
    return run if is_open or _is_loose(page, heading, frame, below) else None


def _is_loose(page: Page, heading: HeadingBand, frame: Frame, lines: Sequence[Line]) -> bool:
    """Whether lines do not hold the headings, or a row below them; a title in a box over all columns is no heading."""
    held = _find_held(page, frame, lines)
    wide = [
        box
        for table in page.tables
        for box in table.boxes
        if _count_spanned(box, frame) == len(frame.gutters)
    ]
    headings = {
        word
        for word in page.words
        if heading.top <= word.top < heading.bottom and not any(box.holds(word) for box in wide)
    }
    return not headings <= held or _has_loose(frame, lines, held)


def _cut_foreign(page: Page, lines: Sequence[Line], heading: HeadingBand) -> Sequence[Line]:
    """The lines above the first ruled table below a heading row that is another one."""
    tops = (table.box.top for table in page.tables if _is_foreign(page, table, heading))
    end = min(tops, default=page.height)
    return [line for line in lines if line.words[0].top < end]


def _is_foreign(page: Page, table: Ruled, heading: HeadingBand) -> bool:
    """Whether a ruled table below a heading row is another: it has other columns, and begins no row with a number."""
    is_part = len(table.rows) < _FEWEST_ROWS or len(table.rows[0]) in {1, len(heading.columns)}
    if is_part or table.box.top < heading.bottom:
        return False
    boxes = [row[0].box for row in table.rows]
    firsts = (" ".join(word.text for word in page.words if box.holds(word)) for box in boxes if box)
    return not any(map(begins_row, firsts))


def _go_on(run: PageRun | None, page: Page, place: int, lines: Sequence[Line]) -> PageRun | None:
    """The rest of the table of the page before, on a page without a heading row."""
    if run is None:
        return None
    heading = run.parts[-1].heading
    below = _cut_foreign(page, lines, heading._replace(bottom=0.0))
    gutters = find_gutters(heading, below, run.gutters)
    rest = _take_part(page, run.parts[-1], Frame(gutters, heading.is_numbered), below) if gutters else ()
    return (
        PageRun(gutters, (PagePart(place, heading, repeats=False, lines=tuple(rest)),))
        if gutters and rest
        else None
    )


def _take_part(page: Page, above: PagePart, frame: Frame, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a page that go on with the table of the page before: its rows, or the rest of one."""
    if not lines or not is_row_line(frame, lines[0]):
        return ()
    is_same = any(len(table.rows[0]) == len(above.heading.columns) for table in page.tables)
    is_table = is_same or _has_loose(frame, lines, _find_held(page, frame, lines))
    return lines if is_table else _take_rest(frame, above.lines, lines)


def _take_rest(frame: Frame, above: Sequence[Line], lines: Sequence[Line]) -> Sequence[Line]:
    """The lines at a page's head that go on with the last row: they begin where others do, in their letters."""
    size = max((line.size for line in above), default=0.0)
    begins = {begin for line in above for begin in _find_begins(frame, line) if begin[0]}
    return tuple(takewhile(lambda line: line.size <= size and _find_begins(frame, line) <= begins, lines))


def _find_begins(frame: Frame, line: Line) -> set[tuple[int, int]]:
    """The columns that a line has words in, and the points at which those begin."""
    firsts: dict[int, float] = {}
    for word in line.words:
        firsts.setdefault(find_place(frame.gutters, word), word.x0)
    return {(place, round(x0)) for place, x0 in firsts.items()}


def _find_held(page: Page, frame: Frame, lines: Sequence[Line]) -> frozenset[Word]:
    """The words in cells that lines are drawn around; a box over numbers of rows is no cell.

    Nor is one over several columns, unless it is merged of what lines part in another row.
    """
    numbers = [lines[place].words[0] for place in find_starts(frame, lines)]
    cells = [
        box
        for table in page.tables
        for is_merged in (_is_columned(table, frame),)
        for box in table.boxes
        if _is_cell(box, frame, numbers, is_merged=is_merged)
    ]
    return frozenset(chain.from_iterable(hold_words(page.words, cells).values()))


def _is_columned(table: Ruled, frame: Frame) -> bool:
    """Whether lines part each column of a table from the next in most of its rows."""
    counts = [len({each.box for each in row}) for row in table.rows]
    return 2 * sum(count > len(frame.gutters) for count in counts) > len(counts)


def _is_cell(box: Box, frame: Frame, numbers: Iterable[Word], *, is_merged: bool) -> bool:
    spanned = 0 if is_merged else _count_spanned(box, frame)
    begun = sum(box.top <= (word.top + word.bottom) / 2 <= box.bottom for word in numbers)
    return max(spanned, begun) < _SPANNED


def _count_spanned(box: Box, frame: Frame) -> int:
    """How many gutters a box lies over."""
    return sum(box.x0 <= gutter.x0 and gutter.x1 <= box.x1 for gutter in frame.gutters)


def _has_loose(frame: Frame, lines: Iterable[Line], held: Container[Word]) -> bool:
    """Whether a row of the table, before anything that is none, is not held by lines."""
    least = min(_FEWEST, len(frame.gutters) + 1)
    for line in lines:
        own = [word in held for word in line.words]
        if not is_row_line(frame, line) and not all(own):
            return False
        if not any(own) and len(frame.find_places(line)) >= least:
            return True
    return False


def _rule_run(pages: Sequence[Page], run: PageRun) -> Iterator[tuple[int, Ruled]]:
    """The parts of a table as ruled ones; nothing where rows of any part cannot be told."""
    made: list[tuple[PagePart, Sequence[LooseRow]]] = []
    for part in run.parts:
        rules = find_rules(pages[part.page].rules, *_find_sides(run, part.lines))
        found = find_rows(Frame(run.gutters, part.heading.is_numbered, rules), part.lines)
        if found is None:
            return
        made += [(part, found)] if found else []
    lines = [line for _, loose in made for row in loose for line in row.lines if not row.is_full]
    edges = _find_edges(run.gutters, _find_sides(run, lines))
    for part, loose in made:
        yield part.page, _rule_part(part, loose, edges)


def _find_sides(run: PageRun, lines: Iterable[Line]) -> tuple[float, float]:
    """The leftmost and the rightmost point of a table's headings and `lines`."""
    columns = run.parts[0].heading.columns
    ends = [(line.x0, line.x1) for line in lines]
    return min((columns[0].x0, *(x0 for x0, _ in ends))), max((columns[-1].x1, *(x1 for _, x1 in ends)))


def _find_edges(gutters: Sequence[Gutter], sides: tuple[float, float]) -> Sequence[tuple[float, float]]:
    """From where to where each column reaches.

    A column ends as far before the next as the two that come closest: that is how far its lines may reach.
    """
    free = min(gutter.x1 - gutter.x0 for gutter in gutters)
    padding = min(free / 2, PADDING)
    lefts = [sides[0] - padding, *(gutter.x1 - padding for gutter in gutters)]
    rights = [*(gutter.x1 - free + padding for gutter in gutters), sides[1] + padding]
    return list(zip(lefts, rights, strict=True))


def _rule_part(part: PagePart, loose: Sequence[LooseRow], edges: Sequence[tuple[float, float]]) -> Ruled:
    """One page's rows with a box around each cell."""
    heading = part.heading
    drawn = [(Box(0.0, heading.top, 0.0, heading.bottom), False)] if part.repeats else []
    drawn += [(row.box, row.is_full) for row in loose]
    right = max((edges[-1][1], *(box.x1 for box, is_full in drawn if is_full)))
    outline = Box(edges[0][0], drawn[0][0].top - 1, right, drawn[-1][0].bottom)
    rows = tuple(_rule_row(box, edges, is_full=is_full) for box, is_full in drawn)
    return Ruled(outline, rows, is_loose=True)


def _rule_row(box: Box, edges: Sequence[tuple[float, float]], *, is_full: bool) -> tuple[GridPlace, ...]:
    top, bottom = box.top - 1, box.bottom
    if is_full:
        whole = Box(edges[0][0], top, max(edges[-1][1], box.x1), bottom)
        return (GridPlace(whole), *(GridPlace(whole, "column") for _ in edges[1:]))
    return tuple(GridPlace(Box(x0, top, x1, bottom)) for x0, x1 in edges)

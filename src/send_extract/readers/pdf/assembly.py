"""The pages of a PDF to one document: tables over pages joined, rows that a page cuts made whole."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Block, Cell, Document, Paragraph, Row, Run, Table
from send_extract.errors import DefectiveSource
from send_extract.readers import Read
from send_extract.readers.pdf.lines import Line, build_blocks, find_gap, find_wraps, group_lines, join_lines
from send_extract.readers.pdf.margins import divide_pages
from send_extract.readers.pdf.pages import read_pages
from send_extract.source import Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from send_extract.readers.pdf.margins import Text
    from send_extract.readers.pdf.pages import Page, Ruled
    from send_extract.source import Source

_PADDING = 12.0
"""The most points that a table leaves free between a line and the words beside it."""
_HEADING, _SUBHEADING = 1.5, 1.15
"""How much larger than the body a heading's letters are."""
_SHORT = 80
_NEAR = 4.0


class Part(NamedTuple):
    """A cell as it lies on the page: its lines, and whether it repeats a merged one."""

    lines: tuple[Line, ...] = ()
    span: str = ""


class Strip(NamedTuple):
    """A row as it lies on the page, and the number of that page."""

    parts: tuple[Part, ...]
    page: int


class Grid(NamedTuple):
    """A table as far as it has been put together: its columns' left edges, and its rows."""

    edges: tuple[float, ...]
    strips: tuple[Strip, ...]


def read_pdf_pages(source: Source) -> Read:
    """The document of a PDF, read in this process."""
    pages = read_pages(source)
    if not any(page.words for page in pages):
        message = f"{source.name}: the PDF has no text, only pictures of pages. Run OCR on it first."
        raise DefectiveSource(message)
    texts = divide_pages(pages)
    gathered = tuple(_gather(pages, texts))
    elements: list[Paragraph | Table] = []
    oddities = [
        diagnose("part-unread", Location(page=page.number), what="a page that is a picture without text")
        for page in pages
        if not page.words and page.has_pictures
    ]
    tables = 0
    body = _find_body_size(texts)
    for each in gathered:
        if isinstance(each, Grid):
            tables += 1
            table, found = _build_table(each, tables)
            elements.append(table)
            oddities += found
        else:
            elements.extend(_build_paragraphs(each, body))
    elements[:0] = _build_margin(texts, "header")
    elements.extend(_build_margin(texts, "footer"))
    return Read(Document(tuple(elements), "pdf"), tuple(oddities))


def _find_body_size(texts: Sequence[Text]) -> float:
    """The size of most letters outside the tables."""
    sizes = [word.size for text in texts for line in text.body for word in line.words for _ in word.text]
    return median(sizes) if sizes else 0.0


class Passage(NamedTuple):
    """Lines of one page that no table parts."""

    lines: tuple[Line, ...]
    page: int


def _gather(pages: Sequence[Page], texts: Sequence[Text]) -> Iterator[Passage | Grid]:
    """The passages and tables of all pages in order; a table that goes on on the next page is one."""
    open_grid: Grid | None = None
    for page, text in zip(pages, texts, strict=True):
        for each in _order_page(page, text):
            if isinstance(each, Grid) and open_grid is not None and _goes_on(open_grid, each):
                open_grid = _join_grids(open_grid, each)
                continue
            if open_grid is not None:
                yield open_grid
            open_grid = each if isinstance(each, Grid) else None
            if isinstance(each, Passage):
                yield each
    if open_grid is not None:
        yield open_grid


def _order_page(page: Page, text: Text) -> Iterator[Passage | Grid]:
    lines = list(text.body)
    for table in page.tables:
        above = [line for line in lines if line.words[0].top < table.box.top]
        lines = lines[len(above) :]
        if above:
            yield Passage(tuple(above), page.number)
        yield _read_grid(page, table)
    if lines:
        yield Passage(tuple(lines), page.number)


def _read_grid(page: Page, table: Ruled) -> Grid:
    words = [word for word in page.words if table.box.holds(word)]
    boxes = {place.box for row in table.rows for place in row if place.box is not None}
    held = {box: [word for word in words if box.holds(word)] for box in boxes}
    gaps = [min(word.x0 for word in own) - box.x0 for box, own in held.items() if own]
    padding = min(max(min(gaps, default=0.0), 0.0), _PADDING)
    lines = {box: group_lines(own, box.x1 - padding) for box, own in held.items()}
    gaps = [gap for own in lines.values() for pair in pairwise(own) if (gap := find_gap(*pair)) >= 0]
    leading = min(gaps, default=None)
    lines = {box: tuple(line._replace(leading=leading) for line in own) for box, own in lines.items()}
    edges = sorted({round(box.x0, 1) for box in boxes})
    strips = tuple(
        Strip(
            tuple(Part(lines[place.box], place.span) if place.box else Part() for place in row), page.number
        )
        for row in table.rows
    )
    return Grid(tuple(edges), strips)


def _goes_on(grid: Grid, following: Grid) -> bool:
    return len(grid.edges) == len(following.edges) and all(
        abs(left - right) < _NEAR for left, right in zip(grid.edges, following.edges, strict=True)
    )


def _join_grids(grid: Grid, following: Grid) -> Grid:
    """Both as one: a repeated heading row left out, a row that the page cut in two made whole."""
    strips = following.strips
    if _print_strip(strips[0]) == _print_strip(grid.strips[0]):
        strips = strips[1:]
    if strips and not strips[0].parts[0].lines and len(grid.strips) > 1:
        last, first, strips = grid.strips[-1], strips[0], strips[1:]
        parts = tuple(
            Part(above.lines + below.lines, above.span)
            for above, below in zip(last.parts, first.parts, strict=True)
        )
        return Grid(grid.edges, (*grid.strips[:-1], Strip(parts, last.page), *strips))
    return Grid(grid.edges, grid.strips + strips)


def _print_strip(strip: Strip) -> str:
    return " | ".join(" ".join(line.text for line in part.lines) for part in strip.parts)


def _build_table(grid: Grid, number: int) -> tuple[Table, list[Diagnostic]]:
    rows = [
        Row(
            tuple(Cell(build_blocks(part.lines), part.span) for part in strip.parts),
            Location(page=strip.page, table=number, row=place),
        )
        for place, strip in enumerate(grid.strips, 1)
    ]
    flags = [diagnose("pdf-row", row.location) for row in rows[1:] if any(cell.blocks for cell in row.cells)]
    return Table(tuple(rows), Location(page=grid.strips[0].page, table=number)), flags


def _build_paragraphs(passage: Passage, body: float) -> Iterator[Paragraph]:
    """The paragraphs of lines outside tables: wrapped lines of one size joined."""
    gathered: list[Line] = []
    for line, wrapped in zip(passage.lines, find_wraps(passage.lines), strict=True):
        if gathered and not (wrapped and line.size == gathered[-1].size):
            yield _build_paragraph(gathered, passage.page, body)
            gathered = []
        gathered.append(line)
    yield _build_paragraph(gathered, passage.page, body)


def _build_paragraph(lines: Sequence[Line], page: int, body: float) -> Paragraph:
    block = build_blocks(lines)[0] if len(lines) == 1 else Block(join_lines(lines))
    return Paragraph(block, Location(page=page), _find_level(lines, body))


def _find_level(lines: Sequence[Line], body: float) -> int:
    """A heading's level by the size of its letters, or by a short line all in bold."""
    size = max(line.size for line in lines)
    if size > _HEADING * body:
        return 1
    if size > _SUBHEADING * body:
        return 2
    text = " ".join(line.text for line in lines)
    return (
        3 if len(text) < _SHORT and all("b" in word.emphasis for line in lines for word in line.words) else 0
    )


def _build_margin(texts: Sequence[Text], side: str) -> Iterator[Paragraph]:
    """The page headers, or footers, each wording once."""
    lines: tuple[Line, ...] = tuple(line for text in texts for line in getattr(text, side))
    for words in dict.fromkeys(line.text for line in lines):
        yield Paragraph(Block((Run(words),)), Location(), 0, side)

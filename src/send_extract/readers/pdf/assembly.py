"""The pages of a PDF to one document: tables over pages joined, rows that a page cuts made whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress, pairwise, starmap
from statistics import median
from typing import NamedTuple

from msgspec.structs import replace

from send_extract.account import tally_part
from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Block, Cell, Document, Element, Paragraph, Row, Table, make_block
from send_extract.errors import DefectiveSource
from send_extract.notation.numbers import begins_row, names_group, take_labelled
from send_extract.readers import Read
from send_extract.readers.pdf.blocks import build_blocks, find_signs, join_lines
from send_extract.readers.pdf.ends import keeps_each_space
from send_extract.readers.pdf.grids import Grid, goes_on, join_grids, read_grid
from send_extract.readers.pdf.lines import Line, find_wraps
from send_extract.readers.pdf.margins import PageText, divide_pages
from send_extract.readers.pdf.pages import Page, read_pages
from send_extract.readers.pdf.seams import PUNCTUATION, Habits
from send_extract.readers.pdf.unruled import find_headed_page, rule_pages
from send_extract.readers.pdf.words import Word
from send_extract.runs import part_runs
from send_extract.source import Location, Source

_LARGER = 1.15
"""How much larger than the body's a heading's letters are."""
_DEEPEST = 6
_SAME_SIZE = 0.2
"""Points by which the letters of one paragraph may differ."""
_SHORT = 80
"""The most characters of a heading that is told by its bold letters."""
_BESIDE = 0.5
"""Words nearer than this, in font sizes, stand side by side."""
_KEPT = 0.1
"""The part of lines that end in a space where spaces at the end are printed; the last of a paragraph has none."""
_NO_PAGES = "the PDF is damaged: no page of it can be found. Send it again, or save it anew."
_DAMAGED = "the PDF is damaged: no words of its pages can be unpacked. Send it again, or save it anew."
_NO_WORDS = "the PDF has no text, only pictures of pages. Run OCR on it first."
_FEW_LINES = (
    "the table on page {} has too few lines to tell its rows and columns. "
    "Save it with all its borders, or send the file that the PDF was made from."
)


def read_pdf(source: Source) -> Read:
    """The document of a PDF that has text; every row of its tables is flagged for review.

    Raises:
        DefectiveSource: the file is broken, protected, hostile, or a scan without text.
        MissingExtra: the `pdf` extra is not installed.
    """
    pages = rule_pages(read_pages(source))
    _check_words(source.name, pages)
    texts = divide_pages(pages)
    oddities = list(_report_unread(pages))
    elements: list[Element] = list(_build_margins(pages, texts))
    tables = 0
    sizes = _find_heading_sizes(texts)
    gathered = list(_gather(pages, texts))
    habits = _learn_habits(pages, gathered)
    for each in gathered:
        if isinstance(each, Grid):
            tables += 1
            table, found = _build_table(each, tables, habits)
            elements.append(table)
            oddities += found
        else:
            elements.extend(_build_paragraphs(each, sizes, habits))
    _mark_title(elements)
    elements.extend(
        Paragraph(make_block(comment), Location(page=page.number), 0, "comment")
        for page in pages
        for comment in page.comments or ()
    )
    tallies = tuple(tally_part(page.text, Location(page=page.number)) for page in pages)
    return Read(Document(tuple(elements), "pdf"), tuple(oddities), tallies)


def _check_words(name: str, pages: Sequence[Page]) -> None:
    """Refuses what has no words to read, and says which of its pages are pictures.

    Raises:
        DefectiveSource: there are no pages, no words, no table where most pages are pictures, or a heading row
            whose table cannot be told.
    """
    defect = _find_defect(pages) if pages else _NO_PAGES
    if defect:
        message = f"{name}: {defect}"
        raise DefectiveSource(message)


def _find_defect(pages: Sequence[Page]) -> str:
    """What makes pages unreadable, and what to do; empty where nothing does."""
    if not any(page.words for page in pages):
        return _DAMAGED if any(page.is_damaged for page in pages) else _NO_WORDS
    return "" if any(page.tables for page in pages) else _find_lost_table(pages)


def _find_lost_table(pages: Sequence[Page]) -> str:
    """Why pages with words have no table: it is in a picture, or has too few lines; empty where it is neither."""
    pictures = [str(page.number) for page in pages if page.has_unread]
    if 2 * len(pictures) >= len(pages):
        return f"{_name_pictures(pictures)} without text, and no table stands on the others. Run OCR on it first."
    headed = find_headed_page(pages)
    return _FEW_LINES.format(headed) if headed else ""


def _name_pictures(pages: Sequence[str]) -> str:
    return f"page {pages[0]} is a picture" if len(pages) == 1 else f"pages {', '.join(pages)} are pictures"


def _report_unread(pages: Sequence[Page]) -> Iterator[Diagnostic]:
    for page in pages:
        unread = (
            (page.has_unread, "a page that is a picture without text"),
            (page.comments is None, "damaged form fields or comments"),
            (page.is_damaged, "the rest of a damaged page"),
            (page.is_overprinted, "words that are printed over one another"),
        )
        for is_so, what in unread:
            if is_so:
                yield diagnose("part-unread", Location(page=page.number), what=what)


def _learn_habits(pages: Sequence[Page], gathered: Iterable[PagePassage | Grid]) -> Habits:
    """The words that stand whole, with others on both sides of them, and whether lines keep the space they end in."""
    pairs = [pair for page in pages for pair in pairwise(page.words)]
    beside = [_stand_beside(word, after) for word, after in pairs]
    whole = compress((word for word, _ in pairs[1:]), map(all, pairwise(beside)))
    ends = [word.spaced for word, after in pairs if not _is_level(word, after)]
    habits = Habits(frozenset(_bare(word.text) for word in whole), sum(ends) > _KEPT * len(ends))
    grids = (each for each in gathered if isinstance(each, Grid))
    cells = (part.lines for grid in grids for strip in grid.strips for part in strip.parts)
    return habits._replace(keeps_each=habits.keeps_spaces and keeps_each_space(cells, habits))


def _bare(text: str) -> str:
    return text.lower().strip(PUNCTUATION)


def _stand_beside(word: Word, after: Word) -> bool:
    return 0 < after.x0 - word.x1 < _BESIDE * word.size and _is_level(word, after)


def _is_level(word: Word, after: Word) -> bool:
    return abs(after.top - word.top) < _BESIDE * word.size


def _find_heading_sizes(texts: Sequence[PageText]) -> Sequence[float]:
    """The sizes of letters larger than most, the largest first."""
    lines = [line for text in texts for line in text.body]
    body = _find_body_size(lines)
    found: list[float] = []
    for size in sorted((line.size for line in lines if line.size > _LARGER * body), reverse=True):
        if not found or size < found[-1] - _SAME_SIZE:
            found.append(size)
    return found


def _find_body_size(lines: Sequence[Line]) -> float:
    """The size of most letters, those of a first line that is larger than all others left out."""
    others = lines[1:]
    is_titled = bool(others) and lines[0].size > _LARGER * max(line.size for line in others)
    sizes = [word.size for line in (others if is_titled else lines) for word in line.words for _ in word.text]
    return median(sizes) if sizes else 0.0


class PagePassage(NamedTuple):
    """Lines of one page that no table parts."""

    lines: tuple[Line, ...]
    page: int


def _gather(pages: Sequence[Page], texts: Sequence[PageText]) -> Iterator[PagePassage | Grid]:
    """The passages and tables of all pages in order; a table that goes on on the next page is one."""
    last: PagePassage | Grid | None = None
    for each in chain.from_iterable(map(_order_page, pages, texts)):
        if isinstance(each, Grid) and isinstance(last, Grid) and goes_on(last, each):
            last = join_grids(last, each)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _order_page(page: Page, text: PageText) -> Iterator[PagePassage | Grid]:
    lines = list(text.body)
    for table in page.tables:
        above = [line for line in lines if line.words[0].top < table.box.top]
        lines = lines[len(above) :]
        if above:
            yield PagePassage(tuple(above), page.number)
        yield read_grid(page, table)
    if lines:
        yield PagePassage(tuple(lines), page.number)


def _build_table(grid: Grid, number: int, habits: Habits) -> tuple[Table, list[Diagnostic]]:
    signs = frozenset(
        sign for strip in grid.strips for part in strip.parts for sign in find_signs(part.lines)
    )
    rows = []
    for place, strip in enumerate(grid.strips, 1):
        cells = (Cell(build_blocks(part.lines, habits, signs), part.span) for part in strip.parts)
        rows.append(Row(tuple(cells), Location(page=strip.page, table=number, row=place)))
    flags = [diagnose("pdf-row", row.location) for row in rows[1:] if row.is_filled]
    return Table(tuple(rows), Location(page=grid.strips[0].page, table=number)), flags


def _build_paragraphs(passage: PagePassage, sizes: Sequence[float], habits: Habits) -> Iterator[Paragraph]:
    """The paragraphs of lines outside tables: wrapped lines of one size joined."""
    pairs = zip(passage.lines, find_wraps(passage.lines), strict=True)
    for run in part_runs(pairs, _is_apart):
        yield _build_paragraph([line for line, _ in run], passage.page, sizes, habits)


def _is_apart(run: Sequence[tuple[Line, bool]], pair: tuple[Line, bool]) -> bool:
    line, is_wrapped = pair
    return not (is_wrapped and abs(line.size - run[-1][0].size) < _SAME_SIZE)


def _build_paragraph(lines: Sequence[Line], page: int, sizes: Sequence[float], habits: Habits) -> Paragraph:
    level = _find_level(lines, sizes)
    is_item = len(lines) == 1 and not level
    block = build_blocks(lines)[0] if is_item else Block(join_lines(lines, habits))
    return Paragraph(block, Location(page=page), level)


def _mark_title(elements: list[Element]) -> None:
    """Marks the one heading of the highest rank as the document's title, where it stands first and counts nothing."""
    body = [each for each in elements if isinstance(each, Paragraph) and each.kind == "body"]
    if body and _is_above_all(*body) and body[0].location.page == 1 and not _is_counted(body[0].text):
        elements[elements.index(body[0])] = replace(body[0], level=0, kind="title")


def _is_above_all(first: Paragraph, *others: Paragraph) -> bool:
    """Whether the first of some paragraphs is a heading, and none of the others one as high."""
    return first.level > 0 and not any(0 < each.level <= first.level for each in others)


def _is_counted(text: str) -> bool:
    """Whether a heading is of a group, or begins with a number."""
    return names_group(text) or begins_row(text) or take_labelled(text) is not None


def _find_level(lines: Sequence[Line], sizes: Sequence[float]) -> int:
    """A heading's level by the size of its letters among those of headings, or by a short line all in bold."""
    size = max(line.size for line in lines)
    larger = sum(size < each - _SAME_SIZE for each in sizes)
    if larger < len(sizes):
        return min(larger + 1, _DEEPEST)
    is_short = sum(len(line.text) + 1 for line in lines) <= _SHORT
    return min(len(sizes) + 1, _DEEPEST) if is_short and _is_bold(lines) else 0


def _is_bold(lines: Sequence[Line]) -> bool:
    return all("b" in word.emphasis for line in lines for word in line.words)


def _build_margins(pages: Sequence[Page], texts: Sequence[PageText]) -> Iterator[Paragraph]:
    """The page headers, the footers, and what is printed across pages; each wording once.

    The longest header is the title where nothing else stands above the first table.
    """
    headers = dict.fromkeys(_find_texts(text.header for text in texts))
    stamps = (page.stamp for page in pages if page.stamp)
    footers = dict.fromkeys((*_find_texts(text.footer for text in texts), *stamps))
    title = "" if _has_words_above(pages[0], texts[0]) else max(headers, key=len, default="")
    kinds = dict.fromkeys(headers, "header") | ({title: "title"} if " " in title else {})
    return starmap(_print_margin, (*kinds.items(), *dict.fromkeys(footers, "footer").items()))


def _find_texts(margins: Iterable[Sequence[Line]]) -> Iterator[str]:
    return (line.text for lines in margins for line in lines)


def _print_margin(words: str, kind: str) -> Paragraph:
    return Paragraph(make_block(words), Location(), 0, kind)


def _has_words_above(page: Page, text: PageText) -> bool:
    top = page.tables[0].box.top if page.tables else page.height
    return any(line.words[0].top < top for line in text.body)

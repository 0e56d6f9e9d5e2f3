"""A page of HTML to elements: its headings, paragraphs and tables in order, without their markup.

The page is parsed once, by BeautifulSoup over lxml, and its tree goes straight to blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from send_extract.diagnostics import Diagnostic
from send_extract.document import Cell, Element, Paragraph, Row, Table, make_block
from send_extract.readers.markup import Marked
from send_extract.readers.page.parsing import parse_page
from send_extract.readers.page.shape import HEADINGS, Indexed, find_shape, is_margin
from send_extract.readers.page.tables import TableLine, find_pairs, find_parts, span_cell
from send_extract.readers.page.titles import is_printed_as_title
from send_extract.readers.page.words import WordReader
from send_extract.readers.spans import Spanned, expand_spans
from send_extract.readers.tags import is_count
from send_extract.source import NOWHERE, Location

LINE = "data-line"
"""The attribute in which a reader leaves the line of its own source."""
KIND = "data-kind"
"""The attribute in which a reader leaves what kind of paragraph this is."""

_LEVELS = {name: level for level, name in enumerate(HEADINGS, 1)}


class WebPage(NamedTuple):
    """What stands on a page, in order; its `<title>`; what was odd; and its text before anything is made of it."""

    elements: tuple[Element, ...]
    title: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    text: str = ""


def read_page(markup: str, *, exact: bool = False) -> WebPage:
    """The elements of a whole page, or of a part of one.

    `exact` says that a reader made the markup: its white space and the lines in its tags are the source's.
    """
    soup, tags, text = parse_page(markup)
    title = next((tag.get_text() for tag, _ in tags if tag.name == "title"), "")
    reading = _Reading(tags, exact=exact)
    explained = list(_list_explained(soup)) if "abbr" in markup else []
    elements = (*reading.read(soup), *(Paragraph(make_block(words)) for words in explained))
    return WebPage(
        elements, " ".join(title.split()), tuple(reading.diagnostics), "\n".join((text, *explained))
    )


def _list_explained(soup: BeautifulSoup) -> Iterator[str]:
    """What a page says of its abbreviations when they are pointed at, as a text has it (`Head of Coast (HoC)`)."""
    tags = soup.find_all("abbr", title=True)
    found = ((" ".join(str(tag["title"]).split()), tag.get_text().strip()) for tag in tags)
    return (f"{words} ({term})" for words, term in dict.fromkeys(found) if words and term and words != term)


def read_fragment(markup: str) -> Marked:
    """The blocks of a cell's markup, whatever stands in it."""
    soup, tags, _ = parse_page(markup)
    return WordReader(tags, find_shape(tags).with_structures, exact=True).read_cell(soup)


class _Reading:
    """One page being read: how many tables so far, and what was odd."""

    def __init__(self, tags: Sequence[Indexed], *, exact: bool) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._exact = exact
        self._place = NOWHERE
        self._is_headed = False
        self._shape = find_shape(tags)
        self._words = WordReader(tags, self._shape.with_structures, exact=exact)

    def read(self, soup: BeautifulSoup) -> Iterator[Element]:
        """The elements in order: what is neither heading nor table is gathered until one of them comes."""
        self._words.enter(soup)
        stack = [(iter(soup.contents), "body")]
        while stack:
            nodes, kind = stack[-1]
            for node in nodes:
                if not isinstance(node, Tag):
                    self._words.add([node])
                elif self._words.hide_whole(node):
                    continue
                elif self._is_looked_through(node):
                    yield from self._take(kind)
                    self._words.enter(node)
                    stack.append((iter(node.contents), self._find_kind(node, kind)))
                    break
                else:
                    yield from self._read_tag(node, kind)
            else:
                yield from self._take(kind)
                self._words.leave()
                stack.pop()

    def _is_looked_through(self, tag: Tag) -> bool:
        if tag.name == "table":
            return id(tag) in self._shape.places
        return id(tag) in self._shape.holders and tag.name not in _LEVELS

    def _read_tag(self, tag: Tag, kind: str) -> Iterator[Element]:
        if tag.name == "table":
            yield from self._take(kind)
            yield from self._read_table(tag)
        elif id(tag) in self._shape.definitions:
            yield from self._take(kind)
            yield from self._read_definitions(tag)
        elif tag.name in _LEVELS or self._stands_apart(tag) or self._heads_page(tag):
            yield from self._take(kind)
            yield from self._read_apart(tag, kind)
        else:
            self._words.add([tag])

    def _read_apart(self, tag: Tag, kind: str) -> Iterator[Paragraph]:
        """A heading, or what knows its own kind; a line counts for what follows, until the next is told."""
        self._words.add([tag])
        self._place = self._locate(tag)
        own, level = self._find_kind(tag, kind), _LEVELS.get(tag.name, int(self._heads_page(tag)))
        self._is_headed = True
        if level or own != kind:
            yield from self._take(own, level=level)

    def _heads_page(self, tag: Tag) -> bool:
        """Whether a paragraph is printed as a title above everything else."""
        return not (self._is_headed or self._exact) and is_printed_as_title(tag)

    def _stands_apart(self, tag: Tag) -> bool:
        """Whether a tag knows the line or the kind of its words."""
        if self._exact:
            return tag.has_attr(LINE) or tag.has_attr(KIND)
        return is_margin(tag)

    def _find_kind(self, tag: Tag, around: str) -> str:
        if self._exact:
            return str(tag.get(KIND, around))
        return "footer" if is_margin(tag) and id(tag) not in self._shape.with_tables else around

    def _locate(self, tag: Tag, table: int | None = None, row: int | None = None) -> Location:
        line = str(tag.get(LINE, "")) if self._exact else ""
        return Location(line=int(line)) if is_count(line) else Location(table=table, row=row)

    def _take(self, kind: str, place: Location | None = None, level: int = 0) -> Iterator[Paragraph]:
        """The paragraphs of the words that were gathered."""
        place, self._place = place or self._place, NOWHERE
        for block in self._report(self._words.take(), place).blocks:
            yield Paragraph(block, place, level, kind)

    def _report(self, marked: Marked, place: Location) -> Cell:
        self.diagnostics.extend(finding.at(place) for finding in marked.findings)
        return marked.cell

    def _read_table(self, table: Tag) -> Iterator[Element]:
        self._is_headed = True
        number = self._shape.numbers[id(table)]
        place = self._locate(table, number)
        self._words.enter(table)
        lines, strays = find_parts(table, self._words.hide_part)
        yield from self._read_strays(strays, place)
        groups = groupby(lines, lambda line: id(line.group))
        rows = list(chain.from_iterable(self._read_group([*group], number) for _, group in groups))
        self._words.leave()
        body = tuple(row for line, row in rows if not _is_note(line, row))
        if body:
            yield Table(body, place)
        yield from chain.from_iterable(row.paragraphs for line, row in rows if _is_note(line, row))

    def _read_group(self, lines: Sequence[TableLine], table: int) -> Iterator[tuple[TableLine, Row]]:
        """The rows of one group, merged cells laid out: no cell reaches beyond its group (HTML, 4.9.12)."""
        places = [self._locate(line.tag, table, line.place) for line in lines]
        self._words.enter(lines[0].group)
        spanned = [self._read_line(line, place) for line, place in zip(lines, places, strict=True)]
        self._words.leave()
        for line, place, cells in zip(lines, places, expand_spans(spanned), strict=True):
            yield line, Row(cells, place, line.is_header)

    def _read_line(self, line: TableLine, place: Location) -> tuple[Spanned, ...]:
        in_head = line.group.name == "thead"
        self._words.enter(line.tag)
        cells = tuple(
            self._read_cell(cell, place, is_heading=in_head or cell.name == "th") for cell in line.cells
        )
        self._words.leave()
        return cells

    def _read_cell(self, cell: Tag, place: Location, *, is_heading: bool) -> Spanned:
        return span_cell(cell, self._report(self._words.read_cell(cell, is_heading=is_heading), place))

    def _read_definitions(self, definitions: Tag) -> Iterator[Element]:
        number = self._shape.numbers[id(definitions)]
        pairs, strays = find_pairs(definitions)
        yield from self._read_strays([strays], Location(table=number))
        rows = [
            Row(tuple(self._read_parts(part, place) for part in pair), place)
            for row, pair in enumerate(pairs, 1)
            for place in [Location(table=number, row=row)]
        ]
        yield Table(tuple(rows), Location(table=number))

    def _read_parts(self, parts: Sequence[Tag], place: Location) -> Cell:
        self._words.add(parts)
        return self._report(self._words.take(), place)

    def _read_strays(self, strays: Iterable[Sequence[PageElement]], place: Location) -> Iterator[Paragraph]:
        """What stands in a table outside every cell: a caption, and what a broken page leaves between rows."""
        yield from self._take("body", place)
        for nodes in strays:
            self._words.add(nodes)
            yield from self._take("body", place)


def _is_note(line: TableLine, row: Row) -> bool:
    """Whether a row is a remark at a table's foot and no record: words in one cell alone."""
    return line.is_foot and len(row.own) <= 1

"""One walk of a Word file's XML to paragraphs and tables (ECMA-376, part 1, 17)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.document import Block, Cell, Element, Paragraph, Row, Run, make_block
from send_extract.readers.blocks import trim_runs
from send_extract.readers.docx.controls import settle_controls
from send_extract.readers.docx.names import CELL, PARAGRAPH, RUN, TABLE, TEXT, W, find_children
from send_extract.readers.docx.paragraphs import WordParagraph
from send_extract.readers.docx.tables import (
    WordRow,
    count_heading_rows,
    find_rows,
    find_words,
    read_fill,
    read_reach,
)
from send_extract.readers.flow import Flow
from send_extract.source import Location

if TYPE_CHECKING:
    from lxml import etree

    from send_extract.readers.docx.numbering import Lists
    from send_extract.readers.docx.styles import WordStyles

_DELETED_TEXT = f"{W}delText"
_FLOW = frozenset((PARAGRAPH, TABLE, RUN, TEXT))
"""What flows down a page: paragraphs and tables, and words that a damaged file has outside them."""


class Walk:
    """A file being read: what has been met so far.

    `places` are those of notes and comments, by the kind of reference and its number.
    """

    table_tag, cell_tag = TABLE, CELL
    find_rows = staticmethod(find_rows)
    find_words = staticmethod(find_words)

    def __init__(self, styles: WordStyles, lists: Lists) -> None:
        self.places: dict[tuple[str, str], Location] = {}
        self.flow = Flow(self)
        self._styles = styles
        self._lists = lists

    def read_body(self, main: etree._Element) -> tuple[Element, ...]:
        """The elements of the main part; the numbers that run down a column stand before its words."""
        self.flow.tell(*settle_controls(main))
        return self.flow.finish(element for part in main for element in self.flow.read(part))

    def read_lines(self, root: etree._Element) -> list[Block]:
        """The paragraphs of a part, those of its tables and text boxes among them, without the marks of lists."""
        self.flow.tell(*settle_controls(root))
        return self.flow.read_lines(root)

    def read_container(self, container: etree._Element) -> Iterator[Paragraph | etree._Element]:
        """The paragraphs of a container, its text boxes behind that which holds them, and its tables as they are.

        What stands before a deleted end of a paragraph belongs to the next one (17.13.5.15).
        """
        carried: list[tuple[str, str]] = []
        for element in find_children(container, _FLOW):
            if element.tag == TABLE:
                yield element
                continue
            paragraph = self._read_words(element, carried)
            carried = paragraph.words if paragraph.style.is_joined else []
            if not paragraph.style.is_joined:
                yield self._make_paragraph(paragraph, element)
            if paragraph.has_asides:
                yield from self._leave(paragraph)
        if carried:
            yield Paragraph(Block(trim_runs(carried)))

    def _read_words(self, element: etree._Element, carried: list[tuple[str, str]]) -> WordParagraph:
        paragraph = WordParagraph(self._styles, carried)
        if element.tag == TEXT:  # what is inside it comes next
            paragraph.add(element.text or "", paragraph.style.look)
        else:
            paragraph.read(element if element.tag == PARAGRAPH else (element,))
        return paragraph

    def _leave(self, paragraph: WordParagraph) -> Iterator[Paragraph | etree._Element]:
        """Notes what a paragraph holds beside its words, and gives what stands in its text boxes."""
        self.places |= dict.fromkeys(paragraph.references, self.flow.place)
        self.flow.tell_words("words-hidden", "".join(paragraph.hidden))
        for box in paragraph.boxes:
            if isinstance(box, str):
                yield Paragraph(make_block(box))
            else:
                yield from self.read_container(box)

    def _make_paragraph(self, paragraph: WordParagraph, element: etree._Element) -> Paragraph:
        runs = trim_runs(paragraph.words)
        level = 0 if self.flow.cell else paragraph.style.level
        number = self._lists.count(paragraph.style) if paragraph.style.number else None
        if number is None or (not runs and _is_deleted(element)):
            return Paragraph(Block(runs), level=level)
        mark = Run(number.mark, paragraph.style.end.emphasis.strip("biu^_"))
        return Paragraph(self.flow.number(runs, number, mark, is_heading=level > 0), level=level)

    def list_cells(self, rows: Sequence[WordRow]) -> Iterator[etree._Element]:
        """The cells of rows, in order."""
        return chain.from_iterable(row.cells for row in rows)

    def lay_rows(self, rows: Sequence[WordRow], table: int) -> Iterator[Row]:
        """The rows of the `table`th table, merged cells repeated and marked so."""
        headings, above = count_heading_rows(rows), dict[int, Cell]()
        for place, row in enumerate(rows, 1):
            self.flow.place = Location(table=table, row=place)
            cells, above = self._lay_row(row, above)
            yield Row(cells, self.flow.place, place <= headings)

    def _lay_row(self, row: WordRow, above: dict[int, Cell]) -> tuple[tuple[Cell, ...], dict[int, Cell]]:
        """A row's cells, merged ones repeated and marked so, and those that the row below may go on with, by column."""
        cells = [Cell()] * row.before
        below: dict[int, Cell] = {}
        for element in row.cells:
            columns, merge = read_reach(element)
            cell = self.flow.read_cell(element)
            if not cell.blocks:
                cell = Cell(fill=read_fill(element))
            if merge == "continue" and len(cells) in above:
                self.flow.tell_words("words-hidden", cell.text)
                cell = replace(above[len(cells)], span="row")
            if merge:
                below[len(cells)] = cell
            cells.append(cell)
            if columns > 1:
                cells += [replace(cell, span=cell.span or "column")] * (columns - 1)
        return (*cells, *[Cell()] * row.after), below


def _is_deleted(paragraph: etree._Element) -> bool:
    return next(paragraph.iter(_DELETED_TEXT), None) is not None

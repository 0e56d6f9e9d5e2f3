"""One walk of a Word file's XML to paragraphs and tables (ECMA-376, part 1, 17)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Block, Cell, Element, Paragraph, Row, Run, Table
from send_extract.readers.blocks import trim_runs
from send_extract.readers.counts import (
    Counted,
    build_cell,
    find_running,
    is_number_alone,
    number_block,
    print_running,
)
from send_extract.readers.docx.controls import settle_controls
from send_extract.readers.docx.names import PARAGRAPH, RUN, TABLE, TEXT, W, find_children
from send_extract.readers.docx.paragraphs import WordParagraph
from send_extract.readers.docx.tables import (
    WordRow,
    count_heading_rows,
    find_rows,
    holds_plan,
    is_layout,
    read_reach,
)
from send_extract.readers.insets import place_blocks
from send_extract.readers.lines import change_cells
from send_extract.source import NOWHERE, Location

if TYPE_CHECKING:
    from lxml import etree

    from send_extract.readers.docx.numbering import Lists
    from send_extract.readers.docx.styles import WordStyles

_DELETED_TEXT = f"{W}delText"
_FLOW = frozenset((PARAGRAPH, TABLE, RUN, TEXT))
"""What flows down a page: paragraphs and tables, and words that a damaged file has outside them."""


class Walk:
    """A file being read: what has been met so far.

    `places` are those of notes and comments, by the kind of reference and its number; `oddities` tell of what is
    not printed as it stands.
    """

    def __init__(self, styles: WordStyles, lists: Lists) -> None:
        self.places: dict[tuple[str, str], Location] = {}
        self.oddities: dict[Diagnostic, None] = {}
        self._styles = styles
        self._lists = lists
        self._counted: list[Counted] = []
        self._tables = self._cells = self._cell = 0
        self._place = NOWHERE

    def read_body(self, main: etree._Element) -> tuple[Element, ...]:
        """The elements of the main part; the numbers that run down a column stand before its words."""
        self._tell(*settle_controls(main))
        elements = tuple(element for part in main for element in self._read_flow(part))
        running = find_running(self._counted)
        marks = {id(each.block): each.mark for each in self._counted if each.list_name in running}
        return tuple(change_cells(elements, lambda cell: print_running(cell, marks))) if marks else elements

    def read_lines(self, root: etree._Element) -> list[Block]:
        """The paragraphs of a part, those of its tables and text boxes among them, without the marks of lists."""
        self._tell(*settle_controls(root))
        blocks = self._read_blocks(root)
        return [Block(block.runs) for block in blocks if block.runs and not is_number_alone(block)]

    def _tell(self, *oddities: Diagnostic) -> None:
        self.oddities |= dict.fromkeys(oddities)

    def _tell_hidden(self, text: str) -> None:
        words = " ".join(text.split())
        if words:
            self._tell(diagnose("words-hidden", NOWHERE, text=words))

    def _read_flow(self, container: etree._Element) -> Iterator[Element]:
        for element in self._read_container(container):
            if not isinstance(element, Paragraph):
                yield from self._read_table(element)
            elif element.block.runs and not is_number_alone(element.block):
                yield element

    def _read_blocks(self, container: etree._Element) -> list[Block]:
        """The blocks of a cell; those of a table inside it one after another."""
        blocks: list[Block] = []
        for element in self._read_container(container):
            if isinstance(element, Paragraph):
                blocks.append(element.block)
            else:
                blocks += self._read_inside(element)
        return blocks

    def _read_inside(self, table: etree._Element) -> Iterator[Block]:
        """The blocks of a table inside a cell; those of a plan know their places in it."""
        self._tables += 1
        rows = find_rows(table)
        if not holds_plan(rows):
            for inner in chain.from_iterable(row.cells for row in rows):
                yield from self._read_blocks(inner)
            return
        place, cell = self._place, self._cell
        laid = [row.cells for row in self._read_rows(rows, self._tables)]
        self._place, self._cell = place, cell
        yield from place_blocks(laid, self._tables)

    def _read_container(self, container: etree._Element) -> Iterator[Paragraph | etree._Element]:
        """The paragraphs of a container, its text boxes behind that which holds them, and its tables as they are.

        What stands before a deleted end of a paragraph belongs to the next one (17.13.5.15).
        """
        carried: list[tuple[str, str]] = []
        for element in find_children(container, _FLOW):
            if element.tag == TABLE:
                yield element
                continue
            paragraph = WordParagraph(self._styles, carried)
            paragraph.read(element if element.tag == PARAGRAPH else (element,))
            carried = paragraph.words if paragraph.style.is_joined else []
            if not paragraph.style.is_joined:
                yield self._make_paragraph(paragraph, element)
            if paragraph.has_asides:
                yield from self._leave(paragraph)
        if carried:
            yield Paragraph(Block(trim_runs(carried)))

    def _leave(self, paragraph: WordParagraph) -> Iterator[Paragraph | etree._Element]:
        """Notes what a paragraph holds beside its words, and gives what stands in its text boxes."""
        self.places |= dict.fromkeys(paragraph.references, self._place)
        self._tell_hidden("".join(paragraph.hidden))
        for box in paragraph.boxes:
            if isinstance(box, str):
                yield Paragraph(Block((Run(box),)))
            else:
                yield from self._read_container(box)

    def _make_paragraph(self, paragraph: WordParagraph, element: etree._Element) -> Paragraph:
        runs = trim_runs(paragraph.words) if paragraph.words else ()
        level = 0 if self._cell else paragraph.style.level
        number = self._lists.count(paragraph.style) if paragraph.style.number else None
        if number is None or (not runs and _is_deleted(element)):
            return Paragraph(Block(runs), level=level)
        mark = Run(number.mark, paragraph.style.end.emphasis.strip("biu^_"))
        block = number_block(runs, number, mark, is_heading=level > 0)
        if block.level and number.is_counted:
            self._counted.append(Counted(block, mark, number.list_name, self._cell))
        return Paragraph(block, level=level)

    def _read_table(self, table: etree._Element) -> Iterator[Element]:
        self._tables += 1
        number, rows = self._tables, find_rows(table)
        if is_layout(table, rows):
            for cell in chain.from_iterable(row.cells for row in rows):
                yield from self._read_flow(cell)
        else:
            yield Table(tuple(self._read_rows(rows, number)), Location(table=number))

    def _read_rows(self, rows: list[WordRow], table: int) -> Iterator[Row]:
        headings, above = count_heading_rows(rows), dict[int, Cell]()
        for place, row in enumerate(rows, 1):
            self._place = Location(table=table, row=place)
            cells, above = self._lay_row(row, above)
            yield Row(cells, self._place, place <= headings)
        self._place = NOWHERE

    def _lay_row(self, row: WordRow, above: dict[int, Cell]) -> tuple[tuple[Cell, ...], dict[int, Cell]]:
        """A row's cells, merged ones repeated and marked so, and those that the row below may go on with, by column."""
        cells = [Cell()] * row.before
        below: dict[int, Cell] = {}
        for element in row.cells:
            columns, merge = read_reach(element)
            cell = self._read_cell(element)
            if merge == "continue" and len(cells) in above:
                self._tell_hidden(cell.text)
                cell = replace(above[len(cells)], span="row")
            if merge:
                below[len(cells)] = cell
            cells.append(cell)
            if columns > 1:
                cells += [replace(cell, span=cell.span or "column")] * (columns - 1)
        return (*cells, *[Cell()] * row.after), below

    def _read_cell(self, cell: etree._Element) -> Cell:
        self._cells += 1
        self._cell = self._cells
        built = build_cell(self._read_blocks(cell))
        self._cell = 0
        return built


def _is_deleted(paragraph: etree._Element) -> bool:
    return next(paragraph.iter(_DELETED_TEXT), None) is not None

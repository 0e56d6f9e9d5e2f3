"""One walk of an OpenDocument text's XML to paragraphs and tables (ODF 1.3, part 3, 4 to 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.diagnostics import diagnose
from send_extract.document import Block, Cell, Element, Paragraph, Row, Run
from send_extract.readers.blocks import trim_runs
from send_extract.readers.flow import Flow
from send_extract.readers.opendocument.names import (
    CELL,
    COMMENT,
    DRAW,
    GRID,
    HEADING,
    ITEM,
    LIST,
    NOTE,
    PARAGRAPHS,
    SECTION,
    SILENT,
    TABLE,
    TEXT,
)
from send_extract.readers.opendocument.strays import settle_strays
from send_extract.readers.opendocument.styles import OfficeStyles
from send_extract.readers.opendocument.tables import OfficeRow, find_rows
from send_extract.readers.opendocument.words import OfficeParagraph, find_boxes, read_plain
from send_extract.source import NOWHERE, Location

if TYPE_CHECKING:
    from lxml import etree

    from send_extract.readers.counts import ListNumber
    from send_extract.readers.opendocument.lists import OfficeLists, Series
    from send_extract.readers.opendocument.styles import Switches

Laid = dict[tuple[int, int], Cell]
"""Cells by their row and column."""
_LOOKS = frozenset("bi")
"""What a heading's style makes of all its words, and says of none of them."""
_DEEPEST = 6
_EMPTY = Cell()
_MORE = "\0"
"""The mark of a paragraph that goes on with the item of a list; nobody types it."""


class TextWalk:
    """A text being read: what has been met so far.

    `notes` are the comments and footnotes, each at the row of the table that it stands in. `forms` are what the
    controls print.
    """

    table_tag, cell_tag = GRID, CELL
    find_rows = staticmethod(find_rows)

    def __init__(self, styles: OfficeStyles, lists: OfficeLists, forms: Mapping[str, str]) -> None:
        self.notes: list[Paragraph] = []
        self.flow = Flow(self)
        self._styles = styles
        self._lists = lists
        self._forms = forms

    def read_body(self, body: etree._Element) -> tuple[Element, ...]:
        """The elements of the text; the numbers that run down a column stand before its words."""
        return self.flow.finish(self.flow.read(body))

    def read_container(self, container: etree._Element) -> Iterator[Paragraph | etree._Element]:
        """The paragraphs of a container, its text boxes behind that which holds them, and its tables as they are."""
        for child in container:
            tag = child.tag
            if tag in PARAGRAPHS:
                yield from self._read_paragraph(child)
            elif tag == LIST:
                yield from _join_items(self._read_list(child, None, 0))
            elif tag == GRID:
                yield child
            elif isinstance(tag, str) and tag not in SILENT:
                yield from self._look_into(child)

    def _look_into(self, child: etree._Element) -> Iterator[Paragraph | etree._Element]:
        """What stands in an element that is no paragraph, list or table: a drawing, a comment, what wraps others."""
        if child.tag in {COMMENT, NOTE}:
            self._note(child)
            return
        if child.tag == SECTION and child.get(f"{TEXT}display") == "none":
            self.flow.tell_words("words-hidden", read_plain(child))
            return
        boxes = find_boxes(child) if str(child.tag).startswith(DRAW) else [child]
        for box in boxes:
            yield from self.read_container(box)

    def _read_list(
        self, element: etree._Element, around: Series | None, depth: int
    ) -> Iterator[Paragraph | etree._Element]:
        """The paragraphs of a list's items, the first of each with its mark, and those of lists in it one deeper."""
        series = self._lists.open(element, around)
        for item in element:
            is_first = item.tag == ITEM
            for child in item:
                if child.tag == LIST:
                    yield from self._read_list(child, series, depth + 1)
                elif child.tag in PARAGRAPHS:
                    start = item.get(f"{TEXT}start-value")
                    number = self._lists.count(series, depth, start) if is_first else None
                    yield from self._read_paragraph(child, number, goes_on=not is_first)
                    is_first = False
                else:
                    yield from self._look_into(child) if child.tag != GRID else (child,)

    def _read_paragraph(
        self, element: etree._Element, number: ListNumber | None = None, *, goes_on: bool = False
    ) -> Iterator[Paragraph | etree._Element]:
        """A paragraph, and what stands in its text boxes; one that `goes_on` is marked as more of a list's item."""
        paragraph = OfficeParagraph(self._styles, self._forms)
        style = self._styles.find("paragraph", element.get(f"{TEXT}style-name"))
        is_heading = element.tag == HEADING
        level = _read_level(element) if is_heading else style.level
        paragraph.read(element, _drop_looks(style.switches) if level else style.switches)
        runs = trim_runs(paragraph.words)
        if is_heading and number is None and runs and not goes_on:
            number = self._lists.count_heading(level)
        block = Block(runs, 0, _MORE * (goes_on and bool(runs)))
        yield Paragraph(
            self._number(block, number, is_heading=level > 0), level=0 if self.flow.cell else level
        )
        yield from self._leave(paragraph)

    def _number(self, block: Block, number: ListNumber | None, *, is_heading: bool) -> Block:
        if number is None:
            return block
        return self.flow.number(block.runs, number, Run(number.mark), is_heading=is_heading)

    def _leave(self, paragraph: OfficeParagraph) -> Iterator[Paragraph | etree._Element]:
        """Notes what a paragraph holds beside its words, and gives what stands in its text boxes."""
        told = {
            "words-hidden": ["".join(paragraph.hidden)],
            "prompt-unfilled": paragraph.prompts,
            "image-described": paragraph.pictures,
        }
        for code, texts in told.items():
            for text in texts:
                self.flow.tell_words(code, text)
        for shown, date in paragraph.dates:
            self.flow.tell(diagnose("date-month-first", NOWHERE, text=shown, date=date))
        for aside in paragraph.asides:
            self._note(aside)
        for box in paragraph.boxes:
            yield from self.read_container(box)

    def _note(self, aside: etree._Element) -> None:
        """Keeps a comment, or a footnote, with the row that it stands in."""
        kind = "comment" if aside.tag == COMMENT else "body"
        body = aside.find(f"{NOTE}-body") if aside.tag == NOTE else None
        body = aside if body is None else body
        settle_strays(body)
        for block in self.flow.read_blocks(body):
            if block.runs:
                self.notes.append(Paragraph(Block(block.runs), self.flow.place, 0, kind))

    def find_words(self, element: etree._Element) -> Iterator[str]:
        """The words of an element and all in it."""
        return map(str, element.itertext())

    def list_cells(self, rows: Sequence[OfficeRow]) -> Iterator[etree._Element]:
        """The cells of rows, in order."""
        return (cell.element for row in rows for cell in row.cells)

    def _read_cell(self, element: etree._Element) -> Cell:
        read = self.flow.read_cell(element)
        return read if read.blocks else Cell(fill=self._styles.fill(element.get(f"{TABLE}style-name")))

    def lay_rows(self, rows: Sequence[OfficeRow], table: int) -> Iterator[Row]:
        """The rows, cells that cover others repeated and marked so."""
        laid: Laid = {}
        width = max((cell.column + 1 for row in rows for cell in row.cells), default=0)
        for place, row in enumerate(rows):
            self.flow.place = Location(table=table, row=place + 1)
            for cell in row.cells:
                if cell.is_covered or (place, cell.column) in laid:
                    self.flow.tell_words("words-hidden", read_plain(cell.element))
                else:
                    laid[place, cell.column] = read = self._read_cell(cell.element)
                    reach = (
                        range(min(cell.rows, len(rows) - place)),
                        range(min(cell.columns, width - cell.column)),
                    )
                    _cover(laid, read, (place, cell.column), reach)
            cells = tuple([laid.get((place, column), _EMPTY) for column in range(width)])
            yield Row(cells, self.flow.place, row.is_heading)


def _cover(laid: Laid, cell: Cell, place: tuple[int, int], reach: tuple[range, range]) -> None:
    """Lays what stands in the places that a cell covers, where nothing stands."""
    for down, across in product(*reach):
        covered = replace(cell, span="row" if down else "column")
        laid.setdefault((place[0] + down, place[1] + across), covered)


def _read_level(heading: etree._Element) -> int:
    level = heading.get(f"{TEXT}outline-level", "1")
    return min(int(level), _DEEPEST) if level.isdecimal() and int(level) else 1


def _drop_looks(switches: Switches) -> Switches:
    return {letter: is_on for letter, is_on in switches.items() if letter not in _LOOKS}


def _join_items(pieces: Iterable[Paragraph | etree._Element]) -> Iterator[Paragraph | etree._Element]:
    """The pieces of a list, each paragraph that goes on with an item as a line of it."""
    held: Paragraph | None = None
    for piece in pieces:
        more = piece.block.runs if isinstance(piece, Paragraph) and piece.block.marker == _MORE else ()
        if more and held and held.block.marker:
            held = replace(held, block=replace(held.block, runs=(*held.block.runs, Run("\n"), *more)))
            continue
        if held:
            yield held
        held = None
        if more:
            yield Paragraph(Block(more))
        elif isinstance(piece, Paragraph):
            held = piece
        else:
            yield piece
    if held:
        yield held

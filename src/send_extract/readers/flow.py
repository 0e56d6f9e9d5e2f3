"""What a text document's walk does in every office format: paragraphs, tables, and tables inside cells, in order.

A format says what stands in a container and how a table's rows are laid out; how these make a document is said here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Block, Cell, Element, Paragraph, Row, Run, Table
from send_extract.readers.counts import (
    Counted,
    build_cell,
    find_running,
    is_number_alone,
    number_block,
    print_running,
)
from send_extract.readers.insets import is_around, is_inset, place_blocks
from send_extract.readers.lines import change_cells
from send_extract.source import NOWHERE, Location

if TYPE_CHECKING:
    from lxml import etree

    from send_extract.readers.counts import ListNumber


class OfficeFormat(Protocol):
    """What a format knows of its XML: what a container holds, and the rows of a table with their cells.

    `cell_tag` names a cell that no other covers; a row's `is_heading` says that it is repeated on each page.
    """

    table_tag: str
    cell_tag: str

    def read_container(self, container: etree._Element, /) -> Iterator[Paragraph | etree._Element]:
        """The paragraphs of a container, and its tables as they are."""

    def find_rows(self, table: etree._Element, /) -> Sequence[Any]:
        """The rows of a table, as the format has them."""

    def list_cells(self, rows: Sequence[Any], /) -> Iterable[etree._Element]:
        """The cells of rows, in order."""

    def find_words(self, element: etree._Element, /) -> Iterable[str]:
        """The words of an element and all in it."""

    def lay_rows(self, rows: Sequence[Any], table: int, /) -> Iterator[Row]:
        """The rows of the `table`th table, merged cells repeated and marked so."""


class Flow:
    """A document on its way down: what has been met so far.

    `place` is that of the row being read, `cell` the number of the cell (0 outside tables); `oddities` tell of what is
    not printed as it stands, `counted` of the numbers that a list drew.
    """

    def __init__(self, walk: OfficeFormat) -> None:
        self.place = NOWHERE
        self.cell = 0
        self.counted: list[Counted] = []
        self.oddities: dict[Diagnostic, None] = {}
        self._walk = walk
        self._tables = self._cells = 0

    def finish(self, elements: Iterable[Element]) -> tuple[Element, ...]:
        """The elements of a body; the numbers that run down a column stand before its words."""
        read = tuple(elements)
        running = find_running(self.counted)
        marks = {id(each.block): each.mark for each in self.counted if each.list_name in running}
        return tuple(change_cells(read, lambda cell: print_running(cell, marks))) if marks else read

    def tell(self, *oddities: Diagnostic) -> None:
        """Notes what is odd, each once."""
        self.oddities |= dict.fromkeys(oddities)

    def tell_words(self, code: str, text: str) -> None:
        """Notes words that are not printed as they stand, where there are any."""
        if words := " ".join(text.split()):
            self.tell(diagnose(code, NOWHERE, text=words))

    def number(self, runs: tuple[Run, ...], number: ListNumber, mark: Run, *, is_heading: bool) -> Block:
        """A block with the number of its list, which is kept where it counts."""
        block = number_block(runs, number, mark, is_heading=is_heading)
        if block.level and number.is_counted:
            self.counted.append(Counted(block, mark, number.list_name, self.cell))
        return block

    def read(self, container: etree._Element) -> Iterator[Element]:
        """The elements of a container; a number without words is none."""
        for element in self._walk.read_container(container):
            if not isinstance(element, Paragraph):
                yield from self._read_table(element)
            elif element.block.runs and not is_number_alone(element.block):
                yield element

    def read_blocks(self, container: etree._Element) -> list[Block]:
        """The blocks of a cell; those of a table inside it one after another."""
        blocks: list[Block] = []
        for element in self._walk.read_container(container):
            if isinstance(element, Paragraph):
                blocks.append(element.block)
            else:
                blocks += self._read_inside(element)
        return blocks

    def read_lines(self, root: etree._Element) -> list[Block]:
        """The paragraphs of a part, those of its tables and boxes among them, without the marks of lists."""
        blocks = self.read_blocks(root)
        return [Block(block.runs) for block in blocks if block.runs and not is_number_alone(block)]

    def read_cell(self, cell: etree._Element) -> Cell:
        """A cell of a table."""
        self._cells += 1
        self.cell = self._cells
        built = build_cell(self.read_blocks(cell))
        self.cell = 0
        return built

    def _read_inside(self, table: etree._Element) -> Iterator[Block]:
        """The blocks of a table inside a cell; those of a plan know their places in it."""
        self._tables += 1
        rows = self._walk.find_rows(table)
        if not self._holds_plan(rows):
            for inner in self._walk.list_cells(rows):
                yield from self.read_blocks(inner)
            return
        place, cell = self.place, self.cell
        laid = [row.cells for row in self._walk.lay_rows(rows, self._tables)]
        self.place, self.cell = place, cell
        yield from place_blocks(laid, self._tables)

    def _read_table(self, table: etree._Element) -> Iterator[Element]:
        self._tables += 1
        number, rows = self._tables, self._walk.find_rows(table)
        if self._is_layout(table, rows):
            for cell in self._walk.list_cells(rows):
                yield from self.read(cell)
        elif rows:
            laid = tuple(self._walk.lay_rows(rows, number))
            self.place = NOWHERE
            yield Table(laid, Location(table=number))

    def _is_layout(self, table: etree._Element, rows: Sequence[Any]) -> bool:
        """Whether a table only places things: it has one cell, or holds tables and little else."""
        cells = list(self._walk.list_cells(rows))
        if sum(cell.tag == self._walk.cell_tag for cell in cells) <= 1:
            return True
        nested = list(table.iterdescendants(self._walk.table_tag))
        if not nested or rows[0].is_heading or not self._is_filled(table, cells):
            return False
        holds_plan = any(self._holds_plan(self._walk.find_rows(each)) for each in nested)
        return not (holds_plan and is_around(self._list_texts(rows)))

    def _is_filled(self, table: etree._Element, cells: Iterable[etree._Element]) -> bool:
        """Whether most letters of a table stand in the tables of its cells."""
        inner = chain.from_iterable(cell.iterchildren(self._walk.table_tag) for cell in cells)
        return 2 * sum(map(self._count_letters, inner)) > self._count_letters(table)

    def _count_letters(self, element: etree._Element) -> int:
        return sum(map(len, self._walk.find_words(element)))

    def _holds_plan(self, rows: Sequence[Any]) -> bool:
        """Whether a table inside a cell is a plan's, and holds no other."""
        inside = f".//{self._walk.table_tag}"
        is_innermost = all(cell.find(inside) is None for cell in self._walk.list_cells(rows))
        return is_innermost and is_inset(self._list_texts(rows))

    def _list_texts(self, rows: Sequence[Any]) -> list[list[str]]:
        """The words of each cell, without those of tables inside it."""
        return [[self._print_cell(cell) for cell in self._walk.list_cells([row])] for row in rows]

    def _print_cell(self, cell: etree._Element) -> str:
        parts = (each for each in cell if each.tag != self._walk.table_tag)
        return " ".join("".join(self._walk.find_words(part)) for part in parts).strip()

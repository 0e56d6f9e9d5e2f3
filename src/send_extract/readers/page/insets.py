"""A plan's table inside a cell of a page: its words, each with its place in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Protocol

from bs4 import Tag
from bs4.element import PageElement

from send_extract.document import Block, Cell
from send_extract.readers.insets import is_around, is_inset, place_blocks
from send_extract.readers.page.tables import find_parts, list_texts, span_cell
from send_extract.readers.spans import expand_spans


class CellReader(Protocol):
    """What reads the cells of a table inside a cell."""

    def hide_part(self, part: Tag) -> bool:
        """Whether a part of a table takes no place."""

    def add(self, nodes: Iterable[PageElement]) -> None:
        """Reads nodes with the words around them."""

    def read_inside(self, cell: Tag) -> Cell:
        """The blocks of a cell by itself."""


def holds_plan(table: Tag) -> bool:
    """Whether a table inside a cell is a plan's."""
    return is_inset(list_texts(table))


def is_around_plan(table: Tag, inner: Sequence[Tag]) -> bool:
    """Whether a table is a plan's or a form, and one of the tables inside it is the plan of a cell."""
    return any(map(holds_plan, inner)) and is_around(list_texts(table))


def read_inset(table: Tag, reader: CellReader, number: int) -> Iterator[Block]:
    """The blocks of the table `number` inside a cell; a caption stands above them with the cell's own words."""
    parts = find_parts(table, reader.hide_part)
    for nodes in parts.strays:
        reader.add(nodes)
    rows: list[tuple[Cell, ...]] = []
    for _, lines in groupby(parts.lines, lambda line: id(line.group)):
        rows += expand_spans(
            [[span_cell(cell, reader.read_inside(cell)) for cell in line.cells] for line in lines]
        )
    return place_blocks(rows, number)

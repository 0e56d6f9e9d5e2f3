"""Rows above a table's headings that are titles: one cell over the whole width, or a title and the draft's label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.document import Paragraph, Row, Table
from send_extract.extraction.glossary import join_row
from send_extract.extraction.labels import find_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from send_extract.document import Cell, Document

_FEWEST = 2


def have_titles(document: Document) -> bool:
    """Whether more than one of the tables with headings has a title above them."""
    return sum(map(_is_titled, document.elements)) >= _FEWEST


def _is_titled(element: Paragraph | Table) -> bool:
    if isinstance(element, Paragraph):
        return False
    place = next((place for place, row in enumerate(element.rows) if row.is_header), 0)
    return place > 0 and len(_list_filled(element.rows[place - 1])) == 1


def is_title_row(row: Row) -> bool:
    """Whether a row above the headings is a title, or a blank one among titles."""
    return len(_list_filled(row)) <= 1 or _has_label(row)


def part_title(row: Row) -> Iterator[Paragraph]:
    """The titles of such a row: a draft's label beside one is a title of its own."""
    if not _has_label(row):
        if _list_filled(row):
            yield join_row(row)
        return
    for cell in _list_filled(row):
        for block in cell.blocks:
            yield Paragraph(block, row.location)


def _has_label(row: Row) -> bool:
    labels = [find_label(cell.text) for cell in _list_filled(row)]
    return len(labels) > 1 and any(label and not label.before and not label.after for label in labels)


def _list_filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.blocks and cell.span != "column"]

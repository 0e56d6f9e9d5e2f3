"""Rows above a table's headings that are titles: one cell over the whole width, or a title and the draft's label."""

from __future__ import annotations

from collections.abc import Iterator

from send_extract.document import Document, Element, Paragraph, Row, make_block
from send_extract.extraction.glossary import join_row
from send_extract.extraction.labels import find_label
from send_extract.extraction.rows import find_banner

_FEWEST = 2


def have_titles(document: Document) -> bool:
    """Whether more than one of the tables with headings has a title above them."""
    return sum(map(_is_titled, document.elements)) >= _FEWEST


def _is_titled(element: Element) -> bool:
    if isinstance(element, Paragraph):
        return False
    place = next((place for place, row in enumerate(element.rows) if row.is_header), 0)
    above = element.rows[place - 1] if place else None
    return above is not None and (len(above.filled) == 1 or find_banner(above) is not None)


def is_title_row(row: Row) -> bool:
    """Whether a row above the headings is a title, or a blank one among titles."""
    is_title = len(row.filled) <= 1 or find_banner(row) is not None
    return is_title or _has_label(row) or _states_draft(row)


def part_title(row: Row) -> Iterator[Paragraph]:
    """The titles of such a row: a draft's label beside one is a title of its own."""
    if _has_label(row):
        for cell in row.filled:
            for block in cell.blocks:
                yield Paragraph(block, row.location)
    elif row.filled:
        banner = find_banner(row)
        yield join_row(row) if banner is None else Paragraph(make_block(banner), row.location)


def _has_label(row: Row) -> bool:
    """Whether a draft's label stands beside a title, in a cell of its own."""
    labels = [_is_label(cell.text) for cell in row.filled]
    return len(labels) > 1 and any(labels)


def _states_draft(row: Row) -> bool:
    """Whether a row's cells together are a draft's label (`Version | 0.4 | Date | 3 May 2022`)."""
    return len(row.cells) > 1 and _is_label(join_row(row).text)


def _is_label(text: str) -> bool:
    label = find_label(text)
    return label is not None and label.is_alone

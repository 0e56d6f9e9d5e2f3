"""Heading rows that stand without lines right above a ruled table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.readers.pdf.columns import HeadingBand
from send_extract.readers.pdf.ruling import Box, GridPlace, Ruled

if TYPE_CHECKING:
    from send_extract.readers.pdf.pages import Page

_TOUCHING, _NEAR = 2.0, 12.0
"""Points by which headings may reach into the table below them, and by which they may stand above it."""


def head_page(page: Page, heading: HeadingBand | None) -> Page:
    """The page, headings that stand without lines right above a ruled table, one over each column, as a row of it."""
    place = next((at for at, table in enumerate(page.tables) if heading and _is_headed(table, heading)), None)
    if heading is None or place is None:
        return page
    table = page.tables[place]
    top = heading.top - 1
    cells = (Box(each.box.x0, top, each.box.x1, table.box.top) for each in table.rows[0] if each.box)
    box = table.box._replace(top=top)
    headed = table._replace(box=box, rows=(tuple(map(GridPlace, cells)), *table.rows))
    return page._replace(tables=(*page.tables[:place], headed, *page.tables[place + 1 :]))


def _is_headed(table: Ruled, heading: HeadingBand) -> bool:
    """Whether each heading stands over one cell of a table's first row, right above it."""
    boxes = [each.box for each in table.rows[0] if each.box]
    is_above = -_TOUCHING <= table.box.top - heading.bottom <= _NEAR
    if not is_above or len(boxes) != len(heading.columns):
        return False
    return all(box.x0 <= column.middle <= box.x1 for box, column in zip(boxes, heading.columns, strict=True))

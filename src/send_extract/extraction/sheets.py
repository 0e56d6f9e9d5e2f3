"""Plans over several sheets of a workbook, whose names are their sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.extraction.sections import can_name_sheet

if TYPE_CHECKING:
    from send_extract.extraction.tables import PlanTable

_SEVERAL = 2


def name_by_sheets(tables: Sequence[PlanTable]) -> Iterator[PlanTable]:
    """The tables of a plan in several sheets, each under the name of its own where nothing else is above it."""
    sheets = [_find_sheet(table) for table in tables]
    names = {*filter(None, sheets)}
    if len(names) < _SEVERAL or any(table.section for table in tables):
        yield from tables
        return
    for table, sheet, before in zip(tables, sheets, [None, *sheets], strict=False):
        is_first = sheet and sheet != before
        yield replace(table, section=sheet, is_continued=False) if is_first else table


def _find_sheet(table: PlanTable) -> str | None:
    """The name of a table's sheet, where it says what stands there."""
    sheet = table.rows[0].location.sheet if table.rows else None
    return sheet if sheet and can_name_sheet(sheet) else None

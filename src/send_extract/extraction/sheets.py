"""Plans over several sheets of a workbook, whose names are their sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.extraction.sections import can_name_sheet

if TYPE_CHECKING:
    from send_extract.extraction.layout import PlanTable


def name_by_sheets(tables: Sequence[PlanTable]) -> Iterator[PlanTable]:
    """The tables of a plan in several sheets, each under the name of its own where nothing else is above it."""
    sheets = [table.rows[0].location.sheet if table.rows else None for table in tables]
    names = {sheet for sheet in sheets if sheet and can_name_sheet(sheet)}
    is_parted = len(names) > 1 and not any(table.section for table in tables)
    for table, sheet, before in zip(tables, sheets, [None, *sheets], strict=False):
        is_first = is_parted and sheet in names and sheet != before
        yield replace(table, section=sheet, is_continued=False) if is_first else table

"""The rows of a plan to groups: a recommendation's first row and those that continue it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.extraction.columns import Columns, repeats_header

if TYPE_CHECKING:
    from collections.abc import Iterable

    from send_extract.document import Row
    from send_extract.extraction.layout import PlanTable


class PlacedRow(NamedTuple):
    """A row and the columns that its cells stand under."""

    row: Row
    columns: Columns


class Group(NamedTuple):
    """The rows of one recommendation, its number as printed, and the section that it stands under."""

    number: str
    rows: tuple[PlacedRow, ...]
    section: str | None = None


class Groups(NamedTuple):
    """The groups of a plan in source order, and what was odd about its rows."""

    groups: tuple[Group, ...]
    diagnostics: tuple[Diagnostic, ...]


def group_rows(tables: Iterable[PlanTable]) -> Groups:
    """The groups of the rows of `tables`."""
    groups: list[Group] = []
    diagnostics: list[Diagnostic] = []
    pending: list[PlacedRow] = []
    number = ""
    for table in tables:
        for row in table.rows:
            if not any(cell.blocks for cell in row.cells):
                continue
            if repeats_header(row, table.columns):
                diagnostics.append(diagnose("header-repeated", row.location))
                continue
            placed = PlacedRow(row, table.columns)
            printed = read_field(placed, "number")
            if printed or not pending:
                if pending:
                    groups.append(Group(number, tuple(pending)))
                number, pending = printed, [placed]
            else:
                pending.append(placed)
    if pending:
        groups.append(Group(number, tuple(pending)))
    return Groups(tuple(groups), tuple(diagnostics))


def read_field(placed: PlacedRow, field: str) -> str:
    """The words of a row's cells of `field`, a line each."""
    cells = placed.row.cells
    return "\n".join(
        cells[place].text
        for place in placed.columns.find(field)
        if place < len(cells) and cells[place].blocks
    )

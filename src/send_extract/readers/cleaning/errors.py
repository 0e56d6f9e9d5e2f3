"""Cells that hold what a program says of a fault, not what a person typed: `#REF!`, `#N/A`, `NaN`."""

from __future__ import annotations

from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Cell, Element, Row, Table
from send_extract.readers.cleaning.walking import change_table
from send_extract.source import Location

ERRORS = frozenset((
    "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
    "#CONNECT!", "#UNKNOWN!", "#GETTING_DATA", "Err:502", "Err:504", "Err:508", "Err:522", "#ERROR!",
    "NaN", "nan", "NaT", "<NA>", "NULL", "(null)", "<null>", "undefined", "[object Object]",
))  # fmt: skip
"""What spreadsheets (Excel, LibreOffice, Sheets), pandas and scripts print for a value that is not there."""
_LONGEST = max(map(len, ERRORS))


def empty_errors(elements: tuple[Element, ...]) -> tuple[tuple[Element, ...], list[Diagnostic]]:
    """The elements with such cells empty, each kind of fault named once with its count and its first place."""
    found: dict[str, list[Location]] = {}

    def empty(cell: Cell, location: Location) -> Cell:
        text = cell.text if len(cell.blocks) == 1 else ""
        if not text or len(text) > _LONGEST or text not in ERRORS:
            return cell
        found.setdefault(text, []).append(location)
        return replace(cell, blocks=())

    emptied = tuple(
        change_table(element, empty, _has_none) if isinstance(element, Table) else element
        for element in elements
    )
    return emptied, [
        diagnose("cell-error-value", places[0], value=value, count=len(places))
        for value, places in found.items()
    ]


def _has_none(row: Row) -> bool:
    return ERRORS.isdisjoint([cell.text for cell in row.cells])

"""Cells apart by a delimiter, quoted where they need it: commas, semicolons, tabs or bars."""

from __future__ import annotations

from collections.abc import Sequence

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.readers.dialects.evidence import TextReading, TextRow, count_headings, find_head
from send_extract.readers.dialects.quoting import read_row
from send_extract.source import Location


def read_quoted(lines: Sequence[str], delimiter: str) -> TextReading:
    """The rows of a text whose cells are apart by `delimiter`, blank lines among them."""
    rows: list[TextRow] = []
    oddities: list[Diagnostic] = []
    place = 0
    while place < len(lines):
        row = read_row(lines, place, delimiter)
        rows.append(TextRow(row.cells, place + 1))
        if row.is_open:
            oddities.append(diagnose("quote-open", Location(place + 1)))
        place += row.taken
    head = find_head([row.cells for row in rows])
    width = count_headings(head)
    if head and not _has_spaces(rows[head.place].cells):
        rows = [_join_surplus(row, width, delimiter, oddities) for row in rows]
    return TextReading(rows, width, head.known if head else 0, diagnostics=tuple(oddities))


def _has_spaces(cells: Sequence[str]) -> bool:
    """Whether a space is typed behind the delimiters themselves."""
    return any(cell[:1] == " " for cell in cells)


def _join_surplus(row: TextRow, width: int, delimiter: str, oddities: list[Diagnostic]) -> TextRow:
    """A row with as many cells too many as there are delimiters before a space: those are the words' own."""
    cells = row.cells
    surplus = len(cells) - width if any(map(str.strip, cells[width:])) else 0
    own = [cell[:1] == " " and not cell.isspace() for cell in cells]
    if surplus <= 0 or sum(own[1:]) != surplus:
        return row
    joined = [cells[0]]
    for cell, is_own in zip(cells[1:], own[1:], strict=True):
        joined[-1:] = [joined[-1] + delimiter + cell] if is_own else [joined[-1], cell]
    outcome = f"those behind {delimiter!r} and a space were read as words of the cell before"
    words = {"found": len(cells), "expected": width, "outcome": outcome}
    oddities.append(diagnose("cell-count-mismatch", Location(row.line), **words))
    return TextRow(joined, row.line)

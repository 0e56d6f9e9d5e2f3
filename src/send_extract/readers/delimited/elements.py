"""Records to a document's elements: rows that follow one another are a table, the rest are paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from send_extract.diagnostics import Diagnostic
from send_extract.document import Block, Cell, Paragraph, Row, Run, Table
from send_extract.patterns import compile_later
from send_extract.readers.lines import read_lines
from send_extract.readers.markup import read_markup, read_plain
from send_extract.source import Location

if TYPE_CHECKING:
    from collections.abc import Iterable

    from send_extract.readers.delimited.lines import Record

_HEADING = compile_later(r"(#{1,6})\s+(.*?)\s*#*$", re.DOTALL)
_RULE = compile_later(r"[\s|+:=_*-]*$")


class Elements(NamedTuple):
    """The elements of a document, in order, and what was odd about them."""

    elements: tuple[Paragraph | Table, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_elements(records: Iterable[Record]) -> Elements:
    """The tables and paragraphs of `records`."""
    elements: list[Paragraph | Table] = []
    diagnostics: list[Diagnostic] = []
    rows: list[Row] = []
    for record in records:
        location = Location(record.line)
        if len(record.cells) > 1:
            rows.append(Row(_read_cells(record.cells, location, diagnostics), location))
            continue
        if rows:
            elements.append(Table(tuple(rows), rows[0].location))
            rows = []
        elements += _read_paragraphs(record.cells[0], location, diagnostics)
    if rows:
        elements.append(Table(tuple(rows), rows[0].location))
    return Elements(tuple(elements), tuple(diagnostics))


def _read_cells(cells: list[str], location: Location, diagnostics: list[Diagnostic]) -> tuple[Cell, ...]:
    read = []
    for cell in cells:
        if "<" in cell or "&" in cell:
            marked = read_markup(cell)
            if marked.findings:
                diagnostics += [finding.at(location) for finding in marked.findings]
            read.append(marked.cell)
        elif "\n" in cell:
            read.append(Cell(read_lines(cell)))
        else:
            read.append(read_plain(cell))
    return tuple(read)


def _read_paragraphs(text: str, location: Location, diagnostics: list[Diagnostic]) -> list[Paragraph]:
    """The paragraphs of a line of words: one, unless its markup makes more."""
    match = _HEADING.match(text.strip())
    if match:
        return [Paragraph(Block((Run(match.group(2)),)), location, len(match.group(1)))]
    if _RULE.match(text):
        return []
    marked = read_markup(text)
    diagnostics += [finding.at(location) for finding in marked.findings]
    return [Paragraph(block, location) for block in marked.cell.blocks]

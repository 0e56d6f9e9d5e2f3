"""Rows to a document's elements: rows that follow one another are a table, the rest are paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct

from send_extract.diagnostics import Diagnostic
from send_extract.document import Cell, Element, Paragraph, Row, Table, make_block
from send_extract.patterns import compile_later
from send_extract.readers.dialects.evidence import TextRow
from send_extract.readers.lines import read_lines
from send_extract.readers.markup import read_markup, read_plain
from send_extract.source import Location

_HEADING = compile_later(r"(#{1,6})\s+(.*?)\s*#*$", re.DOTALL)
_RULE = compile_later(r"[\s|+:=_*-]*$")


class Elements(Struct, frozen=True):
    """The elements of a document, in order, and what was odd about them."""

    elements: tuple[Element, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_elements(rows: Iterable[TextRow]) -> Elements:
    """The tables and paragraphs of `rows`."""
    elements: list[Element] = []
    diagnostics: list[Diagnostic] = []
    for is_table, group in groupby(rows, lambda row: len(row.cells) > 1):
        placed = [(row.cells, Location(row.line)) for row in group]
        if is_table:
            read = [Row(_read_cells(cells, place, diagnostics), place) for cells, place in placed]
            elements.append(Table(tuple(read), read[0].location))
        else:
            for cells, place in placed:
                elements += _read_paragraphs(cells[0], place, diagnostics)
    return Elements(tuple(elements), tuple(diagnostics))


def _read_cells(cells: Sequence[str], location: Location, diagnostics: list[Diagnostic]) -> tuple[Cell, ...]:
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
        return [Paragraph(make_block(match.group(2)), location, len(match.group(1)))]
    if _RULE.match(text):
        return []
    marked = read_markup(text)
    diagnostics += [finding.at(location) for finding in marked.findings]
    return [Paragraph(block, location) for block in marked.cell.blocks]

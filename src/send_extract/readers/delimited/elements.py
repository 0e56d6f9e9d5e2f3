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
from send_extract.readers.markup import Marked, read_markup
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
    known: dict[str, Marked] = {}
    for is_table, group in groupby(rows, lambda row: len(row.cells) > 1):
        placed = [(row.cells, Location(row.line)) for row in group]
        if is_table:
            read = [Row(_place_cells(cells, place, known, diagnostics), place) for cells, place in placed]
            elements.append(Table(tuple(read), read[0].location))
        else:
            for cells, place in placed:
                elements += _read_paragraphs(cells[0], place, diagnostics)
    return Elements(tuple(elements), tuple(diagnostics))


def _place_cells(
    cells: Sequence[str], location: Location, known: dict[str, Marked], diagnostics: list[Diagnostic]
) -> tuple[Cell, ...]:
    """The cells of a row; a cell that says the same as an earlier one is that cell, read once and held once."""
    read = []
    for words in cells:
        marked = known.get(words)
        if marked is None:
            marked = known[words] = _read_cell(words)
        if marked.findings:
            diagnostics += [finding.at(location) for finding in marked.findings]
        read.append(marked.cell)
    return tuple(read)


def _read_cell(words: str) -> Marked:
    return Marked(Cell(read_lines(words))) if _is_typed(words) else read_markup(words)


def _is_typed(words: str) -> bool:
    """Whether a cell's lines are its own, and not its markup's."""
    return "\n" in words and "<" not in words and "&" not in words


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

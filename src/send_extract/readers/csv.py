"""CSV and its relatives: commas, semicolons, tabs or bars, told from the text itself."""

from __future__ import annotations

import re

from msgspec.structs import replace

from send_extract.document import Cell, Document, Element, Row, Table
from send_extract.patterns import compile_later
from send_extract.readers import Read
from send_extract.readers.decoding import decode_text, even_lines
from send_extract.readers.dialects import read_text
from send_extract.readers.dialects.evidence import TextReading
from send_extract.readers.dialects.quoted import read_quoted
from send_extract.readers.grid import lay_out
from send_extract.readers.lines import is_markup, read_lines
from send_extract.readers.markup import Marked, read_markup
from send_extract.readers.walks import tally_text
from send_extract.source import Location, Source

_TOLD = compile_later(r"[\"']?sep=([^\w\s\"']|\t)[\"']?[ \t]*(?=\n)", re.IGNORECASE)
"""A first line that tells Excel the delimiter."""

_GUARDED = compile_later(r"\s*=\s*\"((?:[^\"]|\"\")*)\"\s*")
"""A cell that an export keeps Excel from reading as a number or a date."""


def read_csv(source: Source) -> Read:
    """The document of delimited text whose cells are quoted where they need it (RFC 4180).

    Raises:
        UnknownFormat: the bytes are no text.
    """
    decoded = decode_text(source.data, source.name)
    reading = _read_rows(even_lines(decoded.text))
    read = [(Location(line=row.line), [*map(_read_cell, row.cells)]) for row in reading.rows]
    lines = [Row(tuple(marked.cell for marked in cells), place) for place, cells in read]
    elements = tuple(_trim(each, reading.width) for each in lay_out(lines))
    found = (finding.at(place) for place, cells in read for marked in cells for finding in marked.findings)
    oddities = (*decoded.diagnostics, *reading.diagnostics, *found)
    told = _TOLD.match(decoded.text)
    tallies = tally_text(decoded.text[told.end() :] if told else decoded.text)
    return Read(Document(elements, "csv", decoded.encoding), oddities, tallies)


def _read_rows(text: str) -> TextReading:
    """The rows of a text; a first line that tells the delimiter is none."""
    told = _TOLD.match(text)
    return read_quoted(["", *text.split("\n")[1:]], told[1]) if told else read_text(text, "csv")


def _trim(element: Element, width: int) -> Element:
    """A table whose rows have no blank cells beyond the last heading, so that one which is too long shows."""
    if not width or not isinstance(element, Table):
        return element
    return replace(element, rows=tuple([replace(row, cells=_trim_row(row, width)) for row in element.rows]))


def _trim_row(row: Row, width: int) -> tuple[Cell, ...]:
    filled = [place for place, cell in enumerate(row.cells, 1) if cell.blocks]
    return row.cells[: max(width, *filled)]


def _read_cell(words: str) -> Marked:
    guarded = _GUARDED.fullmatch(words)
    words = guarded[1].replace('""', '"') if guarded else words
    return read_markup(words) if is_markup(words) else Marked(Cell(read_lines(words)))

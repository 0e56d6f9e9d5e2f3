"""CSV and its relatives: commas, semicolons, tabs or bars, told from the text itself."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from send_extract.document import Cell, Document
from send_extract.errors import DefectiveSource
from send_extract.patterns import compile_later
from send_extract.readers import Read
from send_extract.readers.decoding import decode_text
from send_extract.readers.grid import Line, lay_out
from send_extract.readers.lines import is_markup, read_lines
from send_extract.readers.markup import read_markup
from send_extract.source import NOWHERE, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from send_extract.source import Source

DELIMITERS = ",;\t|"
_TOLD = compile_later(r"[\"']?sep=([^\w\s\"']|\t)[\"']?[ \t]*(?:\r\n?|\n)", re.IGNORECASE)
"""A first line that tells Excel the delimiter."""
_SAMPLE = 65_536
_FEWEST_COLUMNS = 2


class Dialect(NamedTuple):
    """A delimiter, whether it gives a table's columns (a sentence's commas seldom give three), and how well it fits.

    `cells` are those of the rows that it divides alike, `share` their part of all rows that it divides.
    """

    delimiter: str
    is_wide: bool
    cells: int
    share: float


def read_csv(source: Source) -> Read:
    """The document of delimited text whose cells are quoted where they need it (RFC 4180).

    Raises:
        UnknownFormat: the bytes are no text.
        DefectiveSource: a quotation mark opens and never closes, or no delimiter divides the text.
    """
    decoded = decode_text(source.data, source.name)
    told = _TOLD.match(decoded.text)
    dialect = None if told else sniff_dialect(decoded.text)
    delimiter = told[1] if told else dialect.delimiter if dialect else ","
    lines = _read_rows(decoded.text, delimiter, source.name)
    elements = tuple(lay_out(tuple(line for line in lines if not told or line.location.line != 1)))
    oddities = tuple(finding.at(NOWHERE) for finding in decoded.findings)
    return Read(Document(elements, "csv", decoded.encoding), oddities)


def sniff_dialect(text: str) -> Dialect | None:
    """The delimiter that divides most rows of the text's beginning into as many columns, if any does."""
    sample = text[:_SAMPLE]
    fits = [fit for delimiter in DELIMITERS if (fit := _fit(sample, delimiter))]
    return max(fits, key=lambda fit: (fit.share > 1 / 2, fit.is_wide, fit.cells), default=None)


def _fit(sample: str, delimiter: str) -> Dialect | None:
    """How well a delimiter divides the rows that have it; titles and glossary lines have none."""
    try:
        widths = [len(row) for row in _parse(sample, delimiter) if any(row)]
    except csv.Error:
        return None
    divided = [width for width in widths if width >= _FEWEST_COLUMNS]
    if not divided:
        return None
    columns, count = max(Counter(divided).items(), key=lambda each: (each[1], each[0]))
    return Dialect(delimiter, columns > _FEWEST_COLUMNS, columns * count, count / len(divided))


def _parse(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _read_rows(text: str, delimiter: str, name: str) -> Iterator[Line]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for row in reader:
            yield Line(tuple(_read_cell(words) for words in row), Location(line=line))
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"{name}: line {line} is no row of delimited text ({error}). Export the sheet again."
        raise DefectiveSource(message) from error


def _read_cell(words: str) -> Cell:
    if is_markup(words):
        return read_markup(words).cell
    return Cell(read_lines(words))

"""The reader of plain text: a row a line, cells apart by tabs with HTML inside, or typed otherwise."""

from __future__ import annotations

from msgspec.structs import replace

from send_extract.diagnostics import diagnose
from send_extract.document import Document
from send_extract.readers import Read
from send_extract.readers.decoding import decode_text
from send_extract.readers.delimited.elements import read_elements
from send_extract.readers.delimited.wrapped import join_wrapped
from send_extract.readers.dialects import read_text
from send_extract.readers.walks import tally_text
from send_extract.source import Location, Source


def read_delimited(source: Source) -> Read:
    """The document in a delimited text.

    Raises:
        UnknownFormat: the bytes are no text.
    """
    decoded = decode_text(source.data, source.name)
    tallies = tally_text(decoded.text)
    # The text is its lines' alone from here, and theirs are let go once the rows stand: a large one is held once.
    text, decoded = [decoded.text], replace(decoded, text="")
    reading = read_text(text.pop(), "delimited")
    read = read_elements(join_wrapped(reading.rows))
    diagnostics = read.diagnostics
    if reading.cut:
        place = Location(reading.rows[-1].line)
        diagnostics = (*diagnostics, diagnose("source-truncated", place, what=reading.cut))
    document = Document(read.elements, "delimited", decoded.encoding)
    return Read(document, (*decoded.diagnostics, *reading.diagnostics, *diagnostics), tallies)

"""The reader of delimited text: a row a line, cells apart by tabs, HTML inside the cells."""

from __future__ import annotations

from send_extract.diagnostics import diagnose
from send_extract.document import Document
from send_extract.readers import Read
from send_extract.readers.decoding import decode_text
from send_extract.readers.delimited.elements import read_elements
from send_extract.readers.delimited.lines import read_records
from send_extract.source import NOWHERE, Location, Source


def read_delimited(source: Source) -> Read:
    """The document in a delimited text.

    Raises:
        UnknownFormat: the bytes are no text.
    """
    decoded = decode_text(source.data, source.name)
    records, cut = read_records(decoded.text)
    elements, diagnostics = read_elements(records)
    if cut:
        diagnostics = (*diagnostics, diagnose("source-truncated", Location(records[-1].line), what=cut))
    document = Document(elements, "delimited", decoded.encoding)
    return Read(document, (*(finding.at(NOWHERE) for finding in decoded.findings), *diagnostics))

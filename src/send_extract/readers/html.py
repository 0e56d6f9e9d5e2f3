"""HTML: whole pages, as published, as a converter makes them, or as Word saves them."""

from __future__ import annotations

from send_extract.account import tally_part
from send_extract.document import Document
from send_extract.readers import Read
from send_extract.readers.decoding import decode_text
from send_extract.readers.page import read_page
from send_extract.readers.typed import mark_lines
from send_extract.readers.walks import join_references, strip_text
from send_extract.source import Source


def read_html(source: Source) -> Read:
    """The document of a page.

    Raises:
        UnknownFormat: the bytes are no text.
    """
    decoded = decode_text(source.data, source.name)
    page = read_page(mark_lines(decoded.text))
    properties = (("title", page.title),) if page.title else ()
    document = Document(page.elements, "html", decoded.encoding, properties)
    text = join_references(strip_text(page.text))
    return Read(document, decoded.diagnostics + page.diagnostics, (tally_part(text),))

"""Markdown: pipe tables, outlines of labelled bullets, and the plan that this program writes itself."""

from __future__ import annotations

from send_extract.document import GENERATED, Document
from send_extract.readers import Read
from send_extract.readers.decoding import decode_text, even_lines
from send_extract.readers.lines import split_cells
from send_extract.readers.markdown.drawn import type_plainly
from send_extract.readers.markdown.rendering import render_markdown
from send_extract.readers.markdown.tallies import tally_markdown
from send_extract.readers.marks import is_regenerated
from send_extract.readers.matter import take_matter
from send_extract.readers.page import read_page
from send_extract.source import Source


def read_markdown(source: Source) -> Read:
    """The document of a Markdown text.

    Raises:
        UnknownFormat: the bytes are no text.
    """
    decoded = decode_text(source.data, source.name)
    own = is_regenerated(decoded.text)
    matter = take_matter(even_lines(decoded.text))
    page = read_page(
        render_markdown(matter.text if own else type_plainly(matter.text), keep_comments=own), exact=True
    )
    elements = page.elements if own else tuple(split_cells((*matter.paragraphs, *page.elements)))
    properties = (GENERATED,) if own else ()
    document = Document(elements, "markdown", decoded.encoding, properties)
    return Read(document, decoded.diagnostics + page.diagnostics, tally_markdown(decoded.text, is_own=own))

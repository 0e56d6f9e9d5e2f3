"""A source that is a text, read once more: where its words stand, should the account of them not balance."""

from __future__ import annotations

from send_extract.readers.decoding import decode_text, even_lines
from send_extract.readers.marks import is_regenerated
from send_extract.readers.walks import strip_text
from send_extract.source import Source


def reread(source: Source, reader: str, encoding: str | None) -> str:
    """The text of a source as its words were counted, its lines where they stand; empty where it is no text."""
    if encoding is None:
        return ""
    text = even_lines(decode_text(source.data, source.name).text)
    if reader != "markdown":
        return strip_text(text)
    from send_extract.readers.markdown.tallies import strip_markdown

    return strip_markdown(text, is_own=is_regenerated(text))

"""An OpenDocument text to a document, in the order in which a reader of its pages meets what is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from lxml import etree

from send_extract.document import Document, Paragraph
from send_extract.readers import Read
from send_extract.readers.faults import blame_file
from send_extract.readers.opendocument.changes import settle_changes
from send_extract.readers.opendocument.forms import read_forms
from send_extract.readers.opendocument.lists import OfficeLists
from send_extract.readers.opendocument.names import OFFICE, STYLE
from send_extract.readers.opendocument.opening import OfficeFile, open_office_file
from send_extract.readers.opendocument.strays import settle_strays
from send_extract.readers.opendocument.styles import OfficeStyles
from send_extract.readers.opendocument.tallies import tally_text
from send_extract.readers.opendocument.walk import TextWalk
from send_extract.source import NOWHERE, Source

_MARGINS = {
    "header": ("header", "header-first", "header-left"),
    "footer": ("footer", "footer-first", "footer-left"),
}


def read_text_parts(source: Source) -> Read:
    """The document of an OpenDocument text, read in this process.

    Raises:
        DefectiveSource: the file is damaged.
    """
    with blame_file(source.name, "OpenDocument text"):
        return _read_file(open_office_file(source.data))


def _read_file(file: OfficeFile) -> Read:
    body = file.content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        message = "it holds no text"
        raise LookupError(message)
    styles = OfficeStyles(file.roots)
    changes = list(settle_changes(body))
    margins = {kind: list(_find_margins(file.roots, names)) for kind, names in _MARGINS.items()}
    beside = chain.from_iterable(margins.values())
    tallies = tuple(chain.from_iterable(tally_text(part, styles) for part in (body, *beside)))
    settle_strays(body)
    walk = TextWalk(styles, OfficeLists(file.roots), read_forms(body))
    elements = walk.read_body(body)
    headers, footers = ([*_read_margins(parts, kind, walk)] for kind, parts in margins.items())
    document = Document((*headers, *elements, *walk.notes, *footers), "odt", None, file.properties)
    return Read(document, (*changes, *walk.flow.oddities), tallies)


def _find_margins(roots: Iterable[etree._Element], names: Iterable[str]) -> Iterator[etree._Element]:
    """The page headers (or footers) of all kinds of pages."""
    for root in roots:
        for page in root.iter(f"{STYLE}master-page"):
            yield from page.iterchildren(*(f"{STYLE}{name}" for name in names))


def _read_margins(parts: Iterable[etree._Element], kind: str, walk: TextWalk) -> Iterator[Paragraph]:
    """The paragraphs of the page headers (or footers: `kind` is either), each wording once."""
    blocks = {block.text: block for part in parts for block in walk.flow.read_lines(part)}
    return (Paragraph(block, NOWHERE, 0, kind) for block in blocks.values())

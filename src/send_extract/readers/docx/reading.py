"""A Word file's parts to a document, in the order in which a reader of its pages meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Document, Paragraph
from send_extract.readers import Read
from send_extract.readers.docx.asides import (
    describe_pictures,
    read_comments,
    read_diagram,
    read_endnotes,
    read_footnotes,
    read_margins,
)
from send_extract.readers.docx.names import W
from send_extract.readers.docx.numbering import Lists
from send_extract.readers.docx.styles import WordStyles, read_styles
from send_extract.readers.docx.tallies import tally_aside, tally_main
from send_extract.readers.docx.walk import Walk
from send_extract.readers.faults import blame_file
from send_extract.readers.parts import Link, Package, open_package, parse_xml
from send_extract.source import NOWHERE, Source

_INSERTED = (f"{W}ins", f"{W}moveTo")
_DELETED = (f"{W}del", f"{W}moveFrom")
_UNREAD = (f"{W}altChunk", f"{W}subDoc")
"""Files inside the file, whose words the main text does not hold."""
_NOTES: dict[str, Callable[[etree._Element, Walk], Iterator[Paragraph]]] = {
    "footnotes": read_footnotes,
    "endnotes": read_endnotes,
    "diagramData": read_diagram,
    "comments": read_comments,
}
"""What stands below the pages or beside them, by the role of its part."""

_BESIDE = ("header", "footer", *_NOTES)


class WordFile(NamedTuple):
    """A Word file: its package, its main part, and what that part names."""

    package: Package
    main: etree._Element
    links: tuple[Link, ...]

    def styles(self) -> WordStyles:
        """The styles of the file, none where it has no part for them."""
        return next((read_styles(self.package.read(path)) for path in self._paths("styles")), WordStyles())

    def find(self, role: str) -> Iterator[etree._Element]:
        """The XML of the parts that stand in `role` to the main one (`header`, `comments`, …)."""
        for path in self._paths(role):
            yield parse_xml(self.package.read(path))

    def _paths(self, role: str) -> Iterator[str]:
        return (link.path for link in self.links if link.kind == role and link.path in self.package.names)


def read_docx_parts(source: Source) -> Read:
    """The document of a Word file, read in this process.

    Raises:
        DefectiveSource: the file is damaged.
    """
    with blame_file(source.name, "Word file"):
        return _read_file(_open_file(source.data))


def _open_file(data: bytes) -> WordFile:
    package = open_package(data)
    path = next((link.path for link in package.links("") if link.kind == "officeDocument"), "")
    return WordFile(package, parse_xml(package.read(path)), tuple(package.links(path)))


def _read_file(file: WordFile) -> Read:
    main = file.main
    tallies = (*tally_main(main), *(tally_aside(part) for role in _BESIDE for part in file.find(role)))
    oddities = (
        *_report_changes(main), *describe_pictures(main), *_report_unread(main), *_report_lost(file)
    )  # fmt: skip
    walk = Walk(file.styles(), Lists(next(file.find("numbering"), None)))
    body = walk.read_body(main)
    headers, footers = (read_margins(file.find(role), role, walk) for role in ("header", "footer"))
    elements = (*headers, *body, *_read_notes(file, walk), *footers)
    properties = file.package.properties()
    return Read(Document(elements, "docx", None, properties), (*oddities, *walk.flow.oddities), tallies)


def _read_notes(file: WordFile, walk: Walk) -> Iterator[Paragraph]:
    for role, read in _NOTES.items():
        for part in file.find(role):
            yield from read(part, walk)


def _report_changes(main: etree._Element) -> Iterator[Diagnostic]:
    """How many tracked changes there are of text, paragraphs and rows; a move is an insertion and a deletion."""
    inserted, deleted = (sum(1 for _ in main.iter(*names)) for names in (_INSERTED, _DELETED))
    if inserted or deleted:
        yield diagnose("tracked-changes", NOWHERE, inserted=inserted, deleted=deleted)


def _report_lost(file: WordFile) -> Iterator[Diagnostic]:
    """The parts that a damaged file names and does not hold."""
    for link in file.links:
        if link.kind in _BESIDE and link.path not in file.package.names:
            yield diagnose("part-unread", NOWHERE, what=f"the part {link.path!r}, which is lost")


def _report_unread(main: etree._Element) -> Iterator[Diagnostic]:
    for name in dict.fromkeys(str(each.tag) for each in main.iter(*_UNREAD)):
        yield diagnose("part-unread", NOWHERE, what=name.replace(W, "w:"))

"""What a Word file says beside its main text: comments, notes, page headers and footers, diagrams, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Paragraph, make_block
from send_extract.readers.docx.names import BOX, DRAWING, DRAWN, W
from send_extract.source import NOWHERE
from send_extract.version import NAME

if TYPE_CHECKING:
    from lxml import etree

    from send_extract.readers.docx.walk import Walk

_SKIPPED_NOTES = {"separator", "continuationSeparator", "continuationNotice"}


def read_margins(parts: Iterable[etree._Element], kind: str, walk: Walk) -> Iterator[Paragraph]:
    """The paragraphs of the page headers (or footers: `kind` is either), each wording once."""
    seen: set[str] = set()
    for root in parts:
        for block in walk.read_lines(root):
            if block.text not in seen:
                seen.add(block.text)
                yield Paragraph(block, NOWHERE, 0, kind)


def read_comments(part: etree._Element, walk: Walk) -> Iterator[Paragraph]:
    """The comments, each at the row of the table that it was made on; those of this program are the draft's no more."""
    for comment in list(part):
        if comment.get(f"{W}author") == NAME:
            part.remove(comment)
    return _read_notes(part, f"{W}commentReference", "comment", walk)


def read_footnotes(part: etree._Element, walk: Walk) -> Iterator[Paragraph]:
    """The footnotes, likewise."""
    return _read_notes(part, f"{W}footnoteReference", "body", walk)


def read_endnotes(part: etree._Element, walk: Walk) -> Iterator[Paragraph]:
    """The endnotes, likewise."""
    return _read_notes(part, f"{W}endnoteReference", "body", walk)


def _read_notes(part: etree._Element, reference: str, kind: str, walk: Walk) -> Iterator[Paragraph]:
    for note in part:
        if note.get(f"{W}type") not in _SKIPPED_NOTES:
            place = walk.places.get((reference, note.get(f"{W}id", "")), NOWHERE)
            for block in walk.read_lines(note):
                yield Paragraph(block, place, 0, kind)


def read_diagram(part: etree._Element, _: Walk) -> Iterator[Paragraph]:
    """The words of a diagram (SmartArt), a paragraph each."""
    for paragraph in part.iter(f"{DRAWN}p"):
        text = "".join(each.text or "" for each in paragraph.iter(f"{DRAWN}t")).strip()
        if text:
            yield Paragraph(make_block(text))


def describe_pictures(body: etree._Element) -> Iterator[Diagnostic]:
    """A diagnostic for each picture that has a description; the pictures themselves are not opened."""
    for properties in body.iter(f"{DRAWING}docPr"):
        words = properties.get("descr", "").strip()
        drawing = properties.getparent()
        if words and drawing is not None and drawing.find(f".//{BOX}") is None:
            yield diagnose("image-described", NOWHERE, text=words)

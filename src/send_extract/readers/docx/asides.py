"""What a Word file says beside its main text: comments, notes, page headers and footers, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.diagnostics import diagnose
from send_extract.document import Block, Paragraph, Run
from send_extract.readers.docx.package import W
from send_extract.readers.docx.preparation import DRAWING, show_word_art
from send_extract.source import NOWHERE, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from send_extract.diagnostics import Diagnostic
    from send_extract.readers.docx.package import Package

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SKIPPED_NOTES = {"separator", "continuationSeparator", "continuationNotice"}


def find_margins(package: Package, role: str) -> Iterator[Paragraph]:
    """The paragraphs of the page headers (or footers: `role` is either), each wording once."""
    seen: set[str] = set()
    for part in package.parts(role):
        show_word_art(part.root)
        for text in _find_texts(part.root):
            if text not in seen:
                seen.add(text)
                yield Paragraph(Block((Run(text),)), NOWHERE, 0, role)


def find_comments(package: Package) -> Iterator[Paragraph]:
    """The comments, each at the row of the table that it was made on."""
    yield from _find_notes(package, "comments", "commentReference", "comment")


def find_footnotes(package: Package) -> Iterator[Paragraph]:
    """The footnotes and endnotes, likewise."""
    yield from _find_notes(package, "footnotes", "footnoteReference", "body")
    yield from _find_notes(package, "endnotes", "endnoteReference", "body")


def _find_notes(package: Package, role: str, reference: str, kind: str) -> Iterator[Paragraph]:
    places = _locate_references(package.body.root, reference)
    for part in package.parts(role):
        for note in part.root:
            if note.get(f"{W}type") in _SKIPPED_NOTES:
                continue
            place = places.get(note.get(f"{W}id", ""), NOWHERE)
            for text in _find_texts(note):
                yield Paragraph(Block((Run(text),)), place, 0, kind)


def _locate_references(body: etree._Element, name: str) -> dict[str, Location]:
    """Where each note is referred to: the table, counted from 1 through the document, and its row."""
    tables = {table: place for place, table in enumerate(body.iter(f"{W}tbl"), 1)}
    found: dict[str, Location] = {}
    for reference in body.iter(f"{W}{name}"):
        row = next(reference.iterancestors(f"{W}tr"), None)
        table = next(reference.iterancestors(f"{W}tbl"), None)
        if row is not None and table is not None:
            rows = [each for each in table.iter(f"{W}tr") if _is_printed(each) and _is_of(each, table)]
            place = Location(table=tables[table], row=rows.index(row) + 1 if row in rows else None)
            found[reference.get(f"{W}id", "")] = place
    return found


def _is_printed(row: etree._Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is None


def _is_of(row: etree._Element, table: etree._Element) -> bool:
    return next(row.iterancestors(f"{W}tbl"), None) is table


def _find_texts(root: etree._Element) -> Iterator[str]:
    """The words of each paragraph, deleted ones left out; tabs and line ends as spaces, text boxes apart."""
    for paragraph in root.iter(f"{W}p"):
        parts = [
            (each.text or "") if each.tag == f"{W}t" else "  "
            for each in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr")
            if next(each.iterancestors(f"{W}del", f"{W}moveFrom", f"{W}pPr"), None) is None
            and next(each.iterancestors(f"{W}p"), None) is paragraph
        ]
        text = "".join(parts).strip()
        if text:
            yield text


def find_diagrams(package: Package) -> Iterator[Paragraph]:
    """The words of the diagrams (SmartArt), a paragraph each."""
    for part in package.parts("diagramData"):
        for paragraph in part.root.iter(f"{DRAWN}p"):
            text = "".join(each.text or "" for each in paragraph.iter(f"{DRAWN}t")).strip()
            if text:
                yield Paragraph(Block((Run(text),)), NOWHERE, 0, "body")


def describe_pictures(body: etree._Element) -> Iterator[Diagnostic]:
    """A diagnostic for each picture that has a description; the pictures themselves are not opened."""
    for properties in body.iter(f"{DRAWING}docPr"):
        words = properties.get("descr", "").strip()
        drawing = properties.getparent()
        if words and drawing is not None and drawing.find(f".//{W}txbxContent") is None:
            yield diagnose("image-described", NOWHERE, text=words)

"""The words of an OpenDocument text counted before anything is made of them: those of its XML, as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from send_extract.account import Tally, tally_part
from send_extract.readers.opendocument.names import (
    COMMENT,
    GRID,
    NOTE,
    PARAGRAPHS,
    SECTION,
    TEXT,
    UNPRINTED,
)
from send_extract.source import Location

if TYPE_CHECKING:
    from send_extract.readers.opendocument.styles import OfficeStyles

_PARTED = frozenset((*PARAGRAPHS, COMMENT, NOTE, *(f"{TEXT}{name}" for name in ("s", "tab", "line-break"))))


def tally_text(body: etree._Element, styles: OfficeStyles) -> Iterator[Tally]:
    """The words of each table, and those outside."""
    outside = []
    number = 1
    for child in _list_parts(body):
        texts = "".join(_read_texts(child, styles))
        if child.tag == GRID:
            yield tally_part(texts, Location(table=number))
        else:
            outside.append(texts)
        number += sum(1 for _ in child.iter(GRID))
    yield tally_part("\n".join(outside))


def _list_parts(body: etree._Element) -> Iterator[etree._Element]:
    for child in body:
        if child.tag == SECTION:
            yield from _list_parts(child)
        else:
            yield child


def _read_texts(root: etree._Element, styles: OfficeStyles) -> Iterator[str]:
    """The texts of a part, with blanks between paragraphs, around all that is in none, and around what is raised."""
    walker = etree.iterwalk(root, events=("start", "end"))
    inside = 0
    for event, each in walker:
        if each.tag in PARAGRAPHS:
            inside += 1 if event == "start" else -1
        yield _find_gap(each, styles) if inside else "\n"
        if event == "end":
            yield _read_tail(each, root)
        elif each.tag in UNPRINTED:
            walker.skip_subtree()
        else:
            yield each.text or ""


def _find_gap(each: etree._Element, styles: OfficeStyles) -> str:
    """The blank that a part of a paragraph stands behind, and before."""
    if each.tag in PARAGRAPHS:
        return "\n"
    is_raised = "^" in styles.emphasis("text", each.get(f"{TEXT}style-name"))
    return " " if is_raised or each.tag in _PARTED else ""


def _read_tail(each: etree._Element, root: etree._Element) -> str:
    return "" if each is root else each.tail or ""

"""Words of a damaged text that stand in none of its paragraphs, or in a table or list and in no cell or item of it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from send_extract.readers.opendocument.names import (
    CELL,
    COVERED,
    LIST,
    PARAGRAPH,
    PARAGRAPHS,
    TABLE,
    UNPRINTED,
)

_CELLS = frozenset((CELL, COVERED))


def settle_strays(body: etree._Element) -> None:
    """Puts such words into paragraphs, where one may stand: behind the table or list that they are in."""
    for each in reversed(list(_list_outside(body))):
        if each is not body:
            _settle_tail(each)
            _settle_element(each)
        if each.tag not in PARAGRAPHS and (each.text or "").strip():
            _settle_text(each)


def _list_outside(body: etree._Element) -> Iterator[etree._Element]:
    """The elements that are in no paragraph, and of those the paragraphs."""
    walker = etree.iterwalk(body, events=("start",))
    for _, each in walker:
        if each.tag in PARAGRAPHS or each.tag in UNPRINTED:
            walker.skip_subtree()
        if each.tag not in UNPRINTED:
            yield each


def _settle_tail(each: etree._Element) -> None:
    words = each.tail or ""
    if words.strip():
        each.tail = None
        _put_behind(each, _make_paragraph(each, words))


def _settle_text(each: etree._Element) -> None:
    words, each.text = each.text or "", None
    paragraph = _make_paragraph(each, words)
    if _is_frame(each):
        _put_behind(each, paragraph)
    else:
        each.insert(0, paragraph)


def _settle_element(each: etree._Element) -> None:
    """Moves what has words and stands where only rows and cells, or items, may."""
    parent = each.getparent()
    if parent is None or not _is_frame(parent):
        return
    is_stray = each.tag in PARAGRAPHS if parent.tag == LIST else not str(each.tag).startswith(TABLE)
    if is_stray and any(str(text).strip() for text in each.itertext()):
        parent.remove(each)
        _put_behind(parent, each)


def _put_behind(place: etree._Element, paragraph: etree._Element) -> None:
    """Puts a paragraph behind what stands at a place, or behind the outermost table or list that this is a part of."""
    parent = place.getparent()
    while parent is not None and _is_frame(parent):
        place, parent = parent, parent.getparent()
    if parent is not None:
        parent.insert(parent.index(place) + 1, paragraph)


def _is_frame(element: etree._Element) -> bool:
    """Whether an element is a table, or a list, or what parts one: nothing in which a paragraph may stand."""
    return element.tag == LIST or (str(element.tag).startswith(TABLE) and element.tag not in _CELLS)


def _make_paragraph(near: etree._Element, words: str) -> etree._Element:
    paragraph = near.makeelement(PARAGRAPH)
    paragraph.text = words
    return paragraph

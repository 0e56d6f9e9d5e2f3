"""Tracked changes of an OpenDocument text, taken as accepted: deleted words are gone (ODF 1.3, part 3, 5.5)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.readers.opendocument.names import PARAGRAPHS, TEXT, TRACKED, XML_ID
from send_extract.readers.parts import drop_element
from send_extract.source import NOWHERE

_INSERTION, _DELETION = f"{TEXT}insertion", f"{TEXT}deletion"
_START, _END = f"{TEXT}change-start", f"{TEXT}change-end"
_MARKS = frozenset((_START, _END))
_ID = f"{TEXT}change-id"
_NAMES = (f"{TEXT}id", XML_ID)


def settle_changes(body: etree._Element) -> Iterator[Diagnostic]:
    """Take the words that stand between the marks of a deletion out of a text, and say how many changes there are."""
    tracked = body.find(TRACKED)
    if tracked is None:
        return
    inserted, deleted = (sum(1 for _ in tracked.iter(name)) for name in (_INSERTION, _DELETION))
    if inserted or deleted:
        yield diagnose("tracked-changes", NOWHERE, inserted=inserted, deleted=deleted)
    _take_deleted(body, frozenset(_find_deletions(tracked)))
    body.remove(tracked)


def _find_deletions(tracked: etree._Element) -> Iterator[str]:
    for region in tracked:
        if region.find(_DELETION) is not None:
            yield from filter(None, map(region.get, _NAMES))


def _take_deleted(body: etree._Element, deletions: frozenset[str]) -> None:
    """Empties what stands between the marks of deletions; a paragraph that is wholly deleted goes."""
    gone: list[etree._Element] = []
    is_deleted = False
    for event, each in etree.iterwalk(body, events=("start", "end")):
        if each.tag in _MARKS and each.get(_ID) in deletions:
            is_deleted = each.tag == _START
        if is_deleted and _empty(each, event):
            gone.append(each)
    for each in gone:
        drop_element(each)


def _empty(element: etree._Element, event: str) -> bool:
    """Take the words at one end of an element out of it; whether a paragraph is left with none."""
    if event == "start":
        element.text = None
        return False
    element.tail = None
    return element.tag in PARAGRAPHS and not any(element.itertext())

"""The words of a Word file counted before anything is made of them: the text of its XML, as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from lxml import etree

from send_extract.account import Tally, tally_part
from send_extract.readers.docx.names import (
    ALTERNATIVES,
    CELL,
    DELETED,
    DRAWN,
    MATH,
    PARAGRAPH,
    PROPERTIES,
    ROW,
    RUN,
    TABLE,
    TEXT,
    W,
    choose_alternative,
)
from send_extract.source import Location
from send_extract.version import NAME

_TEXTS = (TEXT, f"{MATH}t", f"{DRAWN}t")
_INNER = frozenset((RUN, TEXT))
_AROUND = (PARAGRAPH, RUN)
_RAISED = f"{W}vertAlign"
_PARTED = (
    PARAGRAPH,
    RUN,
    ROW,
    CELL,
    TABLE,
    f"{DRAWN}p",
    f"{W}tab",
    f"{W}br",
    f"{W}cr",
    f"{W}ptab",
    f"{W}noBreakHyphen",
)
_DESCRIBING: Any = etree.XPath(
    f".//w:t[ancestor::*[{' or '.join(f'self::w:{name}' for name in PROPERTIES)}]]", namespaces={"w": W[1:-1]}
)


def tally_aside(root: etree._Element) -> Tally:
    """The words of a part that stands beside the main text."""
    return tally_part("".join(_read_texts(root)))


def tally_main(main: etree._Element) -> Iterator[Tally]:
    """The words of the main part: those of each table, and those outside."""
    body = next(main.iter(f"{W}body"), main)
    outside = []
    number = 1
    for child in body:
        texts = "".join(_read_texts(child))
        if child.tag == TABLE:
            yield tally_part(texts, Location(table=number))
        else:
            outside.append(texts)
        number += sum(1 for _ in child.iter(TABLE))
    yield tally_part("".join(outside))


def _read_texts(root: etree._Element) -> Iterator[str]:
    """The texts of a part, with blanks between paragraphs and around what is raised."""
    unprinted = set(_find_unprinted(root))
    is_raised = False
    for each in root.iter(*_TEXTS, *_PARTED, _RAISED):
        if _is_alone(each):
            yield "\n"
        if each.tag == RUN:
            yield " " * is_raised
            is_raised = False
        elif each.tag == _RAISED:
            is_raised = True
            yield " "
        elif each.tag not in _TEXTS:
            yield "\n"
        elif each not in unprinted:
            yield each.text or ""


def _is_alone(element: etree._Element) -> bool:
    """Whether a run, or a text, stands in no paragraph, and a text in no run."""
    parent = element.getparent() if element.tag in _INNER else None
    if parent is None or parent.tag in _AROUND:
        return False
    return next(element.iterancestors(*_AROUND), None) is None


def _find_unprinted(root: etree._Element) -> Iterator[etree._Element]:
    """The texts that are deleted, this program's own, an alternative for other programs, or only describe something."""
    gone = [*root.iter(*DELETED)]
    gone += [each for each in root.iter(f"{W}comment") if each.get(f"{W}author") == NAME]
    gone += [row for row in root.iter(ROW) if row.find(f"{W}trPr/{W}del") is not None]
    gone += chain.from_iterable(map(_list_refused, root.iter(ALTERNATIVES)))
    yield from chain.from_iterable(each.iter(*_TEXTS) for each in gone)
    yield from _DESCRIBING(root)


def _list_refused(alternatives: etree._Element) -> list[etree._Element]:
    """What is there for other programs."""
    chosen = choose_alternative(alternatives)
    return [other for other in alternatives if other is not chosen]

"""The tables of a Word file: their rows, how far their cells reach, and which only place things (17.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from lxml import etree

from send_extract.notation.colours import name_colour
from send_extract.readers.docx.names import (
    CELL,
    PARAGRAPH,
    ROW,
    RUN,
    TABLE,
    TEXT,
    W,
    find_children,
    is_on,
    value_of,
)
from send_extract.readers.spans import WIDEST

_PARTS = frozenset((ROW, CELL, PARAGRAPH, TABLE, RUN, TEXT))
_COLUMNS = f"{W}gridSpan"
_MERGE = f"{W}vMerge"
_MOST_DIGITS = 6


class WordRow(NamedTuple):
    """A row: its cells, whether Word repeats it on each page, and how many columns it leaves out before and after."""

    cells: list[etree._Element]
    is_heading: bool = False
    before: int = 0
    after: int = 0


def find_rows(table: etree._Element) -> list[WordRow]:
    """The rows of a table itself, without those whose deletion is tracked."""
    rows = (_read_row(row) for row in _find_parts(table, ROW))
    return [row for row in rows if row is not None]


def _find_parts(whole: etree._Element, name: str) -> list[etree._Element]:
    """The rows of a table, or the cells of a row; words that a damaged file has outside them get one of their own."""
    found = list(find_children(whole, _PARTS))
    return [each if each.tag == name else _enclose(each, name) for each in found]


def _enclose(element: etree._Element, name: str) -> etree._Element:
    around = element.getparent()
    enclosing = etree.Element(name)
    if around is not None:
        around.replace(element, enclosing)
    enclosing.append(element)
    return enclosing


def _read_row(row: etree._Element) -> WordRow | None:
    """A row; None where its deletion is tracked."""
    properties = next(row.iterchildren(f"{W}trPr"), None)
    cells = _find_parts(row, CELL)
    if properties is None or not len(properties):
        return WordRow(cells)
    if properties.find(f"{W}del") is not None:
        return None
    before, after = (_read_count(properties.find(W + name)) for name in ("gridBefore", "gridAfter"))
    return WordRow(cells, is_on(properties.find(f"{W}tblHeader")), before, after)


def count_heading_rows(rows: Sequence[WordRow]) -> int:
    """How many of the first rows the author has Word repeat on each page."""
    return sum(1 for _ in takewhile(lambda row: row.is_heading, rows))


def read_fill(cell: etree._Element) -> str:
    """The colour of a cell, empty where it has none."""
    shading = cell.find(f"{W}tcPr/{W}shd")
    return "" if shading is None else name_colour(shading.get(f"{W}fill", ""))


def read_reach(cell: etree._Element) -> tuple[int, str]:
    """How many columns a cell covers; and `restart` where it covers rows below, `continue` where it is one of them."""
    columns, merge = 1, ""
    for properties in cell.iterchildren(f"{W}tcPr"):
        for each in properties:
            if each.tag == _COLUMNS:
                columns = _read_count(each)
            elif each.tag == _MERGE:
                merge = each.get(f"{W}val", "continue")
    return columns, merge


def _read_count(element: etree._Element | None) -> int:
    value = value_of(element)
    return min(int(value), WIDEST) if value.isdecimal() and len(value) < _MOST_DIGITS else 0


def find_words(element: etree._Element) -> Iterator[str]:
    """The words of an element and all in it."""
    return (text.text or "" for text in element.iter(TEXT))

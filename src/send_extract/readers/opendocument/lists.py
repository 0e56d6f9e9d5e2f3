"""The lists of an OpenDocument text: their marks as they are printed, and counted (ODF 1.3, part 3, 5.3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from send_extract.notation.marks import BULLET
from send_extract.readers.counts import (
    DEPTHS,
    UNCOUNTED,
    ListNumber,
    Numbering,
    advance,
    print_mark,
    print_uncounted,
)
from send_extract.readers.opendocument.names import STYLE, TEXT, XML_ID

_KINDS = {
    "1": "decimal", "01": "decimalZero", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
}  # fmt: skip
_STYLES = (f"{TEXT}list-style", f"{TEXT}outline-style")
_OUTLINE = ""
"""The name by which the numbers of headings are kept: no list has it."""

Levels = dict[int, Numbering]


class Series(NamedTuple):
    """A list as far as it is counted: its name, the style of its marks, and its counter."""

    name: str
    style: str
    counter: list[int | None]


class OfficeLists:
    """The styles of a file's lists, and how far each list has been counted."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._elements = {
            each.get(f"{STYLE}name", "") if each.tag == _STYLES[0] else _OUTLINE: each
            for root in roots
            for each in root.iter(*_STYLES)
        }
        self._levels: dict[str, Levels] = {}
        self._series: dict[str, Series] = {}
        self._last: dict[str, Series] = {}
        self._outline = Series(_OUTLINE, _OUTLINE, [None] * DEPTHS)

    def open(self, element: etree._Element, around: Series | None) -> Series:
        """The series of a list: that of the one around it or that it continues, else a new one."""
        style = element.get(f"{TEXT}style-name", around.style if around else "")
        if around:
            return around._replace(style=style)
        name = element.get(XML_ID, f"list {len(self._series)}")
        continued = self._series.get(element.get(f"{TEXT}continue-list", ""))
        if continued is None and element.get(f"{TEXT}continue-numbering") == "true":
            continued = self._last.get(style)
        series = continued or Series(name, style, [None] * DEPTHS)
        self._series[name] = self._last[style] = series
        return series._replace(style=style)

    def count(self, series: Series, depth: int, start: str | None = None) -> ListNumber | None:
        """The number of the next item of a series; None where its level prints none."""
        level = self._find(series.style).get(depth)
        if level is None or depth >= DEPTHS:
            return None
        if level.kind in UNCOUNTED:
            return ListNumber(series.name, depth, print_uncounted(level), is_counted=False)
        if start and start.isdecimal():
            series.counter[depth] = int(start) - 1
        advance(series.counter, depth, level.start)
        mark = print_mark(level, self._find(series.style), series.counter)
        return ListNumber(series.name, depth, mark, is_counted=bool(mark), is_worded=level.is_worded)

    def count_heading(self, level: int) -> ListNumber | None:
        """The number of the next heading of a level; None where headings have none."""
        number = self.count(self._outline, level - 1)
        return number if number and number.is_counted else None

    def _find(self, name: str) -> Levels:
        if name not in self._levels:
            element = self._elements.get(name)
            found = () if element is None else element.iterchildren()
            self._levels[name] = dict(filter(None, map(_read_level, found)))
        return self._levels[name]


def _read_level(element: etree._Element) -> tuple[int, Numbering] | None:
    """A level of a list's style, and its depth from 0; None where the element is no level."""
    level = element.get(f"{TEXT}level", "")
    if not level.isdecimal():
        return None
    depth = int(level) - 1
    if element.tag == f"{TEXT}list-level-style-bullet":
        return depth, Numbering("bullet", BULLET)
    kind = _KINDS.get(element.get(f"{STYLE}num-format", ""), "none")
    shown = element.get(f"{TEXT}display-levels", "1")
    first = depth + 2 - (int(shown) if shown.isdecimal() else 1)
    places = ".".join(f"%{place}" for place in range(max(first, 1), depth + 2)) if kind != "none" else ""
    around = (element.get(f"{STYLE}num-{side}", "") for side in ("prefix", "suffix"))
    pattern = places.join(around)
    start = element.get(f"{TEXT}start-value", "1")
    return depth, Numbering(kind, pattern, int(start) if start.isdecimal() else 1)

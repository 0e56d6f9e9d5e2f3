"""The numbers that Word counts by itself, as it prints them (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from send_extract.readers.counts import (
    DEPTHS,
    UNCOUNTED,
    ListNumber,
    Numbering,
    advance,
    print_mark,
    print_uncounted,
)
from send_extract.readers.docx.names import W, is_on, value_of

if TYPE_CHECKING:
    from lxml import etree

    from send_extract.readers.docx.styles import WordStyle


class Numbered(NamedTuple):
    """A list: its levels, those that paragraph styles stand for, the name of its counter, whether it counts at all."""

    levels: dict[int, Numbering]
    styles: dict[str, int]
    counter: str
    is_counted: bool


class Lists:
    """The lists of a file, each read when a paragraph is first in it, and how far each has been counted."""

    def __init__(self, root: etree._Element | None) -> None:
        elements = () if root is None else root
        self._numbers = {each.get(f"{W}numId", ""): each for each in elements if each.tag == f"{W}num"}
        self._definitions = {
            each.get(f"{W}abstractNumId", ""): each for each in elements if each.tag == f"{W}abstractNum"
        }
        self._found: dict[str, Numbered | None] = {}
        self._counters: dict[str, list[int | None]] = {}

    def count(self, style: WordStyle) -> ListNumber | None:
        """The number of the next paragraph, which has this style; None where it is in no list."""
        if style.number not in self._found:
            self._found[style.number] = self._find(style.number)
        found = self._found[style.number]
        if found is None:
            return None
        depth = int(style.depth) if style.depth.isdecimal() else found.styles.get(style.name, 0)
        level = found.levels.get(depth)
        if level is None or depth >= DEPTHS:
            return None
        if not found.is_counted:
            return ListNumber(style.number, depth, print_uncounted(level), is_counted=False)
        counter = self._advance(found.counter, depth, level)
        is_counted = level.kind not in UNCOUNTED
        mark = print_mark(level, found.levels, counter) if is_counted else print_uncounted(level)
        return ListNumber(style.number, depth, mark, is_counted, level.is_worded)

    def _advance(self, name: str, depth: int, level: Numbering) -> list[int | None]:
        counter = self._counters.setdefault(name, [None] * DEPTHS)
        advance(counter, depth, level.start)
        return counter

    def _find(self, name: str) -> Numbered | None:
        number = self._numbers.get(name)
        if number is None:
            return None
        abstract = value_of(number.find(f"{W}abstractNumId"))
        levels = _read_levels(self._define(abstract))
        levels |= _read_overrides(number, levels)
        restarts = number.find(f"{W}lvlOverride") is not None
        return Numbered(
            levels,
            {level.style: depth for depth, level in levels.items() if level.style},
            f"num {name}" if restarts else f"list {abstract}",
            any(level.kind not in UNCOUNTED for level in levels.values()),
        )

    def _define(self, name: str) -> etree._Element | None:
        """The definition of that name, or the one with the style that it refers to in place of levels of its own."""
        definition = self._definitions.get(name)
        style = "" if definition is None else value_of(definition.find(f"{W}numStyleLink"))
        if not style:
            return definition
        styled = (
            each for each in self._definitions.values() if value_of(each.find(f"{W}styleLink")) == style
        )
        return next(styled, definition)


def _read_levels(definition: etree._Element | None) -> dict[int, Numbering]:
    if definition is None:
        return {}
    return {int(each.get(f"{W}ilvl", "0")): _read_level(each) for each in definition.iterfind(f"{W}lvl")}


def _read_level(level: etree._Element) -> Numbering:
    start, pattern = value_of(level.find(f"{W}start")), value_of(level.find(f"{W}lvlText"))
    return Numbering(
        value_of(level.find(f"{W}numFmt")) or "decimal",
        pattern,
        int(start) if start.isdecimal() else 1,
        value_of(level.find(f"{W}pStyle")),
        is_on(level.find(f"{W}isLgl")),
    )


def _read_overrides(number: etree._Element, levels: dict[int, Numbering]) -> dict[int, Numbering]:
    found: dict[int, Numbering] = {}
    for override in number.iterfind(f"{W}lvlOverride"):
        depth = int(override.get(f"{W}ilvl", "0"))
        own, start = override.find(f"{W}lvl"), value_of(override.find(f"{W}startOverride"))
        level = levels.get(depth, Numbering()) if own is None else _read_level(own)
        found[depth] = level._replace(start=int(start)) if start.isdecimal() else level
    return found

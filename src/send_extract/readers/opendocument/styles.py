"""What the styles of an OpenDocument file say of words: emphasis, hiding, titles (ODF 1.3, part 3, 16 and 20)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from send_extract.notation.colours import name_colour
from send_extract.readers.opendocument.names import FO, STYLE, TABLE, TEXT

_LETTERS = "bius^_"
_TITLES = {"Title": 1, "Subtitle": 2}
_DEEPEST = 20
"""Styles based on one another; more are a circle."""

Switches = dict[str, bool]
"""The letters of emphasis, and `h` for hidden, that a style turns on or off."""


class OfficeStyle(NamedTuple):
    """A style with all that it is based on: its switches, and the level of the titles that it makes, 0 for none."""

    switches: Switches
    level: int = 0


PLAIN = OfficeStyle({})


class OfficeStyles:
    """The styles of a file by their family and name, each read when words first have it."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._elements = {
            (style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")): style
            for root in roots
            for style in root.iter(f"{STYLE}style")
        }
        self._found: dict[tuple[str, str], OfficeStyle] = {}

    def find(self, family: str, name: str | None, depth: int = 0) -> OfficeStyle:
        """The style of a family, plain where there is none of that name."""
        key = family, name or ""
        if key not in self._found:
            element = self._elements.get(key)
            known = element is not None and depth < _DEEPEST
            self._found[key] = self._read(family, element, depth) if known and element is not None else PLAIN
        return self._found[key]

    def _read(self, family: str, element: etree._Element, depth: int) -> OfficeStyle:
        base = self.find(family, element.get(f"{STYLE}parent-style-name"), depth + 1)
        properties = element.find(f"{STYLE}text-properties")
        own = {} if properties is None else _read_switches(properties)
        level = _TITLES.get(element.get(f"{STYLE}name", ""), base.level)
        return OfficeStyle({**base.switches, **own}, level)

    def emphasis(self, family: str, name: str | None) -> str:
        """The emphasis of words in a style."""
        return print_switches(self.find(family, name).switches)

    def fill(self, name: str | None) -> str:
        """The colour of the cells in a style."""
        element = self._elements.get(("table-cell", name or ""))
        properties = None if element is None else element.find(f"{STYLE}table-cell-properties")
        return "" if properties is None else name_colour(properties.get(f"{FO}background-color", ""))

    def hides_tables(self, name: str | None) -> bool:
        """Whether a table, or a sheet, in a style is not shown."""
        element = self._elements.get(("table", name or ""))
        properties = None if element is None else element.find(f"{STYLE}table-properties")
        return properties is not None and properties.get(f"{TABLE}display") == "false"


def print_switches(switches: Switches) -> str:
    """The letters of what is on."""
    return "".join([letter for letter in _LETTERS if switches.get(letter)])


def _read_switches(properties: etree._Element) -> Switches:
    """What the properties of a style turn on or off; of what they do not name, nothing."""
    position = properties.get(f"{STYLE}text-position")
    found = (
        ("b", properties.get(f"{FO}font-weight"), ("normal", "100", "200", "300", "400", "500")),
        ("i", properties.get(f"{FO}font-style"), ("normal",)),
        ("u", properties.get(f"{STYLE}text-underline-style"), ("none",)),
        ("s", properties.get(f"{STYLE}text-line-through-style"), ("none",)),
        ("s", properties.get(f"{STYLE}text-line-through-type"), ("none",)),
        ("h", properties.get(f"{TEXT}display"), ("true", "condition")),
    )
    switches = {letter: value not in off for letter, value, off in found if value is not None}
    if position is not None:
        switches |= {"^": position.startswith("super"), "_": position.startswith("sub")}
    return switches

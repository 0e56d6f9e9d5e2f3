"""What a page is made of: its tables and headings, which tables only place things, what holds what.

Looked at once, each part once: nested as deep as it may be, a page takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bs4 import Tag

from send_extract.patterns import compile_later
from send_extract.readers.page.insets import is_around_plan
from send_extract.readers.page.tables import CELLS, find_words

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SHAPES = frozenset(("table", *HEADINGS))
_INDEXED = frozenset((*_SHAPES, *CELLS, "dl", "dt", "style", "title", "input", "label"))
_MARGINS = frozenset(("nav", "footer", "aside", "dialog"))
_MARGIN_ROLES = frozenset(("navigation", "contentinfo", "complementary", "search", "dialog", "alertdialog"))
_COOKIES = compile_later(r"\bcookies?\b|\bcookie[-_]", re.IGNORECASE)
"""The names that sites give to what asks for consent."""


class Around(NamedTuple):
    """What a tag stands in, by identity: the nearest table, cell and label, the outermost list of definitions."""

    table: int = 0
    cell: int = 0
    label: int = 0
    definitions: int = 0


class Indexed(NamedTuple):
    """A tag that shapes a page, and what it stands in."""

    tag: Tag
    around: Around


class PageShape(NamedTuple):
    """A page's shape, all by identity.

    Tables that only place things; lists that are tables of definitions; what holds one of these, a heading or a
    margin; what holds tables, and what holds tables or headings, definitions' own among them; the tables' numbers.
    """

    places: frozenset[int]
    definitions: frozenset[int]
    holders: frozenset[int]
    with_tables: frozenset[int]
    with_structures: frozenset[int]
    numbers: dict[int, int]


class TagIndex:
    """The tags that shape a page, in order, as they open and close."""

    def __init__(self) -> None:
        self.tags: list[Indexed] = []
        self._around = [Around()]

    def open(self, tag: Tag) -> None:
        """A tag opens."""
        around = self._around[-1]
        if tag.name in _INDEXED or is_margin(tag):
            self.tags.append(Indexed(tag, around))
            around = _enter(tag, around)
        self._around.append(around)

    def close(self) -> None:
        """The tag that opened last closes."""
        self._around.pop()


def _enter(tag: Tag, around: Around) -> Around:
    """What stands inside a tag stands in."""
    if tag.name == "table":
        return around._replace(table=id(tag))
    if tag.name in CELLS:
        return around._replace(cell=id(tag))
    if tag.name == "label":
        return around._replace(label=id(tag))
    if tag.name == "dl" and not around.definitions:
        return around._replace(definitions=id(tag))
    return around


def is_margin(tag: Tag) -> bool:
    """Whether a tag stands beside a page's own words: a menu, a foot, a question about cookies."""
    if tag.name in _MARGINS:
        return True
    attributes = tag.attrs
    if not attributes or tag.name in {"html", "body"}:
        return False
    names = f"{attributes.get('id', '')} {attributes.get('class', '')}"
    return attributes.get("role") in _MARGIN_ROLES or _COOKIES.search(names) is not None


def find_shape(tags: Sequence[Indexed]) -> PageShape:
    """The shape that a page's tags give it; tables and lists of definitions are numbered from 1."""
    named = defaultdict[str, list[Indexed]](list)
    for each in tags:
        named[each.tag.name].append(each)
    with_tables = _find_holders(named["table"])
    structures = [each for name in ("table", *HEADINGS) for each in named[name]]
    definitions = _find_definitions(named, with_tables)
    others = [each for each in tags if id(each.tag) in definitions or each.tag.name not in _INDEXED]
    return PageShape(
        _find_places(named),
        definitions,
        with_tables | _find_holders((*structures, *others), definitions),
        with_tables,
        _find_holders(structures),
        _number_tables(tags, definitions),
    )


def _number_tables(tags: Sequence[Indexed], definitions: frozenset[int]) -> dict[int, int]:
    tables = (id(tag) for tag, _ in tags if tag.name == "table" or id(tag) in definitions)
    return {name: number for number, name in enumerate(tables, 1)}


def _find_definitions(named: Mapping[str, Sequence[Indexed]], with_tables: frozenset[int]) -> frozenset[int]:
    """The lists of definitions that are tables of two columns: with terms, in no other, and no table in them."""
    terms = {around.definitions for _, around in named["dt"]} - with_tables
    return frozenset(id(tag) for tag, around in named["dl"] if not around.definitions and id(tag) in terms)


def _find_holders(tags: Iterable[Indexed], bounds: frozenset[int] = frozenset()) -> frozenset[int]:
    """The tags that hold one of `tags` somewhere inside, but for what stands in `bounds`."""
    holders: set[int] = set()
    for tag, _ in tags:
        for parent in tag.parents:
            if id(parent) in holders or id(parent) in bounds:
                break
            holders.add(id(parent))
    return frozenset(holders)


def _find_places(named: Mapping[str, Sequence[Indexed]]) -> frozenset[int]:
    """The tables that only place things: they say so, have one cell, or hold tables and little else."""
    headings, outer = _count_inside(named["th"]), _count_inside(named["table"])
    cells = headings + _count_inside(named["td"])
    inner = defaultdict[int, list[Tag]](list)
    nested: Counter[int] = Counter()
    places: set[int] = set()
    for table, around in reversed(named["table"]):
        name = id(table)
        own = _measure(table) if around.table or name in outer else 0
        if around.table and name not in outer:
            inner[around.table].append(table)
        is_frame = not headings[name] and nested[name] > own and not is_around_plan(table, inner[name])
        if is_frame or cells[name] <= 1 or table.get("role") in {"presentation", "none"}:
            places.add(name)
        nested[around.table] += own + nested[name]
    return frozenset(places)


def _count_inside(tags: Iterable[Indexed]) -> Counter[int]:
    """How many of `tags` stand right inside each table."""
    return Counter(around.table for _, around in tags)


def _measure(table: Tag) -> int:
    """The characters of a table without the tables in it."""
    return sum(len(words.strip()) for words in find_words(table))

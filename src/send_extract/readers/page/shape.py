"""What a page is made of: its tables and headings, which tables only place things, what holds what.

Looked at once, each part once: nested as deep as it may be, a page takes time in proportion to its length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bs4 import Tag

from send_extract.readers.page.words import STRUCTURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bs4 import BeautifulSoup

_INDEXED = frozenset((*STRUCTURES, "dl", "style", "title", "input", "label"))


class PageShape(NamedTuple):
    """A page's shape, all by identity: tables that only place things, definitions, what holds these; numbers."""

    places: frozenset[int]
    definitions: frozenset[int]
    holders: frozenset[int]
    numbers: dict[int, int]


def index_tags(soup: BeautifulSoup) -> tuple[Tag, ...]:
    """The tags that shape a page, in order."""
    return tuple(node for node in soup.descendants if isinstance(node, Tag) and node.name in _INDEXED)


def find_shape(tags: Iterable[Tag]) -> PageShape:
    """The shape that a page's tags give it; tables and lists of definitions are numbered from 1."""
    shapes = [tag for tag in tags if tag.name in STRUCTURES or tag.name == "dl"]
    tables = [tag for tag in shapes if tag.name == "table"]
    around = _find_holders(tables, frozenset())
    definitions = frozenset(id(tag) for tag in shapes if tag.name == "dl" and _has_terms(tag, around))
    shapes = [tag for tag in shapes if tag.name != "dl" or id(tag) in definitions]
    numbered = [tag for tag in shapes if tag.name in {"table", "dl"}]
    return PageShape(
        _find_places(tables),
        definitions,
        around | _find_holders(shapes, definitions),
        {id(tag): number for number, tag in enumerate(numbered, 1)},
    )


def _has_terms(definitions: Tag, holders: frozenset[int]) -> bool:
    """Whether a list of definitions is a table of two columns: with terms, inside no other, no table inside it."""
    if id(definitions) in holders or definitions.find("dt") is None:
        return False
    return definitions.find_parent("dl") is None


def _find_holders(tags: Iterable[Tag], bounds: frozenset[int]) -> frozenset[int]:
    """The tags that hold one of `tags` somewhere inside, but for what stands in `bounds`."""
    holders: set[int] = set()
    for tag in tags:
        for parent in tag.parents:
            if id(parent) in holders or id(parent) in bounds:
                break
            holders.add(id(parent))
    return frozenset(holders)


class _Survey(NamedTuple):
    """A table without the tables in it: how many cells, whether one is a heading, its characters."""

    cells: int
    has_heading: bool
    size: int


def _find_places(tables: Sequence[Tag]) -> frozenset[int]:
    """The tables that only place things: they say so, have one cell, or hold tables and little else."""
    around = {id(table): _find_table_around(table) for table in tables}
    outer = {*around.values()}
    nested = dict.fromkeys(around, 0)
    places: set[int] = set()
    for table in reversed(tables):
        survey = _survey(table) if around[id(table)] or id(table) in outer else _count_cells(table)
        if table.get("role") in {"presentation", "none"} or _only_places(survey, nested[id(table)]):
            places.add(id(table))
        if around[id(table)]:
            nested[around[id(table)]] += survey.size + nested[id(table)]
    return frozenset(places)


def _find_table_around(table: Tag) -> int:
    return next((id(parent) for parent in table.parents if parent.name == "table"), 0)


def _only_places(survey: _Survey, nested: int) -> bool:
    return survey.cells <= 1 or (not survey.has_heading and nested > survey.size)


def _count_cells(table: Tag) -> _Survey:
    """A table that neither holds nor stands in another: whether it has more than one cell."""
    cells = 0
    for node in table.descendants:
        cells += node.name in {"td", "th"} if isinstance(node, Tag) else 0
        if cells > 1:
            break
    return _Survey(cells, has_heading=False, size=0)


def _survey(table: Tag) -> _Survey:
    cells = headings = size = 0
    stack = [table]
    while stack:
        for node in stack.pop().contents:
            if not isinstance(node, Tag):
                size += len(str(node).strip())
            elif node.name != "table":
                headings += node.name == "th"
                cells += node.name in {"td", "th"}
                stack.append(node)
    return _Survey(cells, headings > 0, size)

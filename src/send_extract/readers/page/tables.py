"""A table or a list of definitions of a page: its rows and cells, and the words that stand outside every cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bs4 import Tag
from bs4.element import NavigableString, PageElement

if TYPE_CHECKING:
    from collections.abc import Callable

_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_CELLS = frozenset(("td", "th"))
_SILENT = frozenset(("colgroup", "col", "script", "style", "template"))
_ROW_SCOPES = frozenset(("row", "rowgroup", "colgroup"))


class TableLine(NamedTuple):
    """A row as the page has it: its cells, its place in the source, its group (spans end with it), its own tag."""

    cells: list[Tag]
    place: int
    group: Tag
    tag: Tag

    @property
    def is_foot(self) -> bool:
        """Whether the row stands at the foot of its table, wherever the source has it."""
        return self.group.name == "tfoot"

    @property
    def is_header(self) -> bool:
        """Whether the page says that the row is one of headings, and not a group's or a row's own."""
        if self.group.name == "thead":
            return True
        are_headings = all(cell.name == "th" and cell.get("scope") not in _ROW_SCOPES for cell in self.cells)
        return are_headings and len(self.cells) > 1 and not self.is_foot


class TableParts(NamedTuple):
    """A table's rows in the order in which they are shown, and what stands outside every cell, side by side."""

    lines: list[TableLine]
    strays: list[list[PageElement]]


class Definitions(NamedTuple):
    """The terms of a list of definitions with their meanings, and what stands beside them."""

    pairs: list[tuple[list[Tag], list[Tag]]]
    strays: list[PageElement]


class _Gathering:
    """The rows and strays of one table so far."""

    def __init__(self, is_gone: Callable[[Tag], bool]) -> None:
        self.lines: list[TableLine] = []
        self.strays: list[list[PageElement]] = []
        self._is_gone = is_gone
        self._rows = 0

    def add(self, node: PageElement, group: Tag, row: Tag) -> Tag | None:
        """Takes in a node of a table's group and row; what is to be looked through, if the node is that."""
        if not isinstance(node, Tag):
            self._add_stray(node)
        elif node.name in _CELLS:
            self._add_cell(node, group, row)
        elif node.name == "tr":
            self._add_line(group, node)
            return node
        elif node.name not in _SILENT:
            return self._look_through(node)
        return None

    def is_open(self, tag: Tag) -> bool:
        """Whether a row or a group is shown; one that is not is left out."""
        if not self._is_gone(tag):
            return True
        if tag.name == "tr":
            self.lines.pop()
        return False

    def _look_through(self, tag: Tag) -> Tag | None:
        if tag.name in _GROUPS:
            return tag
        if tag.name not in {"caption", "table"} and tag.find(["tr", "td", "th"]):
            return tag
        self._add_stray(tag)
        return None

    def _add_line(self, group: Tag, row: Tag) -> None:
        self._rows += 1
        self.lines.append(TableLine([], self._rows, group, row))

    def _add_cell(self, cell: Tag, group: Tag, row: Tag) -> None:
        """Adds a cell to its row, or to one of its own where the page left the row out."""
        if not self.lines or self.lines[-1].tag is not row:
            self._add_line(group, row)
        if not self._is_gone(cell):
            self.lines[-1].cells.append(cell)

    def _add_stray(self, node: PageElement) -> None:
        if not isinstance(node, Tag) and (type(node) is not NavigableString or not node.strip()):
            return
        if self.strays and self.strays[-1][-1].next_sibling is node:
            self.strays[-1].append(node)
        else:
            self.strays.append([node])


def find_parts(table: Tag, is_gone: Callable[[Tag], bool]) -> TableParts:
    """The rows of a table with their cells, its foot last; `is_gone` tells what is not shown."""
    gathering = _Gathering(is_gone)
    stack = [(iter(table.contents), table, table)]
    while stack:
        nodes, group, row = stack[-1]
        for node in nodes:
            inner = gathering.add(node, group, row)
            if inner is not None and gathering.is_open(inner):
                is_group, is_row = inner.name in _GROUPS, inner.name == "tr"
                stack.append(
                    (iter(inner.contents), inner if is_group else group, inner if is_group or is_row else row)
                )
                break
        else:
            stack.pop()
    return TableParts(sorted(gathering.lines, key=lambda line: line.is_foot), gathering.strays)


def find_pairs(definitions: Tag) -> Definitions:
    """The terms and meanings of a list of definitions, a pair a row, and what stands beside them."""
    pairs: list[tuple[list[Tag], list[Tag]]] = []
    strays: list[PageElement] = []
    stack = [iter(definitions.contents)]
    while stack:
        for node in stack[-1]:
            if isinstance(node, Tag) and node.name in {"dt", "dd"}:
                _add_part(pairs, node)
            elif isinstance(node, Tag) and node.find(["dt", "dd"]):
                stack.append(iter(node.contents))
                break
            else:
                strays.append(node)
        else:
            stack.pop()
    return Definitions(pairs, strays)


def _add_part(pairs: list[tuple[list[Tag], list[Tag]]], part: Tag) -> None:
    """Adds a term or a meaning to its pair; a term after a meaning begins the next."""
    is_term = part.name == "dt"
    if not pairs or (is_term and pairs[-1][1]):
        pairs.append(([], []))
    pairs[-1][0 if is_term else 1].append(part)

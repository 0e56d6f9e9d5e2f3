"""A table or a list of definitions of a page: its rows and cells, and the words that stand outside every cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from send_extract.document import Cell
from send_extract.readers.spans import Spanned
from send_extract.readers.tags import is_count

_GROUPS = frozenset(("thead", "tbody", "tfoot"))
CELLS = frozenset(("td", "th"))
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
        elif node.name in CELLS:
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
    lines, strays = _gather(table, is_gone)
    if _may_unfold(lines):
        lines = [each for line in lines for each in _unfold(line, is_gone)]
    return TableParts(sorted(lines, key=lambda line: line.is_foot), strays)


def _gather(table: Tag, is_gone: Callable[[Tag], bool]) -> TableParts:
    """The rows of a table and what stands outside every cell, as the page has them."""
    gathering = _Gathering(is_gone)
    stack = [(iter(table.contents), table, table)]
    while stack:
        nodes, group, row = stack[-1]
        for node in nodes:
            inner = gathering.add(node, group, row)
            if inner is not None and gathering.is_open(inner):
                stack.append((iter(inner.contents), *_enter(inner, group, row)))
                break
        else:
            stack.pop()
    return TableParts(gathering.lines, gathering.strays)


def _enter(inner: Tag, group: Tag, row: Tag) -> tuple[Tag, Tag]:
    """The group and the row of what stands inside a part of a table."""
    if inner.name in _GROUPS:
        return inner, inner
    return group, inner if inner.name == "tr" else row


def _may_unfold(lines: Sequence[TableLine]) -> bool:
    """Whether cells are merged along rows alone: a cell that hangs down counts the rows that the page has."""
    cells = [cell for line in lines for cell in line.cells if cell.attrs]
    return any(_spans(cell, "colspan") for cell in cells) and not any(
        _spans(cell, "rowspan") for cell in cells
    )


def _unfold(line: TableLine, is_gone: Callable[[Tag], bool]) -> list[TableLine]:
    """The row; the rows of a table that fills a merged cell column by column, in its place, the other cells beside."""
    for place, cell in enumerate(line.cells):
        inner = _find_rows_inside(cell, is_gone) if _spans(cell, "colspan") else []
        if inner:
            before, after = line.cells[:place], line.cells[place + 1 :]
            for other in (*before, *after):
                other["rowspan"] = str(len(inner))
            first = line._replace(cells=[*before, *inner[0].cells, *after])
            return [first, *(line._replace(cells=each.cells) for each in inner[1:])]
    return [line]


def _find_rows_inside(cell: Tag, is_gone: Callable[[Tag], bool]) -> list[TableLine]:
    """The rows of the table that is all of a merged cell and has a cell for each of its columns."""
    table = _find_filling(cell)
    if table is None:
        return []
    lines, strays = _gather(table, is_gone)
    fit = all(str(len(line.cells)) == cell["colspan"] and not _is_merged(line) for line in lines)
    return lines if fit and not strays else []


def _find_filling(cell: Tag) -> Tag | None:
    """The table that is all of a cell."""
    inside = [node for node in cell.contents if isinstance(node, Tag) or str(node).strip()]
    only = inside[0] if len(inside) == 1 else None
    return only if isinstance(only, Tag) and only.name == "table" else None


def _is_merged(line: TableLine) -> bool:
    return any(_spans(cell, "colspan") or _spans(cell, "rowspan") for cell in line.cells)


def _spans(cell: Tag, attribute: str) -> bool:
    return cell.attrs.get(attribute, "1") != "1"


def span_cell(tag: Tag, cell: Cell) -> Spanned:
    """A cell with the columns and rows that its tag says it covers."""
    if not tag.attrs:
        return Spanned(cell)
    return Spanned(cell, _read_count(tag, "colspan"), _read_count(tag, "rowspan"))


def _read_count(cell: Tag, attribute: str) -> int:
    value = str(cell.get(attribute, ""))
    return int(value) if is_count(value) else 1


def list_texts(table: Tag) -> list[list[str]]:
    """The words of each cell as the page has them, without those of tables inside it."""
    lines = _gather(table, lambda _: False).lines
    return [["".join(find_words(cell)).strip() for cell in line.cells] for line in lines]


def find_words(part: Tag) -> Iterator[str]:
    """The words of a part of a page, without those of tables inside it."""
    stack = [iter(part.contents)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif not isinstance(node, Tag):
            yield str(node)
        elif node.name != "table":
            stack.append(iter(node.contents))


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

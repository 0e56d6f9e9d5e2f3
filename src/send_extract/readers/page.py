"""A page of HTML to elements: its headings, paragraphs and tables in order, without their markup.

Every format that becomes HTML on its way comes through here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bs4 import Tag
from bs4.element import NavigableString

from send_extract.diagnostics import Diagnostic
from send_extract.document import Cell, Paragraph, Row, Table
from send_extract.patterns import compile_later
from send_extract.readers.markup import read_markup
from send_extract.readers.spans import Spanned, expand_spans
from send_extract.readers.tree import KIND, prepare_tree
from send_extract.source import NOWHERE, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup
    from bs4.element import PageElement

Element = Paragraph | Table

LINE = "data-line"
"""The attribute in which a reader leaves the line of its own source."""

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACES = compile_later(r"[ \t\r\n\f]+")
_SPACES_APART = compile_later(
    r"(<pre\b.*?</pre>)|[ \t\r\n\f]*(<br\b[^>]*>)[ \t\r\n\f]*|[ \t\r\n\f]+", re.DOTALL
)
_MOST_DIGITS = 5


class Page(NamedTuple):
    """What stands on a page, in order; its `<title>`; and what was odd."""

    elements: tuple[Element, ...]
    title: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()


def read_page(markup: str, *, exact: bool = False) -> Page:
    """The elements of a whole page, or of a part of one.

    `exact` says that a reader made the markup: its white space and the lines in its tags are the source's.
    """
    soup, title, findings = prepare_tree(markup, exact=exact)
    for tag in soup.find_all(lambda tag: tag.has_attr(LINE)) if not exact and LINE in markup.lower() else ():
        del tag[LINE]
    reading = _Reading(soup, exact=exact)
    elements = tuple(reading.read())
    found = tuple(finding.at(NOWHERE) for finding in findings)
    return Page(elements, _SPACES.sub(" ", title).strip(), (*found, *reading.diagnostics))


class _Reading:
    """One page being read: its tables by number, and what was odd so far."""

    def __init__(self, soup: BeautifulSoup, *, exact: bool) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._soup = soup
        self._exact = exact
        self._tables = {id(table): place for place, table in enumerate(soup.find_all("table"), 1)}
        self._layouts = {id(table) for table in soup.find_all("table") if is_layout(table)}
        self._holders = _find_holders(soup)

    def read(self) -> Iterator[Element]:
        """The elements in order: what is neither heading nor table is gathered until one of them comes."""
        gathered: list[PageElement] = []
        stack: list[tuple[Iterator[PageElement], str]] = [(iter(self._soup.contents), "body")]
        while stack:
            nodes, kind = stack[-1]
            node = next(nodes, None)
            if node is not None and not self._is_special(node):
                gathered.append(node)
                continue
            yield from self._read_flow(gathered, kind)
            gathered = []
            if not isinstance(node, Tag):
                stack.pop()
            elif self._is_holder(node):
                stack.append((iter(node.contents), str(node.get(KIND, kind))))
            else:
                yield from self._read_special(node, kind)

    def _is_special(self, node: PageElement) -> bool:
        return isinstance(node, Tag) and (
            node.name == "table" or node.name in _HEADINGS or id(node) in self._holders
        )

    def _is_holder(self, tag: Tag) -> bool:
        if tag.name == "table":
            return id(tag) in self._layouts
        return id(tag) in self._holders and tag.name not in _HEADINGS

    def _read_special(self, tag: Tag, kind: str) -> Iterator[Element]:
        if tag.name == "table":
            yield from self._read_table(tag)
            return
        yield from self._read_blocks(_print_contents(tag), _locate(tag), _HEADINGS[tag.name], kind)

    def _read_flow(self, nodes: list[PageElement], around: str) -> Iterator[Paragraph]:
        """Paragraphs; each top-level node apart, where it knows its own line or kind; `around` is that of the rest."""
        markup: list[str] = []
        place, kind = NOWHERE, around
        for node in nodes:
            if isinstance(node, Tag) and (node.has_attr(LINE) or node.has_attr(KIND)):
                yield from self._read_blocks("".join(markup), place, kind=kind)
                markup, place, kind = [], _locate(node), str(node.get(KIND, around))
            elif kind != around:
                yield from self._read_blocks("".join(markup), place, kind=kind)
                markup, place, kind = [], NOWHERE, around
            markup.append(_print_node(node))
        yield from self._read_blocks("".join(markup), place, kind=kind)

    def _read_blocks(
        self, markup: str, place: Location, level: int = 0, kind: str = "body"
    ) -> Iterator[Paragraph]:
        for block in self._read_cell(markup, place).blocks:
            yield Paragraph(block, place, level, kind)

    def _read_cell(self, markup: str, place: Location) -> Cell:
        marked = read_markup(markup if self._exact else _collapse_spaces(markup))
        self.diagnostics.extend(finding.at(place) for finding in marked.findings)
        return marked.cell

    def _read_table(self, table: Tag) -> Iterator[Element]:
        number = self._tables[id(table)]
        rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
        for words in _find_strays(table):
            yield from self._read_blocks(words, _locate(table, number))
        if not rows:
            return
        places = [_locate(row, number, place) for place, row in enumerate(rows, 1)]
        spanned = [
            tuple(self._read_spanned(cell, place) for cell in row.find_all(["td", "th"], recursive=False))
            for row, place in zip(rows, places, strict=True)
        ]
        cells = expand_spans(spanned)
        yield Table(
            tuple(
                Row(laid, place, _is_header(row))
                for laid, place, row in zip(cells, places, rows, strict=True)
            ),
            _locate(table, number),
        )

    def _read_spanned(self, cell: Tag, place: Location) -> Spanned:
        read = self._read_cell(_print_contents(cell), place)
        return Spanned(read, _read_count(cell, "colspan", 1), _read_count(cell, "rowspan", 1))


def _collapse_spaces(markup: str) -> str:
    """The markup with runs of white space as one space, as a browser shows them, preformatted text aside."""
    return _SPACES_APART.sub(lambda match: match[1] or match[2] or " ", markup)


def _find_holders(soup: BeautifulSoup) -> frozenset[int]:
    """The tags that hold a table or a heading somewhere inside."""
    holders: set[int] = set()
    for tag in soup.find_all(["table", *_HEADINGS]):
        for parent in tag.parents:
            if id(parent) in holders:
                break
            holders.add(id(parent))
    return frozenset(holders)


def is_layout(table: Tag) -> bool:
    """Whether a table only places things: it says so, has one cell, or holds tables and little else."""
    if table.get("role") in {"presentation", "none"}:
        return True
    cells = [cell for cell in table.find_all(["td", "th"]) if cell.find_parent("table") is table]
    if len(cells) <= 1:
        return True
    inner = table.find_all("table")
    if not inner or any(cell.name == "th" for cell in cells):
        return False
    nested = sum(len(each.get_text()) for each in inner if each.find_parent("table") is table)
    return 2 * nested > len(table.get_text())


def _is_header(row: Tag) -> bool:
    if row.parent is not None and row.parent.name == "thead":
        return True
    cells = row.find_all(["td", "th"], recursive=False)
    return bool(cells) and all(cell.name == "th" for cell in cells)


def _find_strays(table: Tag) -> Iterator[str]:
    """The words of a table outside its cells: its caption, and what a broken page leaves between rows."""
    for node in table.find_all(["caption", "thead", "tbody", "tfoot", "tr"]):
        if node.find_parent("table") is not table:
            continue
        if node.name == "caption":
            yield _print_contents(node)
            continue
        strays = [child for child in node.contents if isinstance(child, NavigableString)]
        yield "".join(map(_print_node, strays))


def _print_node(node: PageElement) -> str:
    if isinstance(node, Tag):
        return node.decode(formatter="minimal")
    return node.output_ready(formatter="minimal") if isinstance(node, NavigableString) else ""


def _print_contents(tag: Tag) -> str:
    return tag.decode_contents(formatter="minimal")


def _read_count(cell: Tag, attribute: str, default: int) -> int:
    value = str(cell.get(attribute, ""))
    return int(value) if value.isdecimal() and len(value) <= _MOST_DIGITS else default


def _locate(tag: Tag, table: int | None = None, row: int | None = None) -> Location:
    line = str(tag.get(LINE, ""))
    if line.isdecimal():
        return Location(line=int(line))
    return Location(table=table, row=row)

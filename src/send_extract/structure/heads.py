"""Heading rows: each table's is marked once, with those that repeat it further down or on the next page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Element, Paragraph, Row, Table
from send_extract.headings.lines import HeadingRow
from send_extract.headings.rows import FURTHEST, find_heading_row
from send_extract.notation.furniture import fold_words

Finder = Callable[[Sequence[Sequence[str]], Mapping[str, str]], HeadingRow | None]
"""What finds a table's heading row among the words of its cells."""

Rows = tuple[Row, ...]

_FEWEST = 2
"""A row that repeats no more than one heading may be a row of data."""


class HeadLines(Struct, frozen=True):
    """The lines of a heading row, each cell of each folded, so that rows that repeat them are known again."""

    lines: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> frozenset[str]:
        """Every heading."""
        return frozenset(text for line in self.lines for text in line)


_NONE = HeadLines(())


def mark_heading_rows(
    elements: Sequence[Element], synonyms: Mapping[str, str], find: Finder = find_heading_row
) -> tuple[Element, ...]:
    """The elements with `is_header` on the rows that head a plan's table, as `find` finds them, and on no other."""
    return tuple(_mark(elements, synonyms, find))


def _mark(elements: Sequence[Element], synonyms: Mapping[str, str], find: Finder) -> Iterator[Element]:
    heads = _NONE
    for element in elements:
        if isinstance(element, Paragraph):
            yield element
            continue
        places = _find_places(element, synonyms, find)
        if places:
            heads = HeadLines(tuple(_fold_row(element.rows[place]) for place in places))
        rows = tuple(_mark_rows(element.rows, places, heads))
        yield from (replace(element, rows=part) for part in _part_at_titles(rows, places))


def _part_at_titles(rows: Rows, places: range) -> Iterator[Rows]:
    """The rows in parts, each but the first from a title over the whole width that stands above the headings again."""
    start = 0
    for place in range(places.stop + 1, len(rows)):
        is_titled = rows[place].is_header and _is_title(rows[place - 1]) and place - 1 > start
        if is_titled and fold_words(rows[place - 1].texts[0]) != _find_title(rows[start:]):
            yield rows[start : place - 1]
            start = place - 1
    yield rows[start:]


def _find_title(rows: Rows) -> str:
    """The words of the last row above the first headings; empty where there is none, or no title."""
    place = next((place for place, row in enumerate(rows) if row.is_header), 0)
    return fold_words(rows[place - 1].texts[0]) if place and _is_title(rows[place - 1]) else ""


def _is_title(row: Row) -> bool:
    """Whether a row's words are one cell over the whole width."""
    return len(row.cells) > 1 and row.is_filled and all(cell.span == "column" for cell in row.cells[1:])


def _find_places(table: Table, synonyms: Mapping[str, str], find: Finder) -> range:
    texts = [row.texts for row in table.rows[:FURTHEST]]
    found = find(texts, synonyms)
    return range(_find_first(texts, found.place), found.end) if found else range(0)


def _find_first(texts: Sequence[Sequence[str]], place: int) -> int:
    """The first line of the heading row at `place`: the one above, if most headings are that one's, merged over two."""
    above = texts[place - 1] if place else ()
    shared = sum(one == two != "" for one, two in zip(above, texts[place], strict=False))
    return place - 1 if shared > len(texts[place]) / 2 else place


def _mark_rows(rows: Sequence[Row], places: range, heads: HeadLines) -> Iterator[Row]:
    words = heads.words
    for place, row in enumerate(rows):
        is_header = place in places or (place >= places.stop and _repeats(row, heads, words))
        yield row if row.is_header == is_header else replace(row, is_header=is_header)


def _repeats(row: Row, heads: HeadLines, words: frozenset[str]) -> bool:
    """Whether a row is a line of the heading row again: in its order, some of it left out, or in another."""
    if not row.cells or fold_words(row.cells[0].text) not in words | {""}:
        return False
    cells = _fold_row(row)
    return any(_is_line(cells, line) for line in heads.lines)


def _is_line(cells: tuple[str, ...], line: tuple[str, ...]) -> bool:
    filled = [place for place, text in enumerate(cells) if text]
    if len(filled) < _FEWEST or len(cells) < len(line) or filled[-1] >= len(line):
        return False
    return all(cells[place] == line[place] for place in filled) or sorted(cells) == sorted(line)


def _fold_row(row: Row) -> tuple[str, ...]:
    return tuple(map(fold_words, row.texts))

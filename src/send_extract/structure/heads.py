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
        yield replace(element, rows=tuple(_mark_rows(element.rows, places, heads)))


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

"""Cells that run over several lines of a table drawn with characters: which lines are one row, and their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from send_extract.patterns import compile_later
from send_extract.readers.lines import find_marker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NUMBER = compile_later(r"\(?[A-Za-z]{0,4}[. -]?\d{1,4}(?:\.\d+)*[a-z]?[.):]?$")
_HYPHENED = compile_later(r"[a-z]-$")
_LONE = 1


class Drawn(NamedTuple):
    """The cells on one line of a drawn table, and that line's number from 1."""

    cells: tuple[str, ...]
    line: int


class RowOfLines(NamedTuple):
    """A row's cells, each with its lines parted by newlines where they are items, and its first line."""

    cells: list[str]
    line: int


def join_rows(lines: Sequence[Drawn]) -> list[RowOfLines]:
    """The rows of lines that follow one another: words that were wrapped go on with their cell, others begin a row."""
    widths = [max(map(len, column)) for column in zip(*(line.cells for line in lines), strict=True)]
    rows: list[RowOfLines] = []
    columns: list[list[str]] = [
        [] for _ in widths
    ]  # the last cell with words: those that follow go on with it
    words: list[list[list[str]]] = []
    for line in lines:
        new = _find_new(line.cells, columns, widths) if words else _list_filled(line.cells)
        if new:
            words.append([[] for _ in widths])
            rows.append(RowOfLines([], line.line))
        for place in new:
            columns[place] = words[-1][place]
        for place, cell in enumerate(line.cells):
            if cell:
                columns[place].append(cell)
    return [
        row._replace(cells=[join_words(cell) for cell in cells])
        for row, cells in zip(rows, words, strict=True)
    ]


def _list_filled(cells: Sequence[str]) -> frozenset[int]:
    return frozenset(place for place, cell in enumerate(cells) if cell)


def _find_new(
    cells: Sequence[str], columns: Sequence[Sequence[str]], widths: Sequence[int]
) -> frozenset[int]:
    """The cells of a line that begin something new; none where all were wrapped.

    A cell in capitals that could have been wrapped goes with the others.
    """
    filled = _list_filled(cells)
    if cells[0] and _NUMBER.match(cells[0]):
        return filled
    new = frozenset(place for place in filled if not _could_wrap(columns[place], cells[place], widths[place]))
    is_wrapped = any(not cells[place][0].isupper() for place in filled - new)
    if not new and (is_wrapped or len(filled) == _LONE):
        return new
    return new | {place for place in filled if cells[place][0].isupper()}


def _could_wrap(above: Sequence[str], words: str, width: int) -> bool:
    """Whether words could not have stood on the line above them, and begin no item of a list."""
    return (
        bool(above)
        and not find_marker(words)
        and len(above[-1]) + 1 + len(words.split(maxsplit=1)[0]) > width
    )


def join_lines(lines: Sequence[Drawn]) -> RowOfLines:
    """One row of lines that belong together."""
    return RowOfLines(
        [join_words(cell) for cell in zip(*(line.cells for line in lines), strict=True)], lines[0].line
    )


def join_words(lines: Iterable[str]) -> str:
    """The words of a cell's lines: on one line, but for a list's items, and what a blank line or a backslash parts."""
    text, is_parted = "", False
    for line in lines:
        words = line.strip()
        if not words:
            is_parted = bool(text)
            continue
        if not text:
            text = words
        elif is_parted or find_marker(words) or text.endswith("\\"):
            text = f"{text.removesuffix(chr(92)).rstrip()}\n{words}"
        else:
            text = f"{text}{'' if _HYPHENED.search(text[-2:]) and words[0].islower() else ' '}{words}"
        is_parted = False
    return text.removesuffix("\\")

"""Cells that run over several lines of a table drawn with characters: which lines are one row, and their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from send_extract.patterns import compile_later
from send_extract.readers.lines import find_marker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NUMBER = compile_later(r"\(?[A-Za-z]{0,4}[. -]?\d{1,3}(?:\.\d+)*[a-z]?[.):]?$")
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
    """The rows of lines that follow one another: a line goes on with the row above where its cells were wrapped."""
    widths = [max(map(len, column)) for column in zip(*(line.cells for line in lines), strict=True)]
    rows: list[list[Drawn]] = []
    for line in lines:
        if rows and _is_wrapped(line.cells, rows[-1], widths):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [join_lines(row) for row in rows]


def _is_wrapped(cells: Sequence[str], row: Sequence[Drawn], widths: Sequence[int]) -> bool:
    """Whether every cell of a line could not have stood on the line above, and one goes on in small letters."""
    filled = [place for place, cell in enumerate(cells) if cell]
    if not filled or (cells[0] and _NUMBER.match(cells[0])):
        return False
    above = row[-1].cells
    marked = [place for place in filled if find_marker(cells[place])]
    if marked and not cells[0] and all(find_marker(_find_first(row, place)) for place in marked):
        filled = [place for place in filled if place not in marked]
        if not filled:
            return True
    for place in filled:
        needed = len(above[place]) + 1 + len(cells[place].split()[0])
        if not above[place] or needed <= widths[place]:
            return False
    return len(filled) == _LONE or bool(marked) or any(not cells[place][0].isupper() for place in filled)


def _find_first(row: Sequence[Drawn], place: int) -> str:
    """The first line of a row's cell."""
    return next((line.cells[place] for line in row if line.cells[place]), "")


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
            text = f"{text}{'' if _HYPHENED.search(text) and words[0].islower() else ' '}{words}"
        is_parted = False
    return text.removesuffix("\\")
